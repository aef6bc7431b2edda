"""What a message says, told apart from how it is begun, signed and sent, and from the earlier messages below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from factcheck.documents.pieces import Form, Piece, Reason, one_spaced
from factcheck.language.lexicon import any_of, words

_WROTE = re.compile(r"(?:-{2,5} ?)?(?:on|le|am|el) [^\n]{5,240} (?:wrote|writes|a écrit|schrieb[^\n:]{0,60}|escribió) ?:", re.IGNORECASE)
"""Who wrote what is quoted: takes "On 5 Mar 2024, Tom Ward wrote:", "--- On Wed, 4/4/12, Tom wrote:"; refuses "On Monday he wrote:"."""
_HEADERS = re.compile(r"\*?from: ?\*?[^\n]{1,300}?(?:\n| )\*?(?:sent|date|to): ", re.IGNORECASE)
"""The headers of an earlier message in its text: takes "From: Tom", "Sent: 2 March"; refuses "From: here to there"."""
_HEADER_LINE = re.compile(r"\*?(?:from|to|cc|sent|date|subject|reply-to):", re.IGNORECASE)
_FIELD = re.compile(r"(?:^|(?<=[\s*]))\*?(from|to|cc|sent|date|subject|reply-to) ?: ?\*?(?= )", re.IGNORECASE)
"""A header of an earlier message, on a line with others too: takes "Sent: " in "From: Tom Sent: 2 March", refuses "presented: "."""
_ARMOUR = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----[^\n]{0,9}\n(?:Hash: [^\n]{0,80}\n){0,9}"
    r"|^-----BEGIN PGP (?P<block>SIGNATURE|MESSAGE|PUBLIC KEY BLOCK)-----(?s:.{0,200000}?)(?:^-----END PGP (?P=block)-----|\Z)",
    re.MULTILINE,
)
"""What PGP puts around the text that it signs, and in place of one that it hides (RFC 4880, 6.2 and 7)."""
_RULE = re.compile(r"_{10,}|-{10,}|\*{10,}|={10,}")
_NAMED = re.compile(r"[A-Z][\w'’.-]{1,20}(?: [A-Z][\w'’.-]{1,20}){0,2},")
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\)) ?(?:©|\(c\))? ?(?:19|20)\d\d\b", re.IGNORECASE)
"""With what the foot of a newsletter begins: takes "Copyright © 2018 Isles Ferries", refuses "Copyright law"."""
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_ITEM = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s")
_ADDRESS = re.compile(r"\s*<?(?:https?://|www\.)\S+\s*")
"""A line that is nothing but an address of a page."""
_ENDS = (".", "!", "?", '"', "”")
_WRAPPED = 55
"""Characters of a line from which on it may have been wrapped."""
_A_MESSAGE = 15
"""Words above a message that was sent on, from which on they are text like it."""
_A_TEXT = 20
"""Words of all lines of a message together from which on they are text."""
_TEXTS = 2
"""Paragraphs of so many words below a note, at least, and how many times the note's words they have."""
_POINTER = re.compile(
    r"(?:(?:please|pls|kindly) (?:find|see)|find|here(?: is| are|['’]s)|below is|(?:i|we) (?:attach|enclose)|i am (?:attaching|sending)"
    r"|attached (?:is|are)|(?:attached|enclosed|below) please find)\b"
    r"(?=.{0,60}\b(?:attached|attach|enclosed|below|release|copy|story|article|piece|draft|statement)\b(?! of\b))"
    r"[^.!?\n]{1,120}[.!:]?",
    re.IGNORECASE,
)
"""Words that only send a text: takes "Please find below our release for immediate use.", "Here is the story for tomorrow:"; refuses "Here
is the mayor.", "Here is the story of a ferry." and what more than one sentence says.
"""
_POINTED = 3
"""Lines from the top among which one may only point to the text below."""
_LONGEST_POINTER = 16
_ADDRESSED = 6
"""Words of a greeting, at most."""
_MARK_LINES = 3
"""Lines over which the mark of an earlier message may run."""
_DEEP = 10
"""How many times what was sent on may have been sent on before."""
_LONGEST_DISCLAIMER = 150
_SIGNED = 4
"""Words of a name below a message, at most."""


@dataclass(frozen=True)
class Line:
    """Words of a message that stand together. `earlier` ones were quoted, `why` is set for those that are not shown at all."""

    words: str
    form: Form = Form.PARAGRAPH
    earlier: bool = False
    why: Reason | None = None
    signature: bool = False


class Told(NamedTuple):
    """The pieces of a message; `headers` are those of the message that was sent on in it, empty where it is told by who sent it."""

    pieces: list[Piece]
    headers: str = ""

    def header(self, *names: str) -> str:
        """What the first of some headers says of the message that was sent on."""
        parts = _FIELD.split(self.headers)
        told = {name.casefold(): one_spaced(value.strip(" *\n")) for name, value in zip(parts[1::2], parts[2::2], strict=False)}
        return next((told[name] for name in names if told.get(name)), "")


@cache
def _pattern(name: str, around: str) -> re.Pattern[str]:
    return re.compile(around.format(any_of("mail", name)), re.IGNORECASE)


def _marks(said: str) -> tuple[bool, bool]:
    """Whether words mark that all below is an earlier message, and whether it was sent on."""
    forwarded = (
        _pattern("forwarded", r"[-_*\s]{{2,40}}(?:{})\b(?:[^\n.]{{0,80}}|[-_*\s:]{{1,40}}from: .*)|begin forwarded message:?").fullmatch(
            said
        )
        is not None
    )
    original = _pattern("original", r"[-_*\s]{{2,40}}(?:{})[-_*\s:]{{0,40}}(?:from: .*)?").fullmatch(said) is not None
    return forwarded or original or _HEADERS.match(said) is not None, forwarded


def plain_lines(text: str) -> list[Line]:
    """The lines of a message in plain text: what is quoted begins with ">", or stands below a mark of an earlier message."""
    found: list[Line] = []
    quoted: list[str] = []
    own: list[str] = []
    signature = False
    armour = [found[0] for found in _ARMOUR.finditer(text)]
    text = _ARMOUR.sub("\n", text) if armour else text

    def flush() -> None:
        for held, earlier in ((own, False), (quoted, True)):
            found.extend(Line(words, earlier=earlier, signature=signature and not earlier) for words in paragraphs("\n".join(held)))
            held.clear()

    for line in text.split("\n"):
        is_quoted = line.lstrip().startswith(">")
        if (own and is_quoted) or (quoted and not is_quoted and line.strip()):
            flush()
        if _SIGNATURE.fullmatch(line.rstrip("\r")):
            flush()
            signature = True
            continue
        (quoted if is_quoted or (quoted and not line.strip()) else own).append(re.sub(r"^\s*> ?", "", line) if is_quoted else line)
    flush()
    return found + [Line(one_spaced(one), why=Reason.ENVELOPE) for one in armour]


def paragraphs(text: str) -> Iterator[str]:
    """What stands between blank lines; items, marks of earlier messages and lines that were not wrapped stand by themselves."""
    for part in re.split(r"\n\s*\n", text):
        held: list[str] = []
        for line in part.split("\n"):
            if held and not _goes_on(held, line):
                if said := one_spaced(" ".join(held)):
                    yield said
                held = []
            held.append(line)
        if said := one_spaced(" ".join(held)):
            yield said


def _goes_on(held: Sequence[str], line: str) -> bool:
    """Whether a line goes on with what the ones before it say."""
    broken_off = len(held) > 1 and len(held[-2]) >= _WRAPPED and not held[-1].rstrip().endswith((*_ENDS, ":"))
    wrapped = held[-1].endswith(" ") or len(held[-1]) >= _WRAPPED or broken_off or not line[:1].isupper()
    wrapped = wrapped and (_HEADER_LINE.match(held[0]) is None or len(held[-1]) >= _WRAPPED or line[:1].isspace())
    ends = len(held) <= _MARK_LINES and _is_mark(" ".join(held))
    if _ADDRESS.fullmatch(" ".join(held)) or (_ADDRESS.fullmatch(line) and held[-1].rstrip().endswith(_ENDS)):
        return False
    return wrapped and not ends and not _ITEM.match(line) and not _is_mark(line) and not _HEADER_LINE.match(line)


def _is_mark(line: str) -> bool:
    return _RULE.fullmatch(line.strip()) is not None or _marks(line.strip())[0] or _WROTE.fullmatch(line.strip()) is not None


def told_apart(lines: Sequence[Line], sender: str, *, sent_on: bool = False, answers: bool = False, deep: int = 0) -> Told:
    """The pieces of a message, whose subject may say that it was `sent_on`, or `answers` another one.

    Earlier messages below it are furniture, or what was sent.

    They are what was sent when nothing stands above them but a greeting, a name or words that point to them, and when the message was
    forwarded; a few words above it are furniture then, and more are text too.
    """
    lines, forwarded = _with_earlier(lines)
    above = [line for line in lines if not line.earlier]
    own = _own(above, sender)
    said = [piece.words for piece in own if piece.form is not Form.FURNITURE and not points(piece.words)]
    count = sum(len(one.split()) for one in said)
    answers = answers and any(not points(line.words) for line in above)
    waiting = iter(own)
    answered = [Piece(Form.FURNITURE, line.words, why=Reason.EARLIER) if line.earlier else next(waiting) for line in lines]
    if len(above) == len(lines) or deep >= _DEEP or ((count or answers) and not (forwarded or sent_on)):
        return Told(answered)
    first = next(i for i, line in enumerate(lines) if line.earlier)
    begins = next((i for i in range(first, len(lines)) if not _is_of_headers(lines[i].words)), len(lines))
    headed = [Piece(Form.FURNITURE, line.words, why=Reason.ENVELOPE) for line in lines[:begins]]
    headers = "\n".join(line.words for line in lines[first:begins])
    sent_by = Told([], headers).header("from")
    if count >= _A_MESSAGE and first == len(own):
        headed[:first], headers = own, ""
    rest = told_apart([replace(line, earlier=False) for line in lines[begins:]], sent_by, deep=deep + 1)
    if all(piece.form is Form.FURNITURE for piece in rest.pieces):
        return Told(answered)
    return Told([*headed, *rest.pieces], rest.headers or headers)


def _with_earlier(lines: Sequence[Line]) -> tuple[list[Line], bool]:
    """The lines, with those as earlier that stand below the mark of an earlier message, and whether one says that it was sent on."""
    found: list[Line] = []
    below = forwarded = False
    last = max((i for i, line in enumerate(lines) if line.earlier), default=-1)
    for i, line in enumerate(lines):
        starts, is_forwarded = _marks(line.words)
        after = lines[i + 1].words if i + 1 < len(lines) else ""
        starts = starts or (line.words.lower().startswith("from:") and _HEADER_LINE.match(after) is not None)
        forwarded = forwarded or is_forwarded
        wrote = _WROTE.fullmatch(line.words) is not None and bool(after)
        below = below or starts or (wrote and i > last)
        headed = _RULE.fullmatch(line.words) is not None and (_marks(after)[0] or after.lower().startswith("from:"))
        found.append(replace(line, earlier=True) if below or wrote or headed else line)
    return found, forwarded


def _own(lines: Sequence[Line], sender: str) -> list[Piece]:
    """What somebody wrote, with greeting and signature as furniture."""
    found: list[Piece] = []
    ended = False
    last_note = _last_note(lines)
    counts = [len(line.words.split()) for line in lines if not points(line.words)]
    has_text = max(counts, default=0) >= _A_MESSAGE or sum(counts) >= _A_TEXT
    for n, line in enumerate(lines):
        said = line.words
        signs_off = n > 0 and _signs_off(said)
        ended = ended or line.signature or (n > 0 and _is_footer(lines, n)) or (signs_off and n > last_note)
        if ended and not line.signature and _pattern("resumes", r"(?:{})\b").match(said):
            ended = False
        aside = ended or signs_off or (n > 0 and _is_of(said, sender)) or _is_notice(said)
        aside = aside or (n < 2 and _greets(said)) or (has_text and n < _POINTED and points(said))
        found.append(Piece(Form.FURNITURE if aside else line.form, said))
    return found


def _last_note(lines: Sequence[Line]) -> int:
    """The last line below which a text may begin that a note above it sends: few words, and paragraphs of more below it."""
    counts = [0 if line.signature or _is_notice(line.words) else len(line.words.split()) for line in lines]
    above, long, words = sum(len(line.words.split()) for line in lines), 0, 0
    for n in range(len(lines) - 1, 0, -1):
        above -= len(lines[n].words.split())
        if long >= _TEXTS and words > _TEXTS * above:
            return n
        if counts[n] >= _A_MESSAGE:
            long, words = long + 1, words + counts[n]
    return -1


def _greets(said: str) -> bool:
    if len(said.split()) > _ADDRESSED:
        return False
    return (
        _NAMED.fullmatch(said) is not None or _pattern("greetings", r"(?:{})(?:[ ,][^.!?\n]{{0,40}})?[,!:.–-]?").fullmatch(said) is not None
    )


def _signs_off(said: str) -> bool:
    return (
        _pattern("sign_offs", r"(?:{})(?:[,.!–-]{{1,2}}(?: [\w'’.-]{{1,20}}){{0,3}}| [A-Z][\w'’-]{{1,20}}[.,]?)?").fullmatch(said)
        is not None
    )


def _is_notice(said: str) -> bool:
    count = len(said.split())
    is_legal = count <= _LONGEST_DISCLAIMER and _pattern("disclaimers", r"[^\w]{{0,9}}(?:{})").match(said) is not None
    if count <= _A_MESSAGE and said.casefold().rstrip(" .!|").endswith("unsubscribe"):
        return True
    return is_legal or (count <= 2 * _A_MESSAGE and _pattern("notices", r"(?:{})\b").match(said) is not None)


def _is_footer(lines: Sequence[Line], n: int) -> bool:
    """Whether what a list adds below a message begins here."""
    if _COPYRIGHT.match(lines[n].words):
        return all(len(line.words.split()) <= 2 * _A_MESSAGE and not _is_sentence(line.words) for line in lines[n + 1 :])
    following = " ".join(line.words for line in lines[n + 1 : n + 4]).casefold()
    return _RULE.fullmatch(lines[n].words) is not None and ("mailing list" in following or "unsubscribe" in following)


def _is_sentence(said: str) -> bool:
    return len(said.split()) >= _A_MESSAGE and said.endswith(_ENDS) and not _is_notice(said) and "http" not in said


def _is_of(said: str, sender: str) -> bool:
    """Whether words are the sender's name, or a part of it."""
    named = {word.strip(",.").casefold() for word in said.split()}
    return len(said.split()) <= _SIGNED and bool(named) and named <= {word.strip(",.\"'").casefold() for word in sender.split()}


def points(said: str) -> bool:
    """Whether words only say that something is below."""
    if said.casefold().strip(" .!?:-–,") in words("mail", "pointers") or not any(char.isalnum() for char in said):
        return True
    return len(said.split()) <= _LONGEST_POINTER and _POINTER.fullmatch(said) is not None


def _is_of_headers(said: str) -> bool:
    return _is_mark(said) or _HEADER_LINE.match(said) is not None
