"""The annotated copy: every word that was checked is underlined, its source stands beside it, and what nobody checked is seen."""

from __future__ import annotations

import re

import pytest

from factcheck.model import Aspect, Case, Channel, Contact, Evidence, Review, ReviewRole, Source, Stance, Verdict, Waiver
from factcheck.model.entity import Entity, EntityKind, How, Mention
from factcheck.model.published import PublishedCheck
from factcheck.reporting.annotated import as_annotated, facts
from factcheck.reporting.kinds import Kinds, SourceKind
from factcheck.reporting.readers import decided_by
from tests.builders import AT, FERRY, article, claim, ferry_case, words
from tests.reporting.test_formats import sourced, unborne
from tests.reporting.test_reports import Tags


def segments(case: Case, tick: str) -> list[str]:
    return [one["text"] for row in facts(case)["rows"] for one in row["segments"] if one["tick"] == tick]


class TestWords:
    def test_no_word_is_lost_and_none_stands_twice(self) -> None:
        case = sourced()
        shown = ["".join(one["text"] for one in row["segments"]) for row in facts(case)["rows"]]
        assert shown == [case.article.words(block) for block in case.article.blocks if block.role != "furniture"]

    def test_what_is_decided_is_underlined_and_what_is_open_dotted(self) -> None:
        case = ferry_case(reviewed=True)
        assert "The Regional Transport Authority paid for half of it." in segments(case, "decided")
        assert 'Engineer Ruth Okafor said: "We found rot in nine of the twelve frames."' in segments(case, "open")
        page = as_annotated(case)
        assert '<u class="disputed">The Regional Transport Authority' in page
        assert '<u class="open">Engineer Ruth Okafor' in page

    def test_a_day_that_was_checked_is_underlined_in_a_claim_that_was_not(self) -> None:
        case = ferry_case()
        may = next(one for one in case.claims if one.text == "May 2024")
        review = Review(by="Ada", at=AT, verdict=Verdict.VERIFIED, judged=may.judged)
        case = case.with_claim(may.model_copy(update={"reviews": (review,)}))
        assert segments(case, "decided") == ["May 2024"]

    def test_what_is_in_no_claim_is_boxed_until_somebody_lets_it_pass(self) -> None:
        case = ferry_case()
        assert segments(case, "unchecked") == ["Harbour ferry refit runs late", "The RTA declined to comment"]
        spot = words(FERRY, "The RTA declined to comment")
        waiver = Waiver(**spot.model_dump(), by="Ben", at=AT, reason="they said nothing")
        passed = case.model_copy(update={"waivers": (waiver,)})
        assert segments(passed, "unchecked") == ["Harbour ferry refit runs late"]
        assert segments(passed, "passed") == ["The RTA declined to comment"]
        told = " ".join(Tags(as_annotated(passed)).text.split())
        assert "Let pass: The RTA declined to comment Ben: they said nothing" in told

    def test_a_claim_over_two_paragraphs_has_one_number_and_one_note(self) -> None:
        text = "Head\n\nIt was cold.\n\nIt was wet."
        case = Case(article=article(text), claims=(claim(text, "assertion", "It was cold.\n\nIt was wet."),))
        page = as_annotated(case)
        assert page.count('id="n-1"') == page.count('id="t-1"') == 1


class TestMargin:
    def test_each_number_leads_to_a_note_and_back(self) -> None:
        tags = Tags(as_annotated(sourced())).tags
        ids = {attrs["id"] for _, attrs in tags if attrs.get("id")}
        links = [attrs["href"] or "" for tag, attrs in tags if tag == "a" and (attrs.get("href") or "").startswith("#")]
        assert {link[1:] for link in links} <= ids
        assert sum(link.startswith("#n-") for link in links) == sum(one.part_of is None for one in sourced().claims)

    def test_a_source_has_its_title_place_kind_and_words(self) -> None:
        told = " ".join(Tags(as_annotated(sourced())).text.split())
        assert "The 100% {log} & more, p. 3: nine of the twelve (page, primary)" in told
        assert "Call with Jane Roe: It was rotten (talk)" in told
        assert "The source has “ten of the twelve” (88 % alike)." in told

    def test_a_claim_without_a_source_says_so(self) -> None:
        assert as_annotated(ferry_case()).count("No source.") == 5
        assert as_annotated(sourced()).count("No source.") == 4

    def test_what_is_to_be_written_and_asked_stands_there(self) -> None:
        told = " ".join(Tags(as_annotated(ferry_case(reviewed=True))).text.split())
        assert "Write paid for a third of it Ada" in told
        assert "Asked of the author: Nine of twelve, or of ten?" in told

    def test_a_verified_said_never_reads_as_a_verified_so(self) -> None:
        told = " ".join(Tags(as_annotated(ferry_case(reviewed=True))).text.split())
        assert "✓ that it was said: verified Ada, 5 March 2024 ○ that it is so: unreviewed" in told

    def test_a_figure_that_its_source_lacks_is_told(self) -> None:
        told = " ".join(Tags(as_annotated(unborne())).text.split())
        assert "“Monday”: the source does not have these words." in told
        assert "cited: minutes.pdf (file)" in told

    def test_nothing_wrong_goes_without_its_sign_in_the_text(self) -> None:
        page = as_annotated(ferry_case(reviewed=True))
        assert re.search(r'href="#n-4"><span class="hidden"> note </span>4≠</a>', page)

    def test_nor_does_a_figure_that_is_wrong_within_a_claim_that_is_right(self) -> None:
        case = ferry_case(reviewed=True)
        cost = next(one for one in case.claims if one.text == "£1.2m")
        case = case.with_claim(cost.model_copy(update={"reviews": (Review(by="Ada", at=AT, verdict=Verdict.FALSE, judged=cost.judged),)}))
        page = as_annotated(case)
        assert '<u class="false">£1.2m</u>' in page
        assert 'href="#n-1"><span class="hidden"> note </span>1✗</a>' in page


class TestWhoDecided:
    def verdict(self, by: str, verdict: Verdict, **more: object) -> Review:
        return Review.model_validate({"by": by, "at": AT, "verdict": verdict, **more})

    def test_everybody_whose_verdict_it_is_with_their_capacity(self) -> None:
        half = next(one for one in ferry_case().claims if one.kind == "assertion")
        given = (self.verdict("Ada", Verdict.FALSE), self.verdict("Eva", Verdict.VERIFIED, role=ReviewRole.EDITOR))
        assert decided_by(half.model_copy(update={"reviews": given[:1]}), None) == "Ada, 5 March 2024"
        assert decided_by(half.model_copy(update={"reviews": given}), None) == "Eva (editor), 5 March 2024"

    def test_where_they_differ_what_each_says(self) -> None:
        half = next(one for one in ferry_case().claims if one.kind == "assertion")
        given = (self.verdict("Ada", Verdict.FALSE), self.verdict("Ben", Verdict.VERIFIED))
        assert decided_by(half.model_copy(update={"reviews": given}), None) == "Ada: false, Ben: verified, 5 March 2024"

    def test_nobody_on_words_that_have_changed(self) -> None:
        half = next(one for one in ferry_case().claims if one.kind == "assertion")
        assert decided_by(half.model_copy(update={"reviews": (self.verdict("Ada", Verdict.FALSE, judged="0"),)}), None) == ""
        assert decided_by(ferry_case(reviewed=True).claims[0], Aspect.SO) == ""


RATED = PublishedCheck(text="It cost more", publisher="Fact Desk", rating="False", url="https://desk.example/1")


class TestKinds:
    @pytest.mark.parametrize(
        ("item", "kind"),
        [
            (Evidence(url="https://a.example/minutes.pdf"), SourceKind.PAGE),
            (RATED.as_evidence("Ada", AT), SourceKind.CHECK),
            (RATED.as_evidence("Ada", AT).model_copy(update={"stance": Stance.REFUTES}), SourceKind.CHECK),
            (Evidence(source="minutes.pdf"), SourceKind.FILE),
            (Evidence(source="calls/okafor.MP3"), SourceKind.FILE),
            (Evidence(source="Call with the clerk, 4 May"), SourceKind.TALK),
            (Evidence(source="E-mail from the yard"), SourceKind.TALK),
            (Evidence(source="ruth okafor"), SourceKind.TALK),
            (Evidence(source="Tom Ward"), SourceKind.TALK),
            (Evidence(source="Caller statistics 2023"), SourceKind.DOCUMENT),
            (Evidence(source="Minutes of 4 March, item 7"), SourceKind.DOCUMENT),
            (Evidence(source="=cmd|'/C calc'!A0"), SourceKind.DOCUMENT),
            (Evidence(source="The clerk who must not be named"), SourceKind.CONFIDENTIAL),
        ],
        ids=lambda one: one.key[:24] if isinstance(one, Evidence) else str(one),
    )
    def test_of_what_evidence_comes_from(self, item: Evidence, kind: SourceKind) -> None:
        case = ferry_case()
        okafor = words(FERRY, "Ruth Okafor")
        mention = Mention(**okafor.model_dump(), how=How.NAME)
        person = Entity(id="e1", kind=EntityKind.PERSON, name="Ruth Okafor", mentions=(mention,))
        rang = Contact(person="Tom Ward", how=Channel.CALL, at=AT, by="Ada")
        hidden = Source(name="The clerk who must not be named", confidential=True)
        case = case.with_claim(case.claims[0].model_copy(update={"evidence": (item,)}))
        case = case.model_copy(update={"entities": (person,), "contacts": (rang,), "sources": (hidden,)})
        kinds = Kinds(case)
        assert kinds.of(kinds.source_of(item)) is kind
