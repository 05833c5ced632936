"""Any excerpt can be shown as it stands in the file it came from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from qualtool import plugins
from qualtool.analysis.originals import has_original, in_original
from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import Choices
from qualtool.operations import importing, study
from qualtool.operations.new_project import start
from qualtool.store.project import Project
from qualtool.store.schema import Document, DocumentText

RAW = (
    "Intervjuer: Hva tenker du om byg-\r\ngene der ute, nå som alle byggene er kommet, og\r\n"
    "dere har flyttet inn?\r\n"
    "Informant: Jeg tenker at vi\u00a0trenger tid. Ja, tid.\r\n"
    "Intervjuer: Er det alt?\r\n"
    "Informant: Ja. Det er alt. Ja.\r\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    path = tmp_path / "samtale.txt"
    path.write_bytes(RAW.encode())
    project = start(
        tmp_path / "a.qualtool", name="Bygg", language="nb", template="empty", coder="Kari"
    )
    (incoming,) = importing.examine([path])
    with project.edit("import_documents") as session:
        study.describe(session, keep_originals=True)
        importing.take_in(session, [incoming])
    return project


def text_of(project: Project) -> str:
    with project.read() as session:
        return session.query(DocumentText.text).scalar() or ""


def shown(project: Project, words: str, last: bool = False) -> tuple[str, bool]:
    """What stands in the file where words stand in the text now, and whether it was corrected."""
    text = text_of(project)
    at = text.rindex(words) if last else text.index(words)
    with project.read() as session:
        found = in_original(session, 1, at, at + len(words))
    assert found.raw == RAW
    return found.raw[found.start : found.end], found.corrected


def correct(project: Project, old: str, new: str) -> None:
    text = text_of(project).replace(old, new, 1)
    with project.edit("correct") as session:
        session.execute(update(DocumentText).values(text=text))


def test_an_excerpt_is_shown_with_the_faults_it_had(project: Project) -> None:
    assert shown(project, "om byggene der") == ("om byg-\r\ngene der", False)
    assert shown(project, "vi trenger tid") == ("vi\u00a0trenger tid", False)
    over_turns = "inn?\nJeg tenker"
    assert shown(project, over_turns) == ("inn?\r\nInformant: Jeg tenker", False)
    project.close()


def test_corrections_elsewhere_lead_no_excerpt_astray(project: Project) -> None:
    correct(project, "Hva tenker du", "Hva i all verden er det egentlig du tenker")
    assert shown(project, "Det er alt") == ("Det er alt", False)
    text = text_of(project)
    with project.read() as session:
        last = in_original(session, 1, text.rindex("Ja"), text.rindex("Ja") + 2)
    assert last.start == RAW.rindex("Ja")
    project.close()


def test_corrected_words_are_found_by_their_likeness(project: Project) -> None:
    correct(project, "at vi trenger tid", "at vi trenger  mer tid")
    assert shown(project, "Jeg tenker at vi trenger  mer tid") == (
        "Jeg tenker at vi\u00a0trenger tid",
        True,
    )
    correct(project, "Det er alt", "Xyzæøå qwpoiu zzkjh")
    with pytest.raises(QualtoolError) as told:
        shown(project, "Xyzæøå qwpoiu zzkjh")
    assert told.value.key == "not_in_original"
    project.close()


def test_a_name_replaced_at_either_end_is_shown_as_it_stood(project: Project) -> None:
    # The text came in with names replaced, while the file that was kept has them.
    correct(project, "Jeg tenker at vi trenger tid.", "Informant 2 tenker at vi trenger tid.")
    assert shown(project, "Informant 2 tenker at vi trenger tid. Ja, tid.") == (
        "Jeg tenker at vi\u00a0trenger tid. Ja, tid.",
        True,
    )
    correct(project, "Hva tenker du", "Rektor tenker du")
    assert shown(project, "Rektor tenker du om byggene der")[0] == (
        "Hva tenker du om byg-\r\ngene der"
    )
    correct(project, "Ja. Det er alt. Ja.", "Ja. Det er alt. [Navn].")
    long = text_of(project)[text_of(project).index("dere har flyttet") :].rstrip()
    assert shown(project, long)[0].startswith("dere har flyttet")
    assert shown(project, long)[0].endswith("Det er alt. Ja.")
    project.close()


def test_a_file_is_read_again_as_it_was_read_then(tmp_path: Path) -> None:
    path = tmp_path / "samtale.txt"
    path.write_bytes(RAW.encode("mac-roman"))
    choices = Choices(encoding="mac-roman", left_alone=frozenset({"hyphens"}))
    incoming = importing.examine([path])[0]
    source = plugins.read_file(path, reader="text", choices=choices)
    incoming = replace(incoming, source=source, reader="text", choices=choices, keep_original=True)
    with start(
        tmp_path / "a.qualtool", name="Bygg", language="nb", template="empty", coder="Kari"
    ) as project:
        with project.edit("import_documents") as session:
            importing.take_in(session, [incoming])
        assert shown(project, "byg-") == ("byg-", False)


def test_without_the_file_it_says_so(project: Project) -> None:
    with project.edit("x") as session:
        assert has_original(session, 1)
        session.execute(update(Document).values(content_hash="0" * 64))
    with project.read() as session:
        assert not has_original(session, 1)
        with pytest.raises(QualtoolError) as told:
            in_original(session, 1, 0, 3)
    assert told.value.key == "original_not_kept"
    assert "samtale" in str(told.value)
    project.close()
