"""A claim: the smallest thing in the article that can be checked by itself, and who is said to have said it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from enum import StrEnum
from itertools import count
from typing import NamedTuple

from factcheck.model.base import Kept, Model, Span, Tabled, Words
from factcheck.model.gists import bare_gist
from factcheck.model.review import Aspect, Evidence, Former, Review, standing_of
from factcheck.model.values import DateValue, Figure
from factcheck.model.verdicts import Standing, Verdict
from factcheck.model.written import Written, written_in

_QUOTED = re.compile(r"“([^“”]+)(?:”|\Z)|\"([^\"]+)(?:\"|\Z)|«([^«»]+)(?:»|\Z)")
"""What stands between quotation marks that are no apostrophes: takes "“late,”", '"late"'; refuses "‘late’"."""
_AROUND_QUOTED = " \n\"'“”‘’«».,;:"
_FEWEST_SOUGHT = 3
"""Words of a quotation from which on it is looked for by itself: one or two may stand anywhere."""


class KindRow(NamedTuple):
    """What a kind of claim means, whether there are two things to check of it (that it was said, and that it holds), and whether it is a
    part of another claim.
    """

    meaning: str
    attributed: bool = False
    part: bool = False


class ClaimKind(Tabled):
    """What a claim asserts."""

    row: KindRow

    QUOTE = "quote", KindRow("somebody said it, and the article gives their words, some or all, in quotation marks", attributed=True)
    STATEMENT = "statement", KindRow("somebody said it, in the article's words", attributed=True)
    ASSERTION = "assertion", KindRow("the article itself says so")
    DATE = "date", KindRow("a time expression inside another claim", part=True)
    FIGURE = "figure", KindRow("a figure inside another claim", part=True)
    NAME = "name", KindRow("somebody or something, where a claim first names it: spelling, title, description", part=True)


class Mode(StrEnum):
    """How speech is reported: in its own words, partly so, or in the article's."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Speaker(Words):
    """Who is said to have said it: the words as written, and the full name and title they resolve to.

    `name` is `None` when the words name nobody in particular ("the official") or the tie is doubtful. `entity` is the id of that one in
    the case's ledger.
    """

    name: str | None = None
    title: str | None = None
    entity: str | None = None

    @property
    def known_as(self) -> str:
        """The full name, or where nobody in particular is named, the words as written."""
        return self.name or self.text


class Attribution(Model):
    """Who said what, as the text has it: speaker, cue (said, according to, …), and the spans of what was said.

    `start` and `end` bound the whole of it (speaker, cue and content).
    """

    start: int
    end: int
    speaker: Speaker | None = None
    cue: Words | None = None
    content: tuple[Span, ...]
    mode: Mode


class Claim(Kept):
    """One claim, with what readers have decided about it so far.

    `start`, `end` and `text` say where it stands: `article.text[start:end] == text`. `gist` stands on its own: pronouns, short names and
    relative days are resolved, every added word in [brackets]. Where words of it mean something that it does not tell, what stands before
    it in the article is behind it, and unless it says most of what the article's headline does, so is that. `content` spans hold what was
    said, without speaker and cue. `part_of` is the id of the claim that a name, date or figure belongs to, `entity` that of whom or what
    a name means, in the case's ledger. A claim that is not `checkable` is an opinion, a prediction, a question, an order, a hypothetical
    or a definition; `reason` says which, and by which words. Of an attributed claim both speak of what was said: that it was said can
    always be checked. `made_by` is the reviewer who made it, or changed its words, its wording or its speaker, by hand. `was` is how its
    words read when they were last judged, where the article has changed since. `former` is the evidence that hung on it once, as it was.
    """

    id: str
    kind: ClaimKind
    start: int
    end: int
    text: str
    gist: str
    speaker: Speaker | None = None
    cue: Words | None = None
    mode: Mode | None = None
    content: tuple[Span, ...] = ()
    part_of: str | None = None
    date: DateValue | None = None
    figure: Figure | None = None
    entity: str | None = None
    checkable: bool = True
    reason: str | None = None
    made_by: str | None = None
    was: str | None = None
    reviews: tuple[Review, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    former: tuple[Former, ...] = ()

    @property
    def span(self) -> Span:
        """Where the claim stands."""
        return Span(start=self.start, end=self.end)

    @property
    def in_context(self) -> str:
        """The gist as it is read beside the article: without what stands behind it for whoever reads it alone."""
        return bare_gist(self.gist)

    @property
    def value(self) -> DateValue | Figure | None:
        """What a date or figure means; `None` for other claims."""
        return self.date or self.figure

    @property
    def attributed(self) -> bool:
        """Whether there are two things to check: that it was said, and that it holds."""
        return self.kind.row.attributed

    @property
    def aspects(self) -> tuple[Aspect | None, ...]:
        """What there is to decide, in the order in which a reviewer meets it; `None` for the article's own assertions."""
        return (Aspect.SAID, Aspect.SO) if self.attributed else (None,)

    def sought(self, item: Evidence) -> tuple[str, ...]:
        """The words that are looked for in the source of a piece of evidence: those that it quotes, or else, where it bears a quotation
        out or the writer cites it, what the claim itself has in quotation marks.
        """
        if item.quote:
            return (item.quote,)
        if self.kind is not ClaimKind.QUOTE or not item.bears_out:
            return ()
        said = [self.text[span.start - self.start : span.end - self.start] for span in self.content]
        if self.mode is not Mode.DIRECT:
            said = [next(filter(None, marked)) for words in said for marked in _QUOTED.findall(words)]
        stripped = (words.strip(_AROUND_QUOTED) for words in said)
        return tuple(dict.fromkeys(words for words in stripped if len(words.split()) >= _FEWEST_SOUGHT))

    def places(self, item: Evidence) -> tuple[str | None, ...]:
        """Every place that the claim's evidence gives for the words that are looked for in the source of one piece of it."""
        return tuple(other.locator for other in self.evidence if (other.key, self.sought(other)) == (item.key, self.sought(item)))

    @property
    def caveat(self) -> str | None:
        """What a reader is told of a claim that is not `checkable`, and of which of its aspects; None for one that is."""
        if self.checkable:
            return None
        of = "that it is so is not checkable" if self.attributed else "not checkable"
        return f"{of}: {self.reason or 'no reason given'}"

    @property
    def judged(self) -> str:
        """The hash of what a verdict judges: the claim's words, whose they are said to be, and what a date or figure means."""
        parts = [self.text]
        if self.speaker is not None:
            parts += [self.speaker.text, self.speaker.name or ""]
        if self.value is not None:
            parts.append(self.value.model_dump_json(include=_VALUE))
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def standing(self, aspect: Aspect | None = None) -> Standing:
        """Where the claim stands, from its reviews. Without an aspect, an attributed claim answers for `said`."""
        return standing_of(self.reviews, aspect or self.aspects[0], self.judged) if self.reviews else Standing.UNREVIEWED

    def readers(self, aspect: Aspect | None) -> frozenset[str]:
        """Who has given a verdict on one half of the claim as it stands now."""
        return frozenset(r.by for r in self.reviews if r.verdict is not None and r.aspect == aspect and r.judged in (None, self.judged))

    @property
    def judged_words(self) -> str | None:
        """How the claim read when it was judged, where a verdict on it is stale since the article has other words."""
        return self.was if any(self.standing(aspect) is Standing.STALE for aspect in self.aspects) else None

    @property
    def written(self) -> tuple[Written, ...]:
        """Its notes and questions to the author as they stand now, those that were taken back, too."""
        return written_in(self.reviews)

    @property
    def questions(self) -> tuple[Written, ...]:
        """The questions to the author that stand, in the order in which they were asked, with their answers."""
        return tuple(one for one in self.written if one.is_question and one.withdrawn is None)

    @property
    def open_questions(self) -> tuple[str, ...]:
        """The words of the questions to the author that wait for an answer."""
        return tuple(one.words for one in self.questions if one.is_open)

    @property
    def wanted(self) -> tuple[Review, ...]:
        """The reviews whose corrections are still asked for: not what the claim reads as now, nor what its reader later let stand."""
        return tuple(one for at, one in enumerate(self.reviews) if one.correction and not self._is_done(one, self.reviews[at + 1 :]))

    def _is_done(self, asked: Review, later: tuple[Review, ...]) -> bool:
        verified = any((one.by, one.aspect, one.verdict) == (asked.by, asked.aspect, Verdict.VERIFIED) for one in later)
        return verified or " ".join((asked.correction or "").split()) == " ".join(self.text.split())

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes that stand, in their last words."""
        return tuple(one.words for one in self.written if not one.is_question and one.withdrawn is None)


_VALUE = {"value", "high", "unit", "change", "kind", "mod"}
"""What a date or figure means, of all its fields."""

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no i, l, o or u, so that an id can be read out over a phone."""


def free_id(content: tuple[str, ...], taken: Collection[str]) -> str:
    """An id made from the content (`claim_ids`) that is none of those taken."""
    return next(made for n in count() if (made := claim_ids([(*content, str(n))])[0]) not in taken)


def claim_ids(contents: list[tuple[str, ...]]) -> list[str]:
    """A short, stable, typable id for each claim, made from what identifies it (kind, words, the words it is part of).

    The same content gives the same id in any article and on any machine. Equal contents are told apart by which of
    them comes first; ids of six letters that collide all the same grow by one letter until they differ.
    """
    taken: dict[str, int] = {}
    seen: dict[tuple[str, ...], int] = {}
    ids = []
    for content in contents:
        nth = seen[content] = seen.get(content, 0) + 1
        digest = hashlib.sha256("\x1f".join((*content, str(nth))).encode("utf-8", "surrogatepass")).digest()
        number = int.from_bytes(digest[:16], "big")
        letters = "".join(_ALPHABET[number >> shift & 31] for shift in range(120, -1, -5))
        length = next(n for n in range(6, len(letters) + 1) if letters[:n] not in taken)
        taken[letters[:length]] = 1
        ids.append(letters[:length])
    return ids
