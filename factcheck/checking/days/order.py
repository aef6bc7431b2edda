"""Events of one person, body or thing in an order that cannot be, and one event on two days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.checking.context import CheckContext
from factcheck.checking.days.events import Event
from factcheck.checking.days.subjects import Subject
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.language.calendar import A_YEAR
from factcheck.language.events import COMES_FIRST, LATER, ONCE
from factcheck.model import Severity

A_CASE = 400
"""What a court does with one person farther apart than so many days is of two cases."""

OF_A_CASE = frozenset(("arrest", "charge", "trial", "conviction", "sentence"))
"""Kinds of what befalls somebody in one case at court."""

OF_THINGS = frozenset(("building", "opening", "beginning"))
"""Kinds of events of a thing; "she began her career" is none."""

MOST = 40
"""Events of one subject that are compared with one another."""

FEW = 5
"""So many things that one noun calls are told apart."""

NEAR = 60
"""Days without a year that are farther apart than this may be of two years."""


@dataclass(frozen=True)
class _Told:
    """The events of one subject, in the order of the text."""

    events: Sequence[Event]
    person: bool

    def only(self, kind: str | None) -> bool:
        """Whether a kind of event is told of it on one day alone, and nothing of a return."""
        days = {e.day.value for e in self.events if e.kind == kind}
        return len(days) == 1 and not any(e.kind == "return" for e in self.events)


def orders(context: CheckContext, told: Sequence[Event]) -> Iterator[Finding]:
    """Events of which the one told as the later comes before what it follows, each subject's worst pair once."""
    people = {person.id for person in context.people}
    for events in _by_subject(told):
        of_one = _Told(events[:MOST], events[0].subject.entity in people)
        finding = next((f for one, two in combinations(of_one.events, 2) if (f := _compared(context, of_one, one, two)) is not None), None)
        if finding is not None:
            yield finding


def _by_subject(events: Sequence[Event]) -> Iterator[list[Event]]:
    """The events of each subject, where it has more than one."""
    groups: dict[str, list[list[Event]]] = defaultdict(list)
    for event in events:
        key = event.subject.entity or f" {event.subject.noun}"
        group = next((g for g in groups[key][-FEW:] if event.subject.may_be(g[0].subject)), None)
        if group is None:
            groups[key].append([event])
        else:
            group.append(event)
    yield from (group for found in groups.values() for group in found if len(group) > 1)


def _compared(context: CheckContext, told: _Told, one: Event, two: Event) -> Finding | None:
    """What two events of one subject cannot both be; two births of one person are for the check of ages to find."""
    if one.subject.vague and context.block_at(one.place.start) != context.block_at(two.place.start):
        return None
    for first, then in ((one, two), (two, one)):
        if _ends_before(then, first) and _comes_first(told, first, then):
            return _finding(context, (one, two), f"{quoted(first.place.text)} cannot come after {quoted(then.place.text)}")
    if _told_in_order(context, one, two) and _ends_before(two, one) and _exact(one, two):
        return _finding(context, (one, two), f"{quoted(one.place.text)} is told before {quoted(two.place.text)}", Severity.LOOK)
    if (
        one.kind == two.kind
        and one.kind in ONCE
        and one.kind != "birth"
        and _exact(one, two)
        and (_ends_before(one, two) or _ends_before(two, one))
    ):
        return _finding(context, (one, two), f"{quoted(one.place.text)} and {quoted(two.place.text)} cannot both be")
    return None


def _told_in_order(context: CheckContext, one: Event, two: Event) -> bool:
    """Whether both befell one person in a case and stand side by side, so that the one told first came first: "arrested … and tried"."""
    between = context.text[one.place.end : two.place.start]
    return {one.kind, two.kind} <= OF_A_CASE and one.kind != two.kind and between.strip(" ,") in ("", "and", "and was", "and later")


def _ends_before(one: Event, two: Event) -> bool:
    return one.day.latest is not None and two.day.earliest is not None and one.day.latest < two.day.earliest


def _comes_first(told: _Told, first: Event, then: Event) -> bool:
    """Whether one event cannot be later than the other."""
    if first.kind in COMES_FIRST and first.kind != then.kind:
        return _exact(first, then) and told.only(first.kind)
    if then.kind == "death" and first.kind not in ("birth", "death", "burial"):
        return told.person and not first.done_to and _exact(first, then)
    later = then.kind is not None and first.kind is not None and then.kind in LATER.get(first.kind, ())
    if not later or not told.only(first.kind) or not told.only(then.kind):
        return False
    return not told.person if first.kind in OF_THINGS else _near(first, then, A_CASE)


def _exact(one: Event, two: Event) -> bool:
    """Whether the days of two events are told by their years, or as days of one season."""
    if all(A_YEAR.search(e.day.text) for e in (one, two)):
        return True
    return _near(one, two, NEAR) and all(e.day.earliest == e.day.latest for e in (one, two))


def _near(one: Event, two: Event, days: int) -> bool:
    return one.day.earliest is not None and two.day.earliest is not None and abs((one.day.earliest - two.day.earliest).days) < days


def _finding(context: CheckContext, events: tuple[Event, Event], what: str, severity: Severity | None = None) -> Finding:
    places = tuple(sorted((event.place for event in events), key=lambda place: place.start))
    together = context.block_at(places[0].start) == context.block_at(places[1].start)
    message = f"{what} where both are told of one {_called(context, events[0].subject)}; one of the days is likely a slip."
    return Finding(places, message, severity or (Severity.WARNING if together else Severity.LOOK), near=places[0])


def _called(context: CheckContext, subject: Subject) -> str:
    entity = next((e for e in context.entities if e.id == subject.entity), None)
    return entity.kind.value if entity is not None else subject.noun.lower()
