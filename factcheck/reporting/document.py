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

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True, defer_build=True)


class BlockOut(Out):
    """A part of the article and what it is."""

    role: BlockRole = Field(description="What it is.")
    start: int = Field(description="Where it begins.")
    end: int = Field(description="Where it ends.")


class LandmarkOut(Out):
    """Where another page, chapter or time of the document begins."""

    at: int = Field(description="Where it begins.")
    name: str = Field(description="What it is called: page 2, 00:01:10.")


class ArticleOut(Out):
    """The article as it was read."""

    text: str = Field(description="All of its words, furniture too; every offset counts in them.")
    blocks: list[BlockOut] = Field(description="Its parts, which cover the text.")
    landmarks: list[LandmarkOut] = Field(description="Where pages, chapters or times begin.")
    headline: str | None = Field(description="The headline.")
    published: datetime | date | None = Field(description="When it appeared.")
    place: str | None = Field(description="Where it was written.")
    agency: str | None = Field(description="The agency or paper.")
    byline: str | None = Field(description="Who wrote it.")
    source: str | None = Field(description="The path or address that it was read from.")
    sha256: str = Field(description="The SHA-256 of the text.")


class WordsOut(Out):
    """Words of the article and where they stand."""

    text: str = Field(description="The words as written.")
    start: int = Field(description="Where they begin.")
    end: int = Field(description="Where they end.")


class SpeakerOut(WordsOut):
    """Who is said to have said it; `name` and `title` are what the words resolve to, and `entity` the id of that one."""

    name: str | None = Field(description="The full name of whoever the words mean.")
    title: str | None = Field(description="The title that goes with the name.")
    entity: str | None = Field(description="The id of that entity.")


class DateOut(Out):
    """What a time expression means (TIMEX3 value and calendar interval), and what that rests on beside its own words."""

    value: str = Field(description="The TIMEX3 value: 2019-03-01, 2024-Q1, P14M.")
    kind: DateKind = Field(description="What kind of time it is.")
    earliest: date | None = Field(description="Its first day.")
    latest: date | None = Field(description="Its last day.")
    mod: DateMod | None = Field(description="How it is qualified.")
    anchor: date | None = Field(description="The day that it was worked out from.")
    basis: Basis | None = Field(description="; ".join(f"{basis}: {basis.row.meaning}" for basis in Basis))
    told_year: int | None = Field(description="The year named earlier, where it has none of its own.")


class FigureOut(Out):
    """What a figure means."""

    value: Number = Field(description="The number; the lower end of a range.")
    high: Number | None = Field(description="The upper end of a range.")
    unit: str | None = Field(description="Money by its ISO code, percent, a unit, or what is counted.")
    change: Change = Field(description="How it is qualified.")


class ClaimOut(Out):
    """One claim."""

    id: str = Field(description="A short id that does not change.")
    kind: ClaimKind = Field(description="What it asserts.")
    start: int = Field(description="Where it begins.")
    end: int = Field(description="Where it ends.")
    text: str = Field(description="Its words as written.")
    gist: str = Field(description="The claim so that it makes sense on its own; what was added is in [brackets].")
    speaker: SpeakerOut | None = Field(description="Who said it; null where the article itself does.")
    cue: WordsOut | None = Field(description="The words that attribute it: said, according to.")
    mode: Mode | None = Field(description="How it is quoted.")
    content: list[Offsets] = Field(description="Where what was said stands.")
    part_of: str | None = Field(description="Of a name, date or figure, the id of the claim that it belongs to.")
    date: DateOut | None = Field(description="What a date means.")
    figure: FigureOut | None = Field(description="What a figure means.")
    entity: str | None = Field(description="Of a name, the id of the entity that it means.")
    checkable: bool = Field(
        description="Whether it can be looked up; where somebody said it, whether what was said can be: that it was said always can."
    )
    reason: str | None = Field(description="Why it is not checkable: `opinion: “…”`, with the words that show it.")


class MentionOut(WordsOut):
    """A place where an entity is mentioned, and how."""

    how: How = Field(description="By name, by role or by pronoun.")


class EntityOut(Out):
    """A person, body, place or thing that the article names."""

    id: str = Field(description="A short id that does not change.")
    kind: EntityKind = Field(description="What it is.")
    name: str = Field(description="The fullest name that the article gives.")
    names: list[str] = Field(description="The others, acronyms too.")
    titles: list[str] = Field(description="Titles and offices, as the article gives them.")
    gender: Gender | None = Field(description="As the article shows it.")
    ages: list[int] = Field(description="In years, as the article gives them.")
    party: str | None = Field(description="A political party.")
    kin: list[str] = Field(description="Whose relation it is: son of Ann Lee.")
    mentions: list[MentionOut] = Field(description="Every place that certainly means it.")


class FlagOut(Out):
    """Places in the article that do not agree."""

    check: str = Field(description="The check that found it.")
    severity: Severity = Field(description="How sure it is.")
    message: str = Field(description="What does not agree, in one sentence.")
    spans: list[WordsOut] = Field(description="Every place that is involved.")
    suggestion: str | None = Field(description="What to write instead, where that is sensible.")
    fingerprint: str = Field(
        description="The key under which a dismissal is stored; it does not change when other parts of the article do."
    )


class LeftOutOut(Out):
    """Words that no claim is made from."""

    role: str = Field(description="What they are: the role of their block, or what became of them where the text does not hold them.")
    words: str = Field(description="The words.")
    why: str = Field(description="Why they were left out.")
    start: int | None = Field(description="Where they begin, where the text holds them.")
    end: int | None = Field(description="Where they end.")


class Document(Out):
    """What `factcheck split --json` and `factcheck check --json` print for each article."""

    schema_version: int = Field(alias="schema", description="The version of this form.")
    article: ArticleOut = Field(description="The article.")
    claims: list[ClaimOut] = Field(description="Its claims, in order.")
    entities: list[EntityOut] = Field(description="Who and what it names.")
    flags: list[FlagOut] = Field(description="What does not agree.")
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

    schema_version: int = Field(alias="schema", description="The version of this form.")
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
