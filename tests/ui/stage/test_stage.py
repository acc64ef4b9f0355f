"""The stage window: what the audience reads, and nothing else."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.events import (
    CaptionChanged,
    CatalogueChanged,
    LinkChanged,
    NoticePosted,
    SessionChanged,
)
from livedesk.core.ids import Language, SegmentId, SessionId, Sku
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.records import (
    Caption,
    Notice,
    NoticeCode,
    NoticeLevel,
    Offer,
    Origin,
    Reason,
    Session,
    SessionState,
    Translation,
)
from livedesk.core.settings import Settings
from livedesk.ui.bridge import Bridge
from livedesk.ui.i18n import Translator
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.stage.desk import StageDesk, second_screen
from livedesk.ui.stage.window import StageWindow
from livedesk.ui.theme.theme import AppTheme
from tests.ui.fakes import FakeServices

ZH, EN, ES, AR = Language("zh"), Language("en"), Language("es"), Language("ar")
SHOW = Session(SessionId("one"), "Show", SessionState.LIVE, False, ZH, (EN, ES), pinned=(Sku("A"),))
CUP = Product(Sku("A"), 3, {EN: "Portable juicer cup"}, {}, (PriceTier(500, Decimal("3.50")),))
ON = Link(LinkKind.AUDIENCE, LinkState.ON, "http://192.168.1.20:8484/key/")


def said(number: int, text: str, english: str = "", *, reason: Reason | None = None) -> CaptionChanged:
    made = (Translation(EN, english, 1, len(english), True, reason),) if english or reason else ()
    return CaptionChanged(
        Caption(SegmentId(number), 1, ZH, text, 2, True, Origin.TYPED, 0, 1, 0, translations=made)
    )


class Stage:
    """The window, and the desk that speaks to it."""

    def __init__(self, qtbot: QtBot, bridge: Bridge, desk: StageDesk, services: FakeServices) -> None:
        self._qtbot, self._bridge = qtbot, bridge
        self.desk, self.services = desk, services

    @property
    def window(self) -> StageWindow:
        assert self.desk.stage is not None
        return self.desk.stage

    def tell(self, *events: Any) -> None:
        for event in events:
            self._bridge.receive(event)
        with self._qtbot.waitSignal(self._bridge.health_changed, raising=False, timeout=80):
            pass  # the bridge delivers within its frame


@pytest.fixture
def stage(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, services: FakeServices, translator: Translator
) -> Stage:
    parent = QWidget()
    qtbot.addWidget(parent)
    preferences = Preferences(theme, translator, services, parent)
    services.kept = Settings(audience_languages=(EN, ES))
    return Stage(qtbot, bridge, StageDesk(theme, bridge, preferences, services, parent), services)


def test_that_it_opens_in_mid_show_with_what_was_said(stage: Stage) -> None:
    stage.tell(SessionChanged(SHOW), CatalogueChanged((CUP,)), said(1, "大家好", "Hello"))
    stage.desk.open()
    assert stage.window.main.texts == ["Hello"]
    assert stage.window.second.texts == ["大家好"]
    assert stage.window.goods.accessibleName() == "3 · Portable juicer cup"


def test_that_the_audience_reads_no_reason_no_notice_and_no_gap(stage: Stage) -> None:
    stage.tell(SessionChanged(SHOW))
    stage.desk.open()
    gap = replace(said(3, "").caption, gap_s=9.0)
    notice = Notice(NoticeCode.OBS_FAILED, NoticeLevel.WARNING)
    stage.tell(
        said(1, "一", "One"),
        said(2, "二", reason=Reason.LOOP),
        CaptionChanged(gap),
        NoticePosted(notice),
    )
    assert stage.window.main.texts == ["One"]
    assert stage.window.second.texts == ["一", "二"]
    assert stage.window.words == []


def test_that_the_languages_are_those_of_the_settings_else_the_audiences_first(stage: Stage) -> None:
    stage.tell(SessionChanged(SHOW), said(1, "大家好", "Hello"))
    assert stage.desk.state.languages(Settings()) == (EN, ZH)
    assert stage.desk.state.languages(Settings(stage_languages=(ZH,))) == (ZH,)
    stage.services.kept = Settings(stage_languages=(ZH,))
    stage.desk.open()
    assert stage.window.main.texts == ["大家好"]
    assert not stage.window.second.isVisible()


def test_that_the_code_is_there_only_while_phones_are_let_in_and_follows_the_address(stage: Stage) -> None:
    stage.tell(SessionChanged(SHOW))
    stage.desk.open()
    assert not stage.window.code.isVisible()
    stage.tell(LinkChanged(ON))
    assert stage.window.code.isVisible()
    assert stage.window.code.accessibleName() == ON.address
    moved = replace(ON, address="http://192.168.7.9:8484/key/")
    stage.tell(LinkChanged(moved))
    assert stage.window.code.accessibleName() == moved.address
    stage.tell(LinkChanged(replace(moved, state=LinkState.OFF)))
    assert not stage.window.code.isVisible()


def test_that_the_code_can_be_left_out(stage: Stage) -> None:
    stage.services.kept = Settings(stage_shows_qr=False)
    stage.tell(SessionChanged(SHOW), LinkChanged(ON))
    stage.desk.open()
    assert not stage.window.code.isVisible()


def test_that_a_pause_is_said_in_the_languages_of_the_audience_and_captions_stay(stage: Stage) -> None:
    stage.tell(SessionChanged(SHOW), said(1, "大家好", "Hello"))
    stage.desk.open()
    stage.tell(SessionChanged(replace(SHOW, state=SessionState.PAUSED)))
    assert stage.window.words == ["Back in a moment", "稍后继续"]
    assert stage.window.main.texts == ["Hello"]
    stage.tell(SessionChanged(SHOW))
    assert stage.window.words == []


def test_that_an_empty_stage_shows_the_name_of_the_booth(stage: Stage) -> None:
    idle = replace(SHOW, id=SessionId(""), state=SessionState.IDLE)
    stage.tell(SessionChanged(idle), CatalogueChanged((CUP,), {EN: "Lumio Kitchen", ZH: "朗汐厨具"}))
    stage.desk.open()
    assert stage.window.words == ["Lumio Kitchen", "朗汐厨具"]
    assert not stage.window.main.isVisible()
    assert not stage.window.goods.isVisible()


def test_that_another_show_begins_with_an_empty_stage(stage: Stage) -> None:
    stage.tell(SessionChanged(SHOW), said(1, "大家好", "Hello"))
    stage.desk.open()
    stage.tell(SessionChanged(replace(SHOW, id=SessionId("two"))))
    assert stage.window.main.texts == []


def test_that_captions_keep_their_place_while_others_come(stage: Stage) -> None:
    stage.tell(SessionChanged(SHOW), CatalogueChanged((CUP,)))
    stage.desk.open()
    places = stage.window.main.geometry(), stage.window.second.geometry()
    for number in range(1, 20):
        stage.tell(said(number, "一" * number, "word " * number * 3))
    assert (stage.window.main.geometry(), stage.window.second.geometry()) == places


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (1920, 1080), (3840, 2160), (720, 1280)])
def test_that_every_screen_shows_all_parts_without_overlap(stage: Stage, size: tuple[int, int]) -> None:
    offer = Offer(CUP.sku, {EN: "Free logo print"}, Decimal("3.20"), "USD", 9e9, 0)
    long = replace(CUP, names={EN: "Lebensmittelverpackungsverordnungskonformitätsbescheinigung " * 3})
    stage.tell(
        SessionChanged(replace(SHOW, offer=offer)),
        CatalogueChanged((long,)),
        LinkChanged(ON),
        said(1, "大家好" * 40, "Donaudampfschifffahrtsgesellschaftskapitän" * 6),
    )
    window = stage.desk.open()
    window.resize(*size)
    parts = [window.main, window.second, window.goods, window.code]
    assert all(part.isVisible() for part in parts)
    boxes = [part.geometry() for part in parts]
    for number, box in enumerate(boxes):
        assert QRect(0, 0, *size).contains(box)
        assert not any(box.intersects(other) for other in boxes[number + 1 :])
    assert not window.grab().isNull()


def test_that_right_to_left_languages_are_drawn(stage: Stage) -> None:
    stage.services.kept = Settings(stage_languages=(AR, EN))
    arabic = Translation(AR, "الحد الأدنى للطلب هو 500 قطعة", 1, 30, True)
    caption = replace(said(1, "大家好").caption, translations=(arabic,))
    cup = replace(CUP, names={AR: "كوب عصير محمول"})
    stage.tell(SessionChanged(SHOW), CatalogueChanged((cup,)), CaptionChanged(caption))
    window = stage.desk.open()
    window.resize(1280, 720)
    drawn = window.main.grab().toImage()
    ground = drawn.pixel(2, 2)
    bottom = drawn.height() - 40
    inked = [x for x in range(0, drawn.width(), 2) if drawn.pixel(x, bottom) != ground]
    assert inked
    assert max(inked) > drawn.width() * 0.9


def test_that_escape_and_its_own_key_close_it_and_the_action_opens_it_again(
    stage: Stage, qtbot: QtBot
) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F9):
        stage.desk.switch()
        assert stage.window.isVisible()
        qtbot.keyClick(stage.window, key)
        assert not stage.window.isVisible()
    stage.desk.switch()
    stage.desk.switch()
    assert not stage.window.isVisible()


class _Screen:
    def __init__(self, width: int, height: int) -> None:
        self._size = QSize(width, height)

    def geometry(self) -> QRect:
        return QRect(0, 0, self._size.width(), self._size.height())


def test_that_the_largest_other_screen_is_the_stage() -> None:
    desk, small, large = _Screen(2560, 1600), _Screen(1024, 600), _Screen(1920, 1080)
    screens: Any = [desk, small, large]
    own: Any = desk
    assert second_screen(own, screens) is large
    assert second_screen(own, screens[:1]) is None
