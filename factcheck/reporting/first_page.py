"""The first page of a report: how the article stands, what must change before it runs, and what is open, as far as one page has room.

What has no room comes after that page, and nothing stands on both.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from factcheck.model import Aspect, Case, count, one_line
from factcheck.reporting.readers import checked_by
from factcheck.reporting.to_do import Need, Task, to_do

_ACROSS = 110
"""Letters of a line on paper."""
_MUST, _OPEN = 33, 14
"""Lines that what must change may take, and what is open; a sheet (A4, or the shorter Letter) has some 57 in all."""
_HEADING, _BETWEEN = 2, 0.4
"""Lines that the heading of a kind takes, and the gap behind each thing."""
_CLAIMS = 3
"""Of the claims that nobody has decided so many are named: all of them stand in the table."""
_NAMES = 5
_AROUND, _MARKED, _TOLD, _WHY = 160, 240, 300, 200
"""Letters that are shown of what stands before and behind the marked words, of these, of what is to be done, and of why."""
_UNDECIDED = 130
"""Letters that are shown of a claim that nobody has decided."""


class Group(NamedTuple):
    """Things of one kind: those that are shown here, and how many there are in all.

    `waits_for` says who has to act on all of them, where that is one and the same.
    """

    need: Need
    tasks: list[Task]
    number: int
    waits_for: str | None

    @classmethod
    def of(cls, need: Need, tasks: list[Task]) -> Group:
        """All the things of a kind."""
        names = {task.waits_for for task in tasks}
        return cls(need, tasks, len(tasks), names.pop() if len(names) == 1 else None)

    @property
    def heading(self) -> str:
        """What they are, with how many: "Change the words (3)"."""
        return f"{self.need.row.heading} ({self.number})"


class FirstPage(NamedTuple):
    """What stands on the page (`must`, `waiting`), and of that what there was no room for (`rest`), which comes after it."""

    status: str
    must: list[Group]
    waiting: list[Group]
    rest: list[Group]


def first_page(case: Case) -> FirstPage:
    """The first page of a case's report."""
    groups = [Group.of(need, list(same)) for need, same in groupby(to_do(case), key=lambda task: task.need)]
    must = [group for group in groups if group.need.row.must]
    waiting = [group for group in groups if not group.need.row.must]
    shown_must, left = _fitted(must, _MUST + _OPEN - _room(waiting, _OPEN))
    shown_waiting, _ = _fitted([_few(group) for group in waiting], _OPEN + left)
    shown = {id(task) for group in (*shown_must, *shown_waiting) for task in group.tasks}
    over = [(group, [task for task in group.tasks if id(task) not in shown]) for group in groups if group.need is not Need.UNDECIDED]
    rest = [Group.of(group.need, tasks) for group, tasks in over if tasks]
    return FirstPage(_status(case, must, waiting), shown_must, shown_waiting, rest)


def _few(group: Group) -> Group:
    return group._replace(tasks=group.tasks[:_CLAIMS]) if group.need is Need.UNDECIDED else group


def _room(groups: Sequence[Group], lines: float) -> float:
    """How many of the lines the groups can take."""
    return min(lines, sum(_HEADING + sum(map(_lines, _few(group).tasks[:_OPEN])) for group in groups))


def _fitted(groups: Sequence[Group], lines: float) -> tuple[list[Group], float]:
    """The groups with as many things as so many lines hold, and the lines that are left: one of each kind first, then in their order.

    One may be left with its heading alone.
    """
    left = lines - _HEADING * len(groups)
    taken = [0] * len(groups)
    for one_each in (True, False):
        for at, group in enumerate(groups):
            while taken[at] < (1 if one_each else len(group.tasks)) and _lines(group.tasks[taken[at]]) <= left:
                left -= _lines(group.tasks[taken[at]])
                taken[at] += 1
    return [group._replace(tasks=group.tasks[:n]) for group, n in zip(groups, taken, strict=True)], left


def _lines(task: Task) -> float:
    """How many lines a thing takes on paper, about."""
    told = " ".join(filter(None, (one_line(task.what, _TOLD), task.by, task.why and one_line(task.why, _WHY))))
    return _BETWEEN + _rows("".join(excerpt(task))) + (_rows(told) + bool(task.sources) if task.need is not Need.UNDECIDED else 0)


def _rows(text: str) -> int:
    return -(-len(text) // _ACROSS)


def excerpt(task: Task) -> tuple[str, str, str]:
    """The sentence of a thing with its marked words in the middle, each part on one line and no longer than there is room for.

    All are empty where it has none; of a claim that nobody has decided there are the claim's words alone.
    """
    sentence = task.sentence
    if sentence is None:
        return "", "", ""
    if task.need is Need.UNDECIDED:
        return "", one_line(sentence.words, _UNDECIDED), ""
    before = f"{_tail(one_line(sentence.before))}{_gap(sentence.before[-1:])}"
    return before, one_line(sentence.words, _MARKED), f"{_gap(sentence.after[:1])}{one_line(sentence.after, _AROUND)}"


def _tail(line: str) -> str:
    """The end of a line, from a word on where one begins there."""
    if len(line) <= _AROUND:
        return line
    cut = line[1 - _AROUND :]
    return f"…{cut[cut.find(' ', 0, _AROUND // 2) + 1 :]}"


def _gap(letter: str) -> str:
    """The white space between two parts of a sentence, which each part on a line of its own has lost."""
    return " " if letter.isspace() else ""


def told(task: Task) -> tuple[str, str | None]:
    """What is to be done, and why, each no longer than there is room for."""
    return one_line(task.what, _TOLD), one_line(task.why, _WHY) if task.why else None


def some(names: Sequence[str]) -> list[str]:
    """The first of many names, and how many more there are."""
    return list(names) if len(names) <= _NAMES else [*names[: _NAMES - 1], f"{len(names) - _NAMES + 1} others"]


def readers_told(case: Case) -> list[str]:
    """Who checked it, one each."""
    return some([reader.told for reader in checked_by(case)])


def _status(case: Case, must: Sequence[Group], waiting: Sequence[Group]) -> str:
    """How the article stands, in one sentence."""
    known = count(sum(group.number for group in must), "thing") + " to put right before this runs" if must else ""
    whole = sum(claim.part_of is None and claim.standing().open for claim in case.claims)
    parts = sum(claim.part_of is not None and claim.standing().open for claim in case.claims)
    halves = sum(claim.attributed and claim.standing(Aspect.SO).open and not claim.standing().open for claim in case.claims)
    questions = sum(group.number for group in waiting if group.need is Need.QUESTION)
    claims = [count(whole, "claim") if whole else "", count(parts, "name, date or figure", "names, dates and figures") if parts else ""]
    so = f"whether what was said is so in {f'{halves} more' if whole else count(halves, 'claim')}" if halves else ""
    still = [" and ".join(filter(None, claims)), so, count(questions, "question") + " to the author" if questions else ""]
    left = ", ".join(filter(None, still))
    return f"{known or 'Nothing is known that must change'}{f'; still open: {left}' if left else ', and nothing is open'}."
