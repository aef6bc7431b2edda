"""What a page says of itself in its head and its data: titles, authors, site, day, language (JSON-LD, Open Graph, HTML)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from factcheck.documents.names import only_names
from factcheck.documents.pieces import one_spaced
from factcheck.documents.properties import told_title
from factcheck.documents.times import moment
from factcheck.language.calendar import MONTH, MONTH_OF

_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title")
_AUTHORS = ("author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author", "cxenseparse:author")
_DAYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "datepublished", "publishdate", "publish-date", "pubdate", "article.published",
    "cxenseparse:recs:publishtime", "date", "dc.date", "article:publication_date", "published_time_telegram",
)  # fmt: skip
"""Names under which pages give the day of publication, the surest first."""
_ARTICLE = re.compile(r"Article$|^Report$|^(?:Live)?BlogPosting$|^SocialMediaPosting$")
_MOST_DATA = 2_000_000
_DEEP = 6
_ADDRESS_DAY = re.compile(rf"/((?:19|20)\d\d)(?:[/-](\d{{1,2}}|{MONTH})[/-](\d{{1,2}})|(\d\d)(\d\d))(?:/|-|$)", re.IGNORECASE)
"""The day in an address: takes "/2026/03/03/", "/2026/mar/03/", "/2026-03-03-ferry", "/20260303/"; refuses "/2026/03/"."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True)
class PageFacts:
    """What a page says of itself. `sites` and `sections` are names by which it calls where it stands; `story` is its text, where its data
    have it.
    """

    titles: tuple[str, ...]
    authors: tuple[str, ...]
    site: str | None
    sites: tuple[str, ...]
    sections: tuple[str, ...]
    published: date | datetime | None
    language: str | None
    story: str | None


def facts_of(tree: Any, url: str | None) -> PageFacts:
    """What a page says of itself."""
    metas, data = _metas(tree), _article(tree)
    listed = _listed(metas)
    canonical = (node.get("href") for node in tree.iter("link") if node.get("rel") == "canonical")
    addresses = [_split(address) for address in (url, *canonical, *metas.get("og:url", ())) if address]
    called = [*metas.get("og:site_name", ()), *_names(data.get("publisher")), *metas.get("application-name", ())]
    hosts = [name for host, _ in addresses for name in (host, host.rpartition(".")[0]) if name]
    folders = [part for _, path in addresses for part in path.split("/")[:-1] if part]
    sections = [*metas.get("article:section", ()), *_texts(data.get("articleSection")), *folders]
    titles = [
        *_texts(data.get("headline")),
        *_headline_in(tree),
        *(title for name in _TITLES for title in metas.get(name, ())),
        *_title(tree),
    ]
    authors = [*_names(data.get("author")), *(author for name in _AUTHORS for author in metas.get(name, ()))]
    authors += (name for key in ("author", "authors") for name in _names(listed.get(key)))
    days = [*_texts(data.get("datePublished")), *(day for name in _DAYS for day in metas.get(name, ())), *_texts(listed.get("pub_date"))]
    return PageFacts(
        titles=tuple(dict.fromkeys(title for title in titles if told_title(title) is not None)),
        authors=only_names(authors, [*called, *hosts, *sections]),
        site=next(iter((*called, *hosts)), None),
        sites=tuple(dict.fromkeys([*called, *hosts])),
        sections=tuple(dict.fromkeys(sections)),
        published=next(filter(None, map(moment, days)), None) or _day_in(path for _, path in addresses),
        language=_language(tree, metas, data),
        story=max(_texts(data.get("articleBody")), key=len, default=None),
    )


def _metas(tree: Any) -> dict[str, list[str]]:
    """What each name stands for, in small letters."""
    found: dict[str, list[str]] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or node.get("http-equiv") or ""
        if content := one_spaced(node.get("content") or ""):
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _listed(metas: dict[str, list[str]]) -> dict[str, Any]:
    """What a page says of itself in one field, as sites do that let Parse.ly count their readers."""
    for said in metas.get("parsely-page", ()):
        with suppress(ValueError, RecursionError):
            data = json.loads(said)
            return data if isinstance(data, dict) else {}
    return {}


def _article(tree: Any) -> dict[str, Any]:
    """The data of the article that a page is about (schema.org in JSON-LD)."""
    for node in tree.iter("script"):
        if "ld+json" not in (node.get("type") or "") or not node.text or len(node.text) > _MOST_DATA:
            continue
        try:
            data = json.loads(re.sub(r"[\x00-\x1f]", " ", node.text.strip().removesuffix(";")))
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            kinds = thing.get("@type")
            if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return thing
    return {}


def _things(data: Any, deep: int = _DEEP) -> Iterator[dict[str, Any]]:
    """The things that data are about, and not those that they only mention."""
    if isinstance(data, list):
        for one in data:
            yield from _things(one, deep - 1) if deep else ()
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(data.get(key), deep - 1) if deep else ()


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [words for one in values if isinstance(one, str | int) and not isinstance(one, bool) and (words := _plain(str(one)))]


def _plain(words: str) -> str:
    """Words of data, which may be markup, with their paragraphs."""
    from html import unescape

    words = unescape(re.sub(r"<[^<>]{0,2000}>", " ", re.sub(r"</p>|<br\s?/?>", "\n", words)))
    return "\n".join(line for part in words.split("\n") if (line := one_spaced(part)))


def _names(value: Any) -> list[str]:
    """The names of persons or bodies."""
    values = value if isinstance(value, list) else [value]
    return [name for one in values for name in _texts(one.get("name") if isinstance(one, dict) else one)]


def _title(tree: Any) -> Iterator[str]:
    for node in tree.iter("title"):
        if node.getparent() is not None and node.getparent().tag == "head" and (words := one_spaced("".join(node.itertext()))):
            yield words
            return


def _headline_in(tree: Any) -> list[str]:
    """What the page's microdata call its headline, when they call one thing that."""
    found = [words for node in tree.iter() if node.get("itemprop") == "headline" and (words := one_spaced("".join(node.itertext())))]
    return found if len(found) == 1 else []


def _split(address: str) -> tuple[str, str]:
    """The host and the path of an address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/")


def _day_in(paths: Iterable[str]) -> date | None:
    """The day in the address of a page, as many sites have it."""
    for found in filter(None, (_ADDRESS_DAY.search(f"{path}/") for path in paths)):
        month, day = found[2] or found[4], found[3] or found[5]
        with suppress(ValueError):
            return date(int(found[1]), int(month) if month.isdecimal() else MONTH_OF[month.casefold()], int(day))
    return None


def _language(tree: Any, metas: dict[str, list[str]], data: dict[str, Any]) -> str | None:
    root = next(tree.iter("html"), None)
    told: list[str | None] = (
        [] if root is None else [root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("xml:lang")]
    )
    named = [*told, *metas.get("content-language", ()), *_texts(data.get("inLanguage")), *metas.get("og:locale", ())]
    return next((name.strip().replace("_", "-") for name in named if name and _LANGUAGE.fullmatch(name.strip())), None)
