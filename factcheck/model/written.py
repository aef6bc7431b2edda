"""What was written about a claim, as it stands now: notes and questions in their last words, with answers, or that they were taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model.base import Model
from factcheck.model.review import Review

_On = Mapping[str, Sequence[Review]]
"""The entries on each entry, by its `ref`."""


class Written(Model):
    """A note or a question to the author: `entry` has its words as they are now, `began` those that it began with.

    `answers` are the author's, by who passed them on; `withdrawn` is the entry that took it back.
    """

    entry: Review
    began: Review
    answers: tuple[Review, ...] = ()
    withdrawn: Review | None = None

    @property
    def is_question(self) -> bool:
        """Whether it is a question to the author, not a note."""
        return self.entry.question is not None

    @property
    def words(self) -> str:
        """What it says now."""
        return self.entry.question or self.entry.note or ""

    @property
    def is_open(self) -> bool:
        """Whether it is a question that still waits for its answer. No verdict ends one."""
        return self.is_question and not self.answers and self.withdrawn is None


def written_in(reviews: Iterable[Review]) -> tuple[Written, ...]:
    """The notes and questions in a claim's history, in the order in which they began; those that were taken back, too.

    What was changed on two sides at once stands there in both wordings, and what one side changed and the other took back, as changed: an
    entry counts against the words that it was written on, and no others.
    """
    entries = {review.ref: review for review in reviews if review.note or review.question or review.on}
    on: defaultdict[str, list[Review]] = defaultdict(list)
    for entry in entries.values():
        if entry.on in entries:
            on[entry.on].append(entry)
    return tuple(one for entry in entries.values() if _says(entry) and entry.on not in entries for one in _as_it_stands(entry, on))


def _as_it_stands(began: Review, on: _On) -> Iterator[Written]:
    versions = list(_versions(began, on))
    answers = tuple(entry for one in versions for entry in on.get(one.ref, ()) if entry.answer and not _taken_back(entry, on))
    last = [one for one in versions if not any(map(_says, on.get(one.ref, ())))]
    standing = [one for one in last if not _taken_back(one, on)]
    for one in standing or last[-1:]:
        yield Written(entry=one, began=began, answers=answers, withdrawn=None if standing else _taken_back(one, on))


def _versions(began: Review, on: _On) -> Iterator[Review]:
    """The entry, and those that have other words in its place, or in the place of those."""
    waiting = [began]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += [entry for entry in on.get(one.ref, ()) if _says(entry)]


def _says(entry: Review) -> bool:
    return bool(entry.note or entry.question) and not entry.withdraws


def _taken_back(entry: Review, on: _On) -> Review | None:
    return next((one for one in on.get(entry.ref, ()) if one.withdraws), None)
