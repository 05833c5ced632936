"""Web pages are read for what they say, not for how they look."""

from __future__ import annotations

import random

import pytest

from qualtool import plugins
from qualtool.core.source import Source
from tests.formats.checking import check, read_or_refused


def read(body: str, head: str = "", encoding: str = "utf-8") -> Source:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    source = plugins.read(page.encode(encoding), "side.html")
    check(source)
    return source


def test_blocks_are_paragraphs_and_white_space_is_one_space() -> None:
    source = read("<div>En\n   <b>to</b> tre<p>Fire<br>fem</p>seks</div><span>sju</span>")
    assert source.text == "En to tre\nFire\nfem\nseks\nsju"


def test_headings_lists_and_tables_are_known() -> None:
    source = read(
        "<h2>Sak</h2><ul><li>A<ul><li>B</li></ul></li></ul>"
        "<table><tr><th>Hva</th><th>Når</th></tr><tr><td>x</td><td><p>y</p><p>z</p></td></tr></table>"
    )
    assert source.text == "Sak\nA\nB\nHva\tNår\nx\ty z"
    assert [(block.kind, block.level) for block in source.blocks] == [
        ("heading", 2),
        ("list_item", 0),
        ("list_item", 1),
        ("table_row", 0),
        ("table_row", 0),
    ]


def test_scripts_styles_and_what_is_hidden_are_dropped_and_the_title_is_kept() -> None:
    source = read(
        "<script>alert('a')</script>Ja<style>p{}</style><p hidden>x</p>"
        "<p style='display: none'>y</p><!-- z --><noscript>w</noscript>",
        "<title>En\n side</title>",
    )
    assert source.text == "Ja"
    assert source.facts["title"] == "En side"


def test_entities_and_encodings_are_read() -> None:
    assert read("<p>r&oslash;d &amp; bl&#229; &laquo;ja&raquo;&nbsp;&#x1F603;</p>").text == (
        "rød & blå «ja» 😃"
    )
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'
    assert read("<p>rød</p>", meta, "latin-1").text == "rød"
    assert read("<p>rød</p>", "", "cp1252").text == "rød"
    assert read("<p>rød</p>", "", "utf-16").text == "rød"


def test_a_transcript_on_a_page_has_its_turns() -> None:
    says = "".join(
        f"<p><b>{'Intervjuer' if n % 2 == 0 else 'Informant 1'}:</b> Replikk {n}.</p>"
        for n in range(6)
    )
    assert [speaker.label for speaker in read(says).speakers] == ["Intervjuer", "Informant 1"]


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 30_000,
        "<table><tr><td>" * 3_000,
        "<b>" * 30_000 + "a",
        "&" * 200_000,
        "<" * 200_000,
        "<!--" * 50_000,
        "<p " + "a='b' " * 50_000 + ">x",
        "<!ENTITY a 'b'>&a;",
    ],
)
def test_no_page_takes_long(body: str) -> None:
    read_or_refused(f"<html><body>a {body}".encode(), "a.html")


def test_broken_pages_are_read_or_refused() -> None:
    whole = ("<html><body>" + "<p>Et <b>avsnitt</b> &aring;</p>" * 30 + "</body></html>").encode()
    chance = random.Random(7)
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 9)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        read_or_refused(bytes(broken), "a.html")


def test_what_was_deleted_with_tracked_changes_is_gone_and_what_was_put_in_stays() -> None:
    source = read(
        "<p>Vi møttes <del>sjelden</del><ins>ofte</ins> der.</p><del><p>Borte.</p></del>Ja"
    )
    assert source.text == "Vi møttes ofte der.\nJa"


def test_heads_and_feet_of_pages_are_not_said_again_and_again() -> None:
    page = "<header>Rapport</header><p>Side {0} her.</p><footer>Side {0} av 3</footer>"
    assert read("".join(map(page.format, "123"))).text == (
        "Rapport\nSide 1 her.\nSide 1 av 3\nSide 2 her.\nSide 3 her."
    )
    office = "<div title='header'><p>Topp</p></div><p>Ord</p><div title='footer'><p>1</p></div>"
    assert read(office).text == "Ord"
    assert read("<div style='mso-element:footer'><p>Bunn</p></div><p>Ord</p>").text == "Ord"
