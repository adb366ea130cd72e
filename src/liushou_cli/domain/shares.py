"""A share as it is printed, everywhere."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def percent(share: Fraction, decimals: int = 1) -> str:
    """54.4%: rounded once, the half upwards, from the exact share."""
    exact = Decimal(share.numerator * 100) / Decimal(share.denominator)
    return f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)}%"
