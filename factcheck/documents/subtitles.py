"""Subtitles: what each speaker says as a paragraph, with the time as its place (SRT and WebVTT, read by pysubs2)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from factcheck.documents.pieces import Document, Form, Piece, UnreadableError, one_spaced
from factcheck.documents.webpage import decoded

_VOICE = re.compile(r"<v(?:\.[^ >]*)? ([^>]{1,80})>", re.IGNORECASE)
"""Who speaks, as WebVTT marks it: takes "<v Ruth Okafor>" and "<v.loud Ruth>"."""
_LABEL = re.compile(r"^(?:>>\s*|-\s*)?([A-Z][A-Z .,'’-]{1,40}(?:\([^)\n]{1,40}\))?|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}):\s+")
"""Who speaks, as a line begins: takes "RUTH OKAFOR: ", "- Ruth Okafor: "; refuses "it was: "."""
_TAG = re.compile(r"</?[a-z][^>]{0,100}>|<\d[\d:.]{4,14}>|\{\\[^}]{0,100}\}", re.IGNORECASE)
"""What is no word: takes "<i>", "<00:00:05.000>" and "{\\an8}"."""
_SOUND = re.compile(r"[\[(♪#♫][^\])]*[\])♪#♫]?|[♪♫].*")
"""What is heard and not said, as a line: takes "[MUSIC PLAYING]", "(APPLAUSE)", "♪ la la ♪"."""
_TURN = re.compile(r"^(?:>>|[-–—](?=\s|[A-Z]))\s*")
"""Somebody else speaks, whoever it is: takes ">> That is a lot." and "- About 340."."""
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
PAUSE = 4_000
"""Milliseconds of silence after which another paragraph begins."""
_LONGEST = 1_200


def read_srt(data: bytes) -> Document:
    """What is said, in paragraphs. Raises UnreadableError when there is nothing."""
    return _read(data, "srt")


def read_vtt(data: bytes) -> Document:
    """The same of WebVTT."""
    return _read(data, "vtt")


def _read(data: bytes, format_: str) -> Document:
    import pysubs2

    try:
        subtitles = pysubs2.SSAFile.from_string(decoded(data), format_=format_, keep_html_tags=True)
    except (pysubs2.exceptions.Pysubs2Error, ValueError, IndexError) as error:
        raise UnreadableError("they are no subtitles after all") from error
    cues = [(e.start, e.end, html.unescape(e.text)) for e in sorted(subtitles.events, key=lambda e: e.start) if not e.is_comment]
    pieces = tuple(_pieces(list(_unrolled(cues))))
    if not pieces:
        raise UnreadableError("they are subtitles without words")
    return Document(pieces)


def _unrolled(cues: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The cues without the lines that roll up from the one before, as live captions repeat them."""
    before: list[str] = []
    for start, end, text in cues:
        lines = [
            line for raw in text.replace("\\N", "\n").split("\n") if (line := one_spaced(_TAG.sub("", raw) if "<v" not in raw else raw))
        ]
        again = max((n for n in range(1, len(lines) + 1) if before[-n:] == lines[:n]), default=0)
        if lines[again:]:
            yield start, end, "\n".join(lines[again:])
        before = lines


def _pieces(cues: list[tuple[int, int, str]]) -> Iterator[Piece]:
    said: list[str] = []
    speaker: str | None = None
    began = ended = 0
    for start, end, text in cues:
        for who, words in _turns(text):
            paused = start - ended > PAUSE and bool(said) and _ENDS.search(said[-1]) is not None
            long = sum(map(len, said)) > _LONGEST and bool(said) and _ENDS.search(said[-1]) is not None
            turned = who is not None and (who != speaker or not who)
            if said and (turned or paused or long):
                yield _piece(speaker, said, began)
                said = []
            if not said:
                began = start
            speaker = speaker if who is None else who
            said.append(words)
        ended = end
    if said:
        yield _piece(speaker, said, began)


def _turns(text: str) -> Iterator[tuple[str | None, str]]:
    """The words of a cue, and who says them where that is said; nobody known ("") where only another voice is marked."""
    who: str | None = None
    for raw in text.replace("\\N", "\n").split("\n"):
        found = _VOICE.search(raw)
        if found:
            who = one_spaced(found[1])
        words = one_spaced(_TAG.sub("", raw))
        if _SOUND.fullmatch(words):
            continue
        label, turn = _LABEL.match(words), _TURN.match(words)
        if label:
            who, words = label[1].strip(), words[label.end() :]
        elif turn:
            who, words = "", words[turn.end() :]
        if words:
            yield who, words
            who = who or None


def _piece(speaker: str | None, said: list[str], at: int) -> Piece:
    seconds = at // 1000
    words = one_spaced(" ".join(said))
    return Piece(
        Form.PARAGRAPH, f"{speaker}: {words}" if speaker else words, f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    )
