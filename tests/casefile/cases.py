"""Cases for these tests: any case at all (hypothesis), and small changes to the ferry case as people make them."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from factcheck.casefile.keys import TABLES
from factcheck.model import (
    Article,
    Aspect,
    AssignAction,
    Assignment,
    Basis,
    BlockRole,
    Case,
    Change,
    Channel,
    Claim,
    ClaimKind,
    Contact,
    Correction,
    DateKind,
    DateMod,
    Dismissal,
    Entity,
    EntityKind,
    Evidence,
    EvidenceLevel,
    Gender,
    How,
    Mode,
    Note,
    NoteAction,
    Quotation,
    Review,
    ReviewRole,
    SignAction,
    SignOff,
    Source,
    Stance,
    Tie,
    Verdict,
)
from tests.builders import AT

HOSTILE = (
    "", " ", "\0", "\x1b[31mred", "\x7f", "\u202eevil", "\u2066a\u2069", '"""', "\'\'\'", '"', "'", '""', 'a"""', "\\", '\\"', "\\u0041",
    "\r", "\r\n", "a\r\nb", "\n", "\n\n", "a\n", "\na", "a \nb\t\n", "# no comment", "[claims]", "[[claims]]", "\n[[claims]]\n",
    "\n[text]\n", "a = 1", "=", "\u2028", "\x85", "\ufeff", "é", "e\u0301", "\U0001f6a2", "\U000e0041", "x" * 300, "null", "true",
    "{", "1979-05-27", '"\n"', 'q"\n""', "\t", "]", "[markup]",
)  # fmt: skip
"""What has broken writers of TOML, readers of lines, and terminals."""

texts = (
    st.sampled_from(HOSTILE)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    | st.lists(st.sampled_from(HOSTILE), max_size=3).map("".join)
)
maybe = st.none() | texts
zones = st.sampled_from((UTC, timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-9, minutes=-30))))
moments = st.datetimes(timezones=zones)
values = st.recursive(
    st.booleans() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False) | texts | st.dates() | st.datetimes() | moments | st.times(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)
_NAMES = {name for table in TABLES for name in (*table.keys, *table.model.model_fields)}
unknown = st.dictionaries(texts.filter(lambda key: key not in _NAMES), values, max_size=2)


def some(kind: Any) -> st.SearchStrategy[Any]:
    """Any member, or none."""
    return st.none() | st.sampled_from(list(kind))


@st.composite
def known_and_unknown(draw: st.DrawFn, /, model: Any, **fields: st.SearchStrategy[Any]) -> Any:
    """A value of the model with keys that it does not know."""
    return model.model_validate({**draw(unknown), **{key: draw(field) for key, field in fields.items()}})


reviews = known_and_unknown(
    Review, by=texts, at=moments, role=st.sampled_from(list(ReviewRole)), aspect=some(Aspect), verdict=some(Verdict),
    note=maybe, correction=maybe, question=maybe, judged=maybe, blind=st.booleans(),
)  # fmt: skip
evidence = known_and_unknown(
    Evidence, url=maybe, source=maybe, title=maybe, stance=st.sampled_from(list(Stance)), level=some(EvidenceLevel), quote=maybe,
    locator=maybe, accessed=st.none() | st.dates(), added_by=maybe, added_at=st.none() | st.datetimes() | moments,
)  # fmt: skip
dismissals = known_and_unknown(Dismissal, fingerprint=texts, check=texts, by=texts, at=moments, reason=texts)
contacts = known_and_unknown(
    Contact, person=texts, how=st.sampled_from(list(Channel)), at=moments, by=texts, claims=st.lists(texts, max_size=2),
    confirmed=maybe, corrected=maybe, words=maybe,
)  # fmt: skip
assignments = known_and_unknown(
    Assignment, to=texts, role=st.sampled_from(list(ReviewRole)), action=st.sampled_from(list(AssignAction)),
    due=st.none() | st.dates() | moments, by=texts, at=moments,
)  # fmt: skip
notes = known_and_unknown(
    Note, id=texts, by=texts, at=moments, action=st.sampled_from(list(NoteAction)), text=texts.filter(bool), reply_to=texts.filter(bool)
)
corrections = known_and_unknown(
    Correction, id=texts, by=texts, at=moments, was=maybe, now=maybe, why=maybe, says=maybe, asked_by=maybe,
    claims=st.lists(texts, max_size=2), amends=maybe, withdraws=maybe,
)  # fmt: skip

signoffs = known_and_unknown(
    SignOff, action=st.sampled_from(list(SignAction)), by=texts, at=moments, note=texts.filter(bool), seal=texts.filter(bool)
)

quotations = known_and_unknown(
    Quotation,
    claim=texts,
    quote=texts,
    match=st.integers(0, 100),
    found=maybe,
    at=st.none() | st.integers(0, 9),
    remarks=st.lists(texts, max_size=2),
)
sources = known_and_unknown(
    Source, url=texts.filter(bool), confidential=st.booleans(), text_of=maybe, status=maybe, fetched=st.none() | moments, address=maybe,
    title=maybe, publisher=maybe, author=maybe, dated=maybe, sha256=maybe, archive=maybe, quotations=st.lists(quotations, max_size=2),
)  # fmt: skip


off_checks = st.lists(st.sampled_from(("name", "figure-conflict")), max_size=2)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = "".join(draw(st.lists(texts, max_size=4)))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    blocks = [{"role": draw(st.sampled_from(list(BlockRole))), "start": a, "end": b} for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    fields = {key: draw(maybe) for key in ("place", "agency", "byline", "source")}
    marks = sorted(draw(st.lists(st.integers(0, len(text)), max_size=2)))
    landmarks = [{"at": at, "name": draw(texts.filter(bool))} for at in marks]
    off = [{"start": a, "end": b, "checks": draw(off_checks)} for a, b in pairwise(marks)]
    published = draw(st.none() | st.dates() | st.datetimes() | moments)
    return Article.model_validate(
        {**draw(unknown), **fields, "text": text, "blocks": blocks, "landmarks": landmarks, "off": off, "published": published}
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any case whose places are true."""
    article = draw(articles())
    text = article.text

    def place() -> dict[str, Any]:
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        return {"start": start, "end": end, "text": text[start:end]}

    def claim(name: str) -> Claim:
        decimals = st.decimals(allow_nan=False, allow_infinity=False)
        speaker = draw(st.booleans()) and {**place(), "name": draw(maybe), "title": draw(maybe)}
        date = draw(st.booleans()) and {
            **place(), "value": draw(texts), "kind": draw(st.sampled_from(list(DateKind))), "mod": draw(some(DateMod)),
            "earliest": draw(st.none() | st.dates()), "latest": draw(st.none() | st.dates()),
            "anchor": draw(st.none() | st.dates()), "basis": draw(some(Basis)), "told_year": draw(st.none() | st.integers(1, 9999)),
        }  # fmt: skip
        figure = draw(st.booleans()) and {
            **place(), "value": draw(decimals), "high": draw(st.none() | decimals), "unit": draw(maybe),
            "change": draw(st.sampled_from(list(Change))),
        }  # fmt: skip
        content = [{"start": p["start"], "end": p["end"]} for p in (place() for _ in range(draw(st.integers(0, 2))))]
        return Claim.model_validate({
            **draw(unknown), **place(), "id": name, "kind": draw(st.sampled_from(list(ClaimKind))), "gist": draw(texts),
            "speaker": speaker or None, "cue": place() if draw(st.booleans()) else None, "mode": draw(some(Mode)), "content": content,
            "part_of": draw(maybe), "date": date or None, "figure": figure or None, "checkable": draw(st.booleans()), "reason": draw(maybe),
            "reviews": draw(st.lists(reviews, max_size=2)), "evidence": draw(st.lists(evidence, max_size=2)),
        })  # fmt: skip

    def mention() -> dict[str, Any]:
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        return {"start": start, "end": end, "text": text[start:end], "how": draw(st.sampled_from(list(How)))}

    def entity() -> Entity:
        return Entity.model_validate({
            **draw(unknown), "id": draw(texts), "kind": draw(st.sampled_from(list(EntityKind))), "name": draw(texts),
            "names": draw(st.lists(texts, max_size=2)), "titles": draw(st.lists(texts, max_size=2)), "gender": draw(some(Gender)),
            "ages": draw(st.lists(st.integers(1, 115), max_size=2)),
            "party": draw(maybe), "kin": draw(st.lists(texts, max_size=2)),
            "mentions": [mention() for _ in text[: draw(st.integers(0, 2))]],
        })  # fmt: skip

    def tie() -> Tie:
        of = {"mention": mention()} if text and draw(st.booleans()) else {"name": draw(texts)}
        return Tie.model_validate({**draw(unknown), **of, "means": draw(texts), "by": draw(texts), "at": draw(moments)})

    names = draw(st.lists(texts.filter(bool), unique=True, max_size=3))
    rest = draw(unknown)
    if words := draw(unknown):
        rest["text"] = words
    lists = {
        "entities": [entity() for _ in range(draw(st.integers(0, 2)))],
        "ties": [tie() for _ in range(draw(st.integers(0, 2)))],
        "dismissals": draw(st.lists(dismissals, max_size=2)),
        "contacts": draw(st.lists(contacts, max_size=2)),
        "assignments": draw(st.lists(assignments, max_size=2)),
        "notes": draw(st.lists(notes, max_size=2)),
        "corrections": draw(st.lists(corrections, max_size=2)),
        "signoffs": draw(st.lists(signoffs, max_size=2)),
        "sources": draw(st.lists(sources, max_size=2)),
    }
    return Case.model_validate({**rest, "article": article, "claims": [claim(name) for name in names], **lists})


def decide(case: Case, nth: int, by: str, verdict: str | None = "verified", minutes: int = 0, **fields: Any) -> Case:
    """The case after somebody has decided on its nth claim."""
    claim = case.claims[nth]
    aspect = claim.aspects[0] if verdict else None
    review = Review.model_validate(
        {"by": by, "at": AT + timedelta(minutes=minutes), "aspect": aspect, "verdict": verdict, "judged": claim.judged, **fields}
    )
    return case.with_claim(claim.model_copy(update={"reviews": (*claim.reviews, review)}))


def sign(case: Case, by: str, minutes: int = 0) -> Case:
    """The case after an editor has signed it off."""
    entry = SignOff(action=SignAction.SIGNED, by=by, at=AT + timedelta(minutes=minutes), seal=case.seal)
    return case.model_copy(update={"signoffs": (*case.signoffs, entry)})


def undo(case: Case, nth: int) -> Case:
    """The case without the newest review of its nth claim."""
    claim = case.claims[nth]
    return case.with_claim(claim.model_copy(update={"reviews": claim.reviews[:-1]}))


def attach(case: Case, nth: int, **fields: Any) -> Case:
    """The case with one more piece of evidence on its nth claim."""
    claim = case.claims[nth]
    return case.with_claim(claim.model_copy(update={"evidence": (*claim.evidence, Evidence.model_validate(fields))}))


def change(case: Case, nth: int, **fields: Any) -> Case:
    """The case with other values in its nth claim."""
    return case.with_claim(case.claims[nth].model_copy(update=fields))
