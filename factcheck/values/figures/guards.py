"""What looks like a figure and is none: labels, names, addresses, telephone numbers, versions, years, and "one" the pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.calendar import SURE_MONTHS
from factcheck.language.roles import role_of
from factcheck.values.figures.lexicon import HYPHENS, context, noun_words, phrase_words, table
from factcheck.values.figures.number import Number, is_whole, number_table, word_at
from factcheck.values.figures.tokens import Kind, Token

_GLUES = frozenset("/_#@=&\\*^|:")
FIRST_YEAR, LAST_YEAR = 1000, 2199


def _capital(line: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(line) and line[at].kind is Kind.WORD and line[at].text != line[at].lower


def starts_sentence(line: Sequence[Token], at: int) -> bool:
    """Whether nothing but an opening mark stands between token `at` and the end of the sentence before it, or of a dateline."""
    while at > 0 and line[at - 1].text in ('"', "“", "‘", "'", "(", "[", "-", "–", "—", "•", "*"):
        if _is_dash(line, at - 1):
            return True
        at -= 1
    return at == 0 or line[at - 1].kind is Kind.BREAK or line[at - 1].text in (".", "!", "?", ":", ";", "”", "…")


def _is_dash(line: Sequence[Token], at: int) -> bool:
    """Whether a hyphen or dash stands between spaces, as behind a dateline, and joins nothing."""
    return line[at].text in HYPHENS | {"—"} and bool(line[at].gap) and at + 1 < len(line) and bool(line[at + 1].gap)


def glued_before(line: Sequence[Token], at: int) -> bool:
    """Whether the digits at `at` are part of a longer thing: "XC40", "v1.2.3", "/2019", "#7", "555-0199-20"."""
    if at == 0 or line[at].gap:
        return False
    before = line[at - 1]
    if before.kind in (Kind.DIGITS, Kind.VULGAR, Kind.WORD, Kind.DATE):
        return True
    if before.text in _GLUES or (before.text in (".", ",") and at > 1 and line[at - 2].kind in (Kind.DIGITS, Kind.WORD) and not before.gap):
        return True
    if before.text in HYPHENS and not before.gap and at > 1:
        return (
            line[at - 2].kind in (Kind.DIGITS, Kind.DATE)
            or line[at - 2].text == "^"
            or (line[at - 2].kind is Kind.WORD and line[at - 2].text != "sub" and line[at - 2].lower not in context("hyphen_prefixes"))
        )
    return before.text == "%" or (before.text == "+" and at > 1 and line[at - 2].text == "^")


def glued_after(line: Sequence[Token], end: int) -> bool:
    """Whether something that is no unit hangs on the number that ends before token `end`."""
    if end >= len(line) or line[end].gap or line[end].kind is Kind.BREAK:
        return False
    text = line[end].text
    following = line[end + 1] if end + 1 < len(line) else None
    near = following is not None and not following.gap
    if line[end].kind in (Kind.WORD, Kind.DIGITS, Kind.VULGAR, Kind.DATE):
        return True
    if text in _GLUES:
        return near or text in "/_=&"
    if text in HYPHENS and near and following is not None and is_shop(following):
        return True  # "7-Eleven"
    if text in (".", ",", "±") or text in HYPHENS:
        return near and following is not None and following.kind is Kind.DIGITS
    return False


def is_shop(word: Token) -> bool:
    """Whether a number in words has a capital, as behind the hyphen of a name: "7-Eleven"."""
    return word.text.istitle() and word.lower in number_table("cardinals")


def many_parts(line: Sequence[Token], at: int) -> int | None:
    """The token after a telephone number, version, address of a network or numeric date that begins at `at`: three or more runs of digits.

    Takes "020-7946-0958" and "192.168.1.2"; refuses "3-5" (two runs).
    """
    end, runs, dotted = at, 0, False
    while end < len(line) and line[end].kind is Kind.DIGITS:
        end, runs = end + 1, runs + 1
        if end + 1 >= len(line) or line[end].text not in _PART_JOINTS or line[end].gap or line[end + 1].gap:
            break
        dotted = dotted or (line[end].text == "." and line[end + 1].kind is Kind.DIGITS)
        end += line[end + 1].kind is Kind.DIGITS
    return end if runs > 2 or dotted else None


_NUMERALS = (Kind.DIGITS, Kind.VULGAR)
FEWEST_IN_A_ROW = 4
"""Numbers side by side that make a table or a code, not prose."""


def row_of_numbers(line: Sequence[Token], at: int) -> int | None:
    """The token after a row of bare numbers that begins at `at`, as in a table; a number grouped by spaces is no row."""
    end = at + 1
    while end < min(len(line), at + FEWEST_IN_A_ROW) and line[end].kind in _NUMERALS:
        end += 1
    if end - at < FEWEST_IN_A_ROW or all(len(token.text.partition(".")[0]) == 3 for token in line[at + 1 : end]):
        return None
    while end < len(line) and line[end].kind in _NUMERALS:
        end += 1
    return end


def telephone(line: Sequence[Token], at: int) -> int | None:
    """The token after a telephone number with its dialling code, which begins at `at`: "020 7946 0958", "0800 123 456"."""
    if line[at].kind is not Kind.DIGITS or not line[at].text.startswith("0") or not 3 <= len(line[at].text) <= 5:
        return None
    end = at + 1
    while end < len(line) and line[end].kind is Kind.DIGITS and line[end].text.isdecimal() and len(line[end].text) >= 3:
        end += 1
    return end if end > at + 1 else None


_PART_JOINTS = frozenset("-‑–./")


def one_is_pronoun(line: Sequence[Token], at: int, end: int) -> bool:
    """Whether the "one" at `at` stands for a thing or a time instead of counting: "this one", "one day", "one another"."""
    if (
        word_at(line, at - 1) in noun_words("one_pronoun_after")
        or word_at(line, at - 1) in phrase_words("labels")
        or word_at(line, end) in noun_words("one_idioms")
        or not word_at(line, end)
    ):
        return True
    if word_at(line, end) == "of":
        return word_at(line, end + 1) not in noun_words("one_of") or not _number_at(line, end + 2)
    if word_at(line, end) in HYPHENS:
        return False
    return line[end].kind is not Kind.WORD or line[end].lower in noun_words("stop")


def one_speaks(line: Sequence[Token], end: int) -> bool:
    """Whether "one" with its noun, which ends before token `end`, is who says something, and not counted: "one official said"."""
    if not role_of(word_at(line, end - 1)):
        return False
    placed = word_at(line, end) in context("placing")
    for token in line[end : end + (_PLACE if placed else 1)]:
        if token.kind is not Kind.WORD or token.lower in context("speaking"):
            return token.lower in context("speaking")
    return False


_PLACE = 7
"""Words that may tell where somebody is: "one teacher at a school in Leeds said"."""


def tells_a_kind(line: Sequence[Token], end: int, unit: str | None) -> bool:
    """Whether a measure only says which things are meant: "11 3-pointers", "the 13 mile marker"."""
    return (line[end - 1].lower.removesuffix("s") in table("nouns")["made_of"] and line[end - 1].lower.endswith("s")) or (
        unit == "mile" and word_at(line, end) in ("marker", "markers", "post", "posts")
    )


def _number_at(line: Sequence[Token], at: int) -> bool:
    """Whether the whole of which it is one is told: "one of the 12 jurors", not "one of the best"."""
    return at < len(line) and (line[at].kind is Kind.DIGITS or line[at].lower in number_table("cardinals"))


def some_day(line: Sequence[Token], at: int, end: int) -> bool:
    """Whether "one day" means some day: nothing around it measures a time, as in "for one day" and "one day later"."""
    if word_at(line, at + 1) in HYPHENS:
        return False
    return word_at(line, at - 1) not in context("before_one_day") and word_at(line, end) not in context("after_one_day")


def is_label(line: Sequence[Token], at: int, end: int, number: Number, *, counted: bool) -> bool:
    """Whether a number without a unit labels a thing: "Section 427", "iPhone 14", "Planet 9", "7 Eleven", "10 Downing Street"."""
    before = word_at(line, at - 1)
    if word_at(line, at - 1 - (before == ".")) in SURE_MONTHS and number.digits and number.value < 32:
        return True
    if (
        before in HYPHENS
        and at > 1
        and not _is_dash(line, at - 1)
        and (_capital(line, at - 2) or word_at(line, at - 2) in phrase_words("labels"))
    ):
        return True
    if word_at(line, end) in ("zip", "code") or (before in context("no_zero") and line[at].lower == "zero"):
        return True
    if before in (".", "") and word_at(line, at - 2) in ("no", "nos", "nr", "nrs", "vol", "fig", "ext", "tel", "mk"):
        return True
    if before == "of" and not counted and at > 1 and line[at - 2].text == "Group":
        return True
    touching = at > 0 and line[at - 1].kind is Kind.WORD
    if touching and before in phrase_words("labels") and (not counted or _capital(line, at - 1)):
        return True
    if not number.digits:
        return _spelt_name(line, at, end, counted=counted)
    if (
        touching
        and _capital(line, at - 1)
        and not starts_sentence(line, at - 1)
        and not counted
        and "," not in line[at].text
        and number.scale == 1
        and "." not in line[at].text
    ):
        return True
    if word_at(line, end) in noun_words("machines") and not counted:
        return True
    if _address(line, end) or (word_at(line, end) in phrase_words("labels", "companies")):
        return True
    return before in ("#", "№") or (before == "[" and word_at(line, end) == "]") or (before == "&" and _capital(line, at - 2))


def numbers_a_passage(line: Sequence[Token], at: int, number: Number) -> bool:
    """Whether a number is that of a passage: "6.10 The applicant …", "12. The court …" at the head of a line, "s 6.10", "rule 3.4(2)"."""
    if not number.digits or number.scale != 1:
        return False
    before, end = line[at - 1] if at else None, number.end
    if before is None or before.kind is Kind.BREAK:
        pointed = "." in line[at].text
        following = end + (not pointed and word_at(line, end) == "." and not line[end].gap)
        return (pointed or following > end) and _capital(line, following) and bool(line[following].gap)
    if before.text == "(" and at > 1 and not before.gap and not line[at].gap:
        return line[at - 2].kind is Kind.DIGITS and word_at(line, end) == ")"
    return "." in line[at].text and before.lower in context("passages") and before.text[-1] != "S" and bool(line[at].gap)


def resolution(line: Sequence[Token], at: int, number: Number) -> bool:
    """Whether "4K" names the sharpness of a picture, or "10K" a race, and no thousands."""
    return number.end == at + 2 and line[at + 1].text == "K" and line[at].text in ("2", "4", "5", "6", "8", "10")


def emergency_number(line: Sequence[Token], at: int, end: int) -> bool:
    """Whether the digits at `at` are what one dials for help: "call 999", "911 calls"."""
    if line[at].text not in context("emergency_numbers"):
        return False
    around = (*line[max(0, at - 2) : at], *line[end : end + 1])
    return any(token.lower in context("telephoning") for token in around)


def is_name_with_noun(line: Sequence[Token], at: int, noun: str) -> bool:
    """Whether digits after a name and before a plural belong to the name: "Boeing 737 jets", "iPhone 14 owners"."""
    if not _capital(line, at - 1) or starts_sentence(line, at - 1):
        return False
    if noun in ("person", "man", "woman", "child") or "," in line[at].text:
        return False
    led = at - 2 - (word_at(line, at - 2) == "the")  # "the Peugeot 208 sells", not "in the Commons 40 members"
    return not (
        led >= 0 and word_at(line, led) in ("in", "at", "on", "near", "of", "from", "with", "and", "by", "to", "for")
    ) or before_is_brand(line, at)


def is_of_name_in_capitals(line: Sequence[Token], at: int, end: int) -> bool:
    """Whether a per cent closes a name in capitals, "the list ZUMA REAL 100% took part", and no headline in capitals."""
    first = at
    while first > 0 and line[first - 1].kind is Kind.WORD and line[first - 1].text.isupper() and len(line[first - 1].text) >= _NAME_WORD:
        first -= 1
    led, behind = word_at(line, first - 1), word_at(line, end)
    if at - first < _NAME_WORDS or not led.isalpha() or line[first - 1].text.isupper() or behind in ("of", "stake", "share"):
        return False
    return not (behind.isalpha() and line[end].text.isupper())


_NAME_WORD, _NAME_WORDS = 4, 2
"""Letters of a word in capitals that is hardly an abbreviation, and so many such words that they make a name."""


def before_is_brand(line: Sequence[Token], at: int) -> bool:
    """Whether the word before is one that numbers follow as a rule ("Boeing", "Windows")."""
    return word_at(line, at - 1) in phrase_words("labels")


def _spelt_name(line: Sequence[Token], at: int, end: int, *, counted: bool) -> bool:
    """Reads "Big Four", "Six Nations", "Ocean's Eleven": a capitalised number word that no sentence or headline begins with."""
    if not line[at].text[0].isupper() or (line[at].text.isupper() and len(line[at].text) > 1):
        return False
    title = _capital(line, end) and line[end].lower not in noun_words("stop") if end < len(line) else False
    if starts_sentence(line, at):
        return title and not counted
    return not _headline(line, at)


def _headline(line: Sequence[Token], at: int) -> bool:
    """Whether the words around `at` are capitalised as in a headline: the four nearest on its line."""
    around = [token for token in line[max(0, at - 3) : at + 5] if token.kind is Kind.WORD and len(token.text) > 3]
    return len(around) >= 3 and all(token.text[0].isupper() for token in around)


def _address(line: Sequence[Token], end: int) -> bool:
    """Reads "42 Marsh Lane", "16-18 Industrial Avenue": capitalised words that end in a kind of street."""
    for at in range(end, min(end + 4, len(line))):
        if not _capital(line, at):
            return False
        if at > end and line[at].lower in phrase_words("labels", "streets"):
            return True
    return False


def is_year(line: Sequence[Token], at: int, number: Number) -> bool:
    """Whether bare digits look like a year."""
    text = line[at].text
    return number.digits and len(text) == 4 and text.isdecimal() and FIRST_YEAR <= number.value <= LAST_YEAR and number.scale == 1


def is_long_id(line: Sequence[Token], at: int, number: Number) -> bool:
    """Whether bare digits are an account or case number: nine and more without commas, or with a leading nought."""
    text = line[at].text
    return (
        number.digits
        and text.isdecimal()
        and number.scale == 1
        and is_whole(number.value)
        and (len(text) > 9 or (len(text) > 1 and text[0] == "0"))
    )


def spelt_ordinal(line: Sequence[Token], end: int) -> bool:
    """Whether the words before token `end` are the beginning of an ordinal: "twenty-first", "one hundred and fifth"."""
    at = end + (word_at(line, end) in HYPHENS)
    at += word_at(line, at) == "and" and at == end
    word = word_at(line, at)
    return word in context("ordinals") and (at > end or word != "second")


def year_in_words(line: Sequence[Token], at: int) -> int | None:
    """The token after a year in words that begins at `at`: "nineteen eighty-four", "twenty seventeen"; None for other numbers."""
    first, second = number_table("cardinals").get(line[at].lower), number_table("cardinals").get(word_at(line, at + 1))
    if first is None or second is None or not 10 < first <= 20 or not 10 <= second < 100 or not line[at + 1].gap:
        return None
    end = at + 2
    if word_at(line, end) in HYPHENS and not line[end].gap:
        if word_at(line, end + 1) not in number_table("cardinals"):
            return None  # "twelve ten-pound notes"
        end += 2
    return end


def ordinal_or_clock(line: Sequence[Token], end: int) -> bool:
    """Whether the digits before token `end` are an ordinal, a decade or a time of day: "10th", "1990s", "5 pm"."""
    if end >= len(line) or line[end].kind is not Kind.WORD:
        return False
    return line[end].lower in context("ordinal_endings") if not line[end].gap else line[end].lower in context("clock")
