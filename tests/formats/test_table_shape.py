"""Tables of answers are known by their content alone, and no prose is taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualtool import plugins
from qualtool.formats.table_shape import first_rows, is_table

LONG = "Det gikk bedre, sier vi nå, da vi fikk en fast dag å møtes på."
ALSO = "Vi savner noen som sier hva målet er, og som blir værende."
ANSWERS = [
    ["Id", "Kontor", "Hva hjalp?", "Noe mer?"],
    ["P1", "Nord", LONG, ""],
    ["P2", "Sør", ALSO, "Nei"],
    ["P3", "Sør", "", ""],
    ["P4", "Vest", "Vet ikke. " + LONG, "Ja, takk"],
]


def separated(rows: list[list[str]], sign: str) -> str:
    quoted = [[f'"{cell}"' if sign in cell or "\n" in cell else cell for cell in r] for r in rows]
    return "".join(sign.join(row) + "\n" for row in quoted)


TABLES = {
    "commas": separated(ANSWERS, ","),
    "semicolons": separated(ANSWERS, ";"),
    "tabs": separated(ANSWERS, "\t"),
    "bars": separated(ANSWERS, "|"),
    "noted": "sep=;\n" + separated(ANSWERS, ";"),
    "all quoted": "".join('"' + '","'.join(row) + '"\n' for row in ANSWERS),
    "ends left out": separated([row[: 3 if not row[3] else 4] for row in ANSWERS], ";"),
    "one very short": separated([*ANSWERS, ["P5", "Vest"]], ";"),
    "breaks in answers": separated([*ANSWERS, ["P5", "Nord", f"{LONG}\n\n{ALSO}", "Ja"]], ","),
    "long heads": separated(
        [
            ["Tidsmerke", "Hvilket kontor?", "Beskriv med egne ord hva som hjalp.", "4. Noe mer?"],
            *ANSWERS[1:],
        ],
        ";",
    ),
    "heads with colons": separated(
        [["Id", "Kontor", "Q1: Hva hjalp?", "Q2: Mer?"], *ANSWERS[1:]], ","
    ),
    "many rows": separated([*ANSWERS, *([["P9", "Nord", LONG, "Nei"]] * 500)], ","),
}

SAID = "Vi møtes hver uke, men det er sjelden, sa hun, at noen sier hva de egentlig mener."
PROSE = {
    "nothing": "",
    "one line": SAID,
    "prose": f"{SAID}\n" * 8,
    "paragraphs": f"{SAID}\n\n" * 8,
    "labels": f"Intervjuer: {SAID}\nInformant 3: {SAID}\n" * 6,
    "labels apart": f"Intervjuer: {SAID}\n\nInformant 3: {SAID}\n\n" * 6,
    "labels with tabs": f"Intervjuer:\t{SAID}\tJa\nInformant:\t{SAID}\tNei\n" * 6,
    "labels with commas": "Anna,leder: Ja,det er sånn at vi møtes hver uke,nesten alltid.\n" * 6,
    "no space behind commas": "Han kom,han så,han gikk igjen og sa ikke noe mer om det.\n" * 6,
    "semicolons": "Vi kom; vi så; vi gikk, og det var lenge før noen sa noe om hva vi vil.\n" * 6,
    "poem": "Regn, regn, regn,\nover tak, over vei, over fjell,\n" * 6,
    "list": "- ost, melk, brød\n- epler, pærer, druer\n- ris, mel, gryn som vi pleier kjøpe\n" * 3,
    "addresses": "Kari Ek, Storgata 1, 0001 Byen\nOla Ask, Lillegata 2, 0002 Bygda\n" * 4,
    "addresses in columns": "Kari Ek;Storgata 1;0001 Byen\nOla Ask;Lillegata 2;0002 Bygda\n" * 4,
    "who, where, what, and no heads": f"Kari\tNord\t{SAID}\nOla\tSør\t{SAID}\n" * 4,
    "numbered turns": "".join(f"{n}\tKari\t{SAID}\n" for n in range(9)),
    "figures": "år,antall,andel\n2020,5,3\n2021,6,4\n2022,7,5\n2023,8,6\n",
    "a table in Markdown": f"| Id | Kontor | Svar |\n|---|---|---|\n| 1 | Nord | {LONG} |\n" * 3,
    "hard-wrapped": "Det var, som sagt, ikke lett å vite\nhva de ville, hva de sa, og hvem\n" * 5,
    "decimals": "Det kostet 1,5 til 2,5 og siden 3,5 kroner for hver av dem som kom dit.\n" * 6,
    "an indented text": f"\t\tReferat\tfra\tmøtet\n\t{SAID}\n" * 5,
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_answers_is_known_without_its_ending(name: str) -> None:
    assert is_table(TABLES[name])
    chosen = plugins.choose(TABLES[name].encode(), "svar.txt")
    assert chosen
    assert chosen.name == "survey"


@pytest.mark.parametrize("name", PROSE)
@pytest.mark.parametrize("file", ["intervju", "intervju.txt"])
def test_prose_is_not_taken_for_a_table(name: str, file: str) -> None:
    assert not is_table(PROSE[name])
    chosen = plugins.choose(PROSE[name].encode(), file)
    assert chosen is None or chosen.name != "survey"


def test_a_file_named_as_a_table_is_one_also_when_it_is_small() -> None:
    chosen = plugins.choose(b"navn,svar\na,b\n", "svar.csv")
    assert chosen
    assert chosen.name == "survey"


def test_no_more_rows_are_looked_at_than_needed() -> None:
    assert len(first_rows(TABLES["many rows"])) == 12
    assert first_rows('a,b\n"' + "x" * 200_000 + '",y') == ()


def test_no_transcript_or_document_of_the_fixtures_is_taken_for_a_survey() -> None:
    folder = Path(__file__).parents[1] / "data" / "formats"
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.name.startswith(("answers", "svar")):
            chosen = plugins.choose(path.read_bytes(), path.stem)
            assert chosen is None or chosen.name != "survey", path.name
