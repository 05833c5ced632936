"""A report kept as text is read again as it was, whatever is in it."""

from __future__ import annotations

import json
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualtool.core import report_json
from qualtool.core.errors import QualtoolError
from qualtool.core.report import (
    Block,
    Cell,
    Column,
    Contents,
    Figure,
    Group,
    Heading,
    Line,
    Margined,
    Mark,
    Paragraph,
    Report,
    Row,
    Run,
    Style,
    Table,
    Text,
    cell,
    paragraph,
)
from qualtool.core.source import Caution

WORDS = st.text(max_size=8)
FEW = settings(max_examples=30)
CAUTIONS = st.lists(st.builds(Caution, WORDS, WORDS), max_size=1).map(tuple)
RUNS = st.lists(
    st.builds(
        Run,
        WORDS,
        bold=st.booleans(),
        muted=st.booleans(),
        language=WORDS,
        excerpt_id=st.none() | st.integers(),
    ),
    max_size=2,
).map(tuple)
PARAGRAPHS = st.lists(st.builds(Paragraph, RUNS), max_size=2).map(tuple)
CELLS = st.builds(Cell, PARAGRAPHS, st.none() | st.integers() | st.dates())
PICTURES = st.binary(min_size=1, max_size=40)
MARKS = st.lists(st.builds(Mark, WORDS, WORDS), max_size=2).map(tuple)
LINES = st.lists(st.builds(Line, WORDS, WORDS, RUNS, MARKS), max_size=2).map(tuple)
STYLES = st.sampled_from(get_args(Style))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table of whole cells: what covers others is tried by hand below."""
    columns = draw(st.lists(st.builds(Column, WORDS, WORDS), min_size=1, max_size=2))
    row = st.builds(Row, st.tuples(*(CELLS for _each in columns)))
    groups = st.builds(Group, WORDS, st.lists(row, max_size=2).map(tuple), WORDS)
    return Table(
        label=draw(WORDS),
        number=draw(st.integers()),
        caption=draw(WORDS),
        columns=tuple(columns),
        groups=tuple(draw(st.lists(groups, max_size=2))),
        caption_above=draw(st.booleans()),
        headed=draw(st.booleans()),
        landscape=draw(st.booleans()),
        note=draw(WORDS),
        cautions=draw(CAUTIONS),
    )


BLOCKS: dict[type[Block], st.SearchStrategy[Block]] = {
    Heading: st.builds(Heading, WORDS, st.integers()),
    Contents: st.builds(Contents, WORDS, st.booleans(), st.booleans()),
    Text: st.builds(Text, PARAGRAPHS, STYLES),
    Table: tables(),
    Figure: st.builds(
        Figure,
        WORDS,
        st.integers(),
        WORDS,
        PICTURES,
        PICTURES,
        st.integers(min_value=1),
        st.integers(min_value=1),
        WORDS.map(lambda words: f"Et kart {words}"),
        st.booleans(),
        st.booleans(),
        WORDS,
        CAUTIONS,
    ),
    Margined: st.builds(
        Margined, st.tuples(WORDS, WORDS, WORDS, WORDS), LINES, st.booleans(), CAUTIONS
    ),
}


@FEW
@given(
    st.builds(
        Report,
        WORDS,
        WORDS,
        st.lists(st.one_of(*BLOCKS.values()), max_size=3).map(tuple),
        CAUTIONS,
        WORDS,
    )
)
def test_a_report_that_is_written_and_read_again_is_the_same(report: Report) -> None:
    assert report_json.read(report_json.written(report)) == report


@pytest.mark.parametrize("kind", get_args(Block), ids=lambda kind: kind.__name__)
def test_every_kind_of_block_is_read_again_as_it_was(kind: type[Block]) -> None:
    @FEW
    @given(BLOCKS[kind])
    def kept(block: Block) -> None:
        report = Report("", "nb", (block,))
        assert report_json.read(report_json.written(report)) == report

    kept()


def test_cells_that_reach_down_days_and_numbers_are_kept() -> None:
    rows = (
        Row((cell("Kultur", rows=2), cell("14.3.2024", value=date(2024, 3, 14)))),
        Row((None, cell("1 204", value=1204))),
    )
    table = Table("Tabell", 3, "«Æ»", (Column("a", "A"), Column("b", "B")), (Group("g", rows),))
    report = Report("Vedlegg", "nb", (Heading("Vedlegg", 2), table), method="Slik ble det.")
    assert report_json.read(report_json.written(report)) == report


def test_only_what_differs_from_the_default_is_written() -> None:
    text = Text((Paragraph((Run("Vi har møte om møta."),)),))
    written = report_json.written(Report("T", "nb", (text,)))
    assert json.loads(written)["blocks"] == [
        {
            "is": "Text",
            "paragraphs": [
                {"is": "Paragraph", "runs": [{"is": "Run", "text": "Vi har møte om møta."}]}
            ],
        }
    ]
    assert "møta" in written


def test_what_a_later_version_added_to_a_part_is_left_out() -> None:
    report = Report("T", "nb", (Heading("Funn"),))
    held = json.loads(report_json.written(report))
    held["colour"] = "violet"
    held["blocks"][0]["anchor"] = [1, 2]
    assert report_json.read(json.dumps(held)) == report


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"is":"Heading","text":"Funn"}',
        '{"title":"T"}',
        '{"is":"Report","title":"T","language":"nb"}',
        '{"is":"Report","title":"T","language":"nb","blocks":[{"is":"Hologram"}]}',
        '{"is":"Report","title":1,"language":"nb","blocks":[]}',
        '{"is":"Report","title":"T","language":"nb","blocks":["Funn"]}',
        '{"is":"Report","title":"T","language":"nb","blocks":[{"is":"Heading","text":"F","level":true}]}',
        '{"is":"Report","title":"T","language":"nb","blocks":[{"is":"Text","paragraphs":[],"style":"song"}]}',
        '{"is":"Report","title":"T","language":"nb","blocks":[{"day":"14.3.2024"}]}',
        '{"is":"Report","title":"T","language":"nb","blocks":[{"bytes":"æ"}]}',
        '{"is":"Report","title":"T","language":"nb","blocks":[{"is":"Table","label":"T"}]}',
        (
            '{"is":"Report","title":"T","language":"nb","blocks":[{"is":"Table","label":"T",'
            '"number":1,"caption":"c","columns":[],"groups":[]}]}'
        ),
        "[" * 100_000,
    ],
)
def test_what_is_no_report_is_refused_in_words(text: str) -> None:
    with pytest.raises(QualtoolError) as refused:
        report_json.read(text)
    assert refused.value.key == "report_unreadable"


def test_paragraphs_of_several_runs_are_kept() -> None:
    runs = Paragraph((Run("a", bold=True), Run("b", muted=True, language="nn")))
    report = Report("T", "nb", (Text((runs, paragraph("")), "quotation"),))
    assert report_json.read(report_json.written(report)) == report
