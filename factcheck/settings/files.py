"""Which factcheck.toml says something, and what: the nearest to a folder, else the person's own."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from platformdirs import user_config_path
from pydantic import ValidationError

from factcheck.model import FactcheckError, one_line
from factcheck.settings.known import as_in, refuse_unknown

FILE = "factcheck.toml"
"""Looked for in the folder and then in each one above it; the nearest counts, then the one in the person's own folder of settings."""

CONFIG = "FACTCHECK_CONFIG"
"""The environment variable with the file that is read in the place of the nearest."""

_MOST_BYTES = 1 << 20


@dataclass(frozen=True)
class Table:
    """One table of the settings, the file that it is in, and all that this file says; empty, and in no file, where none has it."""

    path: Path | None = None
    values: dict[str, Any] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)


def own_file() -> Path:
    """The file in the person's own folder of settings, whether or not it is there."""
    return user_config_path("factcheck", appauthor=False) / FILE


def is_own(path: Path) -> bool:
    """Whether a file is the person's own."""
    return os.path.realpath(path) == os.path.realpath(own_file())


def table(folder: Path, name: str) -> Table:
    """What the settings say under `[name]`. Raises FactcheckError for what is no table, and as `read_settings` does."""
    path, values, settings = said(folder, name)
    if values is None:
        return Table()
    if not isinstance(values, dict):
        raise FactcheckError(f"{path}: {name} must be a table, under a [{name}] line of its own.")
    return Table(path, values, settings)


def said(folder: Path, key: str) -> tuple[Path | None, Any, dict[str, Any]]:
    """What the settings say about one thing, which file does, and all that it says. Raises FactcheckError for what cannot be read."""
    for path in counting_files(folder):
        if (value := (settings := read_settings(path)).get(key)) is not None:
            return path, value, settings
    return None, None, {}


def counting_files(folder: Path) -> list[Path]:
    """The files whose settings count in a folder, those first that say a thing before the others.

    It is the file that CONFIG names, else the factcheck.toml in the folder or the nearest one above it; then the person's own.
    Raises FactcheckError where CONFIG names no file.
    """
    named = os.environ.get(CONFIG)
    if named and not Path(named).is_file():
        raise FactcheckError(f"{one_line(named, 200)} is no file with settings; name one that is there.")
    near = Path(named) if named else next((path for path in _upwards(folder) if path.is_file()), None)
    return [*([near] if near else []), *([own] if (own := own_file()).is_file() and own != near else [])]


def _upwards(folder: Path) -> Iterator[Path]:
    here = Path(os.path.abspath(folder))  # noqa: PTH100 - unlike resolve, it never fails on a loop of links
    return (above / FILE for above in (here, *here.parents))


def read_settings(path: Path) -> dict[str, Any]:
    """What a factcheck.toml says. Raises FactcheckError, with the line, for one that is not TOML, and for what is no setting."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise FactcheckError(f"{path} is larger than a megabyte, which no settings file is; move it away.")
        settings = tomllib.loads(data.decode("utf-8-sig"))
    except FileNotFoundError:
        raise FactcheckError(f"There is no {path}; check the name.") from None
    except OSError as error:
        raise FactcheckError(f"{path} cannot be read ({error.strerror or error}); correct it or move it away.") from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FactcheckError(f"{path}, line {line}: this is not UTF-8 text; save the file as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise FactcheckError(f"{path} is not valid TOML: {error}; put it right there.") from error
    refuse_unknown(path, settings)
    return settings


def misfit(path: Path | None, name: str, error: ValidationError) -> FactcheckError:
    """What to tell of a value under `[name]` that does not fit."""
    first, *rest = map(str, error.errors(include_url=False)[0]["loc"])
    key = one_line(".".join((name, first, *(part for part in rest if part != "[key]"))), 60)
    return FactcheckError(f"{path}: {key} does not fit; write it as in {as_in(name, first)}.")
