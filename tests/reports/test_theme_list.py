from __future__ import annotations

from qualtool.reports.theme_list import main_themes
from qualtool.store.rows import ThemeRow


def theme(
    number: int,
    name: str,
    *,
    under: int | None = None,
    label: str = "",
    state: str = "candidate",
    frame: int = 1,
) -> ThemeRow:
    return ThemeRow(
        id=number,
        guid=str(number),
        frame_id=frame,
        parent_id=under,
        name=name,
        report_title="",
        label=label,
        colour="blue",
        concept="",
        definition="",
        in_scope="",
        out_of_scope="",
        decision_rules="",
        state=state,
        collapsed=False,
        position=number,
        code_ids=(),
        excerpts=0,
        cases=0,
    )


def titles(*themes: ThemeRow, frame_id: int | None = None) -> list[list[str]]:
    return [
        [main.title, *(place.title for place in main.places[1:])]
        for main in main_themes(themes, frame_id)
    ]


def test_main_themes_come_in_order_each_with_what_is_under_it() -> None:
    rows = (theme(1, "Kultur"), theme(2, "Struktur"), theme(3, "Tro", under=1))
    assert titles(*rows) == [["Kultur", "Tro"], ["Struktur"]]


def test_what_lies_under_a_sub_theme_names_that_too() -> None:
    rows = (theme(1, "Kultur"), theme(2, "Tro", under=1), theme(3, "Håp", under=2))
    assert titles(*rows) == [["Kultur", "Tro", "Tro: Håp"]]


def test_a_theme_goes_by_its_label() -> None:
    assert titles(theme(1, "Arbeidsnavn", label="Kultur")) == [["Kultur"]]


def test_a_theme_that_is_set_aside_goes_with_all_that_is_under_it() -> None:
    rows = (theme(1, "Kultur", state="aside"), theme(2, "Tro", under=1), theme(3, "Struktur"))
    assert titles(*rows) == [["Struktur"]]


def test_only_one_set_of_themes_is_shown() -> None:
    rows = (theme(1, "Kultur", frame=2), theme(2, "Struktur", frame=1))
    assert titles(*rows) == [["Struktur"]]
    assert titles(*rows, frame_id=2) == [["Kultur"]]


def test_a_study_without_themes_has_none() -> None:
    assert titles() == []
