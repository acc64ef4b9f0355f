"""The products that a message speaks of, as chips in its row."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from livedesk.core.ids import Sku
from livedesk.ui.bridge import Bridge
from livedesk.ui.chat.delegate import PRODUCT
from livedesk.ui.chat.panel import ChatPanel
from tests.ui.catalogue.shelf import BOOTH, JUICER, WOK, session
from tests.ui.conftest import bring_to_front
from tests.ui.lines.records import message


@pytest.fixture
def panel(qtbot: QtBot, bridge: Bridge, chat: ChatPanel) -> ChatPanel:
    chat.resize(380, 700)
    bring_to_front(qtbot, chat)
    bridge.session_changed.emit(session())
    bridge.catalogue_changed.emit(BOOTH)
    return chat


def _parts(panel: ChatPanel) -> dict[str, object]:
    index = panel.model.index(0)
    layout = panel.view.itemDelegate().row_layout(index, panel.view.viewport().width())
    return {name: rect for name, rect in layout.parts.items() if name.startswith(PRODUCT)}


def test_that_a_click_on_the_chip_asks_for_the_product(
    qtbot: QtBot, panel: ChatPanel, bridge: Bridge
) -> None:
    bridge.messages_changed.emit([replace(message(1), products=(JUICER.sku, WOK.sku))])
    parts = _parts(panel)
    assert list(parts) == ["product:JZ-03", "product:CG-32"]
    top = panel.view.visualRect(panel.model.index(0)).topLeft()
    place = top + parts["product:CG-32"].center()  # type: ignore[attr-defined]
    with qtbot.waitSignal(panel.product_wanted) as wanted:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [WOK.sku]


def test_that_g_asks_for_the_first_product_of_the_selected_message(
    qtbot: QtBot, panel: ChatPanel, bridge: Bridge
) -> None:
    bridge.messages_changed.emit([replace(message(1), products=(JUICER.sku,))])
    panel.next_unanswered()
    panel.view.setFocus()
    with qtbot.waitSignal(panel.product_wanted) as wanted:
        QTest.keyClick(panel.view, Qt.Key.Key_G)
    assert wanted.args == [JUICER.sku]


def test_that_a_product_that_is_gone_has_no_chip(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([replace(message(1), products=(Sku("gone"), JUICER.sku))])
    assert list(_parts(panel)) == ["product:JZ-03"]
    bridge.catalogue_changed.emit(BOOTH[1:])
    assert _parts(panel) == {}
