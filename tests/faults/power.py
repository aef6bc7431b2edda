"""What a disk may hold after a power cut: a log of what a program did to a folder, and every folder that it allows.

The model is that of ALICE (Pillai et al., “All File Systems Are Not Created Equal”, OSDI 2014), on a file system that promises no more
than POSIX does: what was written to a file is there for certain once the file was synced, and until then in any part, old, new or torn;
a name made, moved or taken away is so for certain once its folder was synced, and until then may or may not be, each for itself and in
any order. A rename is never half done. A name may be there before the bytes of its file are.
"""

from __future__ import annotations

import itertools
import os
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

Inode = int
SECTOR = 512
MOST_NAMES = 6
"""Changes of names that are taken in every combination; of more, those with one left out, with only one, and with the first few."""
MOST_BYTES = 64
"""Combinations of what several files hold that are taken; of more, each file changes by itself."""


@dataclass(frozen=True)
class Named:
    """Names that changed at once: in a folder a name, and the inode that it now stands for, or None."""

    names: tuple[tuple[Inode, str, Inode | None], ...]


@dataclass(frozen=True)
class Wrote:
    """What a file holds now."""

    inode: Inode
    data: bytes


@dataclass(frozen=True)
class Synced:
    """A file or folder is on the disk as it is."""

    inode: Inode


@dataclass(frozen=True)
class Told:
    """Somebody was told that something is done."""

    what: str


Step = Named | Wrote | Synced | Told
Files = dict[str, bytes]
"""The files below a folder by their path in it; a folder is a path that ends in a slash."""


@dataclass(frozen=True)
class Disk:
    """What may be there after a power cut, and what somebody had been told by then."""

    files: tuple[tuple[str, bytes], ...]
    told: frozenset[str]

    def put(self, folder: Path) -> None:
        """Make `folder`, which is new, hold it."""
        folder.mkdir(parents=True)
        for name, data in self.files:
            if name.endswith("/"):
                (folder / name).mkdir()
            else:
                (folder / name).write_bytes(data)


class Log:
    """The steps of a program on a folder, in the order in which it took them. Use `recording`."""

    def __init__(self, root: Path) -> None:
        self.steps: list[Step] = []
        self.root = root.stat().st_ino
        self._root = root
        self._held: dict[Inode, int] = {}
        self._names: dict[Inode, dict[str, Inode]] = {}
        self.folders: set[Inode] = set()
        self._data: dict[Inode, bytes] = {}
        self._busy = RLock()
        self._looking = False
        self.look()
        self.before = len(self.steps)

    def told(self, what: str) -> None:
        """Somebody is told that something is done."""
        self.look()
        self.steps.append(Told(what))

    def synced(self, handle: int) -> None:
        """A file or folder that is open was synced."""
        self.steps.append(Synced(os.fstat(handle).st_ino))

    def look(self) -> None:
        """Take in what has changed since the last look."""
        with self._busy:
            if self._looking:
                return
            self._looking = True
            try:
                self._compare(dict(self._scan(self._root)))
            finally:
                self._looking = False

    def close(self) -> None:
        """Let the files go, whose inodes were held so that none is used twice."""
        for handle in self._held.values():
            os.close(handle)

    def _scan(self, folder: Path) -> Iterator[tuple[Inode, dict[str, Inode]]]:
        names = {}
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            try:
                names[entry.name] = self._hold(entry)
            except FileNotFoundError:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self._scan(Path(entry.path))
        yield folder.stat().st_ino, names

    def _hold(self, entry: os.DirEntry[str]) -> Inode:
        inode = entry.stat(follow_symlinks=False).st_ino
        if inode not in self._held:
            self._held[inode] = os.open(entry.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        return inode

    def _compare(self, now: dict[Inode, dict[str, Inode]]) -> None:
        changed: dict[Inode, list[tuple[Inode, str, Inode | None]]] = {}
        for folder, names in now.items():
            old = self._names.get(folder, {})
            for name in old.keys() - names.keys():
                changed.setdefault(old[name], []).append((folder, name, None))
            for name, inode in names.items():
                if old.get(name) != inode:
                    changed.setdefault(inode, []).append((folder, name, inode))
        self.steps += [Named(tuple(names)) for names in changed.values()]
        self._names = now
        self.folders |= now.keys()
        for inode, handle in self._held.items():
            about = os.fstat(handle)
            if stat.S_ISREG(about.st_mode):
                data = os.pread(handle, about.st_size, 0)
                if data != self._data.get(inode, b""):
                    self._data[inode] = data
                    self.steps.append(Wrote(inode, data))


_CHANGES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "os.symlink", "sqlite3.connect"}
_logs: list[Log] = []


def _before(event: str, _: tuple[Any, ...]) -> None:
    """Python tells of what it is about to do (PEP 578), so that what was done before it is seen by itself."""
    if _logs and event in _CHANGES:
        _logs[-1].look()


sys.addaudithook(_before)  # it cannot be taken back, and does nothing while nothing is recorded


@contextmanager
def recording(root: Path) -> Iterator[Log]:
    """The log of what this process does to a folder meanwhile, by whatever library."""
    log, real = Log(root), os.fsync

    def fsync(fd: Any) -> None:
        log.look()
        real(fd)
        log.synced(fd)

    _logs.append(log)
    os.fsync = fsync
    try:
        yield log
        log.look()
    finally:
        os.fsync = real
        _logs.remove(log)
        log.close()


def disks(log: Log) -> Iterator[Disk]:
    """Everything that the disk may hold after a power cut at any moment of the log, each once. What was there before is safe."""
    seen = set()
    for cut in range(log.before, len(log.steps) + 1):
        told = frozenset(step.what for step in log.steps[:cut] if isinstance(step, Told))
        for files in _after_cut(log, cut):
            disk = Disk(files, told)
            if disk not in seen:
                seen.add(disk)
                yield disk


def kills(log: Log) -> Iterator[Disk]:
    """What is there when the program is killed after any step of the log, each once: the machine goes on, so that nothing is torn."""
    seen = set()
    for cut in range(log.before, len(log.steps) + 1):
        steps = log.steps[:cut]
        held = {step.inode: [step.data] for step in steps if isinstance(step, Wrote)}
        files = next(_with_names(log, steps, held))
        if files not in seen:
            seen.add(files)
            yield Disk(files, frozenset())


def _after_cut(log: Log, cut: int) -> Iterator[tuple[tuple[str, bytes], ...]]:
    steps = log.steps[:cut]
    synced = {step.inode: at for at, step in enumerate(steps) if isinstance(step, Synced)}
    sure: list[int] = []
    unsure: list[int] = []
    for at, step in enumerate(steps):
        if isinstance(step, Named):
            safe = at < log.before or any(synced.get(folder, -1) > at for folder, _, _ in step.names)
            (sure if safe else unsure).append(at)
    held = _held(log, cut, synced)
    for some in _subsets(unsure):
        yield from _with_names(log, [steps[at] for at in sorted((*sure, *some))], held)


def _with_names(log: Log, steps: Sequence[Step], held: Mapping[Inode, list[bytes]]) -> Iterator[tuple[tuple[str, bytes], ...]]:
    """The folders in which names changed as the steps say, with everything that the files may hold."""
    tree: dict[Inode, dict[str, Inode]] = {}
    for step in steps:
        for folder, name, inode in step.names if isinstance(step, Named) else ():
            if inode is None:
                tree.setdefault(folder, {}).pop(name, None)
            else:
                tree.setdefault(folder, {})[name] = inode
    paths = dict(_paths(tree, log.root, log.folders))
    files = [inode for inode in dict.fromkeys(paths.values()) if inode is not None]
    for data in _choices([held.get(inode, [b""]) for inode in files]):
        there = dict(zip(files, data, strict=True))
        yield tuple(sorted((path, b"" if inode is None else there[inode]) for path, inode in paths.items()))


def _paths(tree: dict[Inode, dict[str, Inode]], folder: Inode, folders: set[Inode], at: str = "") -> Iterator[tuple[str, Inode | None]]:
    for name, inode in tree.get(folder, {}).items():
        if inode in folders:
            yield f"{at}{name}/", None
            yield from _paths(tree, inode, folders, f"{at}{name}/")
        else:
            yield at + name, inode


def _held(log: Log, cut: int, synced: dict[Inode, int]) -> dict[Inode, list[bytes]]:
    """What each file may hold: what was synced, and everything since, whole or torn."""
    versions: dict[Inode, list[bytes]] = {}
    for at, step in enumerate(log.steps[:cut]):
        if isinstance(step, Wrote):
            if at < log.before or synced.get(step.inode, -1) > at:
                versions[step.inode] = [step.data]
            else:
                old = versions.setdefault(step.inode, [b""])
                old += [*_torn(old[-1], step.data), step.data]
    return {inode: list(dict.fromkeys(some)) for inode, some in versions.items()}


def _torn(old: bytes, new: bytes) -> list[bytes]:
    """Some bytes on their way from old to new: cut off, not yet there (zeros), or the first sector of one with the rest of the other."""
    half = new[: len(new) // 2]
    zeros = old.ljust(len(new), b"\0")
    first = new[:SECTOR] + zeros[SECTOR : len(new)]
    last = zeros[:SECTOR] + new[SECTOR:]
    return [half, zeros, first, last]


def _subsets(items: list[int]) -> Iterator[tuple[int, ...]]:
    if len(items) <= MOST_NAMES:
        yield from itertools.chain.from_iterable(itertools.combinations(items, n) for n in range(len(items) + 1))
        return
    yield from (tuple(items[:n]) for n in range(len(items) + 1))
    yield from ((item,) for item in items)
    yield from (tuple(other for other in items if other != item) for item in items)


def _choices(options: list[list[bytes]]) -> Iterator[tuple[bytes, ...]]:
    combinations = 1
    for some in options:
        combinations *= len(some)
    if combinations <= MOST_BYTES:
        yield from itertools.product(*options)
        return
    for others in (0, -1):
        whole = [some[others] for some in options]
        for nth, some in enumerate(options):
            for data in some:
                yield (*whole[:nth], data, *whole[nth + 1 :])
