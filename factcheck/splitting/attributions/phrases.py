"""Cues that are no verbs: `according to X`, `in X's view`, `the claim that`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language import cues, roles
from factcheck.model import Span
from factcheck.splitting.attributions.contents import Contents
from factcheck.splitting.attributions.no_saying import is_no_source
from factcheck.splitting.attributions.speakers import Speakers
from factcheck.splitting.attributions.view import Finding, View
from factcheck.splitting.syntax import FINITE, NOUN_SUBJECTS, SAID_SUBJECTS, SUBJECTS, TENSED, WH_PRONOUNS, has_to

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token


_LONGEST_SOURCE = 4
_FEWEST_SAID = 3
"""Words of who is named before or behind a colon, and of what is said."""
_NOBODY = frozenset(("it", "that", "there", "this", "what"))
_MAKING = frozenset(("made", "make", "makes", "making"))
_CLEAR = frozenset(("clear", "known", "plain", "public"))
_FAR = 4
"""Words from `made` to `clear`: `made it abundantly clear that …`."""
_DASHES = frozenset(("-", "–", "—"))
_TOLD = FINITE | {"participle"}
"""Forms of a verb in what a headline tells: "Five killed in blast"."""


def by_phrases(view: View, speakers: Speakers) -> Iterator[Finding]:
    """What stands in a sentence as somebody's by a phrase or a noun."""
    for token in view.tokens:
        if view.quoted(token):
            continue
        if token.lower == "according" and token.i + 2 < len(view.tokens) and token.nbor(1).text in {"to", "TO"}:
            yield from _according(view, speakers, token)
        elif (
            token.lower == "as"
            and token.relation in ("subordinator", "preposition", "adverbial")
            and token.head.lemma.lower() in cues.AS_SAID
        ):
            yield from _as_said(view, speakers, token)
        elif token.part == "noun" and token.lemma.lower() in cues.CUE_NOUNS:
            yield from _noun(view, speakers, token)
        elif token.lower in _CLEAR and (made := _made(view, token)) is not None:
            yield from _made_clear(view, speakers, made, token)
        elif token.part == "adjective" and token.lower in cues.SURE:
            yield from _sure(view, speakers, token)
        if token.lemma.lower() in cues.VIEWS and token.relation == "prepositional object" and token.head.lower in ("in", "to", "by"):
            yield from _in_view(view, speakers, token)


def by_colon(view: View, speakers: Speakers) -> Iterator[Finding]:
    """`Police: gunman acted alone`, `Gunman acted alone: police`, `… - police`: what a headline has from somebody, without a verb."""
    tokens = [t for t in view.tokens if not t.is_space]
    while tokens and tokens[-1].text == ".":
        tokens.pop()
    joints = [n for n, t in enumerate(tokens) if t.text == ":" or (n and t.text in _DASHES and t.spaced and tokens[n - 1].spaced)]
    if len(joints) != 1 or view.quotations:
        return
    before, after = tokens[: joints[0]], tokens[joints[0] + 1 :]
    for source, said in ((before, after), (after, before))[tokens[joints[0]].text != ":" :]:
        if _is_a_source(source) and len(said) >= _FEWEST_SAID and any(t.form in _TOLD or has_to(t) for t in said):
            content = Contents(view, speakers).spans(range(said[0].i, said[-1].i + 1))
            yield Finding("titled", view.span(source[0].i, source[-1].i), None, content, view.number)
            return


def _is_a_source(words: list[Token]) -> bool:
    """Whether the words are no more than who or what is the source: "US officials", "study"."""
    if not 0 < len(words) <= _LONGEST_SOURCE or any(t.form in FINITE or t.is_punct for t in words[:-1]):
        return False
    last = words[-1]
    if any(t.part == "numeral" for t in words):
        return False  # "Orsa Awards 2022 winners: …"
    return roles.role_of(last.lemma) or last.lemma.lower() in cues.COLON_SOURCES


def _sure(view: View, speakers: Speakers, adjective: Token) -> Iterator[Finding]:
    """`Okafor is confident that …`, `she remained adamant it would pass`: what somebody is sure of."""
    verb = adjective.head
    subject = next((c for c in verb.children if c.relation == "subject" and c.i < adjective.i), None)
    clauses = [c for c in (*adjective.children, *verb.children) if c.relation == "clausal complement" and c.i > adjective.i]
    if subject is None or not clauses or verb.form not in TENSED or view.quoted(subject) or subject.form in WH_PRONOUNS:
        return
    if subject.lower in _NOBODY:
        return
    contents = Contents(view, speakers)
    content = contents.clause(clauses[0], adjective) if len(clauses) == 1 else contents.phrase(clauses, adjective)
    if content and any(c.relation in SUBJECTS for clause in clauses for c in clause.children):
        yield Finding("sure", speakers.phrase(subject), view.span(adjective.i, adjective.i), content, view.number)


def _made(view: View, clear: Token) -> Token | None:
    """The `made` of `made it clear`, with nothing between the two but an "it" and how clear it is."""
    made = next((t for t in reversed(view.tokens[max(0, clear.i - _FAR) : clear.i]) if t.lower in _MAKING), None)
    between = view.tokens[made.i + 1 : clear.i] if made is not None else []
    return made if all(t.lower == "it" or t.part == "adverb" for t in between) else None


def _made_clear(view: View, speakers: Speakers, made: Token, clear: Token) -> Iterator[Finding]:
    """`Okafor made it clear that …`, `officials made plain they would not pay`: the clause behind, whatever the parse hangs it on."""
    speaker = speakers.of(made)
    hung = (t for t in view.tokens[clear.i + 1 :] if t.head in (made, clear) and t.left_edge.i == clear.i + 1)
    clause = next((t for t in hung if any(c.relation in SAID_SUBJECTS for c in t.children)), None)
    nobody = speaker is None or view.text[speaker.start : speaker.end].lower() in _NOBODY or is_no_source(view, speaker, made)
    if nobody or clause is None:
        return
    content = Contents(view, speakers).clause(clause, clear)
    if content:
        yield Finding("sure", speaker, view.span(clear.i, clear.i), content, view.number)


def _in_view(view: View, speakers: Speakers, noun: Token) -> Iterator[Finding]:
    """`In Okafor's view, …`, `…, in the words of the mayor`: a phrase set off from the clause that it makes somebody's."""
    phrase, whose = noun.head, next((c for c in noun.children if c.relation == "possessor"), None)
    if whose is None:
        of = next((c for c in noun.children if c.relation == "preposition" and c.lower == "of"), None)
        whose = next((c for c in of.children if c.relation == "prepositional object"), None) if of is not None else None
    first, last = phrase.left_edge.i, phrase.right_edge.i
    opens = first == 0 and last + 1 < len(view.tokens) and view.tokens[last + 1].text == ","
    closes = first > 0 and view.tokens[first - 1].text == ","
    if whose is None or not (opens or closes) or phrase.head.i == phrase.i:
        return
    content = Contents(view, speakers).spans({t.i for t in _scope(phrase).subtree} - set(range(first, last + 1)))
    if content:
        yield Finding("according", speakers.owner(whose), view.span(noun.i, noun.i), content, view.number)


def _as_said(view: View, speakers: Speakers, as_: Token) -> Iterator[Finding]:
    """`As Okafor pointed out, …`, `…, as the report shows, …`: set off by commas, and saying nothing else."""
    verb, last = as_.head, len(view.tokens) - 1
    own = [c for c in verb.children if c.i > as_.i]
    subject = next((c for c in own if c.relation == "subject" and c.i < verb.i), None)
    told = next((c for c in own if c.relation == "object"), None)
    says = any(c.relation in ("clausal complement", "open complement") for c in own) or (
        told is not None and verb.lemma not in ("tell", "remind", "put")
    )
    if verb.lemma == "put" and (told is None or told.lower != "it"):
        return
    end = next((t.i - 1 for t in view.tokens[verb.i :] if t.text in (",", ":", ";", ")", "—", "–", "--")), last)
    opens = as_.i == 0 and end < last
    if subject is None or verb.form not in TENSED or says or not (opens or view.tokens[as_.i - 1].text in (",", "—", "–", "--", "(")):
        return
    content = Contents(view, speakers).spans({t.i for t in _scope(verb).subtree} - set(range(as_.i, end + 1)))
    if content:
        yield Finding("as", speakers.phrase(subject), view.span(verb.i, verb.i), content, view.number)


def _according(view: View, speakers: Speakers, token: Token) -> Iterator[Finding]:
    to = token.nbor(1)
    source = next((c for c in to.children if c.relation == "prepositional object"), None)
    speaker = speakers.phrase(source) if source is not None else speakers.after(to.i + 1)
    if speaker is None:
        return
    end = max((t.i for t in source.subtree), default=to.i + 1) if source is not None else to.i + 1
    clause = _scope(token)
    if clause.lemma.lower() in cues.SAYING and _says(clause, token):
        return  # "The board said it was full, according to its report": the board's words, and where they stand
    own = {t.i for t in token.subtree} | set(range(token.i, end + 1))
    numbers = {t.i for t in clause.subtree} - own
    content = Contents(view, speakers).spans(numbers)
    if content:
        yield Finding("according", speaker, view.span(token.i, to.i), content, view.number)


def _says(clause: Token, behind: Token) -> bool:
    """Whether somebody says in the clause, before a token, that something is so."""
    said = any(c.relation == "clausal complement" and clause.i < c.i < behind.i for c in clause.children)
    return said and any(c.relation == "subject" and c.i < clause.i for c in clause.children)


def _scope(token: Token) -> Token:
    """The clause that a phrase speaks of: the nearest with a subject that is coordinated, or the whole sentence."""
    for ancestor in token.ancestors:
        if (
            ancestor.part in ("verb", "auxiliary")
            and ancestor.relation == "conjunct"
            and any(c.relation in NOUN_SUBJECTS for c in ancestor.children)
        ):
            return ancestor
    return token.tree.root


def _noun(view: View, speakers: Speakers, noun: Token) -> Iterator[Finding]:
    clause = next(
        (
            c
            for c in noun.children
            if c.relation in ("adnominal clause", "clausal complement")
            and c.i > noun.i
            and any(g.relation == "subordinator" and g.lower == "that" for g in c.children)
        ),
        None,
    )
    if clause is None:
        clause = _clause_behind(view, noun)
    if clause is None:
        return
    owner = next((c for c in noun.children if c.relation == "possessor"), None)
    by = next(
        (
            g
            for c in noun.children
            if c.relation == "preposition" and c.lower in ("by", "from", "of", "among")
            for g in c.children
            if g.relation == "prepositional object"
        ),
        None,
    )
    speaker = speakers.owner(owner) if owner is not None else speakers.phrase(by) if by is not None else _named_before(view, noun)
    content = Contents(view, speakers).clause(clause, noun)
    if content:
        yield Finding("noun", speaker, view.span(noun.i, noun.i), content, view.number)


def _clause_behind(view: View, noun: Token) -> Token | None:
    """The clause right behind a noun, where the parse hangs it on the verb above: `seized on a report that …`."""
    that = view.tokens[noun.i + 1] if noun.i + 1 < len(view.tokens) else None
    if that is None or that.lower != "that" or that.relation != "subordinator" or noun.relation not in ("object", "prepositional object"):
        return None
    return that.head if that.head.left_edge.i == that.i and that.head.relation in ("clausal complement", "adverbial clause") else None


def _named_before(view: View, noun: Token) -> Span | None:
    """Whose it is where a name stands before the noun: `a Hadley Post report that …`."""
    names = [c.i for c in noun.children if c.relation in ("compound", "noun modifier") and c.part == "proper noun"]
    if not names or max(names) != noun.i - 1:
        return None
    first = noun.nbor(-1).left_edge.i
    return view.span(first, noun.i - 1)
