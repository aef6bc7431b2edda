"""The terminal workbench: the screens, widgets and keys with which a person reviews a case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.extras import lacking
from factcheck.model import FactcheckError, Reader
from factcheck.starting import loading

if TYPE_CHECKING:
    from factcheck.pipeline import Opened
    from factcheck.settings import KeyChanges


def run_review(opened: Opened, reader: Reader, keys: KeyChanges) -> None:
    """Open the workbench on a case and return when the person leaves it. Decisions go under the reader's name and role.

    Raises FactcheckError for keys that cannot be changed so.
    """
    with loading():
        from factcheck.workbench.app import Workbench
        from factcheck.workbench.keymap import keymap

    Workbench(reader, opened=opened, keymap=keymap(keys)).start()


def run_home(folder: Path, reader: Reader, keys: KeyChanges) -> None:
    """Open the workbench on the list of the cases in `folder`, from which cases and articles are opened.

    Raises FactcheckError for keys that cannot be changed so.
    """
    with loading():
        from factcheck.workbench.app import Workbench
        from factcheck.workbench.keymap import keymap

    Workbench(reader, folder=folder, keymap=keymap(keys)).start()


def key_table(keys: KeyChanges) -> str:
    """Every key with what it does, as the `[keys]` of a factcheck.toml. Raises FactcheckError for keys that cannot be changed so."""
    from factcheck.workbench.keymap import as_settings, keymap

    return as_settings(keymap(keys))


def run_server(
    arguments: Sequence[str], host: str, port: int, on_notice: Callable[[str], None], *, within: Sequence[Path], sessions: int, idle: float
) -> None:
    """Serve `factcheck` with these arguments to browsers until ctrl+c; `told` the address, which holds a key and is not for everyone.

    At most `sessions` browsers at once, each until nothing has been typed for `idle` seconds; who has the address can open what lies
    `within` these folders and files.

    Raises FactcheckError when textual-serve is not there, or the address cannot be had.
    """
    try:
        from factcheck.workbench.serving import Bounds, WorkbenchServer, is_loopback, serve
    except ImportError:
        raise FactcheckError(lacking("serve")) from None
    server = WorkbenchServer(arguments, host, port, Bounds(sessions, idle, tuple(within)))
    on_notice(f"The workbench is at {server.address} until you press ctrl+c.")
    places = " and ".join(map(str, within))
    on_notice(f"Whoever has this address can decide in your name, and can read and change what is in {places}, and nothing else.")
    if not is_loopback(host):
        on_notice(
            "The connection is not encrypted, so others on the network can read it: use an encrypted tunnel, "
            "and give the address to nobody else."
        )
    serve(server)


__all__ = ["key_table", "run_home", "run_review", "run_server"]
