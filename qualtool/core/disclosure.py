"""What a text may give away of who somebody is: each thing found, and what the project knows.

`known_words.Known` holds what is known, `disclosure_search.search` looks for it in a text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal[
    # known to the project
    "name", "place", "workplace", "organisation", "attribute",
    # by how they are written
    "email", "phone", "birth_number", "birth_date", "age", "account", "organisation_number",
    "address", "plate", "link", "pronoun", "job",
    # by the project as a whole
    "combination", "searchable",
]  # fmt: skip
Level: TypeAlias = Literal["certain", "likely", "possible"]
LEVELS: Final[tuple[Level, ...]] = ("certain", "likely", "possible")


@dataclass(frozen=True, slots=True)
class Finding:
    """`text[start:end]` is `words` and may give somebody away.

    `start` and `end` are code points. `level` says how sure it is that the words are what `kind`
    says. `known` is what known thing they are, as given in `KnownWord.whose`, several joined by
    ", "; it is "" where they were found by how they are written.
    """

    kind: Kind
    words: str
    start: int
    end: int
    level: Level = "certain"
    known: str = ""


@dataclass(frozen=True, slots=True)
class KnownWord:
    """Words known to the project: somebody's name, a place, a workplace, an attribute's value.

    `whose` is what a researcher knows the thing by, such as the case "Informant 3".
    """

    words: str
    kind: Kind = "name"
    whose: str = ""
