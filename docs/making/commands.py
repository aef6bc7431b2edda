"""reference/commands.md, from the help of every command."""

from __future__ import annotations

from collections.abc import Iterator

import typer
from plain import code, plain, table

from factcheck.cli.commands import app, in_help


def made() -> str:
    """Every command in the order of the help."""
    group = typer.main.get_command(app)
    above = group.make_context("factcheck", [], resilient_parsing=True)
    lines = list(_options(group, above))
    for name in group.list_commands(above):
        command = group.get_command(above, name)
        context = command.make_context(name, [], parent=above, resilient_parsing=True)
        usage = command.get_usage(context).removeprefix("Usage: ")
        what, *more = command.help.split("\n\n")
        lines += ["", f"## {name}", "", plain(what), ""]
        lines += [plain(line) + "\n" for line in more]
        lines += ["```text", usage, "```", *_options(command, context)]
        lines += [f"For example {code(command.epilog.removeprefix('Example: '))}"]
    return "\n".join(lines)


def _options(command: typer.core.TyperCommand, context: typer.Context) -> Iterator[str]:
    records = [record for parameter in command.get_params(context) if (record := in_help(parameter, context))]
    rows = [(code(name), plain(says)) for name, says in records if "--help" not in name]
    if rows:
        yield from table(("", ""), rows)
