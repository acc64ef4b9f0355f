"""The window of the leads, with the real rules of the desk behind it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from livedesk.core import events as ev
from livedesk.core.ids import EN, ZH, Language, LeadId, Sku
from livedesk.core.leads.lead import Contact, ContactKind, Lead, LeadItem, LeadScore, ScoreReason
from livedesk.core.session.booth import Booth
from livedesk.ui.bridge import Bridge
from livedesk.ui.i18n import Translator
from livedesk.ui.leads import words
from livedesk.ui.leads.dialog import LeadsDialog
from livedesk.ui.leads.list_model import LeadsModel
from livedesk.ui.leads.state import LeadsState
from livedesk.ui.theme.theme import AppTheme
from tests.core.session.rig import products
from tests.screenshots.leads import LEADS, NOW
from tests.ui.fakes import FakeServices

MARIA, AHMED, OTHER_MARIA, HANS = LEADS
SKUS = frozenset(item.sku for lead in LEADS for item in lead.items)


class Bench:
    """A desk without threads: what the window posts is handled at once."""

    def __init__(self, bridge: Bridge) -> None:
        self.bridge = bridge
        self.booth = Booth(ZH, (EN,))
        self.posted: list[ev.Command] = []
        self.now = NOW
        goods = tuple(replace(p, moq=500) for p in products("JZ-03", "CG-32", "KZ-45"))
        self.give(ev.CatalogueLoaded(goods, name={EN: "Lumio", ZH: "朗汐"}))

    def give(self, given: ev.Input) -> None:
        for event in self.booth.handle(given, self.now).events:
            self.bridge.receive(event)

    def post(self, command: ev.Command) -> None:
        self.posted.append(command)
        self.give(command)


@pytest.fixture
def bench(bridge: Bridge) -> Bench:
    return Bench(bridge)


@pytest.fixture
def state(bridge: Bridge, bench: Bench) -> LeadsState:
    return LeadsState(bridge)


@pytest.fixture
def window(
    qtbot: QtBot,
    theme: AppTheme,
    bench: Bench,
    state: LeadsState,
    services: FakeServices,
    translator: Translator,
) -> Iterator[LeadsDialog]:
    bench.give(ev.LeadsLoaded(LEADS))
    parent = QWidget()
    qtbot.addWidget(parent)
    qtbot.waitUntil(lambda: len(state.leads) == len(LEADS) and bool(state.products))
    dialog = LeadsDialog(theme, state, bench.post, services.leads, lambda: bench.now, parent)
    dialog.show()
    yield dialog
    dialog.close()


def _listed(window: LeadsDialog) -> list[str]:
    return [lead.name for lead in window.model.leads]


def _leads(state: LeadsState) -> dict[LeadId, Lead]:
    return {lead.id: lead for lead in state.leads}


def test_that_the_newest_lead_is_shown_with_its_facts(window: LeadsDialog) -> None:
    form = window.detail.form
    assert cast("QLineEdit", form.name.editor).text() == MARIA.name
    assert cast("QPlainTextEdit", form.contacts.editor).toPlainText().splitlines() == [
        "WhatsApp: +525512345678",
        "E-mail: maria.gonzalez@distribuidora.mx",
    ]
    assert form.items.value == MARIA.items
    assert "The quantity reaches the minimum order." in form.reasons.text()
    assert MARIA.consent in form.origin.text()
    assert "如果我订" in window.detail.said.toPlainText()


def test_that_a_search_finds_names_contacts_products_and_words(window: LeadsDialog) -> None:
    for text, names in (
        ("gonzalez", [MARIA.name]),
        ("525512", [MARIA.name, OTHER_MARIA.name]),
        ("mug cg-32", [MARIA.name]),
        ("样品", [MARIA.name]),
        ("hohenstein", [HANS.name]),
        ("nobody", []),
    ):
        window.filters.search.setText(text)
        assert _listed(window) == names
    assert window.nothing.text()
    window.filters.search.clear()
    assert len(_listed(window)) == len(LEADS)


def test_that_scores_times_and_tags_filter_and_orders_sort(window: LeadsDialog) -> None:
    window.filters.chips[LeadScore.HOT].click()
    assert _listed(window) == [MARIA.name, AHMED.name]
    window.filters.chips[LeadScore.COLD].click()
    assert _listed(window) == [MARIA.name, AHMED.name, HANS.name]
    window.filters.tag.pick("distributor")
    assert _listed(window) == [MARIA.name, HANS.name]
    window.filters.when.pick("today")
    assert _listed(window) == [MARIA.name]
    window.filters.clear()
    window.filters.sort.pick("country")
    assert [lead.country for lead in window.model.leads] == ["DE", "MX", "MX", "SA"]
    window.filters.sort.pick("name")
    assert _listed(window)[0] == HANS.name


def test_that_an_edit_changes_just_that_field(
    window: LeadsDialog, bench: Bench, state: LeadsState, qtbot: QtBot
) -> None:
    name = cast("QLineEdit", window.detail.form.name.editor)
    name.setText("María González")
    bench.give(ev.PutLeads((replace(MARIA, tags=("vip",)),), (MARIA,)))
    window.detail.form.name.keep()
    qtbot.waitUntil(lambda: _leads(state)[MARIA.id].name == "María González")
    kept = _leads(state)[MARIA.id]
    assert kept.tags == ("vip",)
    assert kept.by_hand == {"name"}


def test_that_contacts_and_products_are_typed_as_one_writes_them(
    window: LeadsDialog, state: LeadsState, qtbot: QtBot
) -> None:
    form = window.detail.form
    cast("QPlainTextEdit", form.contacts.editor).setPlainText(
        "wechat: lily88\n+34 600 123 456\nJust call at noon"
    )
    form.contacts.keep()
    cast("QPlainTextEdit", form.items.editor).setPlainText("KZ-45 x 2,000\nJZ-03")
    form.items.keep()
    qtbot.waitUntil(lambda: len(_leads(state)[MARIA.id].contacts) == 3)
    lead = _leads(state)[MARIA.id]
    assert lead.contacts == (
        Contact(ContactKind.WECHAT, "lily88"),
        Contact(ContactKind.PHONE, "+34600123456"),
        Contact(ContactKind.OTHER, "Just call at noon"),
    )
    assert lead.items == (LeadItem(Sku("KZ-45"), 2000), LeadItem(Sku("JZ-03")))
    cast("QPlainTextEdit", form.items.editor).setPlainText("NOT-OURS x 5")
    form.items.keep()
    assert "article number" in form.items.problem
    assert _leads(state)[MARIA.id].items == lead.items


def test_that_what_the_window_writes_it_reads_again(qtbot: QtBot, translator: Translator) -> None:
    for language in ("en", "zh_CN"):
        translator.use(language)
        for lead in LEADS:
            assert words.read_contacts(words.contacts_text(lead.contacts), lead.country) == lead.contacts
            assert words.read_items(words.items_text(lead.items), SKUS.__contains__) == lead.items


def test_that_a_score_is_set_by_hand_and_given_back_to_the_rules(
    window: LeadsDialog, state: LeadsState, qtbot: QtBot
) -> None:
    score = window.detail.form.score
    score.pick("cold")
    score.activated.emit(score.currentIndex())
    qtbot.waitUntil(lambda: _leads(state)[MARIA.id].score is LeadScore.COLD)
    assert ScoreReason.SET_BY_HAND in _leads(state)[MARIA.id].score_reasons
    assert window.detail.form.reasons.text() == "You set this yourself."
    score.setCurrentIndex(0)
    score.activated.emit(0)
    qtbot.waitUntil(lambda: _leads(state)[MARIA.id].score is LeadScore.HOT)


def test_that_two_leads_of_one_person_are_merged_when_asked_and_apart_again(
    window: LeadsDialog, state: LeadsState, qtbot: QtBot
) -> None:
    assert OTHER_MARIA.name in window.detail.same_note.text
    window.detail.merge_same.click()
    qtbot.waitUntil(lambda: OTHER_MARIA.id not in _leads(state))
    assert set(_leads(state)[MARIA.id].buyers) == {MARIA.buyer, OTHER_MARIA.buyer}
    assert window.detail.same_note.isHidden()
    window.undo_note.button.click()
    qtbot.waitUntil(lambda: OTHER_MARIA.id in _leads(state))
    assert _leads(state)[MARIA.id].buyers == MARIA.buyers
    window.detail.not_same.click()
    assert window.detail.same_note.isHidden()


def test_that_a_removed_lead_comes_back_once(window: LeadsDialog, state: LeadsState, qtbot: QtBot) -> None:
    window.choose(AHMED.id)
    window.view.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Z)
    window.detail.remove.click()
    qtbot.waitUntil(lambda: AHMED.id not in _leads(state))
    window.undo_note.button.click()
    qtbot.waitUntil(lambda: _leads(state).get(AHMED.id) == AHMED)


def test_that_a_buyer_is_deleted_for_good_after_one_question(
    window: LeadsDialog, bench: Bench, state: LeadsState, qtbot: QtBot
) -> None:
    window.choose(AHMED.id)
    window.detail.remove.click()
    qtbot.waitUntil(lambda: AHMED.id not in _leads(state))
    bench.give(ev.ForgetBuyer(AHMED.buyers[0]))
    qtbot.waitUntil(lambda: window.undo_note.isHidden())
    window.choose(MARIA.id)
    window.detail.forget.click()
    assert MARIA.name in window.detail.question.text
    window.detail.no.click()
    assert window.detail.question.isHidden()
    window.detail.forget.click()
    window.detail.yes.click()
    qtbot.waitUntil(lambda: MARIA.id not in _leads(state))
    assert ev.ForgetBuyer(MARIA.buyers[0]) in bench.posted


def test_that_a_question_is_not_answered_for_another_lead(window: LeadsDialog) -> None:
    window.choose(MARIA.id)
    window.detail.forget.click()
    window.choose(AHMED.id)
    assert window.detail.question.isHidden()
    window.choose(HANS.id)
    assert window.detail.forget.isHidden(), "made by hand: nothing is kept but the lead"


def test_that_a_lead_is_made_by_hand(
    window: LeadsDialog, bench: Bench, state: LeadsState, qtbot: QtBot
) -> None:
    bench.now += 60
    window.filters.search.setText("nobody")
    window.new.click()
    qtbot.waitUntil(lambda: len(state.leads) == len(LEADS) + 1)
    assert window.detail.form.name.editor.hasFocus() or not window.isActiveWindow()
    cast("QLineEdit", window.detail.form.name.editor).setText("王经理")
    window.detail.form.name.keep()
    qtbot.waitUntil(lambda: state.leads[0].name == "王经理")


def test_that_the_letter_is_in_the_buyers_language_and_can_be_copied(
    window: LeadsDialog, bench: Bench, state: LeadsState, qtbot: QtBot
) -> None:
    window.detail.letter_chip.click()
    letter = window.detail.letter
    assert letter.letter.toPlainText().startswith(f"Hola, {MARIA.name}:")
    assert "1200 unidades" in letter.letter.toPlainText()
    assert "1200 件" in letter.reading.toPlainText()
    letter.letter.setPlainText("Querida María")
    bench.give(ev.PutLeads((replace(MARIA, notes="n"),), (MARIA,)))
    qtbot.waitUntil(lambda: _leads(state)[MARIA.id].notes == "n")
    assert letter.letter.toPlainText() == "Querida María", "what a person wrote stays"
    letter.copy.click()
    assert QGuiApplication.clipboard().text() == "Querida María"
    window.choose(AHMED.id)
    assert letter.letter.toPlainText().startswith("مرحبًا")
    assert letter.letter.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft
    letter.language.pick(Language("en"))
    assert letter.letter.toPlainText().startswith("Dear")


def test_that_what_is_listed_is_exported(
    window: LeadsDialog, services: FakeServices, tmp_path: Path, qtbot: QtBot
) -> None:
    window.filters.search.setText("gonzalez")
    window._kinds.actions()[0].trigger()
    (chooser,) = window.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "leads.xlsx"))
    chooser.close()
    assert services.leads.calls == [("export_leads", tmp_path / "leads.xlsx", (MARIA,))]


def test_that_the_empty_window_teaches(
    qtbot: QtBot,
    theme: AppTheme,
    bench: Bench,
    state: LeadsState,
    services: FakeServices,
    translator: Translator,
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = LeadsDialog(theme, state, bench.post, services.leads, lambda: NOW, parent)
    dialog.show()
    assert dialog.empty.isVisible()
    bench.give(ev.PutLeads((AHMED,)))
    qtbot.waitUntil(lambda: dialog.detail.isVisible())
    translator.use("zh_CN")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "客户线索")
    dialog.close()


def test_that_the_list_keeps_to_the_rules_of_qt(qtbot: QtBot, bench: Bench, state: LeadsState) -> None:
    model = LeadsModel(state)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    bench.give(ev.LeadsLoaded(LEADS[1:]))
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    for change in (
        ev.PutLeads((MARIA,)),
        ev.PutLeads((replace(AHMED, notes="n"),)),
        ev.RemoveLeads((AHMED.id, OTHER_MARIA.id)),
        ev.LeadsLoaded(tuple(reversed(LEADS[1:]))),
        ev.RemoveLeads(tuple(lead.id for lead in LEADS)),
    ):
        bench.give(change)
        qtbot.waitUntil(lambda: model.leads == bench.booth._leads.leads)
    assert model.index(0).data() is None
    assert model.rowCount(QModelIndex()) == 0
    del tester


def test_that_every_control_has_a_name(window: LeadsDialog) -> None:
    for kind in (QLineEdit, QPlainTextEdit):
        for widget in window.findChildren(kind):
            assert widget.accessibleName() or widget.objectName().startswith("qt_"), widget
