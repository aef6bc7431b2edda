"""Text out of bytes that say, rightly or not, in which charset they are."""

from __future__ import annotations

import codecs

_AS_READ = {"ascii": "cp1252", "us-ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "ks_c_5601-1987": "cp949", "euc_kr": "cp949",
    "shift_jis": "cp932", "x-sjis": "cp932", "iso8859-8-i": "iso8859-8", "iso-8859-8-i": "iso8859-8",
    "unicode-1-1-utf-7": "utf-7", "x-mac-roman": "mac_roman", "macintosh": "mac_roman"}  # fmt: skip
"""The charset that a name stands for in practice, as browsers have it (WHATWG Encoding Standard, "Names and labels")."""


def text_of(data: bytes, declared: str | None) -> str:
    """The text: UTF-8 where that is what the bytes are, whatever they declare; else what they declare; else what they look like."""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if not data.isascii() and (text := _decoded(data, "utf-8")) is not None:
        return text
    if declared and (text := _decoded(data, _named(declared))) is not None:
        return text
    if data.isascii():
        return data.decode("ascii")
    return _guessed(data)


def _named(declared: str) -> str:
    """The name of the codec for the name of a charset."""
    name = declared.strip(" \t\"'").lower()
    try:
        name = codecs.lookup(name).name
    except (LookupError, ValueError):
        name = name.removeprefix("x-").replace("cp-", "cp").replace("windows", "cp").replace("cp-", "cp")
    return _AS_READ.get(name, _AS_READ.get(declared.lower(), name))


def _decoded(data: bytes, encoding: str) -> str | None:
    """The text in an encoding of text; None where it is not in it, or there is no such one."""
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return _in_windows(data) if encoding == "cp1252" else None


def _in_windows(data: bytes) -> str | None:
    """Text in Windows-1252 with the five bytes that it leaves open."""
    text = data.decode("cp1252", "replace")
    return text if text.count("\ufffd") * 50 < len(text) else None


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
