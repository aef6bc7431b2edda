"""Orders and questions: an imperative, what somebody is asked to do, what somebody wants to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import stances
from factcheck.splitting.marks.clause import Clause, between, is_be
from factcheck.splitting.syntax import FINITE, NOUN_SUBJECTS, SUBJECTS, WH_WORDS, auxiliaries_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.splitting.tree import Token

_CLAUSES = frozenset({"clausal complement", "open complement", "adverbial clause", "clausal subject"})
_TELLING = frozenset({"insist", "suggest"})
"""Of those who want something, those that also tell what is: insisted that he was in Rome."""
_CALLED = frozenset({"on", "upon", "for"})
_BEFORE_A_VERB = frozenset({"adverbial", "interjection", "negation", "auxiliary", "coordinator"})


def imperative(clause: Clause) -> str | None:
    """ "Stay away from the river", and what is coordinated with it."""
    head = clause.head
    joined = head.relation == "conjunct" and head.form == "base" and not clause.auxiliaries and _is_order(head.head, clause.tokens)
    return head.text if joined or _is_order(head, clause.tokens) else None


def urged(clause: Clause) -> str | None:
    """ "We are asking people not to drive", "I urge everyone to leave"."""
    verb, subject = clause.head, clause.subject
    if (
        subject is None
        or not clause.first_person
        or verb.lemma not in stances.URGING
        or clause.perfect
        or verb.form == "past"
        or _will(clause)
    ):
        return None
    asks = verb.lemma == "appeal" or any(c.form == "base" for c in clause.having("open complement", "clausal complement"))
    return f"{subject.text} … {verb.text}" if asks else None


def told_to(clause: Clause) -> str | None:
    """What a directive hands on: "(urged residents) to stay at home", "(called for) the coach to be replaced".

    Who orders, instructs or sentences makes it so; who urges, asks or demands does not, and what is wanted cannot be looked up.
    """
    if clause.voice.told_by not in stances.DIRECTIVES or clause.finite.lower != "to":
        return None
    cue = clause.voice.cue
    opening = next((t for t in clause.tokens if not (t.is_punct or t.is_space or t.relation == "negation")), None)
    passive = cue is not None and any(c.relation == "passive subject" for c in cue.children)
    if clause.finite is not opening and not passive and not any(c.relation in SUBJECTS for c in clause.head.children):
        return None  # "demanded higher wages to keep up": what for
    if cue is not None and cue.lemma == "demand":
        return None  # "demanded pay to keep up", "demanded to see it"
    if cue is not None and cue.lemma == "call" and not any(t.lower in _CALLED for t in (*cue.children, *clause.tokens[:1])):
        return None  # "called friends to say"
    if cue is not None and cue.lemma == "ask" and not _is_of_others(clause, cue):
        return None  # "asked to see the site": for oneself
    return between(clause.finite, clause.head)


def wanted(clause: Clause) -> str | None:
    """What somebody wants, told by a bare verb: "(demanded) that the coach be replaced", "(insisted) he resign"."""
    finite, cue, subject = clause.finite, clause.voice.cue, clause.subject
    if (
        cue is None
        or not clause.voice.spoken
        or cue.lemma not in stances.WANTING
        or finite.lower == "to"
        or subject is None
        or finite.i < subject.i
    ):
        return None
    one = subject.lower in {"he", "she", "it"} or subject.form in {"singular", "proper singular"}
    bare = finite is clause.head and finite.form in {"base", "present"} and not is_be(finite) and (one or cue.lemma not in _TELLING)
    return clause.head.text if bare or finite.lower == "be" else None


def vowed(clause: Clause) -> str | None:
    """What somebody binds himself to do: "(vowed) to veto the bill", "(promised) that he would resign"."""
    if clause.voice.told_by not in stances.VOWING:
        return None
    ahead = clause.finite.lower == "to" or (clause.modal is not None and clause.modal.lower in {"will", "would", "'ll", "’ll", "'d", "’d"})
    return between(clause.finite, clause.head) if ahead else None


def appealed(clause: Clause) -> str | None:
    """ "The mayor appealed to drivers to stay at home", in an article's words, where it is no cue of a claim."""
    head = clause.head
    if (
        clause.voice.spoken
        or head.lemma not in stances.DIRECTIVES
        or any(is_be(a) for a in clause.auxiliaries if a.i + 1 == head.i and head.form != "ing")
    ):
        return None
    to = next((c for c in clause.having("open complement") if any(m.lower == "to" and m.i < c.i for m in c.children)), None)
    whom = any(c.lower in {"to", "on", "upon", "with"} and any(c.children) for c in clause.having("preposition")) or any(
        clause.having("object")
    )
    return f"to {to.text}" if to is not None and whom else None


def is_asked_to(clause: Clause) -> str | None:
    """ "Residents are advised to stay indoors", by nobody that is named."""
    head = clause.head
    if (
        head.lower not in stances.ASKED_OF
        or clause.finite.form not in {"present", "third person"}
        or not clause.auxiliaries
        or clause.perfect
    ):
        return None
    asked = any(c.form == "base" for c in clause.having("open complement"))
    return f"{head.text} to" if asked and any(is_be(a) for a in clause.auxiliaries) else None


def asked(clause: Clause) -> str | None:
    """What somebody wants to know: "(asked) whether the bridge was safe"."""
    first, cue = next((t for t in clause.tokens if not (t.is_punct or t.is_space)), None), clause.voice.cue
    if first is None or cue is None or clause.voice.told_by not in stances.ASKING or first.tree is not cue.tree or first.i < cue.i:
        return None
    return first.text if first.lower in stances.QUESTION_WORDS else None


def left_open(clause: Clause) -> str | None:
    """ "It is unclear if he was the first", "it is not known how many were hurt"; "it was clear that" is none."""
    state = next((w for w in (*clause.predicates(), clause.head) if w.lower in stances.OPEN_QUESTIONS), None)
    if state is None or (state.lower in {"clear", "known"} and not clause.negated):
        return None
    asked = (c for word in (state, clause.head) for c in word.children if c.i > state.i and c.relation in _CLAUSES)
    opening = next((c.left_edge for c in asked if c.left_edge.lower in stances.QUESTION_WORDS), None)
    return f"{state.text} {opening.text}" if opening is not None else None


def inverted(clause: Clause) -> str | None:
    """A question whose mark was lost, told by the verb before the subject: "What do I tell him now", "are they going to pay"."""
    first = next((t for t in clause.tokens if not (t.is_punct or t.is_space or t.relation == "coordinator")), None)
    finite = clause.finite
    subject = next(clause.having(*NOUN_SUBJECTS), None)
    if not clause.voice.direct or any(clause.having("clausal subject")) or first is None or subject is None:
        return None
    if not first.i <= finite.i < subject.i or finite.part != "auxiliary":
        return None
    return first.text if first is finite or first.form in WH_WORDS else None


def _will(clause: Clause) -> bool:
    """Whether it is a plan to ask: "we will ask them to"; "we would ask you to" asks."""
    return clause.modal is not None and clause.modal.lower in stances.FUTURE


def _is_of_others(clause: Clause, cue: Token) -> bool:
    """Whether somebody is asked to do it: "asked drivers to stop", "anyone is asked to call"."""
    return any(c.relation in {"object", "passive subject", "indirect object"} for c in cue.children) or clause.subject is not None


def _is_order(head: Token, tokens: Sequence[Token]) -> bool:
    """An imperative: a base form with neither subject nor auxiliary before it, at the start of what is said."""
    if (
        head.form != "base"
        or any(letter.isupper() for letter in head.text[1:])  # "MPs back ban"
        or _is_heading(head)
        or (auxiliaries_of(head)[:1] and head.relation == "conjunct")
        or any(c.relation in SUBJECTS | {"auxiliary"} and c.lower not in {"do", "don't"} for c in head.children)
    ):
        return False
    if any(c.relation in {"clausal complement", "unclear", "parataxis"} and c.form in FINITE for c in head.children):
        return False
    settings = {t.i for c in head.lefts if c.relation in {"preposition", "adverbial clause"} for t in c.subtree}
    before = [t for t in tokens if t.i < head.i and t.i not in settings and not (t.is_punct or t.is_space)]
    below = {"open complement", "adnominal clause"} | ({"adverbial clause"} if head.head in tokens else frozenset())
    return head.relation not in below and all(t.relation in _BEFORE_A_VERB or t.lower == "please" for t in _after_address(before))


def _is_heading(head: Token) -> bool:
    """Whether it opens a heading without a stop, as the noun that it may be: "Bail for driver in ferry case"."""
    tree = head.tree
    noun = head.relation == "root" and head.i + 1 < len(tree) and tree[head.i + 1].lower in {"after", "for", "of", "over"}
    return noun and not tree[len(tree) - 1].is_punct


def _after_address(words: list[Token]) -> list[Token]:
    """The words before a verb without a name called out at the beginning: "Mr Hale, please …"."""
    comma = next((n for n, t in enumerate(words) if n and t.i - words[n - 1].i > 1), None)
    called = words[: len(words) if comma is None else comma]
    parted = bool(called) and called[-1].i + 1 < len(called[-1].tree) and called[-1].nbor(1).text == ","
    named = parted and all(t.part == "proper noun" or t.relation in {"compound", "adverbial noun"} for t in called)
    return words[len(called) :] if named else words
