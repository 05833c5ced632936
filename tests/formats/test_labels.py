"""Speakers are found in every shape that labels have, and nowhere else."""

from __future__ import annotations

import pytest

from qualtool import plugins
from qualtool.core.source import Source
from tests.formats.checking import check


def read(text: str, name: str = "intervju.txt") -> Source:
    source = plugins.read(text.encode(), name, reader="text")
    check(source)
    return source


def said(source: Source) -> list[tuple[str, str]]:
    return [
        (source.speakers[turn.speaker].label, source.text[turn.start : turn.end])
        for turn in source.turns
        if turn.speaker is not None
    ]


def labels(source: Source) -> list[str]:
    return [speaker.label for speaker in source.speakers]


ANSWERS = [("I", "Hva tenker du?"), ("Kari", "At det er sent.")]


@pytest.mark.parametrize(
    "shape",
    [
        "{who}: {words}",
        "{who}:{words}",
        "{who} : {words}",
        "{who}:\n{words}",
        "[{who}]: {words}",
        "({who}): {words}",
        "[00:00:0{n}] {who}: {words}",
        "00:00:0{n} {who}: {words}",
        "[00:00:0{n}]{who}: {words}",
        "(00:00:0{n}) {who}: {words}",
        "[00:00:0{n} - 00:00:09] {who}: {words}",
        "#00:00:0{n}-3# {who}: {words}",
        "{{00:00:0{n}}} {who}: {words}",
        "00:0{n} {who}: {words}",
        "{who} (00:00:0{n}): {words}",
        "{who} [00:00:0{n}]: {words}",
        "{who} 00:00:0{n}: {words}",
        "{who}: {words} #00:00:0{n}-3#",
        "{who}: {words} [00:00:0{n}]",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_labels_are_found_in_every_shape(shape: str, between: str) -> None:
    turns = [ANSWERS[n % 2] for n in range(9)]
    text = between.join(
        shape.format(who=who, words=words, n=n) for n, (who, words) in enumerate(turns)
    )
    source = read(text)
    assert said(source) == turns
    if "0{n}" in shape:
        at_end = shape.endswith(("#", "]"))
        assert [turn.end_ms if at_end else turn.start_ms for turn in source.turns] == [
            n * 1000 + (300 if "-3" in shape else 0) for n in range(9)
        ]


def test_decimals_glued_to_the_name_are_a_stamp() -> None:
    source = read("\n".join(f"00:03:4{n}.5Zack: word {n}" for n in range(4)))
    assert said(source) == [("Zack", "word 0\nword 1\nword 2\nword 3")]
    assert source.turns[0].start_ms == 220_500


@pytest.mark.parametrize(
    "label",
    [
        "Intervjuer",
        "INTERVJUER",
        "intervjuar",
        "Int",
        "Interviewer",
        "Moderator",
        "Informant",
        "Informant 3",
        "Informant nr. 3",
        "informant3",
        "Deltaker 2",
        "Deltakar 2",
        "Respondent",
        "R1",
        "B2",
        "I1",
        "P3",
        "S00",
        "SPEAKER_00",
        "Speaker 1",
        "Taler 2",
        "Høyttaler 1",
        "Kvinne 1",
        "Ukjent taler",
    ],
)
def test_known_labels_count_once(label: str) -> None:
    source = read(f"{label}: Noe ble sagt.\nAB: Og svart.\n")
    assert labels(source)[0] == label


@pytest.mark.parametrize(
    "line",
    [
        "Og da sa jeg: nei.",
        "Viktig: husk nøkkelen.",
        "NB: dette er sent.",
        "For eksempel: bussen.",
        "Han sa: kom igjen.",
        "Dato: 14.3.2024",
        "kl. 12:30 kom de.",
        "https://example.org",
        "Kilde: egen observasjon.",
        "Vi har tre ting. Det første: tid.",
        "En ganske lang innledning som ingen ville kalle et navn på en taler: ja.",
    ],
)
def test_lead_ins_are_no_speakers_however_often_they_stand(line: str) -> None:
    talk = "I: Hva skjedde?\nR1: Litt av hvert.\n"
    source = read(talk + f"{line}\n" * 4)
    assert set(labels(source)) == {"I", "R1"}
    assert source.text.count(line) == 4
    assert read(f"{line}\n" * 4).speakers == ()


def test_an_unknown_name_needs_three_paragraphs() -> None:
    twice = "Kari: Ja.\nDet er et notat.\nKari: Nei.\nEnda et notat.\nOg et til."
    assert read(twice).speakers == ()
    thrice = twice + "\nKari: Jo."
    assert labels(read(thrice)) == ["Kari"]


def test_a_short_conversation_in_which_every_line_has_a_name_needs_no_third() -> None:
    source = read("Kari: Hei.\nOla: Hei.\nKari: Kommer du?\nOla: Ja.")
    assert labels(source) == ["Kari", "Ola"]


def test_initials_count_where_they_meet_others() -> None:
    assert labels(read("KH: Hei.\nMB: Hallo.")) == ["KH", "MB"]
    assert labels(read("K.H.: Hei.\nM.B.: Hallo.")) == ["K.H.", "M.B."]
    assert read("KL: ni var vi der.\nDet var sent.").speakers == ()


def test_names_alone_on_their_lines_are_labels() -> None:
    text = (
        "Intervjuer\nHva nå?\n\nInformant 3\nVi venter.\n\nIntervjuer\nLenge?\n\nInformant 3\nJa."
    )
    assert said(read(text)) == [
        ("Intervjuer", "Hva nå?"),
        ("Informant 3", "Vi venter."),
        ("Intervjuer", "Lenge?"),
        ("Informant 3", "Ja."),
    ]
    names = "\n\n".join(f"{who}\nOrd nummer {n}." for n in range(3) for who in ("Kari", "Ola"))
    assert labels(read(names)) == ["Kari", "Ola"]


def test_a_title_that_is_a_label_word_stays_a_title() -> None:
    source = read("Informant 3\nI: Hva nå?\nInf: Vi venter.")
    assert source.text.startswith("Informant 3\n")
    assert labels(source) == ["I", "Inf"]
    alone = read("Hei\n\nInformant 3")
    assert alone.text == "Hei\nInformant 3"


def test_tabs_and_dashes_part_known_labels_from_words() -> None:
    assert said(read("I\tHva nå?\nR\tVi venter.\n")) == [("I", "Hva nå?"), ("R", "Vi venter.")]
    dashes = "Intervjuer – Hva nå?\nInformant 2 – Vi venter.\nJa – det var alt.\n"
    assert said(read(dashes)) == [
        ("Intervjuer", "Hva nå?"),
        ("Informant 2", "Vi venter.\nJa – det var alt."),
    ]


def test_brackets_without_colon_are_labels_only_for_known_words() -> None:
    source = read("[SPEAKER_00] Hei?\n[SPEAKER_01] Ja.\n(ler) Nei.\n[SPEAKER_00] Jo?\n(ler) Å.\n")
    assert labels(source) == ["SPEAKER_00", "SPEAKER_01"]
    assert "(ler) Nei." in source.text


def test_a_slip_is_taken_for_the_label_it_resembles_and_said_so() -> None:
    text = "I: Hva?\nInformant 4: Det.\nI: Ja?\nInfomant 4: Det der.\nInformant 4: Ja.\n"
    source = read(text)
    assert labels(source) == ["I", "Informant 4"]
    assert [caution.key for caution in source.cautions] == ["label_slip"]
    assert "“Infomant 4” was taken for “Informant 4”" in source.cautions[0].message


def test_other_numbers_and_other_names_are_no_slips() -> None:
    text = "Informant 4: A.\nInformant 5: B.\nInformant 4: C.\nI: D.\n"
    assert labels(read(text)) == ["Informant 4", "Informant 5", "I"]
    names = "Karin: A.\n" * 4 + "Karim: B.\n" * 3
    assert labels(read(names)) == ["Karin", "Karim"]


def test_a_name_that_may_be_a_speaker_is_left_and_counted() -> None:
    source = read("I: Hva?\nR1: Det.\nPetter: Kom inn.\nI: Ja?\n")
    assert [caution.key for caution in source.cautions] == ["labels_left"]
    assert "Petter: Kom inn." in source.text


def test_a_name_seen_once_counts_where_it_has_the_same_stamp_as_the_others() -> None:
    lines = [f"[00:0{n}:00] {who}: Ord." for n, who in enumerate(["Kari", "Ola"] * 3)]
    source = read("\n".join([*lines, "[00:07:00] Petter: Kom inn."]))
    assert labels(source) == ["Kari", "Ola", "Petter"]


def test_a_transcript_head_is_no_speech() -> None:
    head = "Dato: 14.3.2024\nIntervjuer: Kari Nord\nInformant: Ola\nSted: Teams\n\n"
    source = read(head + "Intervjuer: Hva nå?\nInformant: Vi venter.\nIntervjuer: Ja?\n")
    assert source.text.startswith("Dato: 14.3.2024\nIntervjuer: Kari Nord\nInformant: Ola\n")
    assert said(source)[0] == ("Intervjuer", "Hva nå?")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("I: Hva?\nB1: Det.\n", ["interviewer", "participant"]),
        ("Intervjuar: Kva?\nI: Det.\n", ["interviewer", "participant"]),
        ("Forsker: Hva?\nDeltaker 1: Det.\nTolk: Det.\n", ["interviewer", "participant", "other"]),
        ("Moderator: So?\nR1: Yes.\nR2: No.\n", ["interviewer", "participant", "participant"]),
        ("Q: What?\nA: That.\n", ["interviewer", "participant"]),
        (
            "I1: Det.\nI2: Nei.\nM: Hva da?\nI1: Ja.\nM: Og?\n",
            ["participant"] * 2 + ["interviewer"],
        ),
        ("I1: Hva da, og hvorfor?\nI2: Det ble slik.\n", ["interviewer", "participant"]),
        ("Speaker 1: Hm.\nSpeaker 2: Ja.\n", ["other", "other"]),
        ("Speaker 1: Hva da?\nSpeaker 2: Ja.\n", ["interviewer", "participant"]),
        ("Speaker 1: Bare meg.\n", ["other"]),
    ],
)
def test_roles_follow_the_words_and_else_who_asks(text: str, roles: list[str]) -> None:
    assert [speaker.role for speaker in read(text).speakers] == roles


def test_guessed_roles_are_said_to_be_guessed() -> None:
    guessed = read("Speaker 1: Hva da?\nSpeaker 2: Ja.\n")
    assert [caution.key for caution in guessed.cautions] == ["roles_guessed"]
    unknown = read("Speaker 1: Da.\nSpeaker 2: Ja.\n")
    assert [caution.key for caution in unknown.cautions] == ["roles_unknown"]


def test_times_of_day_in_notes_stay_in_the_text() -> None:
    notes = "09:15 Møtet starter.\n09:40 Lærer: vi må videre.\n10:05 Pause."
    source = read(notes)
    assert source.text == notes
    assert source.anchors == ()


def test_a_stamp_in_a_paragraph_becomes_a_moment_in_it() -> None:
    source = read("[00:00:01] Det var [00:00:05] sent #00:00:07-5# på kvelden (uhørbart 00:00:09).")
    assert source.text == "Det var sent på kvelden (uhørbart 00:00:09)."
    assert [(anchor.offset, anchor.ms) for anchor in source.anchors] == [
        (0, 1000),
        (8, 5000),
        (13, 7500),
    ]


def test_a_stamp_that_is_far_off_holds_the_others_up_no_more() -> None:
    stamps = ["00:00:01", "09:00:00", "00:00:03", "00:00:04", "00:00:02", "00:00:06"]
    source = read("\n".join(f"[{stamp}] Ord her." for stamp in stamps))
    assert [anchor.ms for anchor in source.anchors] == [1000, 1000, 3000, 4000, 4000, 6000]


def test_guide_questions_between_turns_are_nobodys() -> None:
    source = read("R1: Ja.\n\n2.1 Hvordan virker det i praksis?\n\nR1: Godt.\n\nR2: Nei.\n")
    assert said(source) == [("R1", "Ja."), ("R1", "Godt."), ("R2", "Nei.")]


def test_a_label_without_words_says_nothing() -> None:
    source = read("I: Hva?\nR1:\nI: Er du der?\nR1: Ja.\nR2:\n")
    assert said(source) == [("I", "Hva?\nEr du der?"), ("R1", "Ja.")]
    assert labels(source) == ["I", "R1"]


def test_a_label_right_after_a_page_break_is_found() -> None:
    source = read("I: Hva?\nR1: Det.\n\fI: Ja?\n\fR1:\n\fJo.\n")
    assert said(source) == [("I", "Hva?"), ("R1", "Det."), ("I", "Ja?"), ("R1", "Jo.")]
    assert [(p.value, source.text[p.offset :][:3]) for p in source.locators] == [
        ("1", "Hva"),
        ("2", "Ja?"),
        ("4", "Jo."),
    ]


def test_more_labels_than_people_are_cut_off() -> None:
    text = "".join(f"Navn{chr(97 + n // 26)}{chr(97 + n % 26)}: ord\n" * 3 for n in range(150))
    assert len(read(text).speakers) == 100


def test_questions_and_answers_are_speakers_only_together() -> None:
    both = read("Spørsmål: Hva?\nSvar: Det.\nSpørsmål: Og?\nSvar: Mer.\n")
    assert [speaker.role for speaker in both.speakers] == ["interviewer", "participant"]
    assert read("Spørsmål: Hvem følger opp?\n" * 4).speakers == ()
    assert read("I: Hva?\nR1: Det.\nSpørsmål 1: Hvem?\n").speakers[-1].label == "R1"


def test_numbered_points_are_no_initials() -> None:
    assert read("H1: Det virker.\nH2: Det virker ikke.\nH3: Vet ikke.\n").speakers == ()
    assert len(read("H1: Ja.\nH2: Nei.\nH1: Jo.\nH3: Å.\n").speakers) == 3


def test_who_took_part_is_no_conversation() -> None:
    text = "Ordstyrer: Kari Nord\nTolk: Per Lie\n\nMøtet varte i to timer.\n"
    assert read(text).text == text.strip().replace("\n\n", "\n")
    assert read(text).speakers == ()


def test_a_word_that_leads_in_now_and_then_is_no_speaker() -> None:
    notes = ["Dette er et avsnitt om møtet."] * 30 + ["Styrker: mange."] * 3
    assert read("\n\n".join(notes)).speakers == ()


def test_words_in_brackets_and_names_after_the_word_say_the_role_too() -> None:
    source = read("Intervjuer (I): Hva?\nInformant 3 (kvinne, 45): Det.\n")
    assert [speaker.role for speaker in source.speakers] == ["interviewer", "participant"]
    named = read("Intervjuer Kari: Det.\nInformant Per: Ja.\n" * 3)
    assert [speaker.role for speaker in named.speakers] == ["interviewer", "participant"]
    assert named.cautions == ()


def test_the_date_at_the_top_is_a_fact() -> None:
    assert read("Dato: 14. mars 2024\n\nI: Hva?\nR1: Det.").facts["date"] == "2024-03-14"
    assert "date" not in read("Dato: en gang i mai\n\nI: Hva?\nR1: Det.").facts


def test_stamps_alone_on_their_lines_belong_to_what_follows() -> None:
    names = ["Kari Moe", "Ola Lie"] * 4
    lines = [f"{who}: Ja." for who in names]
    source = read("\n\n".join(["00:00:00", *lines[:3], "00:05:00", *lines[3:]]))
    assert [turn.start_ms for turn in source.turns] == [0, None, None, 300_000, *[None] * 4]


def test_captions_saved_by_zoom_are_read() -> None:
    turns = [("Kari Moe", "Hei?"), ("Ola Lie", "Hei."), ("Kari Moe", "Ja?")]
    text = "\n\n".join(f"[{who}] 10:03:2{n}\n{words}" for n, (who, words) in enumerate(turns))
    assert said(read(text)) == turns


def test_a_stamp_between_name_and_words_is_a_stamp() -> None:
    source = read("Speaker 1: [00:00:05] Hva?\nSpeaker 2 (00:09):\nDet.\n")
    assert said(source) == [("Speaker 1", "Hva?"), ("Speaker 2", "Det.")]
    assert [turn.start_ms for turn in source.turns] == [5000, 9000]
