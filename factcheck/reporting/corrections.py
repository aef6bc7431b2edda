"""What was corrected after articles ran: the public log as papers print it, and the figures of a year."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from statistics import median

from pydantic import Field

from factcheck.language.calendar import MONTHS, day_in_words
from factcheck.model import Case, ClaimKind, Correction, Model, count, in_force, one_line, visible
from factcheck.reporting import words
from factcheck.reporting.markdown import markdown_words
from factcheck.reporting.withholding import withheld

_TITLE = "Corrections"
_META = """\
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
"""A page that phones can show, and that fetches and runs nothing."""
_WITHIN = str.maketrans('“”"', "‘’'")
"""Quotation marks as they stand within others."""
_STOPS = (".", "!", "?", ".”", "!”", "?”", '."', '!"', '?"')


class Logged(Model):
    """A correction as the public may read it: who asked, who decided and why are not in it."""

    article: str
    published: date | None
    corrected: date
    was: str | None
    now: str | None = Field(serialization_alias="is")
    text: str


def public_log(cases: Iterable[Case]) -> list[Logged]:
    """The corrections of cases that stand, newest first, without the names of confidential sources."""
    told = []
    for case in map(withheld, cases):
        published, title = case.article.published_day, one_line(words.headline(case) if case.article.headline else "Untitled article")
        for one in in_force(case.corrections):
            fields = {"was": one.was and one_line(one.was), "now": one.now and one_line(one.now), "text": printed(one)}
            told.append(Logged(article=title, published=published, corrected=one.at.date(), **fields))
    return sorted(told, key=lambda one: (one.corrected, one.article), reverse=True)


def printed(correction: Correction) -> str:
    """A correction in the form that papers print.

    >>> from datetime import UTC, datetime
    >>> when = datetime(2026, 11, 27, tzinfo=UTC)
    >>> printed(Correction(id="a", by="Ada", at=when, was="36 ships", now="102 ships"))
    'An earlier version of this article said “36 ships”. It should say “102 ships”. Corrected on 27 November 2026.'
    >>> printed(Correction(id="a", by="Ada", at=when, says="It gave the size of the fleet as 36. It is 102"))
    'It gave the size of the fleet as 36. It is 102. Corrected on 27 November 2026.'
    >>> printed(Correction(id="a", by="Ada", at=when, was="the “new” ship", now="the old ship")).partition(". ")[0]
    'An earlier version of this article said “the ‘new’ ship”'
    """
    if correction.says:
        said = one_line(correction.says)
        said = said if said.endswith(_STOPS) else f"{said}."
    else:
        was, now = (one_line(part or "").strip(".").translate(_WITHIN) for part in (correction.was, correction.now))
        said = f"An earlier version of this article said “{was}”. It should say “{now}”."
    return f"{said} Corrected on {day_in_words(correction.at.date())}."


def log_as_markdown(log: Sequence[Logged]) -> str:
    """The public log in Markdown."""
    lines = [f"# {_TITLE}"]
    for one in log:
        lines += ["", f"**{markdown_words(_about(one))}**", "", markdown_words(one.text)]
    return "\n".join([*lines, *([] if log else ["", "None."])]) + "\n"


def log_as_html(log: Sequence[Logged]) -> str:
    """The public log as one HTML page: no script, nothing fetched."""
    parts = [
        f'<article>\n<h2>{_html(_about(one))}</h2>\n<p>{_html(one.text)}</p>\n<time datetime="{one.corrected}"></time>\n</article>'
        for one in log
    ]
    head = f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{_META}\n<title>{_TITLE}</title>\n</head>'
    body = "\n".join(parts or ["<p>None.</p>"])
    return f"{head}\n<body>\n<main>\n<h1>{_TITLE}</h1>\n{body}\n</main>\n</body>\n</html>\n"


def log_as_json(log: Sequence[Logged]) -> str:
    """The public log as one JSON object."""
    return json.dumps({"corrections": [one.model_dump(mode="json", by_alias=True) for one in log]}, ensure_ascii=False, indent=2) + "\n"


LOG_FORMATS = {"md": log_as_markdown, "html": log_as_html, "json": log_as_json}
"""The forms of the public log of corrections."""


def _about(one: Logged) -> str:
    return f"{one.article} ({day_in_words(one.published)})" if one.published else one.article


def _html(text: str) -> str:
    return escape(visible(text))


def correction_lines(case: Case) -> Iterator[str]:
    """Every entry of a case's corrections as its desk reads them, newest last, and whether it stands."""
    standing = {one.id for one in in_force(case.corrections)}
    for one in case.corrections:
        changed = f"withdraws {one.withdraws}" if one.withdraws else one.says or f"“{one.was}” → “{one.now}”"
        amends = f"amends {one.amends}" if one.amends else None
        undone = None if one.id in standing or one.withdraws else "no longer stands"
        asked = f"asked by {one.asked_by}" if one.asked_by else None
        why = f"why: {one.why}" if one.why else None
        told = (one.id, str(one.at.date()), changed, amends, ", ".join(one.claims), why, asked, f"by {one.by}", undone)
        yield one_line("  ".join(filter(None, told)), 400)


class CorrectionYear(Model):
    """The corrections of a year. `kinds` counts those about claims by the kinds of these, one of two kinds under both.

    `days` are from publication to correction, where both are known. `articles` appeared in the year; `corrected` are those of them that
    were corrected since, whenever that was.
    """

    year: int
    corrections: int
    months: dict[int, int]
    kinds: dict[str, int]
    days: list[int]
    median_days: float | None
    articles: int
    corrected: int
    share: float | None


def year_of(cases: Iterable[Case], year: int) -> CorrectionYear:
    """The figures of a year's corrections, of those that stand."""
    found: list[_Counted] = []
    articles = corrected = 0
    for case in cases:
        standing, day = in_force(case.corrections), case.article.published_day
        appeared = day is not None and day.year == year
        articles += appeared
        corrected += appeared and bool(standing)
        kinds = {claim.id: claim.kind for claim in case.claims}
        found += [_counted(one, day, kinds) for one in standing if one.at.year == year]
    months = Counter(one.month for one in found)
    by_kind = Counter(kind for one in found for kind in one.kinds)
    days = sorted(one.days for one in found if one.days is not None)
    return CorrectionYear(
        year=year, corrections=len(found), months={month: months[month] for month in range(1, 13)},
        kinds=dict(sorted(by_kind.items())), days=days, median_days=median(days) if days else None,
        articles=articles, corrected=corrected, share=round(corrected / articles, 4) if articles else None,
    )  # fmt: skip


@dataclass(frozen=True)
class _Counted:
    month: int
    kinds: frozenset[str]
    days: int | None


def _counted(one: Correction, published: date | None, kinds: dict[str, ClaimKind]) -> _Counted:
    known = frozenset(kinds[claim].value for claim in one.claims if claim in kinds) or frozenset({"unknown"})
    days = (one.at.date() - published).days if published is not None else None
    return _Counted(one.at.month, known, days if days is not None and days >= 0 else None)


def corrections_as_table(found: CorrectionYear) -> str:
    """The figures of a year's corrections as a table for a terminal."""
    lines = [f"{count(found.corrections, 'correction')} in {found.year}."]
    lines += [f"{n:>6}  {MONTHS[month - 1]}" for month, n in found.months.items() if n]
    lines += [f"{n:>6}  about: {kind}" for kind, n in found.kinds.items()]
    if found.days:
        first, last = found.days[0], found.days[-1]
        spread = f"{first} to {count(last, 'day')}, half within {found.median_days:g}" if first != last else count(last, "day")
        lines.append(f"From publication to correction: {spread}.")
    share = f" ({100 * found.share:.1f} %)" if found.share is not None else ""
    lines.append(f"Of {count(found.articles, 'article')} that appeared in {found.year}, {found.corrected} corrected{share}.")
    return "\n".join(lines)
