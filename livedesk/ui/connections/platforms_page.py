"""The page of the platforms: where chat comes from beside the phones, each with its state in words."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from livedesk.core.links import Link, LinkKind
from livedesk.core.settings import Settings
from livedesk.core.typing_compat import override
from livedesk.ui.connections.inlet_box import InletBox
from livedesk.ui.connections.page import ConnectionsPage
from livedesk.ui.connections.platform_box import PlatformBox
from livedesk.ui.connections.replay_box import ReplayBox
from livedesk.ui.connections.twitch_box import TwitchBox
from livedesk.ui.connections.youtube_box import YouTubeBox
from livedesk.ui.theme.tokens import GAP_L, GAP_M


class PlatformsPage(ConnectionsPage):
    """What is typed is kept when one leaves the field, and counts at once where that chat is on."""

    @override
    def _build(self) -> None:
        self.inlet, self.twitch = InletBox(self), TwitchBox(self)
        self.youtube, self.replay = YouTubeBox(self), ReplayBox(self)
        self._boxes: dict[LinkKind, PlatformBox] = {
            box.kind: box for box in (self.inlet, self.twitch, self.youtube, self.replay)
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        for box in self._boxes.values():
            column.addWidget(box)
        column.addStretch(1)
        self._connect()
        self._fill(self._preferences.settings)
        for kind, box in self._boxes.items():
            box.show_link(self._state.link(kind))
        self.replay.show_session(self._state.session)

    @staticmethod
    @override
    def title() -> str:
        return QCoreApplication.translate("PlatformsPage", "Platforms")

    @override
    def retranslate(self) -> None:
        for box in self._boxes.values():
            box.retranslate()

    def _connect(self) -> None:
        self.inlet.switched.connect(self._switch_inlet)
        self.inlet.new_key_wanted.connect(self._renew_key)
        self.twitch.switched.connect(self._switch_twitch)
        self.youtube.switched.connect(self._switch_youtube)
        self.twitch.edited.connect(self._keep)
        self.youtube.edited.connect(self._keep)
        for box in self._boxes.values():
            box.retry_wanted.connect(self._retry)
        self.replay.play_wanted.connect(self._services.chats.start_replay)
        self.replay.stop_wanted.connect(self._services.chats.stop_replay)
        self._state.link_changed.connect(self._show_link)
        self._state.session_changed.connect(self.replay.show_session)
        self._preferences.changed.connect(self._fill)

    # --- showing ---

    def _show_link(self, link: Link) -> None:
        if link.kind in self._boxes:
            self._boxes[link.kind].show_link(link)

    def _fill(self, settings: Settings) -> None:
        self.inlet.show_switch(settings.is_inlet_on)
        self.twitch.show_switch(settings.is_twitch_on)
        self.youtube.show_switch(settings.is_youtube_on)
        for field, text in (
            (self.twitch.channel, settings.twitch_channel),
            (self.twitch.login, settings.twitch_login),
            (self.twitch.token, settings.twitch_token),
            (self.youtube.video, settings.youtube_video),
            (self.youtube.key, settings.youtube_key),
        ):
            if field.text() != text and not field.hasFocus():
                field.setText(text)

    # --- doing ---

    def _typed(self) -> Settings:
        """Return the settings with what stands in the fields."""
        return replace(
            self._preferences.settings,
            twitch_channel=self.twitch.channel.text().strip(),
            twitch_login=self.twitch.login.text().strip(),
            twitch_token=self.twitch.token.text().strip(),
            youtube_video=self.youtube.video.text().strip(),
            youtube_key=self.youtube.key.text().strip(),
        )

    def _keep(self) -> None:
        typed = self._typed()
        if typed != self._preferences.settings:
            self._preferences.apply(typed)

    def _switch_inlet(self, is_on: bool) -> None:
        typed = self._typed()
        # A key of its own from the first time on: the other program is set up once.
        key = typed.inlet_key or self._services.network.new_key()
        self._preferences.apply(replace(typed, is_inlet_on=is_on, inlet_key=key))

    def _renew_key(self) -> None:
        key = self._services.network.new_key()
        self._preferences.apply(replace(self._typed(), inlet_key=key))

    def _switch_twitch(self, is_on: bool) -> None:
        if is_on and not self.twitch.channel.text().strip():
            self.twitch.channel.setFocus()
        else:
            self._preferences.apply(replace(self._typed(), is_twitch_on=is_on))

    def _switch_youtube(self, is_on: bool) -> None:
        missing = [f for f in (self.youtube.video, self.youtube.key) if not f.text().strip()]
        if is_on and missing:
            missing[0].setFocus()
        else:
            self._preferences.apply(replace(self._typed(), is_youtube_on=is_on))

    def _retry(self, kind: LinkKind) -> None:
        self._services.network.retry(kind)
