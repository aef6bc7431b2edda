"""Opinions by the words that judge: what something is called, how it was done, what somebody shows or lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import appraisal, roles, stances
from factcheck.splitting.marks.clause import PREDICATES, Clause, is_be

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.splitting.tree import Token

_MEASURES = frozenset({"open complement", "preposition", "adverbial clause", "clausal complement"})
_OF_WHAT = frozenset({"clausal complement", "adnominal clause", "relative clause", "adverbial clause"})
_ADJECTIVES = frozenset({"adjective", "verb", "adverb"})
_VAGUE_OR_FELT = appraisal.VAGUE | appraisal.FEELINGS


def too_much(clause: Clause) -> str | None:
    """What is too much by nobody's measure: "came far too late", "it is too early to say", not "he was too ill to travel"."""
    head = clause.head
    words = [head] if head.part == "adjective" else [*clause.having("adjectival predicative", "adverbial", "object predicative")]
    if clause.voice.told_by in stances.CALLING:
        words = [t for t in clause.tokens if t.part == "adjective"]
    for word in words:
        if any(c.lower == "too" and c.relation == "adverbial" and c.i < word.i for c in word.children):
            measured = any(c.relation in _MEASURES for c in word.children) or any(clause.having("open complement"))
            it = clause.subject is not None and clause.subject.lower in {"it", "this", "that"}
            return None if measured and not it else f"too {word.text}"
    return None


def is_judged(clause: Clause) -> str | None:
    """ "The plan is a disgrace", "the show was wonderful", "we are delighted", "there was no good option"."""
    for word in clause.predicates():
        if (found := _judging(word, clause)) is not None:
            return found
    return None


def is_vague(clause: Clause) -> str | None:
    """Said by somebody, of no measure: "the sample was small", "people are so kind", "it's a tough market"."""
    if not clause.voice.spoken:
        return None
    for word in clause.predicates():
        if word.part in {"adjective", "adverb"}:
            shown = word.lower in stances.FIRM and any(c.relation == "clausal complement" for c in (*word.children, *clause.head.children))
            if shown or word.lower in stances.OFTEN:  # "it is very clear that he left": what is clear is asked of
                continue
            strong = next((c for c in word.children if c.relation == "adverbial" and c.lower in stances.INTENSIFIERS), None)
            if strong is not None:
                return f"{strong.text} {word.text}"
            if _is_loose(word, clause):
                return word.text
        among = appraisal.VAGUE if clause.voice.direct else appraisal.DIFFICULTY
        hard = next((c for c in word.children if c.relation == "attributive" and (c.lower in among or is_loose_attribute(c, clause))), None)
        such = next((c for c in word.children if c.lower == "such" and c.i < word.i), None)
        debated = clause.voice.direct and word.lemma in stances.DEBATED and not is_compound(word)
        if hard is not None or such is not None or debated:
            return (hard or such or word).text
    return None


def is_called(clause: Clause) -> str | None:
    """ "made it worse", "found the film dull" and, in indirect speech, "(called) the plan a disgrace", "(described) it as fruitful"."""
    for verb in (clause.head,) if clause.head.lemma in stances.RENDERING else ():
        for word in (c for c in verb.subtree if c.relation in PREDICATES or c.relation == "clausal complement"):
            if (found := _judging(word, clause)) is not None:
                return found
    return next((found for word in _called(clause) if (found := _judging(word, clause)) is not None), None)


def is_quoted(clause: Clause) -> str | None:
    """A predicate that the article keeps in the speaker's quotation marks: the measure was “a tax on terraced streets”."""
    if not clause.voice.spoken or clause.voice.direct:
        return None
    for word in _called(clause) or clause.predicates():
        parts = (word, *(c for c in word.children if c.relation == "attributive"))
        found = next((part for part in parts if len(part.text) > 2 and clause.quotes(part)), None)
        if found is not None and _names_something(word) and _names_something(found):
            return found.text
    attributes = (a for noun in clause.having("object") for a in noun.children if a.relation == "attributive" and clause.quotes(a))
    return next((a.text for a in attributes if _is_judging(a) or a.lower in appraisal.VAGUE), None)  # it involved “tough choices”


def _called(clause: Clause) -> list[Token]:
    """What something is called, where that is the cue: "(called the plan) a disgrace", "(described the talks) as fruitful"."""
    if clause.voice.told_by not in stances.CALLING:
        return []
    return [
        t
        for t in clause.tokens
        if t.relation in PREDICATES or t.head.lower == "as" or (t.part == "adjective" and t.head is clause.voice.cue)
    ]


def there_are_fears(clause: Clause) -> str | None:
    """ "There are fears that it could happen again"."""
    if not clause.existential:
        return None
    felt = next((c for c in clause.having("predicative", "object", "subject") if c.lemma in stances.ABROAD), None)
    told = felt is not None and any(c.relation in _OF_WHAT for c in (*felt.children, *clause.head.children))
    return felt.text if felt is not None and told else None


def sees_none(clause: Clause) -> str | None:
    """ "He saw no point in it", "I don't see a problem with that", said by somebody."""
    if not clause.voice.spoken or clause.head.lemma not in stances.DEEMING:
        return None
    for word in clause.having("object"):
        none = any(c.lower in {"no", "little", "any"} for c in word.children) or clause.negated
        if none and word.lemma in appraisal.NO_SUCH and not is_compound(word):
            return f"{clause.head.text} … {word.text}"
    return None


def the_problem_is(clause: Clause) -> str | None:
    """ "Our only problem is the mayor", "the issue is that nobody asked us", "it is nobody's aim to", said by somebody."""
    subject = clause.subject
    if clause.voice.direct and is_be(clause.head):
        aims = (*([subject] if subject is not None else []), *clause.predicates())
        if (
            aim := next((w for w in aims if w.lemma in stances.AIMS and any(c.relation == "possessor" for c in w.children)), None)
        ) is not None:
            return aim.text
    if subject is None or not clause.voice.spoken or not is_be(clause.head) or subject.lemma not in _PROBLEMS:
        return None
    told = any(clause.having("clausal complement", "open complement"))
    return subject.text if (told or clause.voice.direct) and not is_compound(subject) else None


def is_believed(clause: Clause) -> str | None:
    """A belief that is handed on: "(repeated) their belief that it is needed", "we share the view that"."""
    if not clause.voice.spoken:
        return None
    nouns = [clause.head] if clause.head.part == "noun" else [*clause.having("object")]
    return next((n.text for n in nouns if n.lemma in stances.BELIEFS and any(c.relation in _OF_WHAT for c in n.children)), None)


def no_such_thing(clause: Clause) -> str | None:
    """ "There is no excuse"."""
    if not clause.existential:
        return None
    for word in clause.having("predicative", "object", "subject"):
        if clause.voice.direct and word.lower in {"nothing", "something", "nobody"}:
            return word.text
        none = any(c.lower in {"no", "little"} for c in word.children)
        alike = clause.voice.direct and any(c.lower in {"like", "other"} for c in (*word.children, *clause.head.children))
        if none and (alike or word.lemma in appraisal.NO_SUCH):
            return f"no {word.text}"
    return None


def the_scandal_is(clause: Clause) -> str | None:
    """ "The real scandal is what is legal"."""
    subject = clause.subject
    told = subject is not None and is_be(clause.head) and subject.lemma in stances.TRUE_HEADS
    return subject.text if subject is not None and told and any(clause.having("clausal complement", "open complement")) else None


def is_a_sign(clause: Clause) -> str | None:
    """ "The result is an indication that pupils try harder"."""
    if not is_be(clause.head):
        return None
    for word in (word for word in clause.predicates() if word.lemma in stances.SIGNS):
        if any(c.relation in _OF_WHAT or c.lower == "of" for c in (*word.children, *clause.head.children)):
            return word.text
    return None


def the_best_thing_is(clause: Clause) -> str | None:
    """ "The best thing is that we won"."""
    subject = clause.subject
    if subject is None or not is_be(clause.head) or subject.lemma not in stances.THINGS:
        return None
    return next((f"{word.text} {subject.text}" for word in judging_attributes(subject)), None)


def what_matters_is(clause: Clause) -> str | None:
    """ "What is important is", "what riles me is", said by somebody."""
    subject = clause.subject
    if subject is None or not is_be(clause.head) or subject.relation != "clausal subject" or not clause.voice.spoken:
        return None
    return next((word.text for word in (subject, *subject.children) if _is_judging(word) or word.lower in _VAGUE_OR_FELT), None)


def all_i_want(clause: Clause) -> str | None:
    """ "All I want is peace"."""
    subject = clause.subject
    if subject is None or not is_be(clause.head) or subject.lower != "all":
        return None
    wanted = (t for c in subject.children if c.relation == "relative clause" for t in c.children)
    return f"{subject.text} … {clause.head.text}" if any(t.lower in {"i", "we"} for t in wanted) else None


def _judging(word: Token, clause: Clause) -> str | None:
    """The word of a predicate that judges: the adjective or noun itself, or an adjective before the noun."""
    about = clause.subject.lemma.lower() if clause.subject is not None else ""
    if word.lower in {"best", "worst"} and _is_a_record(word, clause.head):
        return None
    if _is_judging(word) or _is_felt(word, clause):
        return None if appraisal.is_on_record(word.lower, about) else word.text
    if word.lower == "one":  # "a poor one", "one of the best players in the world"
        among = (word, *(noun for c in word.children if c.lower == "of" for noun in c.children))
        return next((a.text for noun in among for a in judging_attributes(noun)), None)
    if word.part not in {"noun", "proper noun"} or word.text[0].isupper():
        return None
    there_are = clause.existential and (not clause.voice.spoken or any(c.lower == "no" for c in word.children))
    if word.lemma in appraisal.NOUNS and not is_compound(word) and not there_are:
        return word.text
    fragment = word is clause.head and not clause.voice.spoken
    found = None if fragment else next(judging_attributes(word), None)
    return found.text if found is not None else None


def _is_felt(word: Token, clause: Clause) -> bool:
    """Whether somebody says how he feels; "keen to win" and "relieved of his duties" tell what somebody does or bears, and an article's
    own words, and a speaker who tells of others ("said the pilots were upset"), what has been shown.
    """
    if word.part not in _ADJECTIVES or word.lower not in appraisal.FEELINGS or clause.head.lemma in stances.RENDERING:
        return False
    acted = any(c.relation == "open complement" or (word.lower, c.lower) == ("relieved", "of") for c in word.children)
    return clause.voice.direct or (clause.voice.spoken and not acted and not _is_of_others(clause.subject))


def _is_of_others(subject: Token | None) -> bool:
    """Whether it is people, or a body, that somebody tells of: "the pilots", "Moss", "the board"; a thing feels nothing, and is judged."""
    if subject is None or subject.part not in {"noun", "proper noun"}:
        return False
    named = subject.part == "proper noun" or subject.form == "plural"
    return named or roles.acts(subject.lemma)


def judging_attributes(noun: Token) -> Iterator[Token]:
    """The adjectives before a noun that judge it; "her best time", "the worst flood since 1953" are records, which are kept."""
    owned = any(c.relation == "possessor" for c in noun.children)
    record = _is_a_record(noun, noun.head)
    for part in noun.children:
        if part.relation != "attributive":
            continue
        if part.lower in {"best", "worst"}:
            if not owned and not record:
                yield part
        elif _is_judging(part) and not appraisal.is_on_record(part.lower, noun.lemma):
            yield part


def _is_a_record(*words: Token) -> bool:
    """Whether a time or a history is named in which nothing was better or worse: "the worst in two decades", "since 1953"."""
    return any(
        c.lower in {"since", "in", "for", "on"} and any(_is_time(t) or t.lower in _RECORDS for t in c.subtree)
        for word in words
        for c in word.children
    )


_PROBLEMS = frozenset({"challenge", "concern", "difficulty", "issue", "priority", "problem", "worry"})
_ASKS = frozenset({"appealing", "mistaken"})
_DOING = frozenset({"against", "for", "to"})
_RECORDS = frozenset({"history", "record", "memory"})


def _is_judging(word: Token) -> bool:
    """Whether it is an adjective that judges, in whatever degree: "good", "greatest", "worrying"; "greater" is of size, and who is
    "appealing for" something, or "mistaken for" somebody, does so or is.
    """
    if word.part not in _ADJECTIVES or word.lower == "greater":
        return False
    if word.lower in {"better", "worse"} and any(t.part == "numeral" for t in (*word.subtree, *word.tree[max(0, word.i - 2) : word.i])):
        return False  # "£20 a week worse off"
    if (word.form in {"ing", "participle"} or word.lower in _ASKS) and any(c.lower in _DOING for c in word.children):
        return False
    return word.lower in appraisal.JUDGING or word.lemma in appraisal.JUDGING


def _is_time(token: Token) -> bool:
    """Whether the word is a year, a number or the name of a day."""
    return token.part == "numeral" or token.text.isdigit()


def is_compound(noun: Token) -> bool:
    """Whether a noun before it makes it another thing: "power failure", "tax relief"."""
    return any(c.relation == "compound" for c in noun.children)


def _is_loose(word: Token, clause: Clause) -> bool:
    """Whether an adjective tells what cannot be looked up: a vague one and, in somebody's own words, each that is not of a state or kind.

    "Taller than" can be measured, and so can what has a number or an end ("small enough to").
    """
    if _is_measured(word) or word.text[0].isupper() or "-" in _beside(word):
        return False
    if word.lower in appraisal.VAGUE or (clause.voice.direct and word.form != "superlative" and word.lemma in appraisal.VAGUE):
        return True
    plain = word.part == "adjective" and word.form != "superlative" and word.lower == word.lemma and "-" not in word.text
    return clause.voice.direct and plain and word.lower not in appraisal.FACTUAL


def is_loose_attribute(word: Token, clause: Clause) -> bool:
    """Whether in somebody's own words an adjective before a noun tells what cannot be looked up: "a radical plan", not "a medical plan"."""
    alone = not any(t.part in {"numeral", "proper noun"} for c in word.head.lefts for t in c.subtree)
    kind = word.lower in stances.ORDERING or word.lower in stances.RELATIONAL or any(c.lower == "most" for c in word.children)
    return clause.voice.direct and alone and not kind and _is_loose(word, clause)


def _beside(word: Token) -> list[str]:
    """The words before and after a word."""
    return [word.tree[i].text for i in (word.i - 1, word.i + 1) if 0 <= i < len(word.tree)]


def _is_measured(adjective: Token) -> bool:
    """Whether a number or a comparison gives the measure: "two metres tall", "as large as", "small enough to"."""
    return any(
        c.relation in {"adverbial noun", "quantifier", "numeral"} or c.lower in {"as", "enough", "than"} or c.relation == "open complement"
        for c in adjective.children
    )


def _names_something(word: Token) -> bool:
    """Whether a quoted predicate is an adjective, or a noun with "a" or bare; "the owner", a role and a plural are facts in his words."""
    if word.part == "adjective":
        return word.lower not in appraisal.FACTUAL and word.right_edge.i + 1 < len(word.tree) and word.nbor(1).text != "-"
    if word.part != "noun" or any(t.part in {"numeral", "proper noun"} for t in word.subtree) or roles.role_of(word.lemma):
        return False
    articles = [c.lower for c in word.children if c.relation in {"determiner", "possessor"}]
    kind = any(c.lower == "of" for c in word.children)  # "part of the team"
    return word.form == "singular" and (articles[0] in {"a", "an"} if articles else not kind)
