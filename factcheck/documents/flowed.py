"""Lines of plain text that flow into one another (RFC 3676, format=flowed)."""

from __future__ import annotations


def unflowed(text: str, *, joined: bool) -> str:
    """The text with lines that end in a space run together, those of one depth of quoting; `joined` ones lose that space (DelSp)."""
    lines: list[str] = []
    open_at: int | None = None
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        flows = bare.endswith(" ") and bare.rstrip("\r") != "-- "
        words = bare[:-1] if flows and joined else bare
        if open_at == depth and bare != "-- ":
            lines[-1] += words
        else:
            lines.append(f"{'>' * depth} {words}" if depth else words)
        open_at = depth if flows else None
    return "\n".join(lines)
