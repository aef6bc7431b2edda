"""Words of the article said again in a gist: a clause, a noun phrase, what is somebody's; each with the capital that its place asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from factcheck.language.inflection import genitive
from factcheck.language.lexicon import meanings, words
from factcheck.model import How, Span, Speaker

if TYPE_CHECKING:
    from factcheck.splitting.mentions import Mention
    from factcheck.splitting.people import Cast
    from factcheck.splitting.tree import Token

_DETERMINERS = words("small_words", "determiners")
_NUMBERS = words("numbers", "small") | meanings("numbers", "tens").keys()
_NO_OWNERS = words("small_words", "after_her")
_OPENING = frozenset("“\"‘'")
"""What follows "her" where it is nobody's."""


def clause_again(text: str, span: Span, cast: Cast, speaker: Speaker | None) -> str:
    """A clause of the article with people's whole names, and whom or what a pronoun or "the firm" means, unless clause or speaker tell."""
    parts, at = list[str](), span.start
    said = f"{text[span.start : span.end]} {speaker.name or '' if speaker is not None else ''}".casefold()
    for start, end, meant in sorted(_told(text, span, cast, said)):
        if start >= at:
            parts += [text[at:start], meant]
            at = end
    return "".join([*parts, text[at : span.end]])


def _told(text: str, span: Span, cast: Cast, said: str) -> Iterator[tuple[int, int, str]]:
    """Where words stand in a clause that leave open whom or what they mean, and what tells it."""
    for mention in cast.within(span.start, span.end):
        if (meant := _meant(mention, text, said)) is not None:
            yield mention.start, mention.end, meant
            said = f"{said} {meant.casefold()}"
    for definite in cast.definites(span.start, span.end):
        if definite.known is not None:
            yield definite.start, definite.end, definite.after
        elif (added := f"{definite.before} {definite.after}".casefold().split()) and not any(word in said for word in added):
            words = (text[definite.start : definite.head], f"{definite.before} ".lstrip(), text[definite.head : definite.end])
            yield definite.start, definite.end, "".join(words) + f" {definite.after}".rstrip()


def named_again(text: str, span: Span, cast: Cast, quoted_at: Callable[[int], bool]) -> str:
    """Words of the article with whole names, also for the pronouns of those who are named; what is quoted stays as it is."""
    parts, at, said = list[str](), span.start, text[span.start : span.end].casefold()
    for mention in cast.within(span.start, span.end):
        known = mention.known is not None and not quoted_at(mention.start)
        if known and mention.start >= at and (meant := _meant(mention, text, said)) is not None:
            parts += [text[at : mention.start], meant]
            at, said = mention.end, f"{said} {meant.casefold()}"
    return "".join([*parts, text[at : span.end]])


def _meant(mention: Mention, text: str, said: str) -> str | None:
    """A person's whole name, or what a pronoun means that nothing `said` tells; else None."""
    if mention.how is How.NAME and mention.person is not None and mention.known is not None:
        return mention.known.name
    if mention.how is not How.PRONOUN or mention.gloss is None or mention.gloss.split()[-1].casefold() in said:
        return None
    return genitive(mention.gloss) if owns(mention, text) else mention.gloss


def owns(mention: Mention, text: str) -> bool:
    """Whether something is said to be theirs: "her claim", not "accused her of it"."""
    following = text[mention.end : mention.end + 12].split(maxsplit=1)
    if not mention.possessive or not following or following[0].lower().strip(".,;:!?") in _NO_OWNERS:
        return False
    titled = following[0][0] in _OPENING and text[mention.start] == "H"  # 'Her "Hero" was sung'
    return titled or following[0][0].isalnum()


def mid_sentence(clause: str, first: Token) -> str:
    """A clause from the beginning of a sentence, of which `first` is the first word, as it stands inside one."""
    plain = first.part not in {"proper noun", "other"} and first.text != "I" and clause.startswith(first.text)
    acronym = len(first.text) > 1 and first.text[:2].isupper()
    return clause[0].lower() + clause[1:] if plain and not acronym else clause


def within(subject: str) -> str:
    """A noun phrase from the beginning of a sentence as it stands inside one: "the house"."""
    first = subject.split(maxsplit=1)[0] if subject else ""
    return subject[0].lower() + subject[1:] if first.lower() in _DETERMINERS | _NUMBERS else subject


def capitalised(gist: str) -> str:
    """With a capital at its beginning, as a sentence has; a name with capitals of its own ("iPhone", "al-Azhar") stays as it is."""
    at = 1 if gist.startswith("[") else 0
    first = gist[at:].split(maxsplit=1)[:1]
    plain = first != [] and first[0][0].isalpha() and first[0] == first[0].lower() and len(first[0][0].upper()) == 1
    return gist[:at] + gist[at].upper() + gist[at + 1 :] if plain else gist
