"""Colours that can be read: WCAG 2.1 asks for a contrast of 4.5 between words and what is behind them, and 3 for what is less."""

from __future__ import annotations

import pytest
from textual.theme import Theme

from factcheck.model import Standing
from factcheck.workbench.themes import THEMES

ENOUGH = 4.5
LEAST = 3.0
EVERY = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
GROUNDS = ("lit", "lit-said", "partner", "hit", "marked")


def light(colour: str) -> float:
    """Relative luminance: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def behind(theme: Theme) -> dict[str, str]:
    plain = {"background": theme.background, "surface": theme.surface, "panel": theme.panel}
    return {**{name: colour or "" for name, colour in plain.items()}, **{name: theme.variables[name] for name in GROUNDS}}


@EVERY
def test_every_standing_can_be_read_wherever_it_stands(theme: Theme) -> None:
    words = {f"is-{standing}": theme.variables[f"is-{standing}"] for standing in Standing}
    words |= {"flag": theme.variables["flag"], "primary": theme.primary, "foreground": theme.foreground or ""}
    for name, ground in behind(theme).items():
        assert {word: round(contrast(c, ground), 2) for word, c in words.items() if contrast(c, ground) < ENOUGH} == {}, name


@EVERY
def test_what_is_less_can_be_read_too(theme: Theme) -> None:
    """Words of no claim and furniture: in full where nothing is lit, and still where something is."""
    for word in ("plain", "furniture"):
        for name, ground in behind(theme).items():
            need = ENOUGH if name in ("background", "surface") else LEAST
            assert contrast(theme.variables[word], ground) >= need, (word, name)


@EVERY
def test_what_is_lit_is_seen(theme: Theme) -> None:
    for name in GROUNDS:
        assert contrast(theme.variables[name], theme.background or "") >= 1.15, name
    assert contrast(theme.variables["lit"], theme.variables["lit-said"]) >= 1.1
