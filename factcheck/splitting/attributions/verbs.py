"""Cues that are verbs, with what they say as a clause, an infinitive, a name or a noun phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.language import cues
from factcheck.language.lexicon import words
from factcheck.language.roles import role_of
from factcheck.model import Span
from factcheck.splitting.attributions.asides import aside_of, is_set_off
from factcheck.splitting.attributions.contents import Contents, Said
from factcheck.splitting.attributions.no_saying import is_no_saying, is_no_source
from factcheck.splitting.attributions.speakers import Speakers, is_hearing, is_passive
from factcheck.splitting.attributions.view import Finding, View, merged
from factcheck.splitting.syntax import AUXILIARIES, FINITE, SAID_SUBJECTS, WH_WORDS, has_to

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_CUES = (
    cues.SAYING
    | cues.THINKING
    | cues.ASIDE
    | cues.TO_SAYING
    | cues.TO_WANTING
    | cues.NAMING
    | cues.NAMING_ONESELF
    | cues.JUDGING
    | cues.OBJECT
    | cues.RECKONING
    | words("verb_frames", "telling_how")
    | frozenset((*cues.FOR_OBJECT, *cues.WITH_PARTICLE))
)


def by_verbs(view: View, speakers: Speakers, used: set[int], claimed: Iterable[Span] = ()) -> Iterator[Finding]:
    """What the sentence's verbs say, from the outermost to the innermost. `used` holds cues that were read already."""
    contents = Contents(view, speakers, claimed)
    verbs = [t for t in view.tokens if t.part in ("verb", "auxiliary") and t.lemma.lower() in _CUES and not view.quoted(t)]
    for verb in sorted(verbs, key=lambda t: (sum(1 for _ in t.ancestors), t.i)):
        if verb.i in used:
            continue
        said = _said(view, contents, verb)
        if said is None:
            continue
        frame, content = said
        speaker = speakers.of(verb)
        if speaker is None and not frame.startswith("passive") and not _may_lack_a_speaker(verb, frame):
            continue
        if is_no_saying(view, verb) or (speaker is None and verb.relation == "prepositional clause"):
            continue  # "After being told that it was full, they left"
        if not content or (speaker is not None and (any(c.contains(speaker) for c in content) or is_no_source(view, speaker, verb))):
            continue
        yield Finding(frame, speaker, view.span(verb.i, verb.i), content, view.number)


_FOUGHT = words("cues", "fought")
_WON = words("cues", "won")


def _may_lack_a_speaker(verb: Token, frame: str) -> bool:
    return (is_passive(verb) and frame in ("clause", "naming")) or (is_hearing(verb) and frame in ("aside", "clause", "thought"))


def _said(view: View, contents: Contents, verb: Token) -> Said | None:
    lemma = verb.lemma.lower()
    children = list(verb.children)
    if is_passive(verb):
        return _passive(contents, verb, lemma, children)
    aside = aside_of(view, contents, verb, lemma)
    clauses = [c for c in children if _is_said(view, c, verb)]
    clause = clauses[0] if clauses else _embedded(verb, lemma, children)
    how = clause is not None and lemma in _TELLING_HOW and clause.left_edge.form in WH_WORDS  # "described how he fell"
    if clause is not None and (how or lemma in cues.SAYING | cues.THINKING) and not (aside is not None and is_set_off(view, verb)):
        others = [c for c in clauses if c.i != clause.i]
        content = contents.clause(clause, verb)
        for other in (*others, *(c for c in children if c.i > clause.i and _reported_on(c, clause, verb))):
            content += contents.clause(other, verb)
        return ("clause" if how or lemma in cues.SAYING else "thought"), merged(view.text, content)
    if aside is not None:
        return aside
    for reader in (_naming, _judging, _infinitive, _object):
        if (found := reader(contents, verb, lemma, children)) is not None:
            return found
    return None


def _is_said(view: View, clause: Token, verb: Token) -> bool:
    """Whether a clause under the cue is what it says, not one before a colon or a semicolon, nor one before a cue with an object."""
    if clause.relation != "clausal complement":
        return False
    if clause.i > verb.i:
        told = any(c.relation == "object" and verb.i < c.i < clause.i for c in verb.children)
        if told and clause.left_edge.lower == "which" and clause.left_edge.nbor(-1).text == ",":
            return False  # "asked three people, which led others to doubt it"
        return verb.lemma not in _SENSING or _finite(clause)
    between = view.tokens[clause.right_edge.i : verb.i]
    return not any(t.text in (":", ";") and not view.quoted(t) for t in between) and not any(
        c.relation == "object" and c.i > verb.i for c in verb.children if verb.lemma.lower() not in _TO_SOMEBODY
    )


_SENSING = frozenset(("find", "see", "hear", "notice"))
"""Cues only with a finite clause: `found that it was shut`, not `found the door shut`."""

_TO_SOMEBODY = words("verb_frames", "to_somebody")
"""Cues whose object is who is told."""


def _embedded(verb: Token, lemma: str, children: list[Token]) -> Token | None:
    """What is said where the parse has it as an adverbial or a relative clause: `has not said when it opens`, `told guests that …`."""
    for child in children:
        if (
            child.relation == "adverbial clause"
            and lemma in _WHETHER
            and _finite(child)
            and child.left_edge.i - verb.i in (1, 2)
            and child.left_edge.lower in _INDIRECTLY
            and any(c.relation in SAID_SUBJECTS for c in child.children)
        ):
            return child
        told = child.relation == "object" and lemma in _TO_SOMEBODY
        where = child.relation == "preposition" and child.i > verb.i and child.lower not in _ABOUT and lemma in cues.SAYING
        if (told or where) and (inner := _that_clause(child)) is not None:
            return inner
    return None


def _that_clause(above: Token) -> Token | None:
    """A clause that the parse hangs on a noun before it, though the noun has no part in it: `warned in a statement that …`."""
    for inner in above.subtree:
        if inner.relation in ("relative clause", "adnominal clause") and _finite(inner):
            names = {(c.relation, c.lower) for c in inner.children}
            if ("subordinator", "that") in names and any(dep in SAID_SUBJECTS for dep, _ in names):
                return inner
    return None


_ABOUT = words("small_words", "about")
"""Prepositions before what is spoken of, rather than where, when or to whom it is said."""
_TELLING_HOW = words("verb_frames", "telling_how")
_WHETHER = words("verb_frames", "whether")
_INDIRECTLY = frozenset(("when", "whether", "why", "how", "where", "if"))
"""Cues that may be followed by an indirect question, and the words that open one (Quirk et al. 15.5)."""


def _reported_on(token: Token, clause: Token, verb: Token) -> bool:
    """Whether a clause that the parse hangs beside the cue goes on with what was said: `said it was late, but would come`.

    It has a modal verb, which in the past tense marks reported speech (Quirk et al. 14.31), and no cue of its own; behind a cue in
    the present it has no subject either.
    """
    if token.relation != "conjunct" or token.lemma.lower() in cues.SAYING:
        return False
    modal = any(c.form == "modal" and c.lower in _REPORTED_MODALS for c in token.children if c.relation == "auxiliary")
    subject = any(c.relation in SAID_SUBJECTS for c in token.children)
    return modal and (not subject or verb.form == "past") and token.left_edge.i - clause.right_edge.i <= 3


_CLOCK = frozenset(("am", "pm", "a.m.", "p.m.", "o'clock", "noon"))
_REPORTED_MODALS = words("small_words", "reported_modals")


def _passive(contents: Contents, verb: Token, lemma: str, children: list[Token]) -> Said | None:
    clause = next((c for c in children if c.relation == "clausal complement"), None)
    if clause is not None and lemma in cues.SAYING | cues.THINKING:
        return "clause", contents.clause(clause, verb)
    to = next((c for c in children if c.relation == "open complement" and has_to(c)), None)
    subject = next((c for c in children if c.relation == "passive subject"), None)
    if to is not None and subject is not None and lemma in cues.PASSIVE_TO:
        return "passive-to", contents.spans({t.i for t in subject.subtree} | {t.i for t in to.subtree})
    if to is not None and subject is not None and lemma in cues.TO_SAYING:
        return "passive-told", contents.spans({t.i for t in subject.subtree} | {t.i for t in to.subtree})
    if lemma in cues.NAMING | cues.JUDGING and subject is not None:
        rest = [
            c
            for c in children
            if c.i > verb.i
            and (
                (lemma != "see" and c.relation in ("object predicative", "predicative", "open complement"))
                or (c.relation == "preposition" and c.lower in ("as", "of", "for"))
            )
        ]
        if rest:
            return "passive-naming", contents.spans({t.i for t in subject.subtree} | {t.i for c in rest for t in c.subtree})
    return None


def _infinitive(contents: Contents, verb: Token, lemma: str, children: list[Token]) -> Said | None:
    if lemma not in cues.TO_SAYING | cues.TO_WANTING:
        return None
    frame = "to-say" if lemma in cues.TO_SAYING else "to-want"
    for child in children:
        if child.i > verb.i and child.relation in ("open complement", "clausal complement", "adverbial clause") and has_to(child):
            if child.relation == "adverbial clause" and child.left_edge.i > verb.i + 6:
                continue
            return frame, contents.clause(child, verb)
    return None


def _naming(contents: Contents, verb: Token, lemma: str, children: list[Token]) -> Said | None:
    oneself = any(c.relation == "object" and c.lower.endswith(("self", "selves")) for c in children)
    if lemma not in cues.NAMING and not (oneself and lemma in cues.NAMING_ONESELF):
        return None
    small = next(
        (
            c
            for c in children
            if c.relation == "clausal complement" and c.i > verb.i and any(g.relation == "subject" for g in c.children) and not _finite(c)
        ),
        None,
    )
    if small is not None and lemma != "see":
        return "naming-small", contents.phrase([small], verb)
    thing = next((c for c in children if c.relation == "object"), None)
    named = next(
        (
            c
            for c in children
            if c.i > verb.i and (c.relation in ("object predicative", "predicative") or (c.relation == "preposition" and c.lower == "as"))
        ),
        None,
    )
    if thing is None and lemma == "call" and verb.relation in ("root", "conjunct"):
        return None  # `called an election`, of which the parse makes a name
    if thing is not None and named is None and (quoted := _quoted_after(contents, thing)) is not None:
        return "naming", contents.phrase([thing, quoted], verb)
    if named is not None:
        parts = [named] if thing is None or thing.i < verb.i else [thing, named]
        return "naming", contents.phrase(parts, verb)
    if thing is not None:
        inside = next((c for c in thing.children if c.relation == "preposition" and c.lower == "as"), None)
        if inside is not None:
            return "naming-as", contents.phrase([thing], verb)
    return None


def _quoted_after(contents: Contents, thing: Token) -> Token | None:
    """The first word of a quotation that stands right after what is named, whatever the parse makes of it: `called it “a rip-off”`."""
    following = thing.tree[thing.right_edge.i + 1 : thing.right_edge.i + 3]
    return next((t for t in following if contents.quoted(t) and not t.is_punct), None)


def _finite(verb: Token) -> bool:
    """Whether it or an auxiliary of it has a finite form, whatever part of speech the parse makes of it."""
    return verb.form in FINITE or any(c.form in FINITE for c in verb.children if c.relation in AUXILIARIES)


def _judging(contents: Contents, verb: Token, lemma: str, children: list[Token]) -> Said | None:
    if lemma not in cues.JUDGING:
        return None
    whom = next((c for c in children if c.relation == "object" and c.i > verb.i), None)
    what = next((c for c in children if c.i > verb.i and c.relation == "preposition" and c.lower in ("of", "for", "over")), None)
    if whom is None or _is_fought(lemma, whom):
        return None
    if lemma == "attack" and what is None and whom.part == "noun" and role_of(whom.lemma):
        return None  # "attacked a neighbour"
    return ("judging" if what is not None else "judging-bare"), contents.phrase([whom, what] if what is not None else [whom], verb)


def _is_sayable(thing: Token, lemma: str) -> bool:
    return thing.part != "pronoun" or (lemma in cues.OF_PRONOUNS and thing.lower in ("it", "this", "that"))


def _reckoned(thing: Token, lemma: str, children: list[Token]) -> list[Token]:
    """The parts of `put the cost at £3m`; none where no sum stands behind the `at`."""
    if lemma not in cues.RECKONING:
        return []
    at = next((c for c in (*children, *thing.children) if c.relation == "preposition" and c.lower == "at" and c.i > thing.i), None)
    sums = at is not None and any(t.part == "numeral" for t in at.subtree) and not any(t.lower in _CLOCK for t in at.subtree)
    return [thing, at] if at is not None and sums else []


def _is_fought(lemma: str, thing: Token) -> bool:
    """Whether it is done without a word: "attacked the fire", "claimed a wicket"; not "condemned the attack", "claimed credit"."""
    return thing.lemma.lower() in (_WON if lemma == "claim" else _FOUGHT if lemma in ("attack", "respond") else ())


def _object(contents: Contents, verb: Token, lemma: str, children: list[Token]) -> Said | None:
    prepositions = cues.FOR_OBJECT.get(lemma) if (lemma, verb.form) != ("refer", "ing") else None
    if prepositions is not None:  # "she was referring to" and "…, referring to" explain what was said
        for child in children:
            if (
                child.i > verb.i
                and child.relation == "preposition"
                and child.lower in prepositions
                and not (
                    lemma == "call"
                    and any(c.relation in ("object", "object predicative", "predicative") and c.i < child.i for c in children)
                )
                and (inner := [c for c in child.children if c.relation in ("prepositional object", "prepositional clause")])
                and not any(_is_fought(lemma, c) for c in inner)
            ):
                return f"prep-{child.lower}", contents.phrase(inner, verb)
    thing = next((c for c in children if c.relation == "object" and c.i > verb.i and _is_sayable(c, lemma)), None)
    if thing is not None and _is_fought(lemma, thing):
        return None
    if thing is not None and (reckoned := _reckoned(thing, lemma, children)):
        return "reckoned", contents.phrase(reckoned, verb)
    away = any(c.relation == "particle" and c.lower in cues.WITH_PARTICLE.get(lemma, ()) for c in children)
    if away and thing is not None:
        return "object", contents.phrase([thing], verb)
    if lemma in cues.OBJECT and thing is not None:
        return ("rejected" if lemma in cues.REJECTING else "object"), contents.phrase([thing], verb)
    if away or lemma in cues.OBJECT:
        doing = next((c for c in children if c.relation == "open complement" and c.form == "ing" and c.i > verb.i), None)
        if doing is not None:
            return "doing", contents.clause(doing, verb)
    return None
