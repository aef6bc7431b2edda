"""A sentence as words that hang on one another: the only form of a parse that splitting knows, whichever pipeline made it.

The words for parts of speech are those of Universal Dependencies; forms and relations are named as grammars of English name them
(Quirk et al., A Comprehensive Grammar of the English Language). They are plain strings with a closed set of values, so that a
comparison costs nothing in the innermost loops and the type checker still refuses a value that there is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

Part = Literal[
    "verb", "auxiliary", "noun", "proper noun", "pronoun", "adjective", "adverb", "adposition", "determiner", "numeral", "particle",
    "punctuation", "coordinator", "subordinator", "interjection", "symbol", "other",
]  # fmt: skip
"""What sort of word it is."""

Form = Literal[
    "base", "past", "ing", "participle", "present", "third person", "modal", "singular", "plural", "proper singular", "proper plural",
    "superlative", "hyphen", "genitive", "wh-pronoun", "wh-determiner", "wh-adverb", "other",
]  # fmt: skip
"""The form of a word, as far as splitting asks for it: "base" to "modal" are of verbs ("present" of all persons but the third), "genitive"
is 's, the "wh-" forms are who, which, where and the like."""

Relation = Literal[
    "root", "subject", "passive subject", "clausal subject", "passive clausal subject", "expletive", "object", "indirect object",
    "prepositional object", "predicative", "adjectival predicative", "object predicative", "clausal complement", "open complement",
    "prepositional clause", "adverbial clause", "relative clause", "adnominal clause", "apposition", "conjunct", "coordinator",
    "preconjunct", "preposition", "agent", "determiner", "predeterminer", "possessor", "genitive marker", "compound", "numeral",
    "quantifier", "attributive", "noun modifier", "adverbial", "adverbial noun", "negation", "auxiliary", "passive auxiliary",
    "subordinator", "particle", "punctuation", "interjection", "parataxis", "aside", "unclear",
]  # fmt: skip
"""What a word is to the one that it hangs on. An "open complement" lacks a subject of its own ("to go"), an "adnominal clause" is a
participle or infinitive behind a noun, "unclear" is what the parser could not name."""


class Token:
    """A word or mark of a sentence. `i` counts tokens from its start and `idx` code points; `head` is the token itself for the root."""

    __slots__ = (
        "children", "form", "head", "i", "idx", "is_alpha", "is_punct", "is_quote", "is_space", "left_edge_i", "lemma", "lower",
        "part", "relation", "right_edge_i", "spaced", "text", "tree",
    )  # fmt: skip

    head: Token
    children: list[Token]
    left_edge_i: int
    right_edge_i: int

    def __init__(
        self, tree: Tree, i: int, idx: int, text: str, lower: str, lemma: str, part: Part, form: Form, relation: Relation,
        spaced: bool, is_alpha: bool, is_punct: bool, is_quote: bool, is_space: bool,
    ) -> None:  # fmt: skip
        """A token of `tree`, in which it must be hung. `spaced` says that a space follows."""
        self.tree, self.i, self.idx = tree, i, idx
        self.text, self.lower, self.lemma = text, lower, lemma
        self.part, self.form, self.relation = part, form, relation
        self.spaced, self.is_alpha, self.is_punct, self.is_quote, self.is_space = spaced, is_alpha, is_punct, is_quote, is_space

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> Iterator[Token]:
        """What hangs on it and stands before it, in order."""
        return (child for child in self.children if child.i < self.i)

    @property
    def rights(self) -> Iterator[Token]:
        """What hangs on it and stands behind it, in order."""
        return (child for child in self.children if child.i > self.i)

    @property
    def left_edge(self) -> Token:
        """The first of the words that hang on it, directly or not, or itself."""
        return self.tree[self.left_edge_i]

    @property
    def right_edge(self) -> Token:
        """The last of the words that hang on it, directly or not, or itself."""
        return self.tree[self.right_edge_i]

    @property
    def subtree(self) -> Iterator[Token]:
        """Itself and all that hangs on it, directly or not: what is left of a word before it, what is right of it behind."""
        waiting: list[tuple[Token, bool]] = [(self, False)]
        while waiting:
            token, opened = waiting.pop()
            if opened or not token.children:
                yield token
                continue
            waiting += [(child, False) for child in reversed(token.children) if child.i > token.i]
            waiting.append((token, True))
            waiting += [(child, False) for child in reversed(token.children) if child.i < token.i]

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it hangs on, what that hangs on, up to the root."""
        at = self
        while at.head is not at:
            at = at.head
            yield at

    def nbor(self, by: int) -> Token:
        """The token so many places on, or back. Raises IndexError beyond the sentence."""
        if not 0 <= self.i + by < len(self.tree):
            raise IndexError(self.i + by)
        return self.tree[self.i + by]


class Tree(list[Token]):
    """A whole sentence, its tokens in order."""

    @property
    def root(self) -> Token:
        """The token on which all others hang; of several such, the first."""
        return next(token for token in self if token.head is token)

    def hang(self, heads: Sequence[int]) -> None:
        """Hang each token on its head, the number of a token, its own for the root. Heads must not lead round in a ring."""
        for token, head in zip(self, heads, strict=True):
            token.head, token.children, token.left_edge_i, token.right_edge_i = self[head], [], token.i, token.i
        for token in self:
            if token.head is not token:
                token.head.children.append(token)
        for token in self._from_the_leaves():
            above = token.head
            above.left_edge_i = min(above.left_edge_i, token.left_edge_i)
            above.right_edge_i = max(above.right_edge_i, token.right_edge_i)

    def _from_the_leaves(self) -> Iterator[Token]:
        """Every token, after all that hang on it."""
        order = [token for token in self if token.head is token]
        for token in order:
            order += token.children
        return reversed(order)


def text_of(tokens: Sequence[Token]) -> str:
    """The words of tokens in a row, as they stand in the article, without the space behind the last."""
    return "".join(f"{token.text} " if token.spaced else token.text for token in tokens[:-1]) + (tokens[-1].text if tokens else "")
