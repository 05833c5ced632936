from __future__ import annotations

import contextlib
import random

import pytest

from qualtool.core.errors import QualtoolError
from qualtool.formats.read_codebook import read_codebook


def _names(data: str, name: str) -> list[tuple[tuple[str, ...], str]]:
    return [(line.path, line.name) for line in read_codebook(data.encode(), name)]


def test_taguettes_table_of_tags_is_understood() -> None:
    lines = read_codebook(b"tag,description,number of highlights\ntid,Om tid,3\n", "c.csv")
    assert [(line.name, line.description) for line in lines] == [("tid", "Om tid")]


def test_nvivos_and_maxqdas_paths_become_a_tree() -> None:
    assert _names("Name;Description;Files\nNodes\\Tid\\Ventetid;x;3\n", "nvivo.csv") == [
        (("Tid",), "Ventetid")
    ]
    assert _names("Code;Memo\nTid > Ventetid;x\n", "maxqda.csv") == [(("Tid",), "Ventetid")]


def test_a_typed_list_of_bullets_is_a_codebook() -> None:
    text = "- tid\n  - ventetid\n    Om å vente.\n    Used when: noen venter\n- penger\n"
    lines = read_codebook(text.encode(), "liste.md")
    assert [(line.path, line.name) for line in lines] == [
        ((), "tid"),
        (("tid",), "ventetid"),
        ((), "penger"),
    ]
    assert (lines[1].description, lines[1].use_when) == ("Om å vente.", "noen venter")


def test_a_refi_codebook_is_read_with_its_tree() -> None:
    text = (
        '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>'
        '<Code name="tid" guid="1"><Description>Om tid</Description>'
        '<Code name="ventetid" guid="2"/></Code></Codes></CodeBook>'
    )
    assert _names(text, "bok.qdc") == [((), "tid"), (("tid",), "ventetid")]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "tom.csv"),
        (b"a;b\n1;2\n", "uten.csv"),
        (b"PK\x03\x04 broken", "broken.xlsx"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "felle.qdc"),
        (b"<CodeBook>", "halv.qdc"),
        (b"bare tekst uten kuler", "tekst.md"),
    ],
)
def test_a_file_that_is_no_codebook_is_refused_by_name(data: bytes, name: str) -> None:
    with pytest.raises(QualtoolError) as refused:
        read_codebook(data, name)
    assert name in str(refused.value)


def test_no_broken_file_is_a_fault() -> None:
    sure = random.Random(7)
    whole = b"Code;Under the code;Colour\ntid;;teal\nvente;tid;\n- x\n"
    for ending in ("csv", "md", "qdc", "xlsx"):
        for _try in range(100):
            data = bytearray(whole)
            for _change in range(sure.randint(1, 8)):
                data[sure.randrange(len(data))] = sure.randrange(256)
            with contextlib.suppress(QualtoolError):
                assert read_codebook(bytes(data), f"x.{ending}")
