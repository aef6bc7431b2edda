"""Text out of bytes that say, rightly or not, in which charset they are."""

from __future__ import annotations

import codecs
import re

_AS_READ = {"ascii": "cp1252", "us-ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "ks_c_5601-1987": "cp949", "euc_kr": "cp949",
    "shift_jis": "cp932", "x-sjis": "cp932", "iso8859-8-i": "iso8859-8", "iso-8859-8-i": "iso8859-8",
    "unicode-1-1-utf-7": "utf-7", "x-mac-roman": "mac_roman", "macintosh": "mac_roman"}  # fmt: skip
"""The charset that a name stands for in practice, as browsers have it (WHATWG Encoding Standard, "Names and labels")."""

_SAMPLE = 65_536
"""How many bytes are looked at to guess an encoding."""
_ENOUGH_TO_GUESS = 12
"""How many bytes beyond ASCII it takes to tell other alphabets; fewer are accents and quotation marks."""
_TAGS = re.compile(rb"<(?:script|style)\b.{0,60000}?</(?:script|style)>|<[^<>]{1,2000}>", re.DOTALL | re.IGNORECASE)
"""What of a page is no text of any alphabet."""
_MISPLACED = re.compile(r"[a-z][À-ÖØ-ÞŠŒŽŸ]|[À-ÖØ-ÞŠŒŽŸ][a-z]{0,20}[À-ÖØ-ÞŠŒŽŸ]\W|[\x80-\x9f¤¦¨¬¯²³¸¹‡ˆ\ufffd]|(?<=\w)[™š](?=\w)")
"""Letters and signs that no word of western text has where they stand: takes "donÕt", "Òwe didÓ ", refuses "Émile's café", "£5"."""
_LATIN_9_EURO = re.compile(r"¤ ?\d|\d ?¤")
"""A euro sign of ISO 8859-15 read as Windows-1252: takes "¤5", "5 ¤", refuses "a ¤ b"."""
_MAC_QUOTE = re.compile(r"[A-Za-z]\xd5[a-z]|\xd2[A-Za-z]|[.,?!a-z]\xd3(?![a-z])|\xd0 |[a-z]\xd1|[a-z][\x87-\x9f][a-z]")
"""Quotation marks, dashes and accents of Mac Roman read as Latin 1: takes "don\xd5t", "\xd2We", refuses "caf\xe9", "\xc9mile"."""


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
    return in_one_byte(data)


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


def in_one_byte(data: bytes) -> str:
    """The text in bytes of which each is a letter or sign, in an encoding that nothing tells: Windows-1252, or what they look like."""
    sample = _TAGS.sub(b" ", data[:_SAMPLE])
    letters = sum(1 for byte in sample if 65 <= byte <= 90 or 97 <= byte <= 122)
    high = sum(1 for byte in sample if byte > 127)
    if high >= _ENOUGH_TO_GUESS and high > letters / 2 and (guess := _guessed(sample)):
        return data.decode(guess, "replace")
    western = sample.decode("cp1252", "replace")
    if misread := len(_MISPLACED.findall(western)):
        if _LATIN_9_EURO.search(western) and not any(0x80 <= byte < 0xA0 for byte in sample):
            return data.decode("iso8859-15")
        if len(_MISPLACED.findall(sample.decode("mac_roman"))) * 2 < misread and _MAC_QUOTE.search(sample.decode("latin-1")):
            return data.decode("mac_roman")
    return data.decode("cp1252", "replace")


def _guessed(sample: bytes) -> str | None:
    """What charset-normalizer makes of text that is mostly not in Latin letters."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else None
