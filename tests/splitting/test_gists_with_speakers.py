"""What a reader of the claims alone would be handed, each with its speaker: kinds of sentences that strict readers found misread."""

from __future__ import annotations

import pytest

import factcheck

FOUND: list[tuple[str, list[tuple[str, str | None]]]] = [
    # the parser's mistakes, mended
    (
        "A spokesman for the water board said the pipes dated from 1960.",
        [("A spokesman for the water board said the pipes dated from 1960.", "A spokesman for the water board")],
    ),
    (
        "Marla Oduya argued the toll would ruin hauliers and the minister, Piet Lind, countered that it would raise £40m.",
        [
            ("Marla Oduya argued the toll would ruin hauliers", "Marla Oduya"),
            ("The minister, Piet Lind, countered that it would raise £40m.", "Piet Lind"),
        ],
    ),
    ("“Is it true?” asked Judge Okello.", [("“Is it true?” asked Judge Okello.", "Okello")]),
    ("“It was orange,” said Per Aas.", [("“It was orange,” said Per Aas.", "Per Aas")]),
    ("Erik ten Broek said it was over.", [("Erik ten Broek said it was over.", "Erik ten Broek")]),
    # whose words they are
    (
        "Came the reply from the harbour master: “Nobody leaves tonight.”",
        [("Came the reply from the harbour master: “Nobody leaves tonight.”", "the harbour master")],
    ),
    (
        "“I saw the smoke first” — that is how night porter Gus Hale remembers the fire.",
        [("“I saw the smoke first” — that is how night porter Gus Hale remembers the fire.", "Gus Hale")],
    ),
    (
        "The agency quoted army officer Kang Fu as saying that 40 people were trapped.",
        [("The agency quoted army officer Kang Fu as saying that 40 people were trapped.", "Kang Fu")],
    ),
    (
        "The lawyer was beaten too, the witnesses were quoted as saying.",
        [("The lawyer was beaten too, the witnesses were quoted as saying.", "the witnesses")],
    ),
    (
        "“He was kind,” said John Grell.\n\n“Much loved by all.\n\n“We ask for quiet.”",
        [
            ("“He was kind,” said John Grell.", "John Grell"),
            ("[John Grell:] “Much loved by all.”", "John Grell"),
            ("[John Grell:] “We ask for quiet.”", "John Grell"),
        ],
    ),
    (
        "Lena Orsa and Mark Tull said it was wrong, and pressed for cuts.",
        [
            ("Lena Orsa and Mark Tull said it was wrong", "Lena Orsa and Mark Tull"),
            ("[Lena Orsa and Mark Tull] pressed for cuts.", "Lena Orsa and Mark Tull"),
        ],
    ),
    # what is the article's own
    (
        "The missing plane, which was carrying Danes, sank near Orsa, Mark Tull said.",
        [("The missing plane … sank near Orsa, Mark Tull said.", "Mark Tull"), ("[The missing plane] was carrying Danes", None)],
    ),
    (
        "Officials said the town was wrecked by the quake, whose magnitude was put at 7.1.",
        [("Officials said the town was wrecked by the quake", "Officials"), ("[The quake's] magnitude was put at 7.1.", None)],
    ),
    ("Mark Tull was referring to the strike of 1984.", [("Mark Tull was referring to the strike of 1984.", None)]),
    ("The Orsa Tribune, citing witnesses, named the surfer.", [("The Orsa Tribune, citing witnesses, named the surfer.", None)]),
    (
        "Excluding charges, Vantor said it had lost £95m, against £232m a year before.",
        [("Excluding charges, Vantor said it had lost £95m, against £232m a year before.", "Vantor")],
    ),
    (
        "A report by the Audit Office, which was seen by the Echo, blames the board.",
        [("A report by the Audit Office, which was seen by the Echo, blames the board.", "A report by the Audit Office")],
    ),
    (
        "A judge ruled that the clinic broke the law when it hid the risks.",
        [("A judge ruled that the clinic broke the law when it hid the risks.", "A judge")],
    ),
    ("Orrin's say it runs until 2027.", [("Orrin's say it runs until 2027.", "Orrin's")]),
    (
        "Mr Bell was not there. His lawyer, Nia Shah, said he was ill.",
        [("Mr Bell was not there.", None), ("[Bell's] lawyer, Nia Shah, said he was ill.", "Nia Shah")],
    ),
    # what would be false by itself
    (
        "It was the first win by a Harbour side since Ken Marin scored in Tarn.",
        [("It was the first win by a Harbour side since Ken Marin scored in Tarn.", None)],
    ),
    ("Those without it, which is half of the town, will pay.", [("Those without it, which is half of the town, will pay.", None)]),
    ("Leaders were held as they drove to the ground.", [("Leaders were held as they drove to the ground.", None)]),
    # who is meant
    ("They voted no and said they would strike.", [("They voted no", None), ("[They] said they would strike.", "They")]),
    ("Leo Brandt and his wife Anna left.", [("Leo Brandt and his wife Anna left.", None)]),
    (
        "Senate Republicans blocked it. It needs 60 votes in the Senate, and Republicans will stay away.",
        [
            ("Senate Republicans blocked it.", None),
            ("It needs 60 votes in the Senate", None),
            ("Republicans will stay away.", None),
        ],
    ),
    ("The gyre is big, said Erik van Sebel. It is old, said van Sebel.", [
        ("The gyre is big, said Erik van Sebel.", "Erik van Sebel"), ("It is old, said [Erik] van Sebel.", "Erik van Sebel"),
    ]),
    ("Orrin Foods lost £3m. Its chief executive, Gerard Arp, blamed fuel.", [
        ("Orrin Foods lost £3m.", None), ("[Orrin Foods's] chief executive, Gerard Arp, blamed fuel.", None),
    ]),
    ("The Velan Bridge opened in 1934. It carries 30,000 vehicles a day. It was a mistake.", [
        ("The Velan Bridge opened in 1934.", None), ("[Velan Bridge] carries 30,000 vehicles a day.", None), ("It was a mistake.", None),
    ]),
]  # fmt: skip
"""A text, and each of its claims with whose words it is; None is the article itself."""


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_a_claim_is_true_to_the_article_and_has_its_speaker(text: str, expected: list[tuple[str, str | None]]) -> None:
    claims = [c for c in factcheck.split(factcheck.read_text(text)) if c.part_of is None]
    assert [(c.gist, c.speaker.known_as if c.speaker else None) for c in claims] == expected
