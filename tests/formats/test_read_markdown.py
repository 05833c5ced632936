"""Markdown loses its marks and keeps its words."""

from __future__ import annotations

import pytest

from qualtool import plugins
from qualtool.core.source import Source
from tests.formats.checking import check


def read(text: str, name: str = "notat.md") -> Source:
    source = plugins.read(text.encode(), name)
    check(source)
    return source


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("*ja* **og** _nei_ ~~så~~ `kode` \\*stjerne\\*", "ja og nei så kode *stjerne*"),
        ("en\nto  \ntre", "en to\ntre"),
        ("en<br>to <span>tre</span>", "en\nto tre"),
        ("[lenke](http://x) ![bilde](y) <http://z.no>", "lenke bilde http://z.no"),
        ("a <!-- b --> c", "a  c"),
        ("<!-- a\n\nb -->\n\nc", "c"),
        ("<div>\na<br/>b\n</div>", "a\nb"),
        ("```\nen\n\n  to\n```", "en\nto"),
        ("    kode\n", "kode"),
        ("> sitat\n> mer", "sitat mer"),
        ("Overskrift\n===\ntekst", "Overskrift\ntekst"),
        ("a\n\n---\n\nb", "a\nb"),
        ("&aring; &amp; SPEAKER_00_x", "å & SPEAKER_00_x"),
        ("en&nbsp;to&shy;tre&#10;fire&#0;", "en totre fire�"),
    ],
)
def test_marks_go_and_words_stay(written: str, read_as: str) -> None:
    assert read(written).text == read_as


def test_lists_have_levels_and_no_numbers() -> None:
    source = read("1. en\n   - to\n\n     mer\n2. tre\n")
    assert source.text == "en\nto\nmer\ntre"
    assert [(block.kind, block.level) for block in source.blocks] == [
        ("list_item", 0),
        ("list_item", 1),
        ("list_item", 0),
    ]


@pytest.mark.parametrize("bold", ["**Kari:** ", "**Kari**: ", "**Kari** ", "__Kari:__ "])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_bold_labels_are_labels_also_without_blank_lines(bold: str, between: str) -> None:
    other = bold.replace("Kari", "Ola")
    source = read(between.join([f"{bold}Hei\ndu.", f"{other}Hallo."] * 3))
    assert [speaker.label for speaker in source.speakers] == ["Kari", "Ola"]
    assert source.text == "\n".join(["Hei du.", "Hallo."] * 3)


def test_front_matter_becomes_facts() -> None:
    source = read('---\ntitle: "Møte i mai"\ndato: 3.5.2024\nrart\n---\nTekst.')
    assert source.text == "Tekst."
    assert source.facts["title"] == "Møte i mai"
    assert source.facts["date"] == "2024-05-03"
    assert read("---\ndate: våren 2024\n---\nTekst.").facts["date"] == "våren 2024"
    assert read("---\n\nIkke foran.\n\n---\n").text == "Ikke foran."


def test_links_by_reference_are_resolved_but_labels_are_not_swallowed() -> None:
    assert read("Se [her][1].\n\n[1]: https://example.org").text == "Se her."
    source = read("[SPEAKER_00]: Ja\n\n[SPEAKER_01]: Nei\n")
    assert source.text == "Ja\nNei"


def test_a_text_file_with_marks_is_markdown_and_one_without_is_not() -> None:
    assert read("# Tittel\n\n## Del\n\n**Kari:** Hei\n", "notat.txt").format == "markdown"
    assert read("Tittel\n\nDel\n\n#00:00:01-0# Hei\n", "notat.txt").format == "text"


def test_a_text_of_nothing_but_marks_is_taken_as_it_stands() -> None:
    source = read("a*" * 50_000)
    assert source.text == "a*" * 50_000
