from __future__ import annotations

from datetime import date

import pytest

from qualtool.core.day_spans import as_tables_write, one_day, period, span_of_days


@pytest.mark.parametrize(
    ("written", "norwegian", "english"),
    [
        ("2021-11-04", "4.11.2021", "4 November 2021"),
        ("4. november 2021", "4.11.2021", "4 November 2021"),
        ("4.–5.11.2021", "4.–5.11.2021", "4–5 November 2021"),
        ("29. sept.–2. okt. 2021", "29.9.–2.10.2021", "29 September – 2 October 2021"),
        ("28.12.2021–3.1.2022", "28.12.2021–3.1.2022", "28 December 2021 – 3 January 2022"),
        ("04.05.2022", "4.5.2022", "4 May 2022"),
    ],
)
def test_days_and_spans_are_written_as_tables_write_them(
    written: str, norwegian: str, english: str
) -> None:
    assert as_tables_write(written, "nb") == norwegian
    assert as_tables_write(written, "nn") == norwegian
    assert as_tables_write(written, "en") == english


@pytest.mark.parametrize(
    "written",
    [
        "høsten 2023",
        "uke 14 2023",
        "ca. 4.11.2021",
        "påsken 2023",
        "31.2.2022",
        "4., 5. og 9. november 2021",
        "10.3.2026 kl. 12",
        "mars 2026",
        "2026",
        "",
    ],
)
def test_what_is_no_plain_day_stays_as_it_was_written(written: str) -> None:
    assert as_tables_write(written, "nb") == written


def test_only_a_single_day_is_a_day() -> None:
    assert one_day("12.6.2023") == date(2023, 6, 12)
    assert one_day("29.–30.9.2023") is None
    assert one_day("høsten 2023") is None
    assert one_day("12.6.2023 kl. 9") is None


def test_whole_months_are_said_as_months() -> None:
    assert period(date(2023, 8, 1), date(2023, 11, 30), "nb") == "august–november 2023"
    assert period(date(2023, 8, 1), date(2023, 8, 31), "en") == "August 2023"
    assert period(date(2023, 8, 1), date(2024, 1, 31), "nb") == "august 2023 – januar 2024"
    assert period(date(2024, 2, 27), date(2024, 5, 7), "nb") == "27.2.–7.5.2024"
    assert span_of_days(date(2024, 2, 27), date(2024, 2, 27), "nn") == "27.2.2024"
