"""OpenDocument texts are read as a reader sees them."""

from __future__ import annotations

import pytest

from qualtool import plugins
from qualtool.core.errors import QualtoolError
from qualtool.core.source import Source
from tests.formats.checking import check
from tests.formats.word_files import packed

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("draw", "drawing"),
    )
)
KIND = "application/vnd.oasis.opendocument.text"
STYLES = (
    '<style:style style:name="F"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="S"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="T" style:default-outline-level="2"/>'
    '<style:style style:name="T1" style:parent-style-name="T"/>'
)


def document(body: str, **parts: str) -> bytes:
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    more = {name.replace("_", "/"): part for name, part in parts.items()}
    return packed({"mimetype": KIND, "content.xml": content, **more})


def read(body: str) -> Source:
    source = plugins.read(document(body), "fil.odt")
    check(source)
    return source


def keys(source: Source) -> list[str]:
    return [caution.key for caution in source.cautions]


def test_white_space_is_what_the_format_says() -> None:
    inside = (
        "Før\n   og<text:s text:c='2'/>etter<text:tab/>her<text:line-break/>"
        "ny <text:span>linje</text:span>"
    )
    assert read(f"<text:p>{inside}</text:p>").text == "Før og  etter\ther\nny linje"
    apart = "<text:span>a</text:span> <text:span>b</text:span>"
    assert read(f"<text:p>{apart}</text:p>").text == "a b"


def test_headings_and_lists_in_lists_are_known() -> None:
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('Under', '')}</text:list>"
    source = read(
        "<text:h text:outline-level='3'>Tre</text:h><text:p text:style-name='T1'>To</text:p>"
        f"<text:list>{item.format('Over', inner)}</text:list>"
    )
    assert [(block.kind, block.level) for block in source.blocks] == [
        ("heading", 3),
        ("heading", 2),
        ("list_item", 0),
        ("list_item", 1),
    ]


def test_tables_are_rows_with_tabs_and_repeated_cells_do_not_run_wild() -> None:
    cell = "<table:table-cell>{}</table:table-cell>"
    wide = "<table:table-cell table:number-columns-repeated='99999'/>"
    row = f"<table:table-row>{cell.format('<text:p>A</text:p>')}{cell.format('<text:p>B</text:p>')}"
    source = read(f"<table:table>{row}{wide}</table:table-row></table:table>")
    assert source.text == "A\tB"
    assert source.blocks[0].kind == "table_row"


def test_notes_come_last_and_comments_and_deleted_text_go() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Fotnoten.</text:p></text:note-body></text:note>"
    )
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Borte</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    comment = "<office:annotation><text:p>Hva?</text:p></office:annotation>"
    source = read(f"{changes}<text:p>Ord{note} mer{comment}.</text:p><text:p>Slutt</text:p>")
    assert source.text == "Ord mer.\nSlutt\n1 Fotnoten."
    assert source.blocks[-1].kind == "note"
    assert keys(source) == ["notes_at_end", "comments_left_out", "changes_accepted"]


def test_hidden_text_is_left_out_and_a_text_box_follows_its_paragraph() -> None:
    source = read(
        "<text:p>Før <text:span text:style-name='S'>skjult</text:span>"
        "<draw:frame><draw:text-box><text:p>I ramme</text:p></draw:text-box></draw:frame>"
        "etter</text:p>"
    )
    assert source.text == "Før etter\nI ramme"
    assert keys(source) == ["hidden_left_out"]


def test_pages_are_where_the_program_last_ended_them() -> None:
    source = read("<text:p>En <text:soft-page-break/>to</text:p>")
    assert [(one.offset, one.value) for one in source.locators] == [(0, "1"), (3, "2")]


def test_what_is_broken_locked_or_a_trap_is_refused() -> None:
    locked = {"META-INF/manifest.xml": "<encryption-data/>", "mimetype": KIND}
    trap = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    for parts, key in (
        (locked, "file_is_encrypted"),
        ({"mimetype": KIND}, "file_damaged"),
        ({"mimetype": KIND, "content.xml": "<a/>"}, "file_damaged"),
        ({"mimetype": KIND, "content.xml": trap}, "file_damaged"),
        ({"mimetype": KIND, "content.xml": "a" * 30_000_000}, "file_unpacks_too_large"),
    ):
        with pytest.raises(QualtoolError) as refused:
            plugins.read(packed(parts), "a.odt")
        assert refused.value.key == key
        assert "a.odt" in str(refused.value)


def test_a_cut_off_document_is_refused_wherever_it_is_cut() -> None:
    whole = document("<text:p>Et avsnitt.</text:p>" * 50)
    for cut in range(4, len(whole) - 1, max(1, len(whole) // 30)):
        with pytest.raises(QualtoolError):
            plugins.read(whole[:cut], "a.odt")


def test_a_flat_document_is_read_as_one_in_a_package() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:p>Slettet</text:p>"
        "</text:changed-region></text:tracked-changes><text:h text:outline-level='1'>Møte</text:h>"
        "<text:p><text:span text:style-name='F'>Kari:</text:span> Hei.<draw:frame><draw:image>"
        "<office:binary-data>AAAA</office:binary-data></draw:image></draw:frame></text:p>"
    )
    flat = (
        f'<?xml version="1.0"?><office:document {NAMES} xmlns:dc="urn:dc" '
        f'office:mimetype="{KIND}"><office:meta><dc:title>Et referat</dc:title></office:meta>'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )
    for name in ("a.fodt", "a.xml"):
        source = plugins.read(flat.encode(), name)
        check(source)
        assert (source.format, source.text) == ("odt", "Møte\nKari: Hei.")
        assert source.facts["title"] == "Et referat"
        assert keys(source) == ["changes_accepted"]
    with pytest.raises(QualtoolError, match=r"a\.fodt") as refused:
        plugins.read(flat.encode()[:-60], "a.fodt")
    assert refused.value.key == "file_damaged"
