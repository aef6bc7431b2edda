"""How Excel shows the numbers of cells: by the format of each cell's style (ECMA-376 part 1, 18.8.30 and 18.8.31)."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from factcheck.documents.containers import local

_DAY = "yyyy-mm-dd"
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(50, 59)), _DAY), **dict.fromkeys((45, 47), "mm:ss"), 46: "[h]:mm",
}  # fmt: skip
"""Formats that have a number and stand in no file; those of days depend on who opens it, so they are shown as ISO 8601 has them."""
_WORDS = re.compile(r'"[^"]*"|\\.|_.|\*.')
_CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[0-9A-Fa-f]+)?\]")
_BRACKETED = re.compile(r"\[[^\]]*\]")
_DAYS = re.compile(r"[ymdhs]", re.IGNORECASE)
_SIGNS = "£$€¥₹"
_FARTHEST = 2_958_466
"""The day after the last that Excel has, 31 December 9999."""


class Formats:
    """The formats of a workbook's styles."""

    def __init__(self, styles: Any | None, *, since_1904: bool) -> None:
        nodes = [] if styles is None else list(styles.iter())
        own = {node.get("numFmtId"): node.get("formatCode") or "" for node in nodes if local(node) == "numFmt"}
        cells = next((list(node) for node in nodes if local(node) == "cellXfs"), [])
        self._codes = [own.get(key) or _built_in(key) for key in (node.get("numFmtId") or "0" for node in cells if local(node) == "xf")]
        self._first = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - days of a calendar

    def shown(self, held: str, style: str) -> tuple[str, Decimal | date | None]:
        """What a cell shows that holds a number, and the number or the day that it is; one in percent as it is shown."""
        try:
            number = Decimal(held)
        except InvalidOperation:
            return held, None
        if not number.is_finite():
            return held, None
        code = self._codes[int(style)] if style.isdecimal() and int(style) < len(self._codes) else ""
        code = code.partition(";")[0]
        bare = _BRACKETED.sub("", _CURRENCY.sub("", _WORDS.sub("", code)))
        if "[h" not in code.lower() and "general" not in bare.lower() and _DAYS.search(bare) and 0 <= number < _FARTHEST:
            return self._day(number)
        number = Decimal(format(float(number), ".15g"))  # as many digits as Excel has
        sign = next((sign for sign in (*_CURRENCY.findall(code), *_SIGNS) if sign and sign in code), "")
        if "%" in bare:
            number *= 100
            return f"{_written(number, bare)}%", number
        minus = "-" if number < 0 and sign else ""
        return f"{minus}{sign}{_written(abs(number) if sign else number, bare)}", number

    def _day(self, number: Decimal) -> tuple[str, Decimal | date | None]:
        moment = self._first + timedelta(seconds=round(float(number) * 86_400))
        if number < 1:
            return f"{moment:%H:%M}", None
        return f"{moment:%Y-%m-%d}" if number == int(number) else f"{moment:%Y-%m-%d %H:%M}", moment.date()


def _built_in(key: str) -> str:
    return _BUILT_IN.get(int(key), "") if key.isdecimal() else ""


def _written(number: Decimal, code: str) -> str:
    """A number with the decimals and the groups that a format has; as it is where the format says nothing."""
    if not re.search(r"[0#]", code):
        return f"{number.normalize():f}"
    decimals = len(found[1]) if (found := re.search(r"\.([0#?]+)", code)) else 0
    return f"{number:,.{decimals}f}" if "," in code else f"{number:.{decimals}f}"


def day_and_text(held: str) -> tuple[str, date | None]:
    """A day as ISO 8601 has it, and the day that it is."""
    try:
        return held, date.fromisoformat(held[:10])
    except ValueError:
        return held, None
