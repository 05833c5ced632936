"""The README says what is read, and what of it is kept, in the program's own words."""

from __future__ import annotations

from pathlib import Path

from qualtool import plugins

README = Path(__file__).parents[2] / "README.md"


def test_the_readme_has_the_table_of_what_is_read() -> None:
    text = README.read_text(encoding="utf-8")
    for reader in plugins.readers():
        endings = ", ".join(f"`.{ending}`" for ending in reader.endings)
        assert reader.keeps, reader.name
        assert f"| {reader.title} ({endings}) | {reader.keeps} |" in text
