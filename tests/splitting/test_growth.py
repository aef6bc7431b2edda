"""Four times the text is four times the work, counted in calls and not in seconds, on news and on texts made to cost more."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable

import pytest

import factcheck
from factcheck.model import Article, Span
from factcheck.splitting import analyse
from factcheck.splitting.attributions.assembling import Cover
from factcheck.splitting.full_names import tie_names
from factcheck.splitting.names import Naming
from factcheck.splitting.parser.spacy_trees import SENTENCES, TOKENS, _together

TEXTS: dict[str, Callable[[int], str]] = {
    "news": lambda n: "".join(f"Ann Lee said the {k}th ferry had left.\n\nNobody on the quay knew of it.\n\n" for k in range(n // 70)),
    "straight quotation marks": lambda n: '"' * n,
    "signed quotations": lambda n: "“We will go.”\n— Ann Lee\n" * (n // 25),
    "a sentence cut by hyphens": lambda n: "a-" * (n // 2),
    "he said that he said that": lambda n: "he said that " * (n // 13),
}


def calls(work: Callable[[], object]) -> int:
    """How many functions the work calls, in Python and in C."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


def growth(operation: Callable[[Article], object], text: Callable[[int], str], size: int) -> float:
    """By how much the calls grow when the text is four times as long."""
    articles = [factcheck.read_text(text(n)) for n in (size, size, 4 * size)]
    _warm, short, long = (calls(lambda article=article: operation(article)) for article in articles)  # type: ignore[misc]
    return long / short


@pytest.mark.parametrize("name", ["news", "signed quotations"])
def test_a_text_four_times_as_long_takes_four_times_the_calls_to_find_who_said_what(name: str) -> None:
    assert growth(factcheck.find_attributions, TEXTS[name], 4000) < 4.5


def namings(first: Callable[[int], str], last: Callable[[int], str], many: int) -> list[Naming]:
    """So many people, each named in full and again by one name."""
    called = [words for k in range(many) for words in ((first(k), last(k)), (first(k),), (last(k),))]
    return [Naming(k, 0, len(w), 0, 0, w, " ".join(w), 0, 0, votes=defaultdict(int, person=3)) for k, w in enumerate(called)]


@pytest.mark.parametrize("shared", ["first name", "surname", "no name"])
def test_people_who_share_a_name_are_told_apart_in_a_time_that_grows_with_their_number(shared: str) -> None:
    def own(k: int) -> str:
        return f"Lee{chr(97 + k // 26)}{chr(97 + k % 26)}"

    first = own if shared != "first name" else lambda _: "Ann"
    last = (lambda k: f"Mc{own(k)}") if shared != "surname" else lambda _: "Brown"
    few, many = (namings(first, last, number) for number in (100, 400))
    assert calls(lambda: tie_names(many)) / calls(lambda: tie_names(few)) < 4.5


def test_a_title_that_many_bear_is_looked_up_and_not_looked_for() -> None:
    def text(many: int) -> str:
        return "".join(f"President Lee{chr(97 + k // 26)}{chr(97 + k % 26)} spoke. The president left.\n\n" for k in range(many))

    assert growth(analyse, text, 60) < 4.5


@pytest.mark.long
@pytest.mark.parametrize("size", [10_000, 40_000])
@pytest.mark.parametrize("operation", [factcheck.find_attributions, factcheck.split], ids=["attributions", "claims"])
@pytest.mark.parametrize("name", TEXTS)
def test_the_calls_grow_with_the_text_up_to_long_ones(name: str, operation: Callable[[Article], object], size: int) -> None:
    assert growth(operation, TEXTS[name], size) < 4.5


def test_a_span_is_held_by_one_other_and_never_by_two_together() -> None:
    spans = [Span(start=a, end=a + n) for a in range(12) for n in range(5)]
    cover, added = Cover(), list[Span]()
    for number in range(len(spans)):
        span = spans[number * 23 % len(spans)]
        assert [cover.holds(s) for s in spans] == [any(a.contains(s) for a in added) for s in spans]
        cover.add([span])
        added.append(span)


def test_the_parser_has_only_so_many_tokens_in_hand_at_once() -> None:
    """Its memory is theirs, whatever a text is made of."""
    docs: list[list[int]] = [[0] * n for n in (1500, 3, 1500, 9000, *[25] * 600, *[1500] * 20)]
    groups = list(_together(docs))  # type: ignore[arg-type]  # of a parse it asks only how long it is
    assert [doc for group in groups for doc in group] == docs
    assert all(len(group) == 1 or (len(group) <= SENTENCES and sum(map(len, group)) <= TOKENS) for group in groups)
    assert len(groups) < 10
