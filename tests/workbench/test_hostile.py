"""Text that tries to be more than text: shown as it is, columns true, nothing obeyed, nothing crashed."""

from __future__ import annotations

import unicodedata

import pytest

from factcheck.model import Case, Evidence, Flag, Review, Severity, Words
from tests.builders import AT, article, claim
from tests.workbench.conftest import OpenDesk

MARKUP = "[/b] [b]bold[/b] [@click=app.quit]leave[/] [red"
ODD = unicodedata.normalize(
    "NFC", "\x1b[31m \x00 \u202egnirts\u202c tab\there zero\u200bwidth cr\rlf 漢字 👩\u200d👧 e\u0301q\u0301 \u2028 end"
)


def hostile_case(words: str) -> Case:
    """A case whose every text holds `words`."""
    text = f"{words}\n\nThe mayor said {words} on Monday.\n\nAfter it.\n"
    a = article(text, furniture=(), source=words)
    said = claim(text, "statement", f"The mayor said {words} on Monday.", speaker="The mayor", name=words, cue="said")
    said = said.model_copy(
        update={
            "reviews": (Review(by=words, at=AT, note=words), Review(by=words, at=AT, question=words)),
            "evidence": (Evidence(source=words, quote=words, locator=words), Evidence(url=f"javascript:{words}", title=words)),
            "checkable": False,
            "reason": words,
        }
    )
    day = claim(text, "date", "Monday", part_of=said.id, gist=words)
    spans = (said.speaker or said.span, Words.at(text, text.index("After"), text.index("After") + 5))
    flag = Flag(check=words, severity=Severity.ERROR, message=words, spans=tuple(Words.at(text, s.start, s.end) for s in spans),
                suggestion=words, fingerprint="hostile")  # fmt: skip
    return Case(article=a, claims=(said, day, claim(text, "assertion", "After it.")), flags=(flag,))


class TestShownAsText:
    @pytest.mark.parametrize("words", [MARKUP + "[" * 50 + "]" * 50, ODD + "\ufffd\ue000\U000e0041 \u3164"])
    async def test_on_every_screen(self, desk: OpenDesk, words: str) -> None:
        """Every screen shows it, and no part of it is obeyed."""
        async with desk(hostile_case(words), notice=words, size=(80, 24)) as d:
            await d.press("j", "v", "z", "f", "tab", "down", "tab", "J")
            await d.press("F", "j", "d")
            await d.paste(words)
            await d.press("enter", "t", "escape", "l", "escape", "n")
            await d.paste(words)
            await d.press("enter", "c", "escape", "slash")
            await d.paste("[")
            await d.press("enter", "question_mark", "escape")
            assert d.app.is_running
            screen = d.sees()
            assert not set(screen) & set("\x1b\x00\u202e\u202c\u200b\r\u2028\u200d\t")

    async def test_markup_stands_there(self, desk: OpenDesk) -> None:
        """What looks like markup is on the screen letter by letter, and a click on it chooses the claim and nothing else."""
        async with desk(hostile_case(MARKUP), size=(160, 40)) as d:
            assert f"○The mayor said {MARKUP} on ○Monday." in d.sees().replace("⚑", "")
            at = d.article.cell_of(d.chosen.start + d.chosen.text.index("leave"))
            await d.press("j", "j")
            await d.pilot.click("#article", offset=at)
            assert d.app.is_running
            assert d.chosen.text.startswith("The mayor")

    async def test_columns_are_true(self, desk: OpenDesk) -> None:
        """Beside wide, combining and hidden signs, a click still lands on the word that is seen there."""
        async with desk(hostile_case(ODD), size=(160, 40)) as d:
            text = d.session.view.case.article.text
            for needle in ("end on", "Monday", "tab\t"):
                offset = text.index(needle, text.index("The mayor"))
                x, y = d.article.cell_of(offset)
                assert d.article.offset_under(x, y) == offset
                row = d.article.render_line(y)
                assert row.crop(x).text.startswith(needle[:3])


class TestEndlessLines:
    async def test_a_hundred_thousand_characters(self, desk: OpenDesk) -> None:
        """One claim of 100,000 characters without a space can be read, scrolled and decided."""
        text = "Endless\n\n" + "x漢" * 50_000 + "\n"
        case = Case(article=article(text, furniture=()), claims=(claim(text, "assertion", "x漢" * 50_000),))
        async with desk(case, size=(80, 24)) as d:
            await d.press("tab", "G", "pageup", "g", "tab", "v")
            assert "1 of 1 decided" in d.sees()
