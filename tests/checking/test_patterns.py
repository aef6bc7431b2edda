"""Every named pattern of this room takes the strings that its comment says it takes, and refuses the one it says it refuses."""

from __future__ import annotations

import ast
import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest

from factcheck import checking
from factcheck.checking import checks, days, sums

MODULES = [
    f"{package.__name__}.{found.name}" for package in (checking, checks, days, sums) for found in pkgutil.iter_modules(package.__path__)
]
STRINGS = re.compile(r"`([^`]*)`")


def commented(module: str) -> list[tuple[str, str, str]]:
    """Each compiled pattern of a module with the comment below it; the comment of several in a row is that of all."""
    path = Path(str(import_module(module).__file__))
    body = ast.parse(path.read_text(encoding="utf-8")).body
    found, waiting = [], []
    for node in body:
        if isinstance(node, ast.Assign) and "re.compile(" in ast.unparse(node.value) and isinstance(node.targets[0], ast.Name):
            waiting.append(node.targets[0].id)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and waiting:
            found += [(module, name, str(node.value.value)) for name in waiting]
            waiting = []
        elif waiting:
            found += [(module, name, "") for name in waiting]
            waiting = []
    return found


PATTERNS = [entry for module in MODULES for entry in commented(module)]


def test_there_are_patterns_to_look_at() -> None:
    assert len(PATTERNS) > 10


@pytest.mark.parametrize(("module", "name", "comment"), PATTERNS, ids=[f"{m.rpartition('.')[2]}-{n}" for m, n, _ in PATTERNS])
def test_a_pattern_is_what_its_comment_says(module: str, name: str, comment: str) -> None:
    pattern: re.Pattern[str] = getattr(import_module(module), name)
    takes, _, refuses = re.sub(r"\s+", " ", comment).rpartition(", not ")
    assert takes, "a pattern has a comment with strings that it takes and one that it refuses"
    taken, refused = STRINGS.findall(takes.partition("takes ")[2]), STRINGS.findall(refuses)
    assert len(taken) >= 2
    assert refused
    assert all(pattern.search(string) for string in taken)
    assert not any(pattern.search(string) for string in refused)
