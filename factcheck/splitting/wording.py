"""Turns an atom into a gist: names in full, pronouns and relative days resolved, the missing subject or speaker supplied."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.language.inflection import genitive, past_tense
from factcheck.language.lexicon import words
from factcheck.language.standing_alone import standing_alone
from factcheck.model import DateValue, EntityKind, How, Mode, Span, Speaker, with_context
from factcheck.splitting.clauses import Atom
from factcheck.splitting.completing import Completer
from factcheck.splitting.connectives import connectives
from factcheck.splitting.gist import Draft
from factcheck.splitting.participles import absolute_parts
from factcheck.splitting.restating import capitalised, clause_again, mid_sentence, owns, within
from factcheck.splitting.root import Link
from factcheck.splitting.syntax import AUXILIARIES, NOUN_SUBJECTS, auxiliaries_of, in_apposition, measured_mark, of_which
from factcheck.splitting.tree import text_of
from factcheck.splitting.when_and_where import add_days, add_place, supply_day

if TYPE_CHECKING:
    from factcheck.splitting.mentions import Mention
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.people import Cast
    from factcheck.splitting.tree import Token

_RELATIVES = words("small_words", "relatives") | {"that"}
"""What stands where the words that it means can stand."""
_LEADING = frozenset(("but", "and", "yet", "so", "or"))

_SUBORDINATORS = words("small_words", "clause_openers")
_FEWEST_UNBRACKETED = 3
"""Words in brackets that may be a sentence: not "(Laughter.)"."""
_AGE = re.compile(r", \d{1,3}$")
"""An age after a name: takes `Ada Moor, 71`, not `Ada Moor, 71 Squadron`."""

_END_COMMA = re.compile(r",([\"'”’»])\Z")
"""A comma before the last mark, which stands there for the cue that is left out: takes `“It rained,”`, not `“It rained”`."""

_MAY_BE_LISTED = frozenset(("determiner", "noun", "proper noun", "adjective", "numeral", "pronoun"))
_ALL_OF_THEM = frozenset(("both", "all", "each"))
"""Behind a list they begin no further part of it: "Aslan and Tessa | both have mandates"."""


@dataclass(frozen=True)
class Context:
    """What a gist is written from, beside the atom itself."""

    text: str
    cast: Cast
    dates: Sequence[DateValue]
    place: str | None = None
    """Where the article was written: what "here" means in it."""
    headline: str | None = None
    """What stands behind a gist, unless it says as much itself."""
    before: Callable[[Atom, Sequence[Span], Span | None], str] | None = None
    """What stands in the article before a gist that leaves open whom or what it means; asked as `Before.told` is."""


def gist_of(atom: Atom, sentence: Sentence, speaker: Speaker | None, mention: Mention | None, context: Context) -> str:
    """The gist of an atom. `speaker` is the resolved speaker and `mention` what it was resolved by."""
    return _Writer(atom, sentence, speaker, mention, context).write()


class _Writer:
    def __init__(self, atom: Atom, sentence: Sentence, speaker: Speaker | None, mention: Mention | None, context: Context) -> None:
        self._atom = atom
        self._sentence = sentence
        self._speaker = speaker
        self._mention = mention
        self._context = context
        self._draft = Draft(context.text, list(atom.kept), elide=atom.attribution is not None)
        self._told = Completer(self._draft, atom.kept, speaker, context.cast)

    def write(self) -> str:
        """The gist."""
        self._unbracket()
        self._drop_conjunction()
        self._keep_commas()
        self._supply()
        supply_day(self._draft, self._atom, self._sentence, self._context.dates)
        self._told.complete()
        add_days(self._draft, self._atom, self._sentence, self._context.dates)
        if self._context.place is not None and self._context.place.casefold() not in self._told.said:
            add_place(self._draft, self._atom, self._sentence, self._context.place)
        self._draft.pair_marks(self._sentence.quotations)
        gist = _END_COMMA.sub(r"\1", capitalised(self._draft.written()))
        if self._context.before is not None:
            gist = with_context(gist, self._context.before(self._atom, self._draft.cuts, self._unnamed))
        return standing_alone(gist, self._context.headline)

    @property
    def _unnamed(self) -> Span | None:
        """The speaker whose words are put in brackets as they stand, since they name nobody."""
        told = self._mention is not None and self._mention.gloss is not None
        known = self._speaker is None or self._speaker.name is not None or told
        return None if known or self._speaker is None or self._keeps(self._speaker) else self._speaker

    def _drop_conjunction(self) -> None:
        """A "But" at the start points to a sentence that is not there, an "after" to a clause."""
        start = self._atom.kept[0].start
        first = next(iter(self._sentence.tokens(start, self._atom.kept[0].end)), None)
        if first is None or self._sentence.in_quotation(first):
            return
        if first.lower == "which" and self._atom.attribution is not None and self._atom.link is Link.NONE:
            self._draft.replace(self._sentence.span_of(first), "This")  # "…, | which led a doctor to say that …"
            return
        if self._atom.verb is not None and self._atom.verb.left_edge.i == first.i and of_which(self._atom.verb):
            self._draft.cut(Span(start=start, end=self._sentence.end_of(first.nbor(1))))  # "a letter | in which Hale said …"
            return
        verb = self._atom.inner.token if self._atom.inner is not None else self._atom.verb
        if verb is not None and verb.relation == "adverbial clause" and (mark := measured_mark(verb)) is not None:
            self._draft.cut(Span(start=start, end=self._sentence.end_of(mark)))
        subordinate = (
            verb is not None
            and verb.relation == "adverbial clause"
            and first.lower in _SUBORDINATORS
            and first.head.i == verb.i
            and self._atom.link not in (Link.CAUSE, Link.CLAUSE)
            and (self._atom.inner is None or self._atom.inner.link not in (Link.CAUSE, Link.ADDITION))
        )
        for tied in connectives(self._sentence, self._atom.kept):
            self._draft.cut(tied)
        if subordinate or (first.lower in _LEADING and first.relation == "coordinator"):
            comma = first.i + 1 < len(first.tree) and first.nbor(1).text == ","
            self._draft.cut(Span(start=start, end=self._sentence.end_of(first.nbor(1) if comma else first)))

    def _keep_commas(self) -> None:
        """The comma before a hole stays where the words after it would run into those before: "Ann Lee, a nurse, | left"."""
        for before, after in pairwise(self._atom.kept):
            left, right = self._sentence.tokens(before.start, before.end), self._sentence.tokens(after.start, after.end)
            listed = bool(right) and right[0].part in _MAY_BE_LISTED and right[0].lower not in _ALL_OF_THEM
            if not left or not right:
                continue
            if self._atom.attribution is not None:
                kept = self._says(right) and right[0].nbor(-1).text == ","
            else:
                kept = left[-1].nbor(1).text == "," and (listed or in_apposition(left[-1]))
            if kept:
                self._draft.keep(before.end)

    def _says(self, words: Sequence[Token]) -> bool:
        """Whether the words are no more than who says it, and that they say so: "…, officials said"."""
        cue, said = self._atom.verb, [self._sentence.span_of(t) for t in words if not t.is_punct]
        own = not any(c.overlaps(s) for c in self._atom.content for s in said)
        return own and cue is not None and self._atom.mode is Mode.INDIRECT and any(t.i == cue.i for t in words)

    def _supply(self) -> None:
        link, verb = self._atom.link, self._atom.verb
        if link in (Link.CLAUSE, Link.ITEM) and self._atom.subject is not None:
            self._draft.lead(f"{self._again(self._atom.subject)}{':' if link is Link.ITEM else ','}")
        elif link is Link.CAUSE and self._atom.subject is not None:
            self._draft.lead(self._again(self._atom.subject))
        elif link is Link.WITH and verb is not None:
            self._supply_verb(verb)
        elif link in (Link.SUBJECT, Link.STATE) and self._atom.subject is not None:
            self._draft.lead(f"{self._words_for(self._atom.subject)} {self._atom.auxiliary}".strip())
        elif link in (Link.RELATIVE, Link.PLACE) and self._atom.subject is not None:
            self._replace_relative(f"{self._atom.auxiliary} {self._words_for(self._atom.subject)}".strip())
        elif link in (Link.PARTICIPLE, Link.FRONTED) and self._atom.subject is not None and verb is not None:
            self._replace_participle(self._words_for(self._atom.subject), verb)
        elif link is Link.ANTECEDENT and self._atom.subject is not None:
            self._supply_antecedent(self._words_for(self._atom.subject))
        elif link in (Link.SPEAKER, Link.SPEECH) and self._speaker is not None and not self._keeps(self._speaker):
            self._supply_speaker(self._whose(), verb, whole=link is Link.SPEECH)
        elif link is Link.SPEECH and self._speaker is None and (subject := self._of_whom_it_is_said().strip()):
            self._draft.lead(subject)

    def _supply_verb(self, head: Token) -> None:
        """ "with costs rising" as "costs [were] rising"."""
        self._draft.cut(self._sentence.span_of(head.left_edge))
        if (parts := absolute_parts(head)) is not None:
            first = next((t for t in head.tree[parts[0].i : parts[1].i] if t.part == "adverb"), parts[1])
            self._draft.insert(self._sentence.start_of(first), self._atom.auxiliary)

    def _keeps(self, span: Span) -> bool:
        """Whether the words stand in the gist anyway."""
        return any(s.contains(span) for s in self._atom.kept)

    def _supply_antecedent(self, words: str) -> None:
        """What a relative pronoun means, in its place where it speaks ("a firm that says …"), else where it would stand.

        "The plan, which Hale said would cost £3m" is "Hale said [the plan] would cost £3m".
        """
        spoken = self._atom.attribution and self._atom.attribution.speaker
        start, cue = self._atom.kept[0].start, self._atom.verb
        pronoun = next(iter(self._sentence.tokens(start, self._atom.kept[0].end)), None)
        if spoken and spoken.text.casefold() in _RELATIVES and spoken.start == start:
            self._draft.replace(Span(start=spoken.start, end=spoken.end), words)
        elif pronoun is not None and cue is not None and pronoun.relation in NOUN_SUBJECTS and pronoun.head.i == cue.i:
            self._draft.replace(self._sentence.span_of(pronoun), words)  # "the teacher, who is named as co-author"
        elif pronoun is not None and pronoun.lower in _RELATIVES and cue is not None:
            self._draft.cut(self._sentence.span_of(pronoun))
            stranded = (c for c in cue.children if c.i == cue.i + 1 and c.relation in {"preposition", "particle"} and not list(c.children))
            self._draft.insert(self._sentence.end_of(next(stranded, cue)), within(words))
        else:
            self._draft.lead(words)

    def _whose(self) -> str:
        """The speaker in words that stand alone."""
        if self._speaker is None:
            return ""
        if self._mention is not None and self._mention.known is not None:
            self._told.named.add(self._mention.known)
        if self._speaker.name:
            return self._speaker.name
        return (self._mention and self._mention.gloss) or self._words_for(self._speaker)

    def _supply_speaker(self, whose: str, cue: Token | None, *, whole: bool) -> None:
        attribution = self._atom.attribution
        here = cue is not None and attribution is not None and cue.part == "verb"
        if cue is not None and cue.lower == "according":
            self._draft.lead(f"According to {whose},{self._of_whom_it_is_said()}")
            return
        if cue is None or not here:
            self._draft.lead(f"{whose}:{self._of_whom_it_is_said()}" if whole else whose)
            return
        said = past_tense(cue.lemma, cue.text) if cue.form == "ing" else _verb_phrase(cue)
        if not whole:
            if cue.form == "ing":
                self._draft.replace(self._sentence.span_of(cue), f"{whose} {said}")
            elif (to := self._opening_to(cue)) is not None:
                purpose = Span(start=self._sentence.start_of(to), end=self._sentence.end_of(cue))
                self._draft.replace(purpose, f"{whose} {past_tense(cue.lemma, cue.text)}")
            else:
                shared = text_of(auxiliaries_of(cue)) if cue.relation == "conjunct" and cue.form == "participle" else ""
                self._draft.lead(f"{whose} {shared}".strip())
            return
        hearer = [
            t
            for c in cue.children
            if c.relation in {"object", "indirect object"} and c.i > cue.i and cue.lemma in {"tell", "inform", "assure", "warn", "remind"}
            for t in c.subtree
        ]
        heard = text_of(hearer) if all(not t.is_punct for t in hearer) else ""
        colon = ":" if attribution is not None and attribution.mode is Mode.DIRECT else ""
        self._draft.lead(f"{whose} {said} {heard}".strip() + colon + self._of_whom_it_is_said())

    def _opening_to(self, cue: Token) -> Token | None:
        """The "to" that a gist would begin with: "She wrote | to complain about the noise"."""
        to = next((c for c in cue.children if c.relation == "auxiliary" and c.lower == "to"), None)
        opens = to is not None and cue.relation == "adverbial clause" and self._sentence.start_of(to) == self._atom.kept[0].start
        return to if opens else None

    def _of_whom_it_is_said(self) -> str:
        """The subject that a clause within what was said lacks: "[Ann Lee said the firm had] paid nobody"."""
        inner = self._atom.inner
        if inner is not None and inner.link is Link.WITH:
            self._supply_verb(inner.token)
        if inner is None or self._atom.subject is None:
            return ""
        if inner.link in (Link.ADDITION, Link.CAUSE, Link.PARTICIPLE):
            clause = self._again(self._atom.subject, inside=True)
            return f" {clause}" if inner.link is Link.CAUSE else f" {clause},"
        words, subject = self._words_for(self._atom.subject), self._atom.subject
        again = words == self._whose()
        return f" {within(self._context.text[subject.start : subject.end] if again else words)} {self._atom.auxiliary}".rstrip()

    def _again(self, span: Span, *, inside: bool = False) -> str:
        """A clause that is said again, at the beginning of a sentence or `inside` one."""
        words = clause_again(self._context.text, span, self._context.cast, self._speaker).lstrip(" ,")
        for mention in self._context.cast.within(span.start, span.end):
            self._told.glossed.add(mention.known or mention.gloss)
            self._told.named |= {mention.known} if mention.known is not None else set()
        first = next(iter(self._sentence.tokens(span.start, span.end)), None)
        return mid_sentence(words, first) if inside and first is not None else words

    def _unbracket(self) -> None:
        """What stands in brackets in the article stands alone in its gist."""
        text, start, end = self._context.text, self._atom.kept[0].start, self._atom.kept[-1].end
        closing = end - 1 - (text[end - 1] in ".!?")
        is_aside = text[start] == "(" and text[closing] == ")" and "(" not in text[start + 1 : closing]
        if is_aside and len(text[start:closing].split()) >= _FEWEST_UNBRACKETED:
            self._draft.cut(Span(start=start, end=start + 1))
            self._draft.cut(Span(start=closing, end=closing + 1))

    def _replace_relative(self, subject: str) -> None:
        pronoun = next((t for s in self._atom.kept[:1] for t in self._sentence.tokens(s.start, s.end) if t.lower in _RELATIVES), None)
        if pronoun is None:
            self._draft.lead(subject)
        elif self._atom.verb is not None and self._atom.verb.left_edge.i == pronoun.i - 1 and of_which(self._atom.verb):
            last = next(t for t in reversed(self._sentence.tokens(self._atom.kept[-1].start, self._atom.kept[-1].end)) if not t.is_punct)
            self._draft.insert(self._sentence.end_of(last), f"{pronoun.nbor(-1).lower} {within(subject)}")  # "in which" is cut already
        elif pronoun.relation == "object" and self._atom.verb is not None and self._atom.verb.i > pronoun.i:
            self._draft.cut(self._sentence.span_of(pronoun))
            self._draft.insert(self._sentence.end_of(self._atom.verb), within(subject))
        else:
            inside = pronoun.lower == "whom" or self._sentence.start_of(pronoun) > self._atom.kept[0].start
            words = genitive(subject) if pronoun.lower == "whose" else within(subject) if inside else subject
            self._draft.replace(self._sentence.span_of(pronoun), words)

    def _replace_participle(self, subject: str, verb: Token) -> None:
        if self._atom.auxiliary:
            self._draft.replace(self._sentence.span_of(verb), f"{subject} {self._atom.auxiliary} {verb.lower}")
            return
        self._draft.replace(self._sentence.span_of(verb), f"{subject} {past_tense(verb.lemma, verb.text)}")
        for joined in (c for c in verb.children if c.relation == "conjunct" and c.form == "ing"):
            self._draft.replace(self._sentence.span_of(joined), past_tense(joined.lemma, joined.text))

    def _words_for(self, span: Span) -> str:
        """Words of the article that stand alone: the full name of a person, else the words with their pronouns and short names resolved."""
        inside = self._context.cast.within(span.start, span.end)
        several = any(t.relation == "coordinator" for t in self._sentence.tokens(span.start, span.end))
        last = next((m for m in reversed(inside) if m.end == span.end and m.known is not None and not several), None)
        if last is not None and last.known is not None and (last.known.kind is EntityKind.PERSON or last.start == span.start):
            self._told.named.add(last.known)
            if last.known.kind is not EntityKind.PERSON or last.text != last.known.name:
                return last.known.name
        words, at = [], span.start
        for mention in inside:
            person = mention.how is How.NAME and mention.person is not None
            if (mention.how is How.PRONOUN or person) and mention.gloss and mention.start >= at and not self._is_of_the_speaker(mention):
                words += [
                    self._context.text[at : mention.start],
                    genitive(mention.gloss) if owns(mention, self._context.text) else mention.gloss,
                ]
                at = mention.end
        bearer = self._context.cast.named_behind(span, self._context.text)
        if bearer is not None and not any(m.how is How.NAME for m in inside):
            return bearer.name
        if not inside and (definite := next(iter(self._context.cast.definites(span.start, span.end)), None)) is not None:
            before, after = f"{definite.before} ".lstrip(), f" {definite.after}".rstrip()
            self._told.completed.add(definite.before + definite.after)
            if definite.known is not None and definite.start == span.start:
                return definite.after
            words = [self._context.text[at : definite.head], before, self._context.text[definite.head : definite.end], after]
            at = definite.end
        return _AGE.sub("", "".join([*words, self._context.text[at : span.end]]))

    def _is_of_the_speaker(self, mention: Mention) -> bool:
        """Whether a pronoun means whoever is named before it as the speaker: "[Pep Lund said his team] won"."""
        named = self._atom.link is Link.SPEECH and self._speaker is not None and self._speaker.name is not None
        return named and mention.how is How.PRONOUN and self._speaker is not None and mention.gloss == self._speaker.name


def _verb_phrase(cue: Token) -> str:
    """The cue with its auxiliaries and negation: "could not explain", for "explain" alone would say the contrary."""
    before = [t.text for t in cue.lefts if t.relation in AUXILIARIES | {"negation"}]
    return " ".join([*before, cue.text])
