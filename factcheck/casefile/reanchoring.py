"""Claims on another wording of their article: found again where their very words stand, or not at all."""

from __future__ import annotations

from factcheck.casefile.keys import CLAIM
from factcheck.casefile.tables import stands
from factcheck.model import Claim, Span


class Places:
    """Where claims stand in a text. The words of a name, date or figure are too short to be known again: it goes where its claim went."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._moved_by: dict[str, int] = {}

    def find(self, claim: Claim) -> Claim | None:
        """The claim where its words stand; None when they stand nowhere, or in several places. The claim itself where it is true.

        Speaker, cue, date and figure move along, and must be found there too. A name, date or figure is asked for after its claim.
        """
        found = claim if stands(claim, self._text) is None else self._elsewhere(claim)
        if found is not None:
            self._moved_by[found.id] = found.start - claim.start
        return found

    def _elsewhere(self, claim: Claim) -> Claim | None:
        if claim.value is not None:
            return _at(claim, self._moved_by[claim.part_of], self._text) if claim.part_of in self._moved_by else None
        at = self._text.find(claim.text)
        return _at(claim, at - claim.start, self._text) if at >= 0 and self._text.find(claim.text, at + 1) < 0 else None


def _at(claim: Claim, by: int, text: str) -> Claim | None:
    """The claim with every place of it moved by so many code points; None when other words stand in one of them."""
    parts = {name: _moved(part, by) for name in CLAIM.parts if (part := getattr(claim, name))}
    if claim.start + by < 0 or any(part is None for part in parts.values()):
        return None
    content = tuple(place for span in claim.content if (place := _moved(span, by)))
    found = claim.model_copy(update={"start": claim.start + by, "end": claim.end + by, "content": content, **parts})
    return found if stands(found, text) is None else None


def _moved(span: Span, by: int) -> Span | None:
    return span.model_copy(update={"start": span.start + by, "end": span.end + by}) if span.start + by >= 0 else None
