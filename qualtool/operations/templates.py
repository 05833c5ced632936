"""Codebooks to start from, and putting one into a project."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded
from qualtool.core.template import Template, TemplateTheme, parsed, said
from qualtool.i18n import gettext as _
from qualtool.operations import themes
from qualtool.operations.theme_tree import children, first_frame
from qualtool.store.journal import tell
from qualtool.store.schema import Frame, Study, Theme, Valence

DEFAULT: Final = "barriers-and-opportunities"
_ORDER: Final = (DEFAULT, "positive-deviance", "empty")


@cache
def available() -> tuple[Template, ...]:
    """Every template that comes with the program, the default first and the empty one last."""
    folder = resources.files("qualtool.resources") / "templates"
    found = [
        parsed(json.loads(file.read_bytes()))
        for file in folder.iterdir()
        if file.name.endswith(".json")
    ]
    return tuple(sorted(found, key=lambda each: (_ORDER.index(each.id), each.id)))


def called(template_id: str) -> Template:
    """The template with this id. Raises QualtoolError "template_unknown", naming all there are."""
    for template in available():
        if template.id == template_id:
            return template
    raise QualtoolError(
        "template_unknown",
        _("There is no template called “{template}”. There are: {names}."),
        template=template_id,
        names=", ".join(template.id for template in available()),
    )


def apply(session: Session, template_id: str, language: str) -> None:
    """Give a project the valences, themes and sub-themes of a template, worded in a language.

    What is there already, by key or name, stays as it is, so a template can be applied to a
    project at work. Raises QualtoolError "template_unknown".
    """
    template = called(template_id)
    tell(session, template=said(template.title, language))
    study = session.scalars(select(Study).order_by(Study.id).limit(1)).one()
    study.template = template.id
    _add_valences(session, template, language)
    if not template.themes:
        return
    frame_id = first_frame(session)
    frame = session.get_one(Frame, frame_id)
    frame.name = frame.name or said(template.title, language)
    for theme in template.themes:
        _add_theme(session, theme, language, frame_id, None, fresh=False)


def _add_valences(session: Session, template: Template, language: str) -> None:
    there = set(session.scalars(select(Valence.key)))
    count = session.scalar(select(func.count(Valence.id))) or 0
    fresh = [choice for choice in template.valences if choice.key not in there]
    for position, choice in enumerate(fresh, start=count):
        session.add(
            Valence(
                key=choice.key,
                name=said(choice.words, language),
                sign=choice.sign,
                position=position,
            )
        )
    session.flush()


def _add_theme(
    session: Session,
    theme: TemplateTheme,
    language: str,
    frame_id: int,
    parent_id: int | None,
    *,
    fresh: bool,
) -> None:
    """`fresh`: the theme above has just been made, so that nothing can be under it yet."""
    name = said(theme.label, language)
    twin = None if fresh else _same_named(session, frame_id, parent_id, name)
    theme_id = (
        twin.id
        if twin
        else themes.add(
            session,
            name,
            parent_id=parent_id,
            frame_id=frame_id,
            colour=theme.colour,
            template_key=theme.key,
            definition=said(theme.definition, language),
            decision_rules="\n".join(said(rule, language) for rule in theme.decision_rules),
        )
    )
    for each in theme.subthemes:
        _add_theme(session, each, language, frame_id, theme_id, fresh=twin is None)


def _same_named(session: Session, frame_id: int, parent_id: int | None, name: str) -> Theme | None:
    rows = children(session, frame_id, parent_id)
    return next((row for row in rows if folded(row.name) == folded(name)), None)
