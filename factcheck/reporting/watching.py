"""What has changed in cases since somebody last looked, in words: who decided, wrote, added and signed what."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from factcheck.model import Case, Claim, count, one_line
from factcheck.model.changes import Changed, Entry, News
from factcheck.model.difference import acted_on, earlier_verdict
from factcheck.reporting import words
from factcheck.reporting.deeds import SOMEBODY, did, who

_MOST = 3
"""Claims that are told one by one."""


def change_lines(one: Changed, name: str) -> Iterator[str]:
    """What to tell of one file to its reader."""
    file = one_line(one.name, 200)
    if one.error is not None:
        yield f"{file}: {one.error}"
    elif one.case is None:
        yield f"{file} is no longer there."
    elif one.news is None:
        yield f"{file}: a new case, {count(len(one.case.claims), 'claim')}: {one_line(words.headline(one.case), 80)}"
    else:
        yield from (f"{file}: {line}" for line in news_lines(one.case, one.news, name))


def news_lines(case: Case, news: News, name: str) -> Iterator[str]:
    """What has changed in a case, a sentence each; `name` is whom it is told to."""
    if news.words:
        yield "The article has other words."
    yield from _of_claims("New claim", "new claims", news.new_claims)
    yield from _of_claims("Another meaning, speaker or wording", "claims mean something else", news.other_claims)
    if news.lost_claims:
        yield f"{count(news.lost_claims, 'claim')} taken out."
    claims = _claims(case)
    yield from (_added(entry, value, claims, name) for entry, value in news.added)
    yield from (_gone(entry, claims) for entry in news.gone)


def changes_as_json(told: Iterable[Changed], name: str, since: str | None) -> str:
    """The same as one JSON object, each entry as it is in the case and in a sentence; `since` is what was asked for, if anything."""
    return json.dumps({"since": since, "cases": [_as_data(one, name) for one in told]}, ensure_ascii=False)


def _as_data(one: Changed, name: str) -> dict[str, object]:
    return {
        "file": one.name,
        "error": one.error,
        "new": one.new,
        "gone": one.case is None and one.error is None,
        "headline": one.case.article.headline if one.case is not None else None,
        "changes": _changes(one.case, one.news, name) if one.case is not None and one.news is not None else None,
    }


def _changes(case: Case, told: News, name: str) -> dict[str, object]:
    claims = _claims(case)
    added = [
        _entry_as_data(entry, _added(entry, value, claims, name)) | {"entry": value.model_dump(mode="json", by_alias=True)}
        for entry, value in told.added
    ]
    return {
        "words": told.words,
        "new_claims": [claim.id for claim in told.new_claims],
        "other_claims": [claim.id for claim in told.other_claims],
        "lost_claims": told.lost_claims,
        "added": added,
        "gone": [_entry_as_data(entry, _gone(entry, claims)) for entry in told.gone],
    }


def _entry_as_data(entry: Entry, sentence: str) -> dict[str, object]:
    return {"list": entry.sort, "claim": entry.claim, "by": entry.by or None, "told": sentence}


def _claims(case: Case) -> dict[str, Claim]:
    return {claim.id: claim for claim in case.claims}


def _added(entry: Entry, value: Any, claims: Mapping[str, Claim], name: str) -> str:
    at, acting = "", {}
    if entry.claim is not None:
        history = claims[entry.claim].reviews if entry.claim in claims else ()
        at = f" {'on' if entry.sort == 'reviews' else 'to'} {_quoted(entry.claim, claims)}"
        if entry.sort == "reviews":
            acting = {"target": acted_on(value, history), "instead": earlier_verdict(value, history)}
    meant = " (you are mentioned)" if entry.sort == "notes" and value.mentions_one(name) else ""
    return f"{who(entry.by)} {did(entry.sort, value, **acting)}{at}{meant}."


def _quoted(claim: str, claims: Mapping[str, Claim]) -> str:
    return f"“{one_line(claims[claim].in_context if claim in claims else claim, 80)}”"


def _of_claims(one: str, many: str, claims: Sequence[Claim]) -> Iterator[str]:
    if len(claims) > _MOST:
        yield f"{len(claims)} {many}."
    else:
        yield from (f"{one}: “{one_line(claim.in_context, 80)}”." for claim in claims)


def _gone(entry: Entry, claims: Mapping[str, Claim]) -> str:
    on = f" on {_quoted(entry.claim, claims)}" if entry.claim is not None else ""
    return f"{_CALLED[entry.sort]} by {one_line(entry.by or SOMEBODY.lower(), 60)}{on} is no longer there."


_CALLED = {
    "reviews": "A decision or note", "evidence": "Evidence", "dismissals": "The dismissal of a flag", "waivers": "A waiver",
    "removals": "The removal of a claim",
    "contacts": "A talk", "ties": "A word on who is meant", "assignments": "An assignment", "notes": "A note",
    "corrections": "A correction", "signoffs": "A sign-off",
}  # fmt: skip
