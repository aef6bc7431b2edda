"""Claims put right by hand, each as a step that can be taken back: made, cut, joined, taken out, reworded, given to somebody else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from factcheck.model import Case, Claim, FactcheckError, Mention, Span, Tie, one_line
from factcheck.workbench import shaping
from factcheck.workbench.edits import DropOrphan, Retie, Step
from factcheck.workbench.reshape import Reshape, removals
from factcheck.workbench.results import NONE_CHOSEN, ActionResult, about, called, followed, sentence
from factcheck.workbench.view import View


class ByHand:
    """What a reviewer changes in the claims themselves. What cannot be done raises FactcheckError with the reason."""

    def __init__(self, view: View, clock: Callable[[], datetime], do: Callable[[Step], None]) -> None:
        self._view = view
        self._clock = clock
        self._do = do

    def put(self, words: str, shape: shaping.Shape) -> ActionResult:
        """Put claims in the place of others, and go to the first of them, or to what stands where they stood."""
        here, aspect = self._view.chosen, self._view.aspect
        self._do(Step(words, (self._reshape(shape.before, shape.after, into=shape.after[0].id if shape.after else None),), here, aspect))
        self._view.go_near(shape.after[0].id if shape.after else None, min(c.start for c in (*shape.after, *shape.before)), aspect)
        return ActionResult(sentence(words), saves=True)

    def _reshape(self, before: Sequence[Claim], after: Sequence[Claim], into: str | None = None) -> Reshape:
        """Claims in the place of others, in the reviewer's name; `into` is what those that go are joined with."""
        return Reshape(tuple(before), tuple(after), removals(before, after, self._view.reader.name, self._clock(), into))

    def make(self, span: Span) -> ActionResult:
        """A new claim on words of the article. Raises FactcheckError for a span without words, or that is a claim already."""
        shape = shaping.made(self._view.case, span, self._view.reader.name)
        return self.put(about("new claim", shape.after[0]), shape)

    def resize(self, span: Span) -> ActionResult:
        """The chosen claim on other words. Raises FactcheckError for a name, date or figure, and for a span without words."""
        return self._on_claim("other words", lambda claim: shaping.resized(self._view.case, claim, span, self._view.reader.name))

    def split_at(self, offset: int) -> ActionResult:
        """Two claims out of the chosen one. Raises FactcheckError when the offset is not inside it."""
        return self._on_claim("split", lambda claim: shaping.split(self._view.case, claim, offset, self._view.reader.name))

    def join(self) -> ActionResult:
        """The chosen claim and the next one in the text, names, dates and figures aside, as one."""
        claim = self._view.claim
        if claim is None:
            return ActionResult(NONE_CHOSEN)
        if claim.value is not None:
            return ActionResult("A name, date or figure cannot be joined; go to the claim that it is part of first.")
        following = next((c for c in self._view.after(claim) if c.value is None), None)
        if following is None:
            return ActionResult("There is no next claim to join this one with.")
        next_one = self._view.case.claim(following.id)
        return self._on_claim("joined with the next", lambda one: shaping.joined(self._view.case, one, next_one, self._view.reader.name))

    def remove(self) -> ActionResult:
        """Take the chosen claim out, with its names, dates and figures; undo brings all of it back."""
        along = len(self._view.parts_of(self._view.claim)) if self._view.claim is not None else 0
        return self._on_claim("removed", lambda claim: shaping.removed(self._view.case, claim), along)

    def reword(self, gist: str) -> ActionResult:
        """Another wording of the chosen claim that stands by itself. Raises FactcheckError when it is the one it has."""
        return self._on_claim("reworded", lambda claim: shaping.reworded(claim, gist, self._view.reader.name))

    def give(self, name: str) -> ActionResult:
        """Say who says the chosen claim; with no name it is the article's own. Raises FactcheckError when that cannot be."""
        what = f"now said by {one_line(name, 40)}" if name else "now the article's own words"
        return self._on_claim(what, lambda claim: shaping.given(self._view.case, claim, name, self._view.reader.name))

    def tie(self, mention: Mention | None, name: str | None, means: str) -> Tie:
        """That a mention, or a name throughout, means somebody, as the reviewer says now."""
        return Tie(mention=mention, name=name, means=means, by=self._view.reader.name, at=self._clock())

    def put_right(self, tie: Tie, made: Case) -> ActionResult:
        """Say whom words mean; `made` is the case that comes of it. Raises FactcheckError when nothing does."""
        old, new = ({claim.id: claim for claim in case.claims} for case in (self._view.case, made))
        before = tuple(claim for claim in self._view.case.claims if new.get(claim.id) != claim)
        after = tuple(claim for claim in made.claims if old.get(claim.id) != claim)
        if not (before or after) and made.entities == self._view.case.entities:
            raise FactcheckError("No claim depends on these words; to say who said this one, set its speaker.")
        words = f"“{one_line(tie.mention.text if tie.mention else tie.name or '', 40)}” means {one_line(tie.means, 40)}"
        retie = Retie(tie, (self._view.case.entities, self._view.case.flags), (made.entities, made.flags))
        edits = (retie, self._reshape(before, after)) if before or after else (retie,)
        here, aspect, offset = self._view.chosen, self._view.aspect, self._view.claim.start if self._view.claim else 0
        self._do(Step(words, edits, here, aspect))
        self._view.go_near(here, offset, aspect)
        return ActionResult(f"{words}; {followed(len(after), sum(claim.id not in new for claim in before))}.", saves=True)

    def _on_claim(self, what: str, shape: Callable[[Claim], shaping.Shape], along: int = 0) -> ActionResult:
        if self._view.claim is None:
            return ActionResult(NONE_CHOSEN)
        claim = self._view.case.claim(self._view.claim.id)  # with what a blind reader does not see, so that none of it is lost
        return self.put(about(what, claim, along=along), shape(claim))

    @property
    def lost(self) -> list[tuple[dict[str, Any], Claim]]:
        """The lost claims, each with the table that the case has it in; none for who reads blind."""
        from factcheck.casefile import orphans

        return [] if self._view.reader.blind else list(orphans(self._view.case))

    @property
    def any_lost(self) -> bool:
        """Whether there are lost claims that the reader may see."""
        from factcheck.casefile import orphans

        return not self._view.reader.blind and any(True for _ in orphans(self._view.case))

    def reattach(self, table: dict[str, Any], lost: Claim, claim: Claim) -> ActionResult:
        """Hang a claim that the article lost on one that it has. Raises FactcheckError for two that are not of a sort."""
        shape = shaping.reattached(self._view.case, lost, self._view.case.claim(claim.id))
        words = f"lost claim “{one_line(lost.text, 40)}” moved to {called(claim)}"
        reshape = self._reshape(shape.before, shape.after, into=shape.after[0].id)
        self._do(Step(words, (reshape, DropOrphan(table)), claim.id, self._view.aspect))
        self._view.choose(shape.after[0].id)
        return ActionResult(sentence(words), saves=True)

    def forget(self, table: dict[str, Any], lost: Claim) -> ActionResult:
        """Let a claim that the article lost go, with what was decided on it."""
        words = f"lost claim dropped, with what was decided on it: “{one_line(lost.text, 40)}”"
        gone = Reshape((), (), removals((lost,), (), self._view.reader.name, self._clock()))
        self._do(Step(words, (DropOrphan(table), gone), self._view.chosen, self._view.aspect))
        return ActionResult(sentence(words), saves=True)
