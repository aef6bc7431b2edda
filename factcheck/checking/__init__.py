"""From an Article and its claims to flags: places in the article that do not agree with one another."""

from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.registry import CHECKS, check, unknown_checks

__all__ = ["CHECKS", "Check", "Example", "Finding", "check", "unknown_checks"]
