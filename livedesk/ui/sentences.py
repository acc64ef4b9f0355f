"""Reasons, errors and notices as sentences; `words.py` hands them on to every widget.

Every table holds English source texts marked for Qt Linguist; they are looked up at the moment of the call, so
widgets call again when the language changes. Where a code may come with values, the table lists its sentences
from the fullest to one without values, and the first whose values are all given is used. The module is as long as the
lists of codes.
"""

from collections.abc import Mapping
from string import Formatter

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.core.errors import ErrorCode, tries_of
from livedesk.core.ids import Language
from livedesk.core.records import Notice, NoticeCode, Part, Reason
from livedesk.core.translation.route import Direct, NoPath, NotInstalled, Pivot, Route
from livedesk.ui.figures import format_lag
from livedesk.ui.names import language_name, part_name, source_name

Params = Mapping[str, str | int]

# --- why a line has no translation -----------------------------------------------------------------------------

_REASONS: dict[Reason, object] = {
    Reason.NO_MODEL: QT_TRANSLATE_NOOP("words", "No translation model installed for this language"),
    Reason.NO_PATH: QT_TRANSLATE_NOOP("words", "livedesk cannot translate between these languages"),
    Reason.SAME_LANGUAGE: QT_TRANSLATE_NOOP("words", "Already in this language"),
    Reason.NOTHING_TO_TRANSLATE: QT_TRANSLATE_NOOP("words", "Nothing to translate"),
    Reason.LOOP: QT_TRANSLATE_NOOP("words", "Not translated: the model began to repeat itself"),
    Reason.EMPTY: QT_TRANSLATE_NOOP("words", "Not translated: the model gave no answer"),
    Reason.INVENTED: QT_TRANSLATE_NOOP("words", "Not translated: the model made something up"),
    Reason.SHORTENED: QT_TRANSLATE_NOOP("words", "Not translated: the model left out most of it"),
    Reason.NOT_TRANSLATED: QT_TRANSLATE_NOOP(
        "words", "Not translated: the model answered in another language"
    ),
    Reason.WRONG_LANGUAGE: QT_TRANSLATE_NOOP(
        "words", "Not translated: this is not the language it was taken for"
    ),
    Reason.ENGINE_FAILED: QT_TRANSLATE_NOOP("words", "Not translated: the model failed"),
    Reason.SKIPPED: QT_TRANSLATE_NOOP("words", "Skipped in the rush"),
    Reason.STOPPED: QT_TRANSLATE_NOOP("words", "Not translated: the show had ended"),
}


def reason_text(reason: Reason) -> str:
    """Return why a line has no translation, short enough to stand in the line's place."""
    return _say(_REASONS[reason])


_NEEDS_MODEL = QT_TRANSLATE_NOOP("words", "Needs a translation model first: {pairs}")


def route_text(route: Route) -> str:
    """Return why nothing can be translated along `route` yet, "" where it can."""
    match route:
        case NotInstalled(missing):
            names = [f"{language_name(source)} → {language_name(target)}" for source, target in missing]
            return _say(_NEEDS_MODEL).format(pairs=", ".join(names))
        case NoPath():
            return reason_text(Reason.NO_PATH)
        case Direct() | Pivot():
            return ""


# --- what went wrong and what to do ----------------------------------------------------------------------------

_FAILED_REASONS: dict[Reason, object] = {
    Reason.NO_MODEL: QT_TRANSLATE_NOOP(
        "words", "There is no translation model for this language. Install one, or send the text as written."
    ),
    Reason.NO_PATH: QT_TRANSLATE_NOOP(
        "words",
        "livedesk cannot translate between these languages. Send the text as written, or type it in theirs.",
    ),
    Reason.SAME_LANGUAGE: QT_TRANSLATE_NOOP(
        "words", "This is already in the right language. Send it as written."
    ),
    Reason.NOTHING_TO_TRANSLATE: QT_TRANSLATE_NOOP(
        "words", "There is nothing to translate. Type a few words."
    ),
    Reason.LOOP: QT_TRANSLATE_NOOP("words", "The model began to repeat itself. Put it in other words."),
    Reason.EMPTY: QT_TRANSLATE_NOOP("words", "The model gave no answer. Put it in other words."),
    Reason.INVENTED: QT_TRANSLATE_NOOP("words", "The model made something up. Put it in other words."),
    Reason.SHORTENED: QT_TRANSLATE_NOOP("words", "The model left out most of it. Use shorter sentences."),
    Reason.NOT_TRANSLATED: QT_TRANSLATE_NOOP(
        "words", "The model answered in another language. Put it in other words."
    ),
    Reason.WRONG_LANGUAGE: QT_TRANSLATE_NOOP(
        "words", "This is not in the language it was taken for. Choose the language, or type it in that one."
    ),
    Reason.ENGINE_FAILED: QT_TRANSLATE_NOOP("words", "Translation failed. Try again."),
    Reason.SKIPPED: QT_TRANSLATE_NOOP("words", "This was skipped in the rush. Try again."),
    Reason.STOPPED: QT_TRANSLATE_NOOP("words", "The show ended before this was done."),
}

_ERRORS: dict[ErrorCode, tuple[object, ...]] = {
    ErrorCode.FIGURES_DIFFER: (
        QT_TRANSLATE_NOOP("words", "The figures differ. Check them, then try again to send it as it is."),
    ),
    ErrorCode.MODEL_MISSING: (
        QT_TRANSLATE_NOOP(
            "words", "There is no translation model in this folder. Choose the folder that holds it."
        ),
    ),
    ErrorCode.MODEL_INCOMPLETE: (
        QT_TRANSLATE_NOOP("words", "The model folder lacks {file}. Copy the whole folder again."),
        QT_TRANSLATE_NOOP("words", "The model folder is not complete. Copy the whole folder again."),
    ),
    ErrorCode.MODEL_FOREIGN: (
        QT_TRANSLATE_NOOP("words", "This is not a MarianMT translation model. Choose another folder."),
    ),
    ErrorCode.MODEL_NOT_SAFETENSORS: (
        QT_TRANSLATE_NOOP(
            "words",
            "The model holds only an old kind of weights file, which is not safe to open. Choose another.",
        ),
    ),
    ErrorCode.MODEL_BROKEN: (
        QT_TRANSLATE_NOOP("words", "The model's files are damaged. Copy or download the model again."),
    ),
    ErrorCode.MODEL_CHECKSUM: (
        QT_TRANSLATE_NOOP(
            "words", "{file} differs from the published model. Copy or download the model again."
        ),
        QT_TRANSLATE_NOOP("words", "The model differs from the published one. Copy or download it again."),
    ),
    ErrorCode.MODEL_UNKNOWN: (
        QT_TRANSLATE_NOOP(
            "words", "livedesk does not know this model, so nobody has checked its translations."
        ),
    ),
    ErrorCode.MANIFEST_BROKEN: (
        QT_TRANSLATE_NOOP("words", "The list of models cannot be read. Install livedesk again."),
    ),
    ErrorCode.NO_PATH: (
        QT_TRANSLATE_NOOP("words", "livedesk cannot translate between these languages. Choose others."),
    ),
    ErrorCode.ENGINE_NOT_INSTALLED: (
        QT_TRANSLATE_NOOP("words", "The translation engine is not installed. Install livedesk again."),
    ),
    ErrorCode.ENGINE_FAILED: (QT_TRANSLATE_NOOP("words", "Translation failed. Start livedesk again."),),
    ErrorCode.NO_CONNECTION: (
        QT_TRANSLATE_NOOP(
            "words", "No connection to {host}. Check the network; or choose the China mirror or a folder."
        ),
        QT_TRANSLATE_NOOP("words", "There is no connection. Check the network, or install from a folder."),
    ),
    ErrorCode.WIFI_LOGIN: (
        QT_TRANSLATE_NOOP("words", "This Wi-Fi asks for a login. Log in with a browser, then try again."),
    ),
    ErrorCode.UNTRUSTED_SERVER: (
        QT_TRANSLATE_NOOP(
            "words", "{host} cannot prove who it is. Log in to the Wi-Fi, or check this computer's clock."
        ),
        QT_TRANSLATE_NOOP(
            "words", "The server cannot prove who it is. Log in to the Wi-Fi, or check the clock."
        ),
    ),
    ErrorCode.DOWNLOAD_REFUSED: (
        QT_TRANSLATE_NOOP("words", "{host} does not hand out this model. Choose a mirror or a folder."),
        QT_TRANSLATE_NOOP("words", "The server does not hand out this model. Choose a mirror or a folder."),
    ),
    ErrorCode.DOWNLOAD_NOT_THERE: (
        QT_TRANSLATE_NOOP("words", "{host} does not have {file}. Choose a mirror or a folder."),
        QT_TRANSLATE_NOOP("words", "The server does not have this model. Choose a mirror or a folder."),
    ),
    ErrorCode.DOWNLOAD_BUSY: (
        QT_TRANSLATE_NOOP("words", "{host} is too busy. Try again in some minutes; what came is kept."),
        QT_TRANSLATE_NOOP("words", "The server is too busy. Try again in some minutes; what came is kept."),
    ),
    ErrorCode.DOWNLOAD_CUT: (
        QT_TRANSLATE_NOOP("words", "The connection keeps breaking. Try again: it goes on where it stopped."),
    ),
    ErrorCode.DOWNLOAD_CHANGED: (
        QT_TRANSLATE_NOOP(
            "words", "{file} from {host} is not the published one. Choose a mirror or a folder."
        ),
        QT_TRANSLATE_NOOP("words", "What came is not the published model. Choose a mirror or a folder."),
    ),
    ErrorCode.DOWNLOAD_TWICE: (QT_TRANSLATE_NOOP("words", "This model is being installed already."),),
    ErrorCode.DOWNLOAD_FAILED: (QT_TRANSLATE_NOOP("words", "The model could not be downloaded."),),
    ErrorCode.MICROPHONE_MISSING: (
        QT_TRANSLATE_NOOP(
            "words", "“{microphone}” is not plugged in. Plug it in, or choose another microphone."
        ),
        QT_TRANSLATE_NOOP("words", "No microphone was found. Plug one in; it is used at once."),
    ),
    ErrorCode.MICROPHONE_BUSY: (
        QT_TRANSLATE_NOOP(
            "words",
            "“{microphone}” cannot be opened; another program may be using it. Close that program, or choose "
            "another microphone.",
        ),
        QT_TRANSLATE_NOOP(
            "words", "The microphone cannot be opened; another program may be using it. Close that program."
        ),
    ),
    ErrorCode.MICROPHONE_DENIED: (
        QT_TRANSLATE_NOOP(
            "words",
            "This computer does not let livedesk hear the microphone. Allow it in the computer's privacy "
            "settings, then switch the microphone off and on.",
        ),
    ),
    ErrorCode.MICROPHONE_GONE: (
        QT_TRANSLATE_NOOP(
            "words", "“{microphone}” stopped sending sound. Plug it in again, or choose another microphone."
        ),
        QT_TRANSLATE_NOOP("words", "The microphone stopped sending sound. Plug it in again."),
    ),
    ErrorCode.MICROPHONE_SILENT: (
        QT_TRANSLATE_NOOP(
            "words",
            "Nothing has been heard from “{microphone}” for 10 seconds. Is it muted, the wrong one, or not allowed "
            "in the computer's privacy settings?",
        ),
        QT_TRANSLATE_NOOP(
            "words",
            "Nothing has been heard for 10 seconds. Is the microphone muted, the wrong one, or not allowed in the "
            "computer's privacy settings?",
        ),
    ),
    ErrorCode.SOUND_LIBRARY_MISSING: (
        QT_TRANSLATE_NOOP("words", "A part that opens microphones is missing. Install livedesk again."),
    ),
    ErrorCode.AUDIO_FILE_BROKEN: (
        QT_TRANSLATE_NOOP(
            "words", "{file} cannot be read as sound to its end. Copy it again, or choose another file."
        ),
        QT_TRANSLATE_NOOP("words", "This file cannot be read as sound to its end. Choose another one."),
    ),
    ErrorCode.SPEECH_MODEL_MISSING: (
        QT_TRANSLATE_NOOP(
            "words", "No speech model is installed, so nothing you say is written. Install one."
        ),
    ),
    ErrorCode.SPEECH_MODEL_BROKEN: (
        QT_TRANSLATE_NOOP("words", "The speech model's files are damaged. Install the model again."),
    ),
    ErrorCode.SPEECH_LANGUAGE: (
        QT_TRANSLATE_NOOP("words", "The speech model does not know this language. Choose another model."),
    ),
    ErrorCode.SPEECH_ENGINE_MISSING: (
        QT_TRANSLATE_NOOP("words", "A part that listens to speech is missing. Install livedesk again."),
    ),
    ErrorCode.SPEECH_FAILED: (
        QT_TRANSLATE_NOOP("words", "Listening failed. Switch the microphone off and on again."),
    ),
    ErrorCode.FOLDER_NOT_WRITABLE: (
        QT_TRANSLATE_NOOP(
            "words", "Nothing can be saved in {folder}. Choose another folder or ask for access."
        ),
        QT_TRANSLATE_NOOP(
            "words", "Nothing can be saved in this folder. Choose another one or ask for access."
        ),
    ),
    ErrorCode.PLACES_BROKEN: (
        QT_TRANSLATE_NOOP("words", "The map of livedesk is damaged. Install livedesk again."),
    ),
    ErrorCode.NO_ROUTE: (
        QT_TRANSLATE_NOOP("words", "Goods do not get there this way. Choose another one: by sea or by air."),
    ),
    ErrorCode.DISK_FULL: (QT_TRANSLATE_NOOP("words", "The disk is full. Delete files you no longer need."),),
    ErrorCode.ALREADY_RUNNING: (QT_TRANSLATE_NOOP("words", "livedesk is already open. Use that window."),),
    ErrorCode.DATABASE_CORRUPT: (
        QT_TRANSLATE_NOOP("words", "The database is damaged. It was kept aside, and a new one was started."),
    ),
    ErrorCode.DATABASE_NEWER: (
        QT_TRANSLATE_NOOP("words", "The database comes from a newer livedesk. Install the newer version."),
    ),
    ErrorCode.DATABASE_LOCKED: (
        QT_TRANSLATE_NOOP("words", "Another program holds the database. Close that program."),
    ),
    ErrorCode.SESSION_UNKNOWN: (QT_TRANSLATE_NOOP("words", "There is no show of this name to export."),),
    ErrorCode.BOOTH_BROKEN: (
        QT_TRANSLATE_NOOP("words", "{file}, line {line}, {field}: “{value}” {fault}."),
        QT_TRANSLATE_NOOP("words", "{file}, line {line}, {field} {fault}."),
        QT_TRANSLATE_NOOP("words", "{file}, line {line} {fault}."),
        QT_TRANSLATE_NOOP("words", "{file} {fault}."),
        QT_TRANSLATE_NOOP("words", "The booth folder cannot be read. Choose another one."),
    ),
    ErrorCode.TAPE_BROKEN: (QT_TRANSLATE_NOOP("words", "The recording cannot be read. Choose another one."),),
    ErrorCode.BAD_INPUT: (QT_TRANSLATE_NOOP("words", "This cannot be used. Check it and try again."),),
    ErrorCode.NO_DISPLAY: (QT_TRANSLATE_NOOP("words", "There is no screen to open the window on."),),
    ErrorCode.SOURCE_CLOSED: (
        QT_TRANSLATE_NOOP(
            "words", "The buyer's chat is closed, so the reply did not arrive. Try again later."
        ),
    ),
    ErrorCode.CANNOT_SEND: (QT_TRANSLATE_NOOP("words", "The chat did not take the reply. Try again."),),
    ErrorCode.STOPPED: (QT_TRANSLATE_NOOP("words", "livedesk was closing before this was done. Try again."),),
    ErrorCode.PICTURE_UNREADABLE: (
        QT_TRANSLATE_NOOP(
            "words", "{file} is no picture that livedesk can read. Save it as JPEG or PNG and try again."
        ),
        QT_TRANSLATE_NOOP(
            "words", "This is no picture that livedesk can read. Save it as JPEG or PNG and try again."
        ),
    ),
    ErrorCode.PORT_IN_USE: (
        QT_TRANSLATE_NOOP(
            "words",
            "Another program uses port {port} of this computer. Close it, or choose another port.",
        ),
        QT_TRANSLATE_NOOP("words", "Another program uses this port. Close it, or choose another port."),
    ),
    ErrorCode.ADDRESS_GONE: (
        QT_TRANSLATE_NOOP(
            "words", "This computer does not have the address {address} any more. Choose another one."
        ),
        QT_TRANSLATE_NOOP("words", "This computer does not have this address any more. Choose another one."),
    ),
    ErrorCode.NO_NETWORK: (
        QT_TRANSLATE_NOOP("words", "This computer is in no network. Switch on its Wi-Fi or its hotspot."),
    ),
    ErrorCode.QT_MISSING: (QT_TRANSLATE_NOOP("words", "PySide6 is not installed. Install livedesk again."),),
    ErrorCode.ACCESS_REFUSED: (
        QT_TRANSLATE_NOOP("words", "The password or key was refused. Check it in the settings."),
    ),
    ErrorCode.CHANNEL_UNKNOWN: (
        QT_TRANSLATE_NOOP("words", "There is no channel or video “{channel}”. Check the name."),
        QT_TRANSLATE_NOOP("words", "There is no such channel or video. Check the name."),
    ),
    ErrorCode.NOT_LIVE: (
        QT_TRANSLATE_NOOP(
            "words", "“{channel}” has no live chat now. Start the broadcast, then connect again."
        ),
        QT_TRANSLATE_NOOP("words", "There is no live chat now. Start the broadcast, then connect again."),
    ),
    ErrorCode.QUOTA_USED_UP: (
        QT_TRANSLATE_NOOP(
            "words",
            "YouTube's daily allowance for this key is used up. It starts anew at midnight, Pacific time.",
        ),
    ),
    ErrorCode.TOO_MANY: (QT_TRANSLATE_NOOP("words", "Too many at once. Wait a moment and try again."),),
    ErrorCode.TOO_LONG: (
        QT_TRANSLATE_NOOP("words", "The text is too long; at most {most} characters can be sent there."),
        QT_TRANSLATE_NOOP("words", "The text is too long to be sent there."),
    ),
    ErrorCode.READ_ONLY: (
        QT_TRANSLATE_NOOP(
            "words", "This chat can only be read from here. Copy the answer and send it there."
        ),
    ),
    ErrorCode.PUBLIC_ONLY: (
        QT_TRANSLATE_NOOP(
            "words",
            "livedesk cannot send private messages there, so nothing was sent. Send it to all, or write to the "
            "buyer on the platform.",
        ),
    ),
    ErrorCode.UNREACHABLE: (
        QT_TRANSLATE_NOOP(
            "words", "No connection to {host}. Check the network; in some countries it cannot be reached."
        ),
        QT_TRANSLATE_NOOP("words", "There is no connection. Check the network."),
    ),
    ErrorCode.API_OFF: (
        QT_TRANSLATE_NOOP(
            "words",
            "The key works, but “YouTube Data API v3” is not switched on for it. Do so in the Google Cloud console.",
        ),
    ),
    ErrorCode.LINK_BROKEN: (
        QT_TRANSLATE_NOOP("words", "Something went wrong inside livedesk here; a report was written."),
    ),
    ErrorCode.REPLAY_LINE: (
        QT_TRANSLATE_NOOP("words", "{file}, line {line}: no time, name and text could be read there."),
        QT_TRANSLATE_NOOP("words", "A line of this file has no time, name and text."),
    ),
    ErrorCode.REPLAY_EMPTY: (
        QT_TRANSLATE_NOOP("words", "{file} holds no chat messages."),
        QT_TRANSLATE_NOOP("words", "This file holds no chat messages."),
    ),
    ErrorCode.SHEET_MISSING: (
        QT_TRANSLATE_NOOP("words", "There is no file {file}."),
        QT_TRANSLATE_NOOP("words", "The file is not there any more."),
    ),
    ErrorCode.SHEET_UNREADABLE: (
        QT_TRANSLATE_NOOP("words", "{file} cannot be opened. Close it in other programs and try again."),
        QT_TRANSLATE_NOOP("words", "The file cannot be opened. Close it in other programs and try again."),
    ),
    ErrorCode.SHEET_EMPTY: (
        QT_TRANSLATE_NOOP("words", "{file} holds no table."),
        QT_TRANSLATE_NOOP("words", "The file holds no table."),
    ),
    ErrorCode.SHEET_FORMAT: (
        QT_TRANSLATE_NOOP("words", "{file} is no table that livedesk reads. Save it as .xlsx or .csv."),
        QT_TRANSLATE_NOOP("words", "This is no table that livedesk reads. Save it as .xlsx or .csv."),
    ),
    ErrorCode.SHEET_PASSWORD: (
        QT_TRANSLATE_NOOP("words", "{file} is protected by a password. Save it without the password."),
        QT_TRANSLATE_NOOP("words", "The file is protected by a password. Save it without the password."),
    ),
    ErrorCode.SHEET_BROKEN: (
        QT_TRANSLATE_NOOP("words", "{file} is damaged in line {line}: a quotation mark is not closed there."),
        QT_TRANSLATE_NOOP("words", "{file} is damaged. Save it again, best as .xlsx."),
        QT_TRANSLATE_NOOP("words", "The file is damaged. Save it again, best as .xlsx."),
    ),
    ErrorCode.SHEET_TOO_LARGE: (
        QT_TRANSLATE_NOOP(
            "words",
            "{file} is too large ({size_mb} MB; {most_mb} MB can be read). Split it into smaller files.",
        ),
        QT_TRANSLATE_NOOP("words", "The file is too large. Split it into smaller files."),
    ),
    ErrorCode.SHEET_TOO_LONG: (
        QT_TRANSLATE_NOOP(
            "words",
            "{file} reaches too far: {most} rows can be read. Delete what stands far below or right of the products.",
        ),
        QT_TRANSLATE_NOOP(
            "words", "The table reaches too far. Delete what stands far below or right of the products."
        ),
    ),
    ErrorCode.SHEET_UNKNOWN: (
        QT_TRANSLATE_NOOP("words", "There is no sheet {sheet} in {file}."),
        QT_TRANSLATE_NOOP("words", "There is no such sheet in the file."),
    ),
    ErrorCode.SHEET_NO_SKU: (
        QT_TRANSLATE_NOOP("words", "No column holds the article numbers. Choose it in the head of a column."),
    ),
    ErrorCode.SHEET_MAP_BROKEN: (
        QT_TRANSLATE_NOOP("words", "The file of columns {file} has a mistake: {value}."),
        QT_TRANSLATE_NOOP("words", "The file of columns has a mistake."),
    ),
    ErrorCode.PICTURE_TOO_LARGE: (
        QT_TRANSLATE_NOOP("words", "{file} is too large. Save it smaller, 4,000 pixels wide will do."),
        QT_TRANSLATE_NOOP("words", "The picture is too large. Save it smaller, 4,000 pixels wide will do."),
    ),
}


_FAULTS: dict[str, object] = {
    "missing": QT_TRANSLATE_NOOP("words", "is missing"),
    "unreadable": QT_TRANSLATE_NOOP("words", "cannot be read"),
    "not_utf8": QT_TRANSLATE_NOOP("words", "is not text in UTF-8"),
    "malformed": QT_TRANSLATE_NOOP("words", "is not written as it should be"),
    "unknown_field": QT_TRANSLATE_NOOP("words", "is not a known field"),
    "not_a_number": QT_TRANSLATE_NOOP("words", "is not a number"),
    "out_of_range": QT_TRANSLATE_NOOP("words", "is too small or too large"),
    "not_a_choice": QT_TRANSLATE_NOOP("words", "is not one of the choices"),
    "duplicate": QT_TRANSLATE_NOOP("words", "is there twice"),
    "unknown_sku": QT_TRANSLATE_NOOP("words", "is no product of this booth"),
    "unknown_message": QT_TRANSLATE_NOOP("words", "is no message of this recording"),
    "out_of_order": QT_TRANSLATE_NOOP("words", "is not in the right order"),
}
"""What the param `fault` of BOOTH_BROKEN says; the codes are those of the booth reader."""


def error_text(code: ErrorCode, params: Params | None = None) -> str:
    """Return what went wrong and what to do about it."""
    text = _fill(_ERRORS[code], params or {})
    if code is ErrorCode.DOWNLOAD_FAILED and params and "tries" in params:
        for tried in tries_of(str(params["tries"])):
            text = join_sentences(text, error_text(tried.code, tried.params))
    return text


def failure_text(code: str, params: Params | None = None) -> str:
    """Return the sentence for a code that is a `Reason` or an `ErrorCode` value, "" for no code."""
    if not code:
        return ""
    if code in set(Reason):
        return _say(_FAILED_REASONS[Reason(code)])
    if code in set(ErrorCode):
        return error_text(ErrorCode(code), params)
    return QCoreApplication.translate("words", "Something went wrong ({code}).").format(code=code)


# --- notices ---------------------------------------------------------------------------------------------------

_NOTICES: dict[NoticeCode, tuple[object, ...]] = {
    NoticeCode.NO_MODEL: (
        QT_TRANSLATE_NOOP(
            "words",
            "No translation model from {source} to {target}. Lines appear in their own language only "
            "until you install one.",
        ),
        QT_TRANSLATE_NOOP(
            "words",
            "No translation model is installed. Lines appear in their own language only until you install one.",
        ),
    ),
    NoticeCode.MODEL_BROKEN: (
        QT_TRANSLATE_NOOP("words", "The translation model {model} cannot be used."),
        QT_TRANSLATE_NOOP("words", "The translation model cannot be used."),
    ),
    NoticeCode.UNLISTED_MODEL: (
        QT_TRANSLATE_NOOP(
            "words",
            "Nobody has checked the model {model} for trade talk. Look over its translations yourself.",
        ),
        QT_TRANSLATE_NOOP(
            "words", "Nobody has checked this model for trade talk. Look over its translations yourself."
        ),
    ),
    NoticeCode.UNFINISHED_SESSION: (
        QT_TRANSLATE_NOOP("words", "“{name}” was cut off. Everything up to the last second is kept."),
        QT_TRANSLATE_NOOP("words", "The last show was cut off. Everything up to the last second is kept."),
    ),
    NoticeCode.STORE_FAILED: (
        QT_TRANSLATE_NOOP("words", "This show is not being saved. Captions and chat go on."),
    ),
    NoticeCode.DATABASE_KEPT_ASIDE: (
        QT_TRANSLATE_NOOP(
            "words", "The database was damaged. It is kept as {path}, and a new one was started."
        ),
        QT_TRANSLATE_NOOP("words", "The database was damaged. It is kept aside, and a new one was started."),
    ),
    NoticeCode.SETTINGS_RESET: (
        QT_TRANSLATE_NOOP(
            "words", "The settings could not be read and are kept as {path}. The standard ones apply."
        ),
        QT_TRANSLATE_NOOP("words", "The settings could not be read. The standard ones apply."),
    ),
    NoticeCode.BEHIND: (
        QT_TRANSLATE_NOOP(
            "words", "Translation is {lag} behind. Pause for a moment, or close other programs."
        ),
        QT_TRANSLATE_NOOP("words", "Translation is behind. Pause for a moment, or close other programs."),
    ),
    NoticeCode.SESSION_SAVED: (
        QT_TRANSLATE_NOOP("words", "The show is saved: captions {captions}, messages {messages}."),
        QT_TRANSLATE_NOOP("words", "The show is saved."),
    ),
    NoticeCode.CATALOGUE_FAILED: (
        QT_TRANSLATE_NOOP("words", "The booth was not loaded; the catalogue is as before."),
    ),
    NoticeCode.REPLY_COPIED: (
        QT_TRANSLATE_NOOP(
            "words",
            "The private reply to {private_to} is copied. Paste it into a private message, not into the chat.",
        ),
        QT_TRANSLATE_NOOP("words", "The reply to {buyer} is copied. Paste it into the platform's chat."),
        QT_TRANSLATE_NOOP("words", "The reply is copied. Paste it into the platform's chat."),
    ),
    NoticeCode.MODEL_INSTALLED: (
        QT_TRANSLATE_NOOP("words", "The model {model} is installed and in use from the next line on."),
        QT_TRANSLATE_NOOP("words", "The model is installed and in use from the next line on."),
    ),
    NoticeCode.EXPORTED: (
        QT_TRANSLATE_NOOP("words", "Exported to {path}"),
        QT_TRANSLATE_NOOP("words", "The show is exported."),
    ),
    NoticeCode.EXPORT_FAILED: (
        QT_TRANSLATE_NOOP("words", "The show was not exported; it stays stored here."),
    ),
    NoticeCode.TERMS_NOT_WRITTEN: (
        QT_TRANSLATE_NOOP("words", "The terms were not exported; they stay stored here."),
    ),
    NoticeCode.TERMS_NOT_READ: (
        QT_TRANSLATE_NOOP("words", "Your own terms could not be read; those of the catalogue are in use."),
    ),
    NoticeCode.WORKER_FAILED: (
        QT_TRANSLATE_NOOP(
            "words", "{part} has stopped; the rest goes on. Start livedesk again when you can."
        ),
        QT_TRANSLATE_NOOP(
            "words", "A part of livedesk has stopped; the rest goes on. Start it again when you can."
        ),
    ),
    NoticeCode.PIN_LIMIT: (
        QT_TRANSLATE_NOOP("words", "{limit} products are on air already. Take one off first."),
        QT_TRANSLATE_NOOP("words", "There is no more room on air. Take a product off first."),
    ),
    NoticeCode.PICTURES_FAILED: (
        QT_TRANSLATE_NOOP("words", "The pictures were not added; the product is as before."),
    ),
    NoticeCode.ROUTE_FAILED: (
        QT_TRANSLATE_NOOP("words", "The shipping route could not be worked out. Start livedesk again."),
    ),
    NoticeCode.AUDIENCE_MOVED: (
        QT_TRANSLATE_NOOP(
            "words",
            "This computer has a new network address, {address}. Show the QR code again: the old one is dead.",
        ),
        QT_TRANSLATE_NOOP(
            "words", "This computer has a new network address. Show the QR code again: the old one is dead."
        ),
    ),
    NoticeCode.AUDIENCE_FAILED: (QT_TRANSLATE_NOOP("words", "Buyers' phones cannot connect."),),
    NoticeCode.CHAT_FAILED: (
        QT_TRANSLATE_NOOP("words", "No messages come from {chat}."),
        QT_TRANSLATE_NOOP("words", "No messages come from a chat that is switched on."),
    ),
    NoticeCode.REPLAY_FAILED: (QT_TRANSLATE_NOOP("words", "The recorded chat is not played."),),
    NoticeCode.OBS_FAILED: (
        QT_TRANSLATE_NOOP("words", "OBS is not connected; the show goes on without it."),
    ),
    NoticeCode.LEAD_MADE: (
        QT_TRANSLATE_NOOP("words", "{name} asks for a quote. See the leads."),
        QT_TRANSLATE_NOOP("words", "A buyer asks for a quote. See the leads."),
    ),
    NoticeCode.LEAD_KEPT: (
        QT_TRANSLATE_NOOP("words", "{name} is among the leads now."),
        QT_TRANSLATE_NOOP("words", "The buyer is among the leads now."),
    ),
    NoticeCode.BUYER_FORGOTTEN: (
        QT_TRANSLATE_NOOP("words", "Everything that was stored of this buyer is deleted."),
    ),
    NoticeCode.LEADS_FAILED: (
        QT_TRANSLATE_NOOP("words", "The leads were not exported; they stay stored here."),
    ),
    NoticeCode.REPORT_FAILED: (
        QT_TRANSLATE_NOOP("words", "The report was not written; the show stays stored here."),
    ),
    NoticeCode.NUMBER_TAKEN: (
        QT_TRANSLATE_NOOP("words", "Number {wanted} is another product's; {sku} has number {given}."),
        QT_TRANSLATE_NOOP("words", "{count} products got new numbers; other products have theirs already."),
        QT_TRANSLATE_NOOP("words", "A number is another product's already, so a new one was given."),
    ),
    NoticeCode.SKU_TAKEN: (
        QT_TRANSLATE_NOOP("words", "{sku} is another product's SKU. This product keeps the one it had."),
        QT_TRANSLATE_NOOP("words", "This SKU is another product's. The product keeps the one it had."),
    ),
    NoticeCode.OFFER_NOT_TRANSLATED: (
        QT_TRANSLATE_NOOP(
            "words",
            "In {language} the offer's figures came out differently ({figures}); it shows your own words there.",
        ),
        QT_TRANSLATE_NOOP("words", "The offer is not in {language}; it shows your own words there."),
        QT_TRANSLATE_NOOP("words", "The offer is not translated; it shows your own words."),
    ),
    NoticeCode.MICROPHONE_FAILED: (
        QT_TRANSLATE_NOOP(
            "words", "Nothing is heard, so no captions are made. Lines can be typed meanwhile."
        ),
    ),
    NoticeCode.MICROPHONE_CHANGED: (
        QT_TRANSLATE_NOOP(
            "words",
            "“{missing}” is not there, so “{microphone}” is heard. livedesk goes back by itself when it is.",
        ),
        QT_TRANSLATE_NOOP(
            "words",
            "“{missing}” is not there, so the computer's own microphone is heard. livedesk goes back by itself "
            "when it is.",
        ),
        QT_TRANSLATE_NOOP("words", "“{microphone}” is heard now."),
        QT_TRANSLATE_NOOP("words", "The computer's own microphone is heard now."),
    ),
    NoticeCode.SPEECH_MODEL_MISSING: (
        QT_TRANSLATE_NOOP(
            "words",
            "No speech model for {language} is installed, so what the host says is not written. Lines can be "
            "typed meanwhile.",
        ),
        QT_TRANSLATE_NOOP(
            "words",
            "No speech model is installed, so what the host says is not written. Lines can be typed meanwhile.",
        ),
    ),
    NoticeCode.RECORDING_FAILED: (
        QT_TRANSLATE_NOOP("words", "The host is no longer being recorded. Captions go on."),
    ),
    NoticeCode.PRACTICE_ONLY: (
        QT_TRANSLATE_NOOP(
            "words", "This is a rehearsal: no buyer sees it, and replies stay on this computer."
        ),
    ),
}


def notice_text(notice: Notice) -> str:
    """Return the banner's sentence; a param `code` (`Reason` or `ErrorCode`) adds its own sentence."""
    text = _fill(_NOTICES[notice.code], notice.params)
    why = failure_text(str(notice.params.get("code", "")), notice.params)
    return join_sentences(text, why)


# --- how a sentence is chosen and filled -----------------------------------------------------------------------


def _say(source: object) -> str:
    return QCoreApplication.translate("words", str(source))


def _fill(choices: tuple[object, ...], params: Params) -> str:
    values = {name: _value(name, value) for name, value in params.items()}
    if "lag_ms" in params:
        values["lag"] = format_lag(int(params["lag_ms"]))
    for source in choices:
        wanted = {name for _, name, _, _ in Formatter().parse(str(source)) if name}
        if all(values.get(name) for name in wanted):
            return _say(source).format_map(values)
    raise AssertionError(f"no sentence without values in {choices}")


def _value(name: str, value: str | int) -> str:
    """Return a param as a person reads it, "" where it says nothing."""
    match name:
        case "source" | "target" | "language":
            return language_name(Language(str(value)))
        case "chat":
            return source_name(str(value))
        case "part" if value in set(Part):
            return part_name(Part(value))
        case "part":
            return ""
        case "fault":
            return _say(_FAULTS[str(value)]) if value in _FAULTS else ""
        case "microphone" | "missing" if value in ("default", "sysdefault"):
            return ""  # what ALSA calls the computer's own choice
        case "line" if value == 0:
            return ""  # the whole file
        case _:
            return str(value)


def join_sentences(first: str, second: str) -> str:
    """Put two sentences of the language in use beside each other; Chinese has no space between them."""
    if not second:
        return first
    return f"{first}{second}" if first.endswith("。") else f"{first} {second}"
