"""Mends what the parser is known to get wrong of who says something, and who hears it: each rule shows a sentence that it errs in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language import cues
from factcheck.language.lexicon import words
from factcheck.language.roles import role_of
from factcheck.splitting.parser.change import Change
from factcheck.splitting.syntax import NOUNS, SAID_SUBJECTS, TENSED, WH_WORDS, is_finite

if TYPE_CHECKING:
    from factcheck.splitting.tree import Relation, Token

_DESCRIBING = frozenset(("adjective", "adverb", "verb"))
_FELT = cues.THINKING - {"accept", "conclude", "decide", "determine", "find"}
"""What somebody thinks, rather than what a court comes to."""
_HEARINGS = words("cues", "hearings")
_TO_SOMEBODY = words("verb_frames", "to_somebody")
_ACTING = words("roles", "acting")
_OF_A_PHRASE = frozenset(("adjective", "determiner", "noun", "proper noun"))
_FILLING: frozenset[Relation] = frozenset(
    ("object", "predicative", "adjectival predicative", "preposition", "open complement", "clausal complement", "adverbial")
)
"""What a clause has behind its verb that lacks nothing of the noun before it."""


def object_taken_from_its_clause(clause: Token) -> Iterator[Change]:
    """ "MPs told [the fleet] is too small", where the fleet would be told that nothing is too small."""
    verb = clause.head
    if clause.relation != "clausal complement" or clause.i < verb.i or clause.form not in TENSED or verb.lemma.lower() not in cues.SAYING:
        return
    if any(c.relation in SAID_SUBJECTS | {"subordinator", "clausal subject"} for c in clause.children):
        return
    thing = next((c for c in verb.children if c.relation in {"object", "indirect object"} and verb.i < c.i < clause.i), None)
    if thing is not None and thing.part in NOUNS and thing.right_edge.i + 1 == clause.left_edge.i:
        yield Change(thing, clause, "subject")


def thought_of_whom_one_hears_about(verb: Token) -> Iterator[Change]:
    """ "The judge heard she was choked and [thought she would die]", where the judge would think so."""
    heard = verb.head
    if (
        verb.relation != "conjunct"
        or heard.lemma != "hear"
        or verb.form != "past"
        or any(c.relation in SAID_SUBJECTS for c in verb.children)
    ):
        return
    told = next((c for c in heard.children if c.relation == "clausal complement" and heard.i < c.i < verb.i), None)
    subject = next((c for c in heard.children if c.relation == "subject"), None)
    at_a_hearing = subject is not None and subject.lower in _HEARINGS
    if told is None or not any(c.relation in SAID_SUBJECTS for c in told.children):
        return
    if verb.lemma.lower() in _FELT or (at_a_hearing and verb.lemma.lower() in cues.SAYING):
        yield Change(verb, told, "conjunct")


def read_taken_for_a_noun(read: Token) -> Iterator[Change]:
    """ "“…,” the editorial [read]", "He fell, an inquest [heard]", where a read that is editorial stands behind."""
    tree = read.tree
    if read.lower not in {"read", "heard"} or read.part != "noun" or any(not t.is_punct for t in tree[read.i + 1 :]):
        return
    start = read.i
    while start and tree[start - 1].part in _OF_A_PHRASE:
        start -= 1
    said = start > 1 and (tree[start - 1].is_quote or tree[start - 1].text == ",") and start < read.i
    if not said or not (tree[start].part == "determiner" or tree[read.i - 1].lower in _HEARINGS):
        return
    main, text = tree.root, read.nbor(-1)
    yield Change(read, read, "root", "past", "verb")
    if main is not read:
        yield Change(main, read, "clausal complement")
    yield Change(text, read, "subject", "singular", "noun" if text.part == "adjective" else text.part)
    yield from (Change(t, text, t.relation if t.part == "determiner" else "compound") for t in tree[start : read.i - 1])


def what_is_told_hung_on_who_is_told(clause: Token) -> Iterator[Change]:
    """ "told the inquest [he was in his first year]", where it would be the inquest in which he was."""
    noun, verb = clause.head, clause.head.head
    if clause.relation != "relative clause" or noun.relation not in {"object", "indirect object"} or verb.lemma.lower() not in _TO_SOMEBODY:
        return
    if (
        clause.left_edge.i != noun.i + 1
        or clause.left_edge.form in WH_WORDS
        or any(c.relation == "clausal complement" for c in verb.children)
    ):
        return
    whole = any(c.relation in _FILLING and c.i > clause.i for c in clause.children)
    if whole and any(c.relation in SAID_SUBJECTS and c.form not in WH_WORDS and c.lower != "that" for c in clause.children):
        yield Change(clause, verb, "clausal complement")


def counsel_taken_for_two(acting: Token) -> Iterator[Change]:
    """ "Ann Lee, [prosecuting], told the court", where two would tell it so."""
    if acting.lower not in _ACTING or acting.i < 2 or acting.nbor(-1).text != "," or acting.relation not in {"subject", "apposition"}:
        return
    name = acting.nbor(-2)
    if name.part != "proper noun" or name.relation == "compound":
        return
    if acting.relation == "subject" and name.head is acting:
        yield Change(name, acting.head, "subject")
    yield Change(acting, name, "adnominal clause", "ing", "verb")


def genitive_without_an_s(mark: Token) -> Iterator[Change]:
    """ "Sky News[’] Ann Lee replied", where both would reply."""
    if mark.text not in {"’", "'"} or mark.part != "punctuation" or not mark.i or mark.i + 1 >= len(mark.tree):
        return
    owner, head = mark.nbor(-1), mark.nbor(1)
    if owner.spaced or not mark.spaced or not owner.lower.endswith("s") or owner.part not in NOUNS or head.part != "proper noun":
        return
    if any(t.text in {"‘", "'"} for t in mark.tree[: mark.i]):
        return  # it closes a quotation
    while head.relation == "compound" and head.head.i > head.i:
        head = head.head
    if owner.head is head.head or owner.head is head:
        yield Change(owner, head, "possessor")
        yield Change(mark, owner, "genitive marker", "genitive", "particle")


def role_taken_for_a_verb(role: Token) -> Iterator[Change]:
    """ "“…,” [screenwriter] Cole Hadley wrote", where something would screenwrite Mr Hadley."""
    if role.part != "verb" or not role_of(role.lower) or role.i + 2 >= len(role.tree) or not role.i or not role.nbor(-1).is_quote:
        return
    name = role.nbor(1)
    while name.part == "proper noun" and name.head.i > name.i and name.relation == "compound":
        name = name.head
    verb = name.nbor(1) if name.i + 1 < len(name.tree) else name
    if name.part != "proper noun" or verb.lemma.lower() not in cues.INQUIT or verb.form not in TENSED:
        return
    if role.head is verb or verb.head is role:
        yield Change(verb, verb if role.head in (role, verb) else role.head, "root" if role.head in (role, verb) else role.relation)
        yield from (Change(c, verb, c.relation) for c in role.children if c is not name and c is not verb)
        yield Change(name, verb, "subject")
        yield Change(role, name, "compound", "singular", "noun")


def clause_hung_on_what_is_quoted(clause: Token) -> Iterator[Change]:
    """ "It was decided [that he had slept], though he added: “I did not.”", where what stands before the colon hangs on the quotation."""
    quoted = clause.head
    if clause.relation not in {"clausal complement", "adverbial clause"} or quoted.i < clause.i:
        return
    if quoted.head is not quoted and quoted.head.i > clause.i:
        return
    if not any(t.text == ":" and t.nbor(1).is_quote for t in clause.tree[clause.i : quoted.i]):
        return
    if quoted.head is not quoted:
        yield Change(clause, quoted.head, quoted.relation)
    elif is_finite(clause) and not any(c.relation == "subordinator" for c in clause.children):
        yield Change(clause, clause, "root")
        yield Change(quoted, clause, "clausal complement")
