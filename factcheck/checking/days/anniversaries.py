"""Anniversaries that do not fall when they are told to: fifty years of a shop that opened forty years ago."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checking.context import CheckContext
from factcheck.checking.days.events import Event
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.checking.words import PLAIN_WORD, SMALL, stem
from factcheck.language.calendar import A_YEAR, YEAR
from factcheck.language.events import ORIGINS
from factcheck.language.lexicon import meanings, ordered
from factcheck.model import Severity, Span

ORDINALS: dict[str, int] = {word: n for n, word in enumerate(ordered("numbers", "ordinals"), 1)} | meanings("numbers", "ordinal_tens")

TENS: dict[str, int] = meanings("numbers", "tens")

NAMED: dict[str, int] = meanings("numbers", "anniversaries")
"""Words for the anniversaries that have a name of their own: centenary."""

_NTH = (
    rf"(?<![\w-])(?:(?P<named>{'|'.join(NAMED)})|(?:(?P<tens>{'|'.join(TENS)})-)?"
    rf"(?P<nth>\d{{1,3}}(?=st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?:st|nd|rd|th)?\s(?:anniversary|birthday))"
)

OF_A_YEAR = re.compile(rf"{_NTH}\sof\s(?:(?:the|his|her|its|their|a)\s)?{YEAR}", re.IGNORECASE)
"""An anniversary of what has its year: takes `20th anniversary of the 1989 fall` and `tenth anniversary of 1999`, not `20th fall`."""

ANNIVERSARY = re.compile(rf"{_NTH}\b(?!\sof\s(?:(?:the|his|her|its|their|a)\s)?\d)", re.IGNORECASE)
"""An anniversary of what has no year beside it: takes `50th anniversary` and `centenary`, not `tenth anniversary of 1999`."""

YEARS_SINCE = re.compile(
    rf"\b(?:mark|marks|marked|marking|celebrat(?:e|es|ed|ing)|commemorat(?:e|es|ed|ing))\s(?:the\s)?(?P<n>\d{{1,3}}|{'|'.join(TENS)})\syears\ssince\s"
    r"(?P<what>[^.;:!?\n]{4,80})",
    re.IGNORECASE,
)
"""How long ago it was that is remembered: takes `to mark sixty years since the last train` and `celebrated 50 years since it opened`, not
`sixty years since`."""

ALIKE = 2
"""So many words in common tell that two sentences are of one event."""

WORDS_AFTER = 40
"""In so many code points after "anniversary of" stands what it is of."""


def anniversaries(context: CheckContext, events: Sequence[Event]) -> Iterator[Finding]:
    """Anniversaries of what has its year beside it or elsewhere in the article that fall in none of the years it speaks of."""
    origins = [event for event in events if event.kind in ORIGINS and A_YEAR.search(event.day.text)]
    for block in context.blocks:
        for match in OF_A_YEAR.finditer(context.text, block.start, block.end):
            falls = int(match["year"]) + _number(match)
            if context.article.published_day is not None and falls not in _meant(context, block):
                place = context.at(*match.span())
                message = f"{quoted(place.text)} falls in {falls}, which the article does not speak of."
                yield Finding((place,), message, Severity.LOOK, near=place)
        if origins:
            for match in ANNIVERSARY.finditer(context.text, block.start, block.end):
                yield from _against_origin(context, match, block, origins)


def years_since(context: CheckContext) -> Iterator[Finding]:
    """So many years since what the article tells with its year, where the years are others."""
    dated = [day for day in context.dates if day.earliest is not None and A_YEAR.search(day.text)]
    for block in context.blocks:
        for match in YEARS_SINCE.finditer(context.text, block.start, block.end):
            number, meant = TENS.get(match["n"].lower()) or int(match["n"]), _meant(context, block)
            what = _stems(match["what"])
            of = next((day for day in dated if len(what & _stems(_sentence(context, day))) >= ALIKE), None)
            year = A_YEAR.search(of.text) if of is not None else None
            if of is None or year is None or not meant or any(known + number in meant for known in _years(context)):
                continue
            place, then = context.at(match.start(), match.start("what") - 1), context.at(of.start, of.end)
            places = tuple(sorted((place, then), key=lambda words: words.start))
            falls = f"{quoted(place.text.strip())} would be in {int(year[0]) + number} going by {quoted(then.text)}"
            message = f"{falls}, and the article does not speak of that year."
            yield Finding(places, message, Severity.LOOK, near=place)


def _sentence(context: CheckContext, span: Span) -> str:
    sentence = context.sentence_at(span.start)
    return context.text[sentence.start : sentence.end]


def _stems(words: str) -> set[str]:
    return {stem(m[0]) for m in PLAIN_WORD.finditer(words) if len(m[0]) > 2} - SMALL


def _number(match: re.Match[str]) -> int:
    if match["named"]:
        return NAMED[match["named"].lower()]
    tens = TENS[match["tens"].lower()] if match["tens"] else 0
    return tens + (int(match["nth"]) if match["nth"].isdigit() else ORDINALS[match["nth"].lower()])


def _against_origin(context: CheckContext, match: re.Match[str], block: Span, origins: Sequence[Event]) -> Iterator[Finding]:
    """An anniversary against when what it is of began, where no year of the article makes it right."""
    of = next((event for event in origins if _is_of(context, event, match, block)), None)
    number, meant = _number(match), _meant(context, block)
    if of is None or not meant or any(year + number in meant for year in _years(context)):
        return
    places = tuple(sorted((context.at(*match.span()), of.place), key=lambda place: place.start))
    year = A_YEAR.search(of.day.text)
    falls = int(year[0]) + number if year else 0
    message = f"{quoted(match[0])} would fall in {falls} going by {quoted(of.place.text)}, and the article does not speak of that year."
    yield Finding(places, message, Severity.LOOK, near=context.at(*match.span()))


def _is_of(context: CheckContext, origin: Event, match: re.Match[str], block: Span) -> bool:
    """Whether the words before an anniversary, or those behind "of", name what began."""
    sentence = next((s for s in context.sentences if s.start <= match.start() < s.end), block)
    start, end = sentence.start, match.start()
    if context.text.startswith(" of ", match.end()):
        start, end = match.end(), min(sentence.end, match.end() + WORDS_AFTER)
    if origin.subject.entity is not None:
        entity = next(e for e in context.entities if e.id == origin.subject.entity)
        return any(start <= m.start < end for m in entity.mentions)
    return re.search(rf"\b{re.escape(origin.subject.noun)}\b", context.text[start:end]) is not None


def _meant(context: CheckContext, block: Span) -> set[int]:
    """The years in which an anniversary may fall: about that of publication, else of the latest day, and those that its paragraph names."""
    published = context.article.published_day
    days = [d.earliest.year for d in context.dates if d.earliest is not None and d.earliest == d.latest and A_YEAR.search(d.text)]
    latest = published.year if published is not None else max(days, default=None)
    near = {latest - 1, latest, latest + 1} if latest is not None else set()
    return near | {int(m[0]) for m in A_YEAR.finditer(context.text, block.start, block.end)}


def _years(context: CheckContext) -> set[int]:
    return {int(m[0]) for block in context.blocks for m in A_YEAR.finditer(context.text, block.start, block.end)}
