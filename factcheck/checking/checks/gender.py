"""`gender`: one person who is Mr and Ms, or he and she."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.checking.context import CheckContext
from factcheck.checking.families import bearers, family_told
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.language.given_names import gender_of as name_gender
from factcheck.language.honorifics import honorific_gender
from factcheck.language.lexicon import any_of
from factcheck.language.pronouns import gender_of
from factcheck.model import Claim, Entity, Gender, Severity, Span, Words

COURTESY = re.compile(r"\b(?P<title>Mr|Mrs|Ms|Miss|Sir|Dame)\.?\s(?:[A-Z][\w’'-]{1,30}\s){0,2}(?P<surname>[A-Z][\w-]{1,30})")
"""A courtesy title and the name behind it: takes `Ms. Pryce` and `Mr Jordan Pryce`, not `Mr and Ms`."""

OF_ONESELF = re.compile(r"(?:that\s)?(?P<pronoun>he|she)\b", re.IGNORECASE)
"""What somebody says of himself or herself: takes `that he wanted` and `she hoped`, not `that her`."""

COUPLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.?\s(?:and|or|&)\s(?:Mr|Mrs|Ms|Dr)\b")
"""A couple, of whom each may stand alone later: takes `Mr and Mrs` and `Dr & Mrs`, not `Mr Pryce and Mrs Bell`."""

NEXT = re.compile(r"\s(?P<pronoun>He|She)\s[a-z]")
"""A sentence that goes on about whom the one before tells of: takes ` She was` and ` He had`, not ` It was`."""

WOMEN = re.compile(rf"\b(?:{any_of('pronouns', 'words_of_women')})\b", re.IGNORECASE)
"""Words for a woman without a name, whom "she" may mean: takes `a woman` and `His mother`, not `a nurse`."""

MEN = re.compile(rf"\b(?:{any_of('pronouns', 'words_of_men')})\b", re.IGNORECASE)
"""Words for a man without a name, whom "he" may mean: takes `a man` and `Her father`, not `a nurse`."""

_NEAR = 60
"""Code points between a name and what it says of itself."""


@dataclass(frozen=True)
class _Shown:
    """The gender of a person that the words of a place show."""

    gender: Gender
    place: Words


def find(context: CheckContext) -> Iterator[Finding]:
    """People whom courtesy titles, or what they say of themselves, show as a man and as a woman."""
    claims = _claims_of(context)
    shown: dict[str, list[_Shown]] = defaultdict(list)
    for name, courtesy in _courtesies(context):
        shown[name].append(courtesy)
    for name, people in bearers(context).items():
        in_full = [person for person in people if " " in person.name]
        if len(in_full) > 1 or len(people) - len(in_full) > 1:
            continue
        person = (in_full or people)[0]
        told = [*shown[name], *_of_themselves(context, person, claims[person.id])]
        odd = _odd(sorted(told, key=lambda each: each.place.start))
        if odd is None and " " in person.name:
            odd = _only_one(context, person, shown[name])
        if odd is not None and not family_told(context, name) and not COUPLE.search(context.text):
            yield _finding(name, *odd)


def _courtesies(context: CheckContext) -> Iterator[tuple[str, _Shown]]:
    """The courtesy titles of the article, each with the surname behind it."""
    for block in context.blocks:
        for match in COURTESY.finditer(context.text, block.start, block.end):
            gender = honorific_gender(match["title"])
            if gender is not None:
                yield match["surname"], _Shown(gender, context.at(*match.span()))


def _claims_of(context: CheckContext) -> dict[str, list[tuple[Span, Claim]]]:
    """What those say whom the article names where they speak, by their ids, each with the words that name the speaker."""
    found: dict[str, list[tuple[Span, Claim]]] = defaultdict(list)
    for claim in context.claims:
        speaker = context.named_at(claim.speaker.end - 1) if claim.speaker is not None and claim.content else None
        if claim.speaker is not None and speaker is not None:
            found[speaker.id].append((claim.speaker, claim))
    return found


def _of_themselves(context: CheckContext, person: Entity, claims: Sequence[tuple[Span, Claim]]) -> Iterator[_Shown]:
    """Where the article names a person who says something of himself or herself: "Estrada said that she wanted"."""
    for speaker, claim in claims:
        match = OF_ONESELF.match(context.text, claim.content[0].start)
        gender = gender_of(match["pronoun"]) if match is not None and 0 < match.start() - speaker.end < _NEAR else None
        if match is not None and gender is not None and not _another(context, person, gender, match.start("pronoun")):
            yield _Shown(gender, context.at(speaker.start, match.end()))


def _only_one(context: CheckContext, person: Entity, courtesies: Sequence[_Shown]) -> tuple[_Shown, _Shown] | None:
    """A courtesy title, and the "she" of a sentence behind a name that can mean nobody else in the article."""
    if not courtesies:
        return None
    gender = courtesies[0].gender
    other = Gender.FEMALE if gender is Gender.MALE else Gender.MALE
    if any(each.gender is not gender for each in courtesies) or (WOMEN if other is Gender.FEMALE else MEN).search(context.text) is not None:
        return None
    if any(may_be(someone, other) for someone in context.people if someone is not person):
        return None
    for mention in person.named():
        after = context.sentence_at(mention.start).end
        match = NEXT.match(context.text, after)
        block = context.block_at(mention.start)
        if match is not None and block is not None and match.end() <= block.end and gender_of(match["pronoun"]) is other:
            pronoun = _Shown(other, context.at(match.start("pronoun"), match.end()))
            first, second = sorted((courtesies[0], pronoun), key=lambda each: each.place.start)
            return first, second
    return None


def may_be(person: Entity, gender: Gender) -> bool:
    """Whether somebody may be of a gender, as far as the article and the given name tell."""
    own = person.gender or name_gender(person.name.split()[0])
    return own is None or own is gender


def _another(context: CheckContext, person: Entity, gender: Gender, pronoun: int) -> bool:
    """Whether a pronoun that is tied to nobody may mean somebody else whom its paragraph names before it."""
    if any(mention.start == pronoun for mention in person.mentions):
        return False
    block = context.block_at(pronoun)
    before = context.people_between(block.start, pronoun) if block is not None else []
    return block is None or any(other is not person and other.gender in (None, gender) for other in before)


def _odd(found: Sequence[_Shown]) -> tuple[_Shown, _Shown] | None:
    """The first two places that show two genders."""
    return next(((one, two) for one, two in pairwise(found) if one.gender is not two.gender), None)


def _finding(name: str, one: _Shown, two: _Shown) -> Finding:
    both = f"{quoted(one.place.text)} and {quoted(two.place.text)}"
    message = f"{both} seem to be one person, {quoted(name)}, who is a man in one place and a woman in the other."
    return Finding((one.place, two.place), message, Severity.WARNING)


CHECK = Check(
    id="gender",
    looks_for="one person who is Mr and Ms, or he and she",
    rule="AP Stylebook, 'courtesy titles' and 'gender'; couples, families and people of one surname are not flagged",
    find=find,
    catches=(
        Example(
            "Gallery burns\n\nTom Strake is in court. His business partner is Leonie Hale. A waiter saw Ms Hale weep.\n\n"
            "It rained. Mr Hale had moved three pictures.\n"
        ),
        Example(
            "Queue feared\n\nMr Jordan Pryce said on Monday that the queue would block the road. The council agreed. Ms Pryce was glad.\n"
        ),
        Example("Damp flat\n\nMrs Lesley Okoro wrote 31 letters. Outside the court Mr Okoro said that it was over.\n"),
        Example(
            "Ban fought\n\nMs. Robin Pryce ran the library. It rained.\n\nA group of parents will look at schools. Mr. Pryce has left.\n"
        ),
        Example(
            "Night shifts\n\nMr Blount has had 90 letters. The trust hired 14 porters.\n\nKerry Blount said that she would call a vote.\n",
            said=(("Kerry Blount", "she would call a vote"),),
        ),
        Example("Lost\n\nRobin Achter, 38, was found near a lake on Monday. She was cold.\n\nMr. Achter was flown to a hospital.\n"),
    ),
    passes=(
        Example("Lost\n\nRobin Achter, 38, hit a woman on Monday. She was cold.\n\nMr. Achter was flown to a hospital.\n"),
        Example("Gardens\n\nMr and Mrs Tooley won again. Mr Tooley digs and Mrs Tooley plants.\n"),
        Example("Two bakers\n\nMr Jordan Pryce sells bread. His sister, Ms Anna Pryce, sells cakes, and Ms Pryce is the richer.\n"),
        Example(
            "Kennel\n\nPat Gully said that he had heard nothing. A lawyer, Ann Berg, asked for a wall. Gully said that she was wrong.\n",
            said=(("Pat Gully", "he had heard nothing"), ("Gully", "she was wrong")),
        ),
    ),
)
