"""All commands: the parts of the command line in the order of its help, and what it does without a command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck import pipeline
from factcheck.cli import VERSION, archives, articles, bundles, cases, corrections, desk, people, program, published
from factcheck.cli.manner import EVERYWHERE, with_manner
from factcheck.cli.options import BlindOption, FolderOption, ReviewerOption, RoleOption, at_a_terminal, reader_of
from factcheck.model import ReviewRole
from factcheck.settings import key_changes, reviewer_name

app = typer.Typer(
    name="factcheck",
    help="Split a news article into claims, flag what contradicts itself, and review it claim by claim in a terminal.",
    epilog="Example: factcheck review samples/hanoi-summit.txt",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for part in (articles, cases, bundles, published, people, corrections, desk, archives, program):
    for command in part.commands.registered_commands:
        if command.callback is not None:
            command.callback = with_manner(command.callback)
    app.add_typer(part.commands)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(VERSION)
        raise typer.Exit


@app.callback(invoke_without_command=True)
@with_manner
def home(
    context: typer.Context,
    reviewer: ReviewerOption = None,
    role: RoleOption = ReviewRole.CHECKER,
    blind: BlindOption = False,
    folder: FolderOption = pipeline.CASES,
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Split a news article into claims, flag what contradicts itself, and review it claim by claim in a terminal.

    Without a command: the cases in claims/ with their progress, and a way to open an article.
    """
    if context.invoked_subcommand is not None:
        sources = (context.get_parameter_source(name) for name in context.params if name not in EVERYWHERE)
        if any(source is not None and source.name == "COMMANDLINE" for source in sources):
            command = context.invoked_subcommand
            raise typer.BadParameter(f"options of {command} stand behind it, as in: factcheck {command} --reviewer Ada story.txt")
        return
    if not at_a_terminal():
        desk.print_queue(folder, reviewer_name(reviewer, Path.cwd()))
        return
    from factcheck.workbench import run_home

    run_home(folder, reader_of(reviewer, role, blind), key_changes(Path.cwd()))
