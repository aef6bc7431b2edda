"""Whatever a model answers about whatever text: every offset is true, every id there once, no word lost, and nothing is raised."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date

import pytest

from factcheck import read_text
from factcheck.asking import Answer, with_ours
from factcheck.asking.task import KINDS, MARKS, Said, request, windows
from factcheck.model import Article, Claim
from factcheck.settings import LanguageModel
from factcheck.splitting import analyse
from factcheck.splitting.coverage import uncovered
from tests.fuzzing import text_of
from tests.splitting.test_split_promises import check_promises

MODEL = LanguageModel("http://localhost", "small")


def babble(rng: random.Random, claims: list[Claim], text: str) -> Said:
    """A claim as a model might give it that has read the article and does not care: words of ours cut somewhere, brackets anywhere."""
    words = rng.choice(claims).text.split() if claims and rng.random() < 0.9 else text.split()[: rng.randrange(1, 30)] or ["x"]
    first = rng.choice((0, 0, rng.randrange(len(words))))
    words = words[first : rng.choice((len(words), rng.randrange(first, len(words)) + 1))]
    added = [rng.choice(("she", "[]", "[[", "]", *(f"[{' '.join(rng.sample(text.split(), 1))}]" for _ in range(3)))) for _ in range(2)]
    gist = list(words)
    for words_added in added[: rng.choice((0, 0, 1, 2))]:
        gist.insert(rng.randrange(len(gist) + 1), words_added)
    speaker = rng.choice(("", "", rng.choice(text.split()), "He"))
    mark, shown = rng.choice(("checkable", *MARKS)), rng.choice(("", *words))
    return Said(text=" ".join(words), gist=" ".join(gist), kind=rng.choice(KINDS), speaker=speaker, mark=mark, shown_by=shown)


def hold(article: Article, seed: int) -> Counter[str]:
    """Ask a model that babbles of an article and see what becomes of it."""
    rng, found = random.Random(seed), analyse(article)  # noqa: S311 - no secret
    answers = [
        Answer(stretch=window, said=tuple(babble(rng, list(found.claims), article.text) for _ in range(40))) for window in windows(article)
    ]
    merged = with_ours(article, found.claims, found.entities, answers, MODEL)
    check_promises(article, merged.claims)
    assert uncovered(article, merged.claims) == uncovered(article, found.claims)
    values = [
        Counter((c.kind, c.start, c.end, c.in_context, c.value) for c in claims if c.part_of) for claims in (found.claims, merged.claims)
    ]
    assert values[0] == values[1]
    assert with_ours(article, found.claims, found.entities, answers, MODEL) == merged
    assert all(request(article, found.entities, window, "small") for window in windows(article))
    return Counter(given=merged.given, kept=merged.kept)


def fuzz(seeds: range) -> Counter[str]:
    told = Counter[str]()
    for seed in seeds:
        article = read_text(text_of(seed), published=date(2024, 3, 5))
        if article.text.split():
            told += hold(article, seed)
    return told


def test_babble_changes_nothing_that_is_promised() -> None:
    told = fuzz(range(60))
    assert told["kept"] > 20  # else nothing was tried


@pytest.mark.long
def test_babble_changes_nothing_that_is_promised_in_thousands_of_texts() -> None:
    assert fuzz(range(1_000, 5_000))["kept"] > 1_000
