"""What figures mean: an own grammar of English news figures, with values, units and direction."""

from factcheck.values.figures.describing import describe
from factcheck.values.figures.finding import find_figures
from factcheck.values.figures.qualifiers import qualifies_after
from factcheck.values.figures.units import Measure, measure_of

__all__ = ["Measure", "describe", "find_figures", "measure_of", "qualifies_after"]
