"""A case opened from its file, its flags known."""

from __future__ import annotations

from pathlib import Path

from factcheck.casefile import CaseFile
from tests.builders import ferry_case


class OnDisk:
    """What the workbench opens, on the very file."""

    notice = None

    def __init__(self, path: Path) -> None:
        self.file = CaseFile.open(path)
        self.case = self.unchecked = self.file.case.model_copy(update={"flags": ferry_case().flags})
