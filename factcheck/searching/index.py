"""The index of a folder of cases: kept fresh by each file's time, size and hash, and searched by words, then by likeness."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from factcheck.casefile import case_files, load
from factcheck.language.lexicon import words
from factcheck.model import FactcheckError
from factcheck.searching.comparing import Asked, entry
from factcheck.searching.local import LocalStore
from factcheck.searching.prior import PriorClaim
from factcheck.searching.store import Entry, Stamp, Store

CANDIDATES = 150
"""Claims found by words that are ranked again."""
MOST_WORDS = 14
"""Words of a query that are looked for, the rarest first."""
AT_ONCE = 100
"""Files that are taken in together; when the work is stopped, those before them stay taken in."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_COMMON = words("small_words", "unsearched")


def open_index(folder: Path, address: str | None = None) -> Index:
    """The index of a folder of cases on this machine, or in the PostgreSQL database at an address, where other folders' are too.

    Raises FactcheckError for a database that cannot be reached.
    """
    if address is None:
        return Index(folder, LocalStore(folder))
    from factcheck.searching.shared import SharedStore

    return Index(folder, SharedStore(folder, address))


class Index:
    """The index of one folder of cases, fresh as of the last `refresh`. It is disposable: it holds nothing that the files do not."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._folder = Path(folder)
        self._store = store

    def refresh(self, on_progress: Callable[[int, int], None] = lambda _done, _of: None) -> int:
        """Read the files that are new or have changed, and forget those that are gone; how many were read.

        `on_progress` gets how many of the files have been looked at, and how many there are. A file that cannot be read as a case is left
        out. An index that is broken, or for which there is no room, is made anew. Raises FactcheckError for a folder that cannot be listed.
        """
        try:
            return self._refresh(on_progress)
        except self._store.faults:
            self._store.start_anew()
            return self._refresh(on_progress)

    def _refresh(self, on_progress: Callable[[int, int], None] = lambda _done, _of: None) -> int:
        paths = case_files(self._folder)
        with self._store.alone() as mine:
            if not mine:
                return 0
            known = self._store.stamps()
            with self._store.together():
                for gone in known.keys() - {path.name for path in paths}:
                    self._store.drop(gone)
            read = 0
            for start in range(0, len(paths), AT_ONCE):
                some = paths[start : start + AT_ONCE]
                with self._store.together():
                    read += sum(self._look(path, known.get(path.name)) for path in some)
                on_progress(start + len(some), len(paths))
            if read >= AT_ONCE:
                self._store.settle()
        return read

    def _look(self, path: Path, known: Stamp | None) -> bool:
        """Whether a file had to be read."""
        try:
            about = path.stat()
            if known is not None and known[:2] == (about.st_mtime_ns, about.st_size):
                return False
            sha = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            self._store.drop(path.name)
            return False
        fresh = known is not None and known.sha == sha
        if not fresh:
            self._store.put(path.name, _entries(path))
        self._store.stamp(path.name, Stamp(about.st_mtime_ns, about.st_size, sha))
        return not fresh

    def search(self, words: str, limit: int = 10, but: Path | None = None, figures: Iterable[str] | None = None) -> list[PriorClaim]:
        """The claims most like some words, the same ones first; those of the case file `but` are left out.

        `figures` are what the words mean in figures and dates, where that is known already (`figures_of`). What stands in two copies of a
        case is told once. An index that turns out to be broken is made anew.
        """
        try:
            return self._search(words, limit, but, figures)
        except self._store.faults:
            self._store.start_anew()
            self._refresh()
            return self._search(words, limit, but, figures)

    def _search(self, words: str, limit: int, but: Path | None, figures: Iterable[str] | None) -> list[PriorClaim]:
        query = self._query(words)
        if not query:
            return []
        asked = Asked(words, None if figures is None else frozenset(figures))
        rows = {(row.record, row.keys): row for row in self._store.rows(query, CANDIDATES) if but is None or not _same(row.case, but)}
        found = [known for row in rows.values() if (known := asked.known(row)) is not None]
        found.sort(key=lambda known: (-known.same, -known.alike, str(known.case), known.id))
        return found[:limit]

    def _query(self, words: str) -> Sequence[str]:
        """The words to look for, of many the rarest."""
        plain = words.replace("[", "").replace("]", "").encode("utf-8", "replace").decode()
        wanted = dict.fromkeys(word.casefold() for word in _WORD.findall(plain))
        telling = [word for word in wanted if word not in _COMMON] or list(wanted)
        return telling if len(telling) <= MOST_WORDS else self._store.rarest(telling, MOST_WORDS)

    def close(self) -> None:
        """Close the index."""
        self._store.close()


def _same(one: Path, two: Path) -> bool:
    return one.name == two.name and os.path.realpath(one) == os.path.realpath(two)


def _entries(path: Path) -> Iterator[Entry]:
    """The claims in a case file, but for names, dates and figures, which are part of others; none in a file that is no case."""
    from factcheck.reporting import withheld

    try:
        case = withheld(load(path))
    except FactcheckError:
        return
    for claim in case.claims:
        if claim.part_of is None:
            found = entry(case, claim)
            yield found._replace(words=found.words.encode("utf-8", "replace").decode())
