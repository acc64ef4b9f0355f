"""The card of YouTube: a live video, and the key to read its chat."""

from PySide6.QtWidgets import QLineEdit, QWidget

from livedesk.core.links import LinkKind
from livedesk.core.typing_compat import override
from livedesk.ui.connections.platform_box import PlatformBox, secret_field


class YouTubeBox(PlatformBox):
    """Only reads: to write, Google wants its own sign-in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LinkKind.YOUTUBE, parent)
        self.video, self.key = QLineEdit(self), secret_field(self)
        self._texts = [self.add_row(field) for field in (self.video, self.key)]
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.heading.setText(self.tr("YouTube"))
        self.hint.setText(
            self.tr(
                "Needs a key for “YouTube Data API v3” from the Google Cloud console. A key may ask only so often a "
                "day, so messages come every few seconds, and slower late in a long show. Answers are copied for you "
                "to paste."
            )
        )
        texts = (self.tr("Link of the live video"), self.tr("Key"))
        for label, field, text in zip(self._texts, (self.video, self.key), texts, strict=True):
            label.setText(text)
            field.setAccessibleName(self.tr("YouTube: {field}").format(field=text))
        self.video.setPlaceholderText("https://www.youtube.com/watch?v=…")
        super().retranslate()
