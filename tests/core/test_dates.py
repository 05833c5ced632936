from __future__ import annotations

import pytest

from qualtool.core.dates import span


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024-03-12", "2024-03-12", "2024-03-12"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("10.3.2026", "2026-03-10", "2026-03-10"),
        ("10/3/26", "2026-03-10", "2026-03-10"),
        ("10. mars 2026", "2026-03-10", "2026-03-10"),
        ("March 10, 2026", "2026-03-10", "2026-03-10"),
        ("des. 2023", "2023-12-01", "2023-12-31"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("Høsten 2023", "2023-09-01", "2023-11-30"),
        ("hausten 2023", "2023-09-01", "2023-11-30"),
        ("spring 2024", "2024-03-01", "2024-05-31"),
        ("4.–5.11.2021", "2021-11-04", "2021-11-05"),
        ("29.9.–1.10.2023", "2023-09-29", "2023-10-01"),
        ("april–mai 2024", "2024-04-01", "2024-05-31"),
        ("2021 - 2023", "2021-01-01", "2023-12-31"),
        ("4. til 5. november 2021", "2021-11-04", "2021-11-05"),
        ("28. oktober – 2. november 2021", "2021-10-28", "2021-11-02"),
    ],
)
def test_what_researchers_write_is_understood(written: str, first: str, last: str) -> None:
    assert span(written) == (first, last)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "en gang i fjor",
        "31.2.2024",
        "påsken 2023",
        "2024-13",
        "12. høst 2023",
        "5.–4.11.2021",
        "x–5.11.2021",
        "?–5.11.2021",
        "a–b–c",
        "0000",
        "mai – ",
        "40.–5.11.2021",
    ],
)
def test_what_cannot_be_told_is_left_as_it_is(written: str) -> None:
    assert span(written) == (None, None)
