"""An index on this machine: SQLite's full-text search (FTS5, BM25), in the folder of caches."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path

from factcheck.files import cache_folder
from factcheck.searching.store import Entry, Row, Stamp

VERSION = 3
"""Of the index's form; an index of another one is made anew."""
_PATIENCE = 60.0
"""Seconds that are waited for another program that changes the index."""


class LocalStore:
    """The index of one folder in a file; one that cannot be read is made anew, and where none can be kept, it is made for this once."""

    faults: tuple[type[Exception], ...] = (sqlite3.DatabaseError,)

    def __init__(self, folder: Path, place: Path | None = None) -> None:
        self._folder = Path(folder)
        name = hashlib.sha256(os.path.realpath(folder).encode("utf-8", "surrogateescape")).hexdigest()[:32]
        self._path = place or cache_folder() / "index" / f"{name}.sqlite"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._table = _opened(self._path)
        except (OSError, sqlite3.Error):
            self._table = _made(sqlite3.connect(":memory:"))

    def start_anew(self) -> None:
        """Go on in memory, this once; the file is taken away, so that the next one is made anew."""
        with suppress(sqlite3.Error):
            self._table.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        self._table = _made(sqlite3.connect(":memory:"))

    def alone(self) -> AbstractContextManager[bool]:
        """One program after the other changes it, a few files at a time; what both take in is the same."""
        return nullcontext(enter_result=True)

    def together(self) -> AbstractContextManager[object]:
        """A transaction."""
        return self._table

    def stamps(self) -> dict[str, Stamp]:
        """The files of the folder that are in the index."""
        return {os.fsdecode(name): Stamp(*known) for name, *known in self._table.execute("SELECT * FROM files")}

    def stamp(self, name: str, stamp: Stamp) -> None:
        """Take in that a file is now known so."""
        self._table.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (os.fsencode(name), *stamp))

    def put(self, name: str, entries: Iterable[Entry]) -> None:
        """Take in the claims of a file, in the place of those that are there."""
        self.drop(name)
        for entry in entries:
            row = self._table.execute(
                "INSERT INTO claims (file, record, keys) VALUES (?, ?, ?)", (os.fsencode(name), entry.record, entry.keys)
            ).lastrowid
            self._table.execute("INSERT INTO words (rowid, body) VALUES (?, ?)", (row, entry.words))

    def drop(self, name: str) -> None:
        """Forget a file and its claims."""
        file = (os.fsencode(name),)
        self._table.execute("DELETE FROM words WHERE rowid IN (SELECT rowid FROM claims WHERE file = ?)", file)
        self._table.execute("DELETE FROM claims WHERE file = ?", file)
        self._table.execute("DELETE FROM files WHERE name = ?", file)

    def settle(self) -> None:
        """There is nothing to do: SQLite counts words as it takes them in."""

    def rarest(self, words: Sequence[str], most: int) -> list[str]:
        """So many of the words, those that stand in the fewest claims."""
        counts = {word: self._count(word) for word in words}
        return sorted(words, key=lambda word: (counts[word], word))[:most]

    def _count(self, word: str) -> int:
        return int(self._table.execute("SELECT count(*) FROM words WHERE words MATCH ?", (f'"{word}"',)).fetchone()[0])

    def rows(self, words: Sequence[str], most: int) -> Iterator[Row]:
        """The claims with any of the words, by BM25."""
        query = " OR ".join(f'"{word}"' for word in words)
        found = self._table.execute(
            "SELECT claims.file, claims.record, claims.keys FROM words JOIN claims ON claims.rowid = words.rowid "
            "WHERE words MATCH ? ORDER BY bm25(words) LIMIT ?",
            (query, most),
        )
        return (Row(self._folder / os.fsdecode(file), record, keys) for file, record, keys in found)

    def close(self) -> None:
        """Close the file."""
        self._table.close()


def _opened(path: Path) -> sqlite3.Connection:
    table = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        if table.execute("PRAGMA user_version").fetchone()[0] == VERSION:
            table.execute("SELECT count(*) FROM files").fetchone()
            return table
    except sqlite3.DatabaseError:  # not ours, or broken: it holds nothing that the case files do not
        pass
    table.close()
    path.unlink(missing_ok=True)
    return _made(sqlite3.connect(path, timeout=_PATIENCE))


def _made(table: sqlite3.Connection) -> sqlite3.Connection:
    table.executescript(
        f"""
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = OFF;
        BEGIN;
        CREATE TABLE files (name BLOB PRIMARY KEY, time INTEGER, size INTEGER, sha TEXT);
        CREATE TABLE claims (rowid INTEGER PRIMARY KEY, file BLOB, record TEXT, keys TEXT);
        CREATE INDEX claims_of ON claims (file);
        CREATE VIRTUAL TABLE words USING fts5 (body, tokenize = 'porter unicode61');
        PRAGMA user_version = {VERSION};
        COMMIT;
        """
    )
    return table
