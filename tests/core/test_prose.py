from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.prose import blocks, hardened, paragraphs
from qualtool.core.report import Run, plain


def test_emphasis_lists_headings_and_links_come_out_as_they_are_meant() -> None:
    found = paragraphs("# Om *dette*\n- **fast** sted\n_ja_ og [her](fil.md)")
    assert found[0].runs == (Run("Om *dette*", bold=True),)
    assert found[1].runs == (Run("• "), Run("fast", bold=True), Run(" sted"))
    assert found[2].runs == (Run("ja", italic=True), Run(" og her (fil.md)"))


def test_each_line_is_a_paragraph_and_what_is_quoted_stands_apart() -> None:
    found = blocks("Først.\nSå.\n> sagt\n\n> mer\nTil slutt.")
    assert [(block.style, [plain(each) for each in block.paragraphs]) for block in found] == [
        ("body", ["Først.", "Så."]),
        ("quotation", ["sagt", "mer"]),
        ("body", ["Til slutt."]),
    ]


def test_signs_that_mean_nothing_are_left_alone() -> None:
    for words in ("2 * 3 * 4", "snake_case_name", "50 %*", "a ** b"):
        assert plain(paragraphs(words)[0]) == words


@given(st.text(alphabet="a *_#>-[]()\n\\", max_size=60))
def test_no_letter_is_ever_lost(text: str) -> None:
    said = "".join(plain(each) for each in paragraphs(text))
    assert said.count("a") == text.count("a")


def test_line_breaks_are_kept_where_markdown_would_join_the_lines() -> None:
    assert hardened("a\nb\n\nc\n- d\n- e") == "a  \nb\n\nc  \n- d  \n- e"
