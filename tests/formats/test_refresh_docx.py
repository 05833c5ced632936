from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from qualtool.core.errors import QualtoolError
from qualtool.core.report import Text, paragraph
from qualtool.formats.refresh_docx import refresh
from qualtool.formats.unpacking import unpack
from tests.formats.own_documents import (
    BODY,
    LISTED,
    MAIN,
    SECTION,
    TYPES,
    W,
    body,
    control,
    counted,
    drawn,
    entries,
    part,
    placed,
    renewed,
    said,
    text,
    thesis,
    with_body,
    words,
)

OLD = words("Det som sto her før.")


def inside(data: bytes, key: str) -> str:
    found = re.search(
        rf'qualtool:{key}"/>.*?<w:sdtContent>(.*?)</w:sdtContent>', body(data), re.DOTALL
    )
    assert found is not None
    return found[1]


def without_ours(xml: str) -> str:
    """The XML of a document with nothing in the controls of ours."""
    pattern = (
        r"(<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*qualtool:.*?<w:sdtContent>).*?(</w:sdtContent>)"
    )
    return re.sub(pattern, r"\1\2", xml, flags=re.DOTALL)


def test_a_part_that_is_not_there_comes_last_and_nothing_else_changes() -> None:
    before = thesis()
    after = renewed(before, placed("a", said("Ja."))).data
    old, new = entries(before), entries(after)
    assert list(new) == list(old)
    assert [name for name in old if old[name] != new[name]] == [BODY]
    start, end = body(before).split("<w:sectPr", 1)
    assert body(after).startswith(f"{start}<w:sdt>")
    assert body(after).endswith(f"</w:sdt><w:sectPr{end}")


def test_what_lies_in_a_control_is_replaced_and_all_around_it_stays() -> None:
    around = (words("Før."), words("Etter."), '<w:sdt><w:sdtPr><w:tag w:val="andres"/></w:sdtPr>')
    theirs = f"{around[2]}<w:sdtContent>{OLD}</w:sdtContent></w:sdt>"
    before = thesis(around[0] + control("a", OLD) + around[1] + theirs)
    done = renewed(before, placed("a", said("Ja.")))
    assert (done.replaced, done.added, done.left) == (("a",), (), ())
    assert without_ours(body(done.data)) == without_ours(body(before))
    assert "Det som sto her før" not in inside(done.data, "a")
    assert "Ja." in inside(done.data, "a")
    assert {n for n, raw in entries(before).items() if entries(done.data)[n] != raw} == {BODY}


def test_refreshing_twice_gives_the_same_bytes() -> None:
    parts = (
        placed("a", said("Ja."), drawn()),
        placed("b", said("Nei.", landscape=True)),
        placed("c", text("Ord.")),
    )
    once = renewed(thesis(words("Slutt.")), *parts)
    twice = renewed(once.data, *parts)
    assert once.added == twice.replaced == ("a", "b", "c")
    assert twice.data == once.data
    assert twice.edited == ()


def test_a_part_is_renewed_after_more_coding() -> None:
    once = renewed(thesis(), placed("a", said("Ja."))).data
    later = renewed(once, placed("a", said("Ja.", "Og mer.")), placed("b", text("Ny."))).data
    assert "Og mer." in inside(later, "a")
    assert "Ny." in inside(later, "b")
    assert without_ours(body(later)).startswith(without_ours(body(once)).split("</w:sdt>")[0])


def test_a_part_that_is_no_longer_in_the_report_stays_and_is_told_of() -> None:
    before = thesis(control("gone", OLD, "Rammematrise") + control("a", OLD))
    done = renewed(before, placed("a", text("Ny.")))
    assert done.left == ("Rammematrise",)
    assert inside(done.data, "gone") == OLD


def test_the_researchers_own_styles_are_followed() -> None:
    found = inside(renewed(thesis(), placed("a", said("Ja."))).data, "a")
    assert '<w:pStyle w:val="Overskrift1"/>' in found
    assert '<w:pStyle w:val="Bildetekst"/>' in found
    assert '<w:tblStyle w:val="Tabellrutenett"/>' in found
    used = set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', found))
    assert used == {"Overskrift1", "Bildetekst", "Tabellrutenett"}


def test_a_heading_with_a_number_of_its_own_is_not_counted_once_more() -> None:
    found = inside(renewed(thesis(), placed("a", said("Ja."))).data, "a")
    assert '<w:numId w:val="0"/>' in found.split("</w:pPr>")[0]


def test_without_styles_the_looks_are_spelt_out() -> None:
    bare = f'<w:styles xmlns:w="{W}"/>'
    found = inside(renewed(thesis(styles=bare), placed("a", said("Ja."))).data, "a")
    assert "Style w:val" not in found
    assert '<w:outlineLvl w:val="0"/>' in found
    assert "<w:tblBorders>" in found


def test_tables_look_as_most_tables_of_the_document_do() -> None:
    own = '<w:style w:type="table" w:styleId="Mitt"><w:name w:val="Mitt"/></w:style></w:styles>'
    styles = part(thesis(), "word/styles.xml").decode().replace("</w:styles>", own)
    theirs = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Mitt"/></w:tblPr><w:tblGrid/><w:tr><w:tc>'
        f"{words('x')}</w:tc></w:tr></w:tbl>{words('')}"
    )
    done = renewed(thesis(theirs, styles=styles), placed("a", said("Ja.")))
    assert '<w:tblStyle w:val="Mitt"/>' in inside(done.data, "a")


def test_a_report_in_another_language_says_so_in_each_run() -> None:
    norwegian = inside(renewed(thesis(), placed("a", text("Ja."))).data, "a")
    english = renewed(thesis(), placed("a", text("Yes."), language="en"))
    assert "w:lang" not in norwegian
    assert inside(english.data, "a").count('<w:lang w:val="en-GB"/>') == 2


def test_captions_are_counted_on_from_those_before_the_place() -> None:
    own = counted("Tabell", "1", "Min egen") + counted("Figur", "1", "Mitt bilde")
    before = thesis(own + control("a", OLD) + counted("Tabell", "2", "Min andre"))
    done = renewed(before, placed("a", said("Ja."), said("Nei.")), placed("b", said("Nja.")))
    assert numbers(inside(done.data, "a")) == ["2", "3"]
    assert numbers(inside(done.data, "b")) == ["5"]


def numbers(xml: str) -> list[str]:
    return re.findall(r"Tabell </w:t>.*?separate.*?<w:t[^>]*>(\d+)</w:t>", xml)


def test_a_caption_that_starts_anew_is_counted_from_there() -> None:
    own = counted("Tabell", "7", "Min egen").replace("ARABIC ", "ARABIC \\r 7 ")
    done = renewed(thesis(own), placed("a", said("Ja.")))
    assert numbers(inside(done.data, "a")) == ["8"]


def test_a_picture_is_added_with_its_alternative_text() -> None:
    before = thesis()
    after = renewed(before, placed("a", drawn())).data
    old, new = entries(before), entries(after)
    changed = [name for name in old if old[name] != new[name]]
    assert changed == [TYPES, BODY, LISTED]
    assert [name.rpartition(".")[2] for name in new if name not in old] == ["png", "svg"]
    assert 'descr="To temaer."' in inside(after, "a")
    for name in (TYPES, LISTED):
        lines = part(before, name).decode().rpartition("</")
        assert part(after, name).decode().startswith(lines[0])
    found = docx.Document(io.BytesIO(after))
    assert len(found.inline_shapes) == 1
    blip = found.inline_shapes[0]._inline.graphic.graphicData.pic.blipFill.blip
    assert found.part.related_parts[blip.embed].blob == b"PNG<svg/>"


def test_a_new_picture_takes_the_place_of_the_old_one() -> None:
    first = renewed(thesis(), placed("a", drawn(b"<svg>1</svg>"))).data
    second = renewed(first, placed("a", drawn(b"<svg>2</svg>"))).data
    media = [name for name in entries(second) if "media" in name]
    assert [part(second, name) for name in media] == [b"PNG<svg>2</svg>", b"<svg>2</svg>"]
    assert part(second, LISTED).count(b"media/") == 2
    back = renewed(second, placed("a", drawn(b"<svg>1</svg>"))).data
    assert part(back, LISTED) == part(first, LISTED)
    assert part(back, TYPES) == part(first, TYPES)


def test_a_picture_stays_that_something_else_refers_to() -> None:
    first = renewed(thesis(), placed("a", drawn(b"<svg>1</svg>"))).data
    png = next(name for name in entries(first) if name.endswith(".png"))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    listed = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="/{png}"/></Relationships>'
    )
    buffer = io.BytesIO(first)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/_rels/header1.xml.rels", listed)
    second = renewed(buffer.getvalue(), placed("a", drawn(b"<svg>2</svg>"))).data
    assert png in entries(second)
    assert png.removeprefix("word/").encode() not in part(second, LISTED)


def test_a_picture_that_word_has_renamed_is_known_again() -> None:
    data = renewed(thesis(), placed("a", drawn())).data
    for name in [name for name in entries(data) if "media" in name]:
        own = f"media/image1.{name.rpartition('.')[2]}"
        data = _renamed(data, name, f"word/{own}")
    again = renewed(data, placed("a", drawn())).data
    assert again == data


def _renamed(data: bytes, name: str, other: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for each in old.namelist():
            content = old.read(each)
            if each == LISTED:
                content = content.replace(name[5:].encode(), other[5:].encode())
            new.writestr(other if each == name else each, content)
    return buffer.getvalue()


def test_a_cross_reference_to_a_caption_still_leads_there() -> None:
    marks = '<w:bookmarkStart w:id="9" w:name="_Ref123"/>', '<w:bookmarkEnd w:id="9"/>'
    old = OLD + counted("Tabell", "1", "Første") + counted("Tabell", "2", "Andre", *marks)
    found = inside(
        renewed(thesis(control("a", old)), placed("a", said("Ja."), said("Nei."))).data, "a"
    )
    tied = re.search(r'w:name="_Ref123"/>(.*?)<w:bookmarkEnd w:id="9"/>', found)
    assert tied is not None
    assert re.findall(r"<w:t[^>]*>([^<]*)</w:t>", tied[1]) == ["Tabell ", "2"]


def test_a_bookmark_whose_caption_is_gone_stands_where_the_part_begins() -> None:
    marks = '<w:bookmarkStart w:id="9" w:name="_Ref123"/>', '<w:bookmarkEnd w:id="9"/>'
    old = counted("Tabell", "1", "Første", *marks)
    found = inside(renewed(thesis(control("a", old)), placed("a", text("Ja."))).data, "a")
    assert found.index("_Ref123") < found.index("Vedlegg 1")


@pytest.mark.parametrize("kind", ["bookmark", "commentRange", "moveFromRange", "perm"])
def test_no_mark_is_left_half(kind: str) -> None:
    def mark(which: str, number: int) -> str:
        called = f' w:name="m{number}"' if which == "Start" else ""
        return f'<w:{kind}{which} w:id="{number}"{called}/>'

    old = f"<w:p>{mark('End', 1)}<w:r><w:t>a</w:t></w:r>{mark('Start', 2)}</w:p>"
    whole = f"<w:p>{mark('Start', 1)}</w:p>{control('a', old)}<w:p>{mark('End', 2)}</w:p>"
    done = renewed(thesis(whole), placed("a", text("Ny."))).data
    for number in (1, 2):
        starts = body(done).index(f'{kind}Start w:id="{number}"')
        assert starts < body(done).index(f'{kind}End w:id="{number}"')


def test_a_comment_inside_is_kept_and_told_of() -> None:
    old = (
        '<w:p><w:commentRangeStart w:id="4"/><w:r><w:t>a</w:t></w:r><w:commentRangeEnd w:id="4"/>'
        '<w:r><w:commentReference w:id="4"/></w:r></w:p>'
    )
    done = renewed(thesis(control("a", old)), placed("a", text("Ny.")))
    assert re.findall(r'<w:comment(\w+) w:id="4"/>', inside(done.data, "a")) == [
        "RangeStart",
        "RangeEnd",
        "Reference",
    ]
    assert [each.key for each in done.cautions] == ["comments_moved"]


def test_a_control_that_was_copied_is_renewed_in_both_places() -> None:
    done = renewed(
        thesis(control("a", OLD) + words("Mellom.") + control("a", OLD)), placed("a", said("Ja."))
    )
    assert done.replaced == ("a",)
    assert body(done.data).count("Ja.") == 2
    assert numbers(body(done.data)) == ["1", "2"]


def test_in_a_cell_the_table_is_as_wide_as_the_cell() -> None:
    cell = (
        '<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr>'
        f"{control('a', OLD)}<w:p/></w:tc></w:tr></w:tbl>{words('')}"
    )
    found = inside(renewed(thesis(cell), placed("a", said("Ja.", landscape=True))).data, "a")
    assert '<w:tblW w:w="4784" w:type="dxa"/>' in found
    assert "sectPr" not in found


def test_in_a_text_box_both_copies_are_renewed_and_counted_once() -> None:
    box = f"<w:txbxContent>{control('a', OLD)}</w:txbxContent>"
    shape = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    done = renewed(thesis(shape), placed("a", said("Ja.")), placed("b", said("Nei.")))
    assert numbers(body(done.data)) == ["1", "1", "2"]


def test_an_empty_control_is_filled() -> None:
    empty = control("a", "").replace("<w:sdtContent></w:sdtContent>", "<w:sdtContent/>")
    assert "Ja." in inside(renewed(thesis(empty), placed("a", said("Ja."))).data, "a")


def test_the_prefix_of_words_may_be_another() -> None:
    other = body(thesis(control("a", OLD)))
    other = re.sub(r"(</?|\s)w:", r"\1ns0:", other).replace("xmlns:w=", "xmlns:ns0=")
    data = with_body(thesis(), other)
    done = renewed(data, placed("a", said("Ja.")), placed("b", said("Nei.", landscape=True)))
    root = etree.fromstring(body(done.data).encode())
    assert [each.get(f"{{{W}}}val") for each in root.iter(f"{{{W}}}tag")] == [
        "qualtool:a",
        "qualtool:b",
    ]
    assert len(list(root.iter(f"{{{W}}}tbl"))) == 2
    assert renewed(done.data, placed("a", said("Ja."))).replaced == ("a",)


def test_a_wide_table_lies_across_between_copies_of_the_section() -> None:
    before = thesis(words("Før.") + control("a", OLD) + words("Etter."))
    done = renewed(before, placed("a", said("Ja.", landscape=True)))
    assert upright(done.data) == [True, False, True]
    root = etree.fromstring(body(done.data).encode())
    headers = [each.get(f"{{{W}}}type") for each in root.iter(f"{{{W}}}headerReference")]
    assert headers == ["default"] * 3
    assert body(done.data).endswith(body(before).rpartition("</w:sdt>")[2])


def test_wide_tables_after_one_another_leave_no_empty_page_between() -> None:
    parts = [placed(key, said("Ja.", landscape=True)) for key in ("a", "b")]
    assert upright(renewed(thesis(), *parts).data) == [True, False, False, True]


def upright(data: bytes) -> list[bool]:
    """Whether the pages of each section of a document stand upright."""
    sizes = etree.fromstring(body(data).encode()).iter(f"{{{W}}}pgSz")
    return [int(each.get(f"{{{W}}}w") or 0) < int(each.get(f"{{{W}}}h") or 0) for each in sizes]


@pytest.mark.parametrize(
    "more",
    [
        '<w:pgNumType w:start="1"/>',
        "<w:titlePg/>",
        '<w:cols w:num="2"/>',
        '<w:type w:val="oddPage"/>',
    ],
)
def test_a_section_that_would_begin_anew_is_not_divided(more: str) -> None:
    section = SECTION.replace("<w:pgSz", f"{more}<w:pgSz").replace('<w:cols w:space="708"/>', "")
    done = renewed(thesis(section=section), placed("a", said("Ja.", landscape=True)))
    assert body(done.data).count("<w:sectPr") == 1
    assert [each.key for each in done.cautions] == ["not_turned"]


def test_a_part_that_began_on_a_new_page_goes_on_doing_so() -> None:
    once = renewed(thesis(), placed("a", text("Ja.")), placed("b", text("Nei."))).data
    assert [inside(once, key).count("pageBreakBefore") for key in "ab"] == [1, 1]
    # What the researcher takes away in Word stays away.
    start, end = body(once).rsplit("<w:pageBreakBefore/>", 1)
    moved = with_body(once, start + end)
    parts = [placed(key, text("Mer.")) for key in "abc"]
    twice = renewed(moved, *parts).data
    assert [inside(twice, key).count("pageBreakBefore") for key in "abc"] == [1, 0, 1]


def test_what_was_changed_by_hand_is_told() -> None:
    once = renewed(thesis(), placed("a", said("Ja.", "Nei.")), placed("b", said("Nja."))).data
    edited = with_body(once, body(once).replace("Nei.", "Nei, sa han."))
    done = renewed(edited, placed("a", said("Ja.", "Nei.")), placed("b", said("Nja.")))
    assert done.edited == ("Temaer",)
    assert body(done.data) == body(once)


def test_a_figure_that_was_put_right_by_hand_is_told() -> None:
    once = renewed(thesis(), placed("a", said("Det var 12 av 14."))).data
    mine = with_body(once, body(once).replace("12 av 14", "13 av 14"))
    assert renewed(mine, placed("a", said("Det var 12 av 14."))).edited == ("Temaer",)


def test_a_picture_that_was_put_in_by_hand_is_told() -> None:
    once = renewed(thesis(), placed("a", said("Ja."), drawn())).data
    picture = re.search(r"<w:drawing>.*?</w:drawing>", body(once), re.DOTALL)
    assert picture is not None
    mine = with_body(once, body(once).replace(picture[0], picture[0] * 2))
    assert renewed(mine, placed("a", said("Ja."), drawn())).edited == ("Temaer",)


def test_own_words_are_told_where_what_was_noted_of_the_part_is_gone() -> None:
    once = renewed(thesis(), placed("a", said("Ja."))).data
    mine = with_body(once, re.sub(r'<w:bookmarkStart [^>]*"_Qualtool_[^>]*>', "", body(once)))
    mine = with_body(mine, body(mine).replace(">Ja.<", ">Mine egne ord.<"))
    assert renewed(mine, placed("a", said("Ja."))).edited == ("Temaer",)


def test_a_control_that_was_made_empty_by_hand_is_no_change() -> None:
    assert renewed(thesis(control("a", words(""))), placed("a", said("Ja."))).edited == ()


def test_a_number_that_word_has_counted_again_is_no_change_by_hand() -> None:
    once = renewed(thesis(), placed("a", said("Ja."))).data
    moved = with_body(once, body(once).replace(">1</w:t>", ">4</w:t>", 1))
    assert renewed(moved, placed("a", said("Ja."))).edited == ()


def test_python_docx_opens_what_was_written() -> None:
    done = renewed(thesis(control("a", OLD)), placed("a", said("Ja."), drawn()))
    found = docx.Document(io.BytesIO(done.data))
    assert [each.text for each in found.paragraphs] == ["Innledning", "Tekst   som står."]
    buffer = io.BytesIO()
    found.save(buffer)
    again = renewed(buffer.getvalue(), placed("a", said("Ja."), drawn()))
    assert again.replaced == ("a",)
    assert again.edited == ()


def test_a_document_that_says_nothing_of_its_pages_or_styles_takes_a_part() -> None:
    before = thesis(section="", styles=f'<w:styles xmlns:w="{W}"/>')
    done = renewed(before, placed("a", said("Ja.", landscape=True)))
    assert body(done.data).endswith("</w:sdt></w:body></w:document>")
    assert "sectPr" not in body(done.data)


def test_how_long_a_part_may_be_is_for_who_reads_it_to_say() -> None:
    package = unpack(thesis(), "Oppgave.docx")
    whole = package.part(BODY) or b""
    assert package.part(BODY, limit=len(whole)) == whole
    with pytest.raises(QualtoolError, match="Oppgave"):
        package.part(BODY, limit=len(whole) - 1)


@pytest.mark.parametrize(
    ("broken", "key"),
    [
        (thesis(kind=MAIN.replace("document.main", "template.main")), "file_not_document"),
        (thesis(more={"_xmlsignatures/sig1.xml": "<x/>"}), "file_is_signed"),
        (thesis()[:-200], "file_damaged"),
        (b"", "file_empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
         "file_is_encrypted"),
        (b"bare ord", "file_damaged"),
        (with_body(thesis(), '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "file_damaged"),
        (with_body(thesis(), "<w:document"), "file_damaged"),
        (
            with_body(thesis(), body(thesis()).replace(W, "http://purl.oclc.org/ooxml/"
                       "wordprocessingml/main")),
            "file_is_strict",
        ),
        (
            thesis(f"<w:p>{control('a', '<w:r><w:t>x</w:t></w:r>')}</w:p>"),
            "block_in_line",
        ),
        (thesis(control("a", control("b", OLD))), "block_in_block"),
        (
            thesis(control("a", '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')),
            "field_crosses_block",
        ),
        (thesis("x" * 9_000_000), "file_unpacks_too_large"),
    ],
)  # fmt: skip
def test_what_cannot_be_renewed_is_refused_in_words(broken: bytes, key: str) -> None:
    with pytest.raises(QualtoolError) as refusal:
        refresh(broken, [placed("a", text("Ja."))], name="Oppgave.docx")
    assert refusal.value.key == key
    assert "Oppgave.docx" in str(refusal.value)


NEARBY = st.sampled_from(
    [
        words("Ord &amp; tegn   — «sitat»"),
        counted("Tabell", "3", "Egen"),
        control("a", OLD),
        control("gammel", OLD, "Gammel"),
        f"<w:p><w:pPr>{SECTION}</w:pPr></w:p>",
        "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>",
        '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>ny</w:t></w:r></w:ins></w:p>',
        '<w:customXml w:element="e"><w:p/></w:customXml>',
        '<w:bookmarkStart w:id="5" w:name="b"/><w:p/><w:bookmarkEnd w:id="5"/>',
        "<!-- qualtool:a --><?x y?><w:p><![CDATA[ ]]></w:p>",
        "<w:p w14:paraId='77' ><w:r><w:t xml:space='preserve'> \u05e9\u05dc </w:t></w:r></w:p >",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(NEARBY, max_size=7), st.booleans())
def test_whatever_lies_around_a_part_stays_to_the_byte(nearby: list[str], lies: bool) -> None:
    before = thesis("".join(nearby))
    parts = (placed("a", said("Ja.", landscape=lies)), placed("b", Text((paragraph("Ny."),))))
    done = renewed(before, *parts)
    there = control("a", OLD) in nearby
    assert done.replaced == (("a",) if there else ())
    old, new = without_ours(body(before)), without_ours(body(done.data))
    if there:
        end = old.rindex("<w:sectPr")
        assert new.startswith(old[:end])
        assert new.endswith(old[end:])
    assert {n for n, raw in entries(before).items() if entries(done.data)[n] != raw} == {BODY}
    assert renewed(done.data, *parts).data == done.data


def test_a_part_whose_control_was_taken_away_is_still_known() -> None:
    # LibreOffice leaves what lay in a control, and takes the control away.
    parts = (placed("a", said("Ja.")), placed("b", said("Nei.", landscape=True)))
    once = renewed(thesis(words("Før.")), *parts).data
    controls = r"<w:sdt><w:sdtPr>.*?</w:sdtPr><w:sdtContent>|</w:sdtContent></w:sdt>"
    bare = re.sub(controls, "", body(once))
    assert "<w:sdt>" not in bare
    done = renewed(with_body(once, bare), placed("a", said("Ja.", "Og mer.")), parts[1])
    assert (done.replaced, done.added, done.edited) == (("a", "b"), (), ())
    assert without_ours(body(done.data)) == without_ours(body(once))
    assert "Og mer." in inside(done.data, "a")
    assert renewed(done.data, placed("a", said("Ja.", "Og mer.")), parts[1]).data == done.data


MARK = r"<w:bookmarkStart [^>]*/><w:bookmarkEnd [^>]*/>"


def as_saved_elsewhere(xml: str) -> str:
    """The XML as LibreOffice writes it: no controls, and none of our paragraphs without words.

    What they said of a section goes to the paragraph before, or stands alone after a table; the
    bookmarks in them then begin in the words before and end in the paragraph after.
    """
    xml = re.sub(r"<w:sdt><w:sdtPr>.*?</w:sdtPr><w:sdtContent>|</w:sdtContent></w:sdt>", "", xml)
    empty = re.compile(
        r"((?:<w:r>)?<w:t[^>]*>[^<]*</w:t></w:r></w:p>(?:</w:tc></w:tr></w:tbl>)?)"
        rf"<w:p><w:pPr>(?:(?!</w:p>|<w:sectPr).)*(<w:sectPr.*?</w:sectPr>)</w:pPr>((?:{MARK})+)</w:p>"
        r"(<w:p><w:pPr>.*?</w:pPr>)"
    )

    def moved(found: re.Match[str]) -> str:
        before, section, marks, after = found.groups()
        starts, ends = (
            "".join(re.findall(rf"<w:bookmark{edge} [^>]*/>", marks)) for edge in ("Start", "End")
        )
        own = f"<w:p><w:pPr>{section}</w:pPr></w:p>"
        if "</w:tbl>" in before:
            return f"{before.replace('</w:p>', f'{starts}</w:p>')}{own}{after}{ends}"
        words_before = before.removesuffix("</w:p>")
        return f"<w:pPr>{section}</w:pPr>{words_before}{starts}</w:p>{after}{ends}"

    return empty.sub(moved, xml)


def test_parts_between_sections_are_known_after_another_program_saved() -> None:
    parts = (placed("a", said("Ja.", landscape=True)), placed("b", said("Nei.")))
    once = renewed(thesis(words("Før.")), *parts).data
    saved = as_saved_elsewhere(body(once))
    assert saved.count("<w:sectPr") == body(once).count("<w:sectPr")
    assert saved.count("<w:p>") == body(once).count("<w:p>") - 1
    assert re.search(r"_QtF_[^>]*/></w:p></w:tc></w:tr></w:tbl><w:p><w:pPr><w:sectPr", saved)
    again = renewed(with_body(once, saved), *parts)
    assert (again.replaced, again.added, again.edited) == (("a", "b"), (), ())
    assert body(again.data).count("<w:sectPr") == saved.count("<w:sectPr")
    assert body(again.data).count("Vedlegg 1") == 2
    assert "Nei." in inside(again.data, "b")
    assert renewed(again.data, *parts).data == again.data
    changed = renewed(with_body(once, saved.replace("Ja.", "Nja.")), *parts)
    assert len(changed.edited) == 1


def test_words_between_a_table_and_the_end_of_its_section_stay() -> None:
    parts = (placed("a", said("Ja.", landscape=True)), placed("b", said("Nei.")))
    once = renewed(thesis(words("Før.")), *parts).data
    saved = as_saved_elsewhere(body(once))
    end = saved.index("</w:tbl>") + len("</w:tbl>")
    mine = saved[:end] + saved[end:].replace("</w:p>", "<w:r><w:t>Mitt.</w:t></w:r></w:p>", 1)
    again = renewed(with_body(once, mine), *parts)
    assert (again.replaced, again.added) == (("a", "b"), ())
    assert "Mitt." in body(again.data)


def test_a_page_that_another_program_began_by_a_break_still_begins() -> None:
    parts = (placed("a", said("Ja.")), placed("b", said("Nei.")))
    once = renewed(thesis(words("Før.")), *parts).data
    bare = as_saved_elsewhere(body(once)).replace("<w:pageBreakBefore/>", "")
    broken = bare.replace(
        '</w:p><w:p><w:pPr><w:pStyle w:val="Overskrift1"/>',
        '<w:r><w:br w:type="page"/></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Overskrift1"/>',
    )
    again = renewed(with_body(once, broken), *parts)
    assert "pageBreakBefore" in inside(again.data, "b")
    assert "pageBreakBefore" not in inside(again.data, "a")  # the break is still before it
    assert body(again.data).count('<w:br w:type="page"/>') == 1


@pytest.mark.parametrize("there", [True, False])
def test_a_part_that_was_known_otherwise_is_taken_over(there: bool) -> None:
    old = placed("usual-map", said("Ja."))
    once = renewed(thesis(words("Før.")), old, placed("usual-map-b", said("Nei."))).data
    if not there:
        once = with_body(once, as_saved_elsewhere(body(once)))
    new = replace(old, key="9f", once=("gone", "usual-map"))
    done = renewed(once, new)
    assert (done.replaced, done.added, done.edited) == (("9f",), (), ())
    assert len(done.left) == there  # the other is known by its tag only
    assert 'qualtool:usual-map"' not in body(done.data)
    assert body(done.data).count('qualtool:9f"') == 1
    assert renewed(done.data, new).data == done.data


def test_a_part_with_a_control_of_its_own_takes_no_other_over() -> None:
    old, new = placed("usual-map", said("Ja.")), placed("9f", said("Ja."))
    both = renewed(thesis(words("Før.")), old, new).data
    done = renewed(both, replace(new, once=("usual-map",)))
    assert done.data == both
    assert done.left == ("Temaer",)
