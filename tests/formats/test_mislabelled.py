"""A file that is not what its name says is read, and says so."""

from __future__ import annotations

import pytest

from qualtool import plugins
from tests.formats.checking import check
from tests.formats.word_files import paragraphs

TEXT = b"Intervjuer: Hva skjedde?\nInformant: Ingenting.\n"


@pytest.mark.parametrize("ending", ["docx", "DOCX", "odt", "pdf", "pptx"])
def test_words_in_a_file_that_is_named_otherwise_are_read_with_a_warning(ending: str) -> None:
    source = plugins.read(TEXT, f"a.{ending}")
    check(source)
    assert source.text == "Hva skjedde?\nIngenting."
    assert [caution.key for caution in source.cautions] == ["named_otherwise"]


def test_the_warning_says_what_the_name_says_and_what_the_file_is() -> None:
    (caution,) = plugins.read(b"<!DOCTYPE html><p>Hei der", "notat.docx").cautions
    assert "named as “Word document”" in caution.message
    assert "read as “Web page”" in caution.message


def test_what_is_named_rightly_has_no_warning() -> None:
    for data, name in ((paragraphs("Hei."), "a.docx"), (TEXT, "a.txt"), (TEXT, "docx")):
        assert plugins.read(data, name).cautions == ()
