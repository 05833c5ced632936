from __future__ import annotations

from pathlib import Path

import pytest

from qualtool.analysis import checking, codebook, documents, excerpts, history, memos, study
from qualtool.core.errors import QualtoolError
from qualtool.operations import codes, sample
from qualtool.store.project import Project, open_project
from tests.operations.dumping import Dump, dump


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.own_copy(tmp_path_factory.mktemp("data") / "made on the way")


@pytest.fixture
def project(built: Path) -> Project:
    return open_project(built, read_only=True)


def test_the_sample_study_is_rich_and_sound(project: Project) -> None:
    with project, project.read() as session:
        assert study.study(session).name
        assert checking.faults(session) == []
        interviews = [row for row in documents.documents(session) if row.kind == "interview"]
        assert len(interviews) == 6
        assert min(row.words for row in interviews) >= 2_500
        assert [row.language for row in interviews].count("nn") == 1
        assert len({row.format for row in interviews}) >= 4
        shown = excerpts.excerpts(session)
        assert len(shown) >= 150
        codings = [coding for excerpt in shown for coding in excerpt.codings]
        assert {coding.coder for coding in codings} == {"Marte", "Jonas"}
        assert {coding.valence for coding in codings} >= {"barrier", "opportunity"}
        top = [theme for theme in codebook.themes(session) if theme.parent_id is None]
        assert all(theme.excerpts >= 10 for theme in top)
        assert len(top) == 5
        assert memos.memos(session)
        assert any(excerpt.starred for excerpt in shown)
        assert all(excerpt.case for excerpt in shown)


def test_its_trail_says_who_coded_what_and_what_each_memo_is_on(project: Project) -> None:
    with project, project.read() as session:
        told = [(history.worded(step), step.coder) for step in history.steps(session)]
    coded = {coder for words, coder in told if "passages in “Informant 1” from" in words}
    assert coded == {"Marte", "Jonas"}
    decided = [words for words, _coder in told if words.endswith("· decision")]
    assert "Wrote the memo “Solskinnshistorien” on “små ting som virket” · decision" in decided
    assert any(words.startswith("Wrote the research question “Hva hemmer") for words, _c in told)


def test_every_step_of_it_can_be_read(project: Project) -> None:
    with project, project.read() as session:
        for step in history.steps(session):
            assert "_" not in history.worded(step)
            assert "“…”" not in history.worded(step)  # a word that was not noted


def test_it_is_built_once_and_kept(built: Path) -> None:
    before = built.stat().st_mtime_ns
    assert sample.own_copy(built.parent) == built
    assert built.stat().st_mtime_ns == before
    assert [path.name for path in built.parent.iterdir() if ".unfinished" in path.name] == []


def test_two_builds_say_the_same(built: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    with sample.build(tmp_path / "again.qualtool", progress=lambda *how: told.append(how)) as again:
        second = dump(again)
        assert again.coder_id == 1
    with open_project(built, read_only=True) as project:
        assert timeless(dump(project)) == timeless(second)
    done, total, _name = told[-1]
    assert done == total == len(told) - 1


def timeless(rows: Dump) -> Dump:
    """The same without what differs from one making to the next."""
    with_names = {name: list(found) for name, found in rows.items()}
    return {
        name: [
            tuple(
                value
                for value in row
                if not (isinstance(value, str) and len(value) == 32 and value.isalnum())
                and not (isinstance(value, int) and value > 10**12)
            )
            for row in found
        ]
        for name, found in with_names.items()
    }


def test_a_sample_that_cannot_be_built_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_told: object, **_named: object) -> None:
        raise QualtoolError("disk_full", "…")

    monkeypatch.setattr("qualtool.operations.memos.add", full)
    with pytest.raises(QualtoolError):
        sample.own_copy(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_quotation_that_is_not_in_the_sample_is_found_out(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.close()
    from qualtool.core import quotes
    from qualtool.operations import coded_table

    monkeypatch.setattr(
        coded_table, "nearest", lambda quote, text: quotes.Found(0, 1, "approximate", 3.0)
    )
    with pytest.raises(ValueError, match="rows"):
        sample.build(tmp_path / "s.qualtool")


def test_undo_does_not_take_it_apart(built: Path, tmp_path: Path) -> None:
    copy = tmp_path / built.name
    copy.write_bytes(built.read_bytes())
    with open_project(copy) as project:
        before = dump(project)
        assert project.next_undo() is None
        with project.edit("add_code") as session:
            codes.add(session, "min egen")
        assert project.undo() is not None
        assert project.undo() is None
        assert dump(project) == before
        with project.read() as session:
            assert len(documents.documents(session)) == 7
            steps = history.steps(session)
        assert history.worded(steps[2]) == "Handed over the sample study"
