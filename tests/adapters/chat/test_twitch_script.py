"""What only Twitch's servers say: a small server plays them, word for word, also over TLS and also badly."""

import asyncio
import ssl
import subprocess
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.adapters.chat import twitch
from livedesk.adapters.chat.irc import LineCutter, read_message
from livedesk.adapters.chat.twitch import MOST_CHARACTERS, SENDS, TwitchConnection, TwitchServer, channel_name
from livedesk.core.errors import ErrorCode
from livedesk.core.events import ChatWithdrawn
from livedesk.core.ports import ConnectionLost
from tests.contracts.connection_contract import Listened, answer, asked, refusal, running

UUID = "b34ccfc7-4977-403a-8a94-33c6bac34fb8"
TAGS = f"badges=;color=#0D4200;display-name=María;id={UUID};tmi-sent-ts=1;user-id=1337;user-type="


class Script:
    """Greets like Twitch; then a test says what it likes. `got` is what the client said."""

    def __init__(self, *, greets: bool = True, has_tags: bool = True) -> None:
        self.got: list[str] = []
        self.answers: dict[str, str] = {}
        """What to say when a line begins so."""
        self._greets, self._has_tags = greets, has_tags
        self._writer: asyncio.StreamWriter | None = None
        self._news = asyncio.Event()
        self._talks: list[asyncio.Task[None]] = []

    async def serve(self, tls: ssl.SSLContext | None = None) -> "Script":
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", 0, ssl=tls)
        self.port = int(self._server.sockets[0].getsockname()[1])
        return self

    def put(self, line: str | bytes) -> None:
        assert self._writer
        self._writer.write(line if isinstance(line, bytes) else f"{line}\r\n".encode())

    async def until(self, start: str, times: int = 1) -> str:
        async with asyncio.timeout(5.0):
            while len(found := [line for line in self.got if line.startswith(start)]) < times:
                self._news.clear()
                await self._news.wait()
        return found[-1]

    async def close(self) -> None:
        """Cut every talk and wait until it is over."""
        self._server.close()
        if self._writer:
            self._writer.transport.abort()
        await asyncio.gather(*self._talks, return_exceptions=True)
        await self._server.wait_closed()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self._talks.append(asyncio.current_task())  # type: ignore[arg-type]  # in a task always
        while data := await reader.readline():
            line = data.decode().rstrip()
            self.got.append(line)
            for start, said in self.answers.items():
                if start in line:
                    self.put(said)
            if self._greets:
                self._greet(line)
            self._news.set()
        writer.close()

    def _greet(self, line: str) -> None:
        if line.startswith("CAP REQ"):
            did = "ACK" if self._has_tags else "NAK"
            self.put(f":tmi.twitch.tv CAP * {did} :twitch.tv/tags twitch.tv/commands")
        elif line.startswith("NICK"):
            self.put(f":tmi.twitch.tv 001 {line.split()[1]} :Welcome, GLHF!")
        elif line.startswith("JOIN"):
            self.put(f":tmi.twitch.tv 366 me {line.split()[1]} :End of /NAMES list")


def play(
    scene: Callable[[Script, TwitchConnection], Awaitable[None]],
    *,
    login: str = "",
    token: str = "",
    greets: bool = True,
    has_tags: bool = True,
    **patience: float,
) -> None:
    async def whole() -> None:
        script = await Script(greets=greets, has_tags=has_tags).serve()
        server = TwitchServer("127.0.0.1", script.port, None, **patience)
        try:
            await scene(script, TwitchConnection("#Lumio", login, token, server))
        finally:
            await script.close()

    asyncio.run(whole())


def test_that_a_guest_reads_without_a_password() -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        async with running(chat) as run:
            await run.connected()
        assert script.got[0] == "CAP REQ :twitch.tv/tags twitch.tv/commands"
        assert not [line for line in script.got if line.startswith("PASS")]
        assert (await script.until("NICK")).startswith("NICK justinfan")
        assert "JOIN #lumio" in script.got
        assert not chat.can_send

    play(scene)


def test_that_tags_name_the_line_and_the_buyer() -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        async with running(chat) as run:
            await run.connected()
            script.put(f"@{TAGS} :maria!maria@maria.tmi.twitch.tv PRIVMSG #lumio :¿precio? :)")
            script.put(":x!x@x PRIVMSG #lumio :\x01ACTION waves\x01")
            script.put(":x!x@x PRIVMSG #another :not ours")
            script.put(":x!x@x PRIVMSG #lumio :last")
            await run.heard.until(lambda: run.heard.texts[-1:] == ["last"])
            first = run.heard.messages[0]
            assert (first.external_id, first.buyer_key, first.buyer_name) == (UUID, "1337", "María")
            assert run.heard.texts == ["¿precio? :)", "waves", "last"]

    play(scene)


def test_that_what_moderators_take_back_is_told() -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        async with running(chat) as run:
            await run.connected()
            script.put(f"@login=maria;target-msg-id={UUID} :tmi.twitch.tv CLEARMSG #lumio :bad words")
            script.put("@ban-duration=350;target-user-id=1337 :tmi.twitch.tv CLEARCHAT #lumio :maria")
            script.put("@room-id=1 :tmi.twitch.tv CLEARCHAT #lumio")
            script.put(":x!x@x PRIVMSG #lumio :last")
            await run.heard.until(lambda: run.heard.texts == ["last"])
            assert run.heard.taken_back == [
                ChatWithdrawn("twitch", UUID),
                ChatWithdrawn("twitch", buyer_key="1337"),
            ]

    play(scene)


def test_that_a_ping_is_answered_with_its_own_words() -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        async with running(chat) as run:
            await run.connected()
            script.put("PING :tmi.twitch.tv")
            assert await script.until("PONG") == "PONG :tmi.twitch.tv"

    play(scene)


def test_that_a_silent_server_is_asked_and_then_given_up() -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        async with running(chat) as run:
            await run.connected()
            await script.until("PING")
            assert (await run.lost()).code is ErrorCode.UNREACHABLE

    play(scene, silence_s=0.05, answer_s=0.05)


def test_that_a_reconnect_is_followed() -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        async with running(chat) as run:
            await run.connected()
            script.put(":tmi.twitch.tv RECONNECT")
            assert (await run.lost()).tries_again

    play(scene)


@pytest.mark.parametrize(
    "said",
    [
        ":tmi.twitch.tv NOTICE * :Login authentication failed",
        ":tmi.twitch.tv NOTICE * :Improperly formatted auth",
        ":tmi.twitch.tv NOTICE * :Login unsuccessful",
    ],
)
def test_that_a_refused_login_is_said_and_not_tried_again(said: str) -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        script.answers["NICK"] = said
        async with running(chat) as run:
            lost = await run.lost()
            assert (lost.code, lost.tries_again) == (ErrorCode.ACCESS_REFUSED, False)
            assert "s3cret" not in f"{lost} {lost.params} {lost.__context__}"
        assert "PASS oauth:s3cret" in script.got

    play(scene, login="LumioBooth", token="oauth:s3cret", greets=False)


def test_that_a_channel_that_is_not_there_is_said() -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        script.answers["NICK"] = ":tmi.twitch.tv 001 me :Welcome, GLHF!"  # and no word about the channel
        async with running(chat) as run:
            lost = await run.lost()
            assert (lost.code, lost.params) == (ErrorCode.CHANNEL_UNKNOWN, {"channel": "lumio"})

    play(scene, greets=False, join_s=0.1)


def test_that_no_channel_at_all_is_said_without_connecting() -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        async with running(TwitchConnection(" # ")) as run:
            assert not (await run.lost()).tries_again

    play(scene)


def test_that_nobody_there_is_said() -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        await script.close()
        async with running(chat) as run:
            lost = await run.lost()
            assert (lost.code, lost.tries_again, lost.params) == (
                ErrorCode.UNREACHABLE,
                True,
                {"host": "127.0.0.1"},
            )

    play(scene)


def test_that_bad_bytes_and_endless_lines_cost_no_other_line() -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        async with running(chat) as run:
            await run.connected()
            script.put(b":x!x@x PRIVMSG #lumio :caf\xe9\r\n")
            script.put(b":x!x@x PRIVMSG #lumio :" + b"y" * 10_000_000)
            script.put(b"\r\n@;;;=;\r\n:\r\nPRIVMSG\r\nPRIVMSG #lumio\r\n:x!x@x PRIVMSG #lumio :la")
            script.put(b"st\r\n")
            await run.heard.until(lambda: run.heard.texts == ["caf�", "last"])

    play(scene)


class _Nowhere:
    """Takes what is written."""

    transport = property(lambda self: self)

    def is_closing(self) -> bool:
        return False

    def write(self, data: bytes) -> None:
        assert data.endswith(b"\r\n")
        assert (data.count(b"\n"), data.count(b"\r")) == (1, 1)

    def close(self) -> None:
        pass


_words = st.sampled_from(
    [*"@:;=# \\", "PRIVMSG", "CLEARMSG", "CAP", "ACK", "NOTICE", "001", "366", "JOIN", "PART", "PING", "KICK",
     "id", "msg-id", "target-msg-id", "user-id", "#lumio", "me", "\x01ACTION ", "x!y@z", "é", "RECONNECT", "433"]
)  # fmt: skip


@given(st.lists(st.lists(_words, max_size=14).map("".join) | st.text(max_size=60), max_size=12))
def test_that_whatever_the_server_says_is_survived(lines: list[str]) -> None:
    async def talk_on() -> None:
        talk = twitch._Talk(TwitchServer(tls=None), _Nowhere(), "lumio", "me", Listened())  # type: ignore[arg-type]
        cutter = LineCutter()
        with suppress(ConnectionLost):
            for line in lines:
                for whole in cutter.cut(line.encode("utf-8", "replace") + b"\n"):
                    if message := read_message(whole):
                        talk._take(message)
        talk.close()

    asyncio.run(talk_on())


@pytest.mark.parametrize("token", ["t0k\r\nQUIT", " oauth:t0kQUIT\n"])
def test_that_what_was_pasted_with_a_token_is_no_command(token: str) -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        async with running(chat) as run:
            await run.connected()
            assert not run.task.done()
        assert "PASS oauth:t0kQUIT" in script.got
        assert "NICK booth" in script.got

    play(scene, login=" Booth\n", token=token)


# --- answering ---


def test_that_an_answer_is_threaded_to_its_message() -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        script.answers["PRIVMSG"] = "@color= :tmi.twitch.tv USERSTATE #lumio"
        async with running(chat) as run:
            await run.connected()
            await chat.send(asked(external_id=UUID), answer("4 dólares"))
            assert await script.until("@reply") == f"@reply-parent-msg-id={UUID} PRIVMSG #lumio :4 dólares"
            await chat.send(asked(external_id="x y"), answer("5"))
            assert await script.until("PRIVMSG") == "PRIVMSG #lumio :5"

    play(scene, login="booth", token="t")


@pytest.mark.parametrize("text", ["/ban maria", ".timeout maria"])
def test_that_an_answer_is_never_a_command(text: str) -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        script.answers["PRIVMSG"] = ":tmi.twitch.tv USERSTATE #lumio"
        async with running(chat) as run:
            await run.connected()
            await chat.send(asked(external_id=UUID), answer(text))
            assert (await script.until("@reply")).endswith(f"PRIVMSG #lumio :@Maria {text}")

    play(scene, login="booth", token="t")


def test_that_an_answer_that_is_too_long_is_refused_before_it_goes() -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        script.answers["PRIVMSG"] = ":tmi.twitch.tv USERSTATE #lumio"
        async with running(chat) as run:
            await run.connected()
            failure = await refusal(chat.send(asked(external_id=UUID), answer("字" * (MOST_CHARACTERS + 1))))
            assert (failure.code, failure.params) == (ErrorCode.TOO_LONG, {"most": MOST_CHARACTERS})
            await chat.send(asked(external_id=UUID), answer("字" * MOST_CHARACTERS))
            assert len([line for line in script.got if "PRIVMSG" in line]) == 1

    play(scene, login="booth", token="t")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("msg_ratelimit", ErrorCode.TOO_MANY),
        ("msg_duplicate", ErrorCode.TOO_MANY),
        ("msg_banned", ErrorCode.CANNOT_SEND),
        ("msg_followersonly", ErrorCode.CANNOT_SEND),
    ],
)
def test_that_an_answer_that_twitch_refuses_is_not_sent(number: str, code: ErrorCode) -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        script.answers["PRIVMSG"] = (
            f"@msg-id={number} :tmi.twitch.tv NOTICE #lumio :Your message was not sent."
        )
        async with running(chat) as run:
            await run.connected()
            assert (await refusal(chat.send(asked(), answer()))).code is code
            assert not run.task.done()

    play(scene, login="booth", token="t")


def test_that_an_answer_nobody_confirms_is_not_sent() -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        async with running(chat) as run:
            await run.connected()
            assert (await refusal(chat.send(asked(), answer()))).code is ErrorCode.CANNOT_SEND

    play(scene, login="booth", token="t", send_s=0.05)


def test_that_a_cut_while_sending_is_said() -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        script.answers["PRIVMSG"] = ":tmi.twitch.tv RECONNECT"
        async with running(chat) as run:
            await run.connected()
            assert (await refusal(chat.send(asked(), answer()))).code is ErrorCode.SOURCE_CLOSED

    play(scene, login="booth", token="t")


def test_that_twitchs_limit_of_answers_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(script: Script, chat: TwitchConnection) -> None:
        script.answers["PRIVMSG"] = ":tmi.twitch.tv USERSTATE #lumio"
        async with running(chat) as run:
            await run.connected()
            for _ in range(SENDS):
                await chat.send(asked(), answer())
            assert (await refusal(chat.send(asked(), answer()))).code is ErrorCode.TOO_MANY
            assert len([line for line in script.got if "PRIVMSG" in line]) == SENDS
            monkeypatch.setattr(twitch, "SENDS_WITHIN_S", 0.05)  # half a minute later
            await chat.send(asked(), answer())

    play(scene, login="booth", token="t")


# --- TLS ---


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for localhost that nobody signed."""
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    asked_for = (
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    )
    subprocess.run(
        ["openssl", *asked_for.split(), "-keyout", str(key), "-out", str(cert)],
        check=True,
        capture_output=True,
    )
    return key, cert


def _over_tls(certificate: tuple[Path, Path], *, is_trusted: bool) -> ErrorCode | None:
    key, cert = certificate
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(cert, key)
    trusting = ssl.create_default_context(cafile=str(cert) if is_trusted else None)

    async def whole() -> ErrorCode | None:
        script = await Script().serve(serving)
        chat = TwitchConnection("lumio", server=TwitchServer("localhost", script.port, trusting))
        try:
            async with running(chat) as run:
                if not is_trusted:
                    return (await run.lost()).code
                await run.connected()
                script.put(":x!x@x PRIVMSG #lumio :over TLS")
                await run.heard.until(lambda: run.heard.texts == ["over TLS"])
                return None
        finally:
            await script.close()

    return asyncio.run(whole())


def test_that_it_speaks_tls(certificate: tuple[Path, Path]) -> None:
    assert _over_tls(certificate, is_trusted=True) is None


def test_that_a_server_nobody_vouches_for_is_refused(certificate: tuple[Path, Path]) -> None:
    assert _over_tls(certificate, is_trusted=False) is ErrorCode.UNTRUSTED_SERVER


def test_that_twitch_itself_is_asked_over_tls_with_its_certificate_checked() -> None:
    server = TwitchServer()
    assert (server.host, server.port) == ("irc.chat.twitch.tv", 6697)
    assert server.tls is not None
    assert server.tls.verify_mode is ssl.CERT_REQUIRED


@pytest.mark.parametrize(
    "typed",
    [
        "lumio",
        "#Lumio",
        " @LUMIO ",
        "https://www.twitch.tv/lumio",
        "twitch.tv/lumio/?x=1",
        "https://m.twitch.tv/Lumio",
    ],
)
def test_that_a_channel_is_understood_as_people_give_it(typed: str) -> None:
    assert channel_name(typed) == "lumio"


def test_that_a_channel_is_never_a_command() -> None:
    assert channel_name("lumio\r\nQUIT") == "lumioquit"
