"""Texts by the thousand, read, split and checked: every offset true, the same when they come in another order, and nothing raised."""

from __future__ import annotations

import os
import time
from datetime import date

import pytest

from factcheck import check, read_text, split_many
from factcheck.model import Article, Case
from tests.fuzzing import text_of
from tests.splitting.test_split_promises import check_promises

AT_ONCE = 200
MANY = range(*(int(n) for n in os.environ.get("FACTCHECK_FUZZ", "1000:101000").split(":")))
"""The seeds of the long run; FACTCHECK_FUZZ=from:to names others."""


def read_twice(text: str) -> Article:
    """The article of a text, which keeps its words however often it is read."""
    article = read_text(text, published=date(2024, 3, 5))
    assert read_text(article.text).text == article.text
    for block in article.blocks:
        assert 0 <= block.start <= block.end <= len(article.text)
    return article


def checked(articles: list[Article]) -> list[Case]:
    """The articles with their claims and flags, over the language pipeline in one go."""
    claims = split_many(articles)
    return [Case(article=one, claims=tuple(of), flags=tuple(check(one, of))) for one, of in zip(articles, claims, strict=True)]


def holds(case: Case) -> None:
    """What holds for every text: places are true and nothing of the body is left out."""
    check_promises(case.article, list(case.claims))
    for flag in case.flags:
        assert flag.spans
        assert all(case.article.text[span.start : span.end] == span.text for span in flag.spans)


def fuzz(seeds: range) -> None:
    """Read, split and check the texts of the seeds twice, forwards and backwards; a fault names the first seed that has it."""
    for first in range(seeds.start, seeds.stop, AT_ONCE):
        some = range(first, min(first + AT_ONCE, seeds.stop))
        try:
            articles = [read_twice(text_of(seed)) for seed in some]
            cases = checked(articles)
            for case in cases:
                holds(case)
            assert checked(articles[::-1])[::-1] == cases
        except Exception:
            for seed in some:
                fuzz_one(seed)
            raise


def fuzz_one(seed: int) -> None:
    """One text by itself. Raises AssertionError with its seed."""
    try:
        [case] = checked([read_twice(text_of(seed))])
        holds(case)
    except Exception as error:
        raise AssertionError(f"the text of seed {seed}: {text_of(seed)!r}") from error


def test_a_seed_gives_one_text_and_two_seeds_give_two() -> None:
    assert text_of(7) == text_of(7)
    assert len({text_of(seed) for seed in range(200)}) > 190


def test_some_fuzzed_texts_are_read_split_and_checked() -> None:
    fuzz(range(80))


@pytest.mark.long
def test_a_hundred_thousand_fuzzed_texts_are_read_split_and_checked() -> None:
    began = time.monotonic()
    for first in range(MANY.start, MANY.stop, 5_000):
        some = range(first, min(first + 5_000, MANY.stop))
        fuzz(some)
        done = some.stop - MANY.start
        print(f"\n{done} fuzzed texts, {done / (time.monotonic() - began):.0f} a second", flush=True)
