"""The profiles that come with the program, and the one a project has chosen."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.profile import Profile, parsed
from qualtool.store.schema import Study

DEFAULT: Final = "reflexive"


@cache
def available() -> tuple[Profile, ...]:
    """Every profile, the default first."""
    folder = resources.files("qualtool.resources") / "profiles"
    found = [
        parsed(json.loads(file.read_bytes()))
        for file in folder.iterdir()
        if file.name.endswith(".json")
    ]
    return tuple(sorted(found, key=lambda each: (each.id != DEFAULT, each.id)))


def chosen(session: Session) -> Profile:
    """The profile of the project; the default where its own is unknown."""
    key = session.scalar(select(Study.profile).order_by(Study.id).limit(1))
    every = available()
    return next((each for each in every if each.id == key), every[0])
