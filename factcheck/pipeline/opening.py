"""The case of an article: the one that is there or a new one, and the one that is there on a new version of the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from factcheck import casefile
from factcheck.casefile import CaseFile, CaseSummary
from factcheck.model import Article, Case, FactcheckError, Tie, one_line, with_remarks
from factcheck.pipeline.articles import NOTHING_KNOWN, ArticleSource, Known, read_article
from factcheck.pipeline.making import Asked, make_case, off_by_article, silent_checks, split_article, with_flags
from factcheck.pipeline.progress import OnProgress, quietly
from factcheck.pipeline.within import refuse_outside
from factcheck.settings import house_list

CASES = Path("claims")
"""Where cases are kept, below the working folder, unless a folder is named."""


@dataclass(frozen=True)
class Opened:
    """A case with its file. `outcome` is what came of opening it; `unchecked` may lack the flags, which the file does not hold."""

    file: CaseFile
    unchecked: Case
    outcome: str | None = None

    @property
    def notice(self) -> str | None:
        """What the person should know before reading on: what came of opening it, and which checks do not count."""
        try:
            silent = silent_checks()[1]
        except FactcheckError:  # which `case` raises, too
            silent = None
        return " ".join(words for words in (self.outcome, silent) if words) or None

    @property
    def shown(self) -> str:
        """The path of its file, as a sentence tells it."""
        return one_line(str(self.file.path), 200)

    @cached_property
    def case(self) -> Case:
        """The case with its flags, which are worked out when they are first asked for. Raises FactcheckError for a bad house list."""
        return self.unchecked if self.unchecked.flags else with_flags(self.unchecked)


def is_case(path: str | Path) -> bool:
    """Whether a path is meant as a case file rather than as an article."""
    return Path(path).suffix.lower() == ".toml"


def open_case(path: str | Path) -> Opened:
    """The case in a file. Never loads the language model. Raises FactcheckError for a file that is no case."""
    refuse_outside(path)
    file = CaseFile.open(Path(path))
    return Opened(file, file.case, file.notice)


def refuse_unknown(opened: Opened, claims: Iterable[str], how: str) -> None:
    """Raises FactcheckError, which says `how` to find the ids, where an id of `claims` is that of no claim of the case."""
    there = {claim.id for claim in opened.unchecked.claims}
    if unknown := [one for one in claims if one not in there]:
        raise FactcheckError(f"{opened.shown} has no claim {one_line(unknown[0], 40)}; {how}.")


def start_case(
    source: ArticleSource,
    folder: Path = CASES,
    on_progress: OnProgress = quietly,
    known: Known = NOTHING_KNOWN,
    asked: Asked | None = None,
) -> Opened:
    """The case of an article: the one in `folder` when it is there, else a new one, split, checked and saved there.

    When the article's words have changed since its case was made, the case is opened on the words that were judged,
    and `notice` says so.
    """
    on_progress("Reading the article")
    return _case_of(read_article(source, known), folder, on_progress, asked)


def _case_of(article: Article, folder: Path, on_progress: OnProgress, asked: Asked | None = None) -> Opened:
    for candidate in case_paths(article, folder):
        if not candidate.exists():
            case = make_case(article, on_progress, asked)
            on_progress("Saving the case")
            notices = ((asked and asked.notice) or "", off_by_article(article))
            return Opened(CaseFile.create(candidate, case), case, " ".join(filter(None, notices)) or None)
        there = open_case(candidate)
        if there.unchecked.article.sha256 == article.sha256:
            return _as_marked_now(there, article)
        if article.source and there.unchecked.article.source == article.source:
            has = f"{article.source} has changed since {candidate} was made, which is about the old words"
            notice = f"{has}; to take in the new ones, press A in the workbench or run factcheck update {candidate} {article.source}"
            return Opened(there.file, there.unchecked, notice)
    stem = casefile.case_path(article, folder).stem
    raise FactcheckError(f"{folder} already holds 99 cases named {stem}; give this one another folder with --out.")


def _as_marked_now(there: Opened, article: Article) -> Opened:
    """The case of an article that is there, with what was written beside its words and said of checks since it was last read."""
    case = with_remarks(there.unchecked, article.remarks)
    notices = [] if case is there.unchecked else ["Comments that were added to the article since then are notes on its claims now."]
    if case.article.off != article.off:
        case = case.model_copy(update={"article": case.article.model_copy(update={"off": article.off})})
        notices.append("Checks are off where the article's comments say so now.")
    if not notices:
        return there
    saved = there.file.save(case)
    return Opened(there.file, saved.case, " ".join(filter(None, (*notices, off_by_article(article)))))


def case_paths(article: Article, folder: Path) -> Iterator[Path]:
    """Where the case of an article may be, in the order in which the places are taken."""
    path = casefile.case_path(article, folder)
    if (archived := path.with_stem(f"{path.stem}-{article.sha256[:8]}")).exists():  # made by factcheck batch
        yield archived
    yield path
    yield from (path.with_stem(f"{path.stem}-{n}") for n in range(2, 100))


def update_case(path: Path, source: ArticleSource, on_progress: OnProgress = quietly, known: Known = NOTHING_KNOWN) -> list[str]:
    """Put a case on a new version of its article and save it; what became of its claims, in sentences for the person.

    What was written beside the article's words becomes notes. Raises FactcheckError when one of the two cannot be read, when the article
    has not changed, and when the case cannot be saved.
    """
    file = CaseFile.open(path)
    on_progress("Reading the article")
    update = new_version(file.case, read_article(source, known), on_progress)
    on_progress("Saving the case")
    saved = file.save(update.case)
    return [*casefile.describe_update(update), *saved.conflicts, *([file.notice] if file.notice else [])]


def new_version(case: Case, article: Article, on_progress: OnProgress = quietly) -> casefile.Updated:
    """A case on a new version of its article, without flags, and what became of its claims. Raises FactcheckError for the same words."""
    remarks = article.remarks
    article = casefile.version_of(article.model_copy(update={"remarks": ()}), case.article)
    if article.text == case.article.text:
        raise FactcheckError("The article reads as it did when the case was made from it; there is nothing to update.")
    analysis = split_article(article, on_progress, casefile.ties_on(case, article))
    on_progress("Finding the claims again")
    update = casefile.updated(case, article, analysis.claims, analysis.entities)
    return replace(update, case=with_remarks(update.case, remarks))


def put_right(case: Case, tie: Tie, on_progress: OnProgress = quietly) -> Case:
    """The case with its article split anew after a person has said whom a mention or a name means, without flags."""
    ties = (*case.ties, tie)
    analysis = split_article(case.article, on_progress, ties)
    return casefile.retied(case, ties, analysis.claims, analysis.entities)


def files_of(paths: Iterable[Path] = ()) -> list[Path]:
    """The case files among files and in folders, each once; without any, those of `CASES`. Raises FactcheckError for no folder."""
    files = (file for path in (list(paths) or [CASES]) for file in (casefile.case_files(path) if path.is_dir() else [path]))
    return list(dict.fromkeys(files))


def each_case(folder: Path = CASES, on_progress: OnProgress = quietly) -> Iterator[tuple[str, Case | str]]:
    """Every case in a folder by its file's name, without flags; of one that cannot be read, why. Raises FactcheckError for no folder."""
    paths = casefile.case_files(folder)
    for done, path in enumerate(paths, 1):
        on_progress(f"Reading cases: {done} of {len(paths)}")
        try:
            yield path.name, open_case(path).unchecked
        except FactcheckError as problem:
            yield path.name, str(problem)


def summaries(folder: Path = CASES, on_progress: OnProgress = quietly) -> Iterator[CaseSummary]:
    """Every case in a folder with its progress and its open flags, for a list; a file that cannot be read says why.

    What a list was made of up to where it was ended is kept, so that the next one goes on from there.

    Raises FactcheckError for a bad house list, and for a folder that cannot be listed.
    """
    from factcheck import __version__

    house = house_list(Path.cwd())
    made = f"{__version__} {house.model_dump_json()}"
    return casefile.summaries(folder, lambda case: with_flags(case, house), made, on_progress)
