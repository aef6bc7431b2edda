"""Forms that offer, below what is typed, what it may stand for: who said something, and what a date or figure means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from textual.widget import Widget

from factcheck.model import Case, Claim, DateValue, Figure, one_line
from factcheck.workbench.describe import reading_line
from factcheck.workbench.filters import speaker_of
from factcheck.workbench.keys import OFFER
from factcheck.workbench.matching import fitting
from factcheck.workbench.screens.forms import Form
from factcheck.workbench.widgets.choices import Choices
from factcheck.workbench.widgets.fields import Field

Result = TypeVar("Result")

MOST_LINES = 7
"""Lines of what is offered that are in sight."""

SHORTEST_NAME = 3
"""Letters from which on words of the article are a name of their own, and not the beginning of another."""


class OfferForm(Form[Result]):
    """A field that begins with what is there now, to be typed over, and what is offered for it. Enter takes the line that is chosen."""

    TABLE = OFFER
    FRAME = "form beside"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - declared so by Textual

    def __init__(self, title: str, about: str, value: str, placeholder: str = "") -> None:
        super().__init__(title, about)
        self._value = value
        self._placeholder = placeholder
        self._offered: list[tuple[str, Result | None]] = []

    def offers(self, typed: str) -> Iterator[tuple[str, Result | None]]:
        """What may be meant, as it is listed and what it comes to, the likeliest first."""
        raise NotImplementedError

    def fields(self) -> Iterator[Widget]:
        """The field, and what is offered."""
        yield Field(self._value, placeholder=self._placeholder, id="text")
        yield Choices("", id="offered")

    def on_mount(self) -> None:
        """Be ready for what is typed over what is there."""
        self.query_one(Field).action_select_all()
        self._offer()

    def on_input_changed(self) -> None:
        """Offer what fits."""
        self.query_one(Choices).at = 0
        self._offer()

    def _offer(self) -> None:
        self._offered = list(self.offers(self.query_one(Field).value.strip()))
        choices = self.query_one(Choices)
        choices.styles.height = min(len(self._offered), MOST_LINES)
        choices.show([[(one_line(line, 300), ())] for line, _ in self._offered])

    def action_move(self, by: int) -> None:
        """Choose another line."""
        self.query_one(Choices).move(by)

    def result(self) -> Result | None:
        """What the chosen line comes to."""
        return self._offered[self.query_one(Choices).at][1]


class SpeakerForm(OfferForm[str]):
    """Asks who said a claim. A few letters of somebody in the case are enough; other words are taken as they are typed."""

    def __init__(self, case: Case, claim: Claim) -> None:
        super().__init__("Who said it?", claim.in_context, (speaker_of(claim) or ""), "nobody: the article's own words")
        self._text = case.article.text
        self._known = known_names(case)

    def offers(self, typed: str) -> Iterator[tuple[str, str | None]]:
        """Nobody where nothing is typed; who is there now; those in the case whom the letters fit; and the letters themselves."""
        there = typed == one_line(self._value)
        if not typed:
            yield "nobody: the article's own words", ""
        elif there:
            yield f"{typed} · now", self._value
        known = [name for name in self._known if name != self._value or not there]
        fit = fitting("" if there else typed, ((name, (name,)) for name in known))
        as_typed = (
            [] if not typed or there or any(name.casefold() == typed.casefold() for name in fit) else [(f"“{typed}”, as typed", typed)]
        )
        found = [(name, name) for name in fit]
        yield from (*as_typed, *found) if self._stands(typed) else (*found, *as_typed)

    def _stands(self, typed: str) -> bool:
        """Whether the words are a name in the article as they are."""
        return len(typed) >= SHORTEST_NAME and re.search(rf"(?<!\w){re.escape(typed)}(?!\w)", self._text) is not None


def known_names(case: Case) -> list[str]:
    """Who speaks in a case and who else is in it, in the order of the article."""
    speakers = [name for claim in case.claims if (name := speaker_of(claim))]
    return list(dict.fromkeys((*speakers, *(entity.name for entity in case.entities))))


class ValueForm(OfferForm[DateValue | Figure]):
    """Asks what a date or figure means, says how what is typed is understood, and offers the other readings of a date."""

    def __init__(self, claim: Claim, understood: Callable[[str], DateValue | Figure | None], readings: Sequence[DateValue] = ()) -> None:
        from factcheck.values import meaning_of

        example = (
            "28 Feb 2019, last Thursday, 3 May to 5 May, P2D"
            if claim.date
            else "1,200, more than 40 km, 5 or fewer, £1.2m, 3 to 5 per cent"
        )
        super().__init__("What the words mean", f"“{claim.text}”", meaning_of(claim.value) if claim.value else "", example)
        self._claim = claim
        self._understood = understood
        self._readings = readings

    def offers(self, typed: str) -> Iterator[tuple[str, DateValue | Figure | None]]:
        """What is typed as it is understood, then the readings."""
        from factcheck.values import meaning_of

        value = self._understood(typed)
        said = meaning_of(value) if value else "…"
        if isinstance(value, DateValue):
            said += f"  {value.value}"
        yield f"read as {said}", value
        for reading in self._readings:
            if reading != self._claim.date:
                yield f"or {reading_line(reading, now=False)}", reading

    def missing(self) -> str:
        """What to type."""
        what = "date, such as 28 Feb 2019 or last Thursday" if self._claim.date else "figure, such as 1,200 or more than 40 km"
        return f"That is not understood as a {what}."
