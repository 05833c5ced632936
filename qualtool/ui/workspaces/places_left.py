"""Documents are opened again where they were left, also when the project was closed meanwhile."""

from __future__ import annotations

from typing import Final

from qualtool.analysis import study
from qualtool.store.project import Project
from qualtool.ui import remembering
from qualtool.ui.reader.caret import Caret
from qualtool.ui.reader.left import Left, Top
from qualtool.ui.reader.view import TextView
from qualtool.ui.remembering import Place

_EITHER_SIDE: Final = 5_000  # pixels: more than any line is tall


class PlacesLeft:
    """What a view knows of a project's documents is taken from this computer and kept there."""

    def __init__(self, project: Project, view: TextView) -> None:
        self._view = view
        with project.read() as session:
            self._guid = study.guid(session)
        self._kept = remembering.places_in(self._guid)
        for document_id, place in self._kept.items():
            below = min(max(place.below, -_EITHER_SIDE), _EITHER_SIDE)
            view.left[document_id] = Left(Caret(place.caret, place.caret), Top(place.top, below))

    def keep(self) -> None:
        """Keep how the documents were left, the one that is open last."""
        self._view.leave()
        places = {
            document_id: Place(each.caret.position, each.top.offset, each.top.below)
            for document_id, each in self._view.left.items()
        }
        if list(places.items()) != list(self._kept.items()):
            remembering.keep_places(self._guid, places)
            self._kept = places
