"""Many articles and cases gone through for their flags, as a linter does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

from factcheck.casefile import CaseFile
from factcheck.model import Article, Case, Dismissal, FactcheckError, Words, one_line
from factcheck.pipeline.articles import Known, articles_in, read_article
from factcheck.pipeline.making import off_by_article
from factcheck.pipeline.many import make_cases
from factcheck.pipeline.opening import case_paths, is_case, open_case
from factcheck.pipeline.progress import OnProgress, quietly

T = TypeVar("T")
P = ParamSpec("P")


class CheckRun:
    """The cases of many articles, folders of them and case files, one by one with their flags, as `factcheck check` goes through them.

    What a reviewer dismissed in the case of an article in `folder` is dismissed. A source that cannot be read is left out, and why is
    `on_problem`; `on_notice` gets what a person should know of one.
    With `look`, flags that only want a look count too. The language model is loaded when there is an article to split.
    """

    def __init__(
        self,
        sources: Sequence[str],
        on_problem: Callable[[FactcheckError], None],
        folder: Path,
        known: Known,
        look: bool,
        on_notice: OnProgress = quietly,
    ) -> None:
        self._sources, self._on_problem, self._folder, self._known, self._look = sources, on_problem, folder, known, look
        self._on_notice = on_notice
        self._unread = self._flagged = False

    @property
    def exit_code(self) -> int:
        """0 nothing found, 1 something flagged, 2 something could not be read; of what was gone through so far."""
        return 2 if self._unread else int(self._flagged)

    def __iter__(self) -> Iterator[Case]:
        sources = [one for source in self._sources for one in self._try(_each, source) or ()]
        there = [one for source in sources if (one := self._try(self._read, source))]
        made = make_cases([article for article in there if isinstance(article, Article)])
        for one in there:
            case = one if isinstance(one, Case) else next(made)
            if isinstance(one, Article) and (known := self._try(_dismissals, one, self._folder)):
                case = case.model_copy(update={"dismissals": known})
            if notice := off_by_article(case.article):
                self._on_notice(notice)
            self._flagged = self._flagged or any(self._look or flag.severity.row.counts for flag in case.open_flags)
            yield case

    def _read(self, source: str) -> Case | Article:
        return open_case(source).case if is_case(source) else read_article(source, self._known)

    def _try(self, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T | None:
        try:
            return work(*given, **named)
        except FactcheckError as problem:
            self._unread = True
            self._on_problem(problem)
            return None


def _each(source: str) -> list[str]:
    """The articles in a folder, or the one source itself. Raises FactcheckError for a folder without any."""
    if not Path(source).is_dir():
        return [source]
    articles = list(articles_in(Path(source)))
    if not articles:
        raise FactcheckError(f"{one_line(source, 200)} holds no file that could be an article; name one that is.")
    return articles


def _dismissals(article: Article, folder: Path) -> tuple[Dismissal, ...]:
    """What was dismissed in the case of an article, whichever of its versions that was made from."""
    for path in case_paths(article, folder) if article.source else ():
        if not path.exists():
            break
        case = CaseFile.open(path).case
        if case.article.source == article.source:
            return case.dismissals
    return ()


def loose_words(case: Case) -> list[tuple[str, Words]]:
    """Every name, number, date and quotation that is in no claim of a case: what it is, and its words."""
    from factcheck.checking.coverage import loose

    return [(one.what, one.words) for one in loose(case)]


def check_rules() -> dict[str, str]:
    """What each check looks for, by its id."""
    from factcheck.checking import CHECKS

    return {check.id: check.looks_for for check in CHECKS}
