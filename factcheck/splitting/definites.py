"""What "the letter" or "the company" means: the one thing of its kind that the article has told more of.

A noun with "the" and nothing that says which one is held against everything in the article that has the same head noun. It is
completed only where all that tells more tells the same; wrong is worse than none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.inflection import genitive, plural_of
from factcheck.language.lexicon import words
from factcheck.language.places import country_of
from factcheck.model import EntityKind
from factcheck.splitting.headlines import in_capitals
from factcheck.splitting.restating import mid_sentence
from factcheck.splitting.syntax import NOUN_SUBJECTS, comma_before
from factcheck.splitting.tree import text_of
from factcheck.splitting.votes import has_shares

if TYPE_CHECKING:
    from factcheck.splitting.names import Known, Naming
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.tree import Token

_COMPANIES = words("nouns", "companies")
"""Nouns that call a company, whatever its name: "the firm"."""
_COUNTRIES = frozenset(("country", "nation"))
_NO_COMPANIES = words("nouns", "public_bodies") | words("roles", "thing_endings") | (words("roles", "local_endings") - {"bank"})
"""Last words of names that no company has."""
_VAGUE = words("nouns", "vague")
"""Nouns that call a new thing each time: "the day", "the first time"."""
_OTHERS = words("nouns", "others")
"""Words before a noun that tell of another one of its kind: "a second plant"."""
_WHICHEVER = frozenset(("any", "each", "every", "future", "no"))
"""Words before a noun that tell of none in particular: "any future building application"."""
_RESEARCHERS = words("roles", "researchers")
_DESCRIBING = frozenset(("attributive", "compound"))
_ARTICLES = frozenset(("the", "a", "an"))
_BINDING = frozenset(("of", "to", "between", "against", "for"))
"""Prepositions behind a noun that say which one it is: "the sale of the line"."""
_LONGEST = 8
"""Words of what says which one it is."""


@dataclass(frozen=True)
class Definite:
    """A noun phrase with "the" that means what was told of before: the code points where it starts, where its head does and where it
    ends, and the words of the article that complete it, before and behind the head."""

    start: int
    head: int
    end: int
    before: str = ""
    after: str = ""
    known: Known | None = None
    """The one with a name that it means, where it means one."""


@dataclass(frozen=True)
class _Told:
    """What a noun phrase says of which thing it is, before and behind its head; or that it is another one, which leaves all open."""

    at: int
    before: str
    after: str
    is_name: bool = False
    """Whether what stands behind it is what it is called: "the drug, bromide"."""
    of_country: bool = False
    """Whether it is a country's: "Chad's capital"."""


def find_definites(sentences: Sequence[Sentence], namings: Sequence[Naming]) -> list[Definite]:
    """Every noun phrase of the article that can be completed, in the order of the text. Offsets are code points into the article."""
    nouns = [(sentence, token) for sentence in sentences for token in sentence.tree if token.part == "noun"]
    told: dict[tuple[str, str | None], list[_Told]] = defaultdict(list)
    open_ones: list[tuple[Sentence, Token]] = []
    headings = {id(sentence) for sentence in sentences if _is_heading(sentence)}
    for sentence, token in nouns:
        if id(sentence) not in headings and (called := _called(sentence, token)) is not None:
            told[token.lemma.lower(), token.form].append(called)
        elif id(sentence) not in headings and (more := _told(sentence, token)) is not None:
            told[token.lemma.lower(), token.form].append(more)
        elif any(c.lower in _OTHERS for c in token.lefts):
            told[token.lemma.lower(), token.form].append(_Told(sentence.start_of(token), "", ""))
        elif _is_open(sentence, token):
            open_ones.append((sentence, token))
    for noun, form in [key for key in told if key[1] == "plural" and key[0] in _RESEARCHERS]:
        if ("team", "singular") not in told:
            told["team", "singular"] = [_Told(t.at, "", f"of {plural_of(noun)} {t.after}") for t in told[noun, form] if t.after]
    for naming in namings:
        if id(sentences[naming.sentence]) not in headings and (named := _named(naming)) is not None:
            told[naming.words[-1].casefold(), "singular"].append(named)
    companies, countries = _Only(_company_subjects(sentences, namings)), _Only(_countries(namings))
    return [found for sentence, token in open_ones if (found := _completed(sentence, token, told, companies, countries)) is not None]


def _is_heading(sentence: Sentence) -> bool:
    """Whether its words are written as those of a heading, which make one long name of everything."""
    return in_capitals((t.text for t in sentence.tree if t.text.isalpha()), maybe_a_sentence=True)


def _completed(
    sentence: Sentence, token: Token, told: dict[tuple[str, str | None], list[_Told]], companies: _Only, countries: _Only
) -> Definite | None:
    start, head, end = sentence.start_of(token.left_edge), sentence.start_of(token), sentence.end_of(token)
    is_company = token.lemma.lower() in _COMPANIES and token.form == "singular"
    company = companies.meant_at(start) if is_company else None
    same = [one for one in told.get((token.lemma.lower(), token.form), []) if company is None or _names(one)]
    known = [one for one in same if one.is_name and one.at < start] or _longest(same)
    if any(one.of_country for one in known) and countries.meant_at(start) is None:
        return None  # "the capital" of which of two countries
    if len({(k.before.casefold(), k.after.casefold()) for k in known}) == 1 and known[0].at < start and known[0].before + known[0].after:
        if known[0].is_name:
            return _named_behind(sentence, token, known[0].after)
        return Definite(start, head, end, known[0].before, known[0].after)
    only = company if company is not None else countries.meant_at(start) if token.lemma.lower() in _COUNTRIES else None
    return _named_behind(sentence, token, only.name, only) if not known and only is not None else None


def _named_behind(sentence: Sentence, token: Token, name: str, known: Known | None = None) -> Definite:
    """The noun phrase with a name behind it, in the genitive where the noun is."""
    after = token.tree[token.i + 1] if token.i + 1 < len(token.tree) else token
    start, head = sentence.start_of(token.left_edge), sentence.start_of(token)
    if after.form == "genitive":
        return Definite(start, head, sentence.end_of(after), after=genitive(name), known=known)
    return Definite(start, head, sentence.end_of(token), after=name, known=known)


def _names(told: _Told) -> bool:
    """Whether a noun phrase has a name in it, and does not only describe: "the Orrin company", not "the software company"."""
    return any(word[:1].isupper() for word in (*told.before.split(), *told.after.split())) or not (told.before + told.after)


def _longest(told: Sequence[_Told]) -> Sequence[_Told]:
    """Without those that another one says and more: "the children's hospice" is the Larkfield Children's Hospice."""
    befores = [k.before.casefold() for k in told]
    return [k for k in told if not k.before or not any(b != k.before.casefold() and b.endswith(" " + k.before.casefold()) for b in befores)]


def _is_open(sentence: Sentence, token: Token) -> bool:
    """Whether the words are "the" and a noun, nothing says which one, and it is no thing that is new each time."""
    return not sentence.in_quotation(token) and token.lemma.lower() not in _VAGUE and is_plain_definite(token)


def is_plain_definite(token: Token) -> bool:
    """Whether the words are "the" and a noun, and nothing says which one."""
    if token.relation in {"compound", "apposition"}:
        return False
    lefts, rights = [c for c in token.lefts if not _is_seat(token, c)], [c for c in token.rights if not c.is_punct]
    plain = len(lefts) == 1 and lefts[0].relation == "determiner" and lefts[0].lower in {"the", "this"}
    return plain and not any(_specifies(c) for c in rights)


def is_described_definite(token: Token) -> bool:
    """Whether the words are "the", words that describe, and a noun: "the respected organisation", "the aggrieved students"."""
    lefts = list(token.lefts)
    if len(lefts) < 2 or lefts[0].lower != "the" or token.relation in {"compound", "apposition"}:
        return False
    tells = any(
        c.relation not in _DESCRIBING or c.part == "proper noun" or c.form == "superlative" or c.lower in _OTHERS for c in lefts[1:]
    )
    return not tells and not any(_specifies(c) for c in token.rights if not c.is_punct)


def _is_seat(noun: Token, left: Token) -> bool:
    """Whether a word before a company or country says no more than where it is: "the Ohio-based company", "the West African country"."""
    if noun.lemma.lower() in _COUNTRIES:
        return left.relation in {"attributive", "compound"} and left.text[0].isupper()
    if noun.lemma.lower() not in _COMPANIES:
        return False
    return (left.lower == "based" and left.i > 1 and left.nbor(-1).text == "-") or country_of(left.text) is not None


def _specifies(child: Token) -> bool:
    """Whether what hangs behind a noun may say which one it is; behind a comma it tells more of what is known."""
    if child.relation in {"relative clause", "adnominal clause", "apposition"} and comma_before(child):
        return False
    if child.relation in {"relative clause", "adnominal clause", "apposition", "clausal complement", "conjunct"}:
        return True
    return child.relation == "preposition" and child.lower not in {"in", "on", "at", "by", "with", "after", "before", "during"}


def _called(sentence: Sentence, token: Token) -> _Told | None:
    """What a thing is called by the name beside it: "the drug, bromide,", "Bromide, the drug that …," """
    if sentence.in_quotation(token) or token.lemma.lower() in _VAGUE or roles.role_of(token.lemma) or token.form != "singular":
        return None
    if (
        token.relation == "apposition"
        and token.head.part == "proper noun"
        and token.i > token.head.i
        and token.left_edge.relation == "determiner"
        and token.left_edge.nbor(-1).is_punct  # not "the Orrin probe, on board the rocket"
    ):
        name = token.head
    else:
        inside = token.relation == "prepositional object" and token.head.head.part in {"noun", "proper noun"}
        apposed = (c for c in token.rights if c.relation == "apposition" and c.part in {"noun", "proper noun"})
        name = token if inside else next(apposed, token)  # "its rival in the market, Orrin"
    first = name.i
    while first and name.tree[first - 1].head.i == name.i and name.tree[first - 1].relation == "compound":
        first -= 1
    words = name.tree[first : name.i + 1]
    if name.i + 2 < len(name.tree) and name.nbor(1).text[0].isupper() and name.nbor(1).part != "verb":
        return None  # "the book, The Girl | In The Polka-Dot Dress"
    ship = first > 0 and name.tree[first - 1].lower == "the" and name.part == "proper noun" and name.left_edge.i == first - 1
    bare = (name.left_edge.i == first or ship) and not any(c.relation in {"conjunct", "possessor"} for c in name.children)
    if name is token or not bare or any(not t.text[0].isalpha() for t in words) or (name.part == "noun" and len(words) > 1):
        return None
    return _Told(sentence.start_of(token), "", f"{'the ' if ship else ''}{' '.join(text_of(words).split())}", is_name=True)


def _told(sentence: Sentence, token: Token) -> _Told | None:
    """What a noun phrase says of which one it means; None where it says nothing that could be said again."""
    if sentence.in_quotation(token) or token.lemma.lower() in _VAGUE or token.relation == "compound":
        return None
    if any(c.lower in _WHICHEVER for c in token.lefts):
        return None
    if any(c.relation == "conjunct" for c in token.children):
        return None
    run, first = _run_before(token), token.left_edge
    introduced = first.lower in _ARTICLES or (first is token and token.form == "plural" and roles.role_of(token.lemma))
    after = _behind(token) if introduced and not any(c.relation == "attributive" for c in token.lefts) else ""
    if run and run[-1].form == "genitive":
        owner = " ".join(text_of(run[:-1]).split())
        named = all(t.part == "proper noun" for t in run[:-1])
        if named:
            return _Told(sentence.start_of(token), "", f"of {owner}", of_country=country_of(owner) == owner)
        run = run if run[-2].form == "plural" else []  # "the children's hospice", not "the club's board"
    before = mid_sentence(text_of(run), run[0]) if run and run[0].i == 0 else text_of(run)
    return _Told(sentence.start_of(token), " ".join(before.split()), " ".join(after.split())) if before or after else None


def _run_before(token: Token) -> list[Token]:
    """The nouns and names right before a noun that make one term with it: "the | Kettle Point | pipeline", "the | board's | plan"."""
    first = token.i
    while first > 0:
        left = token.tree[first - 1]
        makes_one = left.relation == "compound" and left.part in {"noun", "proper noun"} and left.head.i >= first
        owns = left.form == "genitive" or (left.relation == "possessor" and left.part != "pronoun")
        if not (makes_one or owns or (left.part == "proper noun" and left.relation in {"compound", "attributive"})):
            break
        first -= 1
    while first and token.tree[first - 1].relation == "attributive" and first <= token.tree[first - 1].head.i < token.i:
        first -= 1  # "public" of "the public sector strike"
    words = token.tree[first : token.i]
    glued = first > 0 and not token.tree[first - 1].spaced  # "a nine-page letter"
    measured = first > 0 and token.tree[first - 1].part == "numeral" and token.tree[first - 1].head.i < token.i  # "a 5 percent rise"
    return [] if glued or measured or not words or words[0].form == "genitive" else words


def _behind(token: Token) -> str:
    """A short phrase behind a noun, without pronouns, that says which one it is: "of", "to", a participle, "at" where people work."""
    child = next((c for c in token.rights if c.left_edge.i == token.i + 1 and _binds(token, c)), None)
    if child is None:
        return ""
    phrase = child.tree[child.left_edge.i : child.right_edge.i + 1]
    own = [
        t for t in phrase if t.part == "pronoun" or t.is_punct or (t is not child and t.relation in {"relative clause", "adnominal clause"})
    ]
    return "" if own or len(phrase) > _LONGEST or len(phrase) < 2 else text_of(phrase)


def _binds(noun: Token, child: Token) -> bool:
    """Whether what stands right behind a noun says which one it is: "the sale | of the line", "a suit | filed by Orrin"."""
    if child.relation == "adnominal clause":
        bare = child.form == "participle" and child.left_edge is child
        return noun.left_edge.lower in {"a", "an"} and (bare or child.left_edge.lower == "to")
    people = roles.role_of(noun.lemma) and child.lower in {"at", "from"}
    return child.relation == "preposition" and (child.lower in _BINDING or people)


def _named(naming: Naming) -> _Told | None:
    """A name whose last word is a noun: the Harbour Council is "the council"."""
    known = naming.known
    if known is None or known.kind == EntityKind.PERSON or len(naming.words) < 2 or naming.acronym:
        return None
    full = known.name.split()
    return _Told(naming.start, " ".join(full[:-1]), "") if full[-1].casefold() == naming.words[-1].casefold() else None


class _Only:
    """Those with a name of whom one kind of noun may be said, by where an article names them so that it may."""

    def __init__(self, named: Iterable[tuple[int, Known]]) -> None:
        self._named = list(named)

    def meant_at(self, at: int) -> Known | None:
        """The only one before the offset."""
        before = {known for start, known in self._named if start < at}
        return before.pop() if len(before) == 1 else None


def _countries(namings: Sequence[Naming]) -> Iterator[tuple[int, Known]]:
    """Where countries are named."""
    return ((n.start, n.known) for n in namings if n.known is not None and country_of(n.known.name) == n.known.name)


def _company_subjects(sentences: Sequence[Sentence], namings: Sequence[Naming]) -> Iterator[tuple[int, Known]]:
    """Where companies are what a sentence is about, or have shares."""
    for naming in namings:
        known, head = naming.known, sentences[naming.sentence].tree[naming.last - 1]
        if (
            known is None
            or known.kind not in {EntityKind.BODY, EntityKind.THING}
            or not (head.relation in NOUN_SUBJECTS or has_shares(head))
        ):
            continue
        if known.name.split()[-1].casefold() not in _NO_COMPANIES:
            yield naming.start, known
