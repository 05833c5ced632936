"""Coding on from retrieval: the code palette over a list of excerpts, for all that are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from qualtool.analysis import codebook
from qualtool.core.errors import QualtoolError
from qualtool.core.names import same
from qualtool.operations import coding_on, theme_codes
from qualtool.store.project import Project
from qualtool.ui.panels.excerpts import ExcerptList
from qualtool.ui.reader.candidates import Candidate, candidates_of
from qualtool.ui.reader.palette import Palette
from qualtool.ui.workspaces.coding_acts import made_of
from qualtool.ui.workspaces.signing import Signing, signed


class CodingOn(QObject):
    """Hears what a list wishes, and codes all chosen excerpts in one step."""

    valence_missing = Signal(str)  # the sign of one that the project does not have

    def __init__(
        self,
        parent: QWidget,
        project: Project,
        refused: Callable[[QualtoolError], None],
        ask_coder: Callable[[Callable[[], object]], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.signing = Signing(project, ask_coder)
        self._project = project
        self._refused = refused
        self._excerpts: list[int] = []
        self._list: ExcerptList | None = None
        self.palette: Palette | None = None
        self.refusing: Callable[[Candidate, bool], str] = lambda _new, _placed: ""

    def follow(self, shown: ExcerptList) -> None:
        """Hear what is wished of this list."""
        shown.palette_wished.connect(lambda *wish: self._open(shown, *wish))
        shown.pin_wished.connect(self.apply_pinned)

    def apply_pinned(self, excerpt_ids: Sequence[int], number: int) -> None:
        """Code excerpts with the code that is pinned to a number key; nothing where none is."""
        with self._project.read() as session:
            pinned = codebook.pinned_to(session, number)
        if pinned:
            self.apply(excerpt_ids, [Candidate("code", each, "") for each in pinned], None)

    @signed
    def apply(
        self, excerpt_ids: Sequence[int], chosen: Sequence[Candidate], valence: str | None
    ) -> None:
        """Code excerpts with codes, themes and codes that are new, in one step."""
        with self._project.read() as session:
            known = codebook.names_in_use(session)
        try:
            with self._project.edit("code_excerpts") as session:
                used: list[int] = []
                for each in chosen:
                    if each.kind == "theme":
                        used.append(theme_codes.code_of(session, each.id))
                    elif each.kind == "code":
                        used.append(each.id)
                    else:
                        there = next((code for code, name in known if same(name, each.name)), None)
                        used.append(there or made_of(session, each))
                coding_on.apply(
                    session,
                    excerpt_ids,
                    list(dict.fromkeys(used)),
                    coder_id=self._project.coder_id,
                    valence=valence,
                )
        except QualtoolError as error:
            self._refused(error)

    def _open(self, shown: ExcerptList, excerpt_ids: list[int], beside: QRect, typed: str) -> None:
        window = shown.window()
        if self.palette is None or self.palette.parentWidget() is not window:
            self.palette = self._new_palette(window)
        with self._project.read() as session:
            rows = codebook.codes(session, wait=False)
            themes = codebook.themes(session, wait=False)
            valences = codebook.valences(session)
        self._excerpts, self._list = excerpt_ids, shown
        self.palette.choice.set_candidates(candidates_of(rows, themes))
        beside.moveTopLeft(window.mapFromGlobal(beside.topLeft()))
        self.palette.open_at(beside, typed, valences)

    def _new_palette(self, window: QWidget) -> Palette:
        palette = Palette(window)
        self.destroyed.connect(palette.deleteLater)
        palette.applied.connect(lambda chosen, key: self.apply(self._excerpts, chosen, key))
        palette.made.connect(self._make)
        palette.refusing = lambda new, placed: self.refusing(new, placed)
        palette.valence_missing.connect(self.valence_missing)
        palette.closed.connect(self._give_back)
        return palette

    def _make(self, besides: list[Candidate], new: Candidate, valence: str | None) -> None:
        self.apply(self._excerpts, [*besides, new], valence)

    def _give_back(self) -> None:
        if self._list is not None:
            self._list.setFocus()
