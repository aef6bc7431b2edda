"""A review in progress, without a screen: the case, the place in it, the history, and everything a reviewer can do."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property

from factcheck.model import (
    Aspect,
    Case,
    Claim,
    DateValue,
    Dismissal,
    Evidence,
    Figure,
    Flag,
    Progress,
    Review,
    Span,
    Standing,
    Verdict,
    one_line,
)
from factcheck.workbench import shaping
from factcheck.workbench.did import Did, about, sentence
from factcheck.workbench.edits import AddEvidence, AddReview, DismissFlag, Edit, Reshape, SetValue, Step
from factcheck.workbench.filters import ALL, Filter, speaker_of
from factcheck.workbench.search import Hit, find

Clock = Callable[[], datetime]
"""Gives the present moment, with its zone."""


FEWEST_FOR_PACE = 5
"""Decisions before a pace is told."""


def now() -> datetime:
    """The present moment in UTC, to the second: what a decision is stamped with."""
    return datetime.now(UTC).replace(microsecond=0)


class Session:
    """The state of a review. Every action is a method that says what it did; nothing here waits, paints or saves."""

    def __init__(self, case: Case, reviewer: str, clock: Clock = now, *, checked: bool = True) -> None:
        self.reviewer = reviewer
        self._clock = clock
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._began: datetime | None = None
        self.checked = checked
        self._standings: dict[str, tuple[Claim, dict[Aspect | None, Standing]]] = {}
        self.filter: Filter = ALL
        self.needle = ""
        self.hits: list[Hit] = []
        self._hit = -1
        self.aspect: Aspect | None = None
        self.chosen: str | None = None
        self.flag: str | None = None
        self.flag_offset: int | None = None
        self.flagged: dict[str, tuple[Flag, ...]] = {}
        self._set_case(case)
        if self.claims:
            self.choose(self.claims[0].id)

    def _set_case(self, case: Case) -> None:
        old, placed = getattr(self, "case", None), getattr(self, "claims", ())
        self.case = case
        self._progress: Progress | None = None
        self.claims = tuple(sorted(case.claims, key=lambda c: (c.start, -c.end)))
        self._at = {claim.id: i for i, claim in enumerate(self.claims)}
        if old is None or old.dismissals != case.dismissals or old.flags != case.flags or not _in_place(placed, self.claims):
            self.open_flags = tuple(sorted(case.open_flags, key=lambda f: f.spans[0].start if f.spans else 0))
            self.flagged = self._claims_of_flags()
            self.__dict__.pop("starts", None)

    def _claims_of_flags(self) -> dict[str, tuple[Flag, ...]]:
        bounds = [(claim.start, claim.end, claim.id) for claim in self.claims]
        flagged: dict[str, list[Flag]] = {}
        for flag in self.open_flags:
            spans = [(span.start, span.end) for span in flag.spans]
            for start, end, claim in bounds:
                if any(s < end and start < e for s, e in spans):
                    flagged.setdefault(claim, []).append(flag)
        return {claim: tuple(flags) for claim, flags in flagged.items()}

    def adopt(self, case: Case) -> None:
        """Go on with the case as it was merged with somebody else's changes. Flags, which no file holds, stay."""
        self._set_case(case.model_copy(update={"flags": case.flags or self.case.flags}))
        if self.chosen not in self._at:
            self.choose(self.claims[0].id if self.claims else None)

    def take_flags(self, flags: tuple[Flag, ...]) -> None:
        """The flags of the case, worked out after it was opened."""
        self.checked = True
        self._set_case(self.case.model_copy(update={"flags": flags}))

    @property
    def claim(self) -> Claim | None:
        """The chosen claim."""
        return None if self.chosen is None else self.claims[self._at[self.chosen]]

    def get(self, claim_id: str) -> Claim | None:
        """The claim with that id, if there is one."""
        at = self._at.get(claim_id)
        return None if at is None else self.claims[at]

    def standing(self, claim: Claim, aspect: Aspect | None = None) -> Standing:
        """Where a claim stands; without an aspect, an attributed claim answers for `said`. Worked out once per change."""
        known = self._standings.get(claim.id)
        if known is None or known[0] is not claim:
            known = self._standings[claim.id] = (claim, {a: claim.standing(a) for a in claim.aspects})
        return known[1][aspect or claim.aspects[0]]

    @property
    def progress(self) -> Progress:
        """How far the case is: what `Case.progress` says, from the standings that are worked out already."""
        if self._progress is None:
            self._progress = self._count()
        return self._progress

    def _count(self) -> Progress:
        own: Counter[Standing] = Counter(self.standing(claim) for claim in self.claims if not claim.attributed)
        said, so = (Counter(self.standing(c, aspect) for c in self.claims if c.attributed) for aspect in Aspect)
        return Progress(
            own=own,
            said=said,
            so=so,
            questions=sum(bool(claim.reviews) and claim.open_question is not None for claim in self.claims),
            flags=len(self.open_flags),
        )

    @property
    def shown(self) -> tuple[Claim, ...]:
        """The claims that the filter takes, in the order of the text, and the chosen one, so that the place is never lost."""
        if self.filter is ALL:
            return self.claims
        return tuple(c for c in self.claims if c.id == self.chosen or self.filter.takes(self, c))

    @cached_property
    def starts(self) -> list[int]:
        """Where each claim starts, in the order of the text."""
        return [claim.start for claim in self.claims]

    def claims_at(self, offset: int) -> list[Claim]:
        """The claims that cover an offset, the innermost first."""
        until = bisect_right(self.starts, offset)
        covering = [claim for claim in self.claims[:until] if offset < claim.end]
        return sorted(covering, key=lambda c: (c.end - c.start, c.start))

    def flags_on(self, claim: Claim) -> tuple[Flag, ...]:
        """The open flags that touch the claim's words."""
        return self.flagged.get(claim.id, ())

    def choose(self, claim_id: str | None, aspect: Aspect | None = None) -> Did:
        """Go to a claim; an attributed one is first asked whether it was said."""
        self.chosen = claim_id if claim_id in self._at else None
        self.flag = self.flag_offset = None
        claim = self.claim
        self.aspect = None if claim is None else aspect if aspect in claim.aspects else claim.aspects[0]
        return Did("")

    def choose_at(self, offset: int, *, again: bool = False) -> bool:
        """Go to the innermost claim at an offset; `again` steps outward from the chosen one. False when none is there."""
        covering = self.claims_at(offset)
        if not covering:
            return False
        ids = [claim.id for claim in covering]
        if self.chosen in ids:
            if again:
                self.choose(ids[(ids.index(self.chosen) + 1) % len(ids)])
            elif self.chosen != ids[0]:
                self.choose(ids[0])
            return True
        self.choose(ids[0])
        return True

    def move(self, by: int) -> Did:
        """Go so many claims on (or back) in the list, and stop at its ends."""
        shown = self.shown
        if not shown:
            return Did("No claim to go to.")
        here = next((i for i, claim in enumerate(shown) if claim.id == self.chosen), 0)
        return self.choose(shown[max(0, min(len(shown) - 1, here + by))].id)

    def switch_aspect(self) -> Did:
        """Judge the other half of an attributed claim."""
        claim = self.claim
        if claim is None or not claim.attributed:
            return Did("Only what somebody is said to have said has two things to check.")
        self.aspect = Aspect.SO if self.aspect is Aspect.SAID else Aspect.SAID
        return Did("")

    def next_unreviewed(self) -> Did:
        """Go to the next claim that needs a verdict: first all that were said or asserted, then all that may not be so."""
        for aspect in (None, Aspect.SO):
            found = next((claim for claim in self._onward() if self._needs(claim, aspect)), None)
            if found is not None:
                self.choose(found.id, aspect)
                which = "Every claim" if self.filter is ALL else "Every claim listed"
                return Did(f"{which} has its first verdict; now whether what was said is so." if aspect else "")
        left = self.progress.left
        if left:
            return Did(f"Nothing unreviewed among: {self.filter.name}. {left} left in the whole article.")
        return Did("Every claim is decided.")

    def _needs(self, claim: Claim, aspect: Aspect | None) -> bool:
        return (claim.attributed or aspect is None) and self.standing(claim, aspect).open

    def _onward(self) -> Iterator[Claim]:
        """The shown claims after the chosen one, then round to it again."""
        shown = self.shown
        here = next((i for i, claim in enumerate(shown) if claim.id == self.chosen), -1)
        yield from shown[here + 1 :]
        yield from shown[: here + 1]

    def limit(self, choice: Filter) -> Did:
        """Show only the claims that a filter takes, and the chosen one."""
        self.filter = choice
        return Did("" if choice is ALL else f"Showing: {choice.name}.")

    def search_for(self, needle: str) -> Did:
        """Look for words in the article and in what is written about its claims, and go to the next place from here."""
        self.needle = needle.strip()
        self.hits = find(self.case.article.text, self.claims, self.needle)
        here = self.claim.start if self.claim else 0
        self._hit = next((i for i, hit in enumerate(self.hits) if hit.span.start >= here), 0) - 1
        return self.match(1)

    def match(self, by: int) -> Did:
        """Go to the next place of the words last searched for, or the one before."""
        if not self.hits:
            nowhere = f"“{one_line(self.needle, 40)}” is nowhere in the article or its claims."
            return Did(nowhere if self.needle else "Nothing is searched for.")
        self._hit = (self._hit + by) % len(self.hits)
        hit = self.hits[self._hit]
        if hit.claim is None:
            self.choose_at(hit.span.start)
        else:
            self.choose(hit.claim)
        return Did(f"{self._hit + 1} of {len(self.hits)} places of “{one_line(self.needle, 40)}”.")

    @property
    def hit(self) -> Hit | None:
        """The place of the search that was gone to last."""
        return self.hits[self._hit] if self.hits else None

    def clear(self) -> Did:
        """Forget the search; when there is none, show all claims again."""
        if self.needle:
            self.needle, self.hits = "", []
            return Did("")
        return self.limit(ALL)

    def choose_around(self) -> Did:
        """Go to the claim around the chosen one; from the outermost, to the innermost that starts where it starts."""
        claim = self.claim
        if claim is not None:
            self.choose_at(claim.start, again=True)
        return Did("")

    def next_flag(self) -> Did:
        """Go to the next open flag after the one last shown, and to the claim that it touches."""
        if not self.open_flags:
            return Did("No open flags." if self.checked else "Still looking for contradictions.")
        at = next((i for i, flag in enumerate(self.open_flags) if flag.fingerprint == self.flag), None)
        if at is None:
            start = self.claim.start if self.claim else 0
            at = next((i for i, f in enumerate(self.open_flags) if f.spans and f.spans[0].start >= start), 0) - 1
        return self.go_to_flag(self.open_flags[(at + 1) % len(self.open_flags)])

    def go_to_flag(self, flag: Flag, place: int = 0) -> Did:
        """Go to one of the places of a flag, and to the innermost claim there or, when no claim is there, at another."""
        if flag.spans:
            nearest = flag.spans[min(place, len(flag.spans) - 1)]
            next((span for span in (nearest, *flag.spans) if self.choose_at(span.start)), None)
            self.flag_offset = nearest.start
        self.flag = flag.fingerprint
        return Did(f"⚑ {one_line(flag.message)}")

    def dismiss(self, flag: Flag, reason: str) -> Did:
        """Let a flag pass, with the reason."""
        dismissal = Dismissal(fingerprint=flag.fingerprint, check=flag.check, by=self.reviewer, at=self._clock(), reason=reason)
        words = f"flag dismissed: {one_line(flag.message, 60)}"
        self._do(Step(words, (DismissFlag(dismissal),), self.chosen, self.aspect))
        return Did(sentence(words), saves=True)

    def decide(self, verdict: Verdict, *, parts: bool = False) -> Did:
        """Give the chosen claim a verdict (its dates and figures too, with `parts`) and go to the next that needs one."""
        claim = self.claim
        if claim is None:
            return Did("No claim is chosen.")
        along = self.case.parts_of(claim) if parts else ()
        edits: list[Edit] = [AddReview(claim.id, self._review(claim, self.aspect, verdict=verdict))]
        edits += [AddReview(part.id, self._review(part, part.aspects[0], verdict=verdict)) for part in along]
        return self._decide(about(verdict.value, claim, self.aspect, len(along)), edits, claim)

    def _decide(self, words: str, edits: Sequence[Edit], claim: Claim) -> Did:
        """Do what decides a claim, and go to the next that needs a verdict."""
        self._do(Step(words, tuple(edits), claim.id, self.aspect))
        onward = self.next_unreviewed()
        return Did(f"{sentence(words)} {onward.words}".strip(), saves=True)

    def repeat(self) -> Did:
        """Give the chosen claim the verdict that was given last, with the evidence that was hung on that claim in this session."""
        last = next((step for step in reversed(self._done) if step.verdict is not None), None)
        claim = self.claim
        if last is None or last.verdict is None or claim is None:
            return Did("No verdict to repeat yet.")
        edits: list[Edit] = [
            AddEvidence(claim.id, edit.evidence)
            for step in self._done
            for edit in step.edits
            if isinstance(edit, AddEvidence) and edit.claim == last.claim and edit.evidence not in claim.evidence
        ]
        edits.append(AddReview(claim.id, self._review(claim, self.aspect, verdict=last.verdict)))
        along = f", with {len(edits) - 1} of evidence," if len(edits) > 1 else ""
        return self._decide(about(f"{last.verdict.value} again{along}", claim, self.aspect), edits, claim)

    def next_by_speaker(self) -> Did:
        """Go to the next claim by whoever says the chosen one."""
        claim = self.claim
        name = speaker_of(claim) if claim else None
        if name is None:
            return Did("Nobody is said to have said this one.")
        found = next((c for c in self._onward() if speaker_of(c) == name and c.id != self.chosen), None)
        if found is None:
            return Did(f"No other claim by {one_line(name, 60)} is listed.")
        return self.choose(found.id)

    def next_unsettled(self) -> Did:
        """Go to the next claim in conflict, or decided on words that have changed since."""
        for claim in self._onward():
            for aspect in claim.aspects:
                standing = self.standing(claim, aspect)
                if standing in (Standing.CONFLICT, Standing.STALE):
                    self.choose(claim.id, aspect)
                    return Did(f"{standing}: {one_line(claim.gist, 80)}".capitalize())
        return Did("No claim is in conflict or stale.")

    @property
    def sources(self) -> list[str]:
        """Every address or other source in the case, the newest first."""
        items = [item for claim in self.claims for item in claim.evidence]
        items.sort(key=lambda item: item.added_at.timestamp() if item.added_at else 0.0, reverse=True)
        return list(dict.fromkeys(name for item in items if (name := item.url or item.source)))

    @property
    def questions(self) -> list[tuple[Claim, str]]:
        """The open questions to the author, in the order of the text."""
        return [(claim, claim.open_question) for claim in self.claims if claim.reviews and claim.open_question is not None]

    def accept(self, flag: Flag) -> Did:
        """Ask for what a flag suggests, as a correction of the claim in which the other spelling stands."""
        wrong = next((span for span in flag.spans if flag.suggestion and span.text != flag.suggestion), None)
        if wrong is None or flag.suggestion is None:
            return Did("This flag suggests nothing; c in the review asks for other words.")
        claim = next((c for c in reversed(self.claims_at(wrong.start)) if c.value is None), None)
        if claim is None or claim.end < wrong.end:
            return Did("The words lie in no claim; the flag itself is in the report.")
        at = wrong.start - claim.start
        self.choose(claim.id)
        return self.correct(f"{claim.text[:at]}{flag.suggestion}{claim.text[at + len(wrong.text) :]}")

    def note(self, text: str) -> Did:
        """Write a note on the chosen claim."""
        return self._add("note", note=text)

    def ask(self, question: str) -> Did:
        """Ask the author about the chosen claim."""
        return self._add("question to the author", question=question)

    def correct(self, wording: str) -> Did:
        """Ask for other words in the chosen claim, which is thereby disputed."""
        claim = self.claim
        if claim is None:
            return Did("No claim is chosen.")
        words = about("disputed, with a correction,", claim, self.aspect)
        review = self._review(claim, self.aspect, verdict=Verdict.DISPUTED, correction=wording)
        self._do(Step(words, (AddReview(claim.id, review),), claim.id, self.aspect))
        return Did(sentence(words), saves=True)

    def value_of(self, typed: str) -> DateValue | Figure | None:
        """What the chosen date or figure means when a reviewer says `typed`; None when that is no date, or no figure."""
        from factcheck.values import date_set, figure_set

        claim = self.claim
        if claim is None or not typed.strip():
            return None
        if claim.date is not None:
            return date_set(claim.date, typed, self.case.article.published, self.reviewer)
        return figure_set(claim.figure, typed, self.reviewer) if claim.figure is not None else None

    def set_value(self, value: DateValue | Figure) -> Did:
        """Put what the chosen date or figure means in the place of what was read."""
        from factcheck.values import meaning_of

        claim = self.claim
        if claim is None or claim.value is None:
            return Did("No date or figure is chosen.")
        if value.model_copy(update={"set_by": claim.value.set_by}) == claim.value:
            return Did("It means that already.")
        words = f"“{one_line(claim.text, 40)}” set to mean {one_line(meaning_of(value), 60)}"
        self._do(Step(words, (SetValue.on(claim, self.get(claim.part_of or ""), value),), claim.id, self.aspect))
        return Did(sentence(words), saves=True)

    def add_evidence(self, evidence: Evidence) -> Did:
        """Hang evidence on the chosen claim, under the reviewer's name."""
        claim = self.claim
        if claim is None:
            return Did("No claim is chosen.")
        at = self._clock()
        signed = evidence.model_copy(
            update={"added_by": self.reviewer, "added_at": at, "accessed": at.date() if evidence.url else evidence.accessed}
        )
        words = about(f"evidence that {evidence.stance}", claim)
        self._do(Step(words, (AddEvidence(claim.id, signed),), claim.id, self.aspect))
        return Did(sentence(words), saves=True)

    def _add(self, what: str, **entry: str) -> Did:
        claim = self.claim
        if claim is None:
            return Did("No claim is chosen.")
        words = about(what, claim)
        review = Review(by=self.reviewer, at=self._clock(), **entry)
        self._do(Step(words, (AddReview(claim.id, review),), claim.id, self.aspect))
        return Did(sentence(words), saves=True)

    def _review(self, claim: Claim, aspect: Aspect | None, *, verdict: Verdict, correction: str | None = None) -> Review:
        return Review(by=self.reviewer, at=self._clock(), aspect=aspect, verdict=verdict, correction=correction, judged=claim.judged)

    def _do(self, step: Step) -> None:
        self._began = self._began or self._clock()
        self._set_case(step.do(self.case))
        self._done.append(step)
        self._undone.clear()

    def _shape(self, words: str, shape: shaping.Shape) -> Did:
        """Put claims in the place of others, and go to the first of them, or to what stands where they stood."""
        here, aspect = self.chosen, self.aspect
        self._do(Step(words, (Reshape(shape.before, shape.after),), here, aspect))
        self._go_near(shape.after[0].id if shape.after else None, min(c.start for c in (*shape.after, *shape.before)), aspect)
        return Did(sentence(words), saves=True)

    def _go_near(self, claim_id: str | None, offset: int, aspect: Aspect | None) -> None:
        """To a claim, or where it is gone, to the next one in the text."""
        near = next((c.id for c in self.claims if c.start >= offset), self.claims[-1].id if self.claims else None)
        self.choose(claim_id if claim_id in self._at else near, aspect)

    def make_claim(self, span: Span) -> Did:
        """A new claim on words of the article. Raises FactcheckError for a span without words, or that is a claim already."""
        shape = shaping.made(self.case, span, self.reviewer)
        return self._shape(about("new claim", shape.after[0]), shape)

    def resize(self, span: Span) -> Did:
        """The chosen claim on other words. Raises FactcheckError for a date or figure, and for a span without words."""
        return self._on_claim("other words", lambda claim: shaping.resized(self.case, claim, span, self.reviewer))

    def split_at(self, offset: int) -> Did:
        """Two claims out of the chosen one. Raises FactcheckError when the offset is not inside it."""
        return self._on_claim("split", lambda claim: shaping.split(self.case, claim, offset, self.reviewer))

    def join(self) -> Did:
        """The chosen claim and the next one in the text, dates and figures aside, as one."""
        claim = self.claim
        if claim is None or claim.value is not None:
            return Did("A date or figure is joined to nothing; enter goes to the claim around it.")
        following = next((c for c in self.claims[self._at[claim.id] + 1 :] if c.value is None), None)
        if following is None:
            return Did("No claim follows that this one could be joined with.")
        return self._on_claim("joined with the next", lambda one: shaping.joined(self.case, one, following, self.reviewer))

    def remove(self) -> Did:
        """Take the chosen claim out, with its dates and figures; undo brings all of it back."""
        return self._on_claim("removed", lambda claim: shaping.removed(self.case, claim))

    def reword(self, gist: str) -> Did:
        """Another wording of the chosen claim that stands by itself. Raises FactcheckError when it is the one it has."""
        return self._on_claim("reworded", lambda claim: shaping.reworded(claim, gist, self.reviewer))

    def give(self, name: str) -> Did:
        """Say who says the chosen claim; with no name it is the article's own. Raises FactcheckError when that cannot be."""
        what = f"given to {one_line(name, 40)}" if name else "made the article's own"
        return self._on_claim(what, lambda claim: shaping.given(self.case, claim, name, self.reviewer))

    def _on_claim(self, what: str, shape: Callable[[Claim], shaping.Shape]) -> Did:
        claim = self.claim
        return Did("No claim is chosen.") if claim is None else self._shape(about(what, claim), shape(claim))

    def undo(self) -> Did:
        """Take back the newest step and go back to where it was done."""
        if not self._done:
            return Did("Nothing to undo.")
        step = self._done.pop()
        self._undone.append(step)
        self._set_case(step.undo(self.case))
        self._go_back(step)
        return Did(f"Undone: {step.words}.", saves=True)

    def redo(self) -> Did:
        """Do again what was undone last, and go to where it was done."""
        if not self._undone:
            return Did("Nothing to do again.")
        step = self._undone.pop()
        self._done.append(step)
        self._set_case(step.do(self.case))
        self._go_back(step)
        return Did(f"Done again: {step.words}.", saves=True)

    def _go_back(self, step: Step) -> None:
        """To where a step was done; where its claim is gone, to what stands there."""
        self._go_near(step.claim, step.offset, step.aspect)

    @property
    def decisions(self) -> int:
        """How many steps of this session stand."""
        return len(self._done)

    @property
    def pace(self) -> int | None:
        """Decisions an hour since the first one of this session; None before there is enough to tell."""
        if self._began is None or len(self._done) < FEWEST_FOR_PACE:
            return None
        seconds = (self._clock() - self._began).total_seconds()
        return round(3600 * (len(self._done) - 1) / seconds) if seconds > 0 else None


def _in_place(old: Sequence[Claim], new: Sequence[Claim]) -> bool:
    """Whether the same claims stand in the same places, whatever was written about them."""
    pairs = zip(old, new, strict=False)
    return len(old) == len(new) and all(a is b or (a.id, a.start, a.end) == (b.id, b.start, b.end) for a, b in pairs)
