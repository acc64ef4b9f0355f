"""Leads exported from the window: through the real services, in its language, with a notice."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from livedesk.app.leads import LeadErrands
from livedesk.app.paths import Paths
from livedesk.app.wiring import Wired, wire
from livedesk.core.events import (
    ChatReceived,
    EndSession,
    Event,
    ForgetBuyer,
    LeadsChanged,
    MakeLead,
    NoticePosted,
    PutLeads,
    StartSession,
)
from livedesk.core.ids import MessageId, buyer_id
from livedesk.core.records import NoticeCode
from livedesk.core.settings import Settings
from livedesk.runtime import desk as desk_module
from tests.runtime.rig import wait_for
from tests.screenshots.leads import LEADS


@pytest.fixture(autouse=True)
def _short_drain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "DRAIN_S", 0.05)


def _notices(events: list[Event]) -> list[NoticeCode]:
    return [event.notice.code for event in events if isinstance(event, NoticePosted)]


def test_that_leads_outlive_the_desk_and_a_forgotten_buyer_does_not(tmp_path: Path) -> None:
    base = Paths(tmp_path / "data")
    _with_desk(base, lambda wired: wired.desk.post(PutLeads(LEADS)), lambda events: len(_kept(events)) == 4)

    def forget(wired: Wired) -> None:
        wired.desk.post(ForgetBuyer(LEADS[1].buyers[0]))

    _with_desk(base, forget, lambda events: NoticeCode.BUYER_FORGOTTEN in _notices(events))
    for path in base.base.rglob("*"):
        if path.is_file():
            assert LEADS[1].name.encode() not in path.read_bytes(), path
    _with_desk(base, lambda _: None, lambda events: len(_kept(events)) == 3)


def test_that_the_photos_and_words_of_an_earlier_show_go_with_their_buyer(tmp_path: Path) -> None:
    base = Paths(tmp_path / "data")
    photo, others = "a" * 32 + ".jpg", "b" * 32 + ".jpg"
    secret, name = b"wants-obsidian-cups", b"Xochitl"

    def show(wired: Wired) -> None:
        base.photos.mkdir(parents=True, exist_ok=True)
        for each in (photo, others):
            (base.photos / each).write_bytes(secret)
        text = secret.decode()
        wired.desk.post(StartSession("Fair", is_rehearsal=False))
        wired.desk.post(ChatReceived("phone", "1", name.decode(), text, photo=photo))
        wired.desk.post(ChatReceived("phone", "2", "Ana", "hello", photo=others))
        wired.desk.post(MakeLead(MessageId(1)))
        wired.desk.post(EndSession())

    _with_desk(base, show, lambda events: NoticeCode.SESSION_SAVED in _notices(events))
    assert any(name in path.read_bytes() for path in base.base.rglob("*") if path.is_file())
    buyer = buyer_id("phone", name.decode())
    _with_desk(
        base,
        lambda wired: wired.desk.post(ForgetBuyer(buyer)),
        lambda events: NoticeCode.BUYER_FORGOTTEN in _notices(events),
    )
    assert [path.name for path in base.photos.iterdir()] == [others]
    (base.photos / others).unlink()
    for path in base.base.rglob("*"):
        if path.is_file():
            assert secret not in path.read_bytes(), path
            assert name not in path.read_bytes(), path


def test_that_an_export_says_where_it_is_or_why_not(tmp_path: Path) -> None:
    good, bad = tmp_path / "leads.csv", tmp_path / "leads.pdf"

    def export(wired: Wired) -> None:
        errands = LeadErrands(wired)
        errands.export_leads(good, LEADS)
        errands.export_leads(bad, LEADS)

    def is_done(events: list[Event]) -> bool:
        return {NoticeCode.EXPORTED, NoticeCode.LEADS_FAILED} <= set(_notices(events))

    _with_desk(Paths(tmp_path / "data"), export, is_done)
    assert LEADS[0].company in good.read_text("utf-8-sig")
    assert not bad.exists()


def _kept(events: list[Event]) -> tuple[object, ...]:
    changes = [event for event in events if isinstance(event, LeadsChanged)]
    return changes[-1].leads if changes else ()


def _with_desk(base: Paths, do: Callable[[Wired], None], until: Callable[[list[Event]], bool]) -> None:
    """Open a real desk without a window, do something, wait for what follows, close it."""
    wired, events, done = wire(base, Settings()), list[Event](), threading.Event()

    def hear(event: Event) -> None:
        events.append(event)
        if until(events):
            done.set()

    wired.start()
    try:
        wired.desk.subscribe(hear)
        do(wired)
        wait_for(done)
    finally:
        wired.stop()
