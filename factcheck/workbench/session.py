"""The session owns every change to the case: what a reviewer can do to it, each as an edit that can be taken back, without a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from factcheck.model import (
    Aspect,
    Case,
    Claim,
    DateValue,
    Dismissal,
    Evidence,
    Figure,
    Flag,
    Reader,
    Review,
    Source,
    Span,
    Verdict,
    Waiver,
    count,
    one_line,
)
from factcheck.pipeline import now
from factcheck.workbench import shaping
from factcheck.workbench.again import given_already
from factcheck.workbench.by_hand import ByHand
from factcheck.workbench.edits import (
    AddEvidence,
    AddReview,
    DismissFlag,
    Edit,
    MakeConfidential,
    OpenFlag,
    SetValue,
    Step,
    Waive,
)
from factcheck.workbench.entries import Entries
from factcheck.workbench.history import History
from factcheck.workbench.many import AddReviews
from factcheck.workbench.notes import Notes
from factcheck.workbench.onward import Onward
from factcheck.workbench.results import NONE_CHOSEN, ActionResult, about, called, on, pieces, sentence
from factcheck.workbench.signing import Signing
from factcheck.workbench.view import View

if TYPE_CHECKING:
    from factcheck.workbench.differences import Difference

Clock = Callable[[], datetime]
"""Gives the present moment, with its zone."""


class Session:
    """A review in progress. Every action is a method that says what it did; nothing here waits, paints or saves.

    What is seen is asked of `view`, what was done of `history`, whether it may be signed off of `signing`, where a verdict leads of
    `onward`; `entries` changes what hangs on a claim, `by_hand` the claims themselves, and `notes` is what people write to one another on
    the case.

    What changes the case raises SignedError while it is signed off; its notes go on.
    """

    def __init__(self, case: Case, reader: Reader, clock: Clock = now, *, checked: bool = True) -> None:
        self.clock = clock
        self.view = View(case, reader, checked=checked)
        self.history = History(clock)
        self.signing = Signing(self.view, clock)
        self.onward = Onward(self.view)
        self.entries = Entries(self.view, clock, self._do, self._signed)
        self.notes = Notes(self.view, clock, self._do)
        self.by_hand = ByHand(self.view, clock, self._do)

    def open_again(self, flag: Flag) -> ActionResult:
        """Take the dismissal of a flag back, whoever dismissed it."""
        dismissals = [d for d in self.view.case.dismissals if d.fingerprint == flag.fingerprint]
        words = f"flag reopened: {one_line(flag.message, 60)}"
        self._do(Step(words, tuple(map(OpenFlag, dismissals)), self.view.chosen, self.view.aspect))
        return ActionResult(sentence(words), saves=True)

    def dismiss(self, flag: Flag, reason: str) -> ActionResult:
        """Let a flag pass, with the reason."""
        dismissal = Dismissal(fingerprint=flag.fingerprint, check=flag.check, by=self.view.reader.name, at=self.clock(), reason=reason)
        words = f"flag dismissed: {one_line(flag.message, 60)}"
        self._do(Step(words, (DismissFlag(dismissal),), self.view.chosen, self.view.aspect))
        return ActionResult(sentence(words), saves=True)

    def waive(self, span: Span, reason: str) -> ActionResult:
        """Let words of the article pass, with the reason: they need no checking, whether they are in a claim or not."""
        text = self.view.case.article.words(span)
        waiver = Waiver(start=span.start, end=span.end, text=text, by=self.view.reader.name, at=self.clock(), reason=reason)
        words = f"let pass: “{one_line(text, 60)}”"
        self._do(Step(words, (Waive(waiver),), self.view.chosen, self.view.aspect))
        return ActionResult(sentence(words), saves=True)

    def decide(self, verdict: Verdict, *, parts: bool = False) -> ActionResult:
        """Give the chosen claim, or all that are selected, a verdict (their names, dates and figures too, with `parts`), and go on."""
        together = self.view.together
        claims = together.claims
        if not claims:
            return ActionResult(NONE_CHOSEN)
        along = together.parts if parts else ()
        judged = [(claim, half) for claim in claims for half in together.halves(claim)] + [(part, part.aspects[0]) for part in along]
        new = [one for one in judged if not self._given(*one, verdict)]
        reviews = tuple((claim.id, self._review(claim, half, verdict=verdict)) for claim, half in new)
        edits = [AddReviews(reviews)] if len(reviews) > 1 < len(claims) else [AddReview(*one) for one in reviews]
        here = next((claim for claim in claims if claim.id == self.view.chosen), claims[0])
        words = together.told(verdict.value if new else f"already {verdict.value} by you", here, len(along))
        words += f"; {len(judged) - len(new)} of {count(len(judged), 'verdict')} you gave before" if 0 < len(new) < len(judged) else ""
        together.forget()
        return self._decide(words, edits, here)

    def _given(self, claim: Claim, half: Aspect | None, verdict: Verdict) -> bool:
        return given_already(claim, self.view.get(claim.part_of or ""), half, verdict, self.view.reader)

    def _decide(self, words: str, edits: Sequence[Edit], claim: Claim) -> ActionResult:
        """Do what decides a claim, if anything does, and go to the next that needs a verdict."""
        if edits:
            self._do(Step(words, tuple(edits), claim.id, self.view.aspect))
        return ActionResult(f"{sentence(words)} {self.onward.go()}".strip(), saves=bool(edits))

    def repeat(self) -> ActionResult:
        """Give the chosen claim the verdict that was given last, with the evidence that was hung on that claim in this session."""
        last = next((step for step in reversed(self.history.done) if step.verdict is not None), None)
        claim = self.view.claim
        if claim is None:
            return ActionResult(NONE_CHOSEN)
        if last is None or last.verdict is None:
            return ActionResult("No verdict to repeat yet.")
        edits: list[Edit] = [
            AddEvidence(claim.id, edit.evidence)
            for step in self.history.done
            for edit in step.edits
            if isinstance(edit, AddEvidence) and edit.claim == last.claim and edit.evidence not in claim.evidence
        ]
        if not edits and self._given(claim, self.view.aspect, last.verdict):
            return self._decide(about(f"already {last.verdict.value} by you", claim, self.view.aspect), (), claim)
        along = f", with {pieces(len(edits))}" if edits else ""
        edits.append(AddReview(claim.id, self._review(claim, self.view.aspect, verdict=last.verdict)))
        return self._decide(f"{about(f'{last.verdict.value} again', claim, self.view.aspect)}{along}", edits, claim)

    def accept(self, flag: Flag) -> ActionResult:
        """Ask for what a flag suggests, as a correction of the claim in which the other spelling stands."""
        if flag.wrong is None:
            return ActionResult("This flag suggests no words; ask for a correction of the claim instead.")
        suggested = self.suggested(flag)
        if suggested is None:
            return ActionResult("These words are in no claim, so none can be corrected; the flag is in the report.")
        claim, wording = suggested
        self.view.choose(claim.id)
        return self.correct(wording)

    def suggested(self, flag: Flag) -> tuple[Claim, str] | None:
        """The claim in which the words stand that a flag would have otherwise, and how it should read."""
        wrong = flag.wrong
        claim = next((c for c in reversed(self.view.claims_at(wrong.start)) if c.value is None), None) if wrong else None
        if wrong is None or claim is None or claim.end < wrong.end:
            return None
        at = wrong.start - claim.start
        return claim, f"{claim.text[:at]}{flag.suggestion}{claim.text[at + len(wrong.text) :]}"

    @property
    def to_accept(self) -> bool:
        """Whether a flag here suggests words that the reviewer has not asked for yet."""
        flag = self.view.flag_here
        suggested = self.suggested(flag) if flag is not None else None
        return suggested is None or not self._wants(*suggested) if flag is not None else False

    def _wants(self, claim: Claim, wording: str) -> bool:
        return any(one.by == self.view.reader.name and one.correction == wording for one in claim.wanted)

    def note(self, text: str) -> ActionResult:
        """Write a note on the chosen claim."""
        return self._add("note", note=text)

    def ask(self, question: str) -> ActionResult:
        """Ask the author about the chosen claim."""
        return self._add("question to the author", question=question)

    def correct(self, wording: str) -> ActionResult:
        """Ask for other words in the chosen claim, which is thereby disputed."""
        claim = self.view.claim
        if claim is None:
            return ActionResult(NONE_CHOSEN)
        if wording.split() == claim.text.split():
            return ActionResult("The correction reads like the claim; nothing was changed.")
        if self._wants(claim, wording):
            return ActionResult("You ask for these words already; nothing was added.")
        words = f"{about('disputed', claim, self.view.aspect)}, with a correction"
        review = self._review(claim, self.view.aspect, verdict=Verdict.DISPUTED, correction=wording)
        self._do(Step(words, (AddReview(claim.id, review),), claim.id, self.view.aspect))
        return ActionResult(sentence(words), saves=True)

    def value_of(self, typed: str) -> DateValue | Figure | None:
        """What the chosen date or figure means when a reviewer says `typed`; None when that is no date, or no figure."""
        from factcheck.values import date_set, figure_set

        claim = self.view.claim
        if claim is None or not typed.strip():
            return None
        if claim.date is not None:
            return date_set(claim.date, typed, self.view.case.article.published, self.view.reader.name)
        return figure_set(claim.figure, typed, self.view.reader.name) if claim.figure is not None else None

    def readings(self) -> tuple[DateValue, ...]:
        """What the chosen date may mean, what it means now among it; the others set by the reviewer. Nothing where no date is chosen."""
        from factcheck.values import readings_of

        claim = self.view.claim
        if claim is None or claim.date is None:
            return ()
        by = self.view.reader.name
        found = readings_of(claim.date, self.view.case.article.published)
        return tuple(one if one == claim.date else one.model_copy(update={"set_by": by}) for one in found)

    def set_value(self, value: DateValue | Figure) -> ActionResult:
        """Put what the chosen date or figure means in the place of what was read."""
        from factcheck.values import meaning_of

        claim = self.view.claim
        if claim is None or claim.value is None:
            return ActionResult("No date or figure is chosen.")
        if value.model_copy(update={"set_by": claim.value.set_by}) == claim.value:
            return ActionResult("It means that already.")
        words = f"“{one_line(claim.text, 40)}” set to mean {one_line(meaning_of(value), 60)}"
        self._do(Step(words, (SetValue.on(claim, self.view.get(claim.part_of or ""), value),), claim.id, self.view.aspect))
        return ActionResult(sentence(words), saves=True)

    def add_evidence(self, evidence: Evidence) -> ActionResult:
        """Hang evidence on the chosen claim, under the reviewer's name."""
        claim = self.view.claim
        if claim is None:
            return ActionResult(NONE_CHOSEN)
        at = self.clock()
        signed = evidence.model_copy(
            update={"added_by": self.view.reader.name, "added_at": at, "accessed": at.date() if evidence.url else evidence.accessed}
        )
        words = f"evidence that {evidence.stance} {called(claim)}"
        self._do(Step(words, (AddEvidence(claim.id, signed),), claim.id, self.view.aspect))
        return ActionResult(sentence(words), saves=True)

    def take_evidence(self, items: Sequence[Evidence]) -> ActionResult:
        """Hang the evidence of an earlier claim on the chosen one, under the reviewer's name, but for what hangs there already."""
        claim = self.view.claim
        there = {(item.key, item.quote) for item in claim.evidence} if claim else set()
        at = self.clock()
        mine = {"added_by": self.view.reader.name, "added_at": at}
        new = [item.model_copy(update=mine) for item in items if (item.key, item.quote) not in there]
        if claim is None or not new:
            return ActionResult("This claim has all of that evidence already.")
        words = on(f"{pieces(len(new))} reused", claim)
        self._do(Step(words, tuple(AddEvidence(claim.id, item) for item in new), claim.id, self.view.aspect))
        return ActionResult(sentence(words), saves=True)

    def make_confidential(self, source: Source, confidential: bool) -> ActionResult:
        """Mark a source as one that no export names unless it is asked to, or take that back."""
        words = f"{'confidential now' if confidential else 'no longer confidential'}: {one_line(source.name or source.url or '', 60)}"
        self._do(Step(words, (MakeConfidential(source, confidential),), self.view.chosen, self.view.aspect))
        return ActionResult(sentence(words), saves=True)

    def take_source(self, source: Source) -> None:
        """What is now known of a source. It decides nothing, so that it comes to a case that is signed off, too."""
        known = self.view.case.sources_by_key.get(source.key)
        self.view.set_case(self.view.case.with_source(source.model_copy(update={"confidential": known.confidential}) if known else source))

    def _add(self, what: str, **entry: str) -> ActionResult:
        claim = self.view.claim
        if claim is None:
            return ActionResult(NONE_CHOSEN)
        words = on(what, claim)
        review = self._signed(**entry)
        self._do(Step(words, (AddReview(claim.id, review),), claim.id, self.view.aspect))
        return ActionResult(sentence(words), saves=True)

    def _review(self, claim: Claim, aspect: Aspect | None, *, verdict: Verdict, correction: str | None = None) -> Review:
        return self._signed(aspect=aspect, verdict=verdict, correction=correction, judged=claim.judged, blind=self.view.reader.blind)

    def _signed(self, **entry: Any) -> Review:
        return Review(by=self.view.reader.name, at=self.clock(), role=self.view.reader.role, **entry)

    def _refuse(self, step: Step) -> None:
        if not step.only_notes:
            self.signing.refuse_if_signed()

    def _do(self, step: Step) -> None:
        self._refuse(step)
        self.view.set_case(step.do(self.view.case))
        self.history.add(step)

    def take_new_version(self, case: Case) -> ActionResult:
        """Go on with the case on a new version of its article. What was done before can be undone no more: its places are gone."""
        self.signing.refuse_if_signed()
        self.view.clear()
        self.view.checked = True
        here, aspect, offset = self.view.chosen, self.view.aspect, self.view.claim.start if self.view.claim else 0
        self.adopt(case)
        self.view.go_near(here, offset, aspect)
        return ActionResult("", saves=True)

    def take(self, difference: Difference, nth: int) -> ActionResult:
        """Side with one of those that differ: give its verdict, or let its value of the claim count and drop the other one.

        Raises FactcheckError for a value that does not fit the claim as it is now.
        """
        from factcheck.casefile import settled

        claim = next((claim for claim in self.view.case.claims if claim.id == difference.claim), None)
        if claim is None or nth >= len(difference.sides):
            return ActionResult("Settle this one by hand, in the file." if claim is None else "There is no such side.")
        side = difference.sides[nth]
        self.view.choose(claim.id, difference.aspect)
        if difference.keys is not None:
            made = settled(claim, difference.keys, self.view.case.article.text, other=nth > 0)
            return self.by_hand.put(about(f"settled {difference.about}", made), shaping.Shape((claim,), (made,)))
        if side.verdict is None:
            return ActionResult("There is no verdict to give.")
        words = f"{about(side.verdict, claim, difference.aspect)}, siding with {one_line(side.whose, 40)}"
        self._do(
            Step(words, (AddReview(claim.id, self._review(claim, difference.aspect, verdict=side.verdict)),), claim.id, difference.aspect)
        )
        return ActionResult(sentence(words), saves=True)

    def undo(self) -> ActionResult:
        """Take back the newest step and go back to where it was done."""
        if not self.history.done:
            return ActionResult("Nothing to undo.")
        step = self.history.done[-1]
        self._refuse(step)
        case, taken = step.undone(self.view.case)
        self.history.back(taken)
        return self._go_back(step, taken, case, "Undone")

    def redo(self) -> ActionResult:
        """Do again what was undone last, and go to where it was done."""
        if not self.history.undone:
            return ActionResult("Nothing to redo.")
        step = self.history.undone[-1]
        self._refuse(step)
        case, taken = step.redone(self.view.case)
        self.history.on(taken)
        return self._go_back(step, taken, case, "Redone")

    def _go_back(self, step: Step, taken: Step, case: Case, what: str) -> ActionResult:
        """To where a step was done; where its claim is gone, to what stands there."""
        self.view.set_case(case)
        self.view.go_near(step.claim, step.offset, step.aspect)
        if not taken.edits:
            return ActionResult(f"Not {what.lower()}, since it was changed afterwards{self._by_other(step)} – {step.words}.")
        far = f", but for what was changed afterwards{self._by_other(step)}" if len(taken.edits) < len(step.edits) else ""
        return ActionResult(f"{what}{far} – {step.words}.", saves=True)

    def _by_other(self, step: Step) -> str:
        """Who last did something to the claim of a step, but for the reader; nobody where that is not known, or not to be told."""
        claim = self.view.get(step.claim) if step.claim else None
        done = [(one.at, one.by) for one in claim.reviews] if claim else []
        done += [(item.added_at, item.added_by) for item in claim.evidence if item.added_at and item.added_by] if claim else []
        done += [(item.ended_at, item.ended_by) for item in claim.former] if claim else []
        others = [one for one in done if one[1] != self.view.reader.name]
        return f" by {one_line(max(others)[1], 40)}" if others else ""

    def adopt(self, case: Case) -> bool:
        """Go on with the case as it is with what others have done. On other words of the article, nothing done before can be undone.

        True where they took out or changed what was chosen, so that nothing is.
        """
        if case.article.text != self.view.case.article.text:
            self.history.forget()
        return self.view.adopt(case)
