from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.written_numbers import numbers


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(each.kind, each.words, each.level) for each in numbers(text)]


@pytest.mark.parametrize(
    "number",
    ["91234567", "912 34 567", "91 23 45 67", "9123 4567", "91 23 4567", "912 345 67", "912 34567",
     "22.34.56.78", "912-34-567", "9 1 2 3 4 5 6 7", "912\u00a034\u00a0567"],
)  # fmt: skip
def test_a_telephone_number_is_found_however_it_is_grouped(number: str) -> None:
    assert [each[:2] for each in _found(f"De kan nå meg: {number}.")] == [("phone", number)]
    for country in ("+47 ", "0047 ", "+47", "(+47) ", "47 "):
        assert _found(f"Det er {country}{number}, sa hun") == [
            ("phone", f"{country}{number}", "certain")
        ]
    assert _found(f"tlf. {number}") == _found(f"tlf: {number}") == [("phone", number, "certain")]


def test_two_telephone_numbers_may_stand_together() -> None:
    assert [each[1] for each in _found("22334455/41234567")] == ["22334455", "41234567"]


def test_numbers_abroad_are_telephone_numbers() -> None:
    assert _found("+46 70 123 45 67") == [("phone", "+46 70 123 45 67", "certain")]


@pytest.mark.parametrize(
    "said",
    ["den 12.03.2024", "21.03.2024", "2024-03-12", "20240312", "filen fra 21032024", "kl. 09:15",
     "12 000 000 kr", "45 000 000 kroner", "kr 45000000", "23456789 kr", "25 345 678 i budsjett",
     "sak 2024/23456789", "saksnr. 23456789", "sak 24/23456789", "ref. 98765432", "ISBN 82345678",
     "2019 2024", "2019-2024", "2019–2024", "§ 23-45", "00:12:34", "1 234 567,50", "12345678",
     "20 24 26 30 33 40", "i 2019, 2020 og 2021", "23456789 innbyggere", "34567890 ord",
     "3,14159265",
     "10.1177/26345678", "id_23456789", "a23456789", "23456789/24", "900 000 000 kroner",
     "987 654 322", "1234567890", "123456789012"],
)  # fmt: skip
def test_other_numbers_are_left_alone(said: str) -> None:
    assert numbers(said) == ()
    assert numbers(f"Det står {said} der.") == ()


def test_a_word_before_a_number_tells_that_it_is_a_telephones() -> None:
    assert _found("ring meg på 20240312") == [("phone", "20240312", "certain")]
    assert _found("mobilnummeret er 45 000 000") == [("phone", "45 000 000", "certain")]


def test_a_birth_number_is_told_also_where_its_check_fails() -> None:
    assert _found("01013212303") in ([], [("birth_number", "01013212303", "possible")])
    right = next(f"150380 {n:05d}" for n in range(99999) if _sure(f"150380{n:05d}"))
    assert _found(f"nummeret {right}.") == [("birth_number", right, "certain")]
    hyphened = right.replace(" ", "-")
    assert _found(f"({hyphened})") == [("birth_number", hyphened, "certain")]
    wrong = f"{right[:-1]}{(int(right[-1]) + 1) % 10}"
    assert _found(wrong) == [("birth_number", wrong, "possible")]


def _sure(digits: str) -> bool:
    return any(each.kind == "birth_number" and each.level == "certain" for each in numbers(digits))


def test_the_end_of_a_birth_number_is_told_where_a_word_says_so() -> None:
    assert _found("personnummeret hennes er 12345.") == [("birth_number", "12345", "likely")]
    assert numbers("Det var 12345 personer.") == ()


def test_account_numbers_are_told() -> None:
    assert _found("til 1234.56.78903 takk") == [("account", "1234.56.78903", "certain")]
    assert _found("konto 12345678903") == [("account", "12345678903", "certain")]
    assert _found("kontonr. er 1234 56 78904") == [("account", "1234 56 78904", "possible")]
    assert numbers("12345678904") == ()


def test_organisation_numbers_are_told() -> None:
    assert _found("org.nr. 923 456 783") == [("organisation_number", "923 456 783", "certain")]
    assert _found("NO 923456783 MVA") == [("organisation_number", "NO 923456783 MVA", "certain")]
    assert _found("hos 923456783.") == [("organisation_number", "923456783", "likely")]
    assert _found("org.nr. 923 456 784") == [("organisation_number", "923 456 784", "possible")]
    assert numbers("923 456 783 kroner") == numbers("923 456 784") == ()


@given(st.text(st.sampled_from("0123456789 .-+/()kr\u00a0e\u0301🙂\n"), max_size=80))
def test_any_digits_are_read_with_their_places(text: str) -> None:
    last = 0
    for each in numbers(text):
        assert text[each.start : each.end] == each.words
        assert each.start >= last
        assert re.search(r"\d", each.words)
        last = each.end


@pytest.mark.parametrize("piece", ["1", "1 ", "12 34 ", "12.34.", "+47 ", "tlf ", "9-", "123456 "])
def test_long_runs_take_time_in_proportion(piece: str) -> None:
    started = time.process_time()
    numbers(piece * 10_000)
    assert time.process_time() - started < 5
