"""Cues with only their speaker beside what they say: `The bridge is closed, she said`, `The dam, he said, would hold`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import cues
from factcheck.language.lexicon import words
from factcheck.splitting.attributions.contents import Contents, Said
from factcheck.splitting.attributions.view import View
from factcheck.splitting.syntax import FINITE, SAID_SUBJECTS, TENSED, WH_PRONOUNS

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_SHORTEST_CLAUSE = 4
"""Tokens before a `said`, the comma among them, that may be a clause: `It was late, she said`."""
_SUBORDINATORS = words("small_words", "needs_a_main_clause")
_WITH_ASIDE = ("subject", "adverbial", "adverbial noun", "preposition", "auxiliary", "negation", "indirect object", "object")


def aside_of(view: View, contents: Contents, verb: Token, lemma: str) -> Said | None:
    """`The bridge is closed, she said`: a cue with only its speaker, at the end or in the middle of what it says."""
    if lemma not in cues.ASIDE or verb.form not in TENSED or verb.relation in ("relative clause", "adnominal clause"):
        return None
    if not any(c.relation == "subject" and c.form not in WH_PRONOUNS for c in verb.children) or any(
        c.relation == "object" for c in verb.children if lemma != "tell"
    ):
        return None
    if (subject := _of_the_last_word(view, verb)) is not None:
        return "aside", contents.spans(range(subject.left_edge.i))
    own = {t.i for c in verb.children if c.relation in _WITH_ASIDE or _tells_when(c, verb) for t in c.subtree} | {verb.i}
    low = high = verb.i
    while low - 1 in own:
        low -= 1
    while high + 1 in own:
        high += 1
    tokens = view.tokens
    if low == 0 or tokens[low - 1].text not in (",", "—", "–", "--", "”", '"', "''"):
        return None
    if not _interrupts(view, low, high) and not _states(view, verb, low):
        return None
    if high + 1 < len(tokens) and not tokens[high + 1].is_punct:
        return None
    numbers = set(range(low))
    if high + 2 < len(tokens) and tokens[high + 1].text == ",":
        numbers |= set(range(high + 2, len(tokens)))
    return "aside", contents.spans(numbers)


def _of_the_last_word(view: View, verb: Token) -> Token | None:
    """The subject of a `said` that ends its sentence: `A coach carrying pensioners overturned, police said.`

    Nothing follows that could be what was said, so it stands before, even where the parse finds no clause there.
    """
    if verb.lemma != "say" or verb.relation != "root" or any(not t.is_punct for t in view.tokens[verb.i + 1 :]):
        return None
    subject = next((c for c in verb.children if c.relation == "subject" and c.right_edge.i == verb.i - 1), None)
    if subject is None or subject.left_edge.i < _SHORTEST_CLAUSE or view.tokens[subject.left_edge.i - 1].text != ",":
        return None
    return subject if any(t.part == "verb" for t in view.tokens[: subject.left_edge.i]) else None


def _tells_when(clause: Token, verb: Token) -> bool:
    """Whether it says at the end when it was said: "he told the court | after sentence was passed"."""
    return clause.relation == "adverbial clause" and clause.i > verb.i and clause.left_edge.lower in {"after", "as", "before", "when"}


def is_set_off(view: View, verb: Token) -> bool:
    """Whether a cue with nothing but its subject stands between commas: `Even if it rains, she said, the dam will hold`."""
    subject = next((c for c in verb.children if c.relation == "subject" and c.i < verb.i), None)
    low = subject.left_edge.i if subject is not None else 0
    after = view.tokens[verb.i + 1].text if verb.i + 1 < len(view.tokens) else ""
    return low > 1 and view.tokens[low - 1].text == "," and after == "," and _interrupts(view, low, verb.i)


def _interrupts(view: View, low: int, high: int) -> bool:
    """Whether the aside stands between commas in the middle of a clause that goes on with its verb: `The dam, she said, would hold`."""
    tokens = view.tokens
    if low < 2 or high + 2 >= len(tokens) or tokens[low - 1].text != "," or tokens[high + 1].text != ",":
        return False
    first = next((t for t in tokens[high + 2 :] if not t.is_space), None)
    if first is None or view.inside[first.i] is not None or first.relation in ("coordinator", "subordinator") or first.form in WH_PRONOUNS:
        return False
    if first.form in ("ing", "participle") and not _opens(tokens[0]):
        return False
    return any(t.part in ("verb", "auxiliary") and t.form in FINITE for t in tokens[high + 2 :])


def _opens(first: Token) -> bool:
    """Whether a sentence starts with a clause that has to be followed by its main one: `Though it rained, …`."""
    return first.lower in _SUBORDINATORS and first.relation in ("subordinator", "adverbial")


def _states(view: View, verb: Token, low: int) -> bool:
    """Whether a clause that can be said stands before the aside: with a subject and a finite verb, and not only `when …`."""
    above = {t.i for t in verb.ancestors} | {t.i for t in verb.children}
    for token in view.tokens[:low]:
        if (
            token.part in ("verb", "auxiliary")
            and token.i in above
            and any(c.relation in SAID_SUBJECTS and c.i < low for c in token.children)
        ):
            return token.relation not in ("relative clause", "adnominal clause") and not (
                token.relation == "adverbial clause"
                and token.head.i == verb.i
                and any(c.relation in ("subordinator", "adverbial") and c.i < token.i for c in token.children)
            )
    return False
