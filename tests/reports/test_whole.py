"""Several blocks are one document: a title, contents, and captions counted through it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from sqlalchemy import update

from qualtool.analysis import report_list
from qualtool.core.errors import QualtoolError
from qualtool.core.report import (
    Contents,
    Figure,
    Heading,
    Report,
    Table,
    Text,
    caption,
    headline,
    plain,
    tables,
)
from qualtool.operations import coders, report_blocks, reports, usual_blocks
from qualtool.reports import catalogue, saved_options, whole
from qualtool.reports.options import Options
from qualtool.store.project import Session, create
from qualtool.store.schema import Excerpt
from tests.reports.invented import ONE, Study, coded_study

USED = ("themes", "excerpts", "codebook")


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


def _start(session: Session, *names: str, language: str = "en") -> tuple[int, list[int]]:
    """A report with these blocks."""
    report_id = reports.add(session, "Appendices", language=language)
    return report_id, [report_blocks.add(session, report_id, name) for name in names]


def _headings(report: Report) -> list[str]:
    return [headline(each) for each in report.blocks if isinstance(each, Heading)]


def _captions(report: Report) -> list[str]:
    found = (each for each in report.blocks if isinstance(each, Table | Figure))
    return [caption(each).partition(":")[0] for each in found]


def _keys(report: Report) -> list[str]:
    return [each.key for each in report.cautions]


def test_every_block_of_the_usual_appendix_is_one_that_there_is() -> None:
    assert set(usual_blocks.USUAL) <= {each.name for each in catalogue.BLOCKS}


def test_what_the_usual_appendix_chooses_is_understood(shared: Study) -> None:
    with shared.project.read() as session:
        blocks = usual_blocks.blocks(session)
    assert [name for name, options in blocks.items() if options] == ["excerpts", "codebook"]
    for options in filter(None, blocks.values()):
        assert json.loads(saved_options.written(saved_options.read(options))) == json.loads(options)
    with shared.project.read() as session:
        report = whole.usual(session, language="en")
    (excerpts,) = [each for each in tables(report) if each.caption == "Excerpts by theme"]
    keys = [column.key for column in excerpts.columns]
    assert keys == ["number", "theme", "code", "excerpt", "informant", "source", "valence"]
    assert excerpts.headed


def test_the_whole_has_a_title_contents_and_blocks_counted_through(made: Study) -> None:
    with made.edit() as session:
        report_id, _ids = _start(session, *USED)
        report = whole.whole(session, report_id)
    assert _headings(report) == [
        "Appendices",
        "Appendix 1  Themes and examples",
        "Appendix 2  Excerpts by theme",
        "Appendix 3  Codebook",
    ]
    assert isinstance(report.blocks[0], Heading)
    assert report.blocks[0].level == 0
    assert isinstance(report.blocks[1], Contents)
    assert report.blocks[1].title == "Contents"
    assert _captions(report) == ["Table 1", "Table 2", "Table 3"]
    assert (report.title, report.language) == ("Appendices", "en")


def test_tables_and_figures_are_counted_apart(made: Study) -> None:
    with made.edit() as session:
        report_id, _ids = _start(session, "themes", "theme-bars", "codebook", "map", language="en")
        report = whole.whole(session, report_id)
    assert _captions(report) == ["Table 1", "Figure 1", "Table 2", "Figure 2"]


def test_each_block_is_written_in_the_language_of_the_report(made: Study) -> None:
    with made.edit() as session:
        report_id, ids = _start(session, "codebook", "themes", language="nb")
        report_blocks.set_options(session, ids[0], '{"language": "en"}')
        report = whole.whole(session, report_id)
        english = whole.whole(session, report_id, language="en")
    assert _headings(report)[1].endswith("  Kodebok")
    assert _captions(english) == ["Table 1", "Table 2"]
    assert english.language == "en"


def test_a_report_of_one_block_counts_no_appendix_and_lists_no_contents(made: Study) -> None:
    with made.edit() as session:
        report_id, (block_id,) = _start(session, "codebook")
        report = whole.whole(session, report_id)
        alone = whole.block_report(session, block_id)
    assert _headings(report) == ["Appendices", "Codebook"]
    assert _headings(alone) == ["Codebook"]
    assert not any(isinstance(each, Contents) for each in report.blocks)


def test_contents_can_be_left_out(made: Study) -> None:
    with made.edit() as session:
        report_id, _ids = _start(session, *USED)
        reports.describe(session, report_id, contents=False)
        report = whole.whole(session, report_id)
    assert not any(isinstance(each, Contents) for each in report.blocks)


def test_the_researchers_own_heading_and_opening_are_used(made: Study) -> None:
    with made.edit() as session:
        report_id, ids = _start(session, *USED)
        report_blocks.describe(session, ids[1], title="Det de sa", opening="Alt er med.\nAlt.")
        report = whole.whole(session, report_id)
        alone = whole.block_report(session, ids[1])
    assert "Appendix 2  Det de sa" in _headings(report)
    place = [headline(b) if isinstance(b, Heading) else "" for b in report.blocks].index(
        "Appendix 2  Det de sa"
    )
    opening = report.blocks[place + 1]
    assert isinstance(opening, Text)
    assert list(map(plain, opening.paragraphs)) == ["Alt er med.", "Alt."]
    assert isinstance(report.blocks[place + 2], Table)
    assert alone.blocks == report.blocks[place : place + 3]


def test_what_was_chosen_about_a_block_holds_in_the_whole(made: Study) -> None:
    with made.edit() as session:
        report_id, ids = _start(session, *USED)
        chosen = saved_options.written(Options(by="code", columns=("code", "excerpt")))
        report_blocks.set_options(session, ids[1], chosen)
        report = whole.whole(session, report_id)
    assert "Appendix 2  Excerpts by code" in _headings(report)
    keys = [[column.key for column in each.columns] for each in tables(report)]
    assert keys[1] == ["code", "excerpt"]


def test_one_block_is_counted_as_in_the_whole(made: Study) -> None:
    with made.edit() as session:
        report_id, ids = _start(session, "themes", "map", "codebook", "theme-bars")
        found = whole.whole(session, report_id)
        each = [whole.block_report(session, block_id) for block_id in ids]
        parts = whole.parts(session, report_id)
    assert [_captions(report)[0] for report in each] == _captions(found)
    assert [_headings(report)[0] for report in each] == _headings(found)[1:]
    assert [part.number for part in parts] == [1, 2, 3, 4]
    assert [part.row.id for part in parts] == ids
    assert [part.report.blocks for part in parts if part.report] == [one.blocks for one in each]


def test_a_frozen_block_is_as_it_was_under_the_number_it_has_now(made: Study) -> None:
    with made.edit() as session:
        report_id, ids = _start(session, *USED)
        report_blocks.freeze(session, ids[1], whole.to_freeze(session, ids[1]))
        before = whole.block_report(session, ids[1])
        made.code(session, "Intervju 1", ONE[0], "tid")
        report_blocks.remove(session, ids[:1])
        after = whole.block_report(session, ids[1])
        report = whole.whole(session, report_id)
        live = catalogue.build(session, "excerpts", Options(language="en"))
    (then,), (now,), (new,) = tables(before), tables(after), tables(live)
    assert (then.number, now.number) == (2, 1)
    assert now.groups == then.groups
    assert new.groups != then.groups
    assert _headings(report)[1:] == ["Appendix 1  Excerpts by theme", "Appendix 2  Codebook"]
    (frozen,) = [each for each in report.cautions if each.key == "frozen"]
    assert frozen.message.startswith("“Excerpts by theme” is frozen as it was on ")


def test_a_block_that_is_thawed_follows_the_project_again(made: Study) -> None:
    with made.edit() as session:
        _report_id, ids = _start(session, *USED)
        before = whole.block_report(session, ids[1])
        report_blocks.freeze(session, ids[1], whole.to_freeze(session, ids[1]))
        made.code(session, "Intervju 1", ONE[0], "tid")
        report_blocks.thaw(session, ids[1])
        after = whole.block_report(session, ids[1])
    assert after.blocks != before.blocks
    assert "frozen" not in _keys(after)


@pytest.mark.parametrize("content", ["", "{", '{"is":"Report"}'])
def test_a_freeze_that_cannot_be_read_leaves_the_rest_whole(made: Study, content: str) -> None:
    with made.edit() as session:
        report_id, ids = _start(session, *USED)
        report_blocks.freeze(session, ids[0], content)
        report = whole.whole(session, report_id)
        with pytest.raises(QualtoolError) as refused:
            whole.block_report(session, ids[0])
    assert refused.value.key == "report_unreadable"
    assert _captions(report) == ["Table 1", "Table 2"]
    (told,) = [each for each in report.cautions if each.key == "block_left_out"]
    assert told.message.startswith("“Themes and examples” was left out. ")


def test_a_block_that_cannot_be_made_is_left_out_and_told_of(made: Study) -> None:
    with made.edit() as session:
        report_id, ids = _start(session, *USED)
        report_blocks.add(session, report_id, "hologram", position=0)
        report_blocks.set_options(session, ids[1], '{"columns": ["moon"]}')
        report = whole.whole(session, report_id)
        parts = whole.parts(session, report_id)
    assert _headings(report)[1:] == ["Appendix 1  Themes and examples", "Appendix 2  Codebook"]
    assert _captions(report) == ["Table 1", "Table 2"]
    assert _keys(report).count("block_left_out") == 2
    assert [part.number for part in parts] == [0, 1, 0, 2]
    assert "moon" in parts[2].refused


def test_cautions_name_their_block_and_what_several_say_is_said_once(made: Study) -> None:
    with made.edit() as session:
        report_id, _ids = _start(session, "codebook", "excerpts", "themes")
        session.execute(update(Excerpt).where(Excerpt.id == 1).values(do_not_quote=True))
        report = whole.whole(session, report_id)
    told = [each.message for each in report.cautions]
    assert len(told) == len(set(told))
    assert told.count("1 excerpt may not be quoted and was left out.") == 1
    assert any(each.startswith("Themes and examples: No excerpt is starred") for each in told)
    assert not any(each.cautions for each in tables(report))


def test_whose_codings_are_in_it_is_said_once(made: Study) -> None:
    with made.edit() as session:
        jonas = coders.ensure(session, "Jonas")
        report_id, ids = _start(session, *USED, language="en")
    made.project.coders_read = frozenset({jonas})
    line = "Only the codings of Jonas are counted and quoted here."
    with made.project.read() as session:
        report = whole.whole(session, report_id)
        alone = whole.block_report(session, ids[0])
    assert catalogue.write(report, "md").decode().count(line) == 1
    assert _keys(report).count("whose_codings") == 1
    assert report.method == line
    assert catalogue.write(alone, "md").decode().count(line) == 1


def test_a_block_frozen_while_blind_goes_on_saying_so(made: Study) -> None:
    with made.edit() as session:
        jonas = coders.ensure(session, "Jonas")
        report_id, ids = _start(session, *USED, language="en")
    made.project.coders_read = frozenset({jonas})
    with made.project.read() as session:
        content = whole.to_freeze(session, ids[0])
    made.project.coders_read = None
    with made.edit() as session:
        report_blocks.freeze(session, ids[0], content)
    with made.project.read() as session:
        report = whole.whole(session, report_id)
    first, second, _third = tables(report)
    assert "Only the codings of Jonas" in first.note
    assert "Only the codings" not in second.note


def test_the_usual_appendix_is_what_starting_one_gives_and_keeps_nothing(made: Study) -> None:
    with made.project.read() as session:
        usual = whole.usual(session, language="nb")
        assert report_list.reports(session) == []
    with made.edit() as session:
        kept = whole.whole(session, reports.start(session, language="nb"))
    assert usual == kept
    assert _captions(usual)[0] == "Tabell 1"


def test_the_usual_appendix_of_an_empty_project_is_its_title(tmp_path: Path) -> None:
    with create(tmp_path / "empty.qualtool", name="Tom") as project, project.read() as session:
        report = whole.usual(session, language="en")
    assert report.blocks == (Heading("Appendices", 0),)
    for ending in ("docx", "xlsx", "html", "md", "csv"):
        assert catalogue.write(report, ending)


def test_a_report_that_is_gone_is_said_to_be(shared: Study) -> None:
    with shared.project.read() as session:
        for ask in (whole.whole, whole.parts, whole.block_report):
            with pytest.raises(QualtoolError) as refused:
                ask(session, 999)
            assert refused.value.key == "gone"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_whole_can_be_opened_as_word_and_excel(shared: Study, language: str) -> None:
    with shared.project.read() as session:
        report = whole.usual(session, language=language)
    document = docx.Document(io.BytesIO(catalogue.write(report, "docx")))
    assert len(document.tables) >= len(list(tables(report)))
    book = openpyxl.load_workbook(io.BytesIO(catalogue.write(report, "xlsx")))
    assert len(book.sheetnames) >= len(list(tables(report)))
    book.close()
