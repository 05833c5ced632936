"""What is done in the coding workspace: each wish becomes one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from qualtool.analysis import belonging, board, codebook, coded_cases, documents
from qualtool.core.errors import QualtoolError
from qualtool.core.names import free, same
from qualtool.core.valence import Choice, recognised
from qualtool.i18n import gettext as _
from qualtool.operations import (
    code_merging,
    code_placing,
    coded_attribute,
    codes,
    coding,
    splitting,
    theme_codes,
    themes,
)
from qualtool.store.project import Project
from qualtool.ui.dragging import Span
from qualtool.ui.models.codebook import Node
from qualtool.ui.reader.candidates import Candidate
from qualtool.ui.workspaces.signing import Signing, signed

Made = TypeVar("Made")
LONGEST_NAME = 80  # code points of a passage that name a code in vivo


def made_of(session: Any, new: Candidate) -> int:
    """Make the code that was named in the code palette, where it was placed; its id."""
    return codes.add(
        session,
        new.name,
        theme_id=new.id or None,
        parent_id=new.parent_id,
        colour=new.colour,
    )


class CodingActs:
    """Carries out what panels and reader wish for; `refused` is told why something was not."""

    def __init__(
        self,
        project: Project,
        refused: Callable[[QualtoolError], None],
        ask_coder: Callable[[Callable[[], object]], object] | None = None,
    ) -> None:
        """`ask_coder` is given what waits until it is known who codes."""
        self._project = project
        self._refused = refused
        self.signing = Signing(project, ask_coder)
        self._last: tuple[list[int], str | None] = ([], None)
        self.frame: int | None = None  # the set in which new themes are made; None: the first

    @signed
    def apply_codes(
        self, document: int, start: int, end: int, code_ids: Sequence[int], valence: str | None
    ) -> None:
        """Code a passage."""
        try:
            with self._project.edit("apply_code") as session:
                coding.apply(
                    session,
                    document,
                    start,
                    end,
                    code_ids,
                    coder_id=self._project.coder_id,
                    valence=valence,
                )
        except QualtoolError as error:
            self._refused(error)
        else:
            self._last = (list(code_ids), valence)

    @signed
    def apply_themes(
        self, document: int, start: int, end: int, theme_ids: Sequence[int], valence: str | None
    ) -> None:
        """Code a passage with themes."""
        try:
            with self._project.edit("apply_theme") as session:
                made = [theme_codes.code_of(session, theme_id) for theme_id in theme_ids]
                coding.apply_theme(
                    session,
                    document,
                    start,
                    end,
                    theme_ids,
                    coder_id=self._project.coder_id,
                    valence=valence,
                )
        except QualtoolError as error:
            self._refused(error)
        else:
            self._last = (made, valence)

    @signed
    def apply_new(
        self,
        document: int,
        start: int,
        end: int,
        name: str,
        theme_id: int | None,
        valence: str | None = None,
        provenance: str = "material",
    ) -> int | None:
        """Make a code and code a passage with it, in one step; the code."""
        try:
            with self._project.edit("apply_code") as session:
                code_id = codes.add(session, name, theme_id=theme_id, provenance=provenance)
                coding.apply(
                    session,
                    document,
                    start,
                    end,
                    [code_id],
                    coder_id=self._project.coder_id,
                    valence=valence,
                )
        except QualtoolError as error:
            if error.key == "code_exists" and self._apply_named(
                document, start, end, name, valence
            ):
                return None
            self._refused(error)
            return None
        self._last = ([code_id], valence)
        return code_id

    @signed
    def apply_mixed(
        self,
        document: int,
        start: int,
        end: int,
        code_ids: Sequence[int],
        theme_ids: Sequence[int],
        new: Sequence[Candidate],
        valence: str | None,
    ) -> None:
        """Code a passage with codes, themes and codes to be made in their places, in one step."""
        used = list(code_ids)
        missing: list[Candidate] = []
        for each in new:
            known = self._called(each.name, each.parent_id)
            if known is not None:
                used.append(known)
            elif not any(same(each.name, other.name) for other in missing):
                missing.append(each)
        try:
            with self._project.edit("apply_code") as session:
                used += [theme_codes.code_of(session, theme_id) for theme_id in theme_ids]
                used += [made_of(session, each) for each in missing]
                coding.apply(
                    session,
                    document,
                    start,
                    end,
                    list(dict.fromkeys(used)),
                    coder_id=self._project.coder_id,
                    valence=valence,
                )
        except QualtoolError as error:
            self._refused(error)
        else:
            self._last = (used, valence)

    def apply_in_vivo(self, document: int, start: int, end: int) -> None:
        """Make a code of the passage's own words."""
        with self._project.read() as session:
            text = documents.reading(session, document).text[start:end]
        name = " ".join(text.split())
        if len(name) > LONGEST_NAME:
            name = name[:LONGEST_NAME].rsplit(" ", 1)[0] + " …"
        self.apply_new(document, start, end, name, None, provenance="in_vivo")

    def apply_last(self, document: int, start: int, end: int) -> bool:
        """Code a passage as the one before; False where nothing has been coded yet."""
        code_ids, valence = self._last
        if code_ids:
            self.apply_codes(document, start, end, code_ids, valence)
        return bool(code_ids)

    def apply_pinned(self, document: int, start: int, end: int, number: int) -> bool:
        """Code a passage with the code pinned to a key; False where none is."""
        with self._project.read() as session:
            pinned = codebook.pinned_to(session, number)
        if pinned:
            self.apply_codes(document, start, end, pinned, None)
        return bool(pinned)

    def set_valence(self, coding_ids: Sequence[int], key: str | None) -> None:
        """Set the valence of codings, or take it away."""
        self._do("set_valence", lambda s: coding.set_valence(s, coding_ids, key))

    def set_valence_by_sign(self, coding_ids: Sequence[int], sign: str) -> None:
        """Set the valence that a sign (`+`, `-`, `±`) stands for in this project."""
        with self._project.read() as session:
            valences = codebook.valences(session)
        key = recognised(sign, [Choice(v.key, v.sign, v.name) for v in valences])
        if key is not None:
            self.set_valence(coding_ids, key)

    def set_star(self, excerpt_ids: Sequence[int], on: bool) -> None:
        """Star excerpts as quotable, or no longer."""
        self._do("set_star", lambda s: coding.set_star(s, excerpt_ids, on))

    def set_do_not_quote(self, excerpt_ids: Sequence[int], on: bool) -> None:
        """Mark excerpts never to be quoted, or no longer."""
        self._do("set_do_not_quote", lambda s: coding.set_do_not_quote(s, excerpt_ids, on))

    def set_depth(self, coding_ids: Sequence[int], depth: str | None) -> None:
        """Say of codings that they are semantic or latent, or neither."""
        self._do("set_depth", lambda s: coding.set_depth(s, coding_ids, depth))

    def resize(self, excerpt_id: int, start: int, end: int) -> None:
        """Let an excerpt start and end elsewhere."""
        coder_id = self._project.coder_id
        self._do("resize_excerpt", lambda s: coding.resize(s, excerpt_id, start, end, by=coder_id))

    def split(self, excerpt_id: int, at: int) -> None:
        """Split an excerpt in two before the character at an offset."""
        coder_id = self._project.coder_id
        self._do("split_excerpt", lambda s: splitting.split(s, excerpt_id, at, by=coder_id))

    def set_comment(self, coding_id: int, comment: str) -> None:
        """Keep the comment on a coding."""
        self._do("set_comment", lambda s: coding.set_comment(s, coding_id, comment))

    def uncode(self, coding_ids: Sequence[int]) -> None:
        """Take codings away."""
        if coding_ids:
            coder_id = self._project.coder_id
            self._do("remove_codings", lambda s: coding.remove(s, coding_ids, by=coder_id))

    def drop_span(self, span: Span, node: Node) -> None:
        """Code a passage that was dropped on a code or a theme."""
        if node.code is not None:
            self.apply_codes(span.document_id, span.start, span.end, [node.code.id], None)
        elif node.theme is not None:
            self.apply_themes(span.document_id, span.start, span.end, [node.theme.id], None)

    def drop_codes(self, code_ids: list[int], source: int | None, onto: Node, place: int) -> None:
        """Move codes to where they were dropped: into a theme, under a code, or out of all."""
        there = [child.code.id for child in onto.children if child.code]
        before = there[place] if 0 <= place < len(there) else None
        parent = onto.code.id if onto.code else None
        theme = onto.theme.id if onto.theme else None
        action = "place_codes" if theme else "move_codes"
        if source is not None and parent is None and theme is None:
            action = "take_codes_out"
        self._do(
            action,
            lambda s: code_placing.place(
                s, code_ids, parent_id=parent, theme_id=theme, source=source, before=before
            ),
        )

    def drop_themes(self, theme_ids: list[int], onto: int | None, place: int) -> None:
        """Move themes to where they were dropped."""
        position = None if place < 0 else place
        self._do(
            "move_themes",
            lambda s: themes.move(s, theme_ids, parent_id=onto, position=position),
        )

    def rename(self, node: Node, name: str) -> None:
        """Give a code or theme another name."""
        if node.code is not None:
            code_id = node.code.id
            self._do("rename_code", lambda s: codes.rename(s, code_id, name))
        elif node.theme is not None:
            theme_id = node.theme.id
            self._do("rename_theme", lambda s: themes.rename(s, theme_id, name))

    def spares(self) -> bool:
        """Whether codes are not removed, since codings of others on them may be hidden."""
        return self._project.coders_read is not None

    def remove(self, nodes: Sequence[Node]) -> None:
        """Remove codes and themes; a theme's codes stay.

        While codings of others are hidden, codes are taken out of use instead: what cannot be
        seen is not removed.
        """
        code_ids = list(dict.fromkeys(n.code.id for n in nodes if n.code))
        theme_ids = [n.theme.id for n in nodes if n.theme]
        if code_ids and self.spares():
            self._do("retire_codes", lambda s: codes.retire(s, code_ids, True, unseen=True))
        elif code_ids:
            self._do("remove_codes", lambda s: codes.remove(s, code_ids))
        if theme_ids:
            self._do("remove_themes", lambda s: themes.remove(s, theme_ids))

    def recolour(self, nodes: Sequence[Node], colour: str) -> None:
        """Give codes and themes another colour."""
        code_ids = list(dict.fromkeys(n.code.id for n in nodes if n.code))
        theme_ids = [n.theme.id for n in nodes if n.theme]
        if code_ids:
            self._do("recolour_codes", lambda s: codes.recolour(s, code_ids, colour))
        if theme_ids:
            self._do("recolour_themes", lambda s: themes.recolour(s, theme_ids, colour))

    def merge(self, code_ids: Sequence[int], into: int) -> None:
        """Merge codes into one; every excerpt is kept."""
        going = [code_id for code_id in code_ids if code_id != into]
        if going:
            self._do("merge_codes", lambda s: code_merging.merge(s, going, into))

    def make_attribute(self, code_id: int) -> None:
        """Ask of every case whether a code is found with it, as an attribute."""

        def make(session: Any) -> None:
            found, rest = coded_cases.with_and_without(session, code_id)
            coded_attribute.make(session, code_id, with_code=found, without=rest)

        self._do("make_attribute", make)

    def pin(self, code_id: int, number: int | None) -> None:
        """Pin a code to a number key, or to none."""
        self._do("pin_code", lambda s: codes.pin(s, code_id, number))

    def take_out(self, theme_id: int, code_ids: Sequence[int]) -> None:
        """Take codes out of a theme; they stay in the codebook."""
        with self._project.read() as session:
            followed = belonging.followed(session, theme_id, code_ids)
        if followed is not None:
            self._refused(_follows(*followed))
            return
        self._do("take_codes_out", lambda s: themes.take_codes_out(s, theme_id, code_ids))

    def add_code(
        self, name: str, *, theme_id: int | None, parent_id: int | None = None
    ) -> int | None:
        """Make a code; a number is added where the name is taken. None where it was refused."""
        with self._project.read() as session:
            taken = codebook.code_names(session)
        unused = free(name, taken)
        return self._do(
            "add_code", lambda s: codes.add(s, unused, theme_id=theme_id, parent_id=parent_id)
        )

    def add_theme(self, name: str, *, parent_id: int | None = None) -> int | None:
        """Make a theme or sub-theme; a number is added where the name is taken."""
        with self._project.read() as session:
            taken = codebook.theme_names(session)
            frame = board.shown_frame(session, self.frame)
        unused = free(name, taken)
        return self._do(
            "add_theme",
            lambda s: themes.add(s, unused, parent_id=parent_id, frame_id=frame),
        )

    def _apply_named(
        self, document: int, start: int, end: int, name: str, valence: str | None
    ) -> bool:
        known = self._called(name)
        if known is not None:
            self.apply_codes(document, start, end, [known], valence)
        return known is not None

    def _called(self, name: str, parent_id: int | None = None) -> int | None:
        """The code in use of that name right under a code, or at the top."""
        with self._project.read() as session:
            known = codebook.codes(session, wait=False)
        here = (row for row in known if row.parent_id == parent_id and row.state == "in_use")
        return next((row.id for row in here if same(row.name, name)), None)

    def _do(self, action: str, act: Callable[[Any], Made]) -> Made | None:
        try:
            with self._project.edit(action) as session:
                return act(session)
        except QualtoolError as error:
            self._refused(error)
            return None


def _follows(code: str, over: str) -> QualtoolError:
    return QualtoolError(
        "code_follows",
        _(
            "“{code}” is in the theme because it lies under “{over}”."
            " Move it out from under that code, or take “{over}” out of the theme."
        ),
        code=code,
        over=over,
    )
