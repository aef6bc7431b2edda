"""The command line, and no logic: `commands.py` puts it together, each part has its commands with their help and exit codes."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

from factcheck import __version__
from factcheck.starting import leave_working_folder, loading, open_streams

if TYPE_CHECKING:
    from factcheck.cli.commands import app

VERSION = f"factcheck {__version__}"
"""What `--version` prints."""

__all__ = ["VERSION", "app", "main"]


def main() -> NoReturn:
    """Run the command line. Asked for its version and no more, it tells it before anything else is loaded."""
    if sys.argv[1:] == ["--version"]:
        with suppress(OSError):  # the command line says what is wrong
            print(VERSION, flush=True)  # noqa: T201 - what typer prints it with takes longer to load than all of this
            sys.exit(0)
    open_streams()
    leave_working_folder()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else it looks for them in every package that is installed
    with loading():
        from factcheck.cli.running import main as run
    run()


def __getattr__(name: str) -> Any:
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with loading():
        from factcheck.cli.commands import app
    return app
