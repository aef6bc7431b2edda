"""What documents say of themselves that nobody wrote: the names of programs, of files and of logins, which are no title and no author.

And what the names of their paragraphs' styles say, of the programs' own and of those that newsrooms give.
"""

from __future__ import annotations

import re

from factcheck.documents.pieces import Form
from factcheck.language.lexicon import words

STYLES = {
    **dict.fromkeys(("title", "heading 1", "headline", "hed", "main headline"), Form.TITLE),
    **dict.fromkeys(("byline", "by-line", "by line", "author", "author name", "writer"), Form.BYLINE),
    **dict.fromkeys(("dateline", "date line"), Form.DATELINE),
    **dict.fromkeys(("caption", "photo caption", "picture caption", "cutline"), Form.PICTURE),
    **dict.fromkeys(("header", "footer"), Form.FURNITURE),
}
"""The form of paragraphs by the name of their style, in small letters."""

_PROGRAMS = words("programs", "names")
_LOGINS = words("logins", "logins")
_TITLES = words("programs", "titles")
_PRINTED_BY = re.compile(r"Microsoft (?:Office )?(?:Word|PowerPoint|Excel|Outlook)(?: -|:) *", re.IGNORECASE)
_FILE = re.compile(
    r"\S.{0,200}\.(?:do[ct][xm]?|rtf|od[tm]|wp[sd]|pages|indd|idml|qxp|qxd|pptx?|xlsx?|pub|ai|psd|eps|tiff?|jpe?g|png|pdf|txt|html?|tex|dvi)",
    re.IGNORECASE,
)
"""The name of a file: takes "story final 3.docx", "A1_0305.indd"; refuses "Harbour fees rise"."""
_NUMBERED = re.compile(r"(.*?)[ _-]?\(?\d{1,4}\)?")
_LOGIN = re.compile(r"[a-z][a-z0-9._-]*|[A-Za-z]+[._-]?\d+|[A-Z]{2}[a-z]{3,}|\S*[\\\\@/]\S*|\W*")
"""Takes "jrowe", "rowe12", "JRowe", "NEWS\\\\jrowe"; refuses "Ida Marsh", "Reuters", "UNICEF"."""


def told_title(title: str | None) -> str | None:
    """A title that somebody may have given; None for the name of a file, and for what a program calls what has none."""
    bare = _PRINTED_BY.sub("", title or "").strip(" -_")
    numbered = _NUMBERED.fullmatch(bare.casefold())
    if not bare or _FILE.fullmatch(bare) or bare.casefold() in _TITLES or (numbered and numbered[1] in _TITLES) or _is_program(bare):
        return None
    return None if " " not in bare and (bare.islower() or "_" in bare or any(char.isdecimal() for char in bare)) else bare


def told_author(author: str | None) -> str | None:
    """An author who may be somebody; None for a login, and for a program."""
    name = (author or "").strip()
    return None if not name or name.casefold() in _LOGINS or _LOGIN.fullmatch(name) or _is_program(name) else name


def _is_program(name: str) -> bool:
    return any(name.casefold().startswith(program) for program in _PROGRAMS)
