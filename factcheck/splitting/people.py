"""Ties every mention of a person or body (a short name, an acronym, a role, a pronoun) to the one that the article names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.lexicon import words
from factcheck.model import Article, Attribution, BlockRole, EntityKind, How, Span, Speaker, Tie
from factcheck.splitting.by_hand import ByHand
from factcheck.splitting.definites import Definite, find_definites
from factcheck.splitting.full_names import tie_names
from factcheck.splitting.groups import find_groups
from factcheck.splitting.mentions import Mention, Reader, head_of
from factcheck.splitting.names import LETTERS_BEHIND, Known, Naming, find_namings
from factcheck.splitting.syntax import NOUN_SUBJECTS

if TYPE_CHECKING:
    from factcheck.splitting.parsed import Parsed, Sentence
    from factcheck.splitting.tree import Token


_WORD = re.compile(r"[^\W_](?:[\w.&’'-]*\w)?")
"""A word of a headline, with what stands inside names: takes `Okafor`, `Min-ho` and `U.S`, not `&` alone."""
_POSTS = frozenset(("noun", "proper noun", "adjective"))
_MEDIA_WORDS = roles.MEDIA_HEADS | words("roles", "media_kinds")
"""What may stand between a name and a noun for what it is: "the KCNA | state news | agency", not "the UN | refugee | agency"."""
_MOST_WORDS = 6
"""Words of a name that are looked for in a headline."""
_LONGEST_NAME = 80
"""Code points looked at on both sides of a word that may be a part of a name."""


class Cast:
    """Everybody that an article mentions. Make one with `cast_of`."""

    def __init__(self, mentions: Sequence[Mention], namings: Sequence[Naming], definites: Sequence[Definite] = ()) -> None:
        self.mentions = sorted(mentions, key=lambda m: (m.start, m.end))
        self._definites = definites
        self._namings = namings
        self._starts = [m.start for m in self.mentions]

    @property
    def titles(self) -> dict[Known, tuple[str, ...]]:
        """The titles that each is given beside the name, as written, in the order of the text."""
        titles: dict[Known, dict[str, None]] = {}
        for naming in self._namings:
            if naming.known is not None and naming.title is not None:
                titles.setdefault(naming.known, {})[naming.title] = None
        return {known: tuple(given) for known, given in titles.items()}

    @cached_property
    def introductions(self) -> list[tuple[Known, Naming]]:
        """Where each is first named, in the order of the text."""
        first: dict[Known, Naming] = {}
        for naming in self._namings:
            if naming.known is not None:
                first.setdefault(naming.known, naming)
        return list(first.items())

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie between the two offsets, in the order of the text."""
        low, high = bisect_left(self._starts, start), bisect_right(self._starts, end)
        return [m for m in self.mentions[low:high] if m.end <= end]

    def definites(self, start: int, end: int) -> list[Definite]:
        """The noun phrases with "the" between two offsets that mean something told of before, in the order of the text."""
        low = bisect_left(self._definites, start, key=lambda d: d.start)
        high = bisect_right(self._definites, end, key=lambda d: d.start)
        return [d for d in self._definites[low:high] if d.end <= end]

    def called(self, span: Span) -> Known | None:
        """Whom a noun phrase means that starts where the words do: "the company, which is based in Leeds,"."""
        return next((d.known for d in self.definites(span.start, span.end) if d.start == span.start), None)

    def named_behind(self, span: Span, text: str) -> Known | None:
        """The person whose name stands behind the words, between commas: "Her rival, | Ann Lee, lost"."""
        start = span.end + len(", ")
        if text[span.end : start] != ", ":
            return None
        behind = self.within(start, start + _LONGEST_NAME)
        return next((m.person for m in behind if m.start == start and m.how is How.NAME and text[m.end : m.end + 1] == ","), None)

    def tied_in(self, sentence: Sentence) -> Callable[[Token], bool]:
        """Of a pronoun of a sentence, whether it is known whom or what it means."""
        return lambda token: any(m.gloss is not None for m in self.within(sentence.start_of(token), sentence.end_of(token)))

    def whole(self, speaker: Speaker, text: str) -> Speaker:
        """The words of a speaker with the whole of a name that they cut: "Bell" of Bell-Sambo, "Darrow" of William “Bill” Darrow."""
        around = self.within(speaker.start - _LONGEST_NAME, speaker.end + _LONGEST_NAME)
        name = next((m for m in around if m.how is How.NAME and m.start < speaker.end and speaker.start < m.end), None)
        if name is None or (speaker.start <= name.start and name.end <= speaker.end):
            return speaker
        return Speaker.at(text, min(name.start, speaker.start), max(name.end, speaker.end))

    def named_at(self, span: Span) -> bool:
        """Whether the words are only a part of a name, as the day in "USA Today" is."""
        around = self.within(span.start - _LONGEST_NAME, span.end + _LONGEST_NAME)
        return any(
            m.how is How.NAME and m.start <= span.start and span.end <= m.end and m.end - m.start > span.end - span.start for m in around
        )

    def speaker(self, span: Speaker, sentence: Sentence) -> tuple[Speaker, Mention | None]:
        """The speaker with the name and title that the words resolve to, and the mention that decided it.

        `sentence` is the one that the speaker's words stand in. Several speakers together ("Smith and Jones"), somebody's
        spokesman and a role that nobody was introduced under have no name.
        """
        head = head_of(sentence, span)
        mention = self._heading(span, head, sentence) if head is not None else None
        known = mention.known if mention else None
        return span.model_copy(update={"name": known and known.name, "title": known and known.title}), mention

    def _name_at_the_end(self, span: Span) -> Mention | None:
        return next((m for m in self.within(span.start, span.end) if m.end == span.end and m.how is How.NAME), None)

    def _titled(self, span: Span, head: Token) -> Mention | None:
        """The person whose name ends a title of several words: "Ambassador to the United States | Omar Vadim", "co-author | Ann Lee"."""
        last = self._name_at_the_end(span)
        if (head.part != "proper noun" and not roles.role_of(head.lemma)) or _proxy(head):
            return None
        if any(c.relation in {"determiner", "possessor"} for c in head.children) or _parted(head):
            return None
        return last if last is not None and last.person is not None and last.start > span.start else None

    def _of_two_posts(self, span: Span, sentence: Sentence) -> Mention | None:
        """The one whose name stands behind the words for two posts, and no more: "Chairman and Chief Executive | Gerard Arp"."""
        last = self._name_at_the_end(span)
        if last is None or last.person is None:
            return None
        posts = sentence.tokens(span.start, last.start)
        held = [t for t in posts if t.lower not in {"and", "&"}]
        return last if held and roles.role_of(held[-1].lower) and all(t.part in _POSTS and not _is_plural(t) for t in held) else None

    def _heading(self, span: Span, head: Token, sentence: Sentence) -> Mention | None:
        """The mention that the words of a speaker are headed by."""
        named = {m.person for m in self.within(span.start, span.end) if m.person is not None and m.how is How.NAME}
        joined = any(t.relation == "coordinator" for t in sentence.tokens(span.start, span.end))
        if joined and len(named) == 1 and (bearer := self._of_two_posts(span, sentence)) is not None:
            return bearer
        several = len(named) > 1 and joined
        if several or any(c.relation == "conjunct" or (c.form == "genitive" and head.relation in NOUN_SUBJECTS) for c in head.children):
            return None  # "Orrin's say", who are its lawyers
        indefinite = any(c.lower in {"a", "an", "any", "some", "another"} for c in head.children if c.relation == "determiner")
        at = sentence.start_of(head)
        inside = self.within(span.start, span.end)
        lettered = head.lower.rstrip(".") in LETTERS_BEHIND  # "Miriam Shaw KC"
        here = next((m for m in inside if m.start <= at < m.end or (lettered and m.how is How.NAME and m.end == at - 1)), None)
        no_person = here is not None and here.known is not None and here.person is None
        titled = self._titled(span, head) if here is None or no_person else None
        if titled is not None:
            return titled
        if roles.role_of(head.lemma) and (here is None or no_person):  # "The Commissioner of Police, Adam Usman,"
            places = [sentence.start_of(c) for c in head.children if c.relation == "apposition"]
            people = (m for m in self.within(sentence.span.start, sentence.span.end) if m.person is not None)
            found = next((m for m in people if any(m.start <= place < m.end for place in places)), None)
            if found is not None or here is None:
                return found
        if here is not None:
            return None if indefinite and no_person else here
        if head.lemma.lower() in roles.MEDIA_HEADS:
            names = [m for m in inside if m.end <= at and m.how is How.NAME]
            fitting = [m for m in names if all(t.lemma.lower() in _MEDIA_WORDS for t in sentence.tokens(m.end, at))]
            return fitting[-1] if fitting else None
        return None


def _is_plural(token: Token) -> bool:
    return token.form in {"plural", "proper plural"}


def _parted(head: Token) -> bool:
    """Whether a comma stands in what hangs on it."""
    return any(t.text == "," for t in head.subtree)


def _proxy(head: Token) -> bool:
    """Whether it is somebody who speaks for another, whose name may follow: "Spokesman for President Ann Lee"."""
    return head.lemma.lower() in roles.PROXIES


def cast_of(parsed: Parsed, attributions: Sequence[Attribution], ties: Iterable[Tie] = ()) -> Cast:
    """Everybody that the article mentions, each mention tied to the one it means where that is beyond doubt, or a person has said so."""
    namings, by_hand = find_namings(parsed.sentences), ByHand.of(ties)
    tie_names(namings)
    by_hand.tie(namings)
    mentions = Reader(parsed, attributions, namings, by_hand).read()
    found = (*find_definites(parsed.sentences, namings), *find_groups(parsed.sentences, namings))
    definites = sorted(found, key=lambda definite: definite.start)
    return Cast([*mentions, *_in_headings(parsed.article, namings, by_hand)], namings, definites)


def _in_headings(article: Article, namings: Sequence[Naming], by_hand: ByHand) -> Iterator[Mention]:
    """The names of the story where they stand in its headline and standfirst, which are not parsed."""
    known: dict[str, Known | None] = {}
    for naming in namings:
        surname = naming.text.split()[-1] if naming.known is not None and naming.known.kind is EntityKind.PERSON else ""
        for name in filter(None, dict.fromkeys((naming.name, surname))):
            known[name] = naming.known if known.get(name, naming.known) == naming.known else None
    for block in article.blocks_of(BlockRole.HEADLINE, BlockRole.STANDFIRST):
        words, at = list(_WORD.finditer(article.text, block.start, block.end)), 0
        while at < len(words):
            size = next((n for n in range(_MOST_WORDS, 0, -1) if at + n <= len(words) and _run(article, words, at, n) in known), 0)
            if size == 1 and at + 1 < len(words) and words[at + 1][0][:1].isupper() and _in_body(article, _run(article, words, at, 2)):
                size = 0  # "Orrin Foods" of Orrin Foods Inc. is nobody called Orrin
            if size:
                start, end = words[at].start(), words[at + size - 1].end()
                means = by_hand.at(start, end, article.text[start:end]) or known[_run(article, words, at, size)]
                yield Mention(start, end, article.text[start:end], How.NAME, means, means.name if means is not None else None)
            at += max(1, size)


def _run(article: Article, words: Sequence[re.Match[str]], at: int, size: int) -> str:
    return " ".join(article.text[words[at].start() : words[at + size - 1].end()].split())


def _in_body(article: Article, words: str) -> bool:
    return any(article.text.find(words, block.start, block.end) >= 0 for block in article.blocks_of(BlockRole.BODY))
