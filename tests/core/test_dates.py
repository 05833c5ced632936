from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.dates import order, read, span

DAYS = st.dates(date(1970, 1, 1), date(2069, 12, 31))
NB = "januar februar mars april mai juni juli august september oktober november desember".split()
SHORT = "jan. feb. mars apr. mai juni juli aug. sept. okt. nov. des.".split()
EN = (
    "January February March April May June July August September October November December"
).split()


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
        ("29.–30.9.2021", "2021-09-29", "2021-09-30"),
        ("29. sept.–2. okt. 2021", "2021-09-29", "2021-10-02"),
        ("September 29–October 2, 2021", "2021-09-29", "2021-10-02"),
        ("Sept 29–30, 2021", "2021-09-29", "2021-09-30"),
        ("28.12.–3.1.2022", "2021-12-28", "2022-01-03"),
        ("desember–januar 2022", "2021-12-01", "2022-01-31"),
        ("høsten 2022–våren 2023", "2022-09-01", "2023-05-31"),
        ("sommaren og hausten 2023", "2023-06-01", "2023-11-30"),
        ("mellom mars og mai 2022", "2022-03-01", "2022-05-31"),
        ("4., 5. og 9. november 2021", "2021-11-04", "2021-11-09"),
        ("4.11., 8.11. og 12.12.2021", "2021-11-04", "2021-12-12"),
        ("1.–2.11.21 og 5.11.21", "2021-11-01", "2021-11-05"),
        ("mai, juni 2022", "2022-05-01", "2022-06-30"),
        ("4./5.11.2021", "2021-11-04", "2021-11-05"),
        ("10.03.2026-12.03.2026", "2026-03-10", "2026-03-12"),
        ("mai/juni 2022", "2022-05-01", "2022-06-30"),
        ("jan 22", "2022-01-01", "2022-01-31"),
        ("03.2022", "2022-03-01", "2022-03-31"),
        ("uke 14 2023", "2023-04-03", "2023-04-09"),
        ("veke 14–15, 2023", "2023-04-03", "2023-04-16"),
        ("week 14 of 2023", "2023-04-03", "2023-04-09"),
        ("2023-W14", "2023-04-03", "2023-04-09"),
        ("Q2 2022", "2022-04-01", "2022-06-30"),
        ("2022-Q2", "2022-04-01", "2022-06-30"),
        ("andre kvartal 2022", "2022-04-01", "2022-06-30"),
        ("siste kvartal i 2022", "2022-10-01", "2022-12-31"),
        ("last half of 2022", "2022-07-01", "2022-12-31"),
        ("2021-22", "2021-01-01", "2022-12-31"),
        ("2021/2023", "2021-01-01", "2023-12-31"),
        ("skuleåret 2021/22", "2021-08-01", "2022-06-30"),
        ("school year 2021/22", "2021-08-01", "2022-06-30"),
        ("vinteren 2022/23", "2022-12-01", "2023-02-28"),
        ("høstsemesteret 2022", "2022-08-01", "2022-12-31"),
        ("fall semester 2022", "2022-08-01", "2022-12-31"),
        ("spring term 2022", "2022-01-01", "2022-06-30"),
        ("fredag 12.5.2023 kl. 10–11.30", "2023-05-12", "2023-05-12"),
        ("2021-11-04T10:00:00", "2021-11-04", "2021-11-04"),
        ("12.5.2023 (utsatt fra april)", "2023-05-12", "2023-05-12"),
        ("5.6.71", "1971-06-05", "1971-06-05"),
    ],
)
def test_what_researchers_write_is_understood(written: str, first: str, last: str) -> None:
    assert span(written) == (first, last)
    assert read(written).state == "exact"


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


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("ca. juli 2022", "2022-07-01", "2022-07-31"),
        ("om lag mars 2022", "2022-03-01", "2022-03-31"),
        ("truleg hausten 2022", "2022-09-01", "2022-11-30"),
        ("approx. June 2022", "2022-06-01", "2022-06-30"),
        ("~2021", "2021-01-01", "2021-12-31"),
        ("12.5.2023?", "2023-05-12", "2023-05-12"),
        ("tidlig i mai 2022", "2022-05-01", "2022-05-10"),
        ("medio mars 2022", "2022-03-11", "2022-03-20"),
        ("slutten av mars 2022", "2022-03-21", "2022-03-31"),
        ("mid-June 2022", "2022-06-11", "2022-06-20"),
        ("late 2021", "2021-09-01", "2021-12-31"),
        ("tidlig 12.5.2023", "2023-05-12", "2023-05-12"),
    ],
)
def test_what_is_only_about_then_is_said_to_be(written: str, first: str, last: str) -> None:
    found = read(written)
    assert (found.first, found.last, found.state) == (first, last, "about")


@pytest.mark.parametrize(
    "written",
    [
        "31.2.2022",
        "ca. 31.2.2022",
        "2022-02-31",
        "29. februar 2023",
        "4.13.2021",
        "11/23/2021",
        "13.2022",
        "2022-13",
        "uke 60 2023",
        "uke 1 0000",
        "2022-Q5",
        "3. halvår 2022",
        "0000",
        "5.–4.11.2021",
        "40.–5.11.2021",
        "30.–31.2.2022",
        "2023–2021",
        "14.–12. mars 2022",
    ],
)
def test_a_date_that_no_calendar_has_is_told_from_words(written: str) -> None:
    found = read(written)
    assert (found.first, found.last, found.state) == (None, None, "impossible")


@pytest.mark.parametrize(
    "written",
    ["en gang i fjor", "påsken 2023", "mars", "4.11", "Q2", "12. høst 2023",
     "vinteren 2020/23", "skoleåret 2020–23", "a–b–c", "til", "?", "den", "x/5.11.2021"],
)  # fmt: skip
def test_words_that_say_no_date_are_unreadable(written: str) -> None:
    found = read(written)
    assert (found.first, found.last, found.state) == (None, None, "unreadable")


def test_nothing_written_is_no_date() -> None:
    assert read(" ").state == "empty"


def _forms(day: date) -> list[str]:
    d, m, y = day.day, day.month, day.year
    return [
        f"{d}.{m}.{y}",
        f"{d:02}.{m:02}.{y}",
        f"{d}/{m}/{y}",
        f"{d}.{m}.{y % 100:02}",
        day.isoformat(),
        f"{d}. {NB[m - 1]} {y}",
        f"den {d}.{NB[m - 1]} {y}",
        f"{d}. {SHORT[m - 1]} {y}",
        f"{EN[m - 1]} {d}, {y}",
        f"{d} {EN[m - 1]} {y}",
    ]


@given(DAYS)
def test_a_day_is_the_same_day_however_it_is_written(day: date) -> None:
    iso = day.isoformat()
    assert {(read(form).first, read(form).last) for form in _forms(day)} == {(iso, iso)}


@given(DAYS, st.integers(0, 400), st.integers(0, 9), st.sampled_from(["–", " – ", " til ", " to "]))
def test_a_span_runs_from_its_first_day_to_its_last(
    day: date, length: int, form: int, between: str
) -> None:
    last = min(day + timedelta(days=length), date(2069, 12, 31))
    written = f"{_forms(day)[form]}{between}{_forms(last)[form]}"
    assert span(written) == (day.isoformat(), last.isoformat())


@given(DAYS, st.integers(0, 60))
def test_a_span_may_leave_out_what_its_end_says(day: date, length: int) -> None:
    last = min(day + timedelta(days=length), date(2069, 12, 31))
    start = (
        f"{day.day}."
        if (day.year, day.month) == (last.year, last.month)
        else (f"{day.day}.{day.month}.")
    )
    assert span(f"{start}–{last.day}.{last.month}.{last.year}") == (
        day.isoformat(),
        last.isoformat(),
    )


@given(st.lists(DAYS, max_size=6), st.integers(0, 9))
def test_dates_are_sorted_by_the_day_they_mean(days: list[date], form: int) -> None:
    written = [_forms(day)[form] for day in days]
    assert [span(each)[0] for each in sorted(written, key=order)] == [
        day.isoformat() for day in sorted(days)
    ]
    assert sorted([*written, "en gang"], key=order)[-1] == "en gang"


@given(
    st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(
                "31 2 2022 . – - / mars sept. høsten uke Q ca. til 99 0000 vinteren ( ) 13".split()
            ),
            max_size=7,
        ).map(" ".join),
        st.from_regex(r"[0-9./–-]{1,12}", fullmatch=True),
    )
)
def test_whatever_is_written_something_is_said_of_it(written: str) -> None:
    found = read(written)
    if found.state in ("exact", "about"):
        assert found.first is not None
        assert found.last is not None
        assert date.fromisoformat(found.first) <= date.fromisoformat(found.last)
    else:
        assert (found.first, found.last) == (None, None)
