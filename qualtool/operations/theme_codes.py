"""The code that stands for a theme itself, for coding a passage "with a theme"."""

from __future__ import annotations

import re
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.core.names import folded, free
from qualtool.operations import codes
from qualtool.operations.code_tree import children, put_into_theme
from qualtool.operations.finding import one
from qualtool.store.schema import Code, Theme, ThemeCode

_NUMBERED: Final = re.compile(r" \(\d+\)$")


def found_code_of(session: Session, theme_id: int) -> int | None:
    """The code in a theme that has the theme's name, if there is one."""
    theme = one(session, Theme, theme_id)
    wanted = {folded(name) for name in _names(session, theme)}
    rows = session.execute(
        select(Code.id, Code.name)
        .join(ThemeCode, ThemeCode.code_id == Code.id)
        .where(ThemeCode.theme_id == theme_id, Code.state == "in_use")
        .order_by(ThemeCode.position, Code.id)
    )
    return next(
        (code_id for code_id, name in rows if _NUMBERED.sub("", folded(name)) in wanted), None
    )


def code_of(session: Session, theme_id: int) -> int:
    """The code in a theme that has the theme's name, made if missing.

    A code of that name which stands at the top and in no theme yet is taken in; where the name
    is taken otherwise, the new code has the name of the theme above added, or a number.
    """
    if (found := found_code_of(session, theme_id)) is not None:
        return found
    theme = one(session, Theme, theme_id)
    names = _names(session, theme)
    at_top = {
        folded(name): code_id
        for code_id, name in session.execute(
            select(Code.id, Code.name).where(Code.parent_id.is_(None), Code.state == "in_use")
        )
    }
    for name in names:
        code_id = at_top.get(folded(name))
        if code_id is None:
            return codes.add(session, name, theme_id=theme_id)
        if not _is_in_a_theme(session, code_id):
            put_into_theme(session, theme_id, code_id)
            return code_id
    taken = session.scalars(
        select(Code.name).where(Code.parent_id.is_(None), Code.state == "in_use")
    )
    return codes.add(session, free(names[-1], taken), theme_id=theme_id)


def _names(session: Session, theme: Theme) -> list[str]:
    names = [theme.name]
    if theme.parent_id is not None:
        names.append(f"{theme.name} ({one(session, Theme, theme.parent_id).name})")
    return names


def _is_in_a_theme(session: Session, code_id: int) -> bool:
    count = session.scalar(select(func.count(ThemeCode.id)).where(ThemeCode.code_id == code_id))
    return bool(count)


def follow_name(session: Session, theme: Theme, name: str) -> None:
    """Give the code that stands for a theme the theme's new name, where no other code has it."""
    code_id = found_code_of(session, theme.id)
    if code_id is None:
        return
    code = one(session, Code, code_id)
    if folded(code.name) == folded(theme.name):
        siblings = children(session, code.parent_id)
        if folded(name) not in {folded(row.name) for row in siblings if row.id != code_id}:
            code.name = name
