"""Everything that can be done, in one table: menus, command palette and shortcut help show it."""

from __future__ import annotations

from typing import Final

from qualtool.i18n import mark
from qualtool.ui import ticks
from qualtool.ui.actions import Action, State, always, with_project, writing
from qualtool.ui.board_actions import BOARD
from qualtool.ui.condensation_actions import CONDENSATION
from qualtool.ui.draft_actions import DRAFTS
from qualtool.ui.findings_actions import FINDINGS
from qualtool.ui.map_actions import MAP
from qualtool.ui.matrix_actions import MATRIX
from qualtool.ui.report_actions import REPORT


def _can_undo(state: State) -> bool:
    return state.writable and state.undo is not None


def _can_redo(state: State) -> bool:
    return state.writable and state.redo is not None


MENUS: Final = {
    "project": mark("Project"),
    "edit": mark("Edit"),
    "view": mark("View"),
    "help": mark("Help"),
}

PROJECT: Final = (
    Action("new_project", mark("New project …"), "projects.ask_new", ("Ctrl+N",), "new",
           menu="project"),
    Action("open_project", mark("Open project …"), "projects.ask_open", ("Ctrl+O",), "open",
           menu="project"),
    Action("open_sample", mark("Open the sample study"), "projects.open_sample", (), "sample",
           menu="project", section=1),
    Action("import_files", mark("Import files …"), "projects.ask_import", ("Ctrl+Shift+I",),
           "import", writing, "project", 2),
    Action("choose_profile", mark("Profile of the method …"), "view.method.ask", (), "settings",
           writing, "project", 3),
    Action("export", mark("Export tables …"), "show_report", ("Ctrl+E",), "export",
           with_project, "project", 2),
    Action("back_up", mark("Back up now"), "projects.back_up", (), "backup",
           with_project, "project", 3),
    Action("show_folder", mark("Show the project’s folder"), "projects.show_folder", (), "folder",
           with_project, "project", 3),
    Action("original_files", mark("Original files …"), "originals.show_kept", (), "document",
           with_project, "project", 3),
    Action("close_project", mark("Close project"), "projects.close", ("Ctrl+W",), "close",
           with_project, "project", 4),
    Action("quit", mark("Quit"), "close", ("Ctrl+Q",), "quit", menu="project", section=4),
)  # fmt: skip

EDIT: Final = (
    Action("undo", mark("Undo"), "steps.undo", ("Ctrl+Z",), "undo", _can_undo, "edit"),
    Action("redo", mark("Redo"), "steps.redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", _can_redo,
           "edit"),
    Action("show_original", mark("Show in original"), "originals.show", ("Ctrl+Shift+O",),
           "document", with_project, "edit", 1),
    Action("write_memo", mark("Write a memo on what is chosen"), "memos.write", ("Ctrl+M",),
           "memo", writing, "edit", 1),
    Action("journal", mark("Journal: write a dated entry"), "memos.journal.open", ("Ctrl+J",),
           "memo", with_project, "edit", 1),
    Action("show_memos", mark("All memos"), "memos.show_list", ("Ctrl+Shift+M",), "memo",
           with_project, "edit", 1),
    Action("choose_coder", mark("Change coder …"), "coders.ask", (), "coder", writing,
           "edit", 1),
    Action("correct_text", mark("Correct the text"), "corrections.correct", (), "edit", writing,
           "edit", 1),
    Action("replace_words", mark("Find and replace in all documents …"), "corrections.replace",
           ("Ctrl+H",), "search", writing, "edit", 1),
    Action("lost_excerpts", mark("Excerpts that have lost their words …"),
           "corrections.show_lost", (), "excerpt", writing, "edit", 1),
    Action("look_again", mark("Look again: the next coding that waits"), "memos.looking.next",
           ("F7",), "code", writing, "edit", 1),
    Action("look_again_keep", mark("Look again: keep the coding as it is"),
           "memos.looking.keep", ("F8",), "check", writing),
    Action("look_again_change", mark("Look again: the coding has been changed"),
           "memos.looking.change", ("Shift+F8",), "edit", writing),
    Action("look_again_all", mark("Look again: all codings that wait …"),
           "memos.looking.show_list", (), "code", writing),
    Action("expectations", mark("Expectations: hold them against the themes …"),
           "beside.show_expectations", (), "memo", writing, where="themes"),
    Action("hints_again", mark("Show the hints on themes that were put away"),
           "beside.pane.show_hints_again", (), "info", with_project, where="themes"),
    Action("set_fit", mark("How an excerpt fits the theme: fits, stretches, speaks against"),
           keys=("Alt+1", "Alt+2", "Alt+3"), where="themes"),
    Action("preferences", mark("Preferences …"), "view.show_preferences", ("Ctrl+,",), "settings",
           always, "edit", 2),
)  # fmt: skip

VIEW: Final = (
    Action("go_material", mark("Material"), "view.go_material", ("Ctrl+1",), "material",
           with_project, "view"),
    Action("go_coding", mark("Coding"), "view.go_coding", ("Ctrl+2",), "coding", with_project,
           "view"),
    Action("go_themes", mark("Themes"), "view.go_themes", ("Ctrl+3",), "themes", with_project,
           "view"),
    Action("go_report", mark("Report"), "view.go_report", ("Ctrl+5",), "report", with_project,
           "view"),
    Action("palette", mark("Search or do something …"), "view.show_palette",
           ("Ctrl+K", "Ctrl+Shift+P"), "search", always, "view", 1, hidden=True),
    Action("next_pane", mark("Next pane"), "view.next_pane", ("F6",), "", with_project, "view", 1,
           hidden=True),
    Action("previous_pane", mark("Previous pane"), "view.previous_pane", ("Shift+F6",), "",
           with_project, "view", 1, hidden=True),
    Action("larger", mark("Larger text"), "view.zoom_in", ("Ctrl++", "Ctrl+="), "larger",
           with_project, "view", 2),
    Action("smaller", mark("Smaller text"), "view.zoom_out", ("Ctrl+-",), "minus", with_project,
           "view", 2),
    Action("ordinary", mark("Ordinary text size"), "view.zoom_reset", ("Ctrl+0",), "",
           with_project, "view", 2),
    Action("change_face", mark("The other face for transcripts"), "view.change_face", (), "",
           with_project, "view", 2),
    Action("change_spacing", mark("Closer or wider paragraphs in transcripts"),
           "view.change_spacing", (), "", with_project, "view", 2),
    Action("look_system", mark("Colours: as the system"), "view.look_system", (), "system",
           menu="view", section=3, ticked=ticks.look("system")),
    Action("look_light", mark("Colours: light"), "view.look_light", (), "light", menu="view",
           section=3, ticked=ticks.look("light")),
    Action("look_dark", mark("Colours: dark"), "view.look_dark", (), "dark", menu="view",
           section=3, ticked=ticks.look("dark")),
    Action("look_contrast", mark("Colours: high contrast"), "view.look_contrast", (), "theme",
           menu="view", section=3, ticked=ticks.look("contrast")),
    Action("speak_nb", "Bokmål", "view.speak_nb", (), "language", menu="view", section=4,
           ticked=ticks.language("nb")),
    Action("speak_nn", "Nynorsk", "view.speak_nn", (), "language", menu="view", section=4,
           ticked=ticks.language("nn")),
    Action("speak_en", "English", "view.speak_en", (), "language", menu="view", section=4,
           ticked=ticks.language("en")),
    Action("codings_all", mark("Codings: everybody’s, side by side"), "coders.show_everybodys",
           ("Ctrl+Shift+E",), "coder", with_project, "view", 5, ticked=ticks.everybodys),
    Action("codings_own", mark("Codings: only my own"), "coders.show_own", ("Ctrl+Shift+Y",),
           "coder", with_project, "view", 5, ticked=ticks.own),
    Action("codings_other", mark("Codings: only the next coder’s"), "coders.show_another",
           ("Ctrl+Shift+U",), "coder", with_project, "view", 5, ticked=ticks.another),
    Action("blind", mark("Code blind: hide the work of others"), "coders.toggle_blind",
           ("Ctrl+Shift+B",), "coder", with_project, "view", 5, ticked=ticks.blind),
    Action("reading", mark("Reading mode: the text alone"), "panes.toggle_reading", ("F9",), "",
           with_project, "view", 5, where="coding", ticked=ticks.reading),
    Action("full_screen", mark("Full screen"), "view.toggle_full_screen", ("F11",), "full_screen",
           always, "view", 6, ticked=ticks.full_screen),
    Action("all_pages", mark("Themes: show all pages"), "pages.toggle_all", (), "", with_project,
           "view", 6, where="themes", ticked=ticks.all_pages),
)  # fmt: skip

# How the work was done: the pages of one sheet.
WORK: Final = (
    Action("show_trail", mark("The trail: every step, by whom, when and why"),
           "view.work.show_trail", ("Ctrl+Shift+H",), "history", with_project, "view", 7),
    Action("show_snapshots", mark("Snapshots of codebook and board"), "view.work.show_snapshots",
           (), "history", with_project, "view", 7),
    Action("show_phases", mark("Phase log of the method"), "view.work.show_phases", (), "history",
           with_project, "view", 7),
    Action("show_coverage", mark("Coverage: how evenly the documents were worked with"),
           "view.work.show_coverage", (), "document", with_project, "view", 7),
    Action("show_review", mark("Self-review: questions to yourself"), "view.work.show_review", (),
           "help", with_project, "view", 7),
    Action("note_read", mark("Note the document as read from beginning to end"), "reading.note",
           (), "document", writing, where="coding"),
    Action("note_listened", mark("Note the recording as listened to from beginning to end"),
           "reading.note_listened", (), "document", writing, where="coding"),
    Action("note_checked", mark("Note the text as checked against the recording"),
           "reading.note_checked", (), "document", writing, where="coding"),
    Action("turn_page", mark("The next page of a sheet with pages, or the one before"),
           keys=("Ctrl+PgDown", "Ctrl+PgUp")),
)  # fmt: skip

# The pages of the material workspace, and what is begun on them.
MATERIAL: Final = (
    Action("go_documents", mark("Documents"), "go_documents", (), "", with_project,
           where="material"),
    Action("go_cases", mark("Cases"), "go_cases", (), "", with_project, where="material"),
    Action("go_activities", mark("Activities"), "go_activities", (), "", with_project,
           where="material"),
    Action("go_phases", mark("Phases"), "go_phases", (), "", with_project, where="material"),
    Action("go_guide", mark("Interview guide"), "go_guide", (), "", with_project,
           where="material"),
    Action("go_figures", mark("Figures of the material"), "go_figures", (), "", with_project,
           where="material"),
    Action("new_case", mark("New case"), "new_case", (), "", writing, where="material"),
    Action("new_activity", mark("New activity"), "new_activity", (), "", writing,
           where="material"),
    Action("cases_from_table", mark("Import cases from a spreadsheet …"),
           "of_cases.tables.ask_in", (), "", writing, where="material"),
    Action("activities_from_table", mark("Import activities from a spreadsheet …"),
           "of_activities.tables.ask_in", (), "", writing, where="material"),
)  # fmt: skip

# What is done with the whole codebook.
CODEBOOK: Final = (
    Action("codebook_tree", mark("Codebook as a tree of themes and codes"),
           "codebook.look.as_tree", (), "", with_project, where="coding"),
    Action("codebook_by_name", mark("Codebook as a list by name"), "codebook.look.by_name", (), "",
           with_project, where="coding"),
    Action("codebook_by_use", mark("Codebook as a list by use"), "codebook.look.by_use", (), "",
           with_project, where="coding"),
    Action("codebook_by_colour", mark("Codebook as a list by colour"), "codebook.look.by_colour",
           (), "", with_project, where="coding"),
    Action("show_retired", mark("Show or hide retired codes"), "codebook.look.toggle_retired", (),
           "", with_project, where="coding"),
    Action("codebook_in", mark("Take in a codebook …"), "files.ask_in", (), "import", writing,
           where="coding"),
    Action("codebook_out", mark("Write the codebook to a file …"), "files.ask_out", (), "export",
           with_project, where="coding"),
    Action("code_life", mark("The life of the chosen code: made, renamed, merged, used"),
           "choosing.show_life", (), "history", with_project, where="coding"),
    Action("similar_codes", mark("Similar codes"), "asking.show_similar", (), "merge", writing,
           where="coding"),
    Action("merge_codes", mark("Merge the chosen codes …"), "choosing.merge", (), "merge", writing,
           where="coding"),
    Action("retire_codes", mark("Retire the chosen codes, or take them into use again"),
           "choosing.retire", (), "", writing, where="coding"),
    Action("merge_here", mark("Merge the chosen codes (in the codebook)"), keys=("Ctrl+L",),
           where="coding"),
    Action("retire_here", mark("Retire the chosen codes, or take them into use again"),
           keys=("Ctrl+Del",), where="coding"),
    Action("remove_here", mark("Remove what is chosen in the codebook"), keys=("Del",),
           where="coding"),
    Action("move_codes", mark("Move codes in the codebook: up, down, under the one above, out"),
           keys=("Alt+Up", "Alt+Down", "Alt+Right", "Alt+Left"), where="coding"),
)  # fmt: skip

HELP: Final = (
    Action("shortcuts", mark("Keyboard shortcuts"), "view.show_shortcuts", ("F1", "?"),
           "shortcuts", menu="help"),
    Action("formats", mark("Files that can be read"), "view.show_formats", (), "", menu="help"),
    Action("menu", mark("Open the menu"), "view.show_menu", ("F10",), "menu", hidden=True),
    Action("about", mark("About Qualtool"), "view.show_about", (), "info", menu="help", section=1),
)  # fmt: skip

# What is done with the excerpt that is chosen in the text; its keys stand below.
EXCERPT: Final = (
    Action("split_chosen", mark("Split the excerpt at the caret"), "reader.acts.split", (),
           "excerpt", writing, where="coding"),
    Action("move_ends", mark("Move the ends of the excerpt"), "reader.acts.take_ends", (),
           "excerpt", writing, where="coding"),
    Action("next_depth", mark("Semantic, latent or neither"), "reader.acts.next_depth", (), "code",
           writing, where="coding"),
    Action("never_quote", mark("Do not quote the excerpt"), "reader.acts.never_quote", (), "lock",
           writing, where="coding"),
    Action("write_comment", mark("Write the comment on the code"), "reader.acts.comment", (),
           "edit", writing, where="coding"),
    Action("uncode_chosen", mark("Take all codes of the excerpt away"), "reader.acts.uncode_all",
           (), "remove", writing, where="coding"),
)  # fmt: skip

# The ways through the document that is open.
PLACES: Final = (
    Action("find", mark("Find in the document"), "places.find", ("Ctrl+F",), "search",
           with_project, "edit", 1, where="coding"),
    Action("find_next", mark("The next place found"), "places.find_next", ("F3",), "",
           with_project, where="coding"),
    Action("find_previous", mark("The place found before"), "places.find_previous",
           ("Shift+F3",), "", with_project, where="coding"),
    Action("go_to_place", mark("Go to a place: paragraph, line, page or time …"),
           "places.go_to", ("Ctrl+G",), "place", with_project, "edit", 1, where="coding"),
    Action("show_uncoded", mark("Mark what is not coded"), "places.toggle_uncoded", ("Ctrl+U",),
           "", with_project, "view", 5, where="coding", ticked=ticks.uncoded),
    Action("next_uncoded", mark("Next uncoded stretch"), "places.next_uncoded", (), "",
           with_project, where="coding"),
    Action("previous_uncoded", mark("Previous uncoded stretch"), "places.previous_uncoded", (),
           "", with_project, where="coding"),
    Action("cite_paragraph", mark("Cite places by paragraph numbers"), "places.by_paragraph",
           (), "", writing, where="coding"),
    Action("cite_line", mark("Cite places by line numbers"), "places.by_line", (), "", writing,
           where="coding"),
    Action("cite_page", mark("Cite places by page numbers"), "places.by_page", (), "", writing,
           where="coding"),
    Action("cite_time", mark("Cite places by times"), "places.by_time", (), "", writing,
           where="coding"),
)  # fmt: skip

# Keys that the reader and the codebook handle themselves, for the help.
CODING: Final = (
    Action("type_code", mark("Code the selection: type the first letters of a code"),
           where="coding"),
    Action("open_palette", mark("Choose codes for the selection or the excerpt"),
           keys=("Return",), where="coding"),
    Action("apply_code", mark("Use the chosen code"), keys=("Return",), where="coding"),
    Action("new_code", mark("Make a new code of what you typed"), keys=("Shift+Return",),
           where="coding"),
    Action("placed_code", mark("Choose place and colour of the code you typed"),
           keys=("Alt+Return",), where="coding"),
    Action("code_and_comment", mark("Use the code and write its comment (in the palette)"),
           keys=("Ctrl+Return",), where="coding"),
    Action("code_and_memo", mark("Use the code and write a memo (in the palette)"),
           keys=("Ctrl+M",), where="coding"),
    Action("one_more_code", mark("Use it and choose one more"), keys=("Tab",), where="coding"),
    Action("in_vivo", mark("Code in the participant’s own words"), keys=("Ctrl+I",),
           where="coding"),
    Action("last_code", mark("The same code as last time"), keys=("Ctrl+R",), where="coding"),
    Action("pinned_code", mark("A pinned code"), keys=("1–9",), where="coding"),
    Action("valence", mark("Valence: opportunity, barrier, both"), keys=("+", "-", "="),
           where="coding"),
    Action("star", mark("Star the excerpt as quotable"), keys=("*",), where="coding"),
    Action("depth", mark("Semantic, latent or neither"), keys=("Ctrl+D",), where="coding"),
    Action("uncode", mark("Take the code away"), keys=("Del",), where="coding"),
    Action("uncode_all", mark("Take all codes of the excerpt away"), keys=("Shift+Del",),
           where="coding"),
    Action("one_code", mark("The next code of the excerpt, or the one before"),
           keys=("Alt+Shift+Down", "Alt+Shift+Up"), where="coding"),
    Action("move_end", mark("Move the excerpt’s end by a word"),
           keys=("Alt+Shift+Right", "Alt+Shift+Left"), where="coding"),
    Action("take_ends", mark("Take hold of the excerpt’s end, then of its start"), keys=("E",),
           where="coding"),
    Action("split_excerpt", mark("Split the excerpt at the caret"), keys=("Ctrl+Return",),
           where="coding"),
    Action("comment", mark("Write the comment on the code"), keys=("C",), where="coding"),
    Action("correct_here", mark("Correct the paragraph at the caret"), keys=("F2",),
           where="coding"),
    Action("do_not_quote", mark("Mark the chosen excerpts as not to be quoted"), keys=("!",),
           where="coding"),
    Action("code_on", mark("Code the chosen excerpts (in a list)"), keys=("Space",),
           where="coding"),
    Action("sentence", mark("Select the sentence"), keys=("S",), where="coding"),
    Action("turn", mark("Select the turn or paragraph"), keys=("P",), where="coding"),
    Action("code_found", mark("Code the place that was found"), keys=("Ctrl+Return",),
           where="coding"),
    Action("uncoded_stretch", mark("Next uncoded stretch, or the one before"),
           keys=("U", "Shift+U"), where="coding"),
    Action("by_word", mark("Grow or shrink the selection word by word"),
           keys=("Ctrl+Shift+Right", "Ctrl+Shift+Left"), where="coding"),
    Action("next_excerpt", mark("Next excerpt"), keys=("]", "Alt+Down"), where="coding"),
    Action("previous_excerpt", mark("Previous excerpt"), keys=("[", "Alt+Up"), where="coding"),
    Action("let_go", mark("Let go of the selection or the excerpt"), keys=("Esc",),
           where="coding"),
)  # fmt: skip

TABLE: Final = (
    *PROJECT, *EDIT, *VIEW, *WORK, *MATERIAL, *CODEBOOK, *EXCERPT, *PLACES, *BOARD, *MAP,
    *FINDINGS, *MATRIX, *CONDENSATION, *REPORT, *DRAFTS,
    *HELP,
    *CODING,
)  # fmt: skip
