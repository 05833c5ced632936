"""A checklist of what a report of a study should tell, in the languages of the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Wording = Mapping[str, str]  # by language: nb, nn, en


@dataclass(frozen=True, slots=True)
class Item:
    """A point of the list; `facts` are the kinds of facts of the project that belong beside it."""

    number: str
    text: Wording
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Points under one heading."""

    title: Wording
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist in words of our own, and what it is after (a reference)."""

    id: str
    title: Wording
    source: str
    sections: tuple[Section, ...]


def parsed(content: Mapping[str, Any]) -> Checklist:
    """A checklist from the object its JSON file holds. Raises KeyError where a part is missing."""
    return Checklist(
        content["id"],
        content["title"],
        content["source"],
        tuple(
            Section(
                section["title"],
                tuple(
                    Item(item["number"], item["text"], tuple(item["facts"]))
                    for item in section["items"]
                ),
            )
            for section in content["sections"]
        ),
    )
