"""How well time expressions are found and read in labelled text.

    .venv/bin/python benchmarks/dates.py FILE.jsonl …

Each line of a file is a text: `text`, `published` or `dct` (the day it came out), and `timexes`, each with `start`, `end`, `value` (TIMEX3)
and, where another value is as good, `alt`. Printed are the F1 of what is found at all, of what has the same words, and of what is found
with the same value, for two halves that a hash of the text deals: what was looked at while rules were written, and what was only scored.
`tests/values/dates_of_news.jsonl` are 260 short texts by one who had not seen the rules.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from factcheck import find_dates
from factcheck.model import DateValue

HALVES = ("seen", "unseen")


def half_of(text: str) -> str:
    """Which half a text is dealt to."""
    return HALVES[hashlib.sha256(text.encode()).digest()[0] % 2]


def score(row: dict[str, Any]) -> Counter[str]:
    """What of one text is found, exact and right: each expression is matched with the one of ours that has most of its words."""
    found = find_dates(row["text"], date.fromisoformat((row.get("published") or row["dct"])[:10]))
    counted = Counter(marked=len(row["timexes"]), made=len(found))
    free = set(range(len(found)))
    for marked in row["timexes"]:
        best = max(free, key=lambda n: _shared(marked, found[n]), default=None)
        if best is None or _shared(marked, found[best]) <= 0:
            continue
        free.discard(best)
        ours = found[best]
        counted["found"] += 1
        counted["exact"] += (ours.start, ours.end) == (marked["start"], marked["end"])
        counted["value"] += ours.value in (marked["value"], *marked.get("alt", ()))
    return counted


def _shared(marked: dict[str, Any], ours: DateValue) -> int:
    exact = (ours.start, ours.end) == (marked["start"], marked["end"])
    return min(ours.end, marked["end"]) - max(ours.start, marked["start"]) + 1000 * exact


def f1(counted: Counter[str], what: str) -> float:
    """F1 in per cent."""
    return 200 * counted[what] / max(1, counted["marked"] + counted["made"])


def main() -> None:
    """Score each file, half by half."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.jsonl")
    for path in parser.parse_args().files:
        halves = {half: Counter[str]() for half in HALVES}
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            halves[half_of(row["text"])] += score(row)
        for half, counted in halves.items():
            told = ", ".join(f"{what} {f1(counted, what):.1f}" for what in ("found", "exact", "value"))
            print(f"{path.stem} {half}: {counted['marked']} marked, {counted['made']} made; F1 {told}")


if __name__ == "__main__":
    main()
