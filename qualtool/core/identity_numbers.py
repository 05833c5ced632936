"""Norwegian numbers that carry their own check: birth, account and organisation numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from qualtool.core.disclosure import Level

_FIRST: Final = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND: Final = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_ORGANISATION: Final = (3, 2, 7, 6, 5, 4, 3, 2, 1)
_LATER: Final = (0, 1, 2, 3)  # remainders of the first sum in numbers given out from 2032


def is_birth_number(digits: str) -> bool:
    """Whether eleven digits are a Norwegian birth number or D-number: both check digits are right.

    The weights are those that Skatteetaten gives for the national identity number.
    """
    return birth_number(digits) == "certain"


def birth_number(digits: str) -> Level | None:
    """How surely eleven digits are a birth number; None where they begin with no date.

    D-numbers have 4 added to the first digit, H-numbers and made-up ones 4 or 8 to the third.
    "likely" is one as they are given out from 2032, "possible" one whose check fails.
    """
    if not _is_digits(digits, 11):
        return None
    day, month = int(digits[:2]), int(digits[2:4])
    if not (1 <= day <= 71 and 1 <= day % 40 <= 31 and 1 <= month % 40 <= 12 and month <= 92):
        return None
    first, second = _remainder(digits, _FIRST), _remainder(digits, _SECOND)
    if second != 0 or first not in _LATER:
        return "possible"
    return "certain" if first == 0 else "likely"


def is_account_number(digits: str) -> bool:
    """Whether eleven digits are a bank account's: the weighted sum is divisible by 11."""
    return _is_digits(digits, 11) and digits[:2] != "00" and _remainder(digits, _SECOND) == 0


def is_organisation_number(digits: str) -> bool:
    """Whether nine digits are a number of the Brønnøysund registers, by the same kind of sum."""
    return _is_digits(digits, 9) and digits[0] in "89" and _remainder(digits, _ORGANISATION) == 0


def _is_digits(digits: str, count: int) -> bool:
    return len(digits) == count and digits.isascii() and digits.isdigit()


def _remainder(digits: str, weights: Sequence[int]) -> int:
    """Of the weighted sum with the check digit, which is 0 where the digit is right."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11
