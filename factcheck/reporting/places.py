"""A case without the folders of this machine: a source that is a file goes by its name in every report."""

from __future__ import annotations

import re

from factcheck.model import Case, Evidence, Source

_ABSOLUTE = re.compile(r"(?:file:)?(?:[/~]|\\\\|[A-Za-z]:[/\\]).*[/\\](?P<name>[^/\\]+)|/(?P<top>[^/\\\s]+)", re.DOTALL)
"""A path that only means something here: takes "/home/ada/minutes.pdf", "C:\\calls\\a.mp3", "~/a.pdf"; refuses "calls/a.mp3", "3/4"."""


def without_folders(case: Case, *, article: bool = False) -> Case:
    """The case with each file that a source names by an absolute path under the file's name alone; paths within a desk stay.

    With `article`, the file that the article was read from goes by its name, too.
    """
    if article and case.article.source and (short := _short(case.article.source)):
        case = case.model_copy(update={"article": case.article.model_copy(update={"source": short})})
    items = [item for claim in case.claims for item in (*claim.evidence, *claim.former)]
    named = {name: short for item in items if (name := item.source) and (short := _short(name))}
    if not named:
        return case
    claims = (
        claim.model_copy(update={key: tuple(_evidence(item, named) for item in getattr(claim, key)) for key in ("evidence", "former")})
        for claim in case.claims
    )
    return case.model_copy(update={"claims": tuple(claims), "sources": tuple(map(_source, case.sources))})


def _short(name: str) -> str | None:
    found = _ABSOLUTE.fullmatch(name)
    return (found["name"] or found["top"]) if found else None


def _evidence(item: Evidence, named: dict[str, str]) -> Evidence:
    """A piece of evidence whose own words, the writer's note among them, name the file as the rest does."""
    texts = {name: value for name in ("source", "title", "note", "locator") if (value := getattr(item, name))}
    for path in sorted(named, key=len, reverse=True):
        texts = {name: value.replace(path, named[path]) for name, value in texts.items()}
    return item.model_copy(update=texts)


def _source(source: Source) -> Source:
    short = _short(source.name) if source.name else None
    return source.model_copy(update={"name": short}) if short else source
