"""Claims on the command line, and quotations tied to what was said."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualtool.analysis.claims import claims
from qualtool.analysis.quoted_in import quoted_in
from qualtool.operations import claims as claim_operations
from qualtool.store import project as projects
from tests.analysis.six_informants import Six, furnish
from tests.test_cli import Shell

DRAFT = """# Funn

De fleste informantene hindres av for lite tid. En av dem sa: «Jeg mangler tid til å møte de andre.»

Flere av lederne var skeptiske.
"""


@pytest.fixture
def study(tmp_path: Path) -> Six:
    with projects.create(tmp_path / "s.qualtool", name="s") as project:
        made = furnish(project)
    (tmp_path / "funn.md").write_text(DRAFT, encoding="utf-8")
    return made


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    monkeypatch.chdir(tmp_path)
    return Shell(tmp_path, capsys)


def test_the_claims_of_a_draft_are_told_and_the_project_stays_as_it_is(
    study: Six, shell: Shell
) -> None:
    code, out, err = shell("claims", "s", "funn.md")
    assert (code, err) == (0, "")
    assert out.splitlines()[:3] == [
        "Paragraph 2: De fleste informantene hindres av for lite tid.",
        "Paragraph 2: En av dem sa: «Jeg mangler tid til å møte de andre.»",
        "Paragraph 3: Flere av lederne var skeptiske.",
    ]
    assert shell.data("claims", "s") == []


def test_claims_are_kept_and_counted_when_they_are_tied(
    study: Six, shell: Shell, tmp_path: Path
) -> None:
    assert len(shell.data("claims", "s", "funn.md", "--keep")) == 3
    with projects.open_project(tmp_path / "s.qualtool") as project:
        with project.read() as session:
            first = claims(session)[0].id
        with project.edit("tie_claim") as session:
            claim_operations.tie(session, first, theme_id=study.theme)
    (tmp_path / "funn.md").write_text(DRAFT.replace("for lite tid", "altfor lite tid"), "utf-8")
    told = shell.data("claims", "s", "funn.md")[0]
    assert (told["text"], told["support"], told["of"]) == (
        "De fleste informantene hindres av altfor lite tid.",
        3,
        6,
    )
    assert told["tied_to"] == {"kind": "theme", "name": "Tid"}
    assert told["against"] == ["Informant 4"]
    assert (told["stands"], told["amounts"][0]["kind"]) == ("disagrees", "most")
    assert shell.data("claims", "s")[0]["text"] == "De fleste informantene hindres av for lite tid."
    out = shell("claims", "s")[1]
    assert "Support: 3 of 6 (Informant 1, Informant 2, Informant 3)" in out
    assert "Against: 1 (Informant 4)" in out


def test_a_draft_without_claims_says_so(study: Six, shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "tom.md").write_text("Ingenting her.", "utf-8")
    assert "No sentence was found" in shell("claims", "s", "tom.md")[1]


def test_quotations_are_linked_when_that_is_asked_for(
    study: Six, shell: Shell, tmp_path: Path
) -> None:
    def linked() -> list[str]:
        with (
            projects.open_project(tmp_path / "s.qualtool", read_only=True) as project,
            project.read() as session,
        ):
            return [each.draft for each in quoted_in(session, [study.excerpts[0]])]

    shell("quotes", "s", "funn.md")
    assert linked() == []
    code, out, _err = shell("quotes", "s", "funn.md", "--link")
    assert (code, out.splitlines()[-1]) == (0, "1 quotation was tied to its excerpt.")
    shell("quotes", "s", "funn.md", "--link")
    assert linked() == ["funn.md"]


def test_what_cannot_be_is_told_of_a_claim_tied_to_nothing(
    study: Six, shell: Shell, tmp_path: Path
) -> None:
    (tmp_path / "funn.md").write_text("Sju av seks informanter savnet tid.\n", "utf-8")
    [told] = shell.data("claims", "s", "funn.md")
    assert (told["stands"], told["tied_to"], told["support"]) == ("disagrees", None, None)
    assert told["reason"] in shell("claims", "s", "funn.md")[1]
