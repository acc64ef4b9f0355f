"""Hidden messages, photos, what a message asks, and what is done about a message and its buyer."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from livedesk.core.chat.intent import Intent
from livedesk.core.chat.moderation import Bar, BarredBuyer, ChatRules, HiddenWhy, Moderation
from livedesk.core.events import BarBuyer, BuyerForgotten, Command, ForgetBuyer, HideMessage, MakeLead
from livedesk.core.ids import MessageId, ReplyId
from livedesk.core.records import Message, ReplyState
from livedesk.ui.bridge import Bridge
from livedesk.ui.chat.delegate import PHOTO, SHOW
from livedesk.ui.chat.panel import ChatPanel
from livedesk.ui.chat.photo_view import PhotoView
from livedesk.ui.lines.delegate import LineDelegate, RowLayout
from livedesk.ui.lines.list_model import SHOWN_ROWS
from tests.ui.conftest import bring_to_front
from tests.ui.fakes import FakeServices
from tests.ui.lines.records import message, reply, session

WIDTH = 386
SPAM = replace(message(2, "buy followers", None, name="promo"), hidden=HiddenWhy.WORD)


@pytest.fixture
def panel(qtbot: QtBot, bridge: Bridge, chat: ChatPanel) -> ChatPanel:
    QAbstractItemModelTester(chat.model, QAbstractItemModelTester.FailureReportingMode.Fatal, chat.model)
    chat.resize(WIDTH, 800)
    bring_to_front(qtbot, chat)
    bridge.session_changed.emit(session())
    return chat


def _layout(panel: ChatPanel, row: int = 0) -> RowLayout:
    delegate = panel.view.itemDelegate()
    assert isinstance(delegate, LineDelegate)
    return delegate.row_layout(panel.model.index(row), panel.view.viewport().width())


def _texts(panel: ChatPanel, row: int = 0) -> list[str]:
    return [block.text for _, _, block in _layout(panel, row).blocks]


def _click(panel: ChatPanel, row: int, part: str) -> None:
    place = panel.view.visualRect(panel.model.index(row)).topLeft() + _layout(panel, row).parts[part].center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _choose(panel: ChatPanel, shown: Message, starts: str) -> None:
    menu = panel.moderation.menu(shown)
    (action,) = [a for a in menu.actions() if a.text().startswith(starts)]
    action.trigger()
    menu.deleteLater()


def _photo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (300, 200), "#cc2211").save(out, "PNG")
    return out.getvalue()


# --- rows ---


def test_that_a_row_tells_platform_country_and_the_two_likeliest_intents(
    panel: ChatPanel, bridge: Bridge
) -> None:
    intents = (Intent.PRICE, Intent.SAMPLE, Intent.MOQ)
    bridge.messages_changed.emit([replace(message(1), platform="tiktok", country="MX", intents=intents)])
    texts = _texts(panel)
    assert "TikTok · Mexico" in texts
    assert {"Price", "Sample"} <= set(texts)
    assert "Minimum order" not in texts
    told = panel.model.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert told == "TikTok, Mexico, Price, Sample, Minimum order"


def test_that_a_hidden_message_is_one_line_with_the_reason_and_without_its_words(
    panel: ChatPanel, bridge: Bridge
) -> None:
    bridge.messages_changed.emit([message(1), SPAM])
    assert _texts(panel, 1) == ["Show", "promo", "Hidden: a blocked word"]
    assert _layout(panel, 1).height < 40
    assert len({round(y + block.height / 2) for _, y, block in _layout(panel, 1).blocks}) <= 2


@pytest.mark.parametrize("why", HiddenWhy)
def test_that_every_reason_to_hide_has_its_words_and_fits(
    panel: ChatPanel, bridge: Bridge, why: HiddenWhy
) -> None:
    bridge.messages_changed.emit([replace(message(1, name="N" * 60), hidden=why)])
    assert any(text.startswith("Hidden") for text in _texts(panel))
    right = [x + block.last_line_width for x, _, block in _layout(panel).blocks]
    assert max(right) <= panel.view.viewport().width()


def test_that_a_click_shows_a_hidden_message_again(
    panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.messages_changed.emit([message(1), SPAM])
    _click(panel, 1, SHOW)
    assert posted == [HideMessage(MessageId(2), is_hidden=False)]


def test_that_x_hides_and_shows_and_a_hidden_message_is_not_answered(
    panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.messages_changed.emit([message(1)])
    panel.next_unanswered()
    panel.composer.edit.insertPlainText("half an answer")
    panel.switch_hidden()
    bridge.messages_changed.emit([replace(message(1), hidden=HiddenWhy.OPERATOR)])
    assert not panel.composer.edit.isVisible()
    assert not panel.put_into_reply("three")
    panel.switch_hidden()
    bridge.messages_changed.emit([message(1)])
    assert panel.composer.edit.toPlainText() == "half an answer"
    hides = [command for command in posted if isinstance(command, HideMessage)]
    assert [command.is_hidden for command in hides] == [True, False]


def test_that_the_next_unanswered_skips_hidden_messages(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([replace(SPAM, id=MessageId(1)), message(2)])
    panel.next_unanswered()
    assert panel.selected is not None
    assert panel.selected.id == 2


def test_that_a_row_says_that_its_buyer_is_muted(panel: ChatPanel, bridge: Bridge) -> None:
    shown = message(1)
    bridge.messages_changed.emit([shown])
    bridge.moderation_changed.emit(Moderation(barred=(BarredBuyer(shown.buyer, "Maria S.", Bar.MUTED),)))
    assert "muted · Phone" in _texts(panel)
    bridge.moderation_changed.emit(Moderation())
    assert "Phone" in _texts(panel)


def test_that_the_head_says_that_photos_may_be_sent(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.session_changed.emit(session(unanswered=2))
    bridge.moderation_changed.emit(Moderation(ChatRules(takes_photos=True)))
    assert panel.count_text == "Photos on · 2 unanswered"
    bridge.moderation_changed.emit(Moderation())
    assert panel.count_text == "2 unanswered"


# --- photos ---


def test_that_a_photo_is_read_once_and_drawn_when_it_is_there(
    qtbot: QtBot, panel: ChatPanel, bridge: Bridge, services: FakeServices
) -> None:
    services.network.photos["a.jpg"] = _photo()
    bridge.messages_changed.emit([replace(message(1, "", None), photo="a.jpg")])
    place = panel.view.visualRect(panel.model.index(0)).topLeft() + _layout(panel).parts[PHOTO].center()

    def is_drawn() -> bool:
        return panel.view.viewport().grab().toImage().pixelColor(place).name() == "#cc2211"

    qtbot.waitUntil(is_drawn)
    services.network.photos.clear()
    assert is_drawn()


def test_that_a_click_opens_the_photo_and_escape_closes_it(
    qtbot: QtBot, panel: ChatPanel, bridge: Bridge, services: FakeServices
) -> None:
    services.network.photos["a.jpg"] = _photo()
    bridge.messages_changed.emit([replace(message(1), photo="a.jpg")])
    _click(panel, 0, PHOTO)
    (view,) = panel.findChildren(PhotoView)
    assert (view.isVisible(), view.isModal()) == (True, False)
    with qtbot.waitSignal(view.destroyed):
        QTest.keyClick(view, Qt.Key.Key_Escape)


def test_that_a_photo_that_is_gone_says_so(qtbot: QtBot, panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([replace(message(1), photo="gone.jpg")])
    panel.view.viewport().grab()
    _click(panel, 0, PHOTO)
    (view,) = panel.findChildren(PhotoView)
    assert view.text == "The photo is not there any more."
    with qtbot.waitSignal(view.destroyed):
        view.close()


# --- the menu ---


def _open_by_click(panel: ChatPanel) -> None:
    place = panel.view.visualRect(panel.model.index(0)).topLeft() + QPoint(150, 30)
    panel.view.customContextMenuRequested.emit(place)


def _open_by_menu_key(panel: ChatPanel) -> None:
    QTest.keyClick(panel.view, Qt.Key.Key_Menu)


def _open_by_shift_f10(panel: ChatPanel) -> None:
    QTest.keyClick(panel.view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)


@pytest.mark.parametrize("open_menu", [_open_by_click, _open_by_menu_key, _open_by_shift_f10])
def test_that_the_menu_opens_by_mouse_and_by_key(
    qtbot: QtBot, panel: ChatPanel, bridge: Bridge, open_menu: Callable[[ChatPanel], None]
) -> None:
    bridge.messages_changed.emit([message(1)])
    panel.next_unanswered()
    panel.view.setFocus()
    open_menu(panel)
    (menu,) = [menu for menu in panel.findChildren(QMenu) if menu.isVisible()]
    with qtbot.waitSignal(menu.destroyed):
        menu.close()


def test_that_the_menu_posts_what_is_chosen(panel: ChatPanel, bridge: Bridge, posted: list[Command]) -> None:
    shown = message(1)
    bridge.messages_changed.emit([shown])
    for starts in ("Hide", "Mute", "Block", "Make a lead"):
        _choose(panel, shown, starts)
    bridge.moderation_changed.emit(Moderation(barred=(BarredBuyer(shown.buyer, "Maria S.", Bar.BLOCKED),)))
    _choose(panel, shown, "Unblock")
    buyer = shown.buyer
    assert posted == [
        HideMessage(shown.id, is_hidden=True),
        BarBuyer(buyer, Bar.MUTED),
        BarBuyer(buyer, Bar.BLOCKED),
        MakeLead(shown.id),
        BarBuyer(buyer, None),
    ]


def test_that_a_name_is_no_shortcut_of_the_menu(panel: ChatPanel) -> None:
    menu = panel.moderation.menu(message(1, name="Smith & Co"))
    texts = [action.text() for action in menu.actions()]
    assert "Mute Smith && Co" in texts
    menu.deleteLater()


# --- deleting a buyer ---


def test_that_deleting_a_buyer_asks_once_and_escape_keeps_everything(
    panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.messages_changed.emit([message(1)])
    question = panel.moderation.question
    _choose(panel, message(1), "Delete")
    assert question.isVisible()
    assert question.keep_button.hasFocus()
    QTest.keyClick(question.keep_button, Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert posted == []
    _choose(panel, message(1), "Delete")
    question.delete_button.click()
    assert posted == [ForgetBuyer(message(1).buyer)]
    assert not question.isVisible()


def test_that_the_question_goes_with_another_show(panel: ChatPanel, bridge: Bridge) -> None:
    _choose(panel, message(1), "Delete")
    bridge.session_changed.emit(session(name="s2"))
    assert not panel.moderation.question.isVisible()


def test_that_a_forgotten_buyers_lines_answers_and_drafts_go_and_the_reply_box_lets_go(
    panel: ChatPanel, bridge: Bridge
) -> None:
    other = message(2, name="Anna")
    bridge.messages_changed.emit([message(1), other, message(3)])
    bridge.replies_changed.emit([reply(1, 1, state=ReplyState.SENT)])
    panel.next_unanswered()
    panel.show_message(MessageId(3))
    panel.composer.edit.insertPlainText("to Maria")
    gone = (MessageId(1), MessageId(3))
    bridge.buyer_forgotten.emit(BuyerForgotten(message(1).buyer, gone, (ReplyId(1),)))
    assert [m.id for m in panel.model.records()] == [2]
    assert panel.selected is None
    assert not panel.composer.edit.isVisible()
    bridge.messages_changed.emit([message(3)])
    panel.show_message(MessageId(3))
    assert panel.composer.edit.toPlainText() == ""


def test_that_what_one_types_to_another_buyer_stays(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1), message(2, name="Anna")])
    panel.show_message(MessageId(2))
    panel.composer.edit.insertPlainText("to Anna")
    bridge.buyer_forgotten.emit(BuyerForgotten(message(1).buyer, (MessageId(1),)))
    assert panel.selected is not None
    assert panel.selected.id == 2
    assert panel.composer.edit.toPlainText() == "to Anna"


def test_that_lines_put_away_can_be_forgotten_and_that_earlier_ones_take_their_place(
    panel: ChatPanel, bridge: Bridge
) -> None:
    panel.model.put(message(n, name="Anna" if n <= 150 else "Bo") for n in range(1, SHOWN_ROWS + 151))
    assert panel.model.rowCount() < panel.model.total
    panel.model.forget([MessageId(n) for n in range(1, 101)])
    assert panel.model.total == SHOWN_ROWS + 50
    panel.model.forget([MessageId(n) for n in range(151, SHOWN_ROWS + 151)])
    assert [m.id for m in panel.model.records()] == list(range(101, 151))
    assert panel.model.rowCount() == 50
