"""Buyers' photos: decoded and written anew, without what the camera wrote into them."""

import asyncio
import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from livedesk.adapters.pictures.normalise import NormalisedPicture, normalise
from livedesk.app.photos import Photos
from livedesk.core.errors import ErrorCode, UserFacing


def _jpeg() -> bytes:
    image, out = Image.new("RGB", (3000, 1500), "teal"), BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_that_a_photo_is_made_small_and_loses_what_the_camera_wrote(tmp_path: Path) -> None:
    photos = Photos(tmp_path)
    name = asyncio.run(photos.take(_jpeg()))
    kept = photos.read(name)
    assert b"taken at home" in _jpeg()
    assert b"taken at home" not in kept
    assert Image.open(BytesIO(kept)).size == (1600, 800)
    photos.drop(name)
    photos.drop(name)
    assert photos.read(name) == b""


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"<svg viewBox='0 0 1 1' xmlns='http://www.w3.org/2000/svg'></svg>",
        b"\xff\xd8\xff",
    ],
)
def test_that_what_is_no_photo_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UserFacing) as refused:
        asyncio.run(Photos(tmp_path).take(data))
    assert refused.value.code is ErrorCode.PICTURE_UNREADABLE
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../settings.json", "", "a.jpg", "0" * 32 + ".svg", "0" * 32 + ".jpg/x"])
def test_that_only_photos_can_be_asked_for(tmp_path: Path, name: str) -> None:
    (tmp_path / "settings.json").write_text("{}", encoding="utf-8")
    folder = tmp_path / "photos"
    folder.mkdir()
    photos = Photos(folder)
    assert photos.read(name) == b""
    photos.drop(name)
    assert (tmp_path / "settings.json").exists()


def test_that_one_run_takes_no_more_than_the_disk_can_bear(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("livedesk.app.photos.MOST_IN_A_RUN", 1)
    photos = Photos(tmp_path)
    asyncio.run(photos.take(_jpeg()))
    with pytest.raises(UserFacing):
        asyncio.run(photos.take(_jpeg()))


def test_that_many_photos_at_once_are_decoded_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, most = 0, 0

    def counted(data: bytes) -> NormalisedPicture:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        picture = normalise(data)
        inside -= 1
        return picture

    monkeypatch.setattr("livedesk.app.photos.normalise", counted)

    async def send() -> list[str]:
        photos = Photos(tmp_path)
        return await asyncio.gather(*(photos.take(_jpeg()) for _ in range(4)))

    assert len(set(asyncio.run(send()))) == 4
    assert most == 1
    assert all(file.stat().st_mode & 0o077 == 0 for file in tmp_path.iterdir()) or os.name == "nt"
