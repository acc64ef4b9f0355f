"""The folder in which the catalogue's pictures are kept, each under a name from its product and its content.

The same picture given twice is one file. Files are taken away at the start only: until then, undo may ask for them.
"""

import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

from livedesk.adapters.pictures.normalise import MOST_BYTES, NormalisedPicture, normalise
from livedesk.core.errors import ErrorCode, UserFacing, disk_error
from livedesk.core.ids import Sku

_HASH_DIGITS = 12
_MOST_SKU_CHARACTERS = 40
_OURS = re.compile(rf"-[0-9a-f]{{{_HASH_DIGITS}}}\.(jpg|png|svg)(\.part)?\Z")


def read_picture(path: Path) -> NormalisedPicture:
    """Return the picture in the file `path`; raises `UserFacing` with the file's name. Errands only."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserFacing(ErrorCode.PICTURE_TOO_LARGE)
        return normalise(path.read_bytes())
    except UserFacing as error:
        raise UserFacing(error.code, file=path.name) from None
    except OSError:
        raise UserFacing(ErrorCode.PICTURE_UNREADABLE, file=path.name) from None


def kept_picture(folder: Path, name: str) -> bytes:
    """Return the file of the picture `name` of `folder`, b"" where there is none or the name leads out of it."""
    path = (folder / name).resolve()
    if not name or not path.is_relative_to(folder.resolve()):
        return b""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def keep_picture(folder: Path, sku: Sku, picture: NormalisedPicture) -> str:
    """Write `picture` of the product `sku` into `folder`; return its name there. Raises `UserFacing`."""
    name = picture_name(sku, picture)
    path = folder / name
    part = path.with_name(f"{name}.part")
    try:
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(picture.data)
            os.replace(part, path)
    except OSError as error:
        raise disk_error(error, str(folder)) from error
    return name


def picture_name(sku: Sku, picture: NormalisedPicture) -> str:
    """Return the name that `picture` of the product `sku` is kept under: "JZ-03-0f3a55c1d2e4.jpg"."""
    stem = re.sub(r"[^A-Za-z0-9_-]+", "_", sku)[:_MOST_SKU_CHARACTERS] or "product"
    return f"{stem}-{hashlib.sha256(picture.data).hexdigest()[:_HASH_DIGITS]}{picture.suffix}"


def clean_up(folder: Path, in_use: Iterable[str]) -> int:
    """Delete the pictures kept here that no product uses; return how many. Files of other names stay."""
    used, gone = set(in_use), 0
    try:
        for path in folder.iterdir():
            if _OURS.search(path.name) and path.name not in used:
                path.unlink()
                gone += 1
    except OSError:
        return gone  # what cannot be deleted is in nobody's way, and is tried again at the next start
    return gone
