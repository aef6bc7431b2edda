"""What readers, or two versions of the file, do not agree on: both sides of each, to be laid side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.casefile.columns import called
from factcheck.casefile.keys import ARTICLE, CLAIM, TEXT
from factcheck.casefile.settling import Beside, beside
from factcheck.model import Aspect, Case, Claim, Review, Standing, Verdict
from factcheck.workbench.view import View


@dataclass(frozen=True)
class Side:
    """One side: whose it is, and what it says, line by line. `verdict` is the one that it gives."""

    whose: str
    lines: tuple[str, ...]
    verdict: Verdict | None = None


@dataclass(frozen=True)
class Difference:
    """Two sides or more that do not agree on `about`. Those in `keys` are two values of the claim itself, of which the first counts."""

    about: str
    sides: tuple[Side, ...]
    claim: str | None = None
    aspect: Aspect | None = None
    keys: Beside | None = None


_SIDES = ["what counts now", "the other side"]


def differences(view: View) -> list[Difference]:
    """Everything that the reader sees differ, in the order of the text; what is not about a claim comes last."""
    return [*(found for claim in view.claims for found in _on_claim(view, claim)), *_on_case(view.case)]


def _on_claim(view: View, claim: Claim) -> Iterator[Difference]:
    for aspect in claim.aspects if claim.reviews else ():
        if view.standing(claim, aspect) is Standing.CONFLICT:
            yield Difference(str(aspect or "is it so"), tuple(_sides(claim, aspect)), claim.id, aspect)
    if claim.model_extra:
        for keys in beside(claim):
            whose = [f"{side}, by {by}" for side, by in zip(_SIDES, keys.by, strict=True)] if keys.by else _SIDES
            counts = Side(whose[0], _lines(keys, keys.counts))
            yield Difference(called(keys.keys[0][0], CLAIM), (counts, Side(whose[1], _lines(keys, keys.other))), claim.id, keys=keys)


def _sides(claim: Claim, aspect: Aspect | None) -> Iterator[Side]:
    """Every reader whose verdict on these words counts, with what they wrote about the claim, and what they hung on it."""
    newest = {(r.role.row.settles, r.by): r for r in claim.reviews if r.verdict is not None and r.aspect == aspect}
    current = [review for review in newest.values() if review.judged in (None, claim.judged)]
    weighty = [review for review in current if review.role.row.settles] or current
    for review in sorted(weighty, key=lambda review: review.at):
        yield Side(review.by, tuple(_said_by(claim, review)), review.verdict)


def _said_by(claim: Claim, review: Review) -> Iterator[str]:
    yield f"{review.verdict}, {review.at.date()}{' (blind)' if review.blind else ''}"
    for entry in claim.reviews:
        if entry.by == review.by:
            for label, words in (
                ("should read", entry.correction),
                ("note", entry.note),
                ("asks the author", entry.question),
                ("the author answers", entry.answer),
            ):
                if words:
                    yield f"{label}: {words}"
    for item in claim.evidence:
        if item.added_by == review.by:
            yield f"{item.stance}: {item.title or item.source or item.url or 'unnamed source'}{f' “{item.quote}”' if item.quote else ''}"


def _lines(keys: Beside, values: tuple[str, ...]) -> tuple[str, ...]:
    """The values without the places among them, which are numbers and go with the words that stand there."""
    told = [(key, value) for (key, _), value in zip(keys.keys, values, strict=True) if not key.endswith("_at") and key != "at"]
    if len(told) <= 1:
        return (told[0][1] or "nothing",) if told else tuple(value or "nothing" for value in values)
    return tuple(f"{key.replace('_', ' ')}: {value or 'nothing'}" for key, value in told)


def _on_case(case: Case) -> Iterator[Difference]:
    """Values of the article and of the case itself, which are settled in the file."""
    rest = dict(case.model_extra or {})
    words = rest.pop("text", {})
    for there in (dict(case.article), rest, {"article": case.article.text, **words}):
        for name, value in there.items():
            key = name.removesuffix("_other")
            if key != name:
                sides = ((f"{key} in the file", there.get(key, "nothing")), (f"{name} in the file", value))
                yield Difference(called(key, ARTICLE, TEXT), tuple(Side(whose, (str(said),)) for whose, said in sides))
