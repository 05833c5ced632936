"""The disclosure check over whole reports: what is planted is found, and what is decided holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from qualtool import i18n
from qualtool.core.draft import Draft, DraftParagraph
from qualtool.core.pseudonyms import Naming
from qualtool.core.report import Figure, Heading, Report, Text, paragraph, tables
from qualtool.operations import attributes, cases, coders, disclosure, study
from qualtool.reports import catalogue
from qualtool.reports.disclosed import Disclosed, still_open
from qualtool.reports.disclosed_matters import gathered
from qualtool.reports.disclosure import check, found, grounds
from qualtool.reports.options import Options
from qualtool.store import name_key
from qualtool.store.project import Project
from tests.reports.planted import Planted, planted

Given = tuple[Project, Planted]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Planted]:
    path = tmp_path_factory.mktemp("planted") / "s.qualtool"
    project, ids = planted(path)
    project.close()
    return path.read_bytes(), ids


@pytest.fixture
def given(file: tuple[bytes, Planted], tmp_path: Path) -> Iterator[Given]:
    path = tmp_path / "s.qualtool"
    path.write_bytes(file[0])
    from qualtool.store.project import open_project

    with open_project(path) as project:
        yield project, file[1]


def checked(project: Project, *names: str, options: Options | None = None) -> tuple[Disclosed, ...]:
    """What is found in tables of these names, counted through."""
    with project.read() as session:
        return check(session, joined(project, *names, options=options))


def joined(project: Project, *names: str, options: Options | None = None) -> Report:
    with project.read() as session:
        made = [
            catalogue.build(session, name, replace(options or Options(), number=number))
            for number, name in enumerate(names, 1)
        ]
    return Report("Vedlegg", "nb", tuple(block for each in made for block in each.blocks))


def prose(*texts: str) -> tuple[Draft]:
    return (
        Draft("funn.md", tuple(DraftParagraph(each, number=n) for n, each in enumerate(texts, 1))),
    )


def in_prose(project: Project, *texts: str) -> list[Disclosed]:
    with project.read() as session:
        return list(check(session, None, drafts=prose(*texts)))


def only(rows: tuple[Disclosed, ...] | list[Disclosed], words: str) -> Disclosed:
    (row,) = [each for each in rows if each.words == words]
    return row


def test_what_is_planted_in_quotations_is_found_with_its_excerpt_and_document(
    given: Given,
) -> None:
    project, ids = given
    rows = checked(project, "excerpts")
    for words, kind, beginning, document in (
        ("Solvik skole", "workplace", "Da jeg begynte", "Informant 1"),
        ("912 34 567", "phone", "Ring meg", "Informant 1"),
        ("NAV-hatten", "workplace", "Jeg må liksom", "Informant 2"),
        ("Karis", "name", "Karis mor", "Informant 2"),
        ("Ola", "name", "Ola er den", "Informant 3"),
        ("leif.tangerud@nordlia.no", "email", "Skriv til meg", "Informant 4"),
        ("mamma", "pronoun", "Som mamma", "Informant 5"),
    ):
        row = only(rows, words)
        assert (row.kind, row.document) == (kind, document)
        assert row.excerpt_id == ids.excerpt(beginning)
        assert row.text[row.start : row.end] == words
        assert row.remedies == ("display_text", "generalise", "withhold", "fine")
        assert row.decided is None


def test_a_finding_says_where_it_stands_and_why(given: Given) -> None:
    project, _ids = given
    rows = checked(project, "themes", "excerpts")
    places = [row.place for row in rows if row.words == "NAV-hatten"]
    assert places[1].startswith("Tabell 2, excerpt ")
    assert places[0].startswith("Tabell 1, row ")
    row = next(row for row in rows if row.words == "NAV-hatten")
    assert row.why == (
        "Only Informant 2 has “NAV Sundet” as Arbeidssted, and it is Informant 2 who speaks or is"
        " meant."
    )
    assert next(row for row in rows if row.words == "Karis").why == (
        "A transcript calls Informant 1 “Kari Bråten”."
    )


def test_pseudonyms_that_are_shown_are_no_finding(given: Given) -> None:
    project, _ids = given
    rows = checked(project, "excerpts", "participants", "themes")
    assert not [row for row in rows if "Informant" in row.words and row.kind == "name"]


def test_a_combination_that_fits_one_participant_is_told_in_the_participants_table(
    given: Given,
) -> None:
    project, ids = given
    rows = [row for row in checked(project, "participants") if row.kind == "combination"]
    # 51 and 58 are in 40–59, and 34, 38 and 33 in 20–39
    assert [row.why for row in rows] == [
        "Only Informant 1 has møtedag torsdag (k = 1).",
        "Only Informant 4 has møtedag tirsdag, alder 20–39 (k = 1).",
        "Only Informant 5 has møtedag tirsdag, alder 40–59 (k = 1).",
    ]
    assert rows[0].attribute_ids == (ids.attributes["Møtedag"],)
    assert rows[0].remedies == ("generalise", "withhold", "fine")


@pytest.mark.parametrize("transposed", [True, False])
def test_it_is_told_whichever_way_the_participants_stand(given: Given, transposed: bool) -> None:
    project, _ids = given
    rows = checked(
        project, "participants", options=Options(transposed=transposed, attribution="none")
    )
    assert sum(row.kind == "combination" for row in rows) == 3


def test_how_few_is_too_few_can_be_chosen(given: Given) -> None:
    project, _ids = given
    with project.edit("describe_study") as session:
        study.describe(session, smallest_group=2)
    rows = [row.why for row in checked(project, "participants") if row.kind == "combination"]
    assert "Only Informant 2, Informant 3 have møtedag mandag (k = 2)." in rows


def test_an_attribute_that_is_withheld_tells_nothing_any_more(given: Given) -> None:
    project, ids = given
    (row, *_rest) = [r for r in checked(project, "participants") if r.kind == "combination"]
    with project.edit("withhold_disclosed") as session:
        disclosure.withhold(session, row.matter, attribute_id=ids.attributes["Møtedag"])
    assert not [r for r in checked(project, "participants") if r.kind == "combination"]


def test_values_beside_a_pseudonym_in_prose_are_a_combination(given: Given) -> None:
    project, _ids = given
    rows = in_prose(project, "Informant 1 møttes alltid på en torsdag.", "Torsdag er en fin dag.")
    assert [row.why for row in rows if row.kind == "combination"] == [
        "Only Informant 1 has møtedag torsdag (k = 1)."
    ]


def test_a_value_that_many_have_is_told_of_only_beside_one_of_them(given: Given) -> None:
    project, _ids = given
    rows = in_prose(
        project, "Lærerne var slitne.", "Informant 3, som er lærer, sa det.", "En rektor spurte."
    )
    assert [(row.row, row.words) for row in rows if row.kind == "job"] == [
        (2, "lærer"),
        (3, "rektor"),
    ]


def test_a_pronoun_beside_a_pseudonym_tells_a_gender_that_is_withheld(given: Given) -> None:
    project, ids = given
    texts = (
        "Informant 3 var nølende. Hun ville tenke på det.",
        "Hun som kom inn, var ukjent for alle.",
        "Informant 3 sa «hun er jo ny» om en annen.",
    )
    rows = [row for row in in_prose(project, *texts) if row.kind == "pronoun"]
    assert [(row.row, row.words, row.level) for row in rows] == [(1, "Hun", "likely")]
    assert rows[0].why == "“hun” tells the gender of Informant 3, which is not to be shown."
    with project.edit("show_attribute") as session:
        attributes.set_visibility(session, ids.attributes["Kjønn"], "shown")
    assert not [row for row in in_prose(project, *texts) if row.kind == "pronoun"]


def test_a_draft_in_english_tells_a_gender_in_english(given: Given) -> None:
    project, _ids = given
    rows = in_prose(
        project,
        "In this study we asked all of them what they thought of the plan and of the meetings.",
        "Informant 3 was in doubt, and she wanted to think about it for a while.",
    )
    assert [(row.row, row.words) for row in rows if row.kind == "pronoun"] == [(2, "she")]


def test_alternative_texts_words_in_pictures_captions_and_headings_are_read_too(
    given: Given,
) -> None:
    project, _ids = given
    svg = b'<svg><text x="1"><tspan>Ola</tspan> <tspan>Fjellheim</tspan></text></svg>'
    figure = Figure(
        "Figur", 1, "Kart fra Solvik skole", svg, b"", 10, 10, "Siri Myhrvold i midten", note="Unni"
    )
    report = Report(
        "Vedlegg", "nb", (Heading("Kari Bråten"), figure, Text((paragraph("Myhrvolds syn"),)))
    )
    with project.read() as session:
        rows = check(session, report)
    assert [(row.words, row.place) for row in rows] == [
        ("Kari Bråten", "heading"),
        ("Solvik skole", "Figur 1, caption"),
        ("Siri Myhrvold", "Figur 1, alternative text"),
        ("Unni", "Figur 1, note"),
        ("Ola Fjellheim", "Figur 1, words in the picture"),
        ("Myhrvolds", "Kari Bråten"),
    ]


def test_memos_are_read_too(given: Given) -> None:
    project, _ids = given
    row = only(checked(project, "memos"), "Kari")
    assert (row.kind, row.excerpt_id, row.remedies) == ("name", None, ("fine",))


def test_a_quotation_without_a_name_is_found_where_it_stands_with_one(given: Given) -> None:
    project, ids = given
    with project.read() as session:
        nameless = catalogue.build(session, "themes", Options(attribution="none", number=1))
        named = catalogue.build(session, "excerpts", Options(attribution="pseudonym", number=2))
        report = Report("Vedlegg", "nb", (*nameless.blocks, *named.blocks))
        rows = [row for row in check(session, report) if row.kind == "searchable"]
        alone = [row for row in check(session, nameless) if row.kind == "searchable"]
    assert len(rows) == len(ids.excerpts)
    assert {row.label for row in rows} == {"Tabell 1"}
    first = next(r for r in rows if r.excerpt_id == ids.excerpt("Det blir mye"))
    assert first.why.startswith("The same words stand with Informant 1 in Tabell 2, excerpt ")
    assert alone == []


def test_enough_of_the_same_words_in_a_draft_lead_to_who_said_them(given: Given) -> None:
    project, _ids = given
    with project.read() as session:
        report = catalogue.build(session, "excerpts")
        drafts = prose(
            "En sa at det er lett å være modig i et møte når det er andre som skal gjøre jobben.",
            "En sa at det er lett å la være.",
        )
        rows = [row for row in check(session, report, drafts=drafts) if row.draft]
    assert [(row.kind, row.row) for row in rows] == [("searchable", 1)]
    assert "Informant 3" in rows[0].why
    assert rows[0].place == "funn.md, paragraph 1"


def test_what_is_decided_to_be_fine_is_not_open_any_more_but_listed(given: Given) -> None:
    project, _ids = given
    row = only(checked(project, "excerpts"), "Karis")
    with project.edit("decide_disclosure") as session:
        disclosure.decide(session, *row.matter, reason="en annen Kari")
    again = checked(project, "themes", "excerpts")
    rows = [each for each in again if each.words == "Karis"]
    assert [each.decided.reason for each in rows if each.decided] == ["en annen Kari"] * 2
    assert not [each for each in still_open(again) if each.words == "Karis"]
    assert in_prose(project, "Karis hus er rødt.")[0].decided is None


def test_a_decision_for_everywhere_holds_in_any_text(given: Given) -> None:
    project, _ids = given
    row = only(checked(project, "excerpts"), "Karis")
    with project.edit("decide_disclosure") as session:
        disclosure.decide(session, *row.matter._replace(place=""))
    (again,) = in_prose(project, "Kari har et rødt hus.")
    assert again.decided is not None


def test_changed_words_are_no_finding_and_withheld_ones_do_not_stand_there(given: Given) -> None:
    project, _ids = given
    rows = checked(project, "excerpts")
    hat, phone = only(rows, "NAV-hatten"), only(rows, "912 34 567")
    assert hat.excerpt_id is not None
    assert phone.excerpt_id is not None
    with project.edit("generalise_disclosed") as session:
        disclosure.generalise(
            session,
            hat.matter,
            excerpt_id=hat.excerpt_id,
            words="NAV-hatten",
            instead="hatten",
        )
        disclosure.withhold(session, phone.matter, excerpt_id=phone.excerpt_id)
    words = {row.words for row in checked(project, "excerpts")}
    assert words.isdisjoint({"NAV-hatten", "912 34 567"})


def test_the_same_text_twice_in_a_table_is_told_of_once(given: Given) -> None:
    project, _ids = given
    row = Report("V", "nb", (Text((paragraph("Kari."), paragraph("Kari."))),))
    with project.read() as session:
        (found_once,) = check(session, row)
    assert found_once.times == 2


def test_a_name_that_may_be_the_participants_own_is_asked_about_once(given: Given) -> None:
    project, ids = given
    with project.edit("rename_case") as session:
        cases.rename(session, ids.cases["Informant 3"], "Siri Myhrvold")
    rows = [row for row in checked(project, "excerpts", "themes") if "Siri" in row.words]
    assert [(row.level, row.remedies) for row in rows] == [("possible", ("fine",))]
    assert rows[0].why == "Quotations are ascribed to “Siri Myhrvold”. Is it a pseudonym?"
    with project.edit("decide_disclosure") as session:
        disclosure.decide(session, *rows[0].matter)
    assert all(row.decided for row in in_prose(project, "Siri Myhrvold lo."))


def test_words_replaced_on_import_are_looked_for_and_their_pseudonyms_are_not(
    given: Given,
) -> None:
    project, ids = given
    with project.edit("rename_case") as session:
        cases.rename(session, ids.cases["Informant 3"], "Maren")
        key = name_key.NameKey(True, True, (Naming("Torunn Vik", "Maren"),))
        assert name_key.save(name_key.of_study(session), key)
    rows = in_prose(project, "Torunn lo, og Maren smilte.")
    assert [row.words for row in rows] == ["Torunn"]
    assert rows[0].why == "“Torunn Vik” was replaced when the documents came in."


def test_what_is_found_needs_no_session(given: Given) -> None:
    project, _ids = given
    report = joined(project, "excerpts")
    with project.read() as session:
        known = grounds(session, report)
        before = check(session, report)
    project.close()
    assert found(known, report) == before


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_report_of_any_language_is_read(given: Given, language: str) -> None:
    project, _ids = given
    rows = checked(project, "excerpts", "participants", options=Options(language=language))
    assert {"NAV-hatten", "Karis"} <= {row.words for row in rows}
    assert any(row.kind == "combination" for row in rows)


def test_an_empty_report_gives_nothing_away(given: Given) -> None:
    project, _ids = given
    with project.read() as session:
        assert check(session, Report("Vedlegg", "nb", ())) == ()
        assert check(session, None) == ()
        assert list(tables(Report("Vedlegg", "nb", ()))) == []


def test_people_whom_the_project_does_not_know_are_found_in_openings_and_drafts(
    given: Given,
) -> None:
    project, _ids = given
    said = "Torbjørn Fjellrev ringte Ola Solvang."
    report = Report("Vedlegg", "nb", (Text((paragraph(said),)),))
    with project.read() as session:
        rows = check(session, report, drafts=prose(said, "Ingrid Fjellrev (2021) mener det."))
    names = [(row.words, row.level, row.draft) for row in rows]
    assert ("Torbjørn Fjellrev", "likely", "") in names
    assert ("Torbjørn Fjellrev", "likely", "funn.md") in names
    assert not [row for row in rows if "Ingrid" in row.words]


def test_those_who_code_may_be_named_in_prose(given: Given) -> None:
    project, _ids = given
    with project.edit("add_coder") as session:
        coders.ensure(session, "Torbjørn Fjellrev")
    assert in_prose(project, "Torbjørn Fjellrev kodet alt, og vi er Torbjørn Fjellrevs.") == []


@pytest.mark.parametrize("transposed", [True, False])
def test_a_combination_quotes_the_cell_that_it_is_about(given: Given, transposed: bool) -> None:
    project, ids = given
    with project.edit("move_attribute") as session:
        attributes.move(session, [ids.attributes["Møtedag"]], 99)
    rows = checked(project, "participants", options=Options(transposed=transposed))
    told = [row for row in rows if row.kind == "combination"]
    assert [row.attribute_ids[0] for row in told] != []
    for row in told:
        first = row.words.split(",")[0].split(" ")[-1]
        assert row.text[row.start : row.end] == row.text == first


def test_a_finding_in_a_text_is_placed_under_its_heading(given: Given) -> None:
    project, _ids = given
    said = Text((paragraph("Torbjørn Fjellrev ringte."),))
    report = Report("Vedlegg", "nb", (said, Heading("Deltakere", number="Vedlegg 1"), said))
    with project.read() as session:
        places = [row.place for row in check(session, report)]
    assert places == ["text 1", "Vedlegg 1 Deltakere"]


def test_what_is_decided_on_all_places_holds_for_each_and_for_no_other_matter(
    given: Given,
) -> None:
    project, _ids = given
    names = ("participants", "excerpts", "themes")
    matters = gathered(still_open(checked(project, *names)))
    assert any(len(each.places) > 1 for each in matters)
    for number, matter in enumerate(matters, 1):
        with project.edit("decide_disclosure") as session:
            disclosure.decide_all(session, matter.everywhere)
        left = gathered(still_open(checked(project, *names)))
        assert [each.key for each in left] == [each.key for each in matters[number:]]


def test_a_gender_that_may_be_told_of_one_is_still_told_of_another(given: Given) -> None:
    project, _ids = given
    told = ("Informant 3 var nølende. Hun lo.", "Informant 3 gikk. Hun og hennes kom.")
    matters = [each for each in gathered(in_prose(project, *told)) if each.kind == "pronoun"]
    assert [(each.title, len(each.places)) for each in matters] == [("“hun, hennes”", 2)]
    with project.edit("decide_disclosure") as session:
        disclosure.decide_all(session, matters[0].everywhere)
    later = in_prose(project, "Informant 3 smilte, og hun gikk.", "Informant 1 sa at hun gikk.")
    assert [each.decided is not None for each in later if each.kind == "pronoun"] == [True, False]
