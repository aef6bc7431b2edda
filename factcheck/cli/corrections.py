"""Commands on what was corrected after an article ran."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factcheck import pipeline, reporting
from factcheck.cli.options import CaseArgument, ReviewerOption, complain, moment_of, opened_case
from factcheck.model import Case, Correction, visible
from factcheck.settings import reviewer_name

commands = typer.Typer()

LogFormat = StrEnum("LogFormat", list(reporting.LOG_FORMATS))  # type: ignore[misc]  # one source of truth: the table of formats


@commands.command(epilog='Example: factcheck correct claims/story.toml 0j2jd9 --was "36 ships" --is "102 ships"')
def correct(
    case: CaseArgument,
    claims: Annotated[list[str] | None, typer.Argument(metavar="CLAIM", help="The claims that it is about, by their ids.")] = None,
    was: Annotated[str | None, typer.Option("--was", metavar="TEXT", help="What the article said.")] = None,
    now: Annotated[str | None, typer.Option("--is", metavar="TEXT", help="What it says now.")] = None,
    say: Annotated[str | None, typer.Option("--say", metavar="TEXT", help="The printed words, in place of the usual sentence.")] = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="The reason; never in the public log.")] = None,
    asked_by: Annotated[str | None, typer.Option("--asked-by", metavar="NAME", help="Who asked for it; never in the public log.")] = None,
    amends: Annotated[str | None, typer.Option("--amend", metavar="ID", help="The earlier correction that this one replaces.")] = None,
    withdraws: Annotated[str | None, typer.Option("--withdraw", metavar="ID", help="The correction to take back.")] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="YYYY-MM-DD", help="When, if not now; with THH:MM to the minute.")] = None,
    reviewer: ReviewerOption = None,
) -> None:
    """Record a correction made after the article ran: what it said and what it says now. Without these, list the corrections.

    A correction that is wanted before it runs is asked for in the workbench instead.
    """
    opened = opened_case(case)
    if amends and withdraws:
        raise typer.BadParameter("choose one of --amend and --withdraw")
    if not any((claims, was, now, say, why, asked_by, amends, withdraws)):
        for line in reporting.correction_lines(opened.unchecked):
            typer.echo(line)
        return
    correction = Correction(
        id="", by=reviewer_name(reviewer, Path.cwd()), at=moment_of(at) or pipeline.now(), was=was or None,
        now=now or None, why=why or None, says=say or None, asked_by=asked_by or None, claims=tuple(dict.fromkeys(claims or ())),
        amends=amends or None, withdraws=withdraws or None,
    )  # fmt: skip
    for line in pipeline.add_correction(opened, correction):
        typer.echo(visible(line))


@commands.command(epilog="Example: factcheck corrections claims --to html > corrections.html")
def corrections(
    sources: Annotated[list[Path] | None, typer.Argument(metavar="CASE|FOLDER", help="Cases, and folders of them.")] = None,
    form: Annotated[LogFormat | None, typer.Option("--to", "-t", help="In which form.", show_default="md")] = None,
) -> None:
    """Print the public log of what was corrected after articles ran, newest first, without who asked, why, and confidential names.

    Exit codes: 0 all were read, 2 some could not be.
    """
    found: list[Case] = []
    bad = False
    for case in pipeline.cases_for_log(sources or ()):
        if isinstance(case, Case):
            found.append(case)
        else:
            complain(case)
            bad = True
    typer.echo(reporting.LOG_FORMATS[form.value if form else "md"](reporting.public_log(found)), nl=False)
    raise typer.Exit(2 if bad else 0)
