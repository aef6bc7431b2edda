"""The contact log: whom a checker spoke to about the article, how, when, and what they confirmed or put right."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import AwareDatetime

from factcheck.model.base import Kept, Tabled
from factcheck.model.review import Stance
from factcheck.model.source import key_of


class ChannelRow(NamedTuple):
    """What a channel is."""

    meaning: str


class Channel(Tabled):
    """How somebody was spoken to."""

    row: ChannelRow

    CALL = "call", ChannelRow("by telephone or video")
    MAIL = "mail", ChannelRow("by letter or e-mail")
    MEETING = "meeting", ChannelRow("in one room")
    MESSAGE = "message", ChannelRow("by a short message")
    OTHER = "other", ChannelRow("any other way")


class Card(Kept):
    """Somebody to ask, on the source sheet: whom they speak for, how to reach them, and whether an export may name them."""

    name: str
    affiliation: str | None = None
    phone: str | None = None
    email: str | None = None
    confidential: bool = False
    note: str | None = None

    @property
    def key(self) -> str:
        """What evidence from them is known by: `Evidence.key`."""
        return key_of(None, self.name)

    @property
    def reachable(self) -> bool:
        """Whether the sheet says how to reach them."""
        return bool(self.phone or self.email)


class Contact(Kept):
    """One talk with somebody (`person`) about `claims`, by their ids, never changed once written; one that nobody answered is one, too.

    `confirmed` and `corrected` say what they said is right and what is not, `words` is what they said in their own words.
    """

    person: str
    how: Channel
    at: AwareDatetime
    by: str
    claims: tuple[str, ...] = ()
    confirmed: str | None = None
    corrected: str | None = None
    words: str | None = None

    @property
    def stance(self) -> Stance:
        """What the talk does to its claims, as evidence."""
        if self.confirmed:
            return Stance.QUALIFIES if self.corrected else Stance.SUPPORTS
        return Stance.REFUTES if self.corrected else Stance.MENTIONS
