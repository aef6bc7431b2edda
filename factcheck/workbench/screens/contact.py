"""The form for a talk about a claim: whom, how, what they confirmed and corrected, and in which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from factcheck.model import Card, Case, Channel, one_line
from factcheck.workbench.screens.forms import Form, labelled
from factcheck.workbench.widgets.fields import Choice, Field, KnownField


@dataclass(frozen=True)
class Told:
    """What was filled in: `said` under the names that a contact has."""

    person: str
    how: Channel
    said: dict[str, str | None]


class ContactForm(Form[Told]):
    """Asks for a talk. Three letters of a name that is known in the case offer it in full."""

    def __init__(self, about: str, known: Sequence[str]) -> None:
        super().__init__("A conversation about this claim", about)
        self._known = known
        self._how = Choice([(str(i), channel.value, channel) for i, channel in enumerate(Channel, 1)], id="how")

    def fields(self) -> Iterator[Widget]:
        """Whom, how, and what they said."""
        yield labelled("with", KnownField(self._known, placeholder="a name", id="person"))
        yield labelled("", Static("", id="known"))
        yield labelled("by", self._how)
        yield labelled("confirmed", Field(placeholder="what they said is right", id="confirmed"))
        yield labelled("corrected", Field(placeholder="what they said is wrong, and what is right", id="corrected"))
        yield labelled("words", Field(placeholder="what they said, in their words", id="words"))

    def result(self) -> Told | None:
        """The talk; nothing without a name."""
        person = self._text("person")
        said = {name: self._text(name) for name in ("confirmed", "corrected", "words")}
        return Told(person, self._how.value, said) if person else None

    def missing(self) -> str:
        """What to do when it is not enough to save."""
        return "Say first whom you spoke to."

    def on_input_changed(self) -> None:
        """Offer who is known in the case."""
        offered = self.query_one(KnownField).offered
        self.query_one("#known", Static).update(Content(f"↓ {one_line(offered, 200)}" if offered else ""))

    def _text(self, field: str) -> str | None:
        return self.query_one(f"#{field}", Field).value.strip() or None


def known_people(case: Case, cards: Sequence[Card]) -> list[str]:
    """Who is on the sheet, in the log and in the article, each once."""
    entities = (entity.name for entity in case.entities)
    return list(dict.fromkeys((*(card.name for card in cards), *(one.person for one in reversed(case.contacts)), *entities)))
