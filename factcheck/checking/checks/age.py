"""`age`: one person with two ages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import listed, quoted
from factcheck.language.ages import Years, ages_at, births_at
from factcheck.model import Entity, How, Severity, Span, Words

YOUNGEST = 5
"""The ages of children under it are given in other ways."""


@dataclass(frozen=True)
class _Given:
    """An age, or a year of birth, and the words that give it."""

    years: int
    place: Words


def find(context: CheckContext) -> Iterator[Finding]:
    """Ages of one person that are more than a birthday apart, and those that the year of birth does not allow."""
    for person in context.people:
        ages = [age for age in _given(context, person, ages_at) if age.years >= YOUNGEST]
        yield from _against_births(context, ages, _given(context, person, births_at))
        seen: set[int] = set()
        for later in ages:
            other = next((a for a in ages if a.place.start < later.place.start and abs(a.years - later.years) > 1), None)
            if other is not None and later.years not in seen:
                yield _finding(other, later)
            seen.add(later.years)


def _given(context: CheckContext, person: Entity, read: Callable[[str, Span, Span], Iterator[Years]]) -> list[_Given]:
    """What the words beside each name and pronoun of a person give, in the order of the text."""
    found = []
    for mention in person.mentions:
        block = context.block_at(mention.start)
        if block is not None and mention.how is not How.ROLE:
            found += [_Given(years.number, context.at(years.span.start, years.span.end)) for years in read(context.text, mention, block)]
    return sorted(found, key=lambda given: given.place.start)


def _against_births(context: CheckContext, ages: Sequence[_Given], births: Sequence[_Given]) -> Iterator[Finding]:
    """For each year of birth, the first age that is neither that of the day of publication nor of the years around it."""
    published = context.article.published_day
    if published is None:
        return
    for born in births:
        made = published.year - born.years
        age = next((a for a in ages if abs(made - a.years) > 2), None)
        if age is not None:
            message = f"{quoted(born.place.text)} makes an age of about {made}, and the article has {quoted(age.place.text)}."
            places = sorted((born.place, age.place), key=lambda w: w.start)
            yield Finding(tuple(places), message, Severity.WARNING, near=age.place)


def _finding(one: _Given, two: _Given) -> Finding:
    ages = listed(str(a.years) for a in (one, two))
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
