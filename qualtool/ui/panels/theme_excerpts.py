"""The excerpts of a theme, by document or by case, each with how it fits the theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qualtool.analysis import codebook, excerpts, memos, retrieval, theme_facts
from qualtool.analysis.retrieval import Hit, Subject
from qualtool.analysis.theme_facts import Portion
from qualtool.core.theme_words import FITS
from qualtool.i18n import gettext as _
from qualtool.store.project import Project
from qualtool.ui.memo_target import Target
from qualtool.ui.models.excerpts import Card, Role, cards
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.inspector import CONTEXT
from qualtool.ui.panels.retrieval import Retrieval

_ALL, _UNMARKED = "", "unmarked"


class ThemeExcerpts(QWidget):
    """Shows all, those that fit in one way, or a portion that was asked for elsewhere."""

    fit_wished = Signal(int, list, object)  # theme, excerpts, fits, stretches, against or None
    counted = Signal(int)  # how many there are

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._theme: int | None = None
        self._only: Portion | None = None
        self._subject: Subject | None = None
        self._hits: Sequence[Hit] = ()
        self._codes: Sequence[int] = ()
        self._noted: Mapping[int, int] = {}
        self.retrieval = Retrieval()
        self.list = self.retrieval.list
        self.list.delegate.show_codes = True
        self.list.delegate.show_fits = True
        self.list.delegate.link_place = True  # a click chooses, for the keys that mark
        self.list.fit_wished.connect(self._wish_fit)
        self.retrieval.regrouped.connect(self.refresh)
        self.fit = Choice({}, _("How they fit"))
        self.fit.setProperty("role", "quiet")
        self.fit.chosen.connect(lambda _key: self.look_at_marks())
        self.only = QPushButton()
        self.only.setProperty("role", "link")
        self.only.clicked.connect(self.show_all)
        self.only.hide()
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.fit, 1)
        row.addWidget(self.only)
        self.retrieval.set_head(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.retrieval)

    def show_theme(self, theme_id: int) -> None:
        """Show the excerpts of a theme and its sub-themes."""
        if theme_id != self._theme:
            self._theme, self._only = theme_id, None
            self.fit.show_key(_ALL)
        self.refresh()

    def show_portion(self, portion: Portion) -> None:
        """Show only these of the theme's excerpts."""
        self._only = portion
        self.fit.show_key(_ALL)
        self.refresh()
        self.list.setFocus()

    def show_all(self) -> None:
        """Show all of them again."""
        self._only = None
        self.refresh()
        self.list.setFocus()

    def memo_target(self) -> Target:
        """What a memo would be written on: the excerpt with the focus, else the theme."""
        index = self.list.currentIndex()
        card = index.data(Role.CARD) if index.isValid() and self.list.hasFocus() else None
        if card is not None:
            return Target("excerpt", card.excerpt.id)
        return Target("theme", self._theme) if self._theme is not None else Target()

    def refresh(self) -> None:
        """Look again at what is shown."""
        theme_id = self._theme
        if theme_id is None:
            return
        with self._project.read() as session:
            self._subject = retrieval.theme(session, theme_id)
            self._hits = retrieval.hits(session, theme_ids=[theme_id], by=self.retrieval.grouping)
            self._codes = retrieval.codes_under(session, theme_id)
            self._noted = memos.signs(session).excerpts
            written = memos.memos(session, target="theme", target_id=theme_id)
        self.counted.emit(len(self._hits))
        self.retrieval.memos.show_memos(written[::-1])
        self.look_at_marks()

    def look_at_marks(self) -> None:
        """Look again at what is said of the excerpts, which are the same as before."""
        theme_id, subject = self._theme, self._subject
        if theme_id is None or subject is None:
            return
        codes, noted = self._codes, self._noted

        def fetch(ids: Sequence[int]) -> list[Card]:
            with self._project.read() as session:
                rows = excerpts.excerpts(session, excerpt_ids=ids, context=CONTEXT)
                marked = theme_facts.fits(session, theme_id, ids)
            by_id = {card.excerpt.id: card for card in cards(rows, codes, noted, marked)}
            return [by_id[each] for each in ids]

        with self._project.read() as session:
            there = {hit.excerpt_id for hit in self._hits}
            fits = {
                excerpt_id: fit
                for excerpt_id, fit in theme_facts.fits(session, theme_id).items()
                if excerpt_id in there
            }
            valences = codebook.valences(session)
        self._offer(len(self._hits), fits)
        shown = [hit for hit in self._hits if self._is_meant(hit, fits)]
        self.retrieval.show_subject(subject, len(self._hits))
        self.retrieval.show_hits(("theme", theme_id, self._only), shown, fetch, valences)

    def _is_meant(self, hit: Hit, fits: dict[int, str]) -> bool:
        if self._only is not None and hit.excerpt_id not in self._only.excerpts:
            return False
        match self.fit.currentData() or _ALL:
            case "":
                return True
            case "unmarked":
                return hit.excerpt_id not in fits
            case key:
                return fits.get(hit.excerpt_id) == key

    def _offer(self, count: int, fits: dict[int, str]) -> None:
        """Say how many fit in which way, to be chosen among."""
        chosen = self.fit.currentData() or _ALL
        counts = Counter(fits.values())
        self.fit.clear()
        self.fit.addItem(_("All excerpts · {count}").format(count=count), _ALL)
        for key, words in FITS.items():
            self.fit.addItem(f"{_(words)} · {counts[key]}", key)
        self.fit.addItem(_("Not marked · {count}").format(count=count - len(fits)), _UNMARKED)
        self.fit.show_key(chosen)
        self.fit.setVisible(count > 0)
        self.only.setVisible(self._only is not None)
        if self._only is not None:
            self.only.setText(f"{self._only.name}  ×")
            self.only.setAccessibleName(
                _("Only: {what}. Show all again").format(what=self._only.name)
            )

    def _wish_fit(self, excerpt_ids: list[int], fit: str | None) -> None:
        if self._theme is not None:
            self.fit_wished.emit(self._theme, excerpt_ids, fit)
