"""Who is coding, and whose codings are shown: everybody's, one's own, or another's; or blind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from qualtool import settings
from qualtool.core.errors import QualtoolError
from qualtool.core.names import same
from qualtool.i18n import gettext as _
from qualtool.ui import remembering
from qualtool.ui.notices import Way

if TYPE_CHECKING:
    from qualtool.store.journal import Changes
    from qualtool.store.project import Project
    from qualtool.store.rows import CoderRow
    from qualtool.ui.main_window import MainWindow
    from qualtool.ui.pages import Pages

_ALL_ABOUT_CODINGS = ("coding", "excerpt", "theme_excerpt")


class Coders(QObject):
    """Belongs to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown: int | None = None  # whose codings, None for everybody's
        window.steps.blind = self.blind
        window.steps.changed.connect(self._on_changes)

    def follow(self, pages: Pages) -> None:
        """Hear what these workspaces cannot do before it is known who codes."""
        pages.coder_wished.connect(self.ask)

    # who is coding

    def name(self) -> str:
        """The name of who is coding; empty where nobody is."""
        project = self._window.project
        return self._name_of(project.coder_id) if project and project.coder_id else ""

    def begin(self, project: Project) -> None:
        """Let whoever is known to code here on this computer be the coder; before it is shown."""
        if project.coder_id is None:
            project.coder_id = _known(project)
        self._shown = _shown_last(project)
        self._limit(project)

    def ask_if_unknown(self) -> None:
        """Ask who is coding where the project has coders, but it is not known who this one is."""
        project = self._window.project
        if project is not None and project.coder_id is None and self._rows():
            self.ask()

    def take_first(self, project: Project) -> None:
        """Let the first of the coders be the one: in the sample study, where all are invented."""
        from qualtool.analysis import codebook

        if _known(project) is None:
            with project.read() as session:
                project.coder_id = next(
                    (row.id for row in codebook.coders(session, wait=False)), None
                )

    def ask(self, waiting: Callable[[], object] | None = None) -> None:
        """Ask who is coding; what waits for it is done once that is known, and only then."""
        from qualtool.ui.dialogs.coder import ChooseCoder

        project = self._window.project
        if project is None:
            return
        rows, known = self._rows(wait=True), settings.load().coder
        sheet = ChooseCoder(
            rows,
            project.coder_id,
            may_add=not project.read_only,
            counted=project.coders_read,
            suggested="" if any(same(row.name, known) for row in rows) else known,
        )
        sheet.coder_chosen.connect(lambda name: self._set(name, waiting))
        sheet.closed.connect(lambda: self._stay(waiting))
        self._window.pages.show_sheet(sheet)

    # whose codings are shown

    def press(self) -> None:
        """The button was pressed: ask who is coding, or show all that can be chosen."""
        if len(self._rows()) > 1:
            self.menu().popup(self._window.header.coder.mapToGlobal(QPoint(0, 36)))
        else:
            self.ask()

    def menu(self) -> QMenu:
        """Whose codings to show, and who is coding."""
        project = self._window.project
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        if project is None:
            return menu
        menu.addSection(_("Whose codings are shown"))
        group = QActionGroup(menu)
        mine = project.coder_id
        choices: list[tuple[str, int | None]] = [(_("Everybody’s"), None)]
        if mine is not None:
            choices.append((_("Only my own"), mine))
        choices += [(_only(row.name), row.id) for row in self._rows() if row.id != mine]
        for words, coder_id in choices:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self._whose() == coder_id)
            action.setActionGroup(group)
            action.triggered.connect(lambda _on=False, coder_id=coder_id: self.show_of(coder_id))
        menu.addSeparator()
        blind = menu.addAction(_("Code blind: hide the work of others"))
        blind.setCheckable(True)
        blind.setChecked(self.blind())
        blind.setEnabled(mine is not None)
        blind.triggered.connect(self.toggle_blind)
        menu.addSeparator()
        menu.addAction(self._window.made["choose_coder"])
        return menu

    def show_everybodys(self) -> None:
        """Show the codings of all coders side by side."""
        self.show_of(None)

    def show_own(self) -> None:
        """Show only the codings of who is coding."""
        project = self._window.project
        if project is not None and project.coder_id is not None:
            self.show_of(project.coder_id)

    def show_another(self) -> None:
        """Show only the codings of the next of the other coders."""
        project = self._window.project
        if project is None:
            return
        others = [row.id for row in self._rows() if row.id != project.coder_id]
        if others:
            at = others.index(self._shown) + 1 if self._shown in others else 0
            self.show_of(others[at % len(others)])

    def show_of(self, coder_id: int | None) -> None:
        """Show the codings of one coder, or everybody's; not those of others for who is blind."""
        project = self._window.project
        if project is None:
            return
        if self.blind() and coder_id != project.coder_id:
            self._ask_to_see()
            return
        self._shown = coder_id
        remembering.keep_whose(_guid(project), project.coder_id, coder_id)
        self._show_anew(project)

    # blind

    def blind(self) -> bool:
        """Whether who is coding works without seeing what the others have coded."""
        project = self._window.project
        return project is not None and _is_blind(project)

    def toggle_blind(self) -> None:
        """Hide all that others have coded; where it is hidden, ask before it is shown."""
        project = self._window.project
        if project is None or project.coder_id is None:
            return
        if self.blind():
            self._ask_to_see()
        else:
            remembering.keep_blind(_guid(project), project.coder_id, on=True)
            self._show_anew(project)
            self._window.notices.say(_("The codings of others are hidden now"))

    def cautions(self) -> tuple[str, Sequence[Way]]:
        """What is to be said as long as not everybody's codings are shown, and the way back."""
        project, whose = self._window.project, self._whose()
        if project is None or whose is None:
            return "", ()
        if self.blind():
            words = _("You are coding blind: what others have coded is hidden, in tables too.")
            return words, [Way(_("See theirs …"), self._ask_to_see)]
        if whose == project.coder_id:
            words = _("Only your own codings are shown and counted, in tables too.")
        else:
            words = _("Only the codings of {name} are shown and counted, in tables too.")
        words = words.format(name=self._name_of(whose))
        return words, [Way(_("Show everybody’s"), self.show_everybodys)]

    def chip(self) -> str:
        """Who is coding and whose codings are shown, in a few words."""
        project, whose, name = self._window.project, self._whose(), self.name()
        if project is None or whose is None:
            return name
        if self.blind():
            return _("{name} · blind").format(name=name)
        if whose == project.coder_id:
            return _("{name} · own only").format(name=name)
        return _("{name} · only {other}").format(
            name=name or _("Nobody"), other=self._name_of(whose)
        )

    # inside

    def _on_changes(self, changes: Changes) -> None:
        """Nobody codes as, or looks at, a coder who is no longer there: adding one is undone."""
        project = self._window.project
        if project is None or not changes.touches("coder"):
            return
        known, blind = {row.id for row in self._rows()}, self.blind()
        if self._shown not in known:
            self._shown = None
        if project.coder_id is not None and project.coder_id not in known:
            project.coder_id = None
            if blind:  # all stays hidden until it is said who looks
                self.ask()
                return
        before = project.coders_read
        self._limit(project)
        if project.coders_read != before:
            self._show_anew(project)

    def _stay(self, waiting: Callable[[], object] | None) -> None:
        """Nobody was chosen: whoever coded goes on, and where nobody did that is said."""
        project = self._window.project
        if project is None or project.coder_id is not None or not self._rows():
            return
        words = _("You are asked again before the first coding.")
        if waiting is not None:
            words = _("Nothing was coded: it is not known who is coding.")
        way = Way(_("Choose …"), lambda: self.ask(waiting))
        self._window.notices.say(words, way, kind="caution")

    def _set(self, name: str, waiting: Callable[[], object] | None = None) -> None:
        from qualtool.operations import coders

        project = self._window.project
        if project is None:
            return
        known = next((row.id for row in self._rows() if same(row.name, name)), None)
        try:
            if known is None:
                with project.edit("add_coder") as session:
                    known = coders.ensure(session, name)
        except QualtoolError as error:
            self._window.notices.refuse(error)
            return
        project.coder_id = known
        settings.change(coder=name)
        self._window.pages.close_sheet()
        self._shown = _shown_last(project)
        self._show_anew(project)
        self._window.notices.say(_("{name} is coding now").format(name=name))
        if waiting is not None:
            waiting()

    def _ask_to_see(self) -> None:
        from qualtool.ui.dialogs.blind import EndBlind

        sheet = EndBlind()
        sheet.confirmed.connect(self._see)
        self._window.pages.show_sheet(sheet)

    def _see(self) -> None:
        project = self._window.project
        if project is None or project.coder_id is None:
            return
        remembering.keep_blind(_guid(project), project.coder_id, on=False)
        remembering.keep_whose(_guid(project), project.coder_id, None)
        self._window.pages.close_sheet()
        self._shown = None
        self._show_anew(project)
        self._window.notices.say(_("The codings of others are shown again"))

    def _whose(self) -> int | None:
        project = self._window.project
        return project.coder_id if project is not None and _is_blind(project) else self._shown

    def _limit(self, project: Project) -> None:
        whose = project.coder_id if _is_blind(project) else self._shown
        project.coders_read = None if whose is None else frozenset({whose})

    def _show_anew(self, project: Project) -> None:
        from qualtool.store.journal import Changes

        self._limit(project)
        window = self._window
        window.pages.on_changes(Changes(dict.fromkeys(_ALL_ABOUT_CODINGS, frozenset[int]())))
        window.searching.forget()
        window.projects.show_cautions()
        window.refresh_header()

    def _rows(self, *, wait: bool = False) -> list[CoderRow]:
        project = self._window.project
        if project is None:
            return []
        from qualtool.analysis import codebook

        with project.read() as session:
            return codebook.coders(session, wait=wait)

    def _name_of(self, coder_id: int) -> str:
        return next((row.name for row in self._rows() if row.id == coder_id), "")


def _only(name: str) -> str:
    return _("Only those of {name}").format(name=name)


def _known(project: Project) -> int | None:
    """Who was coding on this computer last, if they code here; else the only coder there is.

    The only one is nobody we know where somebody of another name was coding here.
    """
    from qualtool.analysis import codebook

    with project.read() as session:
        rows = codebook.coders(session, wait=False)
    mine = settings.load().coder
    for row in rows:
        if mine and same(row.name, mine):
            return row.id
    return rows[0].id if len(rows) == 1 and not mine else None


def _shown_last(project: Project) -> int | None:
    """Whose codings were shown here last, if there still is such a coder."""
    from qualtool.analysis import codebook

    whose = remembering.whose_in(_guid(project), project.coder_id)
    with project.read() as session:
        known = {row.id for row in codebook.coders(session, wait=False)}
    return whose if whose in known else None


def _is_blind(project: Project) -> bool:
    return project.coder_id is not None and remembering.blind_in(_guid(project), project.coder_id)


def _guid(project: Project) -> str:
    from qualtool.analysis import study

    with project.read() as session:
        return study.guid(session)
