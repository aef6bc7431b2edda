"""How a gist is put together: words of the claim, added words in brackets, single spaces."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.model import Span
from factcheck.splitting import split
from factcheck.splitting.gist import Draft
from factcheck.splitting.restating import genitive
from tests import builders


def draft(text: str) -> Draft:
    return Draft(text, [Span(start=0, end=len(text))])


def test_words_are_inserted_with_spaces_around_them():
    made = draft("Hadley's house burnt.")
    made.insert(0, "Tom")
    assert made.written() == "[Tom] Hadley's house burnt."


def test_no_space_goes_before_a_genitive_or_a_closing_mark():
    made = draft("Kim's plan, says Kim.")
    made.insert(3, "Song Il")
    made.insert(20, "Song Il")
    assert made.written() == "Kim [Song Il]'s plan, says Kim [Song Il]."


def test_no_space_goes_after_an_opening_mark():
    made = draft('"Hadley left," she said.')
    made.insert(1, "Tom")
    assert made.written() == '"[Tom] Hadley left," she said.'


def test_a_pronoun_is_replaced():
    made = draft("He left.")
    made.replace(Span(start=0, end=2), "Tom Hadley")
    assert made.written() == "[Tom Hadley] left."


def test_added_words_bring_no_brackets_of_their_own():
    made = draft("He left.")
    made.lead("the [late] Tom")
    assert made.written() == "[the late Tom] He left."


@given(st.text(alphabet="ab '\"“”,.\n", max_size=30), st.integers(0, 30), st.text(alphabet="xy []", max_size=6))
@settings(max_examples=100, deadline=None)
def test_taking_the_brackets_out_gives_the_words_back(text, at, added):
    made = draft(text)
    made.insert(at, added)
    left, gist = [], made.written()
    while "[" in gist:
        before, _, rest = gist.partition("[")
        left.append(before)
        gist = rest.partition("]")[2]
    assert "".join([*left, gist]).replace(" ", "") == "".join(text.split())


@pytest.mark.parametrize(("words", "owned"), [("Trump", "Trump's"), ("the ministers", "the ministers'"), ("James", "James's")])
def test_a_genitive_is_made_of_a_name(words, owned):
    assert genitive(words) == owned


def gists(body: str) -> list[str]:
    return [c.in_context for c in split(builders.article(f"A headline\n\n{body}\n")) if c.part_of is None]


def test_a_gist_stands_alone():
    text = 'Mayor Tom Hadley opened the bridge. Hadley told reporters that he was "so proud of it," adding: "It took ten years."'
    first, second = gists(text)[1:]
    assert first == '[Tom] Hadley told reporters that he was "so proud of it"'
    assert second == '[Tom Hadley added]: "It took ten years."'


def test_a_but_that_points_nowhere_is_left_out():
    assert gists("But the council closed the pool.") == ["The council closed the pool."]


@pytest.mark.parametrize(
    ("sentence", "gist"),
    [
        ("Still, the council had been warned.", "The council had been warned."),
        ("For instance, the bank closed.", "The bank closed."),
        ("The fund, however, has run dry.", "The fund has run dry."),
        ("Ann Lee, 52, for example, left in May.", "Ann Lee, 52, left in May [2023]."),
        ("The clerk said, however, that the fund had run dry.", "The clerk said that the fund had run dry."),
        ("(One ward in the district, Kell, is also a priority town.)", "One ward in the district, Kell, is also a priority town."),
        ("(Laughter.)", "(Laughter.)"),
        ("The mill still stands.", "The mill still stands."),
    ],
)
def test_what_ties_a_sentence_to_others_is_left_out(sentence: str, gist: str) -> None:
    assert gists(sentence)[-1:] == [gist]


class TestWholeArticles:
    def gists(self, text: str) -> list[str]:
        return [c.in_context for c in factcheck.split(factcheck.read_text(text)) if c.part_of is None]

    def test_a_negated_cue_stays_negated(self) -> None:
        gists = self.gists("Budget row\n\nCouncil leader Mary Ashe could not explain why the figure had grown or why the bill was late.\n")
        assert not [g for g in gists if "explain" in g and "could not explain" not in g]

    def test_words_left_out_in_the_middle_leave_a_mark(self) -> None:
        gists = self.gists(
            "Crash on bridge\n\nFour people were hurt and the bridge was shut when a lorry overturned, police said on Tuesday.\n"
        )
        assert not [g for g in gists if "hurt police" in g]

    def test_a_decade_needs_no_gloss(self) -> None:
        assert not [g for g in self.gists("Mills close\n\nThe mills have been closing since the 1960s, the council said.\n") if "[" in g]


def test_a_month_is_nobody():
    article = factcheck.read_text(
        "Ann May was crossing the road on Friday, 14 March, when she fell. The girl was hurt on 3 May. He ran off.\n"
    )
    gists = " ".join(claim.gist for claim in split(article))
    assert "[March]" not in gists
    assert "[May]" not in gists
