"""Speech under a label: in a transcript or an interview each paragraph is what the one named before the colon said."""

from __future__ import annotations

from factcheck.model import Attribution, Mode, Span, Speaker
from factcheck.splitting.parsed import Parsed


def by_labels(parsed: Parsed) -> list[Attribution]:
    """The turns of an article as attributions without a cue, the paragraphs that one speaker goes on in joined to one."""
    said: list[tuple[Span, list[Span]]] = []
    for turn in parsed.turns:
        if turn.speaker is None:
            continue
        if turn.label is None and said:
            said[-1][1].append(Span(start=turn.start, end=turn.end))
        else:
            said.append((turn.speaker, [Span(start=turn.start, end=turn.end)]))
    return [
        Attribution(
            start=speaker.start,
            end=content[-1].end,
            speaker=Speaker.at(parsed.article.text, speaker.start, speaker.end),
            cue=None,
            content=tuple(content),
            mode=Mode.DIRECT,
        )
        for speaker, content in said
    ]


def with_labels(parsed: Parsed, found: list[Attribution]) -> list[Attribution]:
    """Attributions with those of the labels; what stands wholly in speech under a label is not given again."""
    labelled = by_labels(parsed)
    if not labelled:
        return found
    turns = parsed.turns
    outside = [a for a in found if (turn := turns.at(a.start)) is None or turn.speaker is None]
    return sorted([*labelled, *outside], key=lambda a: (a.start, a.end))
