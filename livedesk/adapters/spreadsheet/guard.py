"""Looks at a file from outside before any parser sees it: size, packing, password.

A sheet of a few kilobytes can unpack to gigabytes, or claim a cell in the last of 17 billion places; a parser that
believes it takes all memory, and the show ends.
"""

import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from livedesk.core.errors import ErrorCode, UserFacing

MOST_FILE_BYTES = 1 << 30
"""Of a workbook with its pictures, which are read one by one."""
MOST_PLAIN_BYTES = 64 << 20
"""Of .xls and text files, which are read whole."""
MOST_UNPACKED_BYTES = 160 << 20
"""Of everything in a workbook but its pictures."""
MOST_PICTURE_BYTES = 64 << 20
_MOST_MEMBERS = 50_000
_MOST_RATIO = 400
_RATIO_COUNTS_FROM = 4 << 20
_CHUNK = 1 << 20
_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_HEAD = 4096
_MEDIA = ("xl/media/", "pictures/", "media/", "thumbnails/", "docprops/")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))


def check_file(path: Path) -> bytes:
    """Return the first bytes of a file that may be read; raises `UserFacing`."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except FileNotFoundError as error:
        raise UserFacing(ErrorCode.SHEET_MISSING, file=str(path)) from error
    except OSError as error:
        raise UserFacing(ErrorCode.SHEET_UNREADABLE, file=path.name) from error
    if not head.strip(b"\0\r\n\t \xef\xbb\xbf"):
        raise UserFacing(ErrorCode.SHEET_EMPTY, file=path.name)
    most = MOST_FILE_BYTES if head.startswith(b"PK\x03\x04") else MOST_PLAIN_BYTES
    if size > most:
        raise too_large(path.name, size, most)
    return head


def too_large(file: str, size: int, most: int) -> UserFacing:
    """Return the error for a file of `size` bytes where `most` are read."""
    return UserFacing(ErrorCode.SHEET_TOO_LARGE, file=file, size_mb=-(-size >> 20), most_mb=most >> 20)


def check_zip(archive: ZipFile, file: str) -> None:
    """Refuse an archive that unpacks to too much, or is not what its list of members says; raises `UserFacing`."""
    members = archive.infolist()
    plain = [member for member in members if not _is_media(member)]
    total = sum(member.file_size for member in plain)
    if len(members) > _MOST_MEMBERS or total > MOST_UNPACKED_BYTES:
        raise too_large(file, total, MOST_UNPACKED_BYTES)
    for member in members:
        is_packed = member.file_size > _RATIO_COUNTS_FROM
        if is_packed and member.file_size > _MOST_RATIO * max(1, member.compress_size):
            raise too_large(file, member.file_size, MOST_UNPACKED_BYTES)
        if member.flag_bits & 1:
            raise UserFacing(ErrorCode.SHEET_PASSWORD, file=file)
    manifest = next((m for m in members if m.filename == "META-INF/manifest.xml"), None)
    if manifest and b"encryption-data" in archive.read(manifest):
        raise UserFacing(ErrorCode.SHEET_PASSWORD, file=file)
    for member in plain:
        _read_through(archive, member, file)


def _is_media(member: ZipInfo) -> bool:
    return member.filename.lower().startswith(_MEDIA)


def _read_through(archive: ZipFile, member: ZipInfo, file: str) -> None:
    """Unpack a member once in pieces: it must have the length and checksum that the list of members gives.

    Other libraries unpack as long as something comes; this one stops at the length given and compares.
    """
    try:
        with archive.open(member) as unpacked:
            # No spreadsheet program declares entities; who does wants the XML reader to multiply them.
            head = unpacked.read(_HEAD)
            if any(word in head for word in _ENTITIES):
                raise UserFacing(ErrorCode.SHEET_BROKEN, file=file)
            while unpacked.read(_CHUNK):
                pass
    except (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UserFacing(ErrorCode.SHEET_BROKEN, file=file) from error


def check_ole(path: Path) -> None:
    """Refuse what lies in an OLE container and is no old workbook: one with a password, or another document."""
    data = path.read_bytes()
    if _ENCRYPTED in data:
        raise UserFacing(ErrorCode.SHEET_PASSWORD, file=path.name)
    if not any(name in data for name in _WORKBOOK):
        raise UserFacing(ErrorCode.SHEET_FORMAT, file=path.name)
