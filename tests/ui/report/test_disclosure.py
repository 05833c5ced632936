"""What may tell who somebody is stands as cards beside the report, and is decided with the keys."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qualtool.analysis.disclosure_decisions import decisions
from qualtool.core.disclosure import Level
from qualtool.core.report import Table, plain
from qualtool.core.source import Source
from qualtool.operations import codes, coding, documents, report_blocks
from qualtool.reports.disclosed import Disclosed, Remedy
from qualtool.reports.disclosed_matters import gathered
from qualtool.store.describing_rows import AttributeRow
from qualtool.store.disclosure_rows import DecisionRow, Matter
from qualtool.store.project import Project
from qualtool.ui.panels.wrapped import WrappedLabel
from qualtool.ui.report.disclosure_card import DisclosureCard
from qualtool.ui.report.disclosure_pane import AT_ONCE, DisclosurePane
from qualtool.ui.report.disclosure_places import PlacesList
from qualtool.ui.report.disclosure_sheets import DisplayTextSheet, GroupingSheet, WiderWordSheet
from qualtool.ui.report.open_findings_sheet import OpenFindingsSheet
from qualtool.ui.report.right import RightPane
from qualtool.ui.workspaces.report import ReportWorkspace
from tests.ui.report.conftest import settle

Key = Qt.Key
ALL: tuple[Remedy, ...] = ("display_text", "generalise", "withhold", "fine")


def _found(
    words: str = "Testdal",
    *,
    level: Level = "likely",
    decided: DecisionRow | None = None,
    excerpt_id: int | None = None,
    matter: Matter | None = None,
) -> Disclosed:
    return Disclosed(
        kind="name",
        level=level,
        words=words,
        text=f"Her var {words}.",
        start=8,
        end=8 + len(words),
        why="It is the name of a participant.",
        place="Table 1, row 2",
        matter=matter or Matter("name", words),
        everywhere=Matter("name", words),
        remedies=ALL,
        block=2,
        excerpt_id=excerpt_id,
        document="Informant 1",
        decided=decided,
    )


@pytest.fixture
def pane(dressed: QApplication, qtbot: QtBot) -> DisclosurePane:
    made = DisclosurePane()
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show()
    made.activateWindow()
    return made


def _in_places(
    words: str, levels: Sequence[Level], remedies: tuple[Remedy, ...] = ALL
) -> list[Disclosed]:
    """The same words in several tables."""
    return [
        replace(
            _found(words, level=level, excerpt_id=10 + n, matter=Matter("name", words, f"{n:04x}")),
            place=f"Table {n}, row 1",
            text=f"Stedet nummer {n} er {words}, sier de.",
            start=len(f"Stedet nummer {n} er "),
            end=len(f"Stedet nummer {n} er {words}"),
            remedies=remedies,
        )
        for n, level in enumerate(levels, 1)
    ]


def test_the_surest_come_first_and_more_when_asked_for(pane: DisclosurePane) -> None:
    levels: tuple[Level, ...] = ("possible", "likely", "certain")
    found = [_found(f"ord {n}", level=levels[n % 3]) for n in range(AT_ONCE + 3)]
    pane.show_found(found, writable=True)
    assert [card.matter.level for card in pane.cards][:2] == ["certain", "certain"]
    assert len(pane.cards) == AT_ONCE
    QTest.mouseClick(pane.more, Qt.MouseButton.LeftButton)
    assert len(pane.cards) == AT_ONCE + 3
    assert pane.cards[AT_ONCE].hasFocus()


def test_an_export_names_the_surest_first(dressed: QApplication, qtbot: QtBot) -> None:
    levels: tuple[Level, ...] = ("possible", "likely", "certain")
    sheet = OpenFindingsSheet([_found(f"ord {n}", level=levels[n % 3]) for n in range(9)], "a.docx")
    qtbot.addWidget(sheet)
    said = [label.text() for label in sheet.findChildren(WrappedLabel)]
    words = ["certain"] * 3 + ["likely"] * 2
    assert [word in line for line, word in zip(said, words, strict=True)] == [True] * 5


def test_a_card_is_walked_shown_and_decided_with_the_keys(
    pane: DisclosurePane, qtbot: QtBot
) -> None:
    pane.show_found([_found("Testdal"), _found("Prøvesund")], writable=True)
    assert pane.go()
    QTest.keyClick(pane.cards[0], Key.Key_Down)
    assert pane.cards[1].hasFocus()
    with qtbot.waitSignal(pane.shown) as shown:
        QTest.keyClick(pane.cards[1], Key.Key_Return)
    assert shown.args is not None
    assert shown.args[0].words == "Prøvesund"
    for key, remedy in zip((Key.Key_E, Key.Key_G, Key.Key_W, Key.Key_F), ALL, strict=True):
        with qtbot.waitSignal(pane.decided) as decided:
            QTest.keyClick(pane.cards[1], key)
        assert decided.args is not None
        assert decided.args[1] == remedy


def test_one_matter_is_one_card_that_is_walked_place_by_place(
    pane: DisclosurePane, qtbot: QtBot
) -> None:
    nav = _in_places("NAV", ("possible", "certain", "possible"))
    pane.show_found([*nav, _found("Testdal")], writable=True)
    assert [card.matter.title for card in pane.cards] == ["“NAV”", "“Testdal”"]
    assert pane._words.text() == "2 matters in 4 places"
    card = pane.cards[0]
    assert card.place is nav[1]  # the surest first, the others in their order
    for words in ("certain 1, possible 2", "3 places", "2 of 3", "Table 2, row 1", "nummer 2"):
        assert words in card.accessibleName()
    assert card.places.head is not None
    pane.go()
    QTest.keyClick(card, Key.Key_Right)
    QTest.keyClick(card, Key.Key_Right)
    assert card.place is nav[2]
    assert "3 of 3" in card.accessibleName()
    QTest.keyClick(card, Key.Key_Home)
    assert card.place is nav[0]
    QTest.mouseClick(card.places.head.forward, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(pane.shown) as shown:
        QTest.keyClick(card, Key.Key_Return)
    assert shown.args == [nav[1]]
    assert card.places._words.text() == "Stedet nummer 2 er <b>NAV</b>, sier de."


def test_the_card_that_the_keys_go_to_is_in_view(dressed: QApplication, qtbot: QtBot) -> None:
    right = RightPane()
    qtbot.addWidget(right)
    right.resize(300, 320)
    right.show()
    right.disclosure.show_found([_found(f"ord {n}") for n in range(AT_ONCE)], writable=True)
    qtbot.waitExposed(right)
    right.disclosure.go()
    for before in range(AT_ONCE - 1):
        QTest.keyClick(right.disclosure.cards[before], Key.Key_Down)
    last, view = right.disclosure.cards[-1], right._scroll.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(last.mapTo(view, last.rect().bottomLeft())))


def test_the_list_of_places_leads_to_each_of_them(pane: DisclosurePane, qtbot: QtBot) -> None:
    places = _in_places("NAV", ["possible"] * 200)
    pane.show_found(places, writable=True)
    pane.go()
    card = pane.cards[0]
    assert not card.findChildren(PlacesList)  # made when it is asked for
    QTest.keyClick(card, Key.Key_L)
    rows = card.places.list
    assert rows is not None
    assert rows.hasFocus()
    assert rows.count() == 200
    assert rows.item(199).text() == "Table 200, row 1"
    QTest.keyClick(rows, Key.Key_End)
    assert card.place is places[199]
    with qtbot.waitSignal(pane.shown) as shown:
        QTest.keyClick(rows, Key.Key_Return)
    assert shown.args == [places[199]]
    with qtbot.waitSignal(pane.decided) as decided:
        QTest.keyClick(rows, Key.Key_F)
    assert decided.args == [places[199], "fine"]
    QTest.keyClick(rows, Key.Key_Escape)
    assert card.hasFocus()


def test_a_matter_is_decided_on_here_or_everywhere(pane: DisclosurePane, qtbot: QtBot) -> None:
    nav = _in_places("NAV", ("likely", "likely"))
    pane.show_found(nav, writable=True)
    pane.go()
    card = pane.cards[0]
    assert list(card.all_links) == ["generalise", "withhold", "fine"]
    assert card.all_links["withhold"].toolTip() == "Keep 2 excerpts from being quoted"
    for key, remedy in ((Key.Key_G, "generalise"), (Key.Key_W, "withhold"), (Key.Key_F, "fine")):
        with qtbot.waitSignal(pane.all_decided) as decided:
            QTest.keyClick(card, key, Qt.KeyboardModifier.ShiftModifier)
        assert decided.args == [card.matter, remedy]
    with qtbot.waitSignal(pane.decided) as here:
        QTest.keyClick(card, Key.Key_F)
    assert here.args == [nav[0], "fine"]


def test_what_is_worked_on_stays_where_it_is(pane: DisclosurePane) -> None:
    nav = _in_places("NAV", ("certain", "possible", "possible", "possible"))
    pane.show_found([*nav, _found("Testdal", level="likely")], writable=True)
    pane.go()
    QTest.keyClick(pane.cards[0], Key.Key_L)
    for _n in range(2):
        QTest.keyClick(pane.cards[0], Key.Key_Right)
    before = pane.cards[0]
    before.setFocus()
    QTest.keyClick(before, Key.Key_Right)
    pane.settle([nav[0]], "fine")
    card = pane.cards[0]
    assert card.matter.title == "“NAV”"
    assert card.hasFocus()
    assert card.unfolded
    assert card.matter.level == "possible"
    pane.show_found([*nav[1:], _found("Testdal", level="likely")], writable=True)
    assert pane.cards[0].matter.title == "“NAV”"
    pane.cards[1].setFocus()
    pane.show_found([*nav[1:], _found("Testdal", level="likely")], writable=True)
    assert [each.matter.title for each in pane.cards] == ["“NAV”", "“Testdal”"]
    pane.setFocus()
    pane.cards[1].clearFocus()
    pane.show_found([*nav[1:], _found("Testdal", level="likely")], writable=True)
    assert [each.matter.title for each in pane.cards] == ["“Testdal”", "“NAV”"]


def test_a_place_that_was_touched_waits_while_the_others_do_not(pane: DisclosurePane) -> None:
    nav = _in_places("NAV", ("likely", "likely"))
    other = replace(_found("Testdal", excerpt_id=nav[0].excerpt_id), level="certain")
    pane.show_found([other, *nav], writable=True)
    pane.settle([other], "display_text")
    (card,) = pane.cards
    assert card.isEnabled()
    assert not card.links["fine"].isEnabled()
    assert not card.all_links["fine"].isEnabled()
    card.setFocus()
    QTest.keyClick(card, Key.Key_Right)
    assert card.links["fine"].isEnabled()


def test_what_cannot_be_done_in_a_place_is_not_offered_there(pane: DisclosurePane) -> None:
    said, written = _in_places("NAV", ("likely", "likely"))
    written = replace(written, remedies=("fine",), excerpt_id=None)
    pane.show_found([said, written], writable=True)
    card = pane.cards[0]
    card.setFocus()
    assert not card.links["withhold"].isHidden()
    QTest.keyClick(card, Key.Key_Right)
    assert card.links["withhold"].isHidden()
    assert not card.links["fine"].isHidden()
    assert card.all_links["withhold"].toolTip() == "Keep 1 excerpt from being quoted"


def test_a_card_says_everything_to_those_who_hear_it(pane: DisclosurePane) -> None:
    pane.show_found([_found()], writable=True)
    said = pane.cards[0].accessibleName()
    for words in ("Testdal", "likely", "It is the name", "Table 1, row 2"):
        assert words in said


def test_what_is_decided_lies_folded_with_who_and_why(pane: DisclosurePane, qtbot: QtBot) -> None:
    row = DecisionRow(7, Matter("name", "Testdal"), "fine", "Et fag", "Marte", 1_795_000_000_000)
    pane.show_found([_found(decided=row)], writable=True)
    assert pane.cards == []
    assert pane.fold.text() == "Decided: 1 matter in 1 place"
    assert not pane._decided.isVisible()
    QTest.mouseClick(pane.fold, Qt.MouseButton.LeftButton)
    assert pane._decided.isVisible()
    said = [label for label in pane._decided.findChildren(QWidget) if "Marte" in _words(label)]
    assert len(said) == 1
    back = pane._decided.findChildren(QWidget)
    button = next(each for each in back if _words(each) == "Open again")
    with qtbot.waitSignal(pane.taken_back) as taken:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert taken.args == [7]


def test_what_was_altered_goes_at_once_and_what_it_touched_waits(
    pane: DisclosurePane, qtbot: QtBot
) -> None:
    years, both, place = (
        replace(_found(words, level="certain"), attribute_ids=attributes)
        for words, attributes in (("5–9", (1,)), ("utenfor, under 5", (2, 1)), ("Testdal", ()))
    )
    pane.show_found([years, both, place], writable=True)
    pane.cards[0].links["withhold"].setFocus()
    pane.settle([years], "withhold")
    assert [card.place for card in pane.cards] == [both, place]
    assert [card.isEnabled() for card in pane.cards] == [False, True]
    assert pane.cards[1].hasFocus()
    with qtbot.assertNotEmitted(pane.decided):
        QTest.mouseClick(pane.cards[0].links["fine"], Qt.MouseButton.LeftButton)
        QTest.keyClick(pane.cards[0], Key.Key_F)
    pane.show_found([both, place], writable=True)
    assert all(card.isEnabled() for card in pane.cards)


def test_what_is_fine_keeps_nothing_else_waiting(pane: DisclosurePane) -> None:
    excerpts = [_found(words, excerpt_id=3) for words in ("Testdal", "Prøvesund")]
    pane.show_found(excerpts, writable=True)
    pane.settle(excerpts[:1], "fine")
    assert [(card.place.words, card.isEnabled()) for card in pane.cards] == [("Prøvesund", True)]


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if text is not None else ""


@pytest.fixture
def telling(workspace: ReportWorkspace, project: Project, qtbot: QtBot) -> ReportWorkspace:
    """A report whose words tell how to reach somebody, and has been checked."""
    with project.edit("describe_report_block") as session:
        key = workspace.composed.pieces[0].key
        report_blocks.describe(session, key, opening="Skriv til gunvor@eksempel.no.")
    qtbot.waitUntil(lambda: bool(workspace.right.disclosure.cards), timeout=20_000)
    return workspace


def test_what_is_found_is_shown_marked_and_let_be(
    telling: ReportWorkspace, project: Project, qtbot: QtBot
) -> None:
    pane = telling.right.disclosure
    card = next(each for each in pane.cards if "gunvor" in each.place.words)
    telling.choose(telling.composed.pieces[2].key)
    card.setFocus()
    QTest.keyClick(card, Key.Key_Return)
    assert telling.key == telling.composed.pieces[0].key
    assert any(telling.preview._marks.values())
    QTest.keyClick(card, Key.Key_F)
    with project.read() as session:
        (row,) = decisions(session)
    assert (row.decision, row.coder) == ("fine", "Marte")
    step = project.next_undo()
    assert step is not None
    assert step.action == "decide_disclosure"
    assert not any("gunvor" in each.place.words for each in pane.cards)  # at once
    qtbot.waitUntil(pane.fold.isVisible, timeout=20_000)
    telling.disclosing.take_back(row.id)
    with project.read() as session:
        assert decisions(session) == []


def test_all_places_of_a_matter_are_let_be_in_one_step(
    telling: ReportWorkspace, project: Project, qtbot: QtBot
) -> None:
    with project.edit("describe_report_block") as session:
        for piece in telling.composed.pieces[1:3]:
            words = f"Svar til gunvor@eksempel.no om {piece.name}."
            report_blocks.describe(session, piece.key, opening=words)
    pane = telling.right.disclosure

    def card() -> DisclosureCard:
        return next(each for each in pane.cards if "gunvor" in each.place.words)

    qtbot.waitUntil(lambda: len(card().matter.places) == 3, timeout=20_000)
    card().setFocus()
    QTest.keyClick(card(), Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
    assert not any("gunvor" in each.place.words for each in pane.cards)
    with project.read() as session:
        (row,) = decisions(session)
    assert row.matter == Matter("email", "gunvor@eksempel.no")
    with project.edit("describe_report_block") as session:  # where it comes later, it holds too
        report_blocks.describe(
            session, telling.composed.pieces[2].key, opening="Nytt: gunvor@eksempel.no"
        )
    qtbot.waitUntil(lambda: pane.fold.text() == "Decided: 1 matter in 3 places", timeout=20_000)
    project.undo()
    project.undo()
    with project.read() as session:
        assert decisions(session) == []
    qtbot.waitUntil(lambda: bool(pane.cards), timeout=20_000)


def test_all_excerpts_of_a_matter_are_withheld_or_made_wider(
    workspace: ReportWorkspace, project: Project, sheets: list[QWidget]
) -> None:
    from qualtool.analysis.excerpts import excerpts

    with project.read() as session:
        (row,) = excerpts(session)
    said = replace(_found("sted", excerpt_id=row.id), matter=Matter("name", "sted", "a1"))
    forms = replace(_found("fast", excerpt_id=row.id), matter=Matter("name", "sted", "b2"))
    written = _found("sted", matter=Matter("name", "sted", "c3"))
    places = (
        said,
        replace(forms, everywhere=said.everywhere),
        replace(written, remedies=("fine",)),
    )
    (matter,) = gathered(places)
    workspace.disclosing.decide_all(matter, "generalise")
    sheet = sheets[-1]
    assert isinstance(sheet, WiderWordSheet)
    sheet.instead.setText("hus")
    sheet.done.click()
    with project.read() as session:
        (row,) = excerpts(session)
        places_told = {each.matter.place for each in decisions(session)}
    assert (row.display_text or "").count("[hus]") == 2
    assert places_told == {"a1", "b2"}
    workspace.disclosing.decide_all(matter, "withhold")
    with project.read() as session:
        (row,) = excerpts(session)
        assert row.do_not_quote
    step = project.next_undo()
    assert step is not None
    assert step.action == "withhold_disclosed"


def test_a_place_that_the_preview_leaves_out_is_brought_onto_its_pages(
    workspace: ReportWorkspace, project: Project, qtbot: QtBot
) -> None:
    with project.edit("apply_code") as session:
        many = Source(
            "\n\n".join(f"Avsnitt {n} om at Testmann gikk fra møte {n}." for n in range(1, 201)),
            "text",
        )
        document = documents.add(session, many, name="Mange")
        code = codes.add(session, "mange")
        for match in re.finditer("[^\n]+", many.text):
            coding.apply(session, document, *match.span(), [code], coder_id=None)
    piece = workspace.composed.pieces[1]
    workspace.choose(piece.key)
    settle(qtbot, workspace)

    def rows() -> list[Disclosed]:
        report, owners = workspace.pressing._assembled(workspace.composed)
        block = owners.index(piece.key) + next(
            n
            for n, each in enumerate(report.blocks[owners.index(piece.key) :])
            if isinstance(each, Table)
        )
        table = report.blocks[block]
        assert isinstance(table, Table)
        workspace.pressing._owners = owners
        texts = [
            (n, said)
            for n, row in enumerate((row for group in table.groups for row in group.rows), 1)
            for each in row.cells
            if each is not None and "Testmann" in (said := plain(each))
        ]
        return [
            replace(_found("Testmann"), text=said, start=said.index("Testmann"),
                    end=said.index("Testmann") + 8, block=block, row=n)
            for n, said in texts
        ]  # fmt: skip

    found = rows()
    assert len(found) == 200

    def marked() -> list[str]:
        places = [each for marks in workspace.preview._marks.values() for each in marks]
        return [each.block().text() for each in places]

    for each in (found[-1], found[-2], found[0], found[130]):
        workspace.right.disclosure.shown.emit(each)
        assert [each.text in said for said in marked()] == [True]
    assert 0 < workspace.preview.rows_of(piece.key) <= 120
    workspace.choose(piece.key)  # from its first row on again
    settle(qtbot, workspace)
    workspace.right.disclosure.shown.emit(found[0])
    assert [found[0].text in said for said in marked()] == [True]


def test_the_text_that_is_shown_is_changed_in_a_sheet(
    workspace: ReportWorkspace, project: Project, sheets: list[QWidget]
) -> None:
    from qualtool.analysis.excerpts import excerpts

    with project.read() as session:
        (row,) = excerpts(session)
    workspace.disclosing.decide(_found("fast sted", excerpt_id=row.id), "display_text")
    sheet = sheets[-1]
    assert isinstance(sheet, DisplayTextSheet)
    assert sheet.text.toPlainText() == row.text
    sheet.text.setPlainText("ikke noe [sted]")
    sheet.done.click()
    with project.read() as session:
        (row,) = excerpts(session)
    assert row.display_text == "ikke noe [sted]"


def test_a_wider_word_takes_the_place_of_the_words(
    workspace: ReportWorkspace, project: Project, sheets: list[QWidget]
) -> None:
    from qualtool.analysis.excerpts import excerpts

    with project.read() as session:
        (row,) = excerpts(session)
    workspace.disclosing.decide(_found("sted", excerpt_id=row.id), "generalise")
    sheet = sheets[-1]
    assert isinstance(sheet, WiderWordSheet)
    sheet.instead.setText("hus")
    sheet.done.click()
    with project.read() as session:
        (row,) = excerpts(session)
    assert "[hus]" in (row.display_text or "")


def test_groups_are_asked_for_where_an_attribute_tells_too_much(
    dressed: QApplication, qtbot: QtBot
) -> None:
    row = AttributeRow(
        3, "", "Alder", "case", "number", "shown", "", (), position=0, used=4, unfit=0
    )
    sheet = GroupingSheet(_found(), [row])
    qtbot.addWidget(sheet)
    sheet.grouping.setText("10")
    with qtbot.waitSignal(sheet.kept) as kept:
        sheet.done.click()
    assert kept.args == [3, "10", ""]
