"""What became of the researcher's own document: which blocks were renewed, added, or left."""

from __future__ import annotations

from collections.abc import Iterable

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.reports.refreshing import RefreshOutcome
from qualtool.ui.panels.sheet import Sheet
from qualtool.ui.panels.wrapped import WrappedLabel


class RefreshedSheet(Sheet):
    """Told after each time: nothing is replaced in silence."""

    def __init__(self, outcome: RefreshOutcome) -> None:
        super().__init__(_("The document is up to date"), about=outcome.path.name, width=600)
        self.body.setSpacing(6)
        self.told: list[str] = []
        renewed, added = len(outcome.replaced), len(outcome.added)
        self._part(
            ngettext("{count} block was replaced", "{count} blocks were replaced", renewed),
            outcome.replaced,
        )
        self._part(
            ngettext(
                "{count} block was added at the end", "{count} blocks were added at the end", added
            ),
            outcome.added,
        )
        self._part(
            ngettext(
                "{count} block is no longer in the report, and was left as it stands",
                "{count} blocks are no longer in the report, and were left as they stand",
                len(outcome.left),
            ),
            outcome.left,
        )
        self._part(
            ngettext(
                "{count} block had been changed by hand, and was replaced all the same",
                "{count} blocks had been changed by hand, and were replaced all the same",
                len(outcome.edited),
            ),
            outcome.edited,
        )
        if outcome.kept is not None:
            words = _("The document as it was is kept as “{file}”.")
            self._line(words.format(file=outcome.kept.name), "")
        self._line(_("Everything else in the document is as it was."), "quiet-text")
        for caution in dict.fromkeys(each.message for each in outcome.cautions):
            self._line(caution, "caution")
        self.setFocusProxy(self.add_close())

    def _part(self, words: str, titles: Iterable[str]) -> None:
        named = tuple(titles)
        if named:
            self._line(words.format(count=len(named)), "strong")
            self._line(" · ".join(named), "quiet-text")

    def _line(self, words: str, role: str) -> None:
        self.body.addWidget(WrappedLabel(words, role=role))
        self.told.append(words)
