"""A tape is read in order, with everything it refers to known."""

from pathlib import Path

import pytest

from livedesk.adapters.booth.tape_jsonl import read_tape_lines
from livedesk.core.errors import ErrorCode, UserFacing
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

SKUS = {Sku("A-1")}
CHAT = '{"at": 1, "chat": {"source": "phone", "id": "p1", "name": "Ana", "text": "hola"}}'


def read(folder: Path, *lines: str) -> tuple[TapeLine, ...]:
    (folder / "tape.jsonl").write_text("\n".join((*lines, "")), encoding="utf-8")
    return read_tape_lines(folder, SKUS, show_length=2)


def fault_of(folder: Path, *lines: str) -> tuple[object, ...]:
    """(line, field, fault) of the error that reading these lines raises."""
    with pytest.raises(UserFacing) as caught:
        read(folder, *lines)
    assert caught.value.code is ErrorCode.BOOTH_BROKEN
    params = caught.value.params
    assert params["file"] == "tape.jsonl"
    return params["line"], params["field"], params["fault"]


def test_that_every_kind_of_line_is_read(tmp_path: Path) -> None:
    lines = read(
        tmp_path,
        '{"at": 0, "show": 1}',
        '{"at": 0.5, "host": {"text": "你好", "seconds": 1.5}}',
        CHAT,
        '{"at": 1, "pin": "A-1"}',
        "",
        '{"at": 2, "unpin": "A-1"}',
        '{"at": 2.5, "sold_out": "A-1"}',
        '{"at": 3, "reply": {"to": "p1", "text": "您好"}}',
    )
    assert lines == (
        ShowLine(0.0, 1),
        HostLine(0.5, "你好", 1.5),
        ChatLine(1.0, "phone", "p1", "Ana", "hola"),
        PinLine(1.0, Sku("A-1"), True),
        PinLine(2.0, Sku("A-1"), False),
        SoldOutLine(2.5, Sku("A-1")),
        ReplyLine(3.0, "p1", "您好"),
    )


def test_that_a_message_may_come_twice_and_be_blank(tmp_path: Path) -> None:
    blank = CHAT.replace("hola", "  ")
    assert [line.text for line in read(tmp_path, blank, blank) if isinstance(line, ChatLine)] == ["  ", "  "]


def test_that_a_line_separator_inside_a_message_does_not_end_the_line(tmp_path: Path) -> None:
    (line,) = read(tmp_path, CHAT.replace("hola", "a\u2028b\x85c"))
    assert isinstance(line, ChatLine)
    assert line.text == "a\u2028b\x85c"


def test_that_windows_line_ends_are_read(tmp_path: Path) -> None:
    (tmp_path / "tape.jsonl").write_bytes(b'\xef\xbb\xbf{"at": 0, "show": 0}\r\n{"at": 1, "show": 1}\r\n')
    assert read_tape_lines(tmp_path, SKUS, 2) == (ShowLine(0.0, 0), ShowLine(1.0, 1))


def test_that_a_missing_tape_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserFacing) as caught:
        read_tape_lines(tmp_path, SKUS, 2)
    assert caught.value.params["file"] == "tape.jsonl"
    assert caught.value.params["fault"] == "missing"


def test_that_an_empty_tape_is_refused(tmp_path: Path) -> None:
    assert fault_of(tmp_path, "", "") == (0, "at", "missing")


def test_that_a_tape_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tape.jsonl").write_bytes(f"{CHAT}\n{CHAT.replace('hola', '你好')}\n".encode("gb18030"))
    with pytest.raises(UserFacing) as caught:
        read_tape_lines(tmp_path, SKUS, 2)
    assert (caught.value.params["line"], caught.value.params["fault"]) == (2, "not_utf8")


@pytest.mark.parametrize(
    ("bad", "field", "fault"),
    [
        (CHAT[:40], "", "malformed"),
        ("[]", "", "malformed"),
        ("[" * 100_000, "", "malformed"),
        ('{"at": NaN, "show": 0}', "", "malformed"),
        ('{"at": 1, "pin": "A-1", "pin": "A-1"}', "", "malformed"),
        ('{"show": 0}', "at", "missing"),
        ('{"at": "1", "show": 0}', "at", "not_a_number"),
        ('{"at": true, "show": 0}', "at", "not_a_number"),
        ('{"at": -1, "show": 0}', "at", "out_of_range"),
        ('{"at": 0.5, "show": 0}', "at", "out_of_order"),
        ('{"at": 2}', "", "missing"),
        ('{"at": 2, "pin": "A-1", "show": 0}', "pin show", "duplicate"),
        ('{"at": 2, "show": 0, "note": "x"}', "note", "unknown_field"),
        ('{"at": 2, "show": 2}', "show", "out_of_range"),
        ('{"at": 2, "show": -1}', "show", "out_of_range"),
        ('{"at": 2, "show": 1.0}', "show", "not_a_number"),
        ('{"at": 2, "show": false}', "show", "not_a_number"),
        ('{"at": 2, "pin": "Z-9"}', "pin", "unknown_sku"),
        ('{"at": 2, "unpin": "a-1"}', "unpin", "unknown_sku"),
        ('{"at": 2, "sold_out": ""}', "sold_out", "missing"),
        ('{"at": 2, "host": "hello"}', "host", "malformed"),
        ('{"at": 2, "host": {"text": " ", "seconds": 1}}', "host.text", "missing"),
        ('{"at": 2, "host": {"text": "x", "seconds": 0}}', "host.seconds", "out_of_range"),
        ('{"at": 2, "host": {"text": "x"}}', "host.seconds", "missing"),
        ('{"at": 2, "host": {"text": "\\ud83d", "seconds": 1}}', "host.text", "malformed"),
        ('{"at": 2, "host": {"text": "x", "seconds": 1, "speed": 2}}', "host.speed", "unknown_field"),
        (CHAT.replace('"name": "Ana", ', ""), "chat.name", "missing"),
        (CHAT.replace("phone", "twitch"), "chat.id", "duplicate"),
        ('{"at": 2, "reply": {"to": "p2", "text": "x"}}', "reply.to", "unknown_message"),
        ('{"at": 2, "reply": {"to": "p1", "text": ""}}', "reply.text", "missing"),
    ],
)
def test_that_a_bad_line_is_named(tmp_path: Path, bad: str, field: str, fault: str) -> None:
    assert fault_of(tmp_path, CHAT, bad) == (2, field, fault)


def test_that_the_host_cannot_say_two_things_at_once(tmp_path: Path) -> None:
    first = '{"at": 0, "host": {"text": "一", "seconds": 2}}'
    assert fault_of(tmp_path, first, first.replace('"at": 0', '"at": 1.9')) == (2, "host.at", "out_of_order")
    assert len(read(tmp_path, first, first.replace('"at": 0', '"at": 2'))) == 2
