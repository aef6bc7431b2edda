"""The list of claims, one a row: its standing, its flags, and its gist, names, dates and figures below what they are part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from rich.cells import cell_len
from textual import events

from factcheck.model import Claim, ClaimKind, one_line
from factcheck.workbench.fit import cut, wrap
from factcheck.workbench.messages import Picked
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.painter import LineView, Piece, Row

SIGNS = 5
"""Cells of a row's signs: whether it is chosen, its standings, what hangs on it, its flags."""

KIND = max(len(kind.value) for kind in ClaimKind)
"""Cells of the name of a claim's kind."""

MOST_ROWS = 4
"""Rows that the chosen claim takes at most."""


class ClaimList(LineView):
    """Draws the claims that a session shows. Posts `Picked` when the reader clicks one."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._session: Session | None = None
        self._rows: tuple[Claim | str, ...] = ()
        self._here: int | None = None
        self._selected: frozenset[str] = frozenset()
        self._height = 0
        self._whole = False
        self._chosen: Sequence[str] = ("",)

    def show(self, session: Session, *, whole: bool | None = None, stays: bool = False) -> None:
        """Draw the session as it stands now: with the chosen claim in sight, or with what is in sight where it is, when that `stays`.

        With `whole` the chosen claim has as many rows as it takes.
        """
        anchors = list(self._anchors()) if stays else []
        self._session = session
        self._whole = self._whole if whole is None else whole
        self._rows = tuple(_with_headings(session.view.shown, session.view.headings))
        self._here = self._row_of(session.view.chosen)
        self._selected = session.view.together.selected
        self._chosen = self._wrapped(session)
        self.set_rows(len(self._rows) + len(self._chosen) - 1)
        if stays:
            self._return_to(anchors)
        elif self._here is not None:
            under_heading = self._here > 0 and isinstance(self._rows[self._here - 1], str)
            self.keep_in_sight(self._here - under_heading, self._here + len(self._chosen) - 1)
        self.repaint()

    def _anchors(self) -> Iterator[tuple[str, int]]:
        """The claims in sight, each with how far below the top of the list it stands; the chosen one first."""
        top = round(self.scroll_target_y)
        chosen = self._here if self._here_in_sight else None
        for y in (*([] if chosen is None else [chosen]), *range(top, top + self._height)):
            row, nth = self._at(y)
            claim = self._rows[row] if row < len(self._rows) else None
            if isinstance(claim, Claim) and nth == 0:
                yield claim.id, y - top

    def _return_to(self, anchors: Iterable[tuple[str, int]]) -> None:
        """Scroll so that the first of these claims that is still listed stands where it stood."""
        found = next(((self._y_of(row), below) for name, below in anchors if (row := self._row_of(name)) is not None), None)
        if found is not None and found[0] - found[1] != round(self.scroll_target_y):
            self.scroll_to(y=found[0] - found[1], animate=False, force=True)

    @property
    def _here_in_sight(self) -> bool:
        top = round(self.scroll_target_y)
        return self._here is not None and top <= self._here < top + self._height

    def _row_of(self, name: str | None) -> int | None:
        """The number of the claim with that id among what is listed."""
        return next((i for i, row in enumerate(self._rows) if isinstance(row, Claim) and row.id == name), None)

    def _wrapped(self, session: Session) -> Sequence[str]:
        """The words of the chosen claim, in rows."""
        claim = session.view.claim
        width = self.scrollable_content_region.width
        if claim is None or self._here is None or not width:
            return ("",)
        most = min(MOST_ROWS, self.scrollable_content_region.height - 2) if self._whole else 1
        return wrap(one_line(claim.in_context), width - cell_len(_before(claim)), max(1, most))

    @property
    def tells_whole(self) -> bool:
        """Whether every word of the chosen claim is shown."""
        return self._session is not None and self._session.view.claim is not None and not self._chosen[-1].endswith("…")

    def _at(self, y: int) -> tuple[int, int]:
        """The number of what stands in a row, and which of its rows it is."""
        here, more = self._here, len(self._chosen) - 1
        if here is None or y <= here:
            return y, 0
        return (here, y - here) if y <= here + more else (y - more, 0)

    def _y_of(self, number: int) -> int:
        """The first row of what has that number."""
        return number if self._here is None or number <= self._here else number + len(self._chosen) - 1

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
        row, _ = self._at(event.y + self.scroll_offset.y)
        claim = self._rows[row] if 0 <= row < len(self._rows) else None
        if isinstance(claim, Claim):
            self.post_message(Picked(claim.id))

    def row(self, y: int) -> Row:
        """One claim."""
        session = self._session
        at, nth = self._at(y)
        if session is None or at >= len(self._rows):
            return ((("  No claims.", ("plain",)),) if session is not None and y == 0 else ()), ()
        claim = self._rows[at]
        if isinstance(claim, str):
            return ((cut(claim, self.scrollable_content_region.width), ("headline",)),), ()
        here = at == self._here
        selected = ("marked",) if claim.id in self._selected else ()
        lit = () if not here else ("here",) if self.has_focus else ("away",)
        pieces = self._more(session, claim, nth) if nth else self._pieces(session, claim, here)
        return tuple((text, (*names, *selected, *lit)) for text, names in pieces), (*selected, *lit)

    def _pieces(self, session: Session, claim: Claim, here: bool) -> Iterator[Piece]:
        width = self.scrollable_content_region.width
        yield ("▶" if self.has_focus else "▷") if here else " ", ("gutter",)
        for aspect in claim.aspects:
            standing = session.view.standing(claim, aspect)
            yield standing.sign, (f"is-{standing}",)
        yield ("" if claim.attributed else " ") + (_tokens(claim) or " "), ("plain",)
        yield "⚑" if session.view.flags_on(claim) else " ", ("flag",)
        before = _before(claim)
        yield before[SIGNS:], ("plain",)
        room = width - cell_len(before)
        words = self._chosen[0] if here else _one_row(claim.in_context, room)
        yield words, (f"is-{session.view.standing(claim)}",)

    def _more(self, session: Session, claim: Claim, nth: int) -> Iterator[Piece]:
        """Another row of the chosen claim, clear of its signs and its kind."""
        yield " " * cell_len(_before(claim)), ("plain",)
        yield self._chosen[nth], (f"is-{session.view.standing(claim)}",)

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


@lru_cache(maxsize=4096)
def _one_row(words: str, room: int) -> str:
    return cut(one_line(words, 4 * max(room, 1)), room)


def _before(claim: Claim) -> str:
    """What stands before the words of a claim: room for the signs, and its kind, which stands in where it is part of another claim."""
    kind = f"{'  ' if claim.part_of else ''}{claim.kind.value}"
    return f"{' ' * SIGNS} {kind:<{KIND}} "


def _tokens(claim: Claim) -> str:
    """Whether there is more to see in the details: a question to the author, evidence, or a note."""
    if claim.reviews and claim.open_questions:
        return "?"
    if claim.evidence:
        return "+"
    return "…" if claim.reviews and claim.notes else ""
