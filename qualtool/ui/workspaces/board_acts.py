"""What is done on the board: each drop, key and entry of the menu becomes one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal

from qualtool.analysis import codebook
from qualtool.core.errors import QualtoolError
from qualtool.core.names import free
from qualtool.i18n import gettext as _
from qualtool.operations import (
    codes,
    rest_codes,
    theme_excerpts,
    theme_gathering,
    theme_states,
    theme_turning,
    themes,
)
from qualtool.operations.theme_tree import first_frame
from qualtool.store.project import Project
from qualtool.ui.board.board import Board
from qualtool.ui.board.contents import LOOSE, REST, Key
from qualtool.ui.board.targets import Target
from qualtool.ui.workspaces.board_asking import BoardAsking
from qualtool.ui.workspaces.board_menu import board_menu, colour_menu
from qualtool.ui.workspaces.codebook_asking import CodebookAsking


class BoardActs(QObject):
    """Hears the board, and does what is wished with what is chosen on it."""

    refused = Signal(object)  # QualtoolError
    sheet_wished = Signal(object)  # QWidget
    said = Signal(str)

    def __init__(self, board: Board, project: Project) -> None:
        super().__init__(board)
        self.board = board
        self._project = project
        self.asking = BoardAsking(self, board, project)
        self._of_codes = CodebookAsking(self, project, self.refused.emit)
        self._of_codes.sheet_wished.connect(self.sheet_wished)
        self.asking.sheet_wished.connect(self.sheet_wished)
        board.dropped.connect(self.drop)
        board.excerpts_let_go.connect(self.drop_excerpts)
        board.wished.connect(self.act)
        board.named.connect(self.name)
        board.menu_wished.connect(self.show_menu)

    def act(self, wish: str) -> None:
        """Do what a key or the menu asks for, of what is chosen."""
        if self._project.read_only and wish != "find":
            self.do("collapse_theme", lambda s: None)  # is refused, in the project's own words
        else:
            getattr(self, wish)()

    def show_menu(self, place: QPoint) -> None:
        """Offer what can be done with what is chosen."""
        board_menu(self).popup(place)

    # let go of

    def drop(self, keys: Sequence[Key], target: Target, copied: bool) -> None:
        """Let cards or a theme lie where they were dropped."""
        kind, _place, number = keys[0]
        match target.kind:
            case "aside":
                self.asking.set_aside(number)
            case "theme" if kind == "aside":
                self._bring_back(number, target)
            case "theme":
                parent = target.place or None
                before = target.before
                self.do(
                    "move_themes",
                    lambda s: theme_gathering.place(s, number, parent_id=parent, before=before),
                    lambda _made: [("theme", target.place, number)],
                )
            case "ground":
                self._begin_theme(keys, copied=copied)
            case "into" if target.place == REST:
                self._let_fit_none([key for key in keys if key[0] == "code"])
            case "into" if target.place == LOOSE:
                self._let_loose(keys)
            case "into":
                self.put_into(keys, target.place, index=target.index, copied=copied)

    def drop_excerpts(self, excerpt_ids: Sequence[int], target: Target) -> None:
        """Let excerpts of a list stand in the theme they were dropped on, or in a new one."""
        keys: list[Key] = [("excerpt", LOOSE, each) for each in excerpt_ids]
        if target.kind == "ground":
            self._begin_theme(keys, copied=True)
        elif target.kind == "into" and target.place > 0:
            self.put_into(keys, target.place, copied=True)

    def put_into(
        self, keys: Sequence[Key], into: int, *, index: int | None = None, copied: bool = False
    ) -> None:
        """Let cards lie in a theme, before the card now at `index`; a copy stays where it was."""
        before = self._code_at(into, index)
        moves = [(place if place > 0 else None, each) for kind, place, each in keys
                 if kind == "code"]  # fmt: skip
        quoted = [(place, each) for kind, place, each in keys if kind == "excerpt"]
        copies = copied or all(place <= 0 for _kind, place, _each in keys)

        def put(session: Any) -> None:
            if moves and copied:
                theme_gathering.gather(session, [(None, e) for _p, e in moves], into, before=before)
            elif moves:
                theme_gathering.gather(session, moves, into, before=before)
            if quoted and copied:
                theme_excerpts.place_excerpts(session, into, [each for _place, each in quoted])
            elif quoted:
                theme_gathering.gather_excerpts(session, quoted, into)

        action = "place_codes" if copies else "move_codes_between_themes"
        self.do(
            action if moves else "place_excerpts",
            put,
            lambda _made: [(kind, into, each) for kind, _place, each in keys],
        )

    # what keys and menu ask for

    def to_theme(self) -> None:
        """Move what is chosen to a theme that is asked for."""
        cards = [card.key for card in self.board.chosen_cards()]
        if cards:
            self.asking.choose_theme(
                _("To which theme?"), lambda theme: self.put_into(cards, theme), new=self.new_theme
            )
        elif (theme := self.board.theme()) is not None:
            self.asking.choose_theme(
                _("Under which theme?"),
                lambda into: self.drop([("theme", 0, theme.place)], Target("theme", into), False),
                but=theme.place,
                top=lambda: self.drop([("theme", 0, theme.place)], Target("theme", 0), False),
            )

    def also_in(self) -> None:
        """Let the chosen cards lie in one more theme."""
        if cards := [card.key for card in self.board.chosen_cards()]:
            self.asking.choose_theme(
                _("Also in which theme?"), lambda theme: self.put_into(cards, theme, copied=True)
            )

    def place_excerpts(self, excerpt_ids: Sequence[int]) -> None:
        """Let excerpts stand in a theme that is asked for."""
        keys: list[Key] = [("excerpt", LOOSE, each) for each in excerpt_ids]
        if keys:
            self.asking.choose_theme(
                _("In which theme?"), lambda theme: self.put_into(keys, theme, copied=True)
            )

    def find(self) -> None:
        """Go to a card or a theme by its name."""
        self.asking.find()

    def new_theme(self) -> None:
        """Begin a theme, with the chosen cards in it."""
        self._begin_theme([card.key for card in self.board.chosen_cards()])

    def new_sub_theme(self) -> None:
        """Begin a sub-theme of the chosen theme, or of that in which the chosen cards lie."""
        theme, cards = self.board.theme(), self.board.chosen_cards()
        parent = theme.place if theme is not None else cards[0].place if cards else 0
        if parent > 0:
            self._begin_theme([card.key for card in cards], parent=parent)

    def fits_none(self) -> None:
        """Put the chosen codes with those that fit no theme; those that are there, back."""
        keys = [card.key for card in self.board.chosen_cards() if card.key[0] == "code"]
        if keys and all(key[1] == REST for key in keys):
            self._let_loose(keys)
        elif keys:
            self._let_fit_none(keys)

    def take_out(self) -> None:
        """Take the chosen cards out of where they lie; remove the chosen theme."""
        cards, theme = self.board.chosen_cards(), self.board.theme()
        if cards:
            self._let_loose([card.key for card in cards if card.place != LOOSE])
        elif theme is not None:
            self.do("remove_themes", lambda s: themes.remove(s, [theme.place]))
        elif (aside := self.board.chosen_aside()) is not None:
            self.do("remove_themes", lambda s: themes.remove(s, [aside.theme_id]))

    def set_aside(self) -> None:
        """Set the chosen theme aside, or take it up again."""
        if (theme := self.board.theme()) is not None:
            self.asking.set_aside(theme.place)
        elif (aside := self.board.chosen_aside()) is not None:
            self._bring_back(aside.theme_id, None)

    def keep(self) -> None:
        """Keep the chosen theme, or let it be a candidate again."""
        if (theme := self.board.theme()) is not None:
            state = "candidate" if theme.state == "kept" else "kept"
            self.do("set_theme_state", lambda s: theme_states.set_state(s, [theme.place], state))

    def fold(self) -> None:
        """Fold the column of the chosen theme, or unfold it."""
        if (theme := self.board.theme()) is not None:
            column = next(c for c in self.board.contents.columns if theme in c)
            top, on = column[0].place, not column[0].collapsed
            self.do(
                "collapse_theme",
                lambda s: themes.collapse(s, top, on),
                lambda _made: [("theme", 0, top)],
            )

    def merge(self) -> None:
        """Merge the chosen theme into one that is asked for, or the chosen codes."""
        cards, theme = self.board.chosen_cards(), self.board.theme()
        if theme is not None:
            self.asking.merge(theme)
        elif ids := [card.id for card in cards if card.key[0] == "code"]:
            self._of_codes.merge(ids, ids[0])

    def split(self) -> None:
        """Ask which cards of the chosen theme, or excerpts of the chosen code, go elsewhere."""
        theme, cards = self.board.theme(), self.board.chosen_cards()
        if theme is not None:
            self.asking.split(theme)
        elif len(cards) == 1 and cards[0].key[0] == "code":
            self._of_codes.split(cards[0].id)
        elif cards and (section := self.board.contents.section(cards[0].place)):
            self.asking.split(section)

    def turn(self) -> None:
        """Make themes of the chosen codes, or a code of the chosen theme."""
        ids = [card.id for card in self.board.chosen_cards() if card.key[0] == "code"]
        theme, frame = self.board.theme(), self.board.contents.frame_id
        if ids:
            self.do(
                "promote_codes",
                lambda s: theme_turning.promote(s, ids, frame_id=frame),
                lambda made: [("theme", 0, each) for each in made],
            )
        elif theme is not None:
            into, by = theme.parent, self._project.coder_id
            self.do(
                "demote_theme",
                lambda s: theme_turning.demote(s, theme.place, into=into, by=by),
                lambda made: [("code", into or LOOSE, made)],
            )

    def recolour(self) -> None:
        """Offer colours for what is chosen."""
        if self.board.chosen_cards() or self.board.theme() is not None:
            menu = colour_menu(self, self.board)
            menu.popup(self.board.place_of(self.board.current).bottomLeft())

    def set_colour(self, colour: str) -> None:
        """Give what is chosen a colour; empty: that of what it stands under."""
        ids = [card.id for card in self.board.chosen_cards() if card.key[0] == "code"]
        theme = self.board.theme()
        if ids:
            self.do("recolour_codes", lambda s: codes.recolour(s, ids, colour))
        elif theme is not None:
            self.do("recolour_themes", lambda s: themes.recolour(s, [theme.place], colour))

    def rename(self) -> None:
        """Let what is chosen be named where it stands."""
        current = self.board.current
        if current is not None and current[0] in ("theme", "code"):
            self.board.start_naming(current)

    def name(self, key: Key, name: str) -> None:
        """Give a theme or a code another name."""
        if key[0] == "theme":
            self.do("rename_theme", lambda s: themes.rename(s, key[2], name))
        else:
            self.do("rename_code", lambda s: codes.rename(s, key[2], name))

    def do(
        self,
        action: str,
        act: Callable[[Any], Any],
        follow: Callable[[Any], Iterable[Key]] = lambda _made: (),
        *,
        reason: str = "",
    ) -> bool:
        """Do it as one step, then choose what `follow` makes of what it gave; False if refused."""
        try:
            with self._project.edit(action, reason=reason) as session:
                made = act(session)
        except QualtoolError as error:
            self.refused.emit(error)
            return False
        self.board.follow(self._where(follow(made)))
        return True

    # inside

    def _begin_theme(
        self, keys: Sequence[Key], *, parent: int | None = None, copied: bool = False
    ) -> None:
        frame = self.board.contents.frame_id
        with self._project.read() as session:
            taken = [row.name for row in codebook.themes(session, frame) if row.parent_id == parent]
        name = free(_("New theme"), taken)
        moves = [(p if p > 0 and not copied else None, e) for kind, p, e in keys if kind == "code"]
        quoted = [(place, each) for kind, place, each in keys if kind == "excerpt"]

        def begin(session: Any) -> int:
            made = themes.add(session, name, parent_id=parent, frame_id=frame)
            if moves:
                theme_gathering.gather(session, moves, made)
            if quoted and copied:
                theme_excerpts.place_excerpts(session, made, [each for _place, each in quoted])
            elif quoted:
                theme_gathering.gather_excerpts(session, quoted, made)
            return made

        if self.do("add_theme", begin, lambda made: [("theme", parent or 0, made)]):
            current = self.board.current
            if current is not None and current[0] == "theme":
                self.board.start_naming(current)

    def _let_fit_none(self, keys: Sequence[Key]) -> None:
        ids = list(dict.fromkeys(key[2] for key in keys))
        frame = self.board.contents.frame_id
        if ids:
            self.do(
                "put_codes_aside",
                lambda s: rest_codes.put_aside(s, first_frame(s) if frame is None else frame, ids),
                lambda _made: [("code", REST, each) for each in ids],
            )

    def _let_loose(self, keys: Sequence[Key]) -> None:
        """Take cards out of their themes, or from among those that fit none."""
        moves = [(p if p > 0 else None, e) for kind, p, e in keys if kind == "code" and p != LOOSE]
        quoted = [(place, each) for kind, place, each in keys if kind == "excerpt"]
        frame = self.board.contents.frame_id

        def loosen(session: Any) -> None:
            if moves and frame is not None:
                theme_gathering.take_back(session, frame, moves)
            for place in dict.fromkeys(place for place, _each in quoted):
                ids = [each for held, each in quoted if held == place]
                theme_excerpts.take_excerpts_out(session, place, ids)

        if moves or quoted:
            action = "take_codes_out" if any(p for p, _e in moves) else "take_codes_back"
            self.do(
                action if moves else "take_excerpts_out",
                loosen,
                lambda _made: [("code", LOOSE, each) for _place, each in moves],
            )

    def _bring_back(self, theme_id: int, target: Target | None) -> None:
        def back(session: Any) -> None:
            theme_states.set_state(session, [theme_id], "candidate")
            if target is not None:
                parent = target.place or None
                theme_gathering.place(session, theme_id, parent_id=parent, before=target.before)

        self.do("set_theme_state", back, lambda _made: [("theme", 0, theme_id)])

    def _code_at(self, place: int, index: int | None) -> int | None:
        section = self.board.contents.section(place)
        if section is None or index is None or index >= len(section.cards):
            return None
        card = section.cards[index]
        return card.id if card.key[0] == "code" else None

    def _where(self, keys: Iterable[Key]) -> list[Key]:
        """The keys as they are now: a theme is called by what it stands under."""
        parents = {s.place: s.parent or 0 for s in self.board.contents.sections()}
        return [
            (kind, parents.get(number, place), number) if kind == "theme" else (kind, place, number)
            for kind, place, number in keys
        ]
