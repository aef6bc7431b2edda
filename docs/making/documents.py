"""reference/documents.md: what is read, from what, and what is left out, from the table of kinds and the reasons that readers give."""

from __future__ import annotations

from plain import table

from factcheck.documents import KINDS, Reason

BELOW = """\
{refused}
can be told but not opened: Factcheck says what to save them as.

Only English is divided into claims. An article in another language is refused in one sentence that names it (`--language en` reads it as
English all the same). A foreign passage in an English article is shown and not divided, and so are rows of tables and the writer's notes.

No word is dropped in silence. `factcheck split --json` lists in `left_out` every word that no claim is made from, with its role and the
reason: parts of the text that are furniture, tables, notes or in another language, with their place in it, and what the text does not hold:
"""


def made() -> str:
    """What is opened, what is not, and what is left out."""
    opened = [kind for kind in KINDS.values() if kind.reads]
    others = [kind for kind in KINDS.values() if not kind.reads]
    suffixes: dict[tuple[str, str], list[str]] = {}
    for kind in opened:
        suffixes.setdefault((kind.what, kind.reads), []).extend(f"`{suffix}`" for suffix in kind.suffixes)
    names = [f"{kind.what}{f' (`{kind.suffixes[0]}`)' if kind.suffixes else ' that is locked'}" for kind in others]
    refused = f"{', '.join(names[:-1])} and {names[-1]}"
    return "\n".join(
        (
            *table(("", "files", "what is read"), ((what, " ".join(known), reads) for (what, reads), known in suffixes.items())),
            BELOW.format(refused=refused[0].upper() + refused[1:]),
            *table(("role", "the words"), ((f"`{reason.name.lower()}`", reason.value) for reason in Reason)),
        )
    )
