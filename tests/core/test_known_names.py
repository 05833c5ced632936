from __future__ import annotations

from qualtool.core.known_names import without_known_names
from qualtool.core.pseudonyms import Naming

KNOWN = (
    Naming("Kari", "Informant 3"),
    Naming("Solveig Bråten", "Informant 1"),
    Naming("Haugen", "Informant 2"),
)
TABLE = [
    ["Nr", "Aktivitet", "Deltakere"],
    ["1", "Møte hos Kari", "Kari, Solveig og Berit"],
    ["2", "Tur til haugen", "kari;haugen"],
]


def test_names_in_cells_become_the_pseudonyms_that_cases_have() -> None:
    table, count = without_known_names(TABLE, KNOWN, head_row=0)
    assert list(map(list, table)) == [
        ["Nr", "Aktivitet", "Deltakere"],
        ["1", "Møte hos Informant 3", "Informant 3, Informant 1 og Berit"],
        ["2", "Tur til haugen", "Informant 3;Informant 2"],
    ]
    assert count == 5


def test_heads_and_a_table_without_names_stay() -> None:
    heads = [["Kari", "Solveig"], ["", "1"]]
    assert without_known_names(heads, KNOWN, head_row=0) == (heads, 0)
    assert without_known_names(TABLE, ()) == (TABLE, 0)
