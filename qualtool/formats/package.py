"""An Office file: parts in a zip, the same bytes for the same parts, and nobody's name in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

from qualtool.formats.markup import escaped, language_tag

XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"

_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_APP_TYPE: Final = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_CORE: Final = "http://schemas.openxmlformats.org/package/2006"


def office_file(
    parts: Mapping[str, tuple[str, str | bytes]], *, main: str, title: str, language: str
) -> bytes:
    """Put an Office file together.

    `parts` gives each part's content type and XML, or the bytes of a picture, by its name in the
    zip; `main` is the part the file opens with. The properties say title and language and no
    author, time or machine.
    """
    program = (
        f'{XML}<Properties xmlns="{OFFICE}/extended-properties">'
        "<Application>Qualtool</Application></Properties>"
    )
    described = {
        **parts,
        "docProps/core.xml": (_CORE_TYPE, _core_properties(title, language)),
        "docProps/app.xml": (_APP_TYPE, program),
    }
    relations = (
        (f"{OFFICE}/relationships/officeDocument", main),
        (f"{_CORE}/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    )
    files = {
        "[Content_Types].xml": _content_types({n: kind for n, (kind, _xml) in described.items()}),
        "_rels/.rels": related(*relations),
        **{name: xml for name, (_kind, xml) in described.items()},
    }
    return _zipped(files)


def related(*relations: tuple[str, str]) -> str:
    """The XML that ties a part to others: a type and a target each, named rId1, rId2 and on."""
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, start=1)
    )
    return f'{XML}<Relationships xmlns="{RELATIONS}">{lines}</Relationships>'


def _content_types(kinds: Mapping[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in kinds.items()
        if not name.endswith(".rels")
    )
    return (
        f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _core_properties(title: str, language: str) -> str:
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{_CORE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(title)}</dc:title>"
        f"<dc:language>{language_tag(language)}</dc:language></cp:coreProperties>"
    )


def _zipped(files: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in files.items():
            # A fixed date and system: the same report gives the same bytes anywhere.
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, content.encode() if isinstance(content, str) else content)
    return buffer.getvalue()
