"""Typed text keeps its paragraphs and the rows of its tables, however its lines are wrapped."""

from __future__ import annotations

import pytest

from factcheck.documents.typed import typed

LONG = "The council of Port Ellen said on Monday that the refit of the ferry"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{LONG}\nwould cost more.\nIt runs late.", [("PARAGRAPH", f"{LONG} would cost more."), ("PARAGRAPH", "It runs late.")]),
        (f"   {LONG}\nwould cost more.\n   It runs late.", [("PARAGRAPH", f"{LONG} would cost more."), ("PARAGRAPH", "It runs late.")]),
        (f"Ferry runs late\n   {LONG}\nlate.", [("PARAGRAPH", "Ferry runs late"), ("PARAGRAPH", f"{LONG} late.")]),
        (f"{LONG}\n\n{LONG}", [("PARAGRAPH", LONG)] * 2),
        ("- one\n  goes on\n- two\n3. three", [("PARAGRAPH", "- one goes on"), ("PARAGRAPH", "- two"), ("PARAGRAPH", "3. three")]),
        ("Ferry    Late\nOban  4", [("ROW", "Ferry\tLate"), ("ROW", "Oban\t4")]),
        ("Ferry\tLate", [("PARAGRAPH", "Ferry Late")]),
        (
            "Lady Anne (OBN) 58.0\nOban Star (OBN) 57.5\nThird Race\nAurora of the Isles (AYR)\nMarlow Maid (AYR)",
            [
                ("ROW", "Lady Anne (OBN) 58.0"),
                ("ROW", "Oban Star (OBN) 57.5"),
                ("ITEM", "Third Race"),
                ("ITEM", "Aurora of the Isles (AYR)"),
                ("ITEM", "Marlow Maid (AYR)"),
            ],
        ),
        ("It rained.  They sailed\nand it rained.  They sailed.", [("PARAGRAPH", "It rained. They sailed and it rained. They sailed.")]),
        (f"{LONG * 3}.\n{LONG * 3}.", [("PARAGRAPH", f"{LONG * 3}.")] * 2),
        ("\r\n \r\n", []),
    ],
)
def test_lines_are_the_paragraphs_and_rows_that_they_were_typed_as(text: str, told: list[tuple[str, str]]) -> None:
    assert [(piece.form.name, piece.words) for piece in typed(text)] == told
