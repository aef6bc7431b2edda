"""Makes the table of how common English words are, out of wordfreq's, and holds the one to the other.

    pip install wordfreq==3.1.1 && python benchmarks/word_frequencies.py [--make]

wordfreq 3.1.1 is its last release (2023), and 60 MB, of which 1.5 MB are English. The table keeps each word of its large English list
that is written in letters, with apostrophes between them; words with digits in them, which nobody asks for, are left out.
Its licence, which the table keeps, is in factcheck/language/data/word_frequencies.LICENSE.md.
"""

from __future__ import annotations

import gzip
import random
import re
import sys
from importlib import import_module

from factcheck.language.frequency import TABLE, zipf

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def table() -> bytes:
    """One line a word, in the order of their UTF-8: the word, a tab, and how many hundredths of a bel it is below all words together."""
    buckets = import_module("wordfreq").get_frequency_list("en")
    lines = sorted(f"{word}\t{below}\n".encode() for below, words in enumerate(buckets) for word in words if WORD.fullmatch(word))
    return gzip.compress(b"".join(lines), 9, mtime=0)


def differing() -> list[str]:
    """The words that the two do not agree on, of all that wordfreq knows and of some thousand compounds, names and slips made of them."""
    wordfreq = import_module("wordfreq")
    known = [word for words in wordfreq.get_frequency_list("en") for word in words]
    draw = random.Random(27)  # noqa: S311 - the same words each time
    made = ["-".join(draw.sample(known, 2)) for _ in range(20_000)]
    made += [word.replace(word[0], draw.choice(known)[0], 1).title() for word in draw.sample(known, 20_000)]
    made += [word.upper() for word in draw.sample(known, 5_000)] + [word.replace("'", "\u2019") for word in known if "'" in word]
    asked = [word for word in known + made if WORD.fullmatch(word.replace("-", "").replace("\u2019", "'"))]
    return [word for word in asked if abs(wordfreq.zipf_frequency(word, "en") - zipf(word)) > 0.005]


def main() -> None:
    """Write the table with `--make`; then say on which words it differs."""
    if "--make" in sys.argv[1:]:
        TABLE.write_bytes(table())
    apart = differing()
    print(f"{len(apart)} words differ: {apart[:20]}")


if __name__ == "__main__":
    main()
