"""The formats that a case can be exported to, and the export itself."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from factcheck.model import Case, FactcheckError, one_line
from factcheck.reporting.document import report_as_json
from factcheck.reporting.pages import as_html, as_markdown
from factcheck.reporting.table import as_csv


@dataclass(frozen=True)
class Format:
    """One way to write a case down."""

    suffix: str
    what: str
    render: Callable[[Case], str]


FORMATS = {
    "markdown": Format(".md", "a report to read and paste", as_markdown),
    "html": Format(".html", "a report in one file for a browser or for paper", as_html),
    "csv": Format(".csv", "one line a claim, for a spreadsheet", as_csv),
    "json": Format(".json", "everything, for a program", report_as_json),
}


def export(case: Case, stem: str, folder: Path, formats: Iterable[str] = ()) -> list[Path]:
    """Write the case into `folder` as `stem` with each format's suffix (all formats when none is named); give the paths.

    A file is whole or not there: each is written beside its place and then moved. Raises FactcheckError when it cannot.
    """
    paths = []
    for name in formats or FORMATS:
        path = folder / f"{stem}{FORMATS[name].suffix}"
        text = FORMATS[name].render(case)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _write(path, text)
        except OSError as problem:
            why = problem.strerror or problem
            raise FactcheckError(f"{one_line(str(path))} could not be written ({why}); choose another folder with --out.") from problem
        paths.append(path)
    return paths


def _write(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
