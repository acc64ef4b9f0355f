"""Plays recorded chat into a running show: the chat lines of a booth's tape, or of a table. Nobody waits there."""

import asyncio
import csv
import io
import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from livedesk.core.chat.sources import REPLAY
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.events import ChatReceived
from livedesk.core.ids import Language
from livedesk.core.links import LinkKind
from livedesk.core.ports import ChatConnection, ChatListener
from livedesk.core.records import Message, Reply
from livedesk.core.typing_compat import override

MOST_LINES = 50_000
_CLOCK_TIME = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2}(?:[.,]\d+)?)")
_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[T ]+")
_LANGUAGE = re.compile(r"[a-z]{2}")
_COLUMNS = {
    "time": ("time", "at", "时间", "时刻", "時間", "hora", "temps", "время", "timestamp", "seconds", "秒"),
    "name": (
        "name",
        "buyer",
        "user",
        "author",
        "chatname",
        "姓名",
        "昵称",
        "用户",
        "买家",
        "暱稱",
        "nombre",
        "имя",
    ),
    "text": (
        "text",
        "message",
        "comment",
        "chatmessage",
        "内容",
        "消息",
        "留言",
        "评论",
        "內容",
        "texto",
        "текст",
    ),
    "platform": ("platform", "type", "source", "平台", "来源", "來源", "plataforma"),
    "language": ("language", "lang", "语言", "語言", "idioma", "язык"),
}
_USUAL = ("time", "name", "text", "platform", "language")
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class RecordedLine:
    """A buyer's line, `at_s` seconds after the first."""

    at_s: float
    name: str
    text: str
    platform: str = ""
    language: Language | None = None


def read_recording(text: str, file: str) -> tuple[RecordedLine, ...]:
    """Return the chat in a tape (JSON lines) or a table (CSV), by time, the first at 0.

    Raises `UserFacing`: REPLAY_LINE with the first line that cannot be read, REPLAY_EMPTY, SHEET_TOO_LONG.
    """
    start = text.lstrip("\ufeff \t\r\n")[:1]
    lines = list(_tape(text, file) if start == "{" else _table(text, file))
    if not lines:
        raise UserFacing(ErrorCode.REPLAY_EMPTY, file=file)
    first_s = min(line.at_s for line in lines)
    moved = (
        RecordedLine(line.at_s - first_s, line.name, line.text, line.platform, line.language)
        for line in lines
    )
    return tuple(sorted(moved, key=lambda line: line.at_s))


class RecordedChat(ChatConnection):
    """One playing of a recording, `speed` times as fast as it was."""

    name = REPLAY
    kind = LinkKind.REPLAY
    can_send = False

    def __init__(self, lines: Sequence[RecordedLine], file: str, run_id: str, speed: float = 1.0) -> None:
        """`run_id` tells this playing from another of the same file."""
        self.address = file
        self._lines, self._run_id, self._speed = lines, run_id, speed
        self._played = 0

    @override
    async def run(self, listener: ChatListener) -> None:
        listener.connected()
        loop = asyncio.get_running_loop()
        begun_s = self._lines[self._played].at_s if self._played < len(self._lines) else 0.0
        begun_at = loop.time()
        while self._played < len(self._lines):
            line = self._lines[self._played]
            await asyncio.sleep(begun_at + (line.at_s - begun_s) / self._speed - loop.time())
            self._played += 1
            listener.received(
                ChatReceived(
                    source=REPLAY,
                    external_id=f"{self._run_id}-{self._played}",
                    buyer_name=line.name,
                    text=line.text,
                    buyer_key=f"{line.name}@{line.platform}" if line.platform else line.name,
                    language=line.language,
                    platform=line.platform,
                )
            )

    @override
    async def send(self, message: Message, reply: Reply) -> None:
        raise Unavailable("chat", ErrorCode.READ_ONLY)


def _bad(file: str, line: int) -> UserFacing:
    return UserFacing(ErrorCode.REPLAY_LINE, file=file, line=line)


def _tape(text: str, file: str) -> Iterator[RecordedLine]:
    for number, row in enumerate(text.lstrip("\ufeff").split("\n"), 1):
        if not row.strip():
            continue
        try:
            data = json.loads(row)
        except (ValueError, RecursionError):
            raise _bad(file, number) from None
        if not isinstance(data, dict):
            raise _bad(file, number)
        if "chat" not in data:
            continue  # what the host says and does is the running show's own
        at, chat = data.get("at"), data["chat"]
        if isinstance(at, bool) or not isinstance(at, int | float) or not isinstance(chat, dict):
            raise _bad(file, number)
        name, said, source = chat.get("name"), chat.get("text"), chat.get("source", "")
        if not (isinstance(name, str) and isinstance(said, str) and isinstance(source, str)):
            raise _bad(file, number)
        if not math.isfinite(at):
            raise _bad(file, number)
        if said.strip():
            yield RecordedLine(float(at), name, said, source)


def _table(text: str, file: str) -> Iterator[RecordedLine]:
    text = text.lstrip("\ufeff")
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t|", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    places: dict[str, int] | None = None
    count, line = 0, 1
    while True:
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error:
            raise _bad(file, line) from None
        begins, line = line, reader.line_num + 1
        if not any(cells):
            continue
        if places is None:
            places = _places(cells)
            if places is not None:
                continue
            places = {name: at for at, name in enumerate(_USUAL)}
        count += 1
        if count > MOST_LINES:
            raise UserFacing(ErrorCode.SHEET_TOO_LONG, file=file, most=MOST_LINES)
        yield _row(cells, places, file, begins)


def _places(cells: list[str]) -> dict[str, int] | None:
    """Return where each column is by its heading, None where the row is no heading."""
    named = [cell.casefold() for cell in cells]
    found = {
        column: at for column, words in _COLUMNS.items() for at, cell in enumerate(named) if cell in words
    }
    return found if {"time", "name", "text"} <= set(found) else None


def _row(cells: list[str], places: dict[str, int], file: str, line: int) -> RecordedLine:
    def cell(column: str) -> str:
        at = places.get(column, len(cells))
        return cells[at] if at < len(cells) else ""

    at_s = _seconds(cell("time"))
    if at_s is None or not cell("name") or not cell("text"):
        raise _bad(file, line)
    code = cell("language").lower()[:2]
    language = Language(code) if _LANGUAGE.fullmatch(code) else None
    return RecordedLine(at_s, cell("name"), cell("text"), cell("platform").lower(), language)


def _seconds(text: str) -> float | None:
    """Return a time: seconds ("12.5"), minutes and seconds ("2:03", with hours too), a time of day after a date."""
    time = _DATE.sub("", text).removesuffix("Z").strip()
    if found := _CLOCK_TIME.fullmatch(time):
        hours, minutes, seconds = found[1] or "0", found[2], found[3].replace(",", ".")
        value = int(hours) * 3600 + int(minutes) * 60 + float(seconds)
        return value * 60 if time != text and not found[1] else value  # after a date, 19:32 is no 19 minutes
    if len(time) > _MOST_DIGITS or not re.fullmatch(r"\d+(?:[.,]\d+)?", time):
        return None
    return float(time.replace(",", "."))
