"""Finds the names of people, bodies and places in an article, and what the article itself says of each: full name, title, gender."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.given_names import gender_of, is_given
from factcheck.language.honorifics import ends_honour, honorific_gender, is_honorific, is_office
from factcheck.language.lexicon import words
from factcheck.language.places import is_place
from factcheck.model import EntityKind, Gender
from factcheck.splitting.name_runs import is_time, runs_of
from factcheck.splitting.tree import text_of
from factcheck.splitting.votes import NO_PERSON, PLACE_PREPOSITIONS, vote

if TYPE_CHECKING:
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.tree import Token, Tree

LETTERS_BEHIND = words("name_parts", "letters_behind")
"""What may stand behind a name and is no part of it, in small letters: "Miriam Shaw KC"."""
_MIN_WITH_LETTERS = 2
"""Words that a name has beside the letters behind it."""
_POSTS = words("roles", "posts_in_letters")
"""Posts in letters, which are no part of a firm's name: "the Orrin CEO"."""
_OF_A_TITLE = frozenset(("of", "to", "for"))
"""What stands between an office and the body or place that it is of."""
_IN_AN_OFFICE = frozenset(("adposition", "determiner", "noun", "proper noun", "adjective", "particle"))
_SHORTEST_OFFICE, _LONGEST_OFFICE = 3, 14
"""Words up to the name, and in the phrase before it."""
_LONGEST_ALIAS = 24
"""Tokens between two names of one person, brackets among them."""
_ALIASES = words("name_parts", "aliases")
_BEFORE_AN_ALIAS = frozenset(("is", "was", "a", "the", "his", "her"))
_MAX_NAME = 9
"""Tokens; a longer run of capitals is a heading."""


_ACRONYM = re.compile(r"[A-Z]{2,8}|[A-Z](?:[a-z]?[A-Z]){1,4}")
"""Capitals, with the first letters of small words among them ("Department of Conservation": DoC)."""


@dataclass(frozen=True)
class Known:
    """Somebody or some body that the article names.

    `name` is the fullest name that the article gives, `title` the first title given with the name, `gender` what title or given name tell.
    """

    name: str
    kind: EntityKind
    title: str | None = None
    gender: Gender | None = None


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
    votes: dict[EntityKind, int] = field(default_factory=lambda: defaultdict(int))
    gender: Gender | None = None
    known: Known | None = None
    shared: bool = False
    family: str | None = None
    also: Naming | None = None
    owns: bool = False
    """`shared`: two people could be meant; `family`: the surname that stands with the other of a couple; `also`: the name that it
    is another of ("Ann Pell, also known as | Ann Hart"); `owns`: it is a genitive."""

    @property
    def name(self) -> str:
        """The name as written, on one line, with the surname of a couple: Bill Danton in "Bill and Hillary Danton"."""
        return " ".join((*self.text.split(), *filter(None, [self.family])))

    @property
    def key(self) -> tuple[str, ...]:
        """The words in one case, so that the same name is the same key."""
        return tuple(w.casefold().replace("’", "'") for w in self.words)

    @property
    def acronym(self) -> str | None:
        """The letters as capitals, when the name is made of them: "NATO", "U.S.", "DoC"."""
        letters = self.text.replace(".", "")
        return letters.upper() if _ACRONYM.fullmatch(letters) else None


def find_namings(sentences: Sequence[Sentence]) -> list[Naming]:
    """Every place where a name stands, in the order of the text, with what speaks for a person, a body or a place there."""
    found = []
    for number, sentence in enumerate(sentences):
        for first, last in runs_of(sentence.tree):
            naming = _naming(number, sentence, first, last)
            if naming is not None:
                found.append(naming)
    found = sorted((*found, *_unseen(sentences, found)), key=lambda naming: naming.start)
    _take_first_names(sentences, found)
    for one, other in pairwise(found):
        if _couple(sentences[one.sentence].tree, one, other):
            one.family = other.words[-1]
            one.words = (*one.words, one.family)
            one.votes[EntityKind.PERSON] += 3
            one.gender = one.gender or gender_of(one.words[0])
    for n, other in enumerate(found):
        for one in found[max(0, n - 2) : n]:  # a name in brackets may stand between
            if one.sentence == other.sentence and _is_called_both(sentences[one.sentence], one, other):
                other.also = one
                people = max(one.votes[EntityKind.PERSON], other.votes[EntityKind.PERSON])
                one.votes[EntityKind.PERSON] = other.votes[EntityKind.PERSON] = people
    return found


def _take_first_names(sentences: Sequence[Sentence], namings: Sequence[Naming]) -> None:
    """Gives names the first name before them that the parser took for another word: "Grant | Amos Pell", Grant Pell elsewhere."""
    full = {(naming.words[0], naming.words[-1]) for naming in namings if len(naming.words) > 1}
    for naming in namings:
        before = sentences[naming.sentence].tree[naming.first - 1] if naming.first else None
        if before is not None and len(naming.words) > 1 and (before.text, naming.words[-1]) in full and naming.title is None:
            naming.first, naming.words = before.i, (before.text, *naming.words)
            naming.start = naming.begin = sentences[naming.sentence].start_of(before)
            naming.text = text_of(before.tree[naming.first : naming.last])


def _is_called_both(sentence: Sentence, one: Naming, other: Naming) -> bool:
    """Whether the words between two full names say that they are one person's: "Ann Pell, | also known as | Ann Hart"."""
    if other.first - one.last > _LONGEST_ALIAS or min(len(one.words), len(other.words)) == 1:
        return False
    between = list[str]()
    for token in sentence.tokens(one.end, other.begin):
        if token.text == ")" and "(" in between:
            del between[between.index("(") :]
        elif token.text == "(" or not (token.is_punct or token.lower in _BEFORE_AN_ALIAS):
            between.append(token.lower)
    return " ".join(between).removeprefix("( ") in _ALIASES


def _couple(tree: Tree, one: Naming, other: Naming) -> bool:
    """Whether two given names share the surname behind the second: "Bill and Hillary Danton"."""
    if one.sentence != other.sentence or other.first != one.last + 1 or tree[one.last].lower not in {"and", "&"}:
        return False
    given = len(one.words) == 1 and is_given(one.words[0]) and len(other.words) > 1 and is_given(other.words[0])
    return given and other.words[-1].casefold() not in NO_PERSON


def _unseen(sentences: Sequence[Sentence], namings: Sequence[Naming]) -> Iterator[Naming]:
    """Surnames of people named in full elsewhere, where the parser took them for other words: "Underhill, 54, was tired"."""
    surnames = {naming.words[-1] for naming in namings if len(naming.words) > 1 and naming.votes[EntityKind.PERSON] > 0}
    if not surnames:
        return
    taken = {(naming.sentence, i) for naming in namings for i in range(naming.first, naming.last)}
    for number, sentence in enumerate(sentences):
        for token in sentence.tree:
            if token.text in surnames and (number, token.i) not in taken and (token.i > 0 or _stands_alone(token)):
                naming = _naming(number, sentence, token.i, token.i + 1)
                if naming is not None:
                    yield naming


def _stands_alone(token: Token) -> bool:
    """Whether a word that opens a sentence is followed as a name is: by a comma, a genitive or a verb, and not by what it describes."""
    if token.i + 1 >= len(token.tree):
        return False
    after = token.nbor(1)
    return after.text == "," or after.form == "genitive" or after.part in {"verb", "auxiliary"}


def _naming(number: int, sentence: Sentence, first: int, last: int) -> Naming | None:
    tree = sentence.tree
    bare = last
    while bare - first > _MIN_WITH_LETTERS and tree[bare - 1].lower.rstrip(".") in LETTERS_BEHIND:
        bare -= 1
    lettered, last = bare < last, bare
    if last - first > 1 and tree[last - 1].text.isupper() and tree[last - 1].lower in _POSTS:
        last -= 1  # "the Orrin | CEO", who is not Orrin
    head = _title_end(tree, first, last)
    if last - head > _MAX_NAME or all(len(tree[i].text.strip(".")) == 1 for i in range(head, last)):
        return None
    words = _words(tree, head, last)
    if len(words) > 1 and roles.role_of(words[-1]) and last < len(tree) and tree[last].lower in _OF_A_TITLE:
        return None  # "Kell Ambassador to the United States" is nobody's name
    if _is_an_office(tree, first, last) or _is_half_a_title(tree, first, last):
        return None
    start, end = sentence.start_of(tree[head]), sentence.end_of(tree[last - 1])
    naming = Naming(
        sentence=number, first=head, last=last, start=start, end=end, words=words, text=text_of(tree[head:last]), begin=start, finish=end
    )
    naming.votes[EntityKind.PERSON] += 3 * lettered
    naming.owns = last < len(tree) and tree[last].form == "genitive"
    if (title := _titles(tree, first, naming)) is not None:
        naming.begin = sentence.start_of(title)
    listed = last < len(tree) and tree[last].relation == "coordinator"
    if naming.title is None and not listed and (office := _office_before(tree, first)) is not None:
        naming.begin, naming.title = sentence.start_of(office[0]), " ".join(text_of(office).split())
        naming.votes[EntityKind.PERSON] += 2
    apposed = _apposed(tree, last)
    somewhere = first > 0 and tree[first - 1].lower in PLACE_PREPOSITIONS  # "in Manila, Secretary of State Tom Pell said"
    if apposed is not None and not (somewhere and roles.role_of(_apposed_head(apposed).lemma)):
        naming.finish = sentence.end_of(apposed[-1])
        if naming.title is None and roles.role_of(_apposed_head(apposed).lemma):
            naming.title = " ".join(text_of(apposed).split())
            naming.votes[EntityKind.PERSON] += 2
    vote(tree, naming)
    return naming


def _is_an_office(tree: Tree, first: int, last: int) -> bool:
    """Whether the capitals are those of an office, whoever holds it: "the Minority Leader", "the governor's Press Secretary"."""
    if first == 0 or tree[last - 1].lower not in roles.OFFICES or any(is_given(t.text) for t in tree[first : last - 1]):
        return False
    before = tree[first - 1]
    return before.relation in {"determiner", "possessor"} or before.form == "genitive"


def _is_half_a_title(tree: Tree, first: int, last: int) -> bool:
    """Whether the word is the first of two posts of somebody who is named behind them: "Chairman | and Chief Executive Gerard Arp"."""
    joined = last - first == 1 and last + 1 < len(tree) and tree[last].lower in {"and", "&"}
    return joined and tree[first].lower in roles.OFFICES and tree[last + 1].part == "proper noun"


def _office_before(tree: Tree, first: int) -> list[Token] | None:
    """The office whose holder is named behind a comma, without its article: "the | commissioner for works, | Ada Bell, said"."""
    if first < _SHORTEST_OFFICE or tree[first - 1].text != ",":
        return None
    at = first - 1
    while (
        at
        and first - at < _LONGEST_OFFICE
        and (tree[at - 1].part in _IN_AN_OFFICE or tree[at - 1].form == "genitive" or _joins(tree[at - 1]))
    ):
        at -= 1
    if at and tree[at - 1].part == "pronoun" and tree[at - 1].relation == "possessor":
        at -= 1
    whose = tree[at].part == "determiner" or (tree[at].relation == "possessor" and tree[at + 1].form != "genitive")
    begin = at + (whose or tree[at].part == "adposition")
    office = tree[begin : first - 1]  # "his | deputy", "Orrin's finance chief", "Under | Ann Lee's predecessor"
    article = next((t for t in tree[at : first - 1] if t.part == "determiner" or t.relation == "possessor" or t.form == "genitive"), None)
    ends = (t for t in office if t.nbor(1).text == "," or t.nbor(1).lower in _OF_A_TITLE)
    head = next((t for t in ends if roles.role_of(t.lemma)), None)
    if head is None or article is None or head.form in {"plural", "proper plural"} or head.lemma.lower() in roles.KIN:
        return None
    inner = max((t.i for t in office if t.part == "determiner" and t.i < head.i), default=begin - 1)
    anothers = inner > 0 and tree[inner - 1].lower == "as"  # "Ann Lee as the new minister for trade, | Bo Dahl as mayor"
    return None if anothers else list(tree[inner + 1 : first - 1])


def _joins(word: Token) -> bool:
    """Whether an "and" stands inside the name of an office: "for Budget | and | Economic Planning"."""
    return word.lower in {"and", "&"} and word.i > 0 and word.nbor(-1).text[0].isupper() and word.nbor(1).text[0].isupper()


def _words(tree: Tree, first: int, last: int) -> tuple[str, ...]:
    """The words of a name without its nickname, the parts of a hyphened one apart ("Jong-un" and "Jong Un" are one)."""
    marks = [t.i for t in tree[first:last] if t.is_quote or t.text in {"(", ")"}]
    nickname = range(marks[0], marks[1] + 1) if len(marks) > 1 else ()
    return tuple(w for t in tree[first:last] if t.i not in nickname for w in t.text.replace("‑", "-").split("-") if w)


def _is_title(word: str) -> bool:
    return is_honorific(word) or roles.role_of(word) or roles.role_of(word.removesuffix("s"))


def _title_end(tree: Tree, first: int, last: int) -> int:
    """Where the name begins in a run of capitals: after its last title word ("US Secretary of State | Mike Pompeo")."""
    person = next((i for i in range(first, last - 1) if is_given(tree[i].text)), None)
    start = first + _after_of_the(tree, first, last)
    for i in range(start, last - 1):
        word = tree[i].lower
        members = not roles.role_of(word) and tree[last - 1].lower in roles.BODY_ENDINGS  # "Ikota Traders Union"
        honour = i > start and ends_honour(tree[i - 1].text, word)
        whose = tree[i + 1].form == "genitive"  # "Nurses' Union"
        if not (honour or _is_title(word)) or members or whose or (gender_of(word) and person is not None and person <= i):
            continue
        start = i + 1 + (tree[i + 1].text == "." and i + 2 < last)
        if tree[start].lower == "of":
            if start + 2 >= last:
                return first  # "Star of Hope": nothing is left to bear a title
            start += 2
            if person is not None and start <= person < last:
                start = person
    if start < last - 1 and tree[start].lower in {"of", "&"}:
        return first
    behind_a_body = person is not None and person > first and tree[person - 1].lower in roles.BODY_ENDINGS and last - person > 1
    if person is not None and start < person < last and (start > first or behind_a_body):
        start = person  # "a planner of the Orsa Transport Board | Ada Bell"
    return start


def _after_of_the(tree: Tree, first: int, last: int) -> int:
    """How many words at the beginning of a run end a title: "Speaker of the | House | Newt Gingrich", "Ambassador to the | United
    States | Omar Vadim", "CEO of the | Harbour Council | Enver Solim"."""
    if first < 2 or last - first < 2:
        return 0
    of = first - 2 if tree[first - 1].lower == "the" else first - 1
    if of < 1 or tree[of].lower not in _OF_A_TITLE or not roles.role_of(tree[of - 1].lemma):
        return 0
    if tree[first].lower in roles.DEPARTMENTS and tree[of].lower == "of" and tree[first - 1].lower == "the":
        return 1
    for end in range(last - 1, first, -1):
        named = (last - end > 1 or is_given(tree[end].text)) and tree[last - 1].lower not in roles.BODY_ENDINGS
        if named and (is_place(text_of(tree[first:end])) or tree[end - 1].lower in roles.BODY_ENDINGS):
            return end - first
    return 0


def _titles(tree: Tree, run: int, naming: Naming) -> Token | None:
    """Reads title and courtesy title off the words before the name; gives the first word of what belongs to it there."""
    begin = _noun_phrase_start(tree, run)
    before = [tree[i] for i in range(begin, naming.first)]
    while before and (is_time(before[0]) or not before[0].text[0].isalnum()):
        before.pop(0)
    if not before:
        return None
    last = before[-1]
    if is_honorific(last.text):
        naming.courtesy = last.lower
        naming.gender = honorific_gender(last.text)
    courtesy = last if naming.courtesy else None
    end = naming.first - (1 if naming.courtesy and len(before) > 1 and not is_office(naming.courtesy) else 0)
    held = [t for t in before if t.i < end]
    named_role = next((t for t in reversed(held) if t.part in {"noun", "proper noun"} and _is_title(t.lemma.lower())), None)
    if named_role is None or held[-1].lower in {"of", "the"}:  # "the governor of Ostrel" is no title of Ostrel's
        return courtesy
    of = next((i for i in reversed(range(before.index(named_role))) if before[i].lower == "of"), None)
    if of is not None and not roles.role_of(before[of - 1].lemma):  # "the candidacy of | opposition leader Ilona Vetrov"
        del before[: of + 1 + (before[of + 1].lower == "the")]
    direct = named_role is held[-1] or any(t.lower == "of" for t in before[before.index(named_role) :])
    if not direct:
        return courtesy
    naming.gender = naming.gender or roles.role_gender(named_role.lemma)
    naming.votes[EntityKind.PERSON] += (
        3 if named_role.part != "proper noun" or named_role is held[-1] or last.lower in roles.DEPARTMENTS else 2
    )
    shared = named_role.form in {"plural", "proper plural"}  # "Members | Ann Lee and Carl Moss"
    if shared and not any(t.relation == "coordinator" for t in tree[naming.last : naming.last + 2]):
        return courtesy  # "To a host of students | Ann Lee was a friend"
    if not shared and (naming.courtesy is None or len(before) > 1 or is_office(naming.courtesy)):
        naming.title = " ".join(text_of(tree[before[0].i : end]).split()) if named_role.lemma.lower() not in roles.KIN else None
    return before[0]


def _apposed(tree: Tree, at: int) -> list[Token] | None:
    """What stands behind a name and says who or what it is, an age between commas skipped: "Rob Ellison, 52, an acoustician at Kesh,"."""
    end = len(tree)
    if at + 2 < end and tree[at].text in {",", "("} and tree[at + 1].text.isdigit():
        at += 2 + (at + 3 < end and tree[at + 2].text == ")" and tree[at + 3].text == ",")
    if at + 1 >= end or tree[at].text != ",":
        return None
    start = at + 1 + (tree[at + 1].part == "determiner")
    stop = next(
        (i for i in range(start, min(end, start + 12)) if tree[i].text in {",", "who", "."} or tree[i].part in {"verb", "auxiliary"}), None
    )
    if stop is None or stop == start:
        return None
    apposed = tree[start:stop]
    head = _apposed_head(apposed)
    plain = all(t.part in {"noun", "proper noun", "adjective", "punctuation", "particle"} for t in tree[start : head.i + 1])
    says = (roles.role_of(head.lemma) and head.lemma.lower() not in roles.KIN) or (head.part == "noun" and roles.body_of(head.lemma))
    return apposed if plain and says else None


def _apposed_head(apposed: list[Token]) -> Token:
    """The noun of an apposition that says what somebody is: the last one before a preposition or a genitive."""
    stops = (t.i for t in apposed[1:] if t.part in {"adposition", "pronoun", "particle"})
    return apposed[0].tree[next(stops, apposed[-1].i + 1) - 1]


def _noun_phrase_start(tree: Tree, run: int) -> int:
    """Where the noun phrase before a name begins: back over nouns, adjectives, "of" and genitives, to a determiner or a stop."""
    i = run
    while i > 0 and run - i < 12:
        token = tree[i - 1]
        of = token.lower == "of" or _binds(tree, i - 1)
        of_the = token.lower == "the" and i > 1 and (tree[i - 2].lower == "of" or _binds(tree, i - 2))
        inside = (
            token.part in {"noun", "proper noun", "adjective", "numeral"}
            or token.lower == "ex"
            or of
            or token.form in {"hyphen", "genitive"}
            or of_the
        )
        if not inside or token.is_quote or is_time(token):
            break
        i -= 1
    while i < run and (tree[i].lower == "of" or tree[i].form in {"hyphen", "genitive"}):
        i += 1
    return i


def _binds(tree: Tree, i: int) -> bool:
    """Whether it stands between an office or body and what that is of: "Ambassador | to | the United States"."""
    return tree[i].lower in _OF_A_TITLE and i > 0 and tree[i - 1].part == "proper noun"
