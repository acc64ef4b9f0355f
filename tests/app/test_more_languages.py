"""Adding a language is installing a model: from then on it is offered, and lines reach it through English."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from livedesk.app.paths import MODELS_VARIABLE, Paths
from livedesk.app.services import Services
from livedesk.app.wiring import Wired, wire
from livedesk.core import events as ev
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.records import MessageState, NoticeCode, Reason
from livedesk.core.settings import Settings
from livedesk.core.translation.route import NotInstalled, Pivot
from livedesk.runtime import desk as desk_module
from tests.contracts import tiny_marian
from tests.runtime.rig import Heard, wait_for

ES = Language("es")
PAIRS = {"zh-en": ("zho", "eng"), "en-zh": ("eng", "zho")}


@pytest.fixture
def wired(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wired]:
    """A desk whose user has a pair for Chinese and English."""
    monkeypatch.setattr(desk_module, "DRAIN_S", 0.05)
    monkeypatch.setenv(MODELS_VARIABLE, "")
    base = Paths(tmp_path / "base")
    for name, (source, target) in PAIRS.items():
        tiny_marian.build(base.models / f"tiny-{name}", source=source, target=target)
    wired = wire(base, Settings())
    wired.start()
    yield wired
    wired.stop()
    assert wired.bugs == []


def errands_done(wired: Wired) -> None:
    copied, done = threading.Event(), threading.Event()
    wired.downloads.run("test", "done", lambda _progress, _is_cancelled: copied.set())
    wait_for(copied)
    wired.errands.run(done.set, NoticeCode.STORE_FAILED)
    wait_for(done)


def test_that_a_copied_model_opens_a_language_both_ways(wired: Wired, tmp_path: Path) -> None:
    services = Services(wired, print)
    heard = Heard()
    wired.desk.subscribe(heard.receive)
    assert services.route(ZH, ES) is None  # nobody has looked for models yet
    services.start(None)
    errands_done(wired)
    assert services.route(ZH, ES) == NotInstalled(((EN, ES),))

    for source, target in (("eng", "spa"), ("spa", "eng")):
        stick = tiny_marian.build(tmp_path / f"stick/tiny-{source}-{target}", source=source, target=target)
        services.install_model(stick)
    errands_done(wired)
    assert services.route(ZH, ES) == Pivot((ZH, EN), (EN, ES))
    assert services.route(ES, ZH) == Pivot((ES, EN), (EN, ZH))

    services.save_settings(replace(services.settings(), audience_languages=(EN, ES)))
    wired.desk.post(ev.StartSession("Fair", is_rehearsal=False))
    heard.until(lambda: any(s.audience_languages == (EN, ES) for s in sessions(heard)))
    wired.desk.post(ev.AddHostLine("你好，这款保温杯多少钱？"))
    wired.desk.post(ev.ChatReceived("phone", "1", "Maria", "¿cuánto cuesta la taza?"))
    heard.until(lambda: ES in {t.language for c in heard.captions.values() for t in c.translations})
    heard.until(lambda: any(m.state is not MessageState.WAITING for m in heard.messages.values()))
    (caption,), (message,) = heard.captions.values(), heard.messages.values()
    spanish = caption.translation(ES)
    assert spanish is not None
    assert message.translation is not None
    # Random weights say nothing sensible; the guards may refuse it, but a way there is.
    for translation in (spanish, message.translation):
        assert translation.reason not in (Reason.NO_MODEL, Reason.NO_PATH, Reason.ENGINE_FAILED)
    assert message.language == ES


def sessions(heard: Heard) -> list[ev.Session]:
    return [e.session for e in list(heard.events) if isinstance(e, ev.SessionChanged)]
