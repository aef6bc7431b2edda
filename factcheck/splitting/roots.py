"""Finds the words that head the clauses in which the article itself asserts something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language.lexicon import words
from factcheck.splitting.participles import joined, participle
from factcheck.splitting.relatives import apposition, reduced, relative
from factcheck.splitting.root import Link, Root
from factcheck.splitting.syntax import COMMAS, FINITE, auxiliaries_of, comma_before, is_finite, subject_of, subject_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CONTRAST = words("small_words", "contrast")


def own_roots(doc: Doc, taken: set[int], cues: set[int]) -> Iterator[Root]:
    """The heads of the article's own clauses in a sentence: no token in `taken` is one; `cues` head attributions."""
    heads = set(cues)
    candidates = [t for t in doc if t.i not in taken and t.i not in cues and t.dep_ in _HEADING]
    for token in sorted(candidates, key=_depth):
        if token.is_punct or token.is_space:
            continue
        root = _root(token, heads)
        if root is not None:
            heads.add(token.i)
            yield root


def _depth(token: Token) -> tuple[int, int]:
    depth, at = 0, token
    while at.head.i != at.i and depth < 200:
        at, depth = at.head, depth + 1
    return depth, token.i


def _root(token: Token, heads: set[int]) -> Root | None:
    if token.dep_ == "ROOT":
        return Root(token)
    if token.dep_ == "appos":
        return apposition(token, heads)
    if token.pos_ not in {"VERB", "AUX"} or (token.head.i not in heads and token.dep_ not in {"relcl", "acl"}):
        return None
    rule = _RULES.get(token.dep_)
    return rule(token, heads) if rule is not None else None


def _coordinated(token: Token, heads: set[int]) -> Root | None:
    """ "A opened and B closed", "A opened the door and closed the window"; not "A will open and close it"."""
    head = token.head
    if token.tag_ == "VBG":
        return joined(token, heads)
    shared = _shared_auxiliaries(token)
    heads_a_clause = is_finite(head) or head.dep_ == "ROOT" or head.i in heads
    if not (is_finite(token) or shared) or not heads_a_clause or token.i < head.i or any(c.dep_ == "mark" for c in token.children):
        return None
    subject = subject_of(token)
    if subject is not None:
        return Root(token) if subject.i > head.i and not shared else None
    after = any(c.i > token.right_edge.i and c.dep_ not in {"punct", "cc", "conj"} for c in head.children)
    clause = any(c.dep_ in {"advcl", "ccomp"} and head.i < c.i < token.i and is_finite(c) for c in head.children)
    if after or clause:
        return None
    own_words = [c for c in head.children if head.i < c.i < token.left_edge.i and c.dep_ not in {"cc", "punct", "prt"}]
    joint = next((c for c in head.children if c.dep_ == "cc" and head.i < c.i < token.i), None)
    if not own_words or (joint is None and not comma_before(token)):
        return None
    lacking = subject_words(head)
    return Root(token, Link.SUBJECT, lacking, " ".join(t.text for t in shared)) if lacking else None


def _shared_auxiliaries(token: Token) -> list[Token]:
    """The first verb's auxiliaries that the second one stands on: "has closed the pool and | sold the land".

    None where a "not" may govern both, and where the two are no forms of one kind.
    """
    head = token.head
    bare = token.tag_ in {"VBN", "VB"} and token.tag_ == head.tag_ and not any(c.dep_ in {"aux", "auxpass"} for c in token.children)
    found = auxiliaries_of(head) if bare else []
    if not found or found[0].tag_ not in FINITE or found[0].lemma_ == "do" or any(c.dep_ == "neg" for c in head.children):
        return []
    passive = found[-1].dep_ == "auxpass"
    return [] if passive and any(c.dep_ == "dobj" for c in token.children) else found


def _adverbial(token: Token, heads: set[int]) -> Root | None:
    mark = next((c for c in token.children if c.dep_ == "mark"), None)
    if mark is None:
        return participle(token, heads)
    contrasted = mark.lower_ in _CONTRAST and subject_of(token) is not None and is_finite(token)
    return Root(token) if contrasted and _set_apart(token) else None


def _set_apart(token: Token) -> bool:
    """Whether a comma parts the clause from the rest: before it, or after it when it comes first."""
    doc, after = token.doc, token.right_edge.i + 1
    if token.left_edge.i == 0 or (not doc[token.left_edge.i - 1].text[0].isalnum() and doc[token.left_edge.i - 1].text not in COMMAS):
        return after < len(doc) and doc[after].text == ","
    return comma_before(token)


def _loose(token: Token, heads: set[int]) -> Root | None:  # noqa: ARG001 - one shape for all the rules
    """Two sentences with a semicolon between them, whichever of the two the parser hangs on the other."""
    low, high = sorted((token.i, token.head.i))
    parted = any(t.text == ";" for t in token.doc[low:high])
    return Root(token) if parted and is_finite(token) and subject_of(token) is not None else None


def _modifier(token: Token, heads: set[int]) -> Root | None:
    """A participle after a noun, or one at the end of the sentence that the parser hung on the last noun."""
    return reduced(token, heads) or (participle(token, heads) if token.head.i in heads else None)


_RULES = {
    "conj": _coordinated,
    "relcl": relative,
    "advcl": _adverbial,
    "acl": _modifier,
    "ccomp": _loose,
    "parataxis": _loose,
}

_HEADING = frozenset({"ROOT", "appos", *_RULES})
"""The relations in which a word may head a clause."""
