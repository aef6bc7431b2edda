"""How claims fare when an article is edited: seeded edits on any articles, and what became of every claim.

    .venv/bin/python benchmarks/updates.py samples/*.txt [--rounds N] [--seed N]

Each round edits an article (sentences and paragraphs put in, cut, moved; one figure, one name or one negation changed; a sentence
reworded) with a script that knows, for every character that it keeps, where it went. A claim of which every character was kept in
order is untouched. Counted are untouched claims that keep their words and their verdict, verdicts that stand on other words than
were judged, and claims that were put on words that are not where their own went.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import factcheck
from factcheck.casefile.updating import updated
from factcheck.model import Case, Claim, Review, Standing, Verdict

Piece = list[tuple[str, int | None]]
"""Characters, each with the offset that it had, or none for one that is new."""

SAID = [
    "The committee meets again in the spring.", "Nobody answered the phone on Sunday.", "A further 14 boats were tied up.",
    "“It was a long night,” she said.", "Officials declined to say more.",
]  # fmt: skip


def pieces_of(text: str) -> list[list[Piece]]:
    """Paragraphs of sentences of characters."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        sentences, start = [], 0
        for end in [m.end() for m in re.finditer(r"[.!?][\"”’]*\s+", line)] + [len(line)]:
            sentences.append([(c, at + start + i) for i, c in enumerate(line[start:end])])
            start = end
        paragraphs.append([s for s in sentences if s] or [[]])
        at += len(line) + 1
    return paragraphs


def new(words: str) -> Piece:
    return [(c, None) for c in words]


def replaced(sentence: Piece, pattern: str, words: str, rng: random.Random) -> bool:
    """Other words for one place that the pattern finds; False when it finds none."""
    found = list(re.finditer(pattern, "".join(c for c, _ in sentence)))
    if found:
        one = rng.choice(found)
        sentence[one.start() : one.end()] = new(words)
    return bool(found)


def edit(paragraphs: list[list[Piece]], rng: random.Random) -> str:
    """One edit, in place; what it was."""
    full = [p for p in paragraphs if any(p)]
    paragraph = rng.choice(full)
    sentence = rng.choice(paragraph)
    what = rng.choice(["insert", "insert paragraph", "cut", "cut paragraph", "move paragraph", "figure", "name", "negation", "reword"])
    if what == "insert":
        paragraph.insert(rng.randrange(len(paragraph) + 1), new(rng.choice(SAID) + " "))
    elif what == "insert paragraph":
        paragraphs.insert(paragraphs.index(paragraph), [new(rng.choice(SAID))])
    elif what == "cut" and len(paragraph) > 1:
        paragraph.remove(sentence)
    elif what == "cut paragraph" and len(full) > 4:
        paragraphs.remove(paragraph)
    elif what == "move paragraph":
        paragraphs.remove(paragraph)
        paragraphs.insert(rng.randrange(len(paragraphs) + 1), paragraph)
    elif what == "figure":
        replaced(sentence, r"\d+", str(rng.randrange(2, 90)), rng)
    elif what == "name":
        replaced(sentence, r"(?<=[a-z] )[A-Z][a-z]{3,}", rng.choice(["Merriman", "Tolland", "Ashgrove"]), rng)
    elif what == "negation":
        replaced(sentence, r"\b(was|were|is|are|had|has|will)\b", rng.choice(["was not", "will never", "had not"]), rng)
    elif what == "reword":
        replaced(sentence, r"\b[a-z]{4,}\b [a-z]+ [a-z]{3,}\b", "something else entirely", rng)
    return what


def judged(claims: list[Claim]) -> tuple[Claim, ...]:
    """The claims, each with a verdict on every half of it."""
    at = datetime(2026, 1, 1, tzinfo=UTC)

    def reviews(claim: Claim) -> tuple[Review, ...]:
        return tuple(Review(by="Ada", at=at, aspect=half, verdict=Verdict.VERIFIED, judged=claim.judged) for half in claim.aspects)

    return tuple(claim.model_copy(update={"reviews": reviews(claim)}) for claim in claims)


def one_round(case: Case, rng: random.Random, counts: Counter[str]) -> None:
    """Edit the article a few times, update the case, and count."""
    paragraphs = pieces_of(case.article.text)
    for _ in range(rng.randrange(1, 5)):
        edit(paragraphs, rng)
    characters = [pair for i, p in enumerate(paragraphs) for pair in (new("\n") if i else []) + [x for s in p for x in s]]
    went = {old: i for i, (_, old) in enumerate(characters) if old is not None}
    text = "".join(c for c, _ in characters)
    article = factcheck.read_text(text, published=case.article.published)
    if article.text != text:
        return
    after = {c.id: c for c in updated(case, article, factcheck.split(article)).case.claims}
    for claim in case.claims:
        places = [went.get(i) for i in range(claim.start, claim.end)]
        untouched = None not in places and places == list(range(places[0] or 0, (places[0] or 0) + len(places)))
        now = after.get(claim.id)
        verdict = now is not None and now.standing() is Standing.VERIFIED
        counts["claims"] += 1
        counts["untouched"] += untouched
        if untouched and now is not None and (now.start, now.text) == (places[0], claim.text):
            counts["untouched, on their words"] += 1
            counts["untouched, with their verdict"] += verdict
        if now is not None:
            kept = [p for p in places if p is not None]
            there = sum(now.start <= p < now.end for p in kept)
            counts["on words that are not where their own went"] += there < 0.4 * len(places)
            counts["verdicts on other words than were judged"] += verdict and now.text != claim.text


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    rng, counts = random.Random(asked.seed), Counter[str]()  # noqa: S311 - the same edits every time
    for path in asked.articles:
        article = factcheck.read(path)
        case = Case(article=article, claims=judged(factcheck.split(article)))
        for _ in range(asked.rounds):
            one_round(case, rng, counts)
    for name, count in counts.items():
        share = f"  {100 * count / counts['untouched']:.2f} %" if name.startswith("untouched,") else ""
        print(f"{count:7}  {name}{share}")


if __name__ == "__main__":
    main()
