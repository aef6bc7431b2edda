"""Sentences as trees: they hang together as the parser says, and nothing else knows what the parser calls things."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from spacy.tokens import Token as SpacyToken

import factcheck
from factcheck.splitting.parser.spacy_trees import FORMS, PARTS, RELATIONS, pipeline, tree_of, trees
from factcheck.splitting.tree import Form, Part, Relation, Tree, text_of

PROGRAM = Path(factcheck.__file__).parent
ADAPTER = PROGRAM / "splitting" / "parser" / "spacy_trees.py"
OURS = sorted(path for path in (PROGRAM / "splitting").rglob("*.py") if path != ADAPTER)
ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))

SENTENCES = [
    "",
    " ",
    "Go!",
    "Ann Lee, 45, a nurse who saw it, said on Monday that the ferry and the quay had been closed by the council.",
    "“We lost it,” she said,  adding\u00a0that nobody had asked.",
    "a-" * 60,
    "who " * 80,
    "He said that he said that he said so.",
    "\n(1)\tThe U.S.'s mayor didn't go, did he?\n",
]


def paragraphs() -> list[str]:
    return [line for path in ARTICLES for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def test_a_tree_hangs_together_as_the_parser_says() -> None:
    nlp = pipeline()
    for doc in nlp.pipe([*SENTENCES, *paragraphs()]):
        tree = tree_of(doc)
        assert len(tree) == len(doc)
        assert text_of(tree) == doc[:].text
        for ours, theirs in zip(tree, doc, strict=True):
            assert (ours.i, ours.idx, ours.text, ours.lower, ours.lemma) == (
                theirs.i,
                theirs.idx,
                theirs.text,
                theirs.lower_,
                theirs.lemma_,
            )
            assert (ours.spaced, ours.is_space, ours.is_punct) == (bool(theirs.whitespace_), theirs.is_space, theirs.is_punct)
            assert (ours.is_quote, ours.is_alpha) == (theirs.is_quote, theirs.is_alpha)
            assert (ours.head.i, ours.left_edge.i, ours.right_edge.i) == (theirs.head.i, theirs.left_edge.i, theirs.right_edge.i)
            for name in ("children", "lefts", "rights", "subtree", "ancestors"):
                assert [token.i for token in getattr(ours, name)] == [token.i for token in getattr(theirs, name)], name
            assert ours.relation != "root" or ours.head is ours


def test_the_words_of_part_of_a_tree_are_those_that_stand_there() -> None:
    [tree] = trees(["Ann Lee’s ferry, the “Anne”, left."])
    assert text_of(tree[0:3]) == "Ann Lee’s"
    assert text_of(tree[4:]) == ", the “Anne”, left."
    assert text_of([]) == ""
    assert tree.root.text == "left"
    with pytest.raises(IndexError):
        tree[0].nbor(-1)


def test_a_tree_can_be_hung_without_any_pipeline() -> None:
    from factcheck.splitting.tree import Token

    tree = Tree()
    for i, word in enumerate(("She", "left", "it")):
        tree.append(Token(tree, i, 0, word, word.lower(), word.lower(), "pronoun", "other", "subject", True, True, False, False, False))
    tree.hang([1, 1, 1])
    assert [token.text for token in tree.root.subtree] == ["She", "left", "it"]
    assert (tree.root.left_edge.text, tree.root.right_edge.text) == ("She", "it")


def test_every_label_of_the_parser_has_a_name_of_ours() -> None:
    assert set(pipeline().get_pipe("parser").labels) <= RELATIONS.keys()  # type: ignore[attr-defined]
    assert set(RELATIONS.values()) == set(get_args(Relation))
    assert {*PARTS.values(), "other"} == set(get_args(Part))
    assert {*FORMS.values(), "other"} == set(get_args(Form))


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def imported(path: Path) -> Iterator[str]:
    """The packages that a module imports anywhere in it, for types too."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_one_module_of_the_program_imports_the_parser() -> None:
    assert [path for path in sorted(PROGRAM.rglob("*.py")) if "spacy" in imported(path)] == [ADAPTER]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_no_other_module_names_a_label_of_the_parser(path: Path) -> None:
    words = {*get_args(Relation), *get_args(Part), *get_args(Form)}
    labels = (RELATIONS.keys() | FORMS.keys() | PARTS.keys()) - words
    asked = {name for name in vars(SpacyToken) if name.endswith("_") and not name.startswith("_")}
    assert not [node.value for node in nodes(path) if isinstance(node, ast.Constant) and node.value in labels]
    assert not [node.attr for node in nodes(path) if isinstance(node, ast.Attribute) and node.attr in asked]


def compared(path: Path) -> Iterator[tuple[str, str]]:
    """What `relation`, `part` and `form` are compared with, as far as it is written there."""
    for node in nodes(path):
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute):
            for right in node.comparators:
                yield from ((node.left.attr, each.value) for each in ast.walk(right) if isinstance(each, ast.Constant))


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_what_words_are_compared_with_is_there(path: Path) -> None:
    known = {"relation": get_args(Relation), "part": get_args(Part), "form": get_args(Form)}
    wrong = [(name, value) for name, value in compared(path) if name in known and isinstance(value, str) and value not in known[name]]
    assert not wrong
