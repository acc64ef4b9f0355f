"""The window opens as it was left; a file that makes no sense changes nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from livedesk.ui.arrangement import Arrangement
from livedesk.ui.main_window import MainWindow

Open = Callable[[Arrangement], MainWindow]


@pytest.fixture
def opened(qtbot: QtBot, make_window: Callable[[], MainWindow]) -> Open:
    def begin(arrangement: Arrangement) -> MainWindow:
        window = make_window()
        arrangement.restore(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    return begin


def test_that_the_window_opens_as_it_was_left(opened: Open, tmp_path: Path) -> None:
    path = str(tmp_path / "window.ini")
    first = opened(Arrangement(path))
    usual = first.columns.sizes()
    first.resize(first.minimumWidth(), 680)  # the screen of the tests is small
    first.columns.setSizes([280, 400, 344])
    first.left.setSizes([250, 350])
    first.catalogue.switch_view()
    wanted = first.size(), first.columns.sizes(), first.left.sizes()
    assert wanted[1] != usual
    Arrangement(path).keep(first)
    first.close()
    second = opened(Arrangement(path))
    assert (second.size(), second.columns.sizes(), second.left.sizes()) == wanted
    assert second.catalogue.is_grid
    second.catalogue.switch_view()
    Arrangement(path).keep(second)
    assert not opened(Arrangement(path)).catalogue.is_grid


def test_that_without_a_file_the_columns_share_the_width(opened: Open, tmp_path: Path) -> None:
    window = opened(Arrangement(str(tmp_path / "none.ini")))
    assert window.columns.sizes()[0] < window.columns.sizes()[1]
    assert not window.catalogue.is_grid


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"[window]\ngeometry=@ByteArray(nonsense)\ncolumns=@ByteArray(nonsense)\nleft=7\n[catalogue]\ngrid=perhaps\n",
        b"[window]\ngeometry=1\ncolumns=12\n",
    ],
)
def test_that_a_spoilt_file_changes_nothing(opened: Open, tmp_path: Path, data: bytes) -> None:
    usual = opened(Arrangement(str(tmp_path / "none.ini")))
    path = tmp_path / "window.ini"
    path.write_bytes(data)
    window = opened(Arrangement(str(path)))
    assert (window.size(), window.columns.sizes()) == (usual.size(), usual.columns.sizes())
    assert not window.catalogue.is_grid


def test_that_a_folder_that_cannot_be_written_is_no_error(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    arrangement = Arrangement(str(tmp_path / "file" / "window.ini"))
    window = opened(arrangement)
    arrangement.keep(window)
