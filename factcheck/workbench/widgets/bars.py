"""The lines that frame a screen: how far the case is, what was just done, what went wrong, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.content import Content
from textual.widgets import Static

from factcheck.model import Progress, Standing, Verdict, count, one_line
from factcheck.workbench import describe
from factcheck.workbench.fit import cut, wrap
from factcheck.workbench.grouping import UNGROUPED
from factcheck.workbench.here import VERDICTS
from factcheck.workbench.keymap import in_force, sign
from factcheck.workbench.keys import Key
from factcheck.workbench.session import Session

BAR = 10
"""Cells of the bar that shows how far a case is, where there is room."""


def content_of(line: describe.Line) -> Content:
    """A line of styled pieces as Textual shows it. Nothing in it is read as markup."""
    return Content("").join(Content.styled(text, _STYLES[name]) for text, name in line)


_STYLES = {
    "": "", "plain": "$plain", "label": "$plain", "value": "$primary", "flag": "$flag", "headline": "bold", "target": "bold reverse",
    **{f"is-{standing}": f"$is-{standing}" for standing in Standing},
}  # fmt: skip


class Bar(Static):
    """One line of words, painted anew when they are other words."""

    ALLOW_SELECT = False

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
        self.say(Content(f" {set_cell_size(cut(title, room), max(0, room))} {right} "))


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
    return f"{sign} {count(n, noun) if wide else n}"


class JudgedBar(Bar):
    """What the next verdict goes to, always in sight."""

    def show(self, session: Session) -> None:
        """Show the session as it stands now."""
        self.say(content_of(describe.judged(session)))


class FilterBar(Bar):
    """Which claims the list shows, and what is searched for."""

    def show(self, session: Session) -> None:
        """Show the session as it stands now."""
        view = session.view
        words = f"Claims: {view.filter.name} ({len(view.shown)})"
        if view.needle:
            words += f" · “{view.needle}”: {count(len(view.hits), 'place')}"
        if view.grouping is not UNGROUPED:
            words += f" · {view.grouping.name}"
        if view.number:
            words += f" · number {view.number}"
        self.say(Content(f" {cut(one_line(words), self.size.width - 1)}"))


class RowsBar(Bar):
    """Words in one row, or in a few where they are long, each clear of the edge."""

    ALLOW_SELECT = True
    MOST = 3
    EDGE = 1

    _told, _bold = "", 0

    def tell(self, words: str, first: str = "") -> None:
        """Show words, which may hold parts of the article; before them, in bold, what is to be read `first`."""
        self._told, self._bold = one_line(" ".join(filter(None, (first, words))), 600), len(first)
        self._wrap()

    def _wrap(self) -> None:
        rows = wrap(self._told, self.size.width - 2 * self.EDGE, self.MOST) if self.size.width else [self._told]
        pieces, bold = list[str | tuple[str, str]](), self._bold
        for n, row in enumerate(rows):
            pieces += ["\n" if n else "", " " * self.EDGE, (row[:bold], "bold"), row[bold:]]
            bold = max(0, bold - len(row) - 1)
        self.say(Content.assemble(*pieces), layout=self.size.height != len(rows))

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap to the new width."""
        self._wrap()


class About(RowsBar):
    """What a form is about."""

    EDGE = 0

    def __init__(self, words: str) -> None:
        super().__init__()
        self._told = one_line(words, 600)


class MessageBar(RowsBar):
    """What was just done."""

    MOST = 5

    def show(self, words: str, news: str = "") -> None:
        """Show words, which may hold parts of the article, and before them the news of what others did."""
        self.tell(words, one_line(news, 400))


class TroubleBar(RowsBar):
    """What went wrong and has not been put right yet; not there when all is well."""

    def show(self, words: str | None) -> None:
        """Show the trouble, or make way."""
        self.display = words is not None
        self.tell(words or "")


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
    """The keys that matter most on this screen, as many as there is room for, and always the last two, or the last alone.

    A click does what the key does.
    """

    ALLOW_SELECT = False

    def __init__(self, table: Sequence[Key], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._table = {key.id: key for key in table}
        self.barred = tuple(key.id for key in table if key.bar)
        """The ids of the keys that the bar has where nothing else is more useful."""
        self._shown: Sequence[str] = self.barred
        self._always = self.barred[-2:]
        self._places: list[tuple[int, int, str]] = []

    def show(self, ids: Sequence[str], *, only: bool = False) -> None:
        """Have these keys, the most useful first; with `only`, no others but the last one of all."""
        always = self.barred[-1:] if only else self.barred[-2:]
        if (ids, always) != (self._shown, self._always):
            self._shown, self._always = ids, always
            self._write()

    def on_resize(self, _event: events.Resize) -> None:
        """Choose the keys that fit."""
        self._write()

    def _write(self) -> None:
        self._places = []
        pieces: list[Content] = []
        at = 1
        for keys, name in self._fitting():
            for key in keys:
                words = f"{key.sign} {name}" if key is keys[-1] else key.sign
                self._places.append((at, at + cell_len(words), key.keys[0]))
                at += cell_len(words) + (2 if key is keys[-1] else 1)
            pieces.append(Content.styled(" ".join(key.sign for key in keys), "bold $primary"))
            pieces.append(Content.styled(f" {name}  ", "$plain"))
        self.update(Content(" ") + Content("").join(pieces), layout=False)

    def _fitting(self) -> list[_Entry]:
        room = self.size.width
        table = {key.id: key for key in in_force(self._table.values(), self.app)}
        last = [((table[name],), table[name].name) for name in self._always]
        room -= sum(map(_width, last))
        wanted = [table[name] for name in self._shown if name not in self._always]
        entries: list[_Entry] = [((key,), key.name) for key in wanted]
        verdicts = tuple(key for key in wanted if key.id in VERDICTS)
        if verdicts and sum(map(_width, entries[: wanted.index(verdicts[-1]) + 1])) > room:
            before = wanted.index(verdicts[0])
            entries[before : before + len(verdicts)] = [(verdicts, "decide")]
        fitting: list[_Entry] = []
        for entry in entries:
            room -= _width(entry)
            if room < 0:
                break
            fitting.append(entry)
        return [*fitting, *last]

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse, so that a click waits its turn among the keys."""
        key = next((key for start, end, key in self._places if start <= event.x < end), None)
        if key is not None:
            self.app.simulate_key(key)


_Entry = tuple[tuple[Key, ...], str]
"""Keys that stand together in the bar, and what they do."""


def _width(entry: _Entry) -> int:
    keys, name = entry
    return cell_len(" ".join(key.sign for key in keys)) + cell_len(name) + 3
