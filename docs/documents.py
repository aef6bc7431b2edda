"""Writes docs/documents.md: what is read, from what, and what is left out, from the table of kinds and the reasons that readers give."""

from __future__ import annotations

from pathlib import Path

from factcheck.documents import KINDS, Reason

PAGE = Path(__file__).parent / "documents.md"

HEAD = """\
# What is read, and what is left out

The file type is detected from the contents, not from the name. Documents are opened in a process of their own, which is ended when it
takes too long or too much memory. Plain text and Markdown are read in whatever encoding they are; of Markdown also its footnotes and links.

| | files | what is read |
|---|---|---|
"""

BELOW = """
{refused}
can be told but not opened: Factcheck says what to save them as.

Only English is divided into claims. An article in another language is refused in one sentence that names it (`--language en` reads it as
English all the same); a foreign passage in an English article is shown and not divided, and so are rows of tables and the writer's notes.

No word is dropped in silence. `factcheck split --json` has in `left_out` every word that no claim is made from, with its role and the
reason: parts of the text that are furniture, tables, notes or in another language with their place in it, and what the text does not hold:

| role | the words |
|---|---|
"""


def page() -> str:
    """The page as it is to be."""
    opened = [kind for kind in KINDS.values() if kind.reads]
    others = [kind for kind in KINDS.values() if not kind.reads]
    suffixes: dict[tuple[str, str], list[str]] = {}
    for kind in opened:
        suffixes.setdefault((kind.what, kind.reads), []).extend(f"`{suffix}`" for suffix in kind.suffixes)
    rows = (f"| {what} | {' '.join(known)} | {reads} |\n" for (what, reads), known in suffixes.items())
    names = [f"{kind.what}{f' (`{kind.suffixes[0]}`)' if kind.suffixes else ' that is locked'}" for kind in others]
    refused = f"{', '.join(names[:-1])} and {names[-1]}"
    reasons = (f"| `{reason.name.lower()}` | {reason.value} |\n" for reason in Reason)
    return HEAD + "".join(rows) + BELOW.format(refused=refused[0].upper() + refused[1:]) + "".join(reasons)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
