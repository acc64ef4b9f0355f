"""Turns whatever a person calls a picture into one that the desk, phones and exported files can show.

Out comes an upright sRGB picture of at most `LONGEST_PX` a side, JPEG, or PNG where parts are see-through, without
what the camera wrote into it (place, time, name). An SVG drawing stays as it is, if it is plain.
"""

import re
import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from livedesk.core.errors import ErrorCode, UserFacing

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_PX = 1600
MOST_BYTES = 64 * 1024 * 1024
MOST_PIXELS = 64_000_000
"""Decoded, that is 256 MB. JPEG is decoded at an eighth and may be larger."""
MOST_JPEG_PIXELS = 256_000_000
_MOST_SVG_BYTES = 1024 * 1024
_QUALITY = 90
_EIGHT_BITS, _SIXTEEN_BITS = 255, 65535
_FORMATS = ("JPEG", "PNG", "WEBP", "HEIF", "BMP", "GIF", "TIFF")
_ACTIVE = re.compile(
    rb"<script|<!DOCTYPE|<!ENTITY|<foreignObject|\son\w+\s*=|@import|url\(\s*['\"]?(?!#)", re.I
)
_LINK = re.compile(rb"href\s*=\s*['\"](?!#)", re.I)
_VIEW_BOX = re.compile(rb"viewBox\s*=\s*['\"]\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)")


@dataclass(frozen=True, slots=True)
class NormalisedPicture:
    """A picture as it is kept: the file's bytes, its suffix (".jpg", ".png", ".svg") and its size in px."""

    data: bytes
    suffix: str
    width: int
    height: int


def normalise(data: bytes) -> NormalisedPicture:
    """Return the picture in `data` as it is kept; raises `UserFacing` with a PICTURE code. Errands only."""
    if len(data) > MOST_BYTES:
        raise UserFacing(ErrorCode.PICTURE_TOO_LARGE)
    if b"<svg" in data[:2048]:
        return _plain_svg(data)
    # Late: Pillow costs 60 ms, which the desk's start does not need.
    from pi_heif import register_heif_opener
    from PIL import Image, UnidentifiedImageError

    register_heif_opener()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # our own limits are stricter, and a broken EXIF block does no harm
            with Image.open(BytesIO(data), formats=_FORMATS) as opened:
                _check_size(opened)
                return _saved(_upright(opened))
    except Image.DecompressionBombError:
        raise UserFacing(ErrorCode.PICTURE_TOO_LARGE) from None
    # What Pillow raises for broken files is not written down: these are the kinds its decoders let through.
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, RuntimeError, IndexError):
        raise UserFacing(ErrorCode.PICTURE_UNREADABLE) from None


def _check_size(image: "Image") -> None:
    pixels = image.width * image.height
    if pixels > (MOST_JPEG_PIXELS if image.format in ("JPEG", "MPO") else MOST_PIXELS):
        raise UserFacing(ErrorCode.PICTURE_TOO_LARGE)


def _upright(image: "Image") -> "Image":
    """Return the first frame, shrunk, turned as the camera was held, in sRGB and 8 bits a channel."""
    from PIL import ImageOps
    from PIL.Image import Resampling

    image.draft("RGB", (LONGEST_PX, LONGEST_PX))  # lets JPEG decode at a half, a quarter or an eighth
    colours = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    image = _eight_bits(image)
    image = _srgb(image, colours)
    image.thumbnail((LONGEST_PX, LONGEST_PX), Resampling.LANCZOS, reducing_gap=3.0)
    return image


def _eight_bits(image: "Image") -> "Image":
    if image.mode.startswith("I") or image.mode == "F":
        # 16 bits a pixel or more: Pillow's own conversion would cut off what is brighter than 255.
        wide = image.convert("F")
        high = float(wide.getextrema()[1])  # type: ignore[arg-type]  # one channel: a pair of numbers
        scale = 1 / 256 if _EIGHT_BITS < high <= _SIXTEEN_BITS else _EIGHT_BITS / max(high, 1.0)
        return wide.point(lambda value: value * scale).convert("L").convert("RGB")
    if image.mode in ("RGB", "RGBA", "CMYK"):
        return image
    is_see_through = "transparency" in image.info or image.mode in ("LA", "PA", "La", "RGBa")
    return image.convert("RGBA" if is_see_through else "RGB")


def _srgb(image: "Image", profile: bytes | None) -> "Image":
    """Return `image` in sRGB: a phone's Display P3 would look pale without its profile."""
    from PIL import ImageCms

    if profile:
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode=mode
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None  # a profile for another kind of pixels, or a broken one
        if converted is not None:
            return converted
    return image.convert("RGB") if image.mode == "CMYK" else image


def _saved(image: "Image") -> NormalisedPicture:
    image.info.clear()  # the encoders would write comments, profile and EXIF again
    is_see_through = image.mode == "RGBA" and image.getchannel("A").getextrema() != (255, 255)
    out = BytesIO()
    if is_see_through:
        image.save(out, "PNG", optimize=True)
    else:
        image.convert("RGB").save(out, "JPEG", quality=_QUALITY, optimize=True)
    return NormalisedPicture(out.getvalue(), ".png" if is_see_through else ".jpg", image.width, image.height)


def _plain_svg(data: bytes) -> NormalisedPicture:
    """Return a drawing that holds no program and reaches for nothing outside itself."""
    if len(data) > _MOST_SVG_BYTES:
        raise UserFacing(ErrorCode.PICTURE_TOO_LARGE)
    box = _VIEW_BOX.search(data)
    is_plain = not _ACTIVE.search(data) and not _LINK.search(data) and b"</svg>" in data
    if box is None or not is_plain:
        raise UserFacing(ErrorCode.PICTURE_UNREADABLE)
    try:
        data.decode("utf-8")
        width, height = round(float(box[1])), round(float(box[2]))
    except (ValueError, OverflowError):
        raise UserFacing(ErrorCode.PICTURE_UNREADABLE) from None
    return NormalisedPicture(data, ".svg", width, height)
