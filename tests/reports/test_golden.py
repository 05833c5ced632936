"""Every table as it must come out, in three languages, held against what was agreed on.

After a table or a translation has been changed on purpose, write the files anew and read the
difference: `QUALTOOL_RENEW=1 pytest tests/reports/test_golden.py`.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest

from qualtool.core.report import Margined, Report, filled, plain, shown, tables
from qualtool.reports import catalogue
from qualtool.reports.options import Options
from tests.reports.whole_study import whole_study

GOLDEN: Final = Path(__file__).parent / "golden"
RENEW: Final = bool(os.environ.get("QUALTOOL_RENEW"))
LANGUAGES: Final = ("nb", "nn", "en")
# What a table looks like in another of its forms, beside how it comes by itself.
FORMS: Final[dict[str, tuple[str, Options]]] = {
    "excerpts-by-code": ("excerpts", Options(by="code", row_per="coding", context=40)),
    "excerpts-by-case": ("excerpts", Options(by="case", headed=True, attribution="place")),
    "themes-stacked": ("themes", Options(stacked=True, attribution="none", marks="“”")),
    "excerpts-headed": (
        "excerpts",
        Options(headed=True, order="case", columns=("number", "theme", "excerpt", "source")),
    ),
    "codebook-text": ("codebook", Options(form="text", order="name")),
    "framework-text": ("framework", Options(form="text", sources=True)),
    "summary-valences": ("summary", Options(valences=True)),
    "barriers-with-examples": ("barriers", Options(examples=True, headed=True, order="name")),
    "participants-side-by-side": ("participants", Options(transposed=True)),
    "activities-by-phase": ("activities", Options(headed=True, totals=True)),
}
NAMES: Final = (*(block.name for block in catalogue.BLOCKS), *FORMS)


Built = Callable[[str, str], Report]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """A table of the whole study by its name and language, built once."""
    made = whole_study(tmp_path_factory.mktemp("whole"))

    @cache
    def build(name: str, language: str) -> Report:
        table, options = FORMS.get(name, (name, Options()))
        with made.project.read() as session:
            return catalogue.build(session, table, replace(options, language=language))

    yield build
    made.project.close()


@pytest.mark.parametrize("name", NAMES)
def test_every_table_comes_out_as_agreed(built: Built, name: str) -> None:
    kinds = [("md", language) for language in LANGUAGES] + [("html", "nb")]
    differs = []
    for ending, language in kinds:
        file = GOLDEN / f"{name}-{language}.{ending}"
        content = catalogue.write(built(name, language), ending)
        if ending == "html":
            content = _body(content)
        if RENEW:
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content)
        elif not file.exists() or file.read_bytes() != content:
            differs.append(file.name)
    assert differs == []


def test_no_table_that_is_gone_is_still_agreed_on() -> None:
    there = {file.name for file in GOLDEN.iterdir()}
    wanted = {f"{name}-{language}.md" for name in NAMES for language in LANGUAGES}
    assert there == wanted | {f"{name}-nb.html" for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_of_a_spreadsheet_is_a_formula(built: Built, name: str) -> None:
    from openpyxl import load_workbook

    report = built(name, "nb")
    book = load_workbook(io.BytesIO(catalogue.write(report, "xlsx")))
    said = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    for text in _cells(report):
        if text[:1] in ("=", "+", "-", "@"):
            assert text in said


@pytest.mark.parametrize("name", NAMES)
def test_word_reads_what_was_written(built: Built, name: str) -> None:
    from docx import Document

    report = built(name, "nn")
    document = Document(io.BytesIO(catalogue.write(report, "docx")))
    assert document.paragraphs
    if any(isinstance(each, Margined) for each in report.blocks):
        return  # its lines stand in tables of their own
    assert len(document.tables) == len([*tables(report)])
    for table, model in zip(document.tables, tables(report), strict=True):
        heads = [model.columns[index].title for index in shown(model)]
        assert [cell.text for cell in table.rows[0].cells] == heads
    assert document.core_properties.language in ("nn-NO", "nn")


@pytest.mark.parametrize("name", NAMES)
def test_the_web_page_is_valid_and_runs_nothing(built: Built, name: str) -> None:
    page = catalogue.write(built(name, "en"), "html").decode()
    checked = _Page()
    checked.feed(page)
    checked.close()
    assert checked.open == []
    assert checked.faults == []
    assert not {"script", "iframe", "link", "object"} & checked.seen


def test_nothing_of_who_has_withdrawn_is_in_any_table(built: Built) -> None:
    for name in NAMES:
        for language in LANGUAGES:
            written = catalogue.write(built(name, language), "md").decode()
            said = re.sub(r"\s", " ", written)
            assert "eneste jeg husker" not in said, name
            assert "noen skal lese" not in said, name
            assert "Informant 3" not in said, name
            assert "12345678" not in said, name


def _body(page: bytes) -> bytes:
    """A page without its look, which is the same in all."""
    return re.sub(rb"<style>.*?</style>\n", b"", page, flags=re.DOTALL)


def _cells(report: Report) -> Iterator[str]:
    for table in tables(report):
        for group in table.groups:
            for row in filled(group):
                yield from (plain(cell) for cell in row if cell.value is None)


class _Page(HTMLParser):
    """What is opened must be closed, in order, and stand where it may."""

    VOID: Final = frozenset({"meta", "col", "br", "img"})
    INSIDE: Final = {
        "tr": {"thead", "tbody"},
        "td": {"tr"},
        "th": {"tr"},
        "caption": {"table"},
        "col": {"colgroup"},
        "li": {"ul", "ol"},
    }

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        wanted = self.INSIDE.get(tag)
        if wanted and (not self.open or self.open[-1] not in wanted):
            self.faults.append(f"{tag} in {self.open[-1:]}")
        names = [name for name, _value in attrs]
        if len(names) != len(set(names)) or any(name.startswith("on") for name in names):
            self.faults.append(f"{tag} {names}")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"/{tag}")
