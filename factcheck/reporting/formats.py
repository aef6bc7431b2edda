"""The formats that a case can be exported to, and the export itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from factcheck.files import write_whole
from factcheck.model import Case, FactcheckError, one_line
from factcheck.reporting.annotated import as_annotated
from factcheck.reporting.annotations import as_annotations
from factcheck.reporting.claimreview import as_claimreview
from factcheck.reporting.document import report_as_json
from factcheck.reporting.linter import as_sarif
from factcheck.reporting.name_list import as_name_list
from factcheck.reporting.options import PLAIN, Options
from factcheck.reporting.pages import as_html, as_markdown
from factcheck.reporting.paper import as_pdf
from factcheck.reporting.references import as_bibtex, as_csl
from factcheck.reporting.sheets import as_xlsx
from factcheck.reporting.sources_by_kind import as_source_list
from factcheck.reporting.table import as_csv
from factcheck.reporting.withholding import leaving
from factcheck.reporting.word import as_docx


@dataclass(frozen=True)
class Format:
    """One way to write a case down. One that is not `always` fit is written only when it is asked for by name; one that is made `apart`,
    in a process of its own, is begun first and comes last.
    """

    suffix: str
    what: str
    render: Callable[[Case, Options], str | bytes]
    always: bool = True
    apart: bool = False


def _sarif(case: Case, options: Options) -> str:
    rules = {flag.check: flag.check for flag in case.flags} | dict(options.checks)
    return "".join(as_sarif([case], rules, options.version, options.silent, open_claims=True)) + "\n"


FORMATS = {
    "markdown": Format(".md", "a report to read and paste", as_markdown),
    "html": Format(".html", "a report in one file for a browser or for paper", as_html),
    "pdf": Format(".pdf", "the report on paper", as_pdf, always=False, apart=True),
    "annotated": Format(
        ".annotated.html", "the annotated copy: every word checked underlined, its source beside it", lambda case, _: as_annotated(case)
    ),
    "sources": Format(
        ".sources.html", "the sources by kind: who and when, and which claims rest on each", lambda case, _: as_source_list(case)
    ),
    "people": Format(".people.html", "the people and bodies, and how their names were verified", lambda case, _: as_name_list(case)),
    "docx": Format(".docx", "what must change, then the article with tracked changes and comments", lambda case, _: as_docx(case)),
    "xlsx": Format(".xlsx", "to do, claims, sources, people, flags and history, for a spreadsheet", lambda case, _: as_xlsx(case)),
    "csv": Format(".csv", "one line a claim", lambda case, _: as_csv(case)),
    "json": Format(".json", "everything, for a program, and for factcheck import", lambda case, _: report_as_json(case)),
    "sarif": Format(".sarif", "flags and open claims, for programs that read SARIF", _sarif),
    "annotations": Format(".annotations.jsonld", "W3C Web Annotations on the article", lambda case, _: as_annotations(case)),
    "csl": Format(".csl.json", "the sources, for reference managers", lambda case, _: as_csl(case)),
    "bibtex": Format(".bib", "the sources, for LaTeX", lambda case, _: as_bibtex(case)),
    "claimreview": Format(".claimreview.jsonld", "a published check, for search engines", as_claimreview, always=False),
}


def export(case: Case, stem: str, folder: Path, formats: Iterable[str] = (), options: Options = PLAIN) -> list[Path]:
    """Write the case into `folder` as `stem` with each format's suffix; give the paths. Without formats, all that are always fit.

    A file is whole or not there: each is written beside its place and then moved. Confidential sources are named only when `options`
    reveal them. Raises FactcheckError when it cannot be written, when a newsroom's template is wrong, and with the reason when a format
    would not be true of this case.
    """
    paths = []
    for form, made in rendered(leaving(case, options.reveal), formats, options):
        path = folder / f"{stem}{form.suffix}"
        write_file(path, made)
        paths.append(path)
    return paths


def rendered(shown: Case, formats: Iterable[str] = (), options: Options = PLAIN) -> Iterator[tuple[Format, bytes]]:
    """Each report of a case, which is as it may be shown; without formats, all that are always fit. Raises FactcheckError as `export`."""
    asked = [FORMATS[name] for name in formats or (name for name, form in FORMATS.items() if form.always)]
    with ThreadPoolExecutor() as beside:
        begun = [(form, beside.submit(form.render, shown, options)) for form in asked if form.apart]
        for form in asked:
            if not form.apart:
                yield form, _encoded(form.render(shown, options))
        for form, made in begun:
            yield form, _encoded(made.result())


def _encoded(made: str | bytes) -> bytes:
    return made if isinstance(made, bytes) else made.encode("utf-8", "replace")


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole, and the folders that it is in; the old one stays until then. Raises FactcheckError when it cannot be written."""
    try:
        write_whole(path, data)
    except OSError as problem:
        why = problem.strerror or problem
        raise FactcheckError(f"{one_line(str(path))} could not be written ({why}); choose another place for it.") from problem
