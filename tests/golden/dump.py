"""What the program makes of an article, written down so that two versions can be compared line by line."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import check, find_dates, find_figures, find_sentences
from factcheck.model import Article, Attribution, Claim, DateValue, Entity, Figure, Flag, Words
from factcheck.splitting import analyse


def dump(article: Article) -> str:
    """Every sentence, attribution, entity, claim, date, figure and flag of the article, one a line, under a heading each."""
    found = analyse(article)
    claims = list(found.claims)
    parts: dict[str, Iterator[str]] = {
        "sentences": (f"{s.start} {article.words(s)!r}" for s in find_sentences(article.text)),
        "attributions": (_attribution(article, each) for each in found.attributions),
        "entities": (_entity(each) for each in found.entities),
        "claims": (_claim(each) for each in claims),
        "dates": (_date(each) for each in find_dates(article.text, article.published)),
        "figures": (_figure(each) for each in find_figures(article.text)),
        "flags": (_flag(each) for each in check(article, claims)),
    }
    return "".join(f"# {name}\n" + "".join(f"{line}\n" for line in lines) + "\n" for name, lines in parts.items())


def _words(words: Words | None) -> str:
    return f"{words.start} {words.text!r}" if words is not None else "-"


def _attribution(article: Article, found: Attribution) -> str:
    speaker = f"{_words(found.speaker)} = {found.speaker.name} ({found.speaker.title})" if found.speaker else "-"
    said = ", ".join(f"{span.start} {article.words(span)!r}" for span in found.content)
    return f"{found.start} {found.mode}: {speaker} | {_words(found.cue)} | {said}"


def _entity(entity: Entity) -> str:
    mentions = ", ".join(f"{mention.start} {mention.how} {mention.text!r}" for mention in entity.mentions)
    said = " | ".join(map(str, (entity.names, entity.titles, entity.gender, entity.ages, entity.party, entity.kin)))
    return f"{entity.id} {entity.kind} {entity.name!r} {said}\n    {mentions}"


def _claim(claim: Claim) -> str:
    speaker = f"{_words(claim.speaker)} = {claim.speaker.name} ({claim.speaker.title})" if claim.speaker else "-"
    value = _date(claim.date) if claim.date else _figure(claim.figure) if claim.figure else ""
    said = ", ".join(f"{s.start}:{s.end}" for s in claim.content)
    first = f"{claim.id} {claim.kind} {claim.start}:{claim.end} {claim.text!r}\n    gist {claim.gist!r}"
    rest = [
        f"{name} {what}"
        for name, what in (
            ("speaker", speaker if claim.speaker else ""),
            ("cue", _words(claim.cue) if claim.cue else ""),
            ("mode", claim.mode),
            ("content", said),
            ("part of", claim.part_of),
            ("entity", claim.entity),
            ("value", value),
            ("reason", claim.reason),
        )
        if what
    ]
    return first + "".join(f"\n    {line}" for line in rest)


def _date(date: DateValue) -> str:
    return (
        f"{_words(date)} {date.value} {date.kind} {date.earliest} {date.latest} {date.mod or '-'} {date.anchor or '-'} {date.basis or '-'}"
    )


def _figure(figure: Figure) -> str:
    return f"{_words(figure)} {figure.value} {figure.high or '-'} {figure.unit} {figure.change}"


def _flag(flag: Flag) -> str:
    places = ", ".join(_words(span) for span in flag.spans)
    return f"{flag.check} {flag.severity} {flag.fingerprint} {flag.message!r} at {places}" + (
        f" -> {flag.suggestion!r}" if flag.suggestion else ""
    )
