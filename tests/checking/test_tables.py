"""Rows of tables are shown: no check looks at them, and nothing is claimed in them."""

from __future__ import annotations

import factcheck
from factcheck.model import BlockRole

TEXT = """\
Ferry laid up for repairs

Ada Holm, 34, laid up the ferry on Friday, the harbour master said.

Holm 51 Selby 2
Roos 51 Marlow 3
Holm 77 Selby 4
Monday 3 March 2026 120 116

Piet Roos said that it would be back by Easter.
"""


def test_rows_give_no_claims_and_no_flags() -> None:
    article = factcheck.read_text(TEXT)
    rows = list(article.blocks_of(BlockRole.TABLE))
    assert [article.words(row) for row in rows] == TEXT.splitlines()[4:8]
    claims = factcheck.split(article)
    flags = factcheck.check(article, claims)
    spans = [*claims, *(span for flag in flags for span in flag.spans)]
    assert claims
    assert [span for span in spans if any(span.start < row.end and row.start < span.end for row in rows)] == []
