"""The signing owns whether the case may be changed and who may sign it off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from factcheck.model import Bearing, FactcheckError, Policy, SignAction, SignOff, Standing, count, hindrances, one_line
from factcheck.workbench.results import ActionResult
from factcheck.workbench.view import View

_QUESTION = "open question", "open questions"
_NOTE = "open note on the case", "open notes on the case"
_FLAG = "open flag", "open flags"
_QUOTATION = "quotation not as in its source", "quotations not as in their sources"
_AMOUNT = "figure or date not in its source", "figures or dates not in their sources"


class SignedError(FactcheckError):
    """A case that is signed off does not change."""


@dataclass(frozen=True)
class Alarm:
    """Some things of one sort that an editor looks at before a sign-off, though they do not stand in its way: how many, and the first.

    `sort` is what one of them is called, and several are. One that stands `alone` is listed by itself, beside others of its sort.
    """

    count: int
    sort: tuple[str, str]
    first: str
    go: Callable[[], ActionResult]
    alone: bool = False

    @property
    def line(self) -> str:
        """It in a list of alarms."""
        return self.first if self.alone else f"{counted([self])}: {self.first}"


def counted(alarms: Iterable[Alarm]) -> str:
    """How many of what, sort by sort."""
    numbers: Counter[tuple[str, str]] = Counter()
    for alarm in alarms:
        numbers[alarm.sort] += alarm.count
    return ", ".join(count(n, *sort) for sort, n in numbers.items())


class Signing:
    """The sign-offs of the case in a view."""

    def __init__(self, view: View, clock: Callable[[], datetime]) -> None:
        self._view = view
        self._clock = clock

    def sign_off(self, policy: Policy, note: str) -> ActionResult:
        """Sign the case off. Raises FactcheckError when the reader may not, or when something stands in the way."""
        self.refuse_to_sign(policy)
        if next(hindrances(self._view.case, policy), None) is not None:
            raise FactcheckError("Something stands in the way of a sign-off.")
        self._sign(SignAction.SIGNED, note or None, self._view.case.seal)
        return ActionResult(
            f"Signed off: {count(self._view.progress.total, 'claim')}, {count(len(self._view.open_flags), 'open flag')}.", saves=True
        )

    @property
    def alarms(self) -> list[Alarm]:
        """The open flags; the claims, or halves of them, whose standing is alarming: false, disputed and the like; each question and note
        that waits, with whom it waits for; and each quotation, figure or day that does not stand in its source as it is.
        """
        view, flags = self._view, self._view.open_flags
        alarms = []
        if flags:
            alarms.append(Alarm(len(flags), _FLAG, one_line(flags[0].message, 200), partial(view.go_to_flag, flags[0])))
        halves = [(claim, aspect) for claim in view.case.claims for aspect in claim.aspects]
        for standing in (standing for standing in Standing if standing.row.alarming):
            found = [(claim, aspect) for claim, aspect in halves if claim.standing(aspect) is standing]
            if found:
                claim, aspect = found[0]
                first = f"“{one_line(claim.in_context, 200)}”"
                alarms.append(Alarm(len(found), (standing.value, standing.value), first, partial(view.choose, claim.id, aspect)))
        alarms += self._waiting()
        lacking = sorted(Bearing(view.case).lacking(), key=lambda one: one.amount)
        return alarms + [
            Alarm(1, _AMOUNT if one.amount else _QUOTATION, one.told, partial(view.choose, one.claim), alone=True) for one in lacking
        ]

    def _waiting(self) -> Iterator[Alarm]:
        """The questions to the author that have no answer, and the notes on the case that nobody has dealt with."""
        case = self._view.case
        author = f"{one_line(case.article.byline, 40)}, the author" if case.article.byline else "the author"
        for claim in case.claims:
            for question in (one for one in claim.questions if one.is_open):
                first = f"{one_line(question.entry.by, 40)} asks {author}: “{one_line(question.words, 200)}”"
                yield Alarm(1, _QUESTION, first, partial(self._view.choose, claim.id), alone=True)
        for thread in (one for one in case.threads if one.open):
            note = thread.standing[-1]
            whom = ", ".join(dict.fromkeys(name for one in thread.standing for name in one.mentions))
            first = f"{one_line(note.by, 40)} to {one_line(whom, 60) if whom else 'everybody'}: “{one_line(note.text or '', 200)}”"
            yield Alarm(1, _NOTE, first, partial(ActionResult, "It stands among the notes on the case."), alone=True)

    def refuse_to_sign(self, policy: Policy) -> None:
        """Raise FactcheckError when this reader may not sign the case off."""
        if self._view.signed is not None:
            raise FactcheckError("It is signed off already.")
        if not self._view.reader.role.row.settles:
            raise FactcheckError("Only an editor signs off: open the case with --as editor.")
        if policy.editors and self._view.reader.name not in policy.editors:
            raise FactcheckError(f"The policy in factcheck.toml has others sign off: {one_line(', '.join(sorted(policy.editors)), 200)}.")

    def reopen(self, reason: str) -> ActionResult:
        """Open a case that was signed off again, so that decisions can be made."""
        if self._view.signed is None:
            raise FactcheckError("It is not signed off.")
        self._sign(SignAction.REOPENED, reason)
        return ActionResult("Reopened; it is no longer signed off.", saves=True)

    def _sign(self, action: SignAction, note: str | None, seal: str | None = None) -> None:
        entry = SignOff(action=action, by=self._view.reader.name, at=self._clock(), note=note, seal=seal)
        self._view.set_case(self._view.case.model_copy(update={"signoffs": (*self._view.case.signoffs, entry)}))

    def refuse_if_signed(self) -> None:
        """Raise SignedError when the case is signed off."""
        signed = self._view.signed
        if signed is not None:
            raise SignedError(
                f"{one_line(signed.by, 60)} signed this case off on {signed.at.date()}: it must be reopened first, with a reason."
            )
