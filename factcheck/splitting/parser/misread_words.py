"""Words that the parser is known to take for others: pasts for participles, names for prepositions; each rule shows where it errs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language import cues
from factcheck.language.honorifics import is_honorific
from factcheck.language.lexicon import words
from factcheck.splitting.parser.change import Change
from factcheck.splitting.syntax import AUXILIARIES, NOUNS, TENSED

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_SAYS_CLAUSES = (cues.SAYING | cues.THINKING) - cues.OBJECT - cues.NAMING - cues.RECKONING - words("verb_frames", "to_somebody")
"""Verbs of saying and thinking that have a clause as their object, and hardly ever a thing."""
_ENDING = frozenset((",", ".", "?", "!", "…"))
"""What stands before the mark that closes a quotation which is a sentence."""
_PASTS = words("verb_frames", "pasts_like_nouns")
_HOW_MANY = words("small_words", "how_many")
_HALVES = frozenset(("a.m.", "p.m.", "am", "pm", "a.m", "p.m"))


def past_taken_for_a_participle(verb: Token) -> Iterator[Change]:
    """ "said [the pipes dated from 1960]", which is read as "said [the pipes that were dated]"."""
    thing = next((c for c in verb.children if c.relation == "object" and c.i > verb.i), None)
    if verb.lemma.lower() not in _SAYS_CLAUSES or thing is None or thing.part not in NOUNS:
        return
    told = next((c for c in thing.children if c.relation == "adnominal clause" and c.i > thing.i), None)
    if told is None or told.form != "participle" or not told.lower.endswith("ed") or told.nbor(-1).is_punct:
        return
    if any(c.relation == "agent" or c.lower == "by" for c in told.children):
        return
    yield Change(told, verb, "clausal complement", "past")
    yield Change(thing, told, "subject")


def past_in_a_row(verb: Token) -> Iterator[Change]:
    """ "killed nine, [injured] 40 and burnt 112 homes", where the second verb is read as a participle."""
    told = any(c.relation == "object" and c.i > verb.i for c in verb.children)
    alone = verb.relation == "conjunct" and verb.form == "participle" and verb.lower.endswith("ed") and told
    if alone and verb.head.form == "past" and not any(c.relation in AUXILIARIES for c in (*verb.children, *verb.head.children)):
        yield Change(verb, verb.head, "conjunct", "past")


def verb_in_a_quotation(auxiliary: Token) -> Iterator[Change]:
    """ "“[Is] it true?” asked Judge Okello", where "is … asked" is read as one verb."""
    verb = auxiliary.head
    if auxiliary.relation not in AUXILIARIES or verb.lemma.lower() not in cues.INQUIT:
        return
    if any(t.is_quote and t.nbor(-1).text in _ENDING for t in auxiliary.tree[auxiliary.i + 1 : verb.i]):
        yield Change(auxiliary, verb, "clausal complement", part="verb")


def name_behind_a_cue(cue: Token) -> Iterator[Change]:
    """ "“…,” said [Per] Aas", where a name is read as the preposition that it is spelt like."""
    if cue.lemma.lower() not in cues.INQUIT or cue.i < 1 or cue.i + 2 >= len(cue.tree) or not cue.nbor(-1).is_quote:
        return
    first, second = cue.nbor(1), cue.nbor(2)
    if first.part == "adposition" and first.text.istitle() and second.part == "proper noun" and second.head is first:
        yield Change(second, cue, "subject")
        yield Change(first, second, "compound", "proper singular", "proper noun")


def ten_in_a_name(ten: Token) -> Iterator[Change]:
    """ "Jan [ten] Broek", where a particle of names is read as a number, though one thing follows it."""
    if ten.lower != "ten" or ten.part != "numeral" or ten.i + 1 >= len(ten.tree):
        return
    last = ten.nbor(1)
    if not last.text[0].isupper() or last.part not in NOUNS or last.form not in {"singular", "proper singular"}:
        return
    yield Change(last, last.head, last.relation, "proper singular", "proper noun")
    yield Change(ten, last, "compound", "proper singular", "proper noun")
    at = ten.i - 1
    while at >= 0 and (ten.tree[at].part == "proper noun" or (ten.tree[at].form == "hyphen" and at)):
        yield Change(ten.tree[at], last, "punctuation" if ten.tree[at].is_punct else "compound")
        at -= 1


def closing_mark_taken_into_a_phrase(mark: Token) -> Iterator[Change]:
    """ "“We fear it,[”] 52-year-old Halima Seck told …", where the mark that closes a quotation hangs on the noun behind it."""
    if mark.is_quote and mark.head.part in NOUNS and mark.head.i > mark.i and mark.i and mark.nbor(-1).text in _ENDING:
        verb = mark.head
        while verb.part in NOUNS and verb.head is not verb:
            verb = verb.head
        yield Change(mark, verb, "punctuation")


def claimed_by(verb: Token) -> Iterator[Change]:
    """ "scores of attacks, [many claimed] by the rebels", where many would claim."""
    if verb.form not in {"past", "participle"} or verb.lemma.lower() not in cues.SAYING or verb.i + 2 >= len(verb.tree):
        return
    by, many = verb.nbor(1), verb.nbor(-1) if verb.i > 1 else verb
    if by.lower != "by" or many.head is not verb or many.relation != "subject" or many.nbor(-1).text != ",":
        return
    before = [t for t in verb.tree[: many.i - 1] if t.part in NOUNS]
    if before and many.lower in _HOW_MANY:
        told = next((c for c in verb.children if c.relation == "clausal complement" and c.i < many.i), None)
        if told is not None:
            yield Change(told, told if verb.head is verb else verb.head, verb.relation)
        yield Change(verb, before[-1], "adnominal clause", "participle")
        yield Change(many, verb, "passive subject")
        yield Change(by, verb, "agent")


def past_taken_for_a_noun(told: Token) -> Iterator[Change]:
    """ "The strike, which began in May, [shut] schools", where nothing would have done anything."""
    noun, tree, comma = told.head, told.tree, told.right_edge.i + 1
    if told.relation not in {"relative clause", "adnominal clause"} or noun.relation != "root" or noun.part not in NOUNS:
        return
    if comma + 1 >= len(tree) or tree[comma].text != "," or told.left_edge.nbor(-1).text != ",":
        return
    verb = tree[comma + 1]
    if verb.lower not in _PASTS or verb.part == "verb":
        return
    if verb.head.i > verb.i:
        yield Change(verb.head, verb, "object")
    yield from headed_by(verb, noun)


def hour_cut_from_its_half(half: Token) -> Iterator[Change]:
    """ "under control at 7:20 [a.m.]", where the half of the day hangs on something else."""
    hour = half.nbor(-1) if half.i else half
    if half.lower in _HALVES and hour.text[0].isdigit() and half.head is not hour and hour.head is not half:
        yield Change(half, hour, "attributive")


def title_cut_at_its_stop(title: Token) -> Iterator[Change]:
    """ "Staff [Sgt]. Greg Abel said", where the sergeant and Mr Abel are two who say it."""
    if not is_honorific(title.text) or title.i + 2 >= len(title.tree) or title.nbor(1).text != "." or title.relation == "compound":
        return
    name = title.nbor(2)
    if name.part != "proper noun" or not name.text[0].isupper():
        return
    while name.relation == "compound" and name.head.i > name.i:
        name = name.head
    if name.head is title:
        return
    yield Change(title, name, "compound")
    yield Change(title.nbor(1), name, "punctuation")


def past_taken_for_a_description(told: Token) -> Iterator[Change]:
    """ "The Orsa Times outlet [reported] on Tuesday that 270 were hurt", where nothing says so."""
    noun = told.head
    if told.relation != "adnominal clause" or told.form != "participle" or noun.relation != "root" or noun.part not in NOUNS:
        return
    says = told.lemma.lower() in cues.SAYING and any(c.relation == "clausal complement" for c in told.children)
    if says and noun.right_edge.i >= told.i and told.left_edge.nbor(-1) is noun and not any(c.lower == "by" for c in told.children):
        yield from headed_by(told, noun)


def headed_by(verb: Token, noun: Token) -> Iterator[Change]:
    """The verb as what heads the sentence, in place of the noun that is its subject."""
    tensed = verb.part in {"verb", "auxiliary"} and verb.form in TENSED
    yield Change(verb, verb, "root", *(() if tensed else ("past", "verb")))
    yield Change(noun, verb, "subject")
    yield from (Change(c, verb, c.relation) for c in noun.children if c.i > verb.i)
