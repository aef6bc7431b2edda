"""The forms in which a case file holds values that TOML has no words for: places, figures, parts of the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.casefile.misfit import MisfitError
from factcheck.casefile.toml import plain
from factcheck.model import Block, BlockRole, How, Landmark, Mention, Off, Span, one_line

Schema = dict[str, Any]
"""A JSON Schema."""


def _as_it_is(value: Any, _key: str) -> Any:
    return value


@dataclass(frozen=True)
class Form:
    """How a value is written, how it is read, which may raise MisfitError for the key, and its schema, where it is not the model's."""

    write: Callable[[Any], Any] = plain
    read: Callable[[Any, str], Any] = _as_it_is
    schema: Schema | None = None


def many(items: Schema) -> Schema:
    """The schema of an array."""
    return {"type": "array", "items": items}


def _pattern(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^{pattern}$"}


_SPAN = re.compile(r"([0-9]{1,12}):([0-9]{1,12})", re.ASCII)  # takes "0:7", "1203:1340"; refuses "12-30"
_BLOCK = re.compile(r"([a-z]{1,20}) ([0-9]{1,12}:[0-9]{1,12})", re.ASCII)  # takes "body 0:7", "headline 12:30"; refuses "body 0"
_MENTION = re.compile(r"([0-9]{1,12}:[0-9]{1,12}) ([a-z]{1,20}) (.+)", re.ASCII | re.DOTALL)  # takes "0:7 name Ann Lee"; refuses "0:7 Ann"
_DIGITS = "[0-9]{1,12}"
_OFF = re.compile(r"[0-9]{1,12}:[0-9]{1,12}(?: [a-z-]{1,40}){0,20}", re.ASCII)  # takes "0:7 name"; refuses "name 0:7"
_ROLES = [role.value for role in BlockRole]
_HOWS = [how.value for how in How]


def span_text(span: Span) -> str:
    """`start:end`."""
    return f"{span.start}:{span.end}"


def span_in(value: Any, key: str) -> tuple[int, int]:
    """The start and end in `start:end`. Raises MisfitError."""
    found = _SPAN.fullmatch(value) if isinstance(value, str) else None
    if found is None or int(found[1]) > int(found[2]):
        raise MisfitError((key,), f'{key} must say where the words stand, as in "120:164", not {one_line(str(value), 40)}')
    return int(found[1]), int(found[2])


def _place(value: Any, key: str) -> dict[str, int]:
    start, end = span_in(value, key)
    return {"start": start, "end": end}


def _places(value: Any, key: str) -> tuple[Span, ...]:
    if not isinstance(value, str):
        raise MisfitError((key,), f'{key} must say where the words stand, as in "120:164 170:190"')
    places = (span_in(part, key) for part in (value.split(" ") if value else ()))
    return tuple(Span(start=start, end=end) for start, end in places)


def _block_lines(blocks: Sequence[Block]) -> list[str]:
    return [f"{block.role.value} {span_text(block)}" for block in blocks]


def _blocks(lines: Any, key: str) -> list[dict[str, Any]]:
    """The blocks in their lines; whether they lie in the article is for those to see who have its words."""
    blocks: list[dict[str, Any]] = []
    for i, line in enumerate(lines if isinstance(lines, list) else [lines]):
        found = _BLOCK.fullmatch(line) if isinstance(line, str) else None
        if found is None or found[1] not in _ROLES:
            known = ", ".join(_ROLES)
            raise MisfitError((key, i), f'a block must be written as in "body 120:164" (one of {known}), not {one_line(str(line), 40)}')
        start, end = span_in(found[2], key)
        if blocks and start < blocks[-1]["end"]:
            raise MisfitError((key, i), f"the block {line} overlaps another or lies outside the article; correct it")
        blocks.append({"role": found[1], "start": start, "end": end})
    return blocks


def _landmark_lines(landmarks: Sequence[Landmark]) -> list[str]:
    return [f"{landmark.at} {plain(landmark.name)}" for landmark in landmarks]


def _landmarks(lines: Any, key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for i, line in enumerate(lines if isinstance(lines, list) else [lines]):
        at, _, name = line.partition(" ") if isinstance(line, str) else ("", "", "")
        if not (at.isascii() and at.isdigit() and len(at) <= 12 and name) or (found and int(at) < found[-1]["at"]):
            written = 'a landmark must be written as in "1520 page 2", in ascending order'
            raise MisfitError((key, i), f"{written}, not {one_line(str(line), 40)}")
        found.append({"at": int(at), "name": name})
    return found


def _off_lines(passages: Sequence[Off]) -> list[str]:
    return [" ".join((span_text(off), *off.checks)) for off in passages]


def _off(lines: Any, key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for i, line in enumerate(lines if isinstance(lines, list) else [lines]):
        if not isinstance(line, str) or not _OFF.fullmatch(line):
            written = 'a passage in which checks are off must be written as in "120:164 name variant"'
            raise MisfitError((key, i), f"{written}, not {one_line(str(line), 40)}")
        start, end = span_in(line.split(" ")[0], key)
        found.append({"start": start, "end": end, "checks": line.split(" ")[1:]})
    return found


def _mention_line(mention: Mention) -> str:
    return f"{span_text(mention)} {mention.how.value} {plain(mention.text)}"


def _mention_lines(mentions: Sequence[Mention]) -> list[str]:
    return list(map(_mention_line, mentions))


def _mention(line: Any, key: str) -> dict[str, Any]:
    """The mention in its line; whether the words stand there is for those to see who have the article's."""
    parts = _MENTION.fullmatch(line) if isinstance(line, str) else None
    if parts is None or parts[2] not in _HOWS:
        known = ", ".join(_HOWS)
        written = f'a mention must be written as in "156:170 name Ruth Sandison" (one of {known})'
        raise MisfitError((key,), f"{written}, not {one_line(str(line), 40)}")
    start, end = span_in(parts[1], key)
    return {"start": start, "end": end, "how": parts[2], "text": parts[3]}


def _mentions(lines: Any, key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for i, line in enumerate(lines if isinstance(lines, list) else [lines]):
        try:
            found.append(_mention(line, key))
        except MisfitError as error:
            raise MisfitError((key, i), str(error)) from None
    return found


PLAIN = Form()
"""As TOML has it."""
LINE = Form(write=one_line)
"""Words of the article on one line."""
DIGEST = Form(schema=_pattern("[0-9a-f]{64}"))
"""A SHA-256."""
NUMBER = Form(schema=_pattern(r"-?[0-9.]+(E[+-]?[0-9]+)?"))
"""A number as a text, so that it keeps all its digits."""
PLACE = Form(span_text, _place, _pattern(f"{_DIGITS}:{_DIGITS}"))
"""Where something stands."""
PLACES = Form(lambda spans: " ".join(map(span_text, spans)), _places, _pattern(f"{_DIGITS}:{_DIGITS}( {_DIGITS}:{_DIGITS})*"))
"""Several places in one text."""
BLOCKS = Form(_block_lines, _blocks, many(_pattern(f"({'|'.join(_ROLES)}) {_DIGITS}:{_DIGITS}")))
"""The parts of the article, a line each: `"body 120:164"`."""
LANDMARKS = Form(_landmark_lines, _landmarks, many(_pattern(rf"{_DIGITS} [\s\S]+")))
"""Where other pages, chapters or times begin, a line each: `"1520 page 2"`."""
OFF = Form(_off_lines, _off, many(_pattern(rf"{_DIGITS}:{_DIGITS}( [a-z-]+)*")))
"""Where the article says that checks are off, a line each: `"120:164 name variant"`."""
_MENTIONED = _pattern(rf"{_DIGITS}:{_DIGITS} ({'|'.join(_HOWS)}) [\s\S]+")
MENTION = Form(_mention_line, _mention, _MENTIONED)
"""Where, how and in which words somebody is mentioned: `"156:170 name Ruth Sandison"`."""
MENTIONS = Form(_mention_lines, _mentions, many(_MENTIONED))
"""Where somebody is mentioned, a line each: `"156:170 name Ruth Sandison"`."""

WRITTEN_BY_HAND = {
    Block: ("role", "start", "end"),
    Landmark: ("at", "name"),
    Mention: ("start", "end", "how", "text"),
    Off: ("start", "end", "checks"),
    Span: ("start", "end"),
}
"""The fields that these forms hold of models which have no table of their own."""
