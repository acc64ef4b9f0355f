"""Canned answers at the reply box: by key, filled in, read before they go, and never with a gap."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.chat.fill import GAP
from livedesk.core.chat.intent import Intent
from livedesk.core.events import Command, DraftReply, SendReply
from livedesk.core.ids import EN, ZH, CannedId, MessageId, Sku
from livedesk.core.records import ReplyState
from livedesk.ui.bridge import Bridge
from livedesk.ui.chat.panel import ChatPanel
from tests.ui.lines.records import ES, message, reply, session, translation

Key, Modifier = Qt.Key, Qt.KeyboardModifier
MUG = Product(Sku("M"), 1, {EN: "Mug", ZH: "马克杯"}, {}, (PriceTier(500, Decimal("3.5")),), moq=500)
HELLO = CannedAnswer(CannedId("greeting"), {ZH: "欢迎！", ES: "¡Bienvenido!"}, (Intent.GREETING,))
PRICE = CannedAnswer(
    CannedId("price"), {ZH: "{name}单价{price}", ES: "{name}: {price} por unidad"}, (Intent.PRICE,)
)
STOCK = CannedAnswer(CannedId("stock"), {ZH: "现货{stock}件"}, (Intent.STOCK,))
FIRST = MessageId(1)


@pytest.fixture
def panel(bridge: Bridge, chat: ChatPanel) -> ChatPanel:
    chat.resize(386, 800)
    chat.show()
    chat.activateWindow()
    bridge.canned_changed.emit((HELLO, PRICE, STOCK))
    bridge.catalogue_changed.emit((MUG,))
    bridge.session_changed.emit(replace(session(), pinned=(MUG.sku,)))
    bridge.messages_changed.emit([replace(message(1), intents=(Intent.PRICE,)), message(2, name="Ana")])
    chat.show_message(FIRST)
    return chat


def _drafts(posted: list[Command]) -> list[DraftReply]:
    return [command for command in posted if isinstance(command, DraftReply)]


def _sends(posted: list[Command]) -> list[SendReply]:
    return [command for command in posted if isinstance(command, SendReply)]


def test_that_the_answer_to_the_question_has_the_first_key(panel: ChatPanel) -> None:
    buttons = panel.composer.suggestions.buttons
    assert [button.text().split("…")[0].strip() for button in buttons] == [
        "1  Price",
        "2  Welcome",
        "3  Stock",
    ]
    assert buttons[0].accessibleName() == "Canned answer 1: Price"
    assert "马克杯单价US$ 3.50" in buttons[0].toolTip()


def test_that_a_number_key_puts_the_answer_into_the_box_and_sends_nothing(
    qtbot: QtBot, panel: ChatPanel, posted: list[Command]
) -> None:
    QTest.keyClick(panel.view, Key.Key_1)
    assert panel.composer.edit.toPlainText() == "马克杯单价US$ 3.50"
    assert _drafts(posted) == [DraftReply(FIRST, "马克杯单价US$ 3.50", "Mug: US$ 3,50 por unidad")]
    assert not _sends(posted)
    panel.send_reply()
    (sent,) = _sends(posted)
    assert (sent.text, sent.prepared) == ("马克杯单价US$ 3.50", "Mug: US$ 3,50 por unidad")


def test_that_one_sees_when_no_product_is_named(panel: ChatPanel, bridge: Bridge) -> None:
    assert panel.composer.assumed_text == (
        "No product is named. The answers speak of 马克杯, which went on air last."
    )
    bridge.messages_changed.emit(
        [replace(message(1), intents=(Intent.PRICE,), products=(MUG.sku,), revision=2)]
    )
    assert panel.composer.assumed_text == ""
    panel.show_message(MessageId(2))
    assert panel.composer.assumed_text == "", "nothing that depends on a product is asked"


def test_that_alt_and_a_number_work_while_one_writes(panel: ChatPanel) -> None:
    panel.composer.edit.setFocus()
    QTest.keyClick(panel.composer.edit, Key.Key_2, Modifier.AltModifier)
    assert panel.composer.edit.toPlainText() == "欢迎！"
    QTest.keyClick(panel.composer.edit, Key.Key_9, Modifier.AltModifier)
    assert panel.composer.edit.toPlainText() == "欢迎！"


def test_that_a_number_typed_in_the_box_is_a_number(panel: ChatPanel) -> None:
    panel.composer.edit.setFocus()
    QTest.keyClicks(panel.composer.edit, "12")
    assert panel.composer.edit.toPlainText() == "12"


def test_that_another_key_takes_the_place_of_an_answer_nobody_changed(panel: ChatPanel) -> None:
    panel.take_canned(1)
    panel.take_canned(2)
    assert panel.composer.edit.toPlainText() == "欢迎！"


def test_that_what_one_wrote_is_not_lost_and_goes_to_the_model(
    panel: ChatPanel, posted: list[Command]
) -> None:
    panel.composer.edit.insertPlainText("稍等。")
    panel.take_canned(2)
    assert panel.composer.edit.toPlainText() == "稍等。\n欢迎！"
    panel.send_reply()
    assert _sends(posted)[0].prepared == ""


def test_that_a_changed_answer_goes_to_the_model(panel: ChatPanel, posted: list[Command]) -> None:
    panel.take_canned(1)
    panel.composer.edit.insertPlainText("！")
    panel.send_reply()
    assert _sends(posted)[0].prepared == ""


def test_that_an_answer_with_a_gap_is_not_sent(panel: ChatPanel, posted: list[Command]) -> None:
    panel.take_canned(3)
    edit = panel.composer.edit
    assert edit.toPlainText() == f"现货{GAP}件"
    assert edit.textCursor().selectedText() == GAP
    assert "[?]" in panel.composer.trouble_text
    panel.send_reply()
    assert not _sends(posted)
    assert not _drafts(posted)
    QTest.keyClicks(edit, "20")
    assert edit.toPlainText() == "现货20件"
    panel.send_reply()
    assert _sends(posted)[0].text == "现货20件"


def test_that_the_button_says_what_is_missing(panel: ChatPanel) -> None:
    button = panel.composer.suggestions.buttons[2]
    assert button.text().endswith("…")
    assert "The product does not say: stock." in button.toolTip()


def test_that_what_went_on_air_or_sold_out_changes_the_answers(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.session_changed.emit(session())
    assert GAP in panel.composer.suggestions.suggestions[0].filled.text
    bridge.catalogue_changed.emit((replace(MUG, stock=5),))
    bridge.session_changed.emit(replace(session(), pinned=(MUG.sku,)))
    assert panel.composer.suggestions.suggestions[2].filled.text == "现货5件"
    sold_out = replace(session(), pinned=(MUG.sku,), sold_out=frozenset({MUG.sku}))
    bridge.session_changed.emit(sold_out)
    assert panel.composer.suggestions.suggestions[2].filled.text == f"现货{GAP}件"


def test_that_a_key_without_a_selected_message_only_selects_one(
    panel: ChatPanel, posted: list[Command]
) -> None:
    panel.view.clearSelection()
    panel.take_canned(1)
    assert panel.selected is not None
    assert panel.composer.edit.toPlainText() == ""


def test_that_a_key_without_an_answer_does_nothing(panel: ChatPanel) -> None:
    panel.take_canned(4)
    assert panel.composer.edit.toPlainText() == ""


def test_that_a_chosen_answer_stays_prepared_while_one_looks_at_another_message(
    panel: ChatPanel, posted: list[Command]
) -> None:
    panel.take_canned(1)
    panel.show_message(MessageId(2))
    assert panel.composer.edit.toPlainText() == ""
    panel.show_message(FIRST)
    panel.send_reply()
    assert _sends(posted)[0].prepared == "Mug: US$ 3,50 por unidad"


def test_that_another_language_of_the_buyer_makes_it_a_plain_text(
    panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    panel.take_canned(1)
    bridge.messages_changed.emit([message(1, language=EN, revision=2)])
    panel.send_reply()
    assert _sends(posted)[0].prepared == ""


def test_that_a_failed_prepared_reply_comes_back_prepared(
    panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    line = replace(translation("Mug: US$ 3,50 por unidad", ES), is_corrected=True)
    failed = reply(1, 1, "马克杯单价US$ 3.50", line, state=ReplyState.FAILED, failure="offline")
    bridge.replies_changed.emit([failed])
    panel.send_reply()
    assert _sends(posted)[0].prepared == "Mug: US$ 3,50 por unidad"


def test_that_the_menu_holds_all_answers_and_leads_to_the_list(qtbot: QtBot, panel: ChatPanel) -> None:
    more = panel.composer.suggestions.more
    more.menu().aboutToShow.emit()
    texts = [action.text() for action in more.menu().actions() if action.text()]
    assert texts == ["1  Price", "2  Welcome", "3  Stock", "Edit canned answers…"]
    with qtbot.waitSignal(panel.canned_wanted):
        more.menu().actions()[-1].trigger()
    more.menu().actions()[1].trigger()
    assert panel.composer.edit.toPlainText() == "欢迎！"


def test_that_answers_that_do_not_fit_keep_their_keys(panel: ChatPanel, bridge: Bridge) -> None:
    many = tuple(
        CannedAnswer(CannedId(f"own:{n}"), {ZH: f"这是一条比较长的快捷回复{n}"}) for n in range(1, 13)
    )
    bridge.canned_changed.emit(many)
    row = panel.composer.suggestions
    shown = row.buttons
    assert 1 < len(shown) < 9
    for button in shown:
        assert row.rect().contains(button.geometry())
        assert not button.geometry().intersects(row.more.geometry())
    panel.take_canned(9)
    assert panel.composer.edit.toPlainText() == "这是一条比较长的快捷回复9"


def test_that_the_message_stays_in_sight_while_the_box_grows(
    qtbot: QtBot, panel: ChatPanel, bridge: Bridge
) -> None:
    bridge.messages_changed.emit([message(n) for n in range(3, 20)])
    panel.show_message(MessageId(19))
    panel.take_canned(1)
    line = translation("Mug: US$ 3,50 por unidad. " * 6, ES)
    bridge.replies_changed.emit([reply(1, 19, panel.composer.edit.toPlainText(), line)])

    def is_in_sight() -> bool:
        rect = panel.view.visualRect(panel.view.currentIndex())
        return rect.top() >= 0 and rect.bottom() < panel.view.viewport().height()

    qtbot.waitUntil(lambda: panel.composer.preview.height() > 60)
    qtbot.waitUntil(is_in_sight)
