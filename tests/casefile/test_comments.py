"""What somebody wrote into a case file by hand, with a # before it, is still there after any save."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.casefile import CaseFile, load
from factcheck.casefile.loading import parse
from factcheck.casefile.sheet import Sheet
from factcheck.model import Case
from tests.builders import ferry_case
from tests.casefile.cases import decide, undo

REVIEWED = ferry_case(reviewed=True)
TEXT = Sheet.new().showing(REVIEWED)[0].text


def saved(tmp_path: Path, text: str, case: Case) -> str:
    path = tmp_path / "ferry.toml"
    path.write_text(text)
    CaseFile.open(path).save(case)
    return path.read_text()


def test_a_new_file_says_what_it_is() -> None:
    assert TEXT.startswith("# The claims of one article, and what reviewers decided about each.")
    assert "\n\nschema = 1\n" in TEXT


def test_the_header_can_be_taken_out_for_good(tmp_path: Path) -> None:
    bare = TEXT[TEXT.index("schema = 1") :]
    assert saved(tmp_path, bare, decide(REVIEWED, 0, "Ben")).startswith("schema = 1\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('id = "079d5p"\n', '# ask the clerk\nid = "079d5p"\n'),
        ('id = "079d5p"\n', 'id = "079d5p"  # ask the clerk\n'),
        ('[[claims]]\nid = "079d5p"\n', '# ask the clerk\n[[claims]]\nid = "079d5p"\n'),
        ('content_at = "63:130"\n', 'content_at = "63:130"\n# ask the clerk\n'),
        ('note = "Minutes of 4 March, item 7"\n', 'note = "Minutes of 4 March, item 7"  # ask the clerk\n'),
        ('[[claims.evidence]]\nsource = "Call', '# ask the clerk\n[[claims.evidence]]\nsource = "Call'),
    ],
)
def test_a_comment_in_a_claim_stays_where_it_is_when_the_claim_is_judged(tmp_path: Path, before: str, after: str) -> None:
    assert TEXT.count(before) == 1
    text = saved(tmp_path, TEXT.replace(before, after), decide(REVIEWED, 0, "Ben"))
    assert after in text
    assert 'by = "Ben"' in text
    assert text.count("# ask the clerk") == 1


def test_comments_anywhere_else_stay_to_the_letter(tmp_path: Path) -> None:
    commented = (
        TEXT.replace("\n[[claims]]\n", "\n#one\n  # two \n[[claims]]   # three\n").replace("[text]", "# four\n\n# five\n[text]") + "# six\n"
    )
    text = saved(tmp_path, commented, decide(REVIEWED, 3, "Ben"))
    for line in ("#one", "[[claims]]   # three", "# four\n\n# five\n[text]", "# six\n"):
        assert text.count(line) == commented.count(line) - (line == "[[claims]]   # three")
    assert text.count("# three") == commented.count("# three")


def test_a_comment_on_a_review_that_is_taken_back_goes_to_its_claim(tmp_path: Path) -> None:
    commented = TEXT.replace('note = "Minutes of 4 March', '# rang twice\nnote = "Minutes of 4 March')
    text = saved(tmp_path, commented, undo(REVIEWED, 0))
    assert "Minutes" not in text
    assert '# rang twice\n[[claims]]\nid = "079d5p"' in text


def test_a_comment_on_a_claim_that_goes_is_kept_beside_and_told(tmp_path: Path) -> None:
    path = tmp_path / "ferry.toml"
    path.write_text(TEXT.replace('id = "079d5p"', '# ask\n# the clerk\nid = "079d5p"'))
    less = REVIEWED.model_copy(update={"claims": REVIEWED.claims[1:]})
    told = CaseFile.open(path).save(less).conflicts
    assert told == (f"2 comment lines belong to claims that are gone from the case; they are kept in {tmp_path}/ferry.comments.txt.",)
    assert (tmp_path / "ferry.comments.txt").read_text() == "# ask\n# the clerk\n"
    assert "# ask" not in path.read_text()


def test_comments_of_a_file_in_another_order_are_kept(tmp_path: Path) -> None:
    head, rest = TEXT.split("[article]\n", 1)
    about, claims = rest.split("\n[[claims]]\n", 1)
    claims, words = claims.split("\n[text]\n", 1)
    odd = f"{head}# words\n[text]\n{words}\n# about\n[article]\n{about}\n# claims\n[[claims]]\n{claims}"
    text = saved(tmp_path, odd, decide(REVIEWED, 0, "Ben"))
    assert "# words\n[text]" in text
    assert "# about\n[article]" in text
    assert "# claims\n[[claims]]" in text


def test_a_comment_inside_an_array_is_kept_above_it(tmp_path: Path) -> None:
    commented = TEXT.replace('    "headline 0:29",\n', '    "headline 0:29", # the big one\n').replace('place = "', 'place = "')
    text = saved(tmp_path, commented.replace('source = "ferry.txt"', 'source = "./ferry.txt"'), ferry_case(reviewed=True))
    assert "# the big one" in text


def test_a_hash_in_a_string_is_no_comment(tmp_path: Path) -> None:
    case = decide(REVIEWED, 0, "Ben", None, note="item #7\n# not a comment\n")
    text = saved(tmp_path, TEXT, case)
    path = tmp_path / "ferry.toml"
    assert load(path) == case.model_copy(update={"flags": ()})
    CaseFile.open(path).save(decide(case, 0, "Ada"))
    assert path.read_text().count("# not a comment") == text.count("# not a comment") == 1


LINES = TEXT[: TEXT.index("[text]")].splitlines(keepends=True)


COMMENTS = ("# ", "#", "  # tab\t", "# é \u202e", '# "', "# [[claims]]", "# '''")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(LINES)), st.sampled_from(COMMENTS)), max_size=8),
    st.integers(0, len(REVIEWED.claims) - 1),
    st.booleans(),
)
def test_no_comment_is_ever_lost(inserted: list[tuple[int, str]], nth: int, crlf: bool) -> None:
    lines = list(LINES)
    for i, (at, words) in enumerate(sorted(inserted, reverse=True)):
        lines.insert(at, f"{words}{i}\n")
    text = "".join(lines) + TEXT[TEXT.index("[text]") :]
    loaded = parse((text.replace("\n", "\r\n") if crlf else text).encode(), "a.toml")
    assert loaded.case == REVIEWED.model_copy(update={"flags": ()})
    sheet, homeless = loaded.sheet.showing(decide(loaded.case, nth, "Ben"))
    assert not homeless
    kept = [line.strip() for line in sheet.text.splitlines() if line.lstrip().startswith("#")]
    assert sorted(kept) == sorted(line.strip() for line in text.splitlines() if line.lstrip().startswith("#"))
    again = parse(sheet.text.encode(), "a.toml")
    assert again.sheet.showing(again.case)[0].text == sheet.text
