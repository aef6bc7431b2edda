"""What evidence comes from: an address or another source, what came of fetching it, and whether it may be named."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from pydantic import AwareDatetime, Field, model_validator

from factcheck.model.address import Address, without_login
from factcheck.model.base import Kept
from factcheck.model.locators import apart
from factcheck.model.names import folded
from factcheck.model.visible import one_line

EXACT = 100
"""The match of words that stand in the source as they were quoted, but for quotation marks, dashes and white space."""


class Quotation(Kept):
    """How words that are quoted stand in the source: looked for by a machine, for a person to decide on.

    `match` is how much alike they are, of 100; `found` is what the source says there, and `at` where that starts, in code points of the
    source's readable text; `place` is where it is as one looks it up: "page 3", "0:12:34", "sheet Payments, cell B7". `remarks` are
    what a reader should look at: where the quotation stops, which figure it gives.
    """

    claim: str
    quote: str
    match: int = Field(ge=0, le=100)
    found: str | None = None
    at: int | None = None
    place: str | None = None
    remarks: tuple[str, ...] = ()

    @property
    def description(self) -> str:
        """How the words stand there, in words."""
        where = f" ({one_line(self.place, 300)})" if self.place else ""
        if self.match == EXACT and self.found is not None and _letters(self.found) != _letters(self.quote):
            return f"the source has it as “{one_line(self.found, 300)}”{where}"
        if self.match == EXACT:
            return f"the source has these words{where}"
        if self.found is None:
            return "the source does not have these words"
        return f"the source has “{one_line(self.found, 300)}”{where} ({self.match} % alike)"

    def remarks_for(self, locators: Iterable[str | None]) -> tuple[str, ...]:
        """The remarks, and where the words were found, if it is at none of the places given for them."""
        elsewhere = [apart(self.place, locator) for locator in locators]
        told = dict.fromkeys(words for words in elsewhere if words) if all(elsewhere) else ()
        return (*told, *self.remarks)


class Source(Kept):
    """One source of a case, whichever claims lean on it: an address (`url`), or what evidence gives as `source` (`name`).

    `status` is what came of looking at it last, in words, at `fetched`; `address` is where that ended, when elsewhere. `sha256` names the
    snapshot, or the copy of a file that `name` means, made at `kept`; `archive` is where a public archive keeps it. `text_of` is the
    agency or site whose text it carries: sources that carry the same text count as one. A `confidential` source is named in no export
    that does not ask for it. `recording` is the file that a transcript was made from, and `recording_sha256` names the copy of it;
    `transcript` and `transcript_sha256` say the same of the transcript of a recording.
    """

    url: Address | None = None
    name: Address | None = None
    confidential: bool = False
    text_of: str | None = None
    status: str | None = None
    fetched: AwareDatetime | None = None
    address: Address | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    dated: str | None = None
    sha256: str | None = None
    kept: AwareDatetime | None = None
    archive: Address | None = None
    recording: Address | None = None
    recording_sha256: str | None = None
    transcript: Address | None = None
    transcript_sha256: str | None = None
    quotations: tuple[Quotation, ...] = ()

    @model_validator(mode="after")
    def _is_something(self) -> Source:
        if not (self.url or self.name):
            raise ValueError("a source needs its url or its name")
        return self

    @property
    def key(self) -> str:
        """What evidence that comes from it is known by: `Evidence.key`."""
        return key_of(self.url, self.name)

    @property
    def called(self) -> str:
        """What it is called: by its title, if that is known."""
        return self.title or self.name or self.url or "unnamed source"

    def quotations_of(self, claim: str, sought: Collection[str]) -> tuple[Quotation, ...]:
        """How the words that are looked for in it for a claim, by its id, stand in the source."""
        return tuple(found for found in self.quotations if found.claim == claim and found.quote in sought)

    def describe(self, quotation: Quotation) -> str:
        """How quoted words stand in the source, in words; of one that cannot be had now, in which snapshot, since that is the old one."""
        if self.works or self.status is None or self.sha256 is None:
            return quotation.description
        of = f" of {self.kept.date()}" if self.kept else ""
        return f"{quotation.description}, in the old snapshot{of}: now it is {self.status.partition(':')[0]}"

    @property
    def works(self) -> bool:
        """Whether it was there when it was fetched last."""
        return self.status is not None and self.status.startswith(("ok", "moved"))


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def key_of(url: str | None, name: str | None) -> str:
    """What tells one source from another: its address without the part that no server sees, or its name, whatever its case."""
    return without_login(url).partition("#")[0] if url else folded(without_login(name or ""))
