from __future__ import annotations

import pytest

from qualtool.analysis import cases, codebook, excerpts
from qualtool.core.errors import QualtoolError
from qualtool.store.project import Project
from qualtool.store.rows import CodeRow, CodingRow
from qualtool.ui.dragging import Span
from qualtool.ui.models.codebook import Node, build
from qualtool.ui.reader.candidates import Candidate
from qualtool.ui.workspaces.coding_acts import CodingActs
from tests.ui.studies import TEXT, Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def refusals() -> list[str]:
    return []


@pytest.fixture
def acts(project: Project, study: Study, refusals: list[str]) -> CodingActs:
    def note(error: QualtoolError) -> None:
        refusals.append(error.key)

    return CodingActs(project, note)


def _codings(project: Project, study: Study) -> list[CodingRow]:
    with project.read() as session:
        return excerpts.codings_in(session, study.document)


def _code(project: Project, name: str) -> CodeRow:
    with project.read() as session:
        return next(code for code in codebook.codes(session) if code.name == name)


def _node(project: Project, name: str) -> Node:
    with project.read() as session:
        root = build(codebook.themes(session), codebook.codes(session))
    waiting = [root]
    while waiting:
        node = waiting.pop()
        row = node.theme or node.code
        if row is not None and row.name == name:
            return node
        waiting.extend(node.children)
    raise AssertionError(name)


def test_a_passage_is_coded_by_the_coder_who_works(
    project: Project, study: Study, acts: CodingActs
) -> None:
    acts.apply_codes(study.document, 0, 7, [study.habits], "opportunity")
    coding = _codings(project, study)[0]
    assert (coding.code, coding.valence, coding.coder) == (
        "slik gjør vi det her",
        "opportunity",
        "Marte",
    )


def test_the_last_code_is_used_again_with_its_valence(
    project: Project, study: Study, acts: CodingActs
) -> None:
    assert not acts.apply_last(study.document, 0, 7)
    acts.apply_codes(study.document, 0, 7, [study.habits], "barrier")
    assert acts.apply_last(study.document, 8, 11)
    assert [(c.start, c.code_id, c.valence) for c in _codings(project, study)][:2] == [
        (0, study.habits, "barrier"),
        (8, study.habits, "barrier"),
    ]


def test_coding_with_a_theme_makes_its_code_once(
    project: Project, study: Study, acts: CodingActs
) -> None:
    acts.apply_themes(study.document, 0, 7, [study.culture], None)
    acts.apply_themes(study.document, 8, 11, [study.culture], None)
    code = _code(project, "Vaner som holder igjen")
    assert code.theme_ids == (study.culture,)
    assert code.excerpts == 2


def test_a_new_code_is_made_and_used_in_one_step(
    project: Project, study: Study, acts: CodingActs
) -> None:
    acts.apply_new(study.document, 0, 7, "starten", study.structure)
    assert _code(project, "starten").theme_ids == (study.structure,)
    project.undo()
    with project.read() as session:
        assert "starten" not in [code.name for code in codebook.codes(session)]
    assert len(_codings(project, study)) == 1


def test_a_new_code_with_a_known_name_is_the_known_code(
    project: Project, study: Study, acts: CodingActs, refusals: list[str]
) -> None:
    acts.apply_new(study.document, 0, 7, "Slik gjør vi det her", None, "barrier")
    assert refusals == []
    assert _codings(project, study)[0].valence == "barrier"
    assert _code(project, "slik gjør vi det her").excerpts == 1


def test_what_is_chosen_together_is_one_step(
    project: Project, study: Study, acts: CodingActs
) -> None:
    new = [
        Candidate("new", study.structure, "starten"),
        Candidate("new", 0, "omstart", colour="teal", parent_id=study.habits),
        Candidate("new", 0, "Starten"),
    ]
    acts.apply_mixed(study.document, 0, 7, [study.habits], [study.culture], new, "barrier")
    made = [coding for coding in _codings(project, study) if coding.start == 0]
    assert {coding.code for coding in made} == {
        "slik gjør vi det her",
        "Vaner som holder igjen",
        "starten",
        "omstart",
    }
    assert {coding.valence for coding in made} == {"barrier"}
    assert _code(project, "starten").theme_ids == (study.structure,)
    placed = _code(project, "omstart")
    assert (placed.parent_id, placed.own_colour) == (study.habits, "teal")
    assert acts.apply_last(study.document, 8, 11)
    assert sum(coding.start == 8 for coding in _codings(project, study)) == 4
    project.undo()
    project.undo()
    assert len(_codings(project, study)) == 1


def test_a_known_name_among_what_is_chosen_is_the_known_code(
    project: Project, study: Study, acts: CodingActs, refusals: list[str]
) -> None:
    new = [Candidate("new", 0, "Slik gjør vi det her")]
    acts.apply_mixed(study.document, 0, 7, [study.habits], [study.culture], new, None)
    assert refusals == []
    assert _code(project, "slik gjør vi det her").excerpts == 1


def test_in_vivo_names_the_code_in_the_words_of_the_passage(
    project: Project, study: Study, acts: CodingActs
) -> None:
    start = TEXT.index("alt hang på")
    acts.apply_in_vivo(study.document, start, start + len("alt hang på"))
    assert _code(project, "alt hang på").excerpts == 1


def test_a_long_passage_in_vivo_is_cut_between_words(
    project: Project, study: Study, acts: CodingActs
) -> None:
    acts.apply_in_vivo(study.document, 0, len(TEXT))
    with project.read() as session:
        name = next(c.name for c in codebook.codes(session) if c.name.startswith("Hvordan"))
    assert name.endswith(" …")
    assert len(name) <= 82


def test_a_pinned_key_codes_and_an_empty_key_does_nothing(
    project: Project, study: Study, acts: CodingActs
) -> None:
    acts.pin(study.habits, 4)
    assert acts.apply_pinned(study.document, 0, 7, 4)
    assert not acts.apply_pinned(study.document, 0, 7, 5)
    assert _code(project, "slik gjør vi det her").excerpts == 1


def test_a_sign_sets_the_valence_it_stands_for(
    project: Project, study: Study, acts: CodingActs
) -> None:
    for sign, key in (("+", "opportunity"), ("±", "mixed"), ("-", "barrier")):
        acts.set_valence_by_sign([study.coding], sign)
        assert _codings(project, study)[0].valence == key


def test_star_comment_and_never_quote_are_kept(
    project: Project, study: Study, acts: CodingActs
) -> None:
    excerpt = _codings(project, study)[0].excerpt_id
    acts.set_star([excerpt], True)
    assert _codings(project, study)[0].starred
    acts.set_do_not_quote([excerpt], True)
    acts.set_comment(study.coding, "Igjen telefonen.")
    coding = _codings(project, study)[0]
    assert not coding.starred
    assert coding.do_not_quote
    assert coding.comment == "Igjen telefonen."


def test_uncoding_nothing_makes_no_step(project: Project, study: Study, acts: CodingActs) -> None:
    before = project.next_undo()
    acts.uncode([])
    after = project.next_undo()
    assert before is not None
    assert after is not None
    assert before.id == after.id
    acts.uncode([study.coding])
    assert _codings(project, study) == []


def test_a_passage_dropped_on_a_code_or_theme_is_coded_with_it(
    project: Project, study: Study, acts: CodingActs
) -> None:
    acts.drop_span(Span(study.document, 0, 7), _node(project, "slik gjør vi det her"))
    acts.drop_span(Span(study.document, 0, 7), _node(project, "Ingen eier det"))
    assert {c.code for c in _codings(project, study) if c.start == 0} == {
        "slik gjør vi det her",
        "Ingen eier det",
    }


def test_codes_are_dropped_into_themes_under_codes_and_out_of_all(
    project: Project, study: Study, acts: CodingActs
) -> None:
    acts.drop_codes([study.habits], None, _node(project, "Vaner som holder igjen"), -1)
    assert _code(project, "slik gjør vi det her").theme_ids == (study.culture,)
    acts.drop_codes([study.habits], study.culture, _node(project, "faste møteplasser"), -1)
    assert _code(project, "slik gjør vi det her").parent_id == study.places
    acts.drop_codes([study.habits], study.structure, _node(project, "Vaner som holder igjen"), 0)
    moved = _code(project, "slik gjør vi det her")
    assert (moved.parent_id, moved.theme_ids) == (None, (study.culture,))
    acts.drop_codes([study.habits], study.culture, Node(), -1)
    assert _code(project, "slik gjør vi det her").theme_ids == ()
    root = Node()
    root.add(code=_code(project, "faste møteplasser"))
    acts.drop_codes([study.habits], None, root, 0)
    with project.read() as session:
        assert codebook.codes(session)[0].id == study.habits


def test_renaming_to_a_taken_name_is_refused_and_told(
    project: Project, study: Study, acts: CodingActs, refusals: list[str]
) -> None:
    acts.rename(_node(project, "slik gjør vi det her"), "faste møteplasser")
    assert refusals == ["code_exists"]
    acts.rename(_node(project, "slik gjør vi det her"), "vaner")
    acts.rename(_node(project, "Ingen eier det"), "Alle eier det")
    assert _code(project, "vaner").id == study.habits
    assert _node(project, "Alle eier det").theme is not None


def test_removing_a_theme_leaves_its_codes(
    project: Project, study: Study, acts: CodingActs
) -> None:
    acts.remove([_node(project, "Ingen eier det")])
    assert _code(project, "faste møteplasser").theme_ids == ()
    acts.remove([_node(project, "faste møteplasser")])
    assert _codings(project, study) == []


def test_merging_keeps_every_excerpt(project: Project, study: Study, acts: CodingActs) -> None:
    acts.apply_codes(study.document, 0, 7, [study.habits], None)
    acts.merge([study.habits, study.places], study.places)
    assert _code(project, "faste møteplasser").excerpts == 2


def test_colours_are_given_to_codes_and_themes(
    project: Project, study: Study, acts: CodingActs
) -> None:
    acts.recolour([_node(project, "faste møteplasser"), _node(project, "Ingen eier det")], "teal")
    assert _code(project, "faste møteplasser").own_colour == "teal"
    theme = _node(project, "Ingen eier det").theme
    assert theme is not None
    assert theme.colour == "teal"


def test_new_codes_and_themes_get_a_free_name(
    project: Project, study: Study, acts: CodingActs
) -> None:
    acts.add_code("faste møteplasser", theme_id=None)
    acts.add_theme("Ingen eier det")
    assert _code(project, "faste møteplasser (2)").excerpts == 0
    assert _node(project, "Ingen eier det (2)").theme is not None


def test_themes_are_dropped_under_other_themes(
    project: Project, study: Study, acts: CodingActs
) -> None:
    acts.drop_themes([study.culture], study.structure, -1)
    theme = _node(project, "Vaner som holder igjen").theme
    assert theme is not None
    assert theme.parent_id == study.structure


def test_a_code_becomes_an_attribute_of_cases_in_one_step(
    acts: CodingActs, project: Project, study: Study
) -> None:
    acts.make_attribute(study.places)
    with project.read() as session:
        assert [dict(row.attributes) for row in cases.cases(session)] == [
            {"faste møteplasser": "ja"}
        ]
    project.undo()
    with project.read() as session:
        assert [dict(row.attributes) for row in cases.cases(session)] == [{}]


def test_a_sub_code_does_not_leave_the_theme_of_its_code_alone(
    project: Project, study: Study, acts: CodingActs, refusals: list[str]
) -> None:
    under = acts.add_code("torsdagene", theme_id=None, parent_id=study.places)
    assert under is not None
    acts.take_out(study.structure, [under])
    assert refusals == ["code_follows"]
    acts.take_out(study.structure, [study.places])
    assert refusals == ["code_follows"]
    with project.read() as session:
        (theme,) = [row for row in codebook.themes(session) if row.id == study.structure]
    assert theme.code_ids == ()
