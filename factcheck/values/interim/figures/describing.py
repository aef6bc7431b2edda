"""A figure in plain words: what was read, for gists, the workbench and reports."""

from __future__ import annotations

from decimal import Decimal

from factcheck.model import Change, Figure

_CHANGES = {Change.EXACT: "", Change.ABOUT: "about ", Change.MORE: "more than ", Change.LESS: "less than ", Change.UP: "up ", Change.DOWN: "down "}


def describe_figure(figure: Figure) -> str:
    """What was read, in plain words: `GBP 1,200,000`, `more than 32 percent`, `2 to 3 km`, `3,400 × person`."""
    number = _number(figure.value) if figure.high is None else f"{_number(figure.value)} to {_number(figure.high)}"
    unit = figure.unit
    if unit is None:
        words = number
    elif len(unit) == 3 and unit.isupper():
        words = f"{unit} {number}"
    else:
        words = f"{number} × {unit}" if _counts(unit) else f"{number} {unit}"
    return f"{_CHANGES[figure.change]}{words}"


def _counts(unit: str) -> bool:
    """Whether the unit is a counted noun rather than a measure."""
    from factcheck.values.interim.figures.lexicon import MONEY_WORDS, TWO_WORD_UNITS, UNITS

    return unit not in {*UNITS.values(), *TWO_WORD_UNITS.values(), *MONEY_WORDS.values(), "celsius", "fahrenheit"} and " per " not in unit


def _number(value: Decimal) -> str:
    digits = f"{value:,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
