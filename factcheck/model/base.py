"""What every part of the model shares: frozen pydantic objects, tables of what a word means, and spans of the article's text."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, model_validator


class Model(BaseModel):
    """A frozen value. Change one with `model_copy(update=...)`; unknown keys are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Kept(BaseModel):
    """A frozen value that is stored in case files: keys that this version does not know are kept as they came."""

    model_config = ConfigDict(frozen=True, extra="allow", defer_build=True)


class Tabled(StrEnum):
    """Words with what each of them means: a member is its word and its `row`, from which all that knows the word is made."""

    row: Any

    def __new__(cls, value: str, row: object = None) -> Self:
        """The member of a word, and its row, which it must have. Raises TypeError without one."""
        if row is None:
            raise TypeError(f"{value} has no row that says what it means")
        member = str.__new__(cls, value)
        member._value_ = value
        member.row = row
        return member


class Span(Model):
    """A half-open range of code points into `Article.text`: `text[start:end]`."""

    start: int
    end: int

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs from {self.start} to {self.end}, which is no range of a text")
        return self

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Words(Span):
    """A span together with the words that stand there: `article.text[start:end] == text`."""

    text: str

    @classmethod
    def at(cls, article_text: str, start: int, end: int) -> Self:
        """The words of `article_text` from `start` to `end` (code points, half-open)."""
        return cls(start=start, end=end, text=article_text[start:end])


def joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Starts and ends in order, those that overlap or touch as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
