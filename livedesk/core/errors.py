"""The two kinds of failure that are not bugs.

Both speak in codes; `livedesk.ui.words` and `livedesk.app.cli` turn a code into a sentence.
"""

import errno
import json
from collections.abc import Iterable
from enum import StrEnum


class ErrorCode(StrEnum):
    """Why something could not be done. One value, one sentence in `ui/words.py` and `app/cli_words.py`."""

    MODEL_MISSING = "model_missing"
    MODEL_INCOMPLETE = "model_incomplete"
    MODEL_FOREIGN = "model_foreign"
    MODEL_NOT_SAFETENSORS = "model_not_safetensors"
    MODEL_BROKEN = "model_broken"
    MODEL_CHECKSUM = "model_checksum"
    MODEL_UNKNOWN = "model_unknown"
    MANIFEST_BROKEN = "manifest_broken"
    NO_PATH = "no_path"
    NO_CONNECTION = "no_connection"
    WIFI_LOGIN = "wifi_login"
    UNTRUSTED_SERVER = "untrusted_server"
    DOWNLOAD_REFUSED = "download_refused"
    DOWNLOAD_NOT_THERE = "download_not_there"
    DOWNLOAD_BUSY = "download_busy"
    DOWNLOAD_CUT = "download_cut"
    DOWNLOAD_CHANGED = "download_changed"
    DOWNLOAD_TWICE = "download_twice"
    DOWNLOAD_FAILED = "download_failed"
    ENGINE_NOT_INSTALLED = "engine_not_installed"
    ENGINE_FAILED = "engine_failed"
    FOLDER_NOT_WRITABLE = "folder_not_writable"
    DISK_FULL = "disk_full"
    PLACES_BROKEN = "places_broken"
    NO_ROUTE = "no_route"
    ALREADY_RUNNING = "already_running"
    DATABASE_CORRUPT = "database_corrupt"
    DATABASE_NEWER = "database_newer"
    DATABASE_LOCKED = "database_locked"
    SESSION_UNKNOWN = "session_unknown"
    BOOTH_BROKEN = "booth_broken"
    TAPE_BROKEN = "tape_broken"
    BAD_INPUT = "bad_input"
    NO_DISPLAY = "no_display"
    SOURCE_CLOSED = "source_closed"
    CANNOT_SEND = "cannot_send"
    MICROPHONE_MISSING = "microphone_missing"
    MICROPHONE_BUSY = "microphone_busy"
    MICROPHONE_DENIED = "microphone_denied"
    MICROPHONE_GONE = "microphone_gone"
    MICROPHONE_SILENT = "microphone_silent"
    SOUND_LIBRARY_MISSING = "sound_library_missing"
    AUDIO_FILE_BROKEN = "audio_file_broken"
    SPEECH_MODEL_MISSING = "speech_model_missing"
    SPEECH_MODEL_BROKEN = "speech_model_broken"
    SPEECH_LANGUAGE = "speech_language"
    SPEECH_ENGINE_MISSING = "speech_engine_missing"
    SPEECH_FAILED = "speech_failed"
    FIGURES_DIFFER = "figures_differ"
    STOPPED = "stopped"
    QT_MISSING = "qt_missing"
    PICTURE_UNREADABLE = "picture_unreadable"
    PICTURE_TOO_LARGE = "picture_too_large"
    PORT_IN_USE = "port_in_use"
    ADDRESS_GONE = "address_gone"
    NO_NETWORK = "no_network"
    ACCESS_REFUSED = "access_refused"
    CHANNEL_UNKNOWN = "channel_unknown"
    NOT_LIVE = "not_live"
    QUOTA_USED_UP = "quota_used_up"
    TOO_MANY = "too_many"
    TOO_LONG = "too_long"
    READ_ONLY = "read_only"
    PUBLIC_ONLY = "public_only"
    UNREACHABLE = "unreachable"
    API_OFF = "api_off"
    LINK_BROKEN = "link_broken"
    REPLAY_LINE = "replay_line"
    REPLAY_EMPTY = "replay_empty"
    SHEET_MISSING = "sheet_missing"
    SHEET_UNREADABLE = "sheet_unreadable"
    SHEET_EMPTY = "sheet_empty"
    SHEET_FORMAT = "sheet_format"
    SHEET_PASSWORD = "sheet_password"
    SHEET_BROKEN = "sheet_broken"
    SHEET_TOO_LARGE = "sheet_too_large"
    SHEET_TOO_LONG = "sheet_too_long"
    SHEET_UNKNOWN = "sheet_unknown"
    SHEET_NO_SKU = "sheet_no_sku"
    SHEET_MAP_BROKEN = "sheet_map_broken"


class UserFacing(Exception):  # noqa: N818 - named for what it is, as the conventions ask
    """Something the user can put right: a code and the values its sentence needs."""

    def __init__(self, code: ErrorCode, **params: str | int) -> None:
        super().__init__(f"{code}: {params}")
        self.code = code
        self.params = params


class Unavailable(Exception):  # noqa: N818
    """A part of the desk (microphone, translation, store, a chat source) that failed; the rest goes on."""

    def __init__(self, part: str, code: ErrorCode, **params: str | int) -> None:
        super().__init__(f"{part}: {code}: {params}")
        self.part = part
        self.code = code
        self.params = params


class Cancelled(Exception):  # noqa: N818
    """Whoever asked for a job does not want it any more; what is done so far is kept."""


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def disk_error(error: OSError, folder: str) -> UserFacing:
    """Return what a failed write into `folder` means to the user: the disk is full, or it takes nothing."""
    code = ErrorCode.DISK_FULL if error.errno in _FULL else ErrorCode.FOLDER_NOT_WRITABLE
    return UserFacing(code, folder=folder)


def tries_text(tries: Iterable[UserFacing]) -> str:
    """Return the failed tries of one thing as a single param (`tries` of DOWNLOAD_FAILED)."""
    return json.dumps([{"code": tried.code, **tried.params} for tried in tries])


def tries_of(text: str) -> list[UserFacing]:
    """Return the tries that `tries_text` wrote down, so that each can be told in words."""
    return [UserFacing(ErrorCode(tried.pop("code")), **tried) for tried in json.loads(text)]
