"""A one-line label that shortens a text too long for it and tells the whole in its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from livedesk.core.typing_compat import override

_AIR = 8
"""Chinese glyphs from a companion font are taller than the first font says."""


class ElidedLabel(QLabel):
    """Give it the text with `set_text`; it takes what room there is, at least `minimum_px`."""

    def __init__(self, parent: QWidget | None = None, *, minimum_px: int = 40) -> None:
        super().__init__(parent)
        self._whole = ""
        self._minimum_px = minimum_px
        self._hint = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def whole_text(self) -> str:
        """The text as it was given."""
        return self._whole

    def set_text(self, text: str, hint: str = "") -> None:
        """Show `text`; `hint` is the tooltip while nothing had to be left out."""
        if (text, hint) == (self._whole, self._hint):
            return
        self._whole, self._hint = text, hint
        self.setAccessibleName(text)
        self.updateGeometry()
        self._elide()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height() + _AIR)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._minimum_px, self.sizeHint().width()), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else self._hint)
