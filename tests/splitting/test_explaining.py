"""Why a sentence became the claims that it did, said from the same passes that made them."""

from __future__ import annotations

import re

import pytest

from factcheck.model import FactcheckError
from factcheck.pipeline import explain
from factcheck.pipeline.articles import Pasted
from factcheck.reading import read_text
from factcheck.splitting import split
from factcheck.splitting.ownership import PASSES

STORY = """Bridge closes

Engineer Ruth Okafor said on Monday that the bridge would close. It was built in 1901, and Tom Pell ran it.

She said the trust would pay, but Pell told her that it was broke.
"""


def lines(source: str | None, sentence: str | None) -> list[str]:
    return list(explain(Pasted(source) if source is not None else None, sentence))


def section(said: list[str], title: str) -> list[str]:
    start = next(i for i, line in enumerate(said) if line.startswith(title))
    return [line.strip() for line in said[start + 1 : said.index("", start)]]


def test_a_sentence_by_itself_is_explained_step_by_step() -> None:
    said = lines(None, "Ann Lee said she had left, but Tom Pell denied it.")
    assert section(said, "Parse")[1].split() == ["Lee", "proper", "noun,", "proper", "singular", "subject", "of", "said"]
    assert section(said, "Who said what")[0] == "indirect: Ann Lee, “said”: she had left"
    meant = section(said, "Who is meant")[1]
    assert re.match(r"“she” \(pronoun\) means Ann Lee, a person: Ann Lee \d\d% \(", meant)
    assert re.search(r"\(.*subject.* \+\d\.\d.*\); nobody \d%", meant)
    assert [name for name, _ in PASSES] == [line.split(":")[0] for line in section(said, "Clauses") if not line[0].isdigit()]
    assert section(said, "Claims")[0].startswith("statement")


def test_words_choose_the_sentences_of_an_article_in_which_they_stand() -> None:
    said = lines(STORY, "she  said the TRUST")
    assert [line for line in said if line.startswith("“")] == ["“She said the trust would pay, but Pell told her that it was broke.”"]
    assert any("“She” (pronoun) means Ruth Okafor" in line for line in said)
    assert sum(line.startswith("“") for line in lines(STORY, None)) == 3


def test_its_claims_are_those_that_splitting_gives() -> None:
    claims = split(read_text(STORY))
    told = [line for one in ("said on Monday", "It was built", "She said") for line in section(lines(STORY, one), "Claims")]
    assert [line.split(None, 1)[1].split("   (not")[0] for line in told] == [claim.gist for claim in claims[1:]]


def test_words_that_stand_nowhere_and_nothing_at_all_are_told() -> None:
    with pytest.raises(FactcheckError, match="No sentence of the article's body holds “zebra”"):
        lines(STORY, "zebra")
    with pytest.raises(FactcheckError, match="There is nothing to explain"):
        lines(None, None)


def test_hostile_words_reach_no_terminal() -> None:
    assert not any("\x1b" in line or "\u202e" in line for line in lines(None, "Ann \x1b[31mLee said \u202eso."))
