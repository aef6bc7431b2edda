"""Colours: one for each standing, and what is lit, in a dark theme, a light one and one of high contrast."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from factcheck.model import Standing, Tone


def _variables(tones: Mapping[Tone, str], others: Mapping[str, str]) -> dict[str, str]:
    """The colours of a theme by name: of each standing the colour of its tone, and all others."""
    return {f"is-{standing}": tones[standing.row.tone] for standing in Standing} | dict(others)


_DARK = _variables(
    {
        Tone.OPEN: "#dfe3ea", Tone.GOOD: "#7fcf8c", Tone.DOUBT: "#f2b45c", Tone.BAD: "#ff9090", Tone.DARK: "#cfacff", Tone.ASIDE: "#6fd3da",
        Tone.CLASH: "#ffa26b", Tone.OLD: "#dccb78",
    },
    {
        "plain": "#a3a9b6", "furniture": "#8a909d", "lit": "#232f4c", "lit-said": "#30426c", "partner": "#4c3d0d", "hit": "#50345f",
        "marked": "#144a46", "flag": "#ffd75f",
    },
)  # fmt: skip
_LIGHT = _variables(
    {
        Tone.OPEN: "#15181d", Tone.GOOD: "#176b2c", Tone.DOUBT: "#8a4b00", Tone.BAD: "#b0121b", Tone.DARK: "#6536a8", Tone.ASIDE: "#07646e",
        Tone.CLASH: "#9c3c06", Tone.OLD: "#695c08",
    },
    {
        "plain": "#555a63", "furniture": "#686d76", "lit": "#e1eaff", "lit-said": "#c9dafc", "partner": "#ffe79a", "hit": "#eed6f7",
        "marked": "#a9e6df", "flag": "#7a5200",
    },
)  # fmt: skip

_CONTRAST = _variables(
    {
        Tone.OPEN: "#ffffff", Tone.GOOD: "#5dff7f", Tone.DOUBT: "#ffc04d", Tone.BAD: "#ffa6a6", Tone.DARK: "#e0c8ff", Tone.ASIDE: "#7ff6ff",
        Tone.CLASH: "#ffb27a", Tone.OLD: "#fff08a",
    },
    {
        "plain": "#e0e0e0", "furniture": "#c0c0c0", "lit": "#00307f", "lit-said": "#0043b0", "partner": "#5b4500", "hit": "#7a007a",
        "marked": "#00524c", "flag": "#ffe600",
    },
)  # fmt: skip

DARK = Theme(
    name="factcheck-dark", dark=True, primary="#8db1ff", secondary="#30426c", accent="#8db1ff", warning="#f2b45c", error="#ff9090",
    success="#7fcf8c", foreground="#dfe3ea", background="#14161b", surface="#1b1e25", panel="#252932", variables=_DARK,
)  # fmt: skip
LIGHT = Theme(
    name="factcheck-light", dark=False, primary="#2753b8", secondary="#c9dafc", accent="#2753b8", warning="#8a4b00", error="#b0121b",
    success="#176b2c", foreground="#15181d", background="#fcfcfa", surface="#f1f2f4", panel="#e3e6ea", variables=_LIGHT,
)  # fmt: skip

CONTRAST = Theme(
    name="factcheck-contrast", dark=True, primary="#8fc7ff", secondary="#0043b0", accent="#ffe600", warning="#ffc04d", error="#ffa6a6",
    success="#5dff7f", foreground="#ffffff", background="#000000", surface="#000000", panel="#1c1c1c", variables=_CONTRAST,
)  # fmt: skip

THEMES = (DARK, LIGHT, CONTRAST)
"""In the order in which a key goes through them."""

DEFAULTS = _DARK
"""What a theme of somebody else's gets for the colours that it does not know."""

_LETTERING = {Tone.CLASH: "bold", Tone.OLD: "italic", Tone.BAD: "bold"}
"""How the words of a standing are set beside their colour."""


@dataclass(frozen=True)
class Paint:
    """A style of the article and of lists: names of a theme's colours, and how the words are set. What is empty stays as it is beneath."""

    color: str = ""
    background: str = ""
    lettering: str = ""

    def style(self, colors: Mapping[str, str]) -> Style:
        """The style in the colours of a theme."""
        color, background = (Color.parse(colors[name]).rich_color if name else None for name in (self.color, self.background))
        return Style(color=color, bgcolor=background) + Style.parse(self.lettering)


PAINT = {f"is-{s}": Paint(f"is-{s}", lettering=_LETTERING.get(s.row.tone, "")) for s in Standing} | {
    "plain": Paint("plain"),
    "furniture": Paint("furniture", lettering="italic"),
    "headline": Paint(lettering="bold"),
    "lit": Paint(background="lit"),
    "lit-said": Paint(background="lit-said"),
    "partner": Paint(background="partner", lettering="bold"),
    "hit": Paint(background="hit", lettering="underline"),
    "marked": Paint(background="marked", lettering="bold underline"),
    "part": Paint(lettering="underline"),
    "cursor": Paint(lettering="reverse"),
    "gutter": Paint("accent", lettering="bold"),
    "flag": Paint("flag", lettering="bold"),
    "here": Paint(background="lit", lettering="bold"),
    "away": Paint(background="surface"),
}
"""The styles with which the article and the lists are painted, by name. They are no classes of the style sheet: each view would have all
of them worked out again whenever it opens, gets the focus or changes its size."""
