"""What was chosen about a block is chosen still when the project is opened again."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualtool.analysis.memo_filter import MemoFilter
from qualtool.reports import saved_options
from qualtool.reports.options import Options


@settings(max_examples=60)
@given(st.from_type(Options))
def test_choices_that_are_kept_and_read_again_are_the_same(options: Options) -> None:
    again = saved_options.read(saved_options.written(options))
    assert again == replace(options, language="", number=1)


def test_nothing_is_kept_where_nothing_was_chosen() -> None:
    assert saved_options.written(Options()) == ""
    assert saved_options.written(Options(number=4, language="nn")) == ""
    assert saved_options.read("") == Options()


def test_only_what_differs_is_kept() -> None:
    options = Options(by="code", memos=MemoFilter(private=False, words="møte"))
    assert json.loads(saved_options.written(options)) == {"by": "code", "memos": {"words": "møte"}}


def test_kinds_of_memos_are_kept_in_an_order_that_does_not_change() -> None:
    kinds = frozenset({"analytic", "method", "reflexive"})
    options = Options(memos=MemoFilter(kinds=kinds, private=False))
    held = json.loads(saved_options.written(options))
    assert held["memos"]["kinds"] == sorted(kinds)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "7",
        "null",
        "[" * 100_000,
        '{"hologram":true}',
        '{"by":"phase of the moon"}',
        '{"by":null}',
        '{"columns":"theme"}',
        '{"columns":[1]}',
        '{"columns":[["a"],{"b":1}]}',
        '{"memos":"all"}',
        '{"memos":{"kinds":[{"a":1}]}}',
        '{"starred":"yes"}',
        '{"headed":1}',
    ],
)
def test_what_is_not_understood_is_left_as_usual(text: str) -> None:
    assert saved_options.read(text) == Options()


def test_the_rest_is_read_where_one_choice_is_not_understood() -> None:
    text = '{"by":"moon","columns":["theme","excerpt"],"memos":{"kinds":4,"words":"møte"}}'
    read = saved_options.read(text)
    assert read.columns == ("theme", "excerpt")
    assert read.memos == MemoFilter(private=False, words="møte")
