"""How this program starts itself and finds others: never from the folder that it happens to work in, which a stranger may have sent.

Run by its path, this file starts a module of the program; see `command`.
"""

from __future__ import annotations

import gc
import os
import shutil
import site
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

_HOME = Path(__file__).absolute().parent.parent
"""The folder that holds the package."""

_ENDS_WITH = "--ends-with="
_LOOKS_EVERY = 0.5
"""Seconds after which a process looks again whether the one that started it is still there."""


def command(module: str, *words: str, ends_with_me: bool = False) -> list[str]:
    """The arguments that start a module of the program (`factcheck` is the whole command line) in a new interpreter.

    Python puts the working folder first on the path of `python -m`, and looks there for empty and relative entries of PYTHONPATH; a
    `factcheck.py` lying there would run in our name. So the interpreter is isolated (`-I`; where this one uses packages of the person's
    own, the same without leaving these out), and gets the path of this file. That holds for a wheel in any environment (pipx's, too), for
    a checkout that is installed in place, and for one that is found by PYTHONPATH: this file knows where the package lies. The script that
    pip makes would do for none of it: it is not isolated, and need not be there. Out of a zip archive nothing can be started, nor could
    the parser be loaded.

    With `ends_with_me` the new process is gone as soon as this one is.
    """
    isolated = "-EP" if site.ENABLE_USER_SITE else "-I"
    bound = [f"{_ENDS_WITH}{os.getpid()}"] if ends_with_me else []
    return [sys.executable, isolated, str(Path(__file__).absolute()), *bound, module, *words]


@contextmanager
def unswept() -> Iterator[None]:
    """Make much of which nothing is garbage, without looking through it for garbage again and again meanwhile."""
    looks = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looks:
            gc.enable()


@contextmanager
def loading() -> Iterator[None]:
    """Load modules the same way. They are never looked through later either, so that a screen does not wait for that."""
    with unswept():
        yield
        gc.freeze()


def on_demand(package: str, names: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """The `__getattr__` of a package some of whose modules are loaded when one of their names, which `names` has by module, is asked for.

    No name may be that of a module of the package, which Python would put in its place.
    """
    module_of = {name: module for module, held in names.items() for name in held}

    def found(name: str) -> Any:
        if name not in module_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{module_of[name]}"), name)

    return found


def open_streams() -> None:
    """Give this process the standard streams that it was started without; they lead nowhere.

    Otherwise the next file that is opened would be taken for one of them, and what is printed would go into it.
    """
    for descriptor, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, os.O_RDWR)
            if opened != descriptor:
                os.dup2(opened, descriptor)
                os.close(opened)
            setattr(sys, name, open(descriptor, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 - it stays open


def leave_working_folder() -> None:
    """See to it that neither this process nor those that it starts look for programs or modules in the working folder.

    Entries of PATH and PYTHONPATH that are empty or relative mean that folder, so they go; and workers that `multiprocessing` starts do
    not get it put first on their path.
    """
    os.environ["PYTHONSAFEPATH"] = "1"
    os.environ["NODEFAULTCURRENTDIRECTORYINEXEPATH"] = "1"  # what Windows asks for, which does not tell capitals apart
    relative = (entry for entry in _entries("PYTHONPATH") if not Path(entry).is_absolute())
    meant = {os.path.abspath(entry) for entry in relative} - {str(_HOME)}  # noqa: PTH100 - as Python makes them absolute
    sys.path[:] = [entry for entry in sys.path if Path(entry).is_absolute() and entry not in meant]
    for name, otherwise in (("PATH", os.defpath), ("PYTHONPATH", "")):
        if name in os.environ:
            os.environ[name] = os.pathsep.join(entry for entry in _entries(name) if Path(entry).is_absolute()) or otherwise


def _entries(name: str) -> list[str]:
    """The entries of a variable that holds a path; of an empty one there are none."""
    path = os.environ.get(name)
    return path.split(os.pathsep) if path else []


def find_program(name: str) -> str | None:
    """Where a program is by the absolute entries of PATH; None when it is in none of them."""
    entries = _entries("PATH") if "PATH" in os.environ else os.defpath.split(os.pathsep)
    found = (shutil.which(str(Path(entry) / name)) for entry in entries if Path(entry).is_absolute())
    return next(filter(None, found), None)


def end_with_parent(pid: int | None = None) -> None:
    """End this process as soon as the one that started it (by `pid`, or as multiprocessing knows it) is gone, whatever it is doing then.

    For work that nobody would get the result of. Nothing is cleaned up: files are whole or not there, and what is left is swept.
    """
    threading.Thread(target=_outlive_nobody, args=(pid,), daemon=True).start()


def _outlive_nobody(pid: int | None) -> None:
    if pid is None:
        from multiprocessing import parent_process

        parent = parent_process()
        if parent is None:
            return
        parent.join()
    else:
        while os.getppid() == pid:
            time.sleep(_LOOKS_EVERY)
    os._exit(1)


def _start(words: list[str]) -> None:
    """What the new interpreter does."""
    import runpy

    if words[0].startswith(_ENDS_WITH):
        end_with_parent(int(words.pop(0).removeprefix(_ENDS_WITH)))
    if str(_HOME) not in sys.path:  # behind the standard library, and before another factcheck that may be installed
        installed = (i for i, entry in enumerate(sys.path) if Path(entry).name in ("site-packages", "dist-packages"))
        sys.path.insert(next(installed, len(sys.path)), str(_HOME))
    sys.argv[:] = words
    runpy.run_module(words[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    _start(sys.argv[1:])
