"""Commands about the program itself: its schemas, its keys, whom it trusts, and the workbench in a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from factcheck import casefile, pipeline, reporting
from factcheck.cli.manner import confirm
from factcheck.cli.options import BlindOption, FolderOption, ReviewerOption, RoleOption
from factcheck.model import ReviewRole, visible
from factcheck.settings import FILE, approve, forget, key_changes, reviewer_name, trusted_files, wishes

commands = typer.Typer()


@commands.command(epilog="Example: factcheck schema > claims.schema.json")
def schema(
    of_case: Annotated[bool, typer.Option("--case", help="The schema of the case file instead, for editors of TOML.")] = False,
    of_diff: Annotated[bool, typer.Option("--diff", help="The schema of what factcheck diff --json prints instead.")] = False,
) -> None:
    """Print the JSON Schema of what --json prints, or of the case file."""
    if of_case and of_diff:
        raise typer.BadParameter("choose one of --case and --diff")
    typer.echo(casefile.case_schema() if of_case else reporting.differences_schema() if of_diff else reporting.json_schema(), nl=False)


@commands.command(epilog="Example: factcheck serve claims/hanoi-summit.toml --port 8123")
def serve(
    source: Annotated[str | None, typer.Argument(metavar="ARTICLE|CASE", help="An article or a case; without one, the list.")] = None,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on; the default can be reached from this machine only.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="PORT", min=1, max=65535, help="The port to listen on.")] = 8000,
    reviewer: ReviewerOption = None,
    role: RoleOption = ReviewRole.CHECKER,
    blind: BlindOption = False,
    folder: FolderOption = pipeline.CASES,
    sessions: Annotated[int, typer.Option("--sessions", metavar="N", min=1, max=100, help="How many browsers at once.")] = 8,
    idle: Annotated[int, typer.Option("--idle", metavar="MINUTES", min=1, help="Minutes without a key after which a session ends.")] = 120,
) -> None:
    """Open the workbench in a browser, for whoever has the address that is printed; they can reach this folder and nothing else."""
    from factcheck.workbench import run_server

    places = [Path.cwd(), folder.resolve(), *([Path(source).resolve()] if source and not pipeline.is_address(source) else [])]
    within = [place for place in dict.fromkeys(places) if not any(place.is_relative_to(other) for other in places if other != place)]
    options = ["--reviewer", reviewer_name(reviewer, Path.cwd()), "--as", role, *(["--blind"] if blind else []), "--out", str(folder)]
    arguments = ["review", *options, "--", source] if source else options
    run_server(arguments, host, port, lambda words: typer.echo(visible(words)), within=within, sessions=sessions, idle=60.0 * idle)


@commands.command(epilog="Example: factcheck trust desk")
def trust(
    place: Annotated[
        Path, typer.Argument(metavar="FOLDER|FILE", help="The folder that the factcheck.toml is in; or a file for --config.")
    ] = Path(),
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    take_back: Annotated[bool, typer.Option("--forget", help="Trust it no longer.")] = False,
    only_list: Annotated[bool, typer.Option("--list", help="List what is trusted.")] = False,
) -> None:
    """Let a folder's factcheck.toml send or run what it asks for, after showing what that is. You are asked again when it asks for more."""
    path = place if place.is_file() else place / FILE
    if only_list:
        for one in trusted_files():
            typer.echo(visible(str(one)))
    elif take_back:
        typer.echo(visible(f"{path} is trusted no longer." if forget(path) else f"{path} was not trusted."))
    elif not (asked := wishes(path)).would:
        typer.echo(visible(f"{path} sends and runs nothing, so there is nothing to allow."))
    else:
        typer.echo(visible(f"{path} would"))
        for would in asked.would:
            typer.echo(visible(f"  {would}"))
        if not yes:
            confirm("Allow this, for as long as the file asks for exactly this?", "--yes")
        approve(asked)
        typer.echo("Trusted; factcheck trust --forget takes it back.")


@commands.command(epilog="Example: factcheck doctor --json")
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say what is installed, which model, which settings from where, and what is trusted; `!` marks what needs attention.

    Exit codes: 0 all is well, 1 something needs attention. No key is shown.
    """
    found = list(pipeline.examine(Path.cwd()))
    if as_json:
        typer.echo(json.dumps({"findings": [one._asdict() for one in found]}, ensure_ascii=False, indent=2))
    else:
        for before, one in zip((None, *found), found, strict=False):
            topic = "" if before is not None and before.topic == one.topic else one.topic
            typer.echo(visible(f"{'!' if one.fault else ' '} {topic:10}{one.what}"))
    raise typer.Exit(any(one.fault for one in found))


@commands.command(epilog="Example: factcheck keys >> factcheck.toml")
def keys() -> None:
    """List every key of the workbench as the [keys] table of a factcheck.toml, where keys can be changed."""
    from factcheck.workbench import key_table

    typer.echo(key_table(key_changes(Path.cwd())))
