from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.analysis import excerpts as excerpt_rows
from qualtool.core import report as model
from qualtool.core.errors import QualtoolError
from qualtool.core.report import Heading, Report, Text, plain
from qualtool.operations import codes, coding, documents, themes
from qualtool.reports.excerpts import build
from qualtool.reports.heads import EXCERPTS
from qualtool.reports.options import Options
from qualtool.store.schema import ThemeExcerpt
from tests.reports.invented import (
    NOTES,
    ONE,
    TWO,
    Study,
    add_event,
    coded_study,
    column,
    heads,
    name_nobody,
    only_table,
    study,
)


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


def groups(report: Report) -> list[str]:
    return [group.title for group in only_table(report).groups]


def said(report: Report) -> list[str]:
    return column(report, "excerpt")


def test_excerpts_stand_under_their_themes_in_the_projects_order(shared: Study) -> None:
    report = built(shared)
    assert groups(report) == ["Kultur", "Struktur", "No theme"]
    assert said(report) == [
        # Kultur: its own code first, then Vaner, then Tro.
        *(ONE[3], NOTES, ONE[1], ONE[2], TWO[1]),
        # Struktur holds the code about hope too.
        *(ONE[1], ONE[2], TWO[1]),
        TWO[2],
    ]


def test_the_columns_are_those_a_report_needs(shared: Study) -> None:
    assert heads(built(shared)) == [
        "No.",
        "Theme",
        "Sub-theme/code",
        "Excerpt",
        "Informant",
        "Source",
        "Valence",
        "Comment",
    ]


def test_each_row_says_who_where_and_how_it_is_read(shared: Study) -> None:
    report = built(shared)
    assert column(report, "number") == [str(number) for number in range(1, 10)]
    assert column(report, "informant")[:5] == [
        "Informant 1",
        "No informant",
        "Informant 1",
        "Informant 1",
        "Informant 2",
    ]
    assert column(report, "source")[:2] == ["Intervju 1, paragraph 4", "Notater, paragraph 1"]
    assert column(report, "valence")[:5] == ["Hemmer", "", "Hemmer", "Opportunity", "Opportunity"]
    assert column(report, "comment")[2] == "Enig i dette."
    assert column(report, "theme")[-1] == "No theme"


def test_one_row_for_each_excerpt_says_all_its_codes_once(shared: Study) -> None:
    assert column(built(shared), "code")[:4] == [
        "vi og de andre",
        "vi og de andre",
        "Vaner: alltid slik\nTro: håp",
        "Tro: håp",
    ]


def test_one_row_for_each_coding_tells_the_coders_apart(shared: Study) -> None:
    options = Options(row_per="coding", columns=("excerpt", "code", "coder", "valence"))
    report = built(shared, options)
    rows = list(zip(said(report), column(report, "code"), column(report, "coder"), strict=True))
    assert rows[2:5] == [
        (ONE[1], "Vaner: alltid slik", "Marte"),
        (ONE[1], "Vaner: alltid slik", "Jonas"),
        (ONE[1], "Tro: håp", "Marte"),
    ]
    assert column(report, "valence")[2:4] == ["Hemmer", ""]


def test_a_coding_in_two_places_of_a_theme_has_one_row(made: Study) -> None:
    with made.edit() as session:
        themes.place_codes(session, made.themes["Vaner"], [made.codes["håp"]])
    report = built(made, Options(row_per="coding", columns=("excerpt", "code")))
    assert said(report).count(TWO[1]) == 2  # once under Kultur, once under Struktur
    assert "Vaner: håp\nTro: håp" in column(report, "code")


def test_by_code_the_codes_stand_in_the_codebooks_order(made: Study) -> None:
    with made.edit() as session:
        child = codes.add(session, "litt løs", parent_id=made.codes["løs"])
        made.codes["litt løs"] = child
        codes.move(session, [made.codes["løs"]], parent_id=None, position=0)
        made.code(session, "Intervju 2", TWO[1], "litt løs")
    report = built(made, Options(by="code"))
    assert groups(report) == ["løs", "litt løs", "vi og de andre", "alltid slik", "håp"]
    assert heads(report)[:3] == ["No.", "Code", "Theme"]
    assert column(report, "theme")[-1] == "Kultur, Struktur"
    assert said(report).count(ONE[1]) == 2
    assert column(report, "code")[0] == "løs"


def test_what_the_interviewer_says_counts_no_informant(tmp_path: Path) -> None:
    made = study(tmp_path)
    with made.edit() as session:
        made.code(session, "Intervju 1", ONE[0], "løs")
        made.code(session, "Intervju 2", TWO[1], "løs")
    report = built(made)
    opening = report.blocks[1]
    assert isinstance(opening, Text)
    assert plain(opening.paragraphs[0]) == (
        "The table shows 2 excerpts from 1 informant, sorted by theme."
    )
    assert only_table(report).groups[0].note == "2 excerpts · 1 informant"
    made.project.close()


def test_an_excerpt_goes_by_the_same_names_however_it_is_sorted(tmp_path: Path) -> None:
    made = study(tmp_path)
    with made.edit() as session:
        made.code(session, "Intervju 1", ONE[0], "løs")
        made.code(session, "Notater", NOTES, "løs")
    everything = [built(made, Options(by=by)) for by in ("theme", "code", "case")]
    for report in everything:
        assert column(report, "informant") == ["Interviewer", "No informant"]
        assert column(report, "theme") == ["No theme", "No theme"]
    assert groups(everything[-1]) == ["Interviewer", "No informant"]
    made.project.close()


def test_by_informant_everybody_has_their_own(shared: Study) -> None:
    report = built(shared, Options(by="case"))
    assert groups(report) == ["Informant 1", "Informant 2", "No informant"]
    assert heads(report)[:4] == ["No.", "Informant", "Theme", "Sub-theme/code"]
    # In the order of the text, each once.
    assert said(report) == [ONE[1], ONE[2], ONE[3], TWO[1], TWO[2], NOTES]
    assert column(report, "theme")[0] == "Kultur\nStruktur"
    assert column(report, "code")[0] == "Vaner: alltid slik\nTro: håp\nhåp"


def test_what_stands_in_a_theme_without_a_code_is_shown_too(made: Study) -> None:
    with made.edit() as session:
        bare = made.excerpt(session, "Intervju 1", ONE[4])
        session.add(ThemeExcerpt(theme_id=made.themes["Vaner"], excerpt_id=bare))
        lone = made.excerpt(session, "Intervju 1", ONE[0])
        assert lone
    by_theme = built(made)
    assert ("Vaner", ONE[4]) in zip(column(by_theme, "code"), said(by_theme), strict=True)
    assert said(by_theme)[-2:] == [ONE[0], TWO[2]]
    by_code = built(made, Options(by="code"))
    assert groups(by_code)[-1] == "No code"
    assert said(by_code)[-2:] == [ONE[0], ONE[4]]
    by_case = built(made, Options(by="case"))
    at = said(by_case).index(ONE[4])
    assert (column(by_case, "theme")[at], column(by_case, "code")[at]) == ("Kultur", "Vaner")
    each = built(made, Options(row_per="coding"))
    assert ONE[4] in said(each)


def test_an_excerpt_in_a_theme_by_hand_and_by_code_stands_there_once(made: Study) -> None:
    with made.edit() as session:
        hope = made.excerpt(session, "Intervju 2", TWO[1])
        session.add(ThemeExcerpt(theme_id=made.themes["Tro"], excerpt_id=hope))
    report = built(made, Options(columns=("excerpt", "code")))
    rows = list(zip(said(report), column(report, "code"), strict=True))
    assert rows.count((TWO[1], "Tro: håp")) == 1


def test_a_code_of_the_sub_themes_own_name_is_said_once(made: Study) -> None:
    with made.edit() as session:
        code = codes.add(session, "Vaner", theme_id=made.themes["Vaner"])
        made.codes["Vaner"] = code
        made.code(session, "Intervju 2", TWO[2], "Vaner")
    assert "Vaner" in column(built(made), "code")


def test_what_may_not_be_quoted_never_leaves(made: Study) -> None:
    with made.edit() as session:
        coding.set_do_not_quote(session, [made.excerpt(session, "Intervju 1", ONE[2])], True)
        documents.describe(session, made.documents["Notater"][0], quoting_allowed=False)
    for by in ("theme", "code", "case"):
        report = built(made, Options(by=by, context=200))
        written = "\n".join(
            plain(cell)
            for group in only_table(report).groups
            for row in group.rows
            for cell in row.cells
            if cell
        )
        assert ONE[2] not in written
        assert NOTES not in written
        assert [each.key for each in model.cautions(report)] == ["not_quotable"]
        assert "2 excerpts" in model.cautions(report)[0].message


def test_a_table_of_which_nothing_may_be_quoted_says_so(made: Study) -> None:
    with made.edit() as session:
        for document_id, _text in made.documents.values():
            documents.describe(session, document_id, quoting_allowed=False)
    table = only_table(built(made))
    assert (table.groups, table.empty) == ((), "None of the excerpts may be quoted.")


def test_an_empty_study_gives_a_table_that_says_so(tmp_path: Path) -> None:
    made = study(tmp_path)
    for by in ("theme", "code", "case"):
        report = built(made, Options(by=by))
        assert [type(block).__name__ for block in report.blocks] == ["Heading", "Table"]
        assert only_table(report).empty == "Nothing has been coded yet."
        assert only_table(report).groups == ()
    made.project.close()


def test_the_edited_text_is_shown_and_its_marks_explained(made: Study) -> None:
    with made.edit() as session:
        edited = made.excerpt(session, "Intervju 1", ONE[2])
        coding.set_display_text(session, edited, "Men nå […] kan det bli noe av.")
    report = built(made)
    assert "Men nå […] kan det bli noe av." in said(report)
    assert ONE[2] not in said(report)
    assert only_table(report).note.startswith("In quotations, […]")


def test_context_stands_around_the_excerpt_muted_and_told_apart(shared: Study) -> None:
    table = only_table(built(shared, Options(context=30, columns=("excerpt",))))
    first = table.groups[0].rows[0].cells[0]
    assert first is not None
    assert plain(first) == f"… tror jeg det kan bli noe av.\n“{ONE[3]}”\nNavnet mitt må dere ikke …"
    assert [run.muted for part in first.paragraphs for run in part.runs] == [True, False, True]
    alone = table.groups[0].rows[1].cells[0]
    assert alone is not None
    assert plain(alone) == NOTES


def test_only_starred_excerpts_where_wanted(shared: Study) -> None:
    assert said(built(shared, Options(by="case", starred=True))) == [ONE[2], TWO[1]]


def test_a_study_that_names_nobody_shows_no_informant_and_no_source(made: Study) -> None:
    name_nobody(made)
    report = built(made, Options(columns=("excerpt", "informant", "source", "informant")))
    assert heads(report) == ["Excerpt"]
    assert heads(built(made))[-3:] == ["Excerpt", "Valence", "Comment"]
    assert "Informant" in heads(built(made, Options(attribution="pseudonym")))
    with pytest.raises(QualtoolError) as told:
        built(made, Options(by="case"))
    assert told.value.key == "nobody_named"


def test_columns_can_be_chosen_and_an_unknown_one_is_told(shared: Study) -> None:
    report = built(shared, Options(columns=("excerpt", "number", "excerpt")))
    assert heads(report) == ["Excerpt", "No."]
    with pytest.raises(QualtoolError) as told:
        built(shared, Options(columns=("excerpts",)))
    assert told.value.key == "column_unknown"
    assert all(key in str(told.value) for key in EXCERPTS)


def test_the_theme_alone_is_no_table(shared: Study) -> None:
    assert heads(built(shared, Options(columns=("theme",), headed=True))) == ["Theme", "Excerpt"]


def test_a_study_without_valences_has_no_column_for_them(tmp_path: Path) -> None:
    made = study(tmp_path)
    with made.edit() as session:
        from sqlalchemy import delete

        from qualtool.store.schema import Valence

        session.execute(delete(Valence))
    assert "Valence" not in heads(built(made))
    made.project.close()


def test_the_number_of_informants_stands_beside_the_number_of_excerpts(made: Study) -> None:
    add_event(made, "Notater", "Samling")
    report = built(made)
    notes = [group.note for group in only_table(report).groups]
    # The gathering is a case, but no informant.
    assert notes[0] == "5 excerpts · 2 informants"
    assert notes[2] == "1 excerpt · 1 informant"
    opening = report.blocks[1]
    assert isinstance(opening, Text)
    assert plain(opening.paragraphs[0]) == (
        "The table shows 6 excerpts from 2 informants, sorted by theme."
    )


def test_where_no_informant_is_known_none_is_counted(tmp_path: Path) -> None:
    made = study(tmp_path)
    with made.edit() as session:
        made.code(session, "Notater", NOTES, "løs")
    report = built(made)
    opening = report.blocks[1]
    assert isinstance(opening, Text)
    assert plain(opening.paragraphs[0]) == "The table shows 1 excerpt, sorted by theme."
    assert only_table(report).groups[0].note == "1 excerpt"
    made.project.close()


def test_a_nynorsk_quotation_in_a_bokmål_report_says_that_it_is_nynorsk(shared: Study) -> None:
    table = only_table(built(shared, Options(language="nb", by="case", columns=("excerpt",))))
    spoken = {
        run.text: run.language
        for group in table.groups
        for row in group.rows
        for cell in row.cells
        if cell
        for part in cell.paragraphs
        for run in part.runs
    }
    assert spoken[TWO[1]] == "nn"
    assert spoken[ONE[1]] == ""


def test_the_language_is_the_studys_unless_chosen(shared: Study) -> None:
    assert built(shared).language == "en"
    assert built(shared, Options(language="nn")).language == "nn"
    assert built(shared, Options(language="xx")).language == "en"


def test_the_settings_of_the_table_are_carried_out(shared: Study) -> None:
    table = only_table(built(shared))
    assert (table.landscape, table.headed, table.apart, table.caption_above, table.number) == (
        True,
        False,
        False,
        True,
        1,
    )
    other = only_table(
        built(
            shared,
            Options(landscape=False, headed=True, apart=True, caption_above=False, number=4),
        )
    )
    assert (other.landscape, other.headed, other.apart, other.caption_above, other.number) == (
        False,
        True,
        True,
        False,
        4,
    )
    assert model.caption(other) == "Table 4: Excerpts by theme"
    assert [column.key for column in other.columns if column.grouping] == ["theme"]
    assert built(shared).blocks[0] == Heading("Excerpts by theme")


def test_a_sub_code_stands_under_the_theme_of_its_code_each_excerpt_once(made: Study) -> None:
    with made.edit() as session:
        under = codes.add(session, "en slags tro", parent_id=made.codes["håp"])
        made.codes["en slags tro"] = under
        made.code(session, "Intervju 1", ONE[2], "en slags tro")
        made.code(session, "Notater", NOTES[:20], "en slags tro")
    report = built(made)
    assert groups(report) == ["Kultur", "Struktur", "No theme"]
    structure = next(each for each in only_table(report).groups if each.title == "Struktur")
    assert len(structure.rows) == 4  # three with the code, one with the sub-code alone
    assert said(report).count(ONE[2]) == 2  # under Kultur and Struktur, with both codes in one row
    assert said(report)[-1] == TWO[2]


def test_depth_has_a_column_where_it_is_wanted(made: Study) -> None:
    with made.edit() as session:
        row = next(
            each
            for each in excerpt_rows.codings_in(session, made.documents["Intervju 2"][0])
            if each.code == "løs"
        )
        coding.set_depth(session, [row.id], "latent")
    assert "Depth" not in heads(built(made))
    report = built(made, Options(row_per="coding", depth=True))
    assert heads(report).index("Depth") == heads(report).index("Comment") - 1
    assert [each for each in column(report, "depth") if each] == ["Latent"]
    assert column(report, "depth")[said(report).index(TWO[2])] == "Latent"
    assert column(built(made, Options(columns=("excerpt", "depth"))), "depth").count("Latent") == 1
