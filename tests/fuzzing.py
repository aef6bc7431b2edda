"""Texts that nobody would write, each from its seed: news out of a small grammar, the same damaged, and what breaks readers of text."""

from __future__ import annotations

import random

GRAMMAR = {
    "text": ["{head}\n\n{para}", "{head}\n\nBy {person}\n\n{place}, {day} ({agency}) - {para}\n\n{para}", "{para}",
        "{para}\n{para}\n{para}"],
    "head": ["{body} to {do} {thing}", "{person} quits over {thing}", "{figure} more for {thing}", "{acronym} says no"],
    "para": ["{sentence}", "{sentence} {sentence}", "{sentence} {sentence} {sentence}", "{person}: {quote}",
        "- {sentence}\n- {sentence}"],
    "sentence": [
        "{who} said on {day} that {fact}.", "{quote} {who} said.", "{quote} said {who}, {age}.", "According to {who}, {fact}.",
        "{fact}, {who} told {agency}, adding that {fact}.", "{fact}.", "{fact}, but {who} denied that {fact}.", "{he} said: {quote}",
        "{who}, who {past} {when}, declined to comment.", "Did {who} know? {who} would not say.", "{who} said {fact} and {fact}.",
        "“{fact},” {he} said. “{fact}.”", "{fact} ({fact}).", "{fact} – {fact}; {fact}.",
    ],
    "fact": [
        "{thing} cost {figure}, up from {figure} {when}", "{number} people were hurt {when}", "the vote passed by {small} to {small}",
        "{body} would {do} {thing} {when}", "{thing} rose by {small} percent to {figure}", "it is {small} miles ({small} km) long",
        "{person} was born on {day}", "no one had seen {thing}", "{acronym} and {acronym} disagree",
        "{small} of the {small} {things} failed",
        "{who} might {do} {thing}",
    ],
    "quote": ["“{fact}.”", "\"{fact},\"", "‘{fact}’", "“{fact}", "{fact}”", "“We {past} ‘{thing}’ {when}.”", "\"\"",
        "“I don't think {fact}!”"],
    "who": ["{person}", "{title} {person}", "the {title}", "{body}", "{he}", "a spokeswoman for {body}", "officials", "the {acronym}"],
    "he": ["He", "She", "They", "it"],
    "person": ["Ruth Okafor", "Okafor", "Lady Anne Mensah", "J. R. O'Neill-Sato", "Kim Dae-un", "Kim Dae Un", "Mr. Lindqvist",
        "Ms Lindquist",
               "José María Zúñiga", "王小明", "van der Berg", "Al-Rashid Jr."],
    "title": ["engineer", "Councillor", "Prime Minister", "Dr", "Lt. Gen.", "mayor of {place}", "minister"],
    "body": ["the Harbour Board", "Lindqvist & Sons Ltd.", "the Regional Transport Authority (RTA)", "the ministry", "U.S. officials"],
    "acronym": ["RTA", "RAT", "GDF", "U.N.", "EU", "RTA's"],
    "agency": ["reporters", "the Coast Wire", "AFP", "the paper"],
    "place": ["PORT ELLEN", "Leeds", "St. Ives", "Washington, D.C.", "São Paulo"],
    "thing": ["the ferry", "the refit of the ferry", "a new bridge", "its budget", "what it called “the wall”"],
    "things": ["frames", "ships", "of them", "voters"],
    "do": ["close", "sell", "investigate", "not rebuild"],
    "past": ["sold", "had been seen near", "was fined for"],
    "when": ["in 2022", "last week", "on {day}", "two days earlier", "since May", "by the end of the decade", "at 3 p.m. on {day}",
        "in the 1990s"],
    "day": ["Monday", "Friday, March 1", "31 February 2019", "29.02.2024", "2024-03-05", "Sept. 11, 2001", "the 5th",
        "Monday 4 March 2024"],
    "figure": ["£{number}", "${small}bn", "{number} million euros", "€{small}.{small}m", "₹{number}", "{small}%", "half a million",
        "{small}-{small}"],
    "number": ["3,400", "1 200", "12", "0", "999999999999999999999", "1,23,456", "nine", "1.5e9", "-7", "½"],
    "small": ["3", "12", "40.5", "twelve", "100", "0.0", "-1"],
    "age": ["45", "aged 7", "a 45-year-old", "145"],
}  # fmt: skip
"""What news is made of here: names in braces stand for one of their own lines."""

HOSTILE = (
    "\0", "\x1b[31m", "\x7f", "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\u2028", "\x85", "\u0301" * 9, "\ud800", "\udfff",
    "\U000e0041",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "ß", "ǅ", "İ", "ﬁ", "Å", "漢字", "שלום", "مرحبا", "١٢٣", "１２", "²", "Ⅷ", "\t", "\r",
    "\r\n", "\n",
    "\n\n\n", " " * 30, "\xa0", "[b]", "{0}", "%s", "{{ x }}", "<script>", "</p>", "&amp;", "```", "# ", "> ", "|", "=" * 20,
    "-" * 40, "*" * 9,
    "“", "”", '"', "'", "‘", "’", "«", "»", "(", ")", "[", "]", "...", "…", "--", "—", ".", ",", ":", ";", "?!", "a" * 300,
    "a-" * 60, "1," * 60,
    "(" * 40, '"' * 40, "U.S. " * 20, "Jan. ", "said " * 15, "and " * 15, "9" * 80, "1/0", "00:00", "2024-13-45", "-" + "0" * 30,
    "http://a.example/",
)  # fmt: skip
"""What has broken readers of texts, of words and of numbers."""


def news(rng: random.Random) -> str:
    """An article out of the grammar."""
    parts, most = ["{text}"], 400
    out = []
    while parts:
        part = parts.pop()
        before, brace, rest = part.partition("{")
        out.append(before)
        if brace:
            name, _, after = rest.partition("}")
            parts.append(after)
            parts.append(rng.choice(GRAMMAR[name]) if (most := most - 1) > 0 else "")
    return "".join(out)


def damaged(text: str, rng: random.Random) -> str:
    """The text with pieces taken out, doubled, swapped, put elsewhere or in another case, and some hostile ones put in."""
    for _ in range(rng.randint(1, 6)):
        at, length = rng.randrange(len(text) + 1), rng.choice((1, 1, 2, 5, 20, 80))
        piece = text[at : at + length]
        other = rng.randrange(len(text) + 1)
        match rng.randrange(6):
            case 0:
                text = text[:at] + text[at + length :]
            case 1:
                text = text[:at] + piece * rng.choice((2, 3, 12)) + text[at + length :]
            case 2:
                text = text[:other] + piece + text[other:]
            case 3:
                text = text[:at] + piece.swapcase() + text[at + length :]
            case 4:
                text = text[:at] + piece[::-1] + text[at + length :]
            case _:
                text = text[:at] + rng.choice(HOSTILE) + text[at:]
    return text


def soup(rng: random.Random) -> str:
    """Hostile pieces among words and any characters at all."""
    words = ("said", "Okafor", "the", "Monday", "£1.2m", "RTA", "he", "12", "that", "percent", "on", "who")
    pieces = []
    for _ in range(rng.randint(1, 25)):
        kind = rng.random()
        pieces.append(rng.choice(HOSTILE) if kind < 0.4 else rng.choice(words) if kind < 0.8 else chr(rng.randrange(0x110000)))
    return rng.choice(("", " ")).join(pieces)


def text_of(seed: int) -> str:
    """The text of a seed, always the same: half of them damaged news, a quarter news, a quarter soup."""
    rng = random.Random(seed)  # noqa: S311 - the same text every time
    kind = seed % 4
    return soup(rng) if kind == 0 else news(rng) if kind == 1 else damaged(news(rng), rng)
