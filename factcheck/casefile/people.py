"""The source sheet: how to reach the people of a case, in a file of its own beside the case, so that nothing shows it unasked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

from factcheck.casefile import disk
from factcheck.casefile.columns import Column, Columns
from factcheck.casefile.fitting import each
from factcheck.casefile.lines import line_of
from factcheck.casefile.loading import decoded, not_toml
from factcheck.casefile.misfit import MisfitError
from factcheck.casefile.naming import sheet_path
from factcheck.casefile.rendering import render
from factcheck.casefile.tables import table_of
from factcheck.model import Card, FactcheckError

_OWN = 0o600
"""Who may read a new sheet: its owner."""

_HEAD = """\
# How to reach the people of this case. No report, export or --json holds what stands here.
# To keep it out of git, add this line to .gitignore: *.contacts.toml
# Under each name: affiliation, phone, email, note, and confidential = true for one whom no export may name.
"""

_CARD = Columns(
    "[[people]]",
    "somebody to ask",
    Card,
    (
        Column("name", "the full name, as the case has it"),
        Column("affiliation", "whom they speak for"),
        Column("phone", "a number, as text"),
        Column("email", "an address"),
        Column("confidential", "true for somebody whom exports name only when asked to", usual=False),
        Column("note", "words"),
    ),
    named_by=("name",),
)


def read_people(case: Path) -> tuple[Card, ...]:
    """Who is on the sheet of the case in a file; nobody where there is none. Raises FactcheckError, with the line, for a bad one."""
    path = sheet_path(case)
    found = disk.read(path)
    return _parsed(found.data, path)[1] if found is not None else ()


def add_people(case: Path, cards: Iterable[Card]) -> int:
    """Put those on the sheet who are not yet on it, behind what it says to the letter; how many that were.

    A sheet that is not there is made, for nobody but its owner to read. Raises FactcheckError for a bad one, and when it cannot be saved.
    """
    path = sheet_path(case)
    with disk.locked(path):
        found = disk.read(path)
        if found is None and path.is_symlink():  # whoever sent the folder would choose which file is made
            raise FactcheckError(f"{disk.shown(path)} is a link to a file that is not there; take it away, or make that file.")
        text, there = _parsed(found.data, path) if found is not None else (_HEAD, ())
        known = {one.key for one in there}
        added = {card.key: card for card in cards if card.key not in known}
        if found is not None and not added:
            return 0
        whole = "\n".join((text.rstrip("\n"), "", *(render({"people": [table_of(_CARD, one)]}) for one in added.values())))
        data = whole.encode()
        _parsed(data, path)
        if disk.write(path, data, found.stamp if found is not None else None, _OWN) is None:
            raise FactcheckError(f"{disk.shown(path)} was changed by another program meanwhile; try again.")
    return len(added)


def _parsed(data: bytes, path: Path) -> tuple[str, tuple[Card, ...]]:
    name = disk.shown(path)
    text = decoded(data, name)
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise FactcheckError(not_toml(text, error, name)) from None
    try:
        return text, each(document, "people", _CARD)
    except MisfitError as error:
        raise FactcheckError(f"{name}, line {line_of(text, error.path)}: {error}.") from None
