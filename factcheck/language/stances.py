"""The words that tell an opinion, a forecast or a possibility from something that can be looked up."""

from __future__ import annotations

from factcheck.language.lexicon import meanings, ordered, words

OPINION_VERBS = words("stances", "opinion_verbs")
"""With I or we as the subject they say what somebody thinks."""

INTENTIONS = words("stances", "intentions")
"""Cues of an act that somebody means or starts to do, in each of their forms."""

DEEDS: dict[str, str] = meanings("stances", "deeds")
"""Cues that are an act before a certain word, each with that word: "wants | to sell"."""

FORECASTS = words("stances", "forecasts")
"""Participles that forecast without saying who does."""

OBLIGATION = words("stances", "obligation")
"""Modals that say what ought to be."""

VIEW_PHRASES = ordered("stances", "view_phrases")
"""Phrases that say that a view follows or went before."""

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

ACTS = words("stances", "acts")
"""Verbs of what somebody decides and does: with "will" they tell a plan, which can be looked up."""

EFFECTS = words("stances", "effects")
"""Verbs of what something brings about, which nobody decides."""

DOCUMENTS = words("stances", "documents")
"""What provides something: with "would" or "will" it tells what it says."""

PURE_EFFECTS = words("stances", "pure_effects")
"""Verbs that a bill cannot provide for, only bring about."""

SKILLS = words("stances", "skills")
"""What somebody has learnt to do: with "could" an ability."""

CONTESTS = words("stances", "contests")
"""Verbs of doing well or badly in a contest: with "can" a forecast."""

HARDLY = words("stances", "hardly")
"""Adverbs by which "could" tells what somebody was able to do."""

NEEDING = words("stances", "needing")
"""Verbs that with "to" say what ought to be, when somebody says so."""

URGING = words("stances", "urging")
"""With I or we as the subject they are an order."""

DIRECTIVES = words("stances", "directives")
"""Cues of advice, whose "to" says what somebody ought to do; an order is a deed."""

ASKING = words("stances", "asking")
"""Cues whose clause is a question."""

QUESTION_WORDS = words("stances", "question_words")
"""Words that open a question in indirect speech."""

EVERYBODY = words("stances", "everybody")
"""Pronouns for all or none."""

MINDS = words("stances", "minds")
"""Verbs of mind and will: nobody can look up what everybody thinks."""

SEEMING = words("stances", "seeming")
"""Verbs of looks and likeness, which with "like" or "as if" compare."""

COPULAS = words("stances", "copulas")
"""Verbs that say what something is or is like."""

LIGHT_VERBS = words("stances", "light_verbs")
"""Verbs that leave the telling to their object: did a great job, had a terrible night."""

SHOWING = words("stances", "showing")
"""Verbs that say that somebody has a quality or has none."""

RENDERING = words("stances", "rendering")
"""Verbs that say what something is made or held to be."""

INTENSIFIERS = words("stances", "intensifiers")
"""Adverbs that say how very much, without a measure."""

HABITS = words("stances", "habits")
"""Words by which "would" tells what used to happen."""

LATER = words("stances", "later")
"""Adverbs by which "would" tells what came to pass."""

REFUSALS = words("stances", "refusals")
"""Verbs that with "would not" tell what somebody refused to say."""

UNDER_RULES = words("stances", "under_rules")
"""What allows something: under the order he may not."""

UNMOVED = words("stances", "unmoved")
"""Verbs that with "cannot" say that something must not be."""

JUDGED_AS = words("stances", "judged_as")
"""Verbs that say how something was done, whose adverb judges it."""

TRUE_HEADS = words("stances", "true_heads")
"""Nouns that with "is" say that something matters: the point is, the scandal is."""

FULL_OF = words("stances", "full_of")
"""Participles that with "with" and a feeling say how somebody feels."""

EMOTIONS = words("stances", "emotions")
"""What somebody feels."""

ABROAD = words("stances", "abroad")
"""What there is among people before anything has come of it: there are fears that."""

SIGNS = words("stances", "signs")
"""What something is said to be that somebody reads in it."""

BONDS = words("stances", "bonds")
"""What somebody has who ought to do something."""

OPEN_QUESTIONS = words("stances", "open_questions")
"""Words that with "if" or "how" leave a question open."""

IDIOMS = ordered("stances", "idioms")
"""Figures of speech that judge or exaggerate: nobody can look them up."""

SURMISE = words("stances", "surmise")
"""Adverbs of somebody who is not sure, or wants to sound so."""

CONFESSING = words("stances", "confessing")
"""With "I must" and "we have to" they are ways of speaking."""

CALLING = words("stances", "calling")
"""Cues that say what something is called or held to be."""

OUTCOMES = words("stances", "outcomes")
"""Verbs of what nobody decides: how things go, what people come to feel."""

ALLOWANCES = words("stances", "allowances")
"""Verbs of what somebody may be allowed to do."""

FARES = words("stances", "fares")
"""Verbs that, without an object, judge how something fares."""

AMOUNTS = words("stances", "amounts")
"""How much that is, nobody measures: too many, not enough, so much."""

ALL_OR_NOTHING = words("stances", "all_or_nothing")
"""As the object of "do" or "mean" they exaggerate."""

HOPING = words("stances", "hoping")
"""Forms of "hope", which a lemmatiser takes for those of "hop"."""

EXPRESSIVES = words("stances", "expressives")
"""Verbs that do what they say: with I or we, in the present, they tell no fact."""

PLIGHTS = words("stances", "plights")
"""What somebody or something is in or of, when that judges."""

EMPHASIS = words("stances", "emphasis")
"""Adverbs with which a speaker stresses a verb."""

WRONGED = words("stances", "wronged")
"""What has been done to us, when we say so."""

LIFE_CHANGES = words("stances", "life_changes")
"""Verbs that with a life, a dream or a career as their object exaggerate."""

LIVES = words("stances", "lives")
"""What is said to be ruined or changed."""

THINGS = words("stances", "things")
"""Nouns that with an adjective that judges open a view: the best thing is, the important point is."""

VOWS = words("stances", "vows")
"""Verbs that with "will" tell a plan in an article's words, and in somebody's own a vow."""

CALLED_UPON = words("stances", "called_upon")
"""Subjects that with "have to" are told what ought to be; of others it tells what they are forced to."""

DEBATED = words("stances", "debated")
"""Nouns that in somebody's own words say what to make of something."""

PENALTIES = words("stances", "penalties")
"""Verbs of what a law may do to somebody: "could be fined" tells the law."""

VOWING = words("stances", "vowing")
"""Cues of somebody who binds himself: what was vowed is not so yet."""

WANTING = words("stances", "wanting")
"""Cues whose clause with a bare verb is what somebody wants: that the coach resign."""

MEANING_TO = words("stances", "meaning_to")
"""Verbs that with I or we and a "to" say what somebody means to do."""

CERTAINTY = words("stances", "certainty")
"""Adverbs of somebody who foretells and wants to sound sure."""

TROUBLES = words("stances", "troubles")
"""What comes of something that judges it: it caused trouble."""

MISGIVINGS = words("stances", "misgivings")
"""What somebody has who judges, or what something has that is judged."""

BRINGING = words("stances", "bringing")
"""Verbs by which one thing comes of another."""

AFFECTION = words("stances", "affection")
"""Verbs of love and hate, in somebody's own words a matter of opinion in whatever time."""

FIRM = words("stances", "firm")
"""Adjectives of somebody who holds something: councillors were clear that."""

DEEMING = words("stances", "deeming")
"""Verbs of seeing or finding, which with "no" or "not" judge: he saw no point in it."""

ASKED_OF = words("stances", "asked_of")
"""Participles by which people are told what to do: residents are advised to."""

HOLDING = words("stances", "holding")
"""Verbs that with I or we hold or allow what their clause says."""

IMAGINING = words("stances", "imagining")
"""With I and "never" they exaggerate: I never dreamed of it."""

BELIEFS = words("stances", "beliefs")
"""Nouns for what somebody holds: their belief that."""

STRUGGLES = words("stances", "struggles")
"""Verbs of effort and strain, in somebody's own words."""

VIOLENCE = words("stances", "violence")
"""Verbs of violence that judge when what is hurt has no body: it poisons the atmosphere."""

BODILESS = words("stances", "bodiless")
"""What has no body and is hurt in a figure of speech only."""

AIMS = words("stances", "aims")
"""What somebody is said to be after, in his own words: our aim is."""

ORDERING = words("stances", "ordering")
"""Adjectives that pick or count, and judge nothing before a noun."""

RELATIONAL = words("stances", "relational")
"""Adjectives of a field or a relation, which before a noun say of what kind it is."""

BOUNDS = words("stances", "bounds")
"""Prepositions that "well" strengthens: well outside the town."""

OFTEN = words("stances", "often")
"""Adverbs of time and number, which "very" does not make an opinion: very often."""
