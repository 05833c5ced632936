from __future__ import annotations

from lxml import etree

from qualtool.core.map_boxes import shapes
from qualtool.core.map_drawing import arranged, drawn
from qualtool.core.map_picture import Colours, pictured
from qualtool.core.thematic_map import Key, Link, ThematicMap, Thing
from qualtool.formats.font_widths import measure
from qualtool.formats.write_svg import write

NS = "{http://www.w3.org/2000/svg}"
COLOURS = Colours(
    {"paper": "#ffffff", "ink": "#111111", "muted": "#666666", "aside": "#555555"},
    {"violet": {"mark": "#7a5ca8", "tint": "#e9e1f4", "ink": "#654697"}},
)
KULTUR = Thing(Key("theme", 1), "theme", "Kultur & <vaner>", colour="violet", place=(0, 0))
BOX = Thing(Key("box", 1), "box", "fylket\x00", place=(300, 60))


def written() -> etree._Element:
    links = (Link(1, KULTUR.key, BOX.key, "bærer", "arrow"),)
    map_ = ThematicMap(1, "", (KULTUR, BOX), links)
    sizes = shapes(map_.things, measure)
    drawing = drawn(map_, sizes, arranged(map_, sizes), measure)
    picture = pictured(
        drawing, measure, title="Mitt «kart»", alternative="Tema: Kultur.", language="nn"
    )
    return etree.fromstring(write(picture, COLOURS))


def texts(root: etree._Element) -> list[str]:
    return [each.text or "" for each in root.iter(f"{NS}text")]


def test_words_are_text_and_not_strokes() -> None:
    assert {"Mitt «kart»", "Kultur & <vaner>", "fylket", "bærer"} <= set(texts(written()))


def test_it_is_told_in_words_for_who_cannot_see_it() -> None:
    root = written()
    assert root.findtext(f"{NS}title") == "Mitt «kart»"
    assert root.findtext(f"{NS}desc") == "Tema: Kultur."
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "nn"
    assert root.get("role") == "img"


def test_a_box_of_ones_own_is_dashed_and_a_theme_has_the_thicker_border() -> None:
    boxes = [each for each in written().iter(f"{NS}rect") if each.get("stroke")]
    theme, own = boxes
    assert float(theme.get("stroke-width", "0")) > float(own.get("stroke-width", "0"))
    assert own.get("stroke-dasharray")
    assert theme.get("stroke-dasharray") is None


def test_an_arrow_has_its_head() -> None:
    assert len(list(written().iter(f"{NS}polygon"))) == 1


def test_nothing_outside_the_file_is_asked_for() -> None:
    root = written()
    assert not [each for each in root.iter() if any("href" in name for name in each.attrib)]
    assert not list(root.iter(f"{NS}script", f"{NS}image", f"{NS}style"))
