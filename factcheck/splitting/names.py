"""Finds the names of people, bodies and places in an article, and what the article itself says of each: full name, title, gender."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.splitting import roles
from factcheck.splitting.given_names import gender_of
from factcheck.splitting.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from factcheck.splitting.parsed import Sentence

_CONNECTORS = words("of & de van von bin al del della la der den du dos da le el st")
_SUFFIXES = words("jr jr. sr sr. ii iii iv")
_TIMES = frozenset({"DATE", "TIME"})
_MAX_NAME = 9
"""Tokens; a longer run of capitals is a heading."""


@dataclass(frozen=True)
class Known:
    """Somebody or some body that the article names.

    `name` is the fullest name that the article gives, `kind` is `person`, `body`, `place` or `thing`, `title` the first
    title given with the name, `long` the long form of an acronym, when the letters fit.
    """

    name: str
    kind: str
    title: str | None = None
    gender: str | None = None


@dataclass
class Naming:
    """One place where a name stands: tokens `first` to `last` (half-open) of a sentence, code points `start` to `end`."""

    sentence: int
    first: int
    last: int
    start: int
    end: int
    words: tuple[str, ...]
    text: str
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
    if not text[0].isupper() or token.ent_type_ in _TIMES or token.pos_ not in {"PROPN", "NOUN", "ADJ"}:
        return False
    return token.pos_ == "PROPN" or (token.ent_type_ in {"PERSON", "ORG"} and text[1:2].islower())


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
    naming = Naming(
        sentence=number,
        first=head,
        last=last,
        start=sentence.start_of(doc[head]),
        end=sentence.end_of(doc[last - 1]),
        words=words,
        text=doc[head:last].text,
    )
    _titles(doc, first, naming)
    if naming.title is None:
        naming.title = _apposed_title(doc, last)
        naming.votes["person"] += 2 * (naming.title is not None)
    _vote(doc, naming)
    return naming


def _words(doc: Doc, first: int, last: int) -> tuple[str, ...]:
    """The words of a name, the parts of a hyphened one apart ("Jong-un" and "Jong Un" are one)."""
    return tuple(w for t in doc[first:last] for w in t.text.replace("‑", "-").split("-") if w)


def _is_title(word: str) -> bool:
    return word in roles.COURTESY or roles.role_of(word)


def _title_end(doc: Doc, first: int, last: int) -> int:
    """Where the name begins in a run of capitals: after its last title word ("US Secretary of State | Mike Pompeo")."""
    person = next((i for i in range(first, last) if doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ == "B"), None)
    start = first + _after_of_the(doc, first, last)
    for i in range(start, last - 1):
        word = doc[i].lower_
        if not _is_title(word) or (gender_of(word) and person is not None and person <= i):
            continue
        start = i + 1
        if doc[start].lower_ == "of":
            start = min(start + 2, last - 1)
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


def _titles(doc: Doc, run: int, naming: Naming) -> None:
    """Reads title and courtesy title off the words before the name."""
    begin = _noun_phrase_start(doc, run)
    before = [doc[i] for i in range(begin, naming.first)]
    while before and (before[0].ent_type_ in _TIMES or not before[0].text[0].isalnum()):
        before.pop(0)
    if not before:
        return
    last = before[-1]
    if last.lower_ in roles.COURTESY:
        naming.courtesy = last.lower_
        naming.gender = "f" if last.lower_ in roles.COURTESY_F else "m" if last.lower_ in roles.COURTESY_M else None
    named_role = next((t for t in reversed(before) if t.pos_ in {"NOUN", "PROPN"} and _is_title(t.lemma_.lower())), None)
    if named_role is None:
        return
    direct = named_role is last or any(t.lower_ == "of" for t in before[before.index(named_role) :])
    if not direct:
        return
    naming.gender = naming.gender or roles.role_gender(named_role.lemma_)
    naming.votes["person"] += 3 if named_role.pos_ != "PROPN" or named_role is last or last.lower_ in roles.DEPARTMENTS else 2
    if naming.courtesy is None or len(before) > 1 or naming.courtesy in roles.OFFICES:
        end = naming.first - (1 if naming.courtesy and len(before) > 1 and naming.courtesy not in roles.OFFICES else 0)
        held = named_role.i < end and named_role.lemma_.lower() not in roles.KIN
        naming.title = " ".join(doc[before[0].i : end].text.split()) if held else None


def _apposed_title(doc: Doc, at: int) -> str | None:
    """The title in an apposition after a name, an age between commas skipped: "Rob Ellison, 52, an acoustician at Kesh," ."""
    end = len(doc)
    if at + 2 < end and doc[at].text in {",", "("} and doc[at + 1].text.isdigit():
        at += 2 + (at + 3 < end and doc[at + 2].text == ")" and doc[at + 3].text == ",")
    if at + 1 >= end or doc[at].text != ",":
        return None
    start = at + 1 + (doc[at + 1].pos_ == "DET")
    stop = next((i for i in range(start, min(end, start + 12)) if doc[i].text in {",", "who", "."} or doc[i].pos_ in {"VERB", "AUX"}), None)
    if stop is None or stop == start:
        return None
    head = next((i for i in range(start, stop) if i + 1 == stop or doc[i + 1].pos_ in {"ADP", "PRON", "PART"}), stop - 1)
    plain = all(t.pos_ in {"NOUN", "PROPN", "ADJ", "PUNCT", "PART"} for t in doc[start : head + 1])
    return (
        " ".join(doc[start:stop].text.split())
        if plain and roles.role_of(doc[head].lemma_) and doc[head].lemma_.lower() not in roles.KIN
        else None
    )


def _noun_phrase_start(doc: Doc, run: int) -> int:
    """Where the noun phrase before a name begins: back over nouns, adjectives, "of" and genitives, to a determiner or a stop."""
    i = run
    while i > 0 and run - i < 12:
        token = doc[i - 1]
        of_the = token.lower_ == "the" and i > 1 and doc[i - 2].lower_ == "of"
        inside = token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} or token.lower_ in {"of", "ex"} or token.tag_ in {"HYPH", "POS"} or of_the
        if not inside or token.is_quote or token.ent_type_ in _TIMES:
            break
        i -= 1
    while i < run and (doc[i].lower_ == "of" or doc[i].tag_ in {"HYPH", "POS"}):
        i += 1
    return i


def _vote(doc: Doc, naming: Naming) -> None:
    """Adds up what speaks for a person, a body or a place; a name is what most of its places in the article say."""
    votes = naming.votes
    labels = [doc[i].ent_type_ for i in range(naming.first, naming.last)]
    votes["person"] += 2 * (labels[-1] == "PERSON") + 2 * bool(naming.courtesy)
    votes["body"] += 2 * (labels[-1] == "ORG")
    votes["place"] += 2 * (labels[-1] in {"GPE", "LOC"})
    votes["thing"] += 2 * (labels[-1] in {"NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
    last, given = naming.words[-1].casefold(), gender_of(naming.words[0])
    if len(naming.words) > 1 and last in roles.BODY_ENDINGS:
        votes["body"] += 6
    if len(naming.words) > 1 and given and last not in roles.BODY_ENDINGS:
        votes["person"] += 2
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
    if naming.first and doc[naming.first - 1].lower_ == "the" and len(naming.words) > 1:
        votes["body"] += 2


def kinds_of(namings: Iterable[Naming]) -> dict[tuple[str, ...], str]:
    """What each name is, by all its places together: `person`, `body`, `place` or `thing`."""
    totals: dict[tuple[str, ...], dict[str, int]] = {}
    for naming in namings:
        total = totals.setdefault(naming.key, defaultdict(int))
        for kind, votes in naming.votes.items():
            total[kind] += votes
    order = ("person", "body", "place", "thing")
    return {key: max(order, key=lambda k: (total[k], k == "person")) if any(total.values()) else "thing" for key, total in totals.items()}


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's name without its suffix and, between first and last, without initials."""
    words = tuple(w for w in words if w.casefold() not in _SUFFIXES)
    return tuple(w for i, w in enumerate(words) if i in (0, len(words) - 1) or len(w.rstrip(".")) > 1)


def _same_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words may call the person of that full name: its beginning, its end, or the same without a middle name."""
    short, full = _folded(_bare(short)), _folded(_bare(full))
    if not short or len(short) > len(full):
        return False
    return full[: len(short)] == short or full[-len(short) :] == short or (len(short) == 2 and (full[0], full[-1]) == short)


def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w.casefold().strip(".").replace("’", "'") for w in words)


def _suffix(words: tuple[str, ...]) -> str | None:
    return next((w.casefold().strip(".") for w in words if w.casefold() in _SUFFIXES), None)


def tie_names(namings: list[Naming]) -> None:
    """Gives each naming the one that it names; a name that two could bear is left without."""
    kinds = kinds_of(namings)
    people = [n for n in namings if kinds[n.key] == "person"]
    _tie_people(people, [n for n in namings if kinds[n.key] != "person" and len(n.words) < 3 and n.votes["body"] < 3])
    rest = [n for n in namings if n.known is None and not n.shared and kinds[n.key] != "person"]
    _tie_bodies(rest, kinds)


def _tie_people(people: list[Naming], doubtful: list[Naming]) -> None:
    bearers: dict[str, list[tuple[Naming, Known]]] = defaultdict(list)
    for full, namings in _full_names(people):
        known = _facts(full, namings)
        words = _folded(_bare(full.words))
        for word in dict.fromkeys((words[0], words[-1], *words)):
            bearers[word].append((full, known))
    for naming in [*people, *doubtful]:
        first = _folded(_bare(naming.words) or naming.words)[0]
        fitting = [k for full, k in bearers.get(first, ()) if _same_person(naming.words, full.words) and _suffix_fits(naming, full)]
        if naming.gender and len(fitting) > 1:
            fitting = [k for k in fitting if k.gender in (None, naming.gender)]
        naming.shared = len(fitting) > 1
        if len(fitting) == 1:
            naming.known = fitting[0]


def _suffix_fits(naming: Naming, full: Naming) -> bool:
    """ "Smith Jr." is nobody but a Smith Jr.; a plain "Donald Trump" is not the junior."""
    return _suffix(naming.words) == _suffix(full.words) or (len(naming.words) == 1)


def _full_names(people: list[Naming]) -> list[tuple[Naming, list[Naming]]]:
    """The fullest naming of each person, with every naming that says the same in full; single names only where no full one fits."""
    groups: list[tuple[Naming, list[Naming]]] = []
    index: dict[tuple[str, str, str | None], int] = {}
    for naming in people:
        if len(_bare(naming.words)) < 2:
            continue
        bare = _folded(_bare(naming.words))
        key = (bare[0], bare[-1], _suffix(naming.words))
        if key in index:
            best, members = groups[index[key]]
            members.append(naming)
            if len(naming.words) > len(best.words):
                groups[index[key]] = (naming, members)
        else:
            index[key] = len(groups)
            groups.append((naming, [naming]))
    ends = {w for naming, _ in groups for w in _folded(_bare(naming.words))}
    singles: dict[str, tuple[Naming, list[Naming]]] = {}
    for naming in people:
        word = _folded(naming.words)[0]
        if len(_bare(naming.words)) == 1 and word not in ends:
            singles.setdefault(word, (naming, []))[1].append(naming)
    return groups + list(singles.values())


def _facts(best: Naming, namings: list[Naming]) -> Known:
    genders = [n.gender for n in namings if n.gender]
    gender = genders[0] if genders and len(set(genders)) == 1 else None
    return Known(name=" ".join(best.text.split()), kind="person", title=next((n.title for n in namings if n.title), None), gender=gender)


def _tie_bodies(rest: list[Naming], kinds: dict[tuple[str, ...], str]) -> None:
    """Ties acronyms to the long form whose letters fit, and short names to the one longer name that begins with them."""
    longer = list({n.key: n for n in rest if len(n.words) > 1 and kinds[n.key] == "body"}.values())
    by_letters: dict[str, list[Naming]] = defaultdict(list)
    by_start: dict[str, list[Naming]] = defaultdict(list)
    for naming in longer:
        for letters in initials(naming.words):
            by_letters[letters].append(naming)
        if naming.key[-1] not in roles.LOCAL_ENDINGS:
            by_start[naming.key[0]].append(naming)
    for naming in rest:
        kind = kinds[naming.key]
        bearers = by_letters.get(naming.acronym or "", []) if kind != "place" else []
        if not bearers and kind in {"body", "thing"} and len(naming.words) == 1 and not _says_little(naming.key[0]):
            bearers = by_start.get(naming.key[0], [])
        own = Known(name=" ".join(naming.text.split()), kind=kind)
        naming.known = replace(own, name=" ".join(bearers[0].text.split()), kind="body") if len(bearers) == 1 else own


def _says_little(word: str) -> bool:
    """Whether the word begins or makes up the names of many bodies: "Senate" is not the Senate Armed Services Committee."""
    return word in roles.BODY_ENDINGS or word in roles.BODIES or word in roles.DEPARTMENTS or roles.role_of(word)


def initials(words: tuple[str, ...]) -> set[str]:
    """The acronyms that the letters of a long form make: of its capitalised words, and with its small words."""
    capitals = "".join(w[0] for w in words if w[0].isupper())
    return {capitals, "".join(w[0].upper() for w in words)} - {""}
