"""What stands in quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language.quotation_marks import Quotation, find_quotations
from factcheck.model import Span


def quotations(*paragraphs: str) -> tuple[str, list[Quotation]]:
    text, spans = "\n\n".join(paragraphs), []
    at = 0
    for paragraph in paragraphs:
        spans.append(Span(start=at, end=at + len(paragraph)))
        at += len(paragraph) + 2
    return text, find_quotations(text, spans)


def inner(*paragraphs: str) -> list[str]:
    text, found = quotations(*paragraphs)
    return [text[q.inner.start : q.inner.end] for q in found]


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        ('He said "we won" and left.', ["we won"]),
        ("He said “we won” and left.", ["we won"]),
        ("He said 'we won' and left.", ["we won"]),
        ("He said ‘we won’ and left.", ["we won"]),
        ("He said «we won» and left.", ["we won"]),
        ("The dogs' owner said he didn't see the '90s car.", []),
        ("“He told me ‘go’ and I went,” she said.", ["He told me ‘go’ and I went,", "go"]),
        ("'The players' union agreed,' he said.", ["The players' union agreed,"]),
        ('"One," he said, "two."', ["One,", "two."]),
        ("He called it ”a farce” and left.", ["a farce"]),
        ("``It is late,″ she said.", ["It is late,"]),
        ('The board was 6" wide and 8" long.', []),
    ],
)
def test_marks_of_every_kind(paragraph: str, wanted: list[str]) -> None:
    assert inner(paragraph) == wanted


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    text, (only,) = quotations("He said: “We won.", "The crowd left.")
    assert (text[only.inner.start : only.inner.end], only.closed) == ("We won.", False)


def test_a_quotation_opened_anew_goes_on() -> None:
    _, found = quotations("He said: “We won.", "“We will win again.”")
    assert [q.resumes for q in found] == [False, True]


@given(st.text(st.sampled_from("ab .,'\"“”‘’«»\n?"), max_size=120))
@settings(max_examples=200, deadline=None)
def test_on_any_text_marks_lie_in_their_paragraph(text: str) -> None:
    for q in find_quotations(text, [Span(start=0, end=len(text))]):
        assert 0 <= q.outer.start <= q.inner.start <= q.inner.end <= q.outer.end <= len(text)
