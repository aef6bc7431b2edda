"""The report as a Word document: what is to be done, then the article with tracked changes and comments, as a word processor has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.language.calendar import day_in_words
from factcheck.model import Bearing, Case, Claim, Correction, count, in_force, one_line
from factcheck.reporting import words
from factcheck.reporting.cited import cited
from factcheck.reporting.desk import holder
from factcheck.reporting.first_page import first_page
from factcheck.reporting.readers import checked_by
from factcheck.reporting.to_do import Need, Task, to_do
from factcheck.reporting.word.article import ArticleInWord
from factcheck.reporting.word.elements import around, escaped, link, paragraph, run, style
from factcheck.reporting.word.package import core, package

_MOST = 220
"""Characters of a sentence that are shown on each side of the words that a thing is about."""
_APART = frozenset({Need.UNDECIDED, Need.LOOK})
"""What is told behind the article, since there is much of it."""


def as_docx(case: Case) -> bytes:
    """On top what must be done, what waits for whom, and who checked; then the article as it stands, each correction a tracked change, and
    whatever else is to be done a comment under the name of who said it; behind it what nobody has decided yet.

    A correction of which it is not sure what it replaces, and one of words that another corrects as well, is a comment.
    """
    tasks = to_do(case)
    article = ArticleInWord(case, tasks)
    bearing = Bearing(case)
    title = one_line(words.headline(case), 200)
    summary = (*_summary(case, tasks, article, bearing), paragraph(run("The article"), "Heading1", "<w:pageBreakBefore/>"))
    body = (around(summary), *article.paragraphs(), around(tuple(_behind(tasks))))
    header = paragraph(run(f"{one_line(words.headline(case), 80)}\tFact-check"), "Header")
    footer = paragraph(f"{run('Page ')}{_field('PAGE')}{run(' of ')}{_field('NUMPAGES')}", "Footer", '<w:jc w:val="right"/>')
    return package(body, article.comments, header, footer, core(escaped(title), words.last_decided(case)))


def _summary(case: Case, tasks: Sequence[Task], article: ArticleInWord, bearing: Bearing) -> Iterator[str]:
    yield paragraph(run(f"Fact-check: {one_line(words.headline(case), 200)}"), "Heading1")
    yield paragraph(run(first_page(case).status, style("Strong")))
    yield paragraph(run(f"{words.decided(case)} {words.signed(case)}"))
    told = {
        "By": case.article.byline,
        "Published": words.published(case.article),
        "Checked by": "; ".join(one.told for one in checked_by(case)),
        "Held by": "; ".join(holder(one, None) for one in case.holders),
    }
    yield from (paragraph(run(f"{name}: {one_line(value)}")) for name, value in told.items() if value)
    if not any(task.need.row.must for task in tasks):
        yield paragraph(run("Nothing was found that must change before it runs."))
    numbered = [(nth, task) for nth, task in enumerate(tasks) if task.need not in _APART]
    for need, group in groupby(numbered, key=lambda pair: pair[1].need):
        told_of = list(group)
        yield paragraph(run(f"{need.row.heading} ({len(told_of)})"), "Heading2")
        for nth, task in told_of:
            yield from _task(task, article.places.get(nth), bearing)
    yield from _undecided(tasks)
    yield from _list("Corrected after it ran", [f"{day_in_words(one.at.date())}: {_changed(one)}" for one in in_force(case.corrections)])


def _undecided(tasks: Sequence[Task]) -> Iterator[str]:
    left = {task.claim.id: task for task in tasks if task.need is Need.UNDECIDED and task.claim is not None}
    if left:
        yield paragraph(run(f"{Need.UNDECIDED.row.heading} ({len(left)})"), "Heading2")
        whom = next((f", with {task.waits_for}" for task in left.values() if task.waits_for), "")
        told = f"{count(len(left), 'claim')}{whom}: underlined with dots in the article, and listed behind it."
        yield paragraph(run(told))


def _task(task: Task, place: str | None, bearing: Bearing) -> Iterator[str]:
    """A thing to do in its sentence, and below it who said so, why, and by which sources."""
    told = task.what
    if task.sentence is not None:
        yield paragraph("".join(_sentence(task, place)), "Task", "<w:keepNext/>")
    else:
        yield paragraph(run(one_line(told)), "Task")
        told = ""
    said = task.by and f"{one_line(task.by, 100)}{f', {day_in_words(task.at.date())}' if task.at else ''}"
    waits = f"Waits for {task.waits_for}" if task.waits_for else None
    where = task.sentence.locator if task.sentence is not None else None
    reason = (told, said, waits, task.why and f"Why: {task.why}", where)
    yield paragraph(run(" · ".join(one_line(part) for part in reason if part)), "TaskReason")
    for item in task.sources:
        yield paragraph(run(f"Source, {cited(item, bearing)}"), "TaskReason")


def _sentence(task: Task, place: str | None) -> Iterator[str]:
    sentence = task.sentence
    if sentence is None:
        return
    before, behind = _cut(sentence.before[::-1])[::-1], _cut(sentence.after)
    whole = not before.strip() and len(behind.strip()) < 2
    marked = run(_flat(sentence.words), style("Wrong" if task.instead is not None else "Marked") if not whole or task.instead else "")
    yield run(_flat(before)) if before else ""
    yield link(place, marked) if place else marked
    yield run(f" {_flat(task.instead)}", style("Marked")) if task.instead else ""
    yield run(_flat(behind)) if behind else ""


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"


def _flat(text: str) -> str:
    """Text without line ends, so that a thing to do is one paragraph."""
    return text.replace("\n", " ")


def _behind(tasks: Sequence[Task]) -> Iterator[str]:
    """What is told behind the article: the claims that nobody has decided, by halves, and what is only worth a look."""
    left = {task.claim.id: task.claim for task in tasks if task.need is Need.UNDECIDED and task.claim is not None}
    yield from _list(Need.UNDECIDED.row.heading, [_left_open(claim) for claim in left.values()], "Heading1")
    yield from _list(Need.LOOK.row.heading, [one_line(task.what) for task in tasks if task.need is Need.LOOK], "Heading1")


def _left_open(claim: Claim) -> str:
    """A claim with what of it nobody has decided: "[Ada Brand] said it was late. (was it said? is it so?)"."""
    halves = [aspect.row.question for aspect in claim.aspects if aspect and claim.standing(aspect).open]
    return " ".join((one_line(claim.in_context), *([f"({' '.join(halves)})"] if halves else [])))


def _list(title: str, lines: Sequence[str], style: str = "Heading2") -> Iterator[str]:
    if lines:
        yield paragraph(run(title), style)
        yield from (paragraph(run(line), "ListBullet") for line in lines)


def _changed(one: Correction) -> str:
    stood = f"“{one.was}” stood, “{one.now}” stands" if one.was and one.now else None
    told = (stood, one.says and f"printed: “{one.says}”", one.why and f"why: {one.why}")
    return one_line(f"{'; '.join(filter(None, told))} ({one.by})")


def _field(name: str) -> str:
    """A number that the word processor fills in."""
    return f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>'
