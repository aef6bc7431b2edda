"""From bytes to text: byte-order marks, UTF-16 and UTF-32 without one, UTF-8, and the old one-byte encodings."""

from __future__ import annotations

import codecs

from factcheck.documents.charsets import in_one_byte
from factcheck.model import FactcheckError
from factcheck.reading.kinds import kind_of

_MARKS: tuple[tuple[bytes, str], ...] = (  # the longer first: UTF-32 LE begins with the mark of UTF-16 LE
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SAMPLE = 65536
"""How many bytes are looked at to guess an encoding."""


def decode(data: bytes, shown: str) -> str:
    """The text that the bytes hold, without a byte-order mark. Bytes that no encoding explains become U+FFFD.

    `shown` names the source for the error. Raises FactcheckError for bytes that are no text: a known kind of binary
    file, or too many control characters.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace").removeprefix("\ufeff")
    if kind := kind_of(data):
        raise FactcheckError(f"{shown} looks like {kind}, not like text; save the article as plain text and read that.")
    text = _decode_unmarked(data)
    if _too_many_controls(text):
        raise FactcheckError(f"{shown} is a binary file, not text; save the article as plain text and read that.")
    return text


def _decode_unmarked(data: bytes) -> str:
    if wide := _wide_encoding(data[:_SAMPLE]):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _mended_utf8(data) or in_one_byte(data)


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where the zero bytes of western letters stand."""
    size = len(sample)
    if size < 4 or b"\x00" not in sample:
        return None
    zeros = [sample[offset::4].count(0) * 4 / size for offset in range(4)]
    if zeros[0] < 0.2 and min(zeros[1:]) > 0.6:
        return "utf-32-le"
    if zeros[3] < 0.2 and min(zeros[:3]) > 0.6:
        return "utf-32-be"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if odd > 0.5 and even < odd / 8:
        return "utf-16-le"
    if even > 0.5 and odd < even / 8:
        return "utf-16-be"
    return None


def _mended_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes (a file cut short, a paste from elsewhere), or None when it is not UTF-8 at all."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - broken
    cut_short = broken == 1 and text.endswith("\ufffd") and data[-1] >= 0x80
    if whole > 4 * broken:
        return data.decode("utf-8", "factcheck.windows-1252")
    return text if cut_short and whole else None


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """What stands in for bytes that break UTF-8: the characters that they are in Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.end]
    # At the very end it is a character cut short, which no other encoding explains.
    text = "\ufffd" if error.end == len(error.object) and len(broken) > 1 else broken.decode("cp1252", "replace")
    return text, error.end


codecs.register_error("factcheck.windows-1252", _as_windows_1252)


def _too_many_controls(text: str) -> bool:
    """Whether one character in ten is a control that no text has: the mark of a binary file of unknown kind."""
    sample = text[:_SAMPLE]
    controls = sum(1 for char in sample if char < " " and char not in "\t\n\r\f\v\x1b\x08")
    return controls * 10 > len(sample)
