"""When people were born and died, and how old they were when something happened, from the words around their names and pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language.ages import Years
from factcheck.model import Span

_YEAR = r"(?:1[89]\d\d|20\d\d)\b"
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[A-Z][a-z]{2,8}\.?,?\s|[A-Z][a-z]{2,8}\.?\s(?:\d{1,2},?\s)?)?"
_WHERE = r"(?:(?:(?:in|at|on|near|outside|of|the|a)\s){0,3}(?:[A-Z][\w’'.-]{1,30},?\s|(?:village|town|city|suburb|farm)\s)){0,6}"
_WHEN = rf"(?:(?:in|on)\s)?{_DAY}"
_HAPPENED = (
    r"(?:(?!(?:and|but|or|when|who|whose|which|that|while|where|after|before|since|until|by|for|from)\b)[\w’'-]{1,30}\s){1,14}?"
    rf"(?:in|on)\s{_DAY}(?P<year>{_YEAR})"
)
_AT = r"(?:at\sthe\sage\sof|at\sage|at|aged)"
_AGE = r"(?P<age>\d{1,3})\b(?![%.,]?\d|\s(?:per\s?cent|percent|miles|km|minutes|points))"

BORN = re.compile(
    rf"(?:\s\(|,\s[^.,;:!?\d]{{1,60}},\s|,\s(?:who\s)?(?:was\s)?|(?:,\s\d{{1,3}},)?\swas\s)born,?\s{_WHERE}{_WHEN}(?P<year>{_YEAR})"
)
"""A year of birth behind a name: takes `, born in 1950`, `, 38, was born in 1985` and ` was born in Hull on 3 May 1950`, not ` was born in
Hull`."""

BORN_BEFORE = re.compile(
    rf"\bBorn\s{_WHERE}{_WHEN}(?P<year>{_YEAR}),?\s{_WHERE}(?:(?:to|into|the|a|an|one)\s[^.;:!?]{{1,80}},\s)?(?:the\s[a-z ]{{1,30}}\s)?$"
)
"""A year of birth before a name: takes `Born in 1950, the son of a cook, ` and `Born in 1950 to a miner, `, not `Born in Hull, `."""

SPAN = re.compile(rf"\s\((?:c\.?\s)?(?P<born>{_YEAR})\s?[-–—]\s?(?P<died>{_YEAR})\)")
"""The years of a life behind a name: takes ` (1906-1987)` and ` (1906–1987)`, not ` (1906)`."""

DIED = re.compile(
    r"(?:,\s(?:who|whose|the|an?)\s[^.;:!?]{0,300}?,|,\swho)?\s(?P<verb>(?P<has>has\s)?died)\b"
    r"(?P<rest>(?:[^.;:!?,]|,(?=\s(?:aged|at|\d))){0,100})"
)
"""A death behind a name: takes ` died in 1987` and `, who has died at 90`, not ` was killed`."""

IN_TAIL = re.compile(r",\s[^.;!?]{1,120}[,;]\s(?:born\s[^.;!?]{1,40};\s)?(?P<verb>died)\s(?P<rest>[^.;!?]{1,40})$")
"""The last line of an obituary behind the name: takes `, actor, died 3 May 1987` and `, actor, born 1906; died 1987`, not ` died`."""

AGED = re.compile(rf"(?:^|\s){_AT}\s{_AGE}")
"""An age at which something happened: takes ` aged 84` and ` at the age of 71`, not ` at 30 miles`."""

IN_YEAR = re.compile(rf"(?:^|\s)(?:(?:in|on)\s)?{_DAY}(?P<year>{_YEAR})")
"""A year in which something happened: takes ` in 1987` and ` 9 February 2026`, not ` in May`."""

WAS_WHEN = re.compile(rf"(?:,\swho)?\swas\s(?:(?:only|just|still|already)\s)?{_AGE}\swhen\s(?:he|she)\s{_HAPPENED}")
"""An age at an event behind a pronoun or name: takes ` was 22 when he left for Rome in 1975` and `, who was 9 when she won in 1960`, not
` was 22 when he left, and in 1975`."""

THEN_IN = re.compile(rf"\s{_HAPPENED},?\s(?:{_AT}|when\s(?:he|she)\swas)\s{_AGE}")
"""An event with its year and then an age: takes ` joined Walsall in 1966, at 18` and ` won in 1960 when she was 9`, not ` won in 1960`."""

AT_IN = re.compile(
    rf"\s(?:(?!(?:and|but|or|when|who|which|that|while|where)\b)[\w’'-]{{1,30}}\s){{1,10}}?"
    rf"{_AT}\s{_AGE},?\s(?:in|on)\s{_DAY}(?P<year>{_YEAR})"
)
"""An event with its age and the year: takes ` left school at 15, in 1961` and ` was wed at the age of 19 in 1960`, not ` left at 15`."""

AT_BEFORE = re.compile(rf"\b(?i:{_AT})\s{_AGE},?\s$")
"""An age right before a name or pronoun: takes `At 28 ` and `aged 19, `, not `At 28 miles `."""

WHEN_BEFORE = re.compile(rf"\b(?:[Hh]e|[Ss]he)\swas\s(?:(?:only|just|still|already)\s)?{_AGE}\swhen\s$")
"""An age before the pronoun of the event: takes `He was 22 when ` and `she was only 9 when `, not `He was ill when `."""

IN_BEFORE = re.compile(rf"\b[Ii]n\s(?P<year>{_YEAR}),?\s(?i:{_AT})\s{_AGE},?\s$")
"""A year before a name or pronoun, and an age: takes `In 1966, aged 18, ` and `In 1966, at 18 `, not `In May 1966, `."""

HAPPENED = re.compile(rf"\s{_HAPPENED}")
"""An event and its year behind a name or pronoun: takes ` joined the gardens in 1964` and ` left in May 1966`, not ` left, and in 1966`."""

_REACH = 120
"""Code points before a name in which a year of birth or an age can stand."""

ELDEST = 115


@dataclass(frozen=True)
class Aged:
    """An age that somebody had in a year, and the words that say so; no year where that of the article is meant, or none is told."""

    age: int | None
    year: int | None
    span: Span
    now: bool = False


def births_at(text: str, mention: Span, paragraph: Span) -> Iterator[Years]:
    """The years of birth that the words around a mention give its person."""
    for pattern, group in ((BORN, "year"), (SPAN, "born")):
        match = pattern.match(text, mention.end, paragraph.end)
        if match is not None:
            yield Years(int(match[group]), Span(start=mention.start, end=match.end()))
    start, before = _before(text, mention, paragraph)
    match = BORN_BEFORE.search(before)
    if match is not None:
        yield Years(int(match["year"]), Span(start=start + match.start(), end=mention.end))


def deaths_at(text: str, mention: Span, paragraph: Span) -> Iterator[Aged]:
    """The death that the words behind a mention tell of, with its year and the age where they say so. `now`: it is the news."""
    match = SPAN.match(text, mention.end, paragraph.end)
    if match is not None:
        yield Aged(None, int(match["died"]), Span(start=mention.start, end=match.end()))
    tail = IN_TAIL.match(text, mention.end, paragraph.end) if mention.start == paragraph.start else None
    match = tail or DIED.match(text, mention.end, paragraph.end)
    if match is None:
        return
    aged, year = AGED.search(match["rest"]), IN_YEAR.search(match["rest"])
    if aged is not None or year is not None:
        end = max(found.end() for found in (aged, year) if found is not None)
        yield Aged(
            int(aged["age"]) if aged is not None else None,
            int(year["year"]) if year is not None else None,
            Span(start=match.start("verb"), end=match.start("rest") + end),
            now=tail is None and match["has"] is not None,
        )


def ages_then(text: str, mention: Span, sentence: Span) -> Iterator[Aged]:
    """The ages that the words around a mention give its person in a year that they name."""
    for pattern in (WAS_WHEN, THEN_IN, AT_IN):
        match = pattern.match(text, mention.end, sentence.end)
        if match is not None:
            yield Aged(int(match["age"]), int(match["year"]), Span(start=mention.start, end=match.end()))
    start, before = _before(text, mention, sentence)
    earlier = AT_BEFORE.search(before) or WHEN_BEFORE.search(before)
    event = HAPPENED.match(text, mention.end, sentence.end) if earlier is not None else None
    if earlier is not None and event is not None:
        yield Aged(int(earlier["age"]), int(event["year"]), Span(start=start + earlier.start(), end=event.end()))
    both = IN_BEFORE.search(before)
    if both is not None:
        yield Aged(int(both["age"]), int(both["year"]), Span(start=start + both.start(), end=mention.end))


def _before(text: str, mention: Span, within: Span) -> tuple[int, str]:
    start = max(within.start, mention.start - _REACH)
    return start, text[start : mention.start]
