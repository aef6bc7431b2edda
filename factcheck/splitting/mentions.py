"""Reads an article from its beginning and finds who each name, role and pronoun means.

A tie is made only when one candidate is left: wrong is worse than none. The order among candidates (the speaker, then the
subject, then anybody, of the nearest earlier sentence) is that of centering theory (Grosz, Joshi and Weinstein, Centering: A
Framework for Modelling the Local Coherence of Discourse, 1995), with its doubtful cases left untied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.lexicon import words
from factcheck.language.pronouns import THIRD_PERSON
from factcheck.model import Attribution, Span
from factcheck.splitting.names import Known, Naming
from factcheck.splitting.tree import text_of

if TYPE_CHECKING:
    from factcheck.splitting.by_hand import ByHand
    from factcheck.splitting.parsed import Parsed, Sentence
    from factcheck.splitting.tree import Token

_POSSESSIVES = frozenset(("his", "her", "its", "their"))
_REFLEXIVES = frozenset(("himself", "herself"))
_SUBJECTS = frozenset({"subject", "passive subject"})
_OBJECT_FORMS = frozenset({"him", "them"})
_OBJECTS = frozenset({"object", "indirect object", "prepositional object"})
_NOT_NOW = frozenset(("former", "ex", "vice", "deputy", "acting", "shadow", "assistant", "late"))
"""A title with one of these is not the title without it."""
_WEATHER_AND_TIME = words("verb_frames", "weather_and_time")
"""Verbs whose "it" often means nothing."""
_FURTHEST = 3
"""How many sentences back a pronoun may reach, when those between speak of nobody that fits."""


@dataclass(frozen=True)
class Mention:
    """A place in the article where somebody or some body is mentioned, and how: `name`, `role` or `pronoun`.

    `gloss` is what stands for it in a gist: the full name, or where nobody is named the words meant ("the researchers").
    """

    start: int
    end: int
    text: str
    how: str
    known: Known | None
    gloss: str | None = None

    @property
    def possessive(self) -> bool:
        """Whether it is a possessive pronoun, so that what stands for it needs a genitive."""
        return self.how == "pronoun" and self.text.casefold() in _POSSESSIVES


@dataclass(frozen=True)
class Referent:
    """Somebody or something that a sentence speaks of: the words, and the named one behind them where there is one."""

    start: int
    end: int
    text: str
    known: Known | None
    gender: str | None
    plural: bool = False
    person: bool = False
    body: bool = False

    @property
    def who(self) -> object:
        """What tells two referents apart: the one named, or the words where nobody is."""
        return self.known or self.text.casefold()

    def fits(self, kind: str) -> bool:
        """Whether a pronoun of that kind (he, she, it, they) can mean it, by number, gender and animacy."""
        if kind == "they":
            return self.plural
        if self.plural:
            return False
        if kind == "it":
            return not self.person
        return self.person and self.gender in (None, "m" if kind == "he" else "f")


@dataclass
class _Scene:
    """What a sentence leaves behind for the pronouns that follow.

    `doubts` are the kinds of pronoun it left untied, `quoted` those in quotations.
    """

    speakers: list[Referent] = field(default_factory=list)
    subjects: list[Referent] = field(default_factory=list)
    others: list[Referent] = field(default_factory=list)
    doubts: set[str] = field(default_factory=set)
    quoted: set[str] = field(default_factory=set)

    def fitting(self, kind: str) -> list[Referent]:
        """Everybody in it that the pronoun can mean, speakers first."""
        return [r for r in (*self.speakers, *self.subjects, *self.others) if r.fits(kind)]


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
        self._scenes: list[_Scene] = []
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
        scene = _Scene()
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
        self._scenes = [*self._scenes[1 - _FURTHEST :], scene]

    def _read_name(self, scene: _Scene, naming: Naming, token: Token, speakers: set[int], quoted: bool) -> None:
        if token.i == naming.first:
            gloss = naming.known.name if naming.known else None
            self._mentions.append(Mention(naming.start, naming.end, naming.text, "name", naming.known, gloss))
        if token.i != naming.last - 1 or quoted:
            return
        kind = naming.known.kind if naming.known else "person"
        unclear = kind == "thing" and len(naming.words) == 1 and not naming.acronym
        several = (token.form == "proper plural" and kind != "body") or any(c.relation == "conjunct" for c in token.children)
        gender = naming.gender or (naming.known.gender if naming.known else None)
        known = naming.known
        referent = Referent(
            naming.start,
            naming.end,
            naming.text,
            known,
            gender,
            several,
            person=kind == "person" or unclear,
            body=kind in {"body", "place"},
        )
        self._keep(scene, token, referent, speakers)
        if several and referent.person:
            scene.others.append(Referent(naming.start, naming.end, naming.text, known, gender, person=True))

    def _read_noun(self, scene: _Scene, number: int, sentence: Sentence, token: Token, speakers: set[int]) -> None:
        """A noun without a name: a role that may stand for somebody named, or something that pronouns may mean."""
        if token.relation == "apposition" or any(c.relation == "apposition" and c.part == "proper noun" for c in token.children):
            return
        person, body = roles.role_of(token.lemma), roles.body_of(token.lemma)
        if not (person or body or token.relation in _SUBJECTS or token.i in speakers):
            return
        left = next((c.i for c in token.lefts if c.relation in {"determiner", "possessor", "predeterminer"}), token.left_edge.i)
        words = sentence.tree[left : token.i + 1]
        start, end, text = sentence.start_of(words[0]), sentence.end_of(token), " ".join(text_of(words).split())
        known = self._roles.bearer(number, words, token) if person and token.form == "singular" else None
        named = next((n.known for n in self._namings.get(number, ()) if n.last >= token.i - 1 and n.first < token.i), None)
        if token.lemma.lower() in roles.MEDIA_HEADS and named is not None:
            known, body = named, True
        elif (known := self._by_hand.at(start, end, text) or known) is not None:
            self._mentions.append(Mention(start, end, text, "role", known, known.name))
        plural = token.form in {"plural", "proper plural"} or any(c.relation == "conjunct" for c in token.children)
        gender = roles.role_gender(token.lemma)
        self._keep(scene, token, Referent(start, end, text, known, gender, plural, person=person and not body, body=body), speakers)

    def _keep(self, scene: _Scene, token: Token, referent: Referent, speakers: set[int]) -> None:
        while token.relation == "apposition" and token.head.i != token.i:
            token = token.head
        if token.i in speakers and token.relation != "possessor":
            scene.speakers.append(referent)
        elif token.relation in _SUBJECTS:
            scene.subjects.append(referent)
        else:
            scene.others.append(referent)

    def _read_pronoun(self, scene: _Scene, sentence: Sentence, token: Token, kind: str, speakers: set[int]) -> None:
        start, end = sentence.start_of(token), sentence.end_of(token)
        if (known := self._by_hand.at(start, end, token.text)) is not None:
            person = known.kind == "person"
            found: Referent | None = Referent(start, end, known.name, known, known.gender, person=person, body=not person)
        else:
            found = self._resolved(scene, sentence, token, kind, token.i in speakers)
        if found is None:
            scene.doubts.add(kind)
            self._mentions.append(Mention(start, end, token.text, "pronoun", None))
            return
        known = found.known if kind != "they" else None
        gloss = known.name if known else found.text
        self._mentions.append(Mention(start, end, token.text, "pronoun", known, gloss))
        if token.lower not in _POSSESSIVES:
            self._keep(scene, token, found, speakers)

    def _resolved(self, scene: _Scene, sentence: Sentence, token: Token, kind: str, speaking: bool) -> Referent | None:
        main_subject = token.relation in _SUBJECTS and token.head.relation == "root" and not _means_nothing(token)
        if kind in {"it", "they"} and not (speaking or main_subject):
            return None
        if not speaking and kind not in {"it", "they"}:
            if kind in scene.doubts | scene.quoted:
                return None
            here = self._before(scene, sentence, token, kind)
            if here or token.lower in _REFLEXIVES:
                found = _only(here)
                sure = found is None or token.relation in _SUBJECTS or _subject_of_clause(sentence, token, found)
                return found if sure or found is None or not self._rivals(found, kind) else None
        if speaking and (spoken := [r for r in scene.speakers if r.fits(kind)]):
            return _only([*spoken, *(r for r in scene.fitting(kind) if r.known)])
        return self._from_earlier(kind, speaking)

    def _rivals(self, found: Referent, kind: str) -> bool:
        """Whether somebody else who was named of late could be meant."""
        return any(r.known is not None and r.who != found.who for scene in self._scenes for r in scene.fitting(kind))

    def _before(self, scene: _Scene, sentence: Sentence, token: Token, kind: str) -> list[Referent]:
        """Those mentioned before the pronoun in its own sentence that it can mean; an object is not its own subject."""
        fitting = scene.fitting(kind)
        subjects = (
            c for a in token.ancestors if a.part in {"verb", "auxiliary"} for c in a.children if c.relation in _SUBJECTS and c.i != token.i
        )
        subject = next(subjects, None)
        is_object = token.lower in _OBJECT_FORMS or token.relation in _OBJECTS
        if subject is not None and is_object and token.lower not in _REFLEXIVES:
            start, end = sentence.start_of(subject.tree[subject.left_edge.i]), sentence.end_of(subject.tree[subject.right_edge.i])
            return [r for r in fitting if not start <= r.start < end]
        return fitting

    def _from_earlier(self, kind: str, speaking: bool) -> Referent | None:
        for scene in reversed(self._scenes):
            fitting = scene.fitting(kind)
            if kind in scene.doubts:
                return None
            if speaking and any(r.fits(kind) for r in scene.speakers):
                fitting = [r for r in (*scene.speakers, *scene.subjects) if r.fits(kind)]
            elif kind in scene.quoted:
                return None
            if kind == "it":
                front = [r for r in (*scene.speakers, *scene.subjects) if r.fits(kind)]
                if front or any(r.body for r in fitting):
                    bodies = [r for r in front if r.body] if speaking else front
                    found = _only(bodies)
                    return found if found is not None and found.body and found.known else None
            elif kind == "they":
                return _only([r for r in fitting if r.person or r.body]) if speaking else None
            elif fitting:
                front = [r for r in (*scene.speakers, *scene.subjects) if r.fits(kind)]
                found = _only([*front, *(r for r in fitting if r.known)]) if front else _only(fitting)
                return found if front or found is None or (found.known and not speaking) else None
        return None


def _subject_of_clause(sentence: Sentence, token: Token, referent: Referent) -> bool:
    """Whether the referent is the subject of the clause that the pronoun stands in ("Smith sold his house")."""
    for verb in token.ancestors:
        subject = next((c for c in verb.children if c.relation in _SUBJECTS), None)
        if subject is not None:
            start = sentence.start_of(subject.tree[subject.left_edge.i])
            return start <= referent.start < sentence.end_of(subject.tree[subject.right_edge.i])
    return False


class _Roles:
    """Whom a title was given to, for "the minister" later on."""

    def __init__(self, namings: Sequence[Naming]) -> None:
        self._by_word: dict[str, list[tuple[int, frozenset[str], Known]]] = {}
        self._plainly: dict[str, set[Known]] = {}
        told = set[tuple[frozenset[str], Known]]()
        for naming in namings:
            known, title = naming.known, _words(naming.title or "")
            if known is None or known.kind != "person" or (title, known) in told:
                continue
            told.add((title, known))
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


def _only(referents: Sequence[Referent]) -> Referent | None:
    """The first of them when all are the same one."""
    return referents[0] if referents and len({r.who for r in referents}) == 1 else None


def _means_nothing(token: Token) -> bool:
    """Whether an "it" is the empty subject of "it is clear that", "it rained", "it took years to"."""
    if token.lower != "it":
        return False
    verb = token.head
    clauses = any(
        c.relation in {"clausal complement", "open complement", "clausal subject", "adverbial clause"}
        or (
            c.relation in {"adjectival predicative", "predicative"}
            and any(g.relation in {"open complement", "clausal complement", "relative clause"} for g in c.children)
        )
        for c in verb.children
    )
    return verb.lemma in _WEATHER_AND_TIME or (verb.lemma == "be" and clauses)
