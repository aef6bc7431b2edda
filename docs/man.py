"""Makes factcheck.1, the manual page, from the help of the commands: `python docs/man.py` writes it anew. The wheel brings it along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from factcheck import __version__
from factcheck.cli.commands import app, in_help
from factcheck.cli.manner import EVERYWHERE
from factcheck.settings import SETTINGS

PAGE = Path(__file__).with_name("factcheck.1")
_ENDS = (
    ("0", "it was done; of check: nothing is flagged; of diff: nothing differs; of doctor: all is well"),
    ("1", "something is flagged, differs, is not covered or needs attention; or the answer to a question was no"),
    ("2", "something could not be read or done; standard error has one sentence on what, where, and what to do"),
    ("130", "it was stopped with ctrl-c; what was done is kept"),
)
_VARIABLES = (
    ("FACTCHECK_REVIEWER", "the name under your decisions"),
    ("FACTCHECK_CONFIG", "settings to read in the place of the nearest factcheck.toml, as with --config"),
    ("FACTCHECK_STATE", "the folder for what this machine remembers of cases, and for what you trust"),
    ("FACTCHECK_FACT_CHECK_TOOLS_KEY", "your key for Google's Fact Check Tools"),
    ("NO_COLOR, FORCE_COLOR", "print without colours, or with them"),
    ("XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "where the folders below lie, on systems that know these"),
)
_FILES = (
    ("factcheck.toml", "settings, in the folder or the nearest one above it that has any"),
    ("~/.config/factcheck/factcheck.toml", "your own settings, for what that file does not say"),
    ("~/.local/state/factcheck", "what this machine remembers, and what you trust"),
    ("~/.cache/factcheck", "indexes, which can be deleted at any time"),
)
_VERSIONS = (
    "Versions are numbered by Semantic Versioning. Before 1.0 a minor version may change commands, options, keys of settings and the JSON "
    "that is printed; the changelog says so. From 1.0 on only a major version does, and what is to go is told of on standard error for at "
    "least one minor version and six months before. A case file says which version of its format it has; one that is newer than the "
    "program is refused, not half read."
)


def page() -> str:
    """The manual page, in the macros of man(7)."""
    program: Any = typer.main.get_command(app)
    commands = [command for command in program.commands.values() if not command.hidden]
    context = typer.Context(program, info_name="factcheck")
    lines = [
        f'.TH FACTCHECK 1 "" "factcheck {__version__}" "User Commands"',
        ".SH NAME", f"factcheck \\- {_roff(app.info.help or '')[:-1]}",
        ".SH SYNOPSIS", ".B factcheck", "[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR] [\\fIARGUMENTS\\fR]",
        ".SH DESCRIPTION", *_paragraphs(program.callback.__doc__),
        ".SH OPTIONS", *_parameters(program, context),
        ".SS Of every command", *_parameters(commands[0], context, every=True),
        ".SH COMMANDS", *(line for command in commands for line in _command(command, context)),
        ".SH SETTINGS",
        *_terms((f"[{row.section}] {row.key}" if row.section else row.key, f"{row.holds}, as in: {row.as_in}") for row in SETTINGS),
        ".SH EXIT STATUS", *_terms(_ENDS),
        ".SH ENVIRONMENT", *_terms(_VARIABLES),
        ".SH FILES", *_terms(_FILES),
        ".SH VERSIONS", _roff(_VERSIONS),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _command(command: Any, above: typer.Context) -> Iterator[str]:
    context = typer.Context(command, info_name=command.name, parent=above)
    usage = " ".join(command.collect_usage_pieces(context)).replace("[OPTIONS] ", "")
    yield f".SS factcheck {_roff(command.name)} {_roff(usage)}".rstrip()
    yield from _paragraphs(command.callback.__doc__)
    yield from _parameters(command, context)
    if command.epilog:
        yield from (".PP", _roff(command.epilog))


def _parameters(command: Any, context: typer.Context, *, every: bool = False) -> Iterator[str]:
    """The options and arguments of a command; those of every command are told of once."""
    shown = (one for one in command.params if (one.name in EVERYWHERE) == every)
    yield from _terms(record for one in shown if (record := in_help(one, context)) is not None)


def _terms(rows: Iterator[tuple[str, str]] | tuple[tuple[str, str], ...]) -> Iterator[str]:
    for term, meaning in rows:
        yield from (".TP", f".B {_roff(term)}", _roff(meaning))


def _paragraphs(words: str | None) -> Iterator[str]:
    for number, paragraph in enumerate(re.split(r"\n\s*\n", (words or "").strip())):
        yield from ([".PP"] if number else [])
        yield _roff(paragraph)


def _roff(words: str) -> str:
    """Words as troff shows them: on one line, which is no request, with hyphens that can be copied."""
    line = " ".join(words.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{line}" if line[:1] in {".", "'"} else line


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
