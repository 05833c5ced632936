"""A copy of a draft with comments: the words stay, the margin speaks."""

from __future__ import annotations

import io

import docx
import pytest
from sqlalchemy import select

from qualtool.analysis import quotations
from qualtool.core.errors import QualtoolError
from qualtool.formats import drafts
from qualtool.reports.quotation_notes import annotated, told
from qualtool.store.project import Project
from qualtool.store.schema import Speaker
from tests.ui.studies import furnish


def written() -> bytes:
    document = docx.Document()
    document.add_heading("Funn", 1)
    paragraph = document.add_paragraph("En sa at det «")
    paragraph.add_run("ikke noe fast rom").bold = True
    paragraph.add_run("» da, jf. «institusjonell logikk» (Clark, 2021).")
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "«alt hang på at noen tok telefonen»"
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def commented(project: Project, data: bytes, name: str = "funn.docx") -> bytes:
    furnish(project)
    draft = drafts.read(data, name)
    with project.read() as session:
        return annotated(data, draft, quotations.check_draft(session, draft))


def test_each_quotation_gets_a_comment_and_no_word_changes(project: Project) -> None:
    data = written()
    made = commented(project, data)
    before, after = docx.Document(io.BytesIO(data)), docx.Document(io.BytesIO(made))
    assert [each.text for each in after.paragraphs] == [each.text for each in before.paragraphs]
    assert [each.text.split("\n") for each in after.comments] == [
        ["Altered.", "Informant 1, paragraph 2: Informant 1", "“rom” where “sted” was said"],
        ["Not found.", "Perhaps from literature: (Clark, 2021) stands beside it."],
        ["Verbatim.", "Informant 1, paragraph 2: Informant 1"],
    ]
    assert {each.author for each in after.comments} == {"Qualtool"}


def test_a_speaker_of_no_case_is_not_named_in_a_copy_for_others(project: Project) -> None:
    furnish(project)
    with project.edit("set_speaker") as session:
        for row in session.scalars(select(Speaker)):
            row.case_id, row.label = None, "Kari Nordmann"
    data = written()
    draft = drafts.read(data, "funn.docx")
    with project.read() as session:
        rows = quotations.check_draft(session, draft)
    said = [line for row in rows for line in told(row)]
    assert "Kari Nordmann" in {each.informant for row in rows for each in row.said}
    assert "Informant 1, paragraph 2" in said
    assert not any("Kari" in line for line in said)


def test_only_a_word_document_takes_comments(project: Project) -> None:
    with pytest.raises(QualtoolError, match=r"funn\.md"):
        commented(project, "«ikke noe fast sted»".encode(), "funn.md")


def test_quotations_in_footnotes_are_left_without(project: Project) -> None:
    import zipfile

    document = docx.Document()
    document.add_paragraph("Tekst.")
    packed = io.BytesIO()
    document.save(packed)
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:id="2"><w:p><w:r><w:t>«ikke noe fast sted»</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("word/footnotes.xml", notes)
    made = commented(project, packed.getvalue())
    assert list(docx.Document(io.BytesIO(made)).comments) == []


def test_a_damaged_document_is_named(project: Project) -> None:
    import zipfile

    body = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>Tekst.</w:t></w:r></w:p></w:body></w:document>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", body)
    with pytest.raises(QualtoolError, match=r"funn\.docx"):
        commented(project, packed.getvalue())
