"""Reads tape.jsonl of a booth folder: one JSON object a line, in the order of time."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any, NoReturn

from livedesk.adapters.booth.fault import Fault, broken, read_text
from livedesk.adapters.booth.fields import Fields
from livedesk.core.ids import Sku
from livedesk.core.session.tape_lines import (
    ChatLine,
    HostLine,
    PinLine,
    ReplyLine,
    ShowLine,
    SoldOutLine,
    TapeLine,
)

FILE = "tape.jsonl"
KINDS = ("host", "chat", "pin", "unpin", "sold_out", "show", "reply")

_ROUNDING_S = 0.001


def read_tape_lines(folder: Path, skus: Collection[Sku], show_length: int) -> tuple[TapeLine, ...]:
    """Return the tape of a booth with these products and so many show items; raises `UserFacing(BOOTH_BROKEN)`."""
    reader = _TapeReader(skus, show_length)
    # Not splitlines(): a message may hold U+2028 and its like, which JSON does not escape.
    for line, text in enumerate(read_text(folder, FILE).split("\n"), start=1):
        if text.strip():
            reader.read(Fields(_json(text, line), FILE, line=line))
    if not reader.lines:
        raise broken(FILE, Fault.MISSING, field="at")
    return tuple(reader.lines)


def _json(text: str, line: int) -> object:
    try:
        return json.loads(text, parse_constant=_refuse, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        raise broken(FILE, Fault.MALFORMED, line=line) from error


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key twice")
    return found


class _TapeReader:
    """Reads line after line and remembers what a later line may refer to."""

    def __init__(self, skus: Collection[Sku], show_length: int) -> None:
        self.lines: list[TapeLine] = []
        self._skus, self._show_length = skus, show_length
        self._now_s = 0.0
        self._spoken_until_s = 0.0
        self._source_of: dict[str, str] = {}

    def read(self, fields: Fields) -> None:
        """Read one line; raises `UserFacing(BOOTH_BROKEN)`."""
        at_s = fields.number("at")
        if at_s < self._now_s:
            raise fields.fault("at", Fault.OUT_OF_ORDER, at_s)
        kinds = [kind for kind in KINDS if kind in fields]
        if len(kinds) != 1:
            raise fields.fault(" ".join(kinds), Fault.DUPLICATE if kinds else Fault.MISSING)
        line = self._line(fields, kinds[0], at_s)
        fields.end()
        self._now_s = at_s
        self.lines.append(line)

    def _line(self, fields: Fields, kind: str, at_s: float) -> TapeLine:
        match kind:
            case "host":
                return self._host(fields.table(kind), at_s)
            case "chat":
                return self._chat(fields.table(kind), at_s)
            case "reply":
                return self._reply(fields.table(kind), at_s)
            case "show":
                return ShowLine(at_s, fields.index(kind, self._show_length))
            case _:
                return self._product(fields, kind, at_s)

    def _product(self, fields: Fields, kind: str, at_s: float) -> PinLine | SoldOutLine:
        sku = Sku(fields.text(kind))
        if sku not in self._skus:
            raise fields.fault(kind, Fault.UNKNOWN_SKU, sku)
        return SoldOutLine(at_s, sku) if kind == "sold_out" else PinLine(at_s, sku, is_pinned=kind == "pin")

    def _host(self, fields: Fields, at_s: float) -> HostLine:
        line = HostLine(at_s, fields.text("text"), fields.number("seconds", above_zero=True))
        fields.end()
        if at_s < self._spoken_until_s - _ROUNDING_S:
            raise fields.fault("at", Fault.OUT_OF_ORDER, at_s)
        self._spoken_until_s = at_s + line.seconds
        return line

    def _chat(self, fields: Fields, at_s: float) -> ChatLine:
        line = ChatLine(
            at_s,
            source=fields.text("source"),
            external_id=fields.text("id"),
            name=fields.text("name"),
            text=fields.raw_text("text"),
        )
        fields.end()
        # A reply names the id alone, so one id must not stand for two messages.
        if self._source_of.setdefault(line.external_id, line.source) != line.source:
            raise fields.fault("id", Fault.DUPLICATE, line.external_id)
        return line

    def _reply(self, fields: Fields, at_s: float) -> ReplyLine:
        line = ReplyLine(at_s, fields.text("to"), fields.text("text"))
        fields.end()
        if line.to_external_id not in self._source_of:
            raise fields.fault("to", Fault.UNKNOWN_MESSAGE, line.to_external_id)
        return line
