"""Codes of one name under different parents or themes are told apart, in the project as it is."""

from __future__ import annotations

from qualtool.analysis import namesakes, retrieval
from qualtool.operations import codes, themes
from qualtool.store.project import Project


def test_codes_of_one_name_say_what_they_are_under(project: Project) -> None:
    with project.edit("add_code") as session:
        over = codes.add(session, "Ledelse")
        under = codes.add(session, "møter", parent_id=over)
        theme = themes.add(session, "Kultur")
        themed = codes.add(session, "Møter", theme_id=theme)
    with project.read() as session:
        assert namesakes.everywhere(session) == {under: "Ledelse", themed: "Kultur"}
        assert namesakes.beside(session, [over, under]) == {under: "Ledelse"}
        found = retrieval.code(session, themed)
        assert found is not None
        assert found.apart == "Kultur"
    with project.edit("rename_code") as session:
        codes.rename(session, under, "samtaler")
    with project.read() as session:
        assert namesakes.everywhere(session) == {}


def test_a_retired_code_is_nobodys_namesake(project: Project) -> None:
    with project.edit("add_code") as session:
        over = codes.add(session, "Ledelse")
        codes.add(session, "møter", parent_id=over)
        gone = codes.add(session, "møter")
        codes.retire(session, [gone], True)
    with project.read() as session:
        assert namesakes.everywhere(session) == {}
