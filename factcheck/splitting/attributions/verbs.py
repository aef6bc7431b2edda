"""Cues that are verbs, with what they say as a clause, an infinitive, a name or a noun phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.language import cues
from factcheck.language.lexicon import words
from factcheck.model import Span
from factcheck.splitting.attributions.contents import Contents
from factcheck.splitting.attributions.speakers import Speakers, is_passive
from factcheck.splitting.attributions.view import Finding, View, merged

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUES = (
    cues.SAYING | cues.THINKING | cues.TO_SAYING | cues.TO_WANTING | cues.NAMING | cues.JUDGING | cues.OBJECT | frozenset(cues.FOR_OBJECT)
)

Said = tuple[str, tuple[Span, ...]]


def by_verbs(view: View, speakers: Speakers, used: set[int], claimed: Iterable[Span] = ()) -> Iterator[Finding]:
    """What the sentence's verbs say, from the outermost to the innermost. `used` holds cues that were read already."""
    contents = Contents(view, speakers, claimed)
    verbs = [t for t in view.tokens if t.pos_ in ("VERB", "AUX") and t.lemma_.lower() in _CUES and not view.quoted(t)]
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
        if not content or (speaker is not None and any(c.contains(speaker) for c in content)):
            continue
        yield Finding(frame, speaker, cue_span(view, verb), content, view.number)


def cue_span(view: View, verb: Token) -> Span:
    """The cue as written: the verb."""
    return view.span(verb.i, verb.i)


def _may_lack_a_speaker(verb: Token, frame: str) -> bool:
    return is_passive(verb) and frame in ("clause", "naming")


def _said(view: View, contents: Contents, verb: Token) -> Said | None:
    lemma = verb.lemma_.lower()
    children = list(verb.children)
    if is_passive(verb):
        return _passive(contents, verb, lemma, children)
    aside = _aside(view, contents, verb, lemma)
    clauses = [c for c in children if _is_said(view, c, verb)]
    clause = clauses[0] if clauses else _embedded(verb, lemma, children)
    if clause is not None and lemma in cues.SAYING | cues.THINKING and not (aside is not None and _set_off(view, verb)):
        others = [c for c in clauses if c.i != clause.i]
        content = contents.clause(clause, verb)
        for other in (*others, *(c for c in children if c.i > clause.i and _reported_on(c, clause, verb))):
            content += contents.clause(other, verb)
        return ("clause" if lemma in cues.SAYING else "thought"), merged(view.text, content)
    if aside is not None:
        return aside
    for reader in (_naming, _judging, _infinitive, _object):
        if (found := reader(contents, verb, lemma, children)) is not None:
            return found
    return None


def _is_said(view: View, clause: Token, verb: Token) -> bool:
    """Whether a clause under the cue is what it says, not one before a colon or a semicolon, nor one before a cue with an object."""
    if clause.dep_ != "ccomp":
        return False
    if clause.i > verb.i:
        return verb.lemma_ not in _SENSING or _finite(clause)
    between = view.tokens[clause.right_edge.i : verb.i]
    return not any(t.text in (":", ";") and not view.quoted(t) for t in between) and not any(
        c.dep_ == "dobj" and c.i > verb.i for c in verb.children if verb.lemma_.lower() not in _TO_SOMEBODY
    )


_SENSING = frozenset(("find", "see", "hear", "notice"))
"""Cues only with a finite clause: `found that it was shut`, not `found the door shut`."""

_TO_SOMEBODY = words("verb_frames", "to_somebody")
"""Cues whose object is who is told."""


def _embedded(verb: Token, lemma: str, children: list[Token]) -> Token | None:
    """What is said where the parse has it as an adverbial or a relative clause: `has not said when it opens`, `told guests that …`."""
    for child in children:
        if (
            child.dep_ == "advcl"
            and lemma in _WHETHER
            and _finite(child)
            and child.left_edge.i - verb.i in (1, 2)
            and child.left_edge.lower_ in _INDIRECTLY
            and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in child.children)
        ):
            return child
        told = child.dep_ == "dobj" and lemma in _TO_SOMEBODY
        where = child.dep_ == "prep" and child.i > verb.i and child.lower_ not in _ABOUT and lemma in cues.SAYING
        if (told or where) and (inner := _that_clause(child)) is not None:
            return inner
    return None


def _that_clause(above: Token) -> Token | None:
    """A clause that the parse hangs on a noun before it, though the noun has no part in it: `warned in a statement that …`."""
    for inner in above.subtree:
        if inner.dep_ in ("relcl", "acl") and _finite(inner):
            names = {(c.dep_, c.lower_) for c in inner.children}
            if ("mark", "that") in names and any(dep in ("nsubj", "nsubjpass", "expl") for dep, _ in names):
                return inner
    return None


_ABOUT = words("small_words", "about")
"""Prepositions before what is spoken of, rather than where, when or to whom it is said."""
_WHETHER = words("verb_frames", "whether")
_INDIRECTLY = frozenset(("when", "whether", "why", "how", "where", "if"))
"""Cues that may be followed by an indirect question, and the words that open one (Quirk et al. 15.5)."""


def _reported_on(token: Token, clause: Token, verb: Token) -> bool:
    """Whether a clause that the parse hangs beside the cue goes on with what was said: `said it was late, but would come`.

    It has a modal verb, which in the past tense marks reported speech (Quirk et al. 14.31), and no cue of its own; behind a cue in
    the present it has no subject either.
    """
    if token.dep_ != "conj" or token.lemma_.lower() in cues.SAYING:
        return False
    modal = any(c.tag_ == "MD" and c.lower_ in _REPORTED_MODALS for c in token.children if c.dep_ == "aux")
    subject = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.children)
    return modal and (not subject or verb.tag_ == "VBD") and token.left_edge.i - clause.right_edge.i <= 3


_REPORTED_MODALS = words("small_words", "reported_modals")


def _aside(view: View, contents: Contents, verb: Token, lemma: str) -> Said | None:
    """`The bridge is closed, she said`: a cue with only its speaker, at the end or in the middle of what it says."""
    if lemma not in cues.ASIDE or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ in ("relcl", "acl"):
        return None
    if not any(c.dep_ == "nsubj" and c.tag_ not in ("WP", "WDT") for c in verb.children) or any(
        c.dep_ == "dobj" for c in verb.children if lemma != "tell"
    ):
        return None
    own = {t.i for c in verb.children if c.dep_ in _WITH_ASIDE for t in c.subtree} | {verb.i}
    low = high = verb.i
    while low - 1 in own:
        low -= 1
    while high + 1 in own:
        high += 1
    tokens = view.tokens
    if low == 0 or tokens[low - 1].text not in (",", "—", "–", "--", "”", '"', "''"):
        return None
    if not _interrupts(view, low, high) and not _states(view, verb, low):
        return None
    if high + 1 < len(tokens) and not tokens[high + 1].is_punct:
        return None
    numbers = set(range(low))
    if high + 2 < len(tokens) and tokens[high + 1].text == ",":
        numbers |= set(range(high + 2, len(tokens)))
    return "aside", contents.spans(numbers)


def _set_off(view: View, verb: Token) -> bool:
    """Whether a cue with nothing but its subject stands between commas: `Even if it rains, she said, the dam will hold`."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    low = subject.left_edge.i if subject is not None else 0
    after = view.tokens[verb.i + 1].text if verb.i + 1 < len(view.tokens) else ""
    return low > 1 and view.tokens[low - 1].text == "," and after == "," and _interrupts(view, low, verb.i)


def _interrupts(view: View, low: int, high: int) -> bool:
    """Whether the aside stands between commas in the middle of a clause that goes on with its verb: `The dam, she said, would hold`."""
    tokens = view.tokens
    if low < 2 or high + 2 >= len(tokens) or tokens[low - 1].text != "," or tokens[high + 1].text != ",":
        return False
    first = next((t for t in tokens[high + 2 :] if not t.is_space), None)
    if first is None or view.inside[first.i] is not None or first.dep_ in ("cc", "mark") or first.tag_ in ("WP", "WDT"):
        return False
    if first.tag_ in ("VBG", "VBN") and not _opens(tokens[0]):
        return False
    return any(t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens[high + 2 :])


def _opens(first: Token) -> bool:
    """Whether a sentence starts with a clause that has to be followed by its main one: `Though it rained, …`."""
    return first.lower_ in _SUBORDINATORS and first.dep_ in ("mark", "advmod")


_SUBORDINATORS = words("small_words", "needs_a_main_clause")
_WITH_ASIDE = ("nsubj", "advmod", "npadvmod", "prep", "aux", "neg", "dative", "dobj", "tmod")


def _states(view: View, verb: Token, low: int) -> bool:
    """Whether a clause that can be said stands before the aside: with a subject and a finite verb, and not only `when …`."""
    above = {t.i for t in verb.ancestors} | {t.i for t in verb.children}
    for token in view.tokens[:low]:
        if (
            token.pos_ in ("VERB", "AUX")
            and token.i in above
            and any(c.dep_ in ("nsubj", "nsubjpass", "expl") and c.i < low for c in token.children)
        ):
            return token.dep_ not in ("relcl", "acl") and not (
                token.dep_ == "advcl"
                and token.head.i == verb.i
                and any(c.dep_ in ("mark", "advmod") and c.i < token.i for c in token.children)
            )
    return False


def _passive(contents: Contents, verb: Token, lemma: str, children: list[Token]) -> Said | None:
    clause = next((c for c in children if c.dep_ == "ccomp"), None)
    if clause is not None and lemma in cues.SAYING | cues.THINKING:
        return "clause", contents.clause(clause, verb)
    to = next((c for c in children if c.dep_ == "xcomp" and _has_to(c)), None)
    subject = next((c for c in children if c.dep_ == "nsubjpass"), None)
    if to is not None and subject is not None and lemma in cues.PASSIVE_TO:
        return "passive-to", contents.spans({t.i for t in subject.subtree} | {t.i for t in to.subtree})
    if to is not None and subject is not None and lemma in cues.TO_SAYING:
        return "passive-told", contents.spans({t.i for t in subject.subtree} | {t.i for t in to.subtree})
    if lemma in cues.NAMING | cues.JUDGING and subject is not None:
        rest = [
            c
            for c in children
            if c.i > verb.i and (c.dep_ in ("oprd", "attr", "xcomp") or (c.dep_ == "prep" and c.lower_ in ("as", "of", "for")))
        ]
        if rest:
            return "passive-naming", contents.spans({t.i for t in subject.subtree} | {t.i for c in rest for t in c.subtree})
    return None


def _has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _infinitive(contents: Contents, verb: Token, lemma: str, children: list[Token]) -> Said | None:
    if lemma not in cues.TO_SAYING | cues.TO_WANTING:
        return None
    frame = "to-say" if lemma in cues.TO_SAYING else "to-want"
    for child in children:
        if child.i > verb.i and child.dep_ in ("xcomp", "ccomp", "advcl") and _has_to(child):
            if child.dep_ == "advcl" and child.left_edge.i > verb.i + 6:
                continue
            return frame, contents.clause(child, verb)
    return None


def _naming(contents: Contents, verb: Token, lemma: str, children: list[Token]) -> Said | None:
    if lemma not in cues.NAMING:
        return None
    small = next(
        (c for c in children if c.dep_ == "ccomp" and c.i > verb.i and any(g.dep_ == "nsubj" for g in c.children) and not _finite(c)), None
    )
    if small is not None and lemma != "see":
        return "naming-small", contents.phrase([small], verb)
    thing = next((c for c in children if c.dep_ == "dobj"), None)
    named = next((c for c in children if c.i > verb.i and (c.dep_ in ("oprd", "attr") or (c.dep_ == "prep" and c.lower_ == "as"))), None)
    if thing is None and lemma == "call" and verb.dep_ in ("ROOT", "conj"):
        return None  # `called an election`, of which the parse makes a name
    if thing is not None and named is None and (quoted := _quoted_after(contents, thing)) is not None:
        return "naming", contents.phrase([thing, quoted], verb)
    if named is not None:
        parts = [named] if thing is None or thing.i < verb.i else [thing, named]
        return "naming", contents.phrase(parts, verb)
    if thing is not None:
        inside = next((c for c in thing.children if c.dep_ == "prep" and c.lower_ == "as"), None)
        if inside is not None:
            return "naming-as", contents.phrase([thing], verb)
    return None


def _quoted_after(contents: Contents, thing: Token) -> Token | None:
    """The first word of a quotation that stands right after what is named, whatever the parse makes of it: `called it “a rip-off”`."""
    following = thing.doc[thing.right_edge.i + 1 : thing.right_edge.i + 3]
    return next((t for t in following if contents.quoted(t) and not t.is_punct), None)


def _finite(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(
        c.tag_ in ("MD", "VBD", "VBZ", "VBP") for c in verb.children if c.dep_ in ("aux", "auxpass")
    )


def _judging(contents: Contents, verb: Token, lemma: str, children: list[Token]) -> Said | None:
    if lemma not in cues.JUDGING:
        return None
    whom = next((c for c in children if c.dep_ == "dobj" and c.i > verb.i), None)
    what = next((c for c in children if c.i > verb.i and c.dep_ == "prep" and c.lower_ in ("of", "for", "over")), None)
    if whom is None:
        return None
    return ("judging" if what is not None else "judging-bare"), contents.phrase([whom, what] if what is not None else [whom], verb)


def _is_sayable(thing: Token, lemma: str) -> bool:
    return thing.pos_ != "PRON" or (lemma in cues.OF_PRONOUNS and thing.lower_ in ("it", "this", "that"))


def _object(contents: Contents, verb: Token, lemma: str, children: list[Token]) -> Said | None:
    prepositions = cues.FOR_OBJECT.get(lemma)
    if prepositions is not None:
        for child in children:
            if (
                child.i > verb.i
                and child.dep_ == "prep"
                and child.lower_ in prepositions
                and not (lemma == "call" and any(c.dep_ in ("dobj", "oprd", "attr") and c.i < child.i for c in children))
                and (inner := [c for c in child.children if c.dep_ in ("pobj", "pcomp")])
            ):
                return f"prep-{child.lower_}", contents.phrase(inner, verb)
    if lemma in cues.OBJECT:
        thing = next((c for c in children if c.dep_ == "dobj" and c.i > verb.i and _is_sayable(c, lemma)), None)
        if thing is not None:
            return ("rejected" if lemma in cues.REJECTING else "object"), contents.phrase([thing], verb)
        doing = next((c for c in children if c.dep_ == "xcomp" and c.tag_ == "VBG" and c.i > verb.i), None)
        if doing is not None:
            return "doing", contents.clause(doing, verb)
    return None
