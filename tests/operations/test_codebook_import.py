from __future__ import annotations

from qualtool.analysis import codebook
from qualtool.core.codebook_lines import CodeLine
from qualtool.operations import codebook_import, codes
from qualtool.store.project import Project


def test_codes_are_made_in_their_tree_and_themes(project: Project) -> None:
    lines = [
        CodeLine("tid", theme="Struktur"),
        CodeLine("vente", ("tid",), description="Om å vente"),
        CodeLine("lenge", ("tid", "vente")),
        CodeLine("rommet", ("sted",)),
        CodeLine("Tid", theme="Kultur"),
    ]
    with project.edit("import_codebook") as session:
        taken = codebook_import.take_in(session, lines)
        rows = {row.name: row for row in codebook.codes(session)}
        themes = {row.name: row.id for row in codebook.themes(session)}
    assert (taken.added, taken.changed) == (5, 0)
    assert rows["lenge"].parent_id == rows["vente"].id
    assert rows["rommet"].parent_id == rows["sted"].id
    assert set(rows["tid"].theme_ids) == {themes["Struktur"], themes["Kultur"]}


def test_what_a_codebook_does_not_say_of_a_code_stays(project: Project) -> None:
    with project.edit("import_codebook") as session:
        made = codes.add(session, "tid", description="Vår egen", use_when="Alltid")
        taken = codebook_import.take_in(session, [CodeLine("TID", description="Deres")])
        row = next(row for row in codebook.codes(session) if row.id == made)
    assert (taken.added, taken.changed) == (0, 1)
    assert (row.name, row.description, row.use_when) == ("tid", "Deres", "Alltid")


def test_a_row_that_cannot_be_a_code_is_named(project: Project) -> None:
    with project.edit("import_codebook") as session:
        taken = codebook_import.take_in(session, [CodeLine("x" * 600, row=7), CodeLine("tid")])
    assert taken.added == 1
    assert taken.left[0][0] == 7
