"""From an Article and its claims to flags: places in the article that do not agree with one another."""

from factcheck.checking.registry import CHECKS, Check, check

__all__ = ["CHECKS", "Check", "check"]
