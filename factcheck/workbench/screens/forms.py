"""Forms: a line of text (a note, a question, a reason), words in the place of others, and a piece of evidence."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Hashable, Iterator, Sequence
from contextlib import suppress
from typing import Any, ClassVar, TypeVar
from urllib.parse import urlsplit

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from factcheck.model import Evidence, EvidenceLevel, Stance, one_line, without_login
from factcheck.workbench.drafts import Drafts, Filled
from factcheck.workbench.keymap import sign
from factcheck.workbench.keys import FORM, Key
from factcheck.workbench.screens.base import KeyedModal, KeyedScreen
from factcheck.workbench.widgets.bars import About
from factcheck.workbench.widgets.fields import Area, Choice, Field, KnownField, read_all

Result = TypeVar("Result")


class Form(KeyedModal[Result | None]):
    """A form above the review: its title, what it is about, and its fields. Enter saves from any field, escape leaves and keeps a draft."""

    TABLE: ClassVar[tuple[Key, ...]] = FORM

    def __init__(self, title: str, about: str) -> None:
        super().__init__(title)
        self._about = about
        self._began: Filled = {}
        self._of: Hashable = None
        self.drafted = False
        """Whether it was left with a draft."""

    def body(self) -> ComposeResult:
        """What it is about, its fields, and what is missing."""
        if self._about:
            yield About(self._about)
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
        await read_all(self, *self._entered)
        result = self.result()
        if result is None:
            self._say(self.missing())
        else:
            self._drafts.keep(self._of, self._filled)  # until what is done with it is done
            self.dismiss(result)

    async def action_close(self) -> None:
        """Leave without saving. What was written is kept as a draft."""
        await self.keep_draft()
        self.dismiss(None)

    async def keep_draft(self) -> None:
        """Keep what was written, if it is anything."""
        await read_all(self, *self._entered)
        self.drafted = self._filled != self._began
        if self.drafted:
            self._drafts.keep(self._of, self._filled)
        else:
            self.forget_draft()

    async def action_start_over(self) -> None:
        """Forget the draft; the form is as it was without."""
        await read_all(self, *self._entered)
        self.forget_draft()
        self._fill(self._began)
        self._say("")

    def action_go_on(self, by: int) -> None:
        """To the next field, or the one before. What is typed after it goes there, however fast: the program gives the next key to it."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def begin(self, on: Hashable) -> None:
        """Be ready for the next key, with the draft that was left when this was opened on the same thing."""
        self.set_focus(self.query("Field, Area").first())
        self._began = self._filled
        self._of = (type(self), self._title, self._about, on, *self._began.items())
        draft = self._drafts.find(self._of)
        if draft is not None:
            with suppress(KeyError, ValueError):  # it is from a run of another version
                self._fill(draft)
            self._say(f"What you wrote before is here; {sign('form.over', self.app)} starts over without it.")

    def forget_draft(self) -> None:
        """It is saved, or not wanted."""
        self._drafts.forget(self._of)

    @property
    def _drafts(self) -> Drafts:
        drafts: Drafts = self.app.drafts  # type: ignore[attr-defined]  # the workbench is the only app that opens forms
        return drafts

    @property
    def _entered(self) -> Iterator[Field | Area | Choice[Any]]:
        yield from self.query(Field)
        yield from self.query(Area)
        yield from self.query(Choice)

    @property
    def _filled(self) -> Filled:
        return {field.id or "": field.entered for field in self._entered}

    def _fill(self, filled: Filled) -> None:
        for field in self._entered:
            field.enter(filled[field.id or ""])

    def _say(self, words: str) -> None:
        self.query_one(".form-trouble", Static).update(Content(words))


async def open_form(app: App[Any], form: Form[Result], done: Callable[[Result | None], Awaitable[object]], on: Hashable = None) -> None:
    """Show a form, ready for the very next key; `done` gets what was filled in before the key after that is read.

    What was filled in is kept as a draft where the form was left, and where `done` gives False: it could not be done. `on` is what the
    form is about, where its title and what it shows do not tell.
    """

    async def closed(result: Result | None) -> None:
        went = await done(result)
        if result is not None and went is not False:
            form.forget_draft()
        elif result is None and form.drafted and isinstance(app.screen, KeyedScreen):
            app.screen.tell(KEPT)

    await app.push_screen(form, closed)
    form.begin(on)


KEPT = "Not saved, but kept: what you wrote is there when you open this again."
"""What is said of a draft."""


class TextForm(Form[str]):
    """Asks for one line of text, which may be none where that is `optional`."""

    def __init__(self, title: str, about: str = "", *, placeholder: str = "", optional: bool = False) -> None:
        super().__init__(title, about)
        self._placeholder = placeholder
        self._optional = optional

    def fields(self) -> Iterator[Widget]:
        """One field."""
        yield Field(placeholder=self._placeholder, id="text")

    def result(self) -> str | None:
        """The text, without white space around it."""
        return self.query_one("#text", Field).value.strip() or ("" if self._optional else None)


class WordsForm(Form[str]):
    """Asks for words in the place of others, which are there to be typed `over` or on, in as many rows as they take, beside the article."""

    FRAME = "form beside"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - declared so by Textual

    def __init__(self, title: str, about: str, value: str, *, over: bool = True) -> None:
        super().__init__(title, about)
        self._value = value
        self._over = over

    def fields(self) -> Iterator[Widget]:
        """One field of several rows."""
        yield Area(self._value, over=self._over, id="text")

    def result(self) -> str | None:
        """The words on one line."""
        return self.query_one(Area).value or None


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
