"""The way from Google Docs and back by a Word file, tried on files in the manner of its export, not on the service."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from factcheck import pipeline
from factcheck.documents.comments import NOTICE
from factcheck.model import Case, Evidence, Review, Stance, Verdict
from factcheck.reading import read
from factcheck.reporting.word import as_docx
from tests.builders import AT, ferry_case
from tests.documents.docs_files import LOG, docs_copy

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COST = "The weir at Stoke cost £4.2 million, the clerk said on Monday."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "story.docx"
    path.write_bytes(docs_copy())
    return path


class TestIn:
    def test_the_words_are_those_with_every_suggestion_taken(self, path: Path) -> None:
        """Content controls, chips and list items are read through; what a suggestion deletes is left out, and that is told."""
        found = read(str(path))
        assert found.headline == "Weir rebuilt late"
        assert COST in found.text
        assert "£4.1" not in found.text
        assert "14 divers, Ruth Okafor said. The pumps ran for nine days, the pump log says." in found.text
        assert "Ring the clerk on 3 Mar 2026 about the pumps." in found.text
        assert ("deleted", "£4.1 million") in [(left.role, left.words) for left in found.left_out or ()]

    def test_what_docs_writes_among_the_comments_is_nobodys_note(self, path: Path) -> None:
        """That a thread was closed, opened again or has reactions is told as left out; what people wrote stays theirs, with its moment."""
        found = read(str(path))
        written = [(one.by, one.words, one.at.day if one.at else None) for one in found.remarks if not one.is_note]
        assert written == [
            ("Cleo Wirth", "https://stoke.example/minutes.pdf p. 14", 2),
            ("Ann Lee", "Is that the budget or the bill?", 3),
            ("Cleo Wirth", "See the log.\nSheet 2.", 2),
        ]
        notices = [left.words for left in found.left_out or () if left.role == "notice"]
        assert notices[:2] == ["_Marked as resolved_", "_Re-opened_"]
        assert len(notices) == 4

    def test_comments_footnotes_and_file_chips_are_evidence_on_their_claims_and_a_persons_chip_is_not(
        self, path: Path, tmp_path: Path
    ) -> None:
        case = pipeline.start_case(path, tmp_path / "cases").unchecked
        cost = next(claim for claim in case.claims if claim.text.startswith("The weir at Stoke cost") and claim.part_of is None)
        assert {item.url or item.source for item in cost.evidence} == {"https://stoke.example/minutes.pdf", "Parish minutes"}
        assert {item.stance for item in cost.evidence} == {Stance.CITED}
        assert [(review.by, review.note) for review in cost.reviews] == [
            ("Cleo Wirth", "https://stoke.example/minutes.pdf p. 14"),
            ("Ann Lee", "Is that the budget or the bill?"),
        ]
        everywhere = [item.url or item.source or "" for claim in case.claims for item in claim.evidence]
        assert LOG in everywhere
        assert not any("mailto" in one for one in everywhere)

    @pytest.mark.parametrize("words", ["It is marked as resolved", "Re-opened in May", "He reacted with anger at noon", "2 reactions"])
    def test_what_people_write_is_no_notice(self, words: str) -> None:
        assert NOTICE.fullmatch(words) is None


class TestOut:
    @pytest.fixture
    def case(self) -> Case:
        case = ferry_case()
        for n, claim in enumerate(case.claims[:4]):
            asked = Review(by=("Ann", "Ben")[n % 2], at=AT, question=f"question {n}")
            wrong = Review(by="Cleo", at=AT, aspect=claim.aspects[0], verdict=Verdict.FALSE, judged=claim.judged)
            evidence = (Evidence(source="a call", quote="nine"),)
            case = case.with_claim(claim.model_copy(update={"reviews": (asked, wrong), "evidence": evidence}))
        return case

    def test_each_comment_has_what_keeps_it_on_its_words(self, case: Case) -> None:
        """One beginning, one end and one mark each, the beginning first, an author and words: what import is known to hold on to."""
        with zipfile.ZipFile(io.BytesIO(as_docx(case))) as package:
            document = etree.fromstring(package.read("word/document.xml"))
            comments = etree.fromstring(package.read("word/comments.xml"))
        names = [one.get(f"{W}id") for one in comments.iter(f"{W}comment")]
        assert len(names) == len(set(names)) >= 8
        order = {node: at for at, node in enumerate(document.iter())}
        places = {}
        for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            nodes = list(document.iter(f"{W}{kind}"))
            assert Counter(node.get(f"{W}id") for node in nodes) == Counter(names)
            places[kind] = {node.get(f"{W}id"): order[node] for node in nodes}
        assert all(places["commentRangeStart"][name] < places["commentRangeEnd"][name] for name in names)
        for one in comments.iter(f"{W}comment"):
            assert (one.get(f"{W}author") or "").strip()
            assert "".join(text.text or "" for text in one.iter(f"{W}t")).strip()

    def test_what_is_written_comes_back_on_the_same_words(self, case: Case, tmp_path: Path) -> None:
        path = tmp_path / "report.docx"
        path.write_bytes(as_docx(case))
        found = read(str(path))
        there = {one.words.rpartition(": ")[2]: found.words(one) for one in found.remarks if one.by in ("Ann", "Ben")}
        for n, claim in enumerate(case.claims[:4]):
            assert there[f"question {n}"] == claim.text
