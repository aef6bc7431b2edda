"""Commands on articles: their claims, what contradicts itself in them, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import factcheck
from factcheck import pipeline, reporting
from factcheck.cli.manner import manner, print_colored, tell
from factcheck.cli.options import (
    ArticleArgument,
    BlindOption,
    FolderOption,
    LanguageOption,
    ModelOption,
    PublishedOption,
    ReviewerOption,
    RoleOption,
    at_a_terminal,
    complain,
    known,
    model_asked,
    reader_of,
    shown_progress,
)
from factcheck.model import ReviewRole, visible
from factcheck.settings import key_changes

commands = typer.Typer()


@commands.command(epilog="Example: factcheck review story.txt --reviewer Ada")
def review(
    source: Annotated[str, typer.Argument(metavar="ARTICLE|CASE", help="An article (as for split), or a case file.")],
    reviewer: ReviewerOption = None,
    role: RoleOption = ReviewRole.CHECKER,
    blind: BlindOption = False,
    folder: FolderOption = pipeline.CASES,
    published: PublishedOption = None,
    language: LanguageOption = None,
    ask_model: ModelOption = False,
) -> None:
    """Open the workbench on an article or a case; an article that is new is split first."""
    reader = reader_of(reviewer, role, blind)
    if pipeline.is_case(source):
        opened = pipeline.open_case(source)
    else:
        with shown_progress() as progress:
            opened = pipeline.start_case(source, folder, progress, known(published, language), model_asked(ask_model))
    if not at_a_terminal():
        print_colored(reporting.summary(opened.case, opened.file.path, opened.notice, colored=manner().colored()))
        return
    from factcheck.workbench import run_review

    run_review(opened, reader, key_changes(Path.cwd()))


@commands.command(epilog="Example: factcheck split story.txt --json | jq '.claims[].gist'")
def split(
    source: ArticleArgument,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object (its schema: factcheck schema).")] = False,
    as_toml: Annotated[bool, typer.Option("--toml", help="Write claims/<slug>.toml and print its path.")] = False,
    folder: FolderOption = pipeline.CASES,
    published: PublishedOption = None,
    language: LanguageOption = None,
    ask_model: ModelOption = False,
) -> None:
    """List the claims of an article."""
    if as_json and as_toml:
        raise typer.BadParameter("choose one of --json and --toml")
    if as_toml:
        with shown_progress() as progress:
            opened = pipeline.start_case(source, folder, progress, known(published, language), model_asked(ask_model))
        if opened.notice:
            tell(opened.notice)
        typer.echo(visible(str(opened.file.path)))
        return
    asked = model_asked(ask_model)
    with shown_progress() as progress:
        case = pipeline.make_case(pipeline.read_article(source, known(published, language)), progress, asked)
    if asked is not None:
        tell(asked.notice)
    print_colored(reporting.as_json(case) if as_json else reporting.listing(case, colored=manner().colored()))


@commands.command(epilog="Example: factcheck check drafts/*.txt && echo clean")
def check(
    sources: Annotated[list[str], typer.Argument(metavar="ARTICLE", help="Articles as for split, folders of them, and case files.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line, one for each article.")] = False,
    as_sarif: Annotated[bool, typer.Option("--sarif", help="Print one SARIF 2.1.0 log of all articles.")] = False,
    as_github: Annotated[bool, typer.Option("--github", help="Print annotations as GitHub Actions reads them.")] = False,
    look: Annotated[bool, typer.Option("--look", help="Show and count weak hints (look), too.")] = False,
    folder: FolderOption = pipeline.CASES,
    published: PublishedOption = None,
    language: LanguageOption = None,
) -> None:
    """Flag what contradicts itself, like a linter. What was dismissed in an article's case stays dismissed.

    Checks that a factcheck.toml turns off are named on standard error.
    Exit codes: 0 nothing found, 1 something flagged, 2 something could not be read.
    """
    if as_json + as_sarif + as_github > 1:
        raise typer.BadParameter("choose one of --json, --sarif and --github")
    run = pipeline.CheckRun(sources, complain, folder, known(published, language), look, tell)
    silent = reporting.Silent(*pipeline.silent_checks())
    if silent.notice:
        tell(silent.notice)
        if as_github:
            typer.echo(reporting.github_notice(silent.notice))
    if as_sarif:
        lines = reporting.as_sarif(run, pipeline.check_rules(), factcheck.__version__, silent)
    elif as_json:
        lines = map(reporting.as_json, run)
    else:
        lines = (
            line
            for case in run
            for line in (reporting.as_github(case, look) if as_github else reporting.flag_lines(case, look, colored=manner().colored()))
        )
    for line in lines:
        print_colored(line)
    raise typer.Exit(run.exit_code)


@commands.command(epilog="Example: factcheck explain --sentence 'Ann Lee said the ferry had left, but Tom Pell denied it.'")
def explain(
    source: Annotated[
        str | None,
        typer.Argument(metavar="ARTICLE|CHECK", help="An article as for split, in which the sentence stands; or a check by its id."),
    ] = None,
    sentence: Annotated[
        str | None, typer.Option("--sentence", "-s", metavar="TEXT", help="A sentence; or, with an article, some words of the sentence.")
    ] = None,
) -> None:
    """Explain how a sentence became claims, step by step: its parse, who said what, who is meant, its clauses, its claims.

    For a check, say what it flags and what it lets pass, where its rule comes from, and how often it was right on published text.
    """
    for line in pipeline.explain(source, sentence):
        typer.echo(visible(line))
