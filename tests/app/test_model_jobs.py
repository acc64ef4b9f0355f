"""Models through the services of the window: fetched beside the show, stopped, kept, in use when they are here."""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from livedesk.app import paths as places
from livedesk.app.paths import Paths
from livedesk.app.services import Services
from livedesk.app.wiring import Wired, wire
from livedesk.core import events as ev
from livedesk.core.jobs import Job, JobState
from livedesk.core.model_list import LIST_JOB, MODEL_JOB, ModelEntry, ModelList
from livedesk.core.records import NoticeCode
from livedesk.core.settings import Settings
from livedesk.runtime import desk as desk_module
from tests.adapters.models.fake_web import FakeWeb, Fault
from tests.adapters.models.speech_files import put, whisper_files
from tests.runtime.rig import Heard, wait_for

NAME = "whisper-base"


@pytest.fixture(autouse=True)
def _short_drain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "DRAIN_S", 0.05)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeWeb]:
    """A hub with a speech model, which is the only one listed."""
    fake = FakeWeb()
    fake.revisions["main"] = files = whisper_files()
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HF_ENDPOINT", fake.url)
    listed = ", ".join(
        f'{{name = "{name}", sha256 = "{hashlib.sha256(data).hexdigest()}", size = {len(data)}}}'
        for name, data in files.items()
    )
    manifest = tmp_path / "manifest.toml"
    manifest.write_text(
        f'version = 1\n[[model]]\nname = "{NAME}"\nkind = "whisper"\nlicence = "MIT"\n'
        f'repository = "team/model"\nhomepage = "https://example.org"\nfiles = [{listed}]\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(places, "manifest", lambda: manifest)
    monkeypatch.delenv(places.MODELS_VARIABLE, raising=False)  # a developer's own models are not listed there
    yield fake
    fake.close()


class _App:
    """A desk with its services, without a window."""

    def __init__(self, base: Path) -> None:
        self.wired: Wired = wire(Paths(base), Settings(), model_folders=[])
        self.services = Services(self.wired, print)
        self.heard = Heard()
        self.wired.desk.subscribe(self.heard.receive)
        self.wired.start()

    def jobs(self, kind: str = MODEL_JOB) -> list[Job]:
        told = [e.job for e in list(self.heard.events) if isinstance(e, ev.JobChanged)]
        return [job for job in told if job.kind == kind]

    def ended(self) -> Job:
        """Wait until the last job has ended, and return how."""
        self.heard.until(lambda: bool(self.jobs()) and self.jobs()[-1].state is not JobState.RUNNING)
        return self.jobs()[-1]

    def entry(self) -> ModelEntry:
        """Return the model as it was listed last."""
        self.heard.until(lambda: bool(self.jobs(LIST_JOB)))
        listed = self.jobs(LIST_JOB)[-1].result
        assert isinstance(listed, ModelList)
        return listed.models[0]


@pytest.fixture
def app(tmp_path: Path, web: FakeWeb) -> Iterator[_App]:
    made = _App(tmp_path / "base")
    yield made
    made.wired.stop()
    assert made.wired.bugs == []


def test_that_looking_lists_what_could_be_fetched_and_fetches_nothing(app: _App, web: FakeWeb) -> None:
    app.services.look_for_models()
    assert (app.entry().name, app.entry().is_installed) == (NAME, False)
    assert web.seen == []


def test_that_a_model_is_fetched_and_then_listed_as_installed(app: _App, web: FakeWeb) -> None:
    app.services.download_model(NAME)
    assert app.ended().state is JobState.DONE
    assert (app.entry().is_installed, app.entry().is_ours) == (True, True)
    notices = [e.notice for e in app.heard.events if isinstance(e, ev.NoticePosted)]
    assert [n.params for n in notices if n.code is NoticeCode.MODEL_INSTALLED] == [{"model": NAME}]


def test_that_the_mirror_of_the_settings_is_used(
    app: _App, web: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    app.services.save_settings(replace(app.services.settings(), model_mirror=web.url))
    app.services.download_model(NAME)
    assert app.ended().state is JobState.DONE


def test_that_a_failure_is_told_with_its_values(app: _App, web: FakeWeb) -> None:
    web.faults.append(Fault("model.bin", 403))
    app.services.download_model(NAME)
    ended = app.ended()
    assert (ended.state, ended.code, ended.params["host"]) == (
        JobState.FAILED,
        "download_refused",
        "127.0.0.1",
    )
    app.services.download_model("no-such-model")
    app.heard.until(lambda: any(j.name == "no-such-model" and j.code for j in app.jobs()))
    assert app.jobs()[-1].code == "model_unknown"


@pytest.fixture
def silent(web: FakeWeb) -> Iterator[threading.Event]:
    """The hub stops in the middle of a file; set once it did. It goes on when the test ends."""
    reached, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        reached.set()
        assert go_on.wait(20)

    web.hold = hold
    web.faults.append(Fault("/cdn/", cut_after=1_500, times=1))
    yield reached
    go_on.set()


def test_that_a_download_is_stopped_and_gone_on_with(
    app: _App, web: FakeWeb, silent: threading.Event
) -> None:
    app.services.download_model(NAME)
    wait_for(silent)
    app.services.cancel_model(NAME)
    assert app.ended().state is JobState.CANCELLED
    app.services.look_for_models()
    assert app.entry().here_bytes >= 1_500
    web.hold = None
    web.seen.clear()
    app.services.download_model(NAME)
    app.heard.until(lambda: app.jobs()[-1].state is JobState.DONE)
    assert web.asked("/cdn/") == ["bytes=1500-"]


def test_that_errands_go_on_during_a_download(app: _App, silent: threading.Event) -> None:
    app.services.download_model(NAME)
    wait_for(silent)
    done = threading.Event()
    app.wired.errands.run(done.set, NoticeCode.STORE_FAILED)
    wait_for(done)


def test_that_closing_during_a_download_is_in_time_and_keeps_what_came(
    tmp_path: Path, web: FakeWeb, silent: threading.Event
) -> None:
    app = _App(tmp_path / "base")
    app.services.download_model(NAME)
    wait_for(silent)
    assert app.wired.stop().in_time
    web.hold = None
    web.seen.clear()
    app = _App(tmp_path / "base")
    app.services.download_model(NAME)
    assert app.ended().state is JobState.DONE
    assert app.wired.stop().in_time
    assert web.asked("/cdn/") == ["bytes=1500-"]


def test_that_a_speech_model_comes_from_a_stick_and_is_removed(
    app: _App, tmp_path: Path, web: FakeWeb
) -> None:
    app.services.install_model(put(tmp_path / "faster-whisper-base", whisper_files()))
    assert app.ended().state is JobState.DONE
    assert app.entry().is_installed
    app.services.remove_model(NAME)
    app.heard.until(lambda: [job.state for job in app.jobs()].count(JobState.DONE) == 2)
    assert not app.entry().is_installed
    assert web.seen == []
    app.services.remove_model(NAME)
    app.heard.until(lambda: app.jobs()[-1].state is JobState.FAILED)
    assert app.jobs()[-1].code == "model_unknown"
