"""Two states of a case compared: whatever differs is found, once, and what does not differ is not told."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from factcheck.casefile import compare
from factcheck.casefile.comparing import _OF_CLAIM, _OF_SOURCE
from factcheck.casefile.rewritten import rewritten
from factcheck.model import Article, Case, Claim, Former, Source
from factcheck.model.difference import Act, Part
from tests.builders import AT, FERRY, claim, ferry_case
from tests.casefile.cases import attach, cases, change, decide, sign, texts
from tests.casefile.test_merging import BASE, CHANGES, dismissing, moved_on

sentences = st.lists(st.sampled_from(("The ship left. ", "It cost £3.\n\n", "She said so. ", "“No,” he said. ", "Rain fell")), max_size=6)


def kinds(old: Case, new: Case) -> list[tuple[str, str]]:
    return [(one.what, one.act.value) for one in compare(old, new)]


@pytest.mark.parametrize("name", CHANGES)
def test_every_edit_that_a_person_makes_is_found(name: str) -> None:
    changed = CHANGES[name](BASE)
    assert compare(BASE, BASE) == []
    assert compare(changed, changed) == []
    assert bool(compare(BASE, changed)) is (changed != BASE)
    assert bool(compare(changed, BASE)) is (changed != BASE)


@given(cases())
def test_a_case_does_not_differ_from_itself(case: Case) -> None:
    assert compare(case, case.model_copy(deep=True)) == []


@given(cases(), cases())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_two_cases_differ_in_something_that_has_a_name(one: Case, other: Case) -> None:
    for old, new in ((one, other), (other, one)):
        found = compare(old, new)
        assert bool(found) is (old != new)
        assert all(difference.what for difference in found)


def places_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every field of every object in a case."""
    if isinstance(value, BaseModel):
        here = [(*path, name) for name in type(value).model_fields]
        return here + [found for name in type(value).model_fields for found in places_in(getattr(value, name), (*path, name))]
    if isinstance(value, tuple):
        return [found for i, one in enumerate(value) for found in places_in(one, (*path, i))]
    return []


def without(value: Any, path: tuple[Any, ...]) -> Any:
    """The value with nothing at a place of it, or with other words."""
    if not path:
        if isinstance(value, str) and not isinstance(value, StrEnum):
            return f"{value}!"
        return () if isinstance(value, tuple) else None
    if isinstance(value, tuple):
        return tuple(without(one, path[1:]) if i == path[0] else one for i, one in enumerate(value))
    return value.model_copy(update={path[0]: without(getattr(value, path[0]), path[1:])})


NOT_COMPARED = {"flags", "remarks", "left_out", "language", "id", "text", "article", "start", "end", "kind", "role", "change"}
"""What a case file does not hold, and what no case can be without."""
RICH = CHANGES["other verdict"](sign(attach(ferry_case(reviewed=True), 4, source="Call", added_by="Ben"), "Eva"))


def test_every_field_of_a_case_is_compared() -> None:
    """A field taken away, or with other words in it, is a difference both ways: none is forgotten when the model gets a new one."""
    paths = [path for path in places_in(RICH) if path[-1] not in NOT_COMPARED and "flags" not in path]
    assert len(paths) > 200
    silent = []
    for path in paths:
        changed = without(RICH, path)
        found = compare(RICH, changed), compare(changed, RICH)
        silent += [path] if changed != RICH and not all(found) else []
    assert silent == []


def test_every_field_of_a_claim_and_a_source_has_a_sort() -> None:
    of_claim = {name for names in _OF_CLAIM.values() for name in names}
    assert of_claim | {"id", "start", "end", "reviews", "evidence", "former"} == set(Claim.model_fields)
    assert {name for names in _OF_SOURCE.values() for name in names} == set(Source.model_fields)


def test_a_verdict_that_takes_the_place_of_another_names_it() -> None:
    (one,) = compare(BASE, decide(BASE, 0, "Ada", "false", 9))
    assert one.instead is not None
    assert (one.by, one.instead.verdict, one.after.verdict) == ("Ada", "verified", "false")
    (other,) = compare(BASE, decide(BASE, 0, "Ben", "false", 9))
    assert other.instead is None


class TestArticle:
    @given(sentences, sentences)
    def test_the_places_that_differ_make_the_one_text_the_other(self, one: list[str], other: list[str]) -> None:
        old, new = "".join(one), "".join(other)
        made, at = [], 0
        for before, after in rewritten(old, new):
            assert (old[before.start : before.end], new[after.start : after.end]) == (before.text, after.text)
            assert before.text != after.text
            made += [old[at : before.start], after.text]
            at = before.end
        assert "".join((*made, old[at:])) == new

    @given(texts, texts)
    def test_so_do_those_of_any_texts(self, old: str, new: str) -> None:
        made, at = "", 0
        for before, after in rewritten(old, new):
            made += old[at : before.start] + after.text
            at = before.end
        assert made + old[at:] == new

    def test_a_sentence_that_went_is_told_from_where_it_begins(self) -> None:
        new = FERRY.replace("The RTA declined to comment. ", "")
        assert [(one.text, two.text) for one, two in rewritten(FERRY, new)] == [("The RTA declined to comment. ", "")]

    def test_what_only_stands_further_down_is_not_told(self) -> None:
        assert {one.part for one in compare(BASE, moved_on(BASE, cut=""))} == {Part.ARTICLE}

    def test_a_claim_that_stands_elsewhere_among_the_others_has_moved(self) -> None:
        one, two, three = "The mayor left. ", "The ferry sank at once. ", "Nobody was told of it. "
        old, new = one + two + three, three + one + two
        both = []
        for text in (old, new):
            made = sorted((claim(text, "assertion", words.strip()) for words in (one, two, three)), key=lambda c: c.start)
            both.append(Case(article=Article(text=text), claims=tuple(made)))
        moved = [found.after.text for found in compare(*both) if found.what == "place"]
        assert moved == [three.strip()]

    def test_a_claim_of_another_splitting_is_known_again_by_its_words(self) -> None:
        renamed = BASE.claims[0].model_copy(update={"id": "zzzzzz"})
        other = BASE.model_copy(update={"claims": (renamed, *BASE.claims[1:])})
        (found,) = [one for one in compare(BASE, other) if one.what == "id"]
        assert (found.before.id, found.after.id) == (BASE.claims[0].id, "zzzzzz")
        assert not [one for one in compare(BASE, other) if one.what == "claims"]


def test_what_hangs_on_a_new_claim_is_told_too() -> None:
    old = BASE.model_copy(update={"claims": BASE.claims[:-1]})
    assert kinds(old, decide(BASE, len(BASE.claims) - 1, "Ben")) == [("claims", "added"), ("reviews", "added")]


def test_evidence_that_was_changed_is_one_difference_and_says_by_whom() -> None:
    first, *rest = BASE.claims[0].evidence
    former = Former(**first.model_dump(), ended_by="Ben", ended_at=AT, changed=True)
    changed = change(BASE, 0, evidence=(first.model_copy(update={"quote": "£1.3m"}), *rest), former=(former,))
    (one,) = compare(BASE, changed)
    assert (one.what, one.act, one.by, one.fields) == ("evidence", Act.CHANGED, "Ben", ("quote",))
    taken = change(BASE, 0, evidence=tuple(rest), former=(former.model_copy(update={"changed": False}),))
    (one,) = compare(BASE, taken)
    assert (one.what, one.act, one.by) == ("evidence", Act.GONE, "Ben")
    (back,) = [one for one in compare(taken, BASE) if one.what == "evidence"]
    assert back.act is Act.ADDED


def test_a_sign_off_that_lapsed_is_told_once() -> None:
    signed = sign(BASE, "Eva")
    after = decide(signed, 5, "Ben")
    assert ("lapsed", "changed") in kinds(signed, after)
    assert not [one for one in compare(after, decide(after, 6, "Ben")) if one.what == "lapsed"]


def test_what_a_dismissal_is_about_goes_with_it() -> None:
    flagged = ferry_case(reviewed=True)
    (one,) = compare(flagged, dismissing(flagged, "Ada"))
    assert (one.what, one.target) == ("dismissals", flagged.flags[0])
