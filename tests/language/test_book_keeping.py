"""Word lists stand in `factcheck/language/data` and nowhere else: whoever knows the language edits them without reading Python."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck
from factcheck.language.calendar import MONTH_OF, WEEKDAY_OF

FOLDER = Path(factcheck.__file__).parent
ROOMS = ("asking", "checking", "documents", "evidence", "language", "reading", "searching", "splitting", "values")
MOST = 8
"""A handful: so many words may stand in a rule."""

WORD = re.compile(r"[^\W\d_][\w'’.-]+(?: [^\W\d_][\w'’.-]*)*")

ALLOWED = {
    "checking/sums/changes.py": "each word is a factor that the sum is made with",
    "documents/charsets.py": "names of encodings",
    "documents/hypertext.py": "names of HTML elements, not English",
    "documents/marked.py": "names of the elements of wire formats",
    "documents/elements.py": "names of HTML elements, not English",
    "documents/pagehead.py": "names of HTML elements, not English",
    "documents/opendocument.py": "names of the elements of OpenDocument",
    "documents/pdf_notes.py": "names of the kinds of PDF annotations",
    "documents/rtf_words.py": "control words of Rich Text",
    "documents/stories.py": "names of the fields of stories in JSON and XML",
    "documents/pagefacts.py": "names under which pages give their data",
    "reading/placenames.py": "small words of place names of many languages, which keep their small letters",
    "searching/comparing.py": "names of columns, not English",
    "splitting/parser/spacy_trees.py": "labels of the parser, not English",
    "splitting/ranking.py": "names of features, not English",
    "splitting/tree.py": "names of parts of speech, forms and relations",
    "values/dates/describe.py": "what is written out, in order, not what is read",
    "values/dates/durations.py": "the words that one step of the grammar skips stand in the step",
    "values/dates/hours.py": "the words that one step of the grammar skips stand in the step",
    "values/dates/looking.py": "the words that one step of the grammar skips stand in the step",
    "values/dates/periods.py": "the words that one step of the grammar skips stand in the step",
    "values/dates/relative.py": "the words that one step of the grammar skips stand in the step",
    "values/dates/rules.py": "the table from a first word to the rules that may begin with it: code by word",
    "values/dates/years.py": "the words that one step of the grammar skips stand in the step",
    "values/dates/zones.py": "codes of zones with their offsets, not English",
    "values/figures/describing.py": "signs of units, not English",
    "values/figures/guards.py": "the words that one step of the grammar skips stand in the step",
    "values/figures/lexicon.py": "names of currencies without a plural, beside the rule that makes plurals",
    "values/figures/nouns.py": "endings, not words",
    "values/figures/spelt.py": "the words that one step of the grammar skips stand in the step",
}
"""Modules that may hold a longer list, each with the reason."""


def word_lists(source: str) -> Iterator[tuple[int, list[str]]]:
    """The line and the words of every set, tuple, list, table or split string of many words; `__all__` holds names, no words."""
    tree = ast.parse(source)
    exported = {id(node.value) for node in tree.body if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"}
    for node in (node for node in ast.walk(tree) if id(node) not in exported):
        found: list[str] = []
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            found = _texts(node.elts)
        elif isinstance(node, ast.Dict):
            found = _texts([key for key in node.keys if key is not None])
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            taken = [node.func.value] if isinstance(node.func, ast.Attribute) and name == "split" else node.args if name == "words" else []
            found = [word for text in _texts(taken) for word in text.split()]
        listed = [word for word in found if WORD.fullmatch(word)]
        if len(listed) > MOST:
            yield node.lineno, listed


def _texts(nodes: list[ast.expr]) -> list[str]:
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def modules() -> list[str]:
    return sorted(path.relative_to(FOLDER).as_posix() for room in ROOMS for path in (FOLDER / room).rglob("*.py"))


@pytest.mark.parametrize(
    "source",
    [
        "A = {'an', 'bee', 'cat', 'dog', 'elk', 'fox', 'gnu', 'hen', 'ibex'}",
        "A = 'an bee cat dog elk fox gnu hen ibex'.split()",
        "A = words('an bee cat dog elk fox gnu hen ibex')",
        "A = {'an': 1, 'bee': 1, 'cat': 1, 'dog': 1, 'elk': 1, 'fox': 1, 'gnu': 1, 'hen': 1, 'ibex': 1}",
    ],
)
def test_a_word_list_is_found_however_it_is_written(source):
    assert [line for line, _ in word_lists(source)] == [1]


def test_the_names_that_a_module_gives_are_no_word_list():
    assert not list(word_lists("__all__ = ['An', 'Bee', 'Cat', 'Dog', 'elk', 'fox', 'gnu', 'hen', 'ibex', 'jay']"))


def test_a_handful_of_words_and_a_sentence_for_a_person_are_no_word_list():
    assert not list(word_lists("A = ('of', 'in', 'on')\nprint('Nobody can read this file, so it was left where it is, as you see.')"))


@pytest.mark.parametrize("module", modules())
def test_no_module_keeps_a_word_list_of_its_own(module):
    found = list(word_lists((FOLDER / module).read_text("utf-8")))
    assert not found or module in ALLOWED, f"put these into factcheck/language/data: {found}"


def test_no_leave_is_kept_that_nobody_needs():
    assert [module for module in ALLOWED if not list(word_lists((FOLDER / module).read_text("utf-8")))] == []


@pytest.mark.parametrize("path", [p for p in sorted(FOLDER.rglob("*")) if p.suffix in (".py", ".toml") and p.name != "calendar.toml"])
def test_no_file_names_the_months_or_the_days_again(path):
    lines = path.read_text("utf-8").lower().splitlines()
    for names in (MONTH_OF, WEEKDAY_OF):
        lists = [line for line in lines if len(set(names) & set(re.findall(r"[a-z]+", line))) > 5]
        assert not lists
