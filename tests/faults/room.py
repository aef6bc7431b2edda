"""A small disk of its own, with as much room left on it as is wanted (Linux, for who may mount)."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PAGE = 4096
"""Bytes that a file on it takes at once."""


@dataclass(frozen=True)
class SmallDisk:
    """A disk. What fills it up lies in a file of its own."""

    root: Path

    @property
    def free(self) -> int:
        """Pages that are left."""
        return os.statvfs(self.root).f_bavail

    def leave(self, pages: int) -> None:
        """Fill the disk until only so many pages are left."""
        with (self.root / "filler").open("wb") as filler:
            if (size := self.free - pages) > 0:
                os.posix_fallocate(filler.fileno(), 0, size * PAGE)
        assert self.free == pages

    def make_room(self) -> None:
        """Take away what fills it up."""
        (self.root / "filler").unlink()


@contextmanager
def small_disk(root: Path, pages: int = 1024) -> Iterator[SmallDisk | None]:
    """A new disk at `root` meanwhile; None where none can be had."""
    root.mkdir()
    size = f"size={pages * PAGE}"
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", size, "factcheck-test", str(root)], capture_output=True, check=False)
    if done.returncode:
        yield None
        return
    try:
        yield SmallDisk(root)
    finally:
        subprocess.run(["umount", "--lazy", str(root)], check=True)
