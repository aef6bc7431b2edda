"""The colours of a standing in reports, from the tone of its row: how its words are marked, its sign, its bar in a picture."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Standing, Tone


@dataclass(frozen=True)
class Colours:
    """`mark` is what CSS says of marked words, in more than a colour; `ink` is the colour of signs, `bar` that of bars in a picture.

    `night` is the ground of marked words on a dark screen, `night_ink` the colour of signs there.
    """

    mark: str
    ink: str
    bar: str
    night: str
    night_ink: str


TONES = {
    Tone.OPEN: Colours("", "inherit", "#c9c5bd", "transparent", "inherit"),
    Tone.GOOD: Colours("background: #e1f1e1; text-decoration-color: #2c7a2c;", "#23661f", "#2c7a2c", "#1f3d1e", "#8fd18a"),
    Tone.DOUBT: Colours("background: #fdeccb; text-decoration: underline wavy #a86400 1.5px;", "#8a5200", "#c77d00", "#4a3510", "#f0b45c"),
    Tone.BAD: Colours("background: #f9d9d5; text-decoration: underline double #b3261e 2px;", "#a8201a", "#b3261e", "#55201c", "#ff9d94"),
    Tone.DARK: Colours("background: #e8e6ee; text-decoration-style: dashed;", "inherit", "#8a84a3", "#34313f", "inherit"),
    Tone.ASIDE: Colours("background: #e6eef6; text-decoration-style: dotted;", "inherit", "#5f8fc0", "#22344a", "inherit"),
    Tone.CLASH: Colours("background: #f3e0f3; text-decoration: underline wavy #7d2a7d 1.5px;", "#7d2a7d", "#7d2a7d", "#452545", "#e0a0e0"),
    Tone.OLD: Colours("background: #f3e0f3; text-decoration: underline wavy #7d2a7d 1.5px;", "#7d2a7d", "#b58ab5", "#452545", "#e0a0e0"),
}


def styles() -> list[dict[str, str]]:
    """Of each standing, its sign, the class that it has in a page, and what CSS says of its marks and signs, by day and by night."""
    return [_style(standing, TONES[standing.row.tone]) for standing in Standing]


def _style(standing: Standing, colours: Colours) -> dict[str, str]:
    told = {name: getattr(colours, name) for name in ("mark", "ink", "night", "night_ink")}
    return {"name": standing.value, "sign": standing.sign} | told
