"""The list of canned answers: every change is a command, and nothing that is typed is lost."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from livedesk.app.terms import our_answers
from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.chat.canned_book import CannedBook
from livedesk.core.chat.intent import Intent
from livedesk.core.events import CannedChanged, CannedLoaded, Command, PutCanned, RemoveCanned
from livedesk.core.ids import EN, ZH, CannedId, Sku
from livedesk.ui.bridge import Bridge
from livedesk.ui.chat.answers import Answers
from livedesk.ui.chat.canned_dialog import CannedDialog
from tests.ui.lines.records import ES, session

MUG = Product(Sku("M"), 1, {EN: "Mug"}, {}, (PriceTier(500, Decimal("3.5")),), moq=500)
OURS = our_answers()


class Desk:
    """Keeps the answers as the desk does and tells of them at once."""

    def __init__(self, bridge: Bridge) -> None:
        self.bridge, self.book = bridge, CannedBook()
        self.posted: list[Command] = []

    def post(self, command: Command) -> None:
        self.posted.append(command)
        assert isinstance(command, PutCanned | RemoveCanned)
        self.tell(command)

    def tell(self, given: PutCanned | RemoveCanned | CannedLoaded) -> None:
        for event in self.book.change(given):
            assert isinstance(event, CannedChanged)
            self.bridge.canned_changed.emit(event.answers)

    def ids(self) -> list[str]:
        return [answer.id for answer in self.book.answers]


@pytest.fixture
def desk(bridge: Bridge) -> Desk:
    return Desk(bridge)


@pytest.fixture
def dialog(qtbot: QtBot, bridge: Bridge, desk: Desk) -> CannedDialog:
    answers = Answers(bridge, bridge)
    bridge.session_changed.emit(replace(session(audience=(EN, ES)), pinned=(MUG.sku,)))
    bridge.catalogue_changed.emit((MUG,))
    desk.tell(CannedLoaded(OURS))
    dialog = CannedDialog(answers, desk.post, our_answers)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test deletes it
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_that_the_list_has_the_keys_of_the_first_nine(dialog: CannedDialog) -> None:
    lines = [dialog.list.item(row).text().strip() for row in range(dialog.list.count())]
    assert lines[0] == "1  Price"
    assert lines[8].startswith("9  ")
    assert not lines[9][0].isdigit()


def test_that_a_typed_text_is_kept_a_moment_later(qtbot: QtBot, dialog: CannedDialog, desk: Desk) -> None:
    dialog.form.text.setPlainText("{price}!")
    qtbot.waitUntil(lambda: bool(desk.posted))
    assert desk.book.answers[0].texts[ZH] == "{price}!"
    assert desk.book.answers[0].texts[ES] == OURS[0].texts[ES]


def test_that_another_answer_or_language_keeps_what_was_typed_to_the_right_one(
    dialog: CannedDialog, desk: Desk
) -> None:
    form = dialog.form
    form.text.setPlainText("中文")
    form.language.pick(ES)
    assert form.text.toPlainText() == OURS[0].texts[ES]
    form.text.setPlainText("español")
    dialog.list.setCurrentRow(1)
    assert (desk.book.answers[0].texts[ZH], desk.book.answers[0].texts[ES]) == ("中文", "español")
    assert desk.book.answers[1] == OURS[1]
    assert form.text.toPlainText() == OURS[1].texts[ES]


def test_that_closing_keeps_what_was_typed(dialog: CannedDialog, desk: Desk) -> None:
    dialog.form.text.setPlainText("中文")
    dialog.close()
    assert desk.book.answers[0].texts[ZH] == "中文"


def test_that_an_emptied_text_is_taken_away(dialog: CannedDialog, desk: Desk) -> None:
    dialog.form.text.setPlainText("  ")
    dialog.form.keep()
    assert ZH not in desk.book.answers[0].texts


def test_that_news_from_the_desk_do_not_overwrite_what_is_being_typed(
    dialog: CannedDialog, desk: Desk
) -> None:
    QTest.keyClicks(dialog.form.text, "abc")
    typed = dialog.form.text.toPlainText()
    desk.tell(PutCanned((replace(OURS[0], intents=(Intent.MOQ,)),)))
    assert dialog.form.text.toPlainText() == typed


def test_that_questions_are_chosen(dialog: CannedDialog, desk: Desk) -> None:
    assert dialog.form.intents[Intent.PRICE].isChecked()
    dialog.form.intents[Intent.STOCK].click()
    dialog.form.keep()
    assert desk.book.answers[0].intents == (Intent.PRICE, Intent.STOCK)


def test_that_a_field_is_put_where_the_cursor_is_and_read_with_the_product(
    dialog: CannedDialog, bridge: Bridge
) -> None:
    form = dialog.form
    form.fill_products()
    form.text.setPlainText("")
    form.insert_field("price:500")
    assert form.text.toPlainText() == "{price:500}"
    assert form.preview.text() == "US$ 3.50"
    assert not form.gaps.isVisible()
    form.insert_field("stock")
    assert form.gaps.text() == "The product does not say: stock."


def test_that_an_answer_is_added_moved_and_removed(dialog: CannedDialog, desk: Desk) -> None:
    dialog.new.click()
    assert desk.ids()[-1] == "own:1"
    assert dialog.list.currentRow() == len(OURS)
    dialog.form.text.setPlainText("新的")
    dialog.up.click()
    assert desk.ids()[-2:] == ["own:1", OURS[-1].id]
    assert desk.book.answers[-2].texts == {ZH: "新的"}
    assert dialog.list.currentItem().text().strip() == "新的"
    dialog.down.click()
    assert desk.ids()[-1] == "own:1"
    dialog.remove.click()
    assert "own:1" not in desk.ids()


def test_that_the_first_cannot_go_up_nor_the_last_down(dialog: CannedDialog) -> None:
    assert not dialog.up.isEnabled()
    dialog.list.setCurrentRow(len(OURS) - 1)
    assert not dialog.down.isEnabled()


def test_that_ours_come_back_once_one_is_sure(dialog: CannedDialog, desk: Desk) -> None:
    desk.tell(PutCanned((CannedAnswer(CannedId("own:1"), {ZH: "我的"}),)))
    desk.tell(RemoveCanned((OURS[0].id,)))
    dialog.reset.click()
    assert not desk.posted
    dialog.sure.click()
    assert desk.book.answers == OURS


def test_that_an_empty_list_is_no_trouble(dialog: CannedDialog, desk: Desk) -> None:
    desk.tell(RemoveCanned(tuple(answer.id for answer in OURS)))
    assert not dialog.form.isEnabled()
    assert not dialog.remove.isEnabled()
    dialog.new.click()
    assert dialog.form.isEnabled()
