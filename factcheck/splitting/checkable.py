"""Tells opinions, predictions, questions, orders, hypotheticals and definitions from what can be checked, and says by which words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from factcheck.language import stances
from factcheck.language.quotation_marks import CLOSING, EITHER, OPENING
from factcheck.model import Mode
from factcheck.splitting.marks import commands, definitions, doings, duties, futures, judgements, possibilities, views
from factcheck.splitting.marks.clause import Clause, Voice, held, main_heads

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_PHRASES = (*stances.VIEW_PHRASES, *stances.IDIOMS)
_CUT = ("ca", "wo", "sha")
"""What the parser leaves of can't, won't and shan't."""

_CLOSERS = " \"'”’»)]"

RULES: tuple[tuple[str, Callable[[Clause], str | None]], ...] = (
    ("order", commands.imperative),
    ("order", commands.urged),
    ("order", commands.told_to),
    ("order", commands.wanted),
    ("order", commands.appealed),
    ("order", commands.is_asked_to),
    ("prediction", commands.vowed),
    ("question", commands.asked),
    ("question", commands.left_open),
    ("question", commands.inverted),
    ("hypothetical", possibilities.perhaps),
    ("hypothetical", possibilities.is_possible),
    ("hypothetical", possibilities.under_a_condition),
    ("prediction", futures.expects),
    ("prediction", futures.means_to),
    ("prediction", futures.sees_it_coming),
    ("prediction", futures.will),
    ("prediction", futures.going_to),
    ("prediction", futures.likely_to),
    ("prediction", futures.is_headed_for),
    ("prediction", futures.to_come),
    ("prediction", futures.would_bring),
    ("prediction", futures.can_win),
    ("hypothetical", possibilities.would),
    ("hypothetical", possibilities.may),
    ("hypothetical", possibilities.could),
    ("opinion", duties.duty),
    ("opinion", duties.needs_to),
    ("opinion", duties.is_needed),
    ("opinion", duties.no_choice),
    ("opinion", duties.is_up_to),
    ("opinion", duties.can_do_better),
    ("opinion", duties.ought),
    ("opinion", duties.bound_to),
    ("opinion", duties.it_is_time),
    ("opinion", judgements.too_much),
    ("opinion", views.no_sense),
    ("opinion", views.argued),
    ("opinion", views.stressed),
    ("opinion", views.i_think),
    ("opinion", views.would_rather),
    ("opinion", views.everybody),
    ("opinion", views.nobody_can),
    ("opinion", views.always),
    ("opinion", views.is_somebody_who),
    ("opinion", views.much_to_do),
    ("opinion", views.you_never),
    ("opinion", views.never_seen),
    ("opinion", duties.must_not_go_on),
    ("opinion", views.as_if),
    ("opinion", views.none_better),
    ("opinion", views.all_about),
    ("opinion", views.too_many),
    ("opinion", views.means_everything),
    ("opinion", judgements.is_judged),
    ("opinion", judgements.is_called),
    ("opinion", doings.is_done),
    ("opinion", doings.shows),
    ("opinion", doings.brings_trouble),
    ("opinion", doings.loves),
    ("opinion", doings.stirs),
    ("opinion", doings.struggles),
    ("opinion", doings.harms_in_a_figure),
    ("opinion", doings.misses_a_chance),
    ("opinion", doings.verb_judges),
    ("opinion", doings.is_full_of),
    ("opinion", judgements.there_are_fears),
    ("opinion", doings.fares),
    ("opinion", doings.wronged),
    ("opinion", doings.done_how),
    ("opinion", judgements.no_such_thing),
    ("opinion", judgements.sees_none),
    ("opinion", judgements.is_believed),
    ("opinion", judgements.the_problem_is),
    ("opinion", judgements.the_scandal_is),
    ("opinion", judgements.is_a_sign),
    ("opinion", judgements.the_best_thing_is),
    ("opinion", judgements.what_matters_is),
    ("opinion", judgements.all_i_want),
    ("opinion", judgements.is_quoted),
    ("opinion", judgements.is_vague),
    ("opinion", doings.is_in_a_plight),
    ("opinion", views.seems),
    ("opinion", views.it_is_a),
    ("definition", definitions.definition),
)
"""What a clause is by which rule, in the order in which they are asked. A rule gives the words that show it, or None."""


def why_not_checkable(tokens: Sequence[Token], text: str, *, mode: Mode | None = None, cue: Token | None = None) -> str | None:
    """Why what the tokens assert cannot be checked, or None when it can.

    `tokens` are those of what is asserted (for an attributed claim, of what was said), `text` its words. `mode` is that of the attribution,
    None for the article's own words, and `cue` the verb that gives it: in indirect speech in the past "would" stands for "will", an
    article's own "must" tells a rule, a speaker's what ought to be. The answer is one word (`question`, `order`, `hypothetical`,
    `prediction`, `opinion`, `definition`) and the words that show it: `prediction: “will change”`. Something with several main verbs is
    checkable as soon as one of them is. That something was said can always be checked: of an attributed claim the answer is about what
    was said only.
    """
    if text.rstrip(_CLOSERS).endswith("?"):
        return "question"
    voice = Voice(Mode.DIRECT) if mode is None and _is_quotation(text) else Voice(mode, cue)
    clauses = [Clause(head, tokens, voice) for head in main_heads(tokens)]
    reasons = [(clause, _reason(clause)) for clause in clauses]
    found = next((reason for _, reason in reasons if reason is not None), None)
    if found is not None and not any(reason is None and clause.tells_a_fact() for clause, reason in reasons):
        return _whole(found, text)
    low = text.lower().replace("’", "'")
    phrase = next((p for p in _PHRASES if p in low), None)
    return _because("opinion", phrase) if phrase is not None else None


def _is_quotation(text: str) -> bool:
    """Whether the words stand in quotation marks from the first to the last, whoever said them."""
    words = text.strip()
    return words[:1] in {*OPENING, *EITHER} and words[-1:] in {*CLOSING, *EITHER}


def _reason(clause: Clause) -> str | None:
    """The kind by the first rule that finds its words, and the words; if none does in the clause, in what somebody holds by it."""
    found = next((_because(kind, words) for kind, rule in RULES if (words := rule(clause)) is not None), None)
    inner = held(clause) if found is None else None
    return _reason(inner) if inner is not None else found


def _whole(reason: str, text: str) -> str:
    """With the rest of a contraction that the parser cuts in two: “You ca” is “You can't”."""
    words = reason.partition("“")[2].rstrip("”")
    rest = re.search(rf"{re.escape(words)}(n['’]t)\b", text) if words.endswith(_CUT) else None
    return reason.removesuffix("”") + rest[1] + "”" if rest is not None else reason


def _because(kind: str, words: str) -> str:
    return f"{kind}: “{words}”"
