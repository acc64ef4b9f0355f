"""The one place where widgets get words for codes and records; figures, names and sentences come through here.

The texts are looked up at the moment of the call, so widgets call again when the language changes.
"""

import time

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.core.errors import ErrorCode
from livedesk.core.records import Health, HealthState, LineWarning, Part, Reason, Session, WarningKind
from livedesk.ui.figures import (
    format_amount,
    format_count,
    format_days,
    format_figure,
    format_from_quantity,
    format_gap,
    format_lag,
    format_minutes,
    format_price,
    format_quantity,
    format_time_of_day,
    format_timer,
    locale_name,
)
from livedesk.ui.names import (
    language_badge,
    language_name,
    language_own_name,
    message_state_text,
    origin_text,
    part_name,
    reply_state_text,
    session_state_text,
    source_name,
    theme_name,
)
from livedesk.ui.sentences import (
    error_text,
    failure_text,
    join_sentences,
    notice_text,
    reason_text,
    route_text,
)

__all__ = [
    "default_session_name",
    "error_text",
    "failure_text",
    "format_amount",
    "format_count",
    "format_days",
    "format_figure",
    "format_from_quantity",
    "format_gap",
    "format_lag",
    "format_minutes",
    "format_price",
    "format_quantity",
    "format_time_of_day",
    "format_timer",
    "health_hint",
    "health_text",
    "join_sentences",
    "language_badge",
    "language_name",
    "language_own_name",
    "languages_text",
    "locale_name",
    "message_state_text",
    "notice_text",
    "origin_text",
    "part_name",
    "reason_text",
    "reply_state_text",
    "route_text",
    "session_state_text",
    "source_name",
    "theme_name",
    "warning_text",
]

_HEALTH: dict[tuple[Part, HealthState], object] = {
    (Part.MICROPHONE, HealthState.OFF): QT_TRANSLATE_NOOP("words", "Microphone off"),
    (Part.MICROPHONE, HealthState.STARTING): QT_TRANSLATE_NOOP("words", "Microphone starting…"),
    (Part.MICROPHONE, HealthState.OK): QT_TRANSLATE_NOOP("words", "Microphone"),
    (Part.MICROPHONE, HealthState.BEHIND): QT_TRANSLATE_NOOP("words", "Microphone losing sound"),
    (Part.MICROPHONE, HealthState.FAILED): QT_TRANSLATE_NOOP("words", "Microphone failed"),
    (Part.SPEECH, HealthState.OFF): QT_TRANSLATE_NOOP("words", "Speech off"),
    (Part.SPEECH, HealthState.STARTING): QT_TRANSLATE_NOOP("words", "Speech starting…"),
    (Part.SPEECH, HealthState.OK): QT_TRANSLATE_NOOP("words", "Speech"),
    (Part.SPEECH, HealthState.BEHIND): QT_TRANSLATE_NOOP("words", "Speech behind"),
    (Part.SPEECH, HealthState.FAILED): QT_TRANSLATE_NOOP("words", "Speech failed"),
    (Part.TRANSLATION, HealthState.OFF): QT_TRANSLATE_NOOP("words", "Translation off"),
    (Part.TRANSLATION, HealthState.STARTING): QT_TRANSLATE_NOOP("words", "Translation starting…"),
    (Part.TRANSLATION, HealthState.OK): QT_TRANSLATE_NOOP("words", "Translation"),
    (Part.TRANSLATION, HealthState.BEHIND): QT_TRANSLATE_NOOP("words", "Translation behind"),
    (Part.TRANSLATION, HealthState.FAILED): QT_TRANSLATE_NOOP("words", "Translation failed"),
    (Part.STORE, HealthState.OFF): QT_TRANSLATE_NOOP("words", "Not saving"),
    (Part.STORE, HealthState.STARTING): QT_TRANSLATE_NOOP("words", "Opening the store…"),
    (Part.STORE, HealthState.OK): QT_TRANSLATE_NOOP("words", "Saved"),
    (Part.STORE, HealthState.BEHIND): QT_TRANSLATE_NOOP("words", "Saving…"),
    (Part.STORE, HealthState.FAILED): QT_TRANSLATE_NOOP("words", "Not saved"),
}

_WHY: dict[ErrorCode, object] = {
    ErrorCode.MICROPHONE_MISSING: QT_TRANSLATE_NOOP("words", "No microphone"),
    ErrorCode.MICROPHONE_BUSY: QT_TRANSLATE_NOOP("words", "Microphone in use"),
    ErrorCode.MICROPHONE_DENIED: QT_TRANSLATE_NOOP("words", "Microphone not allowed"),
    ErrorCode.MICROPHONE_GONE: QT_TRANSLATE_NOOP("words", "Microphone gone"),
    ErrorCode.MICROPHONE_SILENT: QT_TRANSLATE_NOOP("words", "Nothing heard"),
    ErrorCode.SPEECH_MODEL_MISSING: QT_TRANSLATE_NOOP("words", "No speech model"),
    ErrorCode.SPEECH_LANGUAGE: QT_TRANSLATE_NOOP("words", "No speech model"),
}
"""Causes that have a name of their own in the strip."""

_HINTS: dict[tuple[Part, HealthState], object] = {
    (Part.MICROPHONE, HealthState.OFF): QT_TRANSLATE_NOOP(
        "words",
        "The microphone is off. Press M to switch it on, or type the host's lines in the box below the captions.",
    ),
    (Part.MICROPHONE, HealthState.STARTING): QT_TRANSLATE_NOOP("words", "The microphone is being opened."),
    (Part.MICROPHONE, HealthState.OK): QT_TRANSLATE_NOOP("words", "The microphone is heard."),
    (Part.MICROPHONE, HealthState.BEHIND): QT_TRANSLATE_NOOP(
        "words", "Parts of the sound are lost. Close other programs that use the microphone."
    ),
    (Part.MICROPHONE, HealthState.FAILED): QT_TRANSLATE_NOOP(
        "words", "Check the cable and the computer's sound settings. Type the host's lines meanwhile."
    ),
    (Part.SPEECH, HealthState.OFF): QT_TRANSLATE_NOOP(
        "words", "Speech is not turned into captions. Type the host's lines in the box below the captions."
    ),
    (Part.SPEECH, HealthState.STARTING): QT_TRANSLATE_NOOP("words", "The speech model is being loaded."),
    (Part.SPEECH, HealthState.OK): QT_TRANSLATE_NOOP("words", "Speech becomes captions."),
    (Part.SPEECH, HealthState.BEHIND): QT_TRANSLATE_NOOP(
        "words",
        "Captions come later than they should. Let the host pause, close other programs, or catch up: what is not "
        "written yet is left out, and marked.",
    ),
    (Part.SPEECH, HealthState.FAILED): QT_TRANSLATE_NOOP(
        "words",
        "Speech is no longer turned into captions. Type the host's lines, and start livedesk again later.",
    ),
    (Part.TRANSLATION, HealthState.OFF): QT_TRANSLATE_NOOP(
        "words", "Nothing is translated. Install a translation model from the menu."
    ),
    (Part.TRANSLATION, HealthState.STARTING): QT_TRANSLATE_NOOP(
        "words", "The translation model is being loaded."
    ),
    (Part.TRANSLATION, HealthState.OK): QT_TRANSLATE_NOOP("words", "Lines are translated on this computer."),
    (Part.TRANSLATION, HealthState.BEHIND): QT_TRANSLATE_NOOP(
        "words", "Translations come later than they should. Pause for a moment, or close other programs."
    ),
    (Part.TRANSLATION, HealthState.FAILED): QT_TRANSLATE_NOOP(
        "words", "Lines appear in their own language only. Start livedesk again."
    ),
    (Part.STORE, HealthState.OFF): QT_TRANSLATE_NOOP("words", "Nothing is stored until a show begins."),
    (Part.STORE, HealthState.STARTING): QT_TRANSLATE_NOOP("words", "The database is being opened."),
    (Part.STORE, HealthState.OK): QT_TRANSLATE_NOOP(
        "words", "Everything up to the last second is on the disk."
    ),
    (Part.STORE, HealthState.BEHIND): QT_TRANSLATE_NOOP(
        "words", "The disk is slow. The last lines are being written."
    ),
    (Part.STORE, HealthState.FAILED): QT_TRANSLATE_NOOP(
        "words", "This show is not being stored. Make room on the disk, then start livedesk again."
    ),
}


_MEANWHILE = QT_TRANSLATE_NOOP("words", "Until then, type the host's lines in the box below the captions.")


def health_text(health: Health) -> str:
    """Return what the status strip says about a part, with its lag where it has one: "Translation 0.3 s"."""
    cause = _cause(health)
    if cause in _WHY:
        return _say(_WHY[cause])
    if health.part is Part.SPEECH and health.state is HealthState.BEHIND and health.lag_ms > 0:
        text = QCoreApplication.translate("words", "Captions behind by {lag}")
        return text.format(lag=format_lag(health.lag_ms))
    text = _say(_HEALTH[health.part, health.state])
    if (
        health.lag_ms > 0
        and health.state in (HealthState.OK, HealthState.BEHIND)
        and health.part is not Part.STORE
    ):
        return f"{text} {format_lag(health.lag_ms)}"
    return text


def health_hint(health: Health) -> str:
    """Return the tooltip: what the state means, why it is so, and what to do."""
    cause = _cause(health)
    why = error_text(cause, {health.part.value: health.detail}) if cause else ""
    if cause in _WHY:
        return why if cause is ErrorCode.MICROPHONE_SILENT else join_sentences(why, _say(_MEANWHILE))
    if (
        health.part is Part.MICROPHONE
        and health.state is HealthState.OK
        and health.detail not in ("", "default")
    ):
        return QCoreApplication.translate("words", "“{microphone}” is heard.").format(
            microphone=health.detail
        )
    return join_sentences(_say(_HINTS[health.part, health.state]), why)


def _cause(health: Health) -> ErrorCode | None:
    return ErrorCode(health.code) if health.code in set(ErrorCode) - set(Reason) else None


def warning_text(warning: LineWarning) -> str:
    """Return a doubt: with both values, the line's first, "figure differs: 12,000 / 12,400"; or what is missing."""
    if warning.kind is WarningKind.TERM_LOST:
        text = QCoreApplication.translate("words", "name or code missing: {names}")
        return text.format(names=", ".join(warning.in_source))
    here = ", ".join(format_figure(value) for value in warning.in_translation)
    there = ", ".join(format_figure(value) for value in warning.in_source)
    if warning.kind is WarningKind.FIGURES_REPAIRED:
        text = QCoreApplication.translate("words", "figure put right: {there}; the model wrote {here}")
    elif here and there:
        text = QCoreApplication.translate("words", "figure differs: {here} / {there}")
    elif there:
        text = QCoreApplication.translate("words", "figure missing: {there}")
    elif here:
        text = QCoreApplication.translate("words", "figure not in the original: {here}")
    else:
        text = QCoreApplication.translate("words", "check the figures")
    return text.format(here=here, there=there)


def languages_text(session: Session) -> str:
    """Return who speaks and who reads, each language in its own name: "中文 → English, Español"."""
    audience = ", ".join(language_own_name(language) for language in session.audience_languages)
    return f"{language_own_name(session.host_language)} → {audience}"


def default_session_name(at: float) -> str:
    """Return a name for a show that the operator gave none, from its start `at`: "Show 2026-11-21 19:32"."""
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(at))
    return QCoreApplication.translate("words", "Show {when}").format(when=when)


def _say(source: object) -> str:
    return QCoreApplication.translate("words", str(source))
