"""The language of the window: installs the translations and switches them while the window is open."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

ENGLISH, CHINESE = "en", "zh_CN"
UI_LANGUAGES: tuple[tuple[str, str], ...] = ((ENGLISH, "English"), (CHINESE, "简体中文"))
"""Code and own name of each language that the window speaks."""


class Translator(QObject):
    """Owned by the application. After `use` every widget gets a LanguageChange event and sets its texts again."""

    def __init__(self, app: QCoreApplication, load: Callable[[str], bytes]) -> None:
        """Take `load`, which returns a file of resources/i18n by name ("livedesk_zh_CN.qm"), b"" for none."""
        super().__init__(app)
        self._app = app
        self._load = load
        self._data = b""  # Qt reads the translations in place
        self._kept: list[bytes] = []
        self._installed: list[QTranslator] = []
        self.language = ENGLISH

    def use(self, language: str) -> None:
        """Switch to `language`; "" and a language the window does not speak follow the computer."""
        self.language = _spoken(language) or _spoken(QLocale.system().name()) or ENGLISH
        QLocale.setDefault(QLocale(self.language))
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []
        ours, qts = QTranslator(self), QTranslator(self)
        # Qt's own texts (file dialogs, text menus) first: the translator installed last is asked first.
        if qts.load(f"qtbase_{self.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._install(qts)
        self._data = self._load(f"livedesk_{self.language}.qm")
        if self._data and ours.load(self._data):
            self._install(ours)

    def texts_in(self, language: str) -> Callable[[str, str], str]:
        """Return what looks up a text (context, English source) in `language`, whatever the window speaks.

        It returns "" for what has no translation; English needs none. For paper in two languages at once.
        """
        texts = QTranslator(self)
        data = self._load(f"livedesk_{language}.qm") if language != ENGLISH else b""
        self._kept.append(data)
        if data:
            texts.load(data)
        return lambda context, source: texts.translate(context, source) or ""

    def other(self) -> str:
        """Return the code of the language that is not in use."""
        codes = [code for code, _ in UI_LANGUAGES]
        return codes[(codes.index(self.language) + 1) % len(codes)]

    def _install(self, translator: QTranslator) -> None:
        self._app.installTranslator(translator)
        self._installed.append(translator)


def _spoken(language: str) -> str:
    """Return the code of the window's language that fits `language` ("zh", "zh_TW", "en_GB"), "" for none."""
    wanted = language.replace("-", "_").split("_")[0].lower()
    return next((code for code, _ in UI_LANGUAGES if wanted and code.split("_")[0] == wanted), "")
