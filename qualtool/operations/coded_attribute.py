"""An attribute made from a code: what turned out to matter is asked of every case."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.names import LONGEST, free, tidy
from qualtool.i18n import words
from qualtool.operations import attributes, value_rows
from qualtool.operations.finding import one
from qualtool.store.journal import tell
from qualtool.store.schema import Attribute, Code, Study


def make(
    session: Session, code_id: int, *, with_code: Iterable[int], without: Iterable[int]
) -> int:
    """Make a yes-or-no attribute of a code's name, "yes" of some cases and "no" of others; its id.

    It tells from then on what was so when it was made, and can be written in as any other. A name
    that is taken gets " (2)". Raises QualtoolError: "gone".
    """
    code = one(session, Code, code_id)
    taken = [row.name for row in attributes.in_order(session, "case")]
    name = free(tidy(code.name)[:LONGEST].strip(), taken)
    tell(session, attribute=name, code=code.name)
    attribute_id = attributes.add(session, name, kind="yes_no")
    row = one(session, Attribute, attribute_id)
    row.code_id = code.id
    language = session.scalar(select(Study.language).limit(1)) or "nb"
    said = words(language).gettext
    no, yes = said("no"), said("yes")
    value_rows.write(session, row, dict.fromkeys(without, no) | dict.fromkeys(with_code, yes))
    return attribute_id
