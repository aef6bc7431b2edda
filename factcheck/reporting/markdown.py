"""Words in Markdown, shown as they are."""

from __future__ import annotations

import re

from factcheck.model import one_line

_MARKDOWN_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|!~&])")
"""What CommonMark or GitHub's tables would act on anywhere in a line: takes `*` and `<`, not `.`."""

_MARKDOWN_LEADING = re.compile(r"^([-+=]|\d{1,9}(?=[.)]))")
"""What would start a list or a heading at the start of a line: takes `- x` and `1. x`, not `x - y`."""


def markdown_words(text: str) -> str:
    """`text` on one line, so that Markdown shows it as it is."""
    line = _MARKDOWN_ACTIVE.sub(r"\\\1", one_line(text))
    return _MARKDOWN_LEADING.sub(r"\\\1" if not line[:1].isdigit() else r"\1\\", line)
