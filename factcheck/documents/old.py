"""Documents in the closed forms of old Office programs, which are only told apart: the sentence says what to save them as."""

from __future__ import annotations

from typing import NoReturn

from factcheck.documents.pieces import UnreadableError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def directory(data: bytes, most: int) -> bytes:
    """The beginning of the list of names in a compound file, wherever it stands; empty for any other ([MS-CFB], 2.2)."""
    if not data.startswith(OLE):
        return b""
    sector, shift = int.from_bytes(data[48:52], "little"), int.from_bytes(data[30:32], "little")
    at = (sector + 1) << shift if shift in (9, 12) else 0
    return data[at : at + most]


def named(name: str) -> bytes:
    """A name as the list of names has it."""
    return name.encode("utf-16-le")


def read_doc(_data: bytes) -> NoReturn:
    """An old Word document. Raises UnreadableError, always."""
    raise UnreadableError("it is in the form of Word 97 to 2003, which only office programs know, so save it there as .docx")


def read_msg(_data: bytes) -> NoReturn:
    """A message as Outlook saves it. Raises UnreadableError, always."""
    raise UnreadableError("it is in a form that only Outlook knows, so save it there as .eml or as text")


def read_locked(_data: bytes) -> NoReturn:
    """An Office document behind a password. Raises UnreadableError, always."""
    raise UnreadableError("it asks for a password")
