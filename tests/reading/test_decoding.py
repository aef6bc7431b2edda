"""Every common encoding gives the words that were written."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import FactcheckError
from factcheck.reading import read

PLAIN = "Café owner pays £1,200\n\nZoë Müller said: “It’s late – but it’s paid.” The bill was €950.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252"]
)
def test_the_same_words_from_every_encoding(encoding: str) -> None:
    assert read(PLAIN.encode(encoding)).text == PLAIN


@pytest.mark.parametrize("mark,encoding", [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be")])  # noqa: PT006 - two short names
def test_byte_order_marks_are_obeyed_and_dropped(mark: bytes, encoding: str) -> None:
    assert read(mark + PLAIN.encode(encoding)).text == PLAIN


@pytest.mark.parametrize(
    "text",
    [
        "It’s £5.",
        "“No,” she said.",
        "He paid €3 – twice.",
        "Café",
        "naïve",
        "Señor Núñez",
        "Ærøskøbing har 900 indbyggere",
        "½ price",
        "25°C",
        "The ‘best’ plan…",
    ],
)
def test_short_western_texts_are_windows_1252(text: str) -> None:
    assert read(text.encode("cp1252")).text == text


def test_curly_quotation_marks_of_an_old_macintosh() -> None:
    text = "“We didn’t,” said Zoë Müller – twice."
    assert read(text.encode("mac_roman")).text == text


def test_the_euro_sign_of_latin_9() -> None:
    assert read("It cost 5 € at the café.".encode("iso8859-15")).text == "It cost 5 € at the café."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Президент заявил в четверг, что переговоры будут продолжены. Министр иностранных дел не согласился с этим."),
        ("cp1253", "Ο πρωθυπουργός δήλωσε την Πέμπτη ότι οι συνομιλίες θα συνεχιστούν τον επόμενο μήνα στην Αθήνα."),
    ],
)
def test_text_in_other_letters_is_guessed(encoding: str, text: str) -> None:
    assert read(text.encode(encoding), language="en").text == text


def test_one_broken_byte_does_not_spoil_utf8() -> None:
    data = PLAIN.encode() + b"It cost \xa35 more.\n"
    assert read(data).text == PLAIN + "It cost £5 more.\n"


def test_a_file_cut_short_in_the_middle_of_a_letter() -> None:
    assert read("Zoë said it was a café".encode()[:-1]).text == "Zoë said it was a caf\ufffd"


def test_nuls_in_utf8_do_not_make_it_utf16() -> None:
    assert read(b"The mayor\x00 said so on Monday.").text == "The mayor\x00 said so on Monday."


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes) -> None:
    try:
        article = read(data)
    except FactcheckError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either outcome is right
    else:
        article.text.encode("utf-8")


@given(st.text(st.characters(codec="cp1252", exclude_categories=("Cc",)), min_size=1, max_size=80))
@settings(deadline=None, max_examples=200)
def test_utf8_is_always_read_as_utf8(text: str) -> None:
    data = text.encode()
    if any(char.isalnum() for char in text) and not text.startswith("%!PS"):
        assert read(data, language="en").text.startswith(text[:1]) or text[0] == "\ufeff"
