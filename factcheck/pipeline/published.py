"""Published fact-checks on the claims of a case: what may be asked, asked one claim after the other, and kept as mentions."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import casefile
from factcheck.casefile import CaseFile
from factcheck.model import Case, Claim, Evidence, FactcheckError, count, one_line
from factcheck.model.published import Published, PublishedCheck
from factcheck.pipeline.opening import Opened, refuse_unknown
from factcheck.pipeline.people import as_on_sheet
from factcheck.pipeline.progress import OnProgress, quietly
from factcheck.pipeline.within import bounds
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
    """Where published checks are asked for, by the person's own key.

    Raises FactcheckError, with what to do, where there is none, and for whoever sits at a served workbench: the key is not theirs.
    """
    if bounds() is not None:
        raise FactcheckError("In a browser nothing is asked under the key of who serves this; ask at the machine itself.")
    from factcheck import __version__
    from factcheck.evidence import CheckService

    return CheckService(checks_key(), f"factcheck/{__version__} (looks for published fact-checks)")


def questions_on(opened: Opened, ids: Sequence[str], query: str | None = None) -> list[Question]:
    """What is asked about claims, by their ids; `query` in the place of a claim's own words.

    Raises FactcheckError for a claim that is not there, that has no words of its own, or that would tell of a confidential source.
    """
    refuse_unknown(opened, ids, f"factcheck people {opened.shown} --all tells the ids")
    case = as_on_sheet(opened.unchecked, casefile.read_people(opened.file.path))
    return [_question_on(case, name, query) for name in dict.fromkeys(ids)]


def question_on(case: Case, path: Path, claim_id: str, query: str | None = None) -> Question:
    """What is asked about one claim of the case in a file as it stands now. Raises FactcheckError as `questions_on` does."""
    return _question_on(as_on_sheet(case, casefile.read_people(path)), claim_id, query)


def _question_on(case: Case, claim_id: str, query: str | None) -> Question:
    question = _question(case.claim(claim_id), query)
    if not question.words:
        raise FactcheckError(f"The claim {claim_id} has no words to ask with; ask in words of your own.")
    if _is_confidential(case, question):
        raise FactcheckError(f"The claim {claim_id} would tell of a confidential source; nothing was sent, and nothing of it may be.")
    return question


def every_question(opened: Opened) -> tuple[list[Question], int]:
    """What is asked about all claims that can be checked, and how many are not asked about since they tell of a confidential source."""
    case = as_on_sheet(opened.unchecked, casefile.read_people(opened.file.path))
    claims = (claim for claim in case.claims if claim.part_of is None and claim.checkable)
    questions = [question for claim in claims if (question := _question(claim)).words]
    asked = [question for question in questions if not _is_confidential(case, question)]
    return asked, len(questions) - len(asked)


def ask_published(
    questions: Sequence[Question], service: CheckService, on_progress: OnProgress = quietly
) -> Iterator[tuple[Question, Published]]:
    """What has been published on each, in turn; the same words are sent once. Raises FactcheckError when no answer comes."""
    known: dict[str, Published] = {}
    for done, question in enumerate(questions):
        on_progress(f"Asking about claims: {done} of {len(questions)}")
        if question.words not in known:
            known[question.words] = asyncio.run(published_on(question, service, on_progress))
        yield question, known[question.words]


async def published_on(question: Question, service: CheckService, on_progress: OnProgress) -> Published:
    """What has been published on one. Raises FactcheckError when no answer comes."""
    from factcheck.evidence import ask_checks

    def on_wait(seconds: int) -> None:
        on_progress(f"Google's Fact Check Tools is busy; asking again in {count(seconds, 'second')}")

    return await ask_checks(question.words, service, on_wait)


def keep_published(file: CaseFile, question: Question, found: Published, by: str, at: datetime) -> tuple[int, tuple[str, ...]]:
    """Hang what was found on its claim as evidence that mentions it, and save; how much that was, and sentences for the person.

    What hangs there already, or did once, is not hung there again. Raises FactcheckError when the case cannot be saved.
    """
    claim = next((one for one in file.case.claims if one.id == question.claim.id), None)
    if claim is None:
        return 0, (f"The claim {question.claim.id} is no longer there; nothing was kept.",)
    new = new_mentions(claim, found.checks, by, at)
    if not new:
        return 0, ()
    saved = file.save(file.case.with_claim(claim.model_copy(update={"evidence": (*claim.evidence, *new)})))
    return len(new), saved.conflicts


def new_mentions(claim: Claim, checks: Sequence[PublishedCheck], by: str, at: datetime) -> tuple[Evidence, ...]:
    """Published checks as evidence that mentions a claim, but for those that hang on it already, or did once."""
    there = {(item.key, item.note) for item in (*claim.evidence, *claim.former)}
    made = {(item.key, item.note): item for item in (check.as_evidence(by, at) for check in checks)}
    return tuple(item for key, item in made.items() if key not in there)


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
