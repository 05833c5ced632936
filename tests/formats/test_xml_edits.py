from __future__ import annotations

import pytest

from qualtool.core.errors import QualtoolError
from qualtool.formats.xml_edits import edited

LIST = b"<?xml version='1.0'?>\n<l a='>'>\n  <i n=\"1\"/><i n='2'>x<i n='1'/></i >\n</l>\n"


def test_lines_come_last_and_every_other_byte_stays() -> None:
    assert edited(LIST, "f", '<i n="3"/>', lambda _each: False) == LIST.replace(
        b"</l>", b'<i n="3"/></l>'
    )


def test_what_is_unwanted_goes_with_all_that_lies_in_it() -> None:
    first = edited(LIST, "f", "", lambda each: each["n"] == "1")
    assert first == LIST.replace(b'<i n="1"/>', b"")
    second = edited(LIST, "f", "<k/>", lambda each: each["n"] == "2")
    assert second == LIST.replace(b"<i n='2'>x<i n='1'/></i >", b"").replace(b"</l>", b"<k/></l>")


def test_nothing_to_do_gives_the_same_bytes() -> None:
    assert edited(LIST, "f", "", lambda _each: False) is LIST


def test_an_empty_list_is_opened() -> None:
    assert edited(b"<l a='1' />\n", "f", "<i/>", lambda _each: True) == b"<l a='1' ><i/></l>\n"


@pytest.mark.parametrize(
    "broken",
    [
        b"<l>",
        b"",
        "<l>\u00f8</l>".encode("utf-16"),
        b"<?xml version='1.0' encoding='latin-1'?><l/>",
    ],
)
def test_what_is_broken_is_refused_by_name(broken: bytes) -> None:
    with pytest.raises(QualtoolError, match="Oppgave"):
        edited(broken, "Oppgave.docx", "<i/>", lambda _each: False)
