"""The nouns by which people and bodies are called without their names, and what each tells of them."""

from __future__ import annotations

from factcheck.language.lexicon import ordered, words
from factcheck.model import Gender

ROLES_M = words("roles", "men")
ROLES_F = words("roles", "women")
ROLES = ROLES_M | ROLES_F | words("roles", "either")
BODIES_TOO = words("roles", "bodies_too")
KIN = words("roles", "kin")
PROXIES = words("roles", "proxies")
BODIES = words("roles", "bodies")
BODY_ENDINGS = words("roles", "body_endings")
THING_ENDINGS = words("roles", "thing_endings")
LOCAL_ENDINGS = words("roles", "local_endings")
DEPARTMENTS = words("roles", "departments")
OFFICES = words("roles", "offices")
MEDIA_HEADS = words("roles", "media")

_AGENT_ENDINGS = ordered("roles", "agent_endings")


def role_of(lemma: str) -> bool:
    """Whether the noun (singular, any case) says what a person is."""
    word = lemma.casefold()
    return word in ROLES or (len(word) > 6 and word.endswith(_AGENT_ENDINGS)) or ("-" in word and word.rsplit("-", 1)[1] in ROLES)


def role_gender(lemma: str) -> Gender | None:
    """What the noun says of the person's gender; None where it says nothing."""
    word = lemma.casefold().rsplit("-", 1)[-1]  # "ex-wife"
    if word in ROLES_F or word.endswith("woman"):
        return Gender.FEMALE
    if word in ROLES_M or (word.endswith("man") and role_of(word)):
        return Gender.MALE
    return None


def acts(lemma: str) -> bool:
    """Whether a noun is for somebody or for a body, either of which can do and say something: the minister, the council; not the bridge."""
    return role_of(lemma) or body_of(lemma)


def body_of(lemma: str) -> bool:
    """Whether the noun (singular, any case) says that it is a body of people."""
    return lemma.casefold() in BODIES
