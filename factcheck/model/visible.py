"""Untrusted text as it may be shown on a terminal: what would act or hide is replaced, one code point for one."""

from __future__ import annotations

import unicodedata


def _table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20)}  # control pictures: ESC becomes ␛, NUL ␀
    table[0x7F] = "\u2421"
    table |= dict.fromkeys(range(0x80, 0xA0), "\ufffd")  # C1 controls, some of which terminals obey
    table |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C), "\u21c4")  # bidi: ⇄
    table |= dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x180E), "\u00b7")  # no width: ·
    table |= dict.fromkeys((0x85, 0x2028, 0x2029), "\u2424")  # line ends that are not \n: ␤
    table |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # lone surrogates
    table |= dict.fromkeys((*range(0xE0000, 0xE0080), *range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF), "\ufffd")  # tags, annotations, no signs
    table[0x09] = " "
    return table


_VISIBLE = _table()
_ON_LINES = {code: sign for code, sign in _VISIBLE.items() if code != ord("\n")}


def visible(text: str, *, lines: bool = False) -> str:
    """`text` with everything that a terminal would obey or hide replaced by a sign, so that offsets stay true.

    The result has as many code points as `text`. `\\n` is kept when `lines` is set, and shown as ␊ otherwise.
    The classes are those of Unicode TR 36 (security considerations): controls, bidi controls, zero-width marks.
    """
    if text.isprintable():  # nothing in the table is
        return text
    return text.translate(_ON_LINES if lines else _VISIBLE)


def one_line(text: str, width: int | None = None) -> str:
    """`text` on one line, white space run together, made visible, and cut to `width` code points with an ellipsis.

    It is cut behind a word where one ends in the second half.
    """
    line = visible(unicodedata.normalize("NFC", " ".join(text.split())))
    if width is None or len(line) <= width:
        return line
    room = max(0, width - 1)
    space = line.rfind(" ", 0, room + 1)
    return line[: space if space > room // 2 else room].rstrip() + "…"
