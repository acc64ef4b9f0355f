"""The glossary window, by mouse and keyboard: add, change, delete and undo, import, try a line."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from livedesk.core.events import Command, PreviewLine, PutTerms, RemoveTerms, TermsImported
from livedesk.core.ids import EN, ZH, Language, SessionId, TermId
from livedesk.core.records import LineWarning, Reason, Session, SessionState, WarningKind
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from livedesk.core.translation.terms import Term, TermKind, TermUse
from livedesk.core.translation.terms_file import TermsFault, TermsProblem
from livedesk.ui.bridge import Bridge
from livedesk.ui.glossary.dialog import GlossaryDialog
from livedesk.ui.glossary.state import GlossaryState
from livedesk.ui.glossary.words import kind_text, problem_text
from livedesk.ui.i18n import Translator
from livedesk.ui.theme.theme import AppTheme
from tests.ui.fakes import FakeServices
from tests.ui.glossary.test_table_model import BRAND, CUP, MARK, NAME, WOK

ES = Language("es")


@pytest.fixture
def state(bridge: Bridge) -> GlossaryState:
    state = GlossaryState(bridge)
    bridge.session_changed.emit(Session(SessionId(""), "", SessionState.IDLE, False, ZH, (EN, ES)))
    bridge.catalogue_changed.emit((CUP, WOK))
    bridge.booth_named.emit(NAME)
    bridge.glossary_changed.emit((MARK, BRAND))
    return state


@pytest.fixture
def dialog(
    qtbot: QtBot,
    theme: AppTheme,
    bridge: Bridge,
    state: GlossaryState,
    posted: list[Command],
    services: FakeServices,
    translator: Translator,
) -> GlossaryDialog:
    dialog = GlossaryDialog(theme, bridge, state, posted.append, services)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def type_text(text: str) -> None:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QLineEdit)
    widget.insert(text)  # QTest has no keys for Chinese


# --- what is shown ---


def test_that_the_terms_are_there_when_it_opens(dialog: GlossaryDialog) -> None:
    assert dialog.own.rowCount() == 2
    assert dialog.own_chip.text() == "Your terms · 2"
    assert dialog.catalogue_chip.text() == "From the catalogue · 5"
    assert dialog.own.languages == (ZH, EN, ES)
    assert not dialog.isModal()


def test_that_the_catalogue_is_one_click_away(qtbot: QtBot, dialog: GlossaryDialog) -> None:
    qtbot.mouseClick(dialog.catalogue_chip, Qt.MouseButton.LeftButton)
    assert dialog.catalogue_view.isVisible()
    assert not dialog.add_row.isVisible()
    qtbot.mouseClick(dialog.own_chip, Qt.MouseButton.LeftButton)
    assert dialog.own_view.isVisible()
    assert dialog.add_row.isVisible()


def test_that_an_empty_list_says_what_it_is_for(dialog: GlossaryDialog, bridge: Bridge) -> None:
    bridge.glossary_changed.emit(())
    assert not dialog.own_view.isVisible()
    assert any("No terms of your own yet" in label.text() for label in dialog.findChildren(QLabel))
    dialog.catalogue_chip.click()
    bridge.catalogue_changed.emit(())
    bridge.booth_named.emit({})
    assert any("Open a booth folder" in label.text() for label in dialog.findChildren(QLabel))


def test_that_a_search_without_a_find_says_so(dialog: GlossaryDialog) -> None:
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_text("zzz")
    assert any("zzz" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.own_view.isVisible()


def test_that_another_audience_gets_its_column(dialog: GlossaryDialog, bridge: Bridge) -> None:
    fr = Language("fr")
    bridge.session_changed.emit(Session(SessionId(""), "", SessionState.IDLE, False, ZH, (fr,)))
    assert dialog.own.languages == (ZH, fr, EN)
    assert dialog.add_row.second.placeholderText() == "Français"


# --- changing ---


def test_that_a_term_is_added_by_keyboard_alone(dialog: GlossaryDialog, posted: list[Command]) -> None:
    type_text("喷塑")
    press(Qt.Key.Key_Return)
    type_text("powder coating")
    press(Qt.Key.Key_Return)
    new = Term(TermId(""), {ZH: ("喷塑",), EN: ("powder coating",)}, TermKind.USER)
    assert posted == [PutTerms((new,))]
    assert QApplication.focusWidget() is dialog.add_row.first
    assert dialog.add_row.first.text() == dialog.add_row.second.text() == ""
    assert dialog.isVisible()


def test_that_half_a_term_is_not_added(dialog: GlossaryDialog, posted: list[Command]) -> None:
    type_text("喷塑")
    dialog.add_row.add.click()
    assert posted == []
    assert dialog.add_row.explanation
    assert QApplication.focusWidget() is dialog.add_row.second
    type_text("p")
    assert not dialog.add_row.explanation


def test_that_a_cell_is_edited_in_place(qtbot: QtBot, dialog: GlossaryDialog, posted: list[Command]) -> None:
    view = dialog.own_view
    spot = view.visualRect(dialog.own.index(1, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    editor = view.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.setText("Red Mi")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(posted))
    assert posted == [PutTerms((replace(BRAND, texts={ZH: ("红米",), EN: ("Red Mi",)}),))]


def test_that_an_emptied_cell_is_explained(dialog: GlossaryDialog, posted: list[Command]) -> None:
    dialog.own.setData(dialog.own.index(1, 1), "")
    assert dialog.file_note.isVisible()
    assert "two languages" in dialog.file_note.label.text()
    assert posted == []


def test_that_a_tick_is_set_by_mouse_and_by_space(dialog: GlossaryDialog, posted: list[Command]) -> None:
    view, index = dialog.own_view, dialog.own.index(0, 4)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert posted == [PutTerms((replace(MARK, is_case_sensitive=True),))]
    view.setCurrentIndex(index)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert len(posted) == 2


def test_that_deleting_can_be_undone(dialog: GlossaryDialog, bridge: Bridge, posted: list[Command]) -> None:
    dialog.own_view.selectRow(1)
    dialog.own_view.setFocus()
    press(Qt.Key.Key_Delete)
    assert posted == [RemoveTerms((BRAND.id,))]
    bridge.glossary_changed.emit((MARK,))
    assert dialog.undo_note.isVisible()
    assert dialog.undo_note.label.text() == "1 term deleted."
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert posted[-1] == PutTerms((BRAND,))
    assert not dialog.undo_note.isVisible()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(posted) == 2


def test_that_the_catalogue_is_never_deleted_from(dialog: GlossaryDialog, posted: list[Command]) -> None:
    dialog.own_view.selectRow(0)
    dialog.catalogue_chip.click()
    dialog.catalogue_view.selectRow(0)
    dialog.catalogue_view.setFocus()
    press(Qt.Key.Key_Delete)
    assert posted == []


# --- files ---


def test_that_a_file_is_chosen_and_handed_on(
    qtbot: QtBot, dialog: GlossaryDialog, services: FakeServices, tmp_path: Path
) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("zh,en\n")
    for button, call in ((dialog._import, "import_terms"), (dialog._export, "export_terms")):
        button.click()
        chooser = next(d for d in dialog.findChildren(QFileDialog) if d.isVisible())
        assert not chooser.isModal()
        chooser.fileSelected.emit(str(path))
        chooser.close()
        assert services.calls[-1] == (call, path)


def test_that_what_was_wrong_with_a_file_is_listed(dialog: GlossaryDialog, bridge: Bridge) -> None:
    problems = (TermsProblem(3, TermsFault.ONE_LANGUAGE, "红米"), TermsProblem(0, TermsFault.UNREADABLE))
    bridge.terms_imported.emit(TermsImported("terms.csv", 12, problems))
    note = dialog.file_note
    assert note.label.text() == "12 terms taken from terms.csv. 2 mistakes:"
    assert [note.lines.item(n).text() for n in range(note.lines.count())] == [
        "Line 3: “红米” stands there in one language only.",
        "It cannot be read.",
    ]
    note.button.click()
    assert not note.isVisible()
    bridge.terms_imported.emit(TermsImported("terms.csv", 1, ()))
    assert note.label.text() == "1 term taken from terms.csv."
    assert not note.lines.isVisible()


def test_that_every_fault_and_kind_has_its_words(translator: Translator) -> None:
    for language in ("en", "zh_CN"):
        translator.use(language)
        assert len({problem_text(TermsProblem(1, fault, "x")) for fault in TermsFault}) == len(TermsFault)
        assert len({kind_text(kind) for kind in TermKind}) == len(TermKind)


# --- trying a line ---


def answer(asked: PreviewLine, text: str, **more: object) -> TranslateResult:
    request = TranslateRequest(Work.GLOSSARY_PREVIEW, 0, 1, asked.text, asked.source, asked.target, 0.0)
    return replace(TranslateResult(request, text, asked.source, True), **more)  # type: ignore[arg-type]


def asked(qtbot: QtBot, posted: list[Command]) -> PreviewLine:
    qtbot.waitUntil(lambda: bool(posted) and isinstance(posted[-1], PreviewLine))
    command = posted[-1]
    assert isinstance(command, PreviewLine)
    return command


def test_that_a_line_is_tried_as_one_types(
    qtbot: QtBot, dialog: GlossaryDialog, bridge: Bridge, posted: list[Command]
) -> None:
    dialog.preview.field.setFocus()
    type_text(" 唛头发我 ")
    question = asked(qtbot, posted)
    assert question == PreviewLine("唛头发我", ZH, EN)
    use = TermUse(MARK.id, 0, 2, "shipping mark")
    bridge.line_previewed.emit(answer(question, "Send me the shipping mark.", terms=(use,)))
    assert dialog.preview.text.texts == ["唛头发我", "Send me the shipping mark.", "唛头 → shipping mark"]


def test_that_a_line_in_the_other_language_is_tried_the_other_way(
    qtbot: QtBot, dialog: GlossaryDialog, posted: list[Command]
) -> None:
    dialog.preview.field.setText("send the mark")
    assert asked(qtbot, posted) == PreviewLine("send the mark", EN, ZH)
    assert dialog.preview.direction.text() == "English → 中文"
    dialog.preview.direction.click()
    assert posted[-1] == PreviewLine("send the mark", ZH, EN)


def test_that_a_changed_glossary_tries_the_line_again(
    qtbot: QtBot, dialog: GlossaryDialog, bridge: Bridge, posted: list[Command]
) -> None:
    dialog.preview.field.setText("唛头发我")
    question = asked(qtbot, posted)
    bridge.glossary_changed.emit((BRAND,))
    assert posted[-1] == question
    assert len(posted) == 2


def test_that_an_answer_to_an_older_line_is_passed_over(
    qtbot: QtBot, dialog: GlossaryDialog, bridge: Bridge, posted: list[Command]
) -> None:
    dialog.preview.field.setText("唛头")
    old = asked(qtbot, posted)
    dialog.preview.field.setText("红米")
    dialog.preview.ask()
    bridge.line_previewed.emit(answer(old, "Mark"))
    assert "Mark" not in dialog.preview.text.texts
    dialog.preview.field.clear()
    dialog.preview.ask()
    assert len(dialog.preview.text.texts) == 1


def test_that_without_a_model_the_terms_are_shown_and_why_there_is_no_more(
    qtbot: QtBot, dialog: GlossaryDialog, bridge: Bridge, posted: list[Command]
) -> None:
    dialog.preview.field.setText("唛头")
    question = asked(qtbot, posted)
    bridge.line_previewed.emit(answer(question, "", reason=Reason.NO_MODEL))
    assert dialog.preview.text.texts[1:] == [
        "No translation model installed for this language",
        "No term in this line.",
    ]
    lost = LineWarning(WarningKind.TERM_LOST, ("唛头",))
    bridge.line_previewed.emit(answer(question, "Hm.", warnings=(lost,)))
    assert dialog.preview.text.texts[-1] == "name or code missing: 唛头"


# --- language and layout ---


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_nothing_is_cut_off(
    qtbot: QtBot, dialog: GlossaryDialog, translator: Translator, language: str
) -> None:
    translator.use(language)
    title = {"en": "Glossary", "zh_CN": "术语表"}[language]
    qtbot.waitUntil(lambda: dialog.windowTitle() == title)
    dialog.resize(dialog.minimumSizeHint())
    assert dialog.minimumSizeHint().width() <= 1024
    assert dialog.minimumSizeHint().height() <= 640
    for button in (dialog.own_chip, dialog.catalogue_chip, dialog._import, dialog._export, dialog._delete):
        assert button.width() >= button.sizeHint().width()
        assert dialog.rect().contains(button.geometry())


def test_that_texts_follow_the_language(qtbot: QtBot, dialog: GlossaryDialog, translator: Translator) -> None:
    translator.use("zh_CN")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "术语表")
    assert dialog.own_chip.text() == "我的术语 · 2"
    assert dialog.preview.field.placeholderText() == "试一句"


def test_that_every_control_has_a_name(dialog: GlossaryDialog) -> None:
    for field in dialog.findChildren(QLineEdit):
        assert field.accessibleName(), field.placeholderText()
    assert dialog.own_view.accessibleName()
    assert dialog.preview.text.accessibleName()
