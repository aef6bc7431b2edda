"""What units measure, held to a library of units."""

from __future__ import annotations

import math

import pint

from factcheck.values import find_figures, measure_of
from factcheck.values.figures.lexicon import table

NAMED = {
    "l": "litre", "m2": "m**2", "km2": "km**2", "m3": "m**3", "km3": "km**3", "light year": "light_year", "acre foot": "acre_foot",
    "square mile": "mile**2",
    "square nautical mile": "nautical_mile**2",
    "square foot": "ft**2", "square yard": "yard**2", "square inch": "inch**2", "cubic foot": "ft**3",
    "cubic yard": "yard**3", "cubic inch": "inch**3", "cubic centimetre": "cm**3", "km/h": "km/hour", "mph": "mile/hour",
    "metre per second": "m/s", "degree Celsius": "degC", "degree Fahrenheit": "degF",
}  # fmt: skip
"""Names that pint writes in another way."""

SEVERAL = {
    "pint": ["US_pint", "imperial_pint"],
    "quart": ["quart", "imperial_quart"],
    "gallon": ["gallon", "imperial_gallon"],
    "fluid ounce": ["US_fluid_ounce", "imperial_fluid_ounce"],
    "barrel": ["oil_barrel", "barrel"],
    "ounce": ["ounce", "troy_ounce"],
    "ton": ["short_ton", "long_ton", "metric_ton"],
}
"""The things that one name can mean, in the order of the table."""

BASES = {"m2": "m**2", "m3": "m**3"}


def test_every_measure_is_what_a_library_of_units_says() -> None:
    """Each factor of the table, against pint; a name of several meanings against each of them."""
    registry = pint.UnitRegistry()
    seen = 0
    for unit in table("units"):
        measure = measure_of(unit)
        if measure is None:
            continue
        seen += 1
        names = SEVERAL.get(unit, [NAMED.get(unit, unit.replace(" ", "_"))])
        assert len(names) == len(measure.factors), unit
        for name, factor in zip(names, measure.factors, strict=True):
            one, none = registry.Quantity(1, name), registry.Quantity(0, name)
            base = registry.Unit(BASES.get(measure.base, measure.base))
            assert math.isclose(one.to(base).magnitude - none.to(base).magnitude, factor, rel_tol=1e-5), (
                unit
            )  # pint has the survey foot in places
            assert math.isclose(none.to(base).magnitude, measure.zero, abs_tol=1e-6), unit
    assert seen > 50


def test_money_and_counts_measure_nothing() -> None:
    assert measure_of("USD") is measure_of("person") is measure_of("") is None


def test_every_unit_with_a_prefix_is_read_as_itself() -> None:
    prefixes, seen = table("prefixes"), 0
    for unit, entry in table("units").items():
        for sign in entry.get("prefixes", "").split():
            signs = [sign + own for own in (*entry.get("signs", ()), *entry.get("prefixed_signs", ()))]
            name = prefixes["names"][sign]
            for written in (*signs, *(name + own for own in (*entry.get("words", ()), *entry.get("prefixed_words", ())))):
                (figure,) = find_figures(f"They saw 7 {written}.", dates=[])
                assert figure.unit == name + unit, written
                seen += 1
    assert seen > 200
