"""In a transcript, an interview or a script each paragraph belongs to the speaker named before the colon."""

from __future__ import annotations

import time

import pytest

from factcheck.model import Claim, ClaimKind, Mode
from factcheck.splitting import find_attributions, labels, split
from tests import builders

HEARING = """\
A hearing

The committee met in Leeds on 3 May. Its witness was Captain Owen Hale.

CHAIRWOMAN RUTH DELGADO: How many groundings were there?

HALE: Four. I reported them all.

We had no buoy, and nobody came.

(Laughter.)

DELGADO: Thank you.

The hearing ended at noon.
"""


def claims_of(text: str) -> list[Claim]:
    return [c for c in split(builders.article(text)) if c.part_of is None]


def said(text: str, words: str) -> Claim:
    return next(c for c in claims_of(text) if words in c.text)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("How many groundings", "Ruth Delgado"),
        ("Four.", "Owen Hale"),
        ("I reported them all.", "Owen Hale"),
        ("We had no buoy", "Owen Hale"),
        ("Thank you.", "Ruth Delgado"),
    ],
)
def test_each_sentence_of_a_turn_is_its_speakers(words, name):
    claim = said(HEARING, words)
    assert (claim.kind, claim.mode) == (ClaimKind.QUOTE, Mode.DIRECT)
    assert claim.speaker is not None
    assert claim.speaker.name == name


@pytest.mark.parametrize("words", ["The committee met", "(Laughter.)", "The hearing ended"])
def test_what_stands_between_the_turns_is_nobodys(words):
    assert said(HEARING, words).speaker is None


def test_the_title_in_a_label_is_read():
    speaker = said(HEARING, "How many").speaker
    assert speaker is not None
    assert speaker.title == "Chairwoman"


def test_a_gist_names_the_speaker_and_leaves_the_label_out():
    assert said(HEARING, "HALE: Four.").in_context == "[Owen Hale:] Four."
    assert said(HEARING, "We had no buoy").gist.startswith("[Owen Hale:] We had no buoy")


def test_the_label_belongs_to_the_first_claim_of_its_turn():
    claim = said(HEARING, "Four.")
    assert claim.text == "HALE: Four."
    assert not any(s.start < claim.start + len("HALE:") for s in claim.content)


def test_a_turn_is_one_attribution_with_all_its_paragraphs():
    article = builders.article(HEARING)
    hale = next(a for a in find_attributions(article) if a.speaker is not None and a.speaker.text == "HALE")
    assert hale.cue is None
    assert [article.words(s) for s in hale.content] == ["Four. I reported them all.", "We had no buoy, and nobody came."]


SCRIPT = """\
Evening bulletin

PRESENTER: The plant is to close, the firm says.

REPORTER: The night shift was told on Monday.

CLIP – Sheila Munro, welder: He rang me at ten.

PRESENTER: The firm has 300 workers.
"""


def test_presenter_and_reporter_are_the_programmes_own_voice():
    assert said(SCRIPT, "night shift").speaker is None
    assert said(SCRIPT, "300 workers").kind is ClaimKind.ASSERTION
    firm = said(SCRIPT, "The plant is to close").speaker
    assert firm is not None
    assert firm.text == "the firm"


def test_a_clip_is_its_speakers():
    speaker = said(SCRIPT, "He rang me").speaker
    assert speaker is not None
    assert (speaker.text, speaker.name, speaker.title) == ("Sheila Munro, welder", "Sheila Munro", "welder")


@pytest.mark.parametrize("label", ["SOC: Sheila Munro, welder\n", "CLIP: Sheila Munro, welder\n\n", "SOT Sheila Munro, welder: "])
def test_who_is_heard_is_named_above_the_clip_or_behind_its_cue(label):
    speaker = said(SCRIPT.replace("CLIP – Sheila Munro, welder: He rang me at ten.", f'{label}"He rang me at ten."'), "He rang me").speaker
    assert speaker is not None
    assert (speaker.name, speaker.title) == ("Sheila Munro", "welder")


@pytest.mark.parametrize(
    "text",
    [
        "A review\n\nPrice: The set costs £10 in most shops here.\n\nVerdict: A fine set.\n\nPrice: The lamp costs £12.\n",
        "A list\n\nLeeds: The rain began early in the day here.\n\nYork: It stayed dry.\n\nHull: It was windy.\n",
        "A note\n\nHale said: The bridge was safe in every way on Monday.\n\nUpdate: This was changed.\n",
    ],
)
def test_lists_of_facts_are_no_speech(text):
    assert not any(c.kind is ClaimKind.QUOTE for c in claims_of(text))


def test_the_times_of_a_live_blog_are_no_part_of_the_sentences():
    text = "Storm\n\n16.42 Prime Minister Clare Rowntree visited Leeds.\n\n16.05 She left.\n\n15.30 Mayor Tom Hadley met her.\n"
    first = claims_of(text)[0]
    assert first.text.startswith("16.42 ")
    assert first.in_context == "Prime Minister Clare Rowntree visited Leeds."


def test_a_label_with_no_words_behind_it_is_not_left_out():
    text = HEARING.replace("DELGADO: Thank you.", 'DELGADO: "" ...')
    assert any(c.text == "DELGADO" for c in claims_of(text))


PATTERNS = [
    (labels._LABEL, ["HALE: I saw it", "CLIP – Ann Lee, welder: He rang", "SOT Ann Lee: He rang"], "At 10:30 we left"),
    (labels._ABOVE, ["SOC: Ann Lee, welder", "CLIP Ann Lee"], "HALE:"),
    (labels._TIME, ["16.42 The alarm", "9:05am GMT – Trains"], "16.42 metres"),
    (labels._FIRST_PERSON, ["I never saw", "then we left"], "the hearing was adjourned"),
]


@pytest.mark.parametrize(("pattern", "taken", "refused"), PATTERNS)
def test_the_patterns_take_and_refuse_what_they_say(pattern, taken, refused):
    assert all(pattern.search(text) for text in taken)
    assert pattern.match(refused) is None


@pytest.mark.parametrize("text", ["A" * 300_000, "A: " * 50_000, "16.42 " * 50_000, "CLIP - " * 40_000, "Q:\nA:\n" * 20_000])
def test_labels_are_looked_for_in_linear_time(text):
    article = builders.article("H\n\n" + text + "\n")
    began = time.perf_counter()
    labels.find_turns(article)
    assert time.perf_counter() - began < 5
