"""What a report is made of, as plain data: texts, numbers, lists and dictionaries, and nothing that could do anything.

Templates get this and no objects of the program, so that one from elsewhere can show what it is given and not reach further.
docs/howto/templates.md tells a newsroom what each name holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.model import (
    Article,
    Bearing,
    Block,
    BlockRole,
    Borne,
    Case,
    Claim,
    Correction,
    Dismissal,
    Evidence,
    Flag,
    Review,
    Source,
    Standing,
    agreements,
    in_force,
    one_line,
)
from factcheck.reporting import words
from factcheck.reporting.colours import styles
from factcheck.reporting.desk import holder
from factcheck.reporting.first_page import Group, excerpt, first_page, readers_told, some, told
from factcheck.reporting.marks import Run, blocks_in_runs
from factcheck.reporting.once import once
from factcheck.reporting.to_do import THE_AUTHOR, Need, Task

Facts = dict[str, Any]

_TITLE = 160
"""Letters of a headline, or of the name of a source, where it stands above or beside other things."""
_SHORT = 90
"""Letters of a claim that stands above its history."""
_SOURCES = 2
"""Of the evidence on a thing to do so many pieces are named with it."""


@once
def facts(case: Case) -> Facts:
    """All that the reports people read say of a case."""
    bearing, page = Bearing(case), first_page(case)
    numbers = {source.key: number for number, source in enumerate(case.every_source, 1)}
    known_claims = {claim.id: _claim(case, claim, bearing, numbers) for claim in case.claims}
    parts = _parts(case.claims)
    for claim in case.claims:
        known_claims[claim.id]["parts"] = [known_claims[part.id] for part in parts[claim.id]]
    return {
        "title": one_line(words.headline(case), _TITLE),
        "article": _article(case.article),
        "status": page.status,
        "decided": words.decided(case),
        "undated": words.undated(case),
        "counted": words.counted(case),
        "tally": [{"label": label, "standings": [_counted(*one) for one in counts.items()]} for label, counts in words.tally(case)],
        "leans_on": words.leans_on(case),
        "checked_by": readers_told(case),
        "holders": some([holder(one, None) for one in case.holders]),
        "must": [_group(case, group, numbers) for group in page.must],
        "waiting": [_group(case, group, numbers) for group in page.waiting],
        "rest": [_group(case, group, numbers) for group in page.rest],
        "claims": [known_claims[claim.id] for claim in case.claims if claim.part_of is None],
        "histories": [known_claims[claim.id] for claim in case.claims if claim.reviews],
        "answered": [
            {"claim": known_claims[claim.id], "question": one.words, "answers": [_review(answer) for answer in one.answers]}
            for claim in case.claims
            for one in claim.questions
            if one.answers
        ],
        "dismissed": [_flag(flag) | _dismissal(past) for flag in case.flags if (past := case.dismissal_of(flag))],
        "corrected": [_corrected(case, one) for one in in_force(case.corrections)],
        "is_signed": case.signed is not None,
        "signed": words.signed(case),
        "signoffs": [words.signoff(entry) for entry in case.signoffs],
        "agreements": [words.agreement(pair) for pair in agreements(case.claims)],
        "sources": _sources(case, numbers),
        "blocks": [_block(block, runs) for block, runs in blocks_in_runs(case.article, case.claims)],
        "standings": styles(),
        "furniture": [case.article.words(block) for block in case.article.blocks_of(BlockRole.FURNITURE)],
    }


def _group(case: Case, group: Group, numbers: Mapping[str, int]) -> Facts:
    """Things to do of one kind."""
    return {
        "heading": group.heading,
        "more": group.number - len(group.tasks),
        "in_table": group.need is Need.UNDECIDED,
        "waits_for": _named(group.waits_for),
        "tasks": [_task(case, task, numbers) for task in group.tasks],
    }


def _named(waits_for: str | None) -> str | None:
    """Who has to act, where the heading does not say so already: "Wait for the author"."""
    return waits_for if waits_for != THE_AUTHOR else None


def _task(case: Case, task: Task, numbers: Mapping[str, int]) -> Facts:
    what, why = told(task)
    before, marked, after = excerpt(task)
    apart = {(item.key, item.stance, item.locator): item for item in task.sources}
    return {
        "what": what,
        "why": why,
        "before": before,
        "marked": marked,
        "after": after,
        "claim": task.claim.id if task.claim else None,
        "locator": task.sentence.locator if task.sentence else None,
        "by": task.by,
        "day": task.at.date().isoformat() if task.at else None,
        "waits_for": _named(task.waits_for),
        "sources": [_leaning(case, item, numbers) for item in list(apart.values())[:_SOURCES]],
    }


def _leaning(case: Case, item: Evidence, numbers: Mapping[str, int]) -> Facts:
    """A piece of evidence in short: how it stands to the claim, and which source it is."""
    reference = one_line(words.reference(item, case.source_of(item)), _TITLE)
    return {"stance": item.stance.value, "reference": reference, "url": item.url, "locator": item.locator, "number": numbers.get(item.key)}


def _article(article: Article) -> Facts:
    names = ("headline", "agency", "byline", "place", "source", "sha256")
    return {name: getattr(article, name) for name in names} | {"published": words.published(article)}


def _counted(standing: Standing, count: int) -> Facts:
    return {"standing": standing.value, "sign": standing.sign, "number": count}


def _claim(case: Case, claim: Claim, bearing: Bearing, numbers: Mapping[str, int]) -> Facts:
    standing = claim.standing()
    evidence = [_evidence(claim, item, bearing, numbers) for item in claim.evidence]
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "text": claim.text,
        "short": one_line(claim.text, _SHORT),
        "gist": claim.in_context,
        "locator": case.article.locator(claim.start),
        "attributed": claim.attributed,
        "speaker": words.who(claim.speaker) or None,
        "checkable": claim.checkable,
        "reason": claim.reason,
        "caveat": claim.caveat,
        "judged_words": claim.judged_words,
        "reading": words.reading(claim),
        "standing": standing.value,
        "sign": standing.sign,
        "colour": words.colour(claim),
        "verdict": words.verdict(claim),
        "verdicts": [{"about": about, "standing": one.value, "sign": one.sign} for about, one in words.verdicts(claim)],
        "judged_by": [_review(review) for review in _newest(claim)],
        "reviews": [_review(review) for review in claim.reviews],
        "evidence": evidence,
        "part": claim.part_of is not None,
        "own_row": bool(evidence) or standing.row.alarming or any(review.note or review.correction for review in claim.reviews),
    }


def _newest(claim: Claim) -> list[Review]:
    """Whose verdicts the claim's standing comes from: the last of each reader on each half of it, those alike in all but that once."""
    newest = {(review.by, review.aspect): review for review in claim.reviews if review.verdict is not None}
    return list({(review.by, review.at.date(), review.note): review for review in newest.values()}.values())


def _review(review: Review) -> Facts:
    said = {name: getattr(review, name) for name in ("by", "note", "question", "answer", "correction")}
    return said | {"did": words.history(review), "day": review.at.date().isoformat()}


def _evidence(claim: Claim, item: Evidence, bearing: Bearing, numbers: Mapping[str, int]) -> Facts:
    source = bearing.source_of(item)
    plain = {name: getattr(item, name) for name in ("title", "url", "locator", "quote", "note")}
    return plain | {
        "name": item.source,
        "stance": item.stance.value,
        "level": item.level.value if item.level else None,
        "accessed": item.accessed.isoformat() if item.accessed else None,
        "reference": words.reference(item, source),
        "own_reference": words.reference(item),
        "number": numbers.get(item.key),
        "status": source.status if source else None,
        "text_of": source.text_of if source else None,
        "digest": _digest(source),
        "archive": source.archive if source else None,
        "quotations": [_borne(one) for one in bearing.of(claim, item)],
    }


def _borne(one: Borne) -> Facts:
    return {"description": one.description, "whole": one.whole, "remarks": list(one.remarks)}


def _digest(source: Source | None) -> str | None:
    """The SHA-256 of a file that is kept, by which others know that theirs is the same; a page's is of our own snapshot."""
    return source.sha256 if source and not source.url else None


def _flag(flag: Flag) -> Facts:
    return {"check": flag.check, "severity": flag.severity.value, "message": flag.message}


def _dismissal(past: Dismissal) -> Facts:
    return {"by": past.by, "day": past.at.date().isoformat(), "reason": past.reason}


def _corrected(case: Case, one: Correction) -> Facts:
    """What was corrected after the article ran. Who asked for it is not told: that may be anybody's reader."""
    there = {claim.id for claim in case.claims}
    said = {name: getattr(one, name) for name in ("was", "now", "says", "why", "by")}
    return said | {"day": one.at.date().isoformat(), "claims": [claim for claim in one.claims if claim in there]}


def _sources(case: Case, numbers: Mapping[str, int]) -> list[Facts]:
    """Each source with its number and the ids of the claims that lean on it."""
    leaning: defaultdict[str, dict[str, None]] = defaultdict(dict)
    titles: dict[str, str] = {}
    for claim in case.claims:
        for item in claim.evidence:
            leaning[item.key][claim.id] = None
            if item.title:
                titles.setdefault(item.key, item.title)
    names = ("name", "url", "publisher", "author", "dated", "status", "text_of")
    return [
        {name: getattr(one, name) for name in names}
        | {"number": numbers[one.key], "title": one.title or titles.get(one.key)}
        | {"digest": _digest(one), "claims": list(leaning[one.key])}
        for one in case.every_source
    ]


def _block(block: Block, runs: Iterable[Run]) -> Facts:
    """A paragraph. The sign of a claim's standing goes with the last of its words here."""
    shown, at, signed = [], block.start, ""
    for run in runs:
        at += len(run.text)
        ending = [claim for claim in run.claims if claim.part_of is None and min(claim.end, block.end) == at]
        signs = "".join(words.sign(claim) for claim in ending)
        shown.append(_run(run) | {"signs": signs})
        signed += f"{run.text} {signs}" if signs else run.text
    return {"role": block.role.value, "runs": shown, "words": signed}


def _run(run: Run) -> Facts:
    claim = run.claim
    marked = {"claim": claim.id, "colour": words.colour(claim), "part": claim.part_of is not None} if claim else {"claim": None}
    return {"text": run.text} | marked


def _parts(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The names, dates and figures of each claim, by its id."""
    parts: dict[str, list[Claim]] = {claim.id: [] for claim in claims}
    for claim in claims:
        if claim.part_of in parts:
            parts[claim.part_of].append(claim)
    return parts
