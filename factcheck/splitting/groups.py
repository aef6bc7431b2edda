"""Who "the two", "the pair" or "both" are: those whom the sentence before names together, and nobody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.lexicon import meanings
from factcheck.model import EntityKind
from factcheck.splitting.definites import Definite
from factcheck.splitting.syntax import NOUN_SUBJECTS

if TYPE_CHECKING:
    from factcheck.splitting.names import Naming
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.tree import Token

_SIZES: dict[str, int] = meanings("small_words", "groups")
"""Words that stand for so many named before."""


def find_groups(sentences: Sequence[Sentence], namings: Sequence[Naming]) -> Iterator[Definite]:
    """Every subject that is no more than a number of people, completed with their names, in the order of the text.

    Offsets are code points into the article. None where the sentence before names another number of people, or not side by side.
    """
    named: dict[int, list[Naming]] = defaultdict(list)
    for naming in namings:
        if naming.known is not None and naming.known.kind is EntityKind.PERSON:
            named[naming.sentence].append(naming)
    told: dict[int, list[str]] = {}
    for number, sentence in enumerate(sentences[1:], start=1):
        for token in sentence.tree:
            size = _SIZES.get(token.lower, 0)
            if not size or named[number] or token.relation not in NOUN_SUBJECTS or sentence.in_quotation(token) or not _stands_alone(token):
                continue
            before = named[number - 1]
            if before and _side_by_side(sentences[number - 1].tree, before):
                names = [naming.known.name for naming in before if naming.known is not None]
            else:
                names = told.get(number - 1, []) if not before else []
            if len(names) == size:
                told[number] = names
                start, end = sentence.start_of(token.left_edge), sentence.end_of(token)
                yield Definite(start, sentence.start_of(token), end, after=f"{', '.join(names[:-1])} and {names[-1]}")


def _stands_alone(token: Token) -> bool:
    """Whether a subject says no more than how many they are: "the pair", "both"; not "the two plans"."""
    words = [t.lower for t in token.subtree if not t.is_punct]
    return words == ["both"] or (len(words) == 2 and words[0] == "the")


def _side_by_side(tree: Sequence[Token], named: Sequence[Naming]) -> bool:
    """Whether each name but the first is coordinated with the one before it, and they do something or have it done to them."""
    heads = [next((t for t in tree[n.first : n.last] if not n.first <= t.head.i < n.last), tree[n.last - 1]) for n in named]
    if heads[0].relation not in NOUN_SUBJECTS | {"object", "agent"} or any(t.lower in _SIZES for t in tree):
        return False  # "two amendments from Ann Lee and Bo Hart"
    joined = {"conjunct"} if len(heads) == 2 else {"conjunct", "apposition"}
    return all(later.relation in joined and later.head in heads[:n] for n, later in enumerate(heads) if n)
