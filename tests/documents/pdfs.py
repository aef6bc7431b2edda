"""Draws small PDFs: text at places, in the fonts that every reader has, with what else a page or a document may hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Courier", "F4": "Times-Roman"}


@dataclass(frozen=True)
class Page:
    """What a page draws, in the language of PDF, and how it is shown."""

    content: str
    box: tuple[int, int, int, int] = (0, 0, 612, 792)
    more: str = ""


def text(words: str, x: float = 72, y: float = 700, size: float = 11, font: str = "F1", turn: str = "1 0 0 1", before: str = "") -> str:
    """Words at a place; `turn` is the first half of the matrix they are set with."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT {before} /{font} {size} Tf {turn} {x} {y} Tm ({escaped}) Tj ET"


def lines(*words: str, x: float = 72, top: float = 700, step: float = 14, size: float = 11, font: str = "F1") -> str:
    """Lines one below the other."""
    return "\n".join(text(line, x, top - n * step, size, font) for n, line in enumerate(words) if line)


def rows(*cells: Sequence[str], at: Sequence[float] = (72, 250, 400), top: float = 700, step: float = 14, size: float = 9) -> str:
    """Rows of cells, each column at its place."""
    return "\n".join(text(cell, x, top - n * step, size) for n, row in enumerate(cells) for x, cell in zip(at, row, strict=False) if cell)


def pdf(*pages: Page | str, info: str = "", catalog: str = "", objects: Sequence[str] = (), resources: str = "") -> bytes:
    """A PDF of some pages. `objects` are further objects, the first of which has the number 20."""
    fonts = " ".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>" for name, base in FONTS.items()
    )
    whole = [page if isinstance(page, Page) else Page(page) for page in pages]
    at = 20 + len(objects)
    kids = " ".join(f"{at + 2 * n} 0 R" for n in range(len(whole)))
    made: dict[int, bytes] = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(whole)} >>".encode(),
        3: f"<< {info} >>".encode("latin-1"),
    }
    made |= {20 + n: one.encode("latin-1") for n, one in enumerate(objects)}
    for n, page in enumerate(whole):
        box = " ".join(map(str, page.box))
        content = page.content.encode("cp1252")
        made[at + 2 * n] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents {at + 2 * n + 1} 0 R "
            f"/Resources << /Font << {fonts} >> {resources} >> {page.more} >>"
        ).encode()
        made[at + 2 * n + 1] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in made.items())
    return b"%%PDF-1.7\n%strailer << /Size %d /Root 1 0 R /Info 3 0 R >>\nstartxref\n0\n%%%%EOF\n" % (body, max(made) + 1)
