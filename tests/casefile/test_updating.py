"""A case on another version of its article: what is found again, what is stale, what waits, and that nothing judged is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.casefile import CaseFile, describe_update, load, updated, version_of
from factcheck.casefile.alignment import Alignment, Fate
from factcheck.casefile.tables import stands
from factcheck.model import Case, Claim, Evidence, FactcheckError, Reader, Review, Span, Standing, Verdict
from factcheck.pipeline import update_case
from factcheck.reading import read_text
from factcheck.splitting import split
from tests.builders import AT

STORY = """Harbour ferry refit runs late

The council said on Monday that the refit would cost £1.2m. Engineer Ruth Okafor said: "We found rot in nine frames."

She added that work would end in May. The ferry carried 3,400 people in 2022.

The mayor, Ann Lee, declined to comment on the delay. Two sailors were hurt.
"""


def verdict(claim: Claim, verdict: Verdict = Verdict.VERIFIED) -> Claim:
    reviews = tuple(Review(by="Ada", at=AT, aspect=aspect, verdict=verdict, judged=claim.judged) for aspect in claim.aspects)
    return claim.model_copy(update={"reviews": (*claim.reviews, *reviews)})


def case_of(text: str = STORY) -> Case:
    """The case of a text, every claim verified."""
    article = read_text(text, published=AT, source="story.txt")
    return Case(article=article, claims=tuple(map(verdict, split(article))))


def after(case: Case, text: str) -> Case:
    article = version_of(read_text(text), case.article)
    made = updated(case, article, split(article)).case
    assert all(stands(claim, text) is None for claim in made.claims)
    assert len({claim.id for claim in made.claims}) == len(made.claims)
    return made


def claim(case: Case, words: str) -> Claim:
    return next(c for c in case.claims if words in c.text)


class TestWhatStands:
    def test_a_verdict_stays_where_the_words_do(self) -> None:
        """A paragraph in front, one moved: the same ids, the same verdicts, other places."""
        case = case_of()
        head, first, second, third = STORY.strip().split("\n\n")
        text = "\n\n".join((head, "A storm is due on Thursday.", third, first, second)) + "\n"
        now = after(case, text)
        assert {c.id for c in case.claims} <= {c.id for c in now.claims}
        assert all(now.claim(c.id).text == c.text for c in case.claims)
        assert all(now.claim(c.id).standing() is Standing.VERIFIED for c in case.claims)
        assert claim(now, "A storm").standing() is Standing.UNREVIEWED

    def test_the_day_of_publication_is_not_forgotten(self) -> None:
        """A version that does not say when it was published is of the same day, and its Monday is the same Monday."""
        case = case_of()
        now = after(case, STORY.replace("Two sailors were hurt.", "Two sailors were hurt. A third was not."))
        assert now.article.published == case.article.published
        assert claim(now, "Monday").standing() is Standing.VERIFIED

    def test_what_was_taken_out_by_hand_does_not_come_back(self) -> None:
        case = case_of()
        gone = claim(case, "Two sailors were hurt")
        case = case.model_copy(update={"claims": tuple(c for c in case.claims if gone.id not in (c.id, c.part_of))})
        now = after(case, STORY.replace("in May", "in June"))
        assert not any("sailors" in c.text for c in now.claims)

    def test_what_was_made_by_hand_moves_along(self) -> None:
        case = case_of()
        at = STORY.index("Ann Lee")
        made = claim(case, "declined").model_copy(
            update={"id": "hand01", "start": at, "end": at + 7, "text": "Ann Lee", "gist": "The mayor is Ann Lee.", "made_by": "Ada"}
        )
        made = verdict(made.model_copy(update={"speaker": None, "cue": None, "content": (), "reviews": ()}))
        now = after(case.model_copy(update={"claims": (*case.claims, made)}), "Update\n\n" + STORY)
        assert now.claim("hand01").start == at + 8
        assert now.claim("hand01").standing() is Standing.VERIFIED
        assert now.claim("hand01").gist == "The mayor is Ann Lee."


class TestWhatIsStale:
    @pytest.mark.parametrize(
        ("was", "now", "words"),
        [
            ("3,400 people", "3,500 people", "people in 2022"),
            ("carried 3,400", "never carried 3,400", "carried"),
            ("nine frames", "ten frames", "frames"),
            ("Two sailors", "Three sailors", "sailors"),
            ("Ruth Okafor", "Ruth Okonjo", "found rot"),
        ],
    )
    def test_a_changed_digit_name_negation_or_quotation(self, was: str, now: str, words: str) -> None:
        """The claim keeps its id, takes the new words, and its verdict is stale; the old words are kept beside it."""
        case = case_of()
        new = after(case, STORY.replace(was, now))
        changed = new.claim(claim(case, words).id)
        assert changed.standing() is Standing.STALE
        assert now in new.article.text[changed.start : changed.end]
        assert changed.was == claim(case, words).text

    def test_another_speaker_for_the_same_words(self) -> None:
        """“She” is somebody else when the sentence before names somebody else."""
        case = case_of()
        added = claim(case, "She added")
        assert added.speaker
        assert added.speaker.name == "Ruth Okafor"
        now = after(case, STORY.replace("Ruth Okafor", "Mary Bell")).claim(added.id)
        assert now.text == added.text
        assert now.standing() is Standing.STALE

    def test_the_old_words_stay_those_that_were_judged(self) -> None:
        """Two changes later, the words beside the claim are still those that the verdict was given on."""
        case = case_of()
        one = after(case, STORY.replace("3,400", "3,500"))
        two = after(one, STORY.replace("3,400", "3,600"))
        changed = two.claim(claim(case, "people in 2022").id)
        assert changed.was
        assert "3,400" in changed.was
        back = after(two, STORY)
        assert claim(back, "people in 2022").standing() is Standing.VERIFIED


class TestWhatIsGone:
    def test_it_waits_and_comes_back(self) -> None:
        """A claim with a verdict whose sentence is cut waits under orphans; with the sentence it comes back as it was."""
        case = case_of()
        cut = after(case, STORY.replace(" Two sailors were hurt.", ""))
        orphans = (cut.model_extra or {})["orphans"]
        assert "Two sailors were hurt." in [table["text"] for table in orphans]
        back = after(cut, STORY)
        sailors = claim(back, "Two sailors were hurt")
        assert sailors.id == claim(case, "Two sailors were hurt").id
        assert sailors.standing() is Standing.VERIFIED
        assert sum("Two sailors were hurt" in c.text for c in back.claims) == 1

    def test_a_date_or_figure_comes_back_with_its_claim_and_never_elsewhere(self) -> None:
        """The figure of a sentence that is cut is not found in another sentence; it comes back with its own."""
        case = case_of(STORY.replace("Two sailors were hurt.", "The crash on Friday hurt 17 sailors."))
        ids = {claim(case, words).id for words in ("The crash", "Friday", "17 sailors")}
        cut = after(case, STORY.replace("Two sailors were hurt.", ""))
        elsewhere = after(cut, STORY.replace("Two sailors were hurt.", "On Friday 17 sailors met for tea."))
        assert not ids & {c.id for c in elsewhere.claims}
        back = after(elsewhere, "A new start.\n\nThe crash on Friday hurt 17 sailors.\n")
        assert ids <= {c.id for c in back.claims if c.standing() is Standing.VERIFIED}

    def test_what_nobody_worked_on_goes(self) -> None:
        article = read_text(STORY, published=AT)
        case = Case(article=article, claims=tuple(split(article)))
        now = after(case, STORY.replace(" Two sailors were hurt.", ""))
        assert "orphans" not in (now.model_extra or {})

    def test_short_words_are_not_found_in_another_sentence(self) -> None:
        """A Friday that is cut does not become the Friday of another sentence."""
        case = case_of("The bank closed on Friday.\n\nThe school opens in spring, and on Friday the pool does.\n")
        now = after(case, "A fair was held.\n\nThe school opens in spring, and on Friday the pool does.\n")
        assert sum(c.text == "Friday" for c in now.claims) == 1
        assert [t["text"] for t in (now.model_extra or {})["orphans"]].count("Friday") == 1


PARTS = (*STORY.replace("\n", " ").replace(". ", ".|").split("|"), "A storm is due.", "It is “late”.", "On Friday 12 left.", "\n\n")
SENTENCES = st.lists(st.sampled_from(PARTS), max_size=12).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, st.integers(0, 3))
def test_nothing_that_was_decided_is_lost(text: str, each: int) -> None:
    """Whatever the article becomes: every review is on its claim or on an orphan, places are true, and a verdict stands on its words."""
    case = case_of()
    claims = [c if i % 4 <= each else c.model_copy(update={"reviews": ()}) for i, c in enumerate(case.claims)]
    ledger = Evidence(source="The ledger")
    claims[0] = claims[0].model_copy(update={"reviews": (), "evidence": (ledger,)})
    case = case.model_copy(update={"claims": tuple(claims)})
    now = after(case, read_text(text).text)
    orphans = {table["id"] for table in (now.model_extra or {}).get("orphans", [])}
    there = {c.id: c for c in now.claims}
    for was in case.claims:
        if was.reviews or was.evidence:
            assert was.id in orphans or (there[was.id].reviews, there[was.id].evidence) == (was.reviews, was.evidence)
        if was.id in there and there[was.id].standing() is Standing.VERIFIED:
            assert there[was.id].text == was.text
    assert after(case, read_text(text).text) == now


@given(st.text("ab. \n", max_size=40), st.text("ab. \n", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_what_is_kept_or_moved_is_the_same_words(old: str, new: str, start: int, end: int) -> None:
    span = Span(start=min(start, end, len(old)), end=min(max(start, end), len(old)))
    found = Alignment(old, new).find(span)
    assert (found.span is None) == (found.fate is Fate.GONE)
    if found.span is not None:
        assert found.span.end <= len(new)
        same = new[found.span.start : found.span.end] == old[span.start : span.end]
        assert same or found.fate is Fate.CHANGED


class TestTheCommand:
    def test_the_file_is_brought_up_to_date(self, tmp_path: Path) -> None:
        path, article = tmp_path / "story.toml", tmp_path / "story.txt"
        CaseFile.create(path, case_of())
        article.write_text(STORY.replace("3,400", "3,500"), "utf-8")
        lines = update_case(path, article)
        assert "changed" in lines[0]
        assert any("“3,400 people” → “3,500 people”" in line for line in lines)
        assert claim(load(path), "people in 2022").standing() is Standing.STALE
        with pytest.raises(FactcheckError, match="nothing to update"):
            update_case(path, article)

    def test_what_became_of_the_claims_is_told(self) -> None:
        case = case_of()
        article = read_text(STORY.replace("Two sailors were hurt.", "A storm is due."), published=AT)
        lines = list(describe_update(updated(case, article, split(article))))
        assert "lost, kept with what was decided" in lines[0]
        assert any(line.startswith("lost ") and "Two sailors" in line for line in lines)
        assert any(line.startswith("new") and "A storm is due." in line for line in lines)


def test_the_old_words_stand_beside_the_new_ones_until_somebody_decides_again() -> None:
    """In the details of the workbench, and in both reports."""
    from factcheck.reporting.pages import as_html, as_markdown
    from factcheck.workbench.describe import details
    from factcheck.workbench.session import Session

    def shown(case: Case) -> list[str]:
        session = Session(case, Reader(name="Ben"))
        session.view.choose(claim(case, "people in 2022").id)
        words = ["".join(text for text, _ in line) for line in details(session, "R")]
        return ["\n".join(words), as_html(case), as_markdown(case)]

    case = after(case_of(), STORY.replace("3,400", "3,500"))
    assert all("The ferry carried 3,400 people" in report for report in shown(case))
    again = case.with_claim(verdict(claim(case, "people in 2022")))
    assert not any("The ferry carried 3,400 people" in report for report in shown(again))
