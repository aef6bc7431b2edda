"""From the tokens of an atom to spans of the article: joined, without the commas and conjunctions at their ends, quotation marks whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.lexicon import words
from factcheck.model import Span

if TYPE_CHECKING:
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.tree import Token, Tree

_OPENING = frozenset("“‘«([„")
_CLOSING = frozenset("”»)]")
_EITHER = frozenset("\"'’")
_STOPS = frozenset(".!?…")
_BESIDES = ("as", "well", "as")
"""What ties a second thing that is another claim: "was critical of the board | as well as accusing it"."""
_ALONG = frozenset(("also", "then"))
_TYING = words("small_words", "contrast") | {"after", "as"}


def ranges(sentence: Sentence, owned: list[int], *, bare: bool = False) -> tuple[Span, ...]:
    """The spans that the tokens make up, in order; tokens between which only punctuation stands make one.

    With `bare`, the spans keep quotation marks around whole quotations but no conjunction or full stop at their ends.
    """
    tree, runs = sentence.tree, list[list[int]]()
    for i in sorted(owned):
        adjoins = bool(runs) and runs[-1][-1] + 1 == i
        if not adjoins and tree[i].is_space:
            continue
        if adjoins or (runs and all(not t.text[0].isalnum() for t in tree[runs[-1][-1] + 1 : i])):
            runs[-1].append(i)
        else:
            runs.append([i])
    spans = [span for n, run in enumerate(runs) if (span := _trimmed(sentence, run, bare, leading=not n)) is not None]
    return tuple(spans)


def _trimmed(sentence: Sentence, run: list[int], bare: bool, *, leading: bool) -> Span | None:
    """The span of a run. A conjunction at its start is kept when the run goes on after a hole: "Ito, …, and Brandt agreed"."""
    tree = sentence.tree
    first, last = run[0], run[-1]
    inner = first > 0
    while first <= last and (
        _is_mark(tree[first]) or (inner and leading and (tree[first].relation == "coordinator" or _is_subordinator(tree[first])))
    ):
        first += 1
    if tuple(t.lower for t in tree[max(first, last - 2) : last + 1]) == _BESIDES:
        last -= len(_BESIDES)
    while last >= first and (_is_mark(tree[last]) or tree[last].relation == "coordinator" or _hangs_loose(tree[last])):
        last -= 1
    if first > last:
        return None
    while first > 0 and _opens(tree[first - 1]):
        first -= 1
    last = _closed(tree, last, bare)
    return Span(start=sentence.start_of(tree[first]), end=sentence.end_of(tree[last]))


def _is_mark(token: Token) -> bool:
    return not any(c.isalnum() or c in "$£€¥₹%&@#" for c in token.text)


def _is_subordinator(token: Token) -> bool:
    """A conjunction that only ties the clause to the one before: "while", "although", "after"."""
    return token.relation == "subordinator" and token.lower in _TYING


def _hangs_loose(token: Token) -> bool:
    """Whether a conjunction has lost the clause that it ties, which is another claim: "sighed with relief as | …", "but also | …"."""
    if token.lower in _ALONG and token.i and token.nbor(-1).relation == "coordinator":
        return True
    return token.lower in _TYING and token.relation in {"preposition", "subordinator"} and not any(True for _ in token.children)


def _opens(token: Token) -> bool:
    if token.text in _OPENING:
        return True
    return token.text in _EITHER and not token.spaced and (token.i == 0 or bool(token.nbor(-1).spaced) or token.nbor(-1).text in _OPENING)


def _closes(token: Token) -> bool:
    if token.text in _CLOSING:
        return True
    after = token.tree[token.i + 1] if token.i + 1 < len(token.tree) else None
    attached = token.i > 0 and not token.nbor(-1).spaced
    return token.text in _EITHER and attached and (after is None or bool(token.spaced) or not after.text[0].isalnum())


def _closed(tree: Tree, last: int, bare: bool) -> int:
    """The last token with the closing marks after it: quotation marks, brackets, and at the sentence's end the full stop."""
    at = last
    for i in range(last + 1, min(len(tree), last + 5)):
        token = tree[i]
        if _closes(token) or (set(token.text) <= _STOPS and not bare):
            at = i
        elif not (token.text == "," or set(token.text) <= _STOPS):
            break
    return at
