from __future__ import annotations

import gettext
from pathlib import Path

import pytest
import words


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small source that says two things, and no catalogues yet."""
    monkeypatch.setattr(words, "ROOT", tmp_path)
    module = tmp_path / "qualtool" / "ui" / "notices.py"
    module.parent.mkdir(parents=True)
    module.write_text('_("Undo")\nngettext("{count} code", "{count} codes", n)\n')
    return module


def _translate(language: str, **translations: str) -> None:
    po = words.place(language)
    text = po.read_text(encoding="utf-8")
    for message, translation in translations.items():
        text = text.replace(
            f'msgid "{message}"\nmsgstr ""', f'msgid "{message}"\nmsgstr "{translation}"'
        )
    po.write_text(text, encoding="utf-8")


def _left(language: str) -> list[object]:
    found = words.messages(words.read(language))
    return [message.id for message in found if not words.is_translated(message)]


def test_new_messages_enter_without_a_translation(
    module: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words.main()
    assert _left("nb") == ["Undo", ("{count} code", "{count} codes")]
    assert "bokmål: 2 messages, 2 to translate" in capsys.readouterr().out


def test_translations_are_kept_and_compiled(module: Path) -> None:
    words.main()
    _translate("nn", Undo="Angre")
    words.main()
    assert _left("nn") == [("{count} code", "{count} codes")]
    with words.compiled_place("nn").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Undo") == "Angre"


def test_messages_that_are_gone_leave_the_catalogue(module: Path) -> None:
    words.main()
    _translate("nb", Undo="Angre")
    module.write_text('mark("Redo")\nsaid("Table")\nwords("nb").gettext("Code")\n')
    words.main()
    assert _left("nb") == ["Redo", "Table", "Code"]
    assert "Angre" not in words.place("nb").read_text(encoding="utf-8")


def test_the_same_words_give_the_same_bytes_wherever_their_lines_move(module: Path) -> None:
    words.main()
    before = [words.place("nb").read_bytes(), words.compiled_place("nb").read_bytes()]
    module.write_text("\n\n# moved\n" + module.read_text())
    words.main()
    assert [words.place("nb").read_bytes(), words.compiled_place("nb").read_bytes()] == before
    assert b"Date" not in before[0]
    assert b"fuzzy" not in before[0]
