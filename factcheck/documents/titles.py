"""The title that an office document has in its properties: often that of a template, of a file, or of the document it was copied from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.documents.pieces import Form, Piece
from factcheck.documents.properties import told_title

_LOOKED_AT = 4
"""Pieces at the beginning that may bear the title."""
_LONGEST_HEADLINE = 25
"""Words of a first line that may be a headline."""
_OPENING = re.compile(r"\W{0,3}[A-Z0-9]")


def titled(pieces: Sequence[Piece], title: str | None) -> tuple[Sequence[Piece], str | None]:
    """The pieces, the one that bears the title set as such, and the title, unless it is none or the document has a headline of its own."""
    title = told_title(title)
    if title is None:
        return pieces, None
    if any(piece.form is Form.TITLE for piece in pieces[:_LOOKED_AT]):
        return pieces, title
    for i, piece in enumerate(pieces[:_LOOKED_AT]):
        if piece.words.casefold().strip(" .") == title.casefold().strip(" ."):
            return [*pieces[:i], replace(piece, form=Form.TITLE), *pieces[i + 1 :]], title
    return pieces, None if _has_headline(pieces) else title


def _has_headline(pieces: Sequence[Piece]) -> bool:
    """Whether the first line is plainly a headline: a short one without a full stop, above longer text."""
    if len(pieces) < 2:
        return False
    first = pieces[0].words
    is_line = len(first.split()) <= _LONGEST_HEADLINE and first[-1].isalnum() and _OPENING.match(first) is not None
    return is_line and len(first.split()) > 1 and any(len(piece.words) > len(first) for piece in pieces[1:_LOOKED_AT])
