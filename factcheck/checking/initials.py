"""Long forms and their letters: the runs of capitalised words in the article, and which abbreviation the initials of each make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.words import Word
from factcheck.language.lexicon import words

LINKS = words("name_parts", "links")
"""Words inside a long form that give no letter as a rule (Center *for* Disease Control *and* Prevention)."""

LONGEST_RUN = 12
LONGEST = 7
"""The most letters of an abbreviation, and the most words of a long form with those between them."""


@dataclass(frozen=True)
class LongForm:
    """Words whose initials are an abbreviation: `text` as the article has it."""

    text: str
    start: int
    end: int


def long_forms(context: CheckContext, wanted: set[str]) -> dict[str, LongForm]:
    """For each wanted abbreviation the first words in the article whose initials are its letters."""
    forms: dict[str, LongForm] = {}
    for run in _runs(context):
        for first in range(len(run)):
            for size in range(3, min(LONGEST, len(run) - first) + 1):
                part = run[first : first + size]
                letters = "".join(word.text[0] for word in part)
                if letters in wanted and letters not in forms:
                    start, end = part[0].start, part[-1].end
                    forms[letters] = LongForm(context.text[start:end], start, end)
    return forms


def _runs(context: CheckContext) -> Iterator[list[Word]]:
    """Runs of capitalised words, with at most two links and no other word between one and the next."""
    run: list[Word] = []
    for word in context.words:
        if not word.text[0].isupper() or (len(word.text) > 1 and word.text.isupper()):
            continue
        if run and (len(run) >= LONGEST_RUN or not linked(context.text[run[-1].end : word.start])):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def linked(between: str) -> bool:
    """Whether what stands between two words of a name lets it go on: nothing, a hyphen, a possessive, up to two links."""
    if len(between) > 20 or "\n" in between:
        return False
    parts = between.replace("-", " ").removeprefix("'s").removeprefix("’s").removeprefix("'").removeprefix("’").split()
    return len(parts) <= 2 and all(part in LINKS for part in parts)
