"""Words that say that somebody said something.

Gathered from the reporting verbs in Quirk et al., A Comprehensive Grammar of the English Language (16.31-16.35), VerbNet's
classes say-37.7, tell-37.2, transfer_mesg-37.1, conjecture-29.5 and correspond-36.1, and the attribution notes of the AP and
Reuters stylebooks. Lemmas, lower case.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAYING = _words(
    "say tell add note report state announce declare claim insist argue assert contend maintain allege explain remark comment observe mention "
    "reply respond answer ask warn caution admit acknowledge concede confirm deny reveal disclose testify vow pledge promise swear urge suggest "
    "recommend propose predict forecast estimate write tweet post read quip joke recall recount reiterate repeat stress emphasise emphasize "
    "underline underscore affirm proclaim complain lament protest object counter retort interject continue conclude agree disagree boast brag shout "
    "cry whisper yell scream murmur mutter sigh laugh advise assure reassure inform notify remind signal indicate hint imply speculate speak "
    "describe call dub label term brand characterise characterize praise hail condemn criticise criticize denounce slam blast dismiss reject "
    "accuse blame charge demand request order rule hold find show publish quote cite point plead begin start offer"
)
"""Verbs whose subject says their clause or quotation."""

THINKING = _words(
    "believe think expect hope fear worry feel know doubt suspect consider assume suppose guess wonder realise realize learn understand see want "
    "plan intend decide agree anticipate imagine regard view conclude determine discover calculate remember forget seek aim"
)
"""Verbs whose subject holds their clause to be so, wants it or intends it."""

NEEDS_CLAUSE = _words(
    "show find hold rule point read see know want understand learn decide discover determine begin start continue offer speak call order charge signal "
    "publish agree post write conclude realise realize expect feel assume suppose guess remember forget plan intend seek aim view regard consider "
    "recall quote cite demand object propose request recommend reject dismiss slam blast hail condemn praise criticise criticize denounce laugh sigh "
    "imagine calculate plead brand dub term label characterise characterize describe accuse blame"
)
"""Verbs that say something else as often, and so are cues only with a clause or a quotation of their own."""

OPEN_TO = _words(
    "promise pledge vow refuse threaten offer agree decline claim swear plan intend want hope expect seek decide aim propose demand "
    "ask urge order tell advise warn request"
)
"""Verbs whose infinitive is what was said or wanted: promised to come, asked him to leave."""

NAMING = _words("describe call dub label term brand characterise characterize portray hail denounce condemn dismiss praise regard view")
"""Verbs that say what something is: described it as a success, called him a liar."""

ACCUSING = _words("accuse blame")
"""Verbs that say what somebody did: accused them of lying, blamed him for it."""

WRITINGS = _words(
    "report statement study letter survey poll document book paper article survey analysis article e-mail email memo filing lawsuit complaint indictment "
    "ruling release announcement data figure statistic research finding note tweet post message text transcript testimony law rule bill order"
)
"""Things that say what is written in them."""

CUE_NOUNS = _words(
    "claim statement allegation assertion accusation argument announcement suggestion warning belief view opinion prediction report admission "
    "promise pledge vow fear hope concern notion idea assurance insistence conclusion contention complaint declaration remark comment revelation rumour rumor "
    "suspicion theory testimony threat expectation feeling doubt"
)
"""Nouns whose clause is what somebody says or thinks: the claim that, his fear that."""

NO_SPEAKER = _words("it there")
"""Subjects that name nobody when the verb is passive or a clause follows: it is said that."""

FRAME = _words("according")
