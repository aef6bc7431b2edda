"""The checks there are: every module in `checks/` that holds a `CHECK`, and the run over all of them."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from factcheck.checking import checks
from factcheck.checking.context import Context
from factcheck.checking.fingerprint import fingerprint
from factcheck.model import Article, Claim, Flag, Severity, Words


@dataclass(frozen=True)
class Finding:
    """What a check found: every place involved, one plain sentence, and what to write instead where a rule makes that sensible."""

    spans: tuple[Words, ...]
    message: str
    severity: Severity
    suggestion: str | None = None


@dataclass(frozen=True)
class Check:
    """A check: its id, what it looks for, where the rule comes from, and articles that it must flag and must let pass."""

    id: str
    looks_for: str
    rule: str
    find: Callable[[Context], Iterator[Finding]]
    catches: tuple[str, ...]
    passes: tuple[str, ...]


@cache
def _registered() -> dict[str, Check]:
    modules = (import_module(f"{checks.__name__}.{found.name}") for found in pkgutil.iter_modules(checks.__path__))
    return {module.CHECK.id: module.CHECK for module in sorted(modules, key=lambda m: m.CHECK.id)}


class _Checks:
    """The registry as a mapping that is filled when it is first asked."""

    def __iter__(self) -> Iterator[Check]:
        return iter(_registered().values())

    def __getitem__(self, check_id: str) -> Check:
        return _registered()[check_id]

    def __len__(self) -> int:
        return len(_registered())


CHECKS = _Checks()
"""Every check, by id, in the order of the ids."""


def check(article: Article, claims: Sequence[Claim]) -> list[Flag]:
    """What does not agree inside the article, in the order of the text. Furniture is not looked at; never raises on any text."""
    context = Context(article, tuple(claims))
    flags: dict[str, Flag] = {}
    for each in CHECKS:
        for finding in each.find(context):
            mark = fingerprint(each.id, finding.spans)
            flags.setdefault(
                mark,
                Flag(
                    check=each.id,
                    severity=finding.severity,
                    message=finding.message,
                    spans=finding.spans,
                    suggestion=finding.suggestion,
                    fingerprint=mark,
                ),
            )
    return sorted(flags.values(), key=lambda f: (f.spans[0].start, f.check, f.fingerprint))
