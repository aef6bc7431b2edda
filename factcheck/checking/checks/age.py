"""`age`: one person with two ages, or with an age that the year of birth does not allow."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.checking.context import CheckContext
from factcheck.checking.families import words_near
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.headline_ages import headline_ages
from factcheck.checking.subjects import untied_subjects
from factcheck.checking.unnamed_ages import unnamed_ages
from factcheck.checking.wording import listed, quoted
from factcheck.language.ages import BEHIND, Years, ages_at
from factcheck.language.belonging import kin_before
from factcheck.language.given_names import is_given
from factcheck.language.kinship import relatives_named, tells_of_two
from factcheck.language.lives import Aged, ages_then, births_at, deaths_at
from factcheck.model import Entity, EntityKind, How, Mention, Severity, Span, Words

YOUNGEST = 5
"""The ages of children under it are given in other ways."""

ANOTHERS = re.compile(r"\b(?P<name>[A-Z][\w’'-]+),\s(?P<age>\d{1,3})\b")
"""An age behind a word that may be a given name: takes `Darren, 34` and `Dean, 29, `, not `Darren (34)`."""

NAMESAKES = (
    r"(?:\b{name},?\s(?:Sr|Jr|Snr|Jnr|Senior|Junior|II|III|IV)\b|\b(?:[Ee]lder|[Yy]ounger|[Ss]enior|[Jj]unior)\s(?:M[rs]s?\.?\s)?{name}\b)"
)
"""What tells two people of one name apart, with that name in it."""

AT_THE_END = re.compile(r"(?:He|She)\swas\s\d{1,3}$")
"""An age told where somebody has died: takes `She was 81` and `He was 9`, not `She is 81`."""

SLACK = 1
"""Years by which an age may be off what a year of birth makes before no birthday explains it and no doubt is left."""


@dataclass(frozen=True)
class _Given:
    """An age, or a year of birth, and the words that give it."""

    years: int
    place: Words


@dataclass(frozen=True)
class _Dated:
    """An age that somebody had in a year."""

    age: int
    year: int
    place: Words


@dataclass
class _Life:
    """What an article says of when a person was born and died, and how old at which time."""

    births: list[_Given] = field(default_factory=list)
    ages: list[_Given] = field(default_factory=list)
    then: list[Aged] = field(default_factory=list)
    deaths: list[Aged] = field(default_factory=list)


def find(context: CheckContext) -> Iterator[Finding]:
    """Ages of one person that are more than a birthday apart, and those that the year of birth does not allow."""
    subjects: dict[str, list[Span]] = defaultdict(list)
    for person, subject in untied_subjects(context):
        subjects[person.id].append(subject)
    told: list[_Given] = []
    for person in context.people:
        life = _life(context, [*_own_mentions(context, person), *subjects[person.id]])
        life.births += _born_under_a_longer_name(context, person)
        told += life.ages
        yield from _against_births(context, life)
        yield from _against_then(context, life)
        yield from _two_births(life.births)
        yield from _two_ages(context, person, life.ages)
    yield from _of_bodies(context)
    ages = [(age.years, age.place) for age in sorted(told, key=lambda age: age.place.start)]
    yield from headline_ages(context, ages)
    yield from unnamed_ages(context, ages)


def _of_bodies(context: CheckContext) -> Iterator[Finding]:
    """Two ages behind one full name that splitting took for that of a body or a place: whoever has an age is somebody."""
    for entity in context.entities:
        if entity.kind is EntityKind.PERSON or " " not in entity.name:
            continue
        full = [mention for mention in entity.named() if " " in context.text[mention.start : mention.end]]
        ages: list[_Given] = []
        for mention in full:
            block = context.block_at(mention.start)
            if block is not None and BEHIND.match(context.text, mention.end, block.end):
                ages += _given(context, mention, block, ages_at)
        yield from _two_ages(context, entity, ages)


def _born_under_a_longer_name(context: CheckContext, person: Entity) -> list[_Given]:
    """The birth of somebody who has died, told once with all the names: "James Francis Mulgrew was born", of Red Mulgrew (obituaries)."""
    died = re.compile(rf"\b{re.escape(person.name)}(?:,[^.;!?]{{1,300}}?,)?\s(?:has\s)?died\b")
    others = [p for p in context.people if p is not person and p.name.split()[-1] == person.name.split()[-1]]
    if len(others) != 1 or len(others[0].name.split()) < 3 or len(list(others[0].named())) > 1 or not died.search(context.text):
        return []
    return _life(context, _own_mentions(context, others[0])).births


def _own_mentions(context: CheckContext, person: Entity) -> Iterator[Mention]:
    """The names and pronouns of a person, but for those of a relative who bears the same name: "her husband, Sam Whitlock"."""
    relative = _is_relative(context, person.first)
    for mention in person.mentions:
        if mention.how is How.PRONOUN or (mention.how is How.NAME and (relative or not _is_relative(context, mention))):
            yield mention


def _is_relative(context: CheckContext, mention: Mention) -> bool:
    block = context.block_at(mention.start)
    return block is not None and kin_before(context.text, mention, block) is not None


def _life(context: CheckContext, places: Iterable[Span]) -> _Life:
    """What the words beside each name and pronoun of a person give, in the order of the text."""
    life = _Life()
    for place in sorted(places, key=lambda p: p.start):
        block = context.block_at(place.start)
        if block is None:
            continue
        life.births += _given(context, place, block, births_at)
        life.ages += [age for age in _given(context, place, block, ages_at) if age.years >= YOUNGEST]
        life.deaths += deaths_at(context.text, place, block)
        life.then += ages_then(context.text, place, context.sentence_at(place.start))
    return life


def _given(context: CheckContext, place: Span, block: Span, read: Callable[[str, Span, Span], Iterator[Years]]) -> list[_Given]:
    return [_Given(years.number, _at(context, years.span)) for years in read(context.text, place, block)]


def _at(context: CheckContext, span: Span) -> Words:
    return context.at(span.start, span.end)


def _against_births(context: CheckContext, life: _Life) -> Iterator[Finding]:
    """For each year of birth, the first age at an event, at death, and at publication that it does not allow."""
    for born in {given.years: given for given in reversed(life.births)}.values():
        aged = next((each for each in _dated(context, life) if _off(born, each)), None)
        if aged is not None:
            yield _made(born, aged.year - born.years, aged.place, _off(born, aged))
        published = context.article.published_day
        if published is not None and not life.deaths:
            made = published.year - born.years
            age = next((a for a in life.ages if abs(made - a.years) > SLACK), None)
            if age is not None:
                yield _made(born, made, age.place, abs(made - age.years))


def _against_then(context: CheckContext, life: _Life) -> Iterator[Finding]:
    """The first age at publication that an age at a dated event does not allow: "17 when he was first held in 2018", and 31."""
    published = context.article.published_day
    if published is None or life.deaths:
        return
    for then in life.then:
        made = then.age + published.year - then.year if then.age is not None and then.year is not None else None
        age = next((a for a in life.ages if made is not None and abs(made - a.years) > SLACK), None)
        if made is not None and age is not None:
            place = _at(context, then.span)
            message = f"{quoted(place.text)} makes an age of about {made} now, and the article has {quoted(age.place.text)}."
            yield Finding(tuple(sorted((place, age.place), key=lambda w: w.start)), message, Severity.WARNING, near=age.place)
            return


def _dated(context: CheckContext, life: _Life) -> Iterator[_Dated]:
    """The ages at events and at death with the year of each: that of the same words, for a death else the one that stands elsewhere,
    or that of publication where the death is the news."""
    years = [death.year for death in life.deaths if death.year is not None]
    published = context.article.published_day
    if years:
        yield from (_Dated(age.years, years[0], age.place) for age in life.ages if AT_THE_END.search(age.place.text))
    for aged in [*life.then, *life.deaths]:
        year = aged.year or (years[0] if years else published.year if published is not None and aged.now else None)
        if aged.age is not None and year is not None:
            yield _Dated(aged.age, year, _at(context, aged.span))


def _off(born: _Given, aged: _Dated) -> int:
    """By how many years an age in a year is off the year of birth; 0 where a birthday can explain it."""
    made = aged.year - born.years
    return max(aged.age - made, made - 1 - aged.age, 0)


def _made(born: _Given, made: int, place: Words, off: int) -> Finding:
    message = f"{quoted(born.place.text)} makes an age of about {made}, and the article has {quoted(place.text)}."
    places = sorted((born.place, place), key=lambda w: w.start)
    return Finding(tuple(places), message, Severity.WARNING if off > SLACK else Severity.LOOK, near=place)


def _two_births(births: Sequence[_Given]) -> Iterator[Finding]:
    """The first two years of birth of one person that differ."""
    other = next((later for later in births if later.years != births[0].years), None)
    if other is not None:
        both = f"{quoted(births[0].place.text)} and {quoted(other.place.text)}"
        message = f"{both} seem to be one person, who has two years of birth here, {births[0].years} and {other.years}."
        yield Finding((births[0].place, other.place), message, Severity.WARNING)


def _two_ages(context: CheckContext, person: Entity, ages: Sequence[_Given]) -> Iterator[Finding]:
    """Ages of one person at the time of the article that are more than a birthday apart."""
    seen: set[int] = set()
    for later in ages:
        other = next((a for a in ages if a.place.start < later.place.start and abs(a.years - later.years) > 1), None)
        if other is not None and later.years not in seen and not _of_two(context, person, other, later):
            yield _finding(other, later)
        seen.add(later.years)


def _of_two(context: CheckContext, person: Entity, one: _Given, two: _Given) -> bool:
    """Whether a short name may each time mean another of a family: of brothers, a couple, or relatives who are named without a surname."""
    given, *_, last = person.name.split() * 2
    in_full = all(given in age.place.text.split() for age in (one, two))
    name = rf"{re.escape(given)}\s(?:[\w.]+\s)?{re.escape(last)}" if in_full else re.escape(last)
    if re.search(NAMESAKES.format(name=name), context.text):
        return True
    if in_full:
        return False
    if context.sentence_at(one.place.start) == context.sentence_at(two.place.start):
        return True
    near = "\n".join(words_near(context, age.place) for age in (one, two))
    aged = (match["name"] for match in ANOTHERS.finditer(near) if int(match["age"]) in (one.years, two.years))
    known = {word for other in context.people if " " in other.name for word in other.name.split()[:-1]}
    named = any(is_given(name) and name not in known for name in (*aged, *relatives_named(near)))
    blocks = (context.block_at(age.place.start) for age in (one, two))
    return named or any(block is not None and tells_of_two(context.article.words(block)) for block in blocks)


def _finding(one: _Given, two: _Given) -> Finding:
    ages = listed(str(a.years) for a in (one, two))
    message = f"{quoted(one.place.text)} and {quoted(two.place.text)} seem to be one person, who has two ages here, {ages}."
    return Finding((one.place, two.place), message, Severity.WARNING, near=one.place)


CHECK = Check(
    id="age",
    looks_for="one person with two ages, or with an age and a year of birth that do not go together",
    rule="AP Stylebook, 'ages'; one birthday apart is not flagged; an age at death or at an event is compared with its year; an age of "
    "the headline that stands nowhere in the story, against one a slip away",
    find=find,
    catches=(
        Example("Poet dies\n\nRuth Okafor has died. She was 91.\n\nBorn in Leith in 1937, she wrote. She died in 2024.\n"),
        Example("Jump\n\nTom Wells, 101, has jumped. It rained. Wells, who was 16 when he jumped into a field in 1944, was glad.\n"),
        Example("Bridges\n\nThe engineer Tom Wells has died. He was 88.\n\nBorn in 1946, the son of a cook, Wells left school at 15.\n"),
        Example(
            "Pilot rescued\n\nRuth Okafor, 45, was rescued on Monday. Her brother thanked the crew. Okafor, 54, has flown since school.\n"
        ),
        Example("Baker wins\n\nThe prize went to 31-year-old baker Tom Wells. Mr Wells, 41, smiled.\n"),
        Example("Rower dies\n\nTom Wells, 85, has died in Hull. Wells, born in 1950, rowed for the town.\n"),
        Example("Cup won\n\nRuth Okafor, a 45-year-old baker, won the cup. The crowd cheered Ms Okafor, now 54, and wept.\n"),
        Example("Skipper retires\n\nAnna Berg, aged 61, is to retire. The club said that Anna Berg is 71 and deserves a rest.\n"),
        Example("Swimmer lands\n\nAnna Berg, 68, swam for 17 hours.\n\nShe had tea from a stick. At 66 she is to swim back.\n"),
        Example(
            "Tom Wells\n\nTom Wells, who taught a whole town to row, has died aged 84. He was born in Hull in 1951, the son of a cooper.\n"
        ),
        Example(
            "Anna Berg\n\nAnna Berg was born in Leith on 9 May 1948. When she was 12 the family moved.\n\n"
            "She was 22 when she went to sea in 1975.\n"
        ),
        Example(
            "Ruth Okafor\n\nRuth Okafor (1906-1987) wrote 84 letters. At 28 she joined the gardens in Hull in 1950. They are for sale.\n"
        ),
        Example(
            "Baker, 62, jailed\n\nA baker who robbed a food bank was jailed on Friday.\n\nTom Wells, 61, of Hull, had run it since 2011.\n"
        ),
        Example("Wallet found\n\nRuth Okafor, 78, found a wallet. It was wet. The 87-year-old sought its owner for seven weeks.\n"),
        Example("Boy sails\n\nA boy of 15 sailed round the island alone.\n\nIt rained. Jonas Eklund, who is 14, is back at school.\n"),
        Example("Anna Berg\n\nAnna Berg, a chemist, died on March 3, 2021. She was 81. Berg was born on June 17, 1949, in Hull.\n"),
        Example("Red Wells dies\n\nRed Wells, who blew a horn, died on Tuesday. He was 88.\n\nJames Tom Wells was born in Hull in 1943.\n"),
        Example("Podium\n\nTom Wells, 38, was born in Lyon in 1975 and beats time for a living.\n"),
        Example("Letters sold\n\nRuth Okafor was born in 1906. Her letters are for sale. Ruth Okafor, born in 1911, never married.\n"),
    ),
    passes=(
        Example("Pilot rescued\n\nRuth Okafor, 45, was rescued on Monday. Her brother, Sam Okafor, 54, thanked the crew.\n"),
        Example("Baker wins\n\nThe prize went to Tom Wells, 31. In 2003, Wells, 10, had won the junior prize.\n"),
        Example(
            "Rower dies\n\nTom Wells, 73, has died in Hull. Wells was born on 3 May 1950. His son Jim Wells, born in 1980, rows too.\n"
        ),
        Example("Pair jailed\n\nThe brothers had fled. Tom Wells, 31, was found in Hull, and Wells, 28, in a barn.\n"),
        Example("Pair jailed\n\nDarren, 34, and Dean Voyle, 29, cut cable. Voyle, 34, was given four years.\n"),
        Example("Pair jailed\n\nDean Voyle, 29, cut cable. His brother Darren drove. Voyle, 34, was given four years.\n"),
        Example("Two Sams\n\nAnna Berg, 31, and her husband, Anna Berg, 33, get one another's letters.\n"),
        Example(
            "Anna Berg\n\nAnna Berg, who has died aged 91, was born in 1933 in Breslau. She was six when she left home in 1939, "
            "and in 1957, at 24, she wed.\n\nHer husband, Tom Wells, was 31. Tom Wells was born in 1926.\n",
        ),
        Example("Yard sold\n\nTom Wells Sr., 74, sold the yard to his son, Tom Wells. It is old. Wells, 47, has swept it since school.\n"),
        Example("Wallet found\n\nRuth Okafor, 78, found a wallet. A boy helped her. The 12-year-old, 87 cm tall, knew the owner.\n"),
        Example("Boy sails\n\nA boy of 15 sailed round the island.\n\nThe record was that of Anna Berg, 14, of Hull. He is 15.\n"),
        Example("Boy, 12, hurt\n\nA boy fell from a roof. His aunt, Anna Berg, 21, of Hull, had warned him. He is 12.\n"),
        Example("Man, 62, jailed\n\nA man of Hull was jailed. The judge, Tom Wells, 48, said he had robbed a bank.\n"),
        Example("Results\n\nThe scores were Leeds, 45, Hull, 30 and in the second round Leeds, 52, Hull, 28.\n"),
    ),
)
