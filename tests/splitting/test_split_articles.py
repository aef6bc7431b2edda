"""Articles in eight manners, split and held against what a reader marked by hand."""

from __future__ import annotations

import pytest

from factcheck.splitting import split
from tests.splitting import marked

CASES = [(name, *marked.load(name)) for name in marked.names()]


@pytest.fixture(scope="module")
def claims_of():
    return {name: split(article) for name, article, _ in CASES}


def _pairs(claims_of):
    for name, _, expected in CASES:
        for claim in expected:
            yield name, claim, marked.found(claims_of[name], claim)


def test_nearly_every_expected_claim_is_found_with_its_kind(claims_of):
    pairs = list(_pairs(claims_of))
    missed = [f"{n}: {e.kind} {e.text!r}" for n, e, c in pairs if c is None or c.kind.value != e.kind]
    assert len(missed) / len(pairs) <= 0.10, "\n".join(missed)


def test_nobody_is_credited_with_the_words_of_another(claims_of):
    wrong = [
        f"{n}: {e.text!r} is {c.speaker.name}'s, not {e.name or 'nobody'}'s"
        for n, e, c in _pairs(claims_of)
        if c is not None and c.speaker is not None and c.speaker.name is not None and e.name is not None and c.speaker.name != e.name
    ]
    assert not wrong, "\n".join(wrong)


def test_nearly_every_speaker_is_named_in_full_with_title(claims_of):
    wanted = [(n, e, c) for n, e, c in _pairs(claims_of) if e.name]
    missed = [
        f"{n}: {e.text!r} by {e.name} ({e.title}), found {c.speaker if c else None!r}"
        for n, e, c in wanted
        if c is None or c.speaker is None or c.speaker.name != e.name or (e.title and c.speaker.title != e.title)
    ]
    assert len(missed) / len(wanted) <= 0.10, "\n".join(missed)


def test_gists_say_who_and_when(claims_of):
    wanted = [(n, e, c) for n, e, c in _pairs(claims_of) if c is not None and e.gist]
    missed = [f"{n}: {words!r} is not in {c.gist!r}" for n, e, c in wanted for words in e.gist if words not in c.gist]
    assert len(missed) / len(wanted) <= 0.10, "\n".join(missed)


def test_opinions_predictions_questions_and_orders_are_told_apart(claims_of):
    wanted = [(n, e, c) for n, e, c in _pairs(claims_of) if c is not None and e.checkable is not None]
    missed = [f"{n}: {c.text!r} {c.reason}" for n, e, c in wanted if c.checkable != e.checkable]
    assert len(missed) / len(wanted) <= 0.15, "\n".join(missed)


@pytest.mark.parametrize(("name", "article"), [(n, a) for n, a, _ in CASES])
def test_few_claims_are_declared_uncheckable_that_a_reader_would_check(name, article, claims_of):
    expected = [e for n, _, es in CASES if n == name for e in es]
    pairs = [(e, marked.found(claims_of[name], e)) for e in expected if e.checkable is None]
    wrong = [c.text for _, c in pairs if c is not None and not c.checkable]
    assert len(wrong) <= 2, wrong
    assert article.text


@pytest.mark.parametrize(("name", "expected"), [(n, es) for n, _, es in CASES])
def test_no_claim_swallows_its_neighbour(name, expected, claims_of):
    """What two expected claims assert is never the content of one."""
    for claim in claims_of[name]:
        if claim.part_of is None:
            held = [e for e in expected if all(any(s.start <= at < s.end for s in claim.content) for at in (e.start + 1, e.end - 3))]
            assert len(held) <= 1, (claim.text, [e.text for e in held])
