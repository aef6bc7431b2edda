"""Zip packages and XML, opened so that neither a bomb nor an outside entity in them does any harm."""

from __future__ import annotations

import io
import zipfile
import zlib
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
            raise UnreadableError("it is broken off, or no such document after all") from None
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
            raise UnreadableError("it is broken off, or damaged") from None
        if len(data) > self._left:
            raise UnreadableError(f"it unpacks to more than {UNPACKED >> 20} MB")
        self._left -= len(data)
        return data

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name in self._zip.NameToInfo


def parsed(data: bytes) -> Any:
    """The root of an XML document, without what it would fetch or multiply. Raises UnreadableError for what is none."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("it is broken off, or damaged") from error


def local(node: Any) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""
