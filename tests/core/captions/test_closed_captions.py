"""What goes into a stream as closed captions."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.captions.closed_captions import LINE_LENGTH, LINES, ClosedCaptions, is_sendable, pages
from livedesk.core.ids import Language, SegmentId
from livedesk.core.records import Caption, Origin, Reason, Translation

ZH, EN = Language("zh"), Language("en")
TEXT = "The minimum order is 500 pieces, and from two thousand the price drops to three dollars twenty"


def caption(number: int, text: str, *, reason: Reason | None = None) -> Caption:
    made = Translation(EN, text, 1, len(text), True, reason)
    return Caption(SegmentId(number), 1, ZH, "你好", 2, True, Origin.TYPED, 0, 1, 0, translations=(made,))


def sent(captions: ClosedCaptions) -> list[str]:
    return list(iter(captions.next_page, None))


@given(st.text(max_size=300))
def test_that_no_page_is_larger_than_players_show(text: str) -> None:
    for page in pages(text):
        lines = page.split("\n")
        assert len(lines) <= LINES
        assert all(0 < len(line) <= LINE_LENGTH for line in lines)


def test_that_nothing_of_a_line_is_lost() -> None:
    assert " ".join(" ".join(pages(TEXT)).split()) == TEXT


def test_that_marks_that_cea_608_lacks_are_written_plainly() -> None:
    assert pages("It’s “new” – and…") == ['It\'s "new" - and...']


def test_that_only_latin_text_is_sent() -> None:
    assert is_sendable("MOQ 500 – él dice sí")
    assert is_sendable("3.20")
    assert not is_sendable("最低起订量五百个 MOQ")
    assert not is_sendable("الحد الأدنى")
    assert not is_sendable("  ")


def test_that_a_line_that_grows_sends_only_what_is_new() -> None:
    captions = ClosedCaptions()
    captions.take(caption(1, TEXT[:30]), EN)
    assert len(sent(captions)) == 1
    captions.take(caption(1, TEXT[:30]), EN)
    assert sent(captions) == []
    captions.take(caption(1, TEXT), EN)
    assert sent(captions) == pages(TEXT)


def test_that_a_page_that_grew_before_it_was_sent_goes_out_once() -> None:
    captions = ClosedCaptions()
    for length in (10, 20, 30):
        captions.take(caption(1, TEXT[:length]), EN)
    assert sent(captions) == pages(TEXT[:30])


def test_that_older_lines_are_not_sent_again() -> None:
    captions = ClosedCaptions()
    captions.take(caption(2, "Second"), EN)
    captions.take(caption(1, "First, corrected"), EN)
    assert sent(captions) == ["Second"]


def test_that_a_line_without_a_translation_sends_nothing() -> None:
    captions = ClosedCaptions()
    captions.take(caption(1, "", reason=Reason.LOOP), EN)
    captions.take(replace(caption(2, "Hello"), translations=()), EN)
    assert sent(captions) == []


def test_that_what_waits_stays_bounded_and_the_newest_is_kept() -> None:
    captions = ClosedCaptions()
    for number in range(1, 40):
        captions.take(caption(number, f"Line {number}"), EN)
    assert sent(captions) == [f"Line {number}" for number in (36, 37, 38, 39)]
