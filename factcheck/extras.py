"""What this program is called on the package index, and how its extras are had from there.

The name `factcheck` belongs to somebody else there.
"""

from __future__ import annotations

DISTRIBUTION = "factcheck-desk"


def lacking(what: str, extra: str) -> str:
    """What to tell a person who asks for something that needs an extra: `what` says what needs what.

    >>> lacking("A PDF needs Typst", "pdf")
    "A PDF needs Typst; add it with: pip install 'factcheck-desk[pdf]'"
    """
    return f"{what}; add it with: pip install '{DISTRIBUTION}[{extra}]'"
