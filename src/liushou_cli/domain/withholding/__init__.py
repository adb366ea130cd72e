"""不得透露: what must be kept from somebody. One rule for everything that leaves: papers, lists, cards, forms.

Figures are counted from the true records. What is handed on is made from a copy of the child in which the
fields that 内容 names are （不透露）, and so is the same text wherever else in the file it was written.
"""

from liushou_cli.domain.withholding.covering import cover_for, covered
from liushou_cli.domain.withholding.entries import applying, applying_alone, said, unnamed

__all__ = ["applying", "applying_alone", "cover_for", "covered", "said", "unnamed"]
