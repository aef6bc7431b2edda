"""Only English is divided into claims: an article in another language is refused in one sentence, a foreign passage is marked."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from factcheck import cli, read, read_text, split
from factcheck.language.detection import language_of
from factcheck.model import BlockRole, FactcheckError

ENGLISH = "The harbour board raised its fees on Monday, and the chairman said that there had been no other way."
OTHERS = {
    "French": "Le conseil du port a relevé ses droits lundi, et son président a dit qu'il n'y avait pas eu d'autre moyen.",
    "German": "Der Hafenrat hat am Montag seine Gebühren erhöht, und der Vorsitzende sagte, es habe keinen anderen Weg gegeben.",
    "Spanish": "La junta del puerto subió sus tarifas el lunes, y el presidente dijo que no había habido otro remedio.",
    "Dutch": "Het havenbestuur heeft maandag de tarieven verhoogd, en de voorzitter zei dat er geen andere weg was geweest.",
    "Polish": "Rada portu podniosła w poniedziałek opłaty, a przewodniczący powiedział, że nie było innego wyjścia.",
    "Swedish": "Hamnstyrelsen höjde sina avgifter i måndags, och ordföranden sade att det inte hade funnits någon annan utväg.",
    "Turkish": "Liman kurulu pazartesi günü ücretlerini artırdı ve başkan başka bir yol olmadığını söyledi.",
    "Russian": "Правление порта в понедельник повысило сборы, и председатель сказал, что другого выхода не было.",
    "Chinese": "港务局周一提高了收费，主席表示此前没有别的办法，新的收费标准将从四月一日起施行，渔民对此表示不满。",
    "Hindi": "बंदरगाह बोर्ड ने सोमवार को अपने शुल्क बढ़ा दिए और अध्यक्ष ने कहा कि कोई दूसरा रास्ता नहीं था।",
}
NO_TEXT_IN_ANOTHER = [
    "Courtois; Carvajal, Rüdiger, Alaba, Mendy; Modrić, Tchouaméni, Camavinga; Rodrygo, Bellingham, Vinícius",
    "MAN HELD OVER FIRE AT WESTPORT HARBOUR",
    "By Małgorzata Wójcik-Brzęczyszczykiewicz",
    "Harrow 120, Milton 116, Eastgate 102, Westport 94, Northbay 115, Southbay 96",
]


@pytest.mark.parametrize("name", OTHERS)
def test_an_article_in_another_language_is_refused_by_its_name_and_how_to_go_on(name: str, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(f"Westport\n\n{OTHERS[name]}\n\n{OTHERS[name]}")
    with pytest.raises(FactcheckError, match=rf"story\.txt seems to be in {name}, .*; .* give --language en\.$"):
        read(path)
    assert read(path, language="en").text.endswith(OTHERS[name])


@pytest.mark.parametrize("text", NO_TEXT_IN_ANOTHER)
def test_names_and_headings_are_no_other_language(text: str) -> None:
    assert language_of(text) in (None, "en")


def test_signs_and_a_letter_again_and_again_are_in_no_language() -> None:
    assert [language_of(text) for text in ("QX -- " * 60, "a" * 500, "\ufffd\x01\x7f;&n" * 40)] == [None] * 3


def test_half_a_release_in_english_is_read_as_english() -> None:
    short = "Boats may leave the harbour in the last week of May.\n\nThe fees are paid at the gate from then on, it said."
    article = read_text(f"Fees rise / Hausse des droits\n\n{short}\n\n{OTHERS['French']}")
    assert article.language is None
    assert [article.words(block) for block in article.blocks_of(BlockRole.FOREIGN)] == [OTHERS["French"]]


@pytest.mark.parametrize("name", OTHERS)
def test_a_foreign_passage_is_marked_shown_and_not_divided(name: str) -> None:
    article = read_text(f"Fees rise\n\n{ENGLISH}\n\n{OTHERS[name]}\n\n{ENGLISH.replace('fees', 'rents')}")
    assert [article.words(block) for block in article.blocks_of(BlockRole.FOREIGN)] == [OTHERS[name]]
    start = article.text.index(OTHERS[name])
    assert split(article)
    assert not any(claim.start < start + len(OTHERS[name]) and claim.end > start for claim in split(article))
    left = next(left for left in article.left_out or () if left.role == "foreign")
    assert (left.words, left.start) == (OTHERS[name], start)
    assert left.why == f"is in {name}, and only English is divided into claims"


def test_what_a_page_says_of_its_language_counts_where_its_words_do_not_tell(tmp_path: Path) -> None:
    def page(tongue: str, *words: str) -> Path:
        path = tmp_path / "story.html"
        body = "".join(f"<p>{one}</p>" for one in words)
        path.write_text(
            f"<!doctype html><html lang='{tongue}'><head><title>Westport</title></head><body><article>{body}</article></body></html>"
        )
        return path

    assert read(page("de-DE", ENGLISH, ENGLISH.replace("fees", "rents"))).language is None
    with pytest.raises(FactcheckError, match="seems to be in Finnish"):
        read(page("en", "Satamalautakunta korotti maksuja maanantaina, kertoi puheenjohtaja, eikä muuta keinoa ollut."))


def exit_code(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["factcheck", *arguments])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert isinstance(left.value.code, int)
    return left.value.code


COMMANDS = [("split", "story.txt"), ("check", "story.txt"), ("review", "story.txt"), ("batch", ".")]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_command_says_so_and_exits_with_2(
    command: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(OTHERS["German"])
    assert exit_code(monkeypatch, *command) == 2
    printed = capsys.readouterr()
    assert "story.txt seems to be in German" in printed.err + printed.out
    assert exit_code(monkeypatch, *command, "--language", "en") in (0, 1)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_file_without_words_says_so_in_every_command(
    command: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text("* * *\n\n--\n")
    assert exit_code(monkeypatch, *command) == 2
    printed = capsys.readouterr()
    assert "story.txt has no words in it; give a file that holds the text of an article." in printed.err + printed.out


def test_a_language_that_is_not_understood_is_no_way_to_read() -> None:
    with pytest.raises(FactcheckError, match="cannot be read as fi; only en, English, is understood"):
        read(b"Text.", language="fi")
