"""What several reports of one case say alike is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

from factcheck.model import Case

T = TypeVar("T")


def once(work: Callable[[Case], T]) -> Callable[[Case], T]:
    """`work`, which gives for the case that it was last asked about what it gave then; nobody may change that.

    A case never changes, so it is known by being the very same object. Nothing is kept of one that is gone.
    """
    kept: list[tuple[ref[Case], T]] = []

    @wraps(work)
    def asked(case: Case) -> T:
        if kept and (last := kept[0])[0]() is case:
            return last[1]
        made = work(case)
        kept[:] = [(ref(case, lambda _: kept.clear()), made)]
        return made

    return asked
