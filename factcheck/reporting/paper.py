"""The report on paper: a PDF with an outline, page numbers and tags for screen readers, set by Typst where the extra `pdf` is there."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import Any

from factcheck.extras import is_there, lacking
from factcheck.model import Case, FactcheckError, one_line, visible
from factcheck.reporting import words
from factcheck.reporting.facts import Facts, facts
from factcheck.reporting.options import PLAIN, Options
from factcheck.reporting.paper_rows import on_paper
from factcheck.reporting.typesetting import TypesettingTroubleError, typeset_apart

_TEMPLATE = "report.typ"
_UNPRINTED = re.compile(r"[\u2400-\u2426]")
"""Pictures of control characters, which hardly a font has: takes "␛", not "→"."""
_LONGEST_WORD = 80
_LONG = re.compile(rf"(?!https?://)\S{{{_LONGEST_WORD},}}")
"""A word that no line holds: takes so many letters in a row, not an address, which is broken behind its slashes."""
_PIECE = re.compile(r"(\S{40})")
_EVERYWHERE = (
    "\n\u0020-\u02af\u0300-\u04ff\u1e00-\u1fff\u200b\u2010-\u2027\u2030-\u203f\u20a0-\u20c0\u2190-\u22ff\u2500-\u25ff\u2713\u2717\ufffd"
)
"""Letters that the fonts have which come with Typst (Libertinus Serif, DejaVu Sans Mono): each was set and read back."""
_ELSEWHERE = re.compile(f"[^{_EVERYWHERE}]")
"""A letter that needs a font of this machine: takes "王" and "م", not "ễ" or "✓"."""
_MOST_LETTERS = 3000


def as_pdf(case: Case, options: Options = PLAIN) -> bytes:  # noqa: ARG001 - a newsroom's own templates are for HTML and Markdown
    """The report as a PDF. The same case gives the same bytes wherever the same fonts are.

    Raises FactcheckError where Typst is not installed, and where the report is too much for it.
    """
    if not is_there("pdf"):
        raise FactcheckError(lacking("pdf"))
    day = words.last_decided(case)
    reviewed = any(claim.reviews for claim in case.claims)
    told: Facts = on_paper(_printable(facts(case)))
    told["made"] = {"year": day.year, "month": day.month, "day": day.day} if reviewed else None
    data = json.dumps(told, ensure_ascii=False)
    letters = "".join(sorted(set(data)))
    odd = "".join(_ELSEWHERE.findall(letters))[:_MOST_LETTERS]
    template = (resources.files("factcheck.reporting") / "templates" / _TEMPLATE).read_text("utf-8")
    try:
        return typeset_apart(template, data, odd)
    except TypesettingTroubleError as trouble:
        why = one_line(str(trouble), 300)
        raise FactcheckError(f"The PDF could not be made ({why}); print the HTML report instead.") from None


def _printable(value: Any) -> Any:
    """The value with every text as paper can hold it: what could not be seen made visible, and long words with places to break."""
    if isinstance(value, str):
        shown = visible(value, lines=True)
        shown = shown if shown.isascii() else _UNPRINTED.sub("\ufffd", shown)
        return _LONG.sub(lambda found: _PIECE.sub("\\1\u200b", found[0]), shown) if len(shown) >= _LONGEST_WORD else shown
    if isinstance(value, dict):
        return {key: _printable(one) for key, one in value.items()}
    return [_printable(one) for one in value] if isinstance(value, list) else value
