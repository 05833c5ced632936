"""What was coded, compared with what the project holds and with what was written out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from docx import Document
from openpyxl import load_workbook

from qualtool.store.project import Project
from tests.system.looking import coded

WORDS = {"barrier": "Barriere", "opportunity": "Mulighet", "mixed": "Begge deler"}
Places = dict[str, list[tuple[str, str]]]  # the themes and sub-themes that a code lies in


@dataclass
class Passage:
    """What was coded, as the researcher remembers it."""

    document: str
    codes: dict[str, str | None]  # code: valence
    starred: bool = False
    informant: str = field(default="")

    def __post_init__(self) -> None:
        self.informant = self.informant or self.document


Memory = dict[str, Passage]


def compare_with_the_project(project: Project, memory: Memory) -> None:
    found = coded(project)
    assert found.keys() == memory.keys()
    for words, row in found.items():
        passage = memory[words]
        assert {each.code: each.valence for each in row.codings} == passage.codes, words
        assert {each.coder for each in row.codings} == {"Marte"}
        assert (row.document, row.case, row.starred) == (
            passage.document,
            passage.informant,
            passage.starred,
        )


def compare_with_the_document(path: Path, memory: Memory, places: Places) -> None:
    table = Document(str(path)).tables[0]
    head, *rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert head[:4] == ["Nr", "Tema", "Undertema/kode", "Utdrag"]
    assert head[4:7] == ["Informant", "Kilde", "Valens"]
    compare_rows(rows, memory, places)


def compare_with_the_spreadsheet(path: Path, memory: Memory, places: Places) -> None:
    sheet = load_workbook(path).worksheets[0]
    lines = [["" if value is None else str(value) for value in row] for row in sheet.values]
    start = next(number for number, line in enumerate(lines) if line[0] == "Nr")
    rows = [line for line in lines[start + 1 :] if line[0].isdigit()]
    theme = ""
    for line in rows:
        theme = line[1] = line[1] or theme
    compare_rows(rows, memory, places)


def compare_rows(rows: list[list[str]], memory: Memory, places: Places) -> None:
    """Every passage stands under each of its themes, with what was said of it there, and no more.

    A row is a number, theme, sub-theme with code, words, informant, source and valence.
    """
    expected: Counter[tuple[object, ...]] = Counter()
    for words, passage in memory.items():
        under: dict[str, set[tuple[str, str | None]]] = {}
        for code, valence in passage.codes.items():
            for title, place in places[code] or [("Uten tema", "")]:
                line = f"{place}: {code}" if place else code
                under.setdefault(title, set()).add((line, valence))
        for title, lines in under.items():
            said = frozenset(line for line, _valence in lines)
            valences = frozenset(WORDS[valence] for _line, valence in lines if valence)
            who = (passage.informant, passage.document)
            expected[(title, said, words, *who, valences)] += 1
    written = Counter(
        (
            row[1],
            frozenset(row[2].split("\n")),
            row[3],
            row[4],
            row[5].split(",")[0],
            frozenset(row[6].split("\n")) - {""},
        )
        for row in rows
    )
    assert written == expected
    assert [row[0] for row in rows] == [str(number + 1) for number in range(len(rows))]
