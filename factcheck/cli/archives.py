"""Commands on many articles and cases at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factcheck import pipeline, reporting
from factcheck.cli.manner import tell
from factcheck.cli.options import (
    FolderOption,
    LanguageOption,
    PublishedOption,
    RevealOption,
    complain,
    known,
    put_out,
    shown_progress,
)
from factcheck.model import Case, visible
from factcheck.settings import shared_index

commands = typer.Typer()

DossierFormat = StrEnum("DossierFormat", list(reporting.DOSSIER_FORMATS))  # type: ignore[misc]  # one source of truth: the table of formats


@commands.command(epilog="Example: factcheck batch archive/ --out cases --summary archive.csv")
def batch(
    sources: Annotated[list[str], typer.Argument(metavar="ARTICLE|FOLDER", help="Articles, and folders of them.")],
    folder: FolderOption = pipeline.CASES,
    summary: Annotated[
        Path | None, typer.Option("--summary", metavar="FILE", help="One table of all articles: CSV, or SQLite for .sqlite.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", metavar="N", min=1, help="How many work at once.", show_default="one a core")
    ] = None,
    scheduler: Annotated[str | None, typer.Option("--scheduler", metavar="tcp://…", help="Work on the Dask cluster there instead.")] = None,
    published: PublishedOption = None,
    language: LanguageOption = None,
) -> None:
    """Make the cases of a whole archive. Cases that are there stay as they are, so that a run that was stopped can go on.

    Exit codes: 0 all were read, 2 some could not be.
    """
    from factcheck import batch as archive

    with shown_progress() as progress:
        run = archive.Run(folder, progress, jobs or os.cpu_count() or 1, known(published, language), scheduler)
        try:
            for line in archive.run(sources, run, summary):
                progress("")
                typer.echo(visible(line))
        except KeyboardInterrupt:
            typer.echo("Stopped. What is done is kept; the same command goes on with the rest.", err=True)
            raise typer.Exit(130) from None
    raise typer.Exit(2 if run.bad else 0)


@commands.command(epilog='Example: factcheck search "the refit cost 1.2 million pounds" --out cases')
def search(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="A claim, or words of one.")],
    folder: FolderOption = pipeline.CASES,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", min=1, max=1000, help="How many at the most.")] = 10,
    address: Annotated[
        str | None,
        typer.Option("--index", metavar="postgresql://…", help="An index that many share, in PostgreSQL.", show_default="from settings"),
    ] = None,
) -> None:
    """Find similar claims that were checked before, in all the cases of a folder, with their verdicts."""
    from factcheck import searching

    with shown_progress() as progress, closing(searching.open_index(folder, address or shared_index(Path.cwd()))) as index:
        index.refresh(lambda done, of: progress(f"Reading cases: {done} of {of}"))
        found = index.search(words, limit)
    for line in (one.model_dump_json() for one in found) if as_json else searching.lines(found):
        typer.echo(line if as_json else visible(line))


@commands.command(epilog="Example: factcheck dossier claims --to html --out dossier.html")
def dossier(
    sources: Annotated[list[Path] | None, typer.Argument(metavar="CASE|FOLDER", help="Cases, and folders of them.")] = None,
    form: Annotated[DossierFormat | None, typer.Option("--to", "-t", help="In which form.", show_default="md")] = None,
    file: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write it there.")] = None,
    reveal: RevealOption = None,
) -> None:
    """Report on several stories at once: what must change in each, what is open and with whom, which sources and people they share.

    It also says which claims were judged differently in two of them. Exit codes: 0 all were read, 2 some could not be.
    """
    from factcheck import searching

    with shown_progress() as progress:
        read = list(pipeline.stories(sources or (), progress))
        progress("Comparing the stories")
        cases = [case if isinstance(case, Case) else None for _, case in read]
        stories = [(path.name, case if isinstance(case, Case) else str(case)) for path, case in read]
        made = reporting.DOSSIER_FORMATS[form.value if form else "md"](stories, searching.judged_differently(cases), reveal or ())
    problems = [case for _, case in read if not isinstance(case, Case)]
    if not read or len(problems) < len(read):  # of what cannot be read, the sentences below say all
        put_out(made, file)
    for problem in problems:
        complain(problem)
    raise typer.Exit(2 if problems else 0)


@commands.command(epilog="Example: factcheck stats claims --svg stats.svg")
def stats(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of cases.")] = pipeline.CASES,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    picture: Annotated[Path | None, typer.Option("--svg", metavar="FILE", help="Also draw the claims of each case by standing.")] = None,
    year: Annotated[
        int | None, typer.Option("--year", metavar="YEAR", min=1, max=9999, help="Count that year's checks and corrections instead.")
    ] = None,
) -> None:
    """Show how the cases of a folder are doing: verdicts, open questions, pace, and how far readers agree."""
    if year is not None:
        if picture is not None:
            raise typer.BadParameter("choose one of --year and --svg")
        with shown_progress() as progress:
            figures = reporting.figures_of(_readable(pipeline.each_case(folder, progress)), year)
        typer.echo(figures.model_dump_json(indent=2) if as_json else reporting.year_as_table(figures))
        return
    with shown_progress() as progress:
        found = reporting.statistics(pipeline.each_case(folder, progress))
    if picture is not None:
        reporting.write_file(picture, reporting.as_svg(found).encode())
    typer.echo(found.model_dump_json(indent=2) if as_json else reporting.as_table(found))


def _readable(cases: Iterable[tuple[str, Case | str]]) -> Iterator[Case]:
    """The cases that can be read; of another it is told why."""
    for name, case in cases:
        if isinstance(case, str):
            tell(f"{name} is not counted: {case}")
        else:
            yield case
