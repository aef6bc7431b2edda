"""Clauses and phrases that the parser is known to hang on the wrong word: each rule shows a sentence that it errs in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language import cues
from factcheck.language.lexicon import words
from factcheck.language.roles import acts
from factcheck.splitting.parser.change import Change
from factcheck.splitting.syntax import NOUN_SUBJECTS, NOUNS, PERSONS, SAID_SUBJECTS, TENSED, WH_PRONOUNS, agrees

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_MEASURED = frozenset(("long", "high", "tall", "wide", "deep", "old", "thick", "strong"))
_TAKEN = frozenset(("determiner", "possessor", "preposition", "relative clause", "adnominal clause"))
_WHEN = frozenset(("adverbial", "adverbial noun", "preposition", "punctuation"))
_DENYING = words("negation", "verbs")
_SAYS = cues.SAYING | cues.THINKING
_HARM = words("events", "harm")
_HARMING = words("events", "harming")


def second_verb_of_the_clause_between(verb: Token) -> Iterator[Change]:
    """ "Tensions rose after Mahl claimed the vote and [warned] Harn", where tensions would have warned him."""
    main = verb.head
    if verb.relation != "conjunct" or verb.form not in TENSED or main.i > verb.i or verb.lemma.lower() not in cues.SAYING:
        return
    if any(c.relation in SAID_SUBJECTS for c in verb.children) or _may_speak(main):
        return
    between = [t for t in verb.tree[main.i + 1 : verb.i] if t.relation == "adverbial clause" and t.form in TENSED and _may_speak(t)]
    if not between or not any(a is main for a in between[-1].ancestors):
        return
    yield Change(verb, between[-1], "conjunct")
    yield from (
        Change(c, between[-1], "coordinator") for c in main.children if c.relation == "coordinator" and between[-1].i < c.i < verb.i
    )


def _may_speak(verb: Token) -> bool:
    """Whether what it has as its subject is somebody or a body."""
    subject = next((c for c in verb.children if c.relation in SAID_SUBJECTS), None)
    if subject is None:
        return False
    named = subject.part == "proper noun" or subject.lower in PERSONS
    return named or acts(subject.lemma)


def measure_taken_for_a_noun(long: Token) -> Iterator[Change]:
    """ "The five-metre [long], two-tonne boat was named", where the long is named and the boat is what it is."""
    if long.lower not in _MEASURED or long.part != "noun":
        return
    measured = any(c.relation == "compound" and any(g.part == "numeral" for g in c.children) for c in long.children)
    boat = next((c for c in long.children if c.relation == "apposition" and c.part == "noun" and c.i > long.i), None)
    if not measured or boat is None:
        return
    yield Change(boat, long.head, long.relation)
    yield Change(long, boat, "attributive", "other", "adjective")
    yield from (Change(c, boat, c.relation) for c in long.children if c.relation in _TAKEN)


def left_as_a_state(left: Token) -> Iterator[Change]:
    """ "turned to the hundreds injured and thousands [left] homeless", where thousands would leave."""
    if left.lower != "left" or left.form != "past" or left.relation != "conjunct" or left.head.i > left.i:
        return
    subject = next((c for c in left.children if c.relation == "subject" and c.i < left.i), None)
    state = any(c.relation in {"adjectival predicative", "object predicative"} and c.part == "adjective" for c in left.children)
    if subject is None or not state or any(c.relation == "object" for c in left.children):
        return
    above = next((t for t in reversed(left.tree[: subject.left_edge.i]) if t.part in NOUNS), None)
    if above is not None:
        yield Change(subject, above, "conjunct")
        yield Change(left, subject, "adnominal clause", "participle")


def source_taken_into_a_participle(according: Token) -> Iterator[Change]:
    """ "Lee won, beating Dahl, who took 47 percent[, according to officials]", where only the beating would be by their account."""
    participle = according.head
    if according.lower != "according" or participle.form != "ing" or participle.relation != "adverbial clause":
        return
    main = participle.head
    if main.i < participle.i < according.i and according.left_edge.nbor(-1).text == "," and participle.left_edge.nbor(-1).text == ",":
        yield Change(according, main, "preposition")


def what_somebody_said_of_it(said: Token) -> Iterator[Change]:
    """ "a check of payrolls, which [he said found] 1,870 ghosts", where the payrolls and he would say so."""
    if said.relation != "relative clause" or said.lemma.lower() not in cues.SAYING or said.form not in TENSED:
        return
    subjects = [c for c in said.children if c.relation in NOUN_SUBJECTS and c.i < said.i]
    told = next((c for c in said.children if c.relation == "open complement" and c.form in TENSED and c.i > said.i), None)
    if told is not None and len(subjects) == 2 and subjects[0].form in WH_PRONOUNS and not told.left_edge.i < said.i:
        yield Change(told, said, "clausal complement")
        yield Change(subjects[0], told, "subject")


def which_hung_on_the_wrong_number(told: Token) -> Iterator[Change]:
    """ "Sales in North America[, which accounts] for two thirds, fell", where the sales account for them."""
    which = told.left_edge
    if not _opens_with_which(told) or which.relation not in NOUN_SUBJECTS:
        return
    noun, start = told.head, which.i - 1
    if agrees(noun, told) or told.tree[start].text != "," or noun.part not in NOUNS:
        return
    below = told.tree[start - 1]
    while below.relation == "compound" or below.part not in NOUNS:
        below = below.head
    for other in (below, _told_by(noun)):
        if other is None or other is noun or other.i >= start or other.part not in NOUNS or not agrees(other, told):
            continue
        if _told_by(other) is noun or _told_by(noun) is other:
            yield Change(told, other, "relative clause")
            return


def saying_taken_for_what_is_said(cue: Token) -> Iterator[Change]:
    """ "[Lemke says] a few years ago, the museum changed", where the museum would change that Lemke says so."""
    main = cue.head
    if cue.lemma.lower() not in cues.SAYING or cue.form not in TENSED or cue.relation != "clausal complement" or main.i < cue.i:
        return
    subject = next((c for c in main.children if c.relation in SAID_SUBJECTS and cue.i < c.i < main.i), None)
    own = next((c for c in cue.children if c.relation == "subject" and c.i < cue.i), None)
    if subject is None or own is None or cue.left_edge.i or subject.left_edge.nbor(-1).text != ",":
        return
    if subject.left_edge.i - cue.i > 2 and all(c.relation in _WHEN for c in cue.children if c.i > cue.i):
        yield Change(cue, cue if main.relation == "root" else main.head, main.relation)
        yield Change(main, cue, "clausal complement")


def fact_set_against_what_was_not_said(fact: Token) -> Iterator[Change]:
    """ "Police did not say how many had fled, [but 7,000 houses were] at risk", which is not what they did not say."""
    told = fact.head
    if fact.relation != "conjunct" or told.relation != "clausal complement" or told.head.lemma.lower() not in cues.SAYING:
        return
    cue, joint = told.head, fact.left_edge.nbor(-1) if fact.left_edge.i else fact
    denied = any(c.relation == "negation" for c in cue.children) or cue.lemma.lower() in _DENYING
    headed = any(c.relation in SAID_SUBJECTS and c.i < fact.i for c in fact.children) and fact.left_edge.lower != "that"
    if denied and headed and joint.lower == "but" and cue.i < told.i < fact.i:
        yield Change(fact, cue, "conjunct")
        yield Change(joint, cue, "coordinator")


def name_taken_into_a_description(second: Token) -> Iterator[Change]:
    """ "Aslan, the drivers' union, [and Tessa], which speaks for managers, have agreed", where Tessa is what Aslan is, too."""
    what = second.head
    if second.relation != "conjunct" or second.part != "proper noun" or what.relation != "apposition" or what.part != "noun":
        return
    joint = second.left_edge.nbor(-1)
    if joint.lower != "and" or joint.i < 1 or joint.nbor(-1).text != "," or what.head.part != "proper noun" or what.head.i > what.i:
        return
    yield Change(second, what.head, "conjunct")
    yield Change(joint, what.head, "coordinator")


def second_of_three_verbs(verb: Token) -> Iterator[Change]:
    """ "The fire killed four people, [injured] 20 and destroyed 12 homes", where four people injured 20 are killed."""
    thing = verb.head
    first, before = thing.head, verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    if verb.relation != "adnominal clause" or verb.form != "participle" or thing.relation != "object" or before.text != ",":
        return
    if first.form != "past" or not any(c.relation == "object" and c.i > verb.i for c in verb.children) or verb.left_edge is not verb:
        return
    third = next((c for c in (*verb.children, *first.children) if c.relation == "conjunct" and c.i > verb.i), None)
    if third is None or third.form != "past" or third.left_edge.nbor(-1).lower != "and":
        return
    yield Change(verb, first, "conjunct", "past")
    if third.head is verb:
        return
    yield Change(third, verb, "conjunct")
    yield from (Change(c, verb, "coordinator") for c in first.children if c.relation == "coordinator" and verb.i < c.i < third.i)


def first_of_three_clauses(first: Token) -> Iterator[Change]:
    """ "[Five were held], four were fined and three fled", where it is fined that five were held."""
    second = first.head
    if first.relation != "clausal complement" or second.relation != "root" or first.i > second.i or second.lemma.lower() in _SAYS:
        return
    subjects = [next((c for c in verb.children if c.relation in NOUN_SUBJECTS and c.i < verb.i), None) for verb in (first, second)]
    if None in subjects or first.left_edge.i or any(t.is_quote for t in second.tree):
        return
    third = next((c for c in second.children if c.relation == "conjunct" and c.i > second.i), None)
    if third is not None and any(c.relation in NOUN_SUBJECTS for c in third.children) and first.right_edge.nbor(1).text == ",":
        yield Change(first, first, "root")
        yield Change(second, first, "conjunct")


def adjective_taken_for_a_subject(noun: Token) -> Iterator[Change]:
    """ "[A speeding, drunk driver] says", where a speeding and a drunk driver say."""
    if noun.relation not in SAID_SUBJECTS or noun.part != "noun" or not any(c.relation == "attributive" for c in noun.lefts):
        return
    before = [c for c in noun.head.children if c.relation in (noun.relation, "unclear") and c.i < noun.i]
    if len(before) != 1 or any(c.relation in ("determiner", "possessor", "numeral") for c in noun.lefts):
        return
    (adjective,) = before
    article = next((c for c in adjective.lefts if c.lower in ("a", "an", "the")), None)
    comma = adjective.right_edge.i + (not adjective.right_edge.is_punct)
    joined = noun.tree[comma].text == "," and comma + 1 == noun.left_edge.i + noun.left_edge.is_punct
    if article is not None and adjective.part != "proper noun" and joined:
        yield Change(article, noun, "determiner")
        yield Change(adjective, noun, "attributive", "other", "adjective")


def harm_done_by_a_place(told: Token) -> Iterator[Change]:
    """ "an attack on a compound[, which wounded] scores", where the compound wounded them."""
    place = _told_by(told.head) if _opens_with_which(told) and told.lemma in _HARMING else None
    while place is not None and place.lemma not in _HARM:
        place = _told_by(place)
    if place is not None:
        yield Change(told, place, "relative clause")


def _opens_with_which(told: Token) -> bool:
    """Whether it heads a relative clause that begins with its "which"."""
    which = told.left_edge
    return told.relation == "relative clause" and which.lower == "which" and which.head is told


def _told_by(noun: Token) -> Token | None:
    """The word that a noun tells more of, behind a preposition: "results | of the vote"; None where it stands behind none."""
    return noun.head.head if noun.relation == "prepositional object" and noun.head.relation == "preposition" else None
