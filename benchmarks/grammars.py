"""The grammars of dates and figures beside other packages: characters a second on news, and what hostile text does to them.

    .venv/bin/pip install dateparser parsedatetime quantulum3 recognizers-text-suite "emoji<2"
    .venv/bin/python benchmarks/grammars.py [--characters N] [--patience SECONDS]

Each package reads the same texts in a process of its own, which is stopped when patience ends. Those not installed are left out. How
right they are is another matter, which labelled text decides.
"""

from __future__ import annotations

import argparse
import importlib
import multiprocessing
import time
from collections.abc import Callable
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "samples" / "hanoi-summit.txt"
PUBLISHED = datetime(2019, 3, 1)  # noqa: DTZ001 - what the other packages take

HOSTILE = {
    "100,000 digits": "7" * 100_000,
    "50,000 spaces": "3 May" + " " * 50_000 + "2019",
    "30,000 brackets": "(" * 15_000 + "3 May 2019" + ")" * 15_000,
    "no punctuation": "two hundred and three may the last second of march " * 6_000,
}


def ours_dates(text: str) -> object:
    import factcheck

    return factcheck.find_dates(text, PUBLISHED)


def ours_figures(text: str) -> object:
    from factcheck.values import find_figures

    return find_figures(text, dates=())


def dateparser(text: str) -> object:
    return importlib.import_module("dateparser.search").search_dates(text, settings={"RELATIVE_BASE": PUBLISHED})


def parsedatetime(text: str) -> object:
    return importlib.import_module("parsedatetime").Calendar().nlp(text, PUBLISHED)


def recognizers_dates(text: str) -> object:
    return importlib.import_module("recognizers_date_time").recognize_datetime(text, "en-us", reference=PUBLISHED)


def quantulum3(text: str) -> object:
    return importlib.import_module("quantulum3.parser").parse(text)


def recognizers_figures(text: str) -> object:
    number = importlib.import_module("recognizers_number").recognize_number(text, "en-us")
    return number, importlib.import_module("recognizers_number_with_unit").recognize_currency(text, "en-us")


Reader = Callable[[str], object]
KINDS: dict[str, dict[str, Reader]] = {
    "dates": {
        "factcheck": ours_dates,
        "dateparser": dateparser,
        "parsedatetime": parsedatetime,
        "Recognizers-Text": recognizers_dates,
    },
    "figures": {"factcheck": ours_figures, "quantulum3": quantulum3, "Recognizers-Text": recognizers_figures},
}


def _work(reader: Reader, text: str, result: Connection) -> None:
    try:
        reader("It rained on 3 May, and 12 boats sank.")  # loads what it needs
        start = time.perf_counter()
        reader(text)
        result.send(time.perf_counter() - start)
    except ImportError:
        result.send("not installed")
    except Exception as error:  # noqa: BLE001 - what a peer raises is what is shown
        result.send(type(error).__name__)


def seconds(reader: Reader, text: str, patience: float) -> float | str:
    """How long the reader takes for the text; in words when it ended otherwise."""
    mine, its = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_work, args=(reader, text, its))
    process.start()
    result: float | str = mine.recv() if mine.poll(patience + 5) else f"> {patience:.0f} s"
    process.kill()
    process.join()
    return result


def told(taken: float | str, size: int | None = None) -> str:
    """A time as the table shows it, or as characters a second."""
    if isinstance(taken, str):
        return taken
    return f"{taken:.2f} s" if size is None else f"{size / taken:,.0f}/s"


def main() -> None:
    """Print a table for dates and one for figures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--characters", type=int, default=20_000, help="of news for each package to read")
    arguments.add_argument("--patience", type=float, default=30, help="seconds before a package is stopped")
    given = arguments.parse_args()
    import factcheck

    article = factcheck.read(SAMPLE)
    body = "\n\n".join(article.words(block) for block in article.blocks if block.role == "body")
    news = (body * (given.characters // len(body) + 1))[: given.characters]
    for kind, readers in KINDS.items():
        print(f"| {kind} | news | {' | '.join(HOSTILE)} |\n|---|{'---|' * (len(HOSTILE) + 1)}")
        for name, reader in readers.items():
            taken = seconds(reader, news, given.patience)
            if taken == "not installed":
                continue
            hostile = [told(seconds(reader, text, given.patience)) for text in HOSTILE.values()]
            print(f"| {name} | {told(taken, len(news))} | {' | '.join(hostile)} |", flush=True)
        print()


if __name__ == "__main__":
    main()
