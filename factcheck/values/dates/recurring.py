"""Rules for how often: "daily", "every Tuesday", "twice a year", "Tuesdays"."""

from __future__ import annotations

from factcheck.language.lexicon import meanings
from factcheck.values.dates.absolute import month_at
from factcheck.values.dates.found import Found
from factcheck.values.dates.numbers import count
from factcheck.values.dates.relations import Recurring
from factcheck.values.dates.tape import Tape

OFTEN: dict[str, str] = meanings("time_words", "often")
"""Words that say how often by themselves."""

_EVERY = frozenset({"every", "each"})


def often(tape: Tape, i: int) -> Found | None:
    """ "daily", "annual", "every Tuesday", "every two weeks", "each morning", "every other week", "Tuesdays"."""
    low = tape.low(i)
    if tape[i].number is not None:
        return _times_a(tape, i, i + 2) if tape.low(i + 1) == "times" else None
    if low in OFTEN:
        if tape[i].is_capital and tape[i - 1].text not in ("\n", ".", "“", '"'):
            return None
        return Found(i, i + 1, Recurring(OFTEN[low]), "set")
    if low in _EVERY:
        return _every(tape, i)
    if low in ("once", "twice") or (tape.low(i + 1) == "times" and tape[i].word.cardinal > 0):
        return _times_a(tape, i, i + (1 if low in ("once", "twice") else 2))
    word = tape[i].word
    if word.is_plural and word.weekday >= 0 and tape[i].is_capital:
        return Found(i, i + 1, Recurring(f"XXXX-WXX-{word.weekday + 1}"), "set")
    if low in ("weekends", "weekdays", "mornings", "afternoons", "evenings"):
        value = {"weekends": "XXXX-WXX-WE", "weekdays": "XXXX-WXX-WD", "mornings": "TMO", "afternoons": "TAF", "evenings": "TEV"}[low]
        if tape.low(i - 1) in ("on", "in", "at", "the", "weekday", "most") or value.startswith("XX"):
            return Found(i, i + 1, Recurring(value), "set")
    return None


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


def _every(tape: Tape, i: int) -> Found | None:
    at = i + 1
    amount = 1
    if tape.low(at) == "other":
        amount, at = 2, at + 1
    elif tape.low(at) == "single":
        at += 1
    elif tape.low(at) != "few" and (number := count(tape, at)) is not None and number.number is not None and number.number.denominator == 1:
        amount, at = int(number.number), tape.after_hyphen(number.end)
    elif tape.low(at) == "few":
        word = tape[at + 1].word
        return Found(i, at + 2, Recurring(_PERIOD[word.unit].format("X")), "set") if word.unit in _PERIOD else None
    word = tape[at].word
    if word.weekday >= 0:
        return Found(i, at + 1, Recurring(f"XXXX-WXX-{word.weekday + 1}"), "set")
    if month_at(tape, at):
        return Found(i, at + 1, Recurring(f"XXXX-{month_at(tape, at):02}"), "set")
    if word.season:
        return Found(i, at + 1, Recurring(f"XXXX-{word.season}"), "set")
    if word.unit in _PART_SETS:
        return Found(i, at + 1, Recurring(_PART_SETS[word.unit]), "set")
    if word.unit in _PERIOD and not (word.unit == "S" and amount == 1) and not (word.is_plural and amount == 1):
        factor = 2 if word.unit == "FN" else 1
        return Found(i, at + 1, Recurring(_PERIOD[word.unit].format(amount * factor)), "set")
    return None


def _times_a(tape: Tape, i: int, at: int) -> Found | None:
    """ "twice a year", "three times a week", "once every two months"."""
    if tape.low(at) in ("a", "an", "per", "each"):
        word = tape[at + 1].word
        if word.unit in _PERIOD and not word.is_plural:
            return Found(i, at + 2, Recurring(_PERIOD[word.unit].format(1)), "set")
    if tape.low(at) == "every":
        found = _every(tape, at)
        return Found(i, found.end, found.meaning, "set") if found else None
    return None
