"""Mends what the parser is known to get wrong, where the words around leave no doubt: each rule shows a sentence that it errs in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from factcheck.language import cues
from factcheck.language.honorifics import is_honorific
from factcheck.language.lexicon import words
from factcheck.language.roles import body_of, role_of
from factcheck.splitting.parser import misread_clauses, who_speaks
from factcheck.splitting.parser.change import Change
from factcheck.splitting.syntax import AUXILIARIES, SAID_SUBJECTS, TENSED

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token, Tree

_SAYS_CLAUSES = (cues.SAYING | cues.THINKING) - cues.OBJECT - cues.NAMING - cues.RECKONING - words("verb_frames", "to_somebody")
"""Verbs of saying and thinking that have a clause as their object, and hardly ever a thing."""

_NOUNS = frozenset(("noun", "proper noun"))
_ENDING = frozenset((",", ".", "?", "!", "…"))
"""What stands before the mark that closes a quotation which is a sentence."""
_PASTS = words("verb_frames", "pasts_like_nouns")
_HOW_MANY = words("small_words", "how_many")
_WITH_WHOM = frozenset(("of", "with", "despite", "without"))
_HALVES = frozenset(("a.m.", "p.m.", "am", "pm", "a.m", "p.m"))
_DASHES = frozenset(("-", "--", "–", "—"))
_SET_AGAINST = frozenset(("and", "but", "while"))


def mended(tree: Tree) -> Tree:
    """The tree itself, with what was wrong hung where it belongs. A change that would lead round in a ring is left out."""
    changes = [change for token in tree for rule in _RULES for change in rule(token)]
    heads = [token.head.i for token in tree]
    for token, on, relation, form, part in changes:
        if on.i in {token.i, heads[token.i]} or not _leads_to(on.i, token.i, heads):
            heads[token.i], token.relation = on.i, relation
            token.form, token.part = form or token.form, part or token.part
    if changes:
        tree.hang(heads)
    return tree


def _leads_to(start: int, goal: int, heads: list[int]) -> bool:
    while start != goal and heads[start] != start:
        start = heads[start]
    return start == goal


def _past_taken_for_a_participle(verb: Token) -> Iterator[Change]:
    """ "said [the pipes dated from 1960]", which is read as "said [the pipes that were dated]"."""
    thing = next((c for c in verb.children if c.relation == "object" and c.i > verb.i), None)
    if verb.lemma.lower() not in _SAYS_CLAUSES or thing is None or thing.part not in _NOUNS:
        return
    told = next((c for c in thing.children if c.relation == "adnominal clause" and c.i > thing.i), None)
    if told is None or told.form != "participle" or not told.lower.endswith("ed") or told.nbor(-1).is_punct:
        return
    if any(c.relation == "agent" or c.lower == "by" for c in told.children):
        return
    yield Change(told, verb, "clausal complement", "past")
    yield Change(thing, told, "subject")


def _subject_taken_by_the_clause_before(verb: Token) -> Iterator[Change]:
    """ "argued it would hurt farmers and [the minister, Piet Lind,] countered that", where the farmers and the minister would be hurt."""
    if verb.relation != "conjunct" or verb.form not in TENSED or verb.lemma.lower() not in cues.SAYING or verb.head.i > verb.i:
        return
    if any(c.i < verb.i and c.relation not in ("coordinator", "punctuation") for c in verb.children):
        return
    noun = verb.nbor(-1) if verb.i else verb
    while noun.is_punct or (noun.relation in ("apposition", "prepositional object", "preposition") and noun.head.i < noun.i):
        noun = noun.head
    if noun.relation != "conjunct" or noun.part not in _NOUNS or noun.right_edge.i != verb.i - 1 or noun.left_edge.i == 0:
        return
    joint = noun.left_edge.nbor(-1)
    if joint.lower in _SET_AGAINST and verb.head.i < joint.i:
        yield Change(joint, verb.head, "coordinator")
        yield Change(noun, verb, "subject")


def _subject_taken_by_the_clause_between(verb: Token) -> Iterator[Change]:
    """ "[Ann Lee], in a reply after the board failed to vote, said …", where Ann Lee and the board failed."""
    if verb.lemma.lower() not in cues.SAYING or verb.form not in TENSED or not verb.i or verb.nbor(-1).text != ",":
        return
    between = next((c for c in verb.children if c.i < verb.i and c.relation in ("clausal complement", "adverbial clause")), None)
    if between is None or any(c.relation in SAID_SUBJECTS and c.i < verb.i for c in verb.children):
        return
    subjects = [c for c in between.children if c.relation in SAID_SUBJECTS and c.i < between.i]
    if len(subjects) > 1 and subjects[0].right_edge.i + 1 < between.i and subjects[0].right_edge.nbor(1).text == ",":
        yield Change(between, verb, "adverbial clause")
        yield Change(subjects[0], verb, "subject")


def _second_cue_taken_into_what_is_said(verb: Token) -> Iterator[Change]:
    """ "Ann Lee said it was late and [cautioned that it was dark]", where it is late and cautioned."""
    said = verb.head
    if verb.relation != "conjunct" or said.relation != "clausal complement" or verb.form not in TENSED or verb.i < said.i:
        return
    says = {verb.lemma.lower(), said.head.lemma.lower()} <= cues.SAYING | cues.TO_SAYING
    if not says or any(c.relation in SAID_SUBJECTS for c in verb.children):
        return
    subject = next((c for c in said.children if c.relation in SAID_SUBJECTS), None)
    if subject is None or not any(c.relation in {"clausal complement", "open complement"} and c.i > verb.i for c in verb.children):
        return
    thing = subject.form in {"plural", "singular"} and not (role_of(subject.lemma) or body_of(subject.lemma))
    if thing or subject.lower in {"it", "there", "this", "that"}:
        yield Change(verb, said.head, "conjunct")


def _clause_before_taken_for_what_is_said(verb: Token) -> Iterator[Change]:
    """ "[He was flown to hospital] and a doctor said he was well", where the doctor would say both."""
    if verb.lemma.lower() not in cues.SAYING or verb.form not in TENSED:
        return
    subject = next((c for c in verb.children if c.relation == "subject" and c.i < verb.i), None)
    before = next((c for c in verb.children if c.relation == "clausal complement" and subject is not None and c.i < subject.i), None)
    if subject is None or before is None or not subject.left_edge.i or before.form not in TENSED | {"participle"}:
        return
    joint = subject.left_edge.nbor(-1)
    if joint.lower in _SET_AGAINST and any(c.relation in SAID_SUBJECTS for c in before.children):
        yield Change(before, before if verb.head is verb else verb.head, verb.relation)
        yield Change(verb, before, "conjunct")
        yield Change(joint, before, "coordinator")


def _past_in_a_row(verb: Token) -> Iterator[Change]:
    """ "killed nine, [injured] 40 and burnt 112 homes", where the second verb is read as a participle."""
    told = any(c.relation == "object" and c.i > verb.i for c in verb.children)
    alone = verb.relation == "conjunct" and verb.form == "participle" and verb.lower.endswith("ed") and told
    if alone and verb.head.form == "past" and not any(c.relation in AUXILIARIES for c in (*verb.children, *verb.head.children)):
        yield Change(verb, verb.head, "conjunct", "past")


def _verb_in_a_quotation(auxiliary: Token) -> Iterator[Change]:
    """ "“[Is] it true?” asked Judge Okello", where "is … asked" is read as one verb."""
    verb = auxiliary.head
    if auxiliary.relation not in AUXILIARIES or verb.lemma.lower() not in cues.INQUIT:
        return
    if any(t.is_quote and t.nbor(-1).text in _ENDING for t in auxiliary.tree[auxiliary.i + 1 : verb.i]):
        yield Change(auxiliary, verb, "clausal complement", part="verb")


def _name_behind_a_cue(cue: Token) -> Iterator[Change]:
    """ "“…,” said [Per] Aas", where a name is read as the preposition that it is spelt like."""
    if cue.lemma.lower() not in cues.INQUIT or cue.i < 1 or cue.i + 2 >= len(cue.tree) or not cue.nbor(-1).is_quote:
        return
    first, second = cue.nbor(1), cue.nbor(2)
    if first.part == "adposition" and first.text.istitle() and second.part == "proper noun" and second.head is first:
        yield Change(second, cue, "subject")
        yield Change(first, second, "compound", "proper singular", "proper noun")


def _ten_in_a_name(ten: Token) -> Iterator[Change]:
    """ "Jan [ten] Broek", where a particle of names is read as a number, though one thing follows it."""
    if ten.lower != "ten" or ten.part != "numeral" or ten.i + 1 >= len(ten.tree):
        return
    last = ten.nbor(1)
    if not last.text[0].isupper() or last.part not in _NOUNS or last.form not in {"singular", "proper singular"}:
        return
    yield Change(last, last.head, last.relation, "proper singular", "proper noun")
    yield Change(ten, last, "compound", "proper singular", "proper noun")
    at = ten.i - 1
    while at >= 0 and (ten.tree[at].part == "proper noun" or (ten.tree[at].form == "hyphen" and at)):
        yield Change(ten.tree[at], last, "punctuation" if ten.tree[at].is_punct else "compound")
        at -= 1


def _closing_mark_taken_into_a_phrase(mark: Token) -> Iterator[Change]:
    """ "“We fear it,[”] 52-year-old Halima Seck told …", where the mark that closes a quotation hangs on the noun behind it."""
    if mark.is_quote and mark.head.part in _NOUNS and mark.head.i > mark.i and mark.i and mark.nbor(-1).text in _ENDING:
        verb = mark.head
        while verb.part in _NOUNS and verb.head is not verb:
            verb = verb.head
        yield Change(mark, verb, "punctuation")


def _subject_taken_for_an_apposition(verb: Token) -> Iterator[Change]:
    """ "In a paper in The Lancet, [a group of doctors] reported that …", where the group is read as what the journal is."""
    if verb.form not in TENSED or verb.relation not in {"root", "clausal complement", "conjunct"} or not verb.i:
        return
    before = [c for c in verb.children if c.i < verb.i and c.relation not in ("punctuation", "coordinator", "adverbial")]
    if [c.relation for c in before] != ["preposition"] or before[0].right_edge.i != verb.i - 1:
        return
    noun = verb.nbor(-1)
    while noun.relation != "apposition" and noun.i > before[0].i:
        noun = noun.head
    if noun.relation == "apposition" and noun.right_edge.i == verb.i - 1 and noun.left_edge.nbor(-1).text == ",":
        yield Change(noun, verb, "subject")


def _no_choice_but_to(but: Token) -> Iterator[Change]:
    """ "said there was no option [but to kill them]", where somebody before would have done so: "seven stranded … but to kill them"."""
    if but.lower != "but" or not but.i or but.i + 2 >= len(but.tree) or but.nbor(1).lower != "to":
        return
    noun, verb = but.nbor(-1), but.nbor(1).head
    if noun.part in _NOUNS | {"pronoun"} and verb.form == "base" and verb.i > but.i:
        yield Change(verb, noun, "adnominal clause")
        yield Change(but, verb, "subordinator")


def _claimed_by(verb: Token) -> Iterator[Change]:
    """ "scores of attacks, [many claimed] by the rebels", where many would claim."""
    if verb.form not in {"past", "participle"} or verb.lemma.lower() not in cues.SAYING or verb.i + 2 >= len(verb.tree):
        return
    by, many = verb.nbor(1), verb.nbor(-1) if verb.i > 1 else verb
    if by.lower != "by" or many.head is not verb or many.relation != "subject" or many.nbor(-1).text != ",":
        return
    before = [t for t in verb.tree[: many.i - 1] if t.part in _NOUNS]
    if before and many.lower in _HOW_MANY:
        told = next((c for c in verb.children if c.relation == "clausal complement" and c.i < many.i), None)
        if told is not None:
            yield Change(told, told if verb.head is verb else verb.head, verb.relation)
        yield Change(verb, before[-1], "adnominal clause", "participle")
        yield Change(many, verb, "passive subject")
        yield Change(by, verb, "agent")


def _weeks_of_officials_saying(verb: Token) -> Iterator[Change]:
    """ "after weeks of [officials saying] that it is due", where what comes after those weeks would say so."""
    if verb.form != "ing" or verb.lemma.lower() not in cues.SAYING or verb.relation != "adverbial clause" or not verb.i:
        return
    noun = verb.nbor(-1)
    if noun.part not in _NOUNS or not (noun.part == "proper noun" or role_of(noun.lemma)):
        return
    while noun.relation in {"conjunct", "apposition"} and noun.head.i < noun.i:
        noun = noun.head
    if noun.relation == "prepositional object" and noun.head.lower in _WITH_WHOM:
        yield Change(verb, noun, "adnominal clause")


def _as_behind_a_comma(verb: Token) -> Iterator[Change]:
    """ "fell when nobody had expected it[, as fewer asked for work]": what a comma sets off tells of the clause that it all hangs on."""
    above = verb.head
    while above.relation in {"clausal complement", "open complement"} and above.head.i < above.i:
        above = above.head
    if verb.relation != "adverbial clause" or verb.left_edge.lower != "as" or above.relation != "adverbial clause" or above.i > verb.i:
        return
    if verb.left_edge.nbor(-1).text == "," and above.head.i < above.left_edge.i and above.head.part in {"verb", "auxiliary"}:
        yield Change(verb, above.head, "adverbial clause")


def _thought_behind_what_is_said(verb: Token) -> Iterator[Change]:
    """ "said the crews were glad[, knowing that it held]", where whoever said so would know it."""
    said = verb.head
    if (
        verb.form != "ing"
        or verb.relation != "adverbial clause"
        or verb.lemma.lower() not in cues.THINKING - cues.SAYING
        or said.i > verb.i
    ):
        return
    told = next((c for c in said.children if c.relation == "clausal complement" and said.i < c.i < verb.i), None)
    if told is not None and said.lemma.lower() in cues.SAYING and any(c.relation in SAID_SUBJECTS for c in told.children):
        yield Change(verb, told, "adverbial clause")


def _main_clause_taken_into_a_relative(verb: Token) -> Iterator[Change]:
    """ "A deal that would see hostages freed and [the first break in the fighting] is unlikely", where the break would be unlikely."""
    above = verb.head
    if verb.relation != "conjunct" or above.relation != "relative clause" or above.head is not verb.tree.root or verb.form not in TENSED:
        return
    noun, taken = above.head, next((c for c in verb.children if c.relation == "subject" and above.i < c.i < verb.i), None)
    if noun.part not in _NOUNS or taken is None or taken.left_edge.nbor(-1).relation != "coordinator":
        return
    if any(c.part in {"verb", "auxiliary"} and c.relation != "relative clause" for c in noun.children):
        return
    yield from _headed_by(verb, noun)
    yield Change(taken, above, "object")


def _aside_between_dashes(verb: Token) -> Iterator[Change]:
    """ "said the choice -- [nobody else was asked] -- was wrong", where the aside is read as the clause that is said."""
    subjects = [c for c in verb.children if c.relation in SAID_SUBJECTS and c.i < verb.i]
    main = next((c for c in verb.children if c.relation == "conjunct" and c.i > verb.i), None)
    if (
        len(subjects) < 2
        or main is None
        or main.part not in {"verb", "auxiliary"}
        or any(c.relation in SAID_SUBJECTS for c in main.children)
    ):
        return
    first, own = subjects[0], subjects[-1]
    if own.left_edge.nbor(-1).text in _DASHES and main.left_edge.nbor(-1).text in _DASHES:
        yield Change(main, main if verb.head is verb else verb.head, verb.relation)
        yield Change(verb, main, "parataxis")
        for child in (c for c in verb.children if c.i <= first.i):
            yield Change(child, main, child.relation)


def _past_taken_for_a_noun(told: Token) -> Iterator[Change]:
    """ "The strike, which began in May, [shut] schools", where nothing would have done anything."""
    noun, tree, comma = told.head, told.tree, told.right_edge.i + 1
    if told.relation not in {"relative clause", "adnominal clause"} or noun.relation != "root" or noun.part not in _NOUNS:
        return
    if comma + 1 >= len(tree) or tree[comma].text != "," or told.left_edge.nbor(-1).text != ",":
        return
    verb = tree[comma + 1]
    if verb.lower not in _PASTS or verb.part == "verb":
        return
    if verb.head.i > verb.i:
        yield Change(verb.head, verb, "object")
    yield from _headed_by(verb, noun)


def _headed_by(verb: Token, noun: Token) -> Iterator[Change]:
    """The verb as what heads the sentence, in place of the noun that is its subject."""
    tensed = verb.part in {"verb", "auxiliary"} and verb.form in TENSED
    yield Change(verb, verb, "root", *(() if tensed else ("past", "verb")))
    yield Change(noun, verb, "subject")
    yield from (Change(c, verb, c.relation) for c in noun.children if c.i > verb.i)


def _apposition_taken_for_a_subject(verb: Token) -> Iterator[Change]:
    """ "In Tarn, [one of the biggest markets], traders said …", where the market and the traders would say so."""
    subjects = [c for c in verb.children if c.relation == "subject" and c.i < verb.i]
    if len(subjects) != 2 or subjects[1].right_edge.i != verb.i - 1 or subjects[1].left_edge.nbor(-1).text != ",":
        return
    first, start = subjects[0], subjects[0].left_edge.i
    if start > 1 and first.tree[start - 1].text == "," and first.tree[start - 2].part in _NOUNS:
        yield Change(first, first.tree[start - 2], "apposition")


def _that_behind_a_clause_of_time(verb: Token) -> Iterator[Change]:
    """ "told the court before it rose [that he was ill]", where it would have risen that he was ill."""
    if verb.lemma.lower() not in cues.SAYING or any(c.relation == "clausal complement" for c in verb.children):
        return
    for time in (c for c in verb.children if c.relation == "adverbial clause" and c.i > verb.i and c.lemma.lower() not in cues.SAYING):
        hanging = (c for t in time.subtree if t is time or (t.head is time and t.lemma.lower() not in cues.CUE_NOUNS) for c in t.children)
        for clause in (c for c in hanging if c.i > time.i and c.left_edge.lower == "that" and c.left_edge.relation == "subordinator"):
            yield Change(clause, verb, "clausal complement")


def _then(verb: Token) -> Iterator[Change]:
    """ "hit the post, [then scored] from the rebound", of which the second is left hanging."""
    if verb.relation != "unclear" or verb.form not in TENSED or verb.i < 3 or verb.head.form not in TENSED or verb.head.i > verb.i:
        return
    then = verb.nbor(-1)
    if then.lower == "then" and then.nbor(-1).text == "," and not any(c.relation in SAID_SUBJECTS for c in verb.children):
        yield Change(verb, verb.head, "conjunct")
        yield Change(then, verb, "adverbial")


def _hour_cut_from_its_half(half: Token) -> Iterator[Change]:
    """ "under control at 7:20 [a.m.]", where the half of the day hangs on something else."""
    hour = half.nbor(-1) if half.i else half
    if half.lower in _HALVES and hour.text[0].isdigit() and half.head is not hour and hour.head is not half:
        yield Change(half, hour, "attributive")


def _title_cut_at_its_stop(title: Token) -> Iterator[Change]:
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


def _past_taken_for_a_description(told: Token) -> Iterator[Change]:
    """ "The Orsa Times outlet [reported] on Tuesday that 270 were hurt", where nothing says so."""
    noun = told.head
    if told.relation != "adnominal clause" or told.form != "participle" or noun.relation != "root" or noun.part not in _NOUNS:
        return
    says = told.lemma.lower() in cues.SAYING and any(c.relation == "clausal complement" for c in told.children)
    if says and noun.right_edge.i >= told.i and told.left_edge.nbor(-1) is noun and not any(c.lower == "by" for c in told.children):
        yield from _headed_by(told, noun)


_RULES: tuple[Callable[[Token], Iterator[Change]], ...] = (
    _past_taken_for_a_participle,
    _subject_taken_by_the_clause_before,
    _subject_taken_by_the_clause_between,
    _second_cue_taken_into_what_is_said,
    _clause_before_taken_for_what_is_said,
    _past_in_a_row,
    _verb_in_a_quotation,
    _name_behind_a_cue,
    _ten_in_a_name,
    _closing_mark_taken_into_a_phrase,
    _subject_taken_for_an_apposition,
    _no_choice_but_to,
    _claimed_by,
    _weeks_of_officials_saying,
    _as_behind_a_comma,
    _thought_behind_what_is_said,
    _main_clause_taken_into_a_relative,
    _aside_between_dashes,
    _past_taken_for_a_noun,
    _apposition_taken_for_a_subject,
    _that_behind_a_clause_of_time,
    _then,
    _hour_cut_from_its_half,
    _title_cut_at_its_stop,
    _past_taken_for_a_description,
    misread_clauses.second_verb_of_the_clause_between,
    misread_clauses.measure_taken_for_a_noun,
    misread_clauses.adjective_taken_for_a_subject,
    misread_clauses.left_as_a_state,
    misread_clauses.source_taken_into_a_participle,
    misread_clauses.what_somebody_said_of_it,
    misread_clauses.saying_taken_for_what_is_said,
    misread_clauses.fact_set_against_what_was_not_said,
    misread_clauses.name_taken_into_a_description,
    misread_clauses.second_of_three_verbs,
    misread_clauses.first_of_three_clauses,
    misread_clauses.harm_done_by_a_place,
    misread_clauses.which_hung_on_the_wrong_number,
    who_speaks.object_taken_from_its_clause,
    who_speaks.thought_of_whom_one_hears_about,
    who_speaks.read_taken_for_a_noun,
    who_speaks.what_is_told_hung_on_who_is_told,
    who_speaks.counsel_taken_for_two,
    who_speaks.genitive_without_an_s,
    who_speaks.role_taken_for_a_verb,
    who_speaks.clause_hung_on_what_is_quoted,
)
