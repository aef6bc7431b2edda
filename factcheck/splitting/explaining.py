"""How the sentences of an article became claims, step by step, in lines for a person: the same passes that split it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.model import Article, Attribution, Claim, FactcheckError, How, one_line
from factcheck.splitting.assemble import analysis_of, outermost, reported
from factcheck.splitting.attributions.view import runs
from factcheck.splitting.clauses import atoms_of
from factcheck.splitting.gate import Tied
from factcheck.splitting.parsed import parse, with_attributions
from factcheck.splitting.people import cast_of
from factcheck.splitting.tree import text_of

if TYPE_CHECKING:
    from factcheck.splitting.mentions import Mention
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.ranking import Scored
    from factcheck.splitting.tree import Token

_LIKELIEST, _SPOKE = 3, 4
"""Candidates that are told for a pronoun, and what spoke for each."""


def explain(article: Article, words: str | None = None) -> Iterator[str]:
    """Lines on every sentence, or on those in which `words` stand: parse, attributions, who is meant, clauses, claims.

    Raises FactcheckError when no sentence of the body has the words, and when no language model can be loaded.
    """
    parsed = parse(article)
    analysis = analysis_of(parsed)
    attributions = outermost(reported(analysis.attributions, article.text))
    cast = cast_of(parsed, attributions)
    wanted = _plain(words or "")
    found = [
        (sentence, touching)
        for sentence, touching in with_attributions(parsed.sentences, attributions)
        if wanted in _plain(article.words(sentence.span))
    ]
    if not found:
        raise FactcheckError(f"No sentence of the article's body holds “{one_line(words or '', 60)}”; give words as they stand in it.")
    for sentence, touching in found:
        yield f"“{one_line(article.words(sentence.span))}”"
        yield from _section("Parse", _parse(sentence))
        yield from _section("Who said what", (_attribution(article, each) for each in touching))
        yield from _section("Who is meant", map(_mention, cast.within(sentence.span.start, sentence.span.end)))
        yield from _section("Clauses, pass by pass", _passes(sentence, touching, cast.tied_in(sentence)))
        yield from _section("Claims", map(_claim, _of(sentence, analysis.claims)))
        yield ""


def _plain(words: str) -> str:
    """Words in one case, whatever white space parts them."""
    return " ".join(words.split()).casefold()


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    yield ""
    yield f"{title}:" if found else f"{title}: none"
    yield from (f"  {line}".rstrip() for line in found)


def _parse(sentence: Sentence) -> Iterator[str]:
    for token in sentence.tree:
        hangs = "" if token.head is token else f" of {one_line(token.head.text, 24)}"
        form = "" if token.form == "other" else f", {token.form}"
        yield f"{one_line(token.text, 24):<24} {token.part + form:<28} {token.relation}{hangs}"


def _attribution(article: Article, found: Attribution) -> str:
    speaker = one_line(found.speaker.text, 60) if found.speaker is not None else "nobody named"
    cue = f"“{one_line(found.cue.text, 40)}”" if found.cue is not None else "no cue"
    said = " … ".join(one_line(article.words(span)) for span in found.content)
    return f"{found.mode}: {speaker}, {cue}: {said}"


def _mention(mention: Mention) -> str:
    known = f"{one_line(mention.known.name, 60)}, a {mention.known.kind}" if mention.known is not None else None
    line = f"“{one_line(mention.text, 60)}” ({mention.how}) means {known or mention.gloss or 'nobody that can be told'}"
    decision = mention.decision
    if mention.how is not How.PRONOUN or decision is None:
        return line
    return f"{line}: {decision.why or '; '.join(map(_scored, decision.ranked[:_LIKELIEST]))}"


def _scored(scored: Scored) -> str:
    """A candidate with how likely it is, and what spoke for and against it the most."""
    one = scored.referent
    who = "nobody" if one is None else one_line(one.known.name if one.known is not None else one.text, 40)
    spoke = sorted(scored.parts, key=lambda part: -abs(part[1]))[:_SPOKE]
    return f"{who} {scored.probability:.0%} ({', '.join(f'{name} {weight:+.1f}' for name, weight in spoke)})"


def _passes(sentence: Sentence, attributions: Sequence[Attribution], tied: Tied) -> Iterator[str]:
    steps: list[tuple[str, list[str]]] = []

    def watch(name: str, owned: list[list[Token]]) -> None:
        steps.append((name, [_words(tokens) for tokens in owned if tokens]))

    atoms_of(sentence, attributions, tied, watch)
    before: list[str] = []
    for name, clauses in steps:
        yield f"{name}{': nothing changes' if clauses == before else ':'}"
        if clauses != before:
            yield from (f"  {number}. {clause}" for number, clause in enumerate(clauses, 1))
        before = clauses


def _words(tokens: list[Token]) -> str:
    """The words in runs, with an ellipsis where others stand between."""
    tree = tokens[0].tree
    return " … ".join(one_line(text_of(tree[first : last + 1])) for first, last in runs(token.i for token in tokens))


def _of(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Claim]:
    return (claim for claim in claims if sentence.span.start <= claim.start < sentence.span.end)


def _claim(claim: Claim) -> str:
    caveat = "" if claim.caveat is None else f"   ({one_line(claim.caveat, 110)})"
    return f"{claim.kind:<10} {one_line(claim.gist)}{caveat}"
