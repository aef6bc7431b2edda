"""Claims that were checked before, found in all the case files of a folder.

The index is SQLite's full-text search (FTS5, BM25) in this machine's cache: disposable, and kept fresh by each file's time, size and hash.
What it finds by words is ranked again by how alike the claims are, and whether they have the same names and figures.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path
from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from factcheck.casefile import case_files, load
from factcheck.model import Aspect, Case, Claim, Evidence, FactcheckError, Figure, Model, Standing, one_line

VERSION = 1
"""Of the index's form; an index of another one is made anew."""
CANDIDATES = 150
"""Claims found by words that are ranked again."""
MOST_WORDS = 14
"""Words of a query that are looked for, the rarest first."""
SAME = 90.0
"""How alike (of 100) two claims with the same figures, names and negations are, to be called the same."""
LEAST = 45.0
"""How alike they are at least, to be told at all."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ADDED = re.compile(r"\[[^\]]*\]")
_NUMBER = re.compile(r"\d[\d,.]*")
_NOT = re.compile(r"\b(?:not|no|never|nobody|none|without|denied|denies|deny|refused|\w+n[’']t)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w’'-]+")
_COMMON = frozenset(
    "a an the of in on at to for by with and or but that this these those is are was were be been has have had it its he she they his her "
    "their as from said says say told who which what will would than more about after before over into out up not no".split()
)


class Known(Model):
    """A claim that was checked before, or stands in another case: where, how like the one asked for (of 100), and what was decided.

    `same` is whether it says the same; a claim with another figure, name or negation is only like it.
    """

    case: Path
    id: str
    kind: str
    gist: str
    speaker: str | None
    published: str | None
    headline: str | None
    standing: Standing
    so: Standing | None
    decided_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    alike: float
    same: bool


class Index:
    """The index of one folder of cases, fresh as of the last `refresh`."""

    def __init__(self, folder: Path, place: Path | None = None) -> None:
        self.folder = Path(folder)
        name = hashlib.sha256(os.path.realpath(folder).encode("utf-8", "surrogateescape")).hexdigest()[:32]
        path = place or user_cache_path("factcheck", appauthor=False) / "index" / f"{name}.sqlite"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._table = self._opened(path)
        except (OSError, sqlite3.Error):
            self._table = self._made(sqlite3.connect(":memory:"))  # nowhere to keep it: it is made for this once

    def _opened(self, path: Path) -> sqlite3.Connection:
        table = sqlite3.connect(path, timeout=10)
        try:
            if table.execute("PRAGMA user_version").fetchone()[0] == VERSION:
                table.execute("SELECT count(*) FROM files").fetchone()
                return table
        except sqlite3.DatabaseError:  # not ours, or broken: it holds nothing that the case files do not
            pass
        table.close()
        path.unlink(missing_ok=True)
        return self._made(sqlite3.connect(path, timeout=10))

    @staticmethod
    def _made(table: sqlite3.Connection) -> sqlite3.Connection:
        table.executescript(
            f"""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = OFF;
            BEGIN;
            CREATE TABLE files (name TEXT PRIMARY KEY, time INTEGER, size INTEGER, sha TEXT);
            CREATE TABLE claims (rowid INTEGER PRIMARY KEY, file TEXT, told TEXT, keys TEXT);
            CREATE INDEX claims_of ON claims (file);
            CREATE VIRTUAL TABLE words USING fts5 (body, tokenize = 'porter unicode61');
            CREATE VIRTUAL TABLE rare USING fts5vocab (words, 'row');
            PRAGMA user_version = {VERSION};
            COMMIT;
            """
        )
        return table

    def refresh(self, told: Callable[[int, int], None] = lambda _done, _of: None) -> int:
        """Read the files that are new or have changed, and forget those that are gone; how many were read.

        `told` gets how many of the files have been looked at, and how many there are. Raises FactcheckError for a folder that cannot be
        listed. A file that cannot be read as a case is left out.
        """
        known = {name: (time, size, sha) for name, time, size, sha in self._table.execute("SELECT * FROM files")}
        paths = case_files(self.folder)
        read = 0
        with self._table:
            for gone in known.keys() - {path.name for path in paths}:
                self._forget(gone)
            for done, path in enumerate(paths, 1):
                read += self._look(path, known.get(path.name))
                told(done, len(paths))
        return read

    def _look(self, path: Path, known: tuple[int, int, str] | None) -> bool:
        try:
            about = path.stat()
            if known is not None and known[:2] == (about.st_mtime_ns, about.st_size):
                return False
            sha = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            self._forget(path.name)
            return False
        fresh = known is not None and known[2] == sha
        if not fresh:
            self._forget(path.name)
            with suppress(FactcheckError):
                self._take_in(path, load(path))
        stamp = (path.name, about.st_mtime_ns, about.st_size, sha)
        self._table.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", stamp)
        return not fresh

    def _forget(self, name: str) -> None:
        for (row,) in self._table.execute("SELECT rowid FROM claims WHERE file = ?", (name,)).fetchall():
            self._table.execute("DELETE FROM words WHERE rowid = ?", (row,))
        self._table.execute("DELETE FROM claims WHERE file = ?", (name,))
        self._table.execute("DELETE FROM files WHERE name = ?", (name,))

    def _take_in(self, path: Path, case: Case) -> None:
        published = case.article.published_day
        about = (published.isoformat() if published else None, case.article.headline)
        for claim in case.claims:
            if claim.part_of is None:
                told, keys, words = _entry(case, claim, *about)
                row = self._table.execute("INSERT INTO claims (file, told, keys) VALUES (?, ?, ?)", (path.name, told, keys)).lastrowid
                self._table.execute("INSERT INTO words (rowid, body) VALUES (?, ?)", (row, words))

    def search(self, words: str, limit: int = 10, but: Path | None = None, figures: Iterable[str] | None = None) -> list[Known]:
        """The claims most like some words, the same ones first; those of the case `but` are left out.

        `figures` are what the words mean in figures and dates, where that is known already (`figures_of`).
        """
        query = self._query(words)
        if not query:
            return []
        asked = _Asked(words, frozenset(figures) if figures is not None else figures_in(words))
        rows = self._table.execute(
            "SELECT claims.file, claims.told, claims.keys FROM words JOIN claims ON claims.rowid = words.rowid "
            "WHERE words MATCH ? ORDER BY bm25(words) LIMIT ?",
            (query, CANDIDATES),
        )
        skip = but.name if but is not None and but.parent.resolve() == self.folder.resolve() else None
        found = [known for file, told, keys in rows if file != skip and (known := asked.known(self.folder / file, told, keys)) is not None]
        found.sort(key=lambda known: (-known.same, -known.alike, str(known.case), known.id))
        return found[:limit]

    def _query(self, words: str) -> str:
        """The words to look for as FTS5 has them: any of them, of many the rarest."""
        wanted = dict.fromkeys(word.casefold() for word in _WORD.findall(_ADDED.sub(lambda m: m[0][1:-1], words)))
        telling = [word for word in wanted if word not in _COMMON] or list(wanted)
        if len(telling) > MOST_WORDS:
            counts = {word: self._count(word) for word in telling}
            telling = sorted(telling, key=lambda word: (counts[word], word))[:MOST_WORDS]
        return " OR ".join('"' + word.replace('"', "") + '"' for word in telling)

    def _count(self, word: str) -> int:
        found = self._table.execute("SELECT doc FROM rare WHERE term = ?", (word,)).fetchone()
        return int(found[0]) if found else 0

    def close(self) -> None:
        """Close the index."""
        self._table.close()


def _entry(case: Case, claim: Claim, published: str | None, headline: str | None) -> tuple[str, str, str]:
    """What is told of a claim, what it is compared by, and its words."""
    known = {
        "id": claim.id,
        "kind": claim.kind,
        "gist": claim.gist,
        "speaker": claim.speaker.known_as if claim.speaker else None,
        "published": published,
        "headline": headline,
        "standing": claim.standing(),
        "so": claim.standing(Aspect.SO) if claim.attributed else None,
        "decided_by": sorted({review.by for review in claim.reviews if review.verdict is not None}),
        "evidence": [item.model_dump(mode="json", exclude_none=True) for item in claim.evidence],
    }
    keys = json.dumps(sorted(figures_of(case, claim)))
    words = " ".join((claim.gist, claim.text, claim.speaker.known_as if claim.speaker else ""))
    return json.dumps(known), keys, words.encode("utf-8", "replace").decode()


def figures_of(case: Case, claim: Claim) -> frozenset[str]:
    """The figures and dates in a claim, as they are compared; of a claim without such parts, those in its words."""
    parts = [part for part in (claim, *case.parts_of(claim)) if part.value is not None]
    return frozenset(map(_key, parts)) if parts else figures_in(claim.gist)


def _key(part: Claim) -> str:
    return _figure(part.figure) if part.figure is not None else part.date.value if part.date is not None else ""


def _figure(figure: Figure) -> str:
    high = f"-{figure.high.normalize():f}" if figure.high is not None else ""
    return f"{figure.value.normalize():f}{high} {figure.unit or ''}"


def figures_in(words: str) -> frozenset[str]:
    """The figures and dates in words, as they are compared."""
    from factcheck.values import find_dates, find_figures

    dates = find_dates(words)
    return frozenset((*map(_figure, find_figures(words, dates)), *(value.value for value in dates)))


class _Asked:
    """The claim that is asked for, to compare others with."""

    def __init__(self, words: str, figures: frozenset[str]) -> None:
        self._words = _plain(words)
        self._figures = figures
        self._numbers = frozenset(_NUMBER.findall(self._words))
        self._names = frozenset(name.casefold() for name in _NAME.findall(self._words))
        self._denies = bool(_NOT.search(self._words))

    def known(self, case: Path, told: str, keys: str) -> Known | None:
        about = json.loads(told)
        gist = _plain(about["gist"])
        pair = (default_process(self._words), default_process(gist))
        alike = max(fuzz.token_set_ratio(*pair) * 0.9, fuzz.token_sort_ratio(*pair))
        figures = frozenset(json.loads(keys))
        names = frozenset(name.casefold() for name in _NAME.findall(gist))
        alike += 6 * _shared(self._names, names) + 6 * _shared(self._figures, figures) - 6
        denies = bool(_NOT.search(gist))
        same_figures = self._figures == figures or (not self._figures and self._numbers == frozenset(_NUMBER.findall(gist)))
        same = alike >= SAME and same_figures and denies == self._denies and not (self._names ^ names)
        if alike < LEAST:
            return None
        return Known(case=case, alike=round(min(alike, 100.0), 1), same=same, **about)


def _shared(one: frozenset[str], two: frozenset[str]) -> float:
    """How much of what either has both have; in the middle where neither has any."""
    return len(one & two) / len(one | two) if one or two else 0.5


def _plain(words: str) -> str:
    """A gist with what was added to it in brackets as its words."""
    return one_line(words.replace("[", "").replace("]", ""), 2_000)


def lines(found: Sequence[Known]) -> Iterator[str]:
    """What was found, for a person."""
    for known in found:
        sign = "=" if known.same else "~"
        half = f", that it is so: {known.so}" if known.so is not None else ""
        by = f" by {one_line(', '.join(known.decided_by), 80)}" if known.decided_by else ""
        yield f"{sign} {known.alike:3.0f}  {known.standing.sign} {known.standing}{half}{by}"
        yield f"       {one_line(known.gist, 300)}"
        said = f"{known.speaker}, in " if known.speaker else ""
        evidence = f"; {len(known.evidence)} of evidence" if known.evidence else ""
        yield f"       {one_line(f'{said}{known.headline or known.case.name}', 120)} ({known.published or 'no day'}){evidence}"
        yield f"       {one_line(str(known.case), 200)} {known.id}"
    yield f"{len(found)} found; = says the same, ~ is like it." if found else "Nothing like it was checked before."
