"""No display: the desk does its main job off screen: a rehearsal, pictures of the window, the transcript."""

import os
import sys
import tempfile
import time
from pathlib import Path

from livedesk.app.paths import Paths

WINDOW_SIZE = (1440, 900)
_PICTURES_AT = (0.12, 0.45, 0.85)
"""At which shares of the tape a picture is taken."""


def run_off_screen(base: Paths, booth: Path, out: Path, speed: float) -> int:
    """Play the tape of `booth` at `speed` behind a window nobody sees; pictures and transcript go to `out`.

    The data goes to a folder of its own, so that a trial run never mixes with a real show. Raises `UserFacing`.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer

    from livedesk.app.booth import open_tape
    from livedesk.app.rehearsal import Collected, write_files
    from livedesk.app.window import OpenDesk
    from livedesk.core.events import EndSession, StartSession
    from livedesk.ui.words import default_session_name

    out.mkdir(parents=True, exist_ok=True)
    duration_s = max(line.at_s for line in open_tape(booth)) / speed
    print(f"No display: rehearsing off screen, about {duration_s:.0f} s…", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="livedesk-") as folder:
        trial = Paths(Path(folder), models_of=base.base)
        desk = OpenDesk(trial, booth, None, speed)
        desk.window.resize(*WINDOW_SIZE)
        collected = Collected()
        desk.start()
        desk.wired.desk.subscribe(collected.receive)
        started = time.monotonic()
        loop = QEventLoop()
        pictures: list[Path] = []

        def wait(until: float) -> None:
            QTimer.singleShot(max(0, int((started + until - time.monotonic()) * 1000)), loop.quit)
            loop.exec()

        def shoot(name: str) -> None:
            path = out / f"{name}.png"
            desk.window.grab().save(str(path))
            pictures.append(path)

        try:
            wait(1.0)
            shoot("1-before-the-show")
            desk.wired.desk.post(StartSession(default_session_name(time.time()), is_rehearsal=True))
            started = time.monotonic()
            for number, share in enumerate(_PICTURES_AT, start=2):
                wait(duration_s * share)
                shoot(f"{number}-rehearsal")
            wait(duration_s + 2.0)
            desk.wired.desk.post(EndSession())
            wait(duration_s + 4.0)
            shoot(f"{len(_PICTURES_AT) + 2}-after-the-show")
        finally:
            desk.stop()
        assert collected.session is not None
        write_files(trial, collected.session, out)
    summary = collected.summary()
    print(
        f"{summary['captions']} captions, {summary['messages']} messages, {summary['translated']} translated"
    )
    if not summary["translated"]:
        print("Nothing was translated: no usable model. See: livedesk doctor")
    print("Pictures of the window:")
    for path in pictures:
        print(f"  {path}")
    print(f"Transcript and subtitles: {out / 'transcript.txt'} (also .srt, .vtt, .csv, .xlsx)")
    return 0
