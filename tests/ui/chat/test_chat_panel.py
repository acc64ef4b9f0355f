from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from livedesk.core.errors import ErrorCode
from livedesk.core.events import (
    Command,
    DraftReply,
    MessageChanged,
    RetryReply,
    SendReply,
    SessionChanged,
    SetMessageLanguage,
    TranslateMessage,
)
from livedesk.core.ids import Language, MessageId, ReplyId
from livedesk.core.records import MessageState, Reason, ReplyState, SessionState
from livedesk.ui.bridge import Bridge
from livedesk.ui.chat.delegate import BADGE, MORE, RETRY, TRANSLATE
from livedesk.ui.chat.panel import ChatPanel
from livedesk.ui.lines.delegate import LineDelegate
from tests.ui.fakes import FakeServices
from tests.ui.lines.records import AR, DOUBT, ES, message, reply, session, translation


@pytest.fixture
def panel(bridge: Bridge, chat: ChatPanel) -> ChatPanel:
    chat.resize(386, 800)
    chat.show()
    bridge.session_changed.emit(session(unanswered=3))
    return chat


def _row_point(panel: ChatPanel, row: int) -> QPoint:
    return panel.view.visualRect(panel.model.index(row)).topLeft() + QPoint(150, 40)


def _click_row(panel: ChatPanel, row: int) -> None:
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=_row_point(panel, row))


def _click_part(panel: ChatPanel, row: int, part: str) -> None:
    rect = panel.view.visualRect(panel.model.index(row))
    delegate = panel.view.itemDelegate()
    assert isinstance(delegate, LineDelegate)
    area = delegate.row_layout(panel.model.index(row), rect.width()).parts[part]
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=area.center() + rect.topLeft())


def _type(panel: ChatPanel, text: str) -> None:
    panel.composer.edit.insertPlainText(text)


def _checked(number: int, to: int, text: str, translated: str, **fields: object) -> object:
    return reply(
        number, to, text, translation(translated, ES), state=ReplyState.CHECKED,
        back=translation("读回来", Language("zh")), **fields,  # type: ignore[arg-type]
    )  # fmt: skip


# --- the list ---


def test_that_an_empty_chat_says_what_will_come_and_offers_to_paste(qtbot: QtBot, panel: ChatPanel) -> None:
    assert not panel.view.isVisible()
    assert not panel.composer.isVisible()
    panel.focus_paste()
    assert panel.paste_row.isVisible()


def test_that_messages_come_through_the_bridge(qtbot: QtBot, panel: ChatPanel, bridge: Bridge) -> None:
    bridge.receive(SessionChanged(session()))
    for n in range(1, 30):
        bridge.receive(MessageChanged(message(n)))
    qtbot.waitUntil(lambda: panel.model.total == 29)
    assert panel.view.is_following


def test_that_a_new_session_forgets_messages_replies_and_drafts(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1), message(2)])
    bridge.replies_changed.emit([reply(1, 2, state=ReplyState.SENT)])
    _click_row(panel, 0)
    _type(panel, "old words")
    bridge.session_changed.emit(session(name="s2"))
    assert panel.model.total == 0
    assert panel.selected is None
    bridge.messages_changed.emit([message(1), message(2)])
    assert panel.model.shown_replies(MessageId(2)) == ()
    _click_row(panel, 0)
    assert panel.composer.edit.toPlainText() == ""


def test_that_a_click_on_skipped_asks_for_the_translation(
    panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.messages_changed.emit([message(1), message(2, translated=None, state=MessageState.SKIPPED)])
    _click_part(panel, 1, TRANSLATE)
    assert posted == [TranslateMessage(MessageId(2))]
    assert panel.selected is None


def test_that_translating_the_selected_message_asks_only_where_it_lacks_one(
    panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    skipped = message(2, translated=None, state=MessageState.SKIPPED)
    bridge.messages_changed.emit([message(1), skipped])
    panel.translate_selected()
    _click_row(panel, 0)
    panel.translate_selected()
    assert posted == []
    _click_row(panel, 1)
    panel.translate_selected()
    assert posted == [TranslateMessage(MessageId(2))]


def test_that_a_click_on_retry_tries_that_reply_again(
    panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.messages_changed.emit([message(1), message(2)])
    bridge.replies_changed.emit(
        [reply(n, n, state=ReplyState.FAILED, failure=ErrorCode.CANNOT_SEND) for n in (1, 2)]
    )
    _click_part(panel, 0, f"{RETRY}:1")
    assert posted == [RetryReply(ReplyId(1))]


def test_that_retry_takes_the_selected_message_or_the_newest_failure(
    panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    panel.retry()
    bridge.messages_changed.emit([message(n) for n in (1, 2, 3)])
    bridge.replies_changed.emit([reply(n, n, state=ReplyState.FAILED) for n in (1, 2)])
    panel.retry()
    _click_row(panel, 0)
    panel.retry()
    assert posted == [RetryReply(ReplyId(2)), RetryReply(ReplyId(1))]


def test_that_a_long_message_opens_and_closes_with_a_click(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1, "word " * 200, "字" * 600)])
    before = panel.view.visualRect(panel.model.index(0)).height()
    _click_part(panel, 0, MORE)
    assert panel.view.visualRect(panel.model.index(0)).height() > before


def test_that_a_selected_message_stays_while_new_ones_come(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(n) for n in range(1, 60)])
    last = panel.model.rowCount() - 1
    _click_row(panel, last)
    before = panel.view.visualRect(panel.model.index(last)).top()
    bridge.messages_changed.emit([message(n) for n in range(60, 70)])
    assert panel.view.visualRect(panel.model.index(last)).top() == before
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert panel.selected is None
    panel.view.go_to_newest()
    assert panel.view.is_following


def test_that_a_tooltip_shows_a_tag_as_text(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1, "<img src=x> & " * 200)])
    spot = panel.view.visualRect(panel.model.index(0)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, spot, panel.view.viewport().mapToGlobal(spot))
    QApplication.sendEvent(panel.view.viewport(), event)
    assert "&lt;img src=x&gt; &amp;" in QToolTip.text()
    assert "<img" not in QToolTip.text()
    QToolTip.hideText()


# --- answering ---


def test_that_ctrl_enter_sends_exactly_one_reply_and_goes_to_the_next_unanswered(
    panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.messages_changed.emit([message(1), message(2, is_answered=True), message(3)])
    _click_row(panel, 0)
    panel.focus_reply()
    _type(panel, "三块二。")
    for _ in range(3):
        QTest.keyClick(panel.composer.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert posted == [SendReply(MessageId(1), "三块二。", is_private=False, as_written=False)]
    assert panel.selected is not None
    assert panel.selected.id == 3
    assert panel.composer.edit.toPlainText() == ""


def test_that_a_reply_with_other_figures_is_sent_on_the_second_press_only(
    panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.messages_changed.emit([message(1)])
    panel.next_unanswered()
    _type(panel, "12400")
    line = replace(translation("12000", ES), warnings=(DOUBT,))
    bridge.replies_changed.emit([reply(1, 1, "12400", line, state=ReplyState.CHECKED)])
    posted.clear()
    panel.send_reply()
    assert posted == []
    assert "figures" in panel.composer.trouble_text
    panel.send_reply()
    assert posted == [SendReply(MessageId(1), "12400", figures_checked=True)]


def test_that_after_the_last_unanswered_message_the_list_follows_again(
    panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.messages_changed.emit([message(1)])
    panel.next_unanswered()
    _type(panel, "三块二。")
    panel.send_reply()
    assert panel.selected is None
    assert panel.view.is_following


def test_that_enter_alone_makes_a_new_line(panel: ChatPanel, bridge: Bridge, posted: list[Command]) -> None:
    bridge.messages_changed.emit([message(1)])
    panel.focus_reply()
    QTest.keyClick(panel.composer.edit, Qt.Key.Key_Return)
    assert posted == []
    assert panel.composer.edit.toPlainText() == "\n"


def test_that_an_empty_or_blank_reply_is_not_sent(
    panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    panel.send_reply()
    bridge.messages_changed.emit([message(1)])
    panel.next_unanswered()
    panel.send_reply()
    _type(panel, "  \n ")
    panel.send_reply()
    assert posted == []
    assert not panel.composer.send_button.isEnabled()


def test_that_drafts_are_kept_for_each_message(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1), message(2)])
    _click_row(panel, 0)
    _type(panel, "for one")
    panel.composer.private_button.click()
    _click_row(panel, 1)
    assert panel.composer.edit.toPlainText() == ""
    assert not panel.composer.private_button.isChecked()
    _type(panel, "for two")
    _click_row(panel, 0)
    assert panel.composer.edit.toPlainText() == "for one"
    assert panel.composer.private_button.isChecked()
    _click_row(panel, 1)
    assert panel.composer.edit.toPlainText() == "for two"


def test_that_a_draft_survives_changes_of_its_message_and_losing_the_selection(
    panel: ChatPanel, bridge: Bridge
) -> None:
    bridge.messages_changed.emit([message(1, translated=None)])
    _click_row(panel, 0)
    _type(panel, "half a thought")
    bridge.messages_changed.emit([message(1)])
    assert panel.composer.edit.toPlainText() == "half a thought"
    panel.view.clearSelection()
    _click_row(panel, 0)
    assert panel.composer.edit.toPlainText() == "half a thought"


def test_that_a_failed_send_keeps_the_text(panel: ChatPanel, bridge: Bridge, posted: list[Command]) -> None:
    bridge.messages_changed.emit([message(1)])
    panel.next_unanswered()
    _type(panel, "三块二。")
    panel.send_reply()
    bridge.replies_changed.emit([reply(1, 1, "三块二。", state=ReplyState.SENDING)])
    bridge.replies_changed.emit(
        [reply(1, 1, "三块二。", state=ReplyState.FAILED, failure=ErrorCode.CANNOT_SEND)]
    )
    panel.next_unanswered()
    assert panel.composer.edit.toPlainText() == "三块二。"


def test_that_a_failure_fills_the_open_box_only_while_it_is_empty(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1), message(2)])
    _click_row(panel, 0)
    failed = reply(1, 1, "三块二。", state=ReplyState.FAILED)
    bridge.replies_changed.emit([failed])
    assert panel.composer.edit.toPlainText() == "三块二。"
    _click_row(panel, 1)
    _type(panel, "typing here")
    bridge.replies_changed.emit([reply(2, 2, "an older reply", state=ReplyState.FAILED)])
    assert panel.composer.edit.toPlainText() == "typing here"


def test_that_a_retried_reply_leaves_the_box(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1)])
    _click_row(panel, 0)
    bridge.replies_changed.emit([reply(1, 1, "三块二。", state=ReplyState.FAILED)])
    bridge.replies_changed.emit([reply(1, 1, "三块二。", state=ReplyState.SENDING)])
    assert panel.composer.edit.toPlainText() == ""


def test_that_typing_asks_for_one_preview_of_the_last_words(
    qtbot: QtBot, panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.messages_changed.emit([message(1)])
    panel.focus_reply()
    QTest.keyClicks(panel.composer.edit, "3.20 ok")
    qtbot.waitUntil(lambda: bool(posted))
    assert posted == [DraftReply(MessageId(1), "3.20 ok")]


def test_that_the_preview_shows_translation_reading_back_and_figures(
    panel: ChatPanel, bridge: Bridge
) -> None:
    bridge.messages_changed.emit([message(1)])
    panel.next_unanswered()
    _type(panel, "2000个3.20美元")
    bridge.replies_changed.emit([_checked(1, 1, "2000个3.20美元", "2000 unidades, 3,20")])
    preview = panel.composer.preview
    assert preview.isVisible()
    assert preview.text == "2000 unidades, 3,20"
    assert preview.back_text == "reads back: 读回来"
    assert preview.check_text == "✓ figures agree"
    assert panel.composer.send_button.text().startswith("Send in Español")


def test_that_a_preview_without_figures_claims_nothing_about_them(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1)])
    panel.next_unanswered()
    _type(panel, "可以的")
    bridge.replies_changed.emit([_checked(1, 1, "可以的", "Sí, claro")])
    assert panel.composer.preview.check_text == ""


def test_that_a_doubtful_figure_is_named_under_the_preview(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1)])
    panel.next_unanswered()
    _type(panel, "一万两千四")
    line = translation("12.000", ES, warnings=(DOUBT,))
    bridge.replies_changed.emit([reply(1, 1, "一万两千四", line, state=ReplyState.TRANSLATED)])
    assert panel.composer.preview.check_text == "figure differs: 12,000 / 12,400"


def test_that_a_preview_of_other_words_is_faint_and_checks_nothing(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1)])
    panel.next_unanswered()
    _type(panel, "3.20")
    bridge.replies_changed.emit([_checked(1, 1, "3.20", "a 3,20")])
    _type(panel, " 不行")
    preview = panel.composer.preview
    assert (preview.text, preview.back_text, preview.check_text) == ("a 3,20", "", "")
    bridge.replies_changed.emit([reply(1, 1, "3.20 不行", state=ReplyState.TYPED, revision=2)])
    assert preview.text == "a 3,20"


def test_that_the_preview_of_one_message_is_not_shown_for_another(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1), message(2)])
    _click_row(panel, 0)
    _type(panel, "3.20")
    bridge.replies_changed.emit([_checked(1, 1, "3.20", "a 3,20")])
    _click_row(panel, 1)
    assert panel.composer.preview.text == ""
    _type(panel, "其他")
    bridge.replies_changed.emit([reply(2, 2, "其他", state=ReplyState.TYPED)])
    assert panel.composer.preview.text == ""


def test_that_a_language_without_model_is_sent_only_as_written_and_only_on_purpose(
    qtbot: QtBot, panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    thai = Language("th")
    bridge.messages_changed.emit([message(1, language=thai)])
    panel.next_unanswered()
    _type(panel, "三块二。")
    line = translation("", thai, reason=Reason.NO_MODEL)
    bridge.replies_changed.emit([reply(1, 1, "三块二。", line, language=thai)])
    assert panel.composer.trouble_text
    assert not panel.composer.send_button.isVisible()
    panel.send_reply()
    assert posted == []
    assert panel.composer.as_written_button.hasFocus()
    qtbot.mouseClick(panel.composer.as_written_button, Qt.MouseButton.LeftButton)
    assert posted == [SendReply(MessageId(1), "三块二。", is_private=False, as_written=True)]


def test_that_a_reply_into_an_unknown_language_waits_for_the_choice(
    panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.messages_changed.emit([message(1, translated=None, language=None)])
    panel.next_unanswered()
    _type(panel, "三块二。")
    panel.send_reply()
    assert posted == []
    assert panel.composer.trouble_text
    assert panel.composer.language_button.hasFocus()
    bridge.messages_changed.emit([message(1, revision=2)])
    panel.send_reply()
    assert len(posted) == 1


def test_that_a_private_reply_is_marked_private(
    qtbot: QtBot, panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.messages_changed.emit([message(1), message(2)])
    panel.next_unanswered()
    _type(panel, "x")
    qtbot.mouseClick(panel.composer.private_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.composer.send_button, Qt.MouseButton.LeftButton)
    assert posted == [SendReply(MessageId(1), "x", is_private=True)]
    assert not panel.composer.private_button.isChecked()


def test_that_a_name_with_a_tag_is_shown_as_typed(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1, name="<b>Ann</b>")])
    panel.next_unanswered()
    assert panel.composer.target_text == "to <b>Ann</b>"


def test_that_escape_leaves_the_box_and_keeps_the_words(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1)])
    panel.focus_reply()
    assert panel.composer.edit.hasFocus()
    _type(panel, "half")
    QTest.keyClick(panel.composer.edit, Qt.Key.Key_Escape)
    assert panel.view.hasFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert panel.composer.edit.hasFocus()
    assert panel.composer.edit.toPlainText() == "half"


def test_that_next_unanswered_walks_through_and_around(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(n, is_answered=n == 2) for n in range(1, 700)])
    seen = []
    for _ in range(3):
        panel.next_unanswered()
        assert panel.selected is not None
        seen.append(panel.selected.id)
    assert seen == [1, 3, 4]
    assert panel.view.is_row_visible(panel.model.row_of(4))


def test_that_a_pasted_novel_is_cut(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1)])
    panel.focus_reply()
    QApplication.clipboard().setText("字" * 20_000)
    panel.composer.edit.paste()
    assert len(panel.composer.edit.toPlainText()) == 1000


# --- languages and pasting ---


def _open_menu(panel: ChatPanel) -> QMenu:
    menus = [m for m in panel.findChildren(QMenu) if m.isVisible()]
    assert len(menus) == 1
    return menus[0]


def test_that_the_badge_opens_the_languages_and_a_choice_is_posted(
    panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.messages_changed.emit([message(1), message(2, language=AR, is_sure=False)])
    _click_part(panel, 1, BADGE)
    menu = _open_menu(panel)
    portuguese = next(a for a in menu.actions() if a.data() == "pt")
    portuguese.trigger()
    menu.close()
    assert posted == [SetMessageLanguage(MessageId(2), Language("pt"))]


def test_that_the_key_l_opens_the_languages_of_the_selected_message(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1)])
    _click_row(panel, 0)
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_L)
    menu = _open_menu(panel)
    assert next(a for a in menu.actions() if a.data() == "es").isChecked()
    menu.close()


def test_that_a_corrected_language_asks_for_a_new_preview(
    qtbot: QtBot, panel: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.messages_changed.emit([message(1)])
    panel.next_unanswered()
    _type(panel, "3.20")
    bridge.replies_changed.emit([_checked(1, 1, "3.20", "a 3,20")])
    bridge.messages_changed.emit([message(1, language=Language("pt"), revision=2)])
    assert panel.composer.preview.check_text == ""
    qtbot.waitUntil(lambda: DraftReply(MessageId(1), "3.20") in posted)


def test_that_a_pasted_message_is_handed_to_the_application(panel: ChatPanel, services: FakeServices) -> None:
    panel.focus_paste()
    assert panel.paste_row.text_field.hasFocus(), "what is pasted at once is the message"
    QTest.keyClicks(panel.paste_row.name_field, "Ann")
    QTest.keyClick(panel.paste_row.name_field, Qt.Key.Key_Return)
    assert panel.paste_row.text_field.hasFocus()
    QTest.keyClicks(panel.paste_row.text_field, "price?")
    QTest.keyClick(panel.paste_row.text_field, Qt.Key.Key_Return)
    QTest.keyClick(panel.paste_row.text_field, Qt.Key.Key_Return)
    assert services.calls == [("receive_pasted", "Ann", "price?")]
    assert panel.paste_row.name_field.text() == "Ann"
    QTest.keyClick(panel.paste_row.text_field, Qt.Key.Key_Escape)
    assert not panel.paste_row.isVisible()


def test_that_pasting_without_a_show_is_explained_and_kept(
    panel: ChatPanel, bridge: Bridge, services: FakeServices
) -> None:
    bridge.session_changed.emit(session(SessionState.ENDED))
    panel.focus_paste()
    QTest.keyClicks(panel.paste_row.text_field, "price?")
    QTest.keyClick(panel.paste_row.text_field, Qt.Key.Key_Return)
    assert services.calls == []
    assert panel.paste_row.explanation
    assert panel.paste_row.text_field.text() == "price?"


def test_that_texts_follow_the_language_of_the_window(panel: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1)])
    panel.next_unanswered()
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    QApplication.sendEvent(panel.composer, QEvent(QEvent.Type.LanguageChange))
    assert panel.view.accessibleName()
    assert panel.composer.edit.accessibleName()
