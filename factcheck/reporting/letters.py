"""Mails that are written and not sent: the draft of one as a mail program opens it, and the one with what the author is asked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from email.header import Header
from itertools import accumulate
from textwrap import wrap

from factcheck.model import Article, Case, FactcheckError, count, one_line
from factcheck.model.article import BlockRole
from factcheck.reporting import words
from factcheck.reporting.to_do import Need, Sentence, Task, to_do

_WIDTH, _LONGEST = 72, 200
"""Characters of a line (RFC 3676: 66 to 78), and of one that has no space: far below the 998 bytes that RFC 5322 allows."""
_ASKED = (Need.CHANGE, Need.SOURCE, Need.QUESTION)
"""What the author can answer."""
_NUMBERED = re.compile(r"[0-9]+\. ")
"""What begins an item of a numbered list: takes "12. ", refuses "12 of"."""


def draft(subject: str, body: Iterable[str], to: str | None = None) -> str:
    """A mail (RFC 5322, plain text in UTF-8) that Outlook and others open as a draft (`X-Unsent`); each of `body` is a line to wrap.

    It is by nobody and has no date: both are for the program that sends it. What stands in its head makes no further line there.
    """
    head = [("To", to), ("Subject", subject), ("X-Unsent", "1"), ("MIME-Version", "1.0")]
    head += [("Content-Type", "text/plain; charset=utf-8"), ("Content-Transfer-Encoding", "8bit")]
    lines = [f"{name}: {_in_head(name, value)}" for name, value in head if value]
    return "\n".join([*lines, "", *(line for text in body for line in _wrapped(text))]) + "\n"


def _in_head(name: str, value: str) -> str:
    """The value of a field as RFC 2047 has it: in ASCII, folded, and encoded where that needs it, or where it looks encoded already."""
    line = one_line(value)
    coded = not line.isascii() or "=?" in line or max(map(len, line.split()), default=0) > _WIDTH - len(name)
    return Header(line, "utf-8" if coded else "us-ascii", maxlinelen=76, header_name=name).encode(splitchars=" ")


def _wrapped(text: str) -> Iterator[str]:
    line, indent = one_line(text), " " * (len(text) - len(text.lstrip(" ")))
    number = _NUMBERED.match(line)
    hang = " " * len(number[0]) if number is not None else indent
    parts = wrap(line, _WIDTH, initial_indent=indent, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)
    for part in parts or [""]:
        yield from wrap(part, _LONGEST, drop_whitespace=False) if len(part) > _LONGEST else [part]


def mail_to_author(case: Case, by: str) -> str:
    """The draft of a mail to the author of an article, from the reader `by`: the questions that are open, the corrections that are asked
    for, and what does not stand in its source, in the order of the article, each below its sentence and with a number to answer at.

    Raises FactcheckError where there is nothing to ask.
    """
    asked = [(task, task.sentence) for task in to_do(case) if task.need in _ASKED and task.sentence is not None]
    if not asked:
        raise FactcheckError("There is nothing to ask the author: no question is open, no correction asked for, and no source lacks words.")
    asked.sort(key=lambda one: one[1].start)
    title, places = one_line(words.headline(case), 200), _Places(case.article)
    opening = f"I am checking “{title}” and have {count(len(asked), 'question')}. Please write your answers below the numbers."
    body = [f"Dear {one_line(case.article.byline or 'colleague', 60)},", "", opening]
    shown = None
    for number, (task, sentence) in enumerate(asked, 1):
        whole = f"{places.of(sentence)}: “{one_line(''.join(sentence[:3]), 600)}”"
        body += ["", whole] if whole != shown else []
        body += ["", f"{number}. {_question(task, sentence)}", ""]
        shown = whole
    return draft(f"Questions on: {title}", [*body, "With thanks,", one_line(by)])


def _question(task: Task, sentence: Sentence) -> str:
    """What the author is asked about one thing, with who asks and why."""
    told = ": ".join(one_line(part, 400) for part in (task.by, task.why) if part)
    by = f" ({told})" if told else ""
    old = one_line(sentence.words, 400)
    if task.need is Need.QUESTION:
        of = "" if old == one_line("".join(sentence[:3]), 400) else f"On “{old}”: "
        return f"{of}{one_line(task.what, 2000)}{by}"
    if task.need is Need.SOURCE:
        return f"{task.what}. Where is it from?"
    if not old or task.instead is None:
        return f"{task.what}{by}. Is that right?"
    change = f"For “{old}” write “{one_line(task.instead, 2000)}”" if task.instead else f"Leave out “{old}”"
    return f"{change}{by}. Is that right?"


class _Places:
    """Where a sentence stands, as two people who have the article find it: "Paragraph 3", "Headline", with the page if it has one."""

    def __init__(self, article: Article) -> None:
        self._starts = [block.start for block in article.blocks]
        body = accumulate(block.role is BlockRole.BODY for block in article.blocks)
        self._names = [
            f"paragraph {nth}" if block.role is BlockRole.BODY else block.role.value
            for block, nth in zip(article.blocks, body, strict=True)
        ]

    def of(self, sentence: Sentence) -> str:
        at = bisect_right(self._starts, sentence.start) - 1
        name = self._names[at] if at >= 0 else "the article"
        return ", ".join(dict.fromkeys(filter(None, (name, sentence.locator)))).capitalize()
