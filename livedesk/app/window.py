"""Opens the desk in a window: the application, its theme and language, the bridge, and an orderly end."""

import gc
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from livedesk.app import paths as places
from livedesk.app.clipboard import Clipboard
from livedesk.app.paths import Paths
from livedesk.app.reports import note_bug
from livedesk.app.services import Services
from livedesk.app.wiring import Wired, load_settings, wire
from livedesk.core.events import NoticeRaised, StartSession
from livedesk.core.links import Link, LinkState
from livedesk.core.records import Health, HealthState, Notice, NoticeCode, NoticeLevel
from livedesk.ui.arrangement import Arrangement
from livedesk.ui.bridge import Bridge
from livedesk.ui.i18n import Translator
from livedesk.ui.main_window import MainWindow
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.words import default_session_name

SETTLED_AFTER_MS = 2000
"""A part that says it is ready may still be loading what its first job needs."""
LISTEN_AFTER_MS = 300
"""So long after the window is shown the speech model loads, and one looks at this computer's addresses: their
libraries would hold up the first picture."""


def make_application() -> QApplication:
    """Return the one QApplication with its name and icon."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("livedesk")
    app.setApplicationDisplayName("livedesk")
    app.setDesktopFileName("livedesk")
    app.setWindowIcon(QIcon(QPixmap(str(places.resources() / "icons" / "app.svg"))))
    return app


def load_icons() -> dict[str, bytes]:
    """Return the drawings in resources/icons by name."""
    return {path.stem: path.read_bytes() for path in (places.resources() / "icons").glob("*.svg")}


def load_translation(name: str) -> bytes:
    """Return a file of resources/i18n, b"" where it was not built."""
    path = places.resources() / "i18n" / name
    return path.read_bytes() if path.exists() else b""


class OpenDesk:
    """The window and everything behind it, from start to stop."""

    def __init__(
        self, base: Paths, booth: Path | None, tape: Path | None, rehearsal_speed: float = 1.0
    ) -> None:
        """Open the data below `base` and build the window; raises `UserFacing`."""
        self.app = make_application()
        settings, was_broken = load_settings(base)
        self.wired: Wired = wire(base, settings, tape=tape)
        self.clipboard = Clipboard(self.app)
        self.services = Services(self.wired, self.clipboard.copy, rehearsal_speed)
        self.theme = AppTheme(self.app, load_icons())
        self.theme.use(settings.theme)
        self.translator = Translator(self.app, load_translation)
        self.translator.use(settings.ui_language)
        self.bridge = Bridge()
        self.window = MainWindow(
            self.theme, self.bridge, self.wired.desk.post, self.services, self.translator
        )
        self.window.closing.connect(self.app.quit)
        self._arrangement = Arrangement(str(base.arrangement))
        self._arrangement.restore(self.window)
        self._booth = booth
        self._listens = QTimer(self.window)
        self._listens.setSingleShot(True)
        self._listens.timeout.connect(self.wired.listen)
        self._listens.timeout.connect(self.wired.network.addresses)
        self._ready: set[object] = set()
        self._settles = QTimer(self.window)
        self._settles.setSingleShot(True)
        self._settles.setInterval(SETTLED_AFTER_MS)
        self._settles.timeout.connect(gc.freeze)
        self.bridge.health_changed.connect(self._part_told)
        self.bridge.link_changed.connect(self._link_told)
        if was_broken:
            notice = Notice(NoticeCode.SETTINGS_RESET, NoticeLevel.WARNING)
            self.wired.desk.post(NoticeRaised(notice))

    def start(self) -> None:
        """Start the threads and show the window."""
        sys.excepthook = self._handle_bug
        self.wired.start()
        self.wired.desk.subscribe(self.bridge.receive)
        self.services.start(self._booth)
        self.window.show()
        self.wired.network.start()
        self._listens.start(LISTEN_AFTER_MS)
        # What is loaded by now stays to the end: full collections need not look at it again (22 ms each).
        gc.collect()
        gc.freeze()

    def stop(self) -> None:
        """Stop the threads; what was said is stored."""
        sys.excepthook = sys.__excepthook__
        self._listens.stop()
        self._settles.stop()
        self._arrangement.keep(self.window)
        self.window.close()
        self.wired.stop()

    def _part_told(self, health: Health) -> None:
        if health.state is HealthState.OK:
            self._settle(health.part)

    def _link_told(self, link: Link) -> None:
        if link.state is LinkState.ON:
            self._settle(link.kind)

    def _settle(self, part: object) -> None:
        """What came with a part that is now ready stays to the end too: full collections hold all threads up."""
        if part not in self._ready:
            self._ready.add(part)
            self._settles.start()

    def _handle_bug(self, _kind: type[BaseException], error: BaseException, _trace: object) -> None:
        """A bug in the window is reported; the show goes on."""
        note_bug(self.wired.bugs, self.wired.paths.reports, error)


def run_window(
    base: Paths,
    booth: Path | None,
    tape: Path | None,
    rehearse_at: float | None = None,
    *,
    opens_audience: bool = False,
    audience_at: tuple[str, int] | None = None,
) -> int:
    """Open the desk and stay until it is closed; with `rehearse_at`, start a rehearsal at that speed.

    `opens_audience` lets phones in at once, `audience_at` says where instead of the settings.
    """
    desk = OpenDesk(base, booth, tape, rehearse_at or 1.0)
    if audience_at:
        settings = desk.wired.settings
        desk.wired.settings = replace(settings, audience_address=audience_at[0], audience_port=audience_at[1])
    desk.start()
    if opens_audience:
        desk.wired.network.open_audience()
    if rehearse_at:
        # Behind the booth, which an errand loads: its tape speaks only in a rehearsal that begins after it.
        begin = StartSession(default_session_name(time.time()), is_rehearsal=True)
        desk.wired.errands.run(lambda: desk.wired.desk.post(begin), NoticeCode.CATALOGUE_FAILED)
    # Python sees Ctrl+C only between its own instructions: the timer gives it some.
    signal.signal(signal.SIGINT, lambda *_: desk.app.quit())
    # Whoever shuts the computer down is not asked whether the show may end; it can be resumed.
    signal.signal(signal.SIGTERM, lambda *_: desk.app.exit(0))
    pulse = QTimer()
    pulse.start(200)
    pulse.timeout.connect(lambda: None)  # not `int`, which is no instruction of Python's
    try:
        return desk.app.exec()
    finally:
        desk.stop()
