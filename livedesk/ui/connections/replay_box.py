"""The card of recorded chat: a file, how fast, play and stop."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.records import Session, SessionState
from livedesk.core.typing_compat import override
from livedesk.ui.connections.platform_box import PlatformBox
from livedesk.ui.session.choosers import choose_file
from livedesk.ui.widgets.picker import Picker

_SPEEDS = (1.0, 2.0, 5.0, 10.0)
_PATTERNS = "*.csv *.tsv *.txt *.jsonl"


class ReplayBox(PlatformBox):
    """Plays while a show runs; without one the messages would go nowhere."""

    play_wanted = Signal(object, float)  # Path, speed
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LinkKind.REPLAY, parent)
        self._session: Session | None = None
        self.choose, self.speed = QPushButton(self), Picker(self)
        self.choose.setAutoDefault(False)
        for speed in _SPEEDS:
            self.speed.addItem("", speed)
        self.switch.clicked.disconnect()
        self.switch.clicked.connect(self.stop_wanted)
        self.choose.clicked.connect(self._choose)
        self._speed_label = self.add_row(self.speed, self.choose)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.heading.setText(self.tr("Recorded chat"))
        self.choose.setText(self.tr("Choose a file and play…"))
        self._speed_label.setText(self.tr("Speed"))
        self.speed.setAccessibleName(self.tr("Speed of the recorded chat"))
        for row, speed in enumerate(_SPEEDS):
            self.speed.setItemText(
                row,
                self.tr("As it was")
                if speed == 1.0
                else self.tr("{times} times as fast").format(times=f"{speed:.0f}"),
            )
        super().retranslate()
        self.switch.setText(self.tr("Stop"))
        self.switch.setAccessibleName(self.tr("Stop the recorded chat"))
        self.show_session(self._session)

    def show_session(self, session: Session | None) -> None:
        """Show whether there is a show to play into."""
        self._session = session
        is_running = session is not None and session.state in (SessionState.LIVE, SessionState.PAUSED)
        self.choose.setEnabled(is_running)
        text = self.tr(
            "Plays chat of an earlier show into the running one: a table (CSV) with the columns time, name and text, "
            "also platform and language, or the tape of a booth."
        )
        self.hint.setText(
            text if is_running else self.tr("{text} Start a show or a rehearsal first.").format(text=text)
        )

    @override
    def show_switch(self, is_on: bool) -> None:
        """Stopping is possible while it plays."""
        is_playing = self.link.state is not LinkState.OFF
        self.switch.setVisible(is_playing)

    @override
    def show_link(self, link: Link) -> None:
        super().show_link(link)
        self.show_switch(is_on=True)

    def _choose(self) -> None:
        choose_file(self, self.tr("Recorded chat"), _PATTERNS, self._play)

    def _play(self, path: Path) -> None:
        self.play_wanted.emit(path, float(self.speed.currentData()))
