"""The words that tell an opinion, a forecast or a possibility from something that can be looked up."""

from __future__ import annotations

from factcheck.language.lexicon import meanings, ordered, words

OPINION_VERBS = words("stances", "opinion_verbs")
"""With I or we as the subject they say what somebody thinks."""

INTENTIONS = words("stances", "intentions")
"""Cues of an act that somebody means or starts to do, in each of their forms."""

FORECASTS = words("stances", "forecasts")
"""Participles that forecast without saying who does."""

OBLIGATION = words("stances", "obligation")
"""Modals that say what ought to be."""

VIEW_PHRASES = ordered("stances", "view_phrases")
"""Phrases that say that a view follows or went before."""

EVALUATIVE = words("stances", "evaluative")
"""Adjectives that judge."""

EVALUATIVE_NOUNS = words("stances", "evaluative_nouns")
"""Nouns that judge, when something is said to be one."""

FUTURE = words("stances", "future")
"""Auxiliaries of the future."""

FUTURE_HEADS = words("stances", "future_heads")
"""With a form of "be" and a "to" they say what is to come."""

FUTURE_VERBS = words("stances", "future_verbs")
"""With a "to" or a clause they say what is to come, when the sentence itself is in the present."""

POSSIBLE = words("stances", "possible")
"""Modals that say what may be."""

PERCEPTION = words("stances", "perception")
"""With "could" they speak of what somebody was able to do, not of what may be."""

CONDITIONS = words("stances", "conditions")
"""Words that open a condition."""

MAYBE = words("stances", "maybe")
"""Adverbs that leave it open whether anything happened."""

ARGUABLE = words("stances", "arguable")
"""Adverbs of somebody who argues."""

MERIT = words("stances", "merit")
"""Verbs that judge what somebody should get."""

DEFINING: dict[str, str] = meanings("stances", "defining")
"""Verbs that define with their particle: "GDP stands for", "fracking refers to"."""

TERMS = words("stances", "terms")
"""Nouns for a word that is being defined."""
