"""What is said in cues, put together to paragraphs: one a speaker, with the time as its place; sounds and repeated lines are set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.documents.pieces import Document, Form, Left, Piece, Reason, UnreadableError, one_spaced
from factcheck.language.lexicon import words as listed

_LABEL = re.compile(r"(?:[A-Z][A-Z0-9 .,'’-]{1,40}(?:\([^)\n]{1,40}\))?|[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,3}):(?:\s+|$)")
"""Who speaks, as a line begins: takes "RUTH OKAFOR: ", "Ruth Okafor: "; refuses "it was: "."""
_BRACKETED = re.compile(r"\[([A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,3})\]:?\s+(?=\S)")
"""The same in brackets before words: takes "[RUTH OKAFOR] We found rot."."""
_TURN = re.compile(r"(?:>{2,3}|[-–—](?=\s|[A-Z“\"]))\s*")
"""Somebody else speaks, whoever it is: takes ">> That is a lot." and "- About 340."."""
_SOUND = re.compile(r"\[[^\[\]]{1,120}\]|\([^()]{1,120}\)|[♪♫][^♪♫]{0,300}[♪♫]?")
"""What may be heard and not said: takes "[MUSIC PLAYING]", "(applause)", "♪ la la ♪"."""
_CREDIT = re.compile(
    r"(?:sub-?titles?|sub-?titled|captions?|(?:closed )?captioning|captioned|transcribed)\b[^.!?\n]{0,24}\bby\b[^.!?\n]{1,60}\Z",
    re.IGNORECASE,
)
"""Who made the subtitles, in a cue of its own: takes "Subtitles by Ruth Okafor", refuses "Captions by the sea are rare."."""
_SOUNDS = listed("sounds", "heard")
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
PAUSE = 4_000
"""Milliseconds of silence after which another paragraph begins."""
_LONGEST = 1_200
"""Characters from which a paragraph ends with the next sentence, and twice as many with the next cue: live captions have no full stops."""
_FEW_WORDS = 3
_ROLLING = 0.25
"""The share of cues from which those that repeat lines of the one before are live captions."""


@dataclass(frozen=True)
class Cue:
    """What is shown from `start` to `end` (milliseconds): its lines, each with who speaks it where that is marked."""

    start: int
    end: int
    lines: tuple[tuple[str | None, str], ...]


@dataclass(frozen=True)
class _Turn:
    """Words that a cue shows: who says them (None: who spoke before; "": somebody else), and whether the file names that speaker often."""

    start: int
    end: int
    who: str | None
    words: str
    again: bool


def spoken(cues: Sequence[Cue], left: Sequence[Left], language: str | None) -> Document:
    """A document of what is said in cues. Raises UnreadableError when nothing is."""
    repeated: list[str] = []
    sounds: list[str] = []
    lines = [(cue, list(_without_sounds(cue.lines, sounds))) for cue in _unrolled(sorted(cues, key=lambda cue: cue.start), repeated)]
    pieces = tuple(_pieces(list(_turns(lines))))
    if not pieces:
        raise UnreadableError("they have no words in them")
    heard = (Left(sound, Reason.SOUND) for sound in sounds)
    rolled = [Left("\n".join(repeated), Reason.REPEATED)] if repeated else []
    return Document(pieces, language=language, left=(*left, *heard, *rolled))


def _unrolled(cues: Sequence[Cue], repeated: list[str]) -> Iterator[Cue]:
    """The cues without the lines that roll up from the one before, where live captions repeat them; an echo is said twice."""
    again = list(_rolled_up(cues))
    rolls = sum(map(bool, again)) >= max(2, _ROLLING * len(cues))
    for cue, lines in zip(cues, again, strict=True):
        at = lines if rolls else 0
        repeated += (words for _, words in cue.lines[:at])
        if cue.lines[at:]:
            yield Cue(cue.start, cue.end, cue.lines[at:])


def _rolled_up(cues: Iterable[Cue]) -> Iterator[int]:
    """How many lines each cue begins with that end the one before."""
    before: tuple[str, ...] = ()
    for cue in cues:
        lines = tuple(words for _, words in cue.lines)
        yield max((n for n in range(1, len(lines) + 1) if before[-n:] == lines[:n]), default=0)
        before = lines or before


def _without_sounds(lines: Sequence[tuple[str | None, str]], sounds: list[str]) -> Iterator[tuple[str | None, str]]:
    """The lines of a cue without what is heard and not said, which may go over two of them."""
    text = "\n".join(words for _, words in lines)
    found = [match for match in _SOUND.finditer(text) if _is_sound(match, text)]
    at = 0
    for who, words in lines:
        kept, start = "", at
        for match in found:
            low, high = max(match.start(), at), min(match.end(), at + len(words))
            if low < high:
                kept, start = kept + text[start:low], high
        kept += text[start : at + len(words)]
        at += len(words) + 1
        if kept := one_spaced(kept):
            yield who, kept
    sounds += [one_spaced(match[0]) for match in found]


def _is_sound(match: re.Match[str], text: str) -> bool:
    """Whether brackets hold a sound: one that is known, or a few words that are all of the cue."""
    bare = re.findall(r"[^\W\d_]+", match[0].casefold())
    alone = not re.sub(r"[\s\-–—>]", "", text[: match.start()] + text[match.end() :])
    if match[0][0] in "♪♫" or _SOUNDS.intersection(bare):
        return True
    return alone and match[0][0] in "[(" and len(bare) <= _FEW_WORDS and not _ENDS.search(match[0].strip("[]()"))


def _turns(cues: Sequence[tuple[Cue, list[tuple[str | None, str]]]]) -> Iterator[_Turn]:
    """What each cue says, and who says it."""
    said = [(cue, voice, part) for cue, lines in cues for voice, words in lines for part in re.split(r"\s(?=>>)", words)]
    labels = Counter(label for _, _, words in said if (label := _labelled(words)[0]))
    for cue, voice, line in said:
        label, words = _labelled(line)
        who = label or voice or ("" if words != line else None)
        if words or label:
            yield _Turn(cue.start, cue.end, who, words, again=bool(voice) or label.isupper() or labels[label] > 1)


def _labelled(line: str) -> tuple[str, str]:
    """The label of a line and what is said behind it; "" for none. The mark of another voice is taken away, too."""
    turn = _TURN.match(line)
    line = line[turn.end() :] if turn else line
    if found := _LABEL.match(line):
        return found[0].rstrip().removesuffix(":").strip(), line[found.end() :]
    if found := _BRACKETED.match(line):
        return found[1], line[found.end() :]
    return "", line


def _pieces(turns: Sequence[_Turn]) -> Iterator[Piece]:
    said: list[str] = []
    speaker: _Turn | None = None
    began = ended = 0
    for turn in turns:
        if _CREDIT.match(turn.words):
            if said:
                yield _piece(speaker, said, began)
            yield replace(_piece(None, [turn.words], turn.start), form=Form.PARAGRAPH)
            said, speaker = [], None
            continue
        turned = turn.who is not None and (not turn.who or speaker is None or turn.who != speaker.who)
        if said and (turned or _ends_here(said, turn.start - ended)):
            yield _piece(speaker, said, began)
            said = []
            speaker = speaker if speaker is not None and speaker.again else None
        if turn.who is not None:
            speaker = turn if turn.who else None
        if not said:
            began = turn.start
        said.append(turn.words)
        ended = turn.end
    if said:
        yield _piece(speaker, said, began)


def _ends_here(said: Sequence[str], pause: int) -> bool:
    """Whether a paragraph ends: at a pause, or where it gets long, as soon as a sentence does; and somewhere, where none does."""
    length = sum(map(len, said))
    if _ENDS.search(said[-1]):
        return pause > PAUSE or length > _LONGEST
    return length > 2 * _LONGEST


def _piece(speaker: _Turn | None, said: Sequence[str], at: int) -> Piece:
    """What somebody says; it is speech whatever its form, so that a short line of it is no heading."""
    seconds = at // 1000
    words = one_spaced(" ".join(said))
    place = f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return Piece(Form.VERBATIM, f"{speaker.who}: {words}".strip() if speaker is not None else words, place)
