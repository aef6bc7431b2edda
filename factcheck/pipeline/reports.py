"""A case out to reports, and in again from one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.casefile import CaseFile, read_people
from factcheck.model import Case, FactcheckError, without_login
from factcheck.pipeline.linting import check_rules
from factcheck.pipeline.making import silent_checks
from factcheck.pipeline.opening import CASES, Opened, case_paths, files_of, open_case
from factcheck.pipeline.people import as_on_sheet
from factcheck.pipeline.progress import OnProgress, quietly
from factcheck.settings import reports

if TYPE_CHECKING:
    from factcheck.reporting import Options

LARGEST_REPORT = 256 << 20
"""Bytes of a JSON report that are read."""


def export_case(
    path: Path,
    folder: Path,
    formats: Sequence[str],
    reveal: Sequence[str] = (),
    url: str | None = None,
    appeared: str | None = None,
    on_notice: OnProgress = quietly,
) -> list[Path]:
    """Write the reports of the case in a file into a folder, and give their paths; in which formats, and what else, as `reporting.export`.

    Who is confidential on the source sheet is a confidential source. `on_notice` gets, a sentence each, what the person should know of the
    case, and of templates that do not count.
    Raises FactcheckError for what is no case, for a bad source sheet, factcheck.toml or template, and when it cannot be written.
    """
    from factcheck import reporting

    opened = open_case(path)
    if opened.notice:
        on_notice(opened.notice)
    options = report_options(reveal, url, appeared, on_notice)
    case = as_on_sheet(opened.case, read_people(path))
    return reporting.export(case, opened.file.path.stem, folder, formats, options)


def report_options(
    reveal: Sequence[str] = (), url: str | None = None, appeared: str | None = None, on_notice: OnProgress = quietly
) -> Options:
    """What is asked of reports, as the working folder's factcheck.toml has it. Raises FactcheckError for a bad one, or a bad template."""
    from factcheck import __version__, reporting

    house = reports(Path.cwd())
    if house.notice:
        on_notice(house.notice)
    at, appeared = (address and without_login(address) for address in (url or house.url, appeared))
    return reporting.Options(
        reveal=tuple(reveal), templates=house.templates, publisher=house.name, publisher_url=house.url, url=at,
        appeared=appeared, checks=check_rules(), version=__version__, silent=reporting.Silent(*silent_checks()),
    )  # fmt: skip


def mail_to_author(opened: Opened, by: str, reveal: Sequence[str] = ()) -> str:
    """The draft of a mail with what its author is asked about a case, without the names of confidential sources but for those to `reveal`,
    and without the folders of this machine.

    Raises FactcheckError where there is nothing to ask, and for a bad source sheet.
    """
    from factcheck import reporting

    return reporting.mail_to_author(reporting.leaving(as_on_sheet(opened.unchecked, read_people(opened.file.path)), reveal), by)


def stories(paths: Iterable[Path] = (), on_progress: OnProgress = quietly) -> Iterator[tuple[Path, Case | FactcheckError]]:
    """Each case in files and folders with its flags, and with those as confidential sources who are so on its sheet; of one that cannot be
    read, why. Raises FactcheckError for a folder that cannot be listed.
    """
    files = files_of(paths)
    for done, path in enumerate(files, 1):
        on_progress(f"Reading cases: {done} of {len(files)}")
        try:
            yield path, as_on_sheet(open_case(path).case, read_people(path))
        except FactcheckError as problem:
            yield path, problem


def import_case(path: Path, folder: Path = CASES) -> Path:
    """Make a case file from a JSON report; give its path. Raises FactcheckError for what is none, and when the case is there already."""
    from factcheck.reporting import case_from_json

    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_REPORT + 1)
    except OSError as error:
        raise FactcheckError(f"{path} cannot be read ({error.strerror or error}); check the name.") from error
    if len(data) > LARGEST_REPORT:
        raise FactcheckError(f"{path} is larger than any case file can be; check the name.")
    case = case_from_json(data.decode("utf-8", "replace"), str(path))
    for candidate in case_paths(case.article, folder):
        if not candidate.exists():
            CaseFile.create(candidate, case)
            return candidate
        if open_case(candidate).unchecked.article.sha256 == case.article.sha256:
            raise FactcheckError(f"{candidate} already is a case of this article; move it away, or import into another folder with --out.")
    raise FactcheckError(f"{folder} already holds 99 cases of that name; import into another folder with --out.")
