"""Completes whom and what the words of a gist mention: names in full, whom a pronoun means, which "the pipeline" is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.language.inflection import genitive
from factcheck.language.lexicon import words
from factcheck.language.pronouns import gender_of
from factcheck.model import EntityKind, How, Span, Speaker
from factcheck.splitting.full_names import NAME_SUFFIXES
from factcheck.splitting.restating import owns
from factcheck.splitting.when_and_where import whole_word

if TYPE_CHECKING:
    from factcheck.splitting.gist import Draft
    from factcheck.splitting.mentions import Mention
    from factcheck.splitting.names import Known
    from factcheck.splitting.people import Cast

_COMPANY_MARKS = words("nouns", "company_marks")
_LETTERS = 4
"""Of what is no part of a name but a mark or an acronym behind it."""
_LONGEST_WORD = 40
_MODEL = re.compile(r" [A-Z]{0,3}\d")
"""The number of a model behind a name: takes ` S3` and ` 5`, not ` Shares`."""


class Completer:
    """Puts into a draft what its words leave out of names and leave open of pronouns, and remembers what it has told already."""

    def __init__(self, draft: Draft, kept: Sequence[Span], speaker: Speaker | None, cast: Cast) -> None:
        self._draft = draft
        self._text = draft.text
        self._kept = kept
        self._speaker = speaker
        self._cast = cast
        self.named: set[Known] = set()
        self.glossed: set[object] = set()
        self.completed: set[str] = set()

    @cached_property
    def said(self) -> str:
        """The article's words in the gist, without regard to case."""
        return " ".join(self._text[s.start : s.end] for s in self._kept).casefold()

    @cached_property
    def _mentions(self) -> list[Mention]:
        """Whom the article's words in the gist mention, in order."""
        return [mention for s in self._kept for mention in self._cast.within(s.start, s.end)]

    def complete(self) -> None:
        """Completes everything that the gist mentions and nothing has told."""
        self._complete_mentions()
        self._complete_definites()

    def _complete_mentions(self) -> None:
        for mention in self._mentions:
            if any(cut.overlaps(Span(start=mention.start, end=mention.end)) for cut in self._draft.cuts):
                continue
            if mention.how is How.PRONOUN:
                self._complete_pronoun(mention)
            elif mention.known is not None:
                self._complete_name(mention, mention.known)

    def _complete_definites(self) -> None:
        """ "The pipeline" as "the [Kettle Point] pipeline", where the gist does not say so itself."""
        taken = {m.start for m in self._mentions if m.known is not None}
        for kept in self._kept:
            for definite in self._cast.definites(kept.start, kept.end):
                cut = any(c.start <= definite.head < c.end for c in self._draft.cuts)
                if cut or definite.start in taken or (definite.before + definite.after) in self.completed:
                    continue
                self.completed.add(definite.before + definite.after)
                for at, added in ((definite.head, definite.before), (definite.end, definite.after)):
                    if added and not any(word in self.said for word in added.casefold().split() if word[0].isalnum() and len(word) > 3):
                        self._draft.insert(at, added)

    def _complete_pronoun(self, mention: Mention) -> None:
        if mention.gloss is None:
            return
        who = mention.known or mention.gloss
        words = genitive(mention.gloss) if owns(mention, self._text) else mention.gloss
        first = mention.start == self._kept[0].start and not self._draft.before
        speaks = self._speaker is not None and mention.start == self._speaker.start and not self._is_named_before(mention)
        if first or speaks:
            self._draft.replace(Span(start=mention.start, end=mention.end), words)
            if mention.known is not None:
                self.named.add(mention.known)
        elif who not in self.glossed and not self._says_so_itself(mention):
            self._draft.insert(whole_word(self._text, mention.end), words)
        self.glossed.add(who)

    def _is_named_before(self, mention: Mention) -> bool:
        """Whether the gist has named whom a pronoun means, and nobody else that it may mean: "Ann Lee had left, | she | said"."""
        earlier = [m for m in self._mentions if m.start < mention.start and m.how is How.NAME]
        return not mention.possessive and any(m.known is mention.known for m in earlier) and self._says_so_itself(mention)

    def _says_so_itself(self, mention: Mention) -> bool:
        """Whether the gist names whom a pronoun means, and nobody else of the kind before it: "Ann Lee sold her house to Mia Dean"."""
        if mention.known is None:
            return mention.gloss is not None and mention.gloss.casefold() in self.said
        named = {m.known for m in self._mentions if m.known is not None and m.how is not How.PRONOUN} | self.named
        gender = gender_of(mention.text.casefold())
        behind = {m.known for m in self._mentions if m.start > mention.start} - {m.known for m in self._mentions if m.start < mention.start}
        near = (named - behind) | {mention.known}
        alike = (known for known in near if known.kind is mention.known.kind and (gender is None or known.gender in {gender, None}))
        return mention.known in named and sum(1 for _ in alike) == 1

    def _complete_name(self, mention: Mention, known: Known) -> None:
        if known in self.named or (known.kind is EntityKind.BODY and "." in mention.text):
            return
        self.named.add(known)
        if _MODEL.match(self._text, mention.end):
            return  # "the Orrin S3" is not the Orrin Note
        if self._text[mention.start - 1 : mention.start] == "(" and self._text[mention.end : mention.end + 1] == ")":
            return  # "the Elections (Amendment) Bill"
        short, full = mention.text.split(), known.name.split()
        if full[-1].casefold().strip(".") in NAME_SUFFIXES and len(short) < len(full):
            full.pop()
        plain = [w.casefold() for w in full]
        said = [w.casefold() for w in short]
        if len(short) >= len(full) or mention.text.casefold() == known.name.casefold():
            if mention.how is How.ROLE or (
                known.kind is EntityKind.BODY and known.name.casefold() != mention.text.casefold() and len(short) < len(full)
            ):
                self._draft.insert(mention.end, known.name)
        elif mention.how is How.NAME and plain[-len(said) :] == said and known.kind is EntityKind.PERSON:
            self._put_before(mention, full[: -len(said)])
        elif mention.how is How.NAME and plain[: len(said)] == said:
            self._put_behind(mention, full[len(said) :])
        elif not self._spelt_out(known):
            self._draft.insert(mention.end, known.name)

    def _put_before(self, mention: Mention, added: list[str]) -> None:
        """The first words of a name before its last: "[Ann] Lee"."""
        if self._text[: mention.start].endswith(("the ", "The ")):
            return
        at = mention.start
        while added and self._text[:at].endswith(f" {added[-1]} "):
            at -= len(added.pop()) + 1  # "van | Dorn" of Erik van Dorn
        if added:
            self._draft.insert(at, " ".join(added))

    def _put_behind(self, mention: Mention, added: list[str]) -> None:
        """The last words of a name behind its first: "Orrin [Foods]"."""
        if self._text[mention.end : mention.end + _LONGEST_WORD].lstrip().casefold().startswith(added[0].casefold()):
            return  # the words that would be added stand there
        if all(word.isupper() and len(word) <= _LETTERS for word in added):
            return  # "Shell B" is a share of Shell's, "Hope SAR" a team in Hope
        if self._text[mention.end : mention.end + 1] == "-" or (
            mention.text.isupper() and mention.known is not None and mention.person is None
        ):
            return  # "the Orsa-based club", "NHS staff" beside the NHS Pay Review Body
        if all(word.casefold().strip(".") in _COMPANY_MARKS for word in added):
            return  # "Facebook" tells no less than "Facebook Inc."
        self._draft.insert(mention.end, " ".join(added))

    def _spelt_out(self, known: Known) -> bool:
        """Whether the claim itself gives the full name, as in "the National Water Board (NWB)"."""
        return any(known.name in self._text[s.start : s.end] for s in self._kept)
