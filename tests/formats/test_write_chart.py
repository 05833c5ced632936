from __future__ import annotations

from lxml import etree

from qualtool.core.chart import Bar, Chart, Dot, Rule, Words
from qualtool.formats import write_chart

SVG = "{http://www.w3.org/2000/svg}"


def test_a_chart_is_sound_svg_with_its_words_whatever_they_are() -> None:
    words = "<b>&\"' \x00\ud800 blåbær 😀"
    chart = Chart(
        200,
        100,
        (
            Bar(0, 0, 10.123, 5, "#fff", "#000", 2),
            Bar(0, 0, 1, 1, "#fff"),
            Dot(5, 5, 2.5, "#fff", "#000"),
            Rule(0, 0, 10, 0, "#ccc", dashed=True),
            Words(words, 3, 4, "#111", bold=True, side="end"),
        ),
        words,
        "nb",
    )
    root = etree.fromstring(write_chart.write(chart, title=words))
    assert [root[0].tag, root[1].tag] == [f"{SVG}title", f"{SVG}desc"]
    assert root[2].attrib["width"] == "10.12"
    (text,) = root.findall(f"{SVG}text")
    assert text.text == root[0].text == root[1].text == "<b>&\"'  blåbær 😀"
    assert text.attrib["text-anchor"] == "end"
    assert root.find(f"{SVG}circle") is not None
    (line,) = root.findall(f"{SVG}line")
    assert line.attrib["stroke-dasharray"] == "3 3"
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "nb"
