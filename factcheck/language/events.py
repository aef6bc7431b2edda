"""What happens once to a person, a body or a thing: the words that tell it, and what can only come after what."""

from __future__ import annotations

from factcheck.language.lexicon import meanings, words

KINDS: dict[str, str] = meanings("events", "kinds")
"""Past forms and participles in small letters, each with the kind of event that it tells."""

COMES_FIRST = words("events", "comes_first")
"""Kinds before which nothing can have happened to the same person, body or thing."""

LATER: dict[str, list[str]] = meanings("events", "later")
"""Kinds, each with those that only come after it."""

ONCE = words("events", "once")
"""Kinds of what happens on one day only."""

ORIGINS = words("events", "origins")
"""Kinds of events of which anniversaries are kept."""

TOGETHER = words("events", "together")
"""Verbs that say something of their object too: joined, led."""

AUXILIARIES = words("events", "auxiliaries")
"""What may stand between a subject and its past verb."""

UNREAL = words("events", "unreal")
"""What makes a verb tell nothing that has happened."""

BREAKS = words("events", "breaks")
"""What stands between a verb and the day of another event."""

TIES = words("events", "ties")
"""Prepositions that tie a noun to the one before it."""

APPOSED = words("events", "apposed")
"""What opens words between commas that tell who somebody is."""

KNOWN = words("events", "known")
"""Determiners by which a noun calls what the reader knows."""

_PAST = words("tenses", "past")
_NOT_PAST = words("tenses", "not_past")


def is_past(word: str) -> bool:
    """Whether a word in small letters is the past form of a verb: `bought`, `walked`, not `need`."""
    return word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST)
