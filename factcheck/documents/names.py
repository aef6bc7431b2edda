"""Names of authors and of sites as pages give them, among addresses, logins, templates and trails of links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from factcheck.documents.pieces import one_spaced
from factcheck.language.lexicon import words

_LONGEST_NAME = 4
"""Words of an author's name; more are about the author."""
_NO_NAME = re.compile(r"@|https?:|www\.|[{}<>»›_\\/\d#$%]")
_BY = re.compile(r"^(?:(?:written |posted )?by\s?:?|author:)\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:;|\||,|\s+and\s+|\s+&\s+)\s*")
_WHERE = re.compile(r"\s(?:in|at)\s[A-Z][^,;|]{1,40}$")
"""Where somebody is, behind the name: takes " in Westport", refuses " in brief"."""
_ADDRESS = re.compile(r"(?:[\w-]{1,40}\.){1,3}[a-z]{2,12}", re.IGNORECASE)
"""The address of a site: takes "westportnews.example", "www.post.example"; refuses "J. Rowe"."""
_SEPARATOR = re.compile(r"\s+(?:[|\-–—:»«·•/]|::)\s+|\s*\|\s*")
"""What stands between a headline and the names of its site and section: takes " - ", "| "; refuses the hyphen of "follow-up"."""
_LABEL = re.compile(rf"{_SEPARATOR.pattern}|:\s+")
"""The same behind a name that stands above a headline: takes ": " too."""
_THE = re.compile(r"\s*the ", re.IGNORECASE)
_TURNED = re.compile(r"([\w'’-]{2,30}), ((?:[\w'’.-]{1,30} ?){1,2})(?: \([^()]{1,60}\))?")
"""A surname first, as lists of members have it: takes "Rowe, Jane", "Rowe, Jane M. (Guest)", refuses "Jane Rowe, Westport, Maine"."""
_TO_WRITER = re.compile(r"/(?:authors?|by|profiles?|staff|writers?|contributors?|reporters?|journalists?|columnists?)/[\w%.-]|/@\w")
"""The address of a writer's page: takes "/author/jane-rowe", "/by/jane", refuses "/authors"."""
_HEADLINE = 3
"""Words of a headline, at least."""
_TELLING = 6
"""Letters with which a site's name may begin, or end short, and still be the same one."""


def only_names(given: Iterable[str], others: Sequence[str]) -> tuple[str, ...]:
    """The names of people among what a page gives as its authors, each once; `others` are the names of the site and its sections."""
    sites = {letters(name) for name in others}
    found: dict[str, str] = {}
    for name in (part for one in given for part in _BETWEEN.split(_WHERE.sub("", _BY.sub("", one_spaced(one))))):
        if is_name(name) and letters(name) not in sites:
            found.setdefault(letters(name), name)
    return tuple(name for name in found.values() if not any(name != other and name in other.split() for other in found.values()))


def is_name(name: str) -> bool:
    """Whether words can be the name of who wrote something: neither address, login, slug, template nor what somebody is."""
    parts = name.split()
    if not 1 <= len(parts) <= _LONGEST_NAME or _NO_NAME.search(name) or _ADDRESS.fullmatch(name):
        return False
    if name.casefold() in words("logins", "logins") or parts[-1].casefold() in _posts():
        return False
    is_slug = len(parts) == 1 and "-" in name
    return name[0].isalpha() and any(char.isupper() or not char.isascii() for char in name) and not is_slug


def _posts() -> frozenset[str]:
    return words("credits", "staff") | {"editor"}


def in_order(name: str) -> str:
    """A name in its usual order: "Rowe, Jane" is Jane Rowe."""
    turned = _TURNED.fullmatch(name)
    return f"{turned[2]} {turned[1]}" if turned else name


def leads_to_writer(node: Any) -> bool:
    """Whether an element of a page is a link to a writer's own page."""
    return node.tag == "a" and _TO_WRITER.search(node.get("href") or "") is not None


def letters(name: str) -> str:
    """The letters and figures of a name, by which it is compared."""
    return "".join(char for char in name.casefold() if char.isalnum())


def without_site(title: str, others: Iterable[str], sites: Iterable[str], sections: Iterable[str]) -> str:
    """A title without the names of the site and its sections around it.

    `others` are the page's other titles and headings: one that the title only adds a name to is the headline. Else what is cut are an
    address and the names that are known, never what follows a dash of the headline's own.
    """
    for other in others:
        found = _SEPARATOR.match(title, len(other)) if other and len(other) < len(title) and title.startswith(other) else None
        if found and (len(other.split()) >= _HEADLINE or (" " in other and " " not in title[found.end() :].strip())):
            return other
    known, exact = {letters(name) for name in sites} - {""}, {letters(name) for name in sections} - {""}
    while (ends := list(_SEPARATOR.finditer(title))) and is_around(title[ends[-1].end() :], known, exact):
        title = title[: ends[-1].start()]
    while (found := _LABEL.search(title)) is not None and is_around(title[: found.start()], known, exact):
        title = title[found.end() :]
    return title


def is_around(words: str, sites: Iterable[str], sections: Iterable[str]) -> bool:
    """Whether words are an address, a site's name or a longer or shorter form of it, or a section's name."""
    key = letters(_THE.sub("", words))
    sites = [site.removeprefix("the") if len(site) > _TELLING else site for site in sites]
    return (
        _ADDRESS.fullmatch(words.strip()) is not None
        or key in sections
        or any(key == site or (min(len(key), len(site)) >= _TELLING and (key.startswith(site) or site.startswith(key))) for site in sites)
    )
