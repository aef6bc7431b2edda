"""What holds for every article, whatever is in it."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language.sentences import find_sentences
from factcheck.model import Article, Block, BlockRole, Claim
from factcheck.splitting import split, split_many
from tests import builders
from tests.splitting import marked

PIECES = st.sampled_from(
    [
        "Smith", "Ann Smith", "the minister", "He", "it", "who left in 2011", "said", "told reporters", "adding", "that",
        "and", "but", "while", ",", ".", ";", ":", '"', "“", "”", "‘", "’", "'", "(", ")", "[", "]", "--", "—", "?", "!",
        "according to", "Friday", "£1.2m", "12 percent", "NWB", "National Water Board", "U.S.", "Mr.", "\n", "\n\n", "\x00",
        "\u202e", "\u200b", "é", "漢字", "🙂", "killing three people", "would close", "which cost £3m", "*", "•", "don't",
        "\t", "\u2028",
    ]
)  # fmt: skip
ARTICLES = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=120)


def body(text: str) -> Article:
    """An article of nothing but body: each line of the text is a paragraph."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(role=BlockRole.BODY, start=at, end=at + len(line)))
        at += len(line) + 1
    return Article(text=text, blocks=tuple(blocks), published=builders.AT)


class Enough(Exception):  # noqa: N818 - it is no error
    pass


def test_splitting_tells_how_far_it_is_and_ends_when_nobody_waits() -> None:
    article = body("The mayor left. The bridge closed.\nA vote is due.")
    told: list[tuple[int, int]] = []
    split(article, lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]

    def enough(_done: int, _of: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        split(article, enough)


def check_promises(article: Article, claims: list[Claim]) -> None:
    text, ids = article.text, {c.id: c for c in claims}
    assert len(ids) == len(claims)
    assert claims == sorted(claims, key=lambda c: (c.start, -c.end))
    for claim in claims:
        assert text[claim.start : claim.end] == claim.text
        assert claim.text.strip()
        for words in (claim.speaker, claim.cue, claim.date, claim.figure):
            assert words is None or text[words.start : words.end] == words.text
        assert all(0 <= s.start < s.end <= len(text) for s in claim.content)
        assert all(a.end <= b.start for a, b in pairwise(claim.content))
        assert (claim.part_of is not None) == (claim.kind.row.part)
        if claim.part_of is not None:
            assert ids[claim.part_of].start <= claim.start < ids[claim.part_of].end
        assert claim.checkable == (claim.reason is None)
    covered = [False] * len(text)
    for claim in claims:
        for at in range(claim.start, claim.end):
            covered[at] = True
    for block in article.blocks_of(BlockRole.BODY):
        for sentence in find_sentences(article.words(block)):
            span = range(block.start + sentence.start, block.start + sentence.end)
            wordy = [at for at in span if text[at].isalpha()]
            assert not wordy or _may_be_a_label(text, span) or any(covered[at] for at in wordy), text[span.start : span.stop]


def _may_be_a_label(text: str, span: range) -> bool:
    """A line by itself, without a figure and a full stop: a crosshead that asserts nothing is no claim."""
    line, alone = text[span.start : span.stop], text[span.stop : span.stop + 1] in {"", "\n"} and text[: span.start][-1:] in {"", "\n"}
    return alone and line[-1] not in ".!?…" and not any(map(str.isdigit, line))


def _split_word(words: str) -> list[str]:
    """The words, in one case: a gist begins with a capital wherever it is cut out."""
    return "".join(c if c.isalnum() else " " for c in words).casefold().split()


def _without_insertions(gist: str) -> str:
    out, depth = [], 0
    for c in gist:
        depth += c == "["
        if not depth:
            out.append(c)
        depth -= c == "]"
        if c == "]":
            out.append(" ")
    return "".join(out)


def _is_subsequence(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


@given(ARTICLES)
@settings(max_examples=30, deadline=None)
def test_any_text_is_split_with_true_offsets_and_nothing_left_over(text):
    text = text.replace("\r", "\n")
    article = body(text)
    claims = split(article)
    check_promises(article, claims)
    assert claims == split(article)


@given(ARTICLES.filter(lambda t: "[" not in t and "]" not in t))
@settings(max_examples=25, deadline=None)
def test_a_gist_without_its_brackets_is_words_of_the_claim(text):
    for claim in split(body(text)):
        assert _is_subsequence(_split_word(_without_insertions(claim.gist)), _split_word(claim.text)), (claim.gist, claim.text)


@pytest.mark.parametrize("name", marked.names())
def test_the_promises_hold_on_real_prose(name):
    article, _ = marked.load(name)
    claims = split(article)
    check_promises(article, claims)
    for claim in claims:
        assert _is_subsequence(_split_word(_without_insertions(claim.gist)), _split_word(claim.text)), (claim.gist, claim.text)


@pytest.mark.parametrize("name", marked.names())
def test_every_word_but_the_joints_is_in_a_claim(name):
    """What no claim covers is a conjunction or a mark between two of them."""
    article, _ = marked.load(name)
    claims = split(article)
    left = list(article.text)
    for claim in claims:
        left[claim.start : claim.end] = " " * (claim.end - claim.start)
    words = {w for block in article.blocks_of(BlockRole.BODY) for w in _split_word("".join(left[block.start : block.end]))}
    assert words <= {"and", "but", "or", "while", "as", "after", "although", "though", "yet", "so", "when"}


@pytest.mark.parametrize("name", marked.names())
def test_words_inside_quotation_marks_are_never_dropped_from_a_gist(name):
    article, _ = marked.load(name)
    for claim in split(article):
        if claim.mode is not None:
            quoted = claim.text.replace("“", '"').replace("”", '"').split('"')[1::2]
            assert all(_is_subsequence(_split_word(part), _split_word(claim.gist)) for part in quoted), claim.gist


def test_a_headline_is_a_claim_and_byline_dateline_and_furniture_give_none():
    text = (
        "Council votes to close pool\n\nBy Ann Smith\n\nLeeds\n\nThe council voted on Monday to close the pool.\n\nSubscribe for £2 a month"
    )
    roles = [BlockRole.HEADLINE, BlockRole.BYLINE, BlockRole.DATELINE, BlockRole.BODY, BlockRole.FURNITURE]
    blocks, at = [], 0
    for role, paragraph in zip(roles, text.split("\n\n"), strict=True):
        blocks.append(Block(role=role, start=at, end=at + len(paragraph)))
        at += len(paragraph) + 2
    claims = split(Article(text=text, blocks=tuple(blocks), published=builders.AT))
    begin = text.index("The council voted")
    assert claims[0].text == "Council votes to close pool"
    assert all(begin <= c.start and c.end <= text.index("\n\nSubscribe") for c in claims[1:])


def test_a_name_behind_a_title_of_the_sentence_before_is_part_of_its_own_claim():
    article = body("spokeswoman might rebuild called a Lindqvist & Sons Lt.d told reporters, that born")
    check_promises(article, split(article))


def test_articles_in_a_row_are_split_as_each_is_by_itself():
    articles = [marked.load(name)[0] for name in marked.names()]
    assert list(split_many(iter(articles))) == [split(a) for a in articles]


def test_an_article_without_words_has_no_claims():
    assert split(body("")) == []
    assert split(body(" \n\n \t")) == []


def test_thirty_thousand_letters_without_a_space_do_no_harm():
    article = body("a" * 30_000)
    check_promises(article, split(article))


def test_importing_the_room_does_not_load_the_language_pipeline():
    code = "import sys, factcheck.splitting; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_hash_seed_decides_nothing():
    code = (
        "from tests.splitting import marked\nfrom factcheck.splitting import split\n"
        "for n in ('court', 'obituary'):\n    print([c.model_dump_json() for c in split(marked.load(n)[0])])"
    )
    root = Path(__file__).parents[2]
    runs = [
        subprocess.run([sys.executable, "-c", code], cwd=root, env={"PYTHONHASHSEED": seed, "PATH": ""}, capture_output=True, check=True)
        for seed in ("1", "77")
    ]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout


@pytest.mark.long
def test_a_book_of_three_hundred_thousand_words_is_split():
    article, _ = marked.load("court")
    text = "\n".join(article.text for _ in range(1 + 300_000 // len(article.text.split())))
    book = body(text)
    claims = split(book)
    assert len(claims) > 10_000
    assert all(book.text[c.start : c.end] == c.text for c in claims)
