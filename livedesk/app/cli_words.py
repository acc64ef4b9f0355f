"""What the command line says for each error code: plain sentences, with what to do next."""

from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.records import Reason

ERRORS: dict[ErrorCode, str] = {
    ErrorCode.MODEL_MISSING: "There is no translation model {model}. Install one: livedesk models install FOLDER",
    ErrorCode.MODEL_INCOMPLETE: "The model {model} lacks the file {file}. Copy the whole model folder again.",
    ErrorCode.MODEL_FOREIGN: "{model} is not a MarianMT translation model.",
    ErrorCode.MODEL_BROKEN: "The model {model} is damaged ({file}). Copy or install it again.",
    ErrorCode.MODEL_CHECKSUM: "The file {file} of model {model} is not the published one. Copy it again.",
    ErrorCode.MODEL_UNKNOWN: "No model is called {model}. See: livedesk models list",
    ErrorCode.MANIFEST_BROKEN: "The list of models is damaged ({detail}). Install livedesk again.",
    ErrorCode.NO_PATH: "No model translates from {source} to {target}. See: livedesk models list",
    ErrorCode.ENGINE_NOT_INSTALLED: "The engine {engine} is not installed. Install it: pip install 'livedesk[torch]'",
    ErrorCode.ENGINE_FAILED: "Translation failed. Try again; if it fails again, install the model anew.",
    ErrorCode.FOLDER_NOT_WRITABLE: "livedesk cannot write to {folder}. Choose another folder: --base-dir DIR",
    ErrorCode.DISK_FULL: "The disk is full ({folder}). Free some space and try again.",
    ErrorCode.ALREADY_RUNNING: "livedesk is already running on this data (process {pid}). Close it first.",
    ErrorCode.DATABASE_CORRUPT: "The database is damaged ({file}).",
    ErrorCode.DATABASE_NEWER: "A newer livedesk wrote this data ({file}). Update livedesk; nothing was changed.",
    ErrorCode.DATABASE_LOCKED: "Another program holds the database ({file}). Close it and try again.",
    ErrorCode.SETTINGS_BROKEN: "The settings file is damaged ({file}).",
    ErrorCode.SESSION_UNKNOWN: "There is no session {session}. See: livedesk sessions",
    ErrorCode.BOOTH_BROKEN: "The booth folder has a mistake: {file}, line {line}, {field}.",
    ErrorCode.TAPE_BROKEN: "The tape has a mistake: line {line} {detail}.",
    ErrorCode.BAD_INPUT: "{value} is not possible here. Possible: {allowed}",
    ErrorCode.NO_DISPLAY: "There is no display to open a window on.",
    ErrorCode.SOURCE_CLOSED: "The chat it came from is closed.",
    ErrorCode.CANNOT_SEND: "The message could not be sent.",
    ErrorCode.STOPPED: "livedesk was closed before this was done.",
}

REASONS: dict[Reason, str] = {
    Reason.NO_MODEL: "no model is installed for this direction (livedesk models list)",
    Reason.NO_PATH: "no model is known for this direction",
    Reason.SAME_LANGUAGE: "both languages are the same",
    Reason.NOTHING_TO_TRANSLATE: "nothing to translate",
    Reason.LOOP: "the model repeated itself",
    Reason.EMPTY: "the model gave nothing",
    Reason.ENGINE_FAILED: "the engine failed",
    Reason.SKIPPED: "skipped",
    Reason.STOPPED: "stopped",
}


class _Blank(dict[str, object]):
    """Leaves out what an error does not say."""

    def __missing__(self, key: str) -> str:
        return ""


def sentence(error: UserFacing | Unavailable) -> str:
    """Return the sentence for `error`, without brackets that stayed empty."""
    text = ERRORS[error.code].format_map(_Blank(error.params))
    return " ".join(text.replace(" ()", "").split()).replace(" ,", ",").replace(", .", ".")
