"""A copy of the package with something added to it, as somebody who works on it would add it, and what a program sees there."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


class Copy:
    """The package in a folder of its own. What is put into it is all that it differs in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "factcheck", folder / "factcheck", ignore=shutil.ignore_patterns("__pycache__"))

    def put(self, file: str, before: str, added: str) -> None:
        """Put text into a file of the package, before some words that stand there once; at its end before none."""
        path = self.folder / "factcheck" / file
        text = path.read_text("utf-8") if path.exists() else ""
        assert not before or text.count(before) == 1, f"{before!r} does not stand once in {file}"
        path.write_text(text.replace(before, added + before) if before else text + added, "utf-8")

    def run(self, program: str) -> subprocess.CompletedProcess[str]:
        """Run a program that imports the copy, and the helpers of the tests."""
        paths = f"import sys; sys.path[:0] = [{str(self.folder)!r}, {str(ROOT)!r}]\n"
        return subprocess.run(
            [sys.executable, "-c", paths + program], capture_output=True, text=True, check=False, cwd=self.folder, encoding="utf-8"
        )

    def told(self, program: str) -> Any:
        """What a program prints in the end, as JSON; it is called `found` there."""
        done = self.run(f"{program}\nimport json, factcheck\nprint(json.dumps([factcheck.__file__, found]))")
        assert done.returncode == 0, done.stderr
        where, found = json.loads(done.stdout.splitlines()[-1])
        assert Path(where).is_relative_to(self.folder)
        return found
