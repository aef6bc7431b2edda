"""Articles and cases for tests, in our own words; claims are given by the words they stand on, so offsets are always true."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from factcheck.model import (
    Article,
    Aspect,
    Block,
    BlockRole,
    Case,
    Claim,
    ClaimKind,
    DateValue,
    Evidence,
    Figure,
    Flag,
    Mode,
    Review,
    Severity,
    Span,
    Speaker,
    Stance,
    Verdict,
    Words,
    claim_ids,
)

FERRY = """\
Harbour ferry refit runs late

The council said on Monday that the refit of the ferry Lady Anne would cost £1.2m, up from £900,000.

Engineer Ruth Okafor said: "We found rot in nine of the twelve frames." She added that work would end by May 2024.

The Regional Transport Authority paid for half of it. The RTA declined to comment. The ferry carried 3,400 people in 2022, \
the RAT said.

Share this article
"""
"""A small article with every kind of claim in it, a slip (RAT for RTA) and a line of furniture."""

AT = datetime(2024, 3, 5, 10, 30, tzinfo=UTC)

BRIDGE = """\
Bridge closes

Engineer Ruth Okafor, 45, said on Monday that the bridge would close. Anna Berg, a nurse, saw the cracks. Berg told Okafor so.

She said the trust would pay. Okafor, 54, said the NCTA had agreed. The NTCA paid.
"""
"""Two people, two ages for one surname, a pronoun, and a body in two spellings."""


def words(text: str, needle: str, nth: int = 1) -> Words:
    """The nth place where `needle` stands in `text`."""
    at = -1
    for _ in range(nth):
        at = text.index(needle, at + 1)
    return Words(start=at, end=at + len(needle), text=needle)


def article(text: str = FERRY, *, furniture: tuple[str, ...] = ("Share this article",), **fields: Any) -> Article:
    """An article whose first line is the headline and every later line a body block, but for the named furniture."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            role = BlockRole.HEADLINE if not blocks else BlockRole.FURNITURE if line in furniture else BlockRole.BODY
            blocks.append(Block(role=role, start=at, end=at + len(line)))
        at += len(line) + 1
    return Article(text=text, blocks=tuple(blocks), **{"published": date(2024, 3, 5), "source": "ferry.txt", **fields})


def claim(text: str, kind: str, needle: str, *, nth: int = 1, speaker: str | None = None, cue: str | None = None, **fields: Any) -> Claim:
    """A claim on the words `needle` of `text`; speaker and cue are looked for inside it."""
    at = words(text, needle, nth)
    inside = lambda part: words(text[: at.end], part, text[: at.start].count(part) + 1)  # noqa: E731 - three uses, one line
    fields.setdefault("gist", needle)
    if speaker:
        spot = inside(speaker)
        fields["speaker"] = Speaker(start=spot.start, end=spot.end, text=speaker, name=fields.pop("name", speaker))
    if cue:
        fields["cue"] = inside(cue)
    if kind in ("quote", "statement"):
        fields.setdefault("mode", Mode.DIRECT if kind == "quote" else Mode.INDIRECT)
    return Claim(id=claim_ids([(kind, needle, str(nth))])[0], kind=ClaimKind(kind), start=at.start, end=at.end, text=needle, **fields)


def ferry_case(*, reviewed: bool = False) -> Case:
    """The ferry article with its claims marked by hand; `reviewed` adds verdicts, evidence, a note, a question, a dismissal-ready flag."""
    t = FERRY
    cost = claim(
        t,
        "statement",
        "The council said on Monday that the refit of the ferry Lady Anne would cost £1.2m, up from £900,000.",
        speaker="The council",
        cue="said",
        content=(Span(start=t.index("the refit"), end=t.index(", up from") + 18),),
    )
    rot = claim(
        t,
        "quote",
        'Engineer Ruth Okafor said: "We found rot in nine of the twelve frames."',
        speaker="Engineer Ruth Okafor",
        name="Ruth Okafor",
        cue="said",
        gist='Engineer Ruth Okafor said: "We [the engineers] found rot in nine of the twelve frames."',
    )
    late = claim(
        t,
        "statement",
        "She added that work would end by May 2024.",
        speaker="She",
        name="Ruth Okafor",
        cue="added",
        gist="[Ruth Okafor] added that work would end by May 2024.",
    )
    half = claim(t, "assertion", "The Regional Transport Authority paid for half of it.")
    people = claim(t, "statement", "The ferry carried 3,400 people in 2022, the RAT said.", speaker="the RAT", cue="said")
    monday, may = words(t, "Monday"), words(t, "May 2024")
    parts = [
        claim(
            t,
            "date",
            "Monday",
            part_of=cost.id,
            gist="Monday [4 March 2024]",
            date=DateValue(**monday.model_dump(), value="2024-03-04", earliest=date(2024, 3, 4), latest=date(2024, 3, 4)),
        ),
        claim(t, "figure", "£1.2m", part_of=cost.id, figure=Figure(**words(t, "£1.2m").model_dump(), value=1200000, unit="GBP")),
        claim(t, "figure", "£900,000", part_of=cost.id, figure=Figure(**words(t, "£900,000").model_dump(), value=900000, unit="GBP")),
        claim(
            t,
            "date",
            "May 2024",
            part_of=late.id,
            date=DateValue(**may.model_dump(), value="2024-05", earliest=date(2024, 5, 1), latest=date(2024, 5, 31), mod="BEFORE"),
        ),
        claim(
            t,
            "figure",
            "3,400 people",
            part_of=people.id,
            figure=Figure(**words(t, "3,400 people").model_dump(), value=3400, unit="person"),
        ),
    ]
    if reviewed:
        cost = cost.model_copy(
            update={
                "reviews": (
                    Review(by="Ada", at=AT, aspect=Aspect.SAID, verdict=Verdict.VERIFIED, judged=cost.judged),
                    Review(by="Ada", at=AT, note="Minutes of 4 March, item 7"),
                ),
                "evidence": (
                    Evidence(
                        url="https://example.org/minutes?a=1&b=2",
                        stance=Stance.SUPPORTS,
                        quote="a cost of £1.2m",
                        locator="p. 3",
                        added_by="Ada",
                    ),
                    Evidence(source="Call with the clerk", stance=Stance.QUALIFIES, added_by="Ada"),
                ),
            }
        )
        rot = rot.model_copy(update={"reviews": (Review(by="Ada", at=AT, question="Nine of twelve, or of ten?"),)})
        half = half.model_copy(
            update={
                "reviews": (Review(by="Ada", at=AT, verdict=Verdict.DISPUTED, correction="paid for a third of it", judged=half.judged),)
            }
        )
    flag = Flag(
        check="acronym",
        severity=Severity.ERROR,
        message="RAT stands once, RTA once, and the long form Regional Transport Authority fits RTA only.",
        spans=(words(t, "The RTA").model_copy(update={"start": t.index("RTA"), "text": "RTA"}), words(t, "RAT")),
        suggestion="RTA",
        fingerprint="acronym:rat-rta",
    )
    claims = sorted((cost, rot, late, half, people, *parts), key=lambda c: (c.start, -c.end))
    return Case(article=article(), claims=tuple(claims), flags=(flag,))
