"""Sets a report on paper by Typst, in a process of its own, within bounds of time and memory. What the article has is only text there."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from typing import Any

from factcheck.apart import EndedError, bounded, run_apart
from factcheck.model import count, one_line

SECONDS = 300.0
"""For one report; one of 5,000 claims takes nine seconds of a processor."""
MEMORY = 6 << 30
"""Bytes of addresses; 5,000 claims need a sixth of that."""

_DREW_NOTHING = "(cid:0)"
"""How a letter is read back from a PDF for which no font was found: it is glyph number 0, a box."""


class TypesettingTroubleError(Exception):
    """A report could not be set; the message says why."""


def typeset_apart(template: str, facts: str, letters: str) -> bytes:
    """The report as a PDF, tagged as PDF/UA-1 asks for it. `facts` are JSON; `letters` those that not every machine has a font for.

    Where this machine has none for some of them, the input `boxes` says so in the report, which is no PDF/UA then. The same facts and the
    same fonts give the same bytes. Raises TypesettingTroubleError.
    """
    head = json.dumps({"template": template, "letters": letters})  # no line end is left in it
    data = f"{head}\n{facts}".encode()
    try:
        made = run_apart(__spec__.name, (), data, SECONDS)
    except EndedError as error:
        raise TypesettingTroubleError(
            "it takes too long" if error.too_long else "it takes too much memory, or typst has a fault"
        ) from error
    if not made.startswith(b"%PDF"):
        raise TypesettingTroubleError(made.decode("utf-8", "replace"))
    return made


def _set(template: str, facts: str, letters: str) -> bytes:
    missing = _without_font(letters) if letters else ""
    if not missing:
        return _compiled(template, facts, "", "ua-1")
    scripts = ", ".join(dict.fromkeys(map(_script, missing)))
    told = (
        f"This machine has no font for {count(len(missing), 'letter')} of this report ({one_line(scripts, 200)}): boxes stand in their "
        "place; install a font that has them, such as Noto's, or print the HTML report where there is one."
    )
    return _compiled(template, facts, told)


def _script(letter: str) -> str:
    """What a letter is of: "Arabic" of U+0645, "CJK" of U+738B; its number where it is no letter."""
    name = unicodedata.name(letter, "")
    if not name or unicodedata.category(letter)[0] not in "LM":
        return f"U+{ord(letter):04X}"
    script = name.partition(" ")[0]
    return script if script == "CJK" else script.capitalize()


def _compiled(template: str, data: str, boxes: str, *standards: Any) -> bytes:
    import typst

    made = typst.compile(template.encode(), sys_inputs={"data": data, "boxes": boxes}, pdf_standards=list(standards))
    assert isinstance(made, bytes)  # noqa: S101 - one document, no path to write it to: typst's overloads do not say so
    return made


def _without_font(letters: str) -> str:
    """Which of the letters this machine has no font for: each is set on a page of its own, and read back."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTTextContainer

    set_apart = "#set page(width: 40pt, height: 40pt, margin: 5pt)\n#json(bytes(sys.inputs.data)).join(pagebreak())"
    pages = extract_pages(io.BytesIO(_compiled(set_apart, json.dumps(list(letters)), "")))
    read = ["".join(part.get_text() for part in page if isinstance(part, LTTextContainer)) for page in pages]
    return "".join(letter for letter, text in zip(letters, read, strict=True) if _DREW_NOTHING in text)


def _main() -> None:
    """What the other interpreter does: the template and the facts on standard input, the PDF or a sentence on standard output."""
    bounded(MEMORY)
    head, _, facts = sys.stdin.buffer.read().decode().partition("\n")
    asked = json.loads(head)
    import typst

    try:
        made = _set(asked["template"], facts, asked["letters"])
    except typst.TypstError as error:
        made = str(error.message).encode()
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    _main()
