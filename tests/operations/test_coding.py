from __future__ import annotations

import pytest

from qualtool.analysis import history
from qualtool.core.errors import QualtoolError
from qualtool.operations import codes, coding, memos, theme_excerpts, themes
from qualtool.store.project import Project
from qualtool.store.schema import Code, Coding, Excerpt, MemoLink, ThemeExcerpt
from tests.operations.asking import codes_in, codings_of, excerpt_ids, row, rows
from tests.operations.rich import QUESTION, Rich

Furnished = tuple[Project, Rich]
AT = len(QUESTION) + 1


def test_a_passage_with_the_same_span_is_one_excerpt(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        (made,) = coding.apply(session, r.interview, AT, AT + 36, [r.time], coder_id=r.bo)
    coded = row(project, Coding, made)
    assert coded is not None
    assert coded.excerpt_id == r.both


def test_the_same_code_by_the_same_coder_is_one_coding(rich: Furnished) -> None:
    project, r = rich
    before = project.next_undo()
    with project.edit("x") as session:
        again = coding.apply(
            session, r.interview, AT, AT + 36, [r.secrecy, r.consent], coder_id=r.anne
        )
    assert again == [r.secrecy_coding, r.consent_coding]
    after = project.next_undo()
    assert before is not None
    assert after is not None
    assert before.id == after.id


def test_what_is_said_anew_of_a_coding_counts_and_the_rest_stays(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        coding.apply(
            session, r.interview, AT, AT + 36, [r.consent], coder_id=r.anne, comment="likevel"
        )
        coding.apply(
            session, r.interview, AT, AT + 36, [r.consent], coder_id=r.anne, valence="mixed"
        )
    coded = row(project, Coding, r.consent_coding)
    assert coded is not None
    assert (coded.valence, coded.comment) == ("mixed", "likevel")


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (5, 4), (0, 17), (15, 99)])
def test_a_passage_must_lie_in_the_text(rich: Furnished, start: int, end: int) -> None:
    project, r = rich
    passage = coding.Passage(r.notes, start, end, r.time)
    for act in (
        lambda s: coding.apply(s, r.notes, start, end, [r.time], coder_id=r.bo),
        lambda s: coding.apply_theme(s, r.notes, start, end, [r.culture], coder_id=r.bo),
        lambda s: coding.apply_many(s, [passage]),
        lambda s: coding.star_passage(s, r.notes, start, end),
        lambda s: coding.resize(s, r.direct, start, end),
    ):
        with pytest.raises(QualtoolError, match="16 characters") as told, project.edit("x") as s:
            act(s)
        assert told.value.key == "range"


def test_a_valence_the_project_lacks_is_refused(rich: Furnished) -> None:
    project, r = rich
    with pytest.raises(QualtoolError, match="maybe") as told, project.edit("x") as session:
        coding.set_valence(session, [r.lone_coding], "maybe")
    assert told.value.key == "valence_unknown"


def test_coding_with_a_theme_uses_a_code_of_its_name_made_once(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        first = coding.apply_theme(session, r.notes, 0, 4, [r.anchoring], coder_id=r.bo)
        second = coding.apply_theme(session, r.notes, 5, 9, [r.anchoring], coder_id=r.bo)
    one, two = (row(project, Coding, *each) for each in (first, second))
    assert one is not None
    assert two is not None
    assert one.code_id == two.code_id
    assert codes_in(project, r.anchoring) == ["Forankring i egen organisasjon"]


def test_a_free_code_of_the_themes_name_is_taken_in(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        own = codes.add(session, "kultur")
        (made,) = coding.apply_theme(session, r.notes, 0, 4, [r.culture], coder_id=r.bo)
    coded = row(project, Coding, made)
    assert coded is not None
    assert coded.code_id == own
    assert codes_in(project, r.culture) == ["samtykke", "taushetsplikt", "kultur"]


def test_themes_of_one_name_have_codes_of_their_own(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        meetings = [
            themes.add(session, "Møter", parent_id=parent) for parent in (r.culture, r.structure)
        ]
        twice = [
            coding.apply_theme(session, r.notes, 0, 4, meetings, coder_id=r.bo) for _time in "12"
        ]
    assert twice[0] == twice[1]
    assert codes_in(project, meetings[0]) == ["Møter"]
    assert codes_in(project, meetings[1]) == ["Møter (Struktur)"]


def test_a_theme_whose_names_are_all_taken_gets_a_numbered_code(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        codes.add(session, "Kultur", theme_id=r.structure)
        twice = [
            coding.apply_theme(session, r.notes, 0, 4, [r.culture], coder_id=r.bo) for _time in "12"
        ]
    assert twice[0] == twice[1]
    assert codes_in(project, r.culture)[-1] == "Kultur (2)"


def test_taking_a_coding_away_takes_an_excerpt_that_holds_nothing_more(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        coding.remove(session, [r.lone_coding])
    assert r.lone not in excerpt_ids(project)


@pytest.mark.parametrize("holding", ["star", "memo", "display", "theme", "example", "coding_memo"])
def test_an_excerpt_that_holds_something_stays(rich: Furnished, holding: str) -> None:
    project, r = rich
    with project.edit("x") as session:
        match holding:
            case "star":
                coding.set_star(session, [r.lone], True)
            case "memo":
                memos.add(session, text="x", target="excerpt", target_id=r.lone)
            case "display":
                coding.set_display_text(session, r.lone, "…")
            case "theme":
                theme_excerpts.place_excerpts(session, r.culture, [r.lone])
            case "example":
                codes.describe(session, r.consent, example_excerpt_id=r.lone)
            case _:
                memos.add(session, text="x", target="coding", target_id=r.lone_coding)
        coding.remove(session, [r.lone_coding])
    assert r.lone in excerpt_ids(project)
    assert not [each for each in rows(project, Coding) if each.excerpt_id == r.lone]


def test_an_excerpt_goes_with_the_last_thing_it_holds(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        coding.set_star(session, [r.lone], True)
        coding.set_display_text(session, r.lone, "…")
        coding.set_do_not_quote(session, [r.lone], True)
        coding.remove(session, [r.lone_coding])
    assert r.lone in excerpt_ids(project)
    with project.edit("x") as session:
        coding.set_star(session, [r.lone], False)
    assert r.lone in excerpt_ids(project)
    with project.edit("x") as session:
        coding.set_display_text(session, r.lone, None)
    assert r.lone in excerpt_ids(project), "words not to be quoted stay so in longer excerpts"
    with project.edit("x") as session:
        coding.set_do_not_quote(session, [r.lone], False)
    assert r.lone not in excerpt_ids(project)


def test_what_is_not_to_be_quoted_has_no_star_and_undo_brings_the_star_back(
    rich: Furnished,
) -> None:
    project, r = rich
    with project.edit("set_star") as session:
        coding.set_star(session, [r.both], True)
    with project.edit("set_do_not_quote") as session:
        coding.set_do_not_quote(session, [r.both, r.lone], True)
    found = row(project, Excerpt, r.both)
    assert found is not None
    assert (found.starred, found.do_not_quote) == (False, True)
    with project.read() as session:
        said = history.worded(history.steps(session, limit=1)[0])
    assert said == "Marked 2 passages as not to be quoted · their stars were taken off"
    for ids in ([r.both], [r.both, r.direct]):
        with pytest.raises(QualtoolError, match="not to be quoted"), project.edit("x") as session:
            coding.set_star(session, ids, True)
    project.undo()
    found = row(project, Excerpt, r.both)
    assert found is not None
    assert (found.starred, found.do_not_quote) == (True, False)


def test_a_passage_without_codes_can_be_starred(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        starred = coding.star_passage(session, r.notes, 5, 9)
    found = row(project, Excerpt, starred)
    assert found is not None
    assert (found.start, found.end, found.starred) == (5, 9, True)


def test_many_passages_are_coded_as_one_by_one(rich: Furnished) -> None:
    project, r = rich
    spans = [(0, 4), (5, 9), (5, 9), (0, 4)]
    with project.edit("x") as session:
        found = coding.apply_many(
            session,
            [
                coding.Passage(r.notes, start, end, r.time, coder_id=r.anne, comment=str(at))
                for at, (start, end) in enumerate(spans)
            ],
        )
        alone = [
            coding.apply(session, r.notes, start, end, [r.time], coder_id=r.anne)[0]
            for start, end in spans
        ]
    assert found == alone
    assert len(codings_of(project, r.time)) == 3
    last = row(project, Coding, found[0])
    assert last is not None
    assert last.comment == "3"


def test_a_coding_that_is_nobodys_counts_where_no_coder_is_named(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        (nobodys,) = coding.apply(session, r.notes, 5, 9, [r.time], coder_id=None)
        unsigned, signed = coding.apply_many(
            session,
            [
                coding.Passage(r.notes, 5, 9, r.time, coder_id=r.bo, unsigned=True),
                coding.Passage(r.notes, 5, 9, r.time, coder_id=r.bo),
            ],
        )
    assert unsigned == nobodys
    assert signed != nobodys


def test_an_excerpt_moves_its_ends_and_drops_the_edited_form(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        assert coding.resize(session, r.both, AT, AT + 36) == r.both
    with project.edit("x") as session:
        assert coding.resize(session, r.both, AT + 4, AT + 20) == r.both
    found = row(project, Excerpt, r.both)
    assert found is not None
    assert (found.start, found.end, found.display_text) == (AT + 4, AT + 20, None)


def test_an_excerpt_resized_onto_another_goes_into_it(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        twin = coding.star_passage(session, r.interview, AT + 4, AT + 20)
        coding.apply(
            session, r.interview, AT + 4, AT + 20, [r.consent], coder_id=r.anne, comment="her"
        )
        memos.add(session, text="x", target="excerpt", target_id=r.both)
        codes.describe(session, r.time, example_excerpt_id=r.both)
        coding.set_do_not_quote(session, [r.both], True)
        assert coding.resize(session, r.both, AT + 4, AT + 20) == twin
    assert r.both not in excerpt_ids(project)
    held = sorted(
        (each.code_id, each.coder_id, each.valence, each.comment)
        for each in rows(project, Coding)
        if each.excerpt_id == twin
    )
    assert held == [
        (r.consent, r.anne, "barrier", "her"),
        (r.consent, r.bo, None, "uenig"),
        (r.secrecy, r.anne, "barrier", ""),
    ]
    assert [each.excerpt_id for each in rows(project, ThemeExcerpt)] == [r.direct, twin]
    assert [link.excerpt_id for link in rows(project, MemoLink) if link.excerpt_id] == [
        r.starred,
        twin,
    ]
    found, code = row(project, Excerpt, twin), row(project, Code, r.time)
    assert found is not None
    assert code is not None
    assert (found.starred, found.do_not_quote, code.example_excerpt_id) == (False, True, twin)


def test_no_key_waits_while_all_that_the_coder_has_coded_is_gone_through(rich: Furnished) -> None:
    project, r = rich
    asked: list[str] = []
    project._raw.set_trace_callback(asked.append)
    with project.edit("apply_code") as session:
        coding.apply(session, r.interview, 2, 9, [r.time, r.consent], coder_id=r.anne)
        project._raw.set_trace_callback(None)
    plans = [
        str(step)
        for words in asked
        if words.lstrip().startswith("SELECT")
        for step in project._raw.execute(f"EXPLAIN QUERY PLAN {words}")
    ]
    assert any("ix_coding_excerpt_id" in plan for plan in plans)
    assert not any("ix_coding_coder_id" in plan or "ix_coding_code_id" in plan for plan in plans)
