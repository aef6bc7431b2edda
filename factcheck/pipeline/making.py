"""An article's claims and flags: split, checked, and the language model asked where a person has set one up."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.model import Article, Case, Claim, Entity, House, Severity, Tie, count, one_line, with_remarks
from factcheck.pipeline.progress import OnProgress, quietly
from factcheck.settings import LanguageModel, checks_file, house_list

if TYPE_CHECKING:
    from factcheck.splitting import Analysis

LONG = 200
"""Sentences from which on splitting tells how far it is."""


def make_case(article: Article, on_progress: OnProgress = quietly, asked: Asked | None = None) -> Case:
    """The article split into claims and checked, with what was written beside its words as notes. Loads the language pipeline.

    With `asked`, the language model that a person has set up says which words are claims, too; what came of it is told there.
    """
    analysis = split_article(article, on_progress)
    claims = analysis.claims if asked is None else asked.claims(article, analysis.claims, analysis.entities, on_progress)
    on_progress("Looking for contradictions")
    case = Case(article=article.model_copy(update={"remarks": ()}), claims=tuple(claims), entities=analysis.entities)
    return with_flags(with_remarks(case, article.remarks))


def split_article(article: Article, on_progress: OnProgress, ties: Sequence[Tie] = ()) -> Analysis:
    """The claims of an article, and who is in it, as a person has put it right; of a long one it is told how far it is."""
    from factcheck.splitting import analyse

    on_progress("Splitting the article into claims")
    last = 0

    def on_parsed(done: int, of: int) -> None:
        nonlocal last
        if of >= LONG and 100 * done // of > last:
            last = 100 * done // of
            on_progress(f"Splitting the article into claims, {last} %")

    return analyse(article, on_parsed, ties)


@dataclass
class Asked:
    """A language model that is asked for claims. `notice` tells what came of it; where it fails, the claims are ours."""

    model: LanguageModel
    notice: str = ""

    def claims(self, article: Article, ours: Sequence[Claim], entities: Sequence[Entity], on_progress: OnProgress) -> Sequence[Claim]:
        """The model's claims where the article bears them out, and ours for everything else."""
        from factcheck import asking

        model = self.model

        def on_answer(done: int, of: int) -> None:
            on_progress(f"Asking {model.name} for claims: {done} of {of}")

        try:
            answers = asyncio.run(asking.ask(article, entities, model, on_answer))
        except asking.AskingError as trouble:
            self.notice = f"{model.name} was asked for claims, but {trouble}; the claims are those found without it."
            return ours
        merged = asking.with_ours(article, ours, entities, answers, model)
        self.notice = (
            f"{model.name} gave {count(merged.given, 'claim')}, of which {merged.kept} could be used; the other claims are Factcheck's own"
        )
        troubles = [answer.trouble for answer in answers if answer.trouble]
        if troubles:
            self.notice += f" ({len(troubles)} of {len(answers)} parts of the article have no answer: {troubles[0]})"
        self.notice += f"; {asking.cost(answers, model)}."
        return merged.claims


def off_by_article(article: Article) -> str:
    """What to tell of an article whose own comments turn checks off in passages of it, and of names there that are no check's."""
    if not article.off:
        return ""
    from factcheck.checking import CHECKS, unknown_checks

    where = one_line(article.source or "The article", 200)
    unknown = unknown_checks(article)
    off = sorted({check for passage in article.off for check in passage.checks if check not in unknown})
    every = any(not passage.checks for passage in article.off)
    passages = sum(not passage.checks or not set(passage.checks) <= set(unknown) for passage in article.off)
    what = "every check" if every else one_line(", ".join(off), 80)
    told = f"{where} turns off {what} in {count(passages, 'passage')} by its own comments. " if passages else ""
    if not unknown:
        return told.strip()
    known = ", ".join(CHECKS.ids)
    return f"{told}{where} has factcheck: off {one_line(', '.join(unknown), 80)}, and the checks are {known}; correct the comment."


def with_flags(case: Case, house: House | None = None) -> Case:
    """The case with its flags computed anew, as the house list, or that of the nearest factcheck.toml, has it.

    Never loads the language model. Raises FactcheckError for a bad house list.
    """
    from factcheck.checking import check

    flags = check(case.article, case.claims, case.entities, house or house_list(Path.cwd()))
    return case.model_copy(update={"flags": tuple(flags)})


def silent_checks() -> tuple[tuple[str, ...], str | None]:
    """The checks that the nearest factcheck.toml turns off, by their ids, and what the person should know of those and of others that it
    has told with --look only; None when every check counts as it is. Raises FactcheckError for a bad house list.
    """
    house = house_list(Path.cwd())
    if not (house.off or house.severity):
        return (), None
    from factcheck.checking import CHECKS

    off = tuple(check.id for check in CHECKS if check.id in house.off)
    hushed = [check.id for check in CHECKS if check.id not in off and house.severity.get(check.id) is Severity.LOOK]
    of = len(list(CHECKS))
    sayings = []
    if len(off) == of:
        sayings.append(f"turns off every check ({of} of {of}), so nothing was checked: no flags does not mean no mistakes")
    elif off:
        sayings.append(f"turns off {len(off)} of {of} checks ({', '.join(off)})")
    if hushed:
        sayings.append(f"has {len(hushed)} of {of} checks give only weak hints ({', '.join(hushed)}), which --look shows")
    return off, f"{one_line(str(checks_file(Path.cwd())), 200)} {', and '.join(sayings)}." if sayings else None
