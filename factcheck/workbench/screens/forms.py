"""Forms: a line of text (a note, a question, a correction, a reason, a search, a path), what a value means, and a piece of evidence."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any, TypeVar
from urllib.parse import urlsplit

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from factcheck.model import Claim, DateValue, Evidence, EvidenceLevel, Figure, Stance, one_line, without_login
from factcheck.workbench.keymap import sign
from factcheck.workbench.keys import FORM
from factcheck.workbench.screens.base import KeyedModal
from factcheck.workbench.widgets.fields import Choice, Field, KnownField

Result = TypeVar("Result")


class Form(KeyedModal[Result | None]):
    """A form above the review: its title, what it is about, and its fields. Enter saves from any field, escape leaves."""

    TABLE = FORM

    def __init__(self, title: str, about: str) -> None:
        super().__init__(title)
        self._about = about

    def body(self) -> ComposeResult:
        """What it is about, its fields, and what is missing."""
        if self._about:
            yield Static(Content(one_line(self._about, 300)), classes="form-about")
        yield from self.fields()
        yield Static("", classes="form-trouble")

    def fields(self) -> Iterator[Widget]:
        """The fields of this form."""
        raise NotImplementedError

    def result(self) -> Result | None:
        """What was filled in; None when it is not enough to save."""
        raise NotImplementedError

    def missing(self) -> str:
        """What to do when it is not enough to save."""
        return f"Write something first, or leave with {sign('form.close', self.app)}."

    async def action_submit(self) -> None:
        """Save and close, when the field has taken in everything that was typed before."""
        await self._typed()
        result = self.result()
        if result is None:
            self.query_one(".form-trouble", Static).update(Content(self.missing()))
        else:
            self.dismiss(result)

    async def _typed(self) -> None:
        """Wait until the field that has the keys has read those that were sent to it."""
        if self.focused is not None and self.focused.is_running:
            read = asyncio.Event()
            self.focused.call_later(read.set)
            await read.wait()


async def open_form(app: App[Any], form: Form[Result], done: Callable[[Result | None], Awaitable[None]]) -> None:
    """Show a form, ready for the very next key; `done` gets what was filled in before the key after that is read."""
    await app.push_screen(form, done)
    form.set_focus(form.query(Field).first())


class TextForm(Form[str]):
    """Asks for one line of text."""

    def __init__(self, title: str, about: str = "", *, value: str = "", placeholder: str = "") -> None:
        super().__init__(title, about)
        self._value = value
        self._placeholder = placeholder

    def fields(self) -> Iterator[Widget]:
        """One field."""
        yield Field(self._value, placeholder=self._placeholder, id="text")

    def result(self) -> str | None:
        """The text, without white space around it."""
        return self.query_one("#text", Field).value.strip() or None


class NameForm(TextForm):
    """Asks for a name, which may be none."""

    def result(self) -> str | None:
        """The name, or an empty one."""
        return self.query_one("#text", Field).value.strip()


class ValueForm(Form[DateValue | Figure]):
    """Asks what a date or figure means, and says how what is typed is understood, before it is saved."""

    def __init__(self, claim: Claim, understood: Callable[[str], DateValue | Figure | None]) -> None:
        super().__init__("What the words mean", f"“{claim.text}”")
        self._claim = claim
        self._understood = understood

    def fields(self) -> Iterator[Widget]:
        """The meaning, and how it is understood."""
        from factcheck.values import meaning_of

        value = self._claim.value
        example = (
            "28 Feb 2019, last Thursday, 3 May to 5 May, P2D"
            if self._claim.date
            else "1,200, more than 40 km, 5 or fewer, £1.2m, 3 to 5 per cent"
        )
        yield labelled("means", Field(meaning_of(value) if value else "", placeholder=example, id="text"))
        yield labelled("read as", Static("", id="understood"))

    def result(self) -> DateValue | Figure | None:
        """What is typed, understood."""
        return self._understood(self.query_one("#text", Field).value)

    def missing(self) -> str:
        """What to type."""
        what = "date, such as 28 Feb 2019 or last Thursday" if self._claim.date else "figure, such as 1,200 or more than 40 km"
        return f"That is not understood as a {what}."

    def on_input_changed(self) -> None:
        """Say how what is typed is understood."""
        from factcheck.values import meaning_of

        value = self.result()
        said = meaning_of(value) if value else "…"
        if isinstance(value, DateValue):
            said += f"  {value.value}"
        self.query_one("#understood", Static).update(Content(one_line(said)))


_STANCES = [(stance.row.key, stance.value, stance) for stance in Stance if stance.row.key]
_LEVELS: list[tuple[str, str, EvidenceLevel | None]] = [
    ("n", "not said", None),
    *((level.row.key, level.value, level) for level in EvidenceLevel),
]


class EvidenceForm(Form[Evidence]):
    """Asks for what a verdict leans on. Three letters of a source that is in the case already offer it again."""

    def __init__(self, title: str, about: str, known: Sequence[str] = (), item: Evidence | None = None) -> None:
        """`item` is a piece of evidence to put right; one without a stance keeps that, unless one is chosen."""
        super().__init__(title, about)
        self._known = known
        self._item = item
        none = [("n", "no stance yet", Stance.CITED)] if item is not None and item.stance is Stance.CITED else []
        self._stance = Choice([*none, *_STANCES], id="stance", value=item.stance if item else None)
        self._level = Choice(_LEVELS, id="level", value=item.level if item else None)

    def fields(self) -> Iterator[Widget]:
        """Address or other source, stance, level, quotation, locator."""
        item = self._item
        there = (item.url or item.source or "", item.quote or "", item.locator or "") if item else ("", "", "")
        source = KnownField(self._known, there[0], placeholder="https://… or a book, a call, a document", id="source")
        yield labelled("source", source)
        yield labelled("", Static("", id="known"))
        yield labelled("it", self._stance)
        yield labelled("level", self._level)
        yield labelled("quotation", Field(there[1], placeholder="what the source says", id="quote"))
        yield labelled("where", Field(there[2], placeholder="page, minute, paragraph", id="locator"))

    def result(self) -> Evidence | None:
        """The evidence: an address when it looks like one, another source otherwise."""
        source = self._text("source")
        if source is None:
            return None
        address = source.lower().startswith(("http://", "https://")) and " " not in source
        return Evidence(
            url=source if address else None,
            source=None if address else source,
            title=title_of(source) if address else None,
            stance=self._stance.value,
            level=self._level.value,
            quote=self._text("quote"),
            locator=self._text("locator"),
        )

    def on_input_changed(self) -> None:
        """Offer what is in the case already, and say what is left out of an address."""
        offered = self.query_one(KnownField).offered
        typed = self._text("source") or ""
        kept = without_login(typed)
        words = f"↓ {one_line(offered, 200)}" if offered else LEFT_OUT.format(one_line(kept, 160)) if kept != typed else ""
        self.query_one("#known", Static).update(Content(words))

    def missing(self) -> str:
        """What to do when it is not enough to save."""
        return f"Give an address or another source first, or leave with {sign('form.close', self.app)}."

    def _text(self, field: str) -> str | None:
        return self.query_one(f"#{field}", Field).value.strip() or None


def title_of(address: str) -> str | None:
    """What an address says about the page behind it, in words; nothing is fetched. None when it says nothing.

    >>> title_of("https://news.example/2019/03/port-to-close-in-may-20190301.html")
    'Port to close in may'
    """
    last = urlsplit(address).path.rstrip("/").rpartition("/")[2]
    words = [word for word in re.split(r"[-_+]|%20", last.rpartition(".")[0] or last) if word and not any(c.isdigit() for c in word)]
    return " ".join((words[0].capitalize(), *words[1:])) if len(words) >= FEWEST_WORDS else None


LEFT_OUT = "Kept without the name and the password: {}"
FEWEST_WORDS = 3
"""Words that make a title of the last part of an address."""


def labelled(label: str, field: Widget) -> Widget:
    """A field with what it is called before it."""
    return Horizontal(Static(Content(label), classes="label"), field, classes="field")
