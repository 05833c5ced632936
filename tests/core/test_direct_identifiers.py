from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.direct_identifiers import identifiers, numbers
from qualtool.core.identity_numbers import is_birth_number


def _found(text: str, *known: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.kind) for each in identifiers(text, known=known)]


@pytest.mark.parametrize(
    "number",
    [
        "91 23 45 67",
        "91234567",
        "912 34 567",
        "+47 91 23 45 67",
        "004791234567",
        "+46 70 123 45 67",
    ],
)
def test_a_telephone_number_is_found(number: str) -> None:
    assert _found(f"ring {number}, sa hun.") == [(number, "phone")]


@pytest.mark.parametrize(
    "said",
    ["den 12.03.2024", "2024-03-12", "kl. 09:15", "12 000 000 kr", "123456", "sak 2024/1234567",
     "00:12:34", "1 234 567,50", "12345678901", "fra 2019 til 2024"],
)  # fmt: skip
def test_other_numbers_are_no_telephone_numbers(said: str) -> None:
    assert numbers(said) == ()


def test_an_address_is_found_whole() -> None:
    assert _found("skriv til kari.nygard@fjell.example.") == [
        ("kari.nygard@fjell.example", "email")
    ]


def test_an_address_that_begins_with_a_number_is_no_telephone_number() -> None:
    assert _found("91234567@fjell.example") == [("91234567@fjell.example", "email")]


def test_an_address_that_is_said_is_found() -> None:
    said = "kari krøllalfa fjell punkt no"
    assert _found(f"Det er {said}, sa hun.") == [(said, "email")]


def test_a_birth_number_has_two_check_digits() -> None:
    # Made up by adding check digits to a date in the future and to a D-number.
    assert is_birth_number("01019910077") is _checked("010199100", "77")
    right = [f"{n:02d}" for n in range(100) if is_birth_number(f"010150123{n:02d}")]
    assert len(right) <= 1
    assert not is_birth_number("1234567890")
    assert not is_birth_number("99999999999")
    for born in ("010150", "410150"):
        number = next(
            f"{born}{tail:05d}" for tail in range(10_000) if is_birth_number(f"{born}{tail:05d}")
        )
        assert _found(f"nummeret er {number} sa han") == [(number, "birth_number")]
        apart = f"{number[:6]} {number[6:]}"
        assert _found(f"nummeret er {apart}.") == [(apart, "birth_number")]


def _checked(first: str, check: str) -> bool:
    """The rule in another way: the weighted sums with the check digits are divisible by 11."""
    digits = [int(each) for each in first + check]
    sums = (
        sum(w * d for w, d in zip((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), digits, strict=False)),
        sum(w * d for w, d in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), digits, strict=True)),
    )
    return all(each % 11 == 0 for each in sums)


@given(st.integers(0, 99_999))
def test_the_check_digits_are_those_of_the_rule(tail: int) -> None:
    number = f"150380{tail:05d}"
    assert is_birth_number(number) == _checked(number[:9], number[9:])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Da ringte jeg Berit Lund. Hun kom.", ["Berit Lund"]),
        ("Lund kom. Vi så at Lunds bil sto der.", ["Lund", "Lunds"]),
        ("Kari sa det.", ["Kari"]),
        ("Det var bratt. Haugen er lang. Opp haugen!", []),
        ("Vi i NAV og NAV-lederen brukte Teams.", []),
        ("Ja. Nei! «Vi orker ikke», sa de. – Så gikk det.", []),
        ("Informant 3 og Intervjuer snakket.", []),
    ],
)
def test_a_capital_inside_a_sentence_may_be_a_name(text: str, names: list[str]) -> None:
    assert _found(text) == [(name, "name") for name in names]


def test_a_pseudonym_is_no_name() -> None:
    assert _found("Så ringte jeg Anna og Lars.", "Anna") == [("Lars", "name")]


@given(st.lists(st.sampled_from(["Kari", "Lund", "og", "91234567", "a@b.no", ".", "+47", "\n"])))
def test_what_is_found_is_in_order_and_apart(parts: list[str]) -> None:
    found = identifiers(" ".join(parts))
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(each.start < each.end for each in found)
