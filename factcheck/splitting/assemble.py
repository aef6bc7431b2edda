"""Puts attributions, clauses, names, dates and figures together into claims."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from factcheck.language import cues, stances
from factcheck.model import (
    Article,
    Attribution,
    Claim,
    ClaimKind,
    DateKind,
    DateValue,
    Entity,
    EntityKind,
    Figure,
    How,
    Mode,
    Span,
    Speaker,
    Tie,
    claim_ids,
)
from factcheck.splitting.attributions import attributions_of
from factcheck.splitting.before import Before
from factcheck.splitting.checkable import why_not_checkable
from factcheck.splitting.clauses import Atom, atoms_of
from factcheck.splitting.headlines import asserts, is_label
from factcheck.splitting.kinds import kind_of, quoted_in
from factcheck.splitting.labels import name_labels
from factcheck.splitting.ledger import Ledger
from factcheck.splitting.mentions import head_of
from factcheck.splitting.parsed import OnProgress, parse, parse_many, unwatched, with_attributions
from factcheck.splitting.participles import SOURCING
from factcheck.splitting.people import Cast, cast_of
from factcheck.splitting.relatives import antecedent_of
from factcheck.splitting.root import Link
from factcheck.splitting.syntax import is_finite
from factcheck.splitting.wording import Context, gist_of

if TYPE_CHECKING:
    from factcheck.splitting.mentions import Mention
    from factcheck.splitting.names import Known, Naming
    from factcheck.splitting.parsed import Parsed, Sentence


_WRITER = frozenset(("i", "we"))
_DECLINING = frozenset(("decline", "declined", "declines", "declining", "refuse", "refused", "refuses", "refusing"))
"""Cues with which what is quoted are the words of who does not want to say more."""
_NEAR = 8
"""How many attributions back one may stand that holds another."""


@dataclass(frozen=True)
class Analysis:
    """What splitting finds in an article: its sentences, who is in the story, who said what, and the claims, each in order."""

    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]


def analyse(article: Article, on_progress: OnProgress = unwatched, ties: Sequence[Tie] = ()) -> Analysis:
    """Split an article, keeping what its claims were made from.

    Claims are sorted by (start, -end). Each sentence of the body lies inside some claim, and so does a headline that has a verb; byline,
    dateline and furniture give none. Dates and figures are claims of their own, `part_of` the one that they stand in. `on_progress` gets
    how many sentences are parsed, of how many. `ties` are those that a person put right: they count before any rule. Raises
    FactcheckError when no language model can be loaded.
    """
    return analysis_of(parse(article, on_progress), ties)


def analyse_many(articles: Iterable[Article]) -> Iterator[Analysis]:
    """The analysis of each article, in order, over the language pipeline in batches, with flat memory."""
    return (analysis_of(parsed) for parsed in parse_many(articles))


def split(article: Article, on_progress: OnProgress = unwatched) -> list[Claim]:
    """The claims of an article, as `analyse` gives them. Raises FactcheckError when no language model can be loaded."""
    return list(analyse(article, on_progress).claims)


def split_many(articles: Iterable[Article]) -> Iterator[list[Claim]]:
    """The claims of each article, in order: `split` over the language pipeline in batches, with flat memory."""
    return (list(analysis.claims) for analysis in analyse_many(articles))


def find_entities(article: Article) -> list[Entity]:
    """Who and what an article names, in the order in which it first does, with every mention that is beyond doubt.

    Offsets are code points into `article.text`. Raises FactcheckError when no language model can be loaded.
    """
    known = _LEDGERS.get(article)
    return list(analyse(article).entities if known is None else known)


_LEDGERS: WeakKeyDictionary[Article, tuple[Entity, ...]] = WeakKeyDictionary()
"""The entities of the articles that were split and are still held by somebody: one parse serves claims, entities and checks."""


@dataclass(frozen=True)
class _Draft:
    """A claim that has no id yet. `owner` is the draft that a name, date or figure belongs to, `own` what it may own."""

    fields: dict[str, Any]
    own: tuple[Span, ...] = ()
    owner: _Draft | None = None

    @property
    def content(self) -> tuple[str, ...]:
        """What its id is made from."""
        return (self.fields["kind"], self.fields["text"], self.owner.fields["text"] if self.owner else "")


def analysis_of(parsed: Parsed, ties: Sequence[Tie] = ()) -> Analysis:
    """What `analyse` gives, over an article that is parsed already."""
    attributions = attributions_of(parsed)
    assembler = _Assembler(parsed, attributions, ties)
    drafts = sorted(assembler.drafts(), key=lambda d: (d.fields["start"], -d.fields["end"], d.owner is not None))
    ids = {id(draft): made for draft, made in zip(drafts, claim_ids([d.content for d in drafts]), strict=True)}
    claims = (Claim(id=ids[id(d)], part_of=ids[id(d.owner)] if d.owner else None, **d.fields) for d in drafts)
    sentences = tuple(sentence.span for sentence in parsed.sentences)
    if not ties:
        _LEDGERS[parsed.article] = tuple(assembler.entities)
    return Analysis(sentences, tuple(assembler.entities), tuple(attributions), tuple(claims))


class _Assembler:
    def __init__(self, parsed: Parsed, attributions: Sequence[Attribution], ties: Sequence[Tie]) -> None:
        from factcheck.values import find_dates, find_figures

        self._sentences = parsed.sentences
        self._headlines = parsed.headlines
        self._headline = parsed.article.headline
        self._place = parsed.article.place
        self._said_above = outermost(reported(attributions_of(parsed.above), parsed.above.article.text))
        self._starts = [s.span.start for s in parsed.sentences]
        self._text = parsed.article.text
        self._attributions = outermost(reported(attributions, parsed.article.text))
        self._cast: Cast = cast_of(parsed, self._attributions, ties)
        self._ledger = Ledger(parsed.article, self._cast)
        self._introduced = [naming for known, naming in self._cast.introductions if _is_checked(known)]
        people = {m.person.name: m.person.title for m in self._cast.mentions if m.person is not None}
        self._names = {word for m in self._cast.mentions if m.how is How.NAME for word in m.text.split()}
        self._labels = name_labels(self._text, parsed.turns, people)
        dates = find_dates(self._text, parsed.article.published)
        self._dates: list[DateValue] = sorted((d for d in dates if not self._cast.named_at(d)), key=lambda d: d.start)
        self._before = Before(parsed.sentences, self._text, self._cast, self._dates, self._headline or "")
        self._figures: list[Figure] = sorted(find_figures(self._text, dates=dates), key=lambda f: f.start)

    @property
    def entities(self) -> Sequence[Entity]:
        """Who and what the article names."""
        return self._ledger.entities

    def drafts(self) -> Iterator[_Draft]:
        """The claims of every headline and sentence, those of a sentence followed by its names, dates and figures."""
        for headline in self._headlines:
            yield from self._of_headline(headline)
        heading: Sentence | None = None
        last: _Draft | None = None
        for number, (sentence, attributions) in enumerate(with_attributions(self._sentences, self._attributions)):
            said = next((a for a in attributions if _only_names(sentence, a)), None)
            if said is not None and said.content[0].start >= sentence.span.end:
                heading = sentence
                continue
            if said is not None and last is not None:
                last.fields.update(end=sentence.span.end, text=self._text[last.fields["start"] : sentence.span.end])
                yield from self._names_in(sentence.span, [last])
                continue
            for draft in self._of_sentence(number, attributions, heading):
                last = draft if draft.owner is None else last
                yield draft
            heading = None

    def _of_headline(self, headline: Sentence) -> Iterator[_Draft]:
        """What a headline asserts, or says that somebody says. A label ("The woman who counts swifts") asserts nothing."""
        if not asserts(headline.tree):
            return
        context = Context(self._text, self._cast, ())
        said = [a for a in self._said_above if headline.span.start <= a.start < headline.span.end and _tells_plainly(a, headline)]
        for atom in atoms_of(headline, said, self._cast.tied_in(headline)):
            yield self._draft(atom, headline, context)

    def _of_sentence(self, number: int, attributions: Sequence[Attribution], heading: Sentence | None) -> Iterator[_Draft]:
        """The claims of a sentence; the first of them holds what stands above it and only names the speaker, too."""
        sentence = self._sentences[number]
        dates = _starting_in(self._dates, sentence.span)
        context = Context(self._text, self._cast, dates, self._place, self._headline, partial(self._before.told, number))
        named = _starting_in(self._introduced, sentence.span)
        label = not attributions and is_label(sentence.tree, self._text, sentence.span)
        atoms = [] if label else atoms_of(sentence, attributions, self._cast.tied_in(sentence))
        described = [atom.span for atom in atoms if _told_with_a_name(atom, named)]
        told = (_with_description(atom, described) for atom in atoms if not _told_with_a_name(atom, named))
        drafts = [self._draft(atom, sentence, context) for atom in told]
        if drafts and sentence.label is not None:
            self._reach_back(drafts[0], sentence.label)
        if drafts and heading is not None:
            self._reach_back(drafts[0], heading.span)
        yield from drafts
        if heading is not None:
            yield from self._names_in(heading.span, drafts)
        yield from self._names_in(sentence.span, drafts)
        figures = _starting_in(self._figures, sentence.span)
        dates = [date for date in dates if not any(_is_rate_by(figure, date) for figure in figures)]
        for date in dates:
            if not _vague(date):
                yield from self._value(drafts, ClaimKind.DATE, date)
        for figure in figures:
            if not any(figure.overlaps(date) for date in dates):  # "two years" is a duration, and one decision
                yield from self._value(drafts, ClaimKind.FIGURE, figure)

    def _draft(self, atom: Atom, sentence: Sentence, context: Context) -> _Draft:
        span, attribution = atom.span, atom.attribution
        fields: dict[str, Any] = {
            "kind": kind_of(atom, quoted := quoted_in(atom, sentence)),
            "start": span.start,
            "end": span.end,
            "text": self._text[span.start : span.end],
            "content": atom.content,
        }
        speaker, mention = self._speaker(attribution)
        if attribution is not None:
            fields |= {"speaker": speaker, "cue": attribution.cue, "mode": atom.mode}
        elif quoted is not None:
            fields["mode"] = quoted
        said = " ".join(self._text[s.start : s.end] for s in atom.content) + self._asked(atom.content[-1].end)
        reason = why_not_checkable(atom.tokens, said, mode=fields.get("mode"), cue=atom.verb)
        if reason is not None and reason.startswith("order") and reason.split("“")[-1].rstrip("”") in self._names:
            reason = None  # "Trump listed …": a name at the beginning that the parser took for a verb
        fields |= {"checkable": reason is None, "reason": reason, "gist": gist_of(atom, sentence, speaker, mention, context)}
        return _Draft(fields, own=atom.own)

    def _asked(self, end: int) -> str:
        """The question mark right after the words that end there, if one is."""
        return "?" if self._text[end : end + 1] == "?" else ""

    def _reach_back(self, draft: _Draft, label: Span) -> None:
        """The first claim under a label or heading holds it, so that no word of the article is left over."""
        draft.fields.update(start=label.start, text=self._text[label.start : draft.fields["end"]])

    def _speaker(self, attribution: Attribution | None) -> tuple[Speaker | None, Mention | None]:
        if attribution is None or attribution.speaker is None:
            return None, None
        if (labelled := self._labels.get(attribution.speaker.start)) is not None:
            return attribution.speaker.model_copy(
                update={"name": labelled[0], "title": labelled[1], "entity": self._ledger.called(labelled[0])}
            ), None
        sentence = self._sentence_at(attribution.speaker.start)
        if sentence is None:
            return attribution.speaker, None
        speaker = self._cast.whole(attribution.speaker, self._text)
        found, mention = self._cast.speaker(speaker, sentence)
        if found.name is None and (meant := _meant(sentence, speaker)) is not None:
            other, mention = self._cast.speaker(Speaker.at(self._text, meant.start, meant.end), sentence)
            found = found.model_copy(update={"name": other.name, "title": other.title}) if other.name is not None else other
        known = mention.known if mention else None
        if found.name is None and (called := self._cast.called(speaker)) is not None:
            known, found = called, found.model_copy(update={"name": called.name})
        return found.model_copy(update={"entity": self._ledger.id_of(known)}), mention

    def _sentence_at(self, offset: int) -> Sentence | None:
        above = next((h for h in self._headlines if h.span.start <= offset < h.span.end), None)
        number = bisect_right(self._starts, offset) - 1
        return above or (self._sentences[number] if number >= 0 else None)

    def _names_in(self, span: Span, drafts: Sequence[_Draft]) -> Iterator[_Draft]:
        """The claims for those who are first named in a sentence, with title and description."""
        for naming in _starting_in(self._introduced, span):
            owner = _owner(drafts, naming.start)
            begin = max(naming.begin, owner.fields["start"] if owner is not None else 0)
            text, name = self._text[begin : naming.finish], naming.known.name
            gist = " ".join(text.split()) + ("" if naming.text.split() == name.split() else f" [{name}]")
            fields = {"kind": ClaimKind.NAME, "start": begin, "end": naming.finish, "text": text, "gist": gist}
            yield from _part(owner, fields | {"entity": self._ledger.id_of(naming.known)})

    def _value(self, drafts: Sequence[_Draft], kind: ClaimKind, value: DateValue | Figure) -> Iterator[_Draft]:
        from factcheck.values import glossed

        fields = {"kind": kind, "start": value.start, "end": value.end, "text": value.text, "gist": glossed(value), kind.value: value}
        yield from _part(_owner(drafts, value.start), fields)


def _is_checked(known: Known) -> bool:
    """Whether a name is a claim of its own. A single word that is no person, body or place may be no name at all ("Mum", "Methodist")."""
    return known.kind is not EntityKind.THING or " " in known.name


def _owner(drafts: Sequence[_Draft], at: int) -> _Draft | None:
    """The claim that owns the word at an offset; None where no claim does."""
    owner = next((d for d in drafts if any(s.start <= at < s.end for s in d.own)), None)
    return owner or next((d for d in drafts if d.fields["start"] <= at < d.fields["end"]), None)


def _part(owner: _Draft | None, fields: dict[str, Any]) -> Iterator[_Draft]:
    """The claim for a name, date or figure, as part of the claim that owns it; none where no claim does."""
    if owner is not None:
        yield _Draft(fields, owner=owner)


def _told_with_a_name(atom: Atom, named: Iterable[Naming]) -> bool:
    """Whether it is the description that the claim for a name holds: "Ida Finch, | the mayor,"."""
    described = atom.link is Link.STATE and atom.verb is not None and atom.verb.relation == "apposition"
    return described and any(naming.end <= atom.span.start and atom.span.end <= naming.finish for naming in named)


def _with_description(atom: Atom, described: Iterable[Span]) -> Atom:
    """What somebody says, with who that is where it stands behind the name: "Ida Finch, | the mayor, | said …"."""
    if atom.attribution is None:
        return atom
    kept = list(atom.kept)
    for span in described:
        hole = next((n for n in range(1, len(kept)) if kept[n - 1].end <= span.start and span.end <= kept[n].start), 0)
        if hole:
            kept[hole - 1 : hole + 1] = [Span(start=kept[hole - 1].start, end=kept[hole].end)]
    return replace(atom, kept=tuple(kept))


def _tells_plainly(attribution: Attribution, headline: Sentence) -> bool:
    """Whether the cue means nothing but that somebody says it: "says", "warns", a colon. Other verbs are deeds as often as words."""
    cue = head_of(headline, attribution.cue) if attribution.cue is not None else None
    return attribution.cue is None or (cue is not None and cue.lemma.lower() in cues.ASIDE)


def _only_names(sentence: Sentence, attribution: Attribution) -> bool:
    """Whether a sentence does nothing but name who says what stands in others.

    "— Julie Martinez", "And this from Mayor Lena Ortiz:", and behind a quotation that ends with a mark of its own "she shouted".
    """
    speaker, span = attribution.speaker, sentence.span
    if speaker is None or not (span.start <= speaker.start < span.end) or any(c.overlaps(span) for c in attribution.content):
        return False
    cue = attribution.cue
    behind = cue is not None and sentence.span.contains(cue) and attribution.content[0].end <= span.start
    return not any(is_finite(t) and not (behind and t.relation == "root") for t in sentence.tree)


def _meant(sentence: Sentence, speaker: Span) -> Span | None:
    """What a relative pronoun means that speaks: "Ann Lee, who said …"; None when the speaker is none, or nothing stands before it."""
    pronoun = head_of(sentence, speaker)
    if pronoun is None or pronoun.lower not in {"who", "which", "that"} or pronoun.head.relation != "relative clause":
        return None
    words = antecedent_of(pronoun.head)
    return Span(start=sentence.start_of(words[0]), end=sentence.end_of(words[-1])) if words else None


def reported(attributions: Iterable[Attribution], text: str) -> Iterator[Attribution]:
    """The attributions that say what somebody says or thinks; what somebody means to do, the article itself asserts of them.

    So it does what its writer thinks ("I know that …"). Nor is "citing witnesses" a claim by itself: it says what another one stands on.
    """
    for attribution in attributions:
        cue = attribution.cue.text.lower() if attribution.cue else ""
        whose = attribution.speaker.text.lower() if attribution.speaker is not None else ""
        if whose in _WRITER and attribution.mode is Mode.INDIRECT:
            continue
        if attribution.cue is not None and text.startswith(f" {stances.DEEDS.get(cue)} ", attribution.cue.end):
            continue
        quoted = attribution.mode is not Mode.INDIRECT and attribution.speaker is not None
        if quoted and cue in _DECLINING:
            yield attribution  # "declined to comment “on a matter before the courts”"
        elif cue not in stances.INTENTIONS | SOURCING and (attribution.speaker is not None or cue not in stances.FORECASTS):
            yield attribution


def outermost(attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions in order, without those that stand wholly inside what another one says."""
    kept: list[Attribution] = []
    for attribution in sorted(attributions, key=lambda a: (a.start, -a.end)):
        inside = Span(start=attribution.start, end=attribution.end)
        said = [content for other in kept[-_NEAR:] for content in other.content]
        if any(content.contains(inside) for content in said):
            continue
        own = tuple(span for span in attribution.content if not any(content.contains(span) for content in said))
        kept.append(attribution.model_copy(update={"content": own}) if own else attribution)
    return kept


def _is_rate_by(figure: Figure, date: DateValue) -> bool:
    """Whether a time only tells by what a figure is counted: "£20 an hour", "90 miles an hour"."""
    return figure.contains(date) and (figure.is_rate or date.kind is DateKind.SET)


def _vague(date: DateValue) -> bool:
    """Whether there is nothing to look up: "decades", "recently", "now", and "a year" of "several times a year"."""
    if date.kind is DateKind.SET and date.text.lower().startswith(("a ", "an ")):
        return True
    return date.value.startswith(("PX", "PTX")) or date.value.endswith("_REF")


def _starting_in(values: Sequence[Any], span: Span) -> list[Any]:
    low = bisect_left(values, span.start, key=lambda v: v.start)
    return list(values[low : bisect_left(values, span.end, key=lambda v: v.start)])
