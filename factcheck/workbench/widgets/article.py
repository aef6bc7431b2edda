"""The article, with every claim marked in place, the chosen one lit, and a cursor that a reader moves in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from textual import events

from factcheck.model import Article, BlockRole, Claim, Flag, Span, Standing, Verdict
from factcheck.model.coverage import Stretch, Tick, stretches
from factcheck.workbench.layout import Layout
from factcheck.workbench.marks import FLAG, Marks
from factcheck.workbench.messages import Dragged, Pointed
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.painter import LineView, Piece, Row

GUTTER = 2
"""Cells left of the text, for the bar beside the chosen claim."""
WIDEST = 90
"""Cells of text on a row at most: longer rows are hard to read."""

ROOM = GUTTER + WIDEST + 1
"""Cells of a view that has room for the longest row, and a scroll bar beside it."""


class ArticleView(LineView):
    """Draws the article from a session. Posts `Pointed` when the reader clicks on a place of it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._session: Session | None = None
        self._marks = Marks((), ())
        self._layout = Layout("", 80)
        self._made_of: tuple[object, ...] = ()
        self._lit: list[tuple[Span, str]] = []
        self._shown_claim: str | None = None
        self._roles = _Roles(Article(text=""))
        self._hits: list[Span] = []
        self._ticks: list[Stretch] = []
        self.ticking = False
        self.cursor = 0
        self._height = 0
        self.marked_from: int | None = None
        self._dragged_from: int | None = None
        self._dragged = False

    @property
    def marked(self) -> Span | None:
        """The words that the reader has marked, from where the marking began to the cursor; None when none are."""
        if self.marked_from is None:
            return None
        text = self._layout.text
        start, end = sorted((self.marked_from, self.cursor))
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        return Span(start=min(start, end), end=end)

    def mark(self, *, on: bool) -> None:
        """Begin to mark words at the cursor, or forget those that are marked."""
        self.marked_from = self.cursor if on else None
        self.repaint()

    def tick(self, *, on: bool) -> None:
        """Paint words by how far they are checked, or by the standing of their claims."""
        self.ticking = on
        if self._session is not None:
            self.show(self._session)

    def show(self, session: Session) -> None:
        """Draw the session as it stands now, with the chosen claim in sight."""
        moved = self._shown_claim != session.view.chosen
        self._session = session
        self._shown_claim = session.view.chosen
        self._lay_out()
        self._lit = list(_lit(session))
        self._ticks = stretches(session.view.case) if self.ticking else []
        self._hits = [hit.span for hit in session.view.hits]
        claim = session.view.claim
        if claim is not None and moved:
            if not claim.start <= self.cursor < claim.end:
                self.cursor = claim.start
            self._show_claim(claim)
        self.repaint()

    def go_to(self, offset: int) -> None:
        """Put the cursor on an offset and bring it into sight."""
        self.cursor = max(0, min(offset, len(self._layout.text) - 1))
        row = self._layout.row_of(self.cursor)
        self.keep_in_sight(row, row)
        self.repaint()

    def move_rows(self, by: int) -> int:
        """Move the cursor so many rows, in its column; gives its offset."""
        row = self._layout.row_of(self.cursor)
        target = max(0, min(len(self._layout.rows) - 1, row + by))
        return self._move_to(self._layout.offset_at(target, self._layout.column_of(self.cursor)))

    def move_page(self, by: int) -> int:
        """Move the cursor by as many rows as are in sight; gives its offset."""
        return self.move_rows(by * max(1, self.scrollable_content_region.height - 2))

    @property
    def half_page(self) -> int:
        """How many rows half a page is."""
        return max(1, self.scrollable_content_region.height // 2)

    def move_words(self, by: int) -> int:
        """Move the cursor to the start of the next word, or of the one before; gives its offset."""
        text, at = self._layout.text, self.cursor
        if by > 0:
            while at < len(text) and not text[at].isspace():
                at += 1
            while at < len(text) and text[at].isspace():
                at += 1
        else:
            while at > 0 and text[at - 1].isspace():
                at -= 1
            while at > 0 and not text[at - 1].isspace():
                at -= 1
        return self._move_to(min(at, max(0, len(text) - 1)))

    def move_to_end(self, direction: int) -> int:
        """Move the cursor to the top or the end of the article; gives its offset."""
        return self._move_to(0 if direction < 0 else max(0, len(self._layout.text) - 1))

    def _move_to(self, offset: int) -> int:
        self.go_to(offset)
        return self.cursor

    def offset_under(self, x: int, y: int) -> int | None:
        """The offset of the code point at a cell of the view, or None beside the text."""
        row = y + self.scroll_offset.y
        if not 0 <= row < len(self._layout.rows) or x < GUTTER:
            return None
        return self._layout.offset_at(row, x - GUTTER)

    def cell_of(self, offset: int) -> tuple[int, int]:
        """The cell of the view at which the code point at an offset is drawn (x, y); it may be out of sight."""
        return GUTTER + self._layout.column_of(offset), self._layout.row_of(offset) - self.scroll_offset.y

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Words may be dragged over from here."""
        self._dragged_from = None if event.shift or event.button != 1 else self.offset_under(event.x, event.y)
        self._dragged = False
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the words from where the button went down to the mouse."""
        offset = self.offset_under(event.x, event.y)
        if event.button == 1 and self._dragged_from is not None and offset not in (None, self._dragged_from):
            self.marked_from, self._dragged = self._dragged_from, True
            self.go_to(offset or 0)

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """What was dragged over stays marked."""
        self._dragged_from = None
        self.release_mouse()
        if self._dragged:
            self.post_message(Dragged())

    def on_click(self, event: events.Click) -> None:
        """Point at the place under the mouse, unless words were dragged over to there."""
        if self._dragged:
            return
        offset = self.offset_under(event.x, event.y)
        if offset is not None and event.shift:
            self.marked_from = self.cursor if self.marked_from is None else self.marked_from
            self.go_to(offset)
        elif offset is not None:
            again = offset == self.cursor
            self.cursor = offset
            self.marked_from = None
            self.post_message(Pointed(offset, again=again))
            self.repaint()

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap to the new width, with the cursor in sight, unless the reader has scrolled away from it."""
        if self._session is not None:
            before, top = self._layout.row_of(self.cursor), round(self.scroll_target_y)
            was_in_sight = not self._height or top <= before < top + self._height
            self._lay_out()
            if was_in_sight:
                row = self._layout.row_of(self.cursor)
                self.keep_in_sight(row, row)
        self._height = self.scrollable_content_region.height

    def _lay_out(self) -> None:
        session = self._session
        if session is None or not self.size.width:
            return
        width = min(WIDEST, self.scrollable_content_region.width - GUTTER)
        spans = tuple((claim.id, claim.start, claim.end) for claim in session.view.claims)
        made_of = (session.view.case.article, session.view.open_flags, spans, width)
        if made_of != self._made_of:
            first = self._layout.rows[round(self.scroll_target_y)].start if self.scroll_target_y < len(self._layout.rows) else 0
            self._made_of = made_of
            self._marks = Marks(session.view.claims, session.view.open_flags)
            self._layout = Layout(session.view.case.article.text, width, self._marks.counts())
            self.set_rows(len(self._layout.rows))
            self.scroll_to(y=self._layout.row_of(first), animate=False, force=True)  # signs before claims may have moved the rows
            self._roles = _Roles(session.view.case.article)

    def _show_claim(self, claim: Claim) -> None:
        if self._layout.rows:
            self.keep_in_sight(self._layout.row_of(claim.start), self._layout.row_of(max(claim.start, claim.end - 1)))

    def row(self, y: int) -> Row:
        """One row of the article."""
        if self._session is None or y >= len(self._layout.rows):
            return (), ()
        return tuple(self._pieces(y, self._session)), ()

    def _pieces(self, y: int, session: Session) -> Iterator[Piece]:
        row = self._layout.rows[y]
        yield self._gutter(row.start, row.end, session), ("gutter",)
        styles = self._styles_of_row(row.start, row.end, session)
        offset = row.start
        for names, group in groupby(styles):
            stop = offset + sum(1 for _ in group)
            for at in self._marked(offset, stop):
                if at > offset:
                    yield self._layout.text[offset:at], names
                yield from self._signs(at, session, names)
                offset = at
            if stop > offset:
                yield self._layout.text[offset:stop], names
            offset = stop
        if row.start == row.end and self._cursor_in(row.start, row.end + 1):
            yield " ", ("cursor",)

    def _gutter(self, start: int, end: int, session: Session) -> str:
        claim = session.view.claim
        touched = claim is not None and claim.start < max(end, start + 1) and start < claim.end
        return ("▌ " if self.has_focus else "│ ") if touched else "  "

    def _styles_of_row(self, start: int, end: int, session: Session) -> list[tuple[str, ...]]:
        styles: list[tuple[str, ...]] = [self._roles.style(start)] * (end - start)
        for run in self._marks.runs(start, end):
            claim = session.view.get(run.claims[-1])
            if claim is not None:
                names: tuple[str, ...] = (f"is-{session.view.standing(claim)}",)
                names += ("part",) if claim.part_of else ()
                base = tuple(n for n in self._roles.style(run.start) if n == "headline")
                styles[run.start - start : run.end - start] = [base + names] * (run.end - run.start)
        for stretch in self._ticks_in(start, end):
            for at in range(max(start, stretch.start), min(end, stretch.end)):
                styles[at - start] = (_ticked(stretch.tick),)
        marked = [(self.marked, "marked")] if self.marked else []
        for span, name in (*self._lit, *((hit, "hit") for hit in self._hits_in(start, end)), *marked):
            for at in range(max(start, span.start), min(end, span.end)):
                styles[at - start] += (name,)
        if self._cursor_in(start, end):
            styles[self.cursor - start] += ("cursor",)
        return styles

    def _ticks_in(self, start: int, end: int) -> list[Stretch]:
        first = bisect_left(self._ticks, start + 1, key=lambda stretch: stretch.end)
        return self._ticks[first : bisect_left(self._ticks, end, key=lambda stretch: stretch.start)]

    def _cursor_in(self, start: int, end: int) -> bool:
        return self.has_focus and start <= self.cursor < end

    def _hits_in(self, start: int, end: int) -> list[Span]:
        first = bisect_left(self._hits, start, key=lambda hit: hit.end)
        return self._hits[first : bisect_left(self._hits, end, key=lambda hit: hit.start)]

    def _marked(self, start: int, end: int) -> list[int]:
        return [offset for offset in range(start, end) if offset in self._marks.before]

    def _signs(self, offset: int, session: Session, names: tuple[str, ...]) -> Iterator[Piece]:
        lit = tuple(name for name in names if name in ("lit", "lit-said", "partner"))
        for owner in self._marks.before[offset]:
            claim = session.view.get(owner)
            if owner == FLAG:
                yield "⚑", (*lit, "flag")
            elif claim is not None:
                standing = session.view.standing(claim)
                yield standing.sign, (f"is-{standing}", *lit)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Show or hide the cursor."""
        super().watch_has_focus(_has_focus)
        self.repaint()


def _ticked(tick: Tick) -> str:
    """How words with a tick are painted: what is in no claim stands out most."""
    if tick is Tick.NONE:
        return "partner"
    return f"is-{Standing.UNREVIEWED}" if tick.row.open else f"is-{Verdict.VERIFIED}"


class _Roles:
    """How the words that no claim covers are painted, by what part of the article they are."""

    def __init__(self, article: Article) -> None:
        self._furniture = [(b.start, b.end) for b in article.blocks_of(BlockRole.FURNITURE)]
        self._headline = [(b.start, b.end) for b in article.blocks_of(BlockRole.HEADLINE)]

    def style(self, offset: int) -> tuple[str, ...]:
        if any(start <= offset < end for start, end in self._headline):
            return ("plain", "headline")
        return ("furniture",) if any(start <= offset < end for start, end in self._furniture) else ("plain",)


def _lit(session: Session) -> Iterator[tuple[Span, str]]:
    """What is lit: the chosen claim, more brightly what was said, its speaker, every mention of whom a name means, its flags' places."""
    claim = session.view.claim
    if claim is not None:
        yield claim.span, "lit"
        entity = session.view.case.entity(claim.entity)
        yield from ((mention, "lit-said") for mention in (entity.mentions if entity else ()))
        for span in claim.content:
            yield span, "lit-said"
        for words in (claim.speaker, claim.cue):
            if words is not None and not claim.span.contains(words):
                yield words, "lit"
    for flag in _flags_in_view(session):
        for words in flag.spans:
            yield words, "partner"


def _flags_in_view(session: Session) -> tuple[Flag, ...]:
    on_claim = session.view.flags_on(session.view.claim) if session.view.claim else ()
    shown = tuple(flag for flag in session.view.open_flags if flag.fingerprint == session.view.flag)
    return tuple(dict.fromkeys((*on_claim, *shown)))
