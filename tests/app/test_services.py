"""What the window asks of the application: booths, sessions, exports, settings, pasted messages."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from livedesk.app.paths import Paths
from livedesk.app.services import Services
from livedesk.app.wiring import wire
from livedesk.core import events as ev
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.ids import EN, ZH, Language, MessageId, Sku
from livedesk.core.records import (
    Health,
    HealthState,
    Microphone,
    Notice,
    NoticeCode,
    Part,
    Session,
    SessionState,
)
from livedesk.core.settings import CaptionMode, Settings
from livedesk.runtime import desk as desk_module
from livedesk.runtime.listener import Wanted
from livedesk.runtime.listening import ListeningLane
from tests.runtime.rig import Heard, wait_for


@pytest.fixture(autouse=True)
def _short_drain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "DRAIN_S", 0.05)


class _App:
    """A desk with its services, without a window."""

    def __init__(self, base: Path, speed: float = 200.0) -> None:
        self.wired = wire(Paths(base), Settings(), model_folders=[])
        self.copied: list[str] = []
        self.services = Services(self.wired, self.copied.append, speed)
        self.heard = Heard()
        self.wired.desk.subscribe(self.heard.receive)
        self.wired.start()

    def start(self, booth: Path | None = None) -> "_App":
        self.services.start(booth)
        return self.settled()

    def settled(self) -> "_App":
        """Wait until the jobs and errands asked for so far are done and the desk knows."""
        fetched, done = threading.Event(), threading.Event()
        self.wired.downloads.run("test", "done", lambda _progress, _is_cancelled: fetched.set())
        wait_for(fetched)
        self.wired.errands.run(done.set, NoticeCode.STORE_FAILED)
        wait_for(done)
        return self.after()

    def after(self, *inputs: ev.Input) -> "_App":
        """Post `inputs` and wait until they were handled."""
        handled = threading.Event()

        async def mark() -> None:
            handled.set()

        for given in inputs:
            self.wired.desk.post(given)
        self.wired.desk.spawn(mark)
        wait_for(handled)
        return self

    @property
    def notices(self) -> dict[NoticeCode, Notice]:
        posted = (e.notice for e in list(self.heard.events) if isinstance(e, ev.NoticePosted))
        return {notice.code: notice for notice in posted}

    @property
    def skus(self) -> list[str]:
        loaded = [e.products for e in list(self.heard.events) if isinstance(e, ev.CatalogueChanged)]
        return [p.sku for p in loaded[-1]]

    def until_session(self, is_there: Callable[[Session], bool]) -> None:
        self.heard.until(
            lambda: any(is_there(e.session) for e in self.heard.events if isinstance(e, ev.SessionChanged))
        )


@pytest.fixture
def open_app(tmp_path: Path) -> Iterator[Callable[[], _App]]:
    """Open the application on the same base folder, again and again; the last one is stopped at the end."""
    running: list[_App] = []

    def open_it() -> _App:
        if running:
            running[-1].wired.stop()
        running.append(_App(tmp_path / "base"))
        return running[-1]

    yield open_it
    running[-1].wired.stop()
    assert [bug for app in running for bug in app.wired.bugs] == []


# --- booths ---


def test_that_a_booth_is_loaded_with_its_pictures(open_app: Callable[[], _App], small_booth: Path) -> None:
    products = small_booth / "products.csv"
    lines = products.read_text(encoding="utf-8").splitlines()
    products.write_text(f"{lines[0]},picture\n{lines[1]},mug.svg\n", encoding="utf-8")
    (small_booth / "pictures" / "mug.svg").write_bytes(b"<svg/>")
    app = open_app().start(small_booth)
    assert app.skus == ["A-1"]
    assert app.services.picture("mug.svg") == b"<svg/>"


def test_that_the_catalogue_is_there_again_at_the_next_start(
    open_app: Callable[[], _App], small_booth: Path
) -> None:
    open_app().start(small_booth)
    assert open_app().start().skus == ["A-1"]


def test_that_a_broken_booth_is_a_notice_and_leaves_the_catalogue_alone(
    open_app: Callable[[], _App], small_booth: Path, tmp_path: Path
) -> None:
    app = open_app().start(small_booth)
    (tmp_path / "broken").mkdir()
    app.services.open_booth(tmp_path / "broken")
    notice = app.settled().notices[NoticeCode.CATALOGUE_FAILED]
    assert (notice.params["code"], notice.params["file"]) == ("booth_broken", "booth.toml")
    assert app.skus == ["A-1"]


def test_that_pictures_that_cannot_be_kept_are_a_notice_and_no_bug(
    open_app: Callable[[], _App], small_booth: Path, tmp_path: Path
) -> None:
    products = small_booth / "products.csv"
    lines = products.read_text(encoding="utf-8").splitlines()
    products.write_text(f"{lines[0]},picture\n{lines[1]},mug.svg\n", encoding="utf-8")
    (small_booth / "pictures" / "mug.svg").write_bytes(b"<svg/>")
    app = open_app()
    (tmp_path / "base" / "pictures").write_text("in the way", encoding="utf-8")
    notice = app.start(small_booth).notices[NoticeCode.CATALOGUE_FAILED]
    assert notice.params["code"] == "folder_not_writable"


@pytest.mark.parametrize("name", ["", "missing.svg", "../livedesk.db", "/etc/passwd", "..", "."])
def test_that_a_picture_lies_below_the_pictures_folder_or_is_none(
    open_app: Callable[[], _App], name: str
) -> None:
    assert open_app().start().services.picture(name) == b""


# --- rehearsals ---


def test_that_a_rehearsal_plays_the_booths_tape_and_a_show_does_not(
    open_app: Callable[[], _App], small_booth: Path
) -> None:
    app = open_app().start(small_booth)
    app.after(ev.StartSession("Fair", is_rehearsal=False), ev.EndSession())
    assert app.heard.captions == {}
    app.after(ev.StartSession("Practice", is_rehearsal=True))
    app.heard.until(lambda: any(c.text == "谢谢大家。" and c.is_final for c in app.heard.captions.values()))
    assert len(app.heard.messages) == 2


# --- sessions ---


def _leave_unfinished(app: _App) -> None:
    app.after(ev.StartSession("Fair", is_rehearsal=True), ev.AddHostLine("大家好"))
    app.heard.until(lambda: bool(app.heard.captions))


def test_that_an_unfinished_session_is_offered_and_gone_on_with(
    open_app: Callable[[], _App], small_booth: Path
) -> None:
    _leave_unfinished(open_app().start())
    app = open_app().start(small_booth)
    assert app.notices[NoticeCode.UNFINISHED_SESSION].params == {"name": "Fair"}
    app.services.resume_session()
    app.after(ev.ContinueSession(), ev.AddHostLine("继续"))
    assert [c.text for c in app.heard.captions.values()] == ["大家好", "继续"]
    app.after(ev.EndSession())
    app.services.resume_session()
    assert len(app.after().heard.captions) == 2
    assert app.wired.desk.booth.session.state is SessionState.ENDED
    assert NoticeCode.UNFINISHED_SESSION not in open_app().start().notices


def test_that_a_restored_rehearsal_does_not_begin_its_tape_again(
    open_app: Callable[[], _App], small_booth: Path
) -> None:
    _leave_unfinished(open_app().start())
    app = open_app().start(small_booth)
    app.services.resume_session()
    app.after(ev.ContinueSession(), ev.AddHostLine("继续")).after(ev.EndSession())
    assert app.heard.messages == {}


def test_that_a_show_begun_at_once_is_not_taken_for_one_that_was_cut_off(
    open_app: Callable[[], _App],
) -> None:
    app = open_app().after(ev.StartSession("Canton Fair", is_rehearsal=False))
    pause = threading.Event()
    while app.wired.reader.unfinished_session() is None:  # until it is stored
        pause.wait(0.01)
    assert NoticeCode.UNFINISHED_SESSION not in app.start().notices


def test_that_an_unfinished_session_can_be_closed_for_good(open_app: Callable[[], _App]) -> None:
    _leave_unfinished(open_app().start())
    app = open_app().start()
    app.services.close_unfinished_session()
    app.services.close_unfinished_session()
    app.after(ev.StartSession("Another", is_rehearsal=False), ev.AddHostLine("新的"), ev.EndSession())
    app = open_app().start()
    assert NoticeCode.UNFINISHED_SESSION not in app.notices
    states = {s.name: (s.state, s.captions) for s in app.wired.reader.sessions()}
    assert states == {"Fair": (SessionState.ENDED, 1), "Another": (SessionState.ENDED, 1)}


# --- exports ---


def test_that_a_session_is_exported_and_said(open_app: Callable[[], _App], tmp_path: Path) -> None:
    app = open_app().start()
    app.after(ev.StartSession("Fair", is_rehearsal=False), ev.AddHostLine("大家好"), ev.EndSession())
    app.until_session(lambda s: s.state is SessionState.ENDED)
    stored = threading.Event()
    while not stored.is_set():
        sessions = app.wired.reader.sessions()
        if sessions and sessions[0].state is SessionState.ENDED:
            stored.set()
    out = tmp_path / "out" / "show.txt"
    app.services.export_session("txt", (ZH,), out)
    assert app.settled().notices[NoticeCode.EXPORTED].params["path"] == str(out)
    assert "大家好" in out.read_text(encoding="utf-8")


def test_that_an_export_that_fails_is_said(open_app: Callable[[], _App], tmp_path: Path) -> None:
    app = open_app().start()
    app.services.export_session("txt", (), tmp_path / "too-early.txt")
    assert NoticeCode.EXPORTED not in app.settled().notices
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    app.after(ev.StartSession("Fair", is_rehearsal=False), ev.AddHostLine("大家好"))
    while not app.wired.reader.sessions():
        app.after()
    app.services.export_session("txt", (), tmp_path / "file" / "show.txt")
    assert app.settled().notices[NoticeCode.EXPORT_FAILED].params["code"] == "folder_not_writable"


# --- settings, models, chat ---


def test_that_settings_are_kept_and_new_languages_used(open_app: Callable[[], _App], tmp_path: Path) -> None:
    app = open_app().start()
    spanish = replace(app.services.settings(), audience_languages=(EN, Language("es")))
    app.services.save_settings(spanish)
    app.settled()
    assert json.loads((tmp_path / "base" / "settings.json").read_text())["audience_languages"] == ["en", "es"]
    app.until_session(lambda s: s.audience_languages == (EN, Language("es")))
    assert app.services.settings() == spanish


def test_that_the_caption_mode_is_used_at_once(open_app: Callable[[], _App]) -> None:
    app = open_app().start()
    app.services.save_settings(replace(app.services.settings(), caption_mode=CaptionMode.FINALS))
    assert app.after().wired.desk.booth.captions.mode is CaptionMode.FINALS


def test_that_a_folder_that_is_no_model_is_a_notice(open_app: Callable[[], _App], tmp_path: Path) -> None:
    app = open_app().start()
    app.services.install_model(tmp_path / "nowhere")
    assert NoticeCode.MODEL_BROKEN in app.settled().notices


def test_that_a_reply_to_a_pasted_message_is_handed_over(open_app: Callable[[], _App]) -> None:
    app = open_app().start().after(ev.StartSession("Fair", is_rehearsal=False))
    app.services.receive_pasted("Maria", "how much?")
    app.services.receive_pasted("Maria", "how much?")
    app.after(ev.SendReply(MessageId(1), "FOB Ningbo", as_written=True), ev.PinProduct(Sku("none")))
    app.heard.until(lambda: app.heard.messages[1].is_answered)
    assert app.copied == ["FOB Ningbo"]
    assert len(app.heard.messages) == 2
    assert NoticeCode.REPLY_COPIED in app.after().notices


# --- microphones ---


def test_that_microphones_are_looked_for_in_the_background(
    open_app: Callable[[], _App], monkeypatch: pytest.MonkeyPatch
) -> None:
    lapel = Microphone("ALSA|Lapel", "Lapel")
    asked: list[Microphone | None] = []

    def look(in_use: Microphone | None) -> tuple[Microphone, ...]:
        asked.append(in_use)
        return (lapel,)

    monkeypatch.setattr("livedesk.app.services.look", look)
    app = open_app().start()
    assert app.services.microphones() == ()
    assert app.settled().services.microphones() == (lapel,)
    app.after(ev.HealthReported(Health(Part.MICROPHONE, HealthState.OK, detail="Lapel"))).settled()
    app.services.microphones()
    app.settled()
    assert asked[0] is None
    assert asked[-1] == lapel  # the one that is heard stays on the list


def test_that_a_computer_without_sound_offers_no_microphones_and_no_notice(
    open_app: Callable[[], _App], monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(_in_use: Microphone | None) -> tuple[Microphone, ...]:
        raise Unavailable("microphone", ErrorCode.SOUND_LIBRARY_MISSING)

    monkeypatch.setattr("livedesk.app.services.look", look)
    app = open_app().start()
    app.services.microphones()
    assert app.settled().services.microphones() == ()
    assert NoticeCode.MICROPHONE_FAILED not in app.notices


class _Lane(ListeningLane):
    """A listening lane that only keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []
        self.is_free = threading.Event()

    def stop(self, deadline_s: float) -> bool:
        return True

    def reload(self, wanted: Wanted, *, has_new_models: bool = False) -> None:
        self.told.append((wanted, has_new_models))

    def catch_up(self) -> None:
        self.told.append("catch up")

    def hold(self, is_held: bool) -> None:
        self.told.append(is_held)
        if not is_held:
            self.is_free.set()


def test_that_the_lane_that_listens_follows_the_settings(open_app: Callable[[], _App]) -> None:
    app = open_app()
    app.wired.listening = lane = _Lane()
    settings = replace(
        Settings(),
        microphone="usb",
        is_microphone_on=False,
        speech_model="m",
        host_language=EN,
        audience_languages=(ZH,),
        records_host=True,
    )
    app.services.save_settings(settings)
    assert lane.told == [(Wanted("usb", False, "m", EN, True), False)]


def test_that_catching_up_reaches_the_lane(open_app: Callable[[], _App]) -> None:
    app = open_app()
    app.wired.listening = lane = _Lane()
    app.services.catch_up()
    assert lane.told == ["catch up"]


def test_that_nothing_is_recognised_while_the_tape_speaks(
    open_app: Callable[[], _App], small_booth: Path
) -> None:
    app = open_app().start(small_booth)
    app.wired.listening = lane = _Lane()
    app.after(ev.StartSession("Fair", is_rehearsal=True))
    wait_for(lane.is_free)
    assert lane.told == [True, False]


def test_that_recordings_go_below_the_base_folder(open_app: Callable[[], _App], tmp_path: Path) -> None:
    assert open_app().services.recordings().is_relative_to(tmp_path)
