"""Who says it: the noun phrase as written, found at a verb or inherited along coordinations and participles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.calendar import MONTH_OF, WEEKDAY_OF
from factcheck.language.lexicon import words
from factcheck.language.places import is_place
from factcheck.language.roles import acts
from factcheck.model import Span
from factcheck.splitting.attributions.view import View
from factcheck.splitting.syntax import FINITE, NOUN_SUBJECTS, TENSED, WH_PRONOUNS, WH_WORDS, has_to, is_plural, told_to_its_subject

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_NOMINAL = ("noun", "proper noun", "pronoun", "numeral", "determiner", "adjective")
_LEAVES_OUT = ("relative clause", "adnominal clause", "adverbial clause", "clausal complement", "unclear", "parataxis", "open complement")
_STOPS = frozenset((".", "?", "!"))
_PLACES = frozenset(("outside", "inside", "near", "across", "beyond"))
_SHORTEST_INSERTION, _LONGEST_INSERTION = 4, 8
"""Words up to the verb: "Ann Lee, prosecuting,", "Ann Lee, for the second of the defendants,"."""
_BROUGHT_ABOUT = words("verb_frames", "brought_about")
_HAVING_DONE = frozenset(("get", "have", "keep", "see", "want"))
_CLIMBS = ("conjunct", "adverbial clause", "open complement", "unclear", "parataxis", "adjectival predicative")


class Speakers:
    """The speakers of one sentence's cues. `lifted` says of a verb whose content it was cut from that both have one speaker."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[int, Span | None] = {}
        self.lifted: dict[int, Token] = {}

    def of(self, verb: Token) -> Span | None:
        """Who is the subject of the verb, or None."""
        if verb.i not in self._known:
            self._known[verb.i] = None  # against a parse that runs in a circle
            self._known[verb.i] = self._find(verb)
        return self._known[verb.i]

    def give(self, verb: Token, speaker: Span | None) -> None:
        """Let the verb have a speaker that was found by other means."""
        self._known[verb.i] = speaker

    def _find(self, verb: Token) -> Span | None:
        if verb.i in self.lifted and not _has_subject(verb):
            return self.of(self.lifted[verb.i])
        if is_hearing(verb):
            return self._heard_from(verb)
        passive = is_passive(verb)
        for child in verb.children:
            if child.relation == "subject" and not passive:
                return self._subject(child)
            if child.relation == "agent" and passive:
                return next((self.phrase(c) for c in child.children if c.relation == "prepositional object"), None)
        if passive:
            return None
        if verb.relation == "adnominal clause" and verb.head.part in _NOMINAL:
            return self.phrase(verb.head) if verb.form == "ing" else None
        if verb.relation == "relative clause" and verb.head.part in _NOMINAL:
            return None
        return self._before_an_insertion(verb) or self._inherited(verb)

    def _heard_from(self, verb: Token) -> Span | None:
        """Whose words somebody hears, where it says so: "The panel heard from | Dr Ann Lee | that the boy was ill"."""
        source = next((c for c in verb.children if c.relation == "preposition" and c.lower == "from" and c.i > verb.i), None)
        return next((self.phrase(c) for c in source.children if c.relation == "prepositional object"), None) if source is not None else None

    def _before_an_insertion(self, verb: Token) -> Span | None:
        """The name between commas with a few words of who it is behind it: "Opening the case at York, Ann Lee, prosecuting, | said"."""
        tree = self._view.tokens
        if verb.relation != "root" or verb.form not in TENSED or verb.i < _SHORTEST_INSERTION or tree[verb.i - 1].text != ",":
            return None
        inner = next((i for i in range(verb.i - 2, max(0, verb.i - _LONGEST_INSERTION), -1) if tree[i].text == ","), 0)
        start = inner
        while start and tree[start - 1].part == "proper noun":
            start -= 1
        inserted = tree[inner + 1 : verb.i - 1]
        named = inner - start > 1 and start > 0 and tree[start - 1].text == ","
        loose = not any(t.part in {"verb", "auxiliary"} and t.form in FINITE for t in inserted)
        return self._view.span(start, inner - 1) if named and inserted and loose and not any(map(self._view.quoted, inserted)) else None

    def _inherited(self, verb: Token) -> Span | None:
        head = verb.head
        if verb.relation in ("prepositional clause", "preposition") and head.i != verb.i:
            while head.part not in ("verb", "auxiliary") and head.head.i != head.i:
                head = head.head
            return self._of_governor(head)
        if verb.relation in _CLIMBS and head.i != verb.i and head.part in ("verb", "auxiliary", "adjective"):
            made = verb.relation == "open complement" or (has_to(verb) and head.lemma in _BROUGHT_ABOUT)
            if made and (asked := _addressee(head, verb)) is not None:
                return self.phrase(asked)
            return self._of_governor(head)
        return None

    def _of_governor(self, head: Token) -> Span | None:
        if head.part not in ("verb", "auxiliary"):
            return None
        if is_passive(head):
            return next((self._subject(c) for c in head.children if c.relation == "passive subject"), None)
        if is_hearing(head):
            return next((self._subject(c) for c in head.children if c.relation == "subject"), None)
        return self.of(head)

    def _subject(self, head: Token) -> Span | None:
        return None if head.lower == "there" or self._view.quoted(head) else self.phrase(head)

    def phrase(self, head: Token) -> Span:
        """The noun phrase as written, with titles and prepositional phrases, without relative clauses and appositions."""
        tokens = self._view.tokens
        head = _behind_a_place(head) or head
        first, last = head.left_edge.i, head.right_edge.i
        coordinated = any(c.relation == "conjunct" and c.part not in ("verb", "auxiliary") for c in head.children)
        for child in head.children:
            if child.i < head.i:
                continue
            loose = child.relation == "punctuation" and child.text in (",", "--", "—", "–", ":", "(", ";") and not coordinated
            if (
                child.relation in _LEAVES_OUT
                or (child.relation == "apposition" and not self._is_close(child))
                or loose
                or (child.relation == "conjunct" and child.part in ("verb", "auxiliary"))
            ):
                last = min(last, child.left_edge.i - 1)
        for i in range(first, last + 1):
            if self._view.inside[i] is not None and self._view.inside[i] is not self._view.inside[head.i]:
                first, last = (i + 1, last) if i < head.i else (first, min(last, i - 1))
        told = (i for i in range(head.i + 1, last) if tokens[i].text == "," and tokens[i + 1].form in WH_PRONOUNS)
        last = max(next(told, last + 1) - 1, head.i)
        # "a report by the Audit Office, | which was seen by the Echo", "a panel of doctors | on Monday"
        last = next((i - 1 for i in range(head.i + 1, last) if _begins_a_day(tokens[i])), last)
        if last + 1 < len(tokens) and tokens[last].part == "adposition" and tokens[last + 1].is_quote:
            last = next((i - 1 for i in range(head.i + 1, last) if tokens[i].form in WH_PRONOUNS), last)  # "a man who called it “vile”"
        while last > head.i and (
            tokens[last].is_punct or tokens[last].is_space or tokens[last].relation in ("coordinator", "subordinator")
        ):
            last -= 1
        while first < head.i and (tokens[first].is_punct or tokens[first].is_space or _before_a_phrase(tokens[first], head)):
            first += 1
        return self._view.span(first, self._with_what_is_quoted(head.i, last))

    def _with_what_is_quoted(self, head: int, last: int) -> int:
        """The last token of a phrase, with the words in marks that it breaks off at: "The family of a | ‘beloved man’ | say"."""
        tokens, inside = self._view.tokens, self._view.inside
        if last == head or last + 1 >= len(tokens) or tokens[last].part not in {"adposition", "determiner"}:
            return last
        quotation = inside[last + 1]
        return max((i for i in range(last + 1, len(tokens)) if quotation is not None and inside[i] is quotation), default=last)

    def owner(self, head: Token) -> Span:
        """The noun phrase of a possessor as written, without the `'s` that says that something is its own."""
        phrase = self.phrase(head)
        owns = self._view.text[phrase.start : phrase.end].endswith(("'s", "’s"))
        return phrase.model_copy(update={"end": phrase.end - 2}) if owns else phrase

    def _is_close(self, apposition: Token) -> bool:
        """Whether a name follows what its bearer is without a mark: the rights group Open Ballot."""
        before = self._view.tokens[apposition.left_edge.i - 1]
        return apposition.part == "proper noun" and not before.is_punct and self._view.inside[apposition.i] is None

    def after(self, first: int) -> Span | None:
        """A noun phrase that starts at a token, read word by word: for `said X` where the parse has lost it."""
        tokens, at = self._view.tokens, first
        while at < len(tokens) and _goes_on(tokens[at]) and self._view.inside[at] is None:
            at += 1
        while at > first and tokens[at - 1].part in ("adposition", "coordinator", "adverb", "determiner", "punctuation"):
            at -= 1
        named = any(t.part in ("noun", "proper noun", "pronoun") for t in tokens[first:at])
        return self._view.span(first, at - 1) if named else None


def _begins_a_day(token: Token) -> bool:
    """Whether it is the "on" of a day, which tells when somebody speaks and not who: `on Tuesday night`, `on 3 May`."""
    if token.lower != "on" or token.i + 1 >= len(token.tree):
        return False
    following = token.tree[token.i + 1 : token.i + 3]
    day = following[0].lower in WEEKDAY_OF or (following[0].text.isdigit() and following[-1].lower in MONTH_OF)
    dated = following[0].lower in MONTH_OF and following[-1].text.isdigit()
    return (day or dated) and following[-1].form != "genitive"  # "a statement on Monday's vote"


def _behind_a_place(head: Token) -> Token | None:
    """The name that the parse takes for one of two with the place before it: "Outside court, | Detective Sergeant Lorna Keay"."""
    if head.part != "noun" or head.tree[head.left_edge.i].lower not in _PLACES:
        return None
    name = next((c for c in head.children if c.relation in ("conjunct", "apposition") and c.part == "proper noun"), None)
    return name if name is not None and head.tree[name.left_edge.i - 1].text == "," else None


def _before_a_phrase(token: Token, head: Token) -> bool:
    return token.relation in ("coordinator", "subordinator") or (
        token.relation == "adverbial" and token.head.i == head.i and token.part in ("adverb", "subordinator")
    )


def _goes_on(token: Token) -> bool:
    return (
        token.part in ("determiner", "adjective", "noun", "proper noun", "numeral", "particle", "pronoun")
        or token.relation in ("attributive", "compound")
        or token.lower in ("of", "for", "and", "&", "’s", "'s")
    )


def _addressee(verb: Token, doing: Token) -> Token | None:
    """Who is to do it, where the verb has somebody else do it: asked him to say; not what somebody uses to do it: `held a rally to say`."""
    whom = next((c for c in verb.children if c.relation == "object" and c.i > verb.i), None)
    thing = whom is not None and whom.part == "noun" and not (acts(whom.lemma) or is_plural(whom))
    return None if thing and has_to(doing) else whom


def _has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own, which no relative pronoun is."""
    return any(c.relation in NOUN_SUBJECTS and c.form not in WH_PRONOUNS for c in verb.children)


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive voice, as a participle too: `Asked whether she knew, Hale said no`, `when told that …`."""
    relations = {c.relation for c in verb.children}
    participle = (
        verb.relation == "adverbial clause"
        and verb.form in ("participle", "past")
        and not relations & {"subject", "auxiliary", "expletive"}
    )
    made = verb.form == "participle" and verb.head.lemma in _HAVING_DONE and verb.relation in ("clausal complement", "open complement")
    participle = participle or (made and not any(c.relation == "auxiliary" for c in verb.children))  # "saw the police called on them"
    return participle or bool(relations & {"passive subject", "passive auxiliary"}) or told_to_its_subject(verb)


def is_hearing(verb: Token) -> bool:
    """Whether its subject hears what is said, or in a headline is told it: `The court heard that …`, `Pair lied, court told`."""
    return verb.lemma == "hear" or _is_told_in_a_headline(verb)


def _is_told_in_a_headline(verb: Token) -> bool:
    """Whether a `told` lacks its "was": nobody is told behind it, though who tells something tells it to somebody."""
    if verb.lower != "told" or verb.tree[-1].text in _STOPS:
        return False
    subject = next((c for c in verb.children if c.relation in NOUN_SUBJECTS and c.i < verb.i), None)
    if subject is None or subject.part == "pronoun" or any(c.relation == "determiner" for c in subject.children):
        return False
    after = verb.tree[verb.i + 1] if verb.i + 1 < len(verb.tree) else None
    if after is None or after.is_punct:
        return True
    clause = next((c for c in verb.children if c.relation == "clausal complement" and c.i > verb.i), None)
    return clause is not None and clause.left_edge.i == after.i and after.form not in WH_WORDS


def may_speak(subject: Token) -> bool:
    """Whether the head of a subject is somebody, or some body, that has words: a name, "he", "the minister", "the council"."""
    if subject.part == "pronoun":
        return subject.lower in {"he", "she", "they"}
    named = subject.part == "proper noun" and not is_place(subject.text)
    return named or acts(subject.lemma)
