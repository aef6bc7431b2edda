"""Who said what: speaker, cue and what was said, read from the parse and the quotation marks together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.model import Article, Attribution, Mode, Span, Speaker, Words
from factcheck.splitting import cues
from factcheck.splitting.parsed import Parsed, Sentence, parse
from factcheck.splitting.quotations import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_attributions(article: Article) -> list[Attribution]:
    """Every place where the article says that somebody said, wrote, thought or wanted something, in the order of the text.

    Each has the speaker's words (None when nobody is named), the cue, the spans of what was said and the mode. Offsets are
    code points into `article.text`. Raises FactcheckError when no language model can be loaded.
    """
    return attributions_of(parse(article))


def attributions_of(parsed: Parsed) -> list[Attribution]:
    """The same over an article that is parsed already."""
    found: list[Attribution] = []
    text = parsed.article.text
    previous: Sentence | None = None
    for sentence in parsed.sentences:
        here = list(_Reader(text, sentence).attributions())
        if not here and found and previous is not None:
            found[-1:] = _continued(text, found[-1], previous, sentence)
        found += here
        previous = sentence
    found.sort(key=lambda a: (a.start, a.end))
    return found


def _continued(text: str, last: Attribution, previous: Sentence, sentence: Sentence) -> list[Attribution]:
    """A sentence that is all quotation goes on with the quotation of the sentence before, by the same speaker."""
    quoted = _whole_quotation(text, sentence)
    reaches = last.end >= previous.span.end - 2 and last.mode is not Mode.INDIRECT and _ends_quoted(text, last, previous)
    same = previous.block == sentence.block or (quoted is not None and quoted.resumes)
    if quoted is None or not reaches or not same:
        return [last]
    end = _trim(text, min(sentence.span.end, quoted.outer.end), sentence.span)
    more = Span(start=max(sentence.span.start, quoted.outer.start), end=end)
    content = (*last.content, more)
    return [last.model_copy(update={"content": content, "end": max(last.end, more.end)})]


def _trim(text: str, end: int, within: Span) -> int:
    while end > within.start and text[end - 1].isspace():
        end -= 1
    return end


def _whole_quotation(text: str, sentence: Sentence) -> Quotation | None:
    """The quotation that takes up the whole sentence, marks aside, or None."""
    for quotation in sentence.quotations:
        before = text[sentence.span.start : max(sentence.span.start, quotation.outer.start)]
        after = text[min(sentence.span.end, quotation.outer.end) : sentence.span.end]
        if not before.strip() and not after.strip(" .,!?"):
            return quotation
    return None


def _ends_quoted(text: str, last: Attribution, previous: Sentence) -> bool:
    """Whether the sentence before ends in direct speech: inside a quotation, at its end, or in `…," X said.`"""
    ending = text[previous.span.start : previous.span.end].rstrip(" .")
    if previous.quoted_at(previous.span.end - 1) or ending[-1:] in "\"”»'’":
        return True
    return (
        last.speaker is not None and last.cue is not None and max(last.speaker.end, last.cue.end) >= previous.span.start + len(ending) - 1
    )


class _Reader:
    """Reads one sentence. What one cue has taken as its content, another does not take again."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self._text, self._sentence = text, sentence
        self._taken: list[Span] = []
        self._speakers: dict[int, list[Token]] = {}

    def attributions(self) -> Iterator[Attribution]:
        tokens = list(self._sentence.doc)
        cue_tokens = [t for t in tokens if self._is_cue(t)]
        for token in sorted(cue_tokens, key=_depth):
            yield from self._by_verb(token)
        for token in tokens:
            if token.lower_ == "according" and token.i + 1 < len(tokens) and tokens[token.i + 1].lower_ == "to":
                yield from self._according(token)
            elif token.pos_ == "NOUN" and token.lemma_.lower() in cues.CUE_NOUNS and not self._sentence.in_quotation(token):
                yield from self._by_noun(token)

    def _is_cue(self, token: Token) -> bool:
        lemma = token.lemma_.lower()
        if token.pos_ not in ("VERB", "AUX") or (token.i > 0 and token.nbor(-1).lower_ == "so" and lemma == "do"):
            return False
        return (lemma in cues.SAYING or lemma in cues.THINKING) and not self._sentence.in_quotation(token)

    # ---- cues that are verbs

    def _by_verb(self, verb: Token) -> Iterator[Attribution]:
        speaker = self._speaker(verb)
        content = self._content(verb, speaker)
        if not content:
            return
        lemma = verb.lemma_.lower()
        if not speaker and not _passive(verb) and not self._quoted_any(content):
            return
        if lemma in cues.THINKING and lemma not in cues.SAYING and not speaker:
            return
        yield self._attribution(speaker, _cue_tokens(verb), content)

    def _speaker(self, verb: Token) -> list[Token]:
        """The tokens of who says it: the verb's subject, or the one inherited along a coordination or a participle."""
        if verb.i in self._speakers:
            return self._speakers[verb.i]
        self._speakers[verb.i] = []  # a parse is a tree, but a guard costs nothing against one that is not
        found = self._own_speaker(verb)
        self._speakers[verb.i] = found
        return found

    def _own_speaker(self, verb: Token) -> list[Token]:
        passive = _passive(verb)
        for child in verb.children:
            if child.dep_ == "nsubj" and not passive:
                return self._noun_phrase(_antecedent(child))
            if child.dep_ == "agent" and passive:
                return next((self._noun_phrase(c) for c in child.children if c.dep_ == "pobj"), [])
            if child.dep_ == "nsubjpass" and verb.lemma_.lower() in ("quote", "cite"):
                return self._noun_phrase(_antecedent(child))
        if passive:
            return []
        if verb.dep_ in ("conj", "advcl", "xcomp", "dep", "parataxis") and verb.head is not verb and verb.head.pos_ in ("VERB", "AUX"):
            return self._speaker(verb.head) if not _passive(verb.head) else self._passive_subject(verb.head)
        if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return self._noun_phrase(verb.head) if verb.tag_ == "VBG" else []
        return self._after_verb(verb)

    def _passive_subject(self, verb: Token) -> list[Token]:
        return next((self._noun_phrase(c) for c in verb.children if c.dep_ == "nsubjpass"), [])

    def _after_verb(self, verb: Token) -> list[Token]:
        """`…," said the mayor`: a noun right after a saying verb that follows a quotation or a comma, whatever the parser calls it."""
        if verb.i == 0 or verb.nbor(-1).text not in (",", '"', "”", "'", "’", "?", "!", "»"):
            return []
        for child in verb.rights:
            if child.pos_ in ("NOUN", "PROPN", "PRON") and child.dep_ in ("dobj", "npadvmod", "attr", "oprd", "dep", "nsubj", "appos"):
                return self._noun_phrase(child)
        return []

    def _noun_phrase(self, head: Token) -> list[Token]:
        """The noun phrase as written, without relative clauses, appositions after a comma, or quoted words."""
        doc = self._sentence.doc
        first, last = head.left_edge.i, head.right_edge.i
        for child in head.children:
            drops = child.dep_ in ("relcl", "acl", "advcl", "ccomp", "dep", "parataxis") or (child.dep_ == "appos" and child.i > head.i)
            if (drops and child.i > head.i) or (child.dep_ == "conj" and child.pos_ in ("VERB", "AUX")):
                last = min(last, child.left_edge.i - 1)
            elif child.i > head.i and child.dep_ == "punct" and child.text in (",", "--", "—", "–", ":", "(") and not _conjoined(head):
                last = min(last, child.i - 1)
        while last > head.i and (doc[last].is_punct or doc[last].dep_ in ("cc", "mark") or doc[last].is_space) and doc[last].text != ".":
            last -= 1
        while first < head.i and (
            doc[first].is_punct or doc[first].is_space or (doc[first].dep_ in ("cc", "mark", "advmod") and doc[first].head is not head)
        ):
            first += 1
        return [doc[i] for i in range(first, max(last, head.i) + 1)]

    # ---- what was said

    def _content(self, verb: Token, speaker: list[Token]) -> list[Span]:
        own = self._clauses(verb, speaker)
        quotes = self._quotes_near(verb, own)
        content = _merged(self._text, [*own, *quotes])
        return [s for s in (self._free(span) for span in content) if s is not None and s.end - s.start > 1]

    def _clauses(self, verb: Token, speaker: list[Token]) -> list[Span]:
        lemma = verb.lemma_.lower()
        found: list[Span] = []
        for child in verb.children:
            if self._is_content(verb, lemma, child):
                found += self._subtree(child, verb, speaker)
        if not found and lemma in cues.NAMING | cues.ACCUSING:
            found += self._named(verb, speaker)
        if not found:
            found += self._parenthetical(verb, speaker)
        return found

    def _is_content(self, verb: Token, lemma: str, child: Token) -> bool:
        if child.dep_ == "ccomp":
            return True
        if child.dep_ == "xcomp":
            return lemma in cues.OPEN_TO or (
                lemma in cues.SAYING and child.tag_ == "VBG" and lemma in ("deny", "admit", "suggest", "recommend", "propose")
            )
        if child.dep_ == "advcl" and lemma in cues.OPEN_TO:
            return any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children) and child.i > verb.i and child.i - verb.i < 6
        if child.dep_ == "dobj" and child.pos_ != "PRON":
            return lemma in (
                "deny",
                "claim",
                "propose",
                "suggest",
                "predict",
                "demand",
                "allege",
                "announce",
                "promise",
                "confirm",
                "fear",
                "expect",
            )
        return False

    def _subtree(self, child: Token, verb: Token, speaker: list[Token]) -> list[Span]:
        """The clause as one span, cut where the cue or the speaker interrupts it."""
        doc = self._sentence.doc
        first, last = child.left_edge.i, child.right_edge.i
        blocked = {t.i for t in speaker} | {verb.i} | {t.i for t in verb.children if t.dep_ in ("aux", "neg", "auxpass")}
        runs: list[tuple[int, int]] = []
        start: int | None = None
        for i in range(first, last + 1):
            if i in blocked:
                if start is not None:
                    runs.append((start, i - 1))
                start = None
            elif start is None:
                start = i
        if start is not None:
            runs.append((start, last))
        return [s for a, b in runs for s in self._trimmed(doc[a].i, doc[b].i) if b - a >= 1 or doc[a].is_alpha]

    def _named(self, verb: Token, speaker: list[Token]) -> list[Span]:
        """`described the summit as "successful"`: everything after the verb that belongs to it."""
        taken = {t.i for t in speaker}
        rest = [
            t.i
            for child in verb.rights
            if child.dep_ in ("dobj", "prep", "oprd", "attr", "ccomp", "xcomp", "npadvmod", "dep")
            for t in child.subtree
            if t.i not in taken
        ]
        return self._trimmed(min(rest), max(rest)) if rest else []

    def _parenthetical(self, verb: Token, speaker: list[Token]) -> list[Span]:
        """`The bridge, she said, is closed`: the clause around a cue that has only its speaker."""
        if verb.dep_ not in ("parataxis", "ccomp", "advcl", "dep", "ROOT") or not speaker or verb.lemma_.lower() not in cues.SAYING:
            return []
        if verb.lemma_.lower() in cues.NEEDS_CLAUSE:
            return []
        doc, edge = self._sentence.doc, {t.i for t in speaker} | {verb.i}
        low, high = min(edge), max(edge)
        before_comma = low > 0 and doc[low - 1].text in (",", "”", '"', "—", "–", "--")
        if not before_comma:
            return []
        tail_adverbials = {t.i for c in verb.children if c.dep_ in ("npadvmod", "prep", "advmod", "tmod", "dative") for t in c.subtree}
        while high + 1 < len(doc) and high + 1 in tail_adverbials:
            high += 1
        closes = high + 1 >= len(doc) or doc[high + 1].is_punct
        if not closes:
            return []
        parts = self._trimmed(0, low - 1)
        if high + 2 < len(doc) and doc[high + 1].text == ",":
            parts += self._trimmed(high + 2, len(doc) - 1)
        return parts

    def _trimmed(self, first: int, last: int) -> list[Span]:
        doc = self._sentence.doc
        while first <= last and (doc[first].is_space or doc[first].text in (",", ":", ";", "--", "—", "–")):
            first += 1
        while last >= first and (doc[last].is_space or doc[last].text in (",", ":", ";", "--", "—", "–")):
            last -= 1
        if last < first:
            return []
        return [Span(start=self._sentence.start_of(doc[first]), end=self._sentence.end_of(doc[last]))]

    def _quotes_near(self, verb: Token, own: Sequence[Span]) -> list[Span]:
        """Quotations that belong to the cue: those that its clauses touch, and whole ones that the cue stands against."""
        sentence, at = self._sentence, self._sentence.start_of(verb)
        found = []
        for quotation in sentence.quotations:
            outer = quotation.outer
            if quotation.depth or (outer.start < sentence.span.start and outer.end > sentence.span.end):
                continue
            touches = any(outer.overlaps(o) for o in own)
            if touches or self._stands_against(outer, at, verb):
                found.append(outer)
        return found

    def _stands_against(self, quotation: Span, at: int, verb: Token) -> bool:
        """Whether nothing but the cue's own words stands between it and a quotation of more than a phrase."""
        words = self._text[quotation.start : quotation.end].split()
        lemma = verb.lemma_.lower()
        if len(words) < 3 or (lemma in cues.THINKING and lemma not in cues.SAYING):
            return False
        between = self._text[quotation.end : at] if quotation.end <= at else self._text[at + len(verb.text) : quotation.start]
        if quotation.end <= at:
            ended = self._text[quotation.start : quotation.end].rstrip("\"”'’»")[-1:] in ",.?!…—" or between.lstrip()[:1] in (",", "—", "–")
            return ended and len(between.split()) <= 12 and "." not in between.strip(" .")
        opens = between.rstrip()[-1:]
        return (opens in (":", ",") and len(between.split()) <= 14) or not between.strip()

    def _quoted_any(self, content: Sequence[Span]) -> bool:
        return any(q.outer.overlaps(s) for q in self._sentence.quotations for s in content)

    def _free(self, span: Span) -> Span | None:
        """The span, if no other cue of this sentence has taken it; clauses inside clauses are attributions of their own."""
        if any(t.start == span.start and t.end == span.end for t in self._taken):
            return None
        return span

    # ---- other cues

    def _according(self, token: Token) -> Iterator[Attribution]:
        to = token.nbor(1)
        source = next((c for c in to.children if c.dep_ == "pobj"), None) or (to.nbor(1) if to.i + 1 < len(to.doc) else None)
        if source is None:
            return
        speaker = self._noun_phrase(source)
        doc = self._sentence.doc
        low, high = token.i, speaker[-1].i
        clause = _clause_head(token)
        first, last = clause.left_edge.i, clause.right_edge.i
        spans = []
        if low > first:
            spans += self._trimmed(first, low - 1)
        if high < last:
            rest = high + 1
            if low > first and doc[rest].text != ",":
                rest = last + 1  # a phrase that goes on after the source belongs to the source
            if rest <= last:
                spans += self._trimmed(rest, last)
        spans = [s for s in spans if s.end - s.start > 3]
        if spans:
            yield self._attribution(speaker, [token, to], spans)

    def _by_noun(self, noun: Token) -> Iterator[Attribution]:
        for child in noun.children:
            if (
                child.dep_ in ("acl", "ccomp", "relcl")
                and child.i > noun.i
                and any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
            ):
                owner = next((c for c in noun.children if c.dep_ == "poss"), None)
                by = next(
                    (
                        g
                        for c in noun.children
                        if c.dep_ == "prep" and c.lower_ in ("by", "from", "of")
                        for g in c.children
                        if g.dep_ == "pobj"
                    ),
                    None,
                )
                speaker = self._noun_phrase(owner or by) if owner or by else []  # type: ignore[arg-type]  # one of the two is there
                speaker = [t for t in speaker if t.tag_ != "POS"]
                spans = self._subtree(child, noun, speaker)
                if spans:
                    yield self._attribution(speaker, [noun], spans)
                return

    # ---- putting together

    def _attribution(self, speaker: list[Token], cue: list[Token], content: list[Span]) -> Attribution:
        sentence, text = self._sentence, self._text
        self._taken += content
        who = Speaker.at(text, sentence.start_of(speaker[0]), sentence.end_of(speaker[-1])) if speaker else None
        said = Words.at(text, sentence.start_of(cue[0]), sentence.end_of(cue[-1])) if cue else None
        edges = [s for s in (who, said, *content) if s is not None]
        return Attribution(
            start=min(s.start for s in edges),
            end=max(s.end for s in edges),
            speaker=who,
            cue=said,
            content=tuple(content),
            mode=_mode(text, sentence, content),
        )


def _mode(text: str, sentence: Sentence, content: Sequence[Span]) -> Mode:
    """Direct when all that was said stands in quotation marks, mixed when some of it does."""
    inside = outside = 0
    for span in content:
        for at in range(span.start, span.end):
            if text[at].isalnum():
                if sentence.quoted_at(at):
                    inside += 1
                else:
                    outside += 1
    return Mode.INDIRECT if not inside else Mode.MIXED if outside else Mode.DIRECT


def _merged(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap (but for spaces and commas) joined."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if joined and not text[joined[-1].end : span.start].strip(" \n"):
            joined[-1] = Span(start=joined[-1].start, end=max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _depth(token: Token) -> tuple[int, int]:
    return sum(1 for _ in token.ancestors), token.i


def _passive(verb: Token) -> bool:
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


def _antecedent(subject: Token) -> Token:
    """A relative pronoun stands for the noun before it."""
    if subject.lower_ in ("who", "which", "that") and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject


def _conjoined(head: Token) -> bool:
    return any(c.dep_ == "conj" for c in head.children)


def _clause_head(token: Token) -> Token:
    """The verb of the clause that a phrase stands in, or the root."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX") and (
            ancestor.dep_ in ("ROOT", "ccomp", "advcl", "relcl", "parataxis") or _has_subject(ancestor)
        ):
            return ancestor
    return token.sent.root


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)


def _cue_tokens(verb: Token) -> list[Token]:
    return [verb]
