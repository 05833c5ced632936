from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core import dates
from qualtool.core.date_finding import in_name, in_text, kept


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("referat ressursgruppe 2.5.2024", "2.5.2024"),
        ("Samtale nynorsk ca. juni 2024", "ca. juni 2024"),
        ("Opptak-20240314_101010", "2024-03-14"),
        ("Intervju Test-20260310_101010-Opptak av møte", "2026-03-10"),
        ("2024_03_14 samtale", "2024-03-14"),
        ("2023-11 møte", "2023-11"),
        ("Møte_29.–30.9.2021", "29.–30.9.2021"),
        ("høsten 2023 samtale", "høsten 2023"),
        ("Intervju i uke 14 2023", "uke 14 2023"),
        ("notat den 14. mars 2024 kl. 10", "14. mars 2024"),
        ("Evaluering Q2 2022", "Q2 2022"),
        ("Intervju 1 - 15 June 2026", "15 June 2026"),
        ("12.3.24 intervju", "12.3.24"),
        ("29. sept.–2. okt. 2021", "29. sept.–2. okt. 2021"),
    ],
)
def test_a_date_in_a_files_name_is_found_as_it_is_written(name: str, date: str) -> None:
    assert in_name(name) == date


@pytest.mark.parametrize(
    "name",
    [
        *("Intervju 3 2024", "Strategi 2030", "Rapport 2021-2022", "Informant 12", "20241399"),
        *("Referat 31.2.2022", "versjon 2.1", ""),
    ],
)
def test_a_number_that_may_be_something_else_is_no_date(name: str) -> None:
    assert in_name(name) == ""


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Referat fra møte\nDato: 14. mars 2024 kl. 10–12\nTil stede: alle", "14. mars 2024"),
        ("Feltnotat\n14. mars 2024\nDet var kaldt.", "14. mars 2024"),
        ("Møtedato:\thøsten 2023\n", "høsten 2023"),
        ("Tid og sted: 3.4.2024, rådhuset", "3.4.2024"),
        ("Intervju m/ Kari Moe   20.03.24 Transkribert av Siri\nHva da?", "20.03.24"),
        ("Referat fra personalmøte 5. april 2024\nTil stede: alle", "5. april 2024"),
        ("Samarbeid i praksis, 12. mars 2024\nDet var kaldt.", "12. mars 2024"),
        ("Vi begynte i mars 2024 og det var fint.", ""),
        ("Vi hadde møte den 5. april 2024.\nDet var fint.", ""),
        ("Jeg sluttet 5. april 2024 og dro\nDet var fint.", ""),
        ("Intervju våren 2023\nHva da?", ""),
        ("Hei.\n" * 20 + "Dato: 14. mars 2024", ""),
        ("", ""),
    ],
)
def test_a_document_says_itself_when_it_is_from(text: str, date: str) -> None:
    assert in_text(text) == date


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("14. mars 2024", "2024-03-14"),
        ("ca. 14. mars 2024", "ca. 14. mars 2024"),
        ("juni 2024", "juni 2024"),
    ],
)
def test_a_day_is_kept_by_its_number_and_anything_vaguer_as_it_was_written(
    written: str, date: str
) -> None:
    assert kept(written) == date


@given(st.text(max_size=60))
def test_what_is_found_can_always_be_sorted(name: str) -> None:
    for found in (in_name(name), in_text(name)):
        assert not found or dates.span(found)[0] is not None
