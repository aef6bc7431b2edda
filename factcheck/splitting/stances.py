"""The words that tell an opinion, a forecast or a possibility from something that can be looked up.

Evaluative words from the strongly subjective part of everyday news vocabulary (after Wilson, Wiebe and Hoffmann, Recognizing
Contextual Polarity, 2005), modals and semi-modals from Quirk et al., A Comprehensive Grammar of the English Language, 4.49 to 4.66.
"""

from __future__ import annotations

from factcheck.splitting.wordlists import words

OPINION_VERBS = words("think believe feel hope guess suppose wish prefer doubt fear love hate like dislike regret reckon")
"""With I or we as the subject they say what somebody thinks."""

INTENTIONS = words(
    "seek seeks sought seeking aim aims aimed aiming plan plans planned planning intend intends intended intending decide decides decided "
    "try tries tried trying attempt attempts attempted need needs needed begin begins began start starts started "
    "continue continues continued"
)
"""Cues of an act that somebody means or starts to do, in each of their forms."""

FORECASTS = words("expected projected scheduled set slated tipped predicted forecast estimated")
"""Participles that forecast without saying who does."""

OBLIGATION = words("should must ought")

VIEW_PHRASES = ("in my view", "in my opinion", "in our view", "in our opinion", "as far as i am concerned", "to my mind", "if you ask me")

EVALUATIVE = words(
    """
    absurd amazing appalling astonishing atrocious awesome awful beautiful bizarre brave breathtaking brilliant brutal
    callous charming cowardly crazy cruel deplorable despicable delightful devastating disappointing disgraceful disgusting
    dreadful dumb embarrassing encouraging excellent exceptional exciting extraordinary fabulous fair fantastic fascinating
    foolish frightening frustrating funny generous genius ghastly glorious good gorgeous great greedy heartbreaking
    heartless heroic hideous hilarious honest horrible horrific horrendous hypocritical idiotic immoral impressive
    inappropriate incompetent incredible inexcusable inhuman insane inspiring insulting irresponsible ludicrous magnificent
    marvellous marvelous mad meaningless memorable miserable monstrous nasty naive nice noble nonsensical offensive
    optimistic outrageous pathetic perfect perverse petty phenomenal pointless preposterous proud reckless regrettable
    remarkable reprehensible ridiculous rotten sad scandalous sensational senseless shameful shocking sickening silly smart
    sorry spectacular splendid strange stunning stupid sublime successful superb surprising terrible terrific thrilled
    thrilling tragic tremendous ugly unacceptable unbelievable unfair unfortunate unjust unjustified unreasonable unwise
    upsetting vile wicked wise wonderful worrying worthless wrong anxious important vital crucial essential wiser better
    worse glad happy pleased delighted disappointed confident hopeful grateful honoured honored ashamed
    """
)
"""Adjectives that judge."""

EVALUATIVE_NOUNS = words(
    """
    blessing betrayal calamity catastrophe charade circus clown coward cruelty delight disaster disgrace embarrassment evil
    failure farce fiasco folly fool genius gem hero heroine honour honor hypocrisy idiot insanity insult joke joy lunacy
    lunatic madness masterpiece mess miracle misfortune monster monstrosity nightmare nonsense outrage pleasure privilege
    rubbish sham shambles shame shock tragedy travesty triumph villain waste wonder
    """
)
"""Nouns that judge, when something is said to be one."""

FUTURE = words("will shall 'll ’ll wo sha")

FUTURE_HEADS = words(
    """
    expected likely unlikely set due poised bound projected forecast predicted slated scheduled destined
    """
)
"""With a form of "be" and a "to" they say what is to come."""

FUTURE_VERBS = words("expect predict forecast project foresee anticipate")
"""With a "to" or a clause they say what is to come, when the sentence itself is in the present."""

POSSIBLE = words("may might")

PERCEPTION = words("see hear feel smell taste remember understand afford tell find help imagine")
"""With "could" they speak of what somebody was able to do, not of what may be."""

CONDITIONS = words("if unless provided assuming suppose supposing")

MAYBE = words("perhaps maybe possibly conceivably")
"""Adverbs that leave it open whether anything happened."""

ARGUABLE = words("arguably frankly admittedly")
"""Adverbs of somebody who argues."""

MERIT = words("deserve merit")

DEFINING = {"stand": "for", "refer": "to"}
"""Verbs that define with their particle: "GDP stands for", "fracking refers to"."""

TERMS = words("word term phrase name expression acronym abbreviation")
