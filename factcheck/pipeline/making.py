"""An article's claims and flags: split, checked, and the language model asked where a person has set one up."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.model import Article, Case, Claim, House, with_remarks
from factcheck.pipeline.progress import Progress, quietly
from factcheck.settings import LanguageModel, house_list

LONG = 200
"""Sentences from which on splitting tells how far it is."""


def make_case(article: Article, progress: Progress = quietly, asked: Asked | None = None) -> Case:
    """The article split into claims and checked, with what was written beside its words as notes. Loads the language pipeline.

    With `asked`, the language model that a person has set up says which words are claims, too; what came of it is told there.
    """
    claims = split_article(article, progress)
    if asked is not None:
        claims = asked.claims(article, claims, progress)
    progress("Looking for contradictions")
    case = Case(article=article.model_copy(update={"remarks": ()}), claims=tuple(claims))
    return with_flags(with_remarks(case, article.remarks))


def split_article(article: Article, progress: Progress) -> list[Claim]:
    """The claims of an article; of a long one it is told how far it is."""
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

    model: LanguageModel
    notice: str = ""

    def claims(self, article: Article, ours: list[Claim], progress: Progress) -> list[Claim]:
        """The model's claims, and ours where it left something out."""
        from factcheck import asking

        model = self.model

        def told(done: int, of: int) -> None:
            progress(f"Asking {model.name} for claims: {done} of {of}")

        try:
            answers = asyncio.run(asking.ask(article, model, told))
        except asking.AskingError as trouble:
            self.notice = f"{model.name} was asked for claims, but {trouble}; the claims are those found without it."
            return ours
        found, lost = asking.claims_from(article, answers, model)
        left = f", {lost} left out since their words do not stand in the article" if lost else ""
        self.notice = f"{model.name} found {len(found)} claims{left}; {asking.cost(answers, model)}."
        return asking.with_ours(article, found, ours)


def make_cases(articles: Sequence[Article]) -> Iterator[Case]:
    """Many articles split and checked, in their order, over one language pipeline."""
    from factcheck.splitting import split_many

    for article, claims in zip(articles, split_many(articles), strict=True):
        yield with_flags(Case(article=article, claims=tuple(claims)))


def with_flags(case: Case, house: House | None = None) -> Case:
    """The case with its flags computed anew, as the house list, or that of the nearest factcheck.toml, has it.

    Never loads the language model. Raises FactcheckError for a bad house list.
    """
    from factcheck.checking import check

    return case.model_copy(update={"flags": tuple(check(case.article, case.claims, house or house_list(Path.cwd())))})
