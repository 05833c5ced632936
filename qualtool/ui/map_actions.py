"""What can be done on the map of themes, for the command palette, the menus and the help."""

from __future__ import annotations

from typing import Final

from qualtool.i18n import mark
from qualtool.ui.actions import Action, with_project, writing

# The map of themes; the keys below are its own.
MAP: Final = (
    Action("go_map", mark("Thematic map"), "pages.at.map.setFocus", (), "map", with_project,
           where="themes"),
    Action("map_new_box", mark("New box on the map"), "pages.at.map.new_box", (), "add", writing,
           where="themes"),
    Action("map_link", mark("Draw a line on the map"), "pages.at.map.link", (), "", writing,
           where="themes"),
    Action("map_lay_out", mark("Lay the map out anew"), "pages.at.map.lay_out", (), "map",
           writing, where="themes"),
    Action("map_put_back", mark("Put back on the map what was taken off"),
           "pages.at.map.put_back", (), "", writing, where="themes"),
    Action("map_codes", mark("Show or hide the codes on the map"), "pages.at.map.toggle_codes",
           (), "", writing, where="themes"),
    Action("map_sizes", mark("Size on the map by excerpts, or all the same"),
           "pages.at.map.toggle_sizes", (), "", with_project, where="themes"),
    Action("map_export", mark("Save the map as a picture …"), "pages.at.map.export", (),
           "export", with_project, where="themes"),
    Action("map_choose", mark("On the map: the next thing, or the one in a direction"),
           keys=("Tab", "Right"), where="themes"),
    Action("map_choose_more", mark("On the map: choose one more, or all"),
           keys=("Space", "Ctrl+A"), where="themes"),
    Action("map_move", mark("On the map: move what is chosen, by a little with Shift"),
           keys=("Alt+Right", "Alt+Shift+Right"), where="themes"),
    Action("map_resize", mark("On the map: make it wider, narrower, higher or lower"),
           keys=("Shift+Right", "Shift+Down"), where="themes"),
    Action("map_write", mark("On the map: write the words of a box or line, or under a theme"),
           keys=("Return",), where="themes"),
    Action("map_box_key", mark("On the map: a new box"), keys=("N",), where="themes"),
    Action("map_link_key", mark("On the map: draw a line to another thing"), keys=("L",),
           where="themes"),
    Action("map_link_kind", mark("On the map: line, arrow or arrows both ways"), keys=("A",),
           where="themes"),
    Action("map_take_off", mark("On the map: take it off; themes and codes stay in the study"),
           keys=("Del",), where="themes"),
    Action("map_zoom", mark("On the map: larger, smaller, the whole of it"),
           keys=("+", "-", "0"), where="themes"),
)  # fmt: skip
