"""Pictures as people bring them, and as the desk keeps them."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from livedesk.adapters.pictures import normalise as module
from livedesk.adapters.pictures.normalise import LONGEST_PX, NormalisedPicture, normalise
from livedesk.core.errors import ErrorCode, UserFacing

DATA = Path(__file__).parents[2] / "data" / "pictures"
DEMO = Path(__file__).parents[3] / "resources" / "demo" / "pictures"
RED, BLUE = (200, 30, 30), (30, 30, 200)


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def halves(width: int = 64, height: int = 32) -> Image.Image:
    """Red, with a blue left half."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (0, 0, width // 2, height))
    return image


def opened(picture: NormalisedPicture) -> Image.Image:
    image = Image.open(BytesIO(picture.data))
    assert (image.width, image.height) == (picture.width, picture.height)
    return image


def is_like(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 24 for a, b in zip(pixel, colour, strict=False))


def refused(data: bytes) -> ErrorCode:
    with pytest.raises(UserFacing) as caught:
        normalise(data)
    return caught.value.code


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF"])
def test_that_every_usual_kind_becomes_a_jpeg(kind: str) -> None:
    picture = normalise(encoded(halves(), kind))
    assert (picture.suffix, picture.width, picture.height) == (".jpg", 64, 32)
    image = opened(picture)
    assert image.format == "JPEG"
    assert is_like(image.getpixel((8, 16)), BLUE)
    assert is_like(image.getpixel((56, 16)), RED)


def test_that_a_photograph_of_an_iphone_is_read() -> None:
    picture = normalise((DATA / "photo.heic").read_bytes())
    assert (picture.suffix, picture.width, picture.height) == (".jpg", 64, 48)
    assert is_like(opened(picture).getpixel((8, 24)), BLUE)


@pytest.mark.parametrize(("turn", "corner"), [(3, RED), (6, BLUE), (8, RED), (1, BLUE)])
def test_that_a_picture_stands_as_the_camera_was_held(turn: int, corner: tuple[int, int, int]) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    picture = normalise(encoded(halves(), "JPEG", exif=exif, quality=95))
    is_turned = turn in (6, 8)
    assert (picture.width, picture.height) == ((32, 64) if is_turned else (64, 32))
    assert is_like(opened(picture).getpixel((4, 4)), corner)


def test_that_a_large_picture_shrinks_and_keeps_its_shape() -> None:
    picture = normalise(encoded(Image.new("RGB", (4000, 1000), RED), "JPEG"))
    assert (picture.width, picture.height) == (LONGEST_PX, LONGEST_PX // 4)


def test_that_a_small_picture_is_not_blown_up() -> None:
    assert normalise(encoded(halves(20, 10))).width == 20


def test_that_what_the_camera_wrote_is_gone() -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif[0x9286] = "SecretComment"
    data = encoded(halves(), "JPEG", exif=exif, comment=b"SecretNote")
    assert b"Secret" in data
    picture = normalise(data)
    assert b"Secret" not in picture.data
    assert not opened(picture).getexif()


def test_that_what_is_see_through_stays_so() -> None:
    image = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    image.paste((*RED, 255), (0, 0, 20, 40))
    picture = normalise(encoded(image))
    assert picture.suffix == ".png"
    assert opened(picture).getpixel((30, 20))[3] == 0  # type: ignore[index]


def test_that_an_alpha_channel_that_hides_nothing_makes_no_png() -> None:
    assert normalise(encoded(Image.new("RGBA", (40, 40), (*RED, 255)))).suffix == ".jpg"


def test_that_a_palette_with_a_clear_colour_stays_clear() -> None:
    image = halves().convert("P", palette=Image.Palette.ADAPTIVE, colors=4)
    assert normalise(encoded(image, transparency=image.getpixel((8, 8)))).suffix == ".png"
    assert normalise(encoded(image)).suffix == ".jpg"


def test_that_an_animation_shows_its_first_picture() -> None:
    frames = [Image.new("RGB", (20, 20), BLUE), Image.new("RGB", (20, 20), RED)]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)
    assert is_like(opened(normalise(data)).getpixel((10, 10)), BLUE)
    data = encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=100, lossless=True)
    assert is_like(opened(normalise(data)).getpixel((10, 10)), BLUE)


def test_that_a_picture_for_print_becomes_one_for_screens() -> None:
    image = opened(normalise(encoded(halves().convert("CMYK"), "JPEG", quality=95)))
    assert image.mode == "RGB"
    assert is_like(image.getpixel((8, 16)), BLUE)


def test_that_sixteen_bits_of_grey_keep_their_shades() -> None:
    image = Image.new("I;16", (20, 20), 65535)
    for x in range(10):
        for y in range(20):
            image.putpixel((x, y), 32768)
    grey = opened(normalise(encoded(image)))
    assert abs(grey.getpixel((2, 2))[0] - 128) < 6  # type: ignore[index]
    assert grey.getpixel((18, 2))[0] > 250  # type: ignore[index]


def test_that_colours_of_another_space_are_converted() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    data = encoded(halves(), "JPEG", icc_profile=lab.tobytes(), quality=95)
    image = opened(normalise(data))
    assert "icc_profile" not in image.info
    assert is_like(image.getpixel((8, 16)), BLUE)


def test_that_a_broken_colour_profile_does_no_harm() -> None:
    image = opened(normalise(encoded(halves(), "JPEG", icc_profile=b"broken", quality=95)))
    assert is_like(image.getpixel((8, 16)), BLUE)


@pytest.mark.parametrize("path", sorted(DEMO.glob("*.svg"))[:4], ids=lambda path: path.name)
def test_that_drawings_of_the_sample_booth_stay_as_they_are(path: Path) -> None:
    data = path.read_bytes()
    picture = normalise(data)
    assert (picture.data, picture.suffix) == (data, ".svg")
    assert picture.width > 0


@pytest.mark.parametrize(
    "inside",
    [
        b"<script>alert(1)</script>",
        b'<image href="http://example.org/x.png"/>',
        b'<image xlink:href="file:///etc/passwd"/>',
        b'<rect onload="x()"/>',
        b"<style>@import 'x.css'</style>",
        b'<rect fill="url(http://example.org/a)"/>',
        b"<foreignObject/>",
    ],
)
def test_that_a_drawing_that_reaches_outside_is_refused(inside: bytes) -> None:
    data = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">' + inside + b"</svg>"
    assert refused(data) is ErrorCode.PICTURE_UNREADABLE


def test_that_a_drawing_that_is_no_text_or_has_no_size_is_refused() -> None:
    assert refused(b"<svg viewBox='0 0 9 9'>\xff\xfe</svg>") is ErrorCode.PICTURE_UNREADABLE
    assert refused(b"<svg></svg>") is ErrorCode.PICTURE_UNREADABLE
    assert refused(b"<svg viewBox='0 0 9 9'>" + b" " * 2_000_000) is ErrorCode.PICTURE_TOO_LARGE


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 64, b"not a picture", b"%PDF-1.7 ...", b"PK\x03\x04", b"\xff\xd8\xff\xe0" + b"\0" * 40],
    ids=["empty", "zeros", "text", "pdf", "zip", "beginning of a jpeg"],
)
def test_that_what_is_no_picture_is_refused(data: bytes) -> None:
    assert refused(data) is ErrorCode.PICTURE_UNREADABLE


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_that_half_a_picture_is_refused(kind: str) -> None:
    data = encoded(Image.effect_noise((300, 300), 60).convert("RGB"), kind)
    assert refused(data[: len(data) // 2]) is ErrorCode.PICTURE_UNREADABLE


def _png_of(width: int, height: int) -> bytes:
    """A PNG that says it is large and holds nothing."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [9_000, 14_000, 60_000])
def test_that_a_decompression_bomb_is_refused_before_it_goes_off(side: int) -> None:
    assert refused(_png_of(side, side)) is ErrorCode.PICTURE_TOO_LARGE


def test_that_too_many_bytes_are_not_even_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 100)
    assert refused(encoded(halves(200, 200), "BMP")) is ErrorCode.PICTURE_TOO_LARGE
