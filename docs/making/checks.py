"""reference/checks.md, from the checks themselves: their examples, which are run, their rules, and what was measured of them."""

from __future__ import annotations

from collections.abc import Iterator

from plain import code, plain, table

from factcheck.checking import CHECKS, Check
from factcheck.checking.examples import shown
from factcheck.checking.measured import measured
from factcheck.pipeline.about_checks import how_often, said_of


def made() -> str:
    """How the numbers were counted, all checks in one table, and each by itself."""
    whole = measured()
    lines = [
        f"`{whole.command}` counts the numbers: flags in {whole.articles} articles ({whole.published}), and what was found of",
        f"{whole.slips} slips in {whole.natural}. A flag counts as right when a person who read it found a slip there.",
        *table(("check", "flags"), ((f"[{code(check.id)}](#{check.id})", plain(check.looks_for)) for check in CHECKS)),
        *(line for check in CHECKS for line in _section(check)),
    ]
    return "\n".join(lines)


def _section(check: Check) -> Iterator[str]:
    yield from ("", f"## {check.id}", "", f"{plain(check.looks_for).capitalize()}.", "")
    yield from (f"The rule: {plain(check.rule)}.", "", f"Measured: {how_often(check)}", "", "It flags", "")
    for example in check.catches:
        yield f"- {plain(' '.join(shown(example)))}"
        yield from (f"  - *{severity}*: {plain(message)}" for severity, _, message in (s.partition(": ") for s in said_of(check, example)))
    yield from ("", "It does not flag", "")
    yield from (f"- {plain(' '.join(shown(example)))}" for example in check.passes)
