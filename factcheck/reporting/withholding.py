"""A case as it may leave the house: confidential sources stand under a number, wherever they were named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from factcheck.model import Case, Contact, Evidence, Source, Waiver
from factcheck.model.source import key_of

M = TypeVar("M", bound=BaseModel)

EVERYBODYS = 5.5
"""How frequent (Zipf, by wordfreq) a word is that everybody uses; such a word is somebody's name only inside a sentence, capitalised."""
_SHORTEST = 3
"""Letters of a name that is looked for in what people wrote."""


def withheld(case: Case, reveal: Iterable[str] = ()) -> Case:
    """The case without what tells who its confidential sources are, but for those to `reveal`, by name or address.

    Of evidence from them, stance and level stay, of talks with them when they were and about which claims. What readers wrote is searched
    for their names, the capitalised words in them and their addresses. The article's own words are as they are.
    """
    shown = {key_of(*((name, None) if "://" in name else (None, name))) for name in reveal}
    hidden = [source for source in case.sources if source.confidential and source.key not in shown]
    return _Hiding(hidden).case(case) if hidden else case


class _Hiding:
    def __init__(self, hidden: Iterable[Source]) -> None:
        self._alias = {source.key: f"confidential source {n}" for n, source in enumerate(hidden, 1)}
        words = {word: alias for source in hidden for word in _telling(source) for alias in (self._alias[source.key],)}
        longest = sorted(words, key=len, reverse=True)
        self._words = {word.casefold(): f"[{alias}]" for word, alias in words.items()}
        self._named = re.compile("|".join(map(_mention, longest)) or r"(?!)", re.IGNORECASE)

    def case(self, case: Case) -> Case:
        claims = []
        for claim in case.claims:
            fields: dict[str, Any] = {
                "reviews": tuple(map(self._kept, claim.reviews)),
                "evidence": tuple(map(self._evidence, claim.evidence)),
            }
            fields |= {"gist": self._text(claim.gist)} if claim.made_by else {}  # otherwise it has the article's words only
            claims.append(self._extras(claim.model_copy(update=fields)))
        lists = {
            "claims": tuple(claims),
            "sources": tuple(map(self._source, case.sources)),
            "dismissals": tuple(map(self._kept, case.dismissals)),
            "waivers": tuple(map(self._waiver, case.waivers)),
            "contacts": tuple(map(self._contact, case.contacts)),
            "corrections": tuple(map(self._kept, case.corrections)),
            "signoffs": tuple(map(self._kept, case.signoffs)),
        }
        return self._extras(case.model_copy(update=lists))

    def _text(self, text: str) -> str:
        return self._named.sub(lambda found: self._words.get(found[0].casefold(), "[confidential source]"), text)

    def _kept(self, entry: M) -> M:
        """An entry with the names in its words hidden; who wrote it stays."""
        values = {name: getattr(entry, name) for name in type(entry).model_fields if name not in ("by", "added_by")}
        texts = {name: self._text(value) for name, value in values.items() if type(value) is str}  # no member of an enumeration
        return self._extras(entry.model_copy(update=texts))

    def _evidence(self, item: Evidence) -> Evidence:
        if item.key in self._alias:
            return Evidence(
                source=self._alias[item.key], stance=item.stance, level=item.level, added_by=item.added_by, added_at=item.added_at
            )
        return self._kept(item)

    def _waiver(self, waiver: Waiver) -> Waiver:
        """A waiver with the names in its reason hidden; the words let pass are the article's own."""
        return self._kept(waiver).model_copy(update={"text": waiver.text})

    def _contact(self, contact: Contact) -> Contact:
        if (alias := self._alias.get(key_of(None, contact.person))) is not None:
            return Contact(person=alias, how=contact.how, at=contact.at, by=contact.by, claims=contact.claims)
        return self._kept(contact)

    def _source(self, source: Source) -> Source:
        if source.key in self._alias:
            return Source(name=self._alias[source.key], confidential=True)
        return self._kept(source)

    def _extras(self, value: M) -> M:
        """The value with the keys that this version does not know searched, too: orphans among them."""
        extra = value.__pydantic_extra__
        return value.model_copy(update={key: self._any(one) for key, one in extra.items()}) if extra else value

    def _any(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, list | tuple):
            return [self._any(one) for one in value]
        if isinstance(value, Mapping):
            names = [value.get(key) for key in ("url", "source", "name")]
            url, name = (names[0], names[1] or names[2]) if all(isinstance(one, str | None) for one in names) else (None, None)
            if (alias := self._alias.get(key_of(url, name))) is not None:
                return {"source": alias, **{key: value[key] for key in ("stance", "level") if key in value}}
            return {key: self._any(one) for key, one in value.items()}
        return value


def _mention(word: str) -> str:
    """A pattern for a word that tells who a source is. One that everybody uses ("the", "will") tells only as a name is written."""
    from wordfreq import zipf_frequency

    if " " in word or zipf_frequency(word, "en") < EVERYBODYS:
        return rf"(?<!\w){re.escape(word)}(?!\w)"
    return rf"(?-i:(?<=[^\s.!?:\"“] ){re.escape(word)}(?!\w))"


def _telling(source: Source) -> list[str]:
    """The words that tell who a source is: its name, the capitalised words in it, its address, and what its page says of itself."""
    name = source.name or ""
    words = [word for word in re.findall(r"\w+", name) if word[:1].isupper()]
    address = source.url or ""
    told = [name, *words, address, address.partition("://")[2], source.address or "", source.archive or "", source.title or ""]
    return [word for word in told if len(word) >= _SHORTEST]
