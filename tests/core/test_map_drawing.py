"""What is drawn of a map, and how it becomes a picture: `map_drawing`, `map_picture`."""

from __future__ import annotations

from qualtool.core.map_boxes import shapes
from qualtool.core.map_drawing import Box, Drawing, Edge, arranged, drawn
from qualtool.core.map_picture import MARGIN, Colours, pictured
from qualtool.core.map_style import STYLES, ink
from qualtool.core.thematic_map import Key, Link, LinkKind, ThematicMap, Thing

KULTUR = Thing(Key("theme", 1), "theme", "Kultur", colour="violet", place=(0, 0))
STRUKTUR = Thing(Key("theme", 2), "theme", "Struktur", colour="blue", place=(600, 0))
KODE = Thing(Key("code", 1), "code", "vaner", parents=(KULTUR.key, STRUKTUR.key), place=(150, 0))


def measure(words: str, size: int, bold: bool) -> float:
    return size * len(words) * 0.6


def draw(*things: Thing, links: tuple[Link, ...] = ()) -> Drawing:
    map_ = ThematicMap(1, "", things, links)
    sizes = shapes(things, measure)
    return drawn(map_, sizes, arranged(map_, sizes), measure)


def linked(words: str = "", kind: LinkKind = "line", *between: Thing) -> Edge:
    link = Link(7, KULTUR.key, STRUKTUR.key, words, kind)
    drawing = draw(KULTUR, STRUKTUR, *between, links=(link,))
    return next(edge for edge in drawing.edges if edge.kind == "link")


def lies_on(edge: Edge, box: Box) -> bool:
    left, top, wide, high = edge.plate
    edges = box.edges
    return left < edges[2] and edges[0] < left + wide and top < edges[3] and edges[1] < top + high


def test_a_code_has_a_line_to_each_theme_and_a_dashed_one_to_all_but_the_first() -> None:
    edges = draw(KULTUR, STRUKTUR, KODE).edges
    assert [(edge.kind, edge.colour) for edge in edges] == [("tree", "violet"), ("second", "blue")]


def test_lines_end_at_the_edges_of_the_boxes() -> None:
    drawing = draw(KULTUR, KODE)
    home, below = drawing.boxes
    (edge,) = drawing.edges
    assert (edge.start, edge.end) == ((home.edges[2], 0), (below.edges[0], 0))


def test_an_arrow_has_a_head_at_its_end_and_one_both_ways_two() -> None:
    assert [len(list(linked("", kind).heads())) for kind in ("line", "arrow", "both_ways")] == [
        0,
        1,
        2,
    ]
    tip = next(linked("", "arrow").heads())[0]
    assert 500 < tip[0] < 600


def test_the_words_of_a_line_do_not_lie_on_a_box() -> None:
    between = Thing(Key("box", 1), "box", "i veien", place=(300, 0))
    map_ = draw(KULTUR, STRUKTUR, between)
    edge = linked("fører til", "line", between)
    assert edge.words == ("fører til",)
    assert not any(lies_on(edge, box) for box in map_.boxes)


def test_a_line_to_what_is_off_the_map_is_not_drawn() -> None:
    gone = Link(1, KULTUR.key, Key("code", 99))
    assert draw(KULTUR, links=(gone,)).edges == ()


def test_the_whole_drawing_lies_within_its_bounds() -> None:
    drawing = draw(KULTUR, STRUKTUR, KODE)
    left, top, right, bottom = drawing.bounds
    for box in drawing.boxes:
        a, b, c, d = box.edges
        assert left <= a <= c <= right
        assert top <= b <= d <= bottom


def test_a_picture_holds_the_drawing_under_its_whole_title() -> None:
    drawing = draw(KULTUR)
    title = "Samarbeid mellom tjenester, frivillige og ungdom i en kommune ved kysten"
    picture = pictured(drawing, measure, title=title, under="Tematisk kart", language="nb")
    assert " ".join(each.words for each in picture.headings if each.bold) == title
    left, top, right, bottom = drawing.bounds
    assert left + picture.across >= MARGIN
    assert right + picture.across <= picture.width - MARGIN
    assert top + picture.down > max(each.down for each in picture.headings)
    assert bottom + picture.down <= picture.height - MARGIN


def test_a_picture_without_a_title_begins_with_the_drawing() -> None:
    picture = pictured(draw(KULTUR), measure, title="")
    assert picture.headings == ()


def test_what_differs_in_kind_differs_in_form_and_weight() -> None:
    forms = [(style.radius, style.border, style.dash) for style in STYLES.values()]
    assert len(set(forms)) == len(STYLES)
    assert {ink("theme", "name"), ink("code", "name"), ink("code", "note")} == {
        "own",
        "ink",
        "muted",
    }


def test_an_unknown_colour_is_shown_in_another_one() -> None:
    colours = Colours({}, {"violet": {"mark": "#111111"}})
    assert colours.of_code("?", "mark") == "#111111"
