"""Finds the words that head the clauses in which the article itself asserts something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.splitting.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CONTRAST = words("while whereas although though whilst")
_COMMAS = frozenset({",", ";", "--", "–", "—", ":", "("})


class Link(StrEnum):
    """What an atom lacks because it stands elsewhere in the sentence or the article."""

    NONE = "none"
    SUBJECT = "subject"
    """The subject of the clause that it is coordinated with: "… and rejected the plan"."""
    PARTICIPLE = "participle"
    """The subject, and a tense: "…, killing three"."""
    CLAUSE = "clause"
    """The whole clause that it hangs on: "…, killing three", where the collapse killed."""
    RELATIVE = "relative"
    """What its relative pronoun means: "…, who took over in 2011"."""
    ANTECEDENT = "antecedent"
    """What a relative pronoun means, which stays: "an explosion | that he described as …"."""
    SPEAKER = "speaker"
    """The speaker, who stands before an earlier cue: "… and said Kim had promised"."""
    SPEECH = "speech"
    """Speaker and cue: "…, and that it would close", or a quotation that goes on."""


@dataclass(frozen=True)
class Root:
    """The verb of a clause, what the clause lacks, and the tokens of the subject it lacks."""

    token: Token
    link: Link = Link.NONE
    subject: list[Token] = field(default_factory=list)


def own_roots(doc: Doc, taken: set[int], cues: set[int]) -> Iterator[Root]:
    """The heads of the article's own clauses in a sentence: no token in `taken` is one; `cues` head attributions."""
    heads = set(cues)
    for token in sorted(doc, key=_depth):
        if token.i in taken or token.i in cues or token.is_punct or token.is_space:
            continue
        root = _root(token, heads)
        if root is not None:
            heads.add(token.i)
            yield root


def subject_of(token: Token) -> Token | None:
    """The subject of a verb, or None when it has none of its own."""
    return next((c for c in token.children if c.dep_ in _SUBJECTS), None)


def is_finite(token: Token) -> bool:
    """Whether the verb, or the auxiliary that carries its tense, is finite."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    auxiliaries = [c for c in token.children if c.dep_ in {"aux", "auxpass"}]
    return any(a.tag_ in _FINITE for a in auxiliaries) or (token.tag_ in _FINITE and not any(a.lower_ == "to" for a in auxiliaries))


def _depth(token: Token) -> tuple[int, int]:
    depth, at = 0, token
    while at.head.i != at.i and depth < 200:
        at, depth = at.head, depth + 1
    return depth, token.i


def _root(token: Token, heads: set[int]) -> Root | None:
    if token.dep_ == "ROOT":
        return Root(token)
    if token.pos_ not in {"VERB", "AUX"} or (token.head.i not in heads and token.dep_ != "relcl"):
        return None
    rules = {"conj": _coordinated, "relcl": _relative, "advcl": _adverbial, "acl": _participle, "ccomp": _loose, "parataxis": _loose}
    rule = rules.get(token.dep_)
    return rule(token, heads) if rule is not None else None


def _coordinated(token: Token, heads: set[int]) -> Root | None:  # noqa: ARG001 - one shape for all the rules
    """ "A opened and B closed", "A opened the door and closed the window"; not "A will open and close it"."""
    head, doc = token.head, token.doc
    if (
        not is_finite(token)
        or not (is_finite(head) or head.dep_ == "ROOT")
        or token.i < head.i
        or any(c.dep_ == "mark" for c in token.children)
    ):
        return None
    subject = subject_of(token)
    if subject is not None:
        return Root(token) if subject.i > head.i else None
    if any(c.tag_ == "MD" for c in head.children) and not any(c.tag_ == "MD" for c in token.children):
        return None
    after = any(c.i > token.right_edge.i and c.dep_ not in {"punct", "cc", "conj"} for c in head.children)
    clause = any(c.dep_ in {"advcl", "ccomp"} and head.i < c.i < token.i and is_finite(c) for c in head.children)
    if after or clause:
        return None
    own_words = [c for c in head.children if head.i < c.i < token.left_edge.i and c.dep_ not in {"cc", "punct", "prt"}]
    joint = next((c for c in head.children if c.dep_ == "cc" and head.i < c.i < token.i), None)
    if not own_words or (joint is None and not _comma_before(doc, token)) or _shares_auxiliary(token):
        return None
    subject_words = _subject_words(head)
    return Root(token, Link.SUBJECT, subject_words) if subject_words else None


def _shares_auxiliary(token: Token) -> bool:
    """ "has been sold and renamed": the second verb stands on the first one's auxiliary."""
    return token.tag_ in {"VBN", "VB", "VBG"} and not any(c.dep_ in {"aux", "auxpass"} for c in token.children)


def _subject_words(verb: Token) -> list[Token]:
    """The tokens of the subject of a verb or, where it has none, of the verb that it is coordinated with."""
    for _ in range(20):
        subject = subject_of(verb)
        if subject is not None:
            return _phrase(subject)
        if verb.dep_ != "conj":
            return []
        verb = verb.head
    return []


def _phrase(head: Token) -> list[Token]:
    """A noun phrase without what is set off by commas after it."""
    words = [t for t in head.subtree if t.i >= head.left_edge.i]
    stop = next((t.i for t in words if t.i > head.i and t.text in _COMMAS), None)
    words = [t for t in words if stop is None or t.i < stop]
    if head.dep_ == "expl" or head.lower_ in {"which", "who", "that", "there"}:
        return []
    return words if words and words[-1].i - words[0].i + 1 == len(words) else []


def _comma_before(doc: Doc, token: Token) -> bool:
    start = token.left_edge.i
    return start > 0 and doc[start - 1].text in _COMMAS


def _relative(token: Token, heads: set[int]) -> Root | None:
    """A relative clause set off by a comma, right after the noun it tells of: "the bridge, which cost £3m, …"."""
    doc, noun, start = token.doc, token.head, token.left_edge.i
    if noun.pos_ not in {"NOUN", "PROPN"} or not _comma_before(doc, token) or not is_finite(token) or not _in_main_clause(noun, heads):
        return None
    pronoun = doc[start]
    if pronoun.lower_ not in {"who", "which", "whose"} or start < 2 or doc[start - 1].text not in {",", "--", "–", "—", "("}:
        return None
    antecedent = [t for t in noun.subtree if t.i < start - 1]
    if not antecedent or antecedent[-1].i != start - 2 or antecedent[-1].i - antecedent[0].i + 1 != len(antecedent):
        return None
    subject = pronoun.lower_ == "whose" or pronoun.dep_ in {"nsubj", "nsubjpass"}
    if not subject or _numbers_differ(noun, token) or _long_way(noun, start) or not _ends_at_a_mark(token):
        return None
    return Root(token, Link.RELATIVE, antecedent)


def antecedent_of(verb: Token) -> list[Token]:
    """The noun phrase before a relative clause with a pronoun ("an explosion | that he described as …"), when it stands right before it."""
    start, noun = verb.left_edge.i, verb.head
    if verb.doc[start].lower_ not in {"who", "which", "that", "whom"} or noun.pos_ not in {"NOUN", "PROPN"}:
        return []
    words = [t for t in noun.subtree if t.i < start and not (t.i == start - 1 and t.is_punct)]
    whole = bool(words) and words[-1].i - words[0].i + 1 == len(words) and words[-1].i >= start - 2
    return words if whole else []


def _ends_at_a_mark(token: Token) -> bool:
    """Whether the clause ends where a comma, dash or full stop stands, as one that is set off does."""
    after = token.right_edge.i + 1
    return token.right_edge.is_punct or after >= len(token.doc) or (token.doc[after].is_punct and token.doc[after].text not in {"'", "’"})


def _long_way(noun: Token, start: int) -> bool:
    """Whether other nouns stand between: the pronoun may then mean any of them, or all that was said before."""
    thing = noun.doc[start].lower_ == "which"
    others = {"NOUN", "VERB", "PROPN"} if thing else {"NOUN", "VERB"}
    between = any(t.pos_ in others and not (t.dep_ == "conj" and t.head.i == noun.i) for t in noun.doc[noun.i + 1 : start])
    vague = thing and noun.dep_ in {"dobj", "attr"} and noun.pos_ == "NOUN" and not any(c.dep_ == "det" for c in noun.children)
    return between or vague


def _numbers_differ(noun: Token, verb: Token) -> bool:
    plural = noun.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in noun.children)
    carrier = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
    return plural and (carrier.tag_ == "VBZ" or carrier.lower_ == "was")


def _in_main_clause(noun: Token, heads: set[int]) -> bool:
    """Whether the noun belongs to a clause that is an atom itself, and not to one inside it."""
    at = noun
    while at.head.i != at.i:
        at = at.head
        if at.i in heads:
            return True
        if at.pos_ in {"VERB", "AUX"}:
            return False
    return True


def _adverbial(token: Token, heads: set[int]) -> Root | None:
    mark = next((c for c in token.children if c.dep_ == "mark"), None)
    if mark is None:
        return _participle(token, heads)
    contrasted = mark.lower_ in _CONTRAST and subject_of(token) is not None and is_finite(token)
    return Root(token) if contrasted and _set_apart(token) else None


def _set_apart(token: Token) -> bool:
    """Whether a comma parts the clause from the rest: before it, or after it when it comes first."""
    doc, after = token.doc, token.right_edge.i + 1
    if token.left_edge.i == 0 or (not doc[token.left_edge.i - 1].text[0].isalnum() and doc[token.left_edge.i - 1].text not in _COMMAS):
        return after < len(doc) and doc[after].text == ","
    return _comma_before(doc, token)


def _participle(token: Token, heads: set[int]) -> Root | None:  # noqa: ARG001 - one shape for all the rules
    """A participle at the end of a sentence: "…, killing three people"; its subject is the clause's, its time the clause's past."""
    verb, doc = token.head, token.doc
    early = token.i < verb.i or token.left_edge.i < token.i - 1
    if token.tag_ != "VBG" or early or subject_of(token) is not None or not _comma_before(doc, token) or verb.tag_ != "VBD":
        return None
    if not any(c.dep_ in {"dobj", "ccomp", "xcomp", "prep", "dative"} for c in token.children) or token.lower_ in {
        "including",
        "according",
        "following",
        "being",
        "having",
    }:
        return None
    subject = _subject_words(verb)
    return Root(token, Link.PARTICIPLE, subject) if subject else None


def _loose(token: Token, heads: set[int]) -> Root | None:  # noqa: ARG001 - one shape for all the rules
    """Two sentences with a semicolon between them, whichever of the two the parser hangs on the other."""
    low, high = sorted((token.i, token.head.i))
    parted = any(t.text == ";" for t in token.doc[low:high])
    return Root(token) if parted and is_finite(token) and subject_of(token) is not None else None
