"""What figures mean: an own grammar of English news figures, with values, units and direction."""

from factcheck.values.figures.describing import describe
from factcheck.values.figures.finding import find_figures
from factcheck.values.figures.units import in_si

__all__ = ["describe", "find_figures", "in_si"]
