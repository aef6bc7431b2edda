"""The table of currencies against the Unicode CLDR, as babel has it."""

from __future__ import annotations

from babel import Locale
from babel.core import get_global
from babel.numbers import list_currencies

from factcheck.values.figures.lexicon import table

TABLE = table("currencies")
CODES = set(TABLE["codes"].split())
COINS = {"BTC", "ETH"}
"""Which no state issues."""
NAMES = Locale("en").currencies
_ALSO = {
    "riyal": "rial",
    "krona": "króna",
    "crown": "koruna krona krone króna",
    "kroner": "krone",
    "kronor": "krona króna",
    "kroon": "krone",
    "rouble": "ruble",
    "roubles": "ruble",
}


def test_every_code_is_one() -> None:
    assert set(list_currencies()) >= CODES - COINS


def test_every_currency_that_is_money_somewhere_today_is_known() -> None:
    today = {code for uses in get_global("territory_currencies").values() for code, _, until, tender in uses if tender and until is None}
    assert today <= CODES


def test_what_a_country_calls_its_own_is_called_so() -> None:
    """The dollar of Fiji is a dollar: by its name in English."""
    for unit, countries in TABLE["national"].items():
        for country, code in countries.items():
            called = NAMES[code].casefold()
            assert any(word in called for word in (unit.rstrip("s"), *_ALSO.get(unit, "").split())), f"{country} {unit}: {code} is {called}"


def test_a_sign_is_that_of_its_currency() -> None:
    """Where the CLDR gives a currency one sign of its own."""
    signs = Locale("en").currency_symbols
    own = {sign: code for code, sign in signs.items() if len(sign) == 1 and not sign.isalpha()}
    for sign, code in TABLE["signs"].items():
        assert own.get(sign, code) == code, sign
