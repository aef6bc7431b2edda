"""How time and memory grow with the length of a text: news and hostile texts, each measurement in a process of its own.

    .venv/bin/python benchmarks/growth.py [--sizes 10000,100000,1000000] [--only NAME,…] [--operations split,…] [--bound SECONDS]

A row gives CPU seconds at each size, the exponent of growth over the upper half of the ladder and the most memory that the process
held. What takes longer than the bound is told as such, with what it took before. The last line names the worst of all. The language
model is loaded before the clock starts; of short measurements the least of three counts.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parent.parent
OPERATIONS = ("read", "find_sentences", "find_dates", "find_figures", "find_attributions", "split", "check")
PARSING = ("find_attributions", "split", "check")
SHORT, RUNS = 1.0, 3
TOO_SHORT = 0.05
"""CPU seconds below which a time says nothing about growth."""


def news(length: int) -> str:
    """Paragraphs of the sample and of the articles that tests split, in other orders, with names and figures of their own."""
    chance = random.Random(length)  # noqa: S311 - the same text each time
    files = [ROOT / "samples/hanoi-summit.txt", *sorted((ROOT / "tests/splitting/articles").glob("*.txt"))]
    paragraphs = [p.strip() for file in files for p in file.read_text(encoding="utf-8").partition("SAVE")[0].split("\n\n") if p.strip()]
    made, total = list[str](), 0
    while total < length:
        who = _name(chance.randrange(10**6))
        own = f"{who} said on {chance.randint(1, 28)} May {chance.randint(1990, 2024)} that {chance.randint(2, 9999)} people had gone."
        made.append(f"{chance.choice(paragraphs)}\n\n{own}\n\n")
        total += len(made[-1])
    return "".join(made)[:length]


def _name(number: int) -> str:
    syllables = ("ba", "do", "ke", "li", "mu", "na", "po", "ri", "sa", "ve")
    return f"Ann {''.join(syllables[int(digit)] for digit in str(number)).capitalize()}son"


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda length: (unit * (length // len(unit) + 1))[:length]


def _counted(form: Callable[[int], str]) -> Callable[[int], str]:
    def made(length: int) -> str:
        parts, total = list[str](), 0
        for number in count():
            parts.append(form(number))
            total += len(parts[-1])
            if total >= length:
                return "".join(parts)[:length]
        raise AssertionError

    return made


HOSTILE: dict[str, Callable[[int], str]] = {
    "straight quotation marks": _repeated('"'),
    "curly opening marks": _repeated("“"),
    "curly closing marks": _repeated("”"),
    "single quotation marks": _repeated("'"),
    "curly apostrophes": _repeated("’"),
    "backticks": _repeated("`"),
    "guillemets nested": _repeated("«"),
    "quotation marks of all kinds": _repeated("\"“‘«„'`"),
    "quotations in one line": _repeated("“Yes,” she said. "),
    "quotations without a stop": _repeated("“yes” "),
    "unclosed quotations": _repeated("“We will go, she said. "),
    "unclosed quotations, a paragraph each": _repeated("“We will go, she said.\n\n"),
    "one quotation of many sentences": lambda n: ("“" + "We will go. " * (n // 12 + 1))[:n],
    "announced": _repeated("He said:\n\n“We will go.”\n\n"),
    "signed": _repeated("“We will go.”\n— Ann Lee\n"),
    "a-": _repeated("a-"),
    "one word": _repeated("a"),
    "one word in capitals": _repeated("A"),
    "one sentence": lambda n: ("The mayor" + ", the council" * (n // 13 + 1))[:n],
    "opening brackets": _repeated("("),
    "closing brackets": _repeated(")"),
    "brackets in brackets": _repeated("(a "),
    "square brackets": _repeated("["),
    "digits": _repeated("7"),
    "digits and commas": _repeated("1,"),
    "groups of digits": _repeated("123 "),
    "dollars": _repeated("$1 "),
    "numbers in words": _repeated("one hundred and "),
    "percentages": _repeated("12 percent, "),
    "ranges": _repeated("10-"),
    "fractions": _repeated("1/2/"),
    "from and to": _repeated("rose from 10 percent to 20 percent "),
    "months": _repeated("May "),
    "weekdays": _repeated("Monday "),
    "years": _repeated("1999 "),
    "days": _repeated("1 May 2019, "),
    "days before": _repeated("two days before "),
    "hours": _repeated("10:30 "),
    "said": _repeated("said "),
    "he said that": _repeated("he said that "),
    "according to": _repeated("according to "),
    "he": _repeated("he "),
    "he said, in sentences": _repeated("He said it. "),
    "and": _repeated("and "),
    "of": _repeated("the chief of "),
    "who": _repeated("the man who "),
    "commas": _repeated(","),
    "dots": _repeated("."),
    "dots apart": _repeated(". "),
    "ellipses": _repeated("…"),
    "dashes": _repeated("-"),
    "long dashes": _repeated("—"),
    "asides": _repeated("— as he put it — "),
    "questions": _repeated("?! "),
    "line ends": lambda n: "a" + "\n" * (n - 2) + "b",
    "spaces": lambda n: "a" + " " * (n - 2) + "b",
    "tabs": lambda n: "a" + "\t" * (n - 2) + "b",
    "line ends of two kinds": _repeated("a\r\nb\nc\r"),
    "short lines": _repeated("Ann\n"),
    "short paragraphs": _repeated("Ann said.\n\n"),
    "initials": _repeated("A. B. "),
    "acronyms with dots": _repeated("U.S."),
    "abbreviations": _repeated("Mr. "),
    "capitalised words": _repeated("Ann Lee "),
    "hyphenated names": _repeated("Ann-Lee-"),
    "names with and": _repeated("Ann Lee and "),
    "names in brackets": _repeated("World Health Union (WHU) "),
    "distinct names": _counted(lambda k: f"{_name(k)} went home. "),
    "distinct names in one line": _counted(lambda k: f"{_name(k)}, "),
    "distinct acronyms": _counted(lambda k: "".join(chr(65 + k // 26**i % 26) for i in range(4)) + " went. "),
    "one name": _repeated("Ann Lee went home. "),
    "one surname": _repeated("Mr Lee, the mayor, said so. "),
    "titles": _counted(lambda k: f"President {_name(k % 50)} spoke. Mayor {_name(k % 50)} left. "),
    "ages": _counted(lambda k: f"{_name(k % 50)}, {k % 90 + 1}, left. "),
    "distinct figures": _counted(lambda k: f"The fund had {k} members. "),
    "addresses of mail": _repeated("a@b.example "),
    "addresses": _repeated("https://a.example/b?c=d&"),
    "zero-width marks": _repeated("a\u200b"),
    "combining marks": lambda n: "e" + "\u0301" * (n - 1),
    "bullets": _repeated("• Over 30 stories\n"),
    "numbered list": _counted(lambda k: f"{k}. Fees\n"),
    "table": _repeated("Ann\t1\t2.5\n"),
    "roman numerals": _repeated("XIV "),
    "speakers' labels": _counted(lambda k: f"{_name(k % 40).upper()}: I went home.\n"),
    "ideographs": _repeated("新聞"),
    "emoji": _repeated("🙂"),
    "markup": _repeated("<b>&amp;"),
    "underscores": _repeated("_*"),
}
"""Texts made to cost more than they should, by what they are."""

GENERATORS = {"news": news} | HOSTILE


def measured(operation: str, generator: str, length: int) -> tuple[float, float]:
    """CPU seconds of one operation on one text, the least of some when short, and the most megabytes that this process held."""
    import factcheck

    text = GENERATORS[generator](length)
    article = factcheck.read_text(text)
    if operation in PARSING:
        from factcheck.splitting.parser.spacy_trees import pipeline

        list(pipeline().pipe(["Ann Lee said so."]))
    claims = factcheck.split(article) if operation == "check" else []
    work: dict[str, Callable[[], object]] = {
        "read": lambda: factcheck.read_text(text),
        "find_sentences": lambda: factcheck.find_sentences(article.text),
        "find_dates": lambda: factcheck.find_dates(article.text, None),
        "find_figures": lambda: factcheck.find_figures(article.text),
        "find_attributions": lambda: factcheck.find_attributions(article),
        "split": lambda: factcheck.split(article),
        "check": lambda: factcheck.check(article, claims),
    }
    least = math.inf
    for _ in range(RUNS):
        start = time.process_time()
        work[operation]()
        least = min(least, time.process_time() - start)
        if least > SHORT:
            break
    return least, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def bounded(operation: str, generator: str, length: int, bound: float) -> tuple[float, float] | str:
    """The same in a process that is ended when it takes too long; what went wrong, if something did."""
    command = [sys.executable, __file__, "--measure", json.dumps([operation, generator, length])]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=bound, check=False)
    except subprocess.TimeoutExpired:
        return f"over {bound:.0f} s"
    if done.returncode:
        return f"failed: {(done.stderr.strip().splitlines() or ['ended'])[-1][:80]}"
    seconds, megabytes = json.loads(done.stdout)
    return seconds, megabytes


def exponent(times: list[tuple[int, float]]) -> float | None:
    """The slope of time over length on a logarithmic scale, over the upper half of what is long enough to tell."""
    told = [(math.log(size), math.log(seconds)) for size, seconds in times if seconds >= TOO_SHORT]
    upper = told[-max(2, (len(told) + 1) // 2) :]
    if len(upper) < 2:
        return None
    middle_x, middle_y = (sum(column) / len(upper) for column in zip(*upper, strict=True))
    return sum((x - middle_x) * (y - middle_y) for x, y in upper) / sum((x - middle_x) ** 2 for x, _ in upper)


def row(operation: str, generator: str, sizes: list[int], bound: float) -> tuple[float, str]:
    """One line of the table, and how bad it is: the exponent, or infinity for what did not end."""
    times, memory, wrong = list[tuple[int, float]](), 0.0, ""
    for size in sizes:
        found = bounded(operation, generator, size, bound)
        if isinstance(found, str):
            wrong = f"{size}: {found}"
            break
        times.append((size, found[0]))
        memory = max(memory, found[1])
    slope = exponent(times)
    shown = " ".join(f"{seconds:8.2f}" for _, seconds in times)
    grows = f"exponent {slope:5.2f}" if slope is not None else "too short to tell"
    line = f"{operation:18} {generator:38} {shown}   {grows}   {memory:6.0f} MB   {wrong}".rstrip()
    return (math.inf if wrong else slope or 0.0), line


def main() -> None:
    """Print the table, a row as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,30000,100000,300000,1000000")
    parser.add_argument("--only", default=",".join(GENERATORS), help="texts by name, with commas between")
    parser.add_argument("--operations", default=",".join(OPERATIONS))
    parser.add_argument("--bound", type=float, default=300)
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        print(json.dumps(measured(*json.loads(arguments.measure))))
        return
    sizes = [int(size) for size in arguments.sizes.split(",")]
    worst = (-1.0, "")
    print(f"CPU seconds at {', '.join(map(str, sizes))} code points")
    for operation in arguments.operations.split(","):
        for generator in [g for g in GENERATORS if g in arguments.only.split(",")]:
            found = row(operation, generator, sizes, arguments.bound)
            print(found[1], flush=True)
            worst = max(worst, found)
    print(f"worst: {worst[1]}")


if __name__ == "__main__":
    main()
