"""`[keys]`: other keys for what the workbench does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.model import FactcheckError, one_line
from factcheck.settings.files import table


@dataclass(frozen=True)
class KeyChanges:
    """Other keys for what the workbench does, by the name of what they do, as `[keys]` in the file `path` has them."""

    path: Path | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def key_changes(folder: Path) -> KeyChanges:
    """What factcheck.toml says about keys, whether or not there are such keys. Raises FactcheckError for what cannot be read."""
    found = table(folder, "keys")
    return KeyChanges(found.path, dict(_flat(found.path, found.values)))


def _flat(path: Path | None, values: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """`verdict.verified = "y"` is a table in a table to TOML, and one name to a person."""
    for name, value in values.items():
        keys = [value] if isinstance(value, str) else value
        if isinstance(value, dict) and not above:
            yield from _flat(path, value, f"{name}.")
        elif isinstance(keys, list) and keys and all(isinstance(key, str) for key in keys):
            yield above + name, tuple(keys)
        else:
            what = one_line(above + name, 60)
            raise FactcheckError(f'{path}: keys.{what} must be a key in quotation marks or a list of them, as in note = ["n", "ctrl+n"].')
