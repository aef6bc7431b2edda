"""`age`: one person with two ages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking.context import Context
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.titles import FULL_NAME
from factcheck.checking.wording import listed, quoted
from factcheck.model import Severity, Words

_NAME = rf"(?P<name>{FULL_NAME})"

APPOSED = re.compile(rf"\b{_NAME},\s(?:aged\s|age\s)?(?P<age>\d{{1,3}})(?=,\s(?![^\W_a-z]|\d)|\.\s|;|\.?$)", re.MULTILINE)
"""A name with an age after it: takes `Ruth Okafor, 45, of Leeds` and `Okafor, aged 45.`, not `Leeds, 45, Hull, 30, York`."""

COMPOUND = re.compile(
    rf"\b(?P<age>\d{{1,3}})-year-old\s(?:[a-z-]{{2,20}}\s){{0,3}}{_NAME}\b"
    r"(?!\s(?:man|woman|boy|girl|resident|native|student|teenager|company|firm|father|mother)\b)"
)
"""An age before a name: takes `45-year-old engineer Ruth Okafor` and `a 31-year-old Tom Wells`, not `the 45-year-old said`."""

IS = re.compile(rf"\b{_NAME}\s(?:is|turned|turns)\s(?P<age>\d{{1,3}})(?=[,.;]|\syears\sold|\sand\s)")
"""A name that is so many years old: takes `Okafor is 45,` and `Okafor turned 45.`, not `Okafor is 45 miles`."""

PATTERNS = (APPOSED, COMPOUND, IS)

BORN = re.compile(
    rf"\b{_NAME}(?:\s\(|,\s(?:who\s)?(?:was\s)?|\swas\s)born\s(?:on\s|in\s)?(?:(?:[A-Z][a-z]{{2,8}}\.?\s|\d{{1,2}}(?:st|nd|rd|th)?,?\s){{1,2}}(?:in\s)?)?"
    r"(?P<year>1[89]\d\d|20\d\d)\b"
)
"""A name with a year of birth: takes `Ruth Okafor, born in 1950` and `Okafor was born on 3 May 1950`, not `Okafor was born in Hull`."""

THEN = re.compile(r"\b(?:then|when|until|in\s(?:1[5-9]|20)\d\d)\b[^.]{0,60}$", re.IGNORECASE)
"""What stands before an age of another day: takes `In 1990, ` and `was then `, not `said `."""

ELDEST = 115
YOUNGEST = 5


@dataclass(frozen=True)
class _Age:
    name: tuple[str, ...]
    age: int
    place: Words


def find(context: Context) -> Iterator[Finding]:
    """Ages of one surname, with first names that do not tell two people apart, more than a birthday apart."""
    people: dict[str, list[_Age]] = defaultdict(list)
    for age in _ages(context):
        people[age.name[-1]].append(age)
    yield from _against_births(context, people)
    for ages in people.values():
        seen: set[int] = set()
        for later in ages:
            other = next((a for a in ages if a.place.start < later.place.start and _differ(a, later)), None)
            if other is not None and later.age not in seen:
                yield _finding(other, later)
            seen.add(later.age)


def _against_births(context: Context, people: dict[str, list[_Age]]) -> Iterator[Finding]:
    """Ages that a person born in the year given does not have when the article is published, nor the year before."""
    published = context.article.published_day
    if published is None:
        return
    for block in context.blocks:
        for match in BORN.finditer(context.text, block.start, block.end):
            born = _Age(tuple(match["name"].split()), int(match["year"]), context.at(*match.span()))
            made = published.year - born.age
            for age in people.get(born.name[-1], ()):
                if _one_person(born, age) and abs(made - age.age) > 2:
                    message = f"{quoted(born.place.text)} makes an age of about {made}, and the article has {quoted(age.place.text)}."
                    places = sorted((born.place, age.place), key=lambda w: w.start)
                    yield Finding(tuple(places), message, Severity.WARNING, near=age.place)
                    break


def _ages(context: Context) -> list[_Age]:
    found: list[_Age] = []
    for block in context.blocks:
        for pattern in PATTERNS:
            for match in pattern.finditer(context.text, block.start, block.end):
                age = int(match["age"])
                before = context.text[max(block.start, match.start() - 60) : match.start()]
                if YOUNGEST <= age <= ELDEST and not THEN.search(before):
                    found.append(_Age(tuple(match["name"].split()), age, context.at(match.start(), match.end())))
    return sorted(found, key=lambda a: a.place.start)


def _differ(a: _Age, b: _Age) -> bool:
    """Whether one person has two ages that a birthday does not explain."""
    return abs(a.age - b.age) > 1 and _one_person(a, b)


def _one_person(a: _Age, b: _Age) -> bool:
    """Whether nothing before the surname tells two people apart: no first name in one, or the same."""
    firsts = [{w.strip(".") for w in x.name[:-1] if len(w.strip(".")) > 2} for x in (a, b)]
    return not firsts[0] or not firsts[1] or bool(firsts[0] & firsts[1])


def _finding(one: _Age, two: _Age) -> Finding:
    ages = listed(str(a.age) for a in (one, two))
    message = f"{quoted(one.place.text)} and {quoted(two.place.text)} seem to be one person, who has two ages here, {ages}."
    return Finding((one.place, two.place), message, Severity.WARNING, near=one.place)


CHECK = Check(
    id="age",
    looks_for="one person with two ages, or with an age and a year of birth that do not go together",
    rule="AP Stylebook, 'ages'; a birthday apart is let pass, and two between a year of birth and the day of publication",
    find=find,
    catches=(
        Example(
            "Pilot rescued\n\nRuth Okafor, 45, was rescued on Monday. Her brother thanked the crew. Okafor, 54, has flown since school.\n"
        ),
        Example("Baker wins\n\nThe prize went to 31-year-old baker Tom Wells. Mr Wells, 41, smiled.\n"),
        Example("Rower dies\n\nTom Wells, 85, has died in Hull. Wells, born in 1950, rowed for the town.\n"),
        Example("Skipper retires\n\nAnna Berg, aged 61, is to retire. The club said that Anna Berg is 71 and deserves a rest.\n"),
    ),
    passes=(
        Example("Pilot rescued\n\nRuth Okafor, 45, was rescued on Monday. Her brother, Sam Okafor, 54, thanked the crew.\n"),
        Example("Baker wins\n\nThe prize went to Tom Wells, 31. In 2003, Wells, 10, had won the junior prize.\n"),
        Example(
            "Rower dies\n\nTom Wells, 73, has died in Hull. Wells was born on 3 May 1950. His son Jim Wells, born in 1980, rows too.\n"
        ),
        Example("Results\n\nThe scores were Leeds, 45, Hull, 30 and in the second round Leeds, 52, Hull, 28.\n"),
    ),
)
