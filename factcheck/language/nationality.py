"""The nationality that an article gives to people in the words beside their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language.lexicon import any_of, meanings, words
from factcheck.language.places import country_of
from factcheck.language.roles import role_of
from factcheck.model import Span

_DEMONYMS = "|".join(sorted(meanings("places", "nationalities"), key=len, reverse=True))
_DEMONYM = rf"(?<![\w-])(?P<demonym>{_DEMONYMS})"
_CITIZENS = words("places", "citizens")
_FOR_ANOTHER = words("places", "for_another_country")

BEFORE = re.compile(rf"{_DEMONYM}\s(?P<roles>(?:[a-z][\w-]{{2,20}}\s){{1,3}})$")
"""A nationality and what somebody is, before the name: takes `Danish film director ` and `a French judge `, not `Danish Crown `."""

BEHIND = re.compile(
    rf",\s(?:an?\s|the\s)?(?:\d{{1,2}}-year-old\s)?(?:[a-z-]{{3,15}}\s)?{_DEMONYM}"
    r"(?:\s(?P<roles>[a-z][\w-]{2,20}(?:\s[a-z][\w-]{2,20})?)(?=,|\.|;|\)|\swho\b|\sand\b|\sfrom\b|\swith\b|\s?$)|(?=,|\.))"
)
"""A nationality behind a name: takes `, a Danish filmmaker who` and `, the young Dutch judge,`, not `, a Danish firm,`."""

IS = re.compile(
    rf"(?:,\swho)?\s(?:is|was)\s(?:an?\s|the\sfirst\s)?{_DEMONYM}(?:\s(?P<roles>[a-z][\w-]{{2,20}}))?(?=[,.;)]|\s(?:who|to|in|of|and|since|by)\b)"
    rf"|\s(?:is|was|will\sbe(?:come)?|became|becomes)\sthe\sfirst\s(?P<first>{_DEMONYMS})"
    rf"\s(?:(?:{any_of('places', 'citizens')})\s)?(?:to|who)\b"
)
"""What somebody is: takes ` is a Danish citizen.` and ` will be the first Dutch citizen to`, not ` is in Danish hands`."""

_REACH = 70


@dataclass(frozen=True)
class Nationality:
    """The country of which the words around a name, or a pronoun, make somebody a citizen, and those words."""

    country: str
    span: Span


def nationalities_at(text: str, mention: Span, paragraph: Span) -> Iterator[Nationality]:
    """The nationalities that the words right before and right behind a mention give its person.

    What people do for another country than their own (an ambassador, a coach) says nothing of theirs.
    """
    start = max(paragraph.start, mention.start - _REACH)
    before = BEFORE.search(text[start : mention.start])
    if before is not None and _is_citizen(before["roles"]):
        yield _nationality(before["demonym"], Span(start=start + before.start("demonym"), end=mention.end))
    for pattern in (BEHIND, IS):
        match = pattern.match(text, mention.end, paragraph.end)
        if match is None:
            continue
        named = match.groupdict()
        demonym = named["demonym"] or named["first"]
        if named.get("first") or not named["roles"] or _is_citizen(named["roles"]):
            yield _nationality(demonym, Span(start=mention.start, end=match.end()))


def _is_citizen(roles: str) -> bool:
    """Whether the last of some words before or behind a name is what a citizen of a country is, and not what its government or team has."""
    own = roles.split()
    return (role_of(own[-1]) or own[-1] in _CITIZENS) and not _FOR_ANOTHER & set(own)


def _nationality(demonym: str, span: Span) -> Nationality:
    return Nationality(country_of(demonym) or demonym, span)
