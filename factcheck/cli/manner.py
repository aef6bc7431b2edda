"""How the program talks: options that every command takes, before its name or behind it, and what they have been set to.

The names follow the Command Line Interface Guidelines (clig.dev); NO_COLOR is no-color.org's, FORCE_COLOR force-color.org's.
"""

from __future__ import annotations

import inspect
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from factcheck.model import FactcheckError, visible
from factcheck.settings import CONFIG, counting_files


class Color(StrEnum):
    """Whether what is printed has colours; `auto` goes by the terminal and by NO_COLOR and FORCE_COLOR."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True)
class Manner:
    """How much is said on standard error, whether in colours, and whether anything may be asked."""

    quiet: bool = False
    verbose: bool = False
    color: Color = Color.AUTO
    no_input: bool = False

    def colored(self) -> bool:
        """Whether what goes to standard output now is to have colours."""
        if self.color is not Color.AUTO:
            return self.color is Color.ALWAYS
        if os.environ.get("NO_COLOR"):
            return False
        return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


_manner = Manner()
_QUIET = Annotated[bool, typer.Option("--quiet", "-q", help="Print results and errors, and nothing else.")]
_VERBOSE = Annotated[bool, typer.Option("--verbose", "-v", help="Also say which settings are used, and how many seconds each step takes.")]
_COLOR = Annotated[
    Color | None, typer.Option("--color", help="Whether to print in colours; auto goes by the terminal.", show_default=False)
]
_CONFIG = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Settings to read instead of the nearest factcheck.toml.", show_default=False),
]
_NO_INPUT = Annotated[bool, typer.Option("--no-input", help="Never ask; where there would be a question, stop with an error.")]
_OPTIONS: dict[str, tuple[Any, object]] = {
    "quiet": (_QUIET, False), "verbose": (_VERBOSE, False), "color": (_COLOR, None), "config": (_CONFIG, None),
    "no_input": (_NO_INPUT, False),
}  # fmt: skip
EVERYWHERE = frozenset(_OPTIONS)
"""The names of the options that every command takes."""


def manner() -> Manner:
    """How the command that runs was asked to talk."""
    return _manner


def forget_manner() -> None:
    """Talk as one does without any option."""
    global _manner
    _manner = Manner()


def with_manner(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options that every command takes; they are set before it runs, and it does not see them."""
    signature = inspect.signature(command)
    added = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in _OPTIONS.items()
    ]

    @wraps(command)
    def run(**given: Any) -> None:
        _talk(**{name: given.pop(name) for name in _OPTIONS})
        command(**given)

    hints = get_type_hints(command, include_extras=True)
    run.__annotations__ = {**hints, **{name: kind for name, (kind, _) in _OPTIONS.items()}}
    shown = [
        one.replace(annotation=hints.get(one.name, one.annotation), kind=inspect.Parameter.KEYWORD_ONLY)
        for one in signature.parameters.values()
    ]
    run.__signature__ = signature.replace(parameters=[*shown, *added], return_annotation=None)  # type: ignore[attr-defined]  # what inspect reads
    del run.__wrapped__  # or its signature and hints would be read instead
    return run


def _talk(*, quiet: bool, verbose: bool, color: Color | None, config: Path | None, no_input: bool) -> None:
    """Set what was given; what was given before the command's name stays."""
    global _manner
    now = _manner
    _manner = Manner(now.quiet or quiet, now.verbose or verbose, color or now.color, now.no_input or no_input)
    if _manner.quiet and _manner.verbose:
        raise typer.BadParameter("choose one of --quiet and --verbose")
    if color is Color.NEVER:
        os.environ["NO_COLOR"] = "1"  # for the workbench, and for what is started
    if config is not None:
        os.environ[CONFIG] = os.path.abspath(config)  # noqa: PTH100 - for workers, too, wherever they work
    if verbose:
        for path in counting_files(Path.cwd()):
            tell(f"settings: {path}")


def tell(words: str) -> None:
    """Say something that is no result, on standard error, unless nothing is to be said."""
    if not _manner.quiet:
        typer.echo(visible(words), err=True)


def print_colored(made: str) -> None:
    """Print what may have colours, which were asked for or the terminal shows; typer would take them out again elsewhere."""
    typer.echo(made, color=True)


def confirm(question: str, yes: str) -> None:
    """Ask, on standard error, and end without a yes. Raises FactcheckError where nothing may be asked; `yes` is the option that says it."""
    if _manner.no_input:
        raise FactcheckError(f"this needs a yes, and --no-input forbids asking: add {yes}.")
    typer.confirm(question, abort=True, err=True)


class Steps:
    """What is being done, for whoever waits: on one line of a terminal; with --verbose each step on a line of its own, with its seconds."""

    def __init__(self) -> None:
        self._step, self._since = "", time.monotonic()

    def __call__(self, step: str) -> None:
        """Tell of a step, which may count ("Reading cases: 3 of 5"); of none, that all is done."""
        if _manner.verbose:
            name = step.partition(":")[0]
            if name != self._step:
                if self._step:
                    tell(f"{self._step}: {time.monotonic() - self._since:.1f} s")
                self._step, self._since = name, time.monotonic()
        elif not _manner.quiet and sys.stderr.isatty():
            typer.echo(f"\r\x1b[2K{step and visible(step) + '…'}", err=True, nl=False)
