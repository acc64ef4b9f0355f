"""What can be wrong in a booth folder, for whoever tells the user; and reading one of its files as text."""

from enum import StrEnum
from pathlib import Path

from livedesk.core.errors import ErrorCode, UserFacing

_VALUE_LENGTH = 60


class Fault(StrEnum):
    """The `fault` parameter of `UserFacing(BOOTH_BROKEN)`."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    NOT_UTF8 = "not_utf8"
    MALFORMED = "malformed"
    UNKNOWN_FIELD = "unknown_field"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    NOT_A_CHOICE = "not_a_choice"
    DUPLICATE = "duplicate"
    UNKNOWN_SKU = "unknown_sku"
    UNKNOWN_MESSAGE = "unknown_message"
    OUT_OF_ORDER = "out_of_order"


def broken(file: str, fault: Fault, *, line: int = 0, field: str = "", value: str = "") -> UserFacing:
    """Return the error for `file`: line (from 1, 0 for the whole file), field and what was found there."""
    shown = value if len(value) <= _VALUE_LENGTH else value[: _VALUE_LENGTH - 1] + "…"
    return UserFacing(
        ErrorCode.BOOTH_BROKEN, file=file, line=line, field=field, fault=fault.value, value=shown
    )


def read_text(folder: Path, name: str) -> str:
    """Return the text of `folder/name`, UTF-8 with or without a byte order mark; raises `UserFacing`."""
    try:
        raw = (folder / name).read_bytes()
    except FileNotFoundError:
        raise broken(name, Fault.MISSING) from None
    except OSError as error:
        raise broken(name, Fault.UNREADABLE, value=error.strerror or "") from error
    if b"\0" in raw:  # UTF-16, or a file that a crash left full of zeros
        raise broken(name, Fault.NOT_UTF8, line=raw.count(b"\n", 0, raw.index(b"\0")) + 1)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise broken(name, Fault.NOT_UTF8, line=raw.count(b"\n", 0, error.start) + 1) from error
