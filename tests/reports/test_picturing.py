from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from qualtool.analysis.cases import cases
from qualtool.core.report import Figure, Report, Text
from qualtool.operations import activities, consent, documents, phases, themes
from qualtool.reports import portrait, thematic_map, theme_bars, timeline
from qualtool.reports.options import Options
from qualtool.store.project import Session
from tests.reports.invented import Study, coded_study, name_nobody, study

Build = Callable[[Session, Options], Report]
BUILDERS = (theme_bars.build, portrait.build, timeline.build, thematic_map.build)


def built(made: Study, build: Build, **options: object) -> Report:
    with made.project.read() as session:
        return build(session, Options(**options))  # type: ignore[arg-type]  # options by name


def figure(made: Study, build: Build, **options: object) -> Figure:
    found = built(made, build, **options).blocks[1]
    assert isinstance(found, Figure)
    return found


def words(shown: Figure) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", shown.svg.decode())


def dated(made: Study) -> Study:
    with made.edit() as session:
        for number, (document_id, _text) in enumerate(made.documents.values(), start=1):
            documents.describe(session, document_id, date=f"{number}.3.2024")
        activities.add(session, name="Samling", date="4.–5.11.2023")
        activities.add(session, name="Sluttmøte", date="en gang")
    return made


@pytest.mark.parametrize("build", BUILDERS)
def test_a_picture_is_told_in_words_too(tmp_path: Path, build: Build) -> None:
    made = dated(coded_study(tmp_path))
    shown = figure(made, build, number=4)
    assert shown.number == 4
    assert len(shown.alternative) > 20
    assert shown.alternative in shown.svg.decode().replace("&amp;", "&")


@pytest.mark.parametrize("build", [theme_bars.build, portrait.build, timeline.build])
def test_a_picture_is_wider_on_a_page_that_lies(tmp_path: Path, build: Build) -> None:
    made = dated(coded_study(tmp_path))
    upright, lying = figure(made, build), figure(made, build, landscape=True)
    assert upright.width < lying.width
    assert lying.landscape


@pytest.mark.parametrize("build", [theme_bars.build, portrait.build, timeline.build])
def test_without_anything_to_show_it_says_so(tmp_path: Path, build: Build) -> None:
    made = study(tmp_path)
    assert isinstance(built(made, build).blocks[1], Text)


def test_a_map_without_themes_says_so(tmp_path: Path) -> None:
    made = study(tmp_path)
    with made.edit() as session:
        themes.remove(session, list(made.themes.values()))
    assert isinstance(built(made, thematic_map.build).blocks[1], Text)


def test_a_map_in_the_report_says_its_name_in_the_caption_alone(tmp_path: Path) -> None:
    shown = figure(coded_study(tmp_path), thematic_map.build, language="nb")
    assert shown.caption == "Tematisk kart"
    assert "Tematisk kart" not in words(shown)


def test_a_wide_map_lies_unless_it_is_said_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = coded_study(tmp_path)
    assert not figure(made, thematic_map.build).landscape
    monkeypatch.setattr(thematic_map, "UPRIGHT", 400)
    assert figure(made, thematic_map.build).landscape
    assert not figure(made, thematic_map.build, landscape=False).landscape


def test_bars_count_what_each_informant_has_under_each_theme(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    shown = figure(made, theme_bars.build)
    # One excerpt has codes of Kultur and of Struktur, and counts in both.
    assert "Informant 1: 5 excerpts (Kultur 3, Struktur 2)" in shown.alternative
    assert "Informant 2: 2 excerpts (Kultur 1, Struktur 1)" in shown.alternative


def test_who_has_withdrawn_has_no_bar(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    with made.project.read() as session:
        (case_id,) = [row.id for row in cases(session) if row.name == "Informant 2"]
    with made.edit() as session:
        consent.note(session, [case_id], given=False)
    assert "Informant 2" not in figure(made, theme_bars.build).alternative


def test_a_portrait_has_a_lane_for_each_theme_of_the_document(tmp_path: Path) -> None:
    shown = figure(coded_study(tmp_path), portrait.build)
    assert shown.alternative == (
        "Intervju 1: Kultur 3, Struktur 2. Intervju 2: Kultur 1, Struktur 1. Notater: Kultur 1."
    )
    assert words(shown).count("Kultur") == 3


def test_a_timeline_goes_by_kinds_until_there_are_phases(tmp_path: Path) -> None:
    made = dated(coded_study(tmp_path))
    shown = figure(made, timeline.build)
    assert shown.alternative == "Activities: 1 activity. Interview: 3 documents."
    assert "1 document or activity has no date" in shown.note
    with made.edit() as session:
        scheme = phases.add_scheme(session, "Prosjektet")
        phases.add(session, scheme, "Oppstart", date_from="2023-10-01", date_to="2023-12-31")
        phases.add(session, scheme, "Drift", date_from="2024-03-02", date_to=None)
    shown = figure(made, timeline.build)
    assert shown.alternative == (
        "Oppstart: 1 activity. Drift: 2 documents. In no phase: 1 document."
    )
    shown = figure(made, timeline.build, scheme_id=0)
    assert shown.alternative == "Activities: 1 activity. Interview: 3 documents."


@pytest.mark.parametrize("build", [theme_bars.build, portrait.build])
def test_a_picture_names_nobody_where_the_study_does_not(tmp_path: Path, build: Build) -> None:
    made = coded_study(tmp_path)
    before = str(built(made, build))
    name_nobody(made)
    shown = str(built(made, build, language="en"))
    for name in ("Informant 1", "Intervju 1"):
        assert name not in shown
    assert "Informant 1" in before or "Intervju 1" in before
    assert "Participant 1" in shown or "Document 1" in shown


def test_the_last_year_there_is_does_not_break_the_timeline(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    with made.edit() as session:
        documents.describe(session, made.documents["Intervju 1"][0], date="31.12.9999")
        documents.describe(session, made.documents["Intervju 2"][0], date="1.12.9999")
    assert figure(made, timeline.build).svg


def test_no_portrait_is_drawn_of_a_document_of_somebody_without_consent(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    assert "Intervju 2" in words(figure(made, portrait.build))
    with made.edit() as session:
        (who,) = [row.id for row in cases(session) if row.name == "Informant 2"]
        consent.withdraw(session, [who], "2024-05-01")
    shown = figure(made, portrait.build)
    assert "Intervju 2" not in words(shown)
    assert "Intervju 2" not in shown.alternative
