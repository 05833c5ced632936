"""The sample study's whole appendix, made by one command and opened by other programs."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from qualtool import cli
from qualtool.operations import sample, usual_blocks
from qualtool.store.project import open_project


def _no_window(_study: Path | None, _sample: bool) -> int:
    raise AssertionError("a report needs no window")


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.qualtool"
    sample.build(path).close()
    return path


def _written(study: Path, folder: Path, ending: str) -> Path:
    path = folder / f"vedlegg.{ending}"
    assert cli.run(["report", str(study), str(path), "--lang", "nb"], _no_window) == 0
    return path


def test_the_appendix_is_a_word_file_with_all_that_the_study_has(
    study: Path, tmp_path: Path
) -> None:
    before = hashlib.sha256(study.read_bytes()).hexdigest()
    document = Document(str(_written(study, tmp_path, "docx")))
    assert hashlib.sha256(study.read_bytes()).hexdigest() == before
    with open_project(study) as project, project.read() as session:
        blocks = usual_blocks.blocks(session)
    paragraphs = [
        (each.style.name if each.style else "", each.text) for each in document.paragraphs
    ]
    headings = [text for style, text in paragraphs if style == "Heading 1" and text != "Innhold"]
    assert [text.split("  ")[0] for text in headings] == [
        f"Vedlegg {number}" for number in range(1, len(blocks) + 1)
    ]
    captions = [text for style, text in paragraphs if style == "Caption"]
    for label in ("Tabell", "Figur"):
        numbers = [
            int(found[1]) for text in captions if (found := re.match(rf"{label} (\d+):", text))
        ]
        assert numbers == list(range(1, len(numbers) + 1))
        assert numbers
    assert len(document.tables) == sum(text.startswith("Tabell") for text in captions)
    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert len(told) == sum(text.startswith("Figur") for text in captions)
    assert all(told)


def test_the_appendix_is_a_workbook_without_a_formula(study: Path, tmp_path: Path) -> None:
    book = load_workbook(_written(study, tmp_path, "xlsx"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert len(book.sheetnames) > 10
    assert not any(cell.data_type == "f" for cell in cells)
    book.close()


def test_nobody_is_named_in_the_appendix_who_is_only_a_speaker(study: Path, tmp_path: Path) -> None:
    page = _written(study, tmp_path, "html").read_text("utf-8")
    assert "Intervjuer:" not in page
    assert page.count("<h1") == 1
