"""The word lists: each says where it comes from and what it takes, and a file that is written wrongly is refused with its place."""

from __future__ import annotations

import re

import pytest

from factcheck.language import lexicon
from factcheck.model import FactcheckError

LISTS = [(file, name) for file in lexicon.names() for name in lexicon.lexicon(file).lists]

GOOD = """
source = "a grammar"
licence = "MIT"

[greetings]
about = "What one says at a door"
words = "hello goodbye"
takes = ["hello"]
refuses = ["door"]
"""


@pytest.mark.parametrize("file", lexicon.names())
def test_every_file_says_where_its_words_come_from_and_on_what_terms(file):
    read = lexicon.lexicon(file)
    assert len(read.source) > 20
    assert read.licence


@pytest.mark.parametrize(("file", "name"), LISTS)
def test_every_list_says_what_it_is_and_holds_its_examples(file, name):
    held = lexicon.lexicon(file).lists[name]
    assert held.about
    assert held.takes
    assert held.refuses
    assert set(held.takes) <= set(held.entries)
    assert not set(held.refuses) & set(held.entries)


@pytest.mark.parametrize(("file", "name"), LISTS)
def test_no_entry_of_a_list_has_white_space_at_its_ends_or_a_quotation_mark_left_over(file, name):
    wrong = [e for e in lexicon.lexicon(file).lists[name].entries if e != e.strip() or '"' in e or "  " in e or e.endswith(",")]
    assert not wrong


def test_a_list_is_read_in_the_order_of_its_file_and_with_what_each_word_means():
    read = lexicon.parsed(
        GOOD + '\n[numbers]\nabout = "Numbers"\ntakes = ["two"]\nrefuses = []\n[numbers.means]\ntwo = 2\none = 1\n', "here.toml"
    )
    assert read.lists["greetings"].entries == ("hello", "goodbye")
    assert read.lists["numbers"].entries == ("two", "one")
    assert read.lists["numbers"].meanings == {"two": 2, "one": 1}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("licence", "license"), "here.toml does not say the licence"),
        (('source = "a grammar"', 'source = " "'), "here.toml does not say the source"),
        (("hello goodbye", "hello hello"), r"here.toml, \[greetings\] has hello more than once"),
        (('words = "hello goodbye"', 'words = "hello"\nphrases = ["good day"]'), r"\[greetings\] has its words in 2 keys"),
        (('words = "hello goodbye"', ""), r"\[greetings\] has its words in 0 keys"),
        (('words = "hello goodbye"', "phrases = [1]"), r"\[greetings\] has no words"),
        (("refuses", "refuse"), r"\[greetings\] is no word list"),
        (("[greetings]", "[greetings"), "here.toml are no valid TOML"),
    ],
)
def test_a_file_that_is_written_wrongly_is_refused_with_its_place(change, complaint):
    with pytest.raises(FactcheckError, match=complaint):
        lexicon.parsed(GOOD.replace(*change), "here.toml")


@pytest.mark.parametrize(("file", "name"), [(file, name) for file, name in LISTS if file == "credits"])
def test_the_words_of_a_list_are_alternatives_of_which_the_longest_is_taken(file, name):
    for entry in lexicon.ordered(file, name):
        found = re.match(lexicon.any_of(file, name), entry)
        assert found is not None
        assert found[0] == entry
