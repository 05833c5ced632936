from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.core import report as model
from qualtool.core.report import Report, Text, plain
from qualtool.operations import codes, coding, themes
from qualtool.reports.codebook import build
from qualtool.reports.options import Options
from qualtool.store.project import create
from qualtool.store.schema import Code, ThemeExcerpt
from tests.reports.invented import ONE, TWO, Study, coded_study, column, heads, only_table


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Study]:
    found = coded_study(tmp_path)
    yield found
    found.project.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """A study that no test changes."""
    found = coded_study(tmp_path_factory.mktemp("shared"))
    yield found
    found.project.close()


def built(made: Study, options: Options | None = None) -> Report:
    with made.project.read() as session:
        return build(session, options or Options())


def rows(report: Report, *keys: str) -> list[tuple[str, ...]]:
    return list(zip(*(column(report, key) for key in keys), strict=True))


def pairs(report: Report, one: str, other: str) -> dict[str, str]:
    return dict(zip(column(report, one), column(report, other), strict=True))


def test_themes_sub_themes_and_codes_stand_in_order(shared: Study) -> None:
    report = built(shared)
    assert rows(report, "theme", "subtheme", "code") == [
        ("Kultur", "", ""),
        ("", "", "vi og de andre"),
        ("", "Vaner", ""),
        ("", "", "alltid slik"),
        ("", "Tro", ""),
        ("", "", "håp"),
        ("Struktur", "", ""),
        ("", "", "håp"),
        ("Ressurser", "", ""),
        ("", "Tid", ""),
        ("", "", "tid"),
        ("No theme", "", "løs"),
    ]


def test_the_heads_are_those_of_a_codebook(shared: Study) -> None:
    assert heads(built(shared)) == [
        "Theme",
        "Sub-theme",
        "Code",
        "Definition",
        "Used when / not when",
        "Example",
        "Excerpts (n)",
        "Informants (n)",
    ]


def test_counts_say_excerpts_and_informants_and_a_theme_counts_each_once(shared: Study) -> None:
    found = rows(built(shared), "theme", "subtheme", "code", "excerpts", "informants")
    assert [each[3:] for each in found] == [
        ("5", "2"),  # Kultur with all that is under it
        ("2", "1"),  # of which one from the notes, which are about nobody
        ("1", "1"),
        ("1", "1"),
        ("3", "2"),
        ("3", "2"),
        ("3", "2"),
        ("3", "2"),
        ("0", "0"),
        ("0", "0"),
        ("0", "0"),
        ("1", "1"),
    ]


def test_what_lies_under_a_sub_theme_counts_there_too(made: Study) -> None:
    with made.edit() as session:
        deeper = themes.add(session, "Håp", parent_id=made.themes["Tro"])
        placed = made.excerpt(session, "Intervju 2", TWO[2])
        session.add(ThemeExcerpt(theme_id=deeper, excerpt_id=placed))
    found = {each[0]: each[1] for each in rows(built(made), "subtheme", "excerpts") if each[0]}
    assert found == {"Vaner": "1", "Tro": "4", "Tro: Håp": "1", "Tid": "0"}


def test_excerpts_that_may_not_be_quoted_count_but_are_no_example(made: Study) -> None:
    with made.edit() as session:
        marked = made.excerpt(session, "Intervju 1", ONE[2])
        coding.set_do_not_quote(session, [marked], True)
    report = built(made)
    hope = next(each for each in rows(report, "code", "excerpts", "example") if each[0] == "håp")
    assert hope == ("håp", "3", f"“{TWO[1]}” (Informant 2)")
    assert ONE[2] not in "".join(column(report, "example"))


def test_the_typical_excerpt_goes_before_a_starred_one(made: Study) -> None:
    with made.edit() as session:
        hope = session.get_one(Code, made.codes["håp"])
        hope.example_excerpt_id = made.excerpt(session, "Intervju 2", TWO[1])
        loose = session.get_one(Code, made.codes["løs"])
        hidden = made.excerpt(session, "Intervju 1", ONE[4])
        coding.set_do_not_quote(session, [hidden], True)
        loose.example_excerpt_id = hidden
    examples = pairs(built(made), "code", "example")
    assert examples["håp"] == f"“{TWO[1]}” (Informant 2)"
    assert examples["løs"] == ""


def test_definitions_and_rules_are_told_with_their_labels(made: Study) -> None:
    with made.edit() as session:
        codes.describe(
            session,
            made.codes["håp"],
            description="Tro på endring.",
            use_when="hope is spoken of",
            use_not="Not about wishes.",
            decision_rules="Hope or wish? Ask.",
        )
        themes.describe(session, made.themes["Tro"], concept="Håpet bærer.", in_scope="all hope")
    found = pairs(built(made), "code", "use")
    assert found["håp"] == ("Used when: hope is spoken of\nNot about wishes.\nHope or wish? Ask.")
    words = pairs(built(made), "code", "definition")
    assert words["håp"] == "Tro på endring."
    of_themes = pairs(built(made), "subtheme", "definition")
    assert of_themes["Tro"] == "Håpet bærer.\nTro på endring."


def test_a_code_under_another_says_so(made: Study) -> None:
    with made.edit() as session:
        codes.add(session, "litt løs", parent_id=made.codes["løs"])
    assert column(built(made), "code")[-2:] == ["løs", "løs › litt løs"]


def test_a_retired_code_is_shown_only_while_it_is_used(made: Study) -> None:
    with made.edit() as session:
        for name in ("tid", "løs"):
            session.get_one(Code, made.codes[name]).state = "retired"
    found = column(built(made), "code")
    assert "løs" in found
    assert "tid" not in found


def test_how_much_there_is_stands_before_the_table(shared: Study) -> None:
    opening = built(shared).blocks[1]
    assert isinstance(opening, Text)
    assert plain(opening.paragraphs[0]) == "The table shows 5 codes and 3 main themes."


def test_an_empty_study_gives_a_table_that_says_so(tmp_path: Path) -> None:
    project = create(tmp_path / "empty.qualtool", name="Tom", language="en")
    with project.read() as session:
        report = build(session, Options())
    assert only_table(report).empty == "There are no codes and no themes yet."
    assert len(report.blocks) == 2
    project.close()


def test_the_table_lies_in_landscape_unless_wanted_otherwise(shared: Study) -> None:
    assert only_table(built(shared)).landscape
    assert not only_table(built(shared, Options(landscape=False))).landscape
    assert model.caption(only_table(built(shared))) == "Table 1: Codebook"


def test_a_sub_code_counts_with_the_theme_of_its_code(made: Study) -> None:
    with made.edit() as session:
        made.codes["lenge"] = codes.add(session, "lenge", parent_id=made.codes["tid"])
        made.code(session, "Intervju 2", TWO[2], "lenge")
        made.code(session, "Intervju 2", TWO[2], "tid")
    report = built(made)
    at = column(report, "code").index("tid › lenge")
    assert column(report, "excerpts")[at - 2 : at + 1] == ["1", "1", "1"]  # sub-theme and codes
    assert column(report, "subtheme")[at - 2] == "Tid"
