from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.identity_numbers import (
    birth_number,
    is_account_number,
    is_birth_number,
    is_organisation_number,
)

_K1 = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_K2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def _digit(digits: str, weights: tuple[int, ...], remainder: int = 0) -> int:
    total = sum(int(each) * weight for each, weight in zip(digits, weights, strict=True))
    return (remainder - total) % 11


def _with_check(nine: str, remainder: int = 0) -> str | None:
    """The nine digits with their two check digits, None where one of them would be 10."""
    first = _digit(nine, _K1, remainder)
    if first > 9:
        return None
    second = _digit(f"{nine}{first}", _K2)
    return None if second > 9 else f"{nine}{first}{second}"


@given(st.integers(0, 999), st.sampled_from(["150380", "550380", "154380", "158380", "554380"]))
def test_a_number_with_both_checks_right_is_certain(tail: int, born: str) -> None:
    whole = _with_check(f"{born}{tail:03d}")
    if whole is not None:
        assert birth_number(whole) == "certain"
        assert is_birth_number(whole)
        wrong = f"{whole[:10]}{(int(whole[10]) + 1) % 10}"
        assert birth_number(wrong) == "possible"
        assert not is_birth_number(wrong)


@given(st.integers(0, 999), st.sampled_from([1, 2, 3]))
def test_from_2032_the_first_remainder_may_be_up_to_3(tail: int, remainder: int) -> None:
    whole = _with_check(f"010132{tail:03d}", remainder)
    if whole is not None:
        assert birth_number(whole) == "likely"


@given(st.integers(0, 999), st.integers(4, 10))
def test_another_first_remainder_is_only_possible(tail: int, remainder: int) -> None:
    whole = _with_check(f"010132{tail:03d}", remainder)
    if whole is not None:
        assert birth_number(whole) == "possible"


def test_what_begins_with_no_date_is_no_birth_number() -> None:
    for digits in ("00010112345", "32010112345", "72010112345", "40010112345", "01130112345",
                   "01530112345", "01930112345", "0101011234", "010101123456", "0101011234x",
                   "０１０１０１１２３４５", ""):  # fmt: skip
        assert birth_number(digits) is None


def test_account_numbers_by_their_last_digit() -> None:
    right = [f"1234567890{n}" for n in range(10) if is_account_number(f"1234567890{n}")]
    assert right == ["12345678903"]
    assert not is_account_number("00000000000")
    assert not is_account_number("1234567890")


def test_organisation_numbers_by_their_last_digit() -> None:
    right = [f"92345678{n}" for n in range(10) if is_organisation_number(f"92345678{n}")]
    assert right == ["923456783"]  # 11 - 162 % 11
    assert not is_organisation_number("123456785")
    assert not is_organisation_number("92345678")
