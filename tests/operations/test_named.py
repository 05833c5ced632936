from __future__ import annotations

import pytest

from qualtool.core.errors import QualtoolError
from qualtool.core.source import Source
from qualtool.operations import codes, documents, themes
from qualtool.operations.named import (
    code_called,
    code_for,
    document_called,
    theme_called,
    theme_for,
)
from qualtool.store.project import Project
from tests.operations.asking import codes_in, themes_under
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


@pytest.mark.parametrize("name", ["Notat", "notat", "NOTAT.docx", " notat.txt "])
def test_a_document_is_known_with_and_without_an_ending(rich: Furnished, name: str) -> None:
    project, r = rich
    with project.read() as session:
        assert document_called(session, name) == r.notes


def test_a_document_whose_own_name_has_an_ending_is_known_too(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        documents.rename(session, r.notes, "Notat.v2")
        assert document_called(session, "notat") == r.notes
        assert document_called(session, "notat.txt") == r.notes


def test_a_name_that_fits_two_is_refused_with_their_names(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        documents.rename(session, r.notes, "Notat.docx")
        documents.add(session, Source("x", "text"), name="notat.txt")
        assert document_called(session, "NOTAT.DOCX") == r.notes
        with pytest.raises(QualtoolError, match=r"“Notat\.docx”, “notat\.txt”") as told:
            document_called(session, "notat")
    assert told.value.key == "document_ambiguous"


def test_a_document_that_is_not_there_is_named(rich: Furnished) -> None:
    project, _r = rich
    with project.read() as session, pytest.raises(QualtoolError, match="Intervju 9") as told:
        document_called(session, "Intervju 9")
    assert told.value.key == "document_unknown"


def test_a_theme_is_known_by_name_and_by_path(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        assert theme_called(session, "kultur") == r.culture
        assert theme_called(session, "lokal forankring") == r.local
        for path in (
            "Struktur / Lokal forankring",
            "struktur>lokal forankring",
            "Struktur › Lokal forankring",
        ):
            assert theme_called(session, path) == r.local
        assert theme_called(session, "Kultur / Lokal forankring") is None
        assert theme_called(session, "Noe annet") is None
        slashed = themes.add(session, "Tid / penger")
        assert theme_called(session, "tid / penger") == slashed


def test_a_sub_theme_name_that_fits_two_is_refused_with_their_paths(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        themes.add(session, "Lokal forankring", parent_id=r.culture)
        with pytest.raises(QualtoolError, match="Kultur / Lokal forankring") as told:
            theme_for(session, "Lokal forankring")
        assert told.value.key == "theme_ambiguous"
        themes.add(session, "Lokal forankring")
        assert theme_called(session, "Lokal forankring") is not None


def test_a_missing_theme_is_made_with_what_stands_above(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        new = theme_for(session, "Kultur / Nytt / Dypt")
        assert theme_for(session, "kultur/nytt/dypt") == new
        themes_top = theme_for(session, "Helt nytt")
        assert theme_for(session, "helt nytt") == themes_top
        with pytest.raises(QualtoolError):
            theme_for(session, "  ")
    assert themes_under(project, r.culture)[-1] == "Nytt"
    assert themes_under(project, None)[-1] == "Helt nytt"


def test_a_code_is_known_by_name_path_and_theme(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        assert code_called(session, "SAMTYKKE") == r.consent
        assert code_called(session, "samtykke / skjema") == r.forms
        assert code_called(session, "skjema", r.local) == r.forms
        assert code_called(session, "finnes ikke") is None
        with pytest.raises(QualtoolError, match="taushetsplikt / Skjema") as told:
            code_called(session, "skjema", r.culture)
        assert told.value.key == "code_ambiguous"
        top = codes.add(session, "skjema")
        assert code_called(session, "skjema") == top


def test_a_missing_code_is_made_under_its_theme(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        new = code_for(session, "helt ny", r.local)
        assert code_for(session, "Helt ny", r.culture) == new
        free = code_for(session, "fri")
        assert code_for(session, "fri") == free
        assert code_for(session, "kultur") == code_for(session, "Kultur")
    assert codes_in(project, r.local) == ["skjema", "helt ny"]
    assert codes_in(project, r.culture) == ["samtykke", "taushetsplikt", "helt ny", "Kultur"]
