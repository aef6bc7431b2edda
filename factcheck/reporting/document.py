"""What `--json` prints and the JSON report holds: one object, with a published JSON Schema made from these classes.

Absent is `null`, spans are half-open ranges of code points into `article.text`, and every key is always there.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from factcheck.model import (
    SCHEMA,
    Agreement,
    Bearing,
    Borne,
    Case,
    Claim,
    Dismissal,
    Entity,
    Evidence,
    Flag,
    Progress,
    Review,
    SignOff,
    Source,
    Span,
    Words,
    agreements,
)
from factcheck.model.article import BlockRole
from factcheck.model.claim import ClaimKind, Mode
from factcheck.model.entity import EntityKind, Gender, How
from factcheck.model.flag import Severity
from factcheck.model.values import Basis, Change, DateKind, DateMod
from factcheck.model.verdicts import Standing
from factcheck.reporting.whole import whole

Number = Annotated[Decimal, PlainSerializer(lambda d: int(d) if d == d.to_integral_value() else float(d), return_type=int | float)]
"""A number as JSON has it. JSON knows no decimals: what a float cannot hold exactly is rounded to the nearest it can."""

Offsets = tuple[int, int]


class Out(BaseModel):
    """An object of a published JSON Schema: every key is always there."""

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)


class BlockOut(Out):
    """A part of the article and what it is."""

    role: BlockRole
    start: int
    end: int


class LandmarkOut(Out):
    """Where another page, chapter or time of the document begins."""

    at: int
    name: str


class ArticleOut(Out):
    """The article as it was read."""

    text: str
    blocks: list[BlockOut]
    landmarks: list[LandmarkOut]
    headline: str | None
    published: datetime | date | None
    place: str | None
    agency: str | None
    byline: str | None
    source: str | None
    sha256: str


class WordsOut(Out):
    """Words of the article and where they stand."""

    text: str
    start: int
    end: int


class SpeakerOut(WordsOut):
    """Who is said to have said it; `name` and `title` are what the words resolve to, and `entity` the id of that one."""

    name: str | None
    title: str | None
    entity: str | None


class DateOut(Out):
    """What a time expression means (TIMEX3 value and calendar interval), and what that rests on beside its own words."""

    value: str
    kind: DateKind
    earliest: date | None
    latest: date | None
    mod: DateMod | None
    anchor: date | None = Field(description="The day that it was told from.")
    basis: Basis | None = Field(description="; ".join(f"{basis}: {basis.row.meaning}" for basis in Basis))
    told_year: int | None = Field(description="The year that was told before it, where it has none of its own.")


class FigureOut(Out):
    """What a figure means."""

    value: Number
    high: Number | None
    unit: str | None
    change: Change


class ClaimOut(Out):
    """One claim."""

    id: str
    kind: ClaimKind
    start: int
    end: int
    text: str
    gist: str
    speaker: SpeakerOut | None
    cue: WordsOut | None
    mode: Mode | None
    content: list[Offsets]
    part_of: str | None
    date: DateOut | None
    figure: FigureOut | None
    entity: str | None
    checkable: bool = Field(
        description="Whether it can be looked up; where somebody said it, whether what was said can be: that it was said always can."
    )
    reason: str | None = Field(description="Why it is not checkable: `opinion: “…”`, with the words that show it.")


class MentionOut(WordsOut):
    """A place where an entity is mentioned, and how."""

    how: How


class EntityOut(Out):
    """A person, body, place or thing that the article names."""

    id: str
    kind: EntityKind
    name: str
    names: list[str]
    titles: list[str]
    gender: Gender | None
    ages: list[int]
    party: str | None
    kin: list[str]
    mentions: list[MentionOut]


class FlagOut(Out):
    """Places in the article that do not agree."""

    check: str
    severity: Severity
    message: str
    spans: list[WordsOut]
    suggestion: str | None
    fingerprint: str


class LeftOutOut(Out):
    """Words that no claim is made from."""

    role: str = Field(description="What they are: the role of their block, or what became of them where the text does not hold them.")
    words: str
    why: str
    start: int | None
    end: int | None


class Document(Out):
    """What `factcheck split --json` and `factcheck check --json` print for each article."""

    schema_version: int = Field(alias="schema")
    article: ArticleOut
    claims: list[ClaimOut]
    entities: list[EntityOut]
    flags: list[FlagOut]
    left_out: list[LeftOutOut] | None = Field(description="Null where the article was not read anew, but opened from a case.")


class ReviewedClaimOut(ClaimOut):
    """One claim with everything that readers decided and lean on."""

    standing: Standing
    so: Standing | None
    reviews: list[Review]
    evidence: list[Evidence]


class ReviewedFlagOut(FlagOut):
    """A flag, and who let it pass."""

    dismissal: Dismissal | None


class NotInSourceOut(Out):
    """What is quoted from a source, or a figure or day for which it is cited, and does not stand there as it is."""

    claim: str = Field(description="The id of the claim, or of its figure or date.")
    quote: str
    source: str
    amount: bool = Field(description="Whether it is a figure or a day, no quotation.")
    match: int = Field(description="How much alike what is found is, of 100; 0 where nothing is.")
    found: str | None
    place: str | None
    remarks: list[str]


class Report(Out):
    """The JSON report: the document with standings, reviews, evidence, dismissals, progress and how far readers agree."""

    schema_version: int = Field(alias="schema")
    article: ArticleOut
    progress: Progress
    agreements: list[Agreement]
    signed: bool
    signoffs: list[SignOff]
    claims: list[ReviewedClaimOut]
    entities: list[EntityOut]
    flags: list[ReviewedFlagOut]
    sources: list[Source]
    not_in_source: list[NotInSourceOut]
    case: dict[str, Any] = Field(description="All that the case file holds, for `factcheck import`.")


def _pick(wanted: type[Out], value: Any, **more: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in wanted.model_fields if name not in more} | more


def _words(words: Words | None) -> dict[str, Any] | None:
    return _pick(WordsOut, words) if words else None


def _offsets(spans: tuple[Span, ...]) -> list[Offsets]:
    return [(span.start, span.end) for span in spans]


def _claim(claim: Claim) -> dict[str, Any]:
    return _pick(
        ClaimOut,
        claim,
        speaker=_pick(SpeakerOut, claim.speaker) if claim.speaker else None,
        cue=_words(claim.cue),
        content=_offsets(claim.content),
        date=_pick(DateOut, claim.date) if claim.date else None,
        figure=_pick(FigureOut, claim.figure) if claim.figure else None,
    )


def _flag(flag: Flag) -> dict[str, Any]:
    return _pick(FlagOut, flag, spans=[_words(span) for span in flag.spans])


def _entity(entity: Entity) -> dict[str, Any]:
    return _pick(EntityOut, entity, mentions=[_pick(MentionOut, mention) for mention in entity.mentions])


def _article(case: Case) -> dict[str, Any]:
    blocks = [_pick(BlockOut, block) for block in case.article.blocks]
    return _pick(ArticleOut, case.article, blocks=blocks, landmarks=[_pick(LandmarkOut, one) for one in case.article.landmarks])


def document(case: Case) -> Document:
    """The object that `--json` prints."""
    left_out = case.article.left_out
    return Document.model_validate(
        {
            "schema": SCHEMA,
            "article": _article(case),
            "claims": [_claim(c) for c in case.claims],
            "entities": [_entity(e) for e in case.entities],
            "flags": [_flag(f) for f in case.flags],
            "left_out": None if left_out is None else [_pick(LeftOutOut, one) for one in left_out],
        }
    )


def _lacking(one: Borne) -> dict[str, Any]:
    found = one.quotation
    return _pick(NotInSourceOut, found, source=one.source.called, amount=one.amount, remarks=one.remarks)


def report(case: Case) -> Report:
    """The object that the JSON report holds."""
    from factcheck.model import Aspect

    claims = [
        _claim(c)
        | {
            "standing": c.standing(),
            "so": c.standing(Aspect.SO) if c.attributed else None,
            "reviews": c.reviews,
            "evidence": c.evidence,
        }
        for c in case.claims
    ]
    flags = [_flag(f) | {"dismissal": case.dismissal_of(f)} for f in case.flags]
    return Report.model_validate(
        {
            "schema": SCHEMA,
            "article": _article(case),
            "progress": case.progress(),
            "claims": claims,
            "flags": flags,
            "entities": [_entity(e) for e in case.entities],
        }
        | {"agreements": agreements(case.claims), "signed": case.signed is not None, "signoffs": case.signoffs}
        | {"not_in_source": [_lacking(one) for one in Bearing(case).lacking()]}
        | {"sources": case.every_source, "case": whole(case)}
    )


def as_json(case: Case) -> str:
    """The document on one line, so that several articles make JSON Lines."""
    return document(case).model_dump_json(by_alias=True)


def report_as_json(case: Case) -> str:
    """The JSON report, indented, with a line end."""
    return report(case).model_dump_json(by_alias=True, indent=2) + "\n"


def json_schema(of: type[Out] = Document) -> str:
    """The JSON Schema (draft 2020-12) of what `--json` prints."""
    schema = of.model_json_schema(by_alias=True, mode="serialization")
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=2) + "\n"
