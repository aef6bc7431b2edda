"""Days and times of day as they stand in datelines and lines of publication."""

from __future__ import annotations

import re

from factcheck.language.calendar import MONTH
from factcheck.reading.shapes import Shape

DATE = Shape(
    "a calendar day",
    rf"\b(?:{MONTH}\.?\s{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s{{1,2}}(?:19|20)\d\d\b)?|\d{{1,2}}(?:st|nd|rd|th)?\s{{1,2}}{MONTH}\b\.?(?:,?\s{{1,2}}(?:19|20)\d\d\b)?|(?:19|20)\d\d-\d\d-\d\d"
    rf"|(?<!\d-)\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:19|20)?\d\d\b(?!-\d)|\d{{1,2}}/ ?\d{{1,2}}/ ?(?:19|20)?\d\d\b"
    rf"|\d{{1,2}}-{MONTH}-(?:19|20)?\d\d\b)",
    takes=("Mar 01 2019", "1 March", "2019-03-01", "10/ 5/11"),
    refuses=("March of time", "2019", "03-12-27-40"),
    anywhere=True,
    flags=re.IGNORECASE,
)

CLOCK = Shape(
    "a time of day, with its zone",
    r"(?:\b\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d{1,6}\b)?)?(?:\s{0,2}[ap]\.?m\b\.?)?|\b\d{1,2}\s{0,2}[ap]\.?m\b\.?|T\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?Z?|\b[012]\d[0-5]\d(?=\s(?:[A-Z]{2,3}T|UTC)\b))(?:\s{0,2}(?:hrs|hours|h)\b)?(?:\s{0,3}\(?(?:[A-Z]{2,4}T|UTC|GMT|Z|PT|ET|CT|MT)\b\)?)?(?:\s{0,2}[+-]\d\d(?::?\d\d)?\b)?",
    takes=("4:15 PM IST", "16:15 GMT", "0203 GMT", "16:42:01-05"),
    refuses=("4 people", "IST"),
    anywhere=True,
    flags=re.IGNORECASE,
)
