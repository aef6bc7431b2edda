"""Pictures of the screen: what Textual draws as SVG, made smaller, and several of them as one that moves; none loads anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

_STYLE = re.compile(r"\.terminal-\d+-(r\d+) \{ (.*?) \}")
_RECT = re.compile(r'<rect fill="([^"]+)" x="([^"]+)" y="([^"]+)" width="([^"]+)" height="[^"]+" shape-rendering="crispEdges"/>')
_TEXT = re.compile(
    r'<text class="terminal-\d+-(r\d+)" x="([^"]+)" y="[^"]+" textLength="([^"]+)" clip-path="url\(#terminal-\d+-line-(\d+)\)">(.*?)</text>'
)
_LINE, _CELL = 24.4, 12.2
"""How high a line is and how wide a letter, in Textual's drawing."""
_EDGE = 12.0
_CAPTION = 46.0
_GROUND = "#14161b"


@dataclass(frozen=True)
class Frame:
    """A screen as lines of marks, with its caption and how long it stands, in seconds."""

    lines: tuple[str, ...]
    caption: str = ""
    seconds: float = 2.5


class Screens:
    """Frames of one size, which share their styles: `add` takes what Textual drew."""

    def __init__(self, columns: int, rows: int) -> None:
        self._columns, self._rows = columns, rows
        self._styles: dict[str, str] = {}

    def frame(self, drawn: str, caption: str = "", seconds: float = 2.5) -> Frame:
        """One screen, from Textual's SVG of it."""
        styles = dict(_STYLE.findall(drawn))
        lines: list[list[str]] = [[] for _ in range(self._rows)]
        for row, fill, x, width in _grounds(drawn):
            lines[row].append(f'<rect fill="{fill}" x="{x:g}" width="{width:g}" height="24.7"/>')
        for name, x, length, row, words in _TEXT.findall(drawn):
            style = styles[name]
            if words.replace("&#160;", "").strip() or "underline" in style:
                lines[int(row)].append(f'<text class="{self._class(style)}" x="{_short(x)}" textLength="{_short(length)}">{words}</text>')
        return Frame(tuple("".join(line) for line in lines), caption, seconds)

    def _class(self, style: str) -> str:
        return self._styles.setdefault(style.strip().rstrip(";"), f"s{len(self._styles)}")

    def still(self, frame: Frame) -> str:
        """A picture of one screen."""
        return self._whole([self._group(row, line) for row, line in enumerate(frame.lines)], "", 0.0)

    def moving(self, frames: Sequence[Frame]) -> str:
        """A picture that goes through the screens and begins again; who has asked for no motion sees the last one."""
        whole = sum(frame.seconds for frame in frames)
        starts = [sum(frame.seconds for frame in frames[:n]) / whole for n in range(len(frames) + 1)]
        parts: list[str] = []
        shown: dict[tuple[int, ...], str] = {}
        for row in range(self._rows):
            for line in dict.fromkeys(frame.lines[row] for frame in frames):
                when = tuple(n for n, frame in enumerate(frames) if frame.lines[row] == line)
                parts.append(self._group(row, line, "" if len(when) == len(frames) else shown.setdefault(when, f"t{len(shown)}")))
        for n, frame in enumerate(frames):
            parts.append(
                f'<g class="{shown.setdefault((n,), f"t{len(shown)}")}"><text class="caption" y="{self._rows * _LINE + 34}">'
                f"{escape(frame.caption)}</text></g>"
            )
        css = [f"[class^=t]{{visibility:hidden;animation:{whole:g}s step-end infinite}}"]
        for when, name in shown.items():
            css.append(f".{name}{{animation-name:{name}}}@keyframes {name}{{{_keyframes(when, starts)}}}")
        last = ",".join(f".{name}" for when, name in shown.items() if when[-1] == len(frames) - 1)
        css.append(f"@media(prefers-reduced-motion){{[class^=t]{{animation:none}}{last}{{visibility:visible}}}}")
        return self._whole(parts, "".join(css), _CAPTION)

    def _group(self, row: int, line: str, name: str = "") -> str:
        shown = f' class="{name}"' if name else ""
        return f'<g transform="translate(0 {row * _LINE:.1f})"{shown}>{line}</g>' if line else ""

    def _whole(self, parts: Sequence[str], css: str, below: float) -> str:
        width, height = self._columns * _CELL + 2 * _EDGE, self._rows * _LINE + 2 * _EDGE + below
        styles = "".join(f".{name}{{{style}}}" for style, name in self._styles.items())
        fonts = "text{font:20px 'DejaVu Sans Mono','Menlo','Consolas',monospace;white-space:pre}"
        caption = ".caption{font:bold 24px sans-serif;fill:#ffd75f}"
        body = "\n".join(part.replace('<text class="s', '<text y="18.5" class="s') for part in parts if part)
        box = f'viewBox="0 0 {width:.0f} {height:.0f}"'
        ground = f'<rect width="100%" height="100%" rx="9" fill="{_GROUND}"/>'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {box}><style>{fonts}{caption}{styles}{css}</style>\n'
            f'{ground}<g transform="translate({_EDGE:g} {_EDGE:g})">\n{body}\n</g></svg>\n'
        )


def _grounds(drawn: str) -> Iterator[tuple[int, str, float, float]]:
    """The row, the colour, the beginning and the width of each ground that is not that of the whole; what adjoins is one."""
    row, fill, begins, ends = -1, _GROUND, 0.0, 0.0
    for colour, x, y, width in (*_RECT.findall(drawn), (_GROUND, "0", "-24.4", "0")):
        at, left = round((float(y) - 1.5) / _LINE), float(x)
        if (at, colour) == (row, fill) and abs(left - ends) < 0.1:
            ends = left + float(width)
            continue
        if fill != _GROUND:
            yield row, fill, round(begins, 1), round(ends - begins, 1)
        row, fill, begins, ends = at, colour, left, left + float(width)


def _keyframes(when: Sequence[int], starts: Sequence[float]) -> str:
    """When something is to be seen, as steps of an animation."""
    steps = [f"{100 * starts[n]:.2f}%{{visibility:{'visible' if n in when else 'hidden'}}}"
             for n in range(len(starts) - 1) if n == 0 or (n in when) != (n - 1 in when)]  # fmt: skip
    return "".join(steps)


def _short(number: str) -> str:
    return f"{float(number):g}"
