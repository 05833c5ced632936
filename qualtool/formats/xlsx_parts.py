"""What an Excel file from Qualtool is made of besides its cells: the look, the names, the book."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.formats.markup import escaped, permitted
from qualtool.formats.package import OFFICE, XML, related

MAIN: Final = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

# The looks of a cell, by their place in `styles`.
HEAD, HEAD_NUMBER, WORDS, QUOTED, NUMBER, DATE = range(1, 7)

_NAME_LENGTH: Final = 31
_FORBIDDEN_IN_NAMES: Final = re.compile(r"[:\\/?*\[\]\x00-\x1f]")
_RESERVED: Final = frozenset({"history"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its XML, and the cells its filter covers ("$A$1:$H$12"), if it has one."""

    name: str
    xml: str
    area: str


def sheet_name(wanted: str, taken: set[str], otherwise: str) -> str:
    """A name Excel accepts: at most 31 characters, none forbidden, unlike those taken.

    Names are compared without letter case, as Excel does; `taken` is added to.
    """
    name = _FORBIDDEN_IN_NAMES.sub(" ", permitted(wanted))
    name = " ".join(name.split()).strip("' ")
    name = _cut(name, _NAME_LENGTH) or otherwise
    number = 1
    unique = f"{name} 2" if name.casefold() in _RESERVED else name
    while unique.casefold() in taken:
        number += 1
        ending = f" {number}"
        unique = _cut(name, _NAME_LENGTH - len(ending)) + ending
    taken.add(unique.casefold())
    return unique


def _cut(name: str, length: int) -> str:
    """The start of a name within a length in UTF-16 units, which is how Excel counts."""
    while len(name.encode("utf-16-le")) > 2 * length:
        name = name[:-1]
    return name.strip("' ")


def workbook(sheets: Sequence[Sheet]) -> str:
    """workbook.xml: the sheets, what their filters cover and which row repeats in print."""
    listed = "".join(
        f'<sheet name="{escaped(sheet.name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, start=1)
    )
    names = []
    for number, sheet in enumerate(sheets):
        if not sheet.area:
            continue
        where = escaped("'" + sheet.name.replace("'", "''") + "'!")
        start = f'<definedName name="_xlnm.{{}}" localSheetId="{number}"{{}}>{where}'
        hidden = ' hidden="1"'
        names.append(f"{start.format('_FilterDatabase', hidden)}{sheet.area}</definedName>")
        names.append(f"{start.format('Print_Titles', '')}$1:$1</definedName>")
    named = "".join(sorted(names, key=lambda name: name.partition('" ')[0]))
    return (
        f'{XML}<workbook {MAIN} xmlns:r="{OFFICE}/relationships">'
        '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000"'
        f' windowHeight="13000"/></bookViews><sheets>{listed}</sheets>'
        f"{f'<definedNames>{named}</definedNames>' if named else ''}</workbook>"
    )


def workbook_relations(sheets: int) -> str:
    """workbook.xml.rels: the sheets, the look and the words."""
    return related(
        *(
            (f"{OFFICE}/relationships/worksheet", f"worksheets/sheet{number}.xml")
            for number in range(1, sheets + 1)
        ),
        (f"{OFFICE}/relationships/styles", "styles.xml"),
        (f"{OFFICE}/relationships/sharedStrings", "sharedStrings.xml"),
    )


def styles(language: str) -> str:
    """styles.xml: the looks of the cells, with dates as the language writes them."""
    dates = "d mmm yyyy" if language == "en" else "d\\.m\\.yyyy"
    font = '<name val="Calibri"/><family val="2"/>'
    top = '<alignment vertical="top" wrapText="1"/>'
    right = '<alignment horizontal="right" vertical="{}" indent="1"/>'
    looks = (
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
        _look(1, 1, '<alignment vertical="bottom" wrapText="1"/>'),
        _look(1, 1, right.format("bottom")),
        _look(0, 2, top),
        # What F2 and Enter would turn into a formula stays text: the mark is part of the look.
        _look(0, 2, top, ' quotePrefix="1"'),
        _look(0, 2, right.format("top"), ' numFmtId="1" applyNumberFormat="1"'),
        _look(0, 2, top, ' numFmtId="164" applyNumberFormat="1"'),
    )
    return (
        f'{XML}<styleSheet {MAIN}><numFmts count="1">'
        f'<numFmt numFmtId="164" formatCode="{dates}"/></numFmts>'
        f'<fonts count="2"><font><sz val="11"/>{font}</font>'
        f'<font><b/><sz val="11"/>{font}</font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>'
        '<border><left/><right/><top/><bottom style="medium"><color rgb="FF1E2126"/></bottom>'
        '<diagonal/></border><border><left/><right/><top/><bottom style="thin">'
        '<color rgb="FFD5D7DA"/></bottom><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        f'</cellStyleXfs><cellXfs count="{len(looks)}">{"".join(looks)}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )


def _look(font: int, border: int, alignment: str, more: str = "") -> str:
    bold = ' applyFont="1"' if font else ""
    number = "" if "numFmtId" in more else ' numFmtId="0"'
    return (
        f'<xf{number} fontId="{font}" fillId="0" borderId="{border}" xfId="0"{more}{bold}'
        f' applyBorder="1" applyAlignment="1">{alignment}</xf>'
    )
