"""Word files written in the manner of Google Docs' export: no initials, answers as comments of their own, content
controls around the marks of comments and suggestions, and links for chips."""

from __future__ import annotations

from tests.documents.office_files import p, word

PERSON = "mailto:ruth@stoke.example"
LOG = "https://docs.google.com/spreadsheets/d/abc123/edit"
_RTL = '<w:rPr><w:rtl w:val="0"/></w:rPr>'
_WHEN = 'w:date="2026-03-0{day}T10:11:12Z"'


def said(text: str, look: str = "") -> str:
    """A run as Docs writes one."""
    return (
        f'<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr>{look}<w:rtl w:val="0"/></w:rPr>'
        f'<w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def control(name: int, *inside: str) -> str:
    """A content control that Docs sets around a comment's mark or a suggestion."""
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{-100 - name}"/><w:tag w:val="goog_rdk_{name}"/></w:sdtPr>'
        f"<w:sdtContent>{''.join(inside)}</w:sdtContent></w:sdt>"
    )


def begin(*names: int) -> str:
    """Where comments begin."""
    return "".join(f'<w:commentRangeStart w:id="{name}"/>' for name in names)


def end(*names: int) -> str:
    """Where they end."""
    mark = '<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:commentReference w:id="{name}"/></w:r>'
    return "".join(f'<w:commentRangeEnd w:id="{name}"/>{mark.format(name=name)}' for name in names)


def comment(name: int, by: str, *lines: str, day: int = 2) -> str:
    """A comment: its author, no initials, a paragraph for each line."""
    when = _WHEN.format(day=day)
    return f'<w:comment w:id="{name}" w:author="{by}" {when}>{"".join(p(said(line)) for line in lines)}</w:comment>'


def suggested(kind: str, name: int, by: str, text: str) -> str:
    """A suggestion: `ins` or `del`."""
    tag = "t" if kind == "ins" else "delText"
    run = f'<w:r>{_RTL}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'
    return control(50 + name, f'<w:{kind} w:author="{by}" w:id="{name}" {_WHEN.format(day=3)}>{run}</w:{kind}>')


def docs_copy() -> bytes:
    """A story with comments, an answer, a thread resolved and opened again, reactions, suggestions, a footnote, chips and a checklist."""
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:customMarkFollows="0" w:id="0"/></w:r>'
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    title = '<w:bookmarkStart w:colFirst="0" w:colLast="0" w:name="_heading=h.abc" w:id="0"/><w:bookmarkEnd w:id="0"/>'
    body = (
        p(title, said("Weir rebuilt late"), properties='<w:pStyle w:val="Title"/>')
        + p(
            control(0, begin(0)), control(1, begin(1)), control(2, begin(2)), control(3, begin(3)),
            said("The weir at Stoke cost "), suggested("del", 1, "Ann Lee", "£4.1 million"), suggested("ins", 2, "Ann Lee", "£4.2 million"),
            said(", the clerk said on Monday."), end(0), end(1), end(2), end(3), mark,
        )
        + p(
            said("The parish hired 14 divers, "), '<w:hyperlink r:id="chip">', said("Ruth Okafor"), "</w:hyperlink>", said(" said. "),
            begin(4, 5), said("The pumps ran for nine days, "), '<w:hyperlink r:id="file">', said("the pump log"), "</w:hyperlink>",
            said(" says."), end(4, 5),
        )
        + p(said("Ring the clerk on "), control(4, said("3 Mar 2026")), said(" about the pumps."), properties=listed)
    )  # fmt: skip
    comments = (
        comment(0, "Cleo Wirth", "https://stoke.example/minutes.pdf p. 14")
        + comment(1, "Ann Lee", "Is that the budget or the bill?", day=3)
        + comment(2, "Cleo Wirth", "_Marked as resolved_", day=4)
        + comment(3, "Ann Lee", "_Re-opened_", day=5)
        + comment(4, "Cleo Wirth", "See the log.", "Sheet 2.")
        + comment(5, "Ann Lee", "1 total reaction", "Ann Lee reacted with 👍 at 2026-03-04 10:11 AM", day=4)
    )
    note = f'<w:footnote w:id="0">{p("<w:r><w:footnoteRef/></w:r>", said(" Parish minutes, p. 14."))}</w:footnote>'
    ties = {"comments.xml": "comments", "footnotes.xml": "footnotes"}
    return word(body, ties=ties, links={"chip": PERSON, "file": LOG}, comments__xml=comments, footnotes__xml=note)
