"""Real names that are replaced on import are nowhere in what the project leaves on the disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qualtool.operations import importing, new_project, study
from qualtool.store.schema import Original
from qualtool.ui.models import naming
from qualtool.ui.models.incoming import entries
from qualtool.ui.models.naming import Pseudonyms

NAMES = ("Siri", "Haugen", "Bjørn", "Moe", "Hanne", "Lie")
TALK = """WEBVTT Møte med {name}

NOTE media: C:/Opptak/{name}.mp4

1
00:00:01.000 --> 00:00:03.000
<v Hanne Lie>Hvordan var det i starten, {first}?</v>

2
00:00:04.000 --> 00:00:06.000
<v {name}>Det fantes ikke noe fast sted, Hanne. {first}s far ringte. {upper} sto det.</v>

3
00:00:07.000 --> 00:00:09.000
<v Hanne Lie>Fortell mer, {name}.</v>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "opptak"
    folder.mkdir()
    for name in ("Siri Haugen", "Bjørn Moe"):
        text = TALK.format(name=name, first=name.split()[0], upper=name.upper())
        (folder / f"Intervju {name}.vtt").write_text(text, "utf-8")
    return folder


def test_no_byte_of_the_project_tells_a_name_also_after_undo_and_in_backups(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "Samarbeid.qualtool"
    project = new_project.start(path, name="Samarbeid", coder="Marte")
    with project.edit("describe_study") as session:
        study.describe(session, keep_originals=True)
    found = naming.apply(entries(importing.examine([folder])), Pseudonyms(on=True))
    with project.edit("import_documents") as session:
        made = importing.take_in(session, naming.coming_in(found, keep_originals=False))
    assert len(made) == 2
    _holds_no_name(tmp_path)
    project.undo()
    _holds_no_name(tmp_path)
    project.redo()
    assert project.back_up() is not None
    project.close()
    _holds_no_name(tmp_path)
    assert len(list(tmp_path.rglob("*.qualtool*"))) > 1


def test_the_file_itself_is_kept_only_when_that_is_chosen(folder: Path, tmp_path: Path) -> None:
    project = new_project.start(tmp_path / "S.qualtool", name="S", coder="Marte")
    found = naming.apply(entries(importing.examine([folder])), Pseudonyms(on=True))
    with project.edit("import_documents") as session:
        importing.take_in(session, naming.coming_in(found, keep_originals=True))
    with project.read() as session:
        assert session.query(Original).count() == 2
    project.close()


def _holds_no_name(folder: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file() and file.suffix != ".vtt":
            content = file.read_bytes().lower()
            for name in NAMES:
                escaped = json.dumps(name)[1:-1]
                for spelt in {name, escaped}:
                    for encoding in ("utf-8", "utf-16-le"):
                        sought = spelt.lower().encode(encoding)
                        if len(name) > 3:
                            assert sought not in content, (file.name, name)
