from __future__ import annotations

from qualtool.core.report import Column, Contents, Figure, Heading, Report, Table
from qualtool.core.report_contents import Entry, led_to, listing

TABLE = Table("Table", 1, "Themes", (Column("a", "A"),), ())
BARE = Table("", 0, "", (Column("a", "A"),), ())
FIGURE = Figure("Figure", 1, "Map", b"<svg/>", b"", 3, 2, "Two themes.")
BLOCKS = (
    Heading("Title", 0),
    Heading("Foreword"),
    Contents("Contents"),
    Heading("Themes", number="Appendix 1"),
    TABLE,
    Heading("Under", 2),
    Heading("Deep", 4),
    FIGURE,
    BARE,
)


def test_contents_list_what_comes_after_them() -> None:
    found = listing(Report("T", "en", BLOCKS), 2)
    assert found.headings == (Entry("Appendix 1  Themes", 1, 3), Entry("Under", 2, 5))
    assert found.tables == {"Table": (Entry("Table 1: Themes", 1, 4),)}
    assert found.figures == {"Figure": (Entry("Figure 1: Map", 1, 7),)}


def test_captions_can_be_left_out() -> None:
    blocks = (*BLOCKS[:2], Contents("Contents", tables=False, figures=False), *BLOCKS[3:])
    found = listing(Report("T", "en", blocks), 2)
    assert (found.tables, found.figures) == ({}, {})


def test_all_that_some_contents_lead_to_is_known() -> None:
    assert led_to(Report("T", "en", BLOCKS)) == {3, 4, 5, 7}
    assert led_to(Report("T", "en", BLOCKS[3:])) == frozenset()
