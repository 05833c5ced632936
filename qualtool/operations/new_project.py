"""A new project, ready to work in."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import update
from sqlalchemy.orm import Session

from qualtool.operations import coders, study, templates
from qualtool.store.project import Project, create
from qualtool.store.schema import Step


def start(
    path: Path,
    *,
    name: str,
    language: str = "nb",
    template: str = templates.DEFAULT,
    coder: str = "",
    pass_phrase: str = "",
) -> Project:
    """Make a project file with the themes of a template and its first coder, and open it.

    Setting it up is part of making it: it cannot be undone. Raises QualtoolError where there is
    no such template, where a file is there already, or where the folder does not let us write;
    nothing is left behind then.
    """
    templates.called(template)
    coder_id: int | None = None

    def furnish(session: Session) -> None:
        nonlocal coder_id
        templates.apply(session, template, language)
        study.describe(session, language=language)
        if coder.strip():
            coder_id = coders.ensure(session, coder)
            session.execute(update(Step).values(coder_id=coder_id))  # the one step there is

    project = create(path, name=name, language=language, pass_phrase=pass_phrase, fill=furnish)
    project.coder_id = coder_id
    return project
