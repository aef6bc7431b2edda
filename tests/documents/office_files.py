"""Office documents for tests, put together from the markup of their parts."""

from __future__ import annotations

import io
import zipfile

from factcheck.documents import Document, open_document

WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A package of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
    return out.getvalue()


def word(
    body: str,
    main: str = "word/document.xml",
    sort: str = MAIN,
    ties: dict[str, str] | None = None,
    links: dict[str, str] | None = None,
    **parts: str | bytes,
) -> bytes:
    """A Word document: its body, its other parts by name (`__` for a full stop) without their roots, the kinds of ties to them, and the
    addresses of its links by their names.
    """
    types = f'<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="{sort}"/></Types>'
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": types,
        "_rels/.rels": f'<Relationships><Relationship Id="r0" Type="{_RELATIONS}/officeDocument" Target="/{main}"/></Relationships>',
        main: f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
    }
    for key, text in parts.items():
        name = key.replace("__", ".")
        files[f"word/{name}"] = text if isinstance(text, bytes) or not name.endswith(".xml") else f"<w:root {WORD}>{text}</w:root>"
    tied = "".join(f'<Relationship Id="{name}" Type="{_RELATIONS}/{kind}" Target="/word/{name}"/>' for name, kind in (ties or {}).items())
    tied += "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/hyperlink" Target="{address}" TargetMode="External"/>'
        for name, address in (links or {}).items()
    )
    folder, _, base = main.rpartition("/")
    files[f"{folder}/_rels/{base}.rels"] = f"<Relationships>{tied}</Relationships>"
    return zipped(files)


def p(*inside: str, properties: str = "") -> str:
    """A paragraph of Word's."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(inside)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of Word's with some words."""
    set_so = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{set_so}<w:t xml:space="preserve">{text}</w:t></w:r>'


def opened(body: str, **parts: str | bytes) -> Document:
    """The document that Word's markup makes."""
    return open_document(word(body, **parts), "docx")  # type: ignore[arg-type]


_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = {
    "office": "office",
    "text": "text",
    "table": "table",
    "draw": "drawing",
    "style": "style",
    "fo": "xsl-fo-compatible",
    "meta": "meta",
}
OPEN = " ".join(f'xmlns:{prefix}="{_OPEN}:{name}:1.0"' for prefix, name in _NAMES.items()) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'


def odt(body: str, styles: str = "", masters: str = "", title: str = "") -> bytes:
    """An OpenDocument text with some automatic styles, master pages and a title."""
    content = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {OPEN}>{content}</office:document-content>",
        "styles.xml": f"<office:document-styles {OPEN}><office:master-styles>{masters}</office:master-styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {OPEN}><office:meta><dc:title>{title}</dc:title></office:meta></office:document-meta>",
    })  # fmt: skip


def epub(*chapters: str, metadata: str = "<dc:title>A book</dc:title>", spine: str = "", items: str = "", **parts: str) -> bytes:
    """A book with some chapters (the inside of their bodies, or whole files), and other parts by name (`__` for a full stop)."""
    listed = "".join(f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(len(chapters)))
    order = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        "OPS/book.opf": f'<package xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><metadata>{metadata}</metadata>'
        f"<manifest>{listed}{items}</manifest><spine>{spine or order}</spine></package>",
    }
    for n, chapter in enumerate(chapters):
        whole = f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>{chapter}</body></html>'
        files[f"OPS/c{n}.xhtml"] = chapter if chapter.startswith("<!") else whole
    for key, text in parts.items():
        files[key.replace("___", "/").replace("__", ".").replace("META_INF", "META-INF")] = text
    return zipped(files)
