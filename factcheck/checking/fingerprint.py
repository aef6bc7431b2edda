"""What a flag is known by: the check and the words involved, so that a dismissal survives edits elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from factcheck.model import Words


def fingerprint(check_id: str, spans: Sequence[Words]) -> str:
    """Twelve letters made of the check's id and the words involved, each spelling once; where they stand does not count."""
    words = sorted({" ".join(span.text.split()) for span in spans})
    digest = hashlib.sha256("\x1f".join((check_id, *words)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{check_id}-{digest[:12]}"
