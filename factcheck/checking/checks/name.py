"""`name`: a name spelt one way many times and another way once."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from factcheck.checking.alone import alone
from factcheck.checking.context import CheckContext
from factcheck.checking.final_s import final_s
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.frequency import zipf
from factcheck.checking.orphans import PARTICLES, Orphan, orphans
from factcheck.checking.wording import listed, quoted, times
from factcheck.checking.words import Word
from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.lexicon import words
from factcheck.model import Severity

SHORTEST, LONGEST = 4, 24
"""Names of fewer letters are one edit from too many others; longer words are no names."""

MEANT = 2.3
"""A spelling of this Zipf frequency or more is a word or a name of its own (Hansen and Hanson have 3.6, Rodick 0)."""

UNKNOWN = 1.0
"""No list of words or names has a spelling below this."""

FAMOUS = 3.5
"""A name so frequent that an unknown word two edits away is likely meant as it."""

COMMON = 4.0
"""A word so frequent that it may open a sentence for its own sake, and that few people who bear a like name are named after."""

WELL_KNOWN = 2.5
"""A name so frequent that an unknown word which the fingers alone make of it is likely meant as it, whatever first name stands before."""

TWO_EDITS_FROM = 7
"""Two edits are one slip of the hand only in names of this many letters."""

CROWD = 50

MANY = 3

ENDINGS = words("name_parts", "endings")
"""What makes a demonym, a plural, a believer, or a woman's or man's form of a name (Iran, Iranian; Roberto, Roberta)."""

CONTRACTED = tuple(f"{mark}{rest}" for mark in "'’" for rest in ("ll", "d", "ve", "re", "m", "t"))

CALENDAR = frozenset((*MONTHS, *WEEKDAYS)) - {"May"}
"""Names that are seldom meant as another (March and Marco, Marc)."""


@dataclass(frozen=True)
class _Pair:
    rare: str
    usual: str
    edits: int


def find(context: CheckContext) -> Iterator[Finding]:
    """Spellings that stand once, or seldom, and are a slip of the keys away from one that stands more often."""
    places = {t: ws for t, ws in context.spellings.items() if _is_name(t, ws)}
    flagged: set[str] = set()
    for pair in _pairs(places):
        if pair.rare in flagged or pair.usual in flagged:
            continue
        severity = _severity(context, pair, places)
        if severity is not None:
            flagged |= {pair.rare, pair.usual} if len(places[pair.usual]) == 1 else {pair.rare}
            yield _finding(context, pair, places, severity)
    yield from _of_nobody(context, flagged)
    for name in final_s(context):
        if not flagged & {name.usual, name.odd[0].text}:
            message = f"{quoted(name.odd[0].text)} is nobody whom the article names in full, and {quoted(name.named.text)} is"
            full = context.at(name.named.start, name.named.end)
            spans = tuple(sorted((full, *context.spans(name.odd)), key=lambda place: place.start))
            yield Finding(spans, f"{message} but for the s; they are likely meant as one name.", Severity.WARNING, name.usual)


def _of_nobody(context: CheckContext, flagged: set[str]) -> Iterator[Finding]:
    """Surnames behind a title or alone that belong to nobody whom the article names in full, and are a slip away from one that does."""
    by_usual: dict[str, dict[str, Orphan]] = defaultdict(dict)
    for orphan in (*orphans(context), *alone(context)):
        if orphan.rare not in flagged:
            by_usual[orphan.usual].setdefault(orphan.rare, orphan)
    for usual, found in by_usual.items():
        flagged |= found.keys()
        meant = next(iter(found.values())).meant
        are = "is" if len(found) == 1 else "are"
        who = f"{listed(quoted(orphan.word.text) for orphan in found.values())} {are} nobody whom the article names in full"
        message = f"{who}, and {quoted(meant.text)} is one slip of the keys away; they are likely meant as one name."
        places = sorted((meant, *(orphan.word for orphan in found.values())), key=lambda place: place.start)
        yield Finding(tuple(context.at(place.start, place.end) for place in places), message, Severity.WARNING, usual)


def _is_name(text: str, words: list[Word]) -> bool:
    letters = text.replace("'", "").replace("’", "")
    return (
        SHORTEST <= len(text) <= LONGEST
        and letters.isalpha()
        and not text.isupper()
        and not text.endswith(CONTRACTED)
        and not all(w.shouted for w in words)
    )


def _pairs(places: dict[str, list[Word]]) -> Iterator[_Pair]:
    """The pairs one or two edits apart of which one is usual and the other rare, nearest first.

    They are found through what is left of each when one or two letters are taken out (Mor & Fraenkel 1982), in time
    linear in the number of spellings.
    """
    one, two = defaultdict(list), defaultdict(list)
    for text in places:
        for rest in _without(text, 1):
            one[rest].append(text)
        if len(text) >= TWO_EDITS_FROM:
            for rest in _without(text, 2):
                two[rest].append(text)
    pairs = []
    for rare in places:
        near = _sharing(one, _without(rare, 1)) if len(places[rare]) <= 2 else set()
        if len(rare) >= TWO_EDITS_FROM - 1 and len(places[rare]) == 1:
            near |= _sharing(two, _without(rare, 2))
        for text in sorted(near - {rare}):
            edits = OSA.distance(rare, text)
            if edits <= 2 and _seldom(len(places[rare]), len(places[text])):
                pairs.append(_Pair(rare, text, edits))
    return iter(sorted(pairs, key=lambda p: (p.edits, -len(places[p.usual]), places[p.rare][0].start, p.usual)))


def _sharing(by_rest: dict[str, list[str]], rests: set[str]) -> set[str]:
    """The spellings that leave one of the rests; a rest that very many leave says nothing and would take long."""
    return {text for rest in rests if len(by_rest.get(rest, ())) <= CROWD for text in by_rest.get(rest, ())}


def _without(text: str, letters: int) -> set[str]:
    return {"".join(c for i, c in enumerate(text) if i not in out) for n in range(letters + 1) for out in combinations(range(len(text)), n)}


def _seldom(few: int, many: int) -> bool:
    return few == 1 or (few == 2 and many >= 4 * MANY)


def _severity(context: CheckContext, pair: _Pair, places: dict[str, list[Word]]) -> Severity | None:
    """How sure it is that the rare spelling is a slip, or None when it is likely meant, as that of a name which is worth no look is."""
    severity = _doubted(context, pair, places)
    if severity is Severity.LOOK and _is_anothers(context, places[pair.rare], places[pair.usual]):
        return None
    return severity


def _doubted(context: CheckContext, pair: _Pair, places: dict[str, list[Word]]) -> Severity | None:
    """How sure it is that the rare spelling is a slip, by how frequent both are at large."""
    rare, usual, many = pair.rare, pair.usual, len(places[pair.usual])
    known, other = zipf(rare.lower()), zipf(usual.lower())
    if rare[0] != usual[0] or _inflected(rare, usual, known) or (many == 1 and other < known):
        return None
    stranger = _another_person(context, places[rare], places[usual])
    if pair.edits == 2:
        famous = many >= 2 or other >= FAMOUS
        return Severity.LOOK if known < UNKNOWN and not stranger and famous and _own(places[usual]) else None
    if not _own(places[usual]) and other >= COMMON:
        return None
    if _unknown(known, other) and (not stranger or other >= (WELL_KNOWN if _is_slip(rare, usual) else COMMON)):
        return Severity.WARNING if many >= 2 or len(rare) > SHORTEST else Severity.LOOK
    if stranger:
        return None
    if many >= 2 and known < MEANT and _own(places[usual]) and len(rare) > SHORTEST:
        return Severity.WARNING
    return Severity.LOOK if _worth_a_look(context, places[rare][0], places[usual]) else None


def _unknown(known: float, other: float) -> bool:
    """Whether the lists have the rare spelling only as a misspelling of the other, or not at all."""
    return known < UNKNOWN or (known < UNKNOWN + 0.5 and other - known > 3)


def _is_slip(rare: str, usual: str) -> bool:
    """Whether the fingers alone make the difference: two neighbours swapped, or a vowel struck twice (Hanssen is a name beside Hansen)."""
    swapped = sorted(rare) == sorted(usual)
    return swapped or any(rare[i] == rare[i + 1] and rare[i] in "aeiou" and rare[:i] + rare[i + 1 :] == usual for i in range(len(rare) - 1))


def _is_anothers(context: CheckContext, rare: list[Word], usual: list[Word]) -> bool:
    """Whether the rare spelling is a part of a longer name or word of its own, of which the usual one is none: "Newt Gingrich"."""
    if any(_same_company(context, word, usual) for word in rare):
        return False
    return any(_leads(context, word) or _is_joined(context, word) or _is_beside(context, word, usual) for word in rare)


def _is_joined(context: CheckContext, word: Word) -> bool:
    """Whether a hyphen makes the word a part of another: "Half-Life"."""
    return "-" in (context.text[word.start - 1 : word.start], context.text[word.end : word.end + 1])


def _is_beside(context: CheckContext, rare: Word, usual: list[Word]) -> bool:
    """Whether both make one name: "King Kong"."""
    return any(near is not None and near.text == usual[0].text for near in context.neighbours(rare))


def _worth_a_look(context: CheckContext, rare: Word, usual: list[Word]) -> bool:
    """Whether a word that exists may be meant as the other: it is rarer at large, or it keeps the same company."""
    if rare.text in CALENDAR or usual[0].text in CALENDAR:
        return False
    if _same_company(context, rare, usual):
        return True
    known, many = zipf(rare.text.lower()), len(usual)
    if not _own(usual) or (many < 2 and known > zipf(usual[0].text.lower()) - 1):
        return False
    if rare.opens or rare.titled:
        return many >= MANY and known < (FAMOUS if rare.titled else COMMON)
    return many >= MANY or known < zipf(usual[0].text.lower())


def _own(words: list[Word]) -> bool:
    """Whether the word is capitalised for its own sake somewhere, and not only because it opens a sentence or stands in a title."""
    return any(not word.opens and not word.titled for word in words)


def _inflected(rare: str, usual: str, known: float) -> bool:
    """Whether the two can be forms of one name: a plural, a demonym, a woman's and a man's form.

    A spelling that no list knows is not the form that another one is made from, and a doubled last letter makes no form.
    """
    a, b = _letters(rare), _letters(usual)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and long[len(short) :] in ENDINGS:
        if known < 1 and long == b:
            return zipf(b) < MEANT
        return not (known < 1 and long[-1] == short[-1] and long[-1] not in "se" and zipf(b) >= MEANT)
    return len(a) == len(b) and a[:-1] == b[:-1] and {a[-1], b[-1]} <= set("aeioyns")


def _letters(name: str) -> str:
    """The letters of a name without marks, accents and case, which are another check's business."""
    plain = unicodedata.normalize("NFD", name).casefold()
    return "".join(c for c in plain if c.isalpha())


def _another_person(context: CheckContext, rare: list[Word], usual: list[Word]) -> bool:
    """Whether the rare spelling has a first name of its own that the usual spelling never has."""
    own = {_first_name(context, word) for word in rare} - {None}
    others = {_first_name(context, word) for word in usual} - {None}
    if own and not others:
        return any(_leads(context, word) for word in usual)
    return bool(own) and not own & others


def _leads(context: CheckContext, word: Word) -> bool:
    """Whether a capitalised word follows, so that this one is a first name or the first word of a longer name."""
    after = context.neighbours(word)[1]
    return after is not None and (after.text[0].isupper() or after.text in PARTICLES)


def _first_name(context: CheckContext, word: Word) -> str | None:
    """The first name of whom the word names by a later one."""
    entity = context.named_at(word.start)
    first, *rest = entity.name.split() if entity is not None else [""]
    return first if rest and first != word.text else None


def _same_company(context: CheckContext, rare: Word, usual: list[Word]) -> bool:
    """Whether the rare spelling stands beside a capitalised word that the usual one stands beside too."""

    def company(word: Word) -> set[tuple[int, str]]:
        return {(i, w.text) for i, w in enumerate(context.neighbours(word)) if w is not None and w.text[0].isupper() and len(w.text) > 2}

    return any(company(rare) & company(word) for word in usual)


def _finding(context: CheckContext, pair: _Pair, places: dict[str, list[Word]], severity: Severity) -> Finding:
    rare, usual = places[pair.rare], places[pair.usual]
    how = "they differ by one slip of the keys" if pair.edits == 1 else "they differ in two letters"
    if severity is Severity.LOOK and zipf(pair.rare.lower()) >= MEANT:
        how += f", and although {quoted(pair.rare)} is a word or a name too, both may be meant as one name"
    else:
        how += " and are likely meant as one name"
    message = f"{quoted(pair.rare)} stands in the article {times(len(rare))} and {quoted(pair.usual)} {times(len(usual))}: {how}."
    return Finding(context.spans((usual[0], *rare)), message, severity, pair.usual)


CHECK = Check(
    id="name",
    looks_for="a name spelt one way many times and another way once",
    rule="Damerau (1964): four in five misspellings are one letter wrong, missing, added, or swapped with its neighbour; "
    "word frequency tells them from names that are meant, and a word that opens or ends a longer name of its own is not flagged",
    find=find,
    catches=(
        Example(
            "Mayor resigns\n\nMayor Helga Brandvold left office on Monday. Brandvold gave no reason. "
            "Friends of Bradvold said she was tired.\n"
        ),
        Example(
            "Star signs\n\nStriker Tomas Kowalczyk signed on Friday. Kowalczyk scored ten goals. The club paid for Kowalzcyk in cash.\n"
        ),
        Example("Line opens\n\nThe Silver Line is open. Crowds rode the Silver Line. Few had thought that the Sliver Line would pay.\n"),
        Example("Budget\n\nJosé Luis Ibarra Quintero will be finance minister. It rained.\n\nMr. Ibarra Quinteros has taught for years.\n"),
        Example("Judge leaves\n\nJudge Pieter van der Heijde has left the court. Judge Van der Heide wrote most of its rulings.\n"),
        Example("Dam built\n\nThe engineer, Paul Hansen, drew the dam. It rained. Mr. Hanson was glad that it held.\n"),
        Example("Broker jailed\n\nA judge jailed Raymond Pruett on Monday. It rained. Pruitt turned to the benches and wept.\n"),
        Example("Strait swum\n\nTessa Hargreave swam the strait. Hargreave was cold. Hargreaves' mother wept in the boat.\n"),
        Example("Strait swum\n\nTessa Hargreaves swam the strait. “I was cold,” Hargreave said. It rained.\n"),
        Example("Court hears plea\n\nPriya Raghunathan denied the charge. Raghunathan wept. The judge told Raghunatan to sit.\n"),
    ),
    passes=(
        Example("Iran talks\n\nIran sent a team. Iran wants a deal. The Iranian team met envoys from Iraq.\n"),
        Example(
            "Sisters win\n\nAnna Petrov won the first set. Petrov served well. "
            "Her sister Olga Petrova, a coach, watched Petrov from the stand.\n"
        ),
        Example("Boats race\n\nThe boats of Port Royal won, and Port News said so. Newt Hadley, a sailor of Port Royal, read Port News.\n"),
        Example("Dam built\n\nThe engineer, Paul Hansen, drew the dam. It rained. Mr. Hanson of Hull, Ed Hanson, was glad.\n"),
        Example("Strait swum\n\nTessa Hargreave swam the strait. The three Hargreaves wept. Hargreave was cold.\n"),
        Example("Broker jailed\n\nA judge jailed Raymond Pruett on Monday. It rained. The town of Pruitt was glad.\n"),
        Example("Sea chart\n\nAnna Petrova drew the chart. It rained. Mr. Petrov paid for it, and Mr. Brown of London for the frame.\n"),
        Example("Two men\n\nJohn Hansen drove the car. Hansen was fined. His neighbour Peter Hanssen saw it all, and Hansen paid.\n"),
    ),
)
