"""Where each table and key of a TOML text stands, line by line, and the comments around them: what tomllib does not tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.casefile.toml import Path

_PLAIN = re.compile(r'([A-Za-z0-9_-]+) = (?:"(?!"")(?:[^"\\\n]|\\[^\n])*+"|[^"\'#\[{\n]*+)\n')
# takes `at = "3:9"` and `at = 2026-11-23T21:40:00Z`; refuses `at = "3:9" # moved`
_COMMENT = re.compile(r"[ \t]*+(#[^\n]*)")  # takes `# a`, `  # a`; refuses `a # b`
_BLANK = re.compile(r"[ \t]*+(?:\n|\Z)")  # takes an empty line and one of blanks; refuses ` a`
_HEADER = re.compile(r"""[ \t]*+(\[{1,2})((?:[^"'\]\n]|"(?:[^"\\\n]|\\[^\n])*+"|'[^'\n]*+')++)\]{1,2}""")
# takes [text] and [[claims."a]b"]]; refuses `a = [1]`
_KEY = re.compile(r"""[ \t]*+((?:[^"'=\n]|"(?:[^"\\\n]|\\[^\n])*+"|'[^'\n]*+')++)=""")  # takes `a =`, `"a=b".c =`; refuses `[a]`
_VALUE_PART = re.compile(
    r'''"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}|\'\'\'(?:[^']|'{1,2}(?!'))*+'{3,5}|"(?:[^"\\\n]|\\[^\n])*+"|'[^'\n]*+\''''
    r"|#[^\n]*|[\[{]|[\]}]|\n|[^\"'#\[\]{}\n]+",
    re.DOTALL,
)
# takes one string of any of the four kinds, one bracket, one comment, one line's end; refuses nothing of a valid value but its end


@dataclass(frozen=True)
class Statement:
    """A header or a key with its value. `path` is where it stands in the document, `first` and `last` its lines, from 1.

    `above` holds the comment lines before it, with the empty lines that follow one; `beside` the comment at its end;
    `below` those right under it that an empty line parts from what comes next.
    """

    path: Path
    header: bool
    first: int
    last: int
    above: tuple[str, ...] = ()
    beside: str | None = None
    below: tuple[str, ...] = ()


def statements(text: str) -> list[Statement]:
    """Every header and key of a valid TOML text with line ends of `\\n`, in order. Linear in the length of the text."""
    return _settle(list(_scan(text)))


def line_of(text: str, path: Path) -> int:
    """The line of what stands at `path` in a valid TOML text; of the closest table around it when nothing does."""
    places: dict[Path, int] = {}
    for statement in statements(text):
        places.setdefault(statement.path, statement.first)
    return next((places[path[:n]] for n in range(len(path), 0, -1) if path[:n] in places), 1)


@dataclass
class _Group:
    """Comment lines, and whether an empty line stands before them."""

    lines: list[str]
    apart: bool


def _scan(text: str) -> Iterator[Statement | _Group]:
    at, line = 0, 1
    table: Path = ()
    counts: dict[Path, int] = {}
    group: _Group | None = None
    blank = True
    while at < len(text):
        first = line
        if found := _PLAIN.match(text, at):
            yield from _flush(group)
            yield Statement((*table, found[1]), header=False, first=first, last=first)
            at, line, group, blank = found.end(), line + 1, None, False
        elif found := _BLANK.match(text, at):
            if group:
                group.lines.append("")
            at, line, blank = found.end(), line + 1, True
        elif found := _COMMENT.match(text, at):
            group = group or _Group([], blank)
            group.lines.append(found[1].rstrip())
            at, line, blank = found.end() + 1, line + 1, False
        else:
            yield from _flush(group)
            header = _HEADER.match(text, at)
            found = header or _KEY.match(text, at)
            if found is None:  # not TOML after all
                return
            path = table = _table_path(header[2], len(header[1]) == 2, counts) if header else table
            if not header:
                path = (*table, *_names(found[1]))
            at, line, inner, beside = _rest_of_statement(text, found.end(), line)
            yield from _flush(_Group(inner, True) if inner else None)
            yield Statement(path, header=header is not None, first=first, last=line - 1, beside=beside)
            group, blank = None, False
    yield from _flush(group)


def _flush(group: _Group | None) -> Iterator[_Group]:
    if group:
        yield group


def _rest_of_statement(text: str, at: int, line: int) -> tuple[int, int, list[str], str | None]:
    """Past the end of a statement: where the next line starts, its number, comments inside the value, and the one at its end."""
    depth = 0
    comments: list[str] = []
    while at < len(text) and (part := _VALUE_PART.match(text, at)):
        at, piece = part.end(), part[0]
        line += piece.count("\n")
        if piece in ("[", "{"):
            depth += 1
        elif piece in ("]", "}"):
            depth -= 1
        elif piece[0] == "#":
            comments.append(piece.rstrip())
            if depth == 0:
                return at + 1, line + 1, comments[:-1], comments[-1]
        elif piece == "\n" and depth <= 0:
            return at, line, comments, None
    return len(text), line + 1, comments, None


def _names(key: str) -> list[str]:
    """The names of a dotted key."""
    plain = [part.strip() for part in key.split(".")]
    if all(part.replace("-", "_").isidentifier() or part.isalnum() for part in plain):
        return plain
    names = []
    nested = tomllib.loads(f"{key.strip()} = 0")
    while isinstance(nested, dict):
        [(name, nested)] = nested.items()
        names.append(name)
    return names


def _table_path(key: str, many: bool, counts: dict[Path, int]) -> Path:
    """Where a header leads: arrays of tables on the way are entered at their last table, and `[[…]]` starts a new one."""
    path: Path = ()
    names = _names(key)
    for n, name in enumerate(names):
        path = (*path, name)
        if many and n == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _settle(found: Sequence[Statement | _Group]) -> list[Statement]:
    """Give each group of comments to the statement it stands before, or to the one it stands right under, apart from the next."""
    settled: list[Statement] = []
    above: list[str] = []
    for part in found:
        if isinstance(part, Statement):
            settled.append(_with(part, above=(*above, *part.above)) if above else part)
            above = []
        elif settled and not part.apart and not above and part.lines[-1] == "":
            settled[-1] = _with(settled[-1], below=_trimmed(part.lines))
        else:
            above += part.lines
    if above and settled:
        settled[-1] = _with(settled[-1], below=(*settled[-1].below, *_trimmed(above)))
    return settled


def _trimmed(lines: list[str]) -> tuple[str, ...]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    return tuple(lines)


def _with(statement: Statement, **changes: tuple[str, ...]) -> Statement:
    return Statement(**{**statement.__dict__, **changes})
