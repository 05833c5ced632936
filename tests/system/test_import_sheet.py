"""A student's six recordings from six programs and one broken file, driven through the sheet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.analysis import cases, documents
from qualtool.operations import new_project
from qualtool.store import name_key
from qualtool.store.rows import DocumentRow
from qualtool.store.schema import DocumentText, Original
from qualtool.ui import fonts, theme
from qualtool.ui.main_window import MainWindow
from qualtool.ui.models.incoming import Entry, date_of
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.import_sheet import ImportSheet
from qualtool.ui.panels.line_field import LineField
from tests.system.hands import Hands

Key = Qt.Key

TEAMS = """WEBVTT

91b3f3c3-44c6-4a8b-8c0a-add105d816bd/32-0
00:00:10.087 --> 00:00:13.130
<v Hanne Lie>Hvordan var det i starten, Siri?</v>

91b3f3c3-44c6-4a8b-8c0a-add105d816bd/32-1
00:00:13.130 --> 00:00:16.270
<v Siri Haugen>Det var ingen som visste hva det skulle bli.</v>

91b3f3c3-44c6-4a8b-8c0a-add105d816bd/32-2
00:00:16.270 --> 00:00:19.000
<v Siri Haugen>Jonas og jeg måtte finne ut av det selv.</v>

91b3f3c3-44c6-4a8b-8c0a-add105d816bd/32-3
00:00:20.000 --> 00:00:22.000
<v Hanne Lie>Hva gjorde dere da?</v>
"""
ZOOM = """WEBVTT

1
00:00:03.540 --> 00:00:06.990
Hanne Lie: Hva er det viktigste for deg?

2
00:00:07.540 --> 00:00:12.990
Jonas Ekeberg: At noen er der. Siris kontor ligger ved siden av mitt.

3
00:00:13.540 --> 00:00:16.990
Hanne Lie: Hvorfor er det viktig?

4
00:00:17.540 --> 00:00:22.990
Jonas Ekeberg: Fordi vi ikke har tid til å ringe.
"""
WHISPER = "".join(
    f"{n}\n00:00:{3 * n:02d},000 --> 00:00:{3 * n + 2:02d},000\n[SPEAKER_0{n % 2}]: {said}\n\n"
    for n, said in enumerate(("Ja, det var fint å være med.", "Møtene er greie nok.") * 4, start=1)
)
F4 = (
    "I: Kan du fortelle litt om bakgrunnen din? #00:00:12-4#\n"
    "B: Ja, jeg begynte her for mange år siden. #00:01:02-3#\n"
    "I: Og hva gjør du nå? #00:01:10-0#\n"
    "B: Nå er jeg mest ute på skolene. #00:01:30-5#\n"
)
OTTER = """Hanne Lie  0:02
Korleis var det å byrje her, og kva hugsar du best?

Astrid Vik  0:11
Eg visste ikkje kva eg skulle gjere, men dei andre var snille.

Hanne Lie  0:25
Kven var det som hjelpte deg mest?

Astrid Vik  0:31
Det var ho som var leiar då, men ho har slutta no.

Transcribed by https://otter.ai
"""
MINUTES = """# Referat fra ressursgruppa

Dato: 2. mai 2024

Gruppa drøftet hvordan tilbudet kan gjøres kjent for flere.

- Lederen lager en brosjyre.
"""


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on an empty project, in Material."""
    fonts.load()
    theme.start()
    theme.choose("light")
    path = tmp_path / "prosjekt" / "Samarbeid.qualtool"
    path.parent.mkdir()
    new_project.start(path, name="Samarbeid", coder="Marte").close()
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    assert made.projects.open(path)
    made.show_workspace("material")
    yield made
    made.close()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The folder, with one more inside it."""
    folder = tmp_path / "opptak"
    (folder / "runde 2").mkdir(parents=True)
    files = {
        "Samtale Siri Haugen 14.3.2024.vtt": TEAMS,
        "runde 2/zoom ca. juni 2024.vtt": ZOOM,
        "whisper_3.srt": WHISPER,
        "intervju 4 f4.txt": F4,
        "runde 2/otter 5.txt": OTTER,
        "moete i ressursgruppa.md": MINUTES,
    }
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "opptak_kopi.docx").write_bytes(b"PK\x03\x04" + bytes(500))
    return folder


def _entry(sheet: ImportSheet, part: str) -> Entry:
    return next(e for e in sheet.files.table.entries if part in e.found.path.name)


def _choose(sheet: ImportSheet, part: str) -> None:
    names = [each.found.path.name for each in sheet.files.table.entries]
    sheet.files.choose_rows([next(n for n, name in enumerate(names) if part in name)])
    QApplication.processEvents()


def _say(hands: Hands, field: LineField, words: str) -> None:
    field.setFocus()
    hands.control("A")
    hands.write(words)
    hands.press(Key.Key_Return)


def _pick(choice: Choice, key: str) -> None:
    choice.setCurrentIndex(choice.findData(key))
    choice.activated.emit(choice.currentIndex())


def _take_in(hands: Hands, qtbot: QtBot, path: Path) -> None:
    hands.let_go_of_files([path])
    sheet = hands.part(ImportSheet)
    qtbot.waitUntil(lambda: sheet.accept.isVisible(), timeout=30_000)
    sheet.replaces.setChecked(True)
    hands.press(Key.Key_Return)


def _rows(window: MainWindow) -> dict[str, DocumentRow]:
    assert window.project is not None
    with window.project.read() as session:
        return {row.name: row for row in documents.documents(session)}


def test_six_files_of_six_programs_come_in_without_names_and_a_broken_one_does_not(
    window: MainWindow, qtbot: QtBot, desk: Path
) -> None:
    hands = Hands(window)
    assert window.project is not None
    path = window.project.path
    hands.let_go_of_files([desk])
    sheet = hands.part(ImportSheet)
    qtbot.waitUntil(lambda: sheet.accept.isVisible(), timeout=30_000)
    assert sheet.counts.text() == "5 ready · 1 needs an answer · 1 cannot be read"
    assert "opptak_kopi" not in str(sheet.files.table.index(4, 6).data())
    assert not _rows(window), "nothing enters before Import"

    # Everything that could be told from the files is there already.
    told = {
        part: (
            _entry(sheet, part).chosen.language,
            _entry(sheet, part).chosen.kind,
            date_of(_entry(sheet, part)),
        )
        for part in ("Samtale", "zoom", "otter", "moete")
    }
    assert told == {
        "Samtale": ("nb", "conversation", "2024-03-14"),
        "zoom": ("nb", "interview", "ca. juni 2024"),
        "otter": ("nn", "interview", ""),
        "moete": ("nb", "minutes", "2024-05-02"),
    }

    # Who is who, where the file does not say; one file is read with its times at the start.
    _choose(sheet, "whisper")
    _pick(sheet.details.speakers.fields[1].role, "interviewer")
    _choose(sheet, "f4")
    _pick(sheet.details.reading.stamps, "start")
    qtbot.waitUntil(lambda: _entry(sheet, "f4").found.choices.stamps_at == "start")

    # Read as what it is not, a file stays as it was.
    _choose(sheet, "zoom")
    _pick(sheet.details.reading.reader, "docx")
    qtbot.waitUntil(lambda: window.notices.last is not None, timeout=10_000)
    qtbot.waitUntil(lambda: sheet.details.reading.reader.currentData() == "vtt")
    assert _entry(sheet, "zoom").source is not None

    # Names go; one pseudonym is written by hand, and holds in the other files.
    hands.press(Key.Key_Tab)
    sheet.replaces.setFocus()
    hands.press(Key.Key_Space)
    _choose(sheet, "Samtale")
    _say(hands, sheet.details.speakers.fields[1].label, "Anna")
    _choose(sheet, "zoom")
    assert "Annas kontor" in sheet.preview.clean.toPlainText()
    sheet.files.setFocus()
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(_rows(window)) == 6)

    rows = _rows(window)
    assert {name: (row.kind, row.language, row.date) for name, row in rows.items()} == {
        "Samtale Anna 14.3.2024": ("conversation", "nb", "2024-03-14"),
        "zoom ca. juni 2024": ("interview", "nb", "ca. juni 2024"),
        "whisper_3": ("interview", "nb", ""),
        "intervju 4 f4": ("interview", "nb", ""),
        "otter 5": ("interview", "nn", ""),
        "moete i ressursgruppa": ("minutes", "nb", "2024-05-02"),
    }
    with window.project.read() as session:
        people = {row.name for row in cases.cases(session)}
        texts = {row.document_id: row for row in session.query(DocumentText)}
        speakers = {
            name: [each.label for each in documents.reading(session, row.id).speakers]
            for name, row in rows.items()
        }
        assert session.query(Original).count() == 0
        study = name_key.of_study(session)
    assert {"Anna", "Informant 1", "Informant 2"} <= people
    assert speakers["Samtale Anna 14.3.2024"] == ["Intervjuer", "Anna"]
    assert speakers["zoom ca. juni 2024"][0] == "Intervjuer"
    assert "Annas kontor" in texts[rows["zoom ca. juni 2024"].id].text
    f4 = json.loads(texts[rows["intervju 4 f4"].id].turns)
    assert [turn[3] for turn in f4] == [12_400, 62_300, 70_000, 90_500]

    # No name is on the disk beside the recordings, but in the key that lies apart.
    window.projects.close()
    for file in path.parent.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        for name in (b"Haugen", b"Ekeberg", b"Hanne", b"Astrid", b"Siri"):
            assert name not in content, file.name
    assert {each.name for each in name_key.load(study).names} == {
        *("Siri Haugen", "Jonas Ekeberg", "Hanne Lie", "Astrid Vik"),
    }


def test_the_next_files_know_the_same_people(window: MainWindow, qtbot: QtBot, desk: Path) -> None:
    hands = Hands(window)
    first, second = desk / "Samtale Siri Haugen 14.3.2024.vtt", desk / "nytt møte.vtt"
    second.write_text(ZOOM.replace("Jonas Ekeberg:", "Siri Haugen:"), "utf-8")
    for count, path in enumerate((first, second), start=1):
        _take_in(hands, qtbot, path)
        assert len(_rows(window)) == count
    assert window.project is not None
    with window.project.read() as session:
        assert [row.name for row in cases.cases(session)] == ["Informant 1"]


def test_what_is_shown_is_what_is_stored_also_where_names_are_in_capitals(
    window: MainWindow, qtbot: QtBot, desk: Path
) -> None:
    loud = ZOOM.replace("Hanne Lie:", "HANNE:").replace("Jonas Ekeberg:", "JONAS:")
    loud = loud.replace("At noen", "Ring 91 23 45 67, Jonas. At noen")
    (desk / "opptak jonas.vtt").write_text(loud, "utf-8")
    hands = Hands(window)
    hands.let_go_of_files([desk / "opptak jonas.vtt"])
    sheet = hands.part(ImportSheet)
    qtbot.waitUntil(lambda: sheet.accept.isVisible(), timeout=30_000)
    sheet.replaces.setChecked(True)
    _say(hands, sheet.details.names.other, "Jonas Ekeberg = Informant 5")
    shown = sheet.preview.clean.toPlainText()
    assert "Informant 5" in shown
    assert "Ring [telefon], Informant 5." in shown
    sheet.files.setFocus()
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(_rows(window)))
    ((name, row),) = _rows(window).items()
    assert name == "opptak Informant 5"
    assert window.project is not None
    with window.project.read() as session:
        labels = [each.label for each in documents.reading(session, row.id).speakers]
        assert [each.name for each in cases.cases(session)] == ["Informant 5"]
        text = documents.reading(session, row.id).text
    assert labels == ["Intervjuer", "Informant 5"]
    assert all(line in shown for line in text.splitlines())
    path = window.project.path
    window.projects.close()
    stored = b"".join(each.read_bytes() for each in path.parent.rglob("*") if each.is_file())
    for said in (b"jonas", b"hanne", b"ekeberg", b"91 23 45 67"):
        assert said not in stored.lower()


def test_the_whole_sheet_is_driven_by_keys(window: MainWindow, qtbot: QtBot, desk: Path) -> None:
    hands = Hands(window)
    hands.let_go_of_files([desk])
    sheet = hands.part(ImportSheet)
    qtbot.waitUntil(lambda: sheet.accept.isVisible(), timeout=30_000)
    while QApplication.focusWidget() is not sheet.replaces:
        hands.press(Key.Key_Tab)
    hands.press(Key.Key_Space)
    assert sheet.replaces.isChecked()
    while QApplication.focusWidget() is not sheet.files:
        hands.press(Key.Key_Tab)
    hands.control("A")
    while QApplication.focusWidget() is not sheet.details.language:
        hands.press(Key.Key_Tab)
    hands.press("N")  # Nynorsk
    assert {e.chosen.language for e in sheet.files.table.entries if e.source} == {"nn"}
    hands.press(Key.Key_Escape)
    assert not _rows(window)
