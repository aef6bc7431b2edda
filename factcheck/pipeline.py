"""A source in, a case out: read, split, checked, and matched with the case file that is there. One call to each room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from factcheck import casefile
from factcheck.casefile import CaseFile, CaseSummary
from factcheck.model import Article, Case, FactcheckError

Progress = Callable[[str], None]
"""Told in a few words what is being done, before it is done."""

CASES = Path("claims")
"""Where cases are kept, below the working folder, unless a folder is named."""


@dataclass(frozen=True)
class Opened:
    """A case with its file: `case` carries the flags, which the file does not hold; `notice` is for the person."""

    file: CaseFile
    case: Case
    notice: str | None = None


def _quietly(_: str) -> None:
    """Progress that nobody watches."""


def read_article(source: str | Path, published: date | datetime | None = None) -> Article:
    """The article at a path, or on standard input for `-`. Raises FactcheckError when it cannot be read."""
    from factcheck.reading import read

    return read(source, published=published)


def make_case(article: Article, progress: Progress = _quietly) -> Case:
    """The article split into claims and checked. Loads the language model, which takes a second or two."""
    from factcheck.splitting import split

    progress("Splitting the article into claims")
    claims = split(article)
    progress("Looking for contradictions")
    return with_flags(Case(article=article, claims=tuple(claims)))


def make_cases(articles: Sequence[Article]) -> Iterator[Case]:
    """Many articles split and checked, in their order, over one language pipeline."""
    from factcheck.splitting import split_many

    for article, claims in zip(articles, split_many(articles), strict=True):
        yield with_flags(Case(article=article, claims=tuple(claims)))


def with_flags(case: Case) -> Case:
    """The case with its flags computed anew. Never loads the language model."""
    from factcheck.checking import check

    return case.model_copy(update={"flags": tuple(check(case.article, case.claims))})


def is_case(path: str | Path) -> bool:
    """Whether a path is meant as a case file rather than as an article."""
    return Path(path).suffix.lower() == ".toml"


def open_case(path: str | Path) -> Opened:
    """The case in a file, with its flags. Never loads the language model. Raises FactcheckError for a file that is no case."""
    file = CaseFile.open(Path(path))
    return Opened(file, with_flags(file.case))


def start_case(source: str | Path, folder: Path = CASES, progress: Progress = _quietly, published: date | datetime | None = None) -> Opened:
    """The case of an article: the one in `folder` when it is there, else a new one, split, checked and saved there.

    When the article's words have changed since its case was made, the case is opened on the words that were judged,
    and `notice` says so.
    """
    progress("Reading the article")
    article = read_article(source, published)
    path = casefile.case_path(article, folder)
    for candidate in (path, *(path.with_stem(f"{path.stem}-{n}") for n in range(2, 100))):
        if not candidate.exists():
            return _create(candidate, make_case(article, progress))
        there = open_case(candidate)
        if there.case.article.sha256 == article.sha256:
            return there
        if there.case.article.source == article.source:
            notice = f"{source} has changed since {candidate} was made from it; this is the case on the words as they were then."
            return Opened(there.file, there.case, notice)
    raise FactcheckError(f"{folder} already holds 99 cases named {path.stem}; give this one another folder with --out.")


def _create(path: Path, case: Case) -> Opened:
    return Opened(CaseFile.create(path, case), case)


def summaries(folder: Path = CASES) -> Iterator[CaseSummary]:
    """Every case in a folder with its progress, for a list; a file that cannot be read says why."""
    return casefile.summaries(folder)
