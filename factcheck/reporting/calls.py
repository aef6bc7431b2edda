"""What to ask somebody about their claims: the sheet for a call, in Markdown, and the draft of a mail.

Many houses do not let a source read the draft. So a question is made from what a claim says by itself, and neither the article's sentences
nor anybody's quoted words are told unless that is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.lexicon import words as listed
from factcheck.language.pronouns import THIRD_PERSON
from factcheck.model import Aspect, Card, Case, Claim, ClaimKind, FactcheckError, count, one_line
from factcheck.model.people import Asked, aspects_to_ask
from factcheck.reporting.letters import draft
from factcheck.reporting.markdown import markdown_words
from factcheck.reporting.words import meaning

_ADDED = re.compile(r"(?P<space>\s?)\[(?P<words>[^\[\]]*)\]")
"""What was added to a gist: takes ` [Donald]` and ` [1 Mar 2019]`."""
_YEAR = re.compile(r"\b[0-9]{4}\b")
_SHORT_NAMES = {name[:3]: name for name in (*MONTHS, *WEEKDAYS)}
_SHORT = re.compile(rf"\b(?:{'|'.join(_SHORT_NAMES)})\b")
_PRONOUNS = frozenset({"i", "we", "us", "you", "this", "these", "those", *THIRD_PERSON})
"""Words that keep standing beside what they were said to mean: "one of them (the farmers)"."""
_STOP = re.compile(r"(?:(?<![A-Z])\.|[\s,;:])+(?P<mark>[\"'”’]?)$")
"""What ends a sentence that becomes a question: takes `.` and `,”`, not the last of `U.S.`."""
_FIRST = re.compile(r"[\w’'.-]+")
_SMALL = listed("small_words", "determiners") | listed("small_words", "held_at") | listed("small_words", "needs_a_main_clause")
"""Words that have a capital at the beginning of a sentence only."""
_LARGE = 1000
"""From here on figures are told with all their digits."""
_UNSEEN = "A quotation: ask in your own words what it is about."


@dataclass(frozen=True)
class Question:
    """What to ask about one claim. `words` is None for a quotation that may not be told."""

    claim: Claim
    words: str | None
    asked: tuple[Aspect | None, ...]


def questions(case: Case, asked: Asked, *, quote: bool = False, every: bool = False) -> tuple[list[Question], int]:
    """The questions for somebody in the order of the article, and how many opinions are left out; quotations are told with `quote` only."""
    names = {word for one in case.entities for name in (one.name, *one.names, *one.titles) for word in name.split()}
    made: list[Question] = []
    for claim in asked.claims:
        aspects = aspects_to_ask(claim, every=every)
        if claim.kind is ClaimKind.QUOTE:
            made.append(Question(claim, _of_quotation(asked, aspects) if quote else None, aspects))
        elif claim.checkable:
            made.append(Question(claim, _of_statement(claim, aspects, names), aspects))
    return made, len(asked.claims) - len(made)


def call_sheet(case: Case, asked: Asked, *, quote: bool = False, every: bool = False, card: Card | None = None) -> str:
    """The sheet for a call in Markdown: a question for each claim, a box to tick for each half of it, and room for the answer.

    With a `card` it says how to reach them.
    """
    found, opinions = questions(case, asked, quote=quote, every=every)
    lines = [f"# Questions for {markdown_words(asked.name or 'anybody who knows')}", ""]
    lines += [f"- {label}: {markdown_words(value)}" for label, value in _reach(card)]
    lines += ["- Day and time:", "- Asked by:"]
    if asked.name is not None:
        lines.append(f"- [ ] Name, spelling and title: {markdown_words(', '.join(filter(None, (asked.name, asked.title))))}")
    for nth, question in enumerate(found, 1):
        lines += ["", f"{nth}. {markdown_words(question.words or _UNSEEN)} ({markdown_words(question.claim.id)})", ""]
        lines += [f"   - [ ] {_box(aspect)}" for aspect in question.asked]
        if question.words:
            lines += [f"   - [ ] {markdown_words(words)}" for words in _values(case, question.claim)]
        if quote:
            lines.append(f"   - The draft has: {markdown_words(question.claim.text)}")
        lines.append("   - Answer:")
    if opinions:
        lines += ["", f"Left out: {count(opinions, 'opinion')}."]
    return "\n".join(lines) + "\n"


def mail(case: Case, asked: Asked, by: str, *, quote: bool = False, every: bool = False, card: Card | None = None) -> str:
    """The draft of a mail with the same questions, but for quotations that may not be told; with a `card` that has one, the address.

    Raises FactcheckError when nothing is left to ask.
    """
    told = [question for question in questions(case, asked, quote=quote, every=every)[0] if question.words]
    if not told:
        raise FactcheckError(f"All of {one_line(asked.name or 'this', 60)} is quotations and opinions; --quote asks about the quotations.")
    lines = [f"Dear {one_line(asked.name or 'Sir or Madam')},", ""]
    lines += ["I am checking the facts of an article. Would you tell me whether these are right, and what is right where they are not?"]
    for nth, question in enumerate(told, 1):
        lines += ["", f"{nth}. {one_line(question.words or '')}"]
        lines += [f"   {one_line(words)}" for words in _values(case, question.claim)]
        lines += [f"   The draft has: {one_line(question.claim.text)}"] if quote else []
    return draft("Some facts to check with you", [*lines, "", "With thanks,", one_line(by)], card.email if card is not None else None)


def plain(gist: str) -> str:
    """A gist as it is said, without brackets, marks of what is left out, and its full stop, and with its days in full.

    >>> plain("[Donald] Trump left on Friday [1 Mar 2019].")
    'Donald Trump left on Friday (1 March 2019)'
    """
    return _STOP.sub(r"\g<mark>", _ADDED.sub(_without_brackets, gist).replace(" … ", " "))


def _without_brackets(added: re.Match[str]) -> str:
    before = added.string[: added.start()].split()
    beside = bool(added["space"]) and bool(before) and before[-1].lower() in _PRONOUNS
    if not beside and _YEAR.search(added["words"]) is None:
        return added["space"] + added["words"]
    return f"{added['space']}({_in_full(added['words'])})"


def _in_full(words: str) -> str:
    return _SHORT.sub(lambda short: _SHORT_NAMES[short[0]], words)


def _of_statement(claim: Claim, asked: Sequence[Aspect | None], names: set[str]) -> str:
    said = plain(claim.in_context)
    if asked == (Aspect.SO,):
        return f"{said}. Is that so?"
    first = _FIRST.match(said)
    word = first[0] if first is not None else ""
    if word.lower() in _SMALL:
        said = said[:1].lower() + said[1:]
    within = word.lower() in _SMALL or word in names
    right = f"Is it right that {said}?" if within else f"Is this right: {said}?"
    return f"{right} And is that so?" if Aspect.SO in asked else right


def _of_quotation(asked: Asked, aspects: Sequence[Aspect | None]) -> str:
    said = f"Are the words in quotation marks those of {asked.name}, exactly?" if Aspect.SAID in aspects else None
    return " ".join(filter(None, (said, "Is what they say so?" if Aspect.SO in aspects else None)))


def _box(aspect: Aspect | None) -> str:
    return {Aspect.SAID: "it was said", Aspect.SO: "it is so", None: "it is right"}[aspect]


def _values(case: Case, claim: Claim) -> Iterator[str]:
    """What the claim's dates and large figures mean, in full, where their words do not say it all."""
    for part in case.parts_of(claim):
        if part.figure is not None and abs(part.figure.value) < _LARGE:
            continue
        means = _in_full(meaning(part))
        told = part.figure is not None and _digits(means) == _digits(part.text)  # "£38,000" needs no "GBP 38,000"
        if means and means != part.text and not told:
            yield f"{part.text}: {means}"


def _digits(words: str) -> str:
    return re.sub(r"[^0-9.]", "", words)


def _reach(card: Card | None) -> list[tuple[str, str]]:
    told = (("Phone", card.phone), ("E-mail", card.email), ("Affiliation", card.affiliation), ("Note", card.note)) if card else ()
    return [(label, value) for label, value in told if value]
