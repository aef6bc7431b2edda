"""Mends what the parser is known to get wrong, where the words around leave no doubt: each rule shows a sentence that it errs in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from factcheck.language import cues
from factcheck.language.roles import acts, role_of
from factcheck.splitting.parser import misread_clauses, misread_words, who_speaks
from factcheck.splitting.parser.change import Change
from factcheck.splitting.parser.misread_words import headed_by
from factcheck.splitting.syntax import NOUNS, SAID_SUBJECTS, TENSED

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token, Tree


_WITH_WHOM = frozenset(("of", "with", "despite", "without"))
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


def _subject_taken_by_the_clause_before(verb: Token) -> Iterator[Change]:
    """ "argued it would hurt farmers and [the minister, Piet Lind,] countered that", where the farmers and the minister would be hurt."""
    if verb.relation != "conjunct" or verb.form not in TENSED or verb.lemma.lower() not in cues.SAYING or verb.head.i > verb.i:
        return
    if any(c.i < verb.i and c.relation not in ("coordinator", "punctuation") for c in verb.children):
        return
    noun = verb.nbor(-1) if verb.i else verb
    while noun.is_punct or (noun.relation in ("apposition", "prepositional object", "preposition") and noun.head.i < noun.i):
        noun = noun.head
    if noun.relation != "conjunct" or noun.part not in NOUNS or noun.right_edge.i != verb.i - 1 or noun.left_edge.i == 0:
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
    thing = subject.form in {"plural", "singular"} and not acts(subject.lemma)
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
    if noun.part in NOUNS | {"pronoun"} and verb.form == "base" and verb.i > but.i:
        yield Change(verb, noun, "adnominal clause")
        yield Change(but, verb, "subordinator")


def _weeks_of_officials_saying(verb: Token) -> Iterator[Change]:
    """ "after weeks of [officials saying] that it is due", where what comes after those weeks would say so."""
    if verb.form != "ing" or verb.lemma.lower() not in cues.SAYING or verb.relation != "adverbial clause" or not verb.i:
        return
    noun = verb.nbor(-1)
    if noun.part not in NOUNS or not (noun.part == "proper noun" or role_of(noun.lemma)):
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
    if noun.part not in NOUNS or taken is None or taken.left_edge.nbor(-1).relation != "coordinator":
        return
    if any(c.part in {"verb", "auxiliary"} and c.relation != "relative clause" for c in noun.children):
        return
    yield from headed_by(verb, noun)
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


def _apposition_taken_for_a_subject(verb: Token) -> Iterator[Change]:
    """ "In Tarn, [one of the biggest markets], traders said …", where the market and the traders would say so."""
    subjects = [c for c in verb.children if c.relation == "subject" and c.i < verb.i]
    if len(subjects) != 2 or subjects[1].right_edge.i != verb.i - 1 or subjects[1].left_edge.nbor(-1).text != ",":
        return
    first, start = subjects[0], subjects[0].left_edge.i
    if start > 1 and first.tree[start - 1].text == "," and first.tree[start - 2].part in NOUNS:
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


_RULES: tuple[Callable[[Token], Iterator[Change]], ...] = (
    misread_words.past_taken_for_a_participle,
    _subject_taken_by_the_clause_before,
    _subject_taken_by_the_clause_between,
    _second_cue_taken_into_what_is_said,
    _clause_before_taken_for_what_is_said,
    misread_words.past_in_a_row,
    misread_words.verb_in_a_quotation,
    misread_words.name_behind_a_cue,
    misread_words.ten_in_a_name,
    misread_words.closing_mark_taken_into_a_phrase,
    _subject_taken_for_an_apposition,
    _no_choice_but_to,
    misread_words.claimed_by,
    _weeks_of_officials_saying,
    _as_behind_a_comma,
    _thought_behind_what_is_said,
    _main_clause_taken_into_a_relative,
    _aside_between_dashes,
    misread_words.past_taken_for_a_noun,
    _apposition_taken_for_a_subject,
    _that_behind_a_clause_of_time,
    _then,
    misread_words.hour_cut_from_its_half,
    misread_words.title_cut_at_its_stop,
    misread_words.past_taken_for_a_description,
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
