"""The paragraphs and rows of a Rich Text document while they are read: those of the text, and those of each note and box beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.documents.flow import LONGEST_CELL, Flow, Part
from factcheck.documents.pieces import Form, Reason


@dataclass
class Paragraph:
    """A paragraph: its words, how it is set, whether it goes on with the next one, and the notes and boxes that hang on it."""

    parts: list[Part] = field(default_factory=list)
    form: Form = Form.PARAGRAPH
    goes_on: bool = False
    asides: list[Stream] = field(default_factory=list)

    @property
    def length(self) -> int:
        """Characters of its words."""
        return len("".join(part for part in self.parts if isinstance(part, str)).strip())

    def tell(self, flow: Flow) -> None:
        """Tell it, and what hangs on it."""
        if self.goes_on:
            flow.hold(self.parts, self.form)
        else:
            flow.paragraph(self.parts, self.form, Reason.REPEATED)
        self.tell_asides(flow)

    def tell_asides(self, flow: Flow) -> None:
        """Tell what hangs on it."""
        for stream in self.asides:
            flow.flush()
            with flow.aside() if stream.note is None else flow.note(stream.note):
                stream.tell(flow)


@dataclass
class Row:
    """A row of a table, by its cells."""

    cells: list[list[Paragraph]]

    def tell(self, flow: Flow) -> None:
        """Tell it as a row, or where it only lays out a page, as its paragraphs."""
        paragraphs = [paragraph for cell in self.cells for paragraph in cell]
        if len(self.cells) < 2 or not all(_is_short(cell) for cell in self.cells):
            for paragraph in paragraphs:
                paragraph.tell(flow)
            return
        flow.row([[part for paragraph in cell for part in (*paragraph.parts, " ")] for cell in self.cells])
        for paragraph in paragraphs:
            paragraph.tell_asides(flow)


def _is_short(cell: Sequence[Paragraph]) -> bool:
    lengths = [paragraph.length for paragraph in cell]
    return sum(map(bool, lengths)) <= 1 and all(length <= LONGEST_CELL for length in lengths)


class Stream:
    """Paragraphs that follow each other; those of a note have its name."""

    def __init__(self, note: str | None = None) -> None:
        self.note = note
        self.now = Paragraph()
        self._blocks: list[Paragraph | Row] = []
        self._cells: list[list[Paragraph]] = []
        self._cell: list[Paragraph] = []

    def end_paragraph(self, form: Form, *, in_table: bool = False, goes_on: bool = False) -> None:
        """The paragraph is at its end."""
        ended, self.now = self.now, Paragraph()
        ended.form, ended.goes_on = form, goes_on
        if in_table:
            self._cell.append(ended)
            return
        self._end_table()
        self._blocks.append(ended)

    def end_cell(self, form: Form) -> None:
        """The cell is at its end."""
        self.end_paragraph(form, in_table=True)
        self._cells.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """The row is at its end."""
        if self._cells:
            self._blocks.append(Row(self._cells))
            self._cells = []

    def end(self, form: Form) -> None:
        """Nothing comes any more."""
        self.end_paragraph(form)

    def tell(self, flow: Flow) -> None:
        """Tell all of it."""
        for block in self._blocks:
            block.tell(flow)
        flow.flush()

    def text(self) -> list[str]:
        """Its paragraphs as lines, such as those of a comment."""
        flow = Flow()
        self.tell(flow)
        return [piece.words for piece in flow.pieces]

    def _end_table(self) -> None:
        """What is left of a table that was broken off."""
        self.end_row()
        self._blocks += self._cell
        self._cell = []
