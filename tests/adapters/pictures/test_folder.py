"""The folder of the catalogue's pictures."""

import errno
from pathlib import Path

import pytest

from livedesk.adapters.pictures.folder import clean_up, keep_picture, picture_name, read_picture
from livedesk.adapters.pictures.normalise import NormalisedPicture
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import Sku

ONE = NormalisedPicture(b"one", ".jpg", 1, 1)
OTHER = NormalisedPicture(b"other", ".png", 1, 1)


def test_that_the_same_picture_is_kept_once(tmp_path: Path) -> None:
    first = keep_picture(tmp_path / "pictures", Sku("JZ-03"), ONE)
    second = keep_picture(tmp_path / "pictures", Sku("JZ-03"), ONE)
    assert first == second
    assert first.startswith("JZ-03-")
    assert (tmp_path / "pictures" / first).read_bytes() == b"one"
    assert keep_picture(tmp_path / "pictures", Sku("JZ-03"), OTHER) != first
    assert len(list((tmp_path / "pictures").iterdir())) == 2


@pytest.mark.parametrize("sku", ["../../etc/passwd", "a/b", "C:\\x", "汉字", "", "x" * 300, "CON?*"])
def test_that_no_sku_leads_out_of_the_folder(tmp_path: Path, sku: str) -> None:
    name = keep_picture(tmp_path, Sku(sku), ONE)
    assert (tmp_path / name).resolve().parent == tmp_path.resolve()
    assert len(name) < 80


def test_that_a_file_that_is_no_picture_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "notes.jpg").write_text("hello")
    for path in (tmp_path / "notes.jpg", tmp_path / "gone.jpg", tmp_path):
        with pytest.raises(UserFacing) as caught:
            read_picture(path)
        assert caught.value.code is ErrorCode.PICTURE_UNREADABLE
        assert caught.value.params == {"file": path.name}


def test_that_a_huge_file_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.jpg").open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    with pytest.raises(UserFacing) as caught:
        read_picture(tmp_path / "huge.jpg")
    assert caught.value.code is ErrorCode.PICTURE_TOO_LARGE


def test_that_a_full_disk_is_told_and_leaves_no_half_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UserFacing) as caught:
        keep_picture(tmp_path, Sku("JZ-03"), ONE)
    assert caught.value.code is ErrorCode.DISK_FULL
    assert list(tmp_path.iterdir()) == []


def test_that_cleaning_up_takes_only_pictures_that_nobody_uses(tmp_path: Path) -> None:
    used = keep_picture(tmp_path, Sku("JZ-03"), ONE)
    unused = keep_picture(tmp_path, Sku("JZ-03"), OTHER)
    half = tmp_path / f"{picture_name(Sku('A'), ONE)}.part"
    half.write_bytes(b"o")
    for name in ("JZ-03.svg", "holiday.jpg", "notes.txt"):
        (tmp_path / name).write_text("mine")
    assert clean_up(tmp_path, {used}) == 2
    assert not (tmp_path / unused).exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
        [used, "JZ-03.svg", "holiday.jpg", "notes.txt"]
    )


def test_that_cleaning_up_a_folder_that_is_not_there_does_nothing(tmp_path: Path) -> None:
    assert clean_up(tmp_path / "none", ()) == 0
