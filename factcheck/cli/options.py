"""What commands share: the options that several take, what these mean, and how a person is told what is going on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from factcheck import pipeline, reporting
from factcheck.cli.manner import Steps, manner, tell
from factcheck.model import FactcheckError, Reader, ReviewRole, one_line, visible
from factcheck.settings import is_name_known, keep_reviewer_name, language_model, reviewer_name

ReviewerOption = Annotated[
    str | None, typer.Option("--reviewer", metavar="NAME", help="The name under your decisions.", show_default="from settings")
]
RoleOption = Annotated[ReviewRole, typer.Option("--as", help="Your role; an editor settles what readers differ on, and signs off.")]
BlindOption = Annotated[bool, typer.Option("--blind", help="Hide what others have decided until you ask for it.")]
FolderOption = Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="The folder that holds the cases.")]
PublishedOption = Annotated[
    str | None, typer.Option("--published", metavar="YYYY-MM-DD", help="The day of publication, where the article does not give it.")
]
LanguageOption = Annotated[
    str | None,
    typer.Option("--language", metavar="en", help="Read it as English, whatever language it seems to be in.", show_default=False),
]
ModelOption = Annotated[
    bool, typer.Option("--ask-model", help="Also ask the language model that factcheck.toml names for claims.", show_default=False)
]
RevealOption = Annotated[
    list[str] | None, typer.Option("--reveal", metavar="SOURCE", help="Name this confidential source; may be given more than once.")
]
ArticleArgument = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="A file, a web address, - for standard input, or clipboard: for what was copied last.")
]
"""A name is kept as it was typed: `Path` would turn `./x` into `x`."""
CaseArgument = Annotated[Path, typer.Argument(metavar="CASE", help="A case file.")]


def at_a_terminal() -> bool:
    """Whether a person looks on: at a terminal, or through a browser (`factcheck serve` names Textual's driver for it)."""
    return "TEXTUAL_DRIVER" in os.environ or (sys.stdin.isatty() and sys.stdout.isatty())


@contextmanager
def shown_progress() -> Iterator[pipeline.OnProgress]:
    """Tells what is being done, and clears it in the end."""
    on_progress = Steps()
    try:
        yield on_progress
    finally:
        on_progress("")


def reader_of(name: str | None, role: ReviewRole, blind: bool) -> Reader:
    """Who reads; a name that is not given is looked up in the settings of the working folder, and asked for once where they have none."""
    found = reviewer_name(name, Path.cwd())
    if not manner().no_input and sys.stdin.isatty() and sys.stdout.isatty() and not is_name_known(name, Path.cwd()):
        found = _asked_name(found)
    return Reader(name=found, role=role, blind=blind)


def _asked_name(found: str) -> str:
    """The name that a person goes by, asked for and kept in their own settings."""
    typer.echo("Which name should stand under your decisions? You are asked only once.", err=True)
    name = reviewer_name(typer.prompt("Your name", default=visible(found), err=True), Path.cwd())
    try:
        tell(f"Kept in {keep_reviewer_name(name)}; change it there.")
    except FactcheckError as problem:
        complain(problem)
    return name


def model_asked(ask_model: bool) -> pipeline.Asked | None:
    """The language model that is to be asked; None where it is not. Raises FactcheckError when none is set up."""
    return pipeline.Asked(language_model(Path.cwd())) if ask_model else None


def known(published: str | None, language: str | None) -> pipeline.Known:
    """What was given of an article, if anything. Raises BadParameter for what is no day."""
    if published is None:
        return pipeline.Known(language=language)
    try:
        return pipeline.Known(date.fromisoformat(published), language)
    except ValueError:
        raise typer.BadParameter(f"{visible(published)} is not a day; write it like 2019-03-01", param_hint="--published") from None


def opened_case(path: Path) -> pipeline.Opened:
    """The case in a file, once what happened to the file is told. Raises FactcheckError for a file that is no case."""
    opened = pipeline.open_case(path)
    if opened.file.notice:
        tell(opened.file.notice)
    return opened


def moment_of(words: str | None) -> datetime | None:
    """The moment that was given with --at, if one was. Raises BadParameter for what is none."""
    try:
        return None if words is None else pipeline.moment(words)
    except ValueError:
        shown = one_line(words or "", 40)
        raise typer.BadParameter(f"{shown} is no day; write it like 2026-03-01, or 2026-03-01T14:30", param_hint="--at") from None


def put_out(made: str, file: Path | None) -> None:
    """Print what was made, or write it into a file and say where it is. Raises FactcheckError when it cannot be written."""
    if file is None:
        typer.echo(made, nl=False)
    else:
        reporting.write_file(file, made.encode("utf-8", "replace"))
        typer.echo(visible(str(file)))


def complain(problem: FactcheckError) -> None:
    """Say what went wrong."""
    typer.echo(f"factcheck: {visible(str(problem))}", err=True)
