"""How long the checks take, and whether that is linear: milliseconds an article, and the same articles joined to longer ones.

    .venv/bin/python benchmarks/checks.py PUBLISHED.jsonl [--articles N]

Each line of the file is an article with its `text`. Articles are split before the clock starts. The last lines say whether the bound of
50 ms an article is held, and by which exponent the time grows from one article to eight in one (1 is linear).
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import time
from itertools import islice
from pathlib import Path

import factcheck

BOUND = 50.0
"""Milliseconds an article, at the most, that the checks may take on average."""

JOINED = (1, 2, 4, 8)
"""So many articles are made one, to see how the time grows."""


def seconds(text: str) -> float:
    """What the checks take on a text, the least of three."""
    article = factcheck.read_text(text)
    claims = factcheck.split(article)
    runs = []
    for _ in range(3):
        start = time.process_time()
        factcheck.check(article, claims)
        runs.append(time.process_time() - start)
    return min(runs)


def main() -> None:
    """Print the times, and what they say of the two bounds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("published", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    asked = parser.parse_args()
    with asked.published.open(encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in islice(file, asked.articles)]
    seconds(texts[0])  # loads the word lists
    times = sorted(1000 * seconds(text) for text in texts)
    mean = statistics.fmean(times)
    print(f"{len(times)} articles: mean {mean:.1f} ms, median {statistics.median(times):.1f} ms, longest {times[-1]:.1f} ms")
    grown = {many: seconds("\n\n".join(texts[:many])) for many in JOINED}
    print("joined: " + ", ".join(f"{many} in {1000 * taken:.0f} ms" for many, taken in grown.items()))
    lengths = {many: len("\n\n".join(texts[:many])) for many in JOINED}
    exponent = math.log(grown[JOINED[-1]] / grown[JOINED[0]]) / math.log(lengths[JOINED[-1]] / lengths[JOINED[0]])
    print(f"{'held' if mean <= BOUND else 'NOT HELD'}: {BOUND:.0f} ms an article; the time grows by the power {exponent:.2f} of the length")


if __name__ == "__main__":
    main()
