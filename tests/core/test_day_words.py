from __future__ import annotations

from datetime import date

from qualtool.core.day_words import clock_of, day_in_words, day_of, month_name


def test_days_are_written_as_the_language_does() -> None:
    day = date(2024, 3, 14)
    assert [day_in_words(day, each) for each in ("nb", "nn", "en")] == [
        "14. mars 2024",
        "14. mars 2024",
        "14 March 2024",
    ]
    assert month_name(12, "nb") == "desember"


def test_a_moment_falls_on_a_day_and_an_hour() -> None:
    moment = 1_710_417_900_000  # noon and a little, whatever the zone the same or the next day
    assert abs((day_of(moment) - date(2024, 3, 14)).days) <= 1
    assert len(clock_of(moment)) == 5
