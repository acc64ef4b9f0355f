"""Product pictures: every kind, broken ones, one decode per turn, nothing kept without end."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QPixmap
from pytestqt.qtbot import QtBot

from livedesk.ui.catalogue import thumbnails
from livedesk.ui.catalogue.thumbnails import Thumbnails, decode
from livedesk.ui.theme.theme import AppTheme
from tests.ui.catalogue.shelf import JUICER, SVG, many
from tests.ui.fakes import FakeServices

RED = "#ff0000"


class CountingServices(FakeServices):
    """Counts how often each picture was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def picture(self, name: str) -> bytes:
        self.asked.append(name)
        return super().picture(name)


def bitmap(width: int, height: int, form: str) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(RED))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)
    return bytes(data.data())


def middle(image: QImage) -> QColor:
    return image.pixelColor(image.width() // 2, image.height() // 2)


@pytest.fixture
def counting() -> CountingServices:
    return CountingServices()


@pytest.mark.parametrize(
    "data",
    [SVG, *(bitmap(60, 30, form) for form in ("png", "jpg", "webp"))],
    ids=["svg", "png", "jpeg", "webp"],
)
def test_that_svg_png_jpeg_and_webp_fill_the_square(data: bytes) -> None:
    image = decode(data, 96, 16)
    assert image is not None
    assert (image.width(), image.height()) == (96, 96)
    assert abs(middle(image).red() - 255) < 4
    assert middle(image).green() < 4
    assert image.pixelColor(48, 4).red() > 200  # a wide picture leaves no band at the top


def test_that_the_corners_are_round() -> None:
    image = decode(SVG, 96, 16)
    assert image is not None
    assert image.pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize("size", [(1, 1), (4000, 2), (2, 4000), (3000, 3000)])
def test_that_extreme_proportions_are_cut_not_blown_up(size: tuple[int, int]) -> None:
    image = decode(bitmap(*size, "png"), 48, 8)
    assert image is not None
    assert (image.width(), image.height()) == (48, 48)


@pytest.mark.qt_log_ignore("Corrupt JPEG data", "JPEG datastream", extend=True)
@pytest.mark.parametrize(
    "data",
    [b"", b"not a picture", bitmap(60, 30, "png")[:40], bitmap(60, 30, "jpg")[:30], b"\x00" * 5000],
    ids=["empty", "text", "cut png", "cut jpeg", "zeros"],
)
def test_that_a_broken_bitmap_gives_nothing(data: bytes) -> None:
    assert decode(data, 48, 8) is None


@pytest.mark.qt_log_ignore("Cannot open file", "Cannot read file", extend=True)
@pytest.mark.parametrize(
    "data",
    [b"<svg", b"<svg xmlns='http://www.w3.org/2000/svg'><rect", b"<svg></p>"],
    ids=["cut in the tag", "cut in the drawing", "wrong tag"],
)
def test_that_a_broken_drawing_gives_nothing(data: bytes) -> None:
    assert decode(data, 48, 8) is None


def test_that_a_picture_replaces_its_placeholder_once_decoded(
    qtbot: QtBot, theme: AppTheme, counting: CountingServices
) -> None:
    counting.pictures["JZ-03.svg"] = SVG
    shelf = Thumbnails(theme, counting, 48)
    first = shelf.pixmap(JUICER, 2.0)
    assert middle(first.toImage()) != QColor(RED)
    with qtbot.waitSignal(shelf.decoded):
        pass
    second = shelf.pixmap(JUICER, 2.0)
    assert middle(second.toImage()) == QColor(RED)
    assert second.width() == 96
    assert second.devicePixelRatio() == 2.0
    assert counting.asked == ["JZ-03.svg"]


def test_that_each_screen_ratio_has_its_own_picture(
    qtbot: QtBot, theme: AppTheme, counting: CountingServices
) -> None:
    counting.pictures["JZ-03.svg"] = SVG
    shelf = Thumbnails(theme, counting, 48)
    for ratio, side in ((1.0, 48), (1.25, 60), (1.5, 72)):
        shelf.pixmap(JUICER, ratio)
        with qtbot.waitSignal(shelf.decoded):
            pass
        assert shelf.pixmap(JUICER, ratio).width() == side


def test_that_a_missing_picture_keeps_the_placeholder_and_is_asked_for_once(
    qtbot: QtBot, theme: AppTheme, counting: CountingServices
) -> None:
    shelf = Thumbnails(theme, counting, 48)
    before = shelf.pixmap(JUICER, 1.0)
    with qtbot.waitSignal(shelf.decoded):
        pass
    assert shelf.pixmap(JUICER, 1.0).toImage() == before.toImage()
    assert counting.asked == ["JZ-03.svg"]


def test_that_a_product_without_picture_shows_its_number_and_asks_for_nothing(
    theme: AppTheme, counting: CountingServices
) -> None:
    shelf = Thumbnails(theme, counting, 48)
    three = shelf.pixmap(replace(JUICER, pictures=()), 1.0).toImage()
    four = shelf.pixmap(replace(JUICER, pictures=(), number=4), 1.0).toImage()
    assert three != four
    assert counting.asked == []


def test_that_one_turn_of_the_event_loop_decodes_one_picture(
    qtbot: QtBot, theme: AppTheme, counting: CountingServices
) -> None:
    shelf = Thumbnails(theme, counting, 48)
    products = [replace(p, pictures=(f"{p.number}.svg",)) for p in many(5)]
    for product in products:
        shelf.pixmap(product, 1.0)
    seen: list[int] = []
    shelf.decoded.connect(lambda: seen.append(len(counting.asked)))
    qtbot.waitUntil(lambda: len(seen) == 5)
    assert seen == [1, 2, 3, 4, 5]
    assert counting.asked[0] == "5.svg"  # the newest first: it is on screen


def test_that_pictures_scrolled_past_are_not_decoded(
    qtbot: QtBot, theme: AppTheme, counting: CountingServices
) -> None:
    shelf = Thumbnails(theme, counting, 48)
    for product in many(thumbnails.WAITING * 3):
        shelf.pixmap(replace(product, pictures=(f"{product.number}.svg",)), 1.0)
    qtbot.waitUntil(lambda: len(counting.asked) == thumbnails.WAITING)
    shelf.pixmap(replace(JUICER, pictures=("last.svg",)), 1.0)
    qtbot.waitUntil(lambda: counting.asked[-1] == "last.svg")
    assert len(counting.asked) == thumbnails.WAITING + 1


def test_that_the_kept_pictures_are_bounded(
    qtbot: QtBot, theme: AppTheme, counting: CountingServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbnails, "CAPACITY", 4)
    shelf = Thumbnails(theme, counting, 48)
    products = [replace(p, pictures=(f"{p.number}.svg",)) for p in many(8)]
    for product in products:
        shelf.pixmap(product, 1.0)
        with qtbot.waitSignal(shelf.decoded):
            pass
    counting.asked.clear()
    shelf.pixmap(products[-1], 1.0)
    shelf.pixmap(products[0], 1.0)
    qtbot.waitUntil(lambda: bool(counting.asked))
    assert counting.asked == ["1.svg"]


def test_that_another_catalogue_asks_for_its_pictures_anew(
    qtbot: QtBot, theme: AppTheme, counting: CountingServices
) -> None:
    shelf = Thumbnails(theme, counting, 48)
    shelf.pixmap(JUICER, 1.0)
    with qtbot.waitSignal(shelf.decoded):
        pass
    counting.pictures["JZ-03.svg"] = SVG
    shelf.forget()
    shelf.pixmap(JUICER, 1.0)
    with qtbot.waitSignal(shelf.decoded):
        pass
    found: QPixmap = shelf.pixmap(JUICER, 1.0)
    assert middle(found.toImage()) == QColor(RED)
