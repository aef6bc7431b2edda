"""Labels and codes before what stands in a story's head: "HEADLINE: …" in an export, "HD …" in Factiva's, "UPDATE 2-…" on a wire.

They are furniture, and what follows is what they call it. The words are in `data/labels.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import chain, takewhile

from factcheck.documents.pieces import Form
from factcheck.reading.days import DATE
from factcheck.reading.furniture import signed_at_end
from factcheck.reading.parts import Part
from factcheck.reading.publication import transmission_line
from factcheck.reading.shapes import Shape

_LOOK = 40
"""How many parts from the top may be labelled; a database's export has some twenty fields."""

_ENOUGH = 3
"""So many labelled lines at the top of a page are a form, of which each label counts."""

_CODES = 4
"""So many different codes begin lines of a document of Factiva's at the least, one of them its headline's."""

_LONGEST_SIGNATURE = 8
"""Words of a labelled line that names who wrote a story, at most."""

_LABEL = Shape(
    "a label before a value",
    r"(?P<label>[A-Za-z][A-Za-z() -]{1,24}?)(?:\s?:(?:[ \t]{1,9}(?P<quote>[\"'](?=[^\"'\n]{1,300}[\"']\Z))?|(?=\n|\Z))|\t(?=[^\t]+\Z))",
    takes=("HEADLINE: Late", "title: 'Late'", "Body:", "Headline\tLate"),
    refuses=("10:15", "http://a.example"),
)

_CODE = Shape(
    "a code of Factiva's before a value",
    r"(?P<label>[A-Z]{2,3})(?:[ \t]{1,9}|\n|\Z)",
    takes=("HD Harbour", "LP\nThe"),
    refuses=("By Ada", "Hd"),
)

_FLASH = Shape(
    "a terminal's headline, with the time it came at and a star",
    r"(?:[A-Z]{2,4} )?\d\d/\d\d \d\d:\d\d \*(?=\S)|\*(?=[A-Z][^a-z\n]{20,200}\Z)",
    takes=("BN 03/03 10:15 *HARBOUR FEES", "*HARBOUR FEES TO RISE 4.5% FROM APRIL"),
    refuses=("* Fees rise", "*Published 3 March*"),
)

_TERMINAL = Shape(
    "the service, day and time of a terminal's headline",
    r"[A-Z]{2,4} \d\d/\d\d \d\d:\d\d (?=[A-Z\d\"“'‘])",
    takes=("BN 03/03 10:15 Harbour", "DJ 03/03 10:15 Fees"),
    refuses=("BN 03/03 10:15 *HARBOUR", "On 03/03 10:15"),
)

_MARKED = Shape(
    "a note below a text, with its mark",
    r"(?P<mark>\[(?:\d{1,3}|[a-z]{1,2})\])",
    takes=("[a]Check the day", "[12] Log, p. 4"),
    refuses=("[sic] he said", "(a) First"),
    anywhere=True,
)

_TICKER = Shape(
    "the sign of a terminal before a headline",
    r"(?:\([A-Z]{2,4}\)|DJ) (?=[A-Z])",
    takes=("(BN) Fees", "DJ Fees", "(RTRS) Fees"),
    refuses=("(AP) _", "(a) Fees"),
)


@dataclass(frozen=True)
class _Words:
    labels: dict[str, str]
    plain: frozenset[str]
    spoken: frozenset[str]
    codes: dict[str, str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


def without_labels(parts: Sequence[Part]) -> list[Part]:
    """The parts of a page, of which labels and codes in its head are furniture, and what follows them is what they say that it is."""
    parts = _without_sign_off(_with_notes(parts))
    if _is_in_codes(parts):
        return list(_each_without(parts, _CODE, _words().codes, range(len(parts))))
    parts = [*chain.from_iterable(map(_by_labels, parts[:_LOOK])), *parts[_LOOK:]]
    return list(_without_kinds(_each_without(parts, _LABEL, _words().labels, _labelled(parts))))


def _with_notes(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, of which those at the end are notes: they begin with a mark that stands in the text, as "[a]Check the day"."""
    if not parts or _MARKED.match(parts[-1].words) is None:
        return parts
    there = {found["mark"] for part in parts for found in _MARKED.regex.finditer(part.words) if found.start()}
    first = len(parts)
    while first and (mark := _MARKED.match(parts[first - 1].words)) and mark["mark"] in there and parts[first - 1].form is Form.PARAGRAPH:
        first -= 1
    return [*parts[:first], *(replace(part, form=Form.NOTE) for part in parts[first:])]


def _without_sign_off(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, of which the last sentence stands without what a desk signs it with."""
    told = (n for n in range(len(parts) - 1, -1, -1) if parts[n].count > _ENOUGH and parts[n].form is Form.PARAGRAPH)
    last = next((n for n in told if transmission_line(parts[n]) is None), None)
    at = signed_at_end(parts[last].words) if last is not None else None
    if last is None or at is None:
        return parts
    part, end = parts[last], len(parts[last].words[:at].rstrip())
    cut = [replace(part, end=part.start + end, words=part.words[:end])]
    return [*parts[:last], *cut, replace(part, start=part.start + at, words=part.words[at:], form=Form.FURNITURE), *parts[last + 1 :]]


def _by_labels(part: Part) -> Iterator[Part]:
    """A part, by itself each of its lines that begins with a label."""
    at = 0
    if part.form is Form.PARAGRAPH and "\n" in part.words and not part.is_long and _label(part.words) in _words().labels:
        for found in re.finditer(r"\n", part.words):
            if _label(part.words[found.end() :].partition("\n")[0]) in _words().labels:
                yield replace(part, start=part.start + at, end=part.start + found.start(), words=part.words[at : found.start()])
                at = found.end()
    yield replace(part, start=part.start + at, words=part.words[at:])


def _is_in_codes(parts: Iterable[Part]) -> bool:
    found = {match["label"].casefold() for part in parts if (match := _CODE.match(part.words, 0, 10))}
    return "hd" in found and len(found & _words().codes.keys()) >= _CODES


def _labelled(parts: Sequence[Part]) -> frozenset[int]:
    """Which parts at the top of a page have a label that counts."""
    words, lines = _words(), list(enumerate(parts[:_LOOK]))
    known = {n: label for n, part in lines if (label := _label(part.words)) in words.labels and not _is_text(part, label)}
    plain = {n for n, label in known.items() if label in words.plain}
    first = next((n for n, part in lines if part.form is not Form.FURNITURE and any(map(str.isalnum, part.words))), 0)
    last = next((n for n, part in lines if n not in known and part.is_prose), _LOOK)
    form, plain = {n for n in known if n <= last}, {n for n in plain if n <= last}
    roles = {words.labels[known[n]] for n in form}
    if ("headline" in roles or roles == {"furniture"}) and len(form) >= _ENOUGH and (first in form or plain):
        return frozenset(form)
    if plain and len(form) >= _ENOUGH and "byline" in roles:
        return frozenset(form)
    if _are_writer_and_day(parts, known, form):
        return frozenset(form)
    run = frozenset(takewhile(known.__contains__, range(first, _LOOK)))
    if len(run) >= _ENOUGH and "furniture" in (words.labels[known[n]] for n in run):
        return run
    return frozenset(plain if len(plain) > 1 or first in plain else ())


def _is_text(part: Part, label: str | None) -> bool:
    """Whether a line that begins as labels do is known for furniture, or is what somebody says in a script."""
    return part.form is Form.FURNITURE or (label in _words().spoken and part.is_sentence)


def _are_writer_and_day(parts: Sequence[Part], known: Mapping[int, str], form: Iterable[int]) -> bool:
    """Whether two of the lines say by whom a story is and from which day, one right above the other."""
    said = {n: _words().labels[known[n]] for n in form}
    signed = [n for n, role in said.items() if role == "byline" and parts[n].count <= _LONGEST_SIGNATURE and not parts[n].ends_sentence]
    dated = [n for n, role in said.items() if role == "published" and DATE.search(parts[n].words)]
    return any(abs(n - day) == 1 for n in signed for day in dated)


def _label(words: str) -> str | None:
    found = _LABEL.match(words, 0, min(len(words), 400))
    return found["label"].casefold().strip() if found else None


def _each_without(parts: Sequence[Part], shape: Shape, roles: dict[str, str], labelled: Iterable[int]) -> Iterator[Part]:
    """The parts, those that are labelled in two: the label, and what it is before."""
    chosen, is_value = frozenset(labelled), False
    for n, part in enumerate(parts):
        found = shape.match(part.words) if n in chosen else None
        role = roles.get(found["label"].casefold().strip()) if found else None
        if found is None or role is None:
            yield replace(part, form=Form.FURNITURE) if is_value and not part.is_sentence else part
            is_value = False
        elif role == "furniture" or found.end() >= len(part.words):
            is_value = shape is _CODE and role == "furniture" and found.end() >= len(part.words)
            yield replace(part, form=Form.FURNITURE)
        else:
            yield from _in_two(part, found.end(), _FORMS[role], closing=bool(found.groupdict().get("quote")))


_FORMS = {
    "headline": Form.TITLE, "standfirst": Form.PARAGRAPH, "byline": Form.BYLINE, "dateline": Form.DATELINE, "published": Form.DATELINE,
    "body": Form.PARAGRAPH,
}  # fmt: skip


def _in_two(part: Part, at: int, form: Form, *, closing: bool = False) -> Iterator[Part]:
    """A part cut behind its label; `closing` says that a quotation mark ends it that the label opened."""
    while part.words[at].isspace():
        at += 1
    end = len(part.words) - closing
    yield replace(part, end=part.start + len(part.words[:at].rstrip()), words=part.words[:at].rstrip(), form=Form.FURNITURE)
    yield replace(part, start=part.start + at, end=part.start + end, words=part.words[at:end], form=form)
    if closing:
        yield replace(part, start=part.end - 1, words=part.words[-1:], form=Form.FURNITURE)


def _without_kinds(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, of which the first that could be the headline stands without what a wire calls its story."""
    words, waiting = _words(), True
    for part in parts:
        if waiting and (flash := _FLASH.match(part.words)) and not part.is_long:
            yield from _in_two(part, flash.end(), Form.ITEM)
            continue
        if waiting and part.form in (Form.PARAGRAPH, Form.TITLE) and part.is_title_like:
            before = words.before.match(part.words) or _TICKER.match(part.words) or _TERMINAL.match(part.words)
            behind = words.behind.search(part.words, max(0, len(part.words) - 40)) if before is None else None
            if before is not None:
                label, title = _in_two(part, before.end(), Form.TITLE)
                yield label
                yield from _without_behind(title, words.behind.search(title.words, max(0, len(title.words) - 40)))
                waiting = False
                continue
            if behind is not None and part.count >= _ENOUGH:
                yield from _without_behind(replace(part, form=Form.TITLE), behind)
                waiting = False
                continue
        waiting = waiting and not part.is_prose
        yield part


def _without_behind(part: Part, found: re.Match[str] | None) -> Iterator[Part]:
    """A headline, and by itself what a wire calls its story behind it."""
    if found is None:
        yield part
        return
    yield replace(part, end=part.start + found.start(), words=part.words[: found.start()])
    yield replace(part, start=part.start + found.end("space"), words=part.words[found.end("space") :], form=Form.FURNITURE)


@cache
def _words() -> _Words:
    data = tomllib.loads(files(__package__).joinpath("data/labels.toml").read_text("utf-8"))
    labels = {label: role for role, listed in data["labels"].items() if role not in ("plain", "spoken") for label in listed}
    codes = {code: role for role, listed in data["codes"].items() for code in listed}
    kinds = data["kinds"]

    def any_of(names: Sequence[str]) -> str:
        return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))

    names = any_of([name.upper() for name in kinds["names"]])
    before = re.compile(
        rf"(?:(?:(?:{names})(?: \d{{1,2}})?-){{1,3}}|(?i:{any_of(kinds['colon'])}): "
        r"|(?i:(?:press|news|media) release) [-–—] )(?=[A-Z\d\"“'‘$€£])"
    )
    behind = re.compile(rf"(?P<space>\s)\((?:\d|(?i:{any_of(kinds['behind'])})(?:[ -]?\d)?)\)\Z")
    return _Words(labels, frozenset(data["labels"]["plain"]), frozenset(data["labels"]["spoken"]), codes, before, behind)
