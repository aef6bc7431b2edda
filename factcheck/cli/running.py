"""Runs the command line: what a person has to know goes to standard error as one sentence, whatever goes wrong."""

from __future__ import annotations

import errno
import gc
import os
import sys
import tempfile
import traceback
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import typer

from factcheck.cli.commands import app
from factcheck.cli.manner import forget_manner
from factcheck.cli.options import complain
from factcheck.model import FactcheckError

_SEARCHED_AFTER = (50_000, 20, 50)
"""New objects after which the interpreter looks for unused ones in circles. Nearly all that a command makes, a case or a report of one,
is used to its end: looking every 700 of them took a sixth of the time of a long report."""


def main() -> NoReturn:
    """Run the command line: what a person has to know goes to standard error as one sentence, and the exit code is 2."""
    gc.set_threshold(*_SEARCHED_AFTER)
    forget_manner()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app()
    except FactcheckError as problem:
        complain(problem)
    except BrokenPipeError:  # the reader of a pipe has had enough, and nothing more can be told to anyone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as fault:  # noqa: BLE001 - no traceback reaches a person, nor is one lost
        with suppress(OSError):  # standard error may be on the disk that is full
            typer.echo(f"factcheck: {_reason(fault)}", err=True)
    sys.exit(2)


_OF_THE_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})


def _reason(fault: Exception) -> str:
    """What to tell of what nobody expected: it is the disk's fault or ours."""
    if isinstance(fault, OSError) and fault.errno in _OF_THE_DISK:
        return f"not everything could be written ({fault.strerror}); make room on the disk and try again."
    what = f"an error of the program itself ({type(fault).__name__})"
    try:
        return f"{what}; the details to report are in {_keep(fault)}."
    except OSError as error:
        return f"{what}; the details to report could not be saved ({error.strerror}); make room on the disk and try again."


def _keep(fault: Exception) -> Path:
    path = Path(tempfile.mkdtemp(prefix="factcheck-")) / "fault.txt"
    path.write_text("".join(traceback.format_exception(fault)), encoding="utf-8", errors="replace")
    return path
