"""The grammar of IRC messages, and the cutting of a stream into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.adapters.chat.irc import MOST_LINE_BYTES, IrcMessage, LineCutter, read_message


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("PING :tmi.twitch.tv", IrcMessage("PING", ("tmi.twitch.tv",))),
        (
            ":maria!maria@maria.tmi.twitch.tv PRIVMSG #lumio :hola, ¿qué tal? :)",
            IrcMessage("PRIVMSG", ("#lumio", "hola, ¿qué tal? :)"), "maria"),
        ),
        ("@a=1;b=;c :x CMD", IrcMessage("CMD", (), "x", {"a": "1", "b": "", "c": ""})),
        (
            r"@system-msg=5\sraiders\:\\\r\nend\q :tmi.twitch.tv USERNOTICE #lumio",
            IrcMessage("USERNOTICE", ("#lumio",), "tmi.twitch.tv", {"system-msg": "5 raiders;\\\r\nendq"}),
        ),
        (r"@t=ends\ PING", IrcMessage("PING", (), "", {"t": "ends"})),
        (
            ":irc 366 me #lumio :End of NAMES list",
            IrcMessage("366", ("me", "#lumio", "End of NAMES list"), "irc"),
        ),
        ("privmsg #a :", IrcMessage("PRIVMSG", ("#a", ""))),
    ],
)
def test_that_a_message_is_read_by_the_grammar(line: str, message: IrcMessage) -> None:
    assert read_message(line) == message


@pytest.mark.parametrize("line", ["", " ", ":", "@", "@a=b", ":nick", "@a :b ", "  :x"])
def test_that_half_a_line_is_no_message(line: str) -> None:
    assert read_message(line) is None


@given(st.text(max_size=200))
def test_that_any_line_can_be_read(line: str) -> None:
    message = read_message(line)
    assert message is None or message.command


def test_that_lines_are_whole_however_the_bytes_come() -> None:
    cutter = LineCutter()
    assert cutter.cut(b"PING :a\r") == []
    assert cutter.cut(b"\nPING :b\nPI") == ["PING :a", "PING :b"]
    assert cutter.cut("NG :é".encode()[:-1]) == []
    assert cutter.cut("é".encode()[-1:] + b"\n\r\n\n") == ["PING :é"]


def test_that_bytes_that_are_no_utf_8_cost_no_line() -> None:
    assert LineCutter().cut(b"PRIVMSG #a :caf\xe9 \xff\xfe ok\r\n") == ["PRIVMSG #a :caf� �� ok"]


def test_that_a_line_without_end_costs_no_memory_and_no_other_line() -> None:
    cutter = LineCutter()
    for _ in range(160):
        assert cutter.cut(b"x" * 65_536) == []
        assert len(cutter._rest) <= MOST_LINE_BYTES
    assert cutter.cut(b"the end of it\r\nPING :next\r\n") == ["PING :next"]


@given(st.lists(st.binary(max_size=50), max_size=8), st.integers(1, 9))
def test_that_how_the_bytes_come_changes_nothing(lines: list[bytes], size: int) -> None:
    stream = b"\n".join(lines) + b"\n"
    whole = LineCutter().cut(stream)
    cutter = LineCutter()
    pieces = [line for at in range(0, len(stream), size) for line in cutter.cut(stream[at : at + size])]
    assert pieces == whole
