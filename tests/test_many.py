"""Many articles are checked by several processes, and nobody sees a difference but the time."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from factcheck.model import Article, Case
from factcheck.pipeline import many
from factcheck.reading import read_text
from tests.builders import FERRY

ARTICLES = [read_text(FERRY.replace("ferry", word)) for word in ("ferry", "barge", "tug") * 4]


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes, for however little there is to do."""
    monkeypatch.setattr(many, "WORTH", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def dies(_: Sequence[Article]) -> list[Case]:
    os._exit(1)


@pytest.mark.usefixtures("two")
def test_two_processes_give_in_order_what_one_gives() -> None:
    assert list(many.make_cases(ARTICLES)) == list(many._made(ARTICLES))


@pytest.mark.usefixtures("two")
def test_what_a_process_that_dies_had_in_its_hands_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_listed", dies)
    assert [case.article for case in many.make_cases(ARTICLES)] == ARTICLES


def test_a_few_articles_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "ProcessPoolExecutor", None)
    assert len(list(many.make_cases(ARTICLES[:2]))) == 2
