"""Which codes have a name that another code has too, and what stands above each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy.orm import Session

from qualtool.analysis import codebook
from qualtool.analysis.belonging import TABLES
from qualtool.core.namesakes import told_apart
from qualtool.store.kept import kept
from qualtool.store.rows import CodeRow, ThemeRow


def among(codes: Sequence[CodeRow], themes: Iterable[ThemeRow]) -> dict[int, str]:
    """What to say beside the codes in use that share a name: see `core.namesakes.told_apart`."""
    by_id = {code.id: code for code in codes}
    named = {theme.id: theme for theme in themes}

    def above(code_id: int) -> list[str]:
        found: list[str] = []
        code = by_id[code_id]
        while code.parent_id is not None and code.parent_id in by_id:
            code = by_id[code.parent_id]
            found.append(code.name)
        held = [named[each] for each in code.theme_ids if each in named]
        if held:
            found.append(", ".join(theme.name for theme in held))
            over = named.get(held[0].parent_id or 0) if len(held) == 1 else None
            found += [over.name] if over is not None else []
        return found

    return told_apart({code.id: code.name for code in codes if code.state == "in_use"}, above)


def everywhere(session: Session) -> Mapping[int, str]:
    """The same for all codes of a project."""
    return kept(
        session,
        "namesakes",
        TABLES,
        lambda: among(codebook.codes(session, wait=False), codebook.themes(session, wait=False)),
    )


def beside(session: Session, code_ids: Iterable[int]) -> dict[int, str]:
    """The same for some of them; only those with something to say."""
    apart = everywhere(session)
    return {code_id: apart[code_id] for code_id in code_ids if apart.get(code_id)}
