"""Nothing that an article asserts is left over: every name, date, figure and quotation lies in a claim, or is listed as in none."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Article, BlockRole, Claim, Span
from factcheck.splitting import split, uncovered
from factcheck.splitting.coverage import JOINTS
from factcheck.values import find_dates, find_figures
from tests import builders
from tests.splitting import marked

_NAME = re.compile(r"(?<![.!?:“\"‘'(]\s)(?<!^)\b[A-Z][a-z’'A-Z-]+(?:\s[A-Z][a-z’'A-Z-]+){0,4}", re.MULTILINE)
_QUOTED = re.compile(r"“[^”\n]{1,500}”|\"[^\"\n]{1,500}\"")

_WHO = (
    "Ann Lee",
    "Mr Hadley",
    "Okafor, 45, an engineer from Leeds,",
    "The firm, based in Ashby,",
    "Tom Hadley, who took over in 2011,",
    "Ito and Brandt",
)
_DID = ("closed two plants", "said prices had risen by 4 percent", "has bought the site for £3m", "was sold to Kestrel in 2019", "met Kim")
_THEN = (
    "",
    ", killing three people",
    " and sold the land in May",
    ", which opened in 1962 and cost $40m",
    ", where it employs 300 people",
    ", according to Marlow Economics",
    ", but the council kept it",
    "; wages fell by 2 percent",
    ", saying it was “a disgrace”",
    " on Friday",
    ", two of whom were later released",
    ", a builder who worked in Leeds for 30 years",
)
_FIRST = ("", "Founded in 1962, ", "Speaking in Leeds on Monday, ", "But ", "In May 2020, ", "HALE: ", "16.42 ")
SENTENCES = st.builds("{}{} {}{}{}.".format, *(st.sampled_from(part) for part in (_FIRST, _WHO, _DID, _THEN, _THEN)))
ARTICLES = st.lists(SENTENCES, min_size=1, max_size=4).map("\n\n".join)


def asserted(article: Article) -> Iterator[Span]:
    """The dates, figures, names and quotations of the body."""
    dates = find_dates(article.text, article.published)
    found = [Span(start=v.start, end=v.end) for v in (*dates, *find_figures(article.text, dates=dates))]
    found += [Span(start=m.start(), end=m.end()) for pattern in (_NAME, _QUOTED) for m in pattern.finditer(article.text)]
    for block in article.blocks_of(BlockRole.BODY):
        yield from (span for span in found if block.start <= span.start and span.end <= block.end)


def left_over(article: Article, claims: list[Claim]) -> list[str]:
    listed = uncovered(article, claims)
    held = bytearray(len(article.text))
    for span in (*claims, *listed):
        held[span.start : span.end] = b"\x01" * (span.end - span.start)
    return [article.words(s) for s in asserted(article) if not all(held[at] for at in range(s.start, s.end) if article.text[at].isalnum())]


@pytest.mark.parametrize("name", marked.names())
def test_every_name_date_figure_and_quotation_of_a_marked_article_is_in_a_claim(name):
    article, _ = marked.load(name)
    claims = split(article)
    assert list(asserted(article))
    assert left_over(article, claims) == []
    assert uncovered(article, claims) == []


@given(ARTICLES)
@settings(max_examples=40, deadline=None)
def test_every_name_date_figure_and_quotation_of_any_article_is_in_a_claim_or_listed(text):
    article = builders.article("A headline\n\n" + text + "\n")
    claims = split(article)
    assert left_over(article, claims) == []


def test_what_is_in_no_claim_is_listed_without_the_joints():
    article = builders.article("A headline\n\nThe council closed the pool, and the school in Ashby burnt on 3 May.\n")
    claims = [c for c in split(article) if "school" not in c.text]
    (left,) = uncovered(article, [c for c in claims if c.part_of is None])
    assert article.words(left) == "and the school in Ashby burnt on 3 May"
    assert uncovered(article, split(article)) == []
    assert "and" in JOINTS


def test_furniture_and_headline_are_not_missed():
    article = builders.article("A headline about Leeds in 2020\n\nThe pool closed.\n\nShare this article\n")
    assert uncovered(article, split(article)) == []


def test_an_article_without_claims_is_listed_whole():
    article = builders.article("A headline\n\nThe pool closed in May.\n")
    assert [article.words(s) for s in uncovered(article, [])] == ["The pool closed in May"]
