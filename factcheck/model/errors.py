"""The one exception that a person gets to see: a single sentence saying what, where, and what to do."""

from __future__ import annotations


class FactcheckError(Exception):
    """Something that the person in front of the screen has to know or do; `str(error)` is the whole message."""
