"""What is done with claims: taken in, tied, judged, set aside, written; each act one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from qualtool.analysis import claims as analysis
from qualtool.analysis import codebook, guide
from qualtool.analysis.claims import ClaimRow
from qualtool.core.claims import FoundClaim
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.operations import claims, drafts
from qualtool.store.project import Project, Session
from qualtool.ui.drafts.check import Read
from qualtool.ui.panels.command_palette import CommandPalette
from qualtool.ui.panels.palette_items import Item

NOTHING = "nothing"


class ClaimActs:
    """Acts on one project; `refused` is told what could not be done."""

    def __init__(self, project: Project, refused: Callable[[QualtoolError], None]) -> None:
        self._project = project
        self._refused = refused

    def take_in(self, read: Read, found: Sequence[FoundClaim]) -> None:
        """Take in the claims of a draft, unless they are known just so already."""
        wanted = [
            claims.Sentence(each.text, read.draft.paragraphs[each.paragraph].number)
            for each in found
        ]
        with self._project.read() as session:
            there = [row for row in analysis.claims(session) if row.draft == read.path.name]
        known = [(row.text, row.paragraph) for row in there if not row.gone]
        if self._project.read_only or known == [(each.text, each.paragraph) for each in wanted]:
            return
        self._do(
            "check_claims",
            lambda session: claims.take_in(
                session,
                drafts.ensure(session, read.path.name, drafts.content_hash(read.data)),
                wanted,
            ),
        )

    def tie(self, claim_id: int, kind: str, number: int) -> None:
        """Hold a claim against a theme, a code or a question; against nothing for another kind."""
        self._do(
            "tie_claim",
            lambda session: claims.tie(
                session,
                claim_id,
                theme_id=number if kind == "theme" else None,
                code_id=number if kind == "code" else None,
                question_id=number if kind == "question" else None,
            ),
        )

    def judge_case(self, claim_id: int, case_id: int, stands: str) -> None:
        """Judge how somebody stands to a claim; as it is coded where `stands` is empty."""
        if stands:
            self._do(
                "judge_claim",
                lambda s: claims.support(s, claim_id, case_id=case_id, stands=stands),
            )
        else:
            self._do("drop_judgement", lambda s: claims.drop_support(s, claim_id, case_id=case_id))

    def judge_excerpt(self, claim_id: int, excerpt_id: int, stands: str) -> None:
        """Judge whether an excerpt stands for a claim; as it is coded where `stands` is empty."""
        if stands:
            self._do(
                "judge_claim",
                lambda s: claims.support(s, claim_id, excerpt_id=excerpt_id, stands=stands),
            )
        else:
            self._do(
                "drop_judgement",
                lambda s: claims.drop_support(s, claim_id, excerpt_id=excerpt_id),
            )

    def set_aside(self, row: ClaimRow) -> None:
        """Say that a sentence is no claim, or is one after all."""
        self._do("dismiss_claims", lambda s: claims.set_aside(s, [row.id], not row.aside))

    def write(self, words: str) -> int | None:
        """Write a claim of one's own; its number."""
        made: list[int] = []
        self._do("write_claim", lambda s: made.append(claims.write(s, words)))
        return made[0] if made else None

    def rewrite(self, claim_id: int, words: str) -> bool:
        """Change a claim of one's own; whether it was done."""
        return self._do("rewrite_claim", lambda s: claims.rewrite(s, claim_id, words))

    def remove(self, claim_id: int) -> None:
        """Remove a claim."""
        self._do("remove_claims", lambda s: claims.remove(s, [claim_id]))

    def _do(self, action: str, act: Callable[[Session], object]) -> bool:
        try:
            with self._project.edit(action) as session:
                act(session)
        except QualtoolError as error:
            self._refused(error)
            return False
        return True


def ask_tie(
    parent: QWidget, project: Project, row: ClaimRow, chosen: Callable[[str, int], object]
) -> CommandPalette:
    """Ask by its name for what a claim is to be held against: a theme, a code, a question."""
    with project.read() as session:
        themes = codebook.themes(session, wait=False)
        codes = [each for each in codebook.codes(session, wait=False) if each.state == "in_use"]
        guides = guide.guides(session)
    names = {each.id: each.name for each in themes}
    items = [
        Item("theme", str(each.id), each.name, names.get(each.parent_id or 0, ""), each.colour)
        for each in themes
    ]
    items += [
        Item(
            "code",
            str(each.id),
            each.name,
            ", ".join(names[theme] for theme in each.theme_ids if theme in names),
            each.colour,
        )
        for each in codes
    ]
    items += [
        Item("question", str(each.id), each.text, icon="help")
        for one in guides
        for each in one.questions
    ]
    if row.tie is not None:
        now = next((each for each in items if each.name == (row.tie.kind, str(row.tie.id))), None)
        nothing = Item("action", NOTHING, _("To nothing"), icon="close")
        items = [each for each in (now, nothing) if each is not None] + [
            each for each in items if each is not now
        ]
    palette = CommandPalette(parent.window(), items)
    words = _("Hold the claim against a theme, a code or a question …")
    palette.field.setPlaceholderText(words)
    palette.field.setAccessibleName(words)
    palette.chosen.connect(
        lambda item: chosen(item.kind, 0 if item.key == NOTHING else int(item.key))
    )
    palette.open()
    return palette
