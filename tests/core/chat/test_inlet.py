"""What other programs hand in: the words are taken, and nothing that is wrong with it stops the others."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.chat.inlet import (
    MOST_BYTES,
    MOST_MESSAGES,
    InletProblem,
    InletRead,
    plain_text,
    read_inlet,
)
from livedesk.core.events import ChatReceived

NOW = 1_795_000_000.0
LINE: dict[str, Any] = {
    "chatname": "Maria S.",
    "chatmessage": "¿Cuánto cuesta?",
    "chatimg": "https://example.com/a.png",
    "type": "tiktok",
    "userid": "u-77",
    "id": 421337,
    "textonly": False,
    "hasDonation": "",
    "contentimg": "",
    "chatbadges": [],
    "meta": {"deep": {"er": [1, 2]}},
}


def _read(*items: object) -> InletRead:
    return read_inlet(json.dumps(list(items) if len(items) > 1 else items[0]).encode(), NOW)


def _only(**changed: object) -> ChatReceived:
    (message,) = _read({**LINE, **changed}).messages
    return message


def _problem(body: bytes | str) -> tuple[InletProblem, int]:
    read = read_inlet(body, NOW)
    assert read.messages == ()
    return read.faults[0].problem, read.status


def test_that_a_message_is_taken_with_its_platform_and_buyer() -> None:
    message = _only()
    assert (message.source, message.platform) == ("inlet", "tiktok")
    assert (message.buyer_name, message.text, message.buyer_key) == (
        "Maria S.",
        "¿Cuánto cuesta?",
        "u-77@tiktok",
    )


def test_that_a_list_is_taken_whole() -> None:
    read = _read(LINE, {**LINE, "id": 2, "chatmessage": "second"})
    assert [m.text for m in read.messages] == ["¿Cuánto cuesta?", "second"]
    assert (read.status, read.answer()) == (200, {"taken": 2, "ignored": 0, "problems": []})


def test_that_a_message_handed_in_twice_has_one_id() -> None:
    assert _only().external_id == _only().external_id


def test_that_an_id_counted_anew_is_another_message() -> None:
    assert _only().external_id != _only(chatmessage="other words").external_id


def test_that_the_same_words_without_an_id_are_one_message_for_some_seconds() -> None:
    body = json.dumps({**LINE, "id": None})
    first, again, later = (read_inlet(body, NOW + s).messages[0].external_id for s in (0.0, 5.0, 60.0))
    assert first == again != later


def test_that_a_buyer_without_an_id_is_told_apart_by_name_and_platform() -> None:
    assert _only(userid=None).buyer_key == "Maria S.@tiktok"
    assert _only(userid="", type="kick").buyer_key == "Maria S.@kick"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("Hi <img src='x' alt='😀'> there", "Hi 😀 there"),
        ("<b>50</b> &lt; 60 &amp; more", "50 < 60 & more"),
        ("one<br>two", "one\ntwo"),
        ("<script>alert(1)</script>price?", "price?"),
        ("<img src=x onerror=alert(1)>", ""),
        ("5 > 3 and 2 < 3", "5 > 3 and 2 < 3"),
        ("<svg onload=alert(1)>x</svg>", "x"),
        ("a‮b\x00c", "abc"),
        ("see <a href='javascript:x'>this</a>", "see this"),
    ],
)
def test_that_markup_becomes_the_words_a_reader_would_see(markup: str, words: str) -> None:
    assert plain_text(markup) == words


def test_that_a_text_marked_as_plain_is_left_as_it_is() -> None:
    assert _only(textonly=True, chatmessage="<3 & 1<2").text == "<3 & 1<2"


@pytest.mark.parametrize(
    "changed",
    [
        {"event": "joined", "chatmessage": "joined the chat"},
        {"event": "follow", "chatmessage": "followed"},
        {"event": "liked"},
        {"event": True, "chatmessage": "Maria just subscribed"},
        {"chatmessage": ""},
        {"chatmessage": "<img src='sticker.png'>", "contentimg": "https://example.com/s.png"},
    ],
)
def test_that_what_nobody_wrote_is_ignored_and_counted(changed: dict[str, object]) -> None:
    read = _read({**LINE, **changed})
    assert (read.messages, read.ignored, read.status) == ((), 1, 200)


def test_that_a_donors_words_are_a_message() -> None:
    assert _only(event="gift", hasDonation="5 USD").text == "¿Cuánto cuesta?"


def test_that_the_programs_own_commands_are_ignored() -> None:
    assert _read({"join": "abc", "in": 4, "out": 3}).ignored == 1


@pytest.mark.parametrize(
    ("body", "problem", "status"),
    [
        (b"", InletProblem.NOT_JSON, 400),
        (b"{", InletProblem.NOT_JSON, 400),
        (b"\xff\xfe{", InletProblem.NOT_JSON, 400),
        (b'{"chatname": NaN}', InletProblem.NOT_JSON, 400),
        (b'{"id": ' + b"9" * 5_000 + b"}", InletProblem.NOT_JSON, 400),
        (b'"hello"', InletProblem.NOT_AN_OBJECT, 400),
        (b"null", InletProblem.NOT_AN_OBJECT, 400),
        (b"[" * 100_000, InletProblem.TOO_DEEP, 400),
        (b'{"a":' * 50_000, InletProblem.TOO_DEEP, 400),
        (b" " * (MOST_BYTES + 1), InletProblem.TOO_LARGE, 413),
        (json.dumps([LINE] * (MOST_MESSAGES + 1)), InletProblem.TOO_MANY, 413),
        (json.dumps({**LINE, "chatmessage": {"x": 1}}), InletProblem.BAD_FIELD, 422),
        (json.dumps({**LINE, "chatname": [1]}), InletProblem.BAD_FIELD, 422),
        (json.dumps({**LINE, "userid": True}), InletProblem.BAD_FIELD, 422),
        (json.dumps({**LINE, "type": 1.5}), InletProblem.BAD_FIELD, 422),
    ],
)
def test_that_what_cannot_be_read_is_named(body: bytes | str, problem: InletProblem, status: int) -> None:
    assert _problem(body) == (problem, status)


def test_that_one_bad_message_does_not_stop_the_others() -> None:
    read = _read({**LINE, "type": []}, LINE, 7)
    assert (len(read.messages), read.status) == (1, 200)
    assert read.answer()["problems"] == [
        {"code": "bad_field", "at": 0, "field": "type"},
        {"code": "not_an_object", "at": 2, "field": ""},
    ]


def test_that_a_very_long_message_is_cut() -> None:
    text = _only(chatmessage="word " * 10_000).text
    assert len(text) == 2_000
    assert text.endswith("…")


def test_that_ids_hold_nothing_that_a_database_refuses() -> None:
    message = _only(userid="a\ud800\x00b", type="\ud83dtik", chatname="\udfff")
    for text in (message.buyer_key, message.external_id, message.platform):
        assert text.encode().isascii()


@pytest.mark.parametrize("nasty", ["<a ", "<!--", "&#", "<![x", "<", "</", "<a b='"])
def test_that_markup_made_to_take_long_gets_an_answer(nasty: str) -> None:
    read = _read({**LINE, "chatmessage": nasty * 20_000})
    assert (len(read.messages) + read.ignored, read.status) == (1, 200)


@given(st.text(max_size=200))
def test_that_any_markup_can_be_read(markup: str) -> None:
    assert isinstance(plain_text(markup), str)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(list(LINE)), inner, max_size=5)
    ),
    max_leaves=12,
)


@given(_json)
def test_that_any_json_gets_an_answer(data: object) -> None:
    read = read_inlet(json.dumps(data), NOW)
    assert read.status in (200, 400, 413, 422)
    json.dumps(read.answer())
