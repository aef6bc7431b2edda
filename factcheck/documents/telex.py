"""Messages from ZCZC to NNNN, as telex lines began and ended them (ITU-T F.1, C.8), with the fields that agencies put above the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from factcheck.documents.envelopes import around, decoded, messages, plain, story, unsigned
from factcheck.documents.pieces import Document, Form, Piece, one_spaced
from factcheck.documents.said import something
from factcheck.documents.typed import typed

_FIELD = re.compile(r"\s{0,3}([%#$:&*@^=+~\\])(.*)")
"""A field: one sign, and what it says: takes "#Harbour_BC1"."""
_CODE = re.compile(
    r"\s{0,3}(?:[.A-Z0-9][A-Z0-9./-]{0,24}(?: [A-Z0-9./-]{1,12}){0,2}"
    r"|\d [A-Z]{1,4} \d{2,4}(?: [A-Z0-9./-]{1,24}){0,5}|[a-z] [a-z] [a-z]{2}-\S.{0,80}\d\d-\d\d[ \d]{0,8})\s*",
    re.ASCII,
)
"""What a line of codes says: takes ".WESTPORT WPT12", "4 POL 0150 WESTPORT /EXA-XX05" and "u i bc-fees 03-03 0200", refuses
"HARBOUR FEES RISE IN WESTPORT".
"""
_HEADLINES = "^$:#=+"
"""The signs of fields that may hold a headline, the likeliest first: each service has its own."""
_IN_BRACKETS = re.compile(r"\(([^()]{2,60})\)")
_AGENCY = re.compile(r"[A-Z]{2,5}(?=\d{0,5}\Z)")
"""Who sends it, before the number of the message: takes "AAP" and "EXA0123"."""
_WORDS = 3
"""Words that a headline has at least; shorter fields are codes and slugs."""


def read_telex(data: bytes) -> Document:
    """The story of a message. Raises UnreadableError when there is none."""
    before, *rest = re.split(r"(?=ZCZC\b)", decoded(data))
    message, others = messages(rest or [before])
    message, mark, below = message.partition("NNNN")
    start = "ZCZC" * message.startswith("ZCZC")
    lines = message.removeprefix("ZCZC").split("\n")
    first = "" if _FIELD.fullmatch(lines[0]) or not start else lines.pop(0)
    fields = _fields(lines)
    agency = next((found[0] for word in plain(first).split() if (found := _AGENCY.match(word))), None)
    headline = _headline(fields)
    located = (_IN_BRACKETS.fullmatch(_value(field)) for field in fields)
    told, signature = unsigned(plain("\n".join(lines[len(fields) :])), agency)
    above = around(before if rest else "", f"{start} {first}", *fields[:headline])
    title = [Piece(Form.TITLE, _value(fields[headline]))] if headline < len(fields) else []
    document = story(
        [*above, *title, *around(*fields[headline + 1 :]), *typed(told), *around(*signature, mark, below)], agency, None, others
    )
    return replace(document, where=next((something(found[1]) for found in located if found), document.where))


def _fields(lines: Sequence[str]) -> list[str]:
    """The lines above the text that are fields, or codes; blank ones among them too."""
    for shape in (_FIELD, _CODE):
        found = list(takewhile(lambda line: not line.strip() or shape.fullmatch(line) is not None, lines))  # noqa: B023 - used at once
        if any(line.strip() for line in found):
            return found
    return []


def _value(field: str) -> str:
    found = _FIELD.fullmatch(field)
    return one_spaced(plain(found[2])).strip("+= ") if found else ""


def _headline(fields: Sequence[str]) -> int:
    """Which of the fields is the headline; their number when none is."""
    signs = {n: found[1] for n, field in enumerate(fields) if (found := _FIELD.fullmatch(field))}
    long_enough = [n for n in signs if signs[n] in _HEADLINES and len(_value(fields[n]).split()) >= _WORDS]
    return min(long_enough, key=lambda n: _HEADLINES.index(signs[n]), default=len(fields))
