"""How early the audience reads: a change of mode takes effect at once, and lasts from show to show."""

import pytest

from livedesk.core import events as ev
from livedesk.core.records import Caption
from livedesk.core.session.booth import Booth
from livedesk.core.settings import CaptionMode
from livedesk.core.translation.request import Work
from tests.core.session.rig import Rig


def _shown(caption: Caption) -> list[str]:
    return [translation.text for translation in caption.translations]


def _fast() -> Rig:
    """A show in which one line is being said, and its translation partly shown."""
    rig = Rig().give(ev.SetCaptionMode(CaptionMode.FAST)).live()
    rig.hear("大家好欢迎", 1).hear("大家好欢迎来", 2)
    rig.answer(rig.only_request(), "Hello all of you here")
    assert _shown(rig.captions()[1]) == ["Hello all"]
    return rig


def test_that_finals_mode_takes_partial_translations_away_at_once() -> None:
    rig = _fast().give(ev.SetCaptionMode(CaptionMode.FINALS))
    assert [_shown(e.caption) for e in rig.of(ev.CaptionChanged)] == [[]]
    rig.hear("大家好欢迎来到直播间", 3).hear("大家好欢迎来到直播间里", 4)
    assert rig.requests == []
    rig.hear("大家好欢迎来到直播间里。", 5, end=True)
    assert [request.work for request in rig.requests] == [Work.FINAL_CAPTION]


@pytest.mark.parametrize("mode", [CaptionMode.FAST, CaptionMode.STEADY])
def test_that_what_is_shown_stays_in_a_mode_that_shows_partials(mode: CaptionMode) -> None:
    rig = _fast().give(ev.SetCaptionMode(mode))
    assert rig.of(ev.CaptionChanged) == []
    assert _shown(rig.captions()[1]) == ["Hello all"]


def test_that_a_partial_asked_for_before_is_not_shown_in_finals_mode() -> None:
    rig = _fast().hear("大家好欢迎来到直播间", 3).hear("大家好欢迎来到直播间里", 4)
    (asked, *_) = rig.requests
    rig.give(ev.SetCaptionMode(CaptionMode.FINALS)).answer(asked, "Hello all of you here in the room")
    assert _shown(rig.captions()[1]) == []


def test_that_the_mode_lasts_from_show_to_show() -> None:
    rig = Rig().give(ev.SetCaptionMode(CaptionMode.FINALS)).live().give(ev.EndSession()).live()
    rig.hear("大家好欢迎", 1).hear("大家好欢迎来", 2)
    assert rig.requests == []


def test_that_a_booth_begins_in_the_mode_that_is_set() -> None:
    assert Booth(mode=CaptionMode.FAST).captions.mode is CaptionMode.FAST
    assert Booth().captions.mode is CaptionMode.STEADY
