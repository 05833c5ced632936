"""A report in the researcher's own document: put in once, renewed after more coding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from qualtool.core.errors import QualtoolError
from qualtool.core.report import Report
from qualtool.core.source import Caution
from qualtool.operations import report_blocks, reports
from qualtool.reports import refreshing
from qualtool.store.project import Session
from tests.formats.own_documents import body, entries, thesis, with_body, words
from tests.reports.invented import ONE, Study, coded_study


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """A study that no test changes."""
    found = coded_study(tmp_path_factory.mktemp("shared"))
    yield found
    found.project.close()


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Study]:
    found = coded_study(tmp_path)
    yield found
    found.project.close()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "Oppgave min.docx"
    path.write_bytes(thesis(words("Slutt.")))
    return path


def _start(session: Session, *names: str) -> tuple[int, list[int]]:
    report_id = reports.add(session, "Appendices", language="en")
    return report_id, [report_blocks.add(session, report_id, name) for name in names]


def test_a_report_is_put_in_and_renewed_after_more_coding(made: Study, own: Path) -> None:
    before = own.read_bytes()
    with made.project.edit("add_report") as session:
        report_id, _blocks = _start(session, "codebook", "excerpts")
    with made.project.read() as session:
        first = refreshing.refresh(session, report_id, own)
    assert (first.added, first.replaced) == (("Codebook", "Excerpts by theme"), ())
    once = own.read_bytes()
    with made.project.read() as session:
        again = refreshing.refresh(session, report_id, own)
    assert (again.added, again.replaced) == ((), first.added)
    assert own.read_bytes() == once
    with made.project.edit("apply_code") as session:
        made.code(session, "Intervju 1", ONE[2][:20], next(iter(made.codes)))
    with made.project.read() as session:
        refreshing.refresh(session, report_id, own)
    after = own.read_bytes()
    assert after != once
    assert len(after) > len(once)
    old, new = entries(before), entries(after)
    assert [name for name in old if old[name] != new[name]] == ["word/document.xml"]
    docx.Document(str(own))


def test_a_block_that_left_the_report_stays_in_the_document(made: Study, own: Path) -> None:
    with made.project.edit("add_report") as session:
        report_id, blocks = _start(session, "codebook", "themes")
    with made.project.read() as session:
        refreshing.refresh(session, report_id, own)
    with made.project.edit("remove_report_block") as session:
        report_blocks.remove(session, blocks[:1])
    with made.project.read() as session:
        done = refreshing.refresh(session, report_id, own)
    assert done.left == ("Codebook",)
    assert "Codebook" in body(own.read_bytes())


def test_the_usual_appendix_is_known_again_by_its_blocks(shared: Study, own: Path) -> None:
    with shared.project.read() as session:
        first = refreshing.refresh(session, None, own, language="nn")
        second = refreshing.refresh(session, None, own, language="en")
    assert len(first.added) == len(second.replaced) > 2
    assert second.added == ()
    assert "Vedlegg" not in body(own.read_bytes())


def test_another_document_can_be_written(shared: Study, own: Path) -> None:
    before = own.read_bytes()
    other = own.with_name("ny.docx")
    with shared.project.read() as session:
        done = refreshing.refresh(session, None, own, to=other)
    assert done.path == other
    assert own.read_bytes() == before
    assert "qualtool:" in body(other.read_bytes())


def test_what_was_changed_by_hand_is_kept_in_a_copy(shared: Study, own: Path) -> None:
    with shared.project.read() as session:
        parts, _cautions = refreshing.placed(session, None, language="en")
    parts = parts[:2]
    refreshing.into(own, parts)
    mine = with_body(own.read_bytes(), body(own.read_bytes()).replace("</w:t>", " mitt</w:t>", 9))
    for name in ("Oppgave min (before refresh).docx", "Oppgave min (before refresh 2).docx"):
        own.write_bytes(mine)
        done = refreshing.into(own, parts)
        assert len(done.edited) == 1
        assert done.kept == own.with_name(name)
        assert done.kept.read_bytes() == mine
    assert refreshing.into(own, parts).kept is None


@pytest.mark.parametrize("trace", ["~$pgave min.docx", "~$Oppgave min.docx", ".~lock.{}#"])
def test_a_document_that_is_open_is_left_alone(own: Path, trace: str) -> None:
    before = own.read_bytes()
    (own.parent / trace.format(own.name)).write_bytes(b"")
    with pytest.raises(QualtoolError, match=r"Oppgave min\.docx") as refusal:
        refreshing.into(own, [])
    assert refusal.value.key == "document_open"
    assert own.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "key"), [("oppgave.odt", "not_docx"), ("borte.docx", "draft_not_opened")]
)
def test_what_is_no_document_is_refused_by_name(tmp_path: Path, name: str, key: str) -> None:
    with pytest.raises(QualtoolError, match=name) as refusal:
        refreshing.into(tmp_path / name, [])
    assert refusal.value.key == key


def test_pictures_get_their_points_before_they_are_put_in(shared: Study, own: Path) -> None:
    asked: list[Report] = []

    def drawn(report: Report) -> Report:
        asked.append(report)
        return report

    with shared.project.read() as session:
        done = refreshing.refresh(session, None, own, pictures=drawn)
    assert tuple(each.title for each in asked) == done.added


def test_a_block_that_cannot_be_made_is_named_and_what_stands_of_it_stays(
    made: Study, own: Path
) -> None:
    with made.edit() as session:
        report_id, ids = _start(session, "themes", "excerpts")
    with made.project.read() as session:
        refreshing.refresh(session, report_id, own)
    with made.edit() as session:
        report_blocks.freeze(session, ids[1], "{")
    with made.project.read() as session:
        done = refreshing.refresh(session, report_id, own)
    assert done.left == ("Excerpts by theme",)
    (told,) = [each for each in done.cautions if each.key == "block_left_out"]
    assert told.message.startswith("“Excerpts” was left out. ")


def test_the_usual_appendix_is_not_doubled_once_its_report_is_kept(made: Study, own: Path) -> None:
    with made.project.read() as session:
        first = refreshing.refresh(session, None, own, language="en")
    with made.project.edit("start_report") as session:
        report_id = reports.start(session, language="en")
    with made.project.read() as session:
        second = refreshing.refresh(session, report_id, own)
        once = own.read_bytes()
        third = refreshing.refresh(session, report_id, own)
    assert (second.added, second.left, second.edited) == ((), (), ())
    assert second.replaced == third.replaced == first.added
    assert own.read_bytes() == once
    assert "qualtool:usual-" not in body(once)
    made.project.undo()
    with made.project.read() as session:
        undone = refreshing.refresh(session, None, own, language="en")
    assert (undone.added, undone.left, undone.replaced) == ((), (), first.added)
    assert body(own.read_bytes()).count("qualtool:usual-") == len(first.added)


def test_one_of_two_blocks_of_a_kind_takes_no_other_over(made: Study, own: Path) -> None:
    with made.project.read() as session:
        refreshing.refresh(session, None, own, language="en")
    with made.project.edit("add_report") as session:
        report_id, _blocks = _start(session, "codebook", "codebook", "themes")
    with made.project.read() as session:
        done = refreshing.refresh(session, report_id, own)
    assert (done.added, done.replaced) == (("Codebook", "Codebook"), ("Themes and examples",))
    assert "Codebook" in done.left


def test_what_one_block_says_is_said_with_its_title(own: Path) -> None:
    both, one = Caution("a", "Said twice."), Caution("b", "Said once.")
    parts = [
        refreshing.Placed("a", "Participants", Report("Participants", "en", (), (both, one))),
        refreshing.Placed("b", "Codebook", Report("Codebook", "en", (), (both,))),
    ]
    done = refreshing.into(own, parts)
    assert [each.message for each in done.cautions] == ["Said twice.", "Participants: Said once."]
    (alone,) = refreshing.into(own, parts[1:]).cautions
    assert alone.message == "Said twice."
