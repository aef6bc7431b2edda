"""Surnames that stand alone for somebody who acts, belong to nobody whom the article names in full, and are a slip from one who is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from factcheck.checking.context import CheckContext
from factcheck.checking.frequency import zipf
from factcheck.checking.orphans import FAMOUS, TWO_EDITS_FROM, Orphan, forms_of_one, is_named_in_full
from factcheck.checking.words import Word
from factcheck.language.events import is_past
from factcheck.language.given_names import is_given
from factcheck.language.lexicon import words
from factcheck.language.places import country_of
from factcheck.model import EntityKind

SHORTEST = 5
"""Surnames of fewer letters are one edit from too many others."""

RARE = 2.0
"""What is as rare at large is likely no place or firm that the reader knows, wherever it stands."""

ACTS = words("small_words", "behind_a_subject")
"""What stands behind the subject of a clause, besides a verb of the past."""

PLACED = words("small_words", "before_a_place")
"""What makes of a name no subject, and maybe a place: the town of Hale."""

SAID = re.compile(r"\b(?:said|says|told|asked|added)\s$")
"""What stands right before somebody: takes `said ` and `told `, not `in `."""

_REACH = 8


def alone(context: CheckContext) -> Iterator[Orphan]:
    """Each such surname with the only one who may be meant.

    A story calls somebody by the surname alone once it has given the whole name (AP Stylebook, 'names').
    """
    full = [(person, person.name.split()[-1]) for person in context.people if is_named_in_full(person)]
    for text, places in context.spellings.items():
        if len(places) > 2 or len(text) < SHORTEST or not text.isalpha() or is_given(text):
            continue
        meant = [person for person, surname in full if _is_one_off(text, surname)]
        if len(meant) != 1 or not _is_a_surname_alone(context, text, places) or forms_of_one(text, meant[0].name):
            continue
        usual = meant[0].name.split()[-1]
        named = next((mention for mention in meant[0].named() if mention.text.split()[-1] == usual and " " in mention.text), None)
        if named is not None:
            yield Orphan(context.at(places[0].start, places[0].end), text, usual, named)


def _is_a_surname_alone(context: CheckContext, text: str, places: Sequence[Word]) -> bool:
    """Whether a word that is not well known stands by itself wherever it stands, as somebody's name."""
    if zipf(text.lower()) >= FAMOUS:
        return False
    acts = zipf(text.lower()) < RARE or any(_acts(context, word) for word in places)
    return acts and all(_is_alone(context, word) for word in places)


def _is_alone(context: CheckContext, word: Word) -> bool:
    """Whether a capitalised word is a name by itself: of no body or place, and with no other name beside it."""
    entity = context.named_at(word.start)
    if word.shouted or word.titled or context.in_headline(word) or country_of(word.text) is not None:
        return False
    if entity is not None and (entity.kind in (EntityKind.BODY, EntityKind.PLACE) or entity.name != word.text):
        return False
    before, after = context.neighbours(word)
    beside = [near for near in (before if not word.opens else None, after) if near is not None]
    hyphens = context.text[word.start - 1 : word.start] + context.text[word.end : word.end + 1]
    return "-" not in hyphens and not any(near.text[0].isupper() or near.text[0].isdigit() for near in beside)


def _acts(context: CheckContext, word: Word) -> bool:
    """Whether the name is that of somebody who acts, speaks or has something."""
    before, after = context.neighbours(word)
    if before is not None and before.text in PLACED:
        return False
    owns = context.text[word.end : word.end + 2] in ("'s", "’s")
    acts = after is not None and (after.text in ACTS or is_past(after.text))
    return owns or acts or SAID.search(context.text[max(0, word.start - _REACH) : word.start]) is not None


def _is_one_off(text: str, usual: str) -> bool:
    """Whether a surname is another with one slip in it, or with two where both are long; what only adds an s is looked at elsewhere."""
    one, two = text.casefold(), usual.casefold()
    if min(len(one), len(two)) < SHORTEST or one[0] != two[0] or one == two or one.removesuffix("s") == two.removesuffix("s"):
        return False
    edits = OSA.distance(one, two)
    return edits == 1 or (edits == 2 and min(len(one), len(two)) >= TWO_EDITS_FROM)
