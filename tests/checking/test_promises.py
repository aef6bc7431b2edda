"""What holds for every check on every text: nothing raised, true places, flags that stay put, and time that grows with the text."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import check, checking
from factcheck.checking import CHECKS, Check
from factcheck.checking.examples import as_article, as_claims
from factcheck.model import Article, Flag
from tests.builders import article, ferry_case
from tests.checking.reading import as_blocks

PIECES = st.sampled_from(
    "KCNA|KNCA|The|the official said|said|Kim Jong-un|Kim Jong Un|U.S.|US|“|”|\"|'|’s|Monday, March 1|"
    "Friday 31 February 2019|from|to|by|rose|"
    "fell|doubled|half|12%|1,200|£1.2m|0|-3|25 miles (4 km)|86°F (40°C)|(|)|[sic]|"
    "Sen.|Gov.|Okafor|Okaffor|, 45,|45-year-old|@Okafor|…|é|\u0301|\x00|"
    "\u202e|\n|\t|The General Dockers Union (GDF)|ǅ|ß|İ|中文|1/2|half a million|999999999999999999999999999999999|.".split("|")
)
TEXTS = st.lists(st.one_of(PIECES, st.text(st.characters(exclude_categories=["Cs"]), max_size=12)), min_size=1, max_size=40).map(" ".join)


def marks(flags: list[Flag]) -> set[str]:
    return {flag.fingerprint for flag in flags}


class TestAnyText:
    @given(st.lists(TEXTS, min_size=1, max_size=4))
    @settings(max_examples=150, deadline=None)
    def test_is_checked_without_a_fault_and_every_place_is_true(self, paragraphs: list[str]) -> None:
        read = as_blocks(*paragraphs)
        for flag in check(read, ()):
            assert flag.spans
            assert all(read.text[span.start : span.end] == span.text for span in flag.spans)
            assert "\n" not in flag.message

    @given(st.lists(TEXTS, min_size=1, max_size=4))
    @settings(max_examples=60, deadline=None)
    def test_gives_the_same_flags_each_time(self, paragraphs: list[str]) -> None:
        read = as_blocks(*paragraphs)
        assert check(read, ()) == check(Article.model_validate(read.model_dump()), ())

    def test_that_is_empty_has_no_flags(self) -> None:
        assert check(Article(text=""), ()) == []


class TestFurniture:
    def test_is_not_looked_at(self) -> None:
        text = "Port closes\n\nThe HPTA closed the port.\n\nThe HTPA will open it again."
        assert [flag.check for flag in check(article(text), ())] == ["acronym"]
        assert check(article(text, furniture=("The HTPA will open it again.",)), ()) == []

    def test_hides_no_slip_of_the_article_itself(self) -> None:
        assert [flag.check for flag in check(ferry_case().article, ferry_case().claims)] == ["acronym"]


RAIN = "Rain is likely in the valley all week, and farmers are glad of it."


@pytest.mark.parametrize("each", list(CHECKS), ids=lambda c: c.id)
class TestEditsElsewhere:
    def test_an_unrelated_paragraph_removes_no_flag_and_changes_no_fingerprint(self, each: Check) -> None:
        for example in each.catches:
            headline, _, rest = example.text.partition("\n\n")
            for text in (f"{example.text}\n{RAIN}\n", f"{headline}\n\n{RAIN}\n\n{rest}"):
                edited = replace(example, text=text)
                before, after = as_article(example), as_article(edited)
                assert marks(check(before, as_claims(before, example))) == marks(check(after, as_claims(after, edited)))

    def test_the_order_of_paragraphs_elsewhere_does_not_count(self, each: Check) -> None:
        sun = "The sun is expected back on the coast by the end of the month."
        for example in each.catches:
            counts = []
            for pair in ((RAIN, sun), (sun, RAIN)):
                read = as_article(replace(example, text=f"{example.text}\n{pair[0]}\n\n{pair[1]}\n"))
                counts.append(marks(check(read, ())))
            assert counts[0] == counts[1]


NAMES = st.sampled_from("Okafor Brandvold Raghunathan Kowalczyk Whitfield Santillan Achterberg Devereaux Tamagotchi Underhill".split())
FIRSTS = st.sampled_from("Ruth Helga Priya Tomas Amelia Gustav Leonor Hideo".split())


class TestRenaming:
    @given(FIRSTS, NAMES)
    @settings(max_examples=40, deadline=None)
    def test_a_person_throughout_changes_no_count(self, first: str, last: str) -> None:
        told = (
            f"Port closes\n\n{first} {last}, 45, closed the port. {last} said the HPTA had asked for it.\n\n"
            f'"We lost every pear on the hill in one night," {last} said. The HTPA thanked Ms {last} on Friday, March 2, 2019.\n\n'
            f"Sen. {last} flew to the U.S. and back. {last}, 54, was tired.\n"
        )
        assert sorted(flag.check for flag in check(article(told), ())) == ["acronym", "age", "weekday"]


class TestFingerprints:
    def test_two_slips_differ_even_when_their_words_are_the_same(self) -> None:
        text = (
            "Two fairs\n\nThe fair at Dunmore opens on Friday, March 2, 2019, at noon.\n\n"
            "The Harwick fair opens on Friday, March 2, 2019, too.\n\n"
            "The Harwick fair opens on Friday, March 2, 2019, too.\n"
        )
        flags = check(article(text), ())
        assert len(flags) == 3
        assert len(marks(flags)) == 3

    def test_stay_when_the_same_words_are_moved_or_set_with_other_quotation_marks(self) -> None:
        said = 'Vote void\n\n"We lost every pear on the hill in one night," he said.\n\n'
        text = f'{said}She read: "we lost every plum on the hill in one night".\n'
        curly = text.replace('"We', "“We").replace('night,"', "night,”").replace('"we', "“we").replace('night"', "night”")
        assert marks(check(article(text), ())) == marks(check(article(f"{curly}\n{RAIN}\n"), ()))


HOSTILE = {
    "one letter": "A" * 300_000,
    "dots": "A." * 150_000,
    "hyphens": "Kim-" * 75_000,
    "one name": "Kim " * 75_000,
    "figures": "from 1 to 2 " * 12_000,
    "quotation marks": '"' * 300_000,
    "one quotation": '"we lost every pear on the hill in one night" ' * 4_000,
    "brackets": "Alpha Beta Gamma (ABD) " * 6_000,
    "weekdays": "Monday, March 1, 2019 " * 6_000,
    "near names": " ".join(f"Q{chr(0x4E00 + n)}bcd" for n in range(20_000)),
    "near letters": " ".join("Q" + chr(65 + n % 26) + chr(65 + n // 26 % 26) + "X" for n in range(676)) + " QXX" * 1000,
    "points of the compass": "It is 4 miles north of Hull. " * 8_000,
    "spaces": " " * 300_000,
}


class TestTime:
    @pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
    def test_a_text_made_to_hang_a_check_does_not(self, text: str) -> None:
        checking.check(as_blocks(text), ())

    def test_a_text_of_many_paragraphs_does_not_either(self) -> None:
        checking.check(as_blocks(*(f"Port {n} is 4 miles north of Hull." for n in range(15_000))), ())

    def test_an_article_takes_no_language_model_and_without_a_candidate_no_word_list(self) -> None:
        program = (
            "import sys\nfrom factcheck.checking import check\nfrom tests.builders import article\n"
            "check(article('Port closes\\n\\nThe port was closed on Monday, and nobody said why.\\n'), ())\n"
            "from factcheck.language import frequency\n"
            "assert 'spacy' not in sys.modules\nassert frequency._table.cache_info().currsize == 0\n"
        )
        subprocess.run([sys.executable, "-c", program], check=True)
