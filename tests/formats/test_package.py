from __future__ import annotations

import io
import zipfile

from lxml import etree

from qualtool.formats.package import office_file, related

PARTS = {
    "word/document.xml": ("text/example", "<a/>"),
    "word/_rels/document.xml.rels": ("", "<b/>"),
}


def opened(title: str = "Vedlegg & <mer>") -> zipfile.ZipFile:
    data = office_file(PARTS, main="word/document.xml", title=title, language="nn")
    return zipfile.ZipFile(io.BytesIO(data))


def test_the_list_of_contents_comes_first_and_names_every_part() -> None:
    with opened() as archive:
        names = archive.namelist()
        listed = etree.fromstring(archive.read("[Content_Types].xml"))
    assert names[0] == "[Content_Types].xml"
    overrides = {each.get("PartName") for each in listed if each.get("PartName")}
    assert overrides == {f"/{name}" for name in names[1:] if not name.endswith(".rels")}


def test_the_properties_say_title_and_language_and_nobodys_name() -> None:
    with opened() as archive:
        core = etree.fromstring(archive.read("docProps/core.xml"))
    found = {etree.QName(each).localname: each.text for each in core}
    assert found == {"title": "Vedlegg & <mer>", "language": "nn-NO"}


def test_relations_are_numbered_in_order() -> None:
    found = etree.fromstring(related(("one", "a.xml"), ("two", "b.xml")).encode())
    assert [(each.get("Id"), each.get("Target")) for each in found] == [
        ("rId1", "a.xml"),
        ("rId2", "b.xml"),
    ]


def test_the_same_parts_give_the_same_bytes() -> None:
    first = office_file(PARTS, main="word/document.xml", title="a", language="nb")
    assert first == office_file(PARTS, main="word/document.xml", title="a", language="nb")
