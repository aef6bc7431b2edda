"""Cues that stand beside a whole quotation: `“…,” said the mayor`, `the mayor said: “…”`, `“…” — the mayor`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language import cues
from factcheck.language.quotation_marks import Quotation
from factcheck.model import Span
from factcheck.splitting.attributions.replies import COMING, answered, before_a_colon, introduced
from factcheck.splitting.attributions.speakers import Speakers, is_hearing, is_passive
from factcheck.splitting.attributions.view import Finding, View
from factcheck.splitting.syntax import AUXILIARIES, TENSED, has_to

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

DASHES = frozenset(("—", "–", "―", "--", "-"))
"""What stands before the name under a quotation."""

_NO_HEADS = AUXILIARIES | {"attributive", "compound", "relative clause"}
"""Relations in which a verb says nothing of its own."""

_FARTHEST_SOURCE = 6
"""Tokens before the `from` of a heading: `And here is a statement from Ann Lee:`."""

_LONGEST_INQUIT = 30
"""Tokens between a quotation and its cue: `“…,” Ann Lee, who has led the council since it was founded in 1998, said`."""


def by_quotations(view: View, speakers: Speakers) -> Iterator[Finding]:
    """The quotations of a sentence that have a cue beside them."""
    announced: Quotation | None = None
    for first, last in view.outside_runs():
        left = view.inside[first - 1] if first else None
        right = view.inside[last + 1] if last + 1 < len(view.tokens) else None
        before = _cue_after(view, left, first, last) if left and left is not announced else None
        after = _cue_before(view, right, first, last) if right else None
        if left and right and before is not None and (after.i == before.i if after is not None else _goes_on(view, last)):
            yield from _finding(view, speakers, before, (left, right), (first, last))
            continue
        if left and before is not None:
            yield from _finding(view, speakers, before, (left,), (first, last))
        elif left and (named := _signed(view, speakers, left, first, last)) is not None:
            yield Finding("signed", named, None, (left.outer,), view.number)
        elif left and _finished(view, left, first) and _stands_alone(view, left) and (reply := answered(view, speakers, first, last)):
            yield Finding("inquit", *reply, (left.outer,), view.number)
        if right and after is not None:
            announced = right
            yield from _finding(view, speakers, after, (right,), (first, last))
        elif right and (reply := introduced(view, speakers, first, last)):
            announced = right
            yield Finding("inquit", *reply, (right.outer,), view.number)
        elif right and (named := _titled(view, speakers, first, last)) is not None:
            yield Finding("titled", named, None, (right.outer,), view.number)
        elif right and (told := before_a_colon(view, speakers, first, last)):
            announced = right
            yield Finding("inquit", *told, (right.outer,), view.number)


def _goes_on(view: View, last: int) -> bool:
    """`“Word is,” she said of the plan, “that it is dead”`: a comma before the quotation that follows, or `, but`."""
    return view.tokens[last].text == "," or (
        last > 0 and view.tokens[last].lower in ("and", "but", "because") and view.tokens[last - 1].text == ","
    )


def _finding(view: View, speakers: Speakers, verb: Token, quoted: tuple[Quotation, ...], run: tuple[int, int]) -> Iterator[Finding]:
    speaker = _speaker(view, speakers, verb, run)
    if speaker is None and not is_passive(verb) and not is_hearing(verb):
        return
    speakers.give(verb, speaker)
    yield Finding("inquit", speaker, view.span(verb.i, verb.i), tuple(q.outer for q in quoted), view.number)


def _cue_after(view: View, quotation: Quotation, first: int, last: int) -> Token | None:
    """The verb that says whose the quotation before a run is."""
    if not _finished(view, quotation, first) or not _stands_alone(view, quotation):
        return None
    for token in view.tokens[first : min(last + 1, first + _LONGEST_INQUIT)]:
        if token.text in (";", ":"):
            return None
        if not _main_verb(token):
            continue
        says = (token.lemma.lower() in cues.INQUIT and not _says_something_else(view, token)) or _hits_back(token)
        return token if says and token.form != "ing" and not has_to(token) else None
    return None


def _says_something_else(view: View, verb: Token) -> bool:
    """Whether the verb says what stands behind it, and not the quotation before it: `“Who paid?” Lee said that he did not know.`"""
    clauses = (c for c in verb.children if c.relation == "clausal complement" and c.i > verb.i and view.inside[c.i] is None)
    return any(g.relation == "subordinator" and g.lower == "that" for c in clauses for g in c.children)


def _hits_back(verb: Token) -> bool:
    """`shot back`, `hits back`."""
    return verb.lemma.lower() in cues.HITTING_BACK and verb.i + 1 < len(verb.tree) and verb.nbor(1).lower == "back"


def _finished(view: View, quotation: Quotation, first: int) -> bool:
    """Whether a quotation ends as a sentence does before `she said`: with a comma, or a mark of its own."""
    inner = view.text[quotation.inner.start : quotation.inner.end].rstrip().rstrip("'’\"”")
    following = view.tokens[first].text
    return inner[-1:] in (",", "?", "!", "…", "-", "—", "–") or following in DASHES or following == "," or inner[-1:] == "."


def _stands_alone(view: View, quotation: Quotation) -> bool:
    """Whether the quotation is a sentence by itself, not the end of the article's own: `It was “a start,” she said`."""
    before = view.text[view.sentence.span.start : max(view.sentence.span.start, quotation.outer.start)].rstrip()
    return not before or before[-1] in ",:;—–-\"”’'»([" or not before.strip("*•·- ")


def _main_verb(token: Token) -> bool:
    """A verb that may say whose words they are: not an auxiliary, nor one that only describes a noun."""
    if token.i == 0 and token.text in ("Said", "Says"):
        return True
    if token.part not in ("verb", "auxiliary") or token.relation in _NO_HEADS:
        return False
    return token.relation != "adnominal clause" or token.form not in ("ing", "participle")


def _is_held(verb: Token) -> bool:
    """Whether something is held in a hand: `held up a sign: “…”`."""
    return verb.lemma == "hold" and any(c.relation in {"object", "particle"} for c in verb.children)


def _who_says(token: Token) -> bool:
    """The verb of a clause that gives another speaker the word: `…, who replied: “…”`, `…, whose wife added: “…”`."""
    subject = next((c for c in token.children if c.relation == "subject"), None)
    return token.relation == "relative clause" and subject is not None and (subject.lower == "who" or subject.left_edge.lower == "whose")


def _cue_before(view: View, quotation: Quotation, first: int, last: int) -> Token | None:
    """The verb that announces the quotation after a run."""
    end = last
    while end > first and view.tokens[end].is_space:
        end -= 1
    mark = view.tokens[end].text
    inner = view.text[quotation.inner.start : quotation.inner.end].lstrip("…. [(‘'“\"")
    if mark != ":" and not (inner[:1].isupper() or inner[:1].isdigit()):
        return None
    for token in reversed(view.tokens[max(first, end - _LONGEST_INQUIT) : end + 1]):
        if token.text == ";":
            return None
        if not _main_verb(token) and not (token.form == "ing" and token.i == end) and not _who_says(token):
            continue
        if token.lemma.lower() in cues.INQUIT and not _is_held(token):
            near = mark in (":", ",") or (_is_utterance(inner) and (token.i == end or view.words_between(token.i + 1, end) <= 4))
            near = near and (mark in (":", ",") or token.lemma.lower() in cues.SAYING)
            return (
                token
                if near
                and not any(c.relation == "clausal complement" and c.i > token.i and view.inside[c.i] is None for c in token.children)
                else None
            )
        comes = token.lemma.lower() in COMING and any(c.lemma.lower() in cues.TELLING for c in token.children)
        return token if mark == ":" and not comes and _tells(view, token, end) else None
    return None


def announcing(view: View, speakers: Speakers) -> tuple[Token | None, Span | None]:
    """The cue and the speaker of a sentence that ends with a colon: `He said:`, `The Times reports:`, `She had this to say:`."""
    last = len(view.tokens) - 1
    for token in reversed(view.tokens):
        if view.quoted(token) or not _main_verb(token):
            continue
        if token.lemma.lower() in cues.INQUIT or _tells(view, token, last):
            return token, _speaker(view, speakers, token, (0, last))
        return None, None
    return _named_alone(view, speakers)


def _named_alone(view: View, speakers: Speakers) -> tuple[Token | None, Span | None]:
    """Whom a heading without a verb announces: `And this from Mayor Lena Ortiz:`, `Paul Emery, chair of the trust:`."""
    source = next((t for t in view.tokens[:_FARTHEST_SOURCE] if t.lower == "from" and t.i + 1 < len(view.tokens)), None)
    if source is not None:
        named = _last_name(view, speakers, source.i + 1)
        return (source, named) if named is not None else (None, None)
    return None, speakers.after(0) if view.tokens[0].part == "proper noun" else None


def _last_name(view: View, speakers: Speakers, first: int) -> Span | None:
    """The person in the words after `from`: the name behind the comma in `From the chair, Paul Emery:`, else the words themselves."""
    for token in view.tokens[first:]:
        if token.text == "," and token.i + 1 < len(view.tokens) and view.tokens[token.i + 1].part == "proper noun":
            return speakers.after(token.i + 1)
    return speakers.after(first)


def _is_utterance(inner: str) -> bool:
    """Whether the words may be somebody's sentence, not a name or a title."""
    return len(inner.split()) >= 3 or inner.rstrip("\"'”’ ")[-1:] in (".", "!", "?", ",")


def _tells(view: View, verb: Token, end: int) -> bool:
    """`He had this to say:`, `She made the following statement:`."""
    told = next((t for t in view.tokens[verb.i : end + 1] if t.lower in cues.TELLING or t.lemma.lower() in cues.TELLING), None)
    if told is None or any(t.lower in {"from", "by"} for t in view.tokens[told.i + 1 : end]):
        return False  # "got a letter from Lee:"
    return told.i == end or view.tokens[told.i + 1].lower != "of"


def _speaker(view: View, speakers: Speakers, verb: Token, run: tuple[int, int]) -> Span | None:
    """The subject, before or after the verb; where the parse has none outside the quotation, the words beside the verb."""
    first, last = run
    if is_hearing(verb):
        return speakers.of(verb)
    for child in verb.children:
        if child.relation == "subject" and not view.quoted(child) and first <= child.i <= last:
            return speakers.phrase(child)
    if is_passive(verb):
        return speakers.of(verb)
    if (
        verb.form in TENSED | {"participle"}
        and verb.i < last
        and not any(t.part in ("noun", "proper noun", "pronoun") for t in view.tokens[first : verb.i])
    ):
        for child in verb.rights:
            if (
                child.part in ("noun", "proper noun", "pronoun")
                and child.i <= last
                and not view.quoted(child)
                and child.relation
                in ("object", "predicative", "object predicative", "adverbial noun", "unclear", "apposition", "interjection")
            ):
                return speakers.phrase(child)
        if (found := speakers.after(verb.i + 1)) is not None and found.start < view.sentence.end_of(view.tokens[last]):
            return found
    if verb.form != "ing" and (found := _words_before(view, speakers, first, verb)) is not None:
        return found
    return speakers.of(verb)


def _words_before(view: View, speakers: Speakers, first: int, verb: Token) -> Span | None:
    while first < verb.i and (view.tokens[first].is_punct or view.tokens[first].is_space):
        first += 1
    return speakers.after(first) if first < verb.i else None


def _signed(view: View, speakers: Speakers, quotation: Quotation, first: int, last: int) -> Span | None:
    """`“…” — Julie Martinez, captain`: a name behind a dash, and no verb."""
    if view.tokens[first].text not in DASHES or first == last or not _stands_alone(view, quotation):
        return None
    if any(_main_verb(t) and t.form in TENSED for t in view.tokens[first:last]) or view.tokens[first + 1].part not in (
        "proper noun",
        "noun",
        "determiner",
    ):
        return None
    return speakers.after(first + 1)


def _titled(view: View, speakers: Speakers, first: int, last: int) -> Span | None:
    """`Martinez: “…”`: a name before a colon at the start of a sentence, and no verb."""
    if first or view.tokens[last].text != ":" or last > 8 or any(t.part in ("verb", "auxiliary") for t in view.tokens[:last]):
        return None
    named = speakers.after(0)
    return named if named is not None and view.tokens[0].part == "proper noun" else None
