"""The card of Twitch: a channel, and who answers there."""

from PySide6.QtWidgets import QLineEdit, QWidget

from livedesk.core.links import LinkKind
from livedesk.core.typing_compat import override
from livedesk.ui.connections.platform_box import PlatformBox, secret_field


class TwitchBox(PlatformBox):
    """Reads with a channel alone; answers with a login and its token."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LinkKind.TWITCH, parent)
        self.channel, self.login, self.token = QLineEdit(self), QLineEdit(self), secret_field(self)
        self._texts = [self.add_row(field) for field in (self.channel, self.login, self.token)]
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.heading.setText(self.tr("Twitch"))
        self.hint.setText(
            self.tr(
                "The channel is enough to read its chat. To answer there, add the name you sign in with and a token "
                "with the rights chat:read and chat:edit; without them answers are copied for you to paste."
            )
        )
        texts = (self.tr("Channel"), self.tr("Sign-in name"), self.tr("Token"))
        for label, field, text in zip(
            self._texts, (self.channel, self.login, self.token), texts, strict=True
        ):
            label.setText(text)
            field.setAccessibleName(self.tr("Twitch: {field}").format(field=text))
        self.channel.setPlaceholderText("twitch.tv/…")
        self.login.setPlaceholderText(self.tr("Empty: read only"))
        super().retranslate()
