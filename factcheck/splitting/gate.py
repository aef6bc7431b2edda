"""What may be a claim: a subject and a finite verb, or a speaker with what was said. A coarse claim is a nuisance, a false one a fault."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from factcheck.language.lexicon import words
from factcheck.splitting.mentions import head_of
from factcheck.splitting.relatives import antecedent_of, one_of_two
from factcheck.splitting.root import Link
from factcheck.splitting.syntax import (
    AUXILIARIES,
    NOUN_SUBJECTS,
    WH_PRONOUNS,
    agrees,
    auxiliaries_of,
    comma_before,
    has_to,
    is_finite,
    is_plural,
    of_which,
    subject_of,
)

if TYPE_CHECKING:
    from factcheck.splitting.ownership import Clause, Ownership
    from factcheck.splitting.root import Root
    from factcheck.splitting.tree import Token

_WHILE = frozenset(("as", "when", "while"))
_NOT_BEFORE = words("small_words", "before_no_fact")
_NO_MODALS = frozenset(("", "had", "has", "have", "is", "was", "were", "are"))
"""Auxiliaries behind which no base form stands, or none."""
_PERSONAL = frozenset(("he", "she", "it", "they"))

Tied = Callable[["Token"], bool]
"""Whether it is known whom or what a pronoun means."""


def settle(table: Ownership, tied: Tied) -> None:
    """Gives up each atom in the making that would be no sentence, in order, so that its words are another's.

    One that says its main clause again is asked anew when another is given up, whose words may be that clause's now.
    """
    leaning: list[int] = []
    for number, clause in enumerate(table.clauses):
        asked = [number]
        while (fallen := next((n for n in asked if not _stands(table, n, tied)), None)) is not None:
            table.give_up(fallen)
            asked = leaning
        if clause.root is not None and _leans(clause.root):
            leaning.append(number)


def _stands(table: Ownership, number: int, tied: Tied) -> bool:
    """Whether an atom in the making would be a sentence; one without words, or given up already, is asked nothing."""
    clause, owned = table.clauses[number], table.owned_by(number)
    if not owned or clause.given_up:
        return True
    return _says(table, clause) if clause.attribution is not None else _asserts(table, clause, tied) and not _is_bare_copula(clause, owned)


def _is_bare_copula(clause: Clause, owned: Collection[int]) -> bool:
    """Whether what a "be" says of its subject is another atom's: "Ann Lee was | angry that …"."""
    verb = clause.root.token if clause.root is not None else None
    if verb is None or verb.lemma != "be" or verb.relation in AUXILIARIES:
        return False
    said = [c for c in verb.children if c.i > verb.i and not c.is_punct]
    return (
        bool(said)
        and not any(t.i in owned for c in said for t in c.subtree)
        and not any(c.i > verb.i for c in verb.children if c.relation in NOUN_SUBJECTS)
    )


def _says(table: Ownership, clause: Clause) -> bool:
    """Whether somebody says something in it: the words that say so are a clause of their own, or get their speaker in brackets."""
    top = clause.top
    if top is None or clause.attribution is None:
        return True
    speaker = clause.attribution.speaker
    if top.part == "noun":
        return speaker is not None
    if top.part not in {"verb", "auxiliary"}:
        return not clause.embedded and speaker is None  # "according to"; not "intent on | deciding who"
    if top.relation == "relative clause" and (not _tells_more(top) or one_of_two(top.head)):
        return False
    if top.left_edge.lower in _NOT_BEFORE and any(c.relation == "subordinator" for c in top.children):
        return False  # "jailed them, | but only after he criticised …"
    if speaker is not None and not clause.speaker_here and top.left_edge.form in WH_PRONOUNS:
        return False  # "to Carl Moss, who answered that …", where the parse gives the answer to another
    if speaker is not None and any(t.lower in {"whom", "whose"} for t in table.sentence.tokens(speaker.start, speaker.end)):
        return clause.speaker_here  # "many came, some of whom wept and | said …"
    if not clause.speaker_here and (has_to(top) or _is_infinitive(top)):
        return False  # "Some members rose | to ask for time", "searched to try and | determine it"
    if speaker is not None and not clause.speaker_here:
        head = head_of(table.sentence, speaker)
        return head is None or (agrees(head, top) and head.form not in WH_PRONOUNS)
    subject = subject_of(top)
    if subject is not None and not agrees(subject, top):
        return False
    return is_finite(top) or top.relation == "root" or (top.relation == "conjunct" and bool(auxiliaries_of(top)))


def _is_infinitive(verb: Token) -> bool:
    """Whether it is a bare infinitive, of its own or with the verb that it is coordinated with."""
    bare = all(a.lower == "to" for a in auxiliaries_of(verb))
    return bare and verb.form == "base" and verb.relation in {"conjunct", "clausal complement", "open complement"}


def _tells_more(verb: Token) -> bool:
    """Whether a relative clause tells more of something that is known without it, so that it can stand alone.

    "The letter, which Hale said …" and "a letter in which Hale said …", not "the number who said they had used it".
    """
    return of_which(verb) or (comma_before(verb) and bool(antecedent_of(verb)))


def _asserts(table: Ownership, clause: Clause, tied: Tied) -> bool:
    """Whether the subject that is put in brackets can be that of the verb, and a reason has the clause that it is the reason of."""
    root = clause.root
    subject = subject_of(root.token) if root is not None and root.token.relation == "adverbial clause" else None
    if subject is not None and subject.lower in _PERSONAL and not tied(subject):
        return False  # "after it struck a rock"
    if root is not None and tells_how_it_came(root.token):
        return False
    if root is not None and _leans(root):
        return bool(table.main_clause(root))
    if root is None or root.link is not Link.SUBJECT:
        return True
    first = root.auxiliary.partition(" ")[0].lower()
    own = any(c.relation in AUXILIARIES for c in root.token.children)
    if root.token.form == "base" and root.token.lower == root.token.lemma and first in _NO_MODALS and not own:
        return False  # "could, and did, | shut it", where the clause before has a "had"
    inside = {token.i for token in root.subject}
    head = next((t for t in root.subject if t.head.i not in inside), None)
    shared = any(t.lower in {"each", "apiece"} for t in root.token.subtree) and head is not None and not is_plural(head)
    return (head is None or agrees(head, root.token)) and not shared and not _has_another_subject(root.token)


def tells_how_it_came(verb: Token) -> bool:
    """Whether a clause of time with a pronoun for its subject only says how it came about: "was beaten | when he tried to intervene"."""
    subject = subject_of(verb) if verb.relation == "adverbial clause" else None
    return subject is not None and subject.lower in _PERSONAL and verb.left_edge.lower in _WHILE


def _leans(root: Root) -> bool:
    """Whether it is nothing without its main clause: a reason, an addition, or a participle in a clause of time."""
    return root.link in (Link.CAUSE, Link.ADDITION, Link.ITEM) or (
        root.link is Link.PARTICIPLE and root.token.head.relation == "adverbial clause"
    )


def _has_another_subject(verb: Token) -> bool:
    """Whether a word between conjunction and verb is its subject, though the parse hangs it elsewhere: "and more | was expected"."""
    start = verb.left_edge.i
    before = verb.tree[start - 1] if start else verb
    return before.relation == "conjunct" and before.part not in {"verb", "auxiliary"} and before.head.i == verb.head.i
