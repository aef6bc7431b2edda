"""Who is meant: the mentions and the names on a claim of which a reviewer can say whom they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language.pronouns import THIRD_PERSON
from factcheck.model import Case, Claim, How, Mention, Words, one_line

_WORD = re.compile(r"[^\W\d_]+")
"""A word: takes `she` and that of `she's`, not `2019`."""

_AROUND = 24
"""Code points of the article shown on either side of a mention."""


@dataclass(frozen=True)
class Meant:
    """A mention, or a name wherever it stands, with whom it means now, if anybody."""

    mention: Mention | None
    name: str | None
    means: str = ""

    @property
    def words(self) -> str:
        """The words that mean somebody."""
        return self.mention.text if self.mention is not None else self.name or ""


def meant_on(case: Case, claim: Claim) -> list[Meant]:
    """What can be put right on a claim: of a name, the name throughout and each of its mentions; else every mention in its words."""
    entity = case.entity(claim.entity)
    if entity is not None:
        return [Meant(None, entity.name, entity.name), *(Meant(mention, None, entity.name) for mention in entity.mentions)]
    known = [Meant(mention, None, one.name) for one in case.entities for mention in one.mentions if _inside(mention, claim)]
    found = known + [Meant(mention, None) for mention in _untied(case, claim, known)]
    return sorted(found, key=lambda meant: meant.mention.start if meant.mention is not None else 0)


def _untied(case: Case, claim: Claim, known: list[Meant]) -> Iterator[Mention]:
    """The pronouns of a claim, and its speaker, whom nobody knows."""
    taken = {meant.mention.start for meant in known if meant.mention is not None}
    speaker = claim.speaker
    if speaker is not None and speaker.entity is None and not any(speaker.start <= at < speaker.end for at in taken):
        how = How.PRONOUN if speaker.text.casefold() in THIRD_PERSON else How.ROLE
        yield Mention(start=speaker.start, end=speaker.end, text=speaker.text, how=how)
        taken.add(speaker.start)
    for match in _WORD.finditer(case.article.text, claim.start, claim.end):
        if match[0].casefold() in THIRD_PERSON and match.start() not in taken:
            yield Mention(start=match.start(), end=match.end(), text=match[0], how=How.PRONOUN)


def _inside(mention: Words, claim: Claim) -> bool:
    return claim.start <= mention.start and mention.end <= claim.end


def line_of(case: Case, meant: Meant) -> str:
    """The words in a line, with what stands around them and whom they mean."""
    if meant.mention is None:
        return f"“{one_line(meant.words, 60)}” wherever it stands"
    text, mention = case.article.text, meant.mention
    before = text[max(0, mention.start - _AROUND) : mention.start]
    after = text[mention.end : mention.end + _AROUND]
    means = f" = {one_line(meant.means, 40)}" if meant.means else " = nobody known"
    return f"“{one_line(mention.text, 60)}”{means}   {one_line(f'…{before}[{mention.text}]{after}…')}"
