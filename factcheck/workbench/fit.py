"""Words in so many cells: cut behind a word, or wrapped in rows."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells, set_cell_size

_LOOSE = ' ,;:-–—([“‘"'
"""What has no meaning without the word behind it."""


def cut(text: str, width: int) -> str:
    """The text in so many cells, cut behind a word with an ellipsis; in the middle of a word only where that word alone is too long.

    >>> cut("the ferry Lady Anne", 13)
    'the ferry…'
    """
    if cell_len(text) <= width:
        return text
    kept = set_cell_size(text, max(0, width - 1)).rstrip()
    space = kept.rfind(" ")
    word = text[space + 1 :].partition(" ")[0]
    whole = text.startswith(f"{kept} ") or space <= 0 or cell_len(word) >= width
    return f"{(kept if whole else kept[:space]).rstrip(_LOOSE)}…"[: max(0, width)]


def wrap(text: str, width: int, most: int) -> list[str]:
    """One line of text in at most so many rows of so many cells, the last one cut where there is more.

    >>> wrap("the ferry Lady Anne sails", 9, 2)
    ['the ferry', 'Lady…']
    """
    rows: list[str] = []
    while text and len(rows) < most - 1 and cell_len(text) > width > 1:
        head = chop_cells(text, width)[0]
        space = head.rfind(" ") if not text[len(head) :].startswith(" ") else len(head)
        at = space if space > 0 else len(head)
        rows.append(text[:at])
        text = text[at:].lstrip(" ")
    return [*rows, cut(text, width)]
