"""Colours: one for each standing, and what is lit, in a dark theme, a light one and one of high contrast."""

from __future__ import annotations

from textual.theme import Theme

from factcheck.model import Standing

_DARK = {
    "plain": "#8d93a0", "furniture": "#5d636f", "lit": "#2b3a5c", "lit-said": "#3a4f80", "partner": "#5c4a10", "hit": "#5a3a6b",
    "is-unreviewed": "#dfe3ea", "is-verified": "#7fcf8c", "is-disputed": "#f2b45c", "is-false": "#ff7b7b", "is-unverifiable": "#c8a0ff",
    "is-opinion": "#6fd3da", "is-conflict": "#ff9455", "is-stale": "#dccb78", "marked": "#1f6f6a", "flag": "#ffd75f",
}  # fmt: skip
_LIGHT = {
    "plain": "#60656e", "furniture": "#9a9ea6", "lit": "#dce7ff", "lit-said": "#c2d4fb", "partner": "#ffe79a", "hit": "#eed6f7",
    "is-unreviewed": "#15181d", "is-verified": "#176b2c", "is-disputed": "#8a4b00", "is-false": "#b0121b", "is-unverifiable": "#6536a8",
    "is-opinion": "#07646e", "is-conflict": "#9c3c06", "is-stale": "#695c08", "marked": "#a9e6df", "flag": "#7a5200",
}  # fmt: skip

_CONTRAST = {
    "plain": "#e0e0e0", "furniture": "#c0c0c0", "lit": "#003a9e", "lit-said": "#0052d6", "partner": "#7a5c00", "hit": "#7a007a",
    "is-unreviewed": "#ffffff", "is-verified": "#5dff7f", "is-disputed": "#ffc04d", "is-false": "#ff9c9c", "is-unverifiable": "#e0c8ff",
    "is-opinion": "#7ff6ff", "is-conflict": "#ffb27a", "is-stale": "#fff08a", "marked": "#006b63", "flag": "#ffe600",
}  # fmt: skip

DARK = Theme(
    name="factcheck-dark", dark=True, primary="#7aa2f7", secondary="#3a4f80", accent="#7aa2f7", warning="#f2b45c", error="#ff7b7b",
    success="#7fcf8c", foreground="#dfe3ea", background="#14161b", surface="#1b1e25", panel="#252932", variables=_DARK,
)  # fmt: skip
LIGHT = Theme(
    name="factcheck-light", dark=False, primary="#2b59c3", secondary="#c2d4fb", accent="#2b59c3", warning="#8a4b00", error="#b0121b",
    success="#176b2c", foreground="#15181d", background="#fcfcfa", surface="#f1f2f4", panel="#e3e6ea", variables=_LIGHT,
)  # fmt: skip

CONTRAST = Theme(
    name="factcheck-contrast", dark=True, primary="#8fc7ff", secondary="#0052d6", accent="#ffe600", warning="#ffc04d", error="#ff9c9c",
    success="#5dff7f", foreground="#ffffff", background="#000000", surface="#000000", panel="#1c1c1c", variables=_CONTRAST,
)  # fmt: skip

THEMES = (DARK, LIGHT, CONTRAST)
"""In the order in which a key goes through them."""

DEFAULTS = _DARK
"""What a theme of somebody else's gets for the colours that it does not know."""

PAINT = frozenset(
    {"plain", "furniture", "headline", "lit", "lit-said", "partner", "hit", "marked", "part", "cursor", "gutter", "flag", "here", "away"}
    | {f"is-{standing}" for standing in Standing}
)
"""The component classes with which the article and the list of claims are painted."""

PAINT_CSS = (
    "\n".join(f".is-{standing} {{ color: $is-{standing}; }}" for standing in Standing)
    + """
.plain { color: $plain; }
.furniture { color: $furniture; text-style: italic; }
.headline { text-style: bold; }
.lit { background: $lit; }
.lit-said { background: $lit-said; }
.partner { background: $partner; text-style: bold; }
.hit { background: $hit; text-style: underline; }
.marked { background: $marked; text-style: bold underline; }
.part { text-style: underline; }
.cursor { text-style: reverse; }
.gutter { color: $accent; text-style: bold; }
.flag { color: $flag; text-style: bold; }
.here { background: $lit; text-style: bold; }
.away { background: $surface; }
.is-conflict { text-style: bold; }
.is-stale { text-style: italic; }
.is-false { text-style: bold; }
"""
)
