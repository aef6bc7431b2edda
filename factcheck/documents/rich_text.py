"""Rich Text documents (RTF 1.9.1): what is hidden, struck or deleted is kept apart, notes and boxes stand behind their paragraphs."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from factcheck.documents.comments import Comment, Edge, Side, comment
from factcheck.documents.flow import Flow, Gap, Raised
from factcheck.documents.links import LONGEST_ADDRESS, address_in_field
from factcheck.documents.pieces import Document, Form, Left, Reason, UnreadableError, one_spaced
from factcheck.documents.properties import STYLES
from factcheck.documents.rtf_streams import Paragraph, Stream
from factcheck.documents.rtf_words import ASIDE, CODE_PAGES, OPEN, RUNNING, SIGNS, SKIPPED, Token, known, tokens
from factcheck.documents.symbols import symbol
from factcheck.documents.titles import titled
from factcheck.documents.word_parts import HIGH

_DEEPEST = 2_000
"""Groups in groups; deeper ones are made to break what reads them."""
_LONGEST_NAME = 500
"""Characters of a title, a name of a font and the like that are looked at."""
_SYMBOL_FIELD = re.compile(r'\s*SYMBOL (\d{2,5}) .{0,40}"Symbol"', re.IGNORECASE)
_TOGGLES = {"v": "hidden", "deleted": "deleted", "strike": "struck", "striked": "struck", "super": "high", "htmlrtf": "html"}
_NUMBERS = frozenset({"listtext", "pntext"})
"""Groups that hold the number or sign of an item of a list."""
_ENDS = frozenset({"par", "sect", "cell", "nestcell", "row", "pard", "\n", "\r"})


def read_rtf(data: bytes) -> Document:
    """A Rich Text document. Raises UnreadableError."""
    return _RichText().document(data.decode("latin-1"))


@dataclass(frozen=True)
class _State:
    """What holds within a group until it is set anew; a group has what is around it."""

    group: str = ""
    skipped: bool = False
    font: int | None = None
    width: int = 1
    hidden: bool = False
    struck: bool = False
    deleted: bool = False
    high: bool = False
    html: bool = False
    """Whether the words only stand for markup that stands there too."""
    running: bool = False

    @property
    def why(self) -> Reason | None:
        """Why the words are left out, if they are."""
        reasons = (
            (self.running, Reason.RUNNING), (self.deleted, Reason.DELETED), (self.hidden, Reason.HIDDEN), (self.struck, Reason.STRUCK),
            (self.group in _NUMBERS, Reason.NUMBER),
        )  # fmt: skip
        return next((reason for holds, reason in reasons if holds), None)


@dataclass
class _Layout:
    """How paragraphs are set until that is set anew."""

    style: Form | None = None
    listed: bool = False
    in_table: bool = False
    drop_cap: bool = False

    @property
    def form(self) -> Form:
        """What a paragraph set so is."""
        return self.style or (Form.ITEM if self.listed else Form.PARAGRAPH)


class _Names:
    """What the lists at the beginning say of fonts and styles."""

    def __init__(self) -> None:
        self.page = "cp1252"
        self.default: int | None = None
        self.pages: dict[int, str] = {}
        self.symbols: set[int] = set()
        self.styles: dict[int, Form | None] = {}
        self._font = self._style = 0
        self._outline: Form | None = None

    def word(self, group: str, word: str, number: int) -> None:
        """A control word in one of the lists."""
        if group == "fonttbl" and word == "f":
            self._font = number
        elif group == "fonttbl" and word == "fcharset" and number in CODE_PAGES:
            self.pages[self._font] = CODE_PAGES[number]
        elif group == "stylesheet" and word == "s":
            self._style, self._outline = number, None
        elif group == "stylesheet" and word == "outlinelevel":
            self._outline = outline(number)

    def name(self, group: str, words: str) -> None:
        """The name of what was told of last."""
        name = words.strip(" ;").casefold()
        if group == "fonttbl" and name.startswith("symbol"):
            self.symbols.add(self._font)
        elif group == "stylesheet" and name:
            by_name = Form.HEADING if name.startswith("heading ") else Form.FURNITURE if name.startswith("toc ") else None
            self.styles.setdefault(self._style, STYLES.get(name, by_name or self._outline))


def outline(level: int) -> Form | None:
    """The form of a paragraph by its level in the outline."""
    return None if level > 8 else Form.HEADING if level else Form.TITLE


class _RichText:
    """Reads one document, token by token."""

    def __init__(self) -> None:
        self._state = _State()
        self._above: list[_State] = []
        self._layout = _Layout()
        self._names = _Names()
        self._streams = [Stream()]
        self._opened: dict[int, tuple[str, _Layout]] = {}
        """By the depth of their groups, what the streams beside the text are, and how the paragraph around them is set."""
        self._running: list[Stream] = []
        self._bytes = bytearray()
        self._half = ""
        self._skip = 0
        self._star = False
        self._words = ""
        """The words of a group that is passed over, which say what something is."""
        self._flow = Flow()
        self._notes = 0
        self._address: str | None = None
        """What the field that is read leads to."""
        self._links: dict[int, Edge] = {}
        """Where linked words began, by the depth of their groups."""
        self._facts: dict[str, str] = {}
        self._comments: dict[str, Comment] = {}

    def document(self, source: str) -> Document:
        """All of it. Raises UnreadableError."""
        for token in tokens(source):
            if token.byte is None:
                self._decode()
            self._token(token)
            if token.brace == "}" and not self._above:
                break
        self._decode()
        while self._above:
            self._close()
        flow = self._flow
        self._streams[0].end(self._layout.form)
        self._streams[0].tell(flow)
        for stream in self._running:
            with flow.aside():
                stream.tell(flow)
        pieces, title = titled(flow.pieces, self._facts.get("title"))
        flow.pieces = list(pieces)
        return flow.document(self._comments, title=title)

    def _token(self, token: Token) -> None:
        if token.brace == "{":
            self._open()
        elif token.brace == "}":
            self._close()
        elif token.word is not None:
            self._word(token.word, token.number)
        elif token.byte is not None:
            self._byte(token.byte)
        elif token.text is not None:
            self._text(token.text)

    def _open(self) -> None:
        self._skip = 0
        if len(self._above) >= _DEEPEST:
            raise UnreadableError("it is damaged, or made to crash programs that read it")
        self._above.append(self._state)

    def _close(self) -> None:
        self._skip, self._star = 0, False
        if not self._above:
            return
        ended, depth = self._state, len(self._above)
        if depth in self._links:
            self._now.parts.append(self._links.pop(depth).end)
        if depth in self._opened:
            self._end_stream(*self._opened.pop(depth))
        self._state = self._above.pop()
        if self._words and (ended.group != self._state.group or ended.group in ("fonttbl", "stylesheet")):
            self._named(ended.group, self._words)
            self._words = ""

    def _named(self, group: str, words: str) -> None:
        """What the words of a group that is passed over say."""
        if group in ("fonttbl", "stylesheet"):
            self._names.name(group, words)
        elif group in ("atrfstart", "atrfend"):
            self._now.parts.append(Edge(words.strip(), Side.BEGIN if group == "atrfstart" else Side.END))
        elif group == "fldinst" and (sign := _SYMBOL_FIELD.match(words)):
            self._say(symbol("symbol", f"{int(sign[1]):x}"))
        elif group == "fldinst":
            self._address = address_in_field(words)
        else:
            self._facts[group] = one_spaced(words)

    @property
    def _now(self) -> Paragraph:
        """The paragraph that is read."""
        return self._streams[-1].now

    def _word(self, word: str, number: int | None) -> None:
        star, self._star = self._star, word == "*"
        if self._skip and word not in ("*", "u"):
            self._skip -= 1
            if word in SIGNS:
                return
        if word == "*":
            return
        if known(word) or star:
            self._group(word, star)
        elif self._state.skipped and word in SIGNS:
            self._say(SIGNS[word])
        elif self._state.skipped:
            self._names.word(self._state.group, word, number or 0)
        elif word in _TOGGLES:
            self._toggle(_TOGGLES[word], on=number != 0)
        elif word in _ENDS:
            self._end(word)
        else:
            self._set(word, number)

    def _toggle(self, name: str, *, on: bool) -> None:
        set_anew: dict[str, Any] = {name: on}
        self._state = replace(self._state, **set_anew)

    def _group(self, word: str, star: bool) -> None:
        """What the group is that begins with a word."""
        around = self._above[-1] if self._above else _State()
        if self._state.skipped and not (word == "ud" and around.group == "upr"):
            self._words = "" if self._state.group != word else self._words
            self._state = replace(self._state, group=word)
            return
        passed_over = word in SKIPPED or (star and word not in OPEN)
        if passed_over:
            self._words = ""
            self._address = None if word == "fldinst" else self._address
        self._state = replace(self._state, group=word, skipped=passed_over)
        if word == "fldrslt":
            self._link()
        if not passed_over and (word in ASIDE or word in RUNNING):
            self._opened[len(self._above)] = (word, self._layout)
            self._layout = _Layout()
            self._notes += word == "footnote"
            self._streams.append(Stream(f"note {self._notes}" if word == "footnote" else None))
            self._state = replace(self._state, running=word in RUNNING, hidden=False, struck=False, high=False, deleted=self._state.deleted)

    def _link(self) -> None:
        """What is shown for a field begins: where it leads to an address, linked words do."""
        address, self._address = self._address, None
        if (edge := self._flow.link(address)) is not None and self._links.setdefault(len(self._above), edge) is edge:
            self._now.parts.append(edge)

    def _end_stream(self, group: str, layout: _Layout) -> None:
        stream = self._streams.pop()
        stream.end(self._layout.form)
        self._layout = layout
        if group in RUNNING:
            self._running.append(stream)
        elif group == "annotation":
            self._comment(stream)
        else:
            self._now.asides.append(stream)
            self._now.parts += [*(self._flow.mark(stream.note) if stream.note is not None else ()), Gap.MARK]

    def _comment(self, stream: Stream) -> None:
        name = self._facts.pop("atnref", f"#{len(self._comments)}")
        by = self._facts.pop("atnauthor", "") or self._facts.pop("atnid", "")
        self._comments[name] = comment(by, stream.text(), _moment(self._facts.pop("atndate", "")))
        self._now.parts.append(Edge(name, Side.POINT))

    def _end(self, word: str) -> None:
        stream, layout = self._streams[-1], self._layout
        if word == "pard":
            self._layout = layout if self._state.group in _NUMBERS else _Layout()
        elif word == "row":
            stream.end_row()
        elif word == "cell":
            stream.end_cell(layout.form)
        elif self._state.deleted:
            stream.now.parts.append(Gap.BREAK)
        else:
            in_table = layout.in_table or word == "nestcell"
            stream.end_paragraph(layout.form, in_table=in_table, goes_on=layout.drop_cap)

    def _set(self, word: str, number: int | None) -> None:
        state = self._state
        if word in SIGNS:
            self._say(SIGNS[word])
        elif word == "u":
            self._unicode(number or 0)
        elif word == "uc":
            self._state = replace(state, width=min(max(number or 0, 0), 9))
        elif word == "plain":
            self._state = replace(state, hidden=False, struck=False, high=False, deleted=False, font=self._names.default)
        elif word in ("up", "nosupersub", "sub", "dn"):
            self._state = replace(state, high=word == "up" and (number is None or number >= HIGH))
        elif word == "f":
            self._state = replace(state, font=number)
        elif word == "mden":
            self._say("/")
        else:
            self._set_out(word, number)

    def _set_out(self, word: str, number: int | None) -> None:
        """A word that sets something for the whole document, or for the paragraph."""
        layout = self._layout
        if word == "deff":
            self._names.default = number
        elif word in ("ansicpg", "mac", "pc", "pca"):
            self._names.page = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}.get(word, f"cp{number}")
        elif word == "s":
            layout.style = self._names.styles.get(number or 0)
        elif word == "outlinelevel":
            layout.style = layout.style or outline(number or 0)
        elif word == "ls":
            layout.listed = bool(number)
        elif word == "intbl":
            layout.in_table = True
        elif word == "dropcapli":
            layout.drop_cap = True

    def _unicode(self, number: int) -> None:
        self._skip = self._state.width
        sign = chr(number % 0x10000)
        if "\ud800" <= sign <= "\udbff":
            self._half = sign
        elif "\udc00" <= sign <= "\udfff":
            half, self._half = self._half, ""
            self._say((half + sign).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
        elif "\uf020" <= sign <= "\uf0ff":
            self._say(symbol("symbol" if self._state.font in self._names.symbols else "", f"{ord(sign):x}"))
        else:
            self._say(sign)

    def _byte(self, byte: int) -> None:
        if self._skip:
            self._skip -= 1
        elif self._state.font in self._names.symbols and not self._state.skipped:
            self._say(symbol("symbol", f"{byte:x}"))
        else:
            self._bytes.append(byte)

    def _decode(self) -> None:
        """The letters that the bytes before are."""
        if not self._bytes:
            return
        font = self._state.font if self._state.font is not None else self._names.default
        data = bytes(self._bytes)
        self._bytes.clear()
        try:
            words = data.decode(self._names.pages.get(font or 0, self._names.page), "replace")
        except LookupError:
            words = data.decode("cp1252", "replace")
        self._say(words)

    def _text(self, text: str) -> None:
        skipped, self._skip = self._skip, max(self._skip - len(text), 0)
        text = text[skipped:]
        if not text.isascii():
            with suppress(UnicodeDecodeError):
                self._say(text.encode("latin-1").decode("utf-8"))
                return
            self._bytes += text.encode("latin-1")
            self._decode()
        elif self._state.font in self._names.symbols and not self._state.skipped:
            self._say("".join(symbol("symbol", f"{ord(char):x}") for char in text))
        else:
            self._say(text)

    def _say(self, words: str) -> None:
        if self._state.skipped:
            self._words += words if len(self._words) < (LONGEST_ADDRESS if self._state.group == "fldinst" else _LONGEST_NAME) else ""
        elif words and not self._state.html:
            why = self._state.why
            if self._state.group in _NUMBERS:
                self._layout.listed = True
                words = words if any(char.isalnum() for char in words) else ""
            self._now.parts.append(Left(words, why) if why else Raised(words) if self._state.high else words)


def _moment(packed: str) -> datetime | None:
    """A moment as Rich Text packs it into a number (DTTM): minute, hour, day, month, years since 1900."""
    with suppress(ValueError):
        bits = int(packed)
        return datetime(1900 + (bits >> 20 & 511), bits >> 16 & 15, bits >> 11 & 31, bits >> 6 & 31, bits & 63, tzinfo=UTC)
    return None
