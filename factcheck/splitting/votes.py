"""What speaks for a person, a body or a place where a name stands: its own words, and those around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.calendar import MONTH_OF
from factcheck.language.given_names import gender_of, is_given
from factcheck.language.inflection import singular
from factcheck.language.lexicon import meanings, words
from factcheck.language.places import country_of, is_place
from factcheck.language.pronouns import gender_of as shown_by
from factcheck.model import EntityKind

if TYPE_CHECKING:
    from factcheck.splitting.names import Naming
    from factcheck.splitting.tree import Token, Tree

PLACE_PREPOSITIONS = frozenset(("in", "at", "near", "across", "outside", "inside", "throughout"))
NO_PERSON = roles.BODY_ENDINGS | roles.THING_ENDINGS
"""Last words of names that no person has."""
_POINTS = ("north", "south", "east", "west")
_SETTLEMENTS = words("places", "settlements")
_COMPASS = frozenset((*_POINTS, *(f"{ns}{joint}{ew}" for ns in _POINTS[:2] for ew in _POINTS[2:] for joint in ("", "-"))))
_BODIES = roles.BODIES | words("nouns", "companies")
_OF_COMPANIES = words("nouns", "of_companies")
_PARTIES = meanings("parties", "names")
_POSTS = words("roles", "posts_in_bodies")
_HIMSELF = frozenset(("himself", "herself"))
_FOUNDED = frozenset(("founded", "headquartered", "listed", "established"))
_FAR = 8
"""Words behind a name among which the noun stands that says what it is."""
_SPEAKING = words("verb_frames", "speaking")
"""Verbs whose subjects are people, or bodies that speak through people."""
_LIVING = words("verb_frames", "living")


def vote(tree: Tree, naming: Naming) -> None:
    """Adds up what speaks for a person, a body or a place; a name is what most of its places in the article say."""
    _by_its_words(naming)
    _by_the_words_around(tree, naming)


def _by_its_words(naming: Naming) -> None:
    votes, last = naming.votes, naming.words[-1].casefold()
    votes[EntityKind.PERSON] += 2 * bool(naming.courtesy)
    votes[EntityKind.PLACE] += 2 * is_place(naming.text)
    votes[EntityKind.BODY] += 8 * ("&" in naming.words) + 5 * ("of" in naming.words) + 3 * bool(naming.acronym)
    if len(naming.words) == 1:
        return
    of_a_country = country_of(naming.words[0]) is not None and country_of(naming.text) is None
    if _members(last) or (of_a_country and not is_given(naming.words[0])):
        votes[EntityKind.BODY] += 5  # "Senate Republicans", "Indonesia AirAsia"
    if len(naming.words) < 5 and any(len(w.rstrip(".")) == 1 for w in naming.words[1:-1]):
        votes[EntityKind.PERSON] += 3
    votes[EntityKind.BODY] += 6 * (last in roles.BODY_ENDINGS) + 4 * _begins_with_letters(naming.words[0])
    votes[EntityKind.THING] += 6 * (last in roles.THING_ENDINGS)
    if is_given(naming.words[0]) and last not in NO_PERSON:
        votes[EntityKind.PERSON] += 3
        naming.gender = naming.gender or gender_of(naming.words[0])


def _members(word: str) -> bool:
    """Whether a word in small letters calls the members of a party: "republicans", "tories"."""
    return word.capitalize() not in _PARTIES and (single := singular(word)) is not None and single.capitalize() in _PARTIES


def _by_the_words_around(tree: Tree, naming: Naming) -> None:
    votes, single = naming.votes, len(naming.words) == 1
    before = tree[naming.first - 1].lower if naming.first else ""
    head, after = tree[naming.last - 1], tree[naming.last : naming.last + 4]
    votes[EntityKind.PLACE] += 2 * (before in PLACE_PREPOSITIONS or _somewhere(tree, naming.first))
    votes[EntityKind.PERSON] += 3 * _aged(after) + 2 * any(t.lower in {"who", "whose"} for t in after[:2])
    votes[EntityKind.BODY] += 4 * _called_a_body(tree, naming) + 2 * _is_run_as_one(head) + 2 * _is_served(tree, naming.first)
    maybe_a_person = naming.words[-1].casefold() not in NO_PERSON and not naming.acronym
    himself = after[0].lower if after else ""
    if himself in _HIMSELF:  # "Pell himself"
        votes[EntityKind.PERSON] += 4
        naming.gender = naming.gender or shown_by(himself)
    if before == "the" and head.relation != "compound":
        votes[EntityKind.THING if single else EntityKind.BODY] += 2
    elif maybe_a_person and _is_who(head):
        votes[EntityKind.PERSON] += 2
    elif maybe_a_person:
        speaks = head.relation == "subject" and head.head.lemma in _SPEAKING
        votes[EntityKind.PERSON] += (1 if single else 2) * speaks + 2 * (_lives(head) or _life_told(tree, naming.last))


def _begins_with_letters(word: str) -> bool:
    """Whether a name begins with those of a body: "BBC Scotland"; two letters may be a person's ("JD Cole")."""
    return len(word) >= _LETTERS and word.isalpha() and word.isupper()


_LETTERS = 3


def _is_run_as_one(head: Token) -> bool:
    """Whether something is told of a name that bodies have and people do not: "shares of Orrin", "Orrin's revenue", "the Orrin CEO"."""
    if has_shares(head) and (head.relation != "prepositional object" or head.head.lower in {"of", "in"}):
        return True
    holder = head.head
    many = holder.form == "plural" and roles.role_of(holder.lemma)
    return head.relation == "compound" and (many or holder.lemma.lower() in _POSTS)


def _is_who(head: Token) -> bool:
    """Whether a name stands behind the comma of what its bearer is to somebody: "his niece, | Mara Lee"."""
    return head.relation == "apposition" and head.head.i < head.i and head.head.form == "singular" and head.head.lemma.lower() in roles.KIN


def _is_served(tree: Tree, first: int) -> bool:
    """Whether somebody has a post in it that only bodies give: "managing director of | Vantor Marine", "an economist at | Orrin"."""
    if first < 2 or tree[first - 1].lower not in {"of", "at"} or tree[first - 1].head.i != tree[first - 2].i:
        return False
    post = tree[first - 2].lemma.lower()
    return post in _POSTS if tree[first - 1].lower == "of" else roles.role_of(post) and post not in roles.KIN


def has_shares(name: Token) -> bool:
    """Whether something is told of a name that only companies have: "shares in Vantor Industries", "Vantor's revenue"."""
    of = name.head.head if name.relation == "prepositional object" else name.head if name.relation in {"possessor", "compound"} else name
    return of is not name and of.lemma.lower() in _OF_COMPANIES


def _called_a_body(tree: Tree, naming: Naming) -> bool:
    """Whether the noun before a name or behind its comma is one for bodies: "the retailer | Dormont", "Helion Roof, a maker of tiles"."""
    before = tree[naming.first - 1] if naming.first else None
    if before is not None and before.relation == "compound" and before.form == "singular" and before.lemma.lower() in _BODIES:
        return not is_given(naming.words[0])
    last = naming.last
    if last + 2 >= len(tree) or tree[last].text != ",":
        return False
    first = tree[last + 1]
    if first.lower in _FOUNDED:
        return True
    nouns = (t for t in tree[last + 1 : last + _FAR] if t.part == "noun" and t.relation not in {"compound", "possessor"})
    head = next(nouns, None) if first.part == "determiner" else None
    return (
        head is not None
        and head.form == "singular"
        and head.lemma.lower() in _BODIES
        and not any(t.text == "," for t in tree[last + 1 : head.i])
    )


def _aged(after: list[Token]) -> bool:
    """Whether an age stands behind a name: "Rob Ellison, 52,", "Rob Ellison (52)"."""
    marked = len(after) > 2 and after[0].text in {",", "("} and after[2].text in {",", ")", "."}
    return marked and after[1].text.isdigit() and len(after[1].text) < 4


def _somewhere(tree: Tree, first: int) -> bool:
    """Whether what stands before a name says that it is a place.

    "In northern | Terrano", "north of | Orsa", "the capital, | Orsa", "in Wexley, | Kent".
    """
    if first < 2:
        return False
    before, further = tree[first - 1], tree[first - 2]
    if before.lower == "of" and further.lower in _COMPASS:
        return True
    if before.part == "adjective" and further.lower in PLACE_PREPOSITIONS:
        return True
    inside = first > 2 and further.part == "proper noun" and tree[first - 3].lower in PLACE_PREPOSITIONS
    return before.text == "," and (inside or further.lemma in _SETTLEMENTS)


def _lives(head: Token) -> bool:
    """Whether what is said of a name is said of people only: "Rille was a mathematician", "Rille died", "Rille was born"."""
    verb = head.head
    if head.relation == "passive subject":
        return verb.lemma == "bear"
    if head.relation != "subject":
        return False
    said = next((c for c in verb.children if c.relation == "predicative" and c.form == "singular"), None) if verb.lemma == "be" else None
    calling = said is not None and roles.role_of(said.lemma) and said.lemma.lower() not in roles.BODIES_TOO
    return calling or (verb.lemma in _LIVING and verb.part == "verb")


def _life_told(tree: Tree, at: int) -> bool:
    """Whether brackets behind a name tell when somebody was born or died: "Nella Mossey (born 3 May 1986)"."""
    if at >= len(tree) or tree[at].text != "(":
        return False
    inside = [t.lower for t in tree[at + 1 : next((t.i for t in tree[at:] if t.text == ")"), at)]]
    return bool({"born", "died"}.intersection(inside)) or sum(word in MONTH_OF for word in inside) == 2
