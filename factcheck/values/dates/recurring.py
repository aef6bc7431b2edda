"""Rules for how often: "daily", "every Tuesday", "twice a year", "Tuesdays"."""

from __future__ import annotations

from factcheck.language.lexicon import meanings
from factcheck.values.dates.absolute import month_at
from factcheck.values.dates.found import Found
from factcheck.values.dates.numbers import count
from factcheck.values.dates.relations import Recurring
from factcheck.values.dates.token_stream import TokenStream

OFTEN: dict[str, str] = meanings("time_words", "often")
"""Words that say how often by themselves."""

_EVERY = frozenset({"every", "each"})


def often(stream: TokenStream, i: int) -> Found | None:
    """ "daily", "annual", "every Tuesday", "every two weeks", "each morning", "every other week", "Tuesdays"."""
    low = stream.low(i)
    if stream[i].number is not None:
        return _times_a(stream, i, i + 2) if stream.low(i + 1) == "times" else None
    if low in OFTEN:
        if stream[i].is_capital and stream[i - 1].text not in ("\n", ".", "“", '"'):
            return None
        return Found(i, i + 1, Recurring(OFTEN[low]), "set")
    if low in _EVERY:
        return _every(stream, i)
    if low in ("once", "twice") or (stream.low(i + 1) == "times" and stream[i].word.cardinal > 0):
        return _times_a(stream, i, i + (1 if low in ("once", "twice") else 2))
    word = stream[i].word
    if word.is_plural and word.weekday >= 0 and stream[i].is_capital and not _is_group(stream, i):
        return Found(i, i + 1, Recurring(f"XXXX-WXX-{word.weekday + 1}"), "set")
    if low in ("weekends", "weekdays", "mornings", "afternoons", "evenings"):
        value = {"weekends": "XXXX-WXX-WE", "weekdays": "XXXX-WXX-WD", "mornings": "TMO", "afternoons": "TAF", "evenings": "TEV"}[low]
        if stream.low(i - 1) in ("on", "in", "at", "the", "weekday", "most") or value.startswith("XX"):
            return Found(i, i + 1, Recurring(value), "set")
    return None


def _is_group(stream: TokenStream, i: int) -> bool:
    """Whether weekdays in the plural name a band or a club: "The Fridays sold out", "Mondays FC"."""
    before = stream[i - 1]
    if before.low == "the" or (before.is_capital and before.text.isalpha() and before.low not in ("on", "most", "many", "some", "and")):
        return True
    return stream[i + 1].is_capital and stream[i + 1].text.isalpha() and not stream[i + 1].word.known


_PERIOD = {
    "D": "P{}D",
    "W": "P{}W",
    "FN": "P{}W",
    "M": "P{}M",
    "Q": "P{}Q",
    "Y": "P{}Y",
    "DE": "P{}DE",
    "CE": "P{}CE",
    "H": "PT{}H",
    "MIN": "PT{}M",
    "S": "PT{}S",
}
_PART_SETS = {"NI": "XXXX-XX-XXTNI", "MO": "XXXX-XX-XXTMO", "AF": "XXXX-XX-XXTAF", "EV": "XXXX-XX-XXTEV", "WE": "XXXX-WXX-WE"}


def _every(stream: TokenStream, i: int) -> Found | None:
    at = i + 1
    amount = 1
    if stream.low(at) == "other":
        amount, at = 2, at + 1
    elif stream.low(at) == "single":
        at += 1
    elif (
        stream.low(at) != "few"
        and (number := count(stream, at)) is not None
        and number.number is not None
        and number.number.denominator == 1
    ):
        amount, at = int(number.number), stream.after_hyphen(number.end)
    elif stream.low(at) == "few":
        word = stream[at + 1].word
        return Found(i, at + 2, Recurring(_PERIOD[word.unit].format("X")), "set") if word.unit in _PERIOD else None
    word = stream[at].word
    if word.weekday >= 0:
        return Found(i, at + 1, Recurring(f"XXXX-WXX-{word.weekday + 1}"), "set")
    if month_at(stream, at):
        return Found(i, at + 1, Recurring(f"XXXX-{month_at(stream, at):02}"), "set")
    if word.season:
        return Found(i, at + 1, Recurring(f"XXXX-{word.season}"), "set")
    if word.unit in _PART_SETS:
        return Found(i, at + 1, Recurring(_PART_SETS[word.unit]), "set")
    if word.unit in _PERIOD and not (word.unit == "S" and amount == 1) and not (word.is_plural and amount == 1):
        factor = 2 if word.unit == "FN" else 1
        return Found(i, at + 1, Recurring(_PERIOD[word.unit].format(amount * factor)), "set")
    return None


def _times_a(stream: TokenStream, i: int, at: int) -> Found | None:
    """ "twice a year", "three times a week", "once every two months"."""
    if stream.low(at) in ("a", "an", "per", "each"):
        word = stream[at + 1].word
        if word.unit in _PERIOD and not word.is_plural:
            return Found(i, at + 2, Recurring(_PERIOD[word.unit].format(1)), "set")
    if stream.low(at) == "every":
        found = _every(stream, at)
        return Found(i, found.end, found.meaning, "set") if found else None
    return None
