"""The report as a spreadsheet: a sheet a question, to filter and to print, every cell words, a number or a day, and never a formula."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from factcheck.model import Case, one_line, visible
from factcheck.reporting import words
from factcheck.reporting.rendering import web_address
from factcheck.reporting.sheets.cells import HIGHEST, LINE, LONGEST, Link, Marked, Value, is_day, is_exact, lines, plain, words_of
from factcheck.reporting.sheets.tables import TABLES, Table

_A4 = 9
"""ECMA-376, part 1, 18.3.1.63."""
_PADDING = 3.0
"""Points above and below the lines of a row, so that rows stand apart."""
_LONGEST_ADDRESS = 2_000
_MOST_LINKS = 60_000
"""A sheet with more, and one with longer ones, Excel would call broken."""
_AS_THEY_ARE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def as_xlsx(case: Case) -> bytes:
    """A sheet for each of TABLES, with headings that stay in sight, are repeated on every page and filter, one page wide in print."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, _AS_THEY_ARE)
    book.set_properties({"title": visible(words.headline(case))[:200], "created": words.last_decided(case)})
    looks = _Looks(book)
    for table in TABLES:
        _Sheet(book.add_worksheet(table.name), looks, one_line(words.headline(case), 80)).write(table, case)
    book.close()
    return out.getvalue()


class _Looks:
    def __init__(self, book: Any) -> None:
        top = {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": "#D0D0D0"}
        self.heading = book.add_format({**top, "bold": True, "bg_color": "#EDEDED", "bottom_color": "#000000"})
        self.text = book.add_format(top)
        self.marked = book.add_format({"bold": True, "underline": 1})
        self.day = book.add_format({**top, "num_format": "d mmm yyyy", "align": "left"})
        self.moment = book.add_format({**top, "num_format": "d mmm yyyy hh:mm", "align": "left"})
        self.whole = book.add_format({**top, "num_format": "#,##0", "align": "right", "indent": 1})
        self.broken = book.add_format({**top, "num_format": "General", "align": "right", "indent": 1})
        self.link = book.add_format({**top, "font_color": "#0563C1", "underline": 1})


class _Sheet:
    """One sheet as it is filled, row by row."""

    def __init__(self, sheet: Any, looks: _Looks, title: str) -> None:
        self._sheet = sheet
        self._looks = looks
        self._title = title
        self._links = 0

    def write(self, table: Table, case: Case) -> None:
        for at, column in enumerate(table.columns):
            self._sheet.set_column(at, at, column.width, self._looks.text)
            self._sheet.write_string(0, at, column.heading, self._looks.heading)
        self._sheet.set_row(0, max(lines(column.heading, column.width - 3) for column in table.columns) * LINE + _PADDING)
        last = 0
        for last, thing in enumerate(table.rows(case), 1):
            most = 1
            for at, column in enumerate(table.columns):
                value = column.value(thing)
                if value is not None and value != "":
                    self._put(last, at, value)
                    most = max(most, lines(words_of(value), column.width))
            self._sheet.set_row(last, min(most * LINE + _PADDING, HIGHEST))
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, max(1, last), len(table.columns) - 1)
        self._print(table.name)

    def _put(self, row: int, at: int, value: Value) -> None:
        if isinstance(value, datetime):
            value = words.in_utc(value)
        if isinstance(value, date) and is_day(value):
            self._sheet.write_datetime(row, at, value, self._looks.moment if isinstance(value, datetime) else self._looks.day)
        elif isinstance(value, int | Decimal) and is_exact(value):
            self._sheet.write_number(row, at, value, self._looks.whole if value == int(value) else self._looks.broken)
        elif isinstance(value, Link) and self._leads(value.url):
            self._links += 1
            self._sheet.write_url(row, at, value.url, self._looks.link)
        elif isinstance(value, Marked) and (value.before or value.after) and value.words and len(words_of(value)) < LONGEST:
            parts = (plain(value.before), self._looks.marked, plain(value.words), plain(value.after))
            self._sheet.write_rich_string(row, at, *(part for part in parts if part), self._looks.text)
        else:
            self._sheet.write_string(row, at, plain(words_of(value)), self._looks.text)

    def _leads(self, url: str) -> bool:
        """Whether an address may lead somewhere."""
        fits = len(url) <= _LONGEST_ADDRESS and self._links < _MOST_LINKS
        return fits and web_address(url) is not None and url.isprintable() and visible(url) == url

    def _print(self, name: str) -> None:
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        self._sheet.set_header(f"&L{self._title.replace('&', '&&')}&R{name}")
        self._sheet.set_footer("&RPage &P of &N")
