"""How many of the claims that a person divided articles into are found, and how many of them a strict reader would take as they are.

    .venv/bin/python benchmarks/claims.py FILE.jsonl

Each line of the file is an article: `published`, `text`, and `claims`, each with `gist` (the article's words, added ones in brackets),
`kind`, `speaker`, `checkable`, `needs` (lists of words of which its gist has to show one), `apart` (words of its neighbours) and
`optional` (asked of nobody). A claim is found when one of ours has its words, by seven tenths of both; it is right when that one also
shows what is needed, holds nothing of its neighbours, and has the speaker and the mark; bare, when it is so without what
stands behind a gist: the headline, the sentence before. The articles are dealt in two by a hash of their
text, so that the half that was looked at while rules were written can be told from the other. Names, dates and figures are left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import factcheck
from factcheck.model import Claim, ClaimKind

LIGHT = frozenset(
    "a an the and but or of in on at to for by with as from that this these those it its he him his her she they them their who which whom"
    " whose is are was were be been being has have had having do does did".split()
)
BRACKETS = re.compile(r"\[[^\[\]]*\]")
WORD = re.compile(r"[\w£$€₹%]+(?:[.,:]\d+)*")
ENOUGH = 0.7
SPOKEN = (ClaimKind.QUOTE, ClaimKind.STATEMENT)


def words(gist: str, without: str = "") -> Counter[str]:
    """The words of the article in a gist by their first five letters, without those of its speaker and cue."""

    def counted(text: str) -> Counter[str]:
        return Counter(word[:5] for word in WORD.findall(text.lower()) if word not in LIGHT)

    return counted(BRACKETS.sub(" ", gist)) - counted(without)


def overlap(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def shows(text: str, choice: list[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(one.lower())}", text.lower()) for one in choice)


def is_right(gold: dict[str, Any], ours: Claim, gist: str) -> bool:
    """Whether a claim that is found, worded so, says all that the marked one does, and no more."""
    alone = all(shows(gist, choice) for choice in gold.get("needs", []))
    atomic = not any(piece.lower() in gist.lower() for piece in gold.get("apart", []))
    whose = f"{ours.speaker.text} {ours.speaker.name or ''}" if ours.speaker else ""
    named = gold["kind"] == "assertion" or (bool(whose) and (not gold["speaker"] or shows(whose, [gold["speaker"].split()[-1]])))
    return alone and atomic and named and ours.checkable == gold["checkable"]


def score(row: dict[str, Any]) -> Counter[str]:
    """What there is, what is found and what is right in one article."""
    article = factcheck.read_text(row["text"], published=date.fromisoformat(row["published"]))
    made = [claim for claim in factcheck.split(article) if claim.kind in (*SPOKEN, ClaimKind.ASSERTION)]
    ours = [(c, words(c.gist, f"{c.speaker.text if c.speaker else ''} {c.cue.text if c.cue else ''}")) for c in made]
    gold = [(g, words(g["gist"], g["speaker"] or "" if g["kind"] != "assertion" else "")) for g in row["claims"]]
    pairs = sorted(((overlap(a, b), i, j) for i, (_, a) in enumerate(gold) for j, (_, b) in enumerate(ours)), reverse=True)
    home: dict[int, int] = {}
    for likeness, i, j in pairs:
        if likeness >= ENOUGH and i not in home and j not in home.values():
            home[i] = j
    asked = [i for i, (g, _) in enumerate(gold) if not g.get("optional")]
    spare = sum(1 for i in home if i not in asked)
    found = [i for i in asked if i in home]
    told = [(gold[i][0], ours[home[i]][0]) for i in found]
    right, bare = sum(is_right(g, c, c.gist) for g, c in told), sum(is_right(g, c, c.in_context) for g, c in told)
    return Counter(gold=len(asked), ours=len(ours) - spare, found=len(found), right=right, bare=bare)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    halves: dict[str, Counter[str]] = {"seen": Counter(), "unseen": Counter()}
    for line in parser.parse_args().file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        seen = hashlib.sha256(row["text"].encode()).digest()[0] % 2 == 0
        halves["seen" if seen else "unseen"].update(score(row))
    for name, c in halves.items():
        found, right, bare = (200 * c[key] / max(1, c["gold"] + c["ours"]) for key in ("found", "right", "bare"))
        print(f"{name}: {c['gold']} marked, {c['ours']} made; found F1 {found:.1f}, right F1 {right:.1f}, bare {bare:.1f}")


if __name__ == "__main__":
    main()
