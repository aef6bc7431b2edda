"""Published fact-checks on the claims of a case: what may be asked, asked one claim after the other, and kept as mentions."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from factcheck import casefile
from factcheck.casefile import CaseFile
from factcheck.model import Case, Claim, FactcheckError, one_line
from factcheck.model.published import Published
from factcheck.pipeline.opening import Opened, refuse_unknown
from factcheck.pipeline.people import as_on_sheet
from factcheck.settings import checks_key

if TYPE_CHECKING:
    from factcheck.evidence import CheckService

LONGEST = 300
"""Code points of a question: more tells the service no more."""
_ADDED = re.compile(r"\s*\[[^\[\]]*\]")
"""What a gist adds, and the space before it: takes " [Ann Lee]"."""


@dataclass(frozen=True)
class Question:
    """A claim, and the words of it that are sent."""

    claim: Claim
    words: str


def check_service() -> CheckService:
    """Where published checks are asked for, by the person's own key. Raises FactcheckError, with what to do, where there is none."""
    from factcheck import __version__
    from factcheck.evidence import CheckService

    return CheckService(checks_key(), f"factcheck/{__version__} (looks for published fact-checks)")


def questions_on(opened: Opened, ids: Sequence[str], query: str | None = None) -> list[Question]:
    """What is asked about claims, by their ids; `query` in the place of a claim's own words.

    Raises FactcheckError for a claim that is not there, that has no words of its own, or that would tell of a confidential source.
    """
    refuse_unknown(opened, ids, f"factcheck people {opened.shown} --all tells the ids")
    case = _known(opened)
    there = {claim.id: claim for claim in case.claims}
    questions = []
    for name in dict.fromkeys(ids):
        question = _question(there[name], query)
        if not question.words:
            raise FactcheckError(f"The claim {name} has no words to ask with; give some with --query.")
        if _is_confidential(case, question):
            raise FactcheckError(f"The claim {name} would tell of a confidential source; nothing was sent, and nothing of it may be.")
        questions.append(question)
    return questions


def every_question(opened: Opened) -> tuple[list[Question], int]:
    """What is asked about all claims that can be checked, and how many are not asked about since they tell of a confidential source."""
    case = _known(opened)
    claims = (claim for claim in case.claims if claim.part_of is None and claim.checkable)
    questions = [question for claim in claims if (question := _question(claim)).words]
    asked = [question for question in questions if not _is_confidential(case, question)]
    return asked, len(questions) - len(asked)


def ask_published(questions: Sequence[Question], service: CheckService) -> Iterator[tuple[Question, Published]]:
    """What has been published on each, in turn; the same words are sent once. Raises FactcheckError when no answer comes."""
    from factcheck.evidence import ask_checks

    known: dict[str, Published] = {}
    for question in questions:
        if question.words not in known:
            known[question.words] = asyncio.run(ask_checks(question.words, service))
        yield question, known[question.words]


def keep_published(file: CaseFile, question: Question, found: Published, by: str, at: datetime) -> tuple[int, tuple[str, ...]]:
    """Hang what was found on its claim as evidence that mentions it, and save; how much that was, and sentences for the person.

    What hangs there already, or did once, is not hung there again. Raises FactcheckError when the case cannot be saved.
    """
    claim = next((one for one in file.case.claims if one.id == question.claim.id), None)
    if claim is None:
        return 0, (f"The claim {question.claim.id} is no longer there; nothing was kept.",)
    there = {(item.key, item.note) for item in (*claim.evidence, *claim.former)}
    made = {(item.key, item.note): item for item in (check.as_evidence(by, at) for check in found.checks)}
    new = tuple(item for key, item in made.items() if key not in there)
    if not new:
        return 0, ()
    saved = file.save(file.case.with_claim(claim.model_copy(update={"evidence": (*claim.evidence, *new)})))
    return len(new), saved.conflicts


def _known(opened: Opened) -> Case:
    return as_on_sheet(opened.unchecked, casefile.read_people(opened.file.path))


def _question(claim: Claim, query: str | None = None) -> Question:
    return Question(claim, one_line(_ADDED.sub("", claim.in_context) if query is None else query, LONGEST))


def _is_confidential(case: Case, question: Question) -> bool:
    """Whether what is sent names a confidential source, or whoever said the claim is one: their words alone may tell who they are."""
    from factcheck.reporting import tells_of_confidential

    names = [question.words]
    for claim in case.claims:
        if claim.id in (question.claim.id, question.claim.part_of) and claim.speaker is not None:
            entity = case.entity(claim.speaker.entity)
            names += [claim.speaker.text, claim.speaker.name or "", *((entity.name, *entity.names) if entity is not None else ())]
    return any(tells_of_confidential(case, name) for name in names)
