"""Models as a person reads them: what each does, how large it is, how far a download is."""

from babel.numbers import format_decimal
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.core.jobs import Job
from livedesk.core.model_list import ModelEntry, ModelKind
from livedesk.ui import words

_KB, _MB, _GB = 1_000, 1_000_000, 1_000_000_000
_TRAITS: dict[str, object] = {
    "whisper-tiny": QT_TRANSLATE_NOOP("models", "quickest, mishears often"),
    "whisper-base": QT_TRANSLATE_NOOP("models", "quick, good to begin with"),
    "whisper-small": QT_TRANSLATE_NOOP("models", "hears better, needs a newer laptop"),
    "whisper-medium": QT_TRANSLATE_NOOP("models", "hears best, needs a strong computer"),
    "zipformer-zh-en": QT_TRANSLATE_NOOP("models", "words appear at once, also where both are mixed"),
}


def title(entry: ModelEntry) -> str:
    """Return what a model does: "Chinese → English", or "Whisper base · any language"."""
    if entry.source and entry.target:
        return f"{words.language_name(entry.source)} → {words.language_name(entry.target)}"
    names = ", ".join(words.language_name(language) for language in entry.languages)
    any_language = QCoreApplication.translate("models", "any language")
    return f"{_speech_name(entry)} · {names or any_language}"


def details(entry: ModelEntry) -> str:
    """Return the line below: its name where the title is another, size, licence, what it is good for."""
    about = _TRAITS.get(entry.name)
    parts = [
        entry.name if not entry.kind.is_speech else "",
        size_text(entry.size_bytes),
        entry.licence or QCoreApplication.translate("models", "licence not known"),
        _say(about) if about else "",
        "" if entry.is_listed else QCoreApplication.translate("models", "not checked by livedesk"),
    ]
    return " · ".join(part for part in parts if part)


def size_text(size: int) -> str:
    """Return a size as "148 MB" or "1.5 GB", "" where it is not known."""
    if not size:
        return ""
    if size >= _GB:
        return f"{_number(size / _GB, '0.0')} GB"
    return f"{_number(size / _MB, '#,##0')} MB" if size >= _MB else f"{_number(size / _KB, '#,##0')} kB"


def progress_text(job: Job) -> str:
    """Return how far a download is: "62 of 148 MB · 42 %"; that it starts, while nothing has come."""
    if not job.done and not job.total:
        return QCoreApplication.translate("models", "Starting…")
    if not job.total:
        return QCoreApplication.translate("models", "{done} so far").format(
            done=size_text(job.done) or "0 MB"
        )
    if job.done >= job.total:
        return QCoreApplication.translate("models", "Being checked…")
    done, total = _number(job.done / _MB, "#,##0"), _number(job.total / _MB, "#,##0")
    return QCoreApplication.translate("models", "{done} of {total} MB · {percent} %").format(
        done=done, total=total, percent=job.done * 100 // job.total
    )


def matches(entry: ModelEntry, text: str) -> bool:
    """Whether what a person typed into the search is about this model."""
    return text.strip().casefold() in f"{title(entry)} {details(entry)}".casefold()


def _speech_name(entry: ModelEntry) -> str:
    kinds = {ModelKind.WHISPER: "Whisper", ModelKind.ZIPFORMER: "Zipformer"}
    kind = kinds.get(entry.kind, "")
    rest = entry.name.removeprefix(f"{entry.kind.value}-")
    if entry.kind is ModelKind.ZIPFORMER and entry.is_listed:
        return kind
    return f"{kind} {rest}" if rest != entry.name else entry.name


def _number(value: float, pattern: str) -> str:
    return str(format_decimal(value, format=pattern, locale=words.locale_name()))


def _say(source: object) -> str:
    return QCoreApplication.translate("models", str(source))
