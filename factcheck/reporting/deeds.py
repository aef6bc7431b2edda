"""What people do to a case, in words: once for news and for differences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from factcheck.model import AssignAction, NoteAction, Review, one_line
from factcheck.reporting import words

SOMEBODY = "Somebody"


def who(name: str | None) -> str:
    """Who did it, to begin a sentence with."""
    return one_line(name or SOMEBODY, 60)


def did(sort: str, value: Any, target: Any = None, instead: Review | None = None) -> str:
    """What somebody did who put an entry into a list of a case (`sort`), to stand behind their name and before what it is about.

    `target` is what the entry acts on, an entry or a flag, and `instead` the verdict that it takes the place of, where these are known.
    """
    return _TOLD[sort](value, target, instead)


def _review(review: Any, target: Any, instead: Review | None) -> str:
    if review.withdraws:
        return f"took back {_meant(target)}"
    if review.answer:
        return f"passed on the author's answer “{one_line(review.answer, 120)}”{f' to {_meant(target)}' if target is not None else ''}"
    said = (
        (review.correction, "asked that it read"), (review.question, "asked"), (review.note, "noted"),
    )  # fmt: skip
    told = [f"{label} “{one_line(text, 120)}”" for text, label in said if text]
    before = f" instead of “{words.history(instead)}”" if instead is not None and words.history(instead) != words.history(review) else ""
    verdict = f"decided “{words.history(review)}”{before}" if review.verdict is not None else ""
    again = f" in the place of {_meant(target)}" if target is not None else ""
    return f"{', '.join(filter(None, (verdict, *told))) or 'wrote nothing'}{again}"


def _meant(target: Any) -> str:
    """A note or a question that another entry is on."""
    if target is None:
        return "what was written"
    what = "the question" if target.question else "the answer" if target.answer else "the note"
    return f"{what} “{one_line(target.question or target.answer or target.note or '', 120)}”"


def _evidence(item: Any, _target: Any, _instead: Review | None) -> str:
    return f"added evidence ({evidence(item)})"


def evidence(item: Any) -> str:
    """A piece of evidence on one line: what it does to the claim, where it comes from, and what is quoted."""
    about = ", ".join(filter(None, (one_line(words.reference(item), 80), one_line(item.locator or "", 60))))
    return f"{item.stance}: {about}{f': “{one_line(item.quote, 120)}”' if item.quote else ''}"


def _dismissal(one: Any, flag: Any, _instead: Review | None) -> str:
    about = f", “{one_line(flag.message, 120)}”" if flag is not None else ""
    return f"let a flag pass ({one_line(one.check, 40)}{about}): {one_line(one.reason, 120)}"


def _removal(one: Any, _target: Any, _instead: Review | None) -> str:
    return f"{'joined a claim with another' if one.into else 'took out the claim'}: “{one_line(one.text, 80)}”"


def _assignment(one: Any, _target: Any, _instead: Review | None) -> str:
    if one.action is AssignAction.BACK:
        return f"took the case back from {one_line(one.to, 60)} ({one.role})"
    return f"gave the case to {one_line(one.to, 60)} ({one.role}){f', due {one.due}' if one.due is not None else ''}"


def _note(note: Any, _target: Any, _instead: Review | None) -> str:
    if note.action is NoteAction.WRITTEN:
        return f"{'answered' if note.reply_to else 'wrote'} “{one_line(note.text or '', 200)}”"
    return f"says that note {one_line(note.reply_to or '', 20)} is dealt with" if note.action is NoteAction.RESOLVED else "took a note back"


def _correction(one: Any, _target: Any, _instead: Review | None) -> str:
    if one.withdraws is not None:
        return f"withdrew the correction {one_line(one.withdraws, 40)}"
    return f"corrected the article after it ran: “{one_line(one.says or f'{one.was} → {one.now}', 200)}”"


def _contact(one: Any, _target: Any, _instead: Review | None) -> str:
    said = (("who confirmed", one.confirmed), ("who corrected", one.corrected), ("who said", one.words))
    told = "".join(f", {label} “{one_line(text, 120)}”" for label, text in said if text)
    return f"spoke to {one_line(one.person, 60)} ({one.how}){told}"


def _tie(one: Any, _target: Any, _instead: Review | None) -> str:
    return f"said that “{one_line(one.mention.text if one.mention is not None else one.name, 60)}” means {one_line(one.means, 60)}"


def _signoff(one: Any, _target: Any, _instead: Review | None) -> str:
    return f"{'signed the case off' if one.seal else 'reopened the case'}{f': {one_line(one.note, 120)}' if one.note else ''}"


_TOLD: Mapping[str, Callable[[Any, Any, Review | None], str]] = {
    "reviews": _review,
    "evidence": _evidence,
    "dismissals": _dismissal,
    "waivers": lambda one, _target, _instead: f"let “{one_line(one.text, 60)}” pass: {one_line(one.reason, 120)}",
    "removals": _removal,
    "contacts": _contact,
    "ties": _tie,
    "assignments": _assignment,
    "notes": _note,
    "corrections": _correction,
    "signoffs": _signoff,
}
