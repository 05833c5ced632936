from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qualtool.ui.dragging import Span, mime_of_codes, mime_of_themes
from qualtool.ui.models.codebook import CodebookModel, Node, Role, build
from tests.ui.rows import code, theme

THEMES = [
    theme(1, "Struktur", code_ids=(1, 2)),
    theme(2, "Lokal forankring", parent_id=1, code_ids=(3,)),
    theme(3, "Kultur"),
]
CODES = [
    code(1, "faste møteplasser", theme_ids=(1,), excerpts=4, cases=2),
    code(2, "torsdagene", parent_id=1, theme_ids=(1,)),
    code(3, "vi tar det hjemme", theme_ids=(2,), pin=3),
    code(4, "bussen", description="Om å komme seg dit"),
]


def _names(node: Node) -> list[object]:
    row = node.theme or node.code
    return [row.name if row else "–", *[_names(child) for child in node.children]]


def _model() -> CodebookModel:
    model = CodebookModel()
    model.show(THEMES, CODES)
    return model


def _index(model: CodebookModel, name: str) -> QModelIndex:
    return next(
        model.index_of(node)
        for node in model.nodes()
        if (row := node.theme or node.code) and row.name == name
    )


def test_codes_stand_under_their_themes_and_the_rest_comes_last() -> None:
    assert _names(build(THEMES, CODES))[1:] == [
        [
            "Struktur",
            ["Lokal forankring", ["vi tar det hjemme"]],
            ["faste møteplasser", ["torsdagene"]],
        ],
        ["Kultur"],
        ["–", ["bussen"]],
    ]


def test_a_code_in_two_themes_stands_under_both() -> None:
    root = build(
        [theme(1, "Struktur", code_ids=(1,)), theme(2, "Kultur", code_ids=(1,))],
        [code(1, "makt", theme_ids=(1, 2))],
    )
    assert _names(root)[1:] == [["Struktur", ["makt"]], ["Kultur", ["makt"]]]


def test_without_themes_the_codes_need_no_heading() -> None:
    assert _names(build([], [CODES[3]]))[1:] == [["bussen"]]


def test_the_model_keeps_what_qt_asks_of_a_model(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(_model())


def test_a_row_says_its_name_colour_count_and_description() -> None:
    model = _model()
    index = _index(model, "faste møteplasser")
    assert index.data() == "faste møteplasser"
    assert index.data(Role.COUNT) == 4
    assert index.data(Role.COLOUR) == "blue"
    assert "4" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Om å komme" in _index(model, "bussen").data(Qt.ItemDataRole.ToolTipRole)


def test_renaming_is_a_wish_and_changes_nothing_here(qtbot: QtBot) -> None:
    model = _model()
    index = _index(model, "bussen")
    with qtbot.waitSignal(model.renamed) as wish:
        assert model.setData(index, " bussen går ")
    assert wish.args is not None
    assert wish.args[1] == "bussen går"
    assert index.data() == "bussen"
    assert not model.setData(index, "bussen")
    assert not model.setData(index, "  ")


def test_a_stretch_of_text_is_dropped_on_a_code_or_theme_only(qtbot: QtBot) -> None:
    model = _model()
    data = Span(7, 10, 20).to_mime("ord")
    move = Qt.DropAction.CopyAction
    assert not model.canDropMimeData(data, move, -1, 0, QModelIndex())
    for name in ("bussen", "Kultur"):
        index = _index(model, name)
        assert model.canDropMimeData(data, move, -1, 0, index)
        with qtbot.waitSignal(model.span_dropped) as wish:
            model.dropMimeData(data, move, -1, 0, index)
        assert wish.args is not None
        assert wish.args[0] == Span(7, 10, 20)


def test_codes_are_dropped_with_where_they_came_from(qtbot: QtBot) -> None:
    model = _model()
    data = model.mimeData([_index(model, "faste møteplasser")])
    with qtbot.waitSignal(model.codes_dropped) as wish:
        model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, _index(model, "Kultur"))
    assert wish.args is not None
    ids, source, onto, place = wish.args
    assert (ids, source, onto.theme.name, place) == ([1], 1, "Kultur", 0)


def test_a_place_among_codes_does_not_count_the_sub_themes(qtbot: QtBot) -> None:
    model = _model()
    with qtbot.waitSignal(model.codes_dropped) as wish:
        model.dropMimeData(
            mime_of_codes([4]), Qt.DropAction.MoveAction, 2, 0, _index(model, "Struktur")
        )
    assert wish.args is not None
    assert wish.args[3] == 1


def test_themes_are_dropped_on_themes_or_the_ground_but_not_on_codes(qtbot: QtBot) -> None:
    model = _model()
    data = mime_of_themes([3])
    move = Qt.DropAction.MoveAction
    assert not model.canDropMimeData(data, move, -1, 0, _index(model, "bussen"))
    with qtbot.waitSignal(model.themes_dropped) as wish:
        model.dropMimeData(data, move, -1, 0, _index(model, "Struktur"))
    assert wish.args is not None
    assert wish.args == [[3], 1, -1]


def test_a_drag_that_cannot_be_read_is_let_fall() -> None:
    model = _model()
    data = Span(1, 2, 3).to_mime()
    data.setData("application/x-qualtool-span", b"{not json")
    assert not model.dropMimeData(data, Qt.DropAction.CopyAction, -1, 0, _index(model, "bussen"))


def test_a_row_with_nothing_under_it_is_asked_no_further() -> None:
    model = _model()
    never = Qt.ItemFlag.ItemNeverHasChildren
    assert model.flags(_index(model, "bussen")) & never
    assert model.flags(_index(model, "Kultur")) & never
    assert not model.flags(_index(model, "Struktur")) & never
    assert not model.flags(_index(model, "faste møteplasser")) & never
