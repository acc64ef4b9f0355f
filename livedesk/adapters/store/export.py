"""Writes a stored session into a file that others can read, for `livedesk export` and the window."""

from pathlib import Path
from typing import Literal, assert_never

from livedesk.adapters.store.export_lines import Languages
from livedesk.adapters.store.export_subtitles import subtitles
from livedesk.adapters.store.export_table import rows_of, table
from livedesk.adapters.store.export_text import transcript
from livedesk.adapters.store.export_words import ExportWords
from livedesk.adapters.store.export_workbook import workbook
from livedesk.adapters.store.files import write_whole
from livedesk.core.events import SessionRestored

__all__ = ["ExportFormat", "ExportWords", "Languages", "export_session"]

ExportFormat = Literal["srt", "vtt", "txt", "csv", "xlsx"]
_ENGLISH = ExportWords()


def export_session(
    data: SessionRestored,
    file_format: ExportFormat,
    languages: Languages,
    out: Path,
    words: ExportWords = _ENGLISH,
) -> None:
    """Write `data` to `out` in UTF-8; a file already there is replaced as a whole.

    Where a translation is missing the text as it was said stands alone. A spreadsheet takes CSV for UTF-8 only
    with a byte order mark. Raises `UserFacing(FOLDER_NOT_WRITABLE | DISK_FULL, folder=)`.
    """
    encoding = "utf-8"
    match file_format:
        case "srt" | "vtt":
            text = subtitles(data.captions, languages, file_format)
        case "txt":
            text = transcript(data, languages, words)
        case "csv":
            text, encoding = table(data, languages, words), "utf-8-sig"
        case "xlsx":
            write_whole(out, workbook(rows_of(data, languages, words), words))
            return
        case _:
            assert_never(file_format)
    write_whole(out, text.encode(encoding, "replace"))
