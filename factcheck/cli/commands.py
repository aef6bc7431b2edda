"""All commands in the order of the help, each loaded when it is asked for, and what the command line does without one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from factcheck import pipeline
from factcheck.cli import VERSION
from factcheck.cli.manner import EVERYWHERE, with_manner
from factcheck.cli.options import BlindOption, FolderOption, ReviewerOption, RoleOption, at_a_terminal, reader_of
from factcheck.model import ReviewRole
from factcheck.settings import key_changes, reviewer_name


class Part(NamedTuple):
    """A module of this folder: what the help calls its commands, and their names in its order."""

    title: str
    names: tuple[str, ...]


PARTS = {
    "articles": Part("An article", ("review", "split", "check", "explain")),
    "cases": Part("A case", ("export", "import", "evidence", "coverage", "update", "diff", "merge")),
    "bundles": Part("Handing cases over", ("bundle", "verify-bundle")),
    "published": Part("Fact-checks that others have published", ("published",)),
    "people": Part("Whom to ask", ("people", "call", "questions", "log")),
    "corrections": Part("After the article ran", ("correct", "corrections")),
    "desk": Part("Several people at one desk", ("assign", "note", "queue", "watch")),
    "archives": Part("Many articles and cases", ("batch", "search", "dossier", "stats")),
    "program": Part("The program itself", ("schema", "serve", "trust", "doctor", "keys")),
}
"""The parts of the command line in the order of the help: who asks for a command of one does not wait for the others."""

_PART_OF = {name: module for module, part in PARTS.items() for name in part.names}


def in_help(parameter: Any, context: Any) -> tuple[str, str] | None:
    """How an option or argument is written and what it says, as the help, the manual page and the pages have it; None for a hidden one."""
    record = parameter.get_help_record(context)
    if record is None:
        return None
    name, says = record
    if parameter.param_type_name == "argument":
        return name.partition(" <")[0], says  # typer puts the kind of Python's behind it, as in `CASE <path>`
    return name.replace("<list[", "<").replace("]>", ">"), says


class _Command(typer.core.TyperCommand):
    """A command whose help is as manuals have it: `CASE [CLAIM]...`, where typer puts braces around what has to be given."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Say what is wrong with a value without the words by which pydantic begins."""
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as wrong:
            wrong.message = wrong.message.removeprefix("Value error, ")
            raise

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """What it takes, line by line."""
        for title, sort in (("Arguments", "argument"), ("Options", "option")):
            rows = [row for one in self.get_params(ctx) if one.param_type_name == sort and (row := in_help(one, ctx))]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What it takes; words such as `BASE OURS THEIRS` say themselves how many they are."""
        pieces = [piece.strip("{").replace("}", "") for piece in super().collect_usage_pieces(ctx)]
        return [piece.removesuffix("...") if " " in piece else piece for piece in pieces]


class _Commands(Mapping[str, Any]):
    """Every command by its name; a part of the command line is loaded with the first of its commands that is looked at."""

    def __init__(self) -> None:
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._loaded:
            self._loaded |= _loaded(_PART_OF[name])
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_PART_OF)

    def __len__(self) -> int:
        return len(_PART_OF)


@cache
def _loaded(part: str) -> Mapping[str, Any]:
    """The commands of a part, with the options that every command takes."""
    commands: typer.Typer = import_module(f"factcheck.cli.{part}").commands
    for command in commands.registered_commands:
        command.cls = _Command
        if command.callback is not None:
            command.callback = with_manner(command.callback)
    whole = typer.Typer(rich_markup_mode=None)
    whole.add_typer(commands)
    return typer.main.get_group(whole).commands


class _Group(typer.core.TyperGroup):
    """The command line, which knows its commands by name before any of them is loaded."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = _Commands()  # type: ignore[assignment]  # typer only ever reads it

    def format_commands(self, _: Any, formatter: Any) -> None:
        """The commands by what they are for, each with its first sentence, whole."""
        for part in PARTS.values():
            with formatter.section(part.title):
                formatter.write_dl([(name, self.commands[name].get_short_help_str(_WHOLE)) for name in part.names], col_max=16)


_WHOLE = 300
"""Letters of a sentence: more than any command's first has."""


app = typer.Typer(
    name="factcheck",
    cls=_Group,
    help="Split a news article into claims, flag what contradicts itself, and review it claim by claim in a terminal.",
    epilog="Example: factcheck review samples/hanoi-summit.txt",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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
            raise typer.BadParameter(f"options of {command} come after it, as in: factcheck {command} --reviewer Ada story.txt")
        return
    if not at_a_terminal():
        from factcheck.cli.desk import print_queue

        print_queue(folder, reviewer_name(reviewer, Path.cwd()))
        return
    from factcheck.workbench import run_home

    run_home(folder, reader_of(reviewer, role, blind), key_changes(Path.cwd()))
