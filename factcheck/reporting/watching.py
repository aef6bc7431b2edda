"""What has changed in cases since somebody last looked, in words: who decided, wrote, added and signed what."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from factcheck.model import AssignAction, Case, Claim, NoteAction, count, one_line
from factcheck.model.changes import Changed, Entry, News
from factcheck.reporting import words

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
    gists = _gists(case)
    yield from (_added(entry, value, gists, name) for entry, value in news.added)
    yield from (_gone(entry, gists) for entry in news.gone)


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
    gists = _gists(case)
    added = [
        _entry_as_data(entry, _added(entry, value, gists, name)) | {"entry": value.model_dump(mode="json", by_alias=True)}
        for entry, value in told.added
    ]
    return {
        "words": told.words,
        "new_claims": [claim.id for claim in told.new_claims],
        "other_claims": [claim.id for claim in told.other_claims],
        "lost_claims": told.lost_claims,
        "added": added,
        "gone": [_entry_as_data(entry, _gone(entry, gists)) for entry in told.gone],
    }


def _entry_as_data(entry: Entry, sentence: str) -> dict[str, object]:
    return {"list": entry.sort, "claim": entry.claim, "by": entry.by or None, "told": sentence}


def _gists(case: Case) -> dict[str, str]:
    return {claim.id: claim.in_context for claim in case.claims}


def _added(entry: Entry, value: Any, gists: dict[str, str], name: str) -> str:
    at = f" “{one_line(gists.get(entry.claim, entry.claim), 80)}”" if entry.claim is not None else ""
    meant = " (you are mentioned)" if entry.sort == "notes" and value.mentions_one(name) else ""
    return f"{one_line(entry.by or 'Somebody', 60)} {_TOLD[entry.sort](value)}{at}{meant}."


def _of_claims(one: str, many: str, claims: Sequence[Claim]) -> Iterator[str]:
    if len(claims) > _MOST:
        yield f"{len(claims)} {many}."
    else:
        yield from (f"{one}: “{one_line(claim.in_context, 80)}”." for claim in claims)


def _gone(entry: Entry, gists: dict[str, str]) -> str:
    on = f" on “{one_line(gists.get(entry.claim, entry.claim), 80)}”" if entry.claim is not None else ""
    return f"{_CALLED[entry.sort]} by {one_line(entry.by or 'somebody', 60)}{on} is no longer there."


def _review(review: Any) -> str:
    if review.withdraws:
        return f"{words.history(review)} on"
    said = (
        (review.correction, "asked that it read"), (review.question, "asked"), (review.note, "noted"),
        (review.answer, "passed on the author's answer"),
    )  # fmt: skip
    told = [f"{label} “{one_line(text, 120)}”" for text, label in said if text]
    verdict = f"decided “{words.history(review)}”" if review.verdict is not None else ""
    return f"{', '.join(filter(None, (verdict, *told))) or 'wrote nothing'} on"


def _evidence(item: Any) -> str:
    return f"added evidence ({item.stance}: {one_line(words.reference(item), 80)}) on"


def _assignment(one: Any) -> str:
    if one.action is AssignAction.BACK:
        return f"took the case back from {one_line(one.to, 60)} ({one.role})"
    return f"gave the case to {one_line(one.to, 60)} ({one.role}){f', due {one.due}' if one.due is not None else ''}"


def _note(note: Any) -> str:
    if note.action is NoteAction.WRITTEN:
        return f"{'answered' if note.reply_to else 'wrote'} “{one_line(note.text or '', 200)}”"
    return f"says that note {one_line(note.reply_to or '', 20)} is dealt with" if note.action is NoteAction.RESOLVED else "took a note back"


def _correction(one: Any) -> str:
    if one.withdraws is not None:
        return f"withdrew the correction {one_line(one.withdraws, 40)}"
    return f"corrected the article after it ran: “{one_line(one.says or f'{one.was} → {one.now}', 200)}”"


_TOLD: dict[str, Callable[[Any], str]] = {
    "reviews": _review,
    "evidence": _evidence,
    "dismissals": lambda one: f"let a flag pass ({one_line(one.check, 40)}): {one_line(one.reason, 120)}",
    "waivers": lambda one: f"let “{one_line(one.text, 60)}” pass: {one_line(one.reason, 120)}",
    "removals": lambda one: f"{'joined a claim with another' if one.into else 'took out the claim'}: “{one_line(one.text, 80)}”",
    "contacts": lambda one: f"spoke to {one_line(one.person, 60)} ({one.how})",
    "ties": lambda one: f"said that words mean {one_line(one.means, 60)}",
    "assignments": _assignment,
    "notes": _note,
    "corrections": _correction,
    "signoffs": lambda one: (
        f"{'signed the case off' if one.seal else 'reopened the case'}{f': {one_line(one.note, 120)}' if one.note else ''}"
    ),
}
_CALLED = {
    "reviews": "A decision or note", "evidence": "Evidence", "dismissals": "The dismissal of a flag", "waivers": "A waiver",
    "removals": "The removal of a claim",
    "contacts": "A talk", "ties": "A word on who is meant", "assignments": "An assignment", "notes": "A note",
    "corrections": "A correction", "signoffs": "A sign-off",
}  # fmt: skip
