"""How often the right person is credited with the right words, on labelled articles, with 95% intervals.

    .venv/bin/python benchmarks/who_said_what.py FILE.jsonl...

Each line of a file is an article: `text`, and `attributions` with `source_text` (None where nobody is named), `content` (spans),
`type` (direct, mixed, indirect) and `speech` (whether it was spoken). One is right when the words of its content are the labelled
ones by half or more (intersection over union), and the head word of one speaker stands in the other. Intervals come from 1,000 resamplings
of the articles. Texts that are not in Unicode's composed form (NFC) are left out, since their offsets are of another text.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Span = tuple[int, int]
WORD = re.compile(r"\w+(?:['’]\w+)?")
CUT = re.compile(r",|\(|\s(?:who|which|that|of|for|from|in|at|with|on|to|by|whose|and|or)\s")
SMALL = frozenset(("the", "a", "an", "his", "her", "their", "its", "mr", "mrs", "ms", "dr"))
GOOD = 0.5
NEAR = 0.8


def plain(words: Iterable[str]) -> list[str]:
    return [re.sub(r"[’']s$", "", word.lower()) for word in words]


def head(words: str) -> str:
    """The last word before a comma, a preposition or a relative pronoun."""
    found = plain(re.findall(r"\w+(?:[-’']\w+)*", CUT.split(words.strip(' ,"“”'), maxsplit=1)[0]))
    return next((word for word in reversed(found) if word not in SMALL), found[-1] if found else "")


def same(labelled: str | None, given: str | None) -> bool:
    if not labelled or not given:
        return not labelled and not given
    words = [set(plain(re.findall(r"\w+(?:[-’']\w+)*", text))) for text in (given, CUT.split(labelled, maxsplit=1)[0])]
    return head(labelled) in words[0] or head(given) in words[1]


def counts(row: dict[str, Any]) -> Counter[str]:
    """What one article adds: labelled, given, right, near in extent, and right among direct and spoken ones."""
    import factcheck

    text = row["text"]
    article = factcheck.read_text(text)
    tokens = [m.span() for m in WORD.finditer(text)]

    def covered(spans: Iterable[Span]) -> frozenset[int]:
        spans = list(spans)
        return frozenset(i for i, (a, b) in enumerate(tokens) if any(a < end and b > start for start, end in spans))

    labelled = [(a, words) for a in row["attributions"] if (words := covered(map(tuple, a["content"])))]
    given = [(a, words) for a in factcheck.find_attributions(article) if (words := covered((c.start, c.end) for c in a.content))]
    pairs = ((len(x & y) / len(x | y), i, j) for i, (_, x) in enumerate(labelled) for j, (_, y) in enumerate(given) if x & y)
    found: dict[int, tuple[int, float]] = {}
    for share, i, j in sorted(pairs, reverse=True):
        if i not in found and j not in {k for k, _ in found.values()}:
            found[i] = (j, share)
    made = Counter({"labelled": len(labelled), "given": len(given)})
    for i, (one, _) in enumerate(labelled):
        j, share = found.get(i, (0, 0.0))
        speaker = given[j][0].speaker if share else None
        right = share >= GOOD and same(one["source_text"], speaker.text if speaker else None)
        made.update({"right": right, "near": share >= NEAR})
        for kind, holds in (("direct", one["type"] == "direct"), ("spoken", bool(one.get("speech")))):
            made.update({kind: holds, f"right {kind}": holds and right})
    return made


def measures(articles: Iterable[Counter[str]]) -> dict[str, float]:
    total: Counter[str] = sum(articles, Counter())
    both = max(1, total["given"] + total["labelled"])
    return {
        "who+what F1": 200 * total["right"] / both,
        "extent >= .8 F1": 200 * total["near"] / both,
        "direct recall": 100 * total["right direct"] / max(1, total["direct"]),
        "spoken recall": 100 * total["right spoken"] / max(1, total["spoken"]),
    }


def main() -> None:
    """Print a line of the table for each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    for file in parser.parse_args().files:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        articles = [counts(row) for row in rows if unicodedata.is_normalized("NFC", row["text"])]
        chance = random.Random(1)  # noqa: S311 - the same intervals in every run
        again = [measures(chance.choices(articles, k=len(articles))) for _ in range(1000)]
        line = [f"{file.stem} ({len(articles)} articles)"]
        for name, value in measures(articles).items():
            low, high = (sorted(one[name] for one in again)[i] for i in (25, 974))
            line.append(f"{name} {value:.1f} [{low:.1f}-{high:.1f}]")
        print("; ".join(line), flush=True)


if __name__ == "__main__":
    main()
