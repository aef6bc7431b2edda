"""The checks there are: every module in `checks/` that holds a `CHECK`, and the run over all of them."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module

from factcheck.checking import checks
from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Finding
from factcheck.checking.fingerprint import fingerprint
from factcheck.checking.house import in_house
from factcheck.model import NO_HOUSE, Article, Claim, Entity, FactcheckError, Flag, House, one_line
from factcheck.model.nearest import told_nearest


@cache
def _registered() -> dict[str, Check]:
    modules = (import_module(f"{checks.__name__}.{found.name}") for found in pkgutil.iter_modules(checks.__path__))
    return {module.CHECK.id: module.CHECK for module in sorted(modules, key=lambda m: str(m.CHECK.id))}


class _Checks:
    """The registry as a mapping that is filled when it is first asked."""

    def __iter__(self) -> Iterator[Check]:
        return iter(_registered().values())

    def __getitem__(self, check_id: str) -> Check:
        return _registered()[check_id]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all checks, in order."""
        return tuple(_registered())

    def __len__(self) -> int:
        return len(_registered())


CHECKS = _Checks()
"""Every check, by id, in the order of the ids."""


def check(article: Article, claims: Sequence[Claim], entities: Sequence[Entity] = (), house: House = NO_HOUSE) -> list[Flag]:
    """What does not agree inside the article, in the order of the text.

    Spans are code-point offsets into `article.text`. Furniture is not looked at. `entities` is the ledger of who is in the story, as
    splitting gives it; what goes by who is who is not found without it. `house` is what the newsroom has settled:
    checks that are off are not run, severities are those of the house, and names that it knows are not called slips. Nothing is told of
    passages in which the article itself says that a check is off.
    Raises FactcheckError where it names a check that there is not, and nothing on any text; no language model is loaded, and
    the time is linear in the length of the text.
    """
    _known(house)
    context = CheckContext(article, tuple(claims), tuple(entities), house)
    alike: Counter[str] = Counter()
    flags = []
    for each in CHECKS:
        if each.id in house.off:
            continue
        for finding in in_house(house, each.id, each.find(context)):
            if _is_off(article, each.id, finding):
                continue
            mark = fingerprint(each.id, finding.spans, context.beside(finding.near) if finding.near else ())
            alike[mark] += 1
            severity = house.severity.get(each.id, finding.severity)
            flags.append(_flag(each.id, replace(finding, severity=severity), mark if alike[mark] == 1 else f"{mark}-{alike[mark]}"))
    return sorted(flags, key=lambda f: (f.spans[0].start, f.check, f.fingerprint))


def unknown_checks(article: Article) -> list[str]:
    """The names that an article turns off in some passage and that are no checks, in order."""
    return sorted({name for off in article.off for name in off.checks} - _registered().keys())


def _is_off(article: Article, check_id: str, finding: Finding) -> bool:
    """Whether a place of a finding lies where the article says that the check is off."""
    passages = [off for off in article.off if not off.checks or check_id in off.checks]
    return any(off.start < span.end and span.start < off.end for off in passages for span in finding.spans)


def _known(house: House) -> None:
    strange = sorted((house.off | house.severity.keys()) - _registered().keys())
    if strange:
        told = told_nearest(strange[0], _registered())
        raise FactcheckError(f"factcheck.toml names the check {one_line(strange[0], 40)}, which there is not; {told}")


def _flag(check_id: str, finding: Finding, mark: str) -> Flag:
    return Flag(
        check=check_id,
        severity=finding.severity,
        message=finding.message,
        spans=finding.spans,
        suggestion=finding.suggestion,
        fingerprint=mark,
    )
