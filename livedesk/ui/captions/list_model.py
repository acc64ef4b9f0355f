"""The captions of the session for the live panel."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from livedesk.core.ids import Language
from livedesk.core.records import Caption, Translation
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.lines.list_model import LinesModel


class CaptionModel(LinesModel[Caption]):
    """All captions by segment, shown with their translation into one of the audience's languages."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language: Language | None = None
        self._last_before_language = 0
        self._doubtful: set[int] = set()

    @property
    def language(self) -> Language | None:
        """The audience's language that is shown, None before it is known."""
        return self._language

    def set_language(self, language: Language | None) -> None:
        """Show the translations into `language`; captions from before that never got one keep what they have."""
        if language == self._language:
            return
        self._language = language
        self._last_before_language = max((c.segment for c in self.records()), default=0)
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def shown_translation(self, caption: Caption) -> Translation | None:
        """Return the translation that is shown, None while there is none."""
        found = caption.translation(self._language) if self._language else None
        if found is None and caption.segment <= self._last_before_language:
            return next(iter(caption.translations), None)
        return found

    def oldest_doubtful(self) -> Caption | None:
        """Return the first caption with figures that nobody checked."""
        return self.find(min(self._doubtful)) if self._doubtful else None

    @override
    def number(self, record: Caption) -> int:
        return record.segment

    @override
    def is_older(self, record: Caption, shown: Caption) -> bool:
        if record.revision != shown.revision or record.is_final != shown.is_final:
            return record.revision < shown.revision or (shown.is_final and not record.is_final)
        # The same words: then the translations say which is older.
        for translation in shown.translations:
            other = record.translation(translation.language)
            if other is None or other.source_revision < translation.source_revision:
                return True
        return False

    @override
    def text(self, record: Caption) -> str:
        if record.gap_s > 0:
            return words.format_gap(record.gap_s)
        translation = self.shown_translation(record)
        if translation is None or not translation.text or translation.text == record.text:
            return record.text
        return f"{translation.text}\n{record.text}"

    @override
    def description(self, record: Caption) -> str:
        said = self.tr("“{written}” was heard as “{heard}”")
        return "; ".join(said.format(written=c.written, heard=c.heard) for c in record.corrections)

    @override
    def put(self, records: Iterable[Caption]) -> None:
        records = list(records)
        super().put(records)
        for caption in records:
            kept = self.find(caption.segment)
            if kept is not None and doubtful_translations(kept):
                self._doubtful.add(caption.segment)
            else:
                self._doubtful.discard(caption.segment)

    @override
    def clear(self) -> None:
        self._doubtful.clear()
        self._last_before_language = 0
        super().clear()


def doubtful_translations(caption: Caption) -> list[Translation]:
    """Return the final translations whose figures are in doubt; what still changes is not judged."""
    return [t for t in caption.translations if t.is_final and t.warnings]
