"""Words that say that somebody said or thought something, by what has to stand beside them. Lemmas, lower case."""

from __future__ import annotations

from factcheck.language.lexicon import meanings, ordered, words

SAYING = words("cues", "saying")
"""Verbs whose subject says the clause that they have as their object, or the quotation beside them."""

SURE = words("cues", "sure")
"""Adjectives of what somebody is sure of or hopes, as the clause behind them says."""

FEELING = words("cues", "feeling")
"""Adjectives of what somebody feels, whose words on it may follow: was delighted. “…”"""

INQUIT = SAYING | words("cues", "inquit")
"""Verbs that, beside a whole quotation, say whose it is."""

HITTING_BACK = words("cues", "hitting_back")
"""Verbs that with `back` say whose a quotation is: she shot back."""

ASIDE = words("cues", "aside")
"""Verbs that stand with only their subject after or inside what they say: the bridge, she said, is closed."""

AS_SAID = words("cues", "as_said")
"""Verbs that with `as` make a clause theirs: as she pointed out, the bridge is closed (Quirk et al. 15.53)."""

THINKING = words("cues", "thinking")
"""Verbs whose subject holds the clause that they have as their object to be so, or wants it to be."""

TO_SAYING = words("cues", "to_saying")
"""Verbs that say something with an infinitive: promised to come, asked him to leave, called on them to go."""

TO_WANTING = words("cues", "to_wanting")
"""Verbs that want or intend something with an infinitive."""

NAMING = words("cues", "naming")
"""Verbs that say what something is: described it as a success, called him a liar."""

NAMING_ONESELF = words("cues", "naming_oneself")
"""Verbs that say what somebody is who does so of himself: introduced herself as the owner."""

JUDGING = words("cues", "judging")
"""Verbs that say what somebody did: accused them of lying, praised her for coming."""

OBJECT = words("cues", "object")
"""Verbs that say something with a noun phrase alone: denied the charge, criticised the plan. To support or to attack it is a deed."""

REJECTING = words("cues", "rejecting")
"""Verbs whose object is what somebody else has said: words quoted in it are not theirs."""

OF_PRONOUNS = words("cues", "of_pronouns")
"""Verbs that say something with a pronoun alone: she denied this."""

RECKONING = words("cues", "reckoning")
"""Verbs that say how much something is: put the cost at £3m."""

WITH_PARTICLE: dict[str, tuple[str, ...]] = {verb: tuple(with_) for verb, with_ in meanings("cues", "with_particle").items()}
"""Verbs that with a particle say something with a noun phrase alone: ruled out a rise."""

FOR_OBJECT: dict[str, tuple[str, ...]] = {verb: tuple(with_) for verb, with_ in meanings("cues", "for_object").items()}
"""Verbs that say something with a prepositional phrase: called for talks, warned of floods."""

CUE_NOUNS = words("cues", "cue_nouns")
"""Nouns whose clause is what somebody says or thinks: the claim that, his fear that."""

VIEWS = words("cues", "views")
"""Nouns of a phrase that makes a clause somebody's: in her view, in the words of the mayor, by his own account."""

PASSIVE_TO = words("cues", "passive_to")
"""Verbs that in the passive say what is held of their subject: is believed to be dead, was expected to win."""

PUTTING = words("cues", "putting")
"""Verbs that with `how` say whose a quotation is: “…” is how she put it."""

COLON_SOURCES = words("cues", "colon_sources")
"""Nouns, beside those for people, that a headline sets before or behind a colon for whom it has it from."""

TELLING = words("cues", "telling")
"""Nouns that say what a quotation beside them is: made this statement: “…”, “…”, came the reply."""

SAID = f"(?:{'|'.join(ordered('cues', 'said'))})"
"""Part of a pattern: a form of a verb of saying as it stands beside a quotation, as `said` and `asks`."""
