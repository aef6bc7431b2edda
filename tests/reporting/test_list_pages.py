"""The style that the pages of lists share: two columns on paper, whose width is that of a tablet, and one on a phone."""

from __future__ import annotations

import re

from factcheck.reporting.pages import ours

CSS = ours()["sheet.css"]


def test_paper_is_never_taken_for_a_phone() -> None:
    """A4 within its margins is 688 CSS pixels wide, less than where the columns fold on a screen."""
    folds = re.findall(r"@media ([^{]*max-width[^{]*)", CSS)
    assert folds
    assert all(query.startswith("screen and ") for query in folds)


def test_every_column_that_has_a_width_folds_on_a_phone() -> None:
    """Widths are given for paper and wide screens only, so that none outweighs the whole width that a phone gives each cell."""
    wide = CSS.partition("@media print, (min-width")[2].partition("\n}")[0]
    outside = CSS.replace(wide, "").partition("@media screen")[0]
    assert "width: 30%" in wide
    assert not re.findall(r"\bt[dh][^{}]*\{[^}]*[^-]width: \d+%", outside)
