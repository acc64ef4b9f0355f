"""Where the cards are found, and the window on air."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.events import Command
from livedesk.core.ids import EN, ZH, BuyerId, MessageId
from livedesk.core.records import Message
from livedesk.ui.actions import ActionId
from livedesk.ui.bridge import Bridge
from livedesk.ui.cards.card_window import CardWindow
from livedesk.ui.cards.labels import Tongues
from livedesk.ui.cards.route_dialog import RouteDialog
from livedesk.ui.cards.scene import TraceScene
from livedesk.ui.cards.trace_dialog import TraceDialog
from livedesk.ui.i18n import Translator
from livedesk.ui.main_window import MainWindow
from livedesk.ui.quotation.dialog import QuotationDialog
from livedesk.ui.theme.theme import AppTheme
from tests.ui.cards.world import BATCH, CUP, WOK, Answering


@pytest.fixture
def window(
    qtbot: QtBot,
    theme: AppTheme,
    bridge: Bridge,
    posted: list[Command],
    answering: Answering,
    translator: Translator,
) -> MainWindow:
    result = MainWindow(theme, bridge, posted.append, answering, translator)
    qtbot.addWidget(result)
    bridge.catalogue_changed.emit((CUP, WOK))
    result.show()
    return result


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        (ActionId.QUOTE, QuotationDialog),
        (ActionId.SHIPPING_ROUTE, RouteDialog),
        (ActionId.TRACE_BATCH, TraceDialog),
    ],
)
def test_that_each_opens_for_the_selected_product_once(
    window: MainWindow, action: ActionId, kind: type
) -> None:
    window.catalogue.show_product(WOK.sku)
    window.actions_table[action].trigger()
    window.actions_table[action].trigger()
    (dialog,) = (each for each in window.findChildren(kind) if each.isVisible())
    if isinstance(dialog, QuotationDialog):
        assert [row.sku for row in dialog.rows] == [WOK.sku]
    else:
        assert dialog.product.currentData() == WOK.sku
    dialog.close()


def test_that_the_menu_of_a_product_offers_all_three(window: MainWindow) -> None:
    window.catalogue.show_product(CUP.sku)
    menu = window.catalogue.product_menu()
    texts = [action.text().split("\t")[0] for action in menu.actions()]
    for action in (ActionId.QUOTE, ActionId.SHIPPING_ROUTE, ActionId.TRACE_BATCH):
        assert window.actions_table[action].text() in texts
    menu.deleteLater()


def test_that_batches_known_before_are_there_when_the_form_opens(window: MainWindow, bridge: Bridge) -> None:
    bridge.batches_changed.emit((BATCH,))
    window.catalogue.show_product(CUP.sku)
    window.cards.open_trace()
    (dialog,) = window.findChildren(TraceDialog)
    assert dialog.code.text() == BATCH.code
    dialog.close()


def test_that_another_product_joins_the_open_quotation(window: MainWindow) -> None:
    window.quotations.open_for((CUP,))
    window.quotations.open_for((CUP, WOK))
    (dialog,) = window.findChildren(QuotationDialog)
    assert [row.sku for row in dialog.rows] == [CUP.sku, WOK.sku]
    dialog.close()


def test_that_the_answer_goes_below_what_is_written_in_the_reply_and_is_not_sent(
    window: MainWindow, bridge: Bridge, posted: list[Command]
) -> None:
    asked = Message(MessageId(1), "practice", "1", BuyerId("1"), "Ann", "How much?", 1.0, EN)
    bridge.messages_changed.emit([asked])
    window.chat.next_unanswered()
    window.chat.composer.edit.setPlainText("你好")
    window.quotations.open_for((CUP,))
    (dialog,) = window.findChildren(QuotationDialog)
    dialog._reply.click()
    text = window.chat.composer.edit.toPlainText()
    assert text.startswith("你好\n")
    assert "JZ-03" in text
    assert not [command for command in posted if type(command).__name__ == "SendReply"]
    dialog.close()


def test_that_without_a_message_the_quotation_says_so(window: MainWindow) -> None:
    window.quotations.open_for((CUP,))
    (dialog,) = window.findChildren(QuotationDialog)
    dialog._reply.click()
    assert "No buyer's message" in dialog._doubts.text()
    dialog.close()


def test_that_the_card_on_air_has_a_window_with_nothing_else_in_it(
    window: MainWindow, tongues: Tongues, qtbot: QtBot
) -> None:
    first = TraceScene(("一", "one"), BATCH, (), tongues.of((ZH, EN)))
    window.cards.show_on_air(first)
    on_air = window.cards.on_air
    assert on_air is not None
    assert on_air.isWindow()
    assert (on_air.width(), on_air.height()) == (1280, 720)
    assert on_air.view.size() == on_air.size()
    assert on_air.view.grab().toImage().pixelColor(4, 4).name() == window._theme.colours.panel
    on_air.resize(640, 400)
    second = TraceScene(("二", "two"), BATCH, (), tongues.of((ZH, EN)))
    window.cards.show_on_air(second)
    assert window.cards.on_air is on_air
    assert on_air.view.scene == second
    assert on_air.width() == 640
    on_air.close()


def test_that_f11_fills_the_screen_and_esc_gives_it_back_before_it_closes(
    qtbot: QtBot, theme: AppTheme, tongues: Tongues
) -> None:
    desk = QWidget()
    qtbot.addWidget(desk)
    on_air = CardWindow(theme, desk)
    on_air.view.show_scene(TraceScene(("一",), BATCH, (), tongues.of((ZH, EN))))
    on_air.show()
    QTest.keyClick(on_air, Qt.Key.Key_F11)
    assert on_air.isFullScreen()
    QTest.keyClick(on_air, Qt.Key.Key_Escape)
    assert not on_air.isFullScreen()
    assert on_air.isVisible()
    QTest.keyClick(on_air, Qt.Key.Key_Escape)
    assert not on_air.isVisible()
