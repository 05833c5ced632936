"""What is asked before codes are merged or split, and which codes are much alike."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from qualtool.analysis import codebook, namesakes
from qualtool.core import similar_names
from qualtool.core.errors import QualtoolError
from qualtool.core.names import excerpted
from qualtool.core.namesakes import with_above
from qualtool.i18n import gettext as _
from qualtool.operations import codes
from qualtool.store.project import Project
from qualtool.store.rows import CodeRow

if TYPE_CHECKING:
    from qualtool.ui.panels.merge_sheet import MergeSheet


_IN_TITLE: Final = 26  # characters of a name, where two stand in a title


class CodebookAsking(QObject):
    """One sheet at a time; each answer is one step."""

    sheet_wished = Signal(object)  # QWidget
    code_wished = Signal(int)
    place_wished = Signal(int, int, int)

    def __init__(
        self, parent: QObject, project: Project, refused: Callable[[QualtoolError], None]
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._refused = refused
        self._refusal = ""  # what was refused last

    def merge(self, code_ids: Sequence[int], into: int) -> None:
        """Show what merging these codes would move, and ask which stays."""
        from qualtool.analysis import merging
        from qualtool.ui.panels.merge_sheet import MergeSheet

        rows = {row.id: row for row in self._codes() if row.id in {*code_ids, into}}
        if len(rows) < 2 or into not in rows:
            return
        order = [into, *(each for each in dict.fromkeys(code_ids) if each != into)]
        apart = self._apart()
        names = {
            each: with_above(rows[each].name, apart.get(each, "")) for each in order if each in rows
        }

        def preview(target: int) -> Sequence[merging.Moving]:
            with self._project.read() as session:
                return merging.preview(session, list(names), target)

        one, other = (excerpted(rows[each].name, _IN_TITLE) for each in (order[-1], into))
        two = len(names) == 2 and one != other
        title = _("Merge “{one}” into “{other}”") if two else _("Merge codes")
        title = title.format(one=one, other=other)
        sheet = MergeSheet(names, into, preview, title=title)
        self._merge_by(sheet, lambda target: [each for each in names if each != target])

    def merge_one(self, code_id: int) -> None:
        """Ask into which code this one is to go; those of a name like its own come first."""
        from qualtool.analysis import merging
        from qualtool.ui.panels.merge_sheet import MergeSheet

        rows = {row.id: row for row in self._codes() if row.state == "in_use" or row.id == code_id}
        code = rows.pop(code_id, None)
        if code is None or not rows:
            return
        apart = self._apart()
        near = similar_names.most_like(code.name, {each: row.name for each, row in rows.items()})
        names = {each: with_above(row.name, apart.get(each, "")) for each, row in rows.items()}
        order = list(names) if near is None else [near, *(each for each in names if each != near)]

        def preview(target: int) -> Sequence[merging.Moving]:
            with self._project.read() as session:
                return merging.preview(session, [code_id], target)

        sheet = MergeSheet(
            {each: names[each] for each in order},
            near,
            preview,
            title=_("Merge “{code}” into another code").format(
                code=excerpted(with_above(code.name, apart.get(code_id, "")))
            ),
        )
        self._merge_by(sheet, lambda _target: [code_id])

    def _merge_by(self, sheet: MergeSheet, going_into: Callable[[int], Sequence[int]]) -> None:
        from qualtool.operations import code_merging

        def merge(target: int) -> None:
            going = going_into(target)
            why = sheet.because.words()
            if self._do("merge_codes", lambda s: code_merging.merge(s, going, target), why):
                sheet.closed.emit()
                self.code_wished.emit(target)

        sheet.merge_wished.connect(merge)
        self.sheet_wished.emit(sheet)

    def split(self, code_id: int, chosen: Collection[int] = ()) -> None:
        """Ask which excerpts of a code a new code takes over; `chosen` are ticked already."""
        from qualtool.analysis import excerpts
        from qualtool.operations import code_splitting
        from qualtool.ui.panels.split_sheet import AROUND, SplitSheet

        rows = self._codes()
        code = next((row for row in rows if row.id == code_id), None)
        if code is None or not code.excerpts:
            return
        with self._project.read() as session:
            found = excerpts.excerpts(session, code_ids=[code_id], context=AROUND)
        names = {row.id: row.name for row in rows if row.state == "in_use"}
        about = with_above(code.name, self._apart().get(code_id, ""))
        sheet = SplitSheet(about, found, chosen, lambda name: similar_names.alike(name, names))

        def split(name: str, excerpt_ids: list[int]) -> None:
            only = self._project.coders_read
            made = self._do(
                "split_code",
                lambda s: code_splitting.split(s, code_id, excerpt_ids, name, only=only),
                sheet.because.words(),
            )
            if made:
                sheet.closed.emit()
                self.code_wished.emit(made)
            else:
                sheet.refuse(self._refusal)

        sheet.split_wished.connect(split)
        self.sheet_wished.emit(sheet)

    def retire(self, code_ids: Sequence[int], on: bool) -> None:
        """Take codes out of use, or into use again."""
        self._do("retire_codes", lambda s: codes.retire(s, code_ids, on))

    def describe(self, code_id: int, field: str, said: object) -> None:
        """Write what a code means, one field of it."""
        self._do("describe_code", lambda s: codes.describe(s, code_id, **{field: said}))

    def recolour(self, code_id: int, colour: str) -> None:
        """Give a code a colour of its own; empty: that of its theme."""
        self._do("recolour_codes", lambda s: codes.recolour(s, [code_id], colour))

    def show_life(self, code_id: int) -> None:
        """Show what became of a code since it was made."""
        from qualtool.analysis import biography
        from qualtool.ui.work.biography_sheet import BiographySheet

        with self._project.read() as session:
            life = biography.biography(session, code_id)
        if life is not None:
            sheet = BiographySheet(life)
            sheet.place_wished.connect(lambda *_place: sheet.closed.emit())
            sheet.place_wished.connect(self.place_wished)
            self.sheet_wished.emit(sheet)

    def show_similar(self) -> None:
        """Show all pairs of codes with names alike."""
        from qualtool.ui.panels.similar_sheet import SimilarSheet

        rows = {row.id: row for row in self._codes() if row.state == "in_use"}
        found = similar_names.pairs({key: row.name for key, row in rows.items()})
        sheet = SimilarSheet([(rows[each.one], rows[each.other]) for each in found], self._apart())

        def merge(one: int, other: int) -> None:
            into = max((one, other), key=lambda each: rows[each].excerpts)
            self.merge([one, other], into)

        sheet.merge_wished.connect(merge)
        self.sheet_wished.emit(sheet)

    def _codes(self) -> list[CodeRow]:
        with self._project.read() as session:
            return codebook.codes(session)

    def _apart(self) -> Mapping[int, str]:
        """What tells codes of the same name apart."""
        with self._project.read() as session:
            return namesakes.everywhere(session)

    def _do(self, action: str, act: Callable[[Any], Any], reason: str = "") -> Any:
        try:
            with self._project.edit(action, reason=reason) as session:
                return act(session) or True
        except QualtoolError as error:
            self._refusal = str(error)
            self._refused(error)
            return None
