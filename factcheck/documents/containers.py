"""Zip packages and XML, opened so that neither a bomb nor an outside entity in them does any harm."""

from __future__ import annotations

import codecs
import html
import io
import re
import zipfile
import zlib
from contextlib import suppress
from typing import Any

from lxml import etree

from factcheck.documents.pieces import UnreadableError

UNPACKED = 64 << 20
"""Bytes that all that is read of a package may unpack to."""


class Package:
    """A zip package. Its parts are read one by one, never more of them than UNPACKED bytes."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError):
            raise UnreadableError("it is incomplete, or not such a document") from None
        self._left = UNPACKED

    def names(self) -> list[str]:
        """The names of its parts."""
        return self._zip.namelist()

    def read(self, name: str) -> bytes:
        """One part. Raises UnreadableError when it is not there, is locked, is broken, or unpacks to too much."""
        try:
            with self._zip.open(name) as part:
                data = part.read(self._left + 1)
        except KeyError:
            raise UnreadableError(f"it lacks a part that such a document has ({name})") from None
        except RuntimeError:
            raise UnreadableError("it asks for a password") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
            raise UnreadableError("it is incomplete, or damaged") from None
        if len(data) > self._left:
            raise UnreadableError(f"it unpacks to more than {UNPACKED >> 20} MB")
        self._left -= len(data)
        return data

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name in self._zip.NameToInfo


def parsed(data: bytes) -> Any:
    """The root of an XML document, without what it would fetch or multiply. Raises UnreadableError for what is none.

    Entities that HTML has are their characters, whether or not there is a DTD that says so; others are words as they are written.
    """
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(_AMPERSAND.sub(_settled, _in_utf8(data)).translate(_CONTROLS), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("it is incomplete, or damaged") from error


_CONTROLS = bytes.maketrans(bytes([*range(9), 11, 12, *range(14, 32)]), b" " * 29)
_AMPERSAND = re.compile(rb"&(?!#)(?:([A-Za-z][A-Za-z0-9]{1,31});)?")
_OF_XML = (b"amp", b"lt", b"gt", b"quot", b"apos")
_DECLARED = re.compile(rb"""\s{0,20}<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([A-Za-z0-9._:-]{2,40})""")
_WIDE = {
    b"\xff\xfe\0\0": "utf-32",
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}
"""What documents in UTF-16 and UTF-32 begin with (XML 1.0, appendix F)."""
_WESTERN = frozenset(("utf-8", "ascii", "iso8859-1", "cp1252"))
"""Names of encodings under which text that is not UTF-8 is in Windows-1252, as browsers read it too (WHATWG Encoding Standard)."""


def _settled(found: re.Match[bytes]) -> bytes:
    """An ampersand as XML takes it."""
    name = found[1]
    if name in _OF_XML:
        return found[0]
    known = html.unescape(f"&{name.decode()};") if name else "&"
    if known.startswith("&"):
        return b"&amp;" + found[0][1:]
    return "".join(f"&#{ord(char)};" for char in known).encode()


def _in_utf8(data: bytes) -> bytes:
    """The bytes of an XML document in UTF-8. What is valid UTF-8 is that, whatever the document declares."""
    wide = next((encoding for mark, encoding in _WIDE.items() if data.startswith(mark)), None)
    if wide is not None:
        return data.decode(wide, "replace").removeprefix("\ufeff").encode("utf-8", "replace")
    declared = _declared(data)
    with suppress(UnicodeDecodeError):
        if b"\x1b" not in data:
            data.decode("utf-8")
            return data.removeprefix(codecs.BOM_UTF8)
    return data.decode("cp1252" if declared in _WESTERN else declared, "replace").encode("utf-8", "replace")


def _declared(data: bytes) -> str:
    """The encoding that an XML document says it is in, by the name that Python has for it; UTF-8 where it says none that there is."""
    found = _DECLARED.match(data)
    try:
        name = codecs.lookup(found[1].decode() if found else "utf-8").name
        b" ".decode(name, "replace")  # there are codecs of other things than text
    except (LookupError, ValueError):
        return "utf-8"
    return name


def local(node: Any) -> str:
    """The name of an element without its namespace; empty for what is no element. Pages have names that are none in XML, as "o:p"."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
