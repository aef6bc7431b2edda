"""Commands on the case of an article: its reports, its sources, new versions and merges."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck import casefile, pipeline, reporting
from factcheck.cli.formats import FormatOption
from factcheck.cli.manner import confirm, tell
from factcheck.cli.options import (
    ArticleArgument,
    CaseArgument,
    FolderOption,
    LanguageOption,
    PublishedOption,
    RevealOption,
    known,
    opened_case,
    shown_progress,
)
from factcheck.model import visible

commands = typer.Typer()


@commands.command(epilog="Example: factcheck export claims/hanoi-summit.toml --to html --to csv")
def export(
    source: CaseArgument,
    formats: FormatOption = None,
    folder: Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where the reports go.")] = Path("export"),
    reveal: RevealOption = None,
    published_at: Annotated[str | None, typer.Option("--published-at", metavar="URL", help="Where this check is published.")] = None,
    appeared: Annotated[str | None, typer.Option("--appeared", metavar="URL", help="Where the article was published.")] = None,
) -> None:
    """Write the reports of a case and print their paths."""
    names = [f.value for f in formats or ()]
    for path in pipeline.export_case(source, folder, names, reveal or (), published_at, appeared, tell):
        typer.echo(visible(str(path)))


@commands.command("import", epilog="Example: factcheck import export/story.json")
def import_(
    report: Annotated[Path, typer.Argument(metavar="JSON", help="A JSON report.")],
    folder: FolderOption = pipeline.CASES,
) -> None:
    """Make a case file from a JSON report: the same case, with ids, reviewers and evidence, and print its path."""
    typer.echo(visible(str(pipeline.import_case(report, folder))))


@commands.command(epilog="Example: factcheck evidence claims/story.toml --archive")
def evidence(
    case: CaseArgument,
    only_list: Annotated[bool, typer.Option("--list", help="Fetch nothing; list the sources and what is known of them.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Fetch everything again, and say what has changed.")] = False,
    archive: Annotated[bool, typer.Option("--archive", help="Ask a public web archive to keep each page, too.")] = False,
    private: Annotated[bool, typer.Option("--allow-private", help="Fetch from this machine and network, too.")] = False,
    at_once: Annotated[
        int | None,
        typer.Option(
            "--at-once", metavar="N", min=1, max=256, help="How many pages to fetch at the same time.", show_default="16, 4 of one site"
        ),
    ] = None,
    files: Annotated[
        list[Path] | None,
        typer.Option("--files", metavar="FOLDER", help="Also look here for files that sources name; may be given more than once."),
    ] = None,
    sweep: Annotated[
        bool,
        typer.Option("--sweep", help="Fetch nothing; delete snapshots that no source refers to (an older version of the case in git may)."),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before --sweep.")] = False,
) -> None:
    """Fetch the sources of a case, copy the files that it names, and look for each quotation in its source.

    No verdict is changed.
    """
    if sweep:
        idle, _ = pipeline.idle_snapshots(case)
        for path in idle:
            typer.echo(visible(str(path)))
        if idle and not yes:
            confirm("Delete these? Versions of the case in git may still refer to them.", "--yes")
        pipeline.sweep_snapshots(idle)
        typer.echo(f"{len(idle)} deleted.")
        return
    if only_list:
        opened = opened_case(case)
        typer.echo(reporting.source_list(opened.unchecked))
        if words := pipeline.idle_snapshots(case)[1]:
            typer.echo(words)
        return
    asked = pipeline.fetch_options(again=again, archive=archive, private=private, at_once=at_once, files=files or ())
    with shown_progress() as progress:
        looked, stopped = pipeline.gather_evidence(case, asked, progress, tell)
    typer.echo(reporting.source_list(looked))
    if stopped:
        typer.echo(stopped, err=True)
        raise typer.Exit(130)


@commands.command(epilog="Example: factcheck coverage claims/story.toml")
def coverage(
    case: CaseArgument,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say how many words of the article are checked, what in it is in no claim, and which claims have no source.

    Exit codes: 0 every name, number, date and quotation is in a claim or needs no checking, 1 not all are, 2 the case could not be read.
    """
    opened = opened_case(case)
    loose = pipeline.loose_words(opened.unchecked)
    if as_json:
        typer.echo(reporting.coverage_as_json(opened.unchecked, loose))
    else:
        for line in reporting.coverage_lines(opened.unchecked, loose):
            typer.echo(line)
    raise typer.Exit(bool(loose))


@commands.command(epilog="Example: factcheck update claims/story.toml story.txt")
def update(
    case: CaseArgument,
    source: ArticleArgument,
    published: PublishedOption = None,
    language: LanguageOption = None,
) -> None:
    """Update a case to a new version of its article: verdicts stay where the words are unchanged, lost claims are kept."""
    with shown_progress() as progress:
        lines = pipeline.update_case(case, source, progress, known(published, language))
    for line in lines:
        typer.echo(visible(line))


@commands.command(epilog="Example: factcheck diff HEAD~2:claims/story.toml claims/story.toml")
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A case file, or one as it was in git, such as HEAD~2:claims/story.toml.")],
    new: Annotated[
        str | None,
        typer.Argument(metavar="NEW", help="The same of the later state; without it, the file as it is now, against the last commit."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object (its schema: factcheck schema --diff).")] = False,
    reveal: RevealOption = None,
) -> None:
    """Say what changed between two states of a case: decisions and by whom, claims, evidence, flags, the article.

    Exit codes: 0 nothing differs, 1 something does, 2 one of the two could not be read.
    """
    with shown_progress() as progress:
        found = pipeline.differences(old, new, reveal or (), progress, tell)
    if as_json:
        typer.echo(found.as_json())
    else:
        for line in found.lines():
            typer.echo(line)
    raise typer.Exit(bool(found.found))


@commands.command(epilog="Example: factcheck merge --install")
def merge(
    files: Annotated[list[Path] | None, typer.Argument(metavar="BASE OURS THEIRS", help="Three versions of a case file.")] = None,
    path: Annotated[
        Path | None, typer.Option("--path", metavar="PATH", help="What the case file is called, when OURS is a temporary copy.")
    ] = None,
    install: Annotated[bool, typer.Option("--install", help="Set git up to merge case files in this way, in this clone.")] = False,
    uninstall: Annotated[bool, typer.Option("--uninstall", help="Undo --install.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    folder: FolderOption = pipeline.CASES,
) -> None:
    """Merge THEIRS into OURS, by claim, review and evidence: nothing of either side is lost. Exit code 2 when one is no case file."""
    here = Path.cwd()
    if uninstall:
        casefile.uninstall(here)
        typer.echo("git merges case files as any other text again.")
    elif install:
        line, setting = casefile.plan(here, folder)
        typer.echo(visible(f"To .gitattributes, which goes to everyone with the repository: {line}"))
        typer.echo(visible(f"To the settings of this clone: {setting}"))
        if not yes:
            confirm("Do both?", "--yes")
        casefile.install(here, folder)
        typer.echo("Done; factcheck merge --uninstall takes both back.")
    elif files is None or len(files) != 3:
        raise typer.BadParameter("give three files, BASE OURS THEIRS, or --install")
    else:
        base, ours, theirs = files
        for sentence in (*casefile.merge_files(base, ours, theirs, path), *casefile.outdated(here)):
            tell(sentence)
