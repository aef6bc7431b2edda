"""The same tests for an index on this machine, and for one in a PostgreSQL server that is started for them where one is installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from factcheck.searching import Index, open_index
from factcheck.searching.local import LocalStore

INSTALLED = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
NUMBERS = count()

OpenIndex = Callable[[Path], Index]


def programs() -> Path | None:
    """The folder with the server's programs, as distributions have it, or as the path has it."""
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else INSTALLED[-1] if INSTALLED else None


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server's first database; the server does not run as root, which it refuses to."""
    where = programs()
    user = "postgres" if os.geteuid() == 0 else None
    if where is None or (user is not None and user not in {entry.pw_name for entry in pwd.getpwall()}):
        pytest.skip("needs PostgreSQL, and a user postgres for a server started by root")
    place = Path(tempfile.mkdtemp(prefix="factcheck-"))  # a short path: the name of a socket may have a hundred letters only
    if user is not None:
        shutil.chown(place, user)

    def run(program: str, *words: str) -> None:
        command = [str(where / program), "-D", str(place / "db"), *words]
        subprocess.run(command, check=True, user=user, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    run("initdb", "-U", "postgres", "-A", "trust")
    run("pg_ctl", "-o", f"-c listen_addresses= -c fsync=off -k {place}", "-w", "-l", str(place / "log"), "start")
    try:
        yield f"postgresql:///postgres?host={place}&user=postgres"
    finally:
        run("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(place)


@pytest.fixture
def database(server: str) -> str:
    """The address of an empty database."""
    import psycopg

    name = f"test{next(NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as base:
        base.execute(f"CREATE DATABASE {name}".encode())
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture(params=["local", "shared"])
def opening(request: pytest.FixtureRequest, tmp_path: Path) -> OpenIndex:
    """Opens the index of a folder, the same one each time."""
    if request.param == "local":
        return lambda folder: Index(folder, LocalStore(folder, tmp_path / "index.sqlite"))
    address = request.getfixturevalue("database")
    return lambda folder: open_index(folder, address)
