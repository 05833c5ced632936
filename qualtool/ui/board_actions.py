"""What can be done on the board of themes, for the command palette, the menus and the help."""

from __future__ import annotations

from typing import Final

from qualtool.i18n import mark
from qualtool.ui.actions import Action, with_project, writing

# Done with what is chosen on the board; its keys stand below.
DONE: Final = (
    Action("go_board", mark("Board of themes"), "go_board", (), "themes", with_project,
           where="themes"),
    Action("board_find", mark("Find a card or a theme on the board …"), "doing.find", (),
           "search", with_project, where="themes"),
    Action("board_to_theme", mark("Move what is chosen to a theme …"), "doing.to_theme", (),
           "right", writing, where="themes"),
    Action("board_also_in", mark("Let the chosen cards lie in one more theme …"), "doing.also_in",
           (), "copy", writing, where="themes"),
    Action("board_new_theme", mark("New theme with the chosen cards"), "doing.new_theme", (),
           "add", writing, where="themes"),
    Action("board_new_sub_theme", mark("New sub-theme"), "doing.new_sub_theme", (), "add",
           writing, where="themes"),
    Action("board_fits_none", mark("The chosen codes do not fit, or may fit after all"),
           "doing.fits_none", (), "", writing, where="themes"),
    Action("board_take_out", mark("Take the chosen cards out of the theme; remove the theme"),
           "doing.take_out", (), "remove", writing, where="themes"),
    Action("board_rename", mark("Rename the chosen theme or code"), "doing.rename", (), "edit",
           writing, where="themes"),
    Action("board_recolour", mark("Colour of the chosen theme or codes …"), "doing.recolour", (),
           "theme", writing, where="themes"),
    Action("board_fold", mark("Fold or unfold the chosen theme"), "doing.fold", (), "", writing,
           where="themes"),
    Action("board_keep", mark("Keep the chosen theme, or let it be a candidate again"),
           "doing.keep", (), "check", writing, where="themes"),
    Action("board_merge", mark("Merge the chosen theme or codes …"), "doing.merge", (), "merge",
           writing, where="themes"),
    Action("board_split", mark("Split the chosen theme or code …"), "doing.split", (), "",
           writing, where="themes"),
    Action("board_turn", mark("Make the chosen codes themes, or the chosen theme a code"),
           "doing.turn", (), "code", writing, where="themes"),
    Action("board_set_aside", mark("Set the chosen theme aside, or take it back …"),
           "doing.set_aside", (), "", writing, where="themes"),
    Action("excerpts_to_theme", mark("Place the chosen excerpts in a theme …"),
           "place_chosen_excerpts", (), "excerpt", writing, where="themes"),
    Action("new_frame", mark("New set of themes …"), "frames.ask_new", (), "add", writing,
           where="themes"),
    Action("next_frame", mark("The next set of themes"), "frames.next_set", (), "right",
           with_project, where="themes"),
    Action("rename_frame", mark("Rename the set of themes …"), "frames.ask_name", (), "edit",
           writing, where="themes"),
)  # fmt: skip

# Keys of the board itself, for the help.
KEYS: Final = (
    Action("board_open", mark("On the board: show the excerpts of a card"), keys=("Return",),
           where="themes"),
    Action("board_go", mark("On the board: go to the next card or theme"),
           keys=("Right", "Down"), where="themes"),
    Action("board_find_key", mark("On the board: find a card or a theme"), keys=("/",),
           where="themes"),
    Action("board_choose", mark("On the board: choose one more, or all up to one"),
           keys=("Space", "Shift+Down"), where="themes"),
    Action("board_choose_all", mark("On the board: choose all cards of the column"),
           keys=("Ctrl+A",), where="themes"),
    Action("board_carry", mark("On the board: move cards or a theme one place on"),
           keys=("Ctrl+Right", "Ctrl+Down"), where="themes"),
    Action("board_to_key", mark("On the board: to a theme, or in one more theme"),
           keys=("T", "Shift+T"), where="themes"),
    Action("board_new_key", mark("On the board: new theme, new sub-theme"), keys=("N", "U"),
           where="themes"),
    Action("board_rest_key", mark("On the board: does not fit"), keys=("X",), where="themes"),
    Action("board_out_key", mark("On the board: take out of the theme, or remove the theme"),
           keys=("Del",), where="themes"),
    Action("board_name_key", mark("On the board: rename, colour"), keys=("F2", "C"),
           where="themes"),
    Action("board_state_key", mark("On the board: keep a theme, set it aside or take it back"),
           keys=("K", "A"), where="themes"),
    Action("board_shape_key", mark("On the board: merge, split, code to theme or back"),
           keys=("M", "S", "P"), where="themes"),
    Action("board_fold_key", mark("On the board: fold a theme"), keys=("F",), where="themes"),
    Action("list_to_theme", mark("In a list of excerpts: place them in a theme"),
           keys=("Ctrl+T",), where="themes"),
)  # fmt: skip

BOARD: Final = (*DONE, *KEYS)
