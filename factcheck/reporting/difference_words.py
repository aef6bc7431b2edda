"""How each difference between two states of a case is said, in a sentence that stands under the name of what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from factcheck.model import Case, Claim, Entity, Source, count, one_line
from factcheck.model.changes import LISTS
from factcheck.model.difference import Act, Difference, Part
from factcheck.reporting import words
from factcheck.reporting.deeds import did, evidence, who

_AROUND = 24
"""Characters of the article that are shown at either side of what differs."""
_LONG = 200
_SHORT = 120


@dataclass(frozen=True)
class Sides:
    """The two states, as they may be shown."""

    old: Case
    new: Case

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims of both by their ids; of one that is in both, as it is in the later one."""
        return {claim.id: claim for case in (self.old, self.new) for claim in case.claims}


def told(one: Difference, sides: Sides) -> str:
    """A difference in a sentence. Its values are as they may be shown; where these are the same, it is told that they are withheld."""
    if one.what in _ENTRIES:
        entry = one.after or one.before
        deed = f"{who(one.by)} {did(one.what, entry, one.target, one.instead)}."
        return deed if one.act is Act.ADDED else f"Taken back: {deed}"
    way = _WAYS.get((one.part, one.what))
    said = way(one, sides) if way is not None else None
    return said or _plainly(one)


def weight(claim: Claim) -> str:
    """What hung on a claim that is gone, to stand behind its name; nothing where nothing did."""
    history, pieces = (len(claim.reviews), "entry", "entries"), (len(claim.evidence), "piece of evidence", "pieces of evidence")
    hung = [count(n, one, many) for n, one, many in (history, pieces) if n]
    return f"; it had {' and '.join(hung)}" if hung else ""


_ENTRIES = frozenset({"reviews", *LISTS})
"""Lists to which people add: who did what is told."""


_Way = Callable[[Difference, Sides], str | None]


def _plainly(one: Difference) -> str:
    """A difference that has no words of its own, by what its fields are called."""
    if one.what == "order":
        return f"In another order: {', '.join(map(_label, one.fields))}."
    models = isinstance(one.before, BaseModel) and isinstance(one.after, BaseModel)
    said = _fields(one) if models else f"{_label(one.what)}: {_change(one.before, one.after)}"
    return f"{said[:1].upper()}{said[1:]}."


def _fields(one: Difference) -> str:
    """The fields that differ, each as it was and as it is."""
    values = ((name, getattr(one.before, name, None), getattr(one.after, name, None)) for name in one.fields)
    return "; ".join(f"{_label(name)}: {_change(was, now)}" for name, was, now in values)


def _change(was: Any, now: Any) -> str:
    before, after = _plain(was), _plain(now)
    if before == after:
        return "changed, in what is not shown"
    same = next((i for i, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), min(len(before), len(after)))
    start = before.rfind(" ", 0, max(0, same - _AROUND)) + 1 if max(len(before), len(after)) > _SHORT else 0
    shown = (f"{'…' if start else ''}{one_line(text[start:], _SHORT)}" for text in (before, after))
    return " → ".join(shown)


def _plain(value: Any) -> str:
    """Any value on one line."""
    if value is None or value in ((), ""):
        return "nothing"
    if isinstance(value, BaseModel):
        text = getattr(value, "text", None)
        return one_line(text if isinstance(text, str) else value.model_dump_json(exclude_none=True))
    return one_line("; ".join(map(_plain, value)) if isinstance(value, tuple | list) else str(value))


def _label(name: str) -> str:
    return one_line(_LABELS.get(name, name.replace("_", " ")), 60)


_LABELS = {
    "byline": "the byline", "place": "the place in the dateline", "agency": "the agency", "published": "the day of publication",
    "source": "where it comes from", "blocks": "what is headline, text and furniture", "landmarks": "its pages and times",
    "off": "where checks are off", "schema_version": "the version of the file's format", "accessed": "when it was looked up",
    "locator": "the place in it", "level": "primary or secondary", "stance_by": "who gave the stance", "added_by": "who added it",
    "added_at": "when it was added", "names": "other names", "kin": "family", "ages": "age", "mode": "how it is quoted",
    "part_of": "the claim that it is part of", "made_by": "who put it right by hand", "was": "how it read when it was judged",
    "text_of": "whose text it carries", "dated": "its day", "id": "its id", "url": "its address", "archive": "kept by a public archive at",
    "recording_sha256": "the copy of the recording", "transcript_sha256": "the copy of the transcript", "start": "where it begins",
    "end": "where it ends",
}  # fmt: skip
"""What fields are called in a sentence, where their names do not say it."""


def _by(one: Difference, deed: str, otherwise: str) -> str:
    """A deed with the name of whoever did it, where that is known."""
    return f"{one_line(one.by, 60)} {deed}" if one.by else otherwise


def _arrow(was: str, now: str) -> str:
    return f"“{one_line(was, _LONG)}” → “{one_line(now, _LONG)}”"


def _of_words(one: Difference, sides: Sides) -> str:
    """Words of the article that differ, with those around them."""
    was, now = _in_context(sides.old.article.text, one.before), _in_context(sides.new.article.text, one.after)
    if was == now:
        return f"Only spaces, line ends or withheld words: “{now}”."
    if not one.before.text.strip():
        return f"Added: “{one_line(one.after.text, 4 * _LONG)}”, in “{now}”."
    if not one.after.text.strip():
        return f"Taken out: “{one_line(one.before.text, 4 * _LONG)}”, where it reads “{now}” now."
    return f"“{was}” → “{now}”"


def _in_context(text: str, at: Any) -> str:
    """Words on one line with those beside them in their paragraph."""
    before = text[max(0, at.start - _AROUND) : at.start].rpartition("\n")[2]
    behind = text[at.end : at.end + _AROUND].partition("\n")[0]
    if len(before) == _AROUND:
        before = before.partition(" ")[2]
    if len(behind) == _AROUND:
        behind = behind.rpartition(" ")[0]
    return one_line(f"{before}{text[at.start : at.end]}{behind}", 2 * _LONG)


def _claim(one: Difference, _sides: Sides) -> str:
    if one.act is Act.GONE:
        return f"Gone: “{one_line(one.before.in_context, _LONG)}”{weight(one.before)}."
    return f"{_by(one, 'made a new claim', 'New claim')}: “{one_line(one.after.in_context, _LONG)}”."


def _in_other_words(one: Difference, _sides: Sides) -> str | None:
    return f"{_by(one, 'gave it other words', 'In other words')}: {_arrow(one.before.text, one.after.text)}"


def _reworded(one: Difference, _sides: Sides) -> str | None:
    was, now = one.before.in_context, one.after.in_context
    return f"{_by(one, 'worded it otherwise', 'Worded otherwise')}: {_arrow(was, now)}" if was != now else None


def _reading(one: Difference, _sides: Sides) -> str | None:
    was, now = (words.meaning(claim) or "nothing" for claim in (one.before, one.after))
    why, because = (words.grounds(claim) or "as it is written" for claim in (one.before, one.after))
    if was != now:
        return f"Interpreted differently: {one_line(was, _LONG)} → {one_line(words.reading(one.after) or now, _LONG)}."
    return (
        f"Interpreted as before ({one_line(now, _LONG)}), for another reason: {one_line(why, 100)} → {one_line(because, 100)}."
        if why != because
        else None
    )


def _speaker(one: Difference, _sides: Sides) -> str | None:
    was, now = (words.who(claim.speaker) or "nobody" for claim in (one.before, one.after))
    return f"{_by(one, 'changed who says it', 'Who says it')}: {one_line(was, 100)} → {one_line(now, 100)}." if was != now else None


def _checkable(one: Difference, _sides: Sides) -> str:
    was, now = (claim.caveat or "it can be checked" for claim in (one.before, one.after))
    return f"Whether it can be checked: {one_line(was, 100)} → {one_line(now, 100)}."


def _meaning(one: Difference, sides: Sides) -> str | None:
    found = ((case.entity(claim.entity), claim) for case, claim in ((sides.old, one.before), (sides.new, one.after)))
    was, now = (one_line(entity.name, 60) if entity is not None else "nobody known" for entity, _ in found)
    return f"Whom or what it means: {was} → {now}." if was != now else None


def _whole(one: Difference, sides: Sides) -> str:
    wholes = (sides.claims.get(claim.part_of or "") for claim in (one.before, one.after))
    was, now = (f"“{one_line(claim.in_context, 80)}”" if claim is not None else "none" for claim in wholes)
    return f"Part of another claim: {was} → {now}."


def _evidence(one: Difference, _sides: Sides) -> str:
    if one.act is Act.ADDED:
        return f"{who(one.by)} {did('evidence', one.after)}."
    if one.act is Act.GONE:
        return f"{_by(one, 'took evidence away', 'Evidence is no longer there')} ({evidence(one.before)})."
    return f"{_by(one, 'changed evidence', 'Evidence has changed')} ({evidence(one.after)}): {_fields(one)}."


def _former(one: Difference, _sides: Sides) -> str:
    item = one.after or one.before
    deed = f"{who(one.by)} {'changed' if item.changed else 'took away'} evidence meanwhile ({evidence(item)})."
    return deed if one.act is Act.ADDED else f"No longer told: {deed}"


def _orphan(one: Difference, _sides: Sides) -> str:
    table = one.after or one.before
    text = table.get("text") if isinstance(table, Mapping) else table
    called = f"“{one_line(str(text), _LONG)}”"
    if one.act is Act.ADDED:
        return f"Now a lost claim: {called}; it waits in the case with what was decided on it."
    return f"No longer a lost claim: {called}."


def _flag(one: Difference, _sides: Sides) -> str:
    flag, began = one.after or one.before, {Act.ADDED: "New", Act.GONE: "Gone", Act.CHANGED: "Told otherwise"}[one.act]
    return f"{began}: {flag.severity} [{one_line(flag.check, 40)}] {one_line(flag.message, 2 * _LONG)}"


def _source(one: Difference, _sides: Sides) -> str:
    source: Source = one.after or one.before
    facts = (source.status, "confidential" if source.confidential else None, "a copy is kept" if source.sha256 else None)
    about = one_line("; ".join(filter(None, facts)), _LONG)
    return f"{'New' if one.act is Act.ADDED else 'Gone'}: {_called(source)}{f' ({about})' if about else ''}."


def _called(source: Source) -> str:
    named = one_line(source.called, 100)
    return f"{named}, {one_line(source.url, 100)}" if source.url and source.url != source.called else named


def _of_source(said: Callable[[Source, Source], str | None]) -> _Way:
    def way(one: Difference, _sides: Sides) -> str:
        return f"{_called(one.after)}: {said(one.before, one.after) or _fields(one)}."

    return way


def _confidential(_before: Source, after: Source) -> str:
    return "confidential now" if after.confidential else "no longer confidential"


def _looked_at(before: Source, after: Source) -> str | None:
    if before == after:
        return None
    day = f", {after.fetched.date()}" if after.fetched else ""
    moved = f"; it is at {one_line(after.address, 100)} now" if before.address != after.address and after.address else ""
    return f"looked at ({one_line(after.status or 'nothing came of it', _LONG)}{day}){moved}"


def _kept(before: Source, after: Source) -> str | None:
    if before.sha256 == after.sha256:
        return None
    if after.sha256 is None:
        return "no copy is kept any more"
    return f"{'a' if before.sha256 is None else 'another'} copy is kept ({one_line(after.sha256, 13)})"


def _quotations(before: Source, after: Source) -> str | None:
    new = [found for found in after.quotations if found not in before.quotations]
    gone = sum(found not in after.quotations for found in before.quotations)
    said = [f"“{one_line(one.quote, 80)}”: {'; '.join((one.description, *(one_line(r, 100) for r in one.remarks)))}" for one in new[:5]]
    said += [f"{len(new) - 5} more"] if len(new) > 5 else []
    said += [f"{count(gone, 'earlier finding')} no longer there"] if gone and not new else []
    return "; ".join(said) or None


def _person(one: Difference, _sides: Sides) -> str:
    entity = one.after or one.before
    named = f"{one_line(entity.name, 80)} ({entity.kind})"
    if one.act is not Act.CHANGED:
        return f"{'New in the article' if one.act is Act.ADDED else 'No longer in the article'}: {named}."
    if one.what == "mentions":
        return f"{named}: meant in {count(len(one.before.mentions), 'place')} → {len(one.after.mentions)}."
    return f"{named}: {_fields(one)}."


def _lapsed(one: Difference, _sides: Sides) -> str:
    return f"The sign-off by {one_line(one.after.by, 60)} no longer holds: the case has changed since."


def _each(part: Part, names: Iterable[str], way: _Way) -> dict[tuple[Part, str], _Way]:
    return {(part, name): way for name in names}


_WAYS: Mapping[tuple[Part, str], _Way] = {
    (Part.ARTICLE, "words"): _of_words,
    (Part.CLAIMS, "claims"): _claim,
    (Part.CLAIMS, "words"): _in_other_words,
    (Part.CLAIMS, "wording"): _reworded,
    (Part.CLAIMS, "place"): lambda _one, _sides: "Moved: the same words, at another place of the article.",
    (Part.CLAIMS, "reading"): _reading,
    (Part.CLAIMS, "speaker"): _speaker,
    (Part.CLAIMS, "checkable"): _checkable,
    (Part.CLAIMS, "meaning"): _meaning,
    (Part.CLAIMS, "whole"): _whole,
    (Part.CLAIMS, "bounds"): lambda _one, _sides: "What was said in it, or its cue, is marked differently.",
    (Part.CLAIMS, "evidence"): _evidence,
    (Part.CLAIMS, "former"): _former,
    (Part.CLAIMS, "orphans"): _orphan,
    (Part.FLAGS, "flags"): _flag,
    (Part.SOURCES, "sources"): _source,
    (Part.SOURCES, "confidential"): _of_source(_confidential),
    (Part.SOURCES, "looked at"): _of_source(_looked_at),
    (Part.SOURCES, "kept"): _of_source(_kept),
    (Part.SOURCES, "quotations"): _of_source(_quotations),
    **_each(Part.SOURCES, ("archive", "page", "text_of", "recording", "name"), _of_source(lambda _before, _after: None)),
    (Part.PEOPLE, "entities"): _person,
    **_each(Part.PEOPLE, Entity.model_fields, _person),
    (Part.CASE, "lapsed"): _lapsed,
}
"""How each sort of difference is said that is no entry of somebody's; any other is said by what its fields are called."""
