"""Addresses as they are kept: without a name and a password, which are nobody's business but their owner's."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from factcheck.model.naming import kept_name

_LOGIN = re.compile(r"\A(\s*(?:(?:https?|ftps?|wss?):[/\\]*|[a-z][a-z0-9+.-]*://|//))[^/?#\\]*@", re.IGNORECASE)
r"""What stands before the host as a browser reads it (URL standard, 4.4: of a web address any number of slashes, and back slashes too).

Takes "https://ada:secret@host/x", "http:\\ada@host"; refuses "https://host/@ada", "mailto:ada@host", "https://host?to=ada@host".
"""
_UNREAD = re.compile(r"[\t\n\r]")
"""What a browser leaves out of an address wherever it stands."""


def without_login(text: str) -> str:
    """An address without the name and the password in it; whatever is no such address, as it is.

    >>> without_login("https://ada:secret@host.example/x?y=a@b")
    'https://host.example/x?y=a@b'
    """
    if "@" not in text:
        return text
    kept, found = _LOGIN.subn(r"\1", _UNREAD.sub("", text))
    return kept if found else text


Address = Annotated[
    str, BeforeValidator(lambda value: kept_name(value) if isinstance(value, str) else value), AfterValidator(without_login)
]
"""An address, or what may be one, that never holds a name and a password; the name of a file is one that can be kept (`kept_name`)."""
