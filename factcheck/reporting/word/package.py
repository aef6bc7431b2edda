"""The package of a Word document (ECMA-376, part 2): the parts that are the same in each, which lie in `parts`, and those that are not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from importlib.resources import files

_FIXED = (1980, 1, 1, 0, 0, 0)
"""The moment that every file in the package is stamped with, so that the same case gives the same bytes."""
_ALIKE = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/numbering.xml": "numbering.xml",
    "docProps/app.xml": "app.xml",
}
"""What each part that is the same in every document is called among `parts`."""
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1300" w:right="1304" w:bottom="1134" w:left="1304" w:header="700" w:footer="600" w:gutter="0"/></w:sectPr>'
)
"""A4, in twentieths of a point."""


def package(body: Iterable[str], comments: Iterable[str], header: str, footer: str, core: str) -> bytes:
    """The document of these paragraphs and comments, with a line above and one below each page; always the same bytes."""
    made = {
        "word/document.xml": f"<w:document {_W} {_R}><w:body>{''.join(body)}{_PAGE}</w:body></w:document>",
        "word/comments.xml": f"<w:comments {_W}>{''.join(comments)}</w:comments>",
        "word/header.xml": f"<w:hdr {_W}>{header}</w:hdr>",
        "word/footer.xml": f"<w:ftr {_W}>{footer}</w:ftr>",
        "docProps/core.xml": core,
    }
    fixed = files(__package__) / "parts"
    alike = {name: (fixed / file).read_bytes() for name, file in _ALIKE.items()}
    return _zipped(alike | {name: f"{_DECLARED}{xml}".encode() for name, xml in made.items()})


def core(title: str, at: datetime) -> str:
    """The properties of a document with an escaped `title`, which was made at a moment in UTC."""
    when = f"{at.isoformat(timespec='seconds')}Z"
    dates = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{when}</dcterms:{name}>' for name in ("created", "modified"))
    spaces = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return f"<cp:coreProperties {spaces}><dc:title>{title}</dc:title><dc:language>en</dc:language>{dates}</cp:coreProperties>"


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(zipfile.ZipInfo(name, _FIXED), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
