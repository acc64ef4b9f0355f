"""`livedesk live`: a show with phones, overlay and inlet; headless it needs no window and no Qt.

One JSON line on standard output says where everything is, as soon as all of it is there. Then the show goes on until
SIGTERM or SIGINT, and ends in order: what was said is stored, and the ports are free.
"""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

from livedesk.adapters.store import settings_file
from livedesk.adapters.store.failures import file_errors
from livedesk.adapters.store.files import write_whole
from livedesk.adapters.web.security import new_key
from livedesk.app.booth import open_booth
from livedesk.app.cli_words import REPORTS_WRITTEN, SHOW_NAME, sentence
from livedesk.app.live_arguments import (
    LOOPBACK,
    MICROPHONE,
    NO_SOUND,
    STANDARD_INPUT,
    LiveOptions,
    read_address,
)
from livedesk.app.live_state import LiveState
from livedesk.app.paths import Paths
from livedesk.app.speech import Instead
from livedesk.app.wiring import Wired, load_settings, wire
from livedesk.core.catalogue.product import in_language
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.events import AddHostLine, CatalogueLoaded, EndSession, SetChatRules, StartSession
from livedesk.core.ids import EN
from livedesk.core.links import LinkKind
from livedesk.core.ports import AudioSource
from livedesk.core.settings import Settings
from livedesk.runtime.clock import SystemClock

_ENDS_WITHIN_S = 5.0


def run_live(base: Paths, options: LiveOptions) -> int:
    """Run a show until it is told to stop; 1 where it could not begin."""
    try:
        with _stopping() as stop:
            return _run(base, options, stop)
    except (UserFacing, Unavailable) as error:
        if not options.as_json:
            raise
        print(json.dumps({"error": error.code, "message": sentence(error)}, ensure_ascii=False), flush=True)
        return 1


def _run(base: Paths, options: LiveOptions, stop: "_Stop") -> int:
    lines = _lines_to_say(options)
    settings, booth = _prepared(base, options)
    state = LiveState(_tell)
    wired = wire(
        base,
        settings,
        model_folders=[options.models] if options.models else None,
        tape=options.tape,
        instead=_file_as_microphone(options),
    )
    wired.desk.subscribe(state.receive)  # before the start, to miss nothing
    wired.start()
    try:
        _begin(wired, state, options, booth)
        _say_where(wired, state, options)
        _serve(wired, options, lines, stop)
        wired.desk.post(EndSession())
        state.wait_for_the_end(_ENDS_WITHIN_S)
    finally:
        wired.stop()
    if wired.store.unwritten and wired.store.failure:
        raise wired.store.failure
    if wired.bugs:
        _tell(REPORTS_WRITTEN.format(folder=base.reports))
    return 0


def _prepared(base: Paths, options: LiveOptions) -> tuple[Settings, CatalogueLoaded | None]:
    """Return the settings of this run, which are not kept but for the keys, and the booth with what is on offer."""
    address, port = read_address(options.web) if options.web else (LOOPBACK, 0)
    settings = _with_keys(base, load_settings(base)[0])
    booth: CatalogueLoaded | None = None
    if options.booth:
        folder = open_booth(options.booth)
        for product in folder.products:
            if product.picture:
                picture = (folder.pictures_dir / product.picture).read_bytes()
                write_whole(base.pictures / product.picture, picture)
        booth = CatalogueLoaded(folder.products, folder.show, folder.name)
        settings = replace(
            settings, host_language=folder.host_language, audience_languages=folder.audience_languages
        )
    if options.languages:
        settings = replace(settings, audience_languages=options.languages)
    return replace(
        settings,
        audience_address=address,
        audience_port=port,
        local_port=options.local_port,
        is_overlay_on=True,
        is_inlet_on=True,
        is_microphone_on=options.sound != NO_SOUND,
    ), booth


def _with_keys(base: Paths, settings: Settings) -> Settings:
    """Return the settings with keys for overlay and inlet, kept: OBS and the extension know their addresses."""
    if settings.overlay_key and settings.inlet_key:
        return settings
    keyed = replace(
        settings,
        overlay_key=settings.overlay_key or new_key(),
        inlet_key=settings.inlet_key or new_key(),
    )
    with file_errors(base.base):  # closed to other users, before a file makes it open to all
        base.base.mkdir(mode=0o700, parents=True, exist_ok=True)
    settings_file.save(base.settings, keyed)
    return keyed


def _file_as_microphone(options: LiveOptions) -> Instead | None:
    """Return what plays a sound file as if someone spoke, None where there is none; raises for a broken one."""
    if options.sound in (NO_SOUND, MICROPHONE):
        return None
    from livedesk.adapters.audio.wav_source import FileSource

    path = Path(options.sound)
    trial = FileSource(path, 1.0)
    trial.open()
    trial.close()

    def source(_microphone: str) -> AudioSource:
        return FileSource(path, 1.0)

    return Instead(SystemClock(), source, None, lambda: None)


def _begin(wired: Wired, state: LiveState, options: LiveOptions, booth: CatalogueLoaded | None) -> None:
    if booth is None:
        products, name = wired.reader.load_catalogue(), wired.reader.load_booth_name()
        booth = CatalogueLoaded(products, name=name) if products else None
    if booth:
        wired.desk.post(booth)
    if options.takes_photos:
        wired.desk.post(SetChatRules(replace(state.rules(), takes_photos=True)))
    title = in_language(booth.name, EN) if booth else ""
    when = time.strftime("%Y-%m-%d %H:%M")
    wired.desk.post(StartSession(title or SHOW_NAME.format(when=when), is_rehearsal=False))
    if options.sound != NO_SOUND:
        wired.listen()
    wired.network.start()
    wired.network.open_audience()


def _say_where(wired: Wired, state: LiveState, options: LiveOptions) -> None:
    """Wait until everything listens, and print where; raises what keeps it from listening."""
    links = state.wait_for_links(LinkKind.AUDIENCE, LinkKind.OVERLAY, LinkKind.INLET)
    overlay = links[LinkKind.OVERLAY].address
    where = {
        "audience": links[LinkKind.AUDIENCE].address,
        "overlay": f"{overlay}both",
        "overlay_captions": f"{overlay}captions",
        "overlay_product": f"{overlay}product",
        "inlet": links[LinkKind.INLET].address,
        "inlet_key": wired.settings.inlet_key,
        "session": state.session_id,
        "pid": os.getpid(),
    }
    print(json.dumps(where, ensure_ascii=False), flush=True)
    if not options.as_json:
        print(f"livedesk: phones: {where['audience']}", file=sys.stderr, flush=True)


def _lines_to_say(options: LiveOptions) -> list[str]:
    """Return the lines of the file that holds them, read before the show begins; raises `UserFacing` BAD_INPUT."""
    if options.lines in ("", STANDARD_INPUT):
        return []
    try:
        return Path(options.lines).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        value, allowed = f"--host-lines {options.lines}", "a text file in UTF-8, or -"
        raise UserFacing(ErrorCode.BAD_INPUT, value=value, allowed=allowed) from error


def _serve(wired: Wired, options: LiveOptions, lines: Sequence[str], stop: "_Stop") -> None:
    """Say the host's lines, where there are any, and stay until told to stop."""
    if options.lines == STANDARD_INPUT:
        while line := stop.read_line():
            _say(wired, line)
    for line in lines:
        _say(wired, line)
        if stop.told.wait(options.line_every_s):
            return
    stop.told.wait()


def _say(wired: Wired, line: str) -> None:
    if text := line.strip():
        wired.desk.post(AddHostLine(text))


class _Stopped(Exception):  # noqa: N818 - nothing went wrong
    """A signal came while the main thread waited for input: raised, or the reading would go on."""


class _Stop:
    """`told` is set by SIGTERM and SIGINT; on the main thread."""

    def __init__(self) -> None:
        self.told = threading.Event()
        self._is_reading = False

    def read_line(self) -> str:
        """Return a line of standard input, "" at its end and when told to stop."""
        try:
            self._is_reading = not self.told.is_set()
            # None: it was closed before livedesk began.
            return sys.stdin.readline() if self._is_reading and sys.stdin is not None else ""
        except _Stopped:
            return ""
        finally:
            self._is_reading = False

    def receive(self, _signal: int, _frame: FrameType | None) -> None:
        """Take a signal; a second one does no more than the first."""
        self.told.set()
        if self._is_reading:
            self._is_reading = False
            raise _Stopped


@contextmanager
def _stopping() -> Iterator[_Stop]:
    stop = _Stop()
    before = {number: signal.signal(number, stop.receive) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _tell(text: str) -> None:
    print(f"livedesk: {text}", file=sys.stderr, flush=True)
