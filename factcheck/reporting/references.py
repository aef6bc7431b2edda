"""The sources of a case for reference managers: CSL-JSON and BibTeX."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any
from urllib.parse import quote

from factcheck.model import Case, Evidence, Source, visible

_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "%": r"\%", "#": r"\#", "&": r"\&", "_": r"\_", "$": r"\$",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
"""What LaTeX would act on."""


def as_csl(case: Case) -> str:
    """The sources as CSL-JSON (the input data of Citation Style Language 1.0.2), in the order of the article."""
    return json.dumps([_csl(name, source, accessed) for name, source, accessed in _named(case)], indent=2, ensure_ascii=False) + "\n"


def as_bibtex(case: Case) -> str:
    """The sources as BibTeX, each a `@misc` with its address, in the order of the article."""
    entries = []
    for name, source, accessed in _named(case):
        fields = {
            "title": _plain(_title(source)),
            "author": f"{{{_latex(source.author)}}}" if source.author else None,
            "organization": source.publisher and _latex(source.publisher),
            "year": (source.dated or "")[:4] or None,
            "howpublished": f"\\url{{{_address(source.url)}}}" if source.url else None,
            "note": f"Accessed {accessed}" if accessed else None,
        }
        fields["title"] = f"{{{_latex(_title(source))}}}"
        lines = [f"  {key} = {{{value}}}," for key, value in fields.items() if value]
        entries.append("\n".join([f"@misc{{{name},", *lines, "}"]))
    return ("\n\n".join(entries) or "% This case has no sources.") + "\n"


def _named(case: Case) -> list[tuple[str, Source, date | None]]:
    """Each source with a key of its own, which says what it is, and the day on which it was looked at last."""
    accessed: dict[str, date] = {}
    for item in (item for claim in case.claims for item in claim.evidence):
        days = [day for day in (accessed.get(item.key), item.accessed) if day]
        if days:
            accessed[item.key] = max(days)
    named: dict[str, tuple[str, Source, date | None]] = {}
    for source in case.every_source:
        looked = source.fetched.date() if source.fetched else accessed.get(source.key)
        words = re.findall(r"[a-z0-9]+", _plain(_title(source)).casefold())[:3]
        stem = "-".join(words) or "source"
        name = next(n for i in range(1, len(named) + 2) if (n := stem if i == 1 else f"{stem}-{i}") not in named)
        named[name] = (name, source, looked)
    return list(named.values())


def _title(source: Source) -> str:
    return source.title or source.name or source.url or "Unnamed source"


def _csl(name: str, source: Source, accessed: date | None) -> dict[str, Any]:
    issued = _parts(source.dated)
    fields = {
        "id": name,
        "type": "webpage" if source.url else "document",
        "title": _plain(_title(source)),
        "author": [{"literal": _plain(source.author)}] if source.author else None,
        "container-title": _plain(source.publisher or (Evidence(url=source.url).origin if source.url else "")) or None,
        "issued": {"date-parts": [issued]} if issued else None,
        "accessed": {"date-parts": [[accessed.year, accessed.month, accessed.day]]} if accessed else None,
        "URL": _address(source.url) if source.url else None,
        "archive_location": source.archive and _address(source.archive),
    }
    return {key: value for key, value in fields.items() if value}


def _parts(dated: str | None) -> list[int]:
    found = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)", dated or "")
    return [int(part) for part in found.groups() if part] if found else []


def _plain(text: str) -> str:
    return " ".join(visible(text).split())


def _latex(text: str) -> str:
    return "".join(_LATEX.get(c, c) for c in _plain(text))


def _address(url: str) -> str:
    """An address without what LaTeX, or a reader of it, would take for something else."""
    return re.sub(r"[\s{}\\\"<>^`|]|[^\x20-\x7e]", lambda found: quote(found[0], safe="", errors="replace"), url)
