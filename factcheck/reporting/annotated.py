"""The annotated copy: the article on one side of the page, and beside each paragraph who checked its words against which source.

It is what checkers hand in on paper: every word that was checked is underlined, and a number leads from it to its source in the margin.
What is in no claim, and what nobody let pass, is seen as unchecked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import Any

from factcheck.model import Block, Case, Claim, Standing, Waiver
from factcheck.model.coverage import READ, Stretch, Tick, stretches
from factcheck.reporting import words
from factcheck.reporting.colours import styles
from factcheck.reporting.coverage import words_told
from factcheck.reporting.kinds import Kinds
from factcheck.reporting.marks import Run, blocks_in_runs
from factcheck.reporting.pages import ours
from factcheck.reporting.readers import checked_by, decided_by
from factcheck.reporting.rendering import render

Facts = dict[str, Any]


def as_annotated(case: Case) -> str:
    """The annotated copy as one HTML page for paper and screens: no script, nothing fetched."""
    return render("annotated.html.jinja", ours(), facts(case))


def facts(case: Case) -> Facts:
    """What the page says of a case, as plain data."""
    ticked = stretches(case)
    return {
        "title": words.headline(case),
        "about": [one for one in (case.article.byline, words.published(case.article), case.article.source) if one],
        "decided": words.decided(case),
        "signed": words.signed(case),
        "is_signed": case.signed is not None,
        "checked_by": [one.told for one in checked_by(case)],
        "words": words_told(case, ticked),
        "rows": list(_Copy(case, ticked).rows()),
        "standings": styles(),
    }


def in_order(case: Case) -> list[Claim]:
    """The claims that are no part of another, as one meets them in the article."""
    return sorted((claim for claim in case.claims if claim.part_of is None), key=lambda claim: (claim.start, -claim.end))


def numbers(case: Case) -> dict[str, int]:
    """The number of each claim in the margin, by its id; a name, date or figure has that of the claim that it belongs to."""
    whole = {claim.id: n for n, claim in enumerate(in_order(case), 1)}
    return whole | {claim.id: whole[claim.part_of] for claim in case.claims if claim.part_of in whole}


class _Copy:
    def __init__(self, case: Case, ticked: Iterable[Stretch]) -> None:
        self._case = case
        self._whole, self._numbers = in_order(case), numbers(case)
        self._parts: defaultdict[str | None, list[Claim]] = defaultdict(list)
        for claim in case.claims:
            self._parts[claim.part_of].append(claim)
        self._kinds = Kinds(case)
        self._loose = [one for one in ticked if one.tick in (Tick.NONE, Tick.WAIVED)]
        self._at = 0
        self._marked: set[str] = set()

    def rows(self) -> Iterator[Facts]:
        """Each paragraph in stretches, with the notes on the claims that begin in it."""
        claims, waivers, at = list(self._whole), list(self._case.waivers), 0
        for block, runs in blocks_in_runs(self._case.article, self._case.claims):
            begun = []
            while at < len(claims) and claims[at].start < block.end:
                begun.append(claims[at])
                at += 1
            passed = [one for one in waivers if block.start <= one.start < block.end]
            yield {
                "role": block.role.value,
                "segments": list(self._segments(block, runs)),
                "notes": [self._note(claim) for claim in begun],
                "passed": [_passed(one) for one in passed],
            }

    def _segments(self, block: Block, runs: Sequence[Run]) -> Iterator[Facts]:
        at = block.start
        for run in runs:
            end = at + len(run.text)
            if run.claim is None:
                yield from self._unclaimed(block, at, end)
            else:
                whole = [claim for claim in run.claims if claim.part_of is None]
                of = [run.claim] if run.claim.part_of else whole
                ending = [claim for claim in whole if min(claim.end, block.end) == end and claim.id not in self._marked]
                self._marked |= {claim.id for claim in ending}
                yield {
                    "text": run.text,
                    "tick": "open" if any(claim.standing().open for claim in of) else "decided",
                    "colour": words.colour(run.claim),
                    "numbers": [self._number(claim) for claim in ending],
                }
            at = end

    def _number(self, claim: Claim) -> Facts:
        """The number of a claim, with the sign of what is wrong about it, or about a name, date or figure in it."""
        standings = [one.standing(aspect) for one in (claim, *self._parts[claim.id]) for aspect in one.aspects]
        alarming = [standing.sign for standing in standings if standing.row.alarming]
        return {"n": self._numbers[claim.id], "sign": "".join(dict.fromkeys(alarming))}

    def _unclaimed(self, block: Block, start: int, end: int) -> Iterator[Facts]:
        """Text that is in no claim: its words by whether somebody let them pass, and what stands between them."""
        text, at = self._case.article.text, start
        for one in self._in(start, end) if block.role in READ else ():
            first, last = max(one.start, start), min(one.end, end)
            if first > at:
                yield _plain(text[at:first])
            yield _plain(text[first:last]) | {"tick": "passed" if one.tick is Tick.WAIVED else "unchecked"}
            at = last
        if at < end:
            yield _plain(text[at:end])

    def _in(self, start: int, end: int) -> Iterator[Stretch]:
        """The stretches in no claim that stand in a range; asked for in the order of the article, so that each is passed over once."""
        while self._at < len(self._loose) and self._loose[self._at].end <= start:
            self._at += 1
        yield from takewhile(lambda one: one.start < end, islice(self._loose, self._at, None))

    def _note(self, claim: Claim) -> Facts:
        return {
            **self._number(claim),
            "id": claim.id,
            "verdicts": _verdicts(claim),
            "sources": [self._kinds.told(claim, item) for item in claim.evidence],
            "unsourced": claim.checkable and not claim.evidence,
            "caveat": claim.caveat,
            **wanted(claim),
            "parts": [self._part(part) for part in self._parts[claim.id]],
        }

    def _part(self, part: Claim) -> Facts:
        """A name, date or figure of a claim: told in a word or two, with its sources where it has some of its own."""
        standing = part.standing()
        sources = [self._kinds.told(part, item) for item in part.evidence]
        by = decided_by(part, None)
        return {"text": part.text, "standing": standing.value, "sign": standing.sign, "by": by, "sources": sources} | wanted(part)


def _plain(text: str) -> Facts:
    return {"text": text, "tick": None, "colour": None, "numbers": []}


def _verdicts(claim: Claim) -> list[Facts]:
    """Where each half of a claim stands and by whom; one line for both where nobody has begun."""
    if not any(review.verdict for review in claim.reviews):
        return [{"about": None, "standing": Standing.UNREVIEWED.value, "sign": Standing.UNREVIEWED.sign, "by": ""}]
    return [
        {"about": aspect.row.that if aspect else None, "standing": one.value, "sign": one.sign, "by": decided_by(claim, aspect)}
        for aspect in claim.aspects
        for one in (claim.standing(aspect),)
    ]


def wanted(claim: Claim) -> Facts:
    """What is to be changed about a claim, and what the author is asked."""
    return {
        "write": [{"words": one.correction, "by": one.by, "why": one.note} for one in claim.wanted],
        "asked": list(claim.open_questions),
    }


def _passed(waiver: Waiver) -> Facts:
    return {"words": waiver.text, "by": waiver.by, "reason": waiver.reason}
