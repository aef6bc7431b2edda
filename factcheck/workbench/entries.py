"""What hangs on the chosen claim, changed later: evidence, notes, questions and their answers, and talks. What was is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from factcheck import pipeline
from factcheck.model import Card, Channel, Claim, Contact, Evidence, FactcheckError, Former, Review, Stance, Written, one_line
from factcheck.model.published import PublishedCheck
from factcheck.workbench.edits import AddContact, AddEvidence, AddReview, Edit, EndEvidence, MakeConfidential, Step
from factcheck.workbench.results import NONE_CHOSEN, ActionResult, on, sentence
from factcheck.workbench.view import View

Entry = Evidence | Written
"""One thing that hangs on a claim."""


class Entries:
    """The evidence, notes and questions on the chosen claim. What cannot be done to one raises FactcheckError with the reason."""

    def __init__(self, view: View, clock: Callable[[], datetime], do: Callable[[Step], None], signed: Callable[..., Review]) -> None:
        self._view = view
        self._clock = clock
        self._do = do
        self._signed = signed

    @property
    def there(self) -> Sequence[Entry]:
        """What hangs on the chosen claim: open questions first, then evidence, notes, and questions that are answered."""
        claim = self._view.claim
        written = [one for one in claim.written if one.withdrawn is None] if claim else []
        first = [one for one in written if one.is_open]
        return [*first, *(claim.evidence if claim else ()), *(one for one in written if not one.is_open)]

    @property
    def cited(self) -> Evidence | None:
        """The first source of the writer's of which no reader has said what it does to the claim."""
        claim = self._view.claim
        return next((item for item in claim.evidence if item.stance is Stance.CITED), None) if claim else None

    def give_stance(self, item: Evidence, stance: Stance) -> ActionResult:
        """Say what a piece of evidence does to the claim, under the reviewer's name."""
        if item.stance is stance:
            raise FactcheckError(f"It already {stance} the claim.")
        return self._end(item, item.model_copy(update={"stance": stance}), f"“{_called(item)}” marked “{stance}”")

    def change(self, item: Evidence, changed: Evidence) -> ActionResult:
        """Put a piece of evidence right; when it was added and by whom stays."""
        names = ("url", "source", "stance", "level", "quote", "locator")
        fields = {name: getattr(changed, name) for name in names}
        moved = (item.url, item.source) != (changed.url, changed.source)
        fields |= {"title": changed.title, "accessed": self._clock().date() if changed.url else None} if moved else {}
        after = item.model_copy(update=fields)
        if after == item:
            raise FactcheckError("It says that already; nothing was done.")
        return self._end(item, after, f"“{_called(item)}” changed")

    def take_away(self, item: Evidence) -> ActionResult:
        """Take a piece of evidence away; what it was stays in the claim's history."""
        return self._end(item, None, f"“{_called(item)}” removed")

    def reword(self, one: Written, words: str) -> ActionResult:
        """Other words in the place of one's own note or question."""
        self._refuse_unless_own(one)
        if words == one.words:
            raise FactcheckError("It says that already; nothing was done.")
        key = "question" if one.is_question else "note"
        return self._on(f"{key} reworded", one, **{key: words})

    def take_back(self, one: Written) -> ActionResult:
        """Take back one's own note or question."""
        self._refuse_unless_own(one)
        return self._on("question withdrawn" if one.is_question else "note taken back", one, withdraws=True)

    def answer(self, one: Written, words: str) -> ActionResult:
        """Write down what the author answered to a question."""
        return self._on("author's answer", one, answer=words)

    def log(self, cards: Iterable[Card], person: str, how: Channel, said: dict[str, str | None]) -> ActionResult:
        """Log a talk about the chosen claim: it becomes evidence on it. `said` is what was confirmed and corrected, and their words."""
        claim = self._claim()
        contact = Contact(person=person, how=how, at=self._clock(), by=self._view.reader.name, claims=(claim.id,), **said)
        talk = pipeline.talk(self._view.case, cards, contact)
        if talk.contact in self._view.case.contacts:
            raise FactcheckError("This is in the log already; nothing was added.")
        edits: list[Edit] = [AddContact(talk.contact), AddEvidence(claim.id, talk.evidence)]
        edits += [MakeConfidential(talk.confidential, confidential=True)] if talk.confidential else []
        words = on(f"talk with {one_line(talk.contact.person, 40)} logged", claim)
        self._do(Step(words, tuple(edits), claim.id, self._view.aspect))
        return ActionResult(sentence(words), saves=True)

    def keep_check(self, check: PublishedCheck) -> ActionResult:
        """Hang a published fact-check on the chosen claim as evidence that mentions it; its rating is no verdict on the claim."""
        claim = self._claim()
        new = pipeline.new_mentions(self._view.case.claim(claim.id), [check], self._view.reader.name, self._clock())
        if not new:
            raise FactcheckError("This fact-check is attached to the claim already, or was before; nothing was added.")
        words = on("published fact-check kept as a mention", claim)
        self._do(Step(words, tuple(AddEvidence(claim.id, item) for item in new), claim.id, self._view.aspect))
        return ActionResult(sentence(words), saves=True)

    def _refuse_unless_own(self, one: Written) -> None:
        if one.entry.by != self._view.reader.name:
            what = "question" if one.is_question else "note"
            raise FactcheckError(f"This {what} is by {one_line(one.entry.by, 60)}; only who wrote it can change it or take it back.")

    def _end(self, item: Evidence, after: Evidence | None, words: str) -> ActionResult:
        """Put another piece in the place of one. A stance is signed by who gives it; what was is kept, unless it had none."""
        claim, by = self._claim(), self._view.reader.name
        if after is not None and after.stance is not item.stance:
            after = after.model_copy(update={"stance_by": by if item.added_by != by else None})
        new = after is not None and item.model_copy(update={"stance": after.stance, "stance_by": after.stance_by}) == after
        first = new and item.stance is Stance.CITED
        was = {name: getattr(item, name) for name in type(item).model_fields} | dict(item.model_extra or {})
        former = None if first else Former(**was, ended_by=by, ended_at=self._clock(), changed=after is not None)
        return self._step(on(words, claim), EndEvidence(claim.id, item, after, former), claim)

    def _on(self, what: str, one: Written, **entry: object) -> ActionResult:
        claim = self._claim()
        return self._step(on(what, claim), AddReview(claim.id, self._signed(on=one.entry.ref, **entry)), claim)

    def _step(self, words: str, edit: Edit, claim: Claim) -> ActionResult:
        self._do(Step(words, (edit,), claim.id, self._view.aspect))
        return ActionResult(sentence(words), saves=True)

    def _claim(self) -> Claim:
        if self._view.claim is None:
            raise FactcheckError(NONE_CHOSEN)
        return self._view.claim


def _called(item: Evidence) -> str:
    return one_line(item.title or item.source or item.url or "unnamed source", 40)
