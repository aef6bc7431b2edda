"""Clauses and descriptions that a comma sets off after a noun: "the bridge, which cost £3m", "a nurse who …", "the firm, based in Leeds".

What tells which man or bridge is meant (a restrictive clause) has no comma before it, and stays where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.lexicon import words
from factcheck.splitting.root import Link, Root
from factcheck.splitting.syntax import (
    AUXILIARIES,
    NOUN_SUBJECTS,
    agrees,
    before_comma,
    comma_before,
    ends_at_a_mark,
    in_main_clause,
    is_finite,
    is_plural,
    of_which,
    phrase,
    subject_of,
    tense_of,
)

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_STATES = words("verb_frames", "states")
"""Participles that tell how something is, rather than what was done to it."""

_HOME = frozenset(("from", "in", "at", "near"))
"""Between what somebody is and a place or body: "a teacher from Penmarsh"."""

_TO_WHOM = frozenset(("of", "for", "to"))
"""Between what somebody is and another person or body: "a lawyer for Ann Lee"."""

_PLACES = frozenset(("in", "at", "on", "outside", "inside"))
_WAYS = frozenset(("to", "into", "from", "for", "of", "through"))

_SPEAKING = words("verb_frames", "speaking")
"""Verbs whose subject is still what it is called when an article that has it in the past appears: "said Ann Lee, a judge"."""
_THOSE = frozenset(("those", "that", "all", "many", "some", "most"))
_HOW = frozenset(("in", "with", "without", "by"))
"""Before a bare noun they tell how something was done: "in silence"."""
_OF_WHAT_HAPPENED = words("verb_frames", "of_what_happened")
_LASTING = frozenset(("now", "currently", "still"))
_DASHES = frozenset({",", "--", "–", "—", "("})


def relative(token: Token, heads: set[int]) -> Root | None:
    """A relative clause set off by a comma, right after the noun it tells of: "the bridge, which cost £3m, …"."""
    noun, start = token.head, token.left_edge.i
    pronoun = _pronoun(token)
    if pronoun is None and start > 1 and token.tree[start].lower == "to":
        return _to_be(token, heads)
    if pronoun is None or noun.part not in {"noun", "proper noun"} or not is_finite(token) or start < 2:
        return None
    if token.tree[start - 1].text not in _DASHES or not in_main_clause(noun, heads) or not ends_at_a_mark(token):
        return None
    if pronoun.lower == "which" and pronoun.relation == "object" and noun.part == "noun" and noun.relation == "prepositional object":
        return None  # "tools near the track, which the police took away"
    if pronoun.lower == "which" and noun.head.lower == "by" and noun.head.head.part == "noun":
        return None  # "a report by the Audit Office, which was seen by the Echo"
    if pronoun.lower == "which" and token.lemma in _OF_WHAT_HAPPENED and noun.part == "proper noun" and noun.relation not in NOUN_SUBJECTS:
        return None  # "asked to free Wasen, which surprised them": all that was told before
    if pronoun.lower in {"who", "whose"} and one_of_two(noun):
        return None
    if pronoun.lower == "who" and _is_a_thing(noun) and _person_above(noun) is None:
        return None  # "sent 10,000 workers to the area, who …"
    person = (_described(noun, start) or _person_above(noun)) if pronoun.lower in {"who", "whose"} else None
    if person is not None:
        return Root(token, Link.RELATIVE, _name_of(person, noun))
    if _goes_on_as_a_list(token):
        return None
    antecedent = before_comma(token)
    if pronoun.lower == "which" and any(a.lower in _THOSE for a in noun.ancestors if a.part in {"pronoun", "determiner"}):
        return None  # "Those without a licence, which is 65 percent of them, will pay"
    if not antecedent or _numbers_differ(noun, token, pronoun) or _long_way(noun, start, token):
        return None
    if pronoun.lower == "where":
        where = _where(noun, antecedent)
        return Root(token, Link.PLACE, antecedent, where) if where else None
    return Root(token, Link.RELATIVE, antecedent)


def _to_be(token: Token, heads: set[int]) -> Root | None:
    """ "The plant, to be built near Orsa, will make cars"."""
    planned = token.form == "participle" and any(c.lower == "be" and c.relation == "passive auxiliary" for c in token.children)
    if not planned or not ends_at_a_mark(token) or not in_main_clause(token.head, heads) or _long_way(token.head, token.left_edge.i, token):
        return None
    named, verb = before_comma(token), _verb_above(token.head)
    over = verb is not None and tense_of(verb) == "past"
    return Root(token, Link.STATE, named, _be(over=over, plural=is_plural(token.head))) if named else None


def _goes_on_as_a_list(clause: Token) -> bool:
    """Whether an "and" in it may go on with the list before it: "tar, which means 'stone', | and vik, meaning 'bay'"."""
    joints = (t for t in clause.subtree if t.relation == "coordinator" and t.i > clause.i and t.nbor(-1).text == ",")
    return any(t.i < clause.right_edge.i and t.nbor(1).part in {"noun", "proper noun", "determiner"} for t in joints)


def _where(noun: Token, antecedent: list[Token]) -> str | None:
    """The preposition that a place takes: "at Durham, where he …", and "in" where the article gives a way to it ("to Leeds, where …")."""
    if noun.relation == "object":
        return "in" if noun.part == "proper noun" else None
    above = noun.head
    if noun.relation != "prepositional object" or above.relation != "preposition" or above.i != antecedent[0].i - 1:
        return None
    if above.head.part in {"noun", "proper noun"}:
        return None  # "its plant in Stavik, where 1,400 people work": they work at the plant
    if above.lower == "near":
        return "at"  # "blew himself up near the ministry, where a meeting was due"
    return above.lower if above.lower in _PLACES else "in" if above.lower in _WAYS else None


def _pronoun(verb: Token) -> Token | None:
    """The pronoun that heads the clause: "who", "whose", "which" as subject or object, "where", "whom" in "two of whom"."""
    tree, start = verb.tree, verb.left_edge.i
    first = tree[start]
    if first.lower in {"whose", "where"}:
        return first
    if first.lower in {"who", "which", "whom"}:
        bare = first.relation in NOUN_SUBJECTS or (first.relation == "object" and first.head.i == verb.i)
        return first if bare else None
    if of_which(verb):
        return first.nbor(1)  # "in which 40 people gave evidence"
    if start + 2 < len(tree) and tree[start + 1].lower == "of" and tree[start + 2].lower in {"whom", "which"}:
        return tree[start + 2] if first.relation in NOUN_SUBJECTS else None
    return None


def _person_above(noun: Token) -> Token | None:
    """Whoever a "who" after what somebody is means: "Joan Petrie, a teacher from Penmarsh, whose roof …" tells of Joan Petrie.

    So does "Ann Lee, of the department of medicine at King's College, who …": a place or a body is no "who".
    """
    person = noun
    while person.relation == "prepositional object" and person.head.relation == "preposition" and not roles.role_of(person.lemma):
        if person is noun and not (noun.part == "noun" or noun.head.lower in _HOME or _is_of_a_body(noun)):
            return None
        person = person.head.head
    if person is noun and noun.relation != "apposition":
        return None
    if not (roles.role_of(person.lemma) or (person.part == "proper noun" and person.nbor(1).text == ",")):
        return None
    while person.relation == "apposition" and person.head.i != person.i:
        person = person.head
    return person if person.part in {"proper noun", "noun"} else None


def _described(noun: Token, start: int) -> Token | None:
    """A name whose bearer a "who" means across a description: "Ines Solem, an ecologist at Orsa, who …"."""
    last = noun.tree[start - 2] if noun.part == "proper noun" and start > 1 else noun
    what = next((c for c in noun.children if c.relation == "apposition" and c.part == "noun" and c.right_edge is last), None)
    return noun if what is not None and roles.role_of(what.lemma) and not one_of_two(last) else None


def _is_of_a_body(place: Token) -> bool:
    """Whether a place belongs to the name of where somebody works: "an ecologist at the University | of Bergsund, who …"."""
    body = place.head.head
    return place.head.lower == "of" and body.part == "proper noun" and body.relation == "prepositional object" and body.head.lower in _HOME


def _is_a_thing(noun: Token) -> bool:
    """Whether it cannot be who did something: a singular noun behind a preposition that calls nobody anything."""
    plain = noun.part == "noun" and noun.relation == "prepositional object" and not is_plural(noun)
    return plain and not roles.acts(noun.lemma)


def one_of_two(noun: Token) -> bool:
    """Whether a "who" may mean either of two: "a nephew | of the mayor, who …", "a lawyer | for Ann Lee, who …"."""
    above = noun.head
    if noun.relation != "prepositional object" or above.lower not in _TO_WHOM or not roles.role_of(above.head.lemma):
        return False
    return not is_plural(noun) and not is_plural(above.head)


def _name_of(head: Token, last: Token) -> list[Token]:
    """The words of a name, with the title before it; or of what somebody without a name is, with the place that is `last`."""
    return head.tree[head.left_edge.i : (head if head.part == "proper noun" else last).i + 1]


def apposition(token: Token, heads: set[int]) -> Root | None:
    """What a name's bearer is, between commas: "Ann Lee, a nurse who worked there for 30 years, won"."""
    noun = token.head
    if token.part != "noun" or noun.part != "proper noun" or token.i < noun.i or any(c.relation == "conjunct" for c in noun.children):
        return None
    described = any(c.relation in {"determiner", "possessor"} for c in token.children)
    held = roles.role_of(token.lemma) and any(c.relation == "preposition" for c in token.children)
    if not (described or held) or not in_main_clause(noun, heads) or not ends_at_a_mark(token):
        return None
    named = _bearer(token)
    be = _form_of_be(token, noun)
    whole = any(t.part == "proper noun" and len(t.text) > 1 for t in named)  # not the full stop of "Sr."
    whole = whole and not named[0].is_punct  # not the half of `the Act's "Hut Tax", which …`
    return Root(token, Link.STATE, named, be) if whole and be else None


def _bearer(token: Token) -> list[Token]:
    """Whose description it is: of what somebody is behind a place, the one who was there ("Harn was born in Tarvo, the son of a baker").

    None where another description stands beside it ("Ann Lee, an adviser to Orlair, a budget airline"), or where the words at the end
    may tell how it was done ("marched through Akala, the capital in silence").
    """
    noun = token.head
    if token.lemma in roles.KIN and noun.relation == "prepositional object":
        behind = token.tree[token.right_edge.i + 1 : token.right_edge.i + 3]
        if [t.text for t in behind] == [",", "and"]:
            return []  # "in Tarvo, the son of a baker, Bo Harn, | and his wife"
        verb = _verb_above(noun)
        whose = subject_of(verb) if verb is not None else None
        return phrase(whose) if whose is not None and whose.part in {"proper noun", "pronoun"} else []
    named = before_comma(token)
    again = any(c.relation == "apposition" and c.part == "noun" and c is not token for c in noun.children)
    if again or any(t.relation == "apposition" and t.part == "noun" for t in named):
        return []
    last = max((c for c in token.children if c.relation == "preposition" and c.i > token.i), key=lambda c: c.i, default=None)
    how = last is not None and last.lower in _HOW and [t.part for t in last.subtree] == ["adposition", "noun"]
    return [] if how and noun.relation == "prepositional object" else named


def reduced(token: Token, heads: set[int]) -> Root | None:
    """A past participle set off by commas after the noun it tells of: "the bridge, built in 1968, collapsed"."""
    noun = token.head
    if (
        token.form != "participle"
        or noun.part not in {"noun", "proper noun"}
        or token.left_edge.i != token.i
        or subject_of(token) is not None
        or noun.relation == "adverbial noun"  # "rose 4 percent, driven by demand"
    ):
        return None
    if not comma_before(token) or not ends_at_a_mark(token) or not in_main_clause(noun, heads) or _long_way(noun, token.i, token):
        return None
    if not any(
        c.relation in {"preposition", "agent", "object predicative", "adverbial noun", "open complement"} and c.i > token.i
        for c in token.children
    ):
        return None
    named = before_comma(token)
    be = _form_of_be(token, noun)
    return Root(token, Link.STATE, named, be) if named and be else None


def _form_of_be(word: Token, noun: Token) -> str | None:
    """The "was" or "is" that is left out before a word that tells of a noun; None where a state would need a tense that is not there."""
    verb = _verb_above(noun)
    tense = tense_of(verb) if verb is not None else None
    over = word.form == "participle" and word.lower not in _STATES
    speaks = verb is not None and verb.lemma in _SPEAKING and tense == "past"
    still = any(c.relation == "relative clause" and tense_of(c) == "present" for c in word.children)  # "a firm that runs trains"
    lasting = word.part == "noun" and (word.left_edge.lower in _LASTING or speaks or still)  # "said Ann Lee, now a judge"
    tense = "present" if lasting else tense
    return form_of_be(word, tense or "past", plural=is_plural(noun)) if tense is not None or over else None


def form_of_be(word: Token, tense: str, *, plural: bool) -> str:
    """ "was", "were", "is" or "are": a state lasts as long as the clause around it, an act ("built in 1968") is over."""
    over = tense == "past" or (word.form == "participle" and word.lower not in _STATES)
    return _be(over=over, plural=plural)


def _be(*, over: bool, plural: bool) -> str:
    return ("were" if plural else "was") if over else ("are" if plural else "is")


def _verb_above(noun: Token) -> Token | None:
    """The verb of the clause that a noun stands in."""
    return next((a for a in noun.ancestors if a.part in {"verb", "auxiliary"}), None)


def antecedent_of(verb: Token) -> list[Token]:
    """The noun phrase before a relative clause with a pronoun ("an explosion | that he described as …"), when it stands right before it."""
    start, noun = verb.left_edge.i, verb.head
    if verb.tree[start].lower not in {"who", "which", "that", "whom"} or noun.part not in {"noun", "proper noun"}:
        return []
    if verb.tree[start].relation in NOUN_SUBJECTS and _numbers_differ(noun, verb.tree[start].head, verb.tree[start]):
        return []  # "Chennai, one of the largest cities, which was worst hit"
    if verb.tree[start].lower == "who" and (person := _person_above(noun)) is not None:
        return _name_of(person, noun)
    before = [t for t in noun.subtree if t.i < start and not (t.i == start - 1 and t.is_punct) and t.lower != "no"]
    whole = bool(before) and before[-1].i - before[0].i + 1 == len(before) and before[-1].i >= start - 2
    return before if whole else []


def _long_way(noun: Token, start: int, told: Token) -> bool:
    """Whether other nouns stand between: the pronoun may then mean any of them, or all that was said before; one of another number not."""
    thing = noun.tree[start].lower == "which"
    others = {"noun", "verb", "proper noun"} if thing else {"noun", "verb"}
    ahead = (t for t in noun.tree[noun.i + 1 : start] if t.part in others and not (t.relation == "conjunct" and t.head.i == noun.i))
    between = any(not is_finite(told) or agrees(t, told) for t in ahead)
    vague = (
        thing
        and noun.relation in {"object", "predicative"}
        and noun.part == "noun"
        and not any(c.relation == "determiner" for c in noun.children)
    )
    return between or vague


def _numbers_differ(noun: Token, verb: Token, pronoun: Token) -> bool:
    if pronoun.relation not in NOUN_SUBJECTS or pronoun.head.i != verb.i:
        return False
    carrier = next((c for c in verb.children if c.relation in AUXILIARIES), verb)
    if is_plural(noun):
        return carrier.form == "third person" or carrier.lower == "was"
    several = noun.part == "proper noun" or roles.body_of(noun.lemma)
    many = carrier.form == "present" or carrier.lower == "were"  # "the results of the vote, which were due"
    return many and not several and noun.form == "singular"
