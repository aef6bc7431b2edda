"""Flags as linters give them: lines for a person, annotations for GitHub, and a SARIF log for every other tool."""

from __future__ import annotations

import json
import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from factcheck.model import Case, Claim, Flag, Severity, Words, name_kept, one_line
from factcheck.reporting.options import ALL_RAN, Silent
from factcheck.reporting.withholding import withheld

SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""The schema of SARIF 2.1.0 (OASIS standard, errata 01)."""


class _Lines:
    """Lines and columns of a text, counted from one, in code points."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def _shown(case: Case, look: bool) -> list[Flag]:
    return [flag for flag in case.open_flags if look or flag.severity.row.counts]


_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "33", Severity.LOOK: "36"}
"""What a severity looks like on a terminal, as its attributes (ECMA-48, SGR)."""


def flag_lines(case: Case, look: bool = False, *, colored: bool = False) -> list[str]:
    """The open flags, each on the line `source:line:column: severity [check] message`; those that want a look with `look`.

    With `colored` the severity has a colour. Lines and columns count from one, in the article's text.
    """
    lines = _Lines(case.article.text)
    name = one_line(case.article.source or "article")
    found = []
    for flag in _shown(case, look):
        line, column = lines.at(flag.spans[0].start) if flag.spans else (1, 1)
        severity = f"\x1b[{_COLORS[flag.severity]}m{flag.severity}\x1b[0m" if colored else flag.severity.value
        found.append(f"{name}:{line}:{column}: {severity} [{flag.check}] {one_line(flag.message)}")
    return found


def as_github(case: Case, look: bool = False) -> list[str]:
    """The open flags as workflow commands of GitHub Actions, which shows them beside the lines that they are on."""
    lines = _Lines(case.article.text)
    found = []
    for flag in _shown(case, look):
        (line, column), (last, end) = (lines.at(flag.spans[0].start), lines.at(flag.spans[0].end)) if flag.spans else ((1, 1), (1, 1))
        where = {"file": case.article.source or "article", "line": line, "endLine": last}
        if line == last:
            where |= {"col": column, "endColumn": end}
        properties = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in (where | {"title": flag.check}).items())
        found.append(f"::{flag.severity.row.github} {properties}::{_escaped(one_line(flag.message))}")
    return found


def _escaped(text: str, marks: str = "") -> str:
    """Text in a workflow command, with what would end it or begin another one percent-encoded."""
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + marks else c for c in text)


OPEN_CLAIM = "open-claim"
"""The rule of SARIF results for claims that somebody still has to decide."""


def github_notice(words: str) -> str:
    """A workflow command of GitHub Actions that shows a sentence with the whole run."""
    return f"::warning title=factcheck::{_escaped(one_line(words))}"


def as_sarif(
    cases: Iterable[Case], rules: Mapping[str, str], version: str, silent: Silent = ALL_RAN, *, open_claims: bool = False
) -> Iterator[str]:
    """A SARIF 2.1.0 log of every flag, those that were dismissed with their reason; `rules` say what each check looks for.

    What was `silent` is told as the run's own notification, so that no flags look like a clean article where nothing was looked for.
    With `open_claims`, the claims that are not decided stand in it too. Confidential sources are never named.
    """
    rules = {**rules, **({OPEN_CLAIM: "a claim that somebody still has to decide"} if open_claims else {})}
    numbers = {check: i for i, check in enumerate(rules)}
    shown = map(withheld, cases)
    results = [
        result for case in shown for result in (*_results(case, numbers), *(_open(case, numbers[OPEN_CLAIM]) if open_claims else ()))
    ]
    driver = {
        "name": "factcheck",
        "version": version,
        "rules": [{"id": check, "shortDescription": {"text": looks_for}} for check, looks_for in rules.items()],
    }
    log = {
        "$schema": SARIF,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, **_silence(silent), "columnKind": "unicodeCodePoints", "results": results}],
    }
    yield json.dumps(log, indent=2, ensure_ascii=True)


def _silence(silent: Silent) -> dict[str, Any]:
    """What of a run says which rules were turned off (SARIF 2.1.0, 3.20.5 and 3.20.19)."""
    if silent.notice is None:
        return {}
    off = [{"descriptor": {"id": check}, "configuration": {"enabled": False}} for check in silent.checks]
    notice = {"level": "warning", "message": {"text": one_line(silent.notice)}}
    return {
        "invocations": [
            {"executionSuccessful": True, "ruleConfigurationOverrides": off, "toolConfigurationNotifications": [notice]},
        ]
    }


def _results(case: Case, numbers: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    lines, uri = _Lines(case.article.text), _uri(case)
    for flag in case.flags:
        places = [_location(lines, uri, span) for span in flag.spans]
        result: dict[str, Any] = {
            "ruleId": flag.check,
            "ruleIndex": numbers[flag.check],
            "level": flag.severity.row.sarif,
            "message": {"text": one_line(flag.message)},
            "locations": places[:1],
            "relatedLocations": [place | {"id": i} for i, place in enumerate(places[1:], 1)],
            "partialFingerprints": {"factcheck/v1": flag.fingerprint},
        }
        dismissal = case.dismissal_of(flag)
        why = dismissal and {"kind": "external", "status": "accepted", "justification": f"{dismissal.by}: {dismissal.reason}"}
        yield result | {"suppressions": [why] if why else []}


def _open(case: Case, number: int) -> Iterator[dict[str, Any]]:
    lines, uri = _Lines(case.article.text), _uri(case)
    for claim in case.claims:
        if claim.standing().open:
            yield {
                "ruleId": OPEN_CLAIM,
                "ruleIndex": number,
                "kind": "open",
                "level": "none",
                "message": {"text": one_line(f"{claim.standing()}: {claim.in_context}")},
                "locations": [_location(lines, uri, claim)],
                "partialFingerprints": {"factcheck/v1": claim.id},
            }


def _uri(case: Case) -> str:
    path = PurePath(name_kept(case.article.source or "article"))
    return ("file://" if path.is_absolute() else "") + quote(os.fsencode(path.as_posix()))


def _location(lines: _Lines, uri: str, span: Words | Claim) -> dict[str, Any]:
    (line, column), (last, end) = lines.at(span.start), lines.at(span.end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": last,
        "endColumn": end,
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "snippet": {"text": span.text},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
