"""Countries, and the places and words that stand for their governments: "Tehran", "Downing Street", "the Iranian foreign minister"."""

from __future__ import annotations

from factcheck.language.lexicon import meanings, words


def is_place(name: str) -> bool:
    """Whether it is the name of a country, or of a town that stands for a government."""
    return name in words("places", "countries") or name in meanings("places", "capitals")


def government_at(place: str) -> str | None:
    """The country whose government a place can stand for, by its capital or its seat as they are written; None for any other place."""
    found: str | None = meanings("places", "capitals").get(place) or meanings("places", "seats").get(place)
    return found


def country_of(name: str) -> str | None:
    """The country that a name or an adjective of nationality means: `Iran` and `Iranian` are Iran; None for any other word."""
    found: str | None = name if name in words("places", "countries") else meanings("places", "nationalities").get(name)
    return found
