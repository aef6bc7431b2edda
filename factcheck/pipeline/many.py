"""Many articles split and checked in their order, by as many processes as are worth their start."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from factcheck.model import Article, Case
from factcheck.pipeline.making import with_flags
from factcheck.starting import end_with_parent

WORTH = 80_000
"""Characters of articles that are worth a process: some four seconds of work, against two in which it starts and loads the model."""
TOGETHER = 8
"""Articles that are handed to a process at once, and come back before the next are told of."""


def make_cases(articles: Sequence[Article]) -> Iterator[Case]:
    """Each article as a case with its flags, in order. When a process dies, what is left is done in this one.

    Raises FactcheckError for a bad house list, and when no language model can be loaded.
    """
    workers = min(os.cpu_count() or 1, sum(len(article.text) for article in articles) // WORTH)
    if workers < 2:
        yield from _made(articles)
        return
    executor = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _begin)
    done = 0
    try:
        for cases in _in_order(executor, articles, 2 * workers):
            yield from cases
            done += len(cases)
    except BrokenProcessPool:
        yield from _made(articles[done:])
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    """What a process does first: it ends with this one, and at once, without a word, when the person presses ctrl-c."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _in_order(executor: ProcessPoolExecutor, articles: Sequence[Article], ahead: int) -> Iterator[list[Case]]:
    """The cases of each group of articles; no more than so many groups are worked on, or wait to be told of."""
    running = deque[Future[list[Case]]]()
    for at in range(0, len(articles), TOGETHER):
        if len(running) == ahead:
            yield running.popleft().result()
        running.append(executor.submit(_listed, articles[at : at + TOGETHER]))
    while running:
        yield running.popleft().result()


def _listed(articles: Sequence[Article]) -> list[Case]:
    """What a process does with a group of articles."""
    return list(_made(articles))


def _made(articles: Sequence[Article]) -> Iterator[Case]:
    """The cases, over the language pipeline of this process."""
    from factcheck.splitting import analyse_many

    for article, found in zip(articles, analyse_many(articles), strict=True):
        yield with_flags(Case(article=article, claims=found.claims, entities=found.entities))
