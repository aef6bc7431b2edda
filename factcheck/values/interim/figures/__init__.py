"""What figures mean: an own grammar of English news figures, with value, unit and direction."""

from factcheck.values.interim.figures.describing import describe_figure
from factcheck.values.interim.figures.finding import find_figures

__all__ = ["describe_figure", "find_figures"]
