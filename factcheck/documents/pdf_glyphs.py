"""What a page of a PDF draws: its letters with their places, and how much of it is pictures (the content is run by pdfminer.six).

No page may take long: what a page draws is run up to a number of bytes and of letters, however often it draws the same form.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Any, NamedTuple

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import stream_value
from pdfminer.utils import MATRIX_IDENTITY, apply_matrix_pt, apply_matrix_rect, mult_matrix

LETTERS = 60_000
"""Letters of a page that are read; a full page of a broadsheet has some 40,000."""
CONTENT = 3 << 20
"""Bytes that say what a page draws, of which no more are run: the lines of a map take a second a megabyte."""
CONTENT_OF_ALL = 30 << 20
"""The same of a document."""
_LONGEST_PATH = 12
"""Parts of a path that may draw the rules of a table: a box has five."""
RULES = 6_000
"""Rules of a page that are looked at; a large table has some 3,000 when each side of each cell is drawn."""
_SHORTEST = 6.0
"""Points of a rule at the least; dots and ticks are shorter."""
_THICKEST = 3.0
"""Points of a rule's thickness at the most; a box that is filled is thicker."""
_FARTHEST = 1e6
"""Points; nothing is set farther from the corner of a page."""
_ASKEW = 6
"""Degrees that a line of a scanned page may be askew."""
_SOFT_HYPHEN = 0xAD
UNKNOWN = "\ufffd"
"""What stands for a letter that a font does not name."""

Box = tuple[float, float, float, float]


class Glyph(NamedTuple):
    """A letter, measured along its line of writing: from `x0` to `x1`, and the height `y` of the line it stands on.

    `angle` is the direction of writing in degrees; x and y are those of the page turned back by it.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    angle: int
    bold: bool


class Rule(NamedTuple):
    """A straight line across (`is_level`) at height `at` from `low` to `high`, or one that stands at `at`."""

    is_level: bool
    at: float
    low: float
    high: float


def rule(x0: float, y0: float, x1: float, y1: float) -> Rule | None:
    """The rule that a line or a thin box between two corners is; None for what slants or is a dot."""
    wide, high = abs(x1 - x0), abs(y1 - y0)
    if max(wide, high) < _SHORTEST or min(wide, high) > _THICKEST:
        return None
    if wide > high:
        return Rule(True, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
    return Rule(False, (x0 + x1) / 2, min(y0, y1), max(y0, y1))


@dataclass
class Drawn:
    """A page: its letters in the order in which they are drawn, what it shows (`box`), and the share of that which pictures cover."""

    box: Box = (0.0, 0.0, 0.0, 0.0)
    frame: tuple[float, ...] = (1, 0, 0, 1, 0, 0)
    glyphs: list[Glyph] = field(default_factory=list)
    outside: list[Glyph] = field(default_factory=list)
    pictured: float = 0.0
    strokes: int = 0
    rules: list[Rule] = field(default_factory=list)
    whole: bool = True


class _EnoughError(Exception):
    """A page draws more than is read of one."""


class Budget:
    """How much may still be run of a page, and of all pages."""

    def __init__(self, of_all: int = CONTENT_OF_ALL) -> None:
        self._of_all = of_all
        self._of_page = 0

    def begin_page(self) -> None:
        """Another page."""
        self._of_page = min(CONTENT, self._of_all)

    def spend(self, size: int) -> None:
        """Take away some bytes, and some for having been started at all; raises when there are none left."""
        cost = size + 1_000
        self._of_page, self._of_all = self._of_page - cost, self._of_all - cost
        if self._of_page < 0:
            raise _EnoughError


class _Interpreter(PDFPageInterpreter):
    """Runs what a page draws, as far as its budget goes."""

    device: _Device

    def execute(self, streams: Sequence[object]) -> None:
        for stream in streams:
            self.device.budget.spend(len(stream_value(stream).get_data()))
        super().execute(streams)


class _Device(PDFTextDevice):
    """Collects letters, and the share that pictures cover. Lines and curves are counted, and the rules of tables kept."""

    def __init__(self, resources: PDFResourceManager, budget: Budget) -> None:
        super().__init__(resources)
        self.budget = budget
        self.drawn = Drawn()

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        self.drawn = Drawn(apply_matrix_rect(ctm, page.cropbox), ctm)

    def paint_path(self, _state: Any, _stroke: bool, _fill: bool, _evenodd: bool, path: Sequence[Any]) -> None:
        self.drawn.strokes += 1
        if len(path) <= _LONGEST_PATH and len(self.drawn.rules) < RULES:
            self.drawn.rules += _rules(path, self.ctm or MATRIX_IDENTITY)

    def render_image(self, *_: Any) -> None:
        x0, y0, x1, y1 = apply_matrix_rect(self.ctm or MATRIX_IDENTITY, (0, 0, 1, 1))
        left, low, right, high = self.drawn.box
        shown = max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, high) - max(y0, low))
        self.drawn.pictured += shown / max((right - left) * (high - low), 1.0)

    def render_char(self, matrix: Any, font: Any, fontsize: float, scaling: float, rise: float, cid: int, *_: Any) -> float:
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = UNKNOWN
        if cid == _SOFT_HYPHEN and text == " " and not font.is_multibyte():
            text = "\xad"  # as WinAnsiEncoding has it (ISO 32000-1, D.2, note 3), and pdfminer has not
        advance: float = font.char_width(cid) * fontsize * scaling
        glyph = _glyph(text, matrix, font, fontsize, rise, advance)
        if glyph is None or not _within(glyph, matrix, self.drawn.box):
            self.drawn.outside.append(glyph or Glyph(text, 0, 0, 0, 1, 0, False))
        else:
            self.drawn.glyphs.append(glyph)
        if len(self.drawn.glyphs) + len(self.drawn.outside) >= LETTERS:
            raise _EnoughError
        return advance


def _rules(path: Sequence[Any], ctm: Any) -> Iterator[Rule]:
    """The rules among the lines of a path: a thin box is one, and so is each side of a large one."""
    places = [apply_matrix_pt(ctm, part[1:3]) for part in path if part[0] in ("m", "l")]
    if any(part[0] not in ("m", "l", "h") for part in path) or len(places) < 2 or not all(map(math.isfinite, chain(*places))):
        return
    xs, ys = [x for x, _ in places], [y for _, y in places]
    if whole := rule(min(xs), min(ys), max(xs), max(ys)):
        yield whole
        return
    closed = [places[0]] if path[-1][0] == "h" else []
    yield from filter(None, (rule(*one, *two) for one, two in pairwise([*places, *closed])))


def _glyph(text: str, matrix: Any, font: Any, fontsize: float, rise: float, advance: float) -> Glyph | None:
    """The letter in its own direction of writing; None when it is nowhere that can be shown."""
    a, b, c, d, e, f = matrix
    e, f = e + rise * c, f + rise * d
    along = (c, d) if font.is_vertical() else (a, b)
    if fontsize < 0:
        along = (-along[0], -along[1])
    size = abs(fontsize) * math.hypot(c, d)
    width = abs(advance) * math.hypot(*along)
    if not all(map(math.isfinite, (e, f, size, width))) or max(abs(e), abs(f), size, width) > _FARTHEST or size <= 0:
        return None
    angle = _direction(math.degrees(math.atan2(along[1], along[0])))
    x, y = turned(e, f, angle)
    return Glyph(text, x, x + width, y, size, angle, _is_bold(font))


def _direction(degrees: float) -> int:
    """A direction of writing in whole degrees; what is a little askew, as lines of scanned pages are, is taken for straight."""
    straight = round(degrees / 90) * 90
    return (straight if abs(degrees - straight) <= _ASKEW else round(degrees)) % 360


def turned(x: float, y: float, angle: int) -> tuple[float, float]:
    """A place on a page that is turned back by an angle."""
    if angle == 0:
        return x, y
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return x * cos + y * sin, y * cos - x * sin


def _is_bold(font: Any) -> bool:
    name = str(font.fontname).casefold()
    return any(word in name for word in ("bold", "black", "heavy"))


def _within(glyph: Glyph, matrix: Any, box: Box) -> bool:
    x0, y0, x1, y1 = box
    room = glyph.size + (glyph.x1 - glyph.x0)
    return bool(x0 - room <= matrix[4] <= x1 + room and y0 - room <= matrix[5] <= y1 + room)


def drawn_pages(pages: Iterator[PDFPage], damaged: tuple[type[Exception], ...]) -> Iterator[tuple[PDFPage, Drawn | None]]:
    """Each page with what it draws: all of it, or as much as may be run of it (`whole`); None when it is damaged."""
    resources = PDFResourceManager()
    device = _Device(resources, Budget())
    interpreter = _Interpreter(resources, device)
    for page in pages:
        device.budget.begin_page()
        try:
            interpreter.process_page(page)
        except _EnoughError:
            device.drawn.whole = False
        except damaged:
            yield page, None
            continue
        yield page, device.drawn


def placed(frame: tuple[float, ...], box: Sequence[float]) -> Box:
    """A box that a page's annotations name, as the page is shown."""
    return apply_matrix_rect(mult_matrix((1, 0, 0, 1, 0, 0), frame), tuple(map(float, box[:4])))  # type: ignore[arg-type]
