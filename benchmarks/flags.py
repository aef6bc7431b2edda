"""What the checks flag in published articles, and which natural slips they find: the numbers of `factcheck/checking/data/measured.toml`.

    .venv/bin/python benchmarks/flags.py PUBLISHED.jsonl NATURAL.jsonl [--show CHECK]

Each line of either file is an article: `text`, and maybe the day it is of (`date` or `published`). Those of NATURAL have `slips`, each
with `spans`, the places in the text between which it lies: a flag finds one when it touches two of them, or the only one. The articles are
dealt in two by a hash of their text; `--show` prints what a check flags in the half that may be looked at. The numbers are printed as
TOML; how many flags a person read, and how many of those were right, are kept from the file as it is.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import factcheck
from factcheck.checking import CHECKS
from factcheck.checking.measured import measured
from factcheck.model import Flag, Severity


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def flags_in(row: dict[str, Any]) -> list[Flag]:
    day = row.get("date") or row.get("published")
    article = factcheck.read_text(row["text"], published=date.fromisoformat(day) if day else None)
    return factcheck.check(article, factcheck.split(article))


def may_be_seen(text: str) -> bool:
    """Whether an article is of the half that may be looked at."""
    return hashlib.sha256(text.encode()).digest()[0] % 2 == 0


def finds(flag: Flag, slip: dict[str, Any]) -> bool:
    """Whether a flag touches two places of a slip, or its only one."""
    touched = sum(any(s.start < place["end"] and place["start"] < s.end for s in flag.spans) for place in slip["spans"])
    return touched >= min(2, len(slip["spans"]))


def main() -> None:
    """Print the numbers, and the flags that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("published", type=Path)
    parser.add_argument("natural", type=Path)
    parser.add_argument("--show", choices=CHECKS.ids)
    asked = parser.parse_args()
    counts: dict[str, Counter[str]] = {check: Counter() for check in CHECKS.ids}
    articles = slips = 0
    for row in rows(asked.published):
        articles += 1
        for flag in flags_in(row):
            counts[flag.check]["look" if flag.severity is Severity.LOOK else "sure"] += 1
            if flag.check == asked.show and may_be_seen(row["text"]):
                print(f"# {flag.severity}: {flag.message}")
    for row in rows(asked.natural):
        flags = flags_in(row)
        slips += len(row["slips"])
        for slip in row["slips"]:
            for check in {flag.check for flag in flags if finds(flag, slip)}:
                counts[check]["found"] += 1
    print(f"articles = {articles}\nslips = {slips}")
    for check, count in counts.items():
        known = measured().checks.get(check)
        read = f"\nread = {known.read}\nright = {known.right}" if known is not None and known.read else ""
        print(f"\n[checks.{check}]\nsure = {count['sure']}\nlook = {count['look']}\nfound = {count['found']}{read}")


if __name__ == "__main__":
    main()
