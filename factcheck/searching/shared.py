"""An index that many share: tables in a PostgreSQL database, with the claims of every folder that somebody has searched.

Words are stemmed by PostgreSQL (Snowball), found by an inverted index (GIN), and weighed by how rare they are and how long the claim is
(the idea of BM25; PostgreSQL's own ranks do not know how rare a word is).
"""

from __future__ import annotations

import math
import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from pathlib import Path
from typing import LiteralString

from factcheck.extras import lacking
from factcheck.model import FactcheckError, one_line
from factcheck.searching.store import Entry, Row, Stamp

try:
    import psycopg
    from psycopg.conninfo import conninfo_to_dict
except ImportError:
    raise FactcheckError(lacking("postgres")) from None

SECONDS = 5
"""How long a server has to answer."""
PATIENCE = "120s"
"""How long one statement may take, waiting for somebody else who brings the same folder up to date included."""
STEMS = 100_000
"""Words whose stems are kept at hand."""
LONGEST = 20_000
"""Characters of a claim that it is found by."""

_TABLES = """
    CREATE SCHEMA IF NOT EXISTS factcheck_2;
    CREATE TABLE IF NOT EXISTS factcheck_2.files (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, folder bytea, name bytea, time bigint, size bigint, sha text,
        UNIQUE (folder, name)
    );
    CREATE TABLE IF NOT EXISTS factcheck_2.claims (
        file bigint NOT NULL REFERENCES factcheck_2.files ON DELETE CASCADE,
        record text NOT NULL, keys text NOT NULL, words tsvector NOT NULL
    );
    CREATE INDEX IF NOT EXISTS claims_file ON factcheck_2.claims (file);
    CREATE INDEX IF NOT EXISTS claims_words ON factcheck_2.claims USING gin (words);
"""
"""The name of the schema is the form of the index: programs that keep it in another form keep it elsewhere in the same database."""

_STEMS = "SELECT word, coalesce((ts_lexize('english_stem', word))[1], word) FROM unnest(%s::text[]) AS word"


class SharedStore:
    """The claims of a folder of cases in the database at an address (`postgresql://…`), which is made ready when it is first used.

    A folder is told from others by its real path. Raises FactcheckError when the database cannot be reached or used, here and below.
    """

    faults: tuple[type[Exception], ...] = ()

    def start_anew(self) -> None:
        """Nothing: what is wrong with a database is its keeper's business."""

    def __init__(self, folder: Path, address: str) -> None:
        self._folder = os.fsencode(os.path.realpath(folder))
        self._address = address
        self._known_stems: dict[str, str] = {}
        _place(address)
        with _in_a_sentence(address):
            options = f"-c statement_timeout={PATIENCE}"
            self._base = psycopg.connect(address, autocommit=True, connect_timeout=SECONDS, options=options, application_name="factcheck")
            if not self._one("SELECT to_regclass('factcheck_2.claims') IS NOT NULL"):
                with self._base.transaction():
                    self._base.execute("SELECT pg_advisory_xact_lock(hashtext('factcheck_2'))")
                    self._base.execute(_TABLES)

    def _one(self, query: LiteralString, *values: object) -> object:
        found = self._base.execute(query, values).fetchone()
        return found[0] if found else None

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Holds a lock of the database on the folder; gives False to those who may only read the index."""
        with _in_a_sentence(self._address):
            may = bool(self._one("SELECT has_table_privilege('factcheck_2.claims', 'INSERT') AND NOT pg_is_in_recovery()"))
            if may:
                self._base.execute("SELECT pg_advisory_lock(hashtext(encode(%s, 'hex')))", (self._folder,))
            yield may
            if may:
                self._base.execute("SELECT pg_advisory_unlock(hashtext(encode(%s, 'hex')))", (self._folder,))

    def together(self) -> AbstractContextManager[object]:
        """A transaction."""
        return self._base.transaction()

    def stamps(self) -> dict[str, Stamp]:
        """The files of the folder that are in the index."""
        rows = self._base.execute("SELECT name, time, size, sha FROM factcheck_2.files WHERE folder = %s", (self._folder,))
        return {os.fsdecode(name): Stamp(*known) for name, *known in rows}

    def stamp(self, name: str, stamp: Stamp) -> None:
        """Take in that a file is now known so."""
        self._base.execute(
            "INSERT INTO factcheck_2.files (folder, name, time, size, sha) VALUES (%s, %s, %s, %s, %s) "
            "ON CONFLICT (folder, name) DO UPDATE SET time = excluded.time, size = excluded.size, sha = excluded.sha",
            (self._folder, os.fsencode(name), *stamp),
        )

    def put(self, name: str, entries: Iterable[Entry]) -> None:
        """Take in the claims of a file, in the place of those that are there."""
        self.drop(name)
        file = self._one(
            "INSERT INTO factcheck_2.files (folder, name, time, size, sha) VALUES (%s, %s, 0, 0, '') RETURNING id",
            self._folder, os.fsencode(name),
        )  # fmt: skip
        claims = [(file, entry.record, entry.keys, _words(entry.words)) for entry in entries]
        stems = self._stems({word for *_, words in claims for word in words})
        with self._base.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO factcheck_2.claims (file, record, keys, words) VALUES (%s, %s, %s, array_to_tsvector(%s))",
                [(*claim, sorted({stems[word] for word in words})) for *claim, words in claims],
            )

    def _stems(self, words: Iterable[str]) -> dict[str, str]:
        """The stem of each word, which the database is asked for once."""
        wanted = list(words)
        if len(self._known_stems) > STEMS:
            self._known_stems.clear()
        if new := [word for word in wanted if word not in self._known_stems]:
            self._known_stems.update(self._base.execute(_STEMS, (new,)).fetchall())
        return {word: self._known_stems[word] for word in wanted}

    def drop(self, name: str) -> None:
        """Forget a file and its claims."""
        self._base.execute("DELETE FROM factcheck_2.files WHERE folder = %s AND name = %s", (self._folder, os.fsencode(name)))

    def settle(self) -> None:
        """Count the words anew."""
        self._base.execute("ANALYZE factcheck_2.claims")
        self.__dict__.pop("_common", None)

    @cached_property
    def _common(self) -> dict[str, float]:
        """The stems that stand in many claims, with the share of the claims that have them, as PostgreSQL last counted them."""
        found = self._base.execute(
            "SELECT unnest(most_common_elems::text::text[]), unnest(most_common_elem_freqs) FROM pg_stats "
            "WHERE schemaname = 'factcheck_2' AND tablename = 'claims' AND attname = 'words'"
        )
        return {stem: share for stem, share in found.fetchall() if stem is not None}

    def rarest(self, words: Sequence[str], most: int) -> list[str]:
        """So many of the words, those that stand in the fewest claims."""
        with _in_a_sentence(self._address):
            stems = self._stems(map(_plain, words))
            return sorted(words, key=lambda word: (self._common.get(stems[_plain(word)], 0.0), word))[:most]

    def rows(self, words: Sequence[str], most: int) -> Iterator[Row]:
        """The claims with any of the words, of whatever folder; of those that have as many and as rare ones, the shorter first."""
        with _in_a_sentence(self._address):
            stems = sorted(set(self._stems(word for each in words for word in _words(each)).values()))
            least = min(self._common.values(), default=1.0) / 2
            weights = [math.log(1 + 1 / self._common.get(stem, least)) for stem in stems]
            found = self._base.execute(
                "SELECT files.folder, files.name, record, keys FROM factcheck_2.claims JOIN factcheck_2.files ON files.id = file, "
                "LATERAL (SELECT sum(weight) AS weight FROM unnest(%s::tsquery[], %s::float[]) AS asked (word, weight) "
                "WHERE words @@ asked.word) AS score "
                "WHERE words @@ %s::tsquery ORDER BY score.weight / (20 + length(words)) DESC, record LIMIT %s",
                ([_quoted(stem) for stem in stems], weights, " | ".join(map(_quoted, stems)), most),
            ).fetchall()
        return (Row(Path(os.fsdecode(folder)) / os.fsdecode(name), record, keys) for folder, name, record, keys in found)

    def close(self) -> None:
        """Close the connection."""
        self._base.close()


def _words(text: str) -> list[str]:
    """The words of a claim: letters and digits, without accents, in lower case."""
    return "".join(c if c.isalnum() else " " for c in _plain(text[:LONGEST])).split()


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def _quoted(stem: str) -> str:
    """A stem as a query for it; it has letters and digits only."""
    return f"'{stem}'"


@contextmanager
def _in_a_sentence(address: str) -> Iterator[None]:
    """What goes wrong with the database as one sentence, without the password that the address may have."""
    try:
        yield
    except psycopg.Error as error:
        reason = one_line(str(error).strip().partition("\n")[0], 200) or type(error).__name__
        raise FactcheckError(
            f"The shared index at {_place(address)} cannot be used: {reason}; check its address and your rights."
        ) from None


def _place(address: str) -> str:
    """Where the database is. Raises FactcheckError for what is no address of one."""
    try:
        parts = conninfo_to_dict(address)
    except (psycopg.Error, UnicodeError):
        raise FactcheckError("The address of the shared index is not valid; write it like postgresql://host/database.") from None
    return one_line(f"{parts.get('host') or 'this machine'}, database {parts.get('dbname') or parts.get('user') or 'of your name'}", 120)
