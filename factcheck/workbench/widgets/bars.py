"""The lines that frame a screen: how far the case is, what was just done, what went wrong, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.content import Content
from textual.widgets import Static

from factcheck.model import Progress, Standing, Verdict, one_line
from factcheck.workbench import describe
from factcheck.workbench.grouping import UNGROUPED
from factcheck.workbench.keymap import in_force, sign
from factcheck.workbench.keys import Key
from factcheck.workbench.session import Session

BAR = 10
"""Cells of the bar that shows how far a case is, where there is room."""


MOST_ROWS = 3
"""Rows of a message; the style sheet has the same."""


def content_of(line: describe.Line) -> Content:
    """A line of styled pieces as Textual shows it. Nothing in it is read as markup."""
    return Content("").join(Content.styled(text, _STYLES[name]) for text, name in line)


_STYLES = {
    "": "", "plain": "$plain", "label": "$plain", "value": "$primary", "flag": "$flag", "headline": "bold", "target": "bold reverse",
    **{f"is-{standing}": f"$is-{standing}" for standing in Standing},
}  # fmt: skip


class Bar(Static):
    """One line of words, painted anew when they are other words."""

    _words: Content | None = None

    def say(self, words: Content, *, layout: bool = False) -> None:
        """Show the words; with `layout`, in as many rows as they take."""
        if self._words is None or not words.is_same(self._words):
            self._words = words
            self.update(words, layout=layout)


class StatusBar(Bar):
    """The headline, and how far the case is: always in sight."""

    def show(self, session: Session, trouble: bool) -> None:
        """Show the session as it stands now."""
        progress = session.view.progress
        wide = self.size.width >= 100
        right = progress_words(progress, wide=wide, checked=session.view.checked)
        if wide and session.history.pace is not None:
            right += f" · {session.history.pace} an hour"
        if session.view.signed is not None:
            right += " · SIGNED OFF"
        if session.view.reader.blind:
            right += " · BLIND"
        if trouble:
            right += " · NOT SAVED"
        room = self.size.width - cell_len(right) - 3
        title = one_line(session.view.case.article.headline or session.view.case.article.source or "Untitled article", 400)
        left = title if cell_len(title) <= room else set_cell_size(title, max(0, room - 1)) + "…"
        self.say(Content(f" {set_cell_size(left, max(0, room))} {right} "))


def progress_words(progress: Progress, *, wide: bool, checked: bool) -> str:
    """How far a case is, in words, with a bar where there is room."""
    so_total = sum(progress.so.values())
    words = [f"{progress.decided} of {progress.total} decided"]
    if so_total:
        words.append(f"so: {progress.so_decided} of {so_total}" if wide else f"{progress.so_decided} of {so_total} so")
    words.append(_counted("⚑", progress.flags, "flag", wide) if checked else "⚑ …")
    if progress.questions:
        words.append(_counted("?", progress.questions, "question", wide))
    full = BAR * progress.decided // max(1, progress.total)
    bar = f"{'━' * full}{'┄' * (BAR - full)} " if wide else ""
    return bar + " · ".join(words)


def _counted(sign: str, n: int, noun: str, wide: bool) -> str:
    return f"{sign} {n}{f' {noun}' if wide else ''}{'s' if wide and n != 1 else ''}"


class JudgedBar(Bar):
    """What the next verdict goes to, always in sight."""

    def show(self, session: Session) -> None:
        """Show the session as it stands now."""
        self.say(content_of(describe.judged(session)))


class FilterBar(Bar):
    """Which claims the list shows, and what is searched for."""

    def show(self, session: Session) -> None:
        """Show the session as it stands now."""
        words = f" Claims: {session.view.filter.name} ({len(session.view.shown)})"
        if session.view.number:
            words += f" · number {session.view.number}"
        if session.view.grouping is not UNGROUPED:
            words += f" {session.view.grouping.name}"
        if session.view.needle:
            words += f" · “{session.view.needle}”: {len(session.view.hits)} place{'' if len(session.view.hits) == 1 else 's'}"
        self.say(Content(one_line(words, 300)))


class MessageBar(Bar):
    """What was just done, in one line, or in a few where it is long."""

    def show(self, words: str, news: str = "") -> None:
        """Show words, which may hold parts of the article, and before them the news of what others did."""
        line = Content.assemble(" ", (f"{one_line(news, 400)} ", "bold") if news else "", one_line(words, 600))
        width = self.size.width
        rows = min(MOST_ROWS, line.get_height({}, width)) if 0 < width < line.cell_length else 1
        self.say(line, layout=rows != self.size.height)


class TroubleBar(Static):
    """What went wrong and has not been put right yet; not there when all is well."""

    _trouble: str | None = None

    def show(self, words: str | None) -> None:
        """Show the trouble, or make way."""
        if words != self._trouble:
            self._trouble = words
            self.display = words is not None
            self.update(Content(f" {one_line(words or '', 600)}"))


class WelcomeBar(Static):
    """What to press, in three lines, for who opens a case for the first time; gone with the first decision."""

    def on_mount(self) -> None:
        """Name the keys that are in force."""
        self.update(Content("\n").join(Content(f" {line}") for line in self._lines()))

    def _lines(self) -> tuple[str, str, str]:
        def key(name: str) -> str:
            return sign(name, self.app)

        verdicts = ", ".join(f"{key(f'verdict.{verdict}')} {verdict}" for verdict in Verdict)
        return (
            f"Decide: {verdicts}.",
            f"Move: {key('next')} and {key('previous')}; {key('unreviewed')} to the next open claim, {key('flag')} to the next flag.",
            f"More: {key('undo')} undo, {key('evidence')} evidence, {key('help')} every key, {key('leave')} leave; all is saved as you go.",
        )


class KeyBar(Static):
    """The keys that matter most on this screen, as many as there is room for. A click does what the key does."""

    def __init__(self, table: Sequence[Key], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._table = [key for key in table if key.bar]
        self._places: list[tuple[int, int, str]] = []

    def on_resize(self, _event: events.Resize) -> None:
        """Choose the keys that fit."""
        self._places = []
        pieces: list[Content] = []
        at = 1
        for key in self._fitting():
            words = f"{key.sign} {key.name}"
            pieces += [Content.styled(key.sign, "bold $primary"), Content.styled(f" {key.name}  ", "$plain")]
            self._places.append((at, at + cell_len(words), key.keys[0]))
            at += cell_len(words) + 2
        self.update(Content(" ") + Content("").join(pieces), layout=False)

    def _fitting(self) -> list[Key]:
        room = self.size.width - 1
        table = in_force(self._table, self.app)
        last = table[-2:]
        room -= sum(_width(key) for key in last)
        fitting = []
        for key in table[:-2]:
            room -= _width(key)
            if room < 0:
                break
            fitting.append(key)
        return [*fitting, *last]

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse, so that a click waits its turn among the keys."""
        key = next((key for start, end, key in self._places if start <= event.x < end), None)
        if key is not None:
            self.app.simulate_key(key)


def _width(key: Key) -> int:
    return cell_len(key.sign) + cell_len(key.name) + 3
