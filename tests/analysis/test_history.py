from __future__ import annotations

import ast
from pathlib import Path

import pytest

import qualtool
from qualtool import i18n
from qualtool.analysis import history
from qualtool.analysis.history_words import WORDS, sentence
from qualtool.operations import codes, coding, memos, study, themes
from qualtool.store.project import Project
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]
PACKAGE = Path(qualtool.__file__).parent


def actions_used() -> set[str]:
    """Every action that anywhere in the program a step is opened with."""
    found: set[str] = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "edit"
                and node.args
                and isinstance(node.args[0], ast.Constant)
                and isinstance(node.args[0].value, str)
            ):
                found.add(node.args[0].value)
    return found


def test_every_action_has_words() -> None:
    assert actions_used() <= set(WORDS)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("action", WORDS)
@pytest.mark.parametrize("count", [1, 3])
def test_every_action_is_worded_with_nothing_and_with_everything(
    action: str, count: int, language: str
) -> None:
    i18n.set_language(language)
    full: dict[str, str | int | None] = {
        **dict.fromkeys(("codes", "documents", "themes", "cases", "count", "codings"), count),
        **dict.fromkeys(
            ("attributes", "activities", "schemes", "phases", "guides", "questions", "reports",
             "blocks"), count
        ),
        **dict.fromkeys(
            ("code", "document", "theme", "case", "into", "old", "name", "template", "table",
             "coder", "memo", "activity", "speaker", "attribute", "valence", "value", "scheme",
             "phase", "guide", "question", "frame",
             "text", "snapshot", "expectation", "report"),
            "et navn {med} klammer",
        ),
        "key": 1,
        "on": count % 2,
    }  # fmt: skip
    for about in ({}, full):
        words = sentence(action, about)
        assert words
        assert "_" not in words
        assert about is not full or "…" not in words
        assert "{" not in words.replace("{med}", "")


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("not_asked", "Noted that “Hva?” was not asked in “Et”"),
        ("declined", "Noted that “Hva?” was not answered in “Et”"),
        ("", "Removed what is noted of “Hva?” in “Et”"),
    ],
)
def test_a_question_that_was_not_asked_is_told_from_one_that_was_declined(
    state: str, words: str
) -> None:
    assert sentence("set_answer", {"state": state, "question": "Hva?", "document": "Et"}) == words


def test_a_case_that_took_part_is_told_from_a_document_that_came_of_it() -> None:
    about = {"activity": "Møte", "case": "Skolen"}
    assert sentence("tie_activity", about) == "Noted that “Skolen” took part in “Møte”"
    assert sentence("untie_activity", about) == "Noted that “Skolen” did not take part in “Møte”"
    assert sentence("set_values", {"attribute": "Opptak", "document": "Et"}) == (
        "Set Opptak for the document “Et”"
    )
    assert sentence("import_activities", {"count": 2}) == "Entered 2 activities"
    assert sentence("move_cases", {"case": "Skolen"}) == "Moved the case “Skolen”"


def test_an_action_of_a_newer_program_is_shown_by_its_key() -> None:
    assert sentence("knit_codes", {}) == "knit codes"


def worded(project: Project) -> list[str]:
    with project.read() as session:
        return [history.worded(step, with_reason=True) for step in history.steps(session)]


def test_a_merge_is_told_with_names_count_and_reason(rich: Furnished) -> None:
    project, r = rich
    with project.edit("merge_codes", reason="they mean the same") as session:
        codes.merge(session, [r.consent], r.secrecy)
    assert worded(project)[0] == (
        "Merged “samtykke” into “taushetsplikt”, 1 excerpt, because they mean the same"
    )


def test_the_words_are_those_of_the_time(rich: Furnished) -> None:
    project, r = rich
    with project.edit("rename_code") as session:
        codes.rename(session, r.time, "tidsbruk")
    with project.edit("remove_codes") as session:
        codes.remove(session, [r.time])
    assert worded(project)[:2] == [
        "Removed the code “tidsbruk”, 2 codings",
        "Renamed the code “tid” to “tidsbruk”",
    ]


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("apply_code", "Coded a passage in “Notat” with 2 codes"),
        ("apply_theme", "Coded a passage in “Notat” with “Struktur”"),
        ("remove_codings", "Took “tid” off a passage in “Fokusgruppe”"),
        ("set_valence", "Marked “tid” in “Fokusgruppe” as Mulighet"),
        ("set_star", "Starred a passage in “Fokusgruppe”"),
        ("move_codes", "Moved 2 codes under “taushetsplikt”"),
        ("place_codes", "Put “tid” under the theme “Kultur”"),
        ("move_themes", "Moved the theme “Lokal forankring”"),
        ("collapse_theme", "Folded the theme “Kultur”"),
        ("pin_code", "Put “tid” on the key 4"),
        ("retire_codes", "Took “tid” out of use"),
    ],
)
def test_operations_note_what_the_history_says(rich: Furnished, action: str, said: str) -> None:
    project, r = rich
    with project.edit(action) as session:
        match action:
            case "apply_code":
                coding.apply(session, r.notes, 5, 9, [r.time, r.consent], coder_id=r.bo)
            case "apply_theme":
                coding.apply_theme(session, r.notes, 5, 9, [r.structure], coder_id=r.bo)
            case "remove_codings":
                coding.remove(session, [r.lone_coding])
            case "set_valence":
                coding.set_valence(session, [r.lone_coding], "opportunity")
            case "set_star":
                coding.set_star(session, [r.lone], True)
            case "move_codes":
                codes.move(session, [r.time, r.consent], parent_id=r.secrecy)
            case "place_codes":
                themes.place_codes(session, r.culture, [r.time])
            case "move_themes":
                themes.move(session, [r.local], parent_id=None)
            case "collapse_theme":
                themes.collapse(session, r.culture, True)
            case "pin_code":
                codes.pin(session, r.time, 4)
            case _:
                codes.retire(session, [r.time], True)
    assert worded(project)[0] == said


def test_a_memo_is_told_by_its_title_or_by_what_it_is_on(rich: Furnished) -> None:
    project, r = rich
    for target, target_id, title in (
        ("code", r.time, ""),
        ("excerpt", r.lone, ""),
        ("coding", r.lone_coding, ""),
        (None, None, ""),
        ("theme", r.culture, "Om vaner"),
    ):
        with project.edit("add_memo") as session:
            memos.add(session, text="x", title=title, target=target, target_id=target_id)
    assert worded(project)[:5] == [
        "Wrote the memo “Om vaner” on “Kultur” · analytic",
        "Wrote a memo · analytic",
        "Wrote a memo on “Fokusgruppe” · analytic",
        "Wrote a memo on “Fokusgruppe” · analytic",
        "Wrote a memo on “tid” · analytic",
    ]


def test_a_research_question_and_another_method_are_told(rich: Furnished) -> None:
    project, _r = rich
    for fields in ({"research_question": "Hva holder igjen?"}, {"profile": "framework"}):
        with project.edit("describe_study") as session:
            study.describe(session, **fields)
    assert worded(project)[:2] == [
        "Chose another method for the project",
        "Wrote the research question “Hva holder igjen?”",
    ]


def test_undo_and_redo_say_what_they_took_back(rich: Furnished) -> None:
    project, r = rich
    with project.edit("rename_code") as session:
        codes.rename(session, r.time, "{tid}")
    project.undo()
    project.redo()
    assert worded(project)[:3] == [
        "Did again: Renamed the code “tid” to “{tid}”",
        "Undid: Renamed the code “tid” to “{tid}”",
        "Renamed the code “tid” to “{tid}”",
    ]


def test_a_step_that_was_taken_back_is_marked_until_it_is_done_again(rich: Furnished) -> None:
    project, r = rich
    with project.edit("rename_code") as session:
        codes.rename(session, r.time, "ny")

    def undone() -> list[bool]:
        with project.read() as session:
            return [step.undone for step in history.steps(session, newest_first=False)][3:]

    before = undone()
    project.undo()
    assert undone()[: len(before)] == [*before[:-1], True]
    project.redo()
    assert not any(undone())


def test_a_limit_keeps_the_newest(rich: Furnished) -> None:
    project, _r = rich
    with project.read() as session:
        everything = history.steps(session)
        assert history.steps(session, limit=1) == everything[:1]
        assert history.steps(session, newest_first=False, limit=2) == everything[1::-1]
        assert len(history.steps(session, limit=999)) == len(everything)
    assert everything[0].coder == "Anne"


def test_the_step_undo_offers_is_worded(rich: Furnished) -> None:
    project, r = rich
    with project.edit("pin_code") as session:
        codes.pin(session, r.consent, None)
    step = project.next_undo()
    assert step is not None
    assert history.step_in_words(step) == "Took “samtykke” off its key"


def test_all_codes_that_are_taken_off_a_passage_are_counted(rich: Furnished) -> None:
    project, r = rich
    with project.edit("remove_codings") as session:
        coding.remove(session, [r.consent_coding, r.secrecy_coding])
    with project.read() as session:
        words = history.worded(history.steps(session)[0])
    assert words == "Took all 2 codes off a passage in “Intervju 1”"
    project.undo()
    with project.edit("set_valence") as session:
        coding.set_valence(session, [r.consent_coding, r.secrecy_coding], "opportunity")
    with project.read() as session:
        assert "2" in history.worded(history.steps(session)[0])
