"""Puts the findings of an article's sentences together: running quotations joined, inner ones left to the outer, in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from factcheck.language.quotation_marks import Quotation
from factcheck.model import Attribution, Mode, Span, Speaker, Words
from factcheck.splitting.attributions.across import across
from factcheck.splitting.attributions.chains import along_chains
from factcheck.splitting.attributions.inquits import by_quotations
from factcheck.splitting.attributions.phrases import by_colon, by_phrases
from factcheck.splitting.attributions.quoting import by_quoting
from factcheck.splitting.attributions.running import run_on
from factcheck.splitting.attributions.speakers import Speakers
from factcheck.splitting.attributions.verbs import by_verbs
from factcheck.splitting.attributions.view import Finding, View
from factcheck.splitting.parsed import Parsed

_IN_NAMES = frozenset(("of", "the", "and", "for", "in", "to", "a", "on"))
_LONGEST_NAME = 7
"""Words that a name in quotation marks has fewer of."""


def assemble(parsed: Parsed) -> list[Attribution]:
    """The attributions of an article, in the order of the text."""
    text = parsed.article.text
    views = [View(text, sentence, number) for number, sentence in enumerate(parsed.sentences)]
    findings = [finding for view in views for finding in outermost(of_sentence(view))]
    findings = run_on(text, views, [*findings, *across(text, views)])
    findings = outermost(along_chains(text, parsed.quotations, findings))
    quotations = [q for q in parsed.quotations if not q.depth]
    return sorted((_attribution(text, quotations, f) for f in findings), key=lambda a: (a.start, a.end))


def of_sentence(view: View) -> list[Finding]:
    """Everything that one sentence gives away, inner findings too."""
    speakers = Speakers(view)
    found = [*by_quoting(view, speakers), *by_quotations(view, speakers)]
    used = {t.i for t in view.tokens for f in found if f.cue is not None and view.sentence.start_of(t) == f.cue.start}
    found += by_verbs(view, speakers, used, [c for f in found for c in f.content])
    found += by_phrases(view, speakers)
    found += by_colon(view, speakers)
    return found


def outermost(findings: list[Finding]) -> list[Finding]:
    """Without those whose cue, or all of whose content, stands inside what another one says."""
    kept: list[Finding] = []
    said = Cover()
    for finding in sorted(findings, key=lambda f: (-sum(c.end - c.start for c in f.content), f.content[0].start)):
        if finding.cue is not None and said.holds(finding.cue):
            continue
        if all(said.holds(mine) for mine in finding.content):
            continue
        kept.append(finding)
        said.add(finding.content)
    return sorted(kept, key=lambda f: f.content[0].start)


class Cover:
    """Spans of which one is asked whether any of them holds another: in the time of a search, however many there are.

    Only those that no other holds are kept, so that both starts and ends ascend, and of those that start soon enough the last
    one reaches farthest.
    """

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def holds(self, span: Span) -> bool:
        """Whether the span lies wholly inside a single one of those that were added."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and span.end <= self._ends[before - 1]

    def add(self, spans: Iterable[Span]) -> None:
        """Add some spans."""
        for span in spans:
            if not self.holds(span):
                low, high = bisect_left(self._starts, span.start), bisect_right(self._ends, span.end)
                self._starts[low:high] = [span.start]
                self._ends[low:high] = [span.end]


def _attribution(text: str, quotations: Sequence[Quotation], finding: Finding) -> Attribution:
    edges = [s for s in (finding.speaker, finding.cue, *finding.content) if s is not None]
    return Attribution(
        start=min(s.start for s in edges),
        end=max(s.end for s in edges),
        speaker=Speaker.at(text, finding.speaker.start, finding.speaker.end) if finding.speaker is not None else None,
        cue=Words.at(text, finding.cue.start, finding.cue.end) if finding.cue is not None else None,
        content=finding.content,
        mode=Mode.INDIRECT if finding.frame == "rejected" else _mode(text, _of_words(text, quotations, finding), finding.content),
    )


def _of_words(text: str, quotations: Sequence[Quotation], finding: Finding) -> Sequence[Quotation]:
    """The quotations that may be the words of who speaks: names in marks are not, unless somebody calls something so."""
    if finding.frame.startswith("naming"):
        return quotations
    first, last = finding.content[0].start, finding.content[-1].end
    low = max(0, bisect_right(quotations, first, key=lambda q: q.outer.start) - 1)
    high = bisect_left(quotations, last, key=lambda q: q.outer.start)
    return [q for q in quotations[low:high] if not _is_a_name(text[q.inner.start : q.inner.end])]


def _is_a_name(quoted: str) -> bool:
    """Whether what stands in quotation marks is what something is called: the "Save Orsa" campaign."""
    words = quoted.strip(" ,").split()
    return (
        1 < len(words) < _LONGEST_NAME
        and all(w[0].isupper() or w.lower() in _IN_NAMES for w in words)
        and quoted.strip()[-1:] not in ".!?…"
    )


def _mode(text: str, quotations: Sequence[Quotation], content: tuple[Span, ...]) -> Mode:
    """Direct when all that was said stands in quotation marks, mixed when some of it does."""
    inside = outside = False
    for span in content:
        at = span.start
        first = max(0, bisect_right(quotations, span.start, key=lambda q: q.outer.start) - 1)
        last = bisect_left(quotations, span.end, key=lambda q: q.outer.start)
        for quotation in quotations[first:last]:
            if quotation.outer.overlaps(span):
                inside = True
                outside = outside or any(c.isalnum() for c in text[at : max(at, quotation.outer.start)])
                at = max(at, quotation.outer.end)
        outside = outside or any(c.isalnum() for c in text[at : span.end])
    return Mode.INDIRECT if not inside else Mode.MIXED if outside else Mode.DIRECT
