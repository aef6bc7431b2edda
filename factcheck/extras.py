"""What this program is called on the package index, and what its extras are for and how they are had from there.

The name `factcheck` belongs to somebody else there.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import NamedTuple

DISTRIBUTION = "factcheck-desk"
STRANGER = "factcheck"
"""What somebody else's program is called there: one module, which this package hides where both are installed."""


class Extra(NamedTuple):
    """What needs an extra, as the beginning of a sentence, and the module by which it is known to be there."""

    what: str
    module: str


EXTRAS = {
    "pdf": Extra("A PDF needs Typst", "typst"),
    "serve": Extra("factcheck serve needs textual-serve", "textual_serve"),
    "postgres": Extra("A shared index needs psycopg", "psycopg"),
    "dask": Extra("A cluster needs Dask", "distributed"),
}


def is_there(extra: str) -> bool:
    """Whether an extra is installed."""
    return find_spec(EXTRAS[extra].module) is not None


def lacking(extra: str) -> str:
    """What to tell a person who asks for something that needs an extra.

    >>> lacking("pdf")
    "A PDF needs Typst; add it with: pip install 'factcheck-desk[pdf]'"
    """
    return f"{EXTRAS[extra].what}; add it with: pip install '{DISTRIBUTION}[{extra}]'"
