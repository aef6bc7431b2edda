"""The reports that people read: Markdown, and one self-contained HTML page; by the templates beside this file, or a newsroom's own."""

from __future__ import annotations

from functools import cache
from importlib import resources

from factcheck.model import Case, FactcheckError, one_line
from factcheck.reporting.facts import Facts, facts
from factcheck.reporting.options import PLAIN, Options


def as_markdown(case: Case, options: Options = PLAIN) -> str:
    """The report in Markdown (CommonMark with GitHub's tables). Raises FactcheckError for a newsroom's template that is wrong."""
    return _rendered("report.md.jinja", options, facts(case))


def as_html(case: Case, options: Options = PLAIN) -> str:
    """The report as one HTML page: no script, nothing fetched; the article with its claims marked and linked to their verdicts.

    Raises FactcheckError for a newsroom's template that is wrong.
    """
    return _rendered("report.html.jinja", options, facts(case))


def _rendered(name: str, options: Options, shown: Facts) -> str:
    from factcheck.reporting.rendering import TemplateTroubleError, render, render_apart  # with what renders, which a report alone needs

    if not options.templates:
        return render(name, ours(), shown)
    try:
        return render_apart(name, {**ours(), **options.templates}, shown)
    except TemplateTroubleError as trouble:
        raise FactcheckError(f"The template {one_line(str(trouble), 300)}; put the template right.") from None


@cache
def ours() -> dict[str, str]:
    """Our own templates and styles, by their names."""
    folder = resources.files("factcheck.reporting") / "templates"
    return {entry.name: entry.read_text("utf-8") for entry in folder.iterdir() if entry.is_file()}
