"""An invented interview for the tests of the reader, with codings by the words they cover."""

from __future__ import annotations

from collections.abc import Sequence

from qualtool.core.source import Block, Turn
from qualtool.store.rows import CodingRow, Reading, SpeakerRow, ValenceRow
from qualtool.ui.reader.candidates import Candidate

ANSWER = (
    "Altså … det tok jo tid før vi skjønte at vi snakket om hver vår ting. Jeg satt der og "
    "tenkte på barna, og han fra kommunen tenkte på budsjettet, og ingen av oss sa det høyt. "
    "Det fantes ikke noe fast sted hvor vi møttes, så alt hang på at noen tok telefonen."
)
TWO_PARAGRAPHS = (
    "Ingenting, i begynnelsen. Det er ikke vrangvilje, det er det at dagen allerede er full.\n"
    "Men så var det en av ungdommene i gruppa som sa: «kan ikke dere bare møtes, da?»"
)
SPEECH = (
    (0, 252, "Kan du si litt om hvordan det var i starten, da gruppa ble satt sammen?"),
    (1, 261, ANSWER),
    (0, 302, "Hva gjorde dere da?"),
    (1, 305, TWO_PARAGRAPHS),
)
VALENCES = (
    ValenceRow("barrier", "Barrier", "-"),
    ValenceRow("opportunity", "Opportunity", "+"),
    ValenceRow("mixed", "Both", "±"),
)
CANDIDATES = (
    Candidate("code", 1, "faste møteplasser", "Der tjenestene treffes av seg selv", "blue", 19),
    Candidate("code", 2, "manglende helhet", "", "violet", 14),
    Candidate("code", 3, "det enkle ingen sier", "", "rose", 4),
    Candidate("code", 4, "en kontaktperson", "", "blue", 7),
    Candidate("theme", 7, "Struktur", "", "blue", 52),
)


def reading_of(
    speech: Sequence[tuple[int, int, str]] = SPEECH, blocks: tuple[Block, ...] = ()
) -> Reading:
    """A document of turns: number of the speaker, seconds, words."""
    turns: list[Turn] = []
    at = 0
    for speaker, second, words in speech:
        turns.append(Turn(at, at + len(words), speaker, second * 1000))
        at += len(words) + 1
    return Reading(
        document_id=1,
        name="Informant 3",
        language="nb",
        text="\n".join(words for _speaker, _second, words in speech),
        turns=tuple(turns),
        anchors=(),
        locators=(),
        blocks=blocks,
        speakers=(
            SpeakerRow(1, 0, "Intervjuer", "interviewer", None, ""),
            SpeakerRow(2, 1, "Informant 3", "participant", None, ""),
        ),
    )


def plain(text: str) -> Reading:
    """A document in which nobody is known to speak."""
    return Reading(1, "Notes", "nb", text, (), (), (), (), ())


def span_of(text: str, words: str) -> tuple[int, int]:
    """Where words stand in a text."""
    start = text.index(words)
    return start, start + len(words)


def coding_row(
    number: int,
    span: tuple[int, int],
    *,
    code: int = 1,
    name: str = "faste møteplasser",
    colour: str = "blue",
    excerpt: int | None = None,
    valence: str | None = None,
) -> CodingRow:
    """A coding whose excerpt has its own number unless another is said."""
    return CodingRow(
        id=number,
        excerpt_id=number if excerpt is None else excerpt,
        document_id=1,
        start=span[0],
        end=span[1],
        code_id=code,
        code=name,
        colour=colour,
        coder_id=1,
        coder="Marte",
        valence=valence,
        depth=None,
        comment="",
        starred=False,
        do_not_quote=False,
    )


def made_up(length: int, codings: int) -> tuple[Reading, list[CodingRow]]:
    """A long conversation of about so many characters, its codings overlapping in pairs."""
    speech: list[tuple[int, int, str]] = []
    written = 0
    while written < length:
        turn = len(speech)
        said = ANSWER[: 40 + (turn * 37) % 200] if turn % 2 else f"{SPEECH[0][2]} ({turn})"
        said = said if turn % 5 else " ".join([ANSWER] * 3)
        speech.append((turn % 2, turn * 7, said))
        written += len(said) + 1
    reading = reading_of(speech)
    colours = ("violet", "blue", "green", "amber", "rose", "teal", "olive", "sky")
    step = max(1, (len(reading.text) - 200) // max(1, codings // 2))
    rows = []
    for number in range(codings):
        start = number // 2 * step + 40 * (number % 2)
        rows.append(
            coding_row(
                number + 1,
                (start, start + 90 + 20 * (number % 2)),
                code=number % 40,
                name=f"code {number % 40} about something",
                colour=colours[number % len(colours)],
                valence=("barrier", "opportunity", None)[number % 3],
            )
        )
    return reading, rows
