from __future__ import annotations

from pathlib import Path

import pytest

from qualtool.core.names import folded
from qualtool.core.pseudonyms import Naming
from qualtool.operations.importing import examine
from qualtool.ui.models import identifying, naming
from qualtool.ui.models.incoming import Entry, entries, labelled, renamed, with_role
from qualtool.ui.models.naming import Pseudonyms

TALK = """WEBVTT

1
00:00:01.000 --> 00:00:03.000
<v Hanne Lie>Hvordan var det i starten, {first}?</v>

2
00:00:04.000 --> 00:00:06.000
<v {name}>Det fantes ikke noe fast sted. Hanne, du vet jo at haugen er bratt.</v>

3
00:00:07.000 --> 00:00:09.000
<v Hanne Lie>Hva gjorde dere da?</v>

4
00:00:10.000 --> 00:00:12.000
<v {name}>{first}s far ringte rundt til alle som bodde i bygda den gangen.</v>
"""


@pytest.fixture
def found(tmp_path: Path) -> list[Entry]:
    """Two talks with the same interviewer, and a typed one whose file's name tells who it is."""
    for file, name in (("Samtale Siri Haugen", "Siri Haugen"), ("opptak", "Jonas Ekeberg")):
        text = TALK.format(name=name, first=name.split()[0])
        (tmp_path / f"{file}.vtt").write_text(text, "utf-8")
    typed = "Intervjuer: Hva så?\nInformant: Det ble stille.\n" * 3
    (tmp_path / "Intervju Kari Moe.txt").write_text(typed, "utf-8")
    return entries(examine(sorted(tmp_path.iterdir(), key=lambda path: path.name.casefold())))


def _labels(entry: Entry) -> list[str]:
    assert entry.source is not None
    return [each.label for each in entry.source.speakers]


def _asks(found: list[Entry]) -> list[Entry]:
    return [
        with_role(each, 0, "interviewer") if each.found.path.suffix == ".vtt" else each
        for each in found
    ]


def test_everybody_gets_a_pseudonym_of_their_own_and_one_person_the_same(
    found: list[Entry],
) -> None:
    named = naming.apply(_asks(found), Pseudonyms(on=True))
    assert [_labels(each) for each in named] == [
        ["Intervjuer", "Informant 1"],
        ["Intervjuer", "Informant 2"],
        ["Intervjuer", "Informant 3"],
    ]
    assert [each.chosen.name for each in named] == [
        "Intervju Informant 1",
        "opptak",
        "Samtale Informant 3",
    ]
    assert [each.chosen.cases for each in named[1:]] == [
        (None, "Informant 2"),
        (None, "Informant 3"),
    ]


def test_nothing_that_goes_in_holds_a_name(found: list[Entry]) -> None:
    named = naming.apply(_asks(found), Pseudonyms(on=True))
    for each in naming.coming_in(named, keep_originals=False):
        assert each.keep_original is False
        assert each.source is not None
        told = f"{each.name} {each.cases} {each.source} {each.facts}"
        for name in ("Siri", "Haugen", "Jonas", "Ekeberg", "Hanne", "Lie,", "Kari", "Moe"):
            assert name not in told


def test_a_word_that_may_be_a_name_is_left_until_it_is_chosen(found: list[Entry]) -> None:
    entry = naming.apply(_asks(found), Pseudonyms(on=True))[2]
    doubtful = [each for each in naming.places_in(entry) if not each.sure]
    assert [naming.is_replaced(entry, each) for each in doubtful] == [False]
    source = naming.outcome_source(naming.switched(entry, doubtful, True))
    assert source is not None
    assert "haugen" not in source.text
    back = naming.switched(naming.switched(entry, doubtful, True), doubtful, False)
    assert back == entry


def test_a_name_can_be_let_stand_in_one_place(found: list[Entry]) -> None:
    entry = naming.apply(_asks(found), Pseudonyms(on=True))[2]
    first = naming.places_in(entry)[0]
    source = naming.outcome_source(naming.switched(entry, [first], False))
    assert source is not None
    assert "i starten, Siri?" in source.text
    assert "Informant 3s far" in source.text


def test_switched_off_everything_is_called_as_in_the_file(found: list[Entry]) -> None:
    asked = _asks(found)
    assert naming.apply(naming.apply(asked, Pseudonyms(on=True)), Pseudonyms()) == asked


def test_a_pseudonym_that_is_written_is_taken_in_every_file(found: list[Entry]) -> None:
    chosen = Pseudonyms(on=True).saying("Hanne Lie", "Forsker")
    named = naming.apply(naming.apply(_asks(found), Pseudonyms(on=True)), chosen)
    assert [_labels(each)[0] for each in named] == ["Intervjuer", "Forsker", "Forsker"]
    source = naming.outcome_source(named[1])
    assert source is not None
    assert "Forsker, du vet" in source.text


def test_somebody_remembered_keeps_the_pseudonym_and_nobody_else_gets_it(
    found: list[Entry],
) -> None:
    said = {folded("Siri Haugen"): Naming("Siri Haugen", "Informant 1")}
    named = naming.apply(_asks(found), Pseudonyms(on=True, said=said))
    assert [_labels(each)[1] for each in named[1:]] == ["Informant 3", "Informant 1"]


def test_a_pseudonym_that_the_project_has_is_not_given_again(found: list[Entry]) -> None:
    chosen = Pseudonyms(on=True, taken=frozenset({"informant 1", "informant 2"}))
    named = naming.apply(_asks(found), chosen)
    assert [_labels(each)[1] for each in named[1:]] == ["Informant 4", "Informant 5"]


def test_a_name_that_was_written_here_stays_as_it_was_written(found: list[Entry]) -> None:
    named = naming.apply(_asks(found), Pseudonyms(on=True))
    written = [*named[:2], renamed(named[2], "Første samtale")]
    assert naming.apply(written, Pseudonyms(on=True))[2].chosen.name == "Første samtale"


def test_a_label_that_names_nobody_is_the_researchers_to_write(found: list[Entry]) -> None:
    named = naming.apply(found, Pseudonyms(on=True))
    written = [labelled(named[0], 0, "Studenten"), *named[1:]]
    assert _labels(naming.apply(written, Pseudonyms(on=True))[0])[0] == "Studenten"


def test_another_name_is_replaced_too(found: list[Entry]) -> None:
    chosen = Pseudonyms(on=True, others=(Naming("bygda", "[sted]"),))
    source = naming.outcome_source(
        naming.switched(
            named := naming.apply(_asks(found), chosen)[2], naming.places_in(named), True
        )
    )
    assert source is not None
    assert "i [sted] den gangen" in source.text


def test_a_file_whose_name_tells_of_somebody_says_so(found: list[Entry]) -> None:
    assert [naming.file_name_tells(each) for each in found] == ["Kari Moe", "", "Siri Haugen"]
    named = naming.apply(_asks(found), Pseudonyms(on=True))
    assert [naming.file_name_tells(each) for each in named] == ["", "", ""]


def test_a_replaced_name_that_is_written_back_by_hand_is_told_of(found: list[Entry]) -> None:
    named = naming.apply(_asks(found), Pseudonyms(on=True))
    assert naming.file_name_tells(renamed(named[1], "Ekeberg om starten")) == "Ekeberg om starten"


def test_without_the_switch_nothing_is_said_of_the_original(found: list[Entry]) -> None:
    assert [each.keep_original for each in naming.coming_in(found, keep_originals=True)] == [
        None,
        None,
        None,
    ]


CAPITALS = """1
00:00:00,000 --> 00:00:04,000
HANNE: Kan du si litt om bakgrunnen din, Bjarne?

2
00:00:04,500 --> 00:00:11,000
BJARNE: Jeg er vaktmester her, og har vært det siden nittitallet.

3
00:00:11,500 --> 00:00:16,000
HANNE: Bruker du systemet?

4
00:00:16,500 --> 00:00:26,000
BJARNE: Nei, men jeg må fikse det når noen ikke får logget inn.
"""


@pytest.fixture
def capitals(tmp_path: Path) -> list[Entry]:
    """A talk whose speakers are written in capitals."""
    file = tmp_path / "intervju_bjarne.srt"
    file.write_text(CAPITALS, "utf-8")
    return entries(examine([file]))


def test_a_label_in_capitals_gets_a_pseudonym_everywhere(capitals: list[Entry]) -> None:
    (named,) = naming.apply(capitals, Pseudonyms(on=True))
    assert _labels(named) == ["Intervjuer", "Informant 1"]
    assert named.chosen.cases == (None, "Informant 1")
    assert "bjarne" not in repr(naming.outcome(named)).casefold().replace(file_of(named), "")


def file_of(entry: Entry) -> str:
    return str(entry.found.path).casefold()


def test_a_name_that_is_written_holds_for_labels_in_any_capitals(capitals: list[Entry]) -> None:
    chosen = Pseudonyms(on=True, others=(Naming("Bjarne Holm", "Informant 5"),))
    (named,) = naming.apply(naming.apply(capitals, Pseudonyms(on=True)), chosen)
    assert _labels(named)[1] == "Informant 5"
    assert named.chosen.cases[1] == "Informant 5"
    assert naming.apply([named], Pseudonyms()) == capitals


def test_initials_get_a_pseudonym_as_names_do(tmp_path: Path) -> None:
    file = tmp_path / "opptak.txt"
    file.write_text("KM: Hvordan gikk det?\nSH: Det gikk fint, synes jeg.\n" * 3, "utf-8")
    (named,) = naming.apply(entries(examine([file])), Pseudonyms(on=True))
    assert _labels(named) == ["Intervjuer", "Informant 1"]


def test_the_interviewer_is_one_person_in_all_files(
    found: list[Entry], capitals: list[Entry], tmp_path: Path
) -> None:
    note = tmp_path / "notat.txt"
    note.write_text("Int.: Hva så?\n\nJonas: Det ble stille.\n\n" * 3, "utf-8")
    both = [*_asks(found), *capitals, *entries(examine([note]))]
    named = naming.apply(both, Pseudonyms(on=True))
    assert {_labels(each)[0] for each in named} == {"Intervjuer"}
    jonas = [each for each in named if each.found.path.name in ("opptak.vtt", "notat.txt")]
    assert len({_labels(each)[1] for each in jonas}) == 1


def test_whoever_is_remembered_by_a_full_name_is_known_by_the_first(
    capitals: list[Entry],
) -> None:
    said = {
        folded(name): Naming(name, pseudonym)
        for name, pseudonym in (("Hanne Lie", "Intervjuer"), ("Bjarne Holm", "Informant 5"))
    }
    (named,) = naming.apply(capitals, Pseudonyms(on=True, said=said))
    assert _labels(named) == ["Intervjuer", "Informant 5"]


def test_another_interviewer_than_the_remembered_one_is_called_otherwise(
    capitals: list[Entry],
) -> None:
    said = {"siri moe": Naming("Siri Moe", "Intervjuer")}
    (named,) = naming.apply(capitals, Pseudonyms(on=True, said=said))
    assert _labels(named)[0] == "Intervjuer 1"


def test_numbers_and_addresses_go_with_the_names_where_that_is_chosen(tmp_path: Path) -> None:
    file = tmp_path / "opptak.txt"
    said = "Ring 91 23 45 67 eller skriv til jonas@fjell.example, sa Jonas."
    file.write_text(f"Intervjuer: Hva så?\nJonas: {said}\n" * 3, "utf-8")
    found = entries(examine([file]))
    (kept,) = naming.apply(found, Pseudonyms(on=True))
    assert "91 23 45 67" in repr(naming.outcome(kept).source)
    assert identifying.counts(kept) == {"phone": 3, "email": 3}
    (named,) = naming.apply(found, Pseudonyms(on=True, numbers=True))
    source = naming.outcome(named).source
    assert source is not None
    assert "Ring [telefon] eller skriv til [e-post], sa Informant 1." in source.text
    first = naming.places_in(named)[0]
    assert "Ring 91 23 45 67 eller" in repr(
        naming.outcome(naming.switched(named, [first], False)).source
    )
    (only,) = naming.coming_in([named], keep_originals=False)
    assert only.keep_original is False
    assert naming.apply([named], Pseudonyms(numbers=True)) == found


def test_names_that_are_not_replaced_are_told_of(found: list[Entry], tmp_path: Path) -> None:
    file = tmp_path / "notat.txt"
    file.write_text("Intervjuer: Hvem?\nJonas: Det var Berit Lund og Jonas.\n" * 3, "utf-8")
    (named,) = naming.apply(entries(examine([file])), Pseudonyms(on=True))
    assert identifying.may_be_names(named) == ("Berit Lund",)


def test_names_in_a_survey_go_also_of_those_who_said_nothing(tmp_path: Path) -> None:
    file = tmp_path / "Svar.csv"
    rows = (
        "Deltaker;Nærmeste leder;Hva gikk bra i samarbeidet?",
        "Siri Haugen;Jonas Ekeberg;At Jonas Ekeberg ringte oss hver eneste uke.",
        "Jonas Ekeberg;Siri Haugen;",
    )
    file.write_text("\n".join(rows), "utf-8")
    (entry,) = naming.apply(entries(examine([file])), Pseudonyms(on=True))
    coming = naming.outcome(entry)
    assert coming.cases == ("Informant 1",)
    assert coming.survey is not None
    told = [(each.case, each.attributes) for each in coming.survey.answers]
    assert told[0][1] == (("Nærmeste leder", "Informant 2"),)
    assert told[1] == ("Informant 2", (("Nærmeste leder", "Informant 1"),))
    assert coming.source is not None
    assert "Jonas" not in coming.source.text
