"""The facts of a report as its template for paper takes them: rows ready to be set, so that of thousands each takes a millisecond less."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import Any

from factcheck.reporting.facts import Facts
from factcheck.reporting.rendering import web_address

_TALLEST = 30
"""Lines of a row that stays on one page; a higher one goes on on the next."""
_CLAIM, _READER, _EVIDENCE = 36, 16, 24
"""Letters that a line of each column holds, about."""
_BREAKS = {most: re.compile(rf"(\S{{{most}}})") for most in (18, 26, 40)}
"""So many letters in a row, behind which a narrow column may break them."""
_NO_WIDTH = "\u200b"


def on_paper(told: Facts) -> Facts:
    """The facts with the table's `rows`, and of each mark in the article and each thing to do the `row` that it leads to."""
    claims = told.pop("claims")
    rows = {one["id"]: one["id"] for claim in claims for one in _with_rows(claim)}
    rows |= {part["id"]: claim["id"] for claim in claims for part in claim["parts"] if not part["own_row"]}
    for group in chain(told["must"], told["waiting"], told["rest"]):
        for task in group["tasks"]:
            task["row"] = rows.get(task["claim"])
    for block in told["blocks"]:
        block["runs"] = list(
            _joined({"text": run["text"], "row": rows.get(run["claim"]), "signs": run.get("signs", "")} for run in block["runs"])
        )
    told["histories"] = [{name: one[name] for name in ("id", "short", "reviews")} for one in told["histories"]]
    told["rows"] = [_row(one) for claim in claims for one in _with_rows(claim)]
    return told


def _with_rows(claim: Facts) -> list[Facts]:
    """A claim, and its names, dates and figures of which there is more to say than a word."""
    return [claim, *(part for part in claim["parts"] if part["own_row"])]


def _joined(runs: Iterable[Facts]) -> Iterable[Facts]:
    """Runs that lead to one row as one, up to the sign of its verdict."""
    last: Facts | None = None
    for run in runs:
        if last is not None and last["row"] == run["row"] and not last["signs"]:
            last = run | {"text": last["text"] + run["text"]}
        else:
            yield from () if last is None else (last,)
            last = run
    yield from () if last is None else (last,)


def _row(claim: Facts) -> Facts:
    """A row of the table: what stands in each of its columns, and whether it may be taller than the rest of a page."""
    named = claim["speaker"] or "nobody named" if claim["attributed"] else None
    about = (claim["kind"], named, claim["id"], claim["locator"])
    listed = [] if claim["part"] else [_part(part) for part in claim["parts"] if not part["own_row"]]
    readers = [{"by": _broken(one["by"], 18), "day": one["day"], "note": _broken(one["note"], 18)} for one in claim["judged_by"]]
    evidence = [_evidence(one) for one in claim["evidence"]]
    lines = (
        _lines([claim["gist"], claim["caveat"], claim["text"], *(part["text"] + (part["reading"] or "") for part in listed)], _CLAIM),
        _lines([claim["judged_words"], claim["judged_words"] and claim["text"]], _READER),
        _lines([words for one in readers for words in (one["by"], one["note"])], _READER),
        _lines([words for one in evidence for words in _told(one)], _EVIDENCE),
    )
    return {
        **{name: claim[name] for name in ("id", "part", "kind", "caveat", "judged_words", "verdicts")},
        "about": " · ".join(filter(None, about)),
        "text": _broken(claim["text"], 26),
        "reading": _reading(claim),
        "gist": _broken(claim["gist"], 40),
        "listed": listed,
        "judged_by": readers,
        "evidence": evidence,
        "tall": max(lines) > _TALLEST,
    }


def _part(part: Facts) -> Facts:
    return {"standing": part["standing"], "sign": part["sign"], "text": _broken(part["text"], 26), "reading": _reading(part)}


def _reading(claim: Facts) -> str | None:
    """What a date or figure is read as, where that is more than its words."""
    reading = claim["reading"]
    return _broken(reading, 26) if reading and reading != claim["text"] else None


def _evidence(one: Facts) -> Facts:
    reference = one["reference"] if web_address(one["url"]) else one["own_reference"]
    broken = {"name": _broken(reference, 26), "locator": _broken(one["locator"], 26), "quote": _broken(one["quote"], 26)}
    kept = ("stance", "level", "url", "number", "note", "accessed", "status", "text_of", "archive", "quotations")
    return {name: one[name] for name in kept} | broken


def _told(one: Facts) -> list[str | None]:
    """Every text of a piece of evidence."""
    quotations = [words for found in one["quotations"] for words in (found["description"], *found["remarks"])]
    return [one["name"], one["locator"], one["quote"], one["note"], one["archive"], *quotations]


def _lines(texts: Iterable[str | None], across: int) -> int:
    return sum(-(-len(text) // across) for text in texts if text)


def _broken(text: Any, most: int) -> Any:
    """A text, if it is one, with places to break its long words."""
    return _BREAKS[most].sub(rf"\1{_NO_WIDTH}", text) if text else text
