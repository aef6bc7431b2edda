"""Book-keeping: every word that goes into an office document or a book comes out of it once, whole, in a piece or beside or left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.documents import Document, Hung, UnreadableError, open_document
from tests.documents.office_files import epub, odt, p, r, word

WORD = re.compile(r"qz\d+")
"""The words of these documents, each of which is there once; what programs put in twice has others."""


def kept(document: Document) -> Counter[str]:
    """The words of a document by white space, so that one which is glued to another is another word."""
    beside = {(one.by, one.words) for one in document.beside if one.hung is Hung.COMMENT}
    told = [
        *(piece.words for piece in document.pieces), *(left.words for left in document.left), *(words for _, words in beside),
        document.title or "",
    ]  # fmt: skip
    return Counter(word for text in told for word in text.split() if "qz" in word)


class Maker:
    """Makes parts of documents, with words of their own, as a strategy has drawn."""

    def __init__(self, draw: Callable[[st.SearchStrategy[int]], int]) -> None:
        self._draw = draw
        self._count = count(1)
        self.more: list[str] = []

    def word(self) -> str:
        """A word that is nowhere else."""
        return f"qz{next(self._count)}"

    def chosen(self, most: int) -> int:
        """A number below one."""
        return self._draw(st.integers(0, most - 1))

    def several(self, make: Callable[[int], str], deep: int, most: int = 3) -> str:
        """Some of what is made."""
        return "".join(make(deep) for _ in range(self.chosen(most) + 1))


class Words(Maker):
    """Word's markup."""

    def inline(self, deep: int) -> str:
        text = f" {self.word()} "
        marked = f'<w:r><w:footnoteReference w:id="{len(self.more) + 2}"/></w:r>'
        kinds: list[Callable[[], str]] = [
            lambda: r(text), lambda: r(text, "<w:strike/>"), lambda: r(text, "<w:vanish/>"), lambda: f"<w:ins>{r(text)}</w:ins>",
            lambda: f"<w:del><w:r><w:delText> {self.word()}</w:delText></w:r></w:del>{r(text)}",
            lambda: f"<w:moveFrom>{r(text)}</w:moveFrom>", lambda: f"<w:hyperlink><w:smartTag>{r(text)}</w:smartTag></w:hyperlink>",
            lambda: f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r(text)}</w:sdtContent></w:sdt>",
            lambda: r(self.word()) + f"<w:r><w:br/><w:t>{text.strip()}</w:t><w:tab/></w:r>" + r(f"{self.word()} "),
            lambda: self.note(marked, text), lambda: self.box(deep), lambda: f"<m:oMath><m:r><m:t>{text}</m:t></m:r></m:oMath>",
        ]  # fmt: skip
        return kinds[self.chosen(len(kinds) if deep < 3 else 6)]()

    def note(self, marked: str, text: str) -> str:
        self.more.append("")
        at = len(self.more) - 1
        self.more[at] = f'<w:footnote w:id="{at + 2}">{p(r(self.word()))}</w:footnote>'
        return r(text.rstrip()) + marked + r(self.word() + " ")

    def box(self, deep: int) -> str:
        inside = self.several(self.block, deep + 1, 2)
        new = f"<w:drawing><w:txbxContent>{inside}</w:txbxContent></w:drawing>"
        return (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
            "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>again</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )

    def block(self, deep: int) -> str:
        def row(_: int) -> str:
            gone = "<w:trPr><w:del/></w:trPr>" if self.chosen(3) == 0 else ""
            return f"<w:tr>{gone}{self.several(lambda _: f'<w:tc>{self.several(self.block, deep + 1, 2)}</w:tc>', deep)}</w:tr>"

        kinds: list[Callable[[], str]] = [
            lambda: p(self.several(self.inline, deep)),
            lambda: p(self.several(self.inline, deep), properties="<w:rPr><w:del/></w:rPr>"),
            lambda: f"<w:sdt><w:sdtContent>{self.several(self.block, deep + 1, 2)}</w:sdtContent></w:sdt>",
            lambda: f"<w:tbl>{self.several(row, deep)}</w:tbl>",
        ]
        return kinds[self.chosen(4 if deep < 3 else 2)]()

    def made(self) -> tuple[bytes, str]:
        body = self.several(self.block, 0, 4)
        comment = f'<w:comment w:id="1" w:author="A">{p(r(self.word()), r(" " + self.word()))}</w:comment>'
        notes, header = "".join(self.more), p(r(self.word()))
        ties = {"header1.xml": "header"}
        return word(body, ties=ties, footnotes__xml=notes, comments__xml=comment, header1__xml=header), body + comment + notes + header


class OpenWords(Maker):
    """OpenDocument's markup."""

    def inline(self, deep: int) -> str:
        text = f" {self.word()} "
        cited = f"<text:note-citation>{self.word()}</text:note-citation><text:note-body>{{}}</text:note-body>"
        kinds: list[Callable[[], str]] = [
            lambda: text, lambda: f'<text:span text:style-name="T1">{text}</text:span>', lambda: f"<text:a>{text}</text:a>",
            lambda: f'<text:span text:style-name="T2">{text}</text:span>',
            lambda: f"{text.strip()}<text:s/>{self.word()}<text:line-break/>",
            lambda: f"{text.rstrip()}<text:note>{cited.format(self.several(self.block, deep + 2, 1))}</text:note>{self.word()} ",
            lambda: f"{text}<draw:frame><draw:text-box>{self.several(self.block, deep + 1, 2)}</draw:text-box></draw:frame>",
            lambda: f"{text}<office:annotation><text:p>{self.word()}</text:p></office:annotation>",
        ]  # fmt: skip
        return kinds[self.chosen(len(kinds) if deep < 3 else 5)]()

    def block(self, deep: int) -> str:
        def cell(_: int) -> str:
            return f"<table:table-cell>{self.several(self.block, deep + 1, 2)}</table:table-cell>"

        kinds: list[Callable[[], str]] = [
            lambda: f"<text:p>{self.several(self.inline, deep)}</text:p>", lambda: f"<text:h>{self.several(self.inline, deep)}</text:h>",
            lambda: f"<text:list><text:list-item>{self.several(self.block, deep + 1, 2)}</text:list-item></text:list>",
            lambda: f'<text:section text:display="none">{self.several(self.block, deep + 1, 2)}</text:section>',
            lambda: f"<table:table><table:table-row>{self.several(cell, deep)}</table:table-row></table:table>",
            lambda: f"<text:tracked-changes><text:deletion>{self.several(self.block, deep + 1, 2)}</text:deletion></text:tracked-changes>",
        ]  # fmt: skip
        return kinds[self.chosen(len(kinds) if deep < 3 else 2)]()

    def made(self) -> tuple[bytes, str]:
        body = self.several(self.block, 0, 4)
        master = f"<style:master-page><style:footer><text:p>{self.word()}</text:p></style:footer></style:master-page>"
        styles = (
            '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
            '<style:style style:name="T2"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        )
        return odt(body, styles, master), body + master


class RichWords(Maker):
    """Rich Text."""

    def inline(self, deep: int) -> str:
        text = f" {self.word()} "
        note = r"{{\super\chftn}}{{\footnote \pard{{\super\chftn}} {}}}"
        shape = r"{{\shp{{\*\shpinst{{\shptxt {}}}{{\sp{{\sn a}}{{\sv b}}}}}}}}"
        kinds: list[Callable[[], str]] = [
            lambda: text, lambda: rf"{{\v {text}}}", lambda: rf"{{\strike {text}}}", lambda: rf"{{\deleted {text}}}",
            lambda: rf"{text.strip()}\line {self.word()}\tab {self.word()} ", lambda: rf"{{\field{{\*\fldinst PAGE}}{{\fldrslt {text}}}}}",
            lambda: text.rstrip() + note.format(self.several(self.block, deep + 2, 2)) + f"{self.word()} ",
            lambda: text + shape.format(self.several(self.block, deep + 1, 2)),
            lambda: rf"{text}{{\*\annotation {self.word()}\par {self.word()}}}",
        ]  # fmt: skip
        return kinds[self.chosen(len(kinds) if deep < 3 else 6)]()

    def block(self, deep: int) -> str:
        def cell(_: int) -> str:
            return rf"\pard\intbl {self.several(self.inline, 3)}" + (rf"\par {self.word()}" if self.chosen(3) == 0 else "") + r"\cell "

        kinds: list[Callable[[], str]] = [
            lambda: rf"\pard {self.several(self.inline, deep)}\par ", lambda: rf"\trowd {self.several(cell, deep)}\row ",
            lambda: rf"\pard {self.several(self.inline, deep)}{{\deleted \par}}\pard {self.word()}\par ",
        ]  # fmt: skip
        return kinds[self.chosen(3 if deep < 2 else 1)]()

    def made(self) -> tuple[bytes, str]:
        text = rf"{{\rtf1\ansi{{\header {self.word()}\par}}{self.several(self.block, 0, 4)}}}"
        return text.encode(), text


class BookWords(Maker):
    """A chapter's markup."""

    def inline(self, deep: int) -> str:
        text = f" {self.word()} "
        mark = f'<sup><a epub:type="noteref" href="#n{len(self.more)}">1</a></sup>'
        kinds: list[Callable[[], str]] = [
            lambda: text, lambda: f"<b>{text}</b>", lambda: f"<del>{text}</del>", lambda: f'<i hidden="">{text}</i>',
            lambda: f"<s>{text}</s>",
            lambda: f"{text.strip()}<br/>{self.word()}&nbsp;", lambda: self.note(mark, text, deep),
        ]  # fmt: skip
        return kinds[self.chosen(len(kinds) if deep < 3 else 6)]()

    def note(self, mark: str, text: str, deep: int) -> str:
        name = len(self.more)
        self.more.append("")
        self.more[name] = f'<aside epub:type="footnote" id="n{name}">{self.several(self.block, deep + 2, 2)}</aside>'
        return f"{text.rstrip()}{mark}{self.word()} "

    def block(self, deep: int) -> str:
        def cell(_: int) -> str:
            return f"<td>{self.several(self.block if self.chosen(2) else self.inline, deep + 1, 2)}</td>"

        kinds: list[Callable[[], str]] = [
            lambda: f"<p>{self.several(self.inline, deep)}</p>", lambda: f"<div>{self.several(self.inline, deep)}</div>",
            lambda: f"<div>{self.word()}{self.several(self.block, deep + 1, 2)}{self.word()}</div>",
            lambda: f"<ul><li>{self.several(self.block, deep + 1, 2)}</li><li>{self.word()}</li></ul>",
            lambda: f"<table><tr>{self.several(cell, deep)}</tr></table>",
            lambda: f'<nav epub:type="toc">{self.several(self.block, deep + 1, 2)}</nav>',
        ]  # fmt: skip
        return kinds[self.chosen(len(kinds) if deep < 3 else 2)]()

    def made(self) -> tuple[bytes, str]:
        body = self.several(self.block, 0, 4)
        body += "".join(self.more)
        return epub(body), body


MAKERS: dict[str, type[Words | OpenWords | RichWords | BookWords]] = {"docx": Words, "odt": OpenWords, "rtf": RichWords, "epub": BookWords}


def books_balance(kind: str, data: st.DataObject) -> None:
    made, source = MAKERS[kind](data.draw).made()
    went_in = Counter(WORD.findall(source))
    try:
        came_out = kept(open_document(made, kind))
    except UnreadableError:  # all of it is left out
        return
    assert came_out == went_in, source


@pytest.mark.parametrize("kind", MAKERS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_word_that_goes_in_comes_out_once_and_whole(kind: str, data: st.DataObject) -> None:
    books_balance(kind, data)


@pytest.mark.long
@pytest.mark.parametrize("kind", MAKERS)
@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_word_of_thousands_of_documents_comes_out_once_and_whole(kind: str, data: st.DataObject) -> None:
    books_balance(kind, data)
