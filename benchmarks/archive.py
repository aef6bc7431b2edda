"""An archive with one worker and with two, beside what the language pipeline alone does with the same words in one process.

    .venv/bin/python benchmarks/archive.py [--articles N]

The articles are the sample's paragraphs in other orders. Rates are words a second from the first article that is done on: what it
takes to start is told by itself.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path

from factcheck import batch
from factcheck.splitting.parser.spacy_trees import pipeline

SAMPLE = Path(__file__).parent.parent / "samples" / "hanoi-summit.txt"


def articles(folder: Path, count: int) -> list[str]:
    """So many articles of the sample's paragraphs; their texts."""
    rng = random.Random(1)  # noqa: S311 - the same articles every time
    head, *paragraphs = [part for part in SAMPLE.read_text("utf-8").partition("SAVE")[0].split("\n\n") if part.strip()]
    texts = []
    for n in range(count):
        rng.shuffle(paragraphs)
        texts.append("\n\n".join([head, f"Story {n} was filed on Friday.", *paragraphs]))
        (folder / f"story-{n:06}.txt").write_text(texts[-1], "utf-8")
    return texts


def rate(source: Path, workers: int) -> tuple[float, float]:
    """Words a second, and the seconds until the first article was done."""
    with tempfile.TemporaryDirectory() as out:
        sources = list(batch.articles_in([str(source)]))
        began = time.perf_counter()
        first, words = 0.0, 0
        for nth, outcome in enumerate(batch.Run(Path(out), lambda _: None, workers).outcomes(sources)):
            if nth < workers * 2:
                first = time.perf_counter()
            else:
                words += outcome.words
        return words / (time.perf_counter() - first), first - began


def main() -> None:
    """Print the rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder)
        texts = articles(source, asked.articles)
        one, start = rate(source, 1)
        two, _ = rate(source, 2)
        language = pipeline()
        list(language.pipe(texts[:5]))
        began = time.perf_counter()
        list(language.pipe(texts))
        alone = sum(len(text.split()) for text in texts) / (time.perf_counter() - began)
    print(f"one worker     {one:9.0f} words a second, after {start:.1f} s to start")
    print(f"two workers    {two:9.0f} words a second: {two / one:.2f} times one, {two / (2 * one):.2f} of twice one")
    print(f"language alone {alone:9.0f} words a second in one process: one worker does {one / alone:.2f} of it")
    print(f"a million articles of 600 words at the rate of two workers: {600e6 / two / 3600:.0f} hours")


if __name__ == "__main__":
    main()
