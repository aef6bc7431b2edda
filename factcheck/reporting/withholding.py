"""A case as it may leave the house: confidential sources stand under a number, wherever they were named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from factcheck.language.calendar import MONTH_OF, WEEKDAY_OF
from factcheck.language.frequency import zipf
from factcheck.language.lexicon import words as words_of
from factcheck.model import (
    Article,
    BlockRole,
    Case,
    Contact,
    Entity,
    Evidence,
    Flag,
    Former,
    Note,
    Quotation,
    Removal,
    Review,
    Source,
    Waiver,
)
from factcheck.model.changes import LISTS
from factcheck.model.source import key_of
from factcheck.reporting.places import without_folders

M = TypeVar("M", bound=BaseModel)
E = TypeVar("E", bound=Evidence)
OnWords = TypeVar("OnWords", Removal, Waiver)

EVERYBODYS = 5.5
"""How frequent a word is that everybody uses (Zipf); such a word is somebody's name only inside a sentence, capitalised."""
_WHO = frozenset({"by", "added_by", "stance_by", "ended_by"})
"""Fields that say who wrote something; they stay."""
_TOLD = frozenset({"stance", "level", "added_at", "ended_at", "changed"}) | _WHO
"""What is told of evidence from a confidential source."""
_NAMES_NOBODY = words_of("citations", "ways") | WEEKDAY_OF.keys() | (MONTH_OF.keys() - {"may", "april", "june", "august"})
"""Words of a talk's name ("Call with Jane Roe, 4 November") by which nobody is known."""
_COVER = "█"
_SHORTEST = 3
"""Letters of a name that is looked for in what people wrote."""


def hidden_sources(case: Case, reveal: Iterable[str] = ()) -> list[Source]:
    """The confidential sources of a case, but for those to `reveal`, by name or address."""
    shown = revealed_keys(reveal)
    return [source for source in case.sources if source.confidential and source.key not in shown]


def revealed_keys(reveal: Iterable[str]) -> frozenset[str]:
    """By what the confidential sources to `reveal`, by name or address, are known in a case."""
    return frozenset(key_of(*((name, None) if "://" in name else (None, name))) for name in reveal)


def withheld(case: Case, reveal: Iterable[str] = ()) -> Case:
    """The case without what tells who its confidential sources are, but for those to `reveal`, by name or address.

    Of evidence from them, stance and level stay, of talks with them when they were and about which claims. What readers wrote is searched
    for their names, the capitalised words in them and their addresses. The article's own words are as they are, but for the writer's notes
    on it.
    """
    hidden = hidden_sources(case, reveal)
    return Hiding(hidden).case(case) if hidden else case


def leaving(case: Case, reveal: Iterable[str] = ()) -> Case:
    """The case as it leaves the house: `withheld`, and without the folders of this machine."""
    return without_folders(withheld(case, reveal))


def tells_of_confidential(case: Case, text: str) -> bool:
    """Whether a text names a confidential source of the case, or a word of one's name, so that it may not leave the house."""
    hidden = hidden_sources(case)
    return bool(hidden) and Hiding(hidden).finds(text)


class Hiding:
    """Hides sources wherever they are named; each stands under the same number in whatever is given to it."""

    def __init__(self, hidden: Iterable[Source]) -> None:
        self._alias = {source.key: f"confidential source {n}" for n, source in enumerate(hidden, 1)}
        words = {word: alias for source in hidden for word in _telling(source) for alias in (self._alias[source.key],)}
        longest = sorted(words, key=len, reverse=True)
        self._words = {word.casefold(): f"[{alias}]" for word, alias in words.items()}
        self._quotes: frozenset[str | None] = frozenset()
        self._named = re.compile("|".join(map(_mention, longest)) or r"(?!)", re.IGNORECASE)

    def case(self, case: Case) -> Case:
        """A case with the sources hidden."""
        self._quotes = frozenset(item.quote for claim in case.claims for item in claim.evidence)
        claims = []
        for claim in case.claims:
            fields: dict[str, Any] = {
                "reviews": self._reviews(claim.reviews),
                "evidence": tuple(map(self._evidence, claim.evidence)),
                "former": tuple(map(self._evidence, claim.former)),
            }
            fields |= {"gist": self._text(claim.gist)} if claim.made_by else {}  # otherwise it has the article's words only
            claims.append(self._extras(claim.model_copy(update=fields)))
        lists = {"article": self._article(case.article), "claims": tuple(claims)}
        for key in ("sources", *(name for name in LISTS if name != "ties")):  # whom the article's words mean stays
            lists[key] = tuple(map(self.entry, getattr(case, key)))
        made = self._extras(case.model_copy(update=lists))
        if case.signed is not None and made.signed is None:  # what was signed off is the article with its notes uncovered
            last = made.signoffs[-1].model_copy(update={"seal": made.seal})
            made = made.model_copy(update={"signoffs": (*made.signoffs[:-1], last)})
        return made

    def entry(self, entry: M) -> M:
        """An entry of a list of a case, or a piece of evidence, with the sources hidden; what is of the article is as it is."""
        if isinstance(entry, Entity | Flag):
            return entry
        ways: dict[type, Callable[[Any], Any]] = {
            Evidence: self._evidence, Former: self._evidence, Source: self._source, Contact: self._contact, Note: self._note,
            Waiver: self._on_words, Removal: self._on_words,
        }  # fmt: skip
        hidden: M = ways.get(type(entry), self._kept)(entry)
        return hidden

    def _article(self, article: Article) -> Article:
        """The article with the names in the writer's notes covered, sign by sign, so that every place in it stays what it is.

        Its hash is that of the covered words: the hash of the others would tell whoever tries names which one it is.
        """
        text = article.text
        for block in article.blocks_of(BlockRole.NOTE):
            covered = self._named.sub(lambda found: _COVER * len(found[0]), article.words(block))
            text = f"{text[: block.start]}{covered}{text[block.end :]}"
        made = article.model_copy(update={"text": text})
        made.__dict__.pop("sha256", None)  # which a copy takes along
        return made

    def finds(self, text: str) -> bool:
        """Whether a text has a name that is to be hidden."""
        return self._named.search(text) is not None

    def _text(self, text: str) -> str:
        return self._named.sub(lambda found: self._words.get(found[0].casefold(), "[confidential source]"), text)

    def _kept(self, entry: M) -> M:
        """An entry with the names in its words hidden; who wrote it stays."""
        values = {name: getattr(entry, name) for name in type(entry).model_fields if name not in _WHO}
        texts = {name: self._text(value) for name, value in values.items() if type(value) is str}  # no member of an enumeration
        return self._extras(entry.model_copy(update=texts))

    def _reviews(self, reviews: Sequence[Review]) -> tuple[Review, ...]:
        """A claim's history with the names in it hidden; what is on an entry stays on it, under what that is called by its words now."""
        kept = [self._kept(review) for review in reviews]
        if not any(review.on for review in reviews):
            return tuple(kept)
        refs = {old.ref: new.ref for old, new in zip(reviews, kept, strict=True)}
        return tuple(
            new.model_copy(update={"on": refs.get(old.on, old.on)}) if old.on else new for old, new in zip(reviews, kept, strict=True)
        )

    def _evidence(self, item: E) -> E:
        if item.key in self._alias:
            told = {name: getattr(item, name) for name in type(item).model_fields if name in _TOLD}
            return type(item)(source=self._alias[item.key], **told)
        return self._kept(item)

    def _on_words(self, entry: OnWords) -> OnWords:
        """An entry on words of the article with the names in it hidden; those words are as they are."""
        return self._kept(entry).model_copy(update={"text": entry.text})

    def _contact(self, contact: Contact) -> Contact:
        if (alias := self._alias.get(key_of(None, contact.person))) is not None:
            return Contact(person=alias, how=contact.how, at=contact.at, by=contact.by, claims=contact.claims)
        return self._kept(contact)

    def _note(self, note: Note) -> Note:
        """A note with the names in its text hidden; what it answers stays."""
        return self._kept(note).model_copy(update={"id": note.id, "reply_to": note.reply_to})

    def _source(self, source: Source) -> Source:
        if source.key in self._alias:
            return Source(name=self._alias[source.key], confidential=source.confidential)
        return self._kept(source).model_copy(update={"quotations": tuple(map(self._quotation, source.quotations))})

    def _quotation(self, found: Quotation) -> Quotation:
        """What a source says with the names in it hidden; the words looked for are the article's own, or as the evidence has them now."""
        told = self._kept(found)
        quote = told.quote if found.quote in self._quotes else found.quote
        return told.model_copy(update={"quote": quote, "remarks": tuple(map(self._text, found.remarks))})

    def _extras(self, value: M) -> M:
        """The value with the keys that this version does not know searched, too: orphans among them."""
        extra = value.__pydantic_extra__
        return value.model_copy(update={key: self.anything(one) for key, one in extra.items()}) if extra else value

    def anything(self, value: Any) -> Any:
        """A value that nothing is known of, with the sources hidden in its words."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, list | tuple):
            return [self.anything(one) for one in value]
        if isinstance(value, Mapping):
            names = [value.get(key) for key in ("url", "source", "name")]
            url, name = (names[0], names[1] or names[2]) if all(isinstance(one, str | None) for one in names) else (None, None)
            if (alias := self._alias.get(key_of(url, name))) is not None:
                return {"source": alias, **{key: value[key] for key in ("stance", "level") if key in value}}
            return {key: self.anything(one) for key, one in value.items()}
        return value


def _mention(word: str) -> str:
    """A pattern for a word that tells who a source is. One that everybody uses ("the", "will") tells only as a name is written."""
    if " " in word or zipf(word) < EVERYBODYS:
        return rf"(?<!\w){re.escape(word)}(?!\w)"
    return rf"(?-i:(?<=[^\s.!?:\"“] ){re.escape(word)}(?!\w))"


def _telling(source: Source) -> list[str]:
    """The words that tell who a source is: its name, the capitalised words in it, its address, and what its page says of itself."""
    name = source.name or ""
    words = [word for word in re.findall(r"\w+", name) if word[:1].isupper() and word.casefold() not in _NAMES_NOBODY]
    address = source.url or ""
    told = [name, *words, address, address.partition("://")[2], source.address or "", source.archive or "", source.title or ""]
    return [word for word in told if len(word) >= _SHORTEST]
