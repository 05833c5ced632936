from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.reports.quotable import Unconsented, quotable
from qualtool.store.rows import ExcerptRow

TEXT = "".join(chr(0x4E00 + number) for number in range(200))  # no character twice


def excerpt(
    start: int,
    end: int,
    *,
    marked: bool = False,
    document: int = 1,
    starred: bool = False,
    context: int = 0,
) -> ExcerptRow:
    return ExcerptRow(
        id=start * 1000 + end,
        document_id=document,
        document="Intervju 1",
        start=start,
        end=end,
        text=TEXT[start:end],
        before=TEXT[max(0, start - context) : start],
        after=TEXT[end : end + context],
        starred=starred,
        do_not_quote=marked,
        display_text=None,
        paragraph=1,
        place="avsnitt 1",
        start_ms=None,
        speaker="",
        role="",
        case="",
        codings=(),
    )


def test_an_excerpt_marked_do_not_quote_stays_behind_and_is_counted() -> None:
    found = quotable([excerpt(0, 5), excerpt(10, 15, marked=True)], (), starred=False, context=0)
    assert [row.start for row in found.excerpts] == [0]
    assert [(each.key, each.message) for each in found.cautions] == [
        ("not_quotable", "1 excerpt may not be quoted and was left out.")
    ]


def test_nothing_leaves_a_document_that_may_not_be_quoted() -> None:
    rows = [excerpt(0, 5), excerpt(0, 5, document=2), excerpt(6, 9, document=2)]
    found = quotable(rows, {2}, starred=False, context=0)
    assert [row.document_id for row in found.excerpts] == [1]
    assert found.cautions[0].message == "2 excerpts may not be quoted and were left out."


def test_the_words_of_somebody_without_consent_stay_behind() -> None:
    rows = [excerpt(0, 5), excerpt(10, 15), excerpt(20, 25), excerpt(30, 35, marked=True)]
    withdrawn = Unconsented(frozenset({10_015, 30_035}), {1: ((18, 21),)})
    found = quotable(rows, (), starred=False, context=0, unconsented=withdrawn)
    assert [row.start for row in found.excerpts] == [0]
    assert [(each.key, each.message) for each in found.cautions] == [
        ("no_consent", "3 excerpts of participants without consent were left out.")
    ]


def test_context_does_not_reach_into_the_words_of_somebody_without_consent() -> None:
    rows = [excerpt(10, 15, context=5)]
    withdrawn = Unconsented(spans={1: ((5, 9),)})
    found = quotable(rows, (), starred=False, context=5, unconsented=withdrawn)
    assert [(row.before, row.after) for row in found.excerpts] == [("", TEXT[15:20])]


def test_an_excerpt_that_shares_words_with_a_marked_one_stays_behind() -> None:
    rows = [excerpt(0, 10, marked=True), excerpt(9, 20), excerpt(10, 20), excerpt(5, 7)]
    found = quotable(rows, (), starred=False, context=0)
    assert [row.start for row in found.excerpts] == [10]
    assert [each.key for each in found.cautions] == ["not_quotable", "shares_words"]
    assert "2 excerpts share words" in found.cautions[1].message


def test_the_same_place_of_another_document_is_free() -> None:
    rows = [excerpt(0, 10, marked=True), excerpt(0, 10, document=2)]
    assert len(quotable(rows, (), starred=False, context=0).excerpts) == 1


def test_context_that_reaches_into_marked_words_is_left_out() -> None:
    rows = [
        excerpt(20, 30, marked=True),
        excerpt(32, 40, context=5),
        excerpt(10, 18, context=5),
        excerpt(60, 70, context=5),
    ]
    _free_after, free_before, free = quotable(rows, (), starred=False, context=5).excerpts[0:3]
    assert (_free_after.before, len(_free_after.after)) == ("", 5)
    assert (len(free_before.before), free_before.after) == (5, "")
    assert (len(free.before), len(free.after)) == (5, 5)


def test_what_is_not_asked_for_is_not_counted_as_left_out() -> None:
    rows = [excerpt(0, 5, marked=True), excerpt(10, 15, starred=True), excerpt(20, 25)]
    found = quotable(rows, (), starred=True, context=0)
    assert [row.start for row in found.excerpts] == [10]
    assert found.cautions == ()


spans = st.tuples(st.integers(0, 190), st.integers(1, 9), st.booleans(), st.integers(1, 2))


@given(st.lists(spans, max_size=25), st.integers(0, 12))
def test_no_marked_word_ever_leaves(places: list[tuple[int, int, bool, int]], context: int) -> None:
    rows = [
        excerpt(start, start + length, marked=marked, document=document, context=context)
        for start, length, marked, document in places
    ]
    secret = {(row.document_id, sign) for row in rows if row.do_not_quote for sign in row.text}
    found = quotable(rows, (), starred=False, context=context)
    for row in found.excerpts:
        for sign in row.before + row.text + row.after:
            assert (row.document_id, sign) not in secret
    shown = {(row.document_id, row.start, row.end) for row in found.excerpts}
    for row in rows:
        if (row.document_id, row.start, row.end) not in shown:
            assert any((row.document_id, sign) in secret for sign in row.text)
