from __future__ import annotations

from itertools import combinations

from qualtool.core.map_boxes import Shape, shapes
from qualtool.core.map_drawing import arranged
from qualtool.core.map_layout import Places, beside, laid_out
from qualtool.core.thematic_map import Key, Link, ThematicMap, Thing


def measure(words: str, size: int, bold: bool) -> float:
    return size * len(words) * 0.6


def theme(number: int) -> Thing:
    return Thing(Key("theme", number), "theme", f"Tema nummer {number}")


def code(number: int, *themes: int, place: tuple[int, int] | None = None) -> Thing:
    parents = tuple(Key("theme", each) for each in themes)
    return Thing(
        Key("code", number), "code", f"en kode {number} " * 3, parents=parents, place=place
    )


def a_map(themes: int, codes: int, links: tuple[Link, ...] = ()) -> ThematicMap:
    things = [theme(n) for n in range(themes)]
    things += [code(n, n % themes) for n in range(codes)]
    return ThematicMap(1, "", tuple(things), links)


def overlapping(places: Places, sizes: dict[Key, Shape]) -> list[tuple[Key, Key]]:
    def meet(a: Key, b: Key) -> bool:
        (ax, ay), (bx, by) = places[a], places[b]
        wide = (sizes[a].width + sizes[b].width) / 2
        high = (sizes[a].height + sizes[b].height) / 2
        return abs(ax - bx) < wide and abs(ay - by) < high

    return [(a, b) for a, b in combinations(places, 2) if meet(a, b)]


def test_nothing_lies_on_anything_else() -> None:
    for themes, codes in ((1, 0), (1, 12), (5, 32), (20, 300)):
        map_ = a_map(themes, codes)
        sizes = shapes(map_.things, measure)
        places = laid_out(map_, sizes)
        assert len(places) == themes + codes
        assert overlapping(places, sizes) == []


def test_the_same_map_is_laid_out_the_same_way() -> None:
    map_ = a_map(6, 30)
    sizes = shapes(map_.things, measure)
    assert laid_out(map_, sizes) == laid_out(map_, sizes)


def test_an_empty_map_has_no_places() -> None:
    assert laid_out(ThematicMap(1, ""), {}) == {}


def test_themes_that_share_codes_or_are_linked_come_after_one_another() -> None:
    plain = a_map(9, 0)
    sizes = shapes(plain.things, measure)
    first, last = Key("theme", 0), Key("theme", 8)

    def apart(map_: ThematicMap) -> float:
        places = laid_out(map_, sizes)
        return abs(places[first][0] - places[last][0]) + abs(places[first][1] - places[last][1])

    linked = a_map(9, 0, (Link(1, first, last),))
    assert apart(linked) < apart(plain)


def test_a_code_of_two_themes_stands_with_the_first_and_is_drawn_once() -> None:
    map_ = ThematicMap(1, "", (theme(1), theme(2), code(1, 2, 1)))
    places = laid_out(map_, shapes(map_.things, measure))
    near, far = places[Key("theme", 2)], places[Key("theme", 1)]
    here = places[Key("code", 1)]
    assert abs(here[0] - near[0]) + abs(here[1] - near[1]) < abs(here[0] - far[0]) + abs(
        here[1] - far[1]
    )


def test_what_is_new_finds_room_beside_its_theme() -> None:
    put = Thing(Key("theme", 1), "theme", "Tema", place=(500, 400))
    map_ = ThematicMap(1, "", (put, code(1, 1, place=(650, 400)), *(code(n, 1) for n in (2, 3))))
    sizes = shapes(map_.things, measure)
    new = beside(map_, sizes)
    assert set(new) == {Key("code", 2), Key("code", 3)}
    whole = arranged(map_, sizes)
    assert whole[put.key] == (500, 400)
    assert overlapping(whole, sizes) == []
    assert all(abs(x - 500) < 400 and abs(y - 400) < 200 for x, y in new.values())


def test_what_is_new_and_belongs_nowhere_comes_under_all_the_rest() -> None:
    put = Thing(Key("theme", 1), "theme", "Tema", place=(0, 0))
    map_ = ThematicMap(1, "", (put, theme(2)))
    assert beside(map_, shapes(map_.things, measure))[Key("theme", 2)][1] > 40


def test_boxes_of_ones_own_stay_where_they_are_when_all_else_is_laid_out() -> None:
    box = Thing(Key("box", 1), "box", "fylket", place=(-300, 77))
    map_ = ThematicMap(1, "", (theme(1), code(1, 1), box))
    sizes = shapes(map_.things, measure)
    assert box.key not in laid_out(map_, sizes)
    assert arranged(map_, sizes)[box.key] == (-300, 77)
