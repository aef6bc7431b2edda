"""The colours of a standing in reports, from the tone of its row: how its words are marked, its sign, its bar in a picture."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Standing, Tone


@dataclass(frozen=True)
class Colours:
    """`mark` is what CSS says of marked words, in more than a colour; `ink` is the colour of signs, `bar` that of bars in a picture."""

    mark: str
    ink: str
    bar: str


TONES = {
    Tone.OPEN: Colours("", "inherit", "#c9c5bd"),
    Tone.GOOD: Colours("background: #e1f1e1; text-decoration-color: #2c7a2c;", "#23661f", "#2c7a2c"),
    Tone.DOUBT: Colours("background: #fdeccb; text-decoration: underline wavy #a86400 1.5px;", "#8a5200", "#c77d00"),
    Tone.BAD: Colours("background: #f9d9d5; text-decoration: underline double #b3261e 2px;", "#a8201a", "#b3261e"),
    Tone.DARK: Colours("background: #e8e6ee; text-decoration-style: dashed;", "inherit", "#8a84a3"),
    Tone.ASIDE: Colours("background: #e6eef6; text-decoration-style: dotted;", "inherit", "#5f8fc0"),
    Tone.CLASH: Colours("background: #f3e0f3; text-decoration: underline wavy #7d2a7d 1.5px;", "#7d2a7d", "#7d2a7d"),
    Tone.OLD: Colours("background: #f3e0f3; text-decoration: underline wavy #7d2a7d 1.5px;", "#7d2a7d", "#b58ab5"),
}


def styles() -> list[dict[str, str]]:
    """Of each standing, the class that it has in a page, and what CSS says of its marks and signs."""
    return [{"name": standing.value, "mark": TONES[standing.row.tone].mark, "ink": TONES[standing.row.tone].ink} for standing in Standing]
