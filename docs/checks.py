"""Writes docs/checks.md from the checks themselves: their examples, which are run, their rules, and what was measured of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from factcheck.checking import CHECKS, Check
from factcheck.checking.examples import shown
from factcheck.checking.measured import measured
from factcheck.pipeline.about_checks import how_often, said_of

PAGE = Path(__file__).parent / "checks.md"

_SIGNS = re.compile(r"[\\`*_<>\[\]|#]")


def page() -> str:
    """The whole page."""
    whole = measured()
    lines = [
        "# The checks",
        "",
        "This page is made by `docs/checks.py` from the checks' own examples; `factcheck explain CHECK` says the same of one.",
        f"`{whole.command}` counts the numbers:",
        f"flags in {whole.articles} articles ({whole.published}),",
        f"and what was found of {whole.slips} slips in {whole.natural}.",
        "A flag counts as right when a person who read it found a slip there.",
        *(line for check in CHECKS for line in _section(check)),
        "",
    ]
    return "\n".join(lines)


def _section(check: Check) -> Iterator[str]:
    yield from ("", f"## {check.id}", "", f"{_plain(check.looks_for).capitalize()}.", "")
    yield from (f"The rule: {_plain(check.rule)}.", "", f"Measured: {how_often(check)}", "", "It catches", "")
    for example in check.catches:
        yield f"- {_plain(' '.join(shown(example)))}"
        yield from (f"  - *{severity}*: {_plain(message)}" for severity, _, message in (s.partition(": ") for s in said_of(check, example)))
    yield from ("", "It leaves", "")
    yield from (f"- {_plain(' '.join(shown(example)))}" for example in check.passes)


def _plain(words: str) -> str:
    """Words in which no sign means anything to Markdown."""
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", words)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
