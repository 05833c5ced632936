"""The quotation check as a page: read, gone through, narrowed and acted on by keys."""

from __future__ import annotations

import os
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from qualtool.analysis import history
from qualtool.analysis.quotations import QuotationRow
from qualtool.core.correction import Edit
from qualtool.core.errors import QualtoolError
from qualtool.operations import cases, coding, correction, documents
from qualtool.store.project import Project, open_project
from qualtool.ui.drafts import rich, wording
from qualtool.ui.drafts.check import DraftCheck
from qualtool.ui.drafts.model import Wanted
from qualtool.ui.drafts.page import QuotationsPage
from qualtool.ui.jobs import Job
from qualtool.ui.memo_target import Target
from qualtool.ui.panels.command_palette import CommandPalette
from qualtool.ui.panels.name_button import NameButton
from tests.ui.drafts.drafts import run, write
from tests.ui.studies import ANSWER, QUESTION, Study, furnish

KEY = Qt.Key
VERDICTS = ["verbatim", "altered", "verbatim", "not_found"]


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return write(tmp_path)


@pytest.fixture
def empty(qtbot: QtBot, dressed: QApplication, project: Project, study: Study) -> QuotationsPage:
    """The page before a draft has been chosen."""
    made = shown(qtbot, project)
    project.listen(made.check.on_changes)
    project.listen(made.on_changes)
    return made


@pytest.fixture
def page(empty: QuotationsPage, draft: Path) -> QuotationsPage:
    empty.choose(draft)
    QApplication.processEvents()
    empty.list.setFocus()
    return empty


def shown(qtbot: QtBot, project: Project) -> QuotationsPage:
    check = DraftCheck(project)
    check.job_wished.connect(run)
    made = QuotationsPage(project, check)
    check.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    qtbot.waitActive(made)
    return made


def verdicts(page: QuotationsPage) -> list[str]:
    return [row.checked.verdict for row in page.list.table.rows]


def here(page: QuotationsPage) -> QuotationRow:
    QApplication.processEvents()
    row = page.list.chosen()
    assert row is not None
    return row


def words(page: QuotationsPage) -> str:
    """All that is told of the quotation with the keys."""
    QApplication.processEvents()
    return "\n".join(
        each.accessibleName() or each.text() for each in page.pane.findChildren(QLabel)
    )


def test_the_quotations_are_listed_in_the_order_of_the_draft(page: QuotationsPage) -> None:
    assert verdicts(page) == VERDICTS
    said = [
        page.list.table.data(page.list.table.index(at), Qt.ItemDataRole.AccessibleTextRole)
        for at in range(4)
    ]
    assert said[0] == (
        "Verbatim, “fantes ikke noe fast sted hvor vi møttes”, paragraph 2, "
        "Informant 1, paragraph 2"
    )
    assert str(said[2]).endswith("The interviewer’s words")
    assert str(said[3]).endswith("literature? (Clark, 2021)")
    assert page.list.grab().toImage().width() > 0  # painted without a warning


def test_the_counts_are_doors_and_keys_go_through_them(page: QuotationsPage) -> None:
    chips = page.narrowing.verdicts.chips
    names = [chip.accessibleName() for chip in chips.values() if chip.isVisible()]
    assert names == ["2 verbatim", "1 altered", "1 not found"]
    chips["altered"].setFocus()
    QTest.keyClick(chips["altered"], KEY.Key_Space)
    assert verdicts(page) == ["altered"]
    assert chips["verbatim"].accessibleName() == "2 verbatim"
    page.list.setFocus()
    QTest.keyClick(page.list, KEY.Key_Escape)
    assert verdicts(page) == VERDICTS


def test_what_differs_is_told_word_by_word_and_without_colour(page: QuotationsPage) -> None:
    QTest.keyClick(page.list, KEY.Key_BracketRight)
    assert here(page).checked.verdict == "altered"
    told = words(page)
    assert ANSWER in told
    assert "“godt rom” where “fast sted” was said" in told
    assert "Underlined: not said · struck through: said, but left out" in told
    marked = [each.text() for each in page.pane.findChildren(QLabel)]
    assert any("underline" in each and "godt rom</span>" in each for each in marked)
    assert any("line-through" in each and "fast sted</span>" in each for each in marked)


def test_keys_go_from_problem_to_problem_and_say_where_there_are_no_more(
    page: QuotationsPage,
) -> None:
    seen = [here(page).checked.verdict]
    for _step in range(3):
        QTest.keyClick(page.list, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
        seen.append(here(page).checked.verdict)
    assert seen == ["verbatim", "altered", "verbatim", "not_found"]  # the third is the interviewer
    QTest.keyClick(page.list, KEY.Key_BracketLeft)
    QTest.keyClick(page.list, KEY.Key_BracketLeft)
    assert here(page).checked.verdict == "altered"
    told: list[str] = []
    page.said.connect(told.append)
    page.previous_problem()
    assert told == ["No more problems this way."]


def test_enter_opens_where_it_was_said(page: QuotationsPage, study: Study) -> None:
    opened: list[tuple[int, int, int]] = []
    page.place_wished.connect(lambda *where: opened.append(where))
    QTest.keyClick(page.list, KEY.Key_Return)
    row = here(page)
    assert opened == [(study.document, row.said[0].start, row.said[0].end)]
    assert page.memo_target().span == opened[0]  # a memo would be written there, too
    QTest.keyClick(page.list, KEY.Key_End)
    assert page.memo_target() == Target()


def test_the_words_typed_narrow_the_list_and_escape_shows_all(page: QuotationsPage) -> None:
    QTest.keyClick(page.list, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.narrowing.field.hasFocus()
    QTest.keyClicks(page.narrowing.field, "logikk")
    QTest.keyClick(page.narrowing.field, KEY.Key_Down)
    assert verdicts(page) == ["not_found"]
    assert page.list.hasFocus()
    page.search()
    QTest.keyClicks(page.narrowing.field, "finnes ikke her")
    QTest.keyClick(page.narrowing.field, KEY.Key_Return)
    assert page.nothing.isVisible()
    page.search()
    QTest.keyClick(page.narrowing.field, KEY.Key_Escape)
    assert verdicts(page) == VERDICTS
    assert page.narrowing.wanted == Wanted()


def test_the_spread_counts_who_is_quoted_and_opens_their_quotations(page: QuotationsPage) -> None:
    bar = page.spread.informants["Informant 1"]
    assert bar.accessibleName() == "Informant 1: 2 quotations"
    assert list(page.spread.themes) == ["Ingen eier det"]
    assert page.spread.themes["Ingen eier det"].accessibleName() == (
        "Ingen eier det: 2 quotations of 1 informant"
    )
    bar.setFocus()
    QTest.keyClick(bar, KEY.Key_Space)
    assert verdicts(page) == ["verbatim", "altered"]
    QTest.keyClick(page.spread.informants["Informant 1"], KEY.Key_Space)
    assert verdicts(page) == VERDICTS


def test_a_quotation_is_coded_from_here_and_the_keys_stay(
    page: QuotationsPage, project: Project, qtbot: QtBot
) -> None:
    QTest.keyClick(page.list, KEY.Key_C)
    palette = page.findChild(CommandPalette)
    assert palette is not None
    QTest.keyClicks(palette.field, "slik gjør")
    QTest.keyClick(palette.field, KEY.Key_Return)
    assert "slik gjør vi det her" in here(page).said[0].codes
    assert "slik gjør vi det her" in {
        each.accessibleName() for each in page.pane.findChildren(NameButton)
    }
    project.undo()
    assert here(page).said[0].codes == ("faste møteplasser",)


def test_a_draft_that_was_changed_is_offered_again(
    page: QuotationsPage, draft: Path, project: Project
) -> None:
    assert not page.bar.again.isVisible()
    draft.write_text("«ikke noe fast sted»", encoding="utf-8")
    os.utime(draft, ns=(1, 1))
    QApplication.sendEvent(page.window(), QEvent(QEvent.Type.WindowActivate))
    assert page.bar.again.isVisible()
    QTest.keyClick(page.list, KEY.Key_F5)
    assert verdicts(page) == ["verbatim"]
    assert page.list.hasFocus()
    assert not page.bar.again.isVisible()


def test_a_transcript_that_was_changed_is_told_of(
    page: QuotationsPage, project: Project, study: Study
) -> None:
    with project.edit("remove_documents") as session:
        documents.remove(session, [study.document])
    assert page.bar.again.isVisible()
    page.again()
    assert verdicts(page) == ["not_found"] * 4
    assert page.spread.informants == {}


def test_the_draft_of_last_time_is_checked_when_the_page_is_shown(
    page: QuotationsPage, project: Project, qtbot: QtBot, draft: Path
) -> None:
    again = shown(qtbot, project)
    assert verdicts(again) == VERDICTS
    draft.unlink()
    gone = shown(qtbot, project)
    assert gone.empty.isVisible()


def _dropped(page: QuotationsPage, data: QMimeData) -> bool:
    """Carry something over the page and let it go; whether the page would have it."""
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    held = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), copy, data, left, held)
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(20, 20), copy, data, left, held))
    return enter.isAccepted()


def test_a_draft_is_dropped_on_the_page_and_other_files_are_not_taken(
    empty: QuotationsPage, draft: Path
) -> None:
    assert empty.empty.isVisible()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(draft))])
    assert _dropped(empty, data)
    assert verdicts(empty) == VERDICTS
    picture = QMimeData()
    picture.setUrls([QUrl.fromLocalFile("/nowhere/bilde.png")])
    assert not _dropped(empty, picture)


def test_a_file_that_is_no_draft_is_refused_by_name(empty: QuotationsPage, tmp_path: Path) -> None:
    waiting: list[Job] = []
    empty.check.job_wished.disconnect(run)
    empty.check.job_wished.connect(waiting.append)
    refused: list[QualtoolError] = []
    empty.check.refused.connect(refused.append)
    (tmp_path / "funn.pdf").write_bytes(b"%PDF-1.4")
    empty.choose(tmp_path / "funn.pdf")
    assert empty.working.isVisible()
    with pytest.raises(QualtoolError) as told:
        run(waiting[0])
    assert waiting[0].failed is not None
    waiting[0].failed(told.value)
    assert "funn.pdf" in str(refused[0])
    assert empty.empty.isVisible()


def test_a_check_that_is_stopped_leaves_what_was_there(page: QuotationsPage, draft: Path) -> None:
    waiting: list[Job] = []
    page.check.job_wished.disconnect(run)
    page.check.job_wished.connect(waiting.append)
    page.again()
    page.check.told.emit(1, 4)
    assert page.working.isVisible()
    QTest.keyClick(page.working.stop, KEY.Key_Space)
    assert verdicts(page) == VERDICTS
    assert page.list.isVisible()
    assert not page.check.running


def test_a_copy_with_comments_is_written_and_the_draft_is_as_it_was(
    empty: QuotationsPage, tmp_path: Path
) -> None:
    draft = tmp_path / "funn.docx"
    written = docx.Document()
    written.add_paragraph("En sa «ikke noe godt sted hvor vi møttes».")
    written.save(str(draft))
    before = draft.read_bytes()
    empty.choose(draft)
    assert empty.comments.isEnabled()
    refused: list[QualtoolError] = []
    empty.refused.connect(refused.append)
    empty.write_comments(draft)
    assert [error.key for error in refused] == ["draft_is_kept"]
    empty.write_comments(tmp_path / "kopi.docx")
    assert len(list(docx.Document(str(tmp_path / "kopi.docx")).comments)) == 1
    assert draft.read_bytes() == before


def test_only_a_word_document_offers_comments(page: QuotationsPage) -> None:
    assert not page.comments.isEnabled()
    assert page.comments.toolTip() == "Only a Word document can hold comments."


def test_a_project_that_may_only_be_read_is_checked_but_not_coded(
    project: Project, study: Study, dressed: QApplication, qtbot: QtBot, draft: Path
) -> None:
    with open_project(project.path) as second:
        assert second.read_only
        page = shown(qtbot, second)
        page.choose(draft)
        assert verdicts(page) == VERDICTS
        assert page.code() is None
        assert not page.link_up.isVisible()
        QApplication.processEvents()
        assert "Code it …" not in [each.text() for each in page.pane.findChildren(QPushButton)]


def test_who_codes_blind_sees_nothing_of_the_others_codes(
    page: QuotationsPage, project: Project, study: Study
) -> None:
    assert here(page).said[0].codes == ("faste møteplasser",)
    project.coders_read = frozenset({999})
    page.refresh()
    assert here(page).said[0].codes == ()
    assert "faste møteplasser" not in words(page)


def test_what_may_not_be_quoted_is_a_problem(
    page: QuotationsPage, project: Project, study: Study
) -> None:
    with project.edit("mark") as session:
        coding.set_do_not_quote(session, [here(page).said[0].excerpt_ids[0]], True)
    assert "The passage is marked “do not quote”." in words(page)
    QTest.keyClick(page.list, KEY.Key_End)
    QTest.keyClick(page.list, KEY.Key_BracketLeft)
    QTest.keyClick(page.list, KEY.Key_BracketLeft)
    QTest.keyClick(page.list, KEY.Key_BracketLeft)
    assert page.list.currentIndex().row() == 0


def test_a_quotation_given_to_somebody_else_is_a_problem(
    page: QuotationsPage, project: Project, draft: Path
) -> None:
    with project.edit("add_case") as session:
        cases.ensure(session, "Informant 5")
    page.choose(write(draft.parent, "En sa det: «ikke noe fast sted» (Informant 5).\n", draft.name))
    QApplication.processEvents()
    warning = "Ascribed to Informant 5, said by Informant 1"
    assert (verdicts(page), wording.is_problem(here(page))) == (["verbatim"], True)
    assert warning in page.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert warning in words(page)


def test_signs_in_a_passage_are_words_and_no_markup() -> None:
    assert rich.marked("a < b & c\nd", ()) == "a &lt; b &amp; c<br>d"


def test_what_was_found_is_linked_in_one_step(page: QuotationsPage, project: Project) -> None:
    page.link()
    with project.read() as session:
        (step,) = history.steps(session, limit=1)
    assert history.worded(step) == "Tied 3 quotations in the draft “funn.md” to their excerpts"
    assert len(here(page).said[0].excerpt_ids) == 3  # the coded one, its own, the altered one
    project.undo()
    assert len(here(page).said[0].excerpt_ids) == 1


def test_words_that_were_changed_since_are_not_linked_and_told_of(
    page: QuotationsPage, project: Project, study: Study
) -> None:
    told: list[str] = []
    page.said.connect(told.append)
    with project.edit("correct_text") as session:
        start = ANSWER.index("møttes") + len(QUESTION) + 1
        edit = Edit(start, start + len("møttes"), "var")
        correction.correct(session, study.document, [edit])
    page.link()
    assert told == ["2 passages have been changed since the check and are not linked. Check again."]
