"""Finds what stands before a paragraph and is no part of its sentences: the speaker's label in a transcript, the time in a live blog."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.language import roles
from factcheck.language.honorifics import is_honorific
from factcheck.language.lexicon import words
from factcheck.language.sentences import SPLIT_ROLES
from factcheck.model import Article, Span

_CUE = r"(?P<cue>CLIP|SOT|SOC|SOUNDBITE|BITE|INSERT|ACTUALITY|TAPE|GRAB|UPSOT|SYNC)(?:\s?[-–—:]\s?|\s(?=[A-Z][a-z]))"
"""What scripts for broadcasts write before who is heard."""
_WHO = r"(?P<who>[^\W\d_a-z][^:\n“”\"?!]{0,70}?)"
_LABEL = re.compile(rf"(?:{_CUE})?{_WHO}\s?:(?=\s)")
"""A label: takes `HALE: I saw it`, `CLIP – Ann Lee, welder: He rang` and `SOT Ann Lee: He rang`, not `At 10:30 we left`."""
_ABOVE = re.compile(rf"{_CUE}{_WHO}\s?:?\Z")
"""A label on a line of its own, above what is heard: takes `SOC: Ann Lee, welder`, not `HALE:`."""

_TIME = re.compile(
    r"(?:[01]?\d|2[0-3])[.:h][0-5]\d(?:\s?[ap]\.?m\b\.?)?(?:\s(?:GMT|BST|CET|UTC|E[SD]?T|P[SD]?T))?\s?[-–—:|]?\s+(?=[A-Z“\"‘'])"
)
"""The time of an entry: takes `16.42 The alarm` and `9:05am GMT – Trains`, not `16.42 metres`."""

_OWN_VOICES = words("name_parts", "own_voices")
"""Labels under which the outlet itself speaks; what it says there is the article's own assertion."""

_NO_LABELS = words("name_parts", "no_labels")
"""Words before a colon that head a line of facts and are nobody."""

_INSIDE_NAMES = words("name_parts", "particles") | {"of", "the", "and", "for"}
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us|you|You)\b")
"""Takes `I never saw` and `then we left`, not `the hearing was adjourned`."""

_FEWEST = 3
"""Labels or times at the beginnings of paragraphs that make a form of an article."""


@dataclass(frozen=True)
class Turn:
    """One paragraph of speech or one entry: its label (None where it goes on without one), who speaks, where the words begin and end.

    `speaker` is None where the outlet itself speaks and where the label is a time.
    """

    label: Span | None
    speaker: Span | None
    start: int
    end: int


class Turns:
    """The turns of an article, in order."""

    def __init__(self, turns: Sequence[Turn] = ()) -> None:
        self._turns = tuple(turns)
        self._starts = [t.label.start if t.label else t.start for t in self._turns]

    def __iter__(self) -> Iterator[Turn]:
        return iter(self._turns)

    def at(self, offset: int) -> Turn | None:
        """The turn that the offset lies in, its label included."""
        number = bisect_right(self._starts, offset) - 1
        return self._turns[number] if number >= 0 and offset < self._turns[number].end else None


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    match: re.Match[str] | None = None


def find_turns(article: Article) -> Turns:
    """The turns of a transcript, an interview or a live blog; none in an article of another form.

    An article has the form when three lines or more begin with a label and one label comes again, or three begin with a
    time. Offsets are code points into `article.text`.
    """
    lines = list(_lines(article))
    text = article.text
    times = [_Line(n.start, n.end, m) for n in lines if (m := _TIME.match(text, n.start, n.end))]
    if len(times) >= _FEWEST:
        return Turns([Turn(Span(start=n.start, end=n.match.end()), None, n.match.end(), n.end) for n in times if n.match])
    labelled = [_Line(n.start, n.end, _label(text, n)) for n in lines]
    return Turns(list(_turns(text, labelled))) if _is_transcript(labelled) else Turns()


def _lines(article: Article) -> Iterator[_Line]:
    for block in article.blocks:
        if block.role in SPLIT_ROLES:
            at = block.start
            for line in article.text[block.start : block.end].splitlines(keepends=True):
                start = at + len(line) - len(line.lstrip())
                if line.strip():
                    yield _Line(start, at + len(line.rstrip()))
                at += len(line)


def _label(text: str, line: _Line) -> re.Match[str] | None:
    """The label at the beginning of a line, when it has the shape of a name: capitals up to the first comma or bracket."""
    found = _ABOVE.match(text, line.start, line.end) or _LABEL.match(text, line.start + (text[line.start] in '"“'), line.end)
    if found is None or (found.end() >= line.end and found.re is not _ABOVE):
        return None
    name = re.split(r"[,(]", found["who"], maxsplit=1)[0].split()
    capital = all(w[0].isupper() or w.casefold() in _INSIDE_NAMES for w in name)
    facts = any(w.casefold().strip(".") in _NO_LABELS for w in (name[0], name[-1])) and not found["cue"] and name[0].casefold() != "q"
    return found if name and capital and len(name) <= 7 and not facts else None


def _is_transcript(lines: Sequence[_Line]) -> bool:
    labels = [_key(n.match) for n in lines if n.match]
    spoken = any(len(n.match.string[n.match.end() : n.end].split()) > 3 for n in lines if n.match)
    return spoken and len(labels) >= _FEWEST and max(Counter(labels).values()) > 1


def _key(label: re.Match[str]) -> str:
    """What two labels of one speaker have in common: the last word of the name, in one case."""
    return re.split(r"[,(]", label["who"], maxsplit=1)[0].split()[-1].casefold()


def _turns(text: str, lines: Sequence[_Line]) -> Iterator[Turn]:
    speaker, speaking = None, False
    above: _Line | None = None
    for line in lines:
        if above is not None and above.match is not None and line.match is None and text[line.start] in '"“‘':
            speaker, speaking = Span(start=above.match.start("who"), end=above.match.end("who")), True
            yield Turn(Span(start=above.start, end=line.start), speaker, line.start, line.end)
            above = None
        elif line.match is not None and line.match.re is _ABOVE:
            above, speaking = line, False
        elif line.match is not None:
            start = line.match.end()
            while text[start].isspace():
                start += 1
            own = _key(line.match) in _OWN_VOICES
            speaker = None if own else Span(start=line.match.start("who"), end=line.match.end("who"))
            speaking = True
            yield Turn(Span(start=line.start, end=start), speaker, start, line.end)
        elif speaking and speaker is not None and _goes_on(text[line.start : line.end]):
            yield Turn(None, speaker, line.start, line.end)
        else:
            speaking = False


def _goes_on(line: str) -> bool:
    """Whether a paragraph without a label is still speech: somebody speaks of himself outside quotation marks."""
    return line[0] not in "([" and _FIRST_PERSON.search(re.sub(r"[“\"][^”\"]{0,2000}[”\"]", " ", line)) is not None


def name_labels(text: str, turns: Turns, people: Mapping[str, str | None]) -> dict[int, tuple[str | None, str | None]]:
    """Name and title of the speaker of each label, by where its words start; None where the article leaves it open.

    `people` are the full names that the article itself gives, with their titles. A label with a name in full introduces
    its speaker for the labels that give the last word alone.
    """
    spans = dict.fromkeys(turn.speaker for turn in turns if turn.speaker is not None)
    read = {span: _read(text[span.start : span.end]) for span in spans}
    known = {_plain(name): (name, title) for name, title in people.items()}
    for name, title in read.values():
        if name is not None and len(name.split()) > 1:
            before = known.get(_plain(name), (name, None))
            known[_plain(name)] = (before[0], before[1] or title)
    named: dict[int, tuple[str | None, str | None]] = {}
    for span, (name, title) in read.items():
        full = [k for plain, k in known.items() if name and plain[-len(_plain(name)) :] == _plain(name) and len(plain) > 1]
        named[span.start] = full[0] if len(full) == 1 else (None, title)
    return named


def _plain(name: str) -> tuple[str, ...]:
    return tuple(w.casefold() for w in name.split())


def _read(label: str) -> tuple[str | None, str | None]:
    """The name in a label and the title before it or after a comma: `MAYOR ANN LEE` and `Ann Lee, mayor` are Ann Lee, mayor."""
    name, _, after = label.partition(",")
    parts = name.split("(", 1)[0].split()
    title: list[str] = []
    while len(parts) > 1 and (roles.role_of(parts[0].strip(".")) or is_honorific(parts[0])):
        title.append(parts.pop(0))
    held = " ".join(w for w in title if roles.role_of(w))
    given = held.capitalize() if held else after.strip() or None
    return " ".join(_cased(w) for w in parts) or None, given


def _cased(word: str) -> str:
    """Capitals as a name is written: `O'NEIL` as "O'Neil"; a word with small letters, or of one or two, is kept."""
    return word if not word.isupper() or len(word) < 3 else re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)
