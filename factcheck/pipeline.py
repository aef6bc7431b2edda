"""A source in, a case out: read, split, checked, and matched with the case file that is there. One call to each room."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from factcheck import casefile
from factcheck.casefile import CaseFile, CaseSummary
from factcheck.model import Article, Case, Claim, Dismissal, FactcheckError, House, Severity, Source, with_remarks
from factcheck.settings import archive_service, house_list, language_model, reports

if TYPE_CHECKING:
    from factcheck.evidence import Wanted

T = TypeVar("T")
P = ParamSpec("P")

Progress = Callable[[str], None]
"""Told in a few words what is being done, before it is done. What it raises ends the work, and nothing is kept of it."""

LONG = 200
"""Sentences from which on splitting tells how far it is."""

SAVED_EVERY = 2.0
"""Seconds after which what came of fetching is saved, while more is to come."""

LARGEST_REPORT = 256 << 20
"""Bytes of a JSON report that are read."""

CASES = Path("claims")
"""Where cases are kept, below the working folder, unless a folder is named."""


@dataclass(frozen=True)
class Opened:
    """A case with its file. `notice` is for the person; `unchecked` may lack the flags, which the file does not hold."""

    file: CaseFile
    unchecked: Case
    notice: str | None = None

    @cached_property
    def case(self) -> Case:
        """The case with its flags, which are worked out when they are first asked for. Raises FactcheckError for a bad house list."""
        return self.unchecked if self.unchecked.flags else with_flags(self.unchecked)


def _quietly(_: str) -> None:
    """Progress that nobody watches."""


def read_article(source: str | Path, published: date | datetime | None = None) -> Article:
    """The article at a path, at an http or https address, or on standard input for `-`. Raises FactcheckError when it cannot be read."""
    from factcheck.reading import read

    if isinstance(source, str) and is_address(source):
        from factcheck.evidence import fetch_page

        page = asyncio.run(fetch_page(source, wanted()))
        return read(page.body, published=published, name=page.address, media_type=page.media_type)
    return read(source, published=published)


def make_case(article: Article, progress: Progress = _quietly, asked: Asked | None = None) -> Case:
    """The article split into claims and checked, with what was written beside its words as notes. Loads the language pipeline.

    With `asked`, the language model that a person has set up says which words are claims, too; what came of it is told there.
    """
    claims = _split(article, progress)
    if asked is not None:
        claims = asked.claims(article, claims, progress)
    progress("Looking for contradictions")
    case = Case(article=article.model_copy(update={"remarks": ()}), claims=tuple(claims))
    return with_flags(with_remarks(case, article.remarks))


def _split(article: Article, progress: Progress) -> list[Claim]:
    from factcheck.splitting import split

    progress("Splitting the article into claims")
    last = 0

    def told(done: int, of: int) -> None:
        nonlocal last
        if of >= LONG and 100 * done // of > last:
            last = 100 * done // of
            progress(f"Splitting the article into claims, {last} %")

    return split(article, told)


@dataclass
class Asked:
    """A language model that is asked for claims. `notice` tells what came of it; where it fails, the claims are ours."""

    folder: Path
    notice: str = ""

    def claims(self, article: Article, ours: list[Claim], progress: Progress) -> list[Claim]:
        """The model's claims, and ours where it left something out. Raises FactcheckError where no model is set up."""
        from factcheck import asking

        model = language_model(self.folder)
        endpoint = asking.Endpoint(url=model.url, name=model.name, key=model.key, prices=model.prices)

        def told(done: int, of: int) -> None:
            progress(f"Asking {endpoint.name} for claims: {done} of {of}")

        try:
            answers = asyncio.run(asking.ask(article, endpoint, told))
        except asking.AskingError as trouble:
            self.notice = f"{endpoint.name} was asked for claims, but {trouble}; the claims are those found without it."
            return ours
        found, lost = asking.claims_from(article, answers, endpoint)
        left = f", {lost} left out since their words do not stand in the article" if lost else ""
        self.notice = f"{endpoint.name} found {len(found)} claims{left}; {asking.cost(answers, endpoint)}."
        return asking.with_ours(article, found, ours)


def make_cases(articles: Sequence[Article]) -> Iterator[Case]:
    """Many articles split and checked, in their order, over one language pipeline."""
    from factcheck.splitting import split_many

    for article, claims in zip(articles, split_many(articles), strict=True):
        yield with_flags(Case(article=article, claims=tuple(claims)))


class CheckRun:
    """The cases of many articles and case files, one by one with their flags, as `factcheck check` goes through them.

    What a reviewer dismissed in the case of an article in `folder` is dismissed. A source that cannot be read is left out, and why is
    `told`. With `look`, flags that only want a look count too. The language model is loaded when there is an article to split.
    """

    def __init__(
        self, sources: Sequence[str], told: Callable[[FactcheckError], None], folder: Path, published: date | None, look: bool
    ) -> None:
        self._sources, self._told, self._folder, self._published, self._look = sources, told, folder, published, look
        self._unread = self._flagged = False

    @property
    def exit_code(self) -> int:
        """0 nothing found, 1 something flagged, 2 something could not be read; of what was gone through so far."""
        return 2 if self._unread else int(self._flagged)

    def __iter__(self) -> Iterator[Case]:
        there = [one for source in self._sources if (one := self._try(self._read, source))]
        made = make_cases([article for article in there if isinstance(article, Article)])
        for one in there:
            case = one if isinstance(one, Case) else next(made)
            if isinstance(one, Article) and (known := self._try(_dismissals, one, self._folder)):
                case = case.model_copy(update={"dismissals": known})
            self._flagged = self._flagged or any(self._look or flag.severity is not Severity.LOOK for flag in case.open_flags)
            yield case

    def _read(self, source: str) -> Case | Article:
        return open_case(source).case if is_case(source) else read_article(source, self._published)

    def _try(self, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T | None:
        try:
            return work(*given, **named)
        except FactcheckError as problem:
            self._unread = True
            self._told(problem)
            return None


def _dismissals(article: Article, folder: Path) -> tuple[Dismissal, ...]:
    """What was dismissed in the case of an article, whichever of its versions that was made from."""
    for path in _case_paths(article, folder) if article.source else ():
        if not path.exists():
            break
        case = CaseFile.open(path).case
        if case.article.source == article.source:
            return case.dismissals
    return ()


def export_case(
    path: Path, folder: Path, formats: Sequence[str], reveal: Sequence[str] = (), url: str | None = None, appeared: str | None = None
) -> list[Path]:
    """Write the reports of the case in a file into a folder, and give their paths; in which formats, and what else, as `reporting.export`.

    Raises FactcheckError for what is no case, for a bad factcheck.toml or template, and when it cannot be written.
    """
    from factcheck import __version__, reporting

    opened = open_case(path)
    house = reports(Path.cwd())
    options = reporting.Options(
        reveal=tuple(reveal), templates=house.templates, publisher=house.name, publisher_url=house.url, url=url or house.url,
        appeared=appeared, checks=check_rules(), version=__version__,
    )  # fmt: skip
    return reporting.export(opened.case, opened.file.path.stem, folder, formats, options)


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
    for candidate in _case_paths(case.article, folder):
        if not candidate.exists():
            CaseFile.create(candidate, case)
            return candidate
        if open_case(candidate).unchecked.article.sha256 == case.article.sha256:
            raise FactcheckError(f"{candidate} already is a case of this article; move it away, or import into another folder with --out.")
    raise FactcheckError(f"{folder} already holds 99 cases of that name; import into another folder with --out.")


def check_rules() -> dict[str, str]:
    """What each check looks for, by its id."""
    from factcheck.checking import CHECKS

    return {check.id: check.looks_for for check in CHECKS}


def with_flags(case: Case, house: House | None = None) -> Case:
    """The case with its flags computed anew, as the house list, or that of the nearest factcheck.toml, has it.

    Never loads the language model. Raises FactcheckError for a bad house list.
    """
    from factcheck.checking import check

    return case.model_copy(update={"flags": tuple(check(case.article, case.claims, house or house_list(Path.cwd())))})


def is_address(source: str) -> bool:
    """Whether an article is meant by its address on the web."""
    return source.lower().startswith(("http://", "https://"))


def is_case(path: str | Path) -> bool:
    """Whether a path is meant as a case file rather than as an article."""
    return Path(path).suffix.lower() == ".toml"


def open_case(path: str | Path) -> Opened:
    """The case in a file. Never loads the language model. Raises FactcheckError for a file that is no case."""
    file = CaseFile.open(Path(path))
    return Opened(file, file.case)


def start_case(
    source: str | Path,
    folder: Path = CASES,
    progress: Progress = _quietly,
    published: date | datetime | None = None,
    asked: Asked | None = None,
) -> Opened:
    """The case of an article: the one in `folder` when it is there, else a new one, split, checked and saved there.

    When the article's words have changed since its case was made, the case is opened on the words that were judged,
    and `notice` says so.
    """
    progress("Reading the article")
    return _case_of(read_article(source, published), folder, progress, asked)


def start_text(text: str, folder: Path = CASES, progress: Progress = _quietly) -> Opened:
    """The case of an article that was pasted; otherwise as `start_case`. Raises FactcheckError for a text without words."""
    return _case_of(read_pasted(text), folder, progress)


def read_pasted(text: str) -> Article:
    """The article that was pasted. Raises FactcheckError for a text without words."""
    from factcheck.reading import read_text

    if not text.strip():
        raise FactcheckError("What was pasted has no words in it; paste the text of an article.")
    return read_text(text)


def _case_of(article: Article, folder: Path, progress: Progress, asked: Asked | None = None) -> Opened:
    for candidate in _case_paths(article, folder):
        if not candidate.exists():
            case = make_case(article, progress, asked)
            progress("Saving the case")
            return Opened(CaseFile.create(candidate, case), case, (asked and asked.notice) or None)
        there = open_case(candidate)
        if there.unchecked.article.sha256 == article.sha256:
            return _with_new_remarks(there, article)
        if article.source and there.unchecked.article.source == article.source:
            has = f"{article.source} has changed since {candidate} was made from it, and this is the case on the old words"
            notice = f"{has}; bring it up to date with: factcheck update {candidate} {article.source}"
            return Opened(there.file, there.unchecked, notice)
    stem = casefile.case_path(article, folder).stem
    raise FactcheckError(f"{folder} already holds 99 cases named {stem}; give this one another folder with --out.")


def _with_new_remarks(there: Opened, article: Article) -> Opened:
    """The case of an article that is there, with what was written beside the article's words since it was last read."""
    case = with_remarks(there.unchecked, article.remarks)
    if case is there.unchecked:
        return there
    saved = there.file.save(case)
    return Opened(there.file, saved.case, "What was written beside the article's words since then stands as notes on its claims.")


def update_case(path: Path, source: str | Path, progress: Progress = _quietly, published: date | datetime | None = None) -> list[str]:
    """Put a case on a new version of its article and save it; what became of its claims, in sentences for the person.

    What was written beside the article's words becomes notes. Raises FactcheckError when one of the two cannot be read, when the article
    has not changed, and when the case cannot be saved.
    """
    file = CaseFile.open(path)
    progress("Reading the article")
    update = new_version(file.case, read_article(source, published), progress)
    progress("Saving the case")
    saved = file.save(update.case)
    return [*casefile.told(update), *saved.conflicts]


def new_version(case: Case, article: Article, progress: Progress = _quietly) -> casefile.Updated:
    """A case on a new version of its article, without flags, and what became of its claims. Raises FactcheckError for the same words."""
    remarks = article.remarks
    article = casefile.version_of(article.model_copy(update={"remarks": ()}), case.article)
    if article.text == case.article.text:
        raise FactcheckError("The article reads as it did when the case was made from it; there is nothing to update.")
    claims = _split(article, progress)
    progress("Finding the claims again")
    update = casefile.updated(case, article, claims)
    return replace(update, case=with_remarks(update.case, remarks))


async def look_at_sources(case: Case, path: Path, wanted: Wanted) -> AsyncGenerator[Source, None]:
    """The sources of the case in a file, each as it is once it was fetched; in the end those whose text turned out to be another's.

    Raises FactcheckError when no snapshot can be kept beside the file.
    """
    from factcheck import evidence
    from factcheck.reading import read_text

    folder = evidence.folder_of(path)
    async with aclosing(evidence.gather(case, folder, wanted, _now)) as sources:
        async for source in sources:
            case = case.with_source(source)
            yield source
    for source in await asyncio.to_thread(evidence.told_apart, case, folder, lambda text: read_text(text).agency):
        yield source


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def wanted(
    *, again: bool = False, archive: bool = False, private: bool = False, at_once: int | None = None, folder: Path | None = None
) -> Wanted:
    """What is asked of the evidence room. Raises FactcheckError for a bad address of an archive in factcheck.toml."""
    from factcheck import __version__
    from factcheck.evidence import Limits, Wanted

    limits = Limits(private=private) if at_once is None else Limits(private=private, at_once=at_once, of_one_host=at_once)
    service = archive_service(folder or Path.cwd()) if archive else None
    return Wanted(again=again, archive=service, limits=limits, agent=f"factcheck/{__version__} (looks at the sources of a news article)")


def gather_evidence(path: Path, asked: Wanted, progress: Progress = _quietly) -> tuple[Case, str | None]:
    """Look at the sources of a case and save what came of it; when it is interrupted, what came so far, and then what to say of that.

    Raises FactcheckError when the case cannot be read or saved, or no snapshot can be kept.
    """
    from factcheck.evidence import waiting

    file = CaseFile.open(path)
    of = len(waiting(file.case, asked.again))

    async def gathered() -> None:
        done, last, case = 0, time.monotonic(), file.case
        progress(f"Looking at sources: 0 of {of}")
        try:
            async for source in look_at_sources(case, path, asked):
                case = case.with_source(source)
                done = min(of, done + 1)
                progress(f"Looking at sources: {done} of {of}")
                if time.monotonic() - last > SAVED_EVERY:
                    case, last = file.save(case).case, time.monotonic()
        finally:
            file.save(case)

    try:
        asyncio.run(gathered())
    except KeyboardInterrupt:
        return file.case, "Stopped. What was looked at so far is saved; the same command goes on with the rest."
    return file.case, None


def _case_paths(article: Article, folder: Path) -> Iterator[Path]:
    """Where the case of an article may be, in the order in which the places are taken."""
    path = casefile.case_path(article, folder)
    if (archived := path.with_stem(f"{path.stem}-{article.sha256[:8]}")).exists():  # made by factcheck batch
        yield archived
    yield path
    yield from (path.with_stem(f"{path.stem}-{n}") for n in range(2, 100))


def each_case(folder: Path = CASES, progress: Progress = _quietly) -> Iterator[tuple[str, Case | str]]:
    """Every case in a folder by its file's name, without flags; of one that cannot be read, why. Raises FactcheckError for no folder."""
    paths = casefile.case_files(folder)
    for done, path in enumerate(paths, 1):
        progress(f"Reading cases: {done} of {len(paths)}")
        try:
            yield path.name, open_case(path).unchecked
        except FactcheckError as problem:
            yield path.name, str(problem)


def summaries(folder: Path = CASES) -> Iterator[CaseSummary]:
    """Every case in a folder with its progress and its open flags, for a list; a file that cannot be read says why.

    Raises FactcheckError for a bad house list, and for a folder that cannot be listed.
    """
    from factcheck import __version__

    house = house_list(Path.cwd())
    made = f"{__version__} {house.model_dump_json()}"
    return casefile.summaries(folder, lambda case: with_flags(case, house), made)
