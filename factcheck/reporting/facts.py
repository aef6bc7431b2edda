"""What a report is made of, as plain data: texts, numbers, lists and dictionaries, and nothing that could do anything.

Templates get this and no objects of the program, so that one from elsewhere can show what it is given and not reach further.
docs/templates.md tells a newsroom what each name holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
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
    Thread,
    agreements,
    count,
    in_force,
)
from factcheck.reporting import words
from factcheck.reporting.colours import styles
from factcheck.reporting.desk import holder
from factcheck.reporting.marks import Run, blocks_in_runs

Facts = dict[str, Any]


def facts(case: Case) -> Facts:
    """All that the reports people read say of a case."""
    bearing = Bearing(case)
    parts = _parts(case.claims)
    known_claims = {claim.id: _claim(case, claim, bearing) for claim in case.claims}
    for claim in case.claims:
        known_claims[claim.id]["parts"] = [known_claims[part.id] for part in parts[claim.id]]
    reviews = [(claim, review) for claim in case.claims for review in claim.reviews]
    days = sorted(review.at.date().isoformat() for _, review in reviews)
    corrections = [{"claim": known_claims[claim.id], "review": _review(review)} for claim in case.claims for review in claim.wanted]
    still_open = [claim for claim in case.claims if claim.standing().open]
    return {
        "article": _article(case.article),
        "decided": words.decided(case),
        "counted": words.counted(case),
        "tally": [{"label": label, "standings": [_counted(*one) for one in counts.items()]} for label, counts in words.tally(case)],
        "to_do": _to_do(case, len(corrections)),
        "leans_on": words.leans_on(case),
        "claims": [known_claims[claim.id] for claim in case.claims if claim.part_of is None],
        "corrections": corrections,
        "questions": [{"claim": known_claims[claim.id], "question": words} for claim in case.claims for words in claim.open_questions],
        "answered": [
            {"claim": known_claims[claim.id], "question": one.words, "answers": [_review(answer) for answer in one.answers]}
            for claim in case.claims
            for one in claim.questions
            if one.answers
        ],
        "unsound": [
            known_claims[claim.id] for claim in case.claims if any(claim.standing(aspect).row.alarming for aspect in claim.aspects)
        ],
        "not_in_source": [_lacking(known_claims, one) for one in bearing.lacking()],
        "open_claims": [known_claims[claim.id] for claim in still_open if claim.part_of is None],
        "open_parts": sum(claim.part_of is not None for claim in still_open),
        "flags": [_flag(flag) for flag in case.open_flags],
        "dismissed": [_flag(flag) | _dismissal(past) for flag in case.flags if (past := case.dismissal_of(flag))],
        "holders": [holder(one, None) for one in case.holders],
        "notes": [_thread(thread) for thread in case.threads if thread.open],
        "corrected": [_corrected(case, one) for one in in_force(case.corrections)],
        "is_signed": case.signed is not None,
        "signed": words.signed(case),
        "signoffs": [words.signoff(entry) for entry in case.signoffs],
        "agreements": [words.agreement(pair) for pair in agreements(case.claims)],
        "reviewers": sorted({review.by for _, review in reviews}),
        "first_day": days[0] if days else None,
        "last_day": days[-1] if days else None,
        "sources": _sources(case),
        "blocks": [_block(block, runs) for block, runs in blocks_in_runs(case.article, case.claims)],
        "standings": styles(),
        "furniture": [case.article.words(block) for block in case.article.blocks_of(BlockRole.FURNITURE)],
    }


def _article(article: Article) -> Facts:
    names = ("headline", "agency", "byline", "place", "source", "sha256")
    return {name: getattr(article, name) for name in names} | {"published": words.published(article)}


def _counted(standing: Standing, count: int) -> Facts:
    return {"standing": standing.value, "sign": standing.sign, "number": count}


def _claim(case: Case, claim: Claim, bearing: Bearing) -> Facts:
    standing = claim.standing()
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "text": claim.text,
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
        "reviews": [_review(review) for review in claim.reviews],
        "evidence": [_evidence(claim, item, bearing) for item in claim.evidence],
    }


def _review(review: Review) -> Facts:
    said = {name: getattr(review, name) for name in ("by", "note", "question", "answer", "correction")}
    return said | {"did": words.history(review), "day": review.at.date().isoformat()}


def _evidence(claim: Claim, item: Evidence, bearing: Bearing) -> Facts:
    source = bearing.source_of(item)
    plain = {name: getattr(item, name) for name in ("title", "url", "locator", "quote", "note")}
    return plain | {
        "name": item.source,
        "stance": item.stance.value,
        "level": item.level.value if item.level else None,
        "accessed": item.accessed.isoformat() if item.accessed else None,
        "reference": words.reference(item, source),
        "own_reference": words.reference(item),
        "status": source.status if source else None,
        "text_of": source.text_of if source else None,
        "digest": _digest(source),
        "archive": source.archive if source else None,
        "quotations": [_borne(one) for one in bearing.of(claim, item)],
    }


def _borne(one: Borne) -> Facts:
    return {"description": one.description, "whole": one.whole, "remarks": list(one.remarks)}


def _lacking(claims: dict[str, Facts], one: Borne) -> Facts:
    """What does not stand in its source as it is: which words, of which claim and which source, and how that has them."""
    told = {"quote": one.quotation.quote, "description": one.source.describe(one.quotation), "remarks": list(one.remarks)}
    return told | {"claim": claims[one.claim], "source": one.source.called, "amount": one.amount}


def _digest(source: Source | None) -> str | None:
    """The SHA-256 of a file that is kept, by which others know that theirs is the same; a page's is of our own snapshot."""
    return source.sha256 if source and not source.url else None


def _flag(flag: Flag) -> Facts:
    return {"check": flag.check, "severity": flag.severity.value, "message": flag.message}


def _dismissal(past: Dismissal) -> Facts:
    return {"by": past.by, "day": past.at.date().isoformat(), "reason": past.reason}


def _thread(thread: Thread) -> Facts:
    """An open note with the answers to it, without those that their writers took back."""
    note, *answers = [{"by": note.by, "day": note.at.date().isoformat(), "text": note.text} for note in thread.standing]
    return note | {"answers": answers}


def _corrected(case: Case, one: Correction) -> Facts:
    """What was corrected after the article ran. Who asked for it is not told: that may be anybody's reader."""
    there = {claim.id for claim in case.claims}
    said = {name: getattr(one, name) for name in ("was", "now", "says", "why", "by")}
    return said | {"day": one.at.date().isoformat(), "claims": [claim for claim in one.claims if claim in there]}


def _sources(case: Case) -> list[Facts]:
    """Each source with the ids of the claims that lean on it."""
    leaning: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for claim in case.claims:
        for item in claim.evidence:
            leaning[item.key][claim.id] = None
    names = ("title", "name", "url", "publisher", "author", "dated", "status", "text_of")
    return [
        {name: getattr(one, name) for name in names} | {"digest": _digest(one), "claims": list(leaning[one.key])}
        for one in case.every_source
    ]


def _block(block: Block, runs: Iterable[Run]) -> Facts:
    return {"role": block.role.value, "runs": [_run(run) for run in runs]}


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


def _to_do(case: Case, corrections: int) -> str:
    progress = case.progress()
    dismissed = len(case.flags) - progress.flags
    asked = f"{count(corrections, 'correction')} asked for · {count(progress.questions, 'question')} to the author"
    undated = words.undated(case)
    return f"{asked} · {count(progress.flags, 'flag')} open, {dismissed} dismissed{f' · {undated}' if undated else ''}"
