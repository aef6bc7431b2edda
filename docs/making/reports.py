"""The table of reference/reports.md, from the table of formats."""

from __future__ import annotations

from plain import code, table

from factcheck.reporting import FORMATS


def made() -> str:
    """What each format is, and the name of its file."""
    rows = ((code(name), form.what if form.always else f"{form.what}; only when asked for", code(f"story{form.suffix}"))
            for name, form in FORMATS.items())  # fmt: skip
    return "\n".join(table(("`--to`", "what it is", "file"), rows))
