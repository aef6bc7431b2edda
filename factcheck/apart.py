"""One of our own modules run in a process of its own, which is ended when it takes too long or gives too much.

The process is a new interpreter: unlike those of a pool, it does not depend on how the program around was started.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

from factcheck.starting import command


class EndedError(Exception):
    """The process was ended, or ended itself, before it had done its work; `too_long` when its time was up."""

    def __init__(self, *, too_long: bool = False) -> None:
        super().__init__()
        self.too_long = too_long


def run_apart(module: str, arguments: Sequence[str], data: bytes, seconds: float) -> bytes:
    """What a module of ours gives for `data` on standard input. It ends with this process. Raises EndedError."""
    started = command(module, *arguments, ends_with_me=True)
    try:
        done = subprocess.run(started, input=data, capture_output=True, timeout=seconds, check=True)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired:
        raise EndedError(too_long=True) from None
    except (OSError, subprocess.CalledProcessError) as error:
        raise EndedError from error
    return done.stdout


def bounded(memory: int) -> None:
    """Hold this process to so many bytes of memory, where the system can."""
    try:
        import resource
    except ImportError:  # a system without such limits
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
