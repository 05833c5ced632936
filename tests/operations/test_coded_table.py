from __future__ import annotations

from collections.abc import Iterable

from qualtool.core.coding_table import Line
from qualtool.core.quotes import Difference
from qualtool.operations import coded_table, coding
from qualtool.operations.coded_table import Coded
from qualtool.store.project import Project
from qualtool.store.schema import Coder, Coding, Excerpt
from tests.operations.asking import codes_in, row, rows
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]
QUOTE = "Vi er få, og alt tar tid"


def line(number: int = 2, **cells: str) -> Line:
    return Line(number, **{"document": "Intervju 1", "code": "tid", "quote": QUOTE, **cells})


def code(project: Project, lines: Iterable[Line], **how: object) -> Coded:
    with project.edit("code_table") as session:
        return coded_table.code(session, lines, table="t.csv", **how)  # type: ignore[arg-type]  # tests name any of them


def test_each_row_tells_how_its_passage_was_found(rich: Furnished) -> None:
    project, _r = rich
    told = code(
        project,
        [
            line(2),
            line(3, quote="VI ER FÅ, OG ALT TAR TID"),
            line(4, quote="Vi er mange, og alt tar tid"),
            line(5, quote="Dette har ingen sagt i det hele tatt"),
            line(6, quote="", start="3", end="9"),
            line(7, quote="ja"),
        ],
    )
    assert [(each.line.number, each.state) for each in told.outcomes] == [
        (2, "exact"),
        (3, "folded"),
        (4, "approximate"),
        (5, "not_found"),
        (6, "placed"),
        (7, "folded"),
    ]
    near, lost = told.outcomes[2], told.outcomes[3]
    assert near.differences == (Difference("mange,", "få,"),)
    assert 85 <= near.score < 100
    assert 0 < lost.score < 85
    assert [each.added for each in told.outcomes] == [True, False, False, False, True, True]
    assert told.added == 3


def test_a_lower_threshold_codes_more(rich: Furnished) -> None:
    project, _r = rich
    lines = [line(quote="Vi er svært mange, men alt tar litt tid")]
    assert not code(project, lines).outcomes[0].coded
    assert code(project, lines, threshold=50).outcomes[0].coded


def test_codes_themes_and_coders_are_made_and_named(rich: Furnished) -> None:
    project, r = rich
    told = code(
        project,
        [
            line(2, code="ny", theme="Kultur / Nytt", coder="Dina"),
            line(3, code="ny", theme="Kultur", subtheme="Nytt", coder="dina"),
            line(4, code="Kultur"),
        ],
        coder_id=r.bo,
    )
    assert (told.codes, told.themes, told.coders) == (("ny", "Kultur"), ("Nytt",), ("Dina",))
    assert codes_in(project, r.culture)[-1] == "Kultur"
    people = {coder.id: coder.name for coder in rows(project, Coder)}
    made = [people.get(each.coder_id or 0) for each in rows(project, Coding)[-2:]]
    assert made == ["Dina", "Bo"]


def test_a_row_says_valence_comment_and_star(rich: Furnished) -> None:
    project, _r = rich
    code(project, [line(valence="Moglegheit", comment="her!", star="x")])
    made = rows(project, Coding)[-1]
    assert (made.valence, made.comment, made.origin) == ("opportunity", "her!", "import")
    excerpt = row(project, Excerpt, made.excerpt_id)
    assert excerpt is not None
    assert excerpt.starred


def test_a_row_that_is_wrong_is_refused_alone_with_the_reason(rich: Furnished) -> None:
    project, _r = rich
    told = code(
        project,
        [
            line(2, document=""),
            line(3, code=""),
            line(4, document="Intervju 9"),
            line(5, valence="kanskje"),
            line(6, quote=""),
            line(7, start="3"),
            line(8, start="3", end="9999"),
            line(9, code="x" * 501),
            line(10, code="skjema"),
            line(11, theme="y" * 501),
            line(12),
        ],
    )
    reasons = {each.line.number: each.message for each in told.outcomes if each.state == "refused"}
    assert list(reasons) == list(range(2, 12))
    assert "Intervju 9" in reasons[4]
    assert "Barriere, Mulighet, Begge deler" in reasons[5]
    assert "numbers" in reasons[7]
    assert "samtykke / skjema" in reasons[10]
    assert told.outcomes[-1].added
    assert told.themes == ()


def test_the_same_table_again_adds_nothing(rich: Furnished) -> None:
    project, r = rich
    lines = [
        line(2, coder="Dina", valence="+", comment="c", star="ja", theme="Nytt"),
        line(3, code="enda en"),
        line(4, code="enda en", quote="samtykke er vanskelig"),
    ]
    first = code(project, lines)
    step = project.next_undo()
    for coder_id in (None, r.bo):
        again = code(project, lines, coder_id=coder_id)
        assert [each.coded for each in again.outcomes] == [True] * 3
        assert (again.added, again.codes, again.themes, again.coders) == (0, (), (), ())
    assert first.added == 3
    last = project.next_undo()
    assert step is not None
    assert last is not None
    assert step.id == last.id


def test_a_table_is_one_step_that_is_undone_at_once(rich: Furnished) -> None:
    project, _r = rich
    before = len(rows(project, Coding))
    code(project, [line(2, coder="Dina"), line(3, code="ny", theme="Ny")])
    project.undo()
    assert len(rows(project, Coding)) == before
    assert [coder.name for coder in rows(project, Coder)] == ["Anne", "Bo"]


def test_an_empty_table_is_no_step(rich: Furnished) -> None:
    project, _r = rich
    assert code(project, []) == Coded(())


def test_a_place_that_comes_several_times_is_told(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        coding.apply(session, r.group, 0, 4, [r.time], coder_id=None)
    told = code(project, [line(document="Fokusgruppe", quote="er")])
    assert told.outcomes[0].places == 3
