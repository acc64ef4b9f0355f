"""Recorded chat is read from tapes and tables, and played at its pace."""

import asyncio

import pytest

from livedesk.adapters.chat.recorded import RecordedChat, RecordedLine, read_recording
from livedesk.core.errors import ErrorCode, UserFacing
from tests.contracts.connection_contract import Listened, answer, asked, refusal, running

TAPE = """{"at": 2.0, "host": {"text": "大家好", "seconds": 3}}
{"at": 3.5, "chat": {"source": "tiktok", "id": "t-1", "name": "María", "text": "¿precio?"}}

{"at": 9.5, "chat": {"source": "phone", "id": "p-1", "name": "John", "text": "MOQ?"}}
"""


def _said(text: str, file: str = "chat.csv") -> list[tuple[float, str, str]]:
    return [(line.at_s, line.name, line.text) for line in read_recording(text, file)]


def _fault(text: str) -> UserFacing:
    with pytest.raises(UserFacing) as caught:
        read_recording(text, "chat.csv")
    return caught.value


def test_that_the_chat_of_a_tape_is_played_from_its_first_line() -> None:
    lines = read_recording(TAPE, "tape.jsonl")
    assert [(line.at_s, line.name, line.text, line.platform) for line in lines] == [
        (0.0, "María", "¿precio?", "tiktok"),
        (6.0, "John", "MOQ?", "phone"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("time,name,text\n1,Maria,hola\n2.5,John,hi", [(0.0, "Maria", "hola"), (1.5, "John", "hi")]),
        ("1,Maria,hola\n2,John,hi\n", [(0.0, "Maria", "hola"), (1.0, "John", "hi")]),
        (
            "姓名;内容;时间\n王;你好;0:05\n李;价格？;1:00:00\n",
            [(0.0, "王", "你好"), (3595.0, "李", "价格？")],
        ),
        ('Time\tName\tMessage\r\n0\tA\t"two\nlines"\r\n', [(0.0, "A", "two\nlines")]),
        ("time,name,text\n9,B,later\n4,A,first\n", [(0.0, "A", "first"), (5.0, "B", "later")]),
        (
            "time,name,text\n2026-11-22 19:32,A,x\n2026-11-22 19:33:30,B,y\n",
            [(0.0, "A", "x"), (90.0, "B", "y")],
        ),
        ("\ufefftime,name,text\n1,A,x\n,,\n\n", [(0.0, "A", "x")]),
    ],
)
def test_that_a_table_is_read_as_people_write_it(text: str, said: list[tuple[float, str, str]]) -> None:
    assert _said(text) == said


def test_that_platform_and_language_are_taken_where_they_are_given() -> None:
    (line,) = read_recording("time,name,text,platform,language\n1,A,hola,TikTok,es-MX", "c.csv")
    assert (line.platform, line.language) == ("tiktok", "es")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("time,name,text\n1,A,x\nsoon,B,y\n", 3),
        ("time,name,text\n1,A,\n", 2),
        ("time,name,text\n1,,x\n", 2),
        ("time,name,text\n1\n", 2),
        ('time,name,text\n1,A,"never closed\n2,B,y\n', 2),
        ("time,name,text\n1e999,A,x\n", 2),
        (f"time,name,text\n{'9' * 5000},A,x\n", 2),
        ('{"at": 1, "chat": {"name": "A", "text": "x"}}\n{"at": 2, "chat": {"name": 5, "text": "x"}}', 2),
        ('{"at": 1, "chat": {"name": "A", "text": "x"}}\n\n{half', 3),
        ('{"at": NaN, "chat": {"name": "A", "text": "x"}}', 1),
        ('{"at": true, "chat": {"name": "A", "text": "x"}}', 1),
        ('{"at": 1, "chat": []}\n[1]', 1),
        ("hello world", 1),
    ],
)
def test_that_a_bad_line_is_named(text: str, line: int) -> None:
    fault = _fault(text)
    assert (fault.code, fault.params) == (ErrorCode.REPLAY_LINE, {"file": "chat.csv", "line": line})


@pytest.mark.parametrize("text", ["", "  \n\n", "time,name,text\n", '{"at": 1, "pin": "A"}'])
def test_that_a_file_without_chat_is_said(text: str) -> None:
    assert _fault(text).code is ErrorCode.REPLAY_EMPTY


def test_that_a_recording_keeps_its_pace_times_the_speed() -> None:
    lines = [RecordedLine(0.0, "A", "one"), RecordedLine(30.0, "B", "two")]

    async def play(speed: float) -> float:
        heard = Listened()
        loop = asyncio.get_running_loop()
        started = loop.time()
        await RecordedChat(lines, "c.csv", "run", speed).run(heard)
        assert heard.texts == ["one", "two"]
        return loop.time() - started

    assert asyncio.run(play(600.0)) >= 0.05


def test_that_a_recording_played_again_is_told_apart() -> None:
    async def ids(run_id: str) -> list[str]:
        heard = Listened()
        await RecordedChat([RecordedLine(0.0, "A", "one")], "c.csv", run_id).run(heard)
        return [m.external_id for m in heard.messages]

    assert asyncio.run(ids("1")) != asyncio.run(ids("2"))


def test_that_a_recording_that_was_stopped_goes_on_where_it_was() -> None:
    lines = [
        RecordedLine(0.0, "A", "one"),
        RecordedLine(3_600.0, "B", "two"),
        RecordedLine(3_600.0, "C", "three"),
    ]

    async def scene() -> None:
        chat = RecordedChat(lines, "c.csv", "run")
        async with running(chat) as run:
            await run.heard.until(lambda: run.heard.texts == ["one"])
        async with running(chat) as run:
            await run.heard.until(lambda: run.heard.texts == ["two", "three"])

    asyncio.run(scene())


@pytest.mark.parametrize("is_private", [False, True])
def test_that_nobody_of_a_recording_can_be_answered(is_private: bool) -> None:
    chat = RecordedChat([RecordedLine(0.0, "A", "one")], "c.csv", "run")
    failure = asyncio.run(refusal(chat.send(asked(), answer(is_private=is_private))))
    assert failure.code is ErrorCode.READ_ONLY
