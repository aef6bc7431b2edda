"""The words of Rich Text's own language: which groups hold what, which words are signs, and how bytes are letters (RTF 1.9.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

SIGNS = {
    "tab": "\t", "line": "\n", "softline": "\n", "page": "\n", "softpage": "\n", "column": "\n", "emdash": "—", "endash": "–",
    "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f", "~": "\xa0", "-": "\xad", "_": "-",
    "{": "{", "}": "}", "\\": "\\", "\t": "\t", ":": "",
}  # fmt: skip
SKIPPED = frozenset(
    "fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator info pict objdata objclass objname objalias objtime "
    "fldinst datafield formfield bkmkstart bkmkend xe tc rxe txe pgptbl themedata colorschememapping datastore latentstyles filetbl "
    "xmlnstbl sp sv sn shprslt nonshppict mmathPict aftnsep aftnsepc aftncn ftnsep ftnsepc ftncn background template userprops docvar "
    "wgrffmtfilter upr nonesttables nesttableprops blipuid picprop pntxtb pntxta pnseclvl mmathPr private fontemb htmltag mhtmltag atndate "
    "atnid atnref atnauthor atrfstart atrfend atnparent atnicn atntime fldtype title author levelnumbers leveltext".split()
)
"""Groups that hold no words of the text, or others than those that stand there once already."""
OPEN = frozenset("shpinst do ud moMath moMathPara annotation footnote fldrslt shptxt dptxbxtext".split())
"""Groups that hold words though they begin as one that may be passed over; whatever else begins so is passed over."""
ASIDE = frozenset({"footnote", "annotation", "shptxt", "dptxbxtext"})
"""Groups whose words stand beside the paragraph that they are in."""
RUNNING = frozenset("header headerl headerr headerf footer footerl footerr footerf".split())
_GROUPS = SKIPPED | OPEN | RUNNING | frozenset({"listtext", "pntext"})
CODE_PAGES = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""The code page of each character set that a font can have."""

_TOKEN = re.compile(r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n\x00]+|([^\\{}\r\n\x00]+)|.", re.DOTALL)
_BINARY = "bin"


def known(word: str) -> bool:
    """Whether a control word says what its group is."""
    return word in _GROUPS


class Token(NamedTuple):
    """One of: a control word with its number, a byte in hexadecimal, a control sign, a brace, or text."""

    word: str | None = None
    number: int | None = None
    byte: int | None = None
    brace: str | None = None
    text: str | None = None


def tokens(source: str) -> Iterator[Token]:
    """What a document is written in; bytes that are no text are passed over."""
    at = 0
    while match := _TOKEN.match(source, at):
        at = match.end()
        word, number, byte, sign, brace, text = match.groups()
        if word == _BINARY:
            at += max(int(number or 0), 0)
        elif word or sign:
            yield Token(word or sign, int(number) if number else None)
        elif byte:
            yield Token(byte=int(byte, 16))
        elif brace or text:
            yield Token(brace=brace, text=text)
