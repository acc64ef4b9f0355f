"""The style in an overlay's address: what is written is read again, nonsense is left out."""

from urllib.parse import parse_qs

from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.audience.overlay import read_wish
from livedesk.core.audience.overlay_style import (
    SIZES,
    OverlayPosition,
    OverlayStyle,
    OverlayTheme,
    read_style,
)

styles = st.builds(
    OverlayStyle,
    languages=st.sampled_from([(), ("en",), ("host",), ("en", "host"), ("ar", "zh")]),
    size=st.sampled_from(SIZES),
    position=st.sampled_from(OverlayPosition),
    theme=st.sampled_from(OverlayTheme),
    background=st.none() | st.integers(0, 100),
    has_qr=st.booleans(),
)


@given(styles)
def test_that_a_style_is_read_as_it_was_written(style: OverlayStyle) -> None:
    assert read_style(style.query()) == style


@given(styles)
def test_that_the_page_understands_the_languages_and_the_code(style: OverlayStyle) -> None:
    said = {name: values[0] for name, values in parse_qs(style.query()).items()}
    wish = read_wish("both", said)
    assert (wish.languages, wish.has_qr) == (style.languages, style.has_qr)


def test_that_the_usual_style_adds_nothing_to_the_address() -> None:
    assert OverlayStyle().query() == ""


@given(st.text())
def test_that_nonsense_is_the_usual_style_at_worst(query: str) -> None:
    assert isinstance(read_style(query), OverlayStyle)
    assert read_style("size=9999&theme=x&position=&background=101&lang=<b>&qr=2") == OverlayStyle()
