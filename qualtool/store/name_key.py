"""Which pseudonym stands for whom in a study: kept on this computer, never in the project.

A key that leads back to people has to lie apart from what they said, so that a project can be
shared, backed up or lost without their names. It is one small file that only the researcher's
own account can read, and it can be forgotten.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool import settings
from qualtool.core.pseudonyms import Naming
from qualtool.store.schema import Study


@dataclass(frozen=True, slots=True)
class NameKey:
    """Whether names are replaced and remembered in this study, and those that were."""

    replaces: bool = False
    remembers: bool = True
    names: tuple[Naming, ...] = ()


def of_study(session: Session) -> str:
    """What the key of the open project is filed under."""
    return session.scalar(select(Study.guid).limit(1)) or ""


def load(study: str) -> NameKey:
    """The key of a study; an empty one where there is none or it cannot be read."""
    try:
        content = json.loads(path(study).read_bytes())
        names = tuple(Naming(str(e["name"]), str(e["pseudonym"])) for e in content["names"])
        return NameKey(bool(content["replaces"]), bool(content["remembers"]), names)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return NameKey()


def save(study: str, key: NameKey) -> bool:
    """Keep a key, its names only if they are to be remembered; False where the disk refuses."""
    names = key.names if key.remembers else ()
    content = {**asdict(key), "names": [asdict(each) for each in names]}
    try:
        folder = path(study).parent
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=folder, prefix=".key-", suffix=".json")
        unfinished = Path(name)  # made for the owner's eyes alone
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                json.dump(content, file, ensure_ascii=False, indent=1)
            unfinished.replace(path(study))
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    except OSError:
        return False
    return True


def forget(study: str) -> bool:
    """Erase what is remembered of a study's names; False where the disk refuses."""
    key = load(study)
    return not key.names or save(study, NameKey(key.replaces, key.remembers))


def path(study: str) -> Path:
    """Where the key of a study lies."""
    plain = re.sub(r"[^0-9A-Za-z]", "", study) or "none"
    return settings.data_folder() / "name-keys" / f"{plain}.json"
