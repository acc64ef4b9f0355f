"""Pictures given to a product, from the window's call to the file."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from livedesk.app.paths import Paths
from livedesk.app.picture_errands import clean_up_pictures
from livedesk.app.services import Services
from livedesk.app.wiring import Wired, wire
from livedesk.core import events as ev
from livedesk.core.catalogue.pictures import PICTURES_JOB, PicturesTaken, RefusedPicture
from livedesk.core.catalogue.product import Product, Variant
from livedesk.core.ids import Sku
from livedesk.core.jobs import Job, JobState
from livedesk.core.records import NoticeCode
from livedesk.core.settings import Settings
from livedesk.runtime import desk as desk_module
from tests.runtime.rig import Heard, wait_for

CUP = Product(sku=Sku("JZ-03"), number=3, names={}, category={}, tiers=())


def png(colour: str = "red") -> bytes:
    out = BytesIO()
    Image.new("RGB", (30, 20), colour).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def wired(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wired]:
    monkeypatch.setattr(desk_module, "DRAIN_S", 0.05)
    made = wire(Paths(tmp_path / "base"), Settings(), model_folders=[])
    made.start()
    yield made
    made.stop()


@pytest.fixture
def heard(wired: Wired) -> Heard:
    result = Heard()
    wired.desk.subscribe(result.receive)
    return result


def jobs(wired: Wired, heard: Heard) -> list[Job]:
    """Wait until all errands are done and return what was told about pictures."""
    done = threading.Event()
    wired.errands.run(done.set, NoticeCode.STORE_FAILED)
    wait_for(done)
    handled = threading.Event()

    async def mark() -> None:
        handled.set()

    wired.desk.spawn(mark)
    wait_for(handled)
    told = [e.job for e in list(heard.events) if isinstance(e, ev.JobChanged)]
    return [job for job in told if job.kind == PICTURES_JOB]


def test_that_pictures_are_kept_and_what_is_none_is_told(wired: Wired, heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "front.png").write_bytes(png())
    (tmp_path / "back.png").write_bytes(png("blue"))
    (tmp_path / "list.docx").write_bytes(b"PK")
    files = tuple(tmp_path / name for name in ("front.png", "list.docx", "back.png"))
    Services(wired, print).add_pictures(CUP.sku, files)
    last = jobs(wired, heard)[-1]
    assert (last.state, last.done, last.total) == (JobState.DONE, 3, 3)
    assert last.params == {"sku": CUP.sku}
    taken = last.result
    assert isinstance(taken, PicturesTaken)
    assert taken.refused == (RefusedPicture("list.docx", "picture_unreadable"),)
    assert len(taken.names) == 2
    assert all((wired.paths.pictures / name).is_file() for name in taken.names)


def test_that_a_pasted_picture_is_kept(wired: Wired, heard: Heard) -> None:
    services = Services(wired, print)
    services.paste_picture(CUP.sku, png())
    taken = jobs(wired, heard)[-1].result
    assert isinstance(taken, PicturesTaken)
    assert services.picture(taken.names[0]).startswith(b"\xff\xd8")


def test_that_two_jobs_for_a_product_do_not_stand_in_each_others_place(wired: Wired, heard: Heard) -> None:
    services = Services(wired, print)
    services.paste_picture(CUP.sku, png())
    services.paste_picture(CUP.sku, png("blue"))
    names = {job.name for job in jobs(wired, heard)}
    assert len(names) == 2


def test_that_a_folder_that_takes_nothing_is_told(wired: Wired, heard: Heard) -> None:
    wired.paths.pictures.parent.mkdir(parents=True, exist_ok=True)
    wired.paths.pictures.write_text("a file where the folder should be")
    Services(wired, print).paste_picture(CUP.sku, png())
    last = jobs(wired, heard)[-1]
    assert (last.state, last.code) == (JobState.FAILED, "folder_not_writable")
    notices = [e.notice.code for e in heard.events if isinstance(e, ev.NoticePosted)]
    assert NoticeCode.PICTURES_FAILED in notices


def test_that_the_start_cleans_up_what_no_product_and_no_variant_uses(tmp_path: Path) -> None:
    names = [f"JZ-03-{digit * 12}.jpg" for digit in "abc"]
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    variant = Variant(Sku("JZ-03-R"), {}, picture=names[1])
    clean_up_pictures(tmp_path, [replace(CUP, pictures=(names[0],), variants=(variant,))])
    assert sorted(path.name for path in tmp_path.iterdir()) == names[:2]
