"""A figure in plain words, for gists, the workbench and reports."""

from __future__ import annotations

from decimal import Decimal

from factcheck.language.inflection import plural_of
from factcheck.model import Figure
from factcheck.values.figures.joining import RATIO, SCORE
from factcheck.values.figures.moving import is_money

_AS_WRITTEN = frozenset(("km", "m", "cm", "dm", "mm", "km2", "m2", "m3", "km3", "kg", "g", "lb", "l", "mph", "km/h"))
_NAMES = {"percent": "per cent", "degree Celsius": "°C", "degree Fahrenheit": "°F", "m2": "m²", "km2": "km²", "m3": "m³", "km3": "km³"}
LONGEST = 24
"""Digits after which a number is shown as a power of ten."""


def describe(figure: Figure) -> str:
    """What `figure` means, in plain words: "GBP 1,200,000", "more than 32 per cent", "2 to 3 km", "down 5 per cent"."""
    if figure.unit == SCORE and figure.high is not None:
        return f"{_number(figure.value)}–{_number(figure.high)}"
    if figure.unit == RATIO:
        amount = f"{_number(figure.value)} to 1"
    else:
        ends = _number(figure.value) if figure.high is None else f"{_number(figure.value)} to {_number(figure.high)}"
        amount = _with_unit(ends, figure)
    return f"{figure.change.row.words} {amount}".lstrip()


def _with_unit(amount: str, figure: Figure) -> str:
    unit = figure.unit
    if unit is None:
        return amount
    if is_money(unit):
        code, per, rest = unit.partition(" per ")
        return f"{code} {amount}{per}{rest}"
    return f"{amount} {_unit_name(unit, one=figure.value == 1 and figure.high is None)}"


def _unit_name(unit: str, *, one: bool) -> str:
    if unit in _NAMES:
        return _NAMES[unit]
    if one or unit in _AS_WRITTEN:
        return unit
    name, per, rest = unit.partition(" per ")
    return (name if name in _AS_WRITTEN or name.endswith(("hertz", "horsepower", "lux")) else plural_of(name)) + per + rest


def _number(value: Decimal) -> str:
    """`value` with thousands separated and no idle noughts; thirds and their like to four decimals."""
    if value != 0 and (abs(value.adjusted()) > LONGEST or abs(value) < Decimal("0.0001")):
        return f"{value.normalize():.4E}"
    if value == value.to_integral_value():
        return f"{value.to_integral_value():,f}".replace("-", "−")
    exponent = value.as_tuple().exponent
    shown = round(value, 4) if isinstance(exponent, int) and exponent < -6 else value
    text = f"{shown:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")
