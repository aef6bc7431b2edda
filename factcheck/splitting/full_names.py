"""Which full name each short one stands for: surnames, given names, acronyms, and the names that two could bear."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from unicodedata import combining, normalize

from factcheck.language import roles
from factcheck.language.lexicon import meanings, words
from factcheck.language.places import country_of, is_place
from factcheck.model import EntityKind, Gender
from factcheck.splitting.names import Known, Naming
from factcheck.splitting.votes import NO_PERSON

_COUNTRIES = words("places", "letters")
_FIELDS = words("name_parts", "fields")
_REGIONS = words("regions", "counties") | meanings("regions", "states").keys()
_STATES = frozenset(tuple(name.casefold().split()) for name in _REGIONS)
"""States and counties by the words of their names: "the leader of Cruz's South Carolina" is no man."""
NAME_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
"""What stands behind the name of one of several in a family, in small letters and without its stop."""


def kinds_of(namings: Sequence[Naming]) -> dict[tuple[str, ...], EntityKind]:
    """What each name is, by all its places together; of kinds with as many votes the first, and a thing where there are none."""
    totals: dict[tuple[str, ...], dict[EntityKind, int]] = {}
    for naming in namings:
        total = totals.setdefault(naming.key, defaultdict(int))
        for kind, votes in naming.votes.items():
            total[kind] += votes
    kinds = {key: max(EntityKind, key=total.__getitem__) if any(total.values()) else EntityKind.THING for key, total in totals.items()}
    called = {naming.key for naming in namings if naming.courtesy or naming.title or naming.gender}
    starts = {key[0] for key, kind in kinds.items() if kind is EntityKind.BODY and len(key) > 1 and key[-1] not in roles.LOCAL_ENDINGS}
    people = (key for key, kind in kinds.items() if kind is EntityKind.PERSON and len(key) == 1)
    alone = [key for key in people if key[0] in starts and key not in called]
    short = {key: EntityKind.PLACE if totals[key][EntityKind.PLACE] else EntityKind.BODY for key in alone}
    nothing = {key for key in kinds if not totals[key][EntityKind.THING]}
    calls = {key for key, kind in kinds.items() if len(key) == 1 and kind in {EntityKind.THING, EntityKind.PERSON} and key in nothing}
    things = (key for key, kind in kinds.items() if kind is EntityKind.THING and key in nothing)
    full = {key: EntityKind.PERSON for key in things if _is_called(key, calls)}
    places = {key: EntityKind.PLACE for key, kind in kinds.items() if kind is EntityKind.PERSON and len(key) > 1 and key in _STATES}
    return kinds | short | full | places  # "Ravens, who lost", of Ravens United; "Evariste Rille", whom the article goes on to call Rille


def _is_called(name: tuple[str, ...], calls: Collection[tuple[str, ...]]) -> bool:
    """Whether a name goes by its last word, as people's names do."""
    return 1 < len(name) < 5 and name[-1:] in calls and name[-1] not in NO_PERSON


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's name without its suffix and, between first and last, without initials."""
    words = tuple(w for w in words if w.casefold().strip(".") not in NAME_SUFFIXES)
    return tuple(w for i, w in enumerate(words) if i in (0, len(words) - 1) or len(w.rstrip(".")) > 1)


def _forms(full: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words that may call the person of that full name: its beginning, its end, or the same without middle names."""
    yield from (full[:size] for size in range(1, len(full) + 1))
    yield from (full[-size:] for size in range(1, len(full)))
    if len(full) > 2:
        yield (full[0], full[-1])


def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words as they are compared: in one case, without accents and stops, which papers drop; "St" is "Saint"."""
    return tuple(map(_plain, words))


def _plain(word: str) -> str:
    small = word.casefold().strip(".").replace("’", "'")
    if not small.isascii():
        small = "".join(c for c in normalize("NFD", small) if not combining(c))
    return "saint" if small == "st" else small


def _suffix(words: tuple[str, ...]) -> str | None:
    return next((w.casefold().strip(".") for w in words if w.casefold().strip(".") in NAME_SUFFIXES), None)


def tie_names(namings: list[Naming]) -> None:
    """Gives each naming the one that it names; a name that two could bear is left without."""
    kinds = kinds_of(namings)
    people = [n for n in namings if kinds[n.key] is EntityKind.PERSON]
    _tie_people(people, [n for n in namings if kinds[n.key] is not EntityKind.PERSON and len(n.words) < 3 and n.votes[EntityKind.BODY] < 3])
    rest = [n for n in namings if n.known is None and not n.shared and kinds[n.key] is not EntityKind.PERSON]
    _tie_bodies(rest, kinds)


def _tie_people(people: list[Naming], doubtful: list[Naming]) -> None:
    """Each naming is tied to the one person that it may call. What is alike is asked once, for a thousand people may have one surname."""
    bearers = _Bearers(_full_names(people), [*people, *doubtful])
    for naming in sorted([*people, *doubtful], key=lambda naming: naming.start):
        fitting = bearers.of(naming)
        naming.shared = len(fitting) > 1
        if len(fitting) == 1:
            naming.known = fitting[0]


class _Bearers:
    """The people of an article by every form of their names that stands in it."""

    def __init__(self, groups: list[tuple[Naming, list[Naming]]], asked: Iterable[Naming]) -> None:
        self._introduced: dict[Known, int] = {}
        self._in_full: dict[Known, int] = {}
        self._goes_by: dict[tuple[str, ...], Known] = {}
        self._found: dict[object, _Introduced] = {}
        self._by_form: dict[tuple[str, ...], list[tuple[str | None, Known]]] = {_folded(_bare(n.words)): [] for n in asked}
        for full, namings in groups:
            known, suffix = _facts(full, namings), _suffix(full.words)
            self._introduced[known] = min(naming.start for naming in namings)
            self._in_full[known] = sum(len(naming.words) > 1 for naming in namings)
            for form in dict.fromkeys(chain.from_iterable(_forms(_folded(_bare(naming.words))) for naming in (full, *namings))):
                if form in self._by_form:
                    self._by_form[form].append((suffix, known))

    def of(self, naming: Naming) -> list[Known]:
        """Whom the naming may call, out of those who are introduced by then; asked in the order of the text. Mr Hale is no Mary.

        Of several only two are given. A short name that has called one goes on calling that one when somebody else of the name is
        introduced, the father perhaps; a genitive calls nobody, for it may introduce the other: "Pell's son, Tom Pell".
        """
        everybody, fitting = self._by_words(naming, None), self._by_words(naming, naming.gender)
        by_then = everybody.until(naming.start)
        here = fitting.until(naming.start) if by_then else len(fitting.known)
        if len(naming.words) > 1:
            return fitting.known[: min(here, 2)]
        form = _folded(naming.words)
        if (by_then or len(everybody.known)) == 1 and here and not naming.owns:
            self._goes_by.setdefault(form, everybody.known[0])
        own = self._goes_by.get(form) or self._main(everybody.known[:by_then], naming)
        suits = own is not None and (naming.gender is None or own.gender in (None, naming.gender))
        return [own] if own is not None and suits else fitting.known[: min(here, 2)]

    def _main(self, introduced: Sequence[Known], naming: Naming) -> Known | None:
        """Whom the article is about, of those who bear a surname: the first of them, who alone is named in full again."""
        first, others = next(iter(introduced), None), introduced[1:]
        again = first is not None and self._in_full[first] > 1 and _folded(tuple(first.name.split()))[-1:] == _folded(naming.words)
        return first if others and again and all(self._in_full[other] == 1 for other in others) else None

    def _by_words(self, naming: Naming, gender: Gender | None) -> _Introduced:
        """Whom the words may call. "Smith Jr." is nobody but a Smith Jr.; a plain "Donald Trump" is not the junior."""
        form, suffix, alone = _folded(_bare(naming.words)), _suffix(naming.words), len(naming.words) == 1
        question = (form, suffix, alone, gender)
        if question not in self._found:
            called = [known for own, known in self._by_form[form] if alone or own == suffix]
            fitting = [known for known in called if gender is None or known.gender in (None, gender)]
            self._found[question] = _Introduced(sorted(fitting, key=self._introduced.__getitem__), self._introduced)
        return self._found[question]


class _Introduced:
    """People in the order in which they are introduced."""

    def __init__(self, known: list[Known], introduced: Mapping[Known, int]) -> None:
        self.known = known
        self._starts = [introduced[one] for one in known]

    def until(self, offset: int) -> int:
        """How many of them are introduced up to an offset."""
        return bisect_right(self._starts, offset)


def _full_names(people: list[Naming]) -> list[tuple[Naming, list[Naming]]]:
    """The fullest naming of each person, with every naming that says the same in full; single names only where no full one fits."""
    groups: list[tuple[Naming, list[Naming]]] = []
    index: dict[tuple[str, str, str | None], int] = {}
    for naming in people:
        if len(_bare(naming.words)) < 2:
            continue
        bare = _folded(_bare(naming.words))
        key, turned = (bare[0], bare[-1], _suffix(naming.words)), (bare[-1], bare[0], _suffix(naming.words))
        if turned in index and len(bare) == 2:
            key = turned  # "Orbán Viktor", who is Viktor Orbán elsewhere
        if key in index:
            best, members = groups[index[key]]
            members.append(naming)
            if len(naming.words) > len(best.words):
                groups[index[key]] = (naming, members)
        else:
            index[key] = len(groups)
            groups.append((naming, [naming]))
    groups = _by_middle_names(_by_other_names(_without_parts(groups)))
    ends = {w for _, namings in groups for naming in namings for w in _folded(_bare(naming.words))}
    singles: dict[str, tuple[Naming, list[Naming]]] = {}
    for naming in people:
        word = _folded(naming.words)[0]
        if len(_bare(naming.words)) == 1 and word not in ends:
            singles.setdefault(word, (naming, []))[1].append(naming)
    return groups + list(singles.values())


def _without_parts(groups: list[tuple[Naming, list[Naming]]]) -> list[tuple[Naming, list[Naming]]]:
    """The groups without those whose name is the end of another's: "De Blasio" is no full name beside "Bill de Blasio"."""
    names = [_folded(_bare(full.words)) for full, _ in groups]
    ends = {name[-size:] for name in names for size in range(2, len(name))}
    return [group for group, name in zip(groups, names, strict=True) if name not in ends]


def _by_other_names(groups: list[tuple[Naming, list[Naming]]]) -> list[tuple[Naming, list[Naming]]]:
    """The groups, those whose namings stand for one another in the text joined: "Ann Pell, also known as Ann Hart"."""
    at = {id(naming): n for n, (_, namings) in enumerate(groups) for naming in namings}
    into: dict[int, int] = {}
    for n, (_, namings) in enumerate(groups):
        first = next((at[id(naming.also)] for naming in namings if naming.also is not None and id(naming.also) in at), n)
        into[n] = into.get(first, first)
    return _joined(groups, into)


def _by_middle_names(groups: list[tuple[Naming, list[Naming]]]) -> list[tuple[Naming, list[Naming]]]:
    """The groups, those joined to the one in whose name they go by a middle name: "Paul Orrell" beside "James Paul Orrell"."""
    names = [_folded(_bare(full.words)) for full, _ in groups]
    middles: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, name in enumerate(names):
        for middle in name[1:-1]:
            middles[middle, name[-1]].append(n)
    found = {n: middles[name[0], name[1]] for n, name in enumerate(names) if len(name) == 2 and (name[0], name[1]) in middles}
    return _joined(groups, {n: homes[0] for n, homes in found.items() if len(homes) == 1})


def _joined(groups: list[tuple[Naming, list[Naming]]], into: Mapping[int, int]) -> list[tuple[Naming, list[Naming]]]:
    """The groups, each put to the one that it belongs to; those that belong to none stay."""
    members = {n: list(namings) for n, (_, namings) in enumerate(groups)}
    for n, home in into.items():
        if n != home:
            members[home] += members.pop(n)
    return [(full, sorted(members[n], key=lambda naming: naming.start)) for n, (full, _) in enumerate(groups) if n in members]


def _facts(best: Naming, namings: list[Naming]) -> Known:
    genders = [n.gender for n in namings if n.gender]
    gender = genders[0] if genders and len(set(genders)) == 1 else None
    return Known(name=best.name, kind=EntityKind.PERSON, title=next((n.title for n in namings if n.title), None), gender=gender)


def _tie_bodies(rest: list[Naming], kinds: dict[tuple[str, ...], EntityKind]) -> None:
    """Ties acronyms to the long form whose letters fit, and short names to the one longer name that begins with them."""
    longer = list({n.key: n for n in rest if len(n.words) > 1 and kinds[n.key] is EntityKind.BODY}.values())
    by_letters: dict[str, list[Naming]] = defaultdict(list)
    by_start: dict[str, list[Naming]] = defaultdict(list)
    for naming in longer:
        for letters in initials(naming.words):
            by_letters[letters].append(naming)
        if not _begins_with_its_place(naming):
            by_start[naming.key[0]].append(naming)
    for naming in rest:
        kind = kinds[naming.key]
        bearers = by_letters.get(naming.acronym or "", []) if kind is not EntityKind.PLACE else []
        if not bearers and kind in {EntityKind.BODY, EntityKind.THING} and len(naming.words) == 1 and not _says_little(naming):
            bearers = by_start.get(naming.key[0], [])
        own = Known(name=naming.name, kind=kind)
        naming.known = replace(own, name=bearers[0].name, kind=EntityKind.BODY) if len(bearers) == 1 else own


def _begins_with_its_place(naming: Naming) -> bool:
    """Whether the first word of a body's name is where it is: "Harlow Hospital", "Ohio Department of Health"."""
    local = naming.key[1] in roles.BODY_ENDINGS and naming.key[2:3] == ("of",)
    return naming.key[-1] in roles.LOCAL_ENDINGS or local


def _says_little(naming: Naming) -> bool:
    """Whether the word begins or makes up many names: "Senate" is not the Senate Armed Services Committee, nor Mali the Mali Lions."""
    word = naming.key[0]
    many = word in _FIELDS or word in roles.BODY_ENDINGS or word in roles.BODIES or word in roles.DEPARTMENTS or roles.role_of(word)
    return (
        many
        or is_place(naming.text)
        or naming.text in _REGIONS
        or country_of(naming.text) is not None
        or naming.text.replace(".", "") in _COUNTRIES
    )


def initials(words: tuple[str, ...]) -> set[str]:
    """The acronyms that the letters of a long form make: of its capitalised words, and with its small words."""
    capitals = "".join(w[0] for w in words if w[0].isupper())
    return {capitals, "".join(w[0].upper() for w in words)} - {""}
