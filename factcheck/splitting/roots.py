"""Finds the words that head the clauses in which the article itself asserts something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language.lexicon import words
from factcheck.splitting.additions import addition, aftermath
from factcheck.splitting.listed import items_of
from factcheck.splitting.participles import absolute, joined, participle
from factcheck.splitting.relatives import apposition, reduced, relative
from factcheck.splitting.root import Link, Root
from factcheck.splitting.syntax import (
    AUXILIARIES,
    COMMAS,
    FINITE,
    auxiliaries_of,
    comma_before,
    is_finite,
    subject_of,
    subject_words,
    tense_of,
    told_to_its_subject,
)

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token, Tree

_CONTRAST = words("small_words", "contrast")
_FACTUAL = words("small_words", "factual")
_RELATIVES = words("small_words", "relatives")
_NONE = words("negation", "words")
_WHEN = frozenset(("after", "as", "before", "when", "while"))
_COMING = frozenset(("come", "happen", "occur"))
_OCCASIONS = words("small_words", "occasions")
_ALIKE = frozenset(("similar", "same", "such"))
_FIRST = frozenset(("first", "last", "only"))
_NOT_BEFORE = words("small_words", "before_no_fact")
"""Words before a conjunction that make a comparison or a supposition of what follows: "just as", "the same as"."""


def own_roots(tree: Tree, taken: set[int], cues: set[int]) -> Iterator[Root]:
    """The heads of the article's own clauses in a sentence: no token in `taken` is one; `cues` head attributions."""
    heads = set(cues)
    items = items_of(tree) - taken - set(cues)
    candidates = [t for t in tree if t.i not in taken and t.i not in cues]
    for token in sorted(candidates, key=_depth):
        if token.is_punct or token.is_space:
            continue
        if token.i in items:
            root: Root | None = Root(token, Link.ITEM)
        else:
            told = token.relation in {"relative clause", "apposition"}
            around = heads | taken if told else heads  # cut out of what somebody said, it is the article's
            root = (_root(token, around) if token.relation in _HEADING else None) or addition(token, heads)
        if root is not None:
            heads.add(token.i)
            yield root


def _depth(token: Token) -> tuple[int, int]:
    depth, at = 0, token
    while at.head.i != at.i and depth < 200:
        at, depth = at.head, depth + 1
    return depth, token.i


def _root(token: Token, heads: set[int]) -> Root | None:
    if token.relation == "root":
        return Root(token)
    if token.relation == "apposition":
        return apposition(token, heads)
    if token.relation == "preposition":
        return absolute(token, heads) or aftermath(token, heads)
    if token.part not in {"verb", "auxiliary"} or (
        token.head.i not in heads and token.relation not in {"relative clause", "adnominal clause"}
    ):
        return None
    rule = _RULES.get(token.relation)
    return rule(token, heads) if rule is not None else None


def _coordinated(token: Token, heads: set[int]) -> Root | None:
    """ "A opened and B closed", "A opened the door and closed the window"; not "A will open and close it"."""
    head = token.head
    if token.form == "ing" and not is_finite(token):
        return joined(token, heads)
    shared = _shared_auxiliaries(token)
    heads_a_clause = is_finite(head) or head.relation == "root" or head.i in heads
    if (
        not (is_finite(token) or shared)
        or not heads_a_clause
        or token.i < head.i
        or any(c.relation == "subordinator" for c in token.children)
        or token.left_edge.lower in _RELATIVES
    ):
        return None
    subject = subject_of(token)
    if subject is not None:
        return Root(token) if subject.i > head.i and not shared and not _says_as_much(token, subject) else None
    if _is_bare(head) or _may_be_of_another(head, token) or _may_be_of_the_main(head, token):
        return None
    after = any(
        c.i > token.right_edge.i
        and c.relation not in {"punctuation", "coordinator", "conjunct"}
        and not (c.relation == "adverbial clause" and comma_before(c))
        for c in head.children
    )
    clause = any(
        c.relation in {"adverbial clause", "clausal complement"} and head.i < c.i < token.i and is_finite(c) for c in head.children
    )
    if after or clause:
        return None
    behind = (c for c in head.children if head.i < c.i < token.left_edge.i and c.relation not in {"coordinator", "punctuation"})
    own_words = [c for c in behind if c.relation != "particle" or any(c.children)]  # "tore off | the roof", not "went up | and fell"
    joint = next((c for c in head.children if c.relation == "coordinator" and head.i < c.i < token.i), None)
    if not (own_words or _whole_without(head, token, joint)) or (joint is None and not comma_before(token)):
        return None
    lacking = subject_words(head)
    return Root(token, Link.SUBJECT, lacking, " ".join(t.text for t in shared)) if lacking else None


def _says_as_much(verb: Token, subject: Token) -> bool:
    """Whether it only says the same of another: "nothing was found, | nor were any survivors", "so did the mayor"."""
    turned = subject.i > verb.i or any(c.relation in AUXILIARIES and c.i < subject.i for c in verb.children)
    opening = verb.tree[max(0, verb.left_edge.i - 1) : verb.i]
    return turned and any(t.lower in {"nor", "neither", "so"} for t in opening)


def _is_bare(verb: Token) -> bool:
    """Whether it is a participle that asserts nothing: "The home, now | run by a charity, has been sold", where the parse has it on top."""
    return verb.relation == "root" and verb.form == "participle" and not auxiliaries_of(verb)


def _may_be_of_another(head: Token, token: Token) -> bool:
    """Whether another clause stands right before the conjunction that the second verb may go on: "died after it jammed | and tipped"."""
    tree, joint = token.tree, token.left_edge.i - 1
    if joint > 0 and tree[joint].relation == "coordinator":
        joint -= 1
    if tree[joint].is_punct or any(c.relation in AUXILIARIES for c in token.children):
        return False
    between = (t for t in tree[head.i + 1 : joint + 1] if t.head.i != head.i or t.relation not in AUXILIARIES)
    return any(_tells(t, head) and t.form in {token.form, "participle"} for t in between)


def _may_be_of_the_main(head: Token, token: Token) -> bool:
    """Whether the main clause before may be what it goes on: "fell after the ministry cut tariffs | and rose again in June".

    A verb with an object is taken to go on one with an object, and one without to go on one without.
    """
    main = head.head
    if head.relation != "adverbial clause" or main.i > head.i or not (is_finite(main) and is_finite(token)):
        return False
    if subject_of(token) is not None or any(c.relation in AUXILIARIES for c in token.children):
        return False
    return _has_an_object(token) == _has_an_object(main) and tense_of(token) == tense_of(main)


def _has_an_object(verb: Token) -> bool:
    return any(c.relation in {"object", "clausal complement", "open complement"} and c.i > verb.i for c in verb.children)


def _tells(verb: Token, head: Token) -> bool:
    """Whether a verb behind another tells something of a subject of its own, also where the parse takes it for a participle."""
    if verb.relation == "adnominal clause" and verb.form == "participle" and verb.lower.endswith("ed"):
        return verb.head.relation == "prepositional object" and verb.head.head.lower in _FACTUAL
    subject = subject_of(verb)
    return is_finite(verb) and subject is not None and subject.i > head.i


def _whole_without(head: Token, token: Token, joint: Token | None) -> bool:
    """Whether a verb needs none of the words behind the second: "was held | but has not been charged"; not "born and raised in"."""
    passive = any(c.relation == "passive auxiliary" for c in head.children)
    own = any(c.relation in AUXILIARIES for c in token.children)
    return passive and own and joint is not None and joint.lower in {"but", "yet"}


def _shared_auxiliaries(token: Token) -> list[Token]:
    """The first verb's auxiliaries that the second one stands on: "has closed the pool and | sold the land".

    None where a "not" may govern both, and where the two are no forms of one kind.
    """
    head = token.head
    alike = token.form == head.form or token.lower == token.lemma == token.text or told_to_its_subject(token)  # "cut" is any form
    bare = head.form in {"participle", "base"} and alike and not any(c.relation in AUXILIARIES for c in token.children)
    found = auxiliaries_of(head) if bare else []
    if not found or found[0].form not in FINITE or found[0].lemma == "do" or any(c.relation == "negation" for c in head.children):
        return []
    passive = found[-1].relation == "passive auxiliary"
    return [] if passive and any(c.relation == "object" for c in token.children) else found


def _adverbial(token: Token, heads: set[int]) -> Root | None:
    mark = next((c for c in token.children if c.i < token.i and (c.relation == "subordinator" or c.lower == "when")), None)
    if mark is None:
        return participle(token, heads)
    if mark.lower == "with":
        return absolute(token, heads)
    if subject_of(token) is None or not is_finite(token):
        return None
    if mark.lower in _CONTRAST and _set_apart(token):
        return Root(token)
    if not is_factual(token) or any(_may_be_of_the_main(token, c) for c in token.children if c.relation == "conjunct"):
        return None
    return Root(token, Link.CAUSE) if mark.lower == "because" else Root(token)


def is_factual(token: Token) -> bool:
    """Whether a finite clause of time or reason tells what happened, as the one that it hangs on does: "after the firm reported a loss"."""
    mark = next((c for c in token.children if c.i < token.i and (c.relation == "subordinator" or c.lower == "when")), None)
    subject = subject_of(token)
    if mark is None or subject is None:
        return False
    if mark.lower not in _FACTUAL or token.left_edge.i != mark.i or not _happened(token) or not _happened(token.head):
        return False
    before = mark.nbor(-1) if mark.i else mark
    if before.lower in _NOT_BEFORE or before.relation == "adverbial noun" or (mark.lower in _WHEN and token.head.lemma in _COMING):
        return False  # "only when …", "a day after …"; "The criticism comes as …", which is nothing without it
    if subject.lower == "one":
        return False  # "as one drove down the road", which nobody did
    if mark.lower in _WHEN and token.head.form == "ing" and token.i > token.head.i:
        return False  # "was travelling at 80km/h when it left the track": no speed without the moment
    if mark.lower == "when" and token.head.lemma == "be" and token.i > token.head.i:
        return False  # "was at home when it fell", "was not there when it was found": no state without its moment
    above = subject_of(token.head)
    if mark.lower in _WHEN and above is not None and any(t.lower in _ALIKE for t in above.children):
        return False  # "a similar situation prevailed when …", which is what it is similar to
    if mark.lower == "when" and any(t.lemma in _OCCASIONS for t in token.head.subtree if t.i < mark.i):
        return False  # "on three occasions it had lost, when …"
    if mark.lower == "since" and (tense_of(token.head) == "perfect" or any(_outdoes(t) for t in token.head.subtree if t.i < mark.i)):
        return False  # "has worked there since he was 15", "the first since he was hurt"
    return not any(t.lower in _NONE for t in token.head.subtree if t.i < token.left_edge.i)  # "did not leave because …"


def _outdoes(word: Token) -> bool:
    """Whether it says that something is beyond all others of a time: "first", "only", "worst"."""
    return word.form == "superlative" or word.lower in _FIRST


def _happened(verb: Token) -> bool:
    """Whether the verb tells what was or is, and not what would or may be."""
    return verb.part in {"verb", "auxiliary"} and is_finite(verb) and tense_of(verb) is not None


def _set_apart(token: Token) -> bool:
    """Whether a comma parts the clause from the rest: before it, or after it when it comes first."""
    tree, after = token.tree, token.right_edge.i + 1
    if token.left_edge.i == 0 or (not tree[token.left_edge.i - 1].text[0].isalnum() and tree[token.left_edge.i - 1].text not in COMMAS):
        return after < len(tree) and tree[after].text == ","
    return comma_before(token)


def _loose(token: Token, heads: set[int]) -> Root | None:  # noqa: ARG001 - one shape for all the rules
    """Two sentences with a semicolon between them, whichever of the two the parser hangs on the other."""
    low, high = sorted((token.i, token.head.i))
    parted = any(t.text == ";" for t in token.tree[low:high])
    subject = subject_of(token)
    return Root(token) if parted and is_finite(token) and subject is not None and not _says_as_much(token, subject) else None


def _modifier(token: Token, heads: set[int]) -> Root | None:
    """A participle after a noun, or one at the end of the sentence that the parser hung on the last noun."""
    return reduced(token, heads) or (participle(token, heads) if token.head.i in heads else None)


_RULES = {
    "conjunct": _coordinated,
    "relative clause": relative,
    "adverbial clause": _adverbial,
    "adnominal clause": _modifier,
    "clausal complement": _loose,
    "parataxis": _loose,
}

_HEADING = frozenset({"root", "apposition", "preposition", *_RULES})
"""The relations in which a word may head a clause."""
