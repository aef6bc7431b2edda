"""A writer's annotated copy: what its notes, links and comments name is evidence on the claims that they hang on, and no claim."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import pipeline, read_text
from factcheck.casefile import CaseFile, load
from factcheck.model import BlockRole, Case, Stance
from factcheck.reporting import withheld
from tests.documents.annotated_files import COPIES
from tests.documents.office_files import odt
from tests.model.test_signing import signed

COPY = """\
# Weir rebuilt late

By Ann Lee

The weir at Stoke cost £4.2 million, the clerk said on Monday.[^min] It was [finished a year late](https://post.example/late#page=3).

The parish hired 14 divers.[^2] Nobody was hurt.

- Divers left in May.[^min]

[^min]: Parish minutes, p. 14.

    They were not signed.

[^2]: Ibid., p. 15; payments.xlsx, sheet 2.
[^unused]: Kept for the next story.
"""


def cites(case: Case) -> dict[str, list[tuple[str | None, str | None]]]:
    return {c.text: [(item.url or item.source, item.locator) for item in c.evidence] for c in case.claims if c.part_of is None}


def made(folder: Path, text: str, name: str = "copy.md") -> pipeline.Opened:
    path = folder / name
    path.write_text(text)
    return pipeline.start_case(path, folder / "cases")


def test_whom_a_note_names_in_confidence_no_export_names(tmp_path: Path) -> None:
    """A talk, not a file or an address; what a reader says of it later stays; month and the like are hidden nowhere."""
    text = (
        "# Weir late\n\nThe weir cost £4.2 million.[^1] It holds 14 gates.[^2] Two leak.[^3]\n\n"
        "[^1]: Call with Jo Ferrant, off the record, 4 November.\n[^2]: Confidential memo, memo.pdf, p. 2.\n"
        "[^3]: Interview with Al Rudd in November, not confidential.\n"
    )
    opened = made(tmp_path, text)
    (source,) = opened.case.sources
    assert (source.name, source.confidential) == ("Call with Jo Ferrant, off the record, 4 November", True)
    opened.file.save(signed(opened.file.case))
    for form in ("markdown", "html", "json", "csv"):
        (path,) = pipeline.export_case(opened.file.path, tmp_path / "out", [form])
        told = path.read_text("utf-8").replace("\\", "")
        assert "Ferrant" not in told
        assert "Interview with Al Rudd in November" in told
        assert "changed since" not in told
    hidden = withheld(load(opened.file.path))
    assert hidden.signed is not None
    assert len(hidden.article.text) == len(opened.case.article.text)
    assert f"\n\n{'█' * len(source.name or '')}.\n\n" in hidden.article.text
    assert hidden.article.sha256 == hashlib.sha256(hidden.article.text.encode()).hexdigest()
    file = CaseFile.open(opened.file.path)
    file.save(file.case.with_source(file.case.sources[0].model_copy(update={"confidential": False})))
    again = pipeline.start_case(tmp_path / "copy.md", tmp_path / "cases")
    assert [source.confidential for source in again.case.sources] == [False]


MINUTES = [("Parish minutes", "p. 14")]
SOURCES = {
    "The weir at Stoke cost £4.2 million, the clerk said on Monday.": MINUTES,
    "It was finished a year late.": [("https://post.example/late#page=3", "p. 3")],
    "The parish hired 14 divers.": [("Parish minutes", "p. 15"), ("payments.xlsx", "sheet 2")],
    "Divers left in May.": MINUTES,
}


def test_notes_and_links_are_evidence_where_their_marks_stand(tmp_path: Path) -> None:
    opened = made(tmp_path, COPY)
    assert {text: sources for text, sources in cites(opened.case).items() if sources} == SOURCES
    items = [item for c in opened.case.claims for item in c.evidence]
    assert {item.added_by for item in items} == {"Ann Lee"}
    assert {item.stance for item in items} == {Stance.CITED}
    assert pipeline.open_case(opened.file.path).case.claims == opened.case.claims


SPOKEN = """\
# The weir

By Ann Lee

“We are late,” Mr Cole said. “It was the rain.”[^2]

The weir cost £4 million, and it opened in May.[^3]

The mill closed in 2001,[^1] and the men left for Leeds.[^2]

“It was the rain,” Mr Cole said. “It was the council,” Mrs Dunn said.[^3]

- Divers left in May
- Boats left in June.[^1]

[^1]: Minutes, p. 1
[^2]: cole.mp3 1:20
[^3]: Accounts, p. 9
"""


def test_a_mark_at_the_end_of_a_sentence_or_of_what_somebody_goes_on_saying_is_for_all_of_it(tmp_path: Path) -> None:
    minutes, cole, accounts = [("Minutes", "p. 1")], [("cole.mp3", "1:20")], [("Accounts", "p. 9")]
    assert {text: sources for text, sources in cites(made(tmp_path, SPOKEN).case).items() if sources} == {
        "“We are late,” Mr Cole said.": cole,
        "“It was the rain.”": cole,
        "The weir cost £4 million": accounts,
        "it opened in May.": accounts,
        "The mill closed in 2001": minutes,
        "the men left for Leeds.": cole,
        "“It was the council,” Mrs Dunn said.": accounts,
        "Boats left in June.": minutes,
    }


@pytest.mark.parametrize(
    ("note", "locator"),
    [
        ("fees.xlsx, sheet Fees, B4", "sheet Fees, B4"),
        ("fees.xlsx sheet “Q3 spend”, cells A7:B9", "sheet “Q3 spend”, cells A7:B9"),
        ("fees.xlsx, sheet Site Costs 2024, row 4", "sheet Site Costs 2024, row 4"),
        ("fees.xlsx, sheet 2, cell B4", "sheet 2, cell B4"),
        ("Fact Sheet April 2024, p. 3", "p. 3"),
        ("fees.jpg, a sheet of paper", None),
    ],
)
def test_a_sheet_is_a_place_by_its_name(tmp_path: Path, note: str, locator: str | None) -> None:
    case = made(tmp_path, f"Fees rose by a fifth.[^1]\n\n[^1]: {note}\n").case
    assert [where for sources in cites(case).values() for _, where in sources] == [locator]


def test_a_link_in_a_note_is_its_source(tmp_path: Path) -> None:
    text = "Fees rose.[^1] Boats left.[^2]\n\n[^1]: [The minutes](https://parish.example/m.pdf), p. 4\n\n[^2]: <https://parish.example/b>\n"
    case = made(tmp_path, text).case
    assert cites(case) == {
        "Fees rose.": [("https://parish.example/m.pdf", "p. 4")],
        "Boats left.": [("https://parish.example/b", None)],
    }


def test_notes_are_read_shown_and_never_claims(tmp_path: Path) -> None:
    case = made(tmp_path, COPY).case
    notes = [case.article.words(block) for block in case.article.blocks_of(BlockRole.NOTE)]
    assert notes == [
        "Parish minutes, p. 14. They were not signed.",
        "Ibid., p. 15; payments.xlsx, sheet 2.",
        "Kept for the next story.",
    ]
    spans = list(case.article.blocks_of(BlockRole.NOTE))
    assert not [claim for claim in case.claims if any(block.start < claim.end and claim.start < block.end for block in spans)]
    assert "^" not in case.article.text
    assert "14 divers.\n\nIbid." not in case.article.text
    assert case.article.text.index("Nobody was hurt.") < case.article.text.index("Ibid., p. 15")


@pytest.mark.parametrize("kind", COPIES)
def test_the_same_copy_gives_the_same_evidence_in_every_format(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"copy.{kind}"
    path.write_bytes(COPIES[kind]())
    opened = pipeline.start_case(path, tmp_path / "cases")
    case = opened.case
    assert {text: sources for text, sources in cites(case).items() if sources} == SOURCES
    items = [item for c in case.claims for item in c.evidence]
    assert ({item.added_by for item in items}, {item.stance for item in items}) == ({"Ann Lee"}, {Stance.CITED})
    notes = list(case.article.blocks_of(BlockRole.NOTE))
    said = " ".join(case.article.words(block) for block in notes)
    assert said.startswith("Parish minutes, p. 14. They were not signed. Ibid., p. 15; payments.xlsx, sheet 2.")
    assert not [claim for claim in case.claims if any(block.start < claim.end and claim.start < block.end for block in notes)]
    assert case.article.text.index("Nobody was hurt.") < case.article.text.index("Ibid., p. 15") < case.article.text.index("Divers left")
    assert pipeline.open_case(opened.file.path).case.claims == case.claims


SAID = "It is in https://parish.example/minutes.pdf p. 14"


def commented(kind: str) -> bytes:
    if kind == "odt":
        comment = f'<office:annotation office:name="c"><dc:creator>Cleo</dc:creator><text:p>{SAID}</text:p></office:annotation>'
        return odt(f'<text:p>The parish {comment}hired 14 divers<office:annotation-end office:name="c"/>.</text:p>')
    document = docx.Document()
    paragraph = document.add_paragraph("The parish ")
    document.add_comment(paragraph.add_run("hired 14 divers"), text=SAID, author="Cleo", initials="C")
    paragraph.add_run(".")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_comment_that_names_a_source_is_a_note_and_evidence(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"copy.{kind}"
    path.write_bytes(commented(kind))
    case = pipeline.start_case(path, tmp_path / "cases").case
    assert cites(case) == {"The parish hired 14 divers.": [("https://parish.example/minutes.pdf", "p. 14")]}
    claim = next(claim for claim in case.claims if claim.part_of is None)
    assert [(review.by, review.note) for review in claim.reviews] == [("Cleo", f"“hired 14 divers”: {SAID}")]
    assert claim.evidence[0].added_by == "Cleo"


def test_evidence_that_is_only_cited_verifies_nothing(tmp_path: Path) -> None:
    case = made(tmp_path, COPY).case
    assert not any(case.origins(claim.evidence) for claim in case.claims)


def test_the_same_copy_read_again_adds_nothing_and_a_note_more_is_added(tmp_path: Path) -> None:
    first = made(tmp_path, COPY)
    again = made(tmp_path, COPY)
    assert again.case.claims == first.case.claims
    path = tmp_path / "copy.md"
    path.write_text(COPY.replace("Nobody was hurt.", "Nobody was hurt.[^3]") + "\n[^3]: Clinic log, p. 2.\n")
    pipeline.update_case(first.file.path, path)
    case = pipeline.open_case(first.file.path).case
    assert cites(case)["Nobody was hurt."] == [("Clinic log", "p. 2")]
    assert sum(map(len, cites(case).values())) == 6


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["[^1]", "[^2]", "^[inline]", "[words](https://a.example)", "word", ".", "\n\n", "- ", "> ", "[^1]: note\n"]))
)
def test_any_marks_give_true_places(parts: list[str]) -> None:
    article = read_text(" ".join(parts) + "\n\n[^1]: One.\n\n[^2]: Two.\n", format="markdown")
    assert not any("\ue0f7" <= char <= "\ue0f8" for char in article.text)
    for remark in article.remarks:
        assert 0 <= remark.start <= remark.end <= len(article.text)
        assert article.words(remark) in ("", "words")
