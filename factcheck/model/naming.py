"""Names of files as they are kept: whole, though neither TOML nor JSON nor a terminal holds bytes that are not UTF-8."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import unquote_to_bytes

from pydantic import BeforeValidator, PlainSerializer

MARK = "file:"
"""What a name begins with that is spelt: the scheme of RFC 8089, so that an absolute path is a valid address of a file."""
_STRAY = re.compile(r"[\ud800-\udfff]")
"""What Python has for each byte of a name that is not UTF-8 (PEP 383)."""
_UNHELD = re.compile(r"[%\ud800-\udfff]")


def kept_name(name: str) -> str:
    """A file's name as it can be kept and shown; only one that is not UTF-8 is spelt, with its stray bytes percent-encoded.

    >>> kept_name("caf\\udce9.txt"), kept_name("café 100%.txt")
    ('file:caf%E9.txt', 'café 100%.txt')
    """
    return MARK + _UNHELD.sub(_spelt, name) if _STRAY.search(name) else name


def _spelt(character: re.Match[str]) -> str:
    try:
        there = os.fsencode(character[0])
    except UnicodeEncodeError:  # a surrogate that stands for no byte, which no file's name has here
        there = character[0].encode("utf-8", "surrogatepass")
    return "".join(f"%{byte:02X}" for byte in there)


def name_kept(kept: str) -> str:
    """The file's name that was kept so: `name_kept(kept_name(name)) == name`, unless a file really is called as another is spelt."""
    if not kept.startswith(MARK) or kept.startswith(f"{MARK}//"):
        return kept
    name = os.fsdecode(unquote_to_bytes(kept.removeprefix(MARK)))
    return name if _STRAY.search(name) else kept


def _read(value: Any) -> Any:
    return name_kept(value) if isinstance(value, str) else value


KeptPath = Annotated[Path, BeforeValidator(_read), PlainSerializer(lambda path: kept_name(str(path)), return_type=str, when_used="json")]
"""A path that JSON holds whole."""
