"""Every number a report may print, each with where it was counted from.

次 counts events (a visit to two siblings is one), 人次 child-events (it is
two), 人 children, 覆盖率 the children reached of those counted. A share of
nobody is None, printed as —. Every split sums to what it splits.
"""

from liushou_cli.domain.figures.activities import activities
from liushou_cli.domain.figures.archive import archive
from liushou_cli.domain.figures.book import Book, Figure
from liushou_cli.domain.figures.care import care
from liushou_cli.domain.figures.children import children
from liushou_cli.domain.figures.coming import coming, funds
from liushou_cli.domain.figures.contacts import calls, talks, visits
from liushou_cli.domain.figures.groups import groups
from liushou_cli.domain.figures.homes import homes
from liushou_cli.domain.figures.outcome import promises, shortfall
from liushou_cli.domain.figures.pairs import proxies
from liushou_cli.domain.figures.plans import plans, unanswered
from liushou_cli.domain.figures.statistics import statistics
from liushou_cli.domain.figures.support import concerns, mediations, pairings, supports
from liushou_cli.domain.figures.surveys import progress, surveys
from liushou_cli.domain.population import Population

__all__ = ["Figure", "figures"]

_PARTS = (
    children, care, surveys, progress, visits, calls, talks, activities, pairings, supports, mediations, concerns,
    promises, plans, unanswered, shortfall, proxies, groups, archive, coming, funds, homes, statistics,
)  # fmt: skip


def figures(people: Population) -> dict[str, Figure]:
    """All figures of *people* by their Chinese names, in the order of a report."""
    book = Book()
    for part in _PARTS:
        part(book, people)
    return book.figures
