"""The claims check as a page: claims listed, tied, judged, set aside and written by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qualtool.analysis.claims import ClaimRow, claims
from qualtool.core.errors import QualtoolError
from qualtool.operations import cases, coding
from qualtool.store.project import Project, open_project
from qualtool.ui.drafts import claim_words
from qualtool.ui.drafts.check import DraftCheck
from qualtool.ui.drafts.claims_page import ClaimsPage
from qualtool.ui.panels.command_palette import CommandPalette
from qualtool.ui.panels.name_sheet import NameSheet
from tests.ui.drafts.drafts import run, write
from tests.ui.studies import Study, furnish

KEY = Qt.Key
ALL = "Alle informantene sa at de tok telefonen."
MOST = "De fleste av informantene møttes aldri."
DRAFT = f"# Funn\n\n{ALL} Det var vanlig.\n\n{MOST}\n"


@pytest.fixture
def study(project: Project) -> Study:
    made = furnish(project)
    with project.edit("edit_case") as session:
        case = cases.ensure(session, "Informant 1")
        cases.tie(session, made.document, case)
    return made


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return write(tmp_path, DRAFT)


@pytest.fixture
def page(
    qtbot: QtBot, dressed: QApplication, project: Project, study: Study, draft: Path
) -> ClaimsPage:
    made = shown(qtbot, project)
    project.listen(made.check.on_changes)
    project.listen(made.on_changes)
    made.check.choose(draft)
    made.list.setFocus()
    return made


def shown(qtbot: QtBot, project: Project) -> ClaimsPage:
    check = DraftCheck(project)
    check.job_wished.connect(run)
    made = ClaimsPage(project, check)
    check.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    qtbot.waitActive(made)
    return made


def texts(page: ClaimsPage) -> list[str]:
    return [row.text for row in page.list.table.rows]


def here(page: ClaimsPage) -> ClaimRow:
    QApplication.processEvents()
    row = page.list.chosen()
    assert row is not None
    return row


def answer(page: ClaimsPage, words: str) -> None:
    palette = page.findChild(CommandPalette)
    assert palette is not None
    QTest.keyClicks(palette.field, words)
    QTest.keyClick(palette.field, KEY.Key_Return)
    palette.setParent(None)


def tie(page: ClaimsPage, words: str) -> ClaimRow:
    QTest.keyClick(page.list, KEY.Key_T)
    answer(page, words)
    return here(page)


def test_the_claims_of_the_draft_are_listed_and_taken_in_once(
    page: ClaimsPage, project: Project
) -> None:
    assert texts(page) == [ALL, MOST]
    said = page.list.table.data(page.list.table.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"Not tied yet, {ALL}, Paragraph 2"
    QTest.keyClick(page.list, KEY.Key_F5)
    assert page.list.hasFocus()
    with project.read() as session:
        assert len(claims(session)) == 2
    assert project.undo() is not None  # one step took both in, and none the second time
    assert texts(page) == []
    project.redo()
    assert texts(page) == [ALL, MOST]


def test_a_claim_is_tied_by_its_name_and_counted(page: ClaimsPage, project: Project) -> None:
    QTest.keyClick(page.list, KEY.Key_Return)
    answer(page, "eier det")
    row = here(page)
    assert row.tied_to == "Ingen eier det"
    assert (claim_words.state(row), claim_words.of_all(row)) == ("agrees", "1 of 1")
    assert page.pane.tie.accessibleName() == "Held against: Ingen eier det"
    assert page.pane.balance.accessibleName() == "1 supports it"
    assert page.states.chips["agrees"].accessibleName() == "1 borne out"
    assert page.grab().toImage().width() > 0  # painted without a warning
    project.undo()
    assert here(page).tie is None


def test_a_claim_tied_to_a_code_can_be_let_go_again(page: ClaimsPage) -> None:
    assert tie(page, "slik gjør").tied_to == "slik gjør vi det her"
    assert claim_words.state(here(page)) == "disagrees"
    assert tie(page, "to nothing").tie is None


def test_keys_go_on_to_who_says_so_and_to_what_that_rests_on(
    page: ClaimsPage, study: Study, qtbot: QtBot
) -> None:
    opened: list[tuple[int, int, int]] = []
    page.place_wished.connect(lambda *where: opened.append(where))
    tie(page, "eier det")
    QTest.keyClick(page.list, KEY.Key_Return)
    voices = page.pane.voices
    assert voices.hasFocus()
    assert voices.item(0).text() == "Informant 1, Supports it, 1 excerpt"
    QTest.keyClick(voices, KEY.Key_Return)
    assert page.evidence.hasFocus()
    assert page.evidence.item(0).text().startswith("Supports it: ")
    QTest.keyClick(page.evidence, KEY.Key_Return)
    assert opened == [(study.document, *study.excerpt)]
    QTest.keyClick(page.evidence, KEY.Key_Escape)
    assert voices.hasFocus()
    QTest.keyClick(voices, KEY.Key_Escape)
    assert page.list.hasFocus()


def test_somebody_is_judged_against_the_codings_and_back(page: ClaimsPage) -> None:
    tie(page, "eier det")
    voices = page.pane.voices
    QTest.keyClick(page.list, KEY.Key_Right)
    for key, stands in ((KEY.Key_Minus, "against"), (KEY.Key_0, "silent"), (KEY.Key_Plus, "for")):
        QTest.keyClick(voices, key)
        (voice,) = here(page).voices
        assert (voice.stands, voice.judged) == (stands, True)
    assert page.beside.judging["for"].isChecked()
    QTest.keyClick(voices, KEY.Key_Delete)
    assert not here(page).voices[0].judged
    QTest.mouseClick(page.beside.judging["against"], Qt.MouseButton.LeftButton)
    assert here(page).voices[0].stands == "against"
    QTest.mouseClick(page.beside.judging["against"], Qt.MouseButton.LeftButton)
    assert here(page).voices[0].stands == "for"


def test_an_excerpt_is_judged_to_speak_against(page: ClaimsPage) -> None:
    tie(page, "eier det")
    QTest.keyClick(page.list, KEY.Key_Right)
    QTest.keyClick(page.pane.voices, KEY.Key_Right)
    QTest.keyClick(page.evidence, KEY.Key_Minus)
    assert here(page).voices[0].stands == "against"
    assert page.evidence.item(0).text().startswith("Speaks against it: ")
    QTest.keyClick(page.evidence, KEY.Key_Delete)
    assert here(page).voices[0].stands == "for"


def test_a_sentence_that_is_no_claim_is_set_aside_and_taken_back(page: ClaimsPage) -> None:
    QTest.keyClick(page.list, KEY.Key_A)
    assert texts(page) == [MOST]
    chip = page.states.chips["aside"]
    chip.setFocus()
    QTest.keyClick(chip, KEY.Key_Space)
    assert texts(page) == [ALL]
    page.list.setFocus()
    QTest.keyClick(page.list, KEY.Key_A)
    page.states.pressed.emit("")
    assert texts(page) == [ALL, MOST]


def test_a_claim_of_ones_own_is_written_changed_and_removed(page: ClaimsPage) -> None:
    sheets: list[QWidget] = []
    page.sheet_wished.connect(sheets.append)
    QTest.keyClick(page.list, KEY.Key_N)
    assert page.own.hasFocus()
    QTest.keyClicks(page.own, "Flere savnet tid.")
    QTest.keyClick(page.own, KEY.Key_Return)
    assert here(page).text == "Flere savnet tid."
    assert claim_words.place(here(page)) == "your own"
    QTest.keyClick(page.list, KEY.Key_F2)
    (sheet,) = sheets
    assert isinstance(sheet, NameSheet)
    sheet.named.emit("Alle savnet tid.")
    assert here(page).text == "Alle savnet tid."
    QTest.keyClick(page.list, KEY.Key_Delete)
    assert texts(page) == [ALL, MOST]


def test_a_sentence_of_the_draft_is_changed_there_and_not_here(page: ClaimsPage) -> None:
    refused: list[QualtoolError] = []
    told: list[str] = []
    page.refused.connect(refused.append)
    page.said.connect(told.append)
    QTest.keyClick(page.list, KEY.Key_F2)
    QTest.keyClick(page.list, KEY.Key_Delete)
    assert [error.key for error in refused] == ["claim_of_draft"]
    assert told == ["It stands in the draft. Set it aside if it is no claim."]
    assert texts(page) == [ALL, MOST]


def test_escape_leaves_what_was_begun_unwritten(page: ClaimsPage) -> None:
    page.write_own()
    QTest.keyClicks(page.own, "Noe")
    QTest.keyClick(page.own, KEY.Key_Escape)
    assert page.own.text() == ""
    assert page.list.hasFocus()
    assert texts(page) == [ALL, MOST]


def test_more_coding_is_counted_at_once(page: ClaimsPage, project: Project, study: Study) -> None:
    tie(page, "slik gjør")
    assert here(page).supporting == ()
    with project.edit("apply_code") as session:
        coding.apply(session, study.document, *study.excerpt, [study.habits], coder_id=None)
    assert [voice.case for voice in here(page).supporting] == ["Informant 1"]


def test_who_codes_blind_counts_nothing_of_the_others(page: ClaimsPage, project: Project) -> None:
    assert len(tie(page, "eier det").supporting) == 1
    project.coders_read = frozenset({999})
    page.refresh()
    assert here(page).supporting == ()


def test_a_project_that_may_only_be_read_shows_claims_and_changes_none(
    page: ClaimsPage, project: Project, qtbot: QtBot, draft: Path
) -> None:
    tie(page, "eier det")
    with open_project(project.path) as second:
        assert second.read_only
        other = shown(qtbot, second)
        other.check.choose(draft)
        assert texts(other) == [ALL, MOST]
        assert other.tie() is None
        other.set_aside()
        other.rewrite()
        assert not other.own.isVisible()
        assert not other.pane.tie.isEnabled()
        QApplication.processEvents()  # what was put off must not meet a project that is closed


def test_an_empty_page_says_what_belongs_there(
    qtbot: QtBot, dressed: QApplication, project: Project, tmp_path: Path
) -> None:
    page = shown(qtbot, project)
    assert page.empty.isVisible()
    page.check.choose(write(tmp_path, "Ingen påstand her."))
    assert page.nothing.isVisible()
    assert page.pane.isHidden()


def test_what_cannot_be_is_told_before_the_claim_is_tied(
    page: ClaimsPage, project: Project, draft: Path
) -> None:
    write(draft.parent, "Sju av seks informanter savnet tid.\n", draft.name)
    page.check.choose(draft)
    [row] = [each for each in page.list.table.rows if each.text.startswith("Sju")]
    assert (row.tie, claim_words.state(row), claim_words.counts(row)) == (None, "disagrees", False)
