"""Reads an article from its beginning and finds who each name, role and pronoun means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.pronouns import THIRD_PERSON
from factcheck.model import Attribution, EntityKind, How, Span
from factcheck.splitting.coreference import SUBJECTS, CorefResolver, Decision, Pronoun, Referent, Scene
from factcheck.splitting.names import Known, Naming
from factcheck.splitting.tree import text_of

if TYPE_CHECKING:
    from factcheck.splitting.by_hand import ByHand
    from factcheck.splitting.parsed import Parsed, Sentence
    from factcheck.splitting.tree import Token

_POSSESSIVES = frozenset(("his", "her", "its", "their"))
_NOT_NOW = frozenset(("former", "ex", "vice", "deputy", "acting", "shadow", "assistant", "late"))
"""A title with one of these is not the title without it."""


@dataclass(frozen=True)
class Mention:
    """A place in the article where somebody or some body is mentioned, and how.

    `gloss` is what stands for it in a gist: the full name, or where nobody is named the words meant ("the researchers").
    """

    start: int
    end: int
    text: str
    how: How
    known: Known | None
    gloss: str | None = None
    decision: Decision | None = None

    @property
    def possessive(self) -> bool:
        """Whether it is a possessive pronoun, so that what stands for it needs a genitive."""
        return self.how is How.PRONOUN and self.text.casefold() in _POSSESSIVES


def head_of(sentence: Sentence, span: Span) -> Token | None:
    """The token of the span that its other words hang on; None when the span has no words in the sentence."""
    tokens = [t for t in sentence.tokens(span.start, span.end) if not t.is_punct and not t.is_space]
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), None)


class Reader:
    """Reads the sentences in order, keeping in mind who was spoken of last."""

    def __init__(self, parsed: Parsed, attributions: Sequence[Attribution], namings: Sequence[Naming], by_hand: ByHand) -> None:
        self._by_hand = by_hand
        self._sentences = parsed.sentences
        self._attributions = sorted(attributions, key=lambda a: a.start)
        self._namings: dict[int, list[Naming]] = {}
        for naming in namings:
            self._namings.setdefault(naming.sentence, []).append(naming)
        self._roles = _Roles(namings)
        self._resolver = CorefResolver()
        self._mentions: list[Mention] = []

    def read(self) -> list[Mention]:
        """Every mention in the article."""
        coming, current = 0, list[Attribution]()
        for number, sentence in enumerate(self._sentences):
            while coming < len(self._attributions) and self._attributions[coming].start < sentence.span.end:
                current.append(self._attributions[coming])
                coming += 1
            current = [a for a in current if a.end > sentence.span.start]
            speakers = {t.i for a in current if a.speaker and (t := head_of(sentence, a.speaker)) is not None}
            self._read_sentence(number, sentence, speakers)
        return self._mentions

    def _read_sentence(self, number: int, sentence: Sentence, speakers: set[int]) -> None:
        scene = Scene()
        names = {i: n for n in self._namings.get(number, ()) for i in range(n.first, n.last)}
        for token in sentence.tree:
            quoted = sentence.in_quotation(token)
            kind = THIRD_PERSON.get(token.lower)
            if token.i in names:
                self._read_name(scene, names[token.i], token, speakers, quoted)
            elif kind is not None and token.part == "pronoun":
                if quoted:
                    scene.quoted.add(kind)
                else:
                    self._read_pronoun(scene, sentence, token, kind, speakers)
            elif token.part == "noun" and not quoted and token.relation != "compound":
                self._read_noun(scene, number, sentence, token, speakers)
        self._resolver.remember(scene)

    def _read_name(self, scene: Scene, naming: Naming, token: Token, speakers: set[int], quoted: bool) -> None:
        if token.i == naming.first:
            gloss = naming.known.name if naming.known else None
            self._mentions.append(Mention(naming.start, naming.end, naming.text, How.NAME, naming.known, gloss))
        if token.i != naming.last - 1 or quoted:
            return
        kind = naming.known.kind if naming.known else EntityKind.PERSON
        unclear = kind is EntityKind.THING and len(naming.words) == 1 and not naming.acronym
        several = (token.form == "proper plural" and kind is not EntityKind.BODY) or any(c.relation == "conjunct" for c in token.children)
        gender = naming.gender or (naming.known.gender if naming.known else None)
        known = naming.known
        referent = Referent(
            naming.start,
            naming.end,
            naming.text,
            known,
            gender,
            several,
            person=kind is EntityKind.PERSON or unclear,
            body=kind in {EntityKind.BODY, EntityKind.PLACE},
        )
        self._keep(scene, token, referent, speakers)
        if several and referent.person:
            scene.others.append(Referent(naming.start, naming.end, naming.text, known, gender, person=True))

    def _read_noun(self, scene: Scene, number: int, sentence: Sentence, token: Token, speakers: set[int]) -> None:
        """A noun without a name: a role that may stand for somebody named, or something that pronouns may mean."""
        if token.relation == "apposition" or any(c.relation == "apposition" and c.part == "proper noun" for c in token.children):
            return
        person, body = roles.role_of(token.lemma), roles.body_of(token.lemma)
        if not (person or body or token.relation in SUBJECTS or token.i in speakers):
            return
        left = next((c.i for c in token.lefts if c.relation in {"determiner", "possessor", "predeterminer"}), token.left_edge.i)
        words = sentence.tree[left : token.i + 1]
        start, end, text = sentence.start_of(words[0]), sentence.end_of(token), " ".join(text_of(words).split())
        known = self._roles.bearer(number, words, token) if person and token.form == "singular" else None
        named = next((n.known for n in self._namings.get(number, ()) if n.last >= token.i - 1 and n.first < token.i), None)
        if token.lemma.lower() in roles.MEDIA_HEADS and named is not None:
            known, body = named, True
        elif (known := self._by_hand.at(start, end, text) or known) is not None:
            self._mentions.append(Mention(start, end, text, How.ROLE, known, known.name))
        plural = token.form in {"plural", "proper plural"} or any(c.relation == "conjunct" for c in token.children)
        gender = roles.role_gender(token.lemma)
        self._keep(scene, token, Referent(start, end, text, known, gender, plural, person=person and not body, body=body), speakers)

    def _keep(self, scene: Scene, token: Token, referent: Referent, speakers: set[int]) -> None:
        while token.relation == "apposition" and token.head.i != token.i:
            token = token.head
        if token.i in speakers and token.relation != "possessor":
            scene.speakers.append(referent)
        elif token.relation in SUBJECTS:
            scene.subjects.append(referent)
        else:
            scene.others.append(referent)

    def _read_pronoun(self, scene: Scene, sentence: Sentence, token: Token, kind: str, speakers: set[int]) -> None:
        start, end = sentence.start_of(token), sentence.end_of(token)
        if (known := self._by_hand.at(start, end, token.text)) is not None:
            person = known.kind is EntityKind.PERSON
            meant = Referent(start, end, known.name, known, known.gender, person=person, body=not person)
            decision = Decision("put right by hand", (meant,), meant)
        else:
            decision = self._resolver.resolve(Pronoun(kind, token, sentence, token.i in speakers), scene)
        found = decision.chosen
        if found is None:
            scene.doubts.add(kind)
            self._mentions.append(Mention(start, end, token.text, How.PRONOUN, None, decision=decision))
            return
        known = found.known if kind != "they" else None
        gloss = known.name if known else found.text
        self._mentions.append(Mention(start, end, token.text, How.PRONOUN, known, gloss, decision))
        if token.lower not in _POSSESSIVES:
            self._keep(scene, token, found, speakers)


class _Roles:
    """Whom a title was given to, for "the minister" later on."""

    def __init__(self, namings: Sequence[Naming]) -> None:
        self._by_word: dict[str, list[tuple[int, frozenset[str], Known]]] = {}
        self._plainly: dict[str, set[Known]] = {}
        seen = set[tuple[frozenset[str], Known]]()
        for naming in namings:
            known, title = naming.known, _words(naming.title or "")
            if known is None or known.kind is not EntityKind.PERSON or (title, known) in seen:
                continue
            seen.add((title, known))
            for word in sorted(title):
                self._by_word.setdefault(word, []).append((naming.sentence, title, known))
                if _bears(title, frozenset({word})):
                    self._plainly.setdefault(word, set()).add(known)
        self._unnamed: set[str] = set()

    def bearer(self, sentence: int, words: list[Token], head: Token) -> Known | None:
        """The one person that "the minister" can be: introduced by then, under a title with all of the words.

        None when two people bear the title anywhere in the article, or when somebody without a name ("a minister") came first.
        """
        if words[0].lower != "the":
            self._unnamed.add(head.lower)
            return None
        plain = all(t.part in {"noun", "adjective"} for t in words[1:])
        if (
            not plain
            or head.lower in self._unnamed
            or any(c.relation in {"preposition", "relative clause", "apposition", "adnominal clause"} for c in head.children)
        ):
            return None
        if len(self._plainly.get(head.lower, ())) != 1:
            return None
        wanted = frozenset(t.lower for t in words[1:])
        given = min((self._by_word.get(word, []) for word in wanted), key=len, default=[])
        bearers = {known for at, title, known in given if at <= sentence and _bears(title, wanted)}
        return bearers.pop() if len(bearers) == 1 else None


def _words(title: str) -> frozenset[str]:
    return frozenset(title.lower().split())


def _bears(title: frozenset[str], wanted: frozenset[str]) -> bool:
    return wanted <= title and not (title - wanted) & _NOT_NOW
