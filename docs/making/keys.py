"""The tables of reference/keys.md, from the workbench's own table of keys."""

from __future__ import annotations

from plain import code, plain, table

from factcheck.workbench.keys import APP, SCREENS, Key


def made() -> str:
    """Every key, by what it belongs to, with the name by which it can be changed."""
    every = tuple(key for screen in (*SCREENS, APP) for key in screen)
    lines: list[str] = []
    for group in dict.fromkeys(key.group for key in every):
        rows = dict.fromkeys((_signs(key), plain(key.help), code(key.id)) for key in every if key.group == group)
        lines += [f"## {group}", *table(("key", "does", "name"), rows)]
    return "\n".join(lines)


def _signs(key: Key) -> str:
    return " ".join(code(sign) for sign in key.shown.split(" "))
