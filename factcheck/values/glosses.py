"""What dates and figures mean, put in brackets beside the words they were read from."""

from __future__ import annotations

from factcheck.language.calendar import MONTH_OF, WEEKDAYS
from factcheck.model import Basis, DateValue, Figure
from factcheck.values.dates import day_in_full, describe
from factcheck.values.figures import describe as describe_figure

_WEEKDAYS = frozenset(name[:3].lower() for name in WEEKDAYS)


def meaning_of(value: DateValue | Figure) -> str:
    """The meaning in plain words."""
    return describe(value) if isinstance(value, DateValue) else describe_figure(value)


def grounds_of(value: DateValue | Figure) -> str:
    """Whose or what ground the meaning stands on: "set by Ada", "by the day of publication (Fri 1 Mar 2019)"; empty for what is in full."""
    if value.set_by is not None:
        return f"set by {value.set_by}"
    if not isinstance(value, DateValue) or value.basis is None:
        return ""
    said = f"by {value.basis.row.meaning}"
    if value.basis is Basis.YEAR and value.told_year is not None:
        return f"{said} ({value.told_year})"
    return f"{said} ({day_in_full(value.anchor)})" if value.anchor is not None and value.anchor != value.earliest else said


def glossed(value: DateValue | Figure) -> str:
    """The words on one line with their meaning: "Thursday [Thu 28 Feb 2019]"; the words alone where they say it all."""
    plain, said = " ".join(value.text.split()), meaning_of(value)
    return plain if not said or said == plain else f"{plain} [{said}]"


def resolved_day(value: DateValue) -> str | None:
    """What a sentence needs after a time expression that names no year: "28 Feb 2019" after "Thursday"; None where nothing is missing."""
    if value.value.startswith("P"):
        return None  # "the past year [one year]"
    if value.earliest is None or any(w.strip(".,").isdigit() and len(w.strip(".,")) == 4 for w in value.text.replace("-", " ").split()):
        return None
    said = describe(value)
    if value.text.lower() in said.lower():
        year = said.rpartition(" ")[2]
        return year if value.text.lower() in MONTH_OF and year.isdigit() else None  # "December [2021]"
    day, _, rest = said.partition(" ")
    named = rest and day.lower() in _WEEKDAYS and day.lower() in value.text.lower()
    return rest if named else f"{day} {rest}".strip()
