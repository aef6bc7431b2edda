"""Signs for the numbers of a page's blocks, of a private plane of Unicode's: they show in other programs' texts which blocks these hold."""

from __future__ import annotations

import re

_FIRST, _LAST = 0xF0000, 0xFFFFD
_SIGNS = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")


def sign_of(number: int) -> str:
    """The sign of the block with a number."""
    return chr(min(_FIRST + number, _LAST))


def numbers_in(text: str) -> set[int]:
    """The numbers of the blocks whose signs are in a text."""
    return {ord(sign) - _FIRST for sign in _SIGNS.findall(text)}


def without_signs(text: str) -> str:
    """The text without the signs of blocks."""
    return _SIGNS.sub("", text)
