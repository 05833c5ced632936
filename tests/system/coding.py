"""Passages of the sample's interviews, coded by every key there is for it."""

from __future__ import annotations

from qualtool.ui.main_window import MainWindow
from tests.system.hands import Hands, Held, Key
from tests.system.looking import (
    choose_rows,
    codebook_rows,
    coded,
    current_row,
    notice,
    open_document,
    project_of,
    reader_of,
    text_of,
    words_in_margin,
)
from tests.system.outcome import Memory, Passage

ON_TOP, PIECES, CONSCIENCE = "på toppen av alt annet", "hver sin bit", "dårleg samvit"
IN_VIVO = "jeg har ingen grunn til å ringe på"

LAUGH = "hun sa «det blir ikke noe særlig merarbeid»"
WISH = (
    "Jeg hadde egentlig lyst, for jeg har sittet i så mange år med de ungdommene som slutter å "
    "komme, ikke sant, og så forsvinner de liksom ut av mitt system den dagen de skriver seg ut av "
    "skolen."
)
MINE = (
    "så forsvinner de liksom ut av mitt system den dagen de skriver seg ut av skolen. "
    "Da er de ikke mine lenger."
)
EVERYWHERE = "I praksis så er jeg vel, ja, litt overalt."
PLAGUED = "Det har plaga meg i alle år, det der."
STOP = "Når vi begynner med noe nytt, hva er det da vi slutter med?"
SILO = "Jeg har ingenting imot en silo."
SCHOOL = "Jeg sa han gikk på nettskole. Det var jo løgn."
STAIRS = "Dere må bare komme ned en trapp."
GUILT = "Så det var vel eit slags dårleg samvit som dreiv meg"
HEAD = "Eg sa nei fyrst."
NOBODY = "nå har akkurat ingen tatt den"


def code_the_interviews(window: MainWindow, hands: Hands) -> Memory:
    hands.control("2")
    memory = code_the_nurse(hands)
    memory |= code_with_pins_and_the_last_code(hands)
    memory |= code_the_rest(hands)
    take_a_code_away_and_think_again(window, hands)
    return memory


def code_the_nurse(hands: Hands) -> Memory:
    """New codes, an existing one, a theme, in vivo, two at once, what overlaps, every valence."""
    open_document(hands, "Informant 1")
    hands.select(LAUGH)
    hands.press("p")
    hands.write("å toppen av alt annet")
    hands.shift(Key.Key_Return)
    hands.press("-")  # what was just coded is chosen
    assert words_in_margin(hands) == {ON_TOP}

    hands.click_before("Jeg hadde egentlig lyst")
    hands.press("s", "+")
    hands.write("kultu")
    assert current_row(hands) == "Kultur"
    hands.press(Key.Key_Return)
    hands.press("*")

    hands.select(MINE)
    hands.press("-")
    hands.write(PIECES)
    hands.shift(Key.Key_Return)

    hands.select(EVERYWHERE)
    hands.press("h")
    hands.write("ver")
    assert current_row(hands) == PIECES
    hands.press(Key.Key_Return)

    hands.select(PLAGUED)
    hands.press("h")
    hands.write("ver")
    hands.press(Key.Key_Tab)
    hands.write("toppen")
    assert current_row(hands) == ON_TOP
    hands.press(Key.Key_Return)
    hands.press("=")

    hands.select(IN_VIVO)
    hands.control("i")
    assert codebook_rows(hands).count(IN_VIVO) == 1
    assert words_in_margin(hands) == {ON_TOP, PIECES, "Kultur", IN_VIVO}
    overlapping = set(reader_of(hands).view.coded.at(text_of(hands).index(MINE) + 5))
    assert {each.code for each in overlapping} == {"Kultur", PIECES}
    return {
        LAUGH: Passage("Informant 1", {ON_TOP: "barrier"}),
        WISH: Passage("Informant 1", {"Kultur": "opportunity"}, starred=True),
        MINE: Passage("Informant 1", {PIECES: "barrier"}),
        EVERYWHERE: Passage("Informant 1", {PIECES: None}),
        PLAGUED: Passage("Informant 1", {PIECES: "mixed", ON_TOP: "mixed"}),
        IN_VIVO: Passage("Informant 1", {IN_VIVO: None}),
    }


def code_with_pins_and_the_last_code(hands: Hands) -> Memory:
    choose_rows(hands, PIECES)
    hands.press(Key.Key_Menu)
    hands.choose_in_menu("Pin to a number key", "3")
    open_document(hands, "Informant 2")
    hands.select(STOP)
    hands.press("3")
    hands.select(SILO)
    hands.press("-")
    hands.write("topp")
    hands.press(Key.Key_Return)
    open_document(hands, "Informant 3")
    hands.select(SCHOOL)
    hands.control("r")
    return {
        STOP: Passage("Informant 2", {PIECES: None}),
        SILO: Passage("Informant 2", {ON_TOP: "barrier"}),
        SCHOOL: Passage("Informant 3", {ON_TOP: "barrier"}),
    }


def code_the_rest(hands: Hands) -> Memory:
    open_document(hands, "Informant 4")
    hands.select(STAIRS)
    hands.press("=")
    hands.write("struk")
    hands.press(Key.Key_Return)
    open_document(hands, "Informant 5")
    hands.select(GUILT)
    hands.press("s")
    hands.write("amvit")
    hands.shift(Key.Key_Return)
    hands.press("+", "*")
    hands.select(HEAD)
    hands.press("d")
    hands.write("årleg samvit")
    hands.shift(Key.Key_Return)
    open_document(hands, "Prosjektleder")
    hands.select(NOBODY)
    hands.press("h")
    hands.write("ver")
    hands.press(Key.Key_Return)
    hands.press("-")
    return {
        STAIRS: Passage("Informant 4", {"Struktur": "mixed"}),
        GUILT: Passage("Informant 5", {"samvit": "opportunity"}, starred=True),
        HEAD: Passage("Informant 5", {CONSCIENCE: None}),
        NOBODY: Passage("Prosjektleder", {PIECES: "barrier"}),
    }


def take_a_code_away_and_think_again(window: MainWindow, hands: Hands) -> None:
    project = project_of(window)
    open_document(hands, "Informant 2")
    wrong = "Nei, den er min."
    before = len(coded(project))
    hands.select(wrong)
    hands.control("r")
    assert wrong in coded(project)
    hands.press(Key.Key_Delete)
    assert wrong not in coded(project)
    hands.control("z")
    assert wrong in coded(project)
    assert notice(window).startswith("Undid: ")
    hands.press("z", held=Held.ControlModifier | Held.ShiftModifier)
    assert wrong not in coded(project)
    hands.control("z", "z")
    assert wrong not in coded(project)
    assert len(coded(project)) == before
