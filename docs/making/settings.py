"""reference/settings.md, from the table of everything that a factcheck.toml can say."""

from __future__ import annotations

from collections.abc import Iterator

from plain import code, plain, table

from factcheck.settings.known import SECTIONS, SETTINGS, Setting
from factcheck.settings.trust import GUARDED

_TRUSTED = {(row.table, row.key) for row in GUARDED}


def made() -> str:
    """Every section with its keys."""
    lines = ["## Above the sections", *_rows("")]
    for section, about in SECTIONS.items():
        lines += [f"## [{section}]", "", f"{about[0].upper()}{about[1:]}."]
        if section == "keys":
            lines += ["", "One key for each thing that the workbench does, by [the names on the page of keys](keys.md), as in", ""]
            lines += ["```toml", "[keys]", '"verdict.verified" = "%"', 'note = ["n", "ctrl+n"]', "```", ""]
        else:
            lines += _rows(section)
    return "\n".join(lines)


def _rows(section: str) -> Iterator[str]:
    return table(
        ("key", "what it sets", "example"), ((code(row.key), _is(row), code(row.example)) for row in SETTINGS if row.section == section)
    )


def _is(row: Setting) -> str:
    values = f" ({plain(row.values)})" if row.values else ""
    asked = "; in a folder's file it waits for `factcheck trust`" if (row.section, row.key) in _TRUSTED else ""
    return f"{row.holds}{values}{asked}"
