"""Page numbers, heads and feet go out of the text, and the page of every place is known."""

from __future__ import annotations

from qualtool.core.cleaning import Cleaned, clean


def report(pages: int, between: str = "\f", first: int = 7, head: str = "Rapport om møter") -> str:
    """A report in so many pages, each with a head and a printed number."""
    sentence = "Her står det noe om møte nummer {n}, og om hva som ble sagt på det møtet. "
    return between.join(
        f"{head}\n\n{(sentence * 7).format(n=number)}\n\n{number}\n"
        for number in range(first, first + pages)
    )


def page_of(cleaned: Cleaned, words: str) -> str:
    """What the page is called that words stand on."""
    at = cleaned.text.index(words)
    return [one.value for one in cleaned.locators if one.offset <= at][-1]


def test_heads_and_numbers_become_places() -> None:
    cleaned = clean(report(5))
    assert cleaned.text.startswith("Rapport om møter\n")  # on the first page it is the title
    assert cleaned.text.count("Rapport") == 1
    assert not any(line.isdigit() for line in cleaned.text.split("\n"))
    assert page_of(cleaned, "møte nummer 9") == "9"
    assert page_of(cleaned, "møte nummer 11") == "11"
    assert cleaned.counts["pages"] == 5


def test_numbers_alone_show_the_pages_where_no_form_feed_does() -> None:
    cleaned = clean(report(5, between="", head=""))
    assert not any(line.isdigit() for line in cleaned.text.split("\n"))
    assert page_of(cleaned, "møte nummer 9") == "9"


def test_a_printed_number_in_the_head_counts_too() -> None:
    pages = [f"{n} | Rapport\nEt avsnitt på side {n}.\nOg et til.\n" for n in range(41, 46)]
    cleaned = clean("\f".join(pages))
    assert cleaned.text.count("Rapport") == 1
    assert page_of(cleaned, "på side 43") == "43"


def test_pages_without_numbers_are_counted() -> None:
    cleaned = clean("En side.\n\fTo sider.\n\fTre sider.\n")
    assert [(one.offset, one.value) for one in cleaned.locators] == [(0, "1"), (9, "2"), (19, "3")]
    assert cleaned.text == "En side.\nTo sider.\nTre sider.\n"


def test_numbers_in_a_text_without_pages_stay() -> None:
    text = "Hvor mange?\n4\nOg du?\n5\nOg de?\n6\n"
    assert clean(text).text == text


def test_what_is_left_alone_stays_but_for_the_form_feeds() -> None:
    raw = report(4)
    cleaned = clean(raw, frozenset({"pages"}))
    assert cleaned.text.count("Rapport") == 4
    assert "\f" not in cleaned.text
    assert len(cleaned.locators) == 4


def test_a_document_of_nothing_but_such_lines_is_left_whole() -> None:
    assert clean("Ja\n\fJa\n\fJa\n\fJa\n").text.split() == ["Ja"] * 4
