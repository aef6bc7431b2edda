"""The list of claims, one a row: its standing, its flags, and its gist, names, dates and figures below what they are part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.cells import cell_len, set_cell_size
from textual import events

from factcheck.model import Claim, one_line
from factcheck.workbench.messages import Picked
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.painter import LineView, Piece, Row

KIND_FROM = 56
"""Cells from which on a row has room for the kind of the claim."""


class ClaimList(LineView):
    """Draws the claims that a session shows. Posts `Picked` when the reader clicks one."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._session: Session | None = None
        self._rows: tuple[Claim | str, ...] = ()
        self._here: int | None = None
        self._selected: frozenset[str] = frozenset()
        self._height = 0

    def show(self, session: Session, *, stays: bool = False) -> None:
        """Draw the session as it stands now: with the chosen claim in sight, or with what is in sight where it is, when that `stays`."""
        anchors = list(self._anchors()) if stays else []
        self._session = session
        self._rows = tuple(_with_headings(session.view.shown, session.view.headings))
        self._here = self._row_of(session.view.chosen)
        self._selected = session.view.together.selected
        self.set_rows(len(self._rows))
        if stays:
            self._return_to(anchors)
        elif self._here is not None:
            under_heading = self._here > 0 and isinstance(self._rows[self._here - 1], str)
            self.keep_in_sight(self._here - under_heading, self._here)
        self.repaint()

    def _anchors(self) -> Iterator[tuple[str, int]]:
        """The claims in sight, each with how far below the top of the list it stands; the chosen one first."""
        top = round(self.scroll_target_y)
        rows = [*([self._here] if self._here_in_sight else []), *range(top, top + self._height)]
        for row in rows:
            claim = self._rows[row] if row is not None and row < len(self._rows) else None
            if isinstance(claim, Claim):
                yield claim.id, row - top

    def _return_to(self, anchors: Iterable[tuple[str, int]]) -> None:
        """Scroll so that the first of these claims that is still listed stands where it stood."""
        found = next(((row, below) for name, below in anchors if (row := self._row_of(name)) is not None), None)
        if found is not None and found[0] - found[1] != round(self.scroll_target_y):
            self.scroll_to(y=found[0] - found[1], animate=False, force=True)

    @property
    def _here_in_sight(self) -> bool:
        top = round(self.scroll_target_y)
        return self._here is not None and top <= self._here < top + self._height

    def _row_of(self, name: str | None) -> int | None:
        """The row of the claim with that id."""
        return next((i for i, row in enumerate(self._rows) if isinstance(row, Claim) and row.id == name), None)

    @property
    def page(self) -> int:
        """How many claims a page key moves by."""
        return max(1, self.scrollable_content_region.height - 1)

    @property
    def half_page(self) -> int:
        """How many claims half a page is."""
        return max(1, self.scrollable_content_region.height // 2)

    def on_resize(self, _event: events.Resize) -> None:
        """Keep the chosen claim in sight, unless the reader has scrolled away from it."""
        stays = self._height > 0 and not self._here_in_sight
        self._height = self.scrollable_content_region.height
        if self._session is not None:
            self.show(self._session, stays=stays)

    def on_click(self, event: events.Click) -> None:
        """Pick the claim under the mouse."""
        row = event.y + self.scroll_offset.y
        claim = self._rows[row] if 0 <= row < len(self._rows) else None
        if isinstance(claim, Claim):
            self.post_message(Picked(claim.id))

    def row(self, y: int) -> Row:
        """One claim."""
        session = self._session
        if session is None or y >= len(self._rows):
            return ((("  No claims.", ("plain",)),) if session is not None and y == 0 else ()), ()
        claim = self._rows[y]
        if isinstance(claim, str):
            return ((_cut(claim, self.scrollable_content_region.width), ("headline",)),), ()
        here = y == self._here
        selected = ("marked",) if claim.id in self._selected else ()
        lit = () if not here else ("here",) if self.has_focus else ("away",)
        return tuple((text, (*names, *selected, *lit)) for text, names in self._pieces(session, claim, here)), (*selected, *lit)

    def _pieces(self, session: Session, claim: Claim, here: bool) -> Iterator[Piece]:
        width = self.scrollable_content_region.width
        yield ("▶" if self.has_focus else "▷") if here else " ", ("gutter",)
        for aspect in claim.aspects:
            standing = session.view.standing(claim, aspect)
            yield standing.sign, (f"is-{standing}",)
        yield ("" if claim.attributed else " ") + (_tokens(claim) or " "), ("plain",)
        yield "⚑" if session.view.flags_on(claim) else " ", ("flag",)
        kind = f"{claim.kind.value:<10}" if width >= KIND_FROM else ""
        yield f" {kind}{'  ' if claim.part_of else ''}", ("plain",)
        room = width - 6 - cell_len(kind) - (2 if claim.part_of else 0)
        yield _cut(one_line(claim.in_context, 4 * max(room, 1)), room), (f"is-{session.view.standing(claim)}",)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Mark the chosen row as the side that keys move in, or not."""
        super().watch_has_focus(_has_focus)
        self.repaint()


def _with_headings(claims: Sequence[Claim], headings: Mapping[str, str]) -> Iterator[Claim | str]:
    """The claims, and before the first of each group its heading."""
    last: str | None = None
    for claim in claims:
        heading = headings.get(claim.id)
        if heading is not None and heading != last:
            yield heading
        last = heading
        yield claim


def _tokens(claim: Claim) -> str:
    """Whether there is more to see in the details: a question to the author, evidence, or a note."""
    if claim.reviews and claim.open_questions:
        return "?"
    if claim.evidence:
        return "+"
    return "…" if claim.reviews and claim.notes else ""


def _cut(text: str, width: int) -> str:
    """The text in so many cells, cut behind a word where one ends in the second half."""
    if cell_len(text) <= width:
        return text
    cut = set_cell_size(text, max(0, width - 1))
    end = cut.rfind(" ")
    return (cut[:end] if end > width // 2 and not text[len(cut) :].startswith(" ") else cut) + "…"
