"""Who and what an article speaks of: the ledger of its people, bodies, places and things, with every mention of each."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Self

from pydantic import AwareDatetime, model_validator

from factcheck.model.base import Kept, Words


class EntityKind(StrEnum):
    """What an entity is, as its mentions tell."""

    PERSON = "person"
    BODY = "body"
    """A company, a party, an agency, a team: what can act and speak."""
    PLACE = "place"
    THING = "thing"
    """Whatever else has a name: a ship, a law, a prize."""


class Gender(StrEnum):
    """The gender of a person as the text shows it, by courtesy titles, roles, pronouns or the given name."""

    FEMALE = "f"
    MALE = "m"


class How(StrEnum):
    """How an entity is mentioned."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"


class Mention(Words):
    """A place in the article where an entity is mentioned, and how."""

    how: How


class Tie(Kept):
    """Whom one mention means (`mention`), or whom a name means throughout the article (`name`), as a person put it right.

    `means` is the full name of the entity that is meant; where the article names nobody so, whatever stands there is tied to nobody else.
    Of several on the same words the one made last counts.
    """

    mention: Mention | None = None
    name: str | None = None
    means: str
    by: str
    at: AwareDatetime

    @model_validator(mode="after")
    def _of_one(self) -> Self:
        if (self.mention is None) == (self.name is None):
            raise ValueError("a tie is of one mention or of one name")
        return self


class Entity(Kept):
    """One person, body, place or thing of the article.

    `name` is the fullest that the article gives. `names` are the others, acronyms too, `titles` titles and offices, both as written and in
    the order of the article; `ages` are those that it gives the person at its own time, `party` the
    political party, `kin` whose son, sister and the like the person is. What the article does not say is absent.
    """

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    gender: Gender | None = None
    ages: tuple[int, ...] = ()
    party: str | None = None
    kin: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def first(self) -> Mention:
        """Where the article first names it."""
        return next(mention for mention in self.mentions if mention.how is How.NAME)

    def named(self) -> Iterator[Mention]:
        """The mentions by name, in the order of the article."""
        return (mention for mention in self.mentions if mention.how is How.NAME)
