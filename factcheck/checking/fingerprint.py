"""What a flag is known by: the check and the words involved, so that a dismissal survives edits elsewhere."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence

from factcheck.model import Words


def fingerprint(check_id: str, spans: Sequence[Words], beside: Iterable[str] = ()) -> str:
    """The check's id and twelve letters made of the words involved, each spelling once, and of the words beside them.

    Where in the text they stand and how often does not count; nor does white space, nor which quotation marks are used.
    """
    words = sorted({_normal(span.text) for span in spans})
    content = "\x1f".join((check_id, *words, "\x1e", *(_normal(word) for word in beside)))
    return f"{check_id}-{hashlib.sha256(content.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


_MARKS = str.maketrans("“”„‟«»‘’‚‛–—", '""""""\'\'\'\'--')


def _normal(words: str) -> str:
    """The words as they are compared: NFC, plain quotation marks and dashes, white space run together. Case counts (US, us)."""
    return " ".join(unicodedata.normalize("NFC", words).translate(_MARKS).split())
