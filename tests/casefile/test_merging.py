"""Two people on one case: what both did is there afterwards, whoever saves last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.casefile import merge
from factcheck.casefile.keys import LISTS
from factcheck.casefile.loading import parse
from factcheck.casefile.sheet import Sheet
from factcheck.casefile.tables import claim_table, table_of, unknown
from factcheck.casefile.threeway import order_of
from factcheck.model import Assignment, Case, Channel, Contact, Dismissal, Note, Source, Speaker, Standing
from tests.builders import AT, article, claim, ferry_case
from tests.casefile.cases import attach, cases, change, decide, sign, undo

Change = Callable[[Case], Case]
BASE = ferry_case(reviewed=True)


def contents(case: Case) -> object:
    """All that a case holds, without the order of claims, entries and keys."""
    claims = {}
    for one in case.claims:
        table = claim_table(one)
        on_it = {key: Counter(map(order_of, table.pop(key, []))) for key in ("reviews", "evidence")}
        claims[one.id] = (order_of(table), on_it)
    rest = {k: Counter(map(order_of, v)) if k == "orphans" else v for k, v in unknown(case).items()}
    others = {key: columns for key, columns in LISTS.items() if key != "claims"}
    lists = [Counter(order_of(table_of(columns, entry)) for entry in getattr(case, key)) for key, columns in others.items()]
    return claims, lists, case.article, rest


def entries(case: Case, key: str) -> set[str]:
    """All reviews, or all evidence, of a case, those of orphans too."""
    tables = (*map(claim_table, case.claims), *unknown(case).get("orphans", ()))
    return {order_of(entry) for table in tables for entry in table.get(key, ())}


def readable(case: Case) -> Case:
    text = Sheet().showing(case)[0].text
    return parse(text.encode(), "merged.toml").case


def without(case: Case, nth: int) -> Case:
    return case.model_copy(update={"claims": tuple(c for i, c in enumerate(case.claims) if i != nth)})


def dismissing(case: Case, by: str, fingerprint: str = "acronym:rat-rta") -> Case:
    dismissal = Dismissal(fingerprint=fingerprint, check="acronym", by=by, at=AT, reason="as printed")
    return case.model_copy(update={"dismissals": (*case.dismissals, dismissal)})


def talking(case: Case, person: str, **said: str) -> Case:
    contact = Contact(person=person, how=Channel.CALL, at=AT, by="Ada", claims=(case.claims[0].id,), **said)
    return case.model_copy(update={"contacts": (*case.contacts, contact)})


def assigning(case: Case, to: str, due: date | None = None) -> Case:
    return case.model_copy(update={"assignments": (*case.assignments, Assignment(to=to, due=due, by="Eva", at=AT))})


def noting(case: Case, name: str, text: str) -> Case:
    return case.model_copy(update={"notes": (*case.notes, Note(id=name, by="Ada", at=AT, text=text))})


def with_new_claim(case: Case) -> Case:
    words = "The RTA declined to comment."
    if words not in case.article.text or any(c.text == words for c in case.claims):
        return case
    new = claim(case.article.text, "assertion", words)
    return case.model_copy(update={"claims": tuple(sorted((*case.claims, new), key=lambda c: (c.start, -c.end)))})


def moved_on(case: Case, cut: str = "The RTA declined to comment. ", added: str = "It is her third refit. ") -> Case:
    """The case after its article was edited: a sentence cut, one added at the start of the body, every claim that still stands moved."""
    text = case.article.text.replace(cut, "").replace("The council", added + "The council", 1)
    edited = article(text)
    moved = []
    for one in case.claims:
        if text.count(one.text) == 1:
            by = text.index(one.text) - one.start
            shift = {k: v.model_copy(update={"start": v.start + by, "end": v.end + by})
                     for k in ("speaker", "cue", "date", "figure") if (v := getattr(one, k))}  # fmt: skip
            content = tuple(s.model_copy(update={"start": s.start + by, "end": s.end + by}) for s in one.content)
            moved.append(one.model_copy(update={**shift, "content": content, "start": one.start + by, "end": one.end + by}))
    return case.model_copy(update={"article": edited, "claims": tuple(moved)})


def first_evidence(case: Case, **fields: str) -> Case:
    """The case with other values in the first evidence of its first claim."""
    first, *rest = case.claims[0].evidence
    return change(case, 0, evidence=(first.model_copy(update=fields), *rest))


def part(case: Case, nth: int, name: str, /, **fields: str) -> Case:
    """The case with other values in the speaker or date of its nth claim."""
    return change(case, nth, **{name: getattr(case.claims[nth], name).model_copy(update=fields)})


def fetched(case: Case, minutes: int | None = 0, **fields: object) -> Case:
    at = None if minutes is None else AT + timedelta(minutes=minutes)
    source = Source.model_validate({"url": "https://harbour.example/log", "fetched": at, **fields})
    return case.model_copy(update={"sources": (source,)})


CHANGES: dict[str, Change] = {
    "verdict": lambda c: decide(c, 0, "Ada", "verified", 1),
    "other verdict": lambda c: decide(c, 0, "Ben", "false", 2),
    "verdict elsewhere": lambda c: decide(c, 5, "Ben", "verified", 3),
    "note": lambda c: decide(c, 0, "Ben", None, 4, note="Rang the clerk"),
    "other note": lambda c: decide(c, 0, "Ada", None, 5, note="Nobody picks up"),
    "undo": lambda c: undo(c, 0),
    "evidence": lambda c: attach(c, 0, url="https://example.org/new", added_by="Ben"),
    "other evidence": lambda c: attach(c, 0, source="The ledger", added_by="Ada"),
    "evidence placed": lambda c: first_evidence(c, locator="page 3"),
    "source fetched": lambda c: fetched(c, status="ok"),
    "source fetched later": lambda c: fetched(c, 5, status="dead: 404 Not Found", title="Gone"),
    "source confidential": lambda c: fetched(c, None, confidential=True),
    "evidence commented": lambda c: first_evidence(c, quote="x"),
    "gist": lambda c: change(c, 0, gist="[Harbour] council: £1.2m"),
    "other gist": lambda c: change(c, 0, gist="The refit costs £1.2m"),
    "speaker named": lambda c: part(c, 0, "speaker", name="City Council"),
    "speaker gone": lambda c: change(c, 0, speaker=None),
    "date": lambda c: part(c, 1, "date", value="2024-03-11"),
    "claim gone": lambda c: without(c, 0),
    "new claim": with_new_claim,
    "dismissal": lambda c: dismissing(c, "Ada"),
    "other dismissal": lambda c: dismissing(c, "Ben"),
    "contact": lambda c: talking(c, "Ann Lee", corrected="it was a third"),
    "other contact": lambda c: talking(c, "Ruth Okafor", confirmed="nine of twelve"),
    "given": lambda c: assigning(c, "Ann", due=date(2026, 12, 1)),
    "given to another": lambda c: assigning(c, "Ben"),
    "case note": lambda c: noting(c, "n1", "@Ben, ring the clerk"),
    "other case note": lambda c: noting(c, "n2", "Ring nobody"),
    "sign-off": lambda c: sign(c, "Eva", 6),
    "other sign-off": lambda c: sign(c, "Kim", 7),
    "article": moved_on,
    "other article": lambda c: moved_on(c, cut="", added="Late again. "),
    "sentence cut": lambda c: moved_on(c, cut="The Regional Transport Authority paid for half of it. "),
    "place": lambda c: c.model_copy(update={"article": c.article.model_copy(update={"place": "Anstruther"})}),
    "other place": lambda c: c.model_copy(update={"article": c.article.model_copy(update={"place": "Pittenweem"})}),
}  # fmt: skip


@pytest.mark.parametrize(("one", "two"), list(product(CHANGES, CHANGES)), ids=lambda name: name.replace(" ", "-"))
def test_it_does_not_matter_who_saves_last(one: str, two: str) -> None:
    ours, theirs = CHANGES[one](BASE), CHANGES[two](BASE)
    there, back = merge(BASE, ours, theirs), merge(BASE, theirs, ours)
    assert contents(there.case) == contents(back.case)
    assert readable(there.case) == there.case.model_copy(update={"flags": ()})


@pytest.mark.parametrize(("one", "two"), list(product(CHANGES, CHANGES)), ids=lambda name: name.replace(" ", "-"))
def test_no_review_and_no_evidence_of_either_is_lost(one: str, two: str) -> None:
    sides = CHANGES[one](BASE), CHANGES[two](BASE)
    merged = merge(BASE, *sides).case
    for key in ("reviews", "evidence"):
        added = (entries(sides[0], key) | entries(sides[1], key)) - entries(BASE, key)
        if key == "reviews" or {one, two} != {"evidence placed", "evidence commented"}:  # which are one item afterwards
            assert added <= entries(merged, key)
    assert {d.by for s in sides for d in s.dismissals} == {d.by for d in merged.dismissals}
    assert {c.person for s in sides for c in s.contacts} == {c.person for c in merged.contacts}
    assert {o.to for s in sides for o in s.assignments} == {o.to for o in merged.assignments}
    assert {o.id for s in sides for o in s.notes} == {o.id for o in merged.notes}
    assert {o.by for s in sides for o in s.signoffs} == {o.by for o in merged.signoffs}


def test_of_a_source_that_both_fetched_the_later_counts_and_confidential_stays_so() -> None:
    merged = merge(BASE, CHANGES["source fetched later"](BASE), CHANGES["source fetched"](BASE))
    assert [s.status for s in merged.case.sources] == ["dead: 404 Not Found"]
    assert merged.conflicts == ()
    (source,) = merge(BASE, CHANGES["source confidential"](BASE), CHANGES["source fetched"](BASE)).case.sources
    assert (source.status, source.confidential) == ("ok", True)


def test_a_sign_off_does_not_cover_what_somebody_else_decided_meanwhile() -> None:
    merged = merge(BASE, CHANGES["sign-off"](BASE), CHANGES["verdict elsewhere"](BASE)).case
    assert (merged.last_signed is not None, merged.signed) == (True, None)
    assert merge(BASE, CHANGES["sign-off"](BASE), CHANGES["note"](BASE)).case.signed is not None


def test_different_claims_are_merged_in_silence() -> None:
    merged = merge(BASE, CHANGES["verdict"](BASE), CHANGES["verdict elsewhere"](BASE))
    assert merged.conflicts == ()
    assert merged.case.claims[0].reviews[-1].by == "Ada"
    assert merged.case.claims[5].reviews[-1].by == "Ben"


def test_two_readers_who_differ_are_both_kept_and_told() -> None:
    merged = merge(BASE, CHANGES["verdict"](BASE), CHANGES["other verdict"](BASE))
    assert merged.case.claims[0].standing() is Standing.CONFLICT
    assert len(merged.conflicts) == 1
    assert "Ada says verified (said), Ben says false (said). Both verdicts are kept." in merged.conflicts[0]


def test_a_verdict_taken_back_stays_taken_back() -> None:
    ours = CHANGES["verdict"](BASE)
    merged = merge(ours, undo(ours, 0), CHANGES["note"](ours)).case
    assert [r.by for r in merged.claims[0].reviews] == ["Ada", "Ada", "Ben"]
    assert merged.claims[0].reviews[-1].note == "Rang the clerk"


def test_reviews_of_both_stand_in_the_order_of_time() -> None:
    ours = decide(decide(BASE, 5, "Ada", "verified", 1), 5, "Ada", "false", 9)
    theirs = decide(BASE, 5, "Ben", "verified", 4)
    assert [r.by for r in merge(BASE, ours, theirs).case.claims[5].reviews] == ["Ada", "Ben", "Ada"]


def test_a_claim_deleted_here_and_judged_there_is_kept() -> None:
    merged = merge(BASE, CHANGES["claim gone"](BASE), CHANGES["verdict"](BASE))
    assert merged.case.claims[0].reviews[-1].by == "Ada"
    assert "it is kept" in merged.conflicts[0]


def test_a_claim_deleted_here_and_untouched_there_is_gone() -> None:
    assert len(merge(BASE, CHANGES["claim gone"](BASE), CHANGES["verdict elsewhere"](BASE)).case.claims) == len(BASE.claims) - 1


def test_two_wordings_of_a_gist_are_both_kept() -> None:
    merged = merge(BASE, CHANGES["gist"](BASE), CHANGES["other gist"](BASE))
    extra = merged.case.claims[0].__pydantic_extra__
    assert {merged.case.claims[0].gist, (extra or {})["gist_other"]} == {"[Harbour] council: £1.2m", "The refit costs £1.2m"}
    assert "its wording was changed on both sides" in merged.conflicts[0]


def test_evidence_placed_here_and_quoted_there_is_one_item() -> None:
    merged = merge(BASE, CHANGES["evidence placed"](BASE), CHANGES["evidence commented"](BASE))
    assert (merged.case.claims[0].evidence[0].locator, merged.case.claims[0].evidence[0].quote) == ("page 3", "x")
    assert merged.conflicts == ()


def test_a_verdict_given_while_the_article_was_updated_moves_with_its_words() -> None:
    merged = merge(BASE, CHANGES["verdict elsewhere"](BASE), CHANGES["article"](BASE)).case
    assert merged.article.text.count("third refit") == 1
    judged = next(c for c in merged.claims if any(r.by == "Ben" for r in c.reviews))
    assert merged.article.text[judged.start : judged.end] == judged.text


def test_a_verdict_on_words_that_were_cut_meanwhile_is_kept_among_the_orphans() -> None:
    nth = next(i for i, c in enumerate(BASE.claims) if c.text.startswith("The Regional"))
    merged = merge(BASE, decide(BASE, nth, "Ben", "false"), CHANGES["sentence cut"](BASE))
    orphans = unknown(merged.case)["orphans"]
    assert [r["by"] for r in orphans[0]["reviews"]] == ["Ada", "Ben"]
    assert any("kept as a lost claim" in told for told in merged.conflicts)
    assert unknown(readable(merged.case))["orphans"] == orphans


def test_a_name_for_a_speaker_that_the_other_took_out_breaks_nothing() -> None:
    merged = merge(BASE, CHANGES["speaker named"](BASE), CHANGES["speaker gone"](BASE)).case
    assert "City Council" in str(merged)
    assert isinstance(merged.claims[0].speaker, Speaker | None)


def test_an_unchanged_side_changes_nothing() -> None:
    ours = CHANGES["verdict"](BASE)
    assert merge(BASE, ours, BASE).case is ours
    assert merge(BASE, ours, ours).case == ours
    assert merge(BASE, BASE, ours).case == ours


def test_what_the_other_side_has_on_file_does_not_touch_the_flags() -> None:
    theirs = CHANGES["verdict"](BASE).model_copy(update={"flags": ()})
    assert merge(BASE, BASE, theirs).case.flags == BASE.flags


steps = st.lists(st.sampled_from(sorted(CHANGES)), max_size=4)


def after(names: list[str]) -> Case:
    case = BASE
    for name in names:
        try:
            case = CHANGES[name](case)
        except (IndexError, AttributeError, ValueError):
            continue  # the step needs something that an earlier one took away
    return case


@settings(max_examples=60, deadline=None)
@given(steps, steps)
def test_any_two_afternoons_of_work_can_be_merged(one: list[str], two: list[str]) -> None:
    ours, theirs = after(one), after(two)
    there, back = merge(BASE, ours, theirs).case, merge(BASE, theirs, ours).case
    assert contents(there) == contents(back)
    assert readable(there) == there.model_copy(update={"flags": ()})
    assert contents(merge(ours, ours, there).case) == contents(there)


@settings(max_examples=25, deadline=None)
@given(cases(), cases(), cases())
def test_any_three_files_can_be_merged(base: Case, ours: Case, theirs: Case) -> None:
    there = merge(base, ours, theirs).case
    assert readable(there) == there
    assert contents(there) == contents(merge(base, theirs, ours).case)


def test_a_date_is_not_found_in_another_sentence() -> None:
    """One side judged a date; the other cut its sentence, and wrote another one that has the same day in it."""
    ours = decide(BASE, next(i for i, c in enumerate(BASE.claims) if c.text == "Monday"), "Ada")
    edited = article(BASE.article.text.replace(BASE.claims[0].text, "A fair was held on Monday."))
    theirs = BASE.model_copy(update={"article": edited, "claims": ()})
    merged = merge(BASE, ours, theirs).case
    assert not [claim for claim in merged.claims if claim.text == "Monday"]
    assert "Monday" in [table["text"] for table in (merged.model_extra or {})["orphans"]]
