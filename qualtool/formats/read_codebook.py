"""A codebook from a spreadsheet, a text with separated columns, a Markdown outline or REFI-QDA."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qualtool.core import codebook_outline
from qualtool.core.codebook_lines import DEEPEST, CodeLine, cleaned, from_rows
from qualtool.core.errors import QualtoolError
from qualtool.formats.decoding import decode
from qualtool.formats.read_table import read_tables
from qualtool.i18n import gettext as _

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST = 20_000  # codes; no codebook is that long


def read_codebook(data: bytes, name: str, *, encoding: str = "") -> list[CodeLine]:
    """The codes of a file, in order.

    Raises QualtoolError naming the file: "no_codes" where none is found, "too_many_codes", and
    what reading a table, a text or XML raises.
    """
    lines = _lines(data, name, encoding)
    lines = [line for line in lines if line.name]
    if not lines:
        raise QualtoolError(
            "no_codes",
            _(
                "No codes were found in “{file}”. It needs a column called “Code”, "
                "or codes as bullets under each other."
            ),
            file=name,
        )
    if len(lines) > MOST:
        raise QualtoolError(
            "too_many_codes",
            _("“{file}” has more than {limit} codes. Divide it into several files."),
            file=name,
            limit=MOST,
        )
    return lines


def _lines(data: bytes, name: str, encoding: str) -> list[CodeLine]:
    if name.lower().endswith(".qdc"):
        return list(_refi(data, name))
    if name.lower().endswith((".md", ".markdown")):
        return codebook_outline.read(decode(data, name, encoding).text)
    for table in read_tables(data, name, encoding=encoding):
        if found := from_rows(table):
            return found
    if data.startswith(b"PK\x03\x04"):
        return []
    return codebook_outline.read(decode(data, name, encoding).text)


def _refi(data: bytes, name: str) -> Iterator[CodeLine]:
    """The codes of a REFI-QDA codebook: `Code` elements in each other, with descriptions."""
    from qualtool.formats.xml_reading import local, parse_xml

    def under(element: _Element, path: tuple[str, ...]) -> Iterator[CodeLine]:
        for child in element:
            if local(str(child.tag)) == "Codes":
                yield from under(child, path)
            elif local(str(child.tag)) == "Code" and len(path) < DEEPEST:
                said = child.get("name") or ""
                about = [part.text or "" for part in child if local(str(part.tag)) == "Description"]
                yield cleaned(CodeLine(said, path, description="\n".join(about).strip()))
                yield from under(child, (*path, said))

    yield from under(parse_xml(data, name), ())
