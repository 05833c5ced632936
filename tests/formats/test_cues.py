"""Subtitles become turns, whatever wrote them and however carelessly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool import plugins
from qualtool.core.source import Source
from qualtool.formats.cue_text import plain, voices
from qualtool.formats.cues import parse_cues
from tests.formats.checking import check


def read(text: str, name: str = "opptak.vtt") -> Source:
    source = plugins.read(text.encode(), name)
    check(source)
    return source


def vtt(*cues: str, seconds: float = 1) -> str:
    """A VTT file with a cue of a second for each text."""
    stamps = [f"00:{n // 60:02}:{n % 60:02}.000" for n in range(len(cues) + 1)]
    parts = [f"{stamps[n]} --> {stamps[n + 1]}\n{cue}\n" for n, cue in enumerate(cues)]
    return "WEBVTT\n\n" + "\n".join(parts)


def said(source: Source) -> list[tuple[str, str]]:
    return [
        (
            "" if turn.speaker is None else source.speakers[turn.speaker].label,
            source.text[turn.start : turn.end],
        )
        for turn in source.turns
    ]


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("00:00:01.500 --> 00:00:02.000", 1500, 2000),
        ("00:01.500 --> 00:02.000 align:start position:0%", 1500, 2000),
        ("0:0:2.90 --> 0:0:4.250", 2090, 4250),
        ("00:00:01,5 --> 00:00:02,25", 1500, 2250),
        ("1:02:03.004 --> 1:02:03.005", 3_723_004, 3_723_005),
        ("00:00:01 --> 00:00:02", 1000, 2000),
        ("0:1:-6.-820 --> 0:0:1.000", 0, 1000),
        ("100:00:00.000-->100:00:01.000", 360_000_000, 360_001_000),
        ("00:00:01.000 –> 00:00:02.000", 1000, 2000),
        ("00:00:05.000 --> 00:00:02.000", 5000, 5000),
    ],
)
def test_times_are_read_in_every_spelling(line: str, start: int, end: int) -> None:
    cues = parse_cues([line, "ord"])
    assert [(cue.start_ms, cue.end_ms, cue.lines) for cue in cues] == [(start, end, ["ord"])]


def test_times_never_go_back_and_a_leap_holds_nothing_up() -> None:
    starts = [5, 3, 8, 8, 59, 9, 10]
    cues = parse_cues([f"00:{s:02}.000 --> 00:{s:02}.500" for s in starts])
    assert [cue.start_ms // 1000 for cue in cues] == [5, 5, 8, 8, 8, 9, 10]


@given(st.lists(st.integers(0, 3_000_000), max_size=40))
def test_cues_are_always_in_order(starts: list[int]) -> None:
    lines = [f"00:{s // 60000:02}:{s // 1000 % 60:02}.{s % 1000:03} --> 00:00.000" for s in starts]
    moments = [cue.start_ms for cue in parse_cues(lines)]
    assert moments == sorted(moments)
    assert len(moments) == len(starts)


def test_voice_tags_need_no_end_and_may_stand_in_a_row() -> None:
    assert voices(["<v.first.loud Kari Moe>Hei <b>du</b></v>"]) == [("Kari Moe", "Hei du")]
    assert voices(["Før <v A>en<v B>to</v>", "tre"]) == [("", "Før"), ("A", "en"), ("B", "to tre")]
    assert voices(["<v A></v>"]) == []
    assert voices(["<v R&amp;D>ja"]) == [("R&D", "ja")]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("<c.yellow>gul</c> <i>og</i> <00:00:01.000>blå", "gul og blå"),
        ("&lt;ler&gt; &amp; &quot;ja&quot; &#229;&#xE5;&nbsp;da&lrm;", '<ler> & "ja" åå da'),
        ("<latter> 3 < 4 & 5", "<latter> 3 < 4 & 5"),
        ("{\\an8}Oppe<br/>nede", "Oppe nede"),
        ("<lang nb><ruby>ord<rt>o</rt></ruby></lang>", "ordo"),
        ("&#9999999;", "�"),
    ],
)
def test_markup_goes_and_words_stay(written: str, read_as: str) -> None:
    assert plain(written) == read_as


def test_letters_are_composed_where_markup_stood_between() -> None:
    assert read(vtt("A<b></b>\u030ase")).text == "Åse"


def test_a_name_in_brackets_is_a_speaker_when_known_or_full_or_frequent() -> None:
    known = read(vtt("[Informant 2]\nJa.", "(Latter)\nNei.", "(Musikk)\nSå.", "[Kari]\nHei."))
    assert [speaker.label for speaker in known.speakers] == ["Informant 2"]
    assert len(read(vtt(*["[Kari]\nHei."] * 3)).speakers) == 1


def test_an_empty_line_of_markup_says_nothing() -> None:
    assert read(vtt("<i></i>\nEn.", "<b> </b>")).text == "En."


def test_cues_without_a_name_are_given_to_the_one_before_and_counted() -> None:
    source = read(vtt("<v A>En.</v>", "To.", "<v B>Tre.</v>"))
    assert said(source) == [("A", "En. To."), ("B", "Tre.")]
    assert "speaker_inherited" in [caution.key for caution in source.cautions]


def test_a_first_cue_without_a_name_is_nobodys() -> None:
    assert said(read(vtt("Musikk.", "<v A>En.</v>"))) == [("", "Musikk."), ("A", "En.")]


def test_without_speakers_a_pause_begins_a_paragraph() -> None:
    text = (
        "WEBVTT\n\n00:00.000 --> 00:01.000\nEn.\n\n00:02.900 --> 00:03.000\nTo.\n\n"
        "00:05.000 --> 00:06.000\nTre\n\n00:08.500 --> 00:09.000\nfire\n\n"
        "00:13.000 --> 00:14.000\nfem\n"
    )
    source = read(text)
    assert source.text == "En. To.\nTre fire\nfem"
    assert [(turn.start_ms, turn.end_ms) for turn in source.turns] == [
        (0, 3000),
        (5000, 9000),
        (13_000, 14_000),
    ]
    assert len(source.anchors) == 5


@pytest.mark.parametrize("ending", [".", ""])
@pytest.mark.parametrize("speaker", ["", "<v Kari>"])
def test_text_never_becomes_one_giant_paragraph(ending: str, speaker: str) -> None:
    source = read(vtt(*[f"{speaker}dette er en linje på noen ord{ending}"] * 300))
    longest = max(map(len, source.text.split("\n")))
    assert longest < 1000
    assert len(source.turns) == (1 if speaker else source.text.count("\n") + 1)


def test_one_giant_cue_is_divided_at_sentences() -> None:
    source = read(vtt("Dette er en setning på noen ord. " * 200))
    assert max(map(len, source.text.split("\n"))) < 600
    assert said(read(vtt("<v Kari>" + "Dette er en setning. " * 200)))[0][0] == "Kari"


def test_a_dash_is_somebody_else() -> None:
    source = read(vtt("- Kommer du?\n- Nei.", "Ikke nå. –5 grader"), "a.vtt")
    assert said(source) == [("", "Kommer du?"), ("", "Nei. Ikke nå. –5 grader")]
    labelled = read(vtt("Kari Moe: Kommer du?", "- Nei.", "Ikke nå.", "Kari Moe: Jo."))
    assert said(labelled) == [
        ("Kari Moe", "Kommer du?"),
        ("", "Nei."),
        ("", "Ikke nå."),
        ("Kari Moe", "Jo."),
    ]


def test_labels_within_a_cue_part_it() -> None:
    source = read(vtt("Kari Moe: Kommer du?\nOla Lie: Nei,\nikke nå."))
    assert said(source) == [("Kari Moe", "Kommer du?"), ("Ola Lie", "Nei, ikke nå.")]


def test_names_on_lines_of_their_own_are_speakers() -> None:
    source = read(vtt("(Kari Moe)\n- Kommer du?", "[Ola Lie]\nNei.", "(ler)\nIkke nå.", "Så."))
    assert said(source) == [("Kari Moe", "Kommer du?"), ("Ola Lie", "Nei. (ler) Ikke nå. Så.")]


def test_notes_styles_and_regions_are_left_out() -> None:
    text = (
        "\ufeffWEBVTT - Møte i mai\nKind: captions\n\nREGION\nid:a\n\nSTYLE\n::cue {}\n\n"
        "NOTE\nKari sin fil\n00:00 er start\n\n00:00.000 --> 00:01.000\nEn.\n\nNOTE slutt\n\n"
        "00:01.000 --> 00:02.000\nNOTE er et ord.\n"
    )
    source = read(text)
    assert source.text == "En. NOTE er et ord."
    assert source.facts["title"] == "Møte i mai"


def test_a_blank_line_in_a_cue_loses_no_words() -> None:
    source = read(
        "1\n00:00:00,000 --> 00:00:01,000\n\nEn,\n\nto.\n\n42\n\n2\n00:00:01,000 --> "
        "00:00:02,000\nTre.\n",
        "a.srt",
    )
    assert source.text == "En, to. 42 Tre."


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("name", ["a.vtt", "a.txt", "a", "a.docx"])
def test_a_subtitle_file_is_known_under_any_name(end: str, name: str) -> None:
    text = vtt("<v A>En.</v>").replace("\n", end)
    assert read(text, name).format == "vtt"
    srt = f"1{end}00:00:00,000 --> 00:00:01,000{end}En.{end}"
    assert read(srt, name if name != "a.vtt" else "a").format == "srt"


def test_a_vtt_file_without_its_head_is_known_by_its_name() -> None:
    assert read("00:00.000 --> 00:01.000\nEn.\n").format == "vtt"
    head = "Eksportert 3. mai\nav et program\nsom skriver mye\nførst\n"
    assert read(head + "1\n00:00:00,000 --> 00:00:01,000\nEn.\n", "a.srt").format == "srt"


def test_cues_in_utf_16_are_read() -> None:
    source = plugins.read(vtt("<v Åse>Blåbær.</v>").encode("utf-16"), "a.vtt")
    assert said(source) == [("Åse", "Blåbær.")]
