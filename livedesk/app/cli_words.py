"""What the command line says for each error code: plain sentences, with what to do next."""

from collections.abc import Mapping

from livedesk.adapters.booth.fault import Fault
from livedesk.adapters.evaluation.pairs_tsv import LONGEST_LINE, PairsFault, PairsProblem
from livedesk.adapters.store.export_words import ExportWords
from livedesk.core.chat.intent import Intent
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing, tries_of
from livedesk.core.records import Notice, NoticeCode, Reason, WarningKind
from livedesk.core.translation.terms_file import TermsFault, TermsProblem

ERRORS: dict[ErrorCode, str] = {
    ErrorCode.MODEL_MISSING: "There is no translation model {model}. Install one: livedesk models install FOLDER",
    ErrorCode.MODEL_INCOMPLETE: "The model {model} lacks the file {file}. Copy the whole model folder again.",
    ErrorCode.MODEL_FOREIGN: "{model} is not a MarianMT translation model.",
    ErrorCode.MODEL_NOT_SAFETENSORS: "{model} has no model.safetensors. models/README.md says how to make it.",
    ErrorCode.MODEL_BROKEN: "The model {model} is damaged ({file}). Copy or install it again.",
    ErrorCode.MODEL_CHECKSUM: "The file {file} of model {model} is not the published one. Copy it again.",
    ErrorCode.MODEL_UNKNOWN: "No model is called {model}. See: livedesk models list",
    ErrorCode.MANIFEST_BROKEN: "The list of models is damaged ({detail}). Install livedesk again.",
    ErrorCode.NO_PATH: "No model translates from {source} to {target}. See: livedesk models list",
    ErrorCode.ENGINE_NOT_INSTALLED: "The engine {engine} is not installed. Install it: pip install 'livedesk[torch]'",
    ErrorCode.ENGINE_FAILED: "Translation failed. Try again; if it fails again, install the model anew.",
    ErrorCode.FOLDER_NOT_WRITABLE: (
        "livedesk cannot write to {folder}. Choose another folder; --base-dir DIR chooses the one of all data."
    ),
    ErrorCode.PLACES_BROKEN: "The map of livedesk is damaged ({file}). Install livedesk again.",
    ErrorCode.NO_ROUTE: "Goods do not get there this way. Choose another one: by sea or by air.",
    ErrorCode.DISK_FULL: "The disk is full ({folder}). Free some space and try again.",
    ErrorCode.ALREADY_RUNNING: "livedesk is already running on this data (process {pid}). Close it first.",
    ErrorCode.DATABASE_CORRUPT: "The database is damaged ({file}).",
    ErrorCode.DATABASE_NEWER: "A newer livedesk wrote this data ({file}). Update livedesk; nothing was changed.",
    ErrorCode.DATABASE_LOCKED: "Another program holds the database ({file}). Close it and try again.",
    ErrorCode.SESSION_UNKNOWN: "There is no session {session}. See: livedesk sessions",
    ErrorCode.BOOTH_BROKEN: "The booth folder has a mistake in {file}{place}: {what}.",
    ErrorCode.TAPE_BROKEN: "The tape has a mistake: line {line} {detail}.",
    ErrorCode.BAD_INPUT: "{value} is not possible here. Possible: {allowed}",
    ErrorCode.NO_DISPLAY: "There is no display to open a window on.",
    ErrorCode.NO_CONNECTION: "No connection to {host}. Check the network and try again; or use a mirror (--mirror "
    "https://hf-mirror.com), or install the model from a folder.",
    ErrorCode.WIFI_LOGIN: "{host} answered with a web page. Log in to the Wi-Fi in a browser and try again.",
    ErrorCode.UNTRUSTED_SERVER: "{host} cannot prove who it is. Log in to the Wi-Fi, check this computer's clock, or "
    "use another network.",
    ErrorCode.DOWNLOAD_REFUSED: "{host} does not hand out {file} without an account. Try another source or mirror.",
    ErrorCode.DOWNLOAD_NOT_THERE: "{host} does not have {file}. Try another source or mirror.",
    ErrorCode.DOWNLOAD_BUSY: "{host} is too busy. Try again in some minutes; what came so far is kept.",
    ErrorCode.DOWNLOAD_CUT: "The connection to {host} keeps breaking. Try again: it goes on where it stopped.",
    ErrorCode.DOWNLOAD_CHANGED: "{file} from {host} is not the published one. Try another source or mirror.",
    ErrorCode.DOWNLOAD_TWICE: "{model} is being installed already, in a window or by another command.",
    ErrorCode.DOWNLOAD_FAILED: "{model} could not be downloaded from any source. {tries}",
    ErrorCode.SOURCE_CLOSED: "The chat it came from is closed.",
    ErrorCode.CANNOT_SEND: "The message could not be sent.",
    ErrorCode.MICROPHONE_MISSING: "No microphone was found. Plug one in and try again.",
    ErrorCode.MICROPHONE_BUSY: "The microphone cannot be opened. Close other programs that may be using it.",
    ErrorCode.MICROPHONE_DENIED: "This computer does not let livedesk use the microphone. Allow it in its settings.",
    ErrorCode.MICROPHONE_GONE: "The microphone stopped sending sound. Plug it in again.",
    ErrorCode.MICROPHONE_SILENT: "Nothing has been heard for 10 seconds. Is the microphone muted?",
    ErrorCode.SOUND_LIBRARY_MISSING: (
        "PortAudio is missing, so no microphone can be used. On Debian, install libportaudio2."
    ),
    ErrorCode.AUDIO_FILE_BROKEN: "{file} cannot be read as sound to its end. Copy it again or choose another file.",
    ErrorCode.SPEECH_MODEL_MISSING: "No speech model is installed. Try: livedesk models install whisper-base",
    ErrorCode.SPEECH_MODEL_BROKEN: "The speech model {model} is damaged ({file}). Install it again.",
    ErrorCode.SPEECH_LANGUAGE: "The speech model {model} does not know this language ({language}).",
    ErrorCode.SPEECH_ENGINE_MISSING: "The library that runs {model} is not installed. Install livedesk again.",
    ErrorCode.SPEECH_FAILED: "Speech recognition failed. Try again; if it fails again, install the model anew.",
    ErrorCode.FIGURES_DIFFER: "The figures differ between the reply and its translation.",
    ErrorCode.STOPPED: "livedesk was closed before this was done.",
    ErrorCode.QT_MISSING: (
        "A report on paper or in Chinese needs PySide6: pip install PySide6-Essentials. In English, html needs "
        "nothing."
    ),
    ErrorCode.PICTURE_UNREADABLE: "{file} is no picture that livedesk can read. Save it as JPEG or PNG.",
    ErrorCode.PICTURE_TOO_LARGE: "{file} is too large for a picture. Save it smaller.",
    ErrorCode.PORT_IN_USE: "Another program uses port {port} of this computer. Close it, or choose another port.",
    ErrorCode.ADDRESS_GONE: "This computer does not have the address {address} any more. Choose another one.",
    ErrorCode.NO_NETWORK: "This computer is in no network. Switch on its Wi-Fi or its hotspot.",
    ErrorCode.ACCESS_REFUSED: "The password or key was refused. Check it.",
    ErrorCode.CHANNEL_UNKNOWN: "There is no channel or video “{channel}”. Check the name.",
    ErrorCode.NOT_LIVE: "“{channel}” has no live chat now. Start the broadcast, then connect again.",
    ErrorCode.QUOTA_USED_UP: "YouTube's allowance for this key is used up until midnight, Pacific time.",
    ErrorCode.TOO_MANY: "Too many at once. Wait a moment and try again.",
    ErrorCode.TOO_LONG: "The text is too long; at most {most} characters can be sent there.",
    ErrorCode.READ_ONLY: "This chat can only be read from here. Copy the answer and send it there.",
    ErrorCode.PUBLIC_ONLY: "livedesk cannot send private messages there, so nothing was sent.",
    ErrorCode.UNREACHABLE: "No connection to {host}. Check the network.",
    ErrorCode.API_OFF: "The key works, but YouTube Data API v3 is not switched on for it.",
    ErrorCode.LINK_BROKEN: "Something went wrong inside livedesk here; a report was written.",
    ErrorCode.REPLAY_LINE: "{file}, line {line}: no time, name and text could be read there.",
    ErrorCode.REPLAY_EMPTY: "{file} holds no chat messages.",
    ErrorCode.SHEET_MISSING: "There is no file {file}.",
    ErrorCode.SHEET_UNREADABLE: "{file} cannot be opened. Close it in other programs and try again.",
    ErrorCode.SHEET_EMPTY: "{file} holds no table.",
    ErrorCode.SHEET_FORMAT: "{file} is no table that livedesk reads. Save it as .xlsx or .csv and try again.",
    ErrorCode.SHEET_PASSWORD: "{file} is protected by a password. Save it without the password and try again.",
    ErrorCode.SHEET_BROKEN: "{file} is damaged{place}. Nothing was taken from it. Save it again, best as .xlsx.",
    ErrorCode.SHEET_TOO_LARGE: (
        "{file} is too large: {size_mb} MB, of which {most_mb} MB can be read. Split it."
    ),
    ErrorCode.SHEET_TOO_LONG: (
        "{file} is too long: {most} rows can be read. Delete what is far below or right of the products."
    ),
    ErrorCode.SHEET_UNKNOWN: "{file} has no sheet {sheet}. Its sheets: {sheets}.",
    ErrorCode.SHEET_NO_SKU: "No column of {file} is known to hold article numbers. Say which with --map FILE.",
    ErrorCode.SHEET_MAP_BROKEN: "The file of columns {file} has a mistake: {value}.",
}

REASONS: dict[Reason, str] = {
    Reason.NO_MODEL: "no model is installed for this direction (livedesk models list)",
    Reason.NO_PATH: "no model is known for this direction",
    Reason.SAME_LANGUAGE: "both languages are the same",
    Reason.NOTHING_TO_TRANSLATE: "nothing to translate",
    Reason.LOOP: "the model repeated itself",
    Reason.EMPTY: "the model gave nothing",
    Reason.INVENTED: "the model made something up",
    Reason.SHORTENED: "the model left out most of it",
    Reason.NOT_TRANSLATED: "the model answered in another language",
    Reason.WRONG_LANGUAGE: "this is not the language it was taken for",
    Reason.ENGINE_FAILED: "the engine failed",
    Reason.SKIPPED: "skipped",
    Reason.STOPPED: "stopped",
}


WARNINGS: dict[WarningKind, str] = {
    WarningKind.FIGURES: "figures differ",
    WarningKind.FIGURES_REPAIRED: "figures put right",
    WarningKind.TERM_LOST: "name or code missing",
}

INTENTS: dict[Intent, str] = {
    Intent.PRICE: "price",
    Intent.MOQ: "minimum order",
    Intent.SAMPLE: "sample",
    Intent.SHIPPING: "shipping",
    Intent.CUSTOMISATION: "customisation",
    Intent.CERTIFICATE: "certificates",
    Intent.PAYMENT: "payment",
    Intent.STOCK: "stock",
    Intent.GREETING: "greeting",
    Intent.COMPLAINT: "complaint",
    Intent.AFTER_SALES: "after-sales",
}

EXPORT_WORDS = ExportWords(
    codes={code.value: text for code, text in (*REASONS.items(), *WARNINGS.items(), *INTENTS.items())}
)
"""What exported files say; the window exports in its own language."""

NOTICES: dict[NoticeCode, str] = {
    NoticeCode.NO_MODEL: "No model translates from {source} to {target}. See: livedesk models list",
    NoticeCode.UNLISTED_MODEL: "{model} is not a listed model; check what it says.",
    NoticeCode.DATABASE_KEPT_ASIDE: "The database was damaged. It is kept as {path}; a new one was begun.",
    NoticeCode.SETTINGS_RESET: "Some settings could not be used; their defaults are. A damaged file is kept aside.",
}
"""What a command without a window says about them; the others carry the code of an error."""

TERMS_FAULTS: dict[TermsFault, str] = {
    TermsFault.UNREADABLE: "it cannot be read",
    TermsFault.NO_LANGUAGES: "the heading names no two languages, such as zh,en",
    TermsFault.UNKNOWN_COLUMN: "no language is called {value}; the column was left out",
    TermsFault.ONE_LANGUAGE: "{value} stands there in one language only",
    TermsFault.UNKNOWN_KIND: "{value} is no kind of term",
    TermsFault.TWICE: "{value} is there twice; the first one counts",
    TermsFault.TOO_LONG: "{value}... is too long for a term",
    TermsFault.TOO_MANY: "a list may hold {value} terms; the rest was left out",
}

FAULTS: dict[Fault, str] = {
    Fault.MISSING: "it is missing",
    Fault.UNREADABLE: "it cannot be read",
    Fault.NOT_UTF8: "it is not UTF-8 text; save it again as UTF-8",
    Fault.MALFORMED: "it is cut off or not in the right form",
    Fault.UNKNOWN_FIELD: "this name is not known here",
    Fault.NOT_A_NUMBER: "this is not a number",
    Fault.OUT_OF_RANGE: "this value is too small, too large or missing",
    Fault.NOT_A_CHOICE: "this is not one of the possible values",
    Fault.DUPLICATE: "this is there twice",
    Fault.UNKNOWN_SKU: "there is no product with this SKU",
    Fault.UNKNOWN_MESSAGE: "there is no message with this id before",
    Fault.OUT_OF_ORDER: "this comes too early",
}


NEEDS_SACREBLEU = "Evaluating needs sacrebleu. Install it: pip install 'livedesk[evaluate]'"

PAIRS_FAULTS: dict[PairsFault, str] = {
    PairsFault.UNREADABLE: "it cannot be read",
    PairsFault.NOT_UTF8: "it is not UTF-8 text; save it again as UTF-8",
    PairsFault.EMPTY: "it is empty",
    PairsFault.COLUMNS: "a column is missing; each line has {columns}, separated by tabs",
    PairsFault.BLANK: "source or reference is blank",
    PairsFault.TOO_LONG: "it is longer than {longest} letters, which is no sentence",
}


def pairs_sentence(file: str, problem: PairsProblem, *, with_figures: bool) -> str:
    """Return the sentence for a file of sentence pairs that cannot be used."""
    columns = "source, reference and figures" if with_figures else "source and reference"
    what = PAIRS_FAULTS[problem.fault].format(columns=columns, longest=LONGEST_LINE)
    return f"{file}, line {problem.line}: {what}." if problem.line else f"{file}: {what}."


class _Blank(dict[str, object]):
    """Leaves out what an error does not say."""

    def __missing__(self, key: str) -> str:
        return ""


NOT_ALLOWED = "This user account may not open {file}. Choose another place, or let it."
NO_ROOM = "There is no room left for what livedesk writes. Free some space and try again."
SHOW_NAME = "Show {when}"
REPORTS_WRITTEN = "Something went wrong on the way that should not. Reports: {folder}"


def sentence(error: UserFacing | Unavailable) -> str:
    """Return the sentence for `error`, without brackets that stayed empty."""
    params: dict[str, object] = {**error.params}
    if error.code is ErrorCode.BOOTH_BROKEN:
        params |= _where_and_what(error.params)
    if error.code is ErrorCode.DOWNLOAD_FAILED:
        params["tries"] = " ".join(
            sentence(tried) for tried in tries_of(str(error.params.get("tries", "[]")))
        )
    if error.code is ErrorCode.SHEET_BROKEN and error.params.get("line"):
        params["place"] = (
            f" in the row that begins on line {error.params['line']}: a quotation mark is not closed"
        )
    text = ERRORS[error.code].format_map(_Blank(params))
    return " ".join(text.replace(" ()", "").split()).replace(" ,", ",").replace(", .", ".")


def notice_sentence(notice: Notice) -> str:
    """Return the sentence for a notice, "" for one that only a window can answer."""
    code = notice.params.get("code")
    if notice.code in NOTICES:
        return NOTICES[notice.code].format_map(_Blank(notice.params))
    if isinstance(code, str) and code in set(ErrorCode):
        return sentence(
            UserFacing(ErrorCode(code), **{k: v for k, v in notice.params.items() if k != "code"})
        )
    return ""


def terms_problem(file: str, problem: TermsProblem) -> str:
    """Return what is wrong with a line of a file of terms."""
    place = f"{file}, line {problem.line}" if problem.line else file
    return f"{place}: {TERMS_FAULTS[problem.fault].format(value=problem.value)}."


def _where_and_what(params: Mapping[str, str | int]) -> dict[str, object]:
    """Return the place and the fault of a BOOTH_BROKEN as words."""
    place = f", line {params['line']}" if params.get("line") else ""
    place += f", {params['field']}" if params.get("field") else ""
    what = FAULTS[Fault(str(params["fault"]))]
    return {"place": place, "what": f"{what} ({params['value']})" if params.get("value") else what}
