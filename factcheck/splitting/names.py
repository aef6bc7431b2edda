"""Finds the names of people, bodies and places in an article, and what the article itself says of each: full name, title, gender."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.calendar import MONTH_OF, WEEKDAY_OF
from factcheck.language.given_names import gender_of, is_given
from factcheck.language.honorifics import honorific_gender, is_honorific, is_office
from factcheck.language.lexicon import words
from factcheck.language.places import is_place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from factcheck.splitting.parsed import Sentence

_CONNECTORS = words("name_parts", "particles") | {"of", "&"}
_DAYS_AND_MONTHS = frozenset((*MONTH_OF, *WEEKDAY_OF, "christmas", "easter"))
_MONTHS_AND_NAMES = words("calendar", "months_and_names")
_BEFORE_MONTHS = words("small_words", "before_months")
_PLACE_PREPOSITIONS = frozenset(("in", "at", "near", "across", "outside", "inside", "throughout"))
_SPEAKING = words("verb_frames", "speaking")
"""Verbs whose subjects are people, or bodies that speak through people."""
_MAX_NAME = 9
"""Tokens; a longer run of capitals is a heading."""


@dataclass(frozen=True)
class Known:
    """Somebody or some body that the article names.

    `name` is the fullest name that the article gives, `kind` is `person`, `body`, `place` or `thing`, `title` the first
    title given with the name, `gender` what title or given name tell (`f`, `m` or None).
    """

    name: str
    kind: str
    title: str | None = None
    gender: str | None = None


@dataclass
class Naming:
    """One place where a name stands: tokens `first` to `last` (half-open) of a sentence, code points `start` to `end`.

    `begin` to `finish` are the code points of the name with its title before it and its description behind it.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    words: tuple[str, ...]
    text: str
    begin: int
    finish: int
    title: str | None = None
    courtesy: str | None = None
    votes: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    gender: str | None = None
    known: Known | None = None
    shared: bool = False
    """Whether two people of the article could be meant."""

    @property
    def key(self) -> tuple[str, ...]:
        """The words in one case, so that the same name is the same key."""
        return tuple(w.casefold().replace("’", "'") for w in self.words)

    @property
    def acronym(self) -> str | None:
        """The letters, when the name is made of capitals only."""
        letters = self.text.replace(".", "")
        return letters if len(self.words) == 1 and 2 <= len(letters) <= 8 and letters.isalpha() and letters.isupper() else None


def find_namings(sentences: Sequence[Sentence]) -> list[Naming]:
    """Every place where a name stands, in the order of the text, with what speaks for a person, a body or a place there."""
    found = []
    for number, sentence in enumerate(sentences):
        for first, last in _runs(sentence.doc):
            naming = _naming(number, sentence, first, last)
            if naming is not None:
                found.append(naming)
    return found


def _runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Runs of capitalised proper nouns, with what may stand inside a name ("of", "van", "&", a hyphen)."""
    i, size = 0, len(doc)
    while i < size:
        if not _in_name(doc[i]):
            i += 1
            continue
        j = i + 1
        while j < size:
            if _in_name(doc[j]):
                j += 1
            elif j + 1 < size and _in_name(doc[j + 1]) and _joins(doc, j):
                j += 2
            else:
                break
        yield i, j
        i = j


def _in_name(token: Token) -> bool:
    text = token.text
    return text[0].isupper() and token.pos_ == "PROPN" and not _is_time(token)


def _is_time(token: Token) -> bool:
    """A day or month; "May" and "April" are, unless they stand where a name does ("Theresa May", "April Jones")."""
    word = token.lower_.rstrip(".")
    if word in _MONTHS_AND_NAMES:
        before = token.doc[token.i - 1] if token.i else None
        after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        dated = before is not None and (before.lower_ in _BEFORE_MONTHS or before.text[0].isdigit())
        return dated or (after is not None and after.text[0].isdigit())
    return word in _DAYS_AND_MONTHS


def _joins(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.text in {"-", "‑"}:
        return not token.whitespace_ and not doc[i - 1].whitespace_
    return token.lower_ in _CONNECTORS


def _naming(number: int, sentence: Sentence, first: int, last: int) -> Naming | None:
    doc = sentence.doc
    head = _title_end(doc, first, last)
    if last - head > _MAX_NAME or all(len(doc[i].text) == 1 for i in range(head, last)):
        return None
    words = _words(doc, head, last)
    start, end = sentence.start_of(doc[head]), sentence.end_of(doc[last - 1])
    naming = Naming(
        sentence=number, first=head, last=last, start=start, end=end, words=words, text=doc[head:last].text, begin=start, finish=end
    )
    if (title := _titles(doc, first, naming)) is not None:
        naming.begin = sentence.start_of(title)
    apposed = _apposed(doc, last)
    somewhere = first > 0 and doc[first - 1].lower_ in _PLACE_PREPOSITIONS  # "in Manila, Secretary of State Tom Pell said"
    if apposed is not None and not (somewhere and roles.role_of(_apposed_head(apposed).lemma_)):
        naming.finish = sentence.end_of(apposed[-1])
        if naming.title is None and roles.role_of(_apposed_head(apposed).lemma_):
            naming.title = " ".join(apposed.text.split())
            naming.votes["person"] += 2
    _vote(doc, naming)
    return naming


def _words(doc: Doc, first: int, last: int) -> tuple[str, ...]:
    """The words of a name, the parts of a hyphened one apart ("Jong-un" and "Jong Un" are one)."""
    return tuple(w for t in doc[first:last] for w in t.text.replace("‑", "-").split("-") if w)


def _is_title(word: str) -> bool:
    return is_honorific(word) or roles.role_of(word) or roles.role_of(word.removesuffix("s"))


def _title_end(doc: Doc, first: int, last: int) -> int:
    """Where the name begins in a run of capitals: after its last title word ("US Secretary of State | Mike Pompeo")."""
    person = next((i for i in range(first, last - 1) if is_given(doc[i].text)), None)
    start = first + _after_of_the(doc, first, last)
    for i in range(start, last - 1):
        word = doc[i].lower_
        if not _is_title(word) or (gender_of(word) and person is not None and person <= i):
            continue
        start = i + 1
        if doc[start].lower_ == "of":
            if start + 2 >= last:
                return first  # "Star of Hope": nothing is left to bear a title
            start += 2
            if person is not None and start <= person < last:
                start = person
    if start < last - 1 and doc[start].lower_ in _CONNECTORS and doc[start].lower_ in {"of", "&"}:
        return first
    if person is not None and start < person < last and start > first:
        start = person
    return start


def _after_of_the(doc: Doc, first: int, last: int) -> int:
    """1 when the run begins with the end of a title: "Speaker of the | House | Newt Gingrich"."""
    if first < 3 or last - first < 2 or doc[first].lower_ not in roles.DEPARTMENTS:
        return 0
    of = first - 2 if doc[first - 1].lower_ == "the" else first - 1
    return int(doc[of].lower_ == "of" and roles.role_of(doc[of - 1].lemma_))


def _titles(doc: Doc, run: int, naming: Naming) -> Token | None:
    """Reads title and courtesy title off the words before the name; gives the first word of what belongs to it there."""
    begin = _noun_phrase_start(doc, run)
    before = [doc[i] for i in range(begin, naming.first)]
    while before and (_is_time(before[0]) or not before[0].text[0].isalnum()):
        before.pop(0)
    if not before:
        return None
    last = before[-1]
    if is_honorific(last.text):
        naming.courtesy = last.lower_
        naming.gender = honorific_gender(last.text)
    courtesy = last if naming.courtesy else None
    end = naming.first - (1 if naming.courtesy and len(before) > 1 and not is_office(naming.courtesy) else 0)
    held = [t for t in before if t.i < end]
    named_role = next((t for t in reversed(held) if t.pos_ in {"NOUN", "PROPN"} and _is_title(t.lemma_.lower())), None)
    if named_role is None or held[-1].lower_ in {"of", "the"}:  # "the governor of Ostrel" is no title of Ostrel's
        return courtesy
    of = next((i for i in reversed(range(before.index(named_role))) if before[i].lower_ == "of"), None)
    if of is not None and not roles.role_of(before[of - 1].lemma_):  # "the candidacy of | opposition leader Ilona Vetrov"
        del before[: of + 1 + (before[of + 1].lower_ == "the")]
    direct = named_role is held[-1] or any(t.lower_ == "of" for t in before[before.index(named_role) :])
    if not direct:
        return courtesy
    naming.gender = naming.gender or roles.role_gender(named_role.lemma_)
    naming.votes["person"] += 3 if named_role.pos_ != "PROPN" or named_role is held[-1] or last.lower_ in roles.DEPARTMENTS else 2
    if naming.courtesy is None or len(before) > 1 or is_office(naming.courtesy):
        naming.title = " ".join(doc[before[0].i : end].text.split()) if named_role.lemma_.lower() not in roles.KIN else None
    return before[0]


def _apposed(doc: Doc, at: int) -> Span | None:
    """What stands behind a name and says who or what it is, an age between commas skipped: "Rob Ellison, 52, an acoustician at Kesh,"."""
    end = len(doc)
    if at + 2 < end and doc[at].text in {",", "("} and doc[at + 1].text.isdigit():
        at += 2 + (at + 3 < end and doc[at + 2].text == ")" and doc[at + 3].text == ",")
    if at + 1 >= end or doc[at].text != ",":
        return None
    start = at + 1 + (doc[at + 1].pos_ == "DET")
    stop = next((i for i in range(start, min(end, start + 12)) if doc[i].text in {",", "who", "."} or doc[i].pos_ in {"VERB", "AUX"}), None)
    if stop is None or stop == start:
        return None
    apposed = doc[start:stop]
    head = _apposed_head(apposed)
    plain = all(t.pos_ in {"NOUN", "PROPN", "ADJ", "PUNCT", "PART"} for t in doc[start : head.i + 1])
    says = (roles.role_of(head.lemma_) and head.lemma_.lower() not in roles.KIN) or (head.pos_ == "NOUN" and roles.body_of(head.lemma_))
    return apposed if plain and says else None


def _apposed_head(apposed: Span) -> Token:
    """The noun of an apposition that says what somebody is: the last one before a preposition or a genitive."""
    stops = (t.i for t in apposed[1:] if t.pos_ in {"ADP", "PRON", "PART"})
    return apposed.doc[next(stops, apposed.end) - 1]


def _noun_phrase_start(doc: Doc, run: int) -> int:
    """Where the noun phrase before a name begins: back over nouns, adjectives, "of" and genitives, to a determiner or a stop."""
    i = run
    while i > 0 and run - i < 12:
        token = doc[i - 1]
        of_the = token.lower_ == "the" and i > 1 and doc[i - 2].lower_ == "of"
        inside = token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} or token.lower_ in {"of", "ex"} or token.tag_ in {"HYPH", "POS"} or of_the
        if not inside or token.is_quote or _is_time(token):
            break
        i -= 1
    while i < run and (doc[i].lower_ == "of" or doc[i].tag_ in {"HYPH", "POS"}):
        i += 1
    return i


def _vote(doc: Doc, naming: Naming) -> None:
    """Adds up what speaks for a person, a body or a place; a name is what most of its places in the article say."""
    votes = naming.votes
    before = doc[naming.first - 1].lower_ if naming.first else ""
    votes["person"] += 2 * bool(naming.courtesy)
    votes["place"] += 2 * (before in _PLACE_PREPOSITIONS) + 2 * is_place(naming.text)
    last, given = naming.words[-1].casefold(), gender_of(naming.words[0])
    head = doc[naming.last - 1]
    if head.dep_ == "nsubj" and head.head.lemma_ in _SPEAKING and before != "the" and last not in roles.BODY_ENDINGS and not naming.acronym:
        votes["person"] += 1 if len(naming.words) == 1 else 2
    if 1 < len(naming.words) < 5 and any(len(w.rstrip(".")) == 1 for w in naming.words[1:-1]):
        votes["person"] += 3
    if len(naming.words) > 1 and last in roles.BODY_ENDINGS:
        votes["body"] += 6
    if len(naming.words) > 1 and is_given(naming.words[0]) and last not in roles.BODY_ENDINGS:
        votes["person"] += 3
        naming.gender = naming.gender or given
    if any(w in {"of", "&"} for w in naming.words):
        votes["body"] += 5
    if naming.acronym:
        votes["body"] += 3
    after = doc[naming.last : naming.last + 4]
    if (
        len(after) > 2
        and after[0].text in {",", "("}
        and after[1].text.isdigit()
        and len(after[1].text) < 4
        and after[2].text in {",", ")", "."}
    ):
        votes["person"] += 3
    if any(t.lower_ in {"who", "whose"} for t in after[:2]):
        votes["person"] += 2
    if before == "the" and len(naming.words) > 1:
        votes["body"] += 2
