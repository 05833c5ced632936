"""In the margin nothing lies on anything else, and nothing moves while the text is scrolled."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from qualtool.ui import fonts
from qualtool.ui.reader.coded import Coded
from qualtool.ui.reader.face import face_of
from qualtool.ui.reader.margin import Columns, View, column_left, names, stripes, worded
from qualtool.ui.reader.page import Page
from qualtool.ui.reader.written import ALL, written
from tests.ui.reader.transcripts import ANSWER, coding_row, made_up, plain

HEIGHT = 500


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    fonts.load()
    return Page(plain("\n".join([ANSWER] * 12)), face_of("serif", 1.0), 522)


def view_at(page: Page, top: int) -> View:
    return View(page, tuple(page.between(top, top + HEIGHT)), top, top + HEIGHT)


SPANS = st.lists(
    st.tuples(st.integers(0, 2900), st.integers(1, 600)).map(lambda pair: (pair[0], sum(pair))),
    max_size=40,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@example(spans=[(895, 1495), (1547, 1549)], tops=[719, 194])  # one begins with a line's break
@given(spans=SPANS, tops=st.lists(st.integers(0, 900), min_size=1, max_size=5))
def test_stripes_that_share_a_line_never_share_a_column(
    page: Page, spans: list[tuple[int, int]], tops: list[int]
) -> None:
    coded = Coded([coding_row(n, span) for n, span in enumerate(spans)])
    columns = Columns()
    for top in tops:
        shown = stripes(view_at(page, top), coded, columns)
        for one, other in combinations(shown, 2):
            if one.top < other.bottom and other.top < one.bottom:
                assert one.column != other.column


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(spans=SPANS, top=st.integers(0, 900))
def test_every_coding_in_view_is_named_and_no_name_covers_another(
    page: Page, spans: list[tuple[int, int]], top: int
) -> None:
    coded = Coded([coding_row(n, span) for n, span in enumerate(spans)])
    view = view_at(page, top)
    shown = stripes(view, coded, Columns())
    found = names(view, shown, lambda coding, _beside: 1 + coding.id % 4)
    named = [coding.id for name in found for coding in (name.coding, *name.folded)]
    assert sorted(named) == sorted(stripe.coding.id for stripe in shown)
    for one, other in pairwise(found):
        assert one.top + one.rows * page.face.row <= other.top


def test_a_stripe_keeps_its_column_through_all_scrolling(page: Page) -> None:
    reading, codings = made_up(20_000, 300)
    long = Page(reading, page.face, 522)
    coded, columns, chance = Coded(codings), Columns(), random.Random(2)
    seen: dict[int, int] = {}
    for _jump in range(60):
        top = chance.randrange(long.height - HEIGHT)
        for stripe in stripes(view_at(long, top), coded, columns):
            assert seen.setdefault(stripe.coding.id, stripe.column) == stripe.column


def test_a_stripe_that_comes_from_above_has_its_name_at_the_top_of_the_view(page: Page) -> None:
    coded = Coded([coding_row(1, (0, 3000))])
    view = view_at(page, 600)
    (name,) = names(view, stripes(view, coded, Columns()), lambda _coding, _beside: 1)
    assert 600 <= name.top <= 610


def test_the_same_code_twice_on_the_same_words_is_named_once(page: Page) -> None:
    coded = Coded([coding_row(1, (0, 30), excerpt=1), coding_row(2, (0, 30), excerpt=1)])
    assert len(stripes(view_at(page, 0), coded, Columns())) == 1


def test_a_name_carries_its_valence_and_its_star() -> None:
    coding = replace(coding_row(1, (0, 3), valence="barrier"), starred=True)
    signs = {"barrier": "−", None: ""}
    assert worded(coding, signs.__getitem__) == "−\u00a0faste møteplasser ★"
    deep = replace(coding, depth="latent", starred=False, do_not_quote=True)
    assert worded(deep, signs.__getitem__) == "−\u00a0faste møteplasser ↓ ⊘"
    assert worded(coding_row(1, (0, 3)), signs.__getitem__) == "faste møteplasser"


def test_the_same_code_by_two_coders_is_named_twice_each_with_initials(page: Page) -> None:
    hers = replace(coding_row(1, (0, 30), excerpt=5), initials="Ma")
    his = replace(coding_row(2, (0, 30), excerpt=5), initials="Jo", hand=1)
    found = stripes(view_at(page, 0), Coded([hers, his]), Columns())
    assert [worded(each.coding, lambda _v: "") for each in found] == [
        "faste møteplasser\u00a0·\u00a0Ma",
        "faste møteplasser\u00a0·\u00a0Jo",
    ]
    assert [each.column for each in found] == [0, 1]


def test_a_word_too_long_for_the_margin_is_divided_and_none_of_it_lost(page: Page) -> None:
    words = "kompetanseutviklingsplanleggingsprosess i kommunen\u00a0·\u00a0Ma"
    for width in (60, 90, 130, 400):
        text = written(words, page.face, width, ALL)
        rows = [row.text() for row in text.rows]
        assert not text.cut
        joined = "".join(row.removesuffix("-") for row in rows)
        assert "".join(joined.split()) == "".join(words.split())
        assert text.width <= width
        assert not any(row.startswith("Ma") for row in rows), "initials keep their sign"
    assert written(words, page.face, 60).cut


def test_a_name_that_fits_is_the_same_in_as_many_rows_as_it_may_have(page: Page) -> None:
    words = "det tok jo tid før vi skjønte det"
    whole = written(words, page.face, 90, ALL)
    count = len(whole.rows)
    assert count > 1
    assert written(words, page.face, 90, count) is whole
    assert written(words, page.face, 90, count - 1).cut


def test_an_emoji_in_a_name_is_not_divided(page: Page) -> None:
    rows = written("😀😀😀😀😀😀😀😀😀", page.face, 50, ALL).rows
    assert "".join(row.text().removesuffix("-") for row in rows) == "😀" * 9


def test_columns_stand_closer_beyond_the_third_and_never_move() -> None:
    lefts = [column_left(column) for column in range(14)]
    steps = [other - one for one, other in pairwise(lefts)]
    assert steps == sorted(steps, reverse=True)
    assert min(steps) >= 5, "a stripe is three pixels wide, five where it stands out"


def test_a_coding_may_begin_where_a_long_paragraph_is_cut(qtbot: QtBot) -> None:
    fonts.load()
    page = Page(plain("Vi venter. " * 3000), face_of("serif", 1.0), 522)
    cuts = page.pieces.starts
    assert len(cuts) > 3
    coded = Coded([coding_row(n, (cut, cut + 5)) for n, cut in enumerate(cuts)])
    for number, cut in enumerate(cuts):
        shown = page.shown(number)
        view = View(page, (shown,), shown.top, shown.bottom)
        seen = [stripe.coding.start for stripe in stripes(view, coded, Columns())]
        assert seen == [cut]
