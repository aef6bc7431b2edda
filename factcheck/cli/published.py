"""The command that asks for published fact-checks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck import pipeline, reporting
from factcheck.cli.manner import confirm, tell
from factcheck.cli.options import CaseArgument, ReviewerOption, opened_case, shown_progress
from factcheck.model import count, visible
from factcheck.settings import reviewer_name

commands = typer.Typer()


@commands.command(epilog="Example: factcheck published claims/story.toml 0j2jd9 --keep")
def published(
    case: CaseArgument,
    claims: Annotated[list[str] | None, typer.Argument(metavar="CLAIM", help="The claims to ask about, by their ids.")] = None,
    query: Annotated[str | None, typer.Option("--query", metavar="WORDS", help="Ask about one claim in these words.")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Put what is found into the case, as evidence that mentions the claim.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Ask about every claim that can be checked.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before --all.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    reviewer: ReviewerOption = None,
) -> None:
    """Ask Google's Fact Check Tools, with your own key, what has been published about claims. No verdict is changed.

    The words of the claims that you name leave this machine, without what was added in brackets; nothing else of the case does.
    What a confidential source said is not sent.
    """
    if every == bool(claims):
        raise typer.BadParameter("name claims by their ids, or give --all")
    if query is not None and (every or len(claims or ()) != 1):
        raise typer.BadParameter("--query is for one claim")
    opened = opened_case(case)
    service = pipeline.check_service()
    if every:
        questions, hidden = pipeline.every_question(opened)
        tell(f"This would send the words of {count(len(questions), 'claim')} to Google's Fact Check Tools, under your key:")
        for question in questions:
            tell(f"  {question.claim.id}  {question.words}")
        if hidden:
            tell(f"Not sent, because they would reveal a confidential source: {hidden}.")
        if questions and not yes:
            confirm("Send them?", "--yes")
    else:
        questions = pipeline.questions_on(opened, claims or (), query)
    by, told = reviewer_name(reviewer, Path.cwd()), []
    with shown_progress() as progress:
        for question, found in pipeline.ask_published(questions, service, progress):
            progress("")
            kept, sentences = pipeline.keep_published(opened.file, question, found, by, pipeline.now()) if keep else (0, ())
            told.append((question.claim.id, question.words, found, kept))
            if not as_json:
                for line in reporting.published_lines(question.claim.id, question.words, found):
                    typer.echo(visible(line))
                if keep and found.checks:
                    typer.echo(f"    kept: {kept}; in the case before: {len(found.checks) - kept}")
            for sentence in sentences:
                tell(sentence)
    if as_json:
        typer.echo(reporting.published_as_json(told, keep))
