"""Every text of the window is translated, and the language switches while the window is open."""

import ast
import re
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from livedesk.core.errors import ErrorCode
from livedesk.core.ids import Language
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.i18n import UI_LANGUAGES, Translator


def test_that_every_text_is_collected_and_translated(translation_tool: ModuleType) -> None:
    assert translation_tool.problems() == []


def test_that_a_translation_keeps_every_placeholder(translation_tool: ModuleType) -> None:
    for context, source, forms in translation_tool.messages(translation_tool.ts_file("zh_CN")):
        for form in forms:
            assert _placeholders(form) == _placeholders(source), f"{context}: {source}"


def _placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}|%n", text))


def test_that_a_text_with_a_count_has_plural_forms(translation_tool: ModuleType) -> None:
    english = {(c, s): forms for c, s, forms in translation_tool.messages(translation_tool.ts_file("en"))}
    counted = [
        (context, source)
        for context, source, _ in translation_tool.messages(translation_tool.ts_file("zh_CN"))
        if "%n" in source
    ]
    assert counted
    assert {key for key in counted if len(english.get(key, [])) != 2} == set()


def test_that_an_untranslated_text_is_reported(
    translation_tool: ModuleType, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathlib import Path

    sources = Path(str(tmp_path)) / "ui"
    sources.mkdir()
    code = 'class Shop(QObject):\n    def f(self):\n        self.tr("Nobody translated this")\n'
    (sources / "shop.py").write_text(code, encoding="utf-8")
    monkeypatch.setattr(translation_tool, "SOURCES", sources)
    assert "zh_CN: new: Shop: Nobody translated this" in translation_tool.problems()


def test_that_no_text_escapes_the_translation_tool(translation_tool: ModuleType) -> None:
    """lupdate passes over some forms without a word, such as `translate` with a count."""
    collected = {source for _, source, _ in translation_tool.messages(translation_tool.ts_file("zh_CN"))}
    places = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
    seen, escaped = 0, []
    for path in translation_tool.SOURCES.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        calls = [node for node in nodes if isinstance(node, ast.Call)]
        called = {call.func for call in calls}
        renamed = [
            n for n in nodes if isinstance(n, ast.Attribute) and n.attr == "translate" and n not in called
        ]
        escaped += [f"{path.name}:{node.lineno}: another name for translate" for node in renamed]
        for call in calls:
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            text = call.args[places[name]] if name in places and len(call.args) > places[name] else None
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                seen += 1
                if text.value not in collected:
                    escaped.append(f"{path.name}:{call.lineno}: {text.value}")
    assert seen > 300
    assert escaped == []


class Sign(QLabel):
    """Reads a sentence of the window in whatever language it speaks."""

    def __init__(self) -> None:
        super().__init__()
        self.switches = 0

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.switches += 1
            self.setText(words.error_text(ErrorCode.DISK_FULL))


def test_that_a_switch_reaches_an_open_widget(qtbot: QtBot, translator: Translator) -> None:
    sign = Sign()
    qtbot.addWidget(sign)
    translator.use("zh_CN")
    qtbot.waitUntil(lambda: sign.switches > 0)
    assert "磁盘" in sign.text()
    assert words.language_name(Language("es")) == "西班牙语"
    translator.use("en")
    qtbot.waitUntil(lambda: "disk" in sign.text())


def test_that_qts_own_texts_switch_too(translator: Translator) -> None:
    translator.use("zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


@pytest.mark.parametrize(
    ("wanted", "spoken"), [("zh", "zh_CN"), ("zh_TW", "zh_CN"), ("en_GB", "en"), ("zh-Hans", "zh_CN")]
)
def test_that_a_near_language_is_taken(translator: Translator, wanted: str, spoken: str) -> None:
    translator.use(wanted)
    assert translator.language == spoken


@pytest.mark.parametrize("wanted", ["", "xx", "klingon", "_"])
def test_that_an_unknown_language_follows_the_computer(translator: Translator, wanted: str) -> None:
    translator.use(wanted)
    assert translator.language in dict(UI_LANGUAGES)


@pytest.mark.parametrize("data", [b"", b"not a translation"])
def test_that_a_missing_or_broken_translation_leaves_english(qapp: QApplication, data: bytes) -> None:
    translator = Translator(qapp, lambda _name: data)
    translator.use("zh_CN")
    assert words.error_text(ErrorCode.DISK_FULL).startswith("The disk is full")
    translator.use("en")
    translator.deleteLater()
