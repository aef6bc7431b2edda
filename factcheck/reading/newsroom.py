"""The names that datelines, bylines and page heads are made of, from `data/newsroom.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck.language.calendar import MONTHS, WEEKDAYS


@dataclass(frozen=True)
class Newsroom:
    """`agencies` leads from every form of an agency's name, in small letters, to the name that an article is given."""

    agencies: dict[str, str]
    cities: dict[str, str]
    sections: frozenset[str]
    kickers: frozenset[str]
    roles: frozenset[str]
    beats: frozenset[str]
    no_names: frozenset[str]
    papers: frozenset[str]
    no_places: frozenset[str]
    no_agencies: frozenset[str]
    kept_capitals: frozenset[str]
    no_authors: frozenset[str]

    def agency(self, words: str) -> str | None:
        """The agency of that name, or None."""
        return self.agencies.get(" ".join(words.split()).strip(" .,/").casefold())

    def is_label(self, words: str) -> bool:
        """Whether any of the words is a section's, a kicker's or a role's: then they name no place."""
        tokens = words.casefold().split()
        return len(tokens) > 3 or any(token in names for token in tokens for names in (self.sections, self.kickers, self.roles))

    def is_paper(self, words: str) -> bool:
        """Whether the words name a paper, a broadcaster or a magazine, by the word that such names have: the Harbour Post."""
        return any(token in self.papers for token in words.casefold().split())

    def city(self, words: str) -> str | None:
        """The city of that name as it is written in running text, or None."""
        return self.cities.get(" ".join(words.split()).casefold())


@cache
def newsroom() -> Newsroom:
    """The names, read once."""
    data = tomllib.loads(files(__package__).joinpath("data/newsroom.toml").read_text("utf-8"))
    return Newsroom(
        agencies={form.casefold(): forms[0] for forms in data["agencies"] for form in forms},
        cities={name.casefold(): name for name in _names(data["cities"])},
        sections=frozenset(name.casefold() for name in _names(data["sections"])),
        kickers=frozenset(name.casefold() for name in _names(data["kickers"])),
        roles=frozenset(name.casefold() for name in _names(data["roles"])),
        beats=frozenset(_names(data["beats"])),
        no_places=frozenset(name.casefold() for name in _names(data["no_places"])),
        papers=frozenset(name.casefold() for name in _names(data["papers"])),
        no_agencies=frozenset(_names(data["no_agencies"])),
        kept_capitals=frozenset(_names(data["kept_capitals"])),
        no_authors=frozenset(name.casefold() for name in _names(data["no_authors"])),
        no_names=frozenset(name.casefold() for name in (*_names(data["no_names"]), *WEEKDAYS, *MONTHS)) - {"may"},
    )


def _names(list_of_names: str) -> list[str]:
    return [" ".join(name.split()) for name in list_of_names.split("|") if name.strip()]
