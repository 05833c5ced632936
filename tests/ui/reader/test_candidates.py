"""What the palette offers is what the codebook has in use."""

from __future__ import annotations

from qualtool.ui.reader.candidates import candidates_of
from tests.ui.rows import code, theme


def test_codes_and_themes_in_use_are_offered_with_where_they_stand() -> None:
    codes = [
        code(1, "møteplass", theme_ids=(8,), excerpts=3, pin=2),
        code(2, "kafé", parent_id=1),
        code(3, "gammel", state="retired"),
    ]
    themes = [
        theme(7, "Struktur", definition="Regler", excerpts=5),
        theme(8, "Arenaer", parent_id=7),
        theme(9, "Lagt bort", state="aside"),
    ]
    offered = candidates_of(codes, themes)
    assert [(each.kind, each.name, each.path) for each in offered] == [
        ("code", "møteplass", "Arenaer"),
        ("code", "kafé", "møteplass"),
        ("theme", "Struktur", ""),
        ("theme", "Arenaer", "Struktur"),
    ]
    assert (offered[0].count, offered[0].pin) == (3, 2)
    assert offered[2].description == "Regler"
