"""The words on a card, in the host's language and the first of the audience's, whatever the window speaks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.core.catalogue.product import in_language
from livedesk.core.ids import ZH, Language
from livedesk.core.logistics.places import Place
from livedesk.core.logistics.route import Mode, Stop, StopKind
from livedesk.core.logistics.trace import TraceKind
from livedesk.ui.figures import locale_name
from livedesk.ui.i18n import CHINESE, ENGLISH, Translator

_CONTEXT = "cards"


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language of a card; its words are English where the window's translations do not have it."""

    language: Language
    say: Callable[[str, str], str]

    @property
    def locale(self) -> Locale:
        """The locale of its dates and countries."""
        try:
            return Locale.parse("zh_CN" if self.language == ZH else self.language)
        except (UnknownLocaleError, ValueError):
            return Locale.parse("en")


class Label(Enum):
    """One word or sentence; the value is the English source."""

    FROM_TO = QT_TRANSLATE_NOOP("cards", "{start} to {end}, {country}")
    ABOUT_DAYS = QT_TRANSLATE_NOOP("cards", "about {days} days")
    ESTIMATE = QT_TRANSLATE_NOOP("cards", "Estimates, not promises")
    MADE = QT_TRANSLATE_NOOP("cards", "production")
    STEP_DAYS = QT_TRANSLATE_NOOP("cards", "{what} {days} d")
    KM = QT_TRANSLATE_NOOP("cards", "{km} km")
    LCL = QT_TRANSLATE_NOOP("cards", "shared (LCL)")
    BATCH = QT_TRANSLATE_NOOP("cards", "Batch {code}")
    SCAN = QT_TRANSLATE_NOOP("cards", "Scan to keep this")


_STOPS: dict[StopKind, object] = {
    StopKind.FACTORY: QT_TRANSLATE_NOOP("cards", "factory"),
    StopKind.CONSOLIDATION: QT_TRANSLATE_NOOP("cards", "loading warehouse"),
    StopKind.EXPORT_PORT: QT_TRANSLATE_NOOP("cards", "port, export customs"),
    StopKind.EXPORT_AIRPORT: QT_TRANSLATE_NOOP("cards", "airport, export customs"),
    StopKind.EXPORT_STATION: QT_TRANSLATE_NOOP("cards", "rail terminal, customs"),
    StopKind.PASSAGE: QT_TRANSLATE_NOOP("cards", "passage"),
    StopKind.BORDER: QT_TRANSLATE_NOOP("cards", "border"),
    StopKind.IMPORT_PORT: QT_TRANSLATE_NOOP("cards", "port, customs"),
    StopKind.IMPORT_AIRPORT: QT_TRANSLATE_NOOP("cards", "airport, customs"),
    StopKind.IMPORT_STATION: QT_TRANSLATE_NOOP("cards", "rail terminal, customs"),
    StopKind.DECONSOLIDATION: QT_TRANSLATE_NOOP("cards", "unloading warehouse"),
    StopKind.DOOR: QT_TRANSLATE_NOOP("cards", "buyer's door"),
}

_MODES: dict[Mode, object] = {
    Mode.SEA: QT_TRANSLATE_NOOP("cards", "ship"),
    Mode.AIR: QT_TRANSLATE_NOOP("cards", "plane"),
    Mode.RAIL: QT_TRANSLATE_NOOP("cards", "train"),
    Mode.ROAD: QT_TRANSLATE_NOOP("cards", "lorry"),
}

_PASSAGES: dict[str, object] = {
    "malacca": QT_TRANSLATE_NOOP("cards", "Strait of Malacca"),
    "babalmandab": QT_TRANSLATE_NOOP("cards", "Bab-el-Mandeb"),
    "suez": QT_TRANSLATE_NOOP("cards", "Suez Canal"),
    "gibraltar": QT_TRANSLATE_NOOP("cards", "Strait of Gibraltar"),
    "panama": QT_TRANSLATE_NOOP("cards", "Panama Canal"),
    "bosporus": QT_TRANSLATE_NOOP("cards", "Bosporus"),
    "ormuz": QT_TRANSLATE_NOOP("cards", "Strait of Hormuz"),
    "dover": QT_TRANSLATE_NOOP("cards", "Strait of Dover"),
    "sunda": QT_TRANSLATE_NOOP("cards", "Sunda Strait"),
    "magellan": QT_TRANSLATE_NOOP("cards", "Strait of Magellan"),
    "chili": QT_TRANSLATE_NOOP("cards", "Strait of Magellan"),
    "south_africa": QT_TRANSLATE_NOOP("cards", "Cape of Good Hope"),
}

_EVENTS: dict[TraceKind, object] = {
    TraceKind.PRODUCTION: QT_TRANSLATE_NOOP("cards", "Production"),
    TraceKind.INSPECTION: QT_TRANSLATE_NOOP("cards", "Inspection"),
    TraceKind.PACKING: QT_TRANSLATE_NOOP("cards", "Packing"),
    TraceKind.SHIPPING: QT_TRANSLATE_NOOP("cards", "Shipping"),
    TraceKind.SALE: QT_TRANSLATE_NOOP("cards", "Sale"),
}


class Tongues:
    """Hands out the languages of a card for the languages of a show."""

    def __init__(self, translator: Translator) -> None:
        self._english, self._chinese = translator.texts_in(ENGLISH), translator.texts_in(CHINESE)

    def of(self, languages: tuple[Language, ...]) -> tuple[Tongue, ...]:
        """Return one tongue or two: the host's and the first other one."""
        return tuple(
            Tongue(language, self._chinese if language == ZH else self._english)
            for language in tuple(dict.fromkeys(languages))[:2]
        )


def window_tongue() -> Tongue:
    """Return the language of the window, for the words of a card that a form needs, too."""
    return Tongue(Language(locale_name().split("_")[0]), _in_window)


def said(label: Label, tongue: Tongue, **params: object) -> str:
    """Return `label` with `params` filled in."""
    return _say(label.value, tongue).format(**params)


def stop_kind(kind: StopKind, tongue: Tongue) -> str:
    """Return what happens at a stop."""
    return _say(_STOPS[kind], tongue)


def mode_name(mode: Mode, tongue: Tongue) -> str:
    """Return what carries the goods."""
    return _say(_MODES[mode], tongue)


def event_kind(kind: TraceKind, tongue: Tongue) -> str:
    """Return the name of an event of a batch."""
    return _say(_EVENTS[kind], tongue)


def stop_name(stop: Stop, tongue: Tongue) -> str:
    """Return what a stop is called: its place, or the strait or canal."""
    if stop.place is None:
        return _say(_PASSAGES[stop.passage], tongue)
    return place_name(stop.place, tongue)


def place_name(place: Place, tongue: Tongue) -> str:
    """Return a place's name in `tongue` where it has one, else in English, else in any."""
    return in_language(place.names, tongue.language)


def country_name(place: Place, tongue: Tongue) -> str:
    """Return the name of the place's country, its code where there is none."""
    return str(tongue.locale.territories.get(place.country, place.country))


def day_text(day: date, tongue: Tongue) -> str:
    """Return a day with its month, without the year: "12 Dec", "12月12日"."""
    skeleton = "M月d日" if tongue.language == ZH else "d MMM"
    return str(format_date(day, skeleton, locale=tongue.locale))


def once(*texts: str) -> tuple[str, ...]:
    """Return the texts that are not empty, each once."""
    return tuple(dict.fromkeys(text for text in texts if text))


def _say(source: object, tongue: Tongue) -> str:
    return tongue.say(_CONTEXT, str(source)) or str(source)


def _in_window(context: str, source: str) -> str:
    return QCoreApplication.translate(context, source)
