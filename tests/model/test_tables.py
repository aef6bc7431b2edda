"""A verdict and a kind of claim are one row each: whoever adds one finds it everywhere, and need not know where that is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.model import ClaimKind, Standing, Tone, Verdict
from factcheck.model.base import Tabled
from factcheck.reporting.colours import TONES
from tests.additions import Copy

ROW = """    MISLEADING = "misleading", VerdictRow(
        sign="≉", key="y", along="f9", tone=Tone.DOUBT, meaning="misleading: true, and not the truth", leans=True, alarming=True,
        deed="called {} misleading", rating=Rating(2, "Misleading"),
    )
"""

EVERYWHERE = """
import asyncio, json
from pathlib import Path
from factcheck.casefile import CaseFile, case_schema, load
from factcheck.model import Aspect, Claim, Policy, SignAction, SignOff, Standing, Verdict, hindrances
from factcheck.reporting import as_svg, as_table, statistics
from factcheck.reporting.formats import FORMATS
from factcheck.reporting.options import Options
from factcheck.reporting.words import colour
from factcheck.workbench.filters import choices
from factcheck.workbench.keys import REVIEW
from factcheck.workbench.screens.review import ReviewScreen
from tests.builders import AT, ferry_case
from tests.workbench.conftest import Desk, RememberingFile, workbench

found = {}

async def pressed():
    file = RememberingFile(Path("ferry.toml"))
    async with workbench(file).run_test(size=(160, 120)) as pilot:
        await pilot.pause()
        desk = Desk(pilot, file)
        await pilot.press("y")
        await pilot.press("g", "s", "f9")
        await pilot.press("s", "g")
        found["decided"] = desk.file.case.claims[0].standing()
        found["parts"] = [part.standing() for part in desk.file.case.parts_of(desk.file.case.claims[0])]
        found["style"] = str(desk.article.style_of(("is-misleading",)).color == desk.article.style_of(("is-disputed",)).color)
        found["screen"] = desk.sees()
        found["filters"] = {choice.name: count for choice, count in choices(desk.session.view)}
        await pilot.press("question_mark")
        found["help"] = desk.sees()
        return desk.file.case

case = asyncio.run(pressed())
claims = []
for claim in case.claims:
    for aspect in claim.aspects:
        from factcheck.model import Review
        review = Review(by="Ben", at=AT, aspect=aspect, verdict=Verdict("misleading"), judged=claim.judged)
        claim = claim.model_copy(update={"reviews": (*claim.reviews, review)})
    claims.append(claim)
case = case.model_copy(update={"claims": tuple(claims)})
CaseFile.create(Path("ferry.toml"), case)
found["read back"] = load(Path("ferry.toml")).claims[0].standing()
found["schema"] = json.loads(case_schema())["$defs"]["claim"]["properties"]["reviews"]["items"]["properties"]["verdict"]["enum"]
found["hindrances"] = sorted({one.missing for one in hindrances(case, Policy(sources={"assertion": 2}, primary={"assertion"}))})
signed = case.model_copy(update={"signoffs": (SignOff(action=SignAction.SIGNED, by="Eva", at=AT, seal=case.seal),)})
options = Options(publisher="The Harbour Post", url="https://post.example/check", appeared="https://paper.example/story")
for name, form in FORMATS.items():
    made = form.render(signed, options)
    Path(name).write_bytes(made if isinstance(made, bytes) else made.encode())
    if isinstance(made, str):
        found["format " + name] = made
told = statistics([("ferry.toml", case)])
found["table"], found["picture"], found["numbers"] = as_table(told), as_svg(told), told.model_dump(mode="json")["standings"]
"""


@pytest.fixture(scope="module")
def misleading(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """What one sees of a verdict that is added as one row, and where its reports are."""
    copy = Copy(tmp_path_factory.mktemp("verdict"))
    copy.put("model/verdicts.py", '    UNVERIFIABLE = "unverifiable"', ROW)
    return copy.told(EVERYWHERE), copy.folder


class TestAVerdictMore:
    def test_is_given_with_its_keys_and_shown_with_its_sign(self, misleading: tuple[dict[str, Any], Path]) -> None:
        """One key for the claim, one for its dates and figures along with it; it has the colour of its tone."""
        found, _ = misleading
        assert found["decided"] == "misleading"
        assert found["parts"]
        assert set(found["parts"]) == {"misleading"}
        assert "≉" in found["screen"]
        assert found["style"] == "True"

    def test_is_in_the_help(self, misleading: tuple[dict[str, Any], Path]) -> None:
        """Its key with what it does, and its sign with what it means."""
        found, _ = misleading
        assert "y          misleading, then on to the next claim" in found["help"]
        assert "f9         misleading, with the claim's names, dates and" in found["help"]
        assert "≉          misleading: true, and not the truth" in found["help"]

    def test_can_be_filtered_for(self, misleading: tuple[dict[str, Any], Path]) -> None:
        """By itself, and among what is wrong."""
        filters = misleading[0]["filters"]
        assert filters["verdict: misleading"] == filters["disputed or false or misleading"] > 0

    def test_is_kept_in_the_case_file(self, misleading: tuple[dict[str, Any], Path]) -> None:
        """It is read back, and the schema of the file knows it."""
        found, _ = misleading
        assert found["read back"] == "misleading"
        assert found["schema"] == ["verified", "disputed", "false", "misleading", "unverifiable", "opinion"]

    def test_needs_the_sources_that_the_policy_asks_for(self, misleading: tuple[dict[str, Any], Path]) -> None:
        assert misleading[0]["hindrances"] == ["0 of 2 independent sources", "no primary source"]

    def test_is_counted(self, misleading: tuple[dict[str, Any], Path]) -> None:
        """In the table, the picture and the numbers."""
        found, _ = misleading
        assert found["table"].splitlines()[0].split()[:7] == [
            "claims",
            "open",
            "verified",
            "disputed",
            "false",
            "misleading",
            "unverifiable",
        ]
        assert found["table"].splitlines()[1].split()[:7] == ["10", "0", "0", "0", "0", "10", "0"]
        assert "≉ 10 misleading" in found["table"]
        assert found["numbers"] == {"misleading": 10}
        assert "misleading" in found["picture"]

    @pytest.mark.parametrize("name", ["markdown", "html", "csv", "json", "annotations", "claimreview"])
    def test_stands_in_every_report(self, misleading: tuple[dict[str, Any], Path], name: str) -> None:
        assert "isleading" in misleading[0][f"format {name}"]

    def test_is_marked_in_the_page_and_must_be_looked_at(self, misleading: tuple[dict[str, Any], Path]) -> None:
        page = misleading[0]["format html"]
        assert ".mark.misleading { background: #fdeccb;" in page
        assert ".sign.misleading, .tally .misleading { color: #8a5200; }" in page
        assert 'class="mark misleading"' in page
        assert "Misleading: that it is so" in page.partition("What must change before this runs")[2]

    def test_has_its_rating(self, misleading: tuple[dict[str, Any], Path]) -> None:
        assert '"alternateName": "Misleading"' in misleading[0]["format claimreview"]
        assert '"ratingValue": 2' in misleading[0]["format claimreview"]

    def test_stands_in_the_documents_of_an_office(self, misleading: tuple[dict[str, Any], Path]) -> None:
        """As a comment in the Word document, and as a standing in the spreadsheet."""
        import zipfile

        _, folder = misleading
        for name, part in (("docx", "word/comments.xml"), ("xlsx", "xl/sharedStrings.xml")):
            with zipfile.ZipFile(folder / name) as package:
                assert b"isleading" in package.read(part)


class TestTheTables:
    def test_signs_and_keys_are_told_apart(self) -> None:
        """No two standings have one sign, no two verdicts one key."""
        signs = [standing.sign for standing in Standing]
        assert len(set(signs)) == len(signs)
        keys = [verdict.row.key for verdict in Verdict]
        assert len(set(keys)) == len(keys)

    def test_every_view_has_a_colour_for_every_tone(self) -> None:
        from factcheck.workbench.themes import THEMES

        assert TONES.keys() == set(Tone)
        for theme in THEMES:
            assert {f"is-{standing}" for standing in Standing} <= theme.variables.keys()

    def test_a_standing_is_a_verdict_or_open(self) -> None:
        assert {standing.verdict for standing in Standing if not standing.open} == set(Verdict)
        assert [standing.value for standing in Standing if standing.open] == ["unreviewed", "conflict", "stale"]

    def test_a_word_without_a_row_is_told_at_once(self) -> None:
        with pytest.raises(TypeError, match="sure has no row that says what it means"):

            class Unknown(Tabled):
                SURE = "sure"

    def test_what_is_attributed_is_said_by_the_row(self) -> None:
        assert [kind.value for kind in ClaimKind if kind.row.attributed] == ["quote", "statement"]


KIND = '    CAPTION = "caption", KindRow("what a picture shows, as the words below it have it")\n'

OF_ITS_KIND = """
import json
from pathlib import Path
from factcheck.batch import COLUMNS
from factcheck.casefile import CaseFile, case_schema, load
from factcheck.model import Case, ClaimKind, SignAction, SignOff, hindrances
from factcheck.reporting import json_schema
from factcheck.reporting.formats import FORMATS
from factcheck.reporting.options import PLAIN
from factcheck.reporting.terminal import listing
from factcheck.settings import policy
from factcheck.workbench.filters import choices
from factcheck.workbench.session import Session
from tests.builders import FERRY, article, claim

case = Case(article=article(), claims=(claim(FERRY, "caption", "Ruth Okafor"),))
CaseFile.create(Path("ferry.toml"), case)
Path("factcheck.toml").write_text('[policy]\\nsources = { caption = 1 }\\nsecond_reader = ["caption"]\\n')
found = {
    "read back": load(Path("ferry.toml")).claims[0].kind,
    "case schema": json.loads(case_schema())["$defs"]["claim"]["properties"]["kind"]["enum"],
    "schema": json.loads(json_schema())["$defs"]["ClaimKind"]["enum"],
    "policy": [sorted(policy(Path()).second_reader), policy(Path()).sources],
    "listing": listing(case),
    "columns": COLUMNS,
    "made": {name: FORMATS[name].render(case, PLAIN) for name in ("markdown", "html", "csv", "json", "annotations")},
}
"""


def test_a_kind_of_claim_more_is_kept_counted_listed_and_asked_for_by_a_policy(tmp_path: Path) -> None:
    """One row, beside what makes such claims."""
    copy = Copy(tmp_path)
    copy.put("model/claim.py", '    DATE = "date", KindRow', KIND)
    found = copy.told(OF_ITS_KIND)
    assert found["read back"] == "caption"
    assert found["case schema"] == found["schema"] == ["quote", "statement", "assertion", "caption", "date", "figure", "name"]
    assert found["policy"] == [["caption"], {"caption": 1}]
    assert "1 caption; 0 flags." in found["listing"]
    assert "caption" in found["columns"]
    assert "| Ruth Okafor (caption, `" in found["made"]["markdown"]
    assert all("caption" in made for made in found["made"].values())


CHANGE = '    HARDLY = "<~", ChangeRow("hardly", below=True)\n'

QUALIFIED = """
import json, sys
from pathlib import Path
from factcheck import find_figures, read_text, split
from factcheck.casefile import CaseFile, case_schema, load
from factcheck.model import Case, Figure
from factcheck.reporting import json_schema
from factcheck.reporting.formats import FORMATS
from factcheck.reporting.options import PLAIN
from factcheck.values import describe_figure, figure_set, glossed
from factcheck.values.rounding import bounds
from tests.additions import ROOT
sys.path.insert(0, str(ROOT / "docs" / "making"))
from case_file import made

text = "The ferry carried hardly 40 cows."
(figure,) = find_figures(text)
article = read_text(text)
case = Case(article=article, claims=tuple(split(article)))
CaseFile.create(Path("ferry.toml"), case)
typed = figure_set(figure, describe_figure(figure), "Ada")
found = {
    "change": figure.change,
    "words": glossed(figure),
    "typed": typed is not None and typed.change == figure.change,
    "leaves": [float(end) for end in (bounds(figure).low, bounds(figure).high)],
    "read back": [claim.figure.change for claim in load(Path("ferry.toml")).claims if claim.figure],
    "file": Path("ferry.toml").read_text("utf-8"),
    "case schema": case_schema(),
    "schema": json.loads(json_schema())["$defs"]["Change"]["enum"],
    "page": made(),
    "made": {name: FORMATS[name].render(case, PLAIN) for name in ("csv", "json")},
}
"""


def test_a_way_to_qualify_a_figure_more_is_read_shown_typed_and_kept(tmp_path: Path) -> None:
    """One row: its words are read in an article, shown, understood when typed, written and read again, and described."""
    copy = Copy(tmp_path)
    copy.put("model/values.py", '    UP = "up", ChangeRow', CHANGE)
    found = copy.told(QUALIFIED)
    assert found["change"] == "<~"
    assert found["words"] == "40 cows [hardly 40 cows]"
    assert found["typed"]
    assert found["leaves"] == [33.5, 40.5]
    assert found["read back"] == ["<~"]
    assert 'change = "<~"' in found["file"]
    assert '"<~"' in found["case schema"]
    assert "<~" in found["schema"]
    assert "`<~` (hardly)" in found["page"]
    assert "hardly 40 cows" in found["made"]["csv"]
    assert '"<~"' in found["made"]["json"]


BASIS = '    HEADLINE = "headline", BasisRow("the day in the headline")\n'

ON_ITS_BASIS = """
import json
from datetime import date
from pathlib import Path
import sys
from tests.additions import ROOT
sys.path.insert(0, str(ROOT / "docs" / "making"))
from case_file import made
from factcheck.casefile import CaseFile, case_schema, load
from factcheck.model import Basis, Case, DateValue
from factcheck.reporting import json_schema
from factcheck.reporting.formats import FORMATS
from factcheck.reporting.options import PLAIN
from factcheck.reporting.terminal import listing
from factcheck.workbench.describe import details
from factcheck.workbench.session import Session
from factcheck.model import Reader
from tests.builders import FERRY, article, claim, words

at = words(FERRY, "Monday")
value = DateValue(**dict(at), value="2024-03-04", earliest=date(2024, 3, 4), latest=date(2024, 3, 4), basis=Basis.HEADLINE)
whole = claim(FERRY, "assertion", "The ferry carried 3,400 people in 2022")
case = Case(article=article(), claims=(claim(FERRY, "date", "Monday", date=value, part_of=whole.id), whole))
CaseFile.create(Path("ferry.toml"), case)
session = Session(case, Reader(name="Ada"))
session.view.choose(case.claims[0].id)
found = {
    "read back": load(Path("ferry.toml")).claims[0].date.basis,
    "file": Path("ferry.toml").read_text(),
    "case schema": json.loads(case_schema())["$defs"]["claim"]["properties"]["rests_on"],
    "schema": json.loads(json_schema())["$defs"]["Basis"]["enum"],
    "page": made(),
    "details": " ".join(text for line in details(session, "R") for text, _ in line),
    "listing": listing(case),
    "made": {name: FORMATS[name].render(case, PLAIN) for name in ("markdown", "html", "csv", "json")},
}
"""


def test_a_ground_more_for_what_a_date_means_is_kept_and_told_everywhere(tmp_path: Path) -> None:
    """One row, beside what reads a date so: the file, its schema and its page, the workbench, the reports."""
    copy = Copy(tmp_path)
    copy.put("model/values.py", '    ORDER = "order", BasisRow', BASIS)
    found = copy.told(ON_ITS_BASIS)
    assert found["read back"] == "headline"
    assert 'rests_on = "headline"' in found["file"]
    assert "headline" in found["case schema"]["enum"]
    assert "`headline` (the day in the headline)" in found["case schema"]["description"]
    assert "`headline` (the day in the headline)" in found["page"]
    assert "headline" in found["schema"]
    for told in (found["details"], found["listing"], *(found["made"][name] for name in ("markdown", "html", "csv"))):
        assert "by the day in the headline" in told
    assert '"basis": "headline"' in found["made"]["json"]
