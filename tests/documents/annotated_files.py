"""One annotated copy in each format: a story whose two footnotes, one of them marked twice, and one link say where its facts come from."""

from __future__ import annotations

import io

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from tests.documents.office_files import WORD, epub, odt

ADDRESS = "https://post.example/late#page=3"
_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def word_copy() -> bytes:
    """As Word keeps it: a part with the notes, which it writes once for each mark."""
    document = docx.Document()
    document.core_properties.title = ""
    link = document.part.relate_to(ADDRESS, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def said(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

    def mark(name: int) -> str:
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{name}"/></w:r>'

    def paragraph(*inside: str, style: str = "Normal") -> str:
        return f'<w:p {WORD}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(inside)}</w:p>'

    def note(name: int, *paragraphs: str) -> str:
        own = "<w:r><w:footnoteRef/></w:r>"
        return f'<w:footnote w:id="{name}">{"".join(paragraph(own, said(" " + words)) for words in paragraphs)}</w:footnote>'

    linked = f'<w:hyperlink r:id="{link}">{said("finished a year late")}</w:hyperlink>'
    story = (
        paragraph(said("Weir rebuilt late"), style="Title"), paragraph(said("By Ann Lee")),
        paragraph(said("The weir at Stoke cost £4.2 million, the clerk said on Monday."), mark(2), said(" It was "), linked, said(".")),
        paragraph(said("The parish hired 14 divers."), mark(3), said(" Nobody was hurt.")),
        paragraph(said("Divers left in May."), mark(4), style="ListBullet"),
    )  # fmt: skip
    for one in story:
        document.element.body.insert(-1, parse_xml(one))
    notes = (
        note(2, "Parish minutes, p. 14.", "They were not signed.") + note(3, "Ibid., p. 15; payments.xlsx, sheet 2.")
        + note(4, "Parish minutes, p. 14.", "They were not signed.")
    )  # fmt: skip
    part = Part(PackURI("/word/footnotes.xml"), _NOTES, f"<w:footnotes {WORD}>{notes}</w:footnotes>".encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def odt_copy() -> bytes:
    """As LibreOffice keeps it: each note where its mark stands."""

    def note(number: int, *paragraphs: str) -> str:
        body = "".join(f"<text:p>{words}</text:p>" for words in paragraphs)
        citation = f"<text:note-citation>{number}</text:note-citation>"
        return f'<text:note text:note-class="footnote">{citation}<text:note-body>{body}</text:note-body></text:note>'

    minutes = ("Parish minutes, p. 14.", "They were not signed.")
    return odt(
        '<text:h text:outline-level="1">Weir rebuilt late</text:h><text:p>By Ann Lee</text:p>'
        f"<text:p>The weir at Stoke cost £4.2 million, the clerk said on Monday.{note(1, *minutes)} "
        f'It was <text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{ADDRESS}">finished a year late</text:a>.</text:p>'
        f"<text:p>The parish hired 14 divers.{note(2, 'Ibid., p. 15; payments.xlsx, sheet 2.')} Nobody was hurt.</text:p>"
        f"<text:list><text:list-item><text:p>Divers left in May.{note(3, *minutes)}</text:p></text:list-item></text:list>"
    )


def rtf_copy() -> bytes:
    """As Word writes it in Rich Text."""

    def note(*paragraphs: str) -> str:
        words = r"\par ".join(paragraphs)
        return rf"{{\super\chftn{{\footnote \pard\plain {{\super\chftn}} {words}}}}}"

    minutes = note("Parish minutes, p. 14.", "They were not signed.")
    field = rf'{{\field{{\*\fldinst {{ HYPERLINK "{ADDRESS.partition("#")[0]}" \\l "page=3" }}}}{{\fldrslt {{\ul finished a year late}}}}}}'
    return (
        r"{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s1 heading 1;}}"
        r"\pard\s1 Weir rebuilt late\par\pard By Ann Lee\par"
        rf"\pard The weir at Stoke cost \'a34.2 million, the clerk said on Monday.{minutes} It was {field}.\par"
        rf"\pard The parish hired 14 divers.{note('Ibid., p. 15; payments.xlsx, sheet 2.')} Nobody was hurt.\par"
        rf"\pard\ls1 Divers left in May.{minutes}\par}}"
    ).encode()


_STORY = (
    "<h1>Weir rebuilt late</h1><p>By Ann Lee</p>"
    "<p>The weir at Stoke cost £4.2 million, the clerk said on Monday.{minutes} "
    f'It was <a href="{ADDRESS}">finished a year late</a>.</p>'
    "<p>The parish hired 14 divers.{payments} Nobody was hurt.</p><ul><li>Divers left in May.{again}</li></ul>"
)


def epub_copy() -> bytes:
    """As book makers write it: notes at the end of the chapter."""
    mark = '<a epub:type="noteref" href="#n{0}" id="r{0}">{0}</a>'
    notes = (
        '<aside epub:type="footnote" id="n1"><p>Parish minutes, p. 14.</p><p>They were not signed. <a href="#r1">↩</a></p></aside>'
        '<aside epub:type="footnote" id="n2"><p>Ibid., p. 15; payments.xlsx, sheet 2.</p></aside>'
    )
    story = _STORY.format(minutes=mark.format(1), payments=mark.format(2), again=mark.format(1))
    return epub(story + notes, metadata="<dc:title>Weir rebuilt late</dc:title>")


def html_copy() -> bytes:
    """As Pandoc writes it."""
    mark = '<a href="#fn{0}" class="footnote-ref" id="fnref{0}" role="doc-noteref"><sup>{0}</sup></a>'
    back = '<a href="#fnref{0}" class="footnote-back" role="doc-backlink">↩︎</a>'
    notes = (
        '<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr /><ol>'
        f'<li id="fn1"><p>Parish minutes, p. 14.</p><p>They were not signed.{back.format(1)}</p></li>'
        f'<li id="fn2"><p>Ibid., p. 15; payments.xlsx, sheet 2.{back.format(2)}</p></li></ol></section>'
    )
    story = _STORY.format(minutes=mark.format(1), payments=mark.format(2), again=mark.format(1))
    return f"<!DOCTYPE html><html><head><title>Weir rebuilt late</title></head><body>{story}{notes}</body></html>".encode()


COPIES = {"docx": word_copy, "odt": odt_copy, "rtf": rtf_copy, "epub": epub_copy, "html": html_copy}
