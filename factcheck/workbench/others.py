"""What somebody else did to a case meanwhile, told by name in one line; of what a reader who is blind may not know, nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from factcheck.model import Case, Claim, NoteAction, Reader, Removal, Review, SignAction, count, one_line

Entry = TypeVar("Entry")


@dataclass(frozen=True)
class Deed:
    """One thing that somebody did: `did` tells it in full, `kind` is what it is counted as, and `claim` the claim that it was done to.

    Who reads blind is told of those that are `open`: they show nothing of what others think of a claim.
    """

    by: str | None
    did: str
    kind: str
    claim: Claim | None = None
    open: bool = False


def deeds(before: Case, after: Case, reader: Reader) -> list[Deed]:
    """What others made of a case, as far as a reader may know it."""
    return [deed for deed in _deeds(before, after, reader) if deed.open or not reader.blind]


def lapsed(before: Case, after: Case) -> str:
    """That a sign-off no longer holds, since the case has changed: by who signed while others went on. Empty where none has lapsed."""
    signed = after.last_signed
    if signed is None or after.signed is not None or (before.last_signed == signed and before.signed is None):
        return ""
    return f"The case has changed since {one_line(signed.by, 40)} signed it off: the sign-off no longer holds."


def told(deeds: Sequence[Deed], reader: Reader) -> str:
    """What others did, in a sentence for a reader; empty where there is nothing to tell."""
    if not deeds:
        return ""
    who = _named(dict.fromkeys(deed.by for deed in deeds), reader)
    if len(deeds) == 1:
        return f"{who} {deeds[0].did}."
    claims = {deed.claim.id: deed.claim for deed in deeds if deed.claim is not None}
    what = count(len(claims), "claim") if len(claims) > 1 else _called(*claims.values()) if claims else "the case"
    return f"{who} changed {what}: {', '.join(_counted(*one) for one in Counter(deed.kind for deed in deeds).items())}."


def _named(names: Iterable[str | None], reader: Reader) -> str:
    """The names in a row. Where no name was kept, it was somebody; and one may have the case open twice."""
    shown = ["somebody" if name is None else "you (in another window)" if name == reader.name else one_line(name, 40) for name in names]
    row = " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
    return f"{row[0].upper()}{row[1:]}"


def _counted(kind: str, n: int) -> str:
    return count(n, kind, _MANY.get(kind, kind))


_MANY = {kind: f"{kind}s" for kind in ("answer", "correction", "note", "question", "new claim", "talk")} | {
    "claim kept": "claims kept",
    "correction of what ran": "corrections of what ran",
    "flag dismissed": "flags dismissed",
    "flag reopened": "flags reopened",
    "note on the case": "notes on the case",
    "piece of evidence": "pieces of evidence",
    "verdict taken back": "verdicts taken back",
}
"""Kinds that have another form for several."""


def taken_out(one: Removal, reader: Reader) -> str:
    """What is told to a reader of a claim that was taken out at any time, from what the case keeps of it."""
    who = "You" if one.by == reader.name else one_line(one.by, 40)
    words = f"“{one_line(one.text, 48)}”"
    return f"{who} joined {words} with another claim." if one.into else f"{who} took out {words}."


def _deeds(before: Case, after: Case, reader: Reader) -> Iterator[Deed]:
    if before.article.text != after.article.text:
        yield Deed(None, "took in a new version of the article: what was done before cannot be undone", "new version", open=True)
    old, new = ({claim.id: claim for claim in case.claims} for case in (before, after))
    same_words = before.article.text == after.article.text
    taken = _less(after.removals, before.removals)
    back = [one for one in _less(before.removals, after.removals) if one.by != reader.name]  # the reader's own was kept by somebody else
    returned = {name: one for one in back for name in (one.claim, *one.parts) if name in new and name not in old}
    for claim in after.claims:
        there = old.get(claim.id)
        if claim.id in returned:
            if claim.id == returned[claim.id].claim:
                yield Deed(returned[claim.id].by, f"brought back the claim {_called(claim)}", "brought back", claim, open=True)
            continue
        if there is None and same_words:
            yield _came(claim)
        if there is not claim and there != claim:
            went = [old[one.claim] for one in taken if one.into == claim.id and one.claim in old]
            came = [new[one.claim] for one in back if one.into == claim.id and one.claim in returned]
            yield from _on_claim(*_as_whole(there, claim, went, came), reader, same_words=same_words)
    gone = {claim.id for claim in before.claims if claim.id not in new} if same_words else set()
    for claim in before.claims:
        if claim.id in gone and claim.part_of not in gone:
            yield _went(claim, next((one for one in taken if one.claim == claim.id), None), new)
    yield from _on_case(before, after, reader)


def _as_whole(old: Claim | None, new: Claim, went: Sequence[Claim], came: Sequence[Claim]) -> tuple[Claim | None, Claim]:
    """A claim before and after others went into it, or came out of it: what is written about those is no news."""
    if went:
        return _with_entries(new, [*([old] if old else []), *went]), new
    return old, _with_entries(old, [new, *came]) if old and came else new


def _with_entries(claim: Claim, of: Sequence[Claim]) -> Claim:
    return claim.model_copy(
        update={key: tuple(entry for one in of for entry in getattr(one, key)) for key in ("reviews", "evidence", "former")}
    )


def _came(claim: Claim) -> Deed:
    """A claim that was not there: one that a person made, or one that was taken out here and worked on elsewhere."""
    if claim.made_by is not None:
        return Deed(claim.made_by, f"made a new claim, {_called(claim)}", "new claim", claim, open=True)
    by = next((review.by for review in reversed(claim.reviews)), None)
    return Deed(by, f"kept the claim {_called(claim)}", "claim kept", claim, open=True)


def _went(claim: Claim, removal: Removal | None, new: Mapping[str, Claim]) -> Deed:
    """A claim that is there no more; who took it out is not known of a case that an earlier version kept."""
    whole = new.get(removal.into or "") if removal else None
    if removal is not None and whole is not None:
        return Deed(removal.by, f"joined two claims: {_called(whole)}", "joined", whole, open=True)
    return Deed(removal.by if removal else None, f"took out the claim {_called(claim)}", "taken out", claim, open=True)


def _on_claim(old: Claim | None, new: Claim, reader: Reader, *, same_words: bool) -> Iterator[Deed]:
    words = _called(new)
    for review in _less(new.reviews, old.reviews if old else ()):
        yield _of_review(review, new)
    for review in _less(old.reviews, new.reviews) if old else ():
        what = "a verdict" if review.verdict else "what was written"
        yield Deed(review.by, f"took back {what} on {words}", "verdict taken back" if review.verdict else "taken back", new)
    ended = _less(new.former, old.former if old else ())
    for former in ended:
        did = "changed" if former.changed else "took away"
        yield Deed(former.ended_by, f"{did} evidence on {words}", f"evidence {'changed' if former.changed else 'taken away'}", new)
    come = _less(new.evidence, old.evidence if old else ())
    for item in come[: len(come) - sum(former.changed for former in ended)]:
        yield Deed(item.added_by, f"added evidence to {words}", "piece of evidence", new)
    for item in _less(old.evidence, new.evidence) if old is not None and same_words and not come and not ended else ():
        yield Deed(item.added_by, f"took evidence on {words} back", "evidence taken back", new)
    if old is not None and same_words and _itself(old) != _itself(new):
        by = _changed_by(old, new, reader)
        did, kind = next(told for holds, told in _PUT_RIGHT if holds(old, new))
        yield Deed(by, did.format(words), kind, new, open=True)


BOTH = "changed on both sides"
"""The kind of a deed that two versions are kept of."""


def _kept_beside(claim: Claim) -> int:
    return sum("_other" in key for key in claim.model_extra or {})


_PUT_RIGHT: tuple[tuple[Callable[[Claim, Claim], object], tuple[str, str]], ...] = (
    (lambda old, new: _kept_beside(new) > _kept_beside(old), ("changed {} as well", BOTH)),
    (lambda old, new: old.value != new.value, ("set what {} means", "meaning set")),
    (lambda old, new: old.text != new.text, ("gave a claim other words: {}", "other words")),
    (lambda old, new: old.speaker != new.speaker, ("changed who says {}", "speaker changed")),
    (lambda old, new: old.gist != new.gist, ("reworded {}", "reworded")),
    (lambda old, new: old.model_extra != new.model_extra, ("changed {} as well", "changed")),
    (lambda _old, _new: True, ("changed {}", "changed")),
)
"""What was changed in a claim itself, the first that holds: as it is told by itself, and as it is counted."""


def _changed_by(old: Claim, new: Claim, reader: Reader) -> str | None:
    """Who changed a claim itself. Where the reader had changed it too, both names were kept, and it was the other one."""
    names = [new.value.set_by] if new.value is not None and new.value != old.value else []
    changed = new.made_by != old.made_by or new.made_by != reader.name  # it stays the reader's where the other took something back
    names += [
        new.made_by if changed else None,
        *((new.model_extra or {}).get(f"{key}_other") for key in ("made_by", "date_by", "figure_by")),
    ]
    return next((name for name in names if isinstance(name, str) and name != reader.name), names[0])


def _itself(claim: Claim) -> dict[str, object]:
    """The claim without what is written about it."""
    return {key: value for key, value in claim if key not in ("reviews", "evidence", "former", "made_by", "was", "part_of")}


def _of_review(review: Review, claim: Claim) -> Deed:
    """What one entry in a claim's history is. A verdict is told in the words of its row."""
    words = _called(claim)
    if review.verdict is not None and review.correction is None:
        half = f" ({review.aspect})" if review.aspect else ""
        return Deed(review.by, f"{review.verdict.row.deed.format(words)}{half}", review.verdict.value, claim)
    did, kind = next(told for holds, told in _WRITTEN if holds(review))
    return Deed(review.by, did.format(words), kind, claim)


_WRITTEN: tuple[tuple[Callable[[Review], object], tuple[str, str]], ...] = (
    (lambda review: review.correction, ("asked for a correction of {}", "correction")),
    (lambda review: review.withdraws, ("took back a note or question on {}", "taken back")),
    (lambda review: review.answer, ("wrote down the author's answer on {}", "answer")),
    (lambda review: review.on, ("changed a note or question on {}", "changed")),
    (lambda review: review.question, ("asked the author about {}", "question")),
    (lambda _review: True, ("wrote a note on {}", "note")),
)
"""What an entry without a mere verdict is, the first that holds: as it is told by itself, and as it is counted."""


def _on_case(before: Case, after: Case, reader: Reader) -> Iterator[Deed]:
    """What was done to the case as a whole."""
    for signoff in _less(after.signoffs, before.signoffs):
        signed = signoff.action is SignAction.SIGNED
        yield Deed(signoff.by, "signed the case off" if signed else "opened the case again", "sign-off", open=True)
    for note in _less(after.notes, before.notes):
        written = note.action is NoteAction.WRITTEN
        did = "wrote a note on the case" if written else "dealt with a note on the case"
        yield Deed(note.by, did, "note on the case", open=written and note.mentions_one(reader.name))
    flags = {flag.fingerprint: f": {one_line(flag.message, 60)}" for flag in before.flags}
    for dismissal in _less(after.dismissals, before.dismissals):
        yield Deed(dismissal.by, f"dismissed a flag{flags.get(dismissal.fingerprint, '')}", "flag dismissed")
    for dismissal in _less(before.dismissals, after.dismissals):
        yield Deed(None, f"reopened a flag{flags.get(dismissal.fingerprint, '')}", "flag reopened")
    for one in _less(after.corrections, before.corrections):
        did = "withdrew a correction of what ran" if one.withdraws else "wrote down a correction of what ran"
        yield Deed(one.by, did, "correction of what ran")
    for waiver in _less(after.waivers, before.waivers):
        yield Deed(waiver.by, f"let “{one_line(waiver.text, 40)}” pass", "let pass", open=True)
    for contact in _less(after.contacts, before.contacts):
        yield Deed(contact.by, f"logged a talk with {one_line(contact.person, 40)}", "talk")
    for tie in _less(after.ties, before.ties):
        yield Deed(tie.by, f"said that {one_line(tie.means, 40)} is meant", "said who is meant", open=True)


def _less(entries: Sequence[Entry], others: Sequence[Entry]) -> list[Entry]:
    """The entries, but for as many of each as there are among the others."""
    left = list(entries)
    for other in others:
        if other in left:
            left.remove(other)
    return left


def _called(claim: Claim) -> str:
    return f"“{one_line(claim.in_context, 48)}”"
