"""Twitch's chat over its IRC protocol (https://dev.twitch.tv/docs/irc): reads any channel, answers with a login.

Without a login it reads as a guest. Answers are threaded to the message they answer; there are no private ones.
"""

import asyncio
import random
import ssl
import uuid
from collections import deque
from dataclasses import dataclass, field

from livedesk.adapters.chat.irc import IrcMessage, LineCutter, read_message
from livedesk.core.chat.sources import TWITCH, mention
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.events import ChatReceived, ChatWithdrawn
from livedesk.core.links import LinkKind
from livedesk.core.ports import ChatConnection, ChatListener, ConnectionLost
from livedesk.core.records import Message, Reply
from livedesk.core.typing_compat import override

HOST, PORT = "irc.chat.twitch.tv", 6697
MOST_CHARACTERS = 500
SENDS, SENDS_WITHIN_S = 20, 30.0
"""What Twitch takes of a user who is no moderator of the channel; beyond it mutes the account for half an hour."""
_MOST_WAIT_TO_SEND_S = 5.0
_CAPABILITIES = "twitch.tv/tags twitch.tv/commands"
_CHUNK = 65_536
_REFUSED_LOGIN = (
    "login authentication failed",
    "improperly formatted auth",
    "login unsuccessful",
    "invalid nick",
)
_ACTION = "\x01ACTION "
_NO_CHANNEL = frozenset({"403", "405", "471", "473", "474", "475", "476", "477"})
_NICK_TAKEN = frozenset({"433", "436", "437"})
_PASSWORD_WRONG = frozenset({"464", "465"})
_CANNOT_SEND = frozenset({"404", "442"})


@dataclass(frozen=True, slots=True)
class TwitchServer:
    """Where to connect, and how patient to be. `tls` None speaks in clear; a context of ours checks the server."""

    host: str = HOST
    port: int = PORT
    tls: ssl.SSLContext | None = field(default_factory=lambda: _tls())
    connect_s: float = 15.0
    join_s: float = 15.0
    silence_s: float = 90.0
    """After so long without a word from the server it is asked whether it is there, and given `answer_s`."""
    answer_s: float = 15.0
    send_s: float = 5.0


class TwitchConnection(ChatConnection):
    """One channel. `token` is the user's ("oauth:" before it or not); it is sent to Twitch and nowhere else."""

    name = TWITCH
    kind = LinkKind.TWITCH

    def __init__(
        self, channel: str, login: str = "", token: str = "", server: TwitchServer | None = None
    ) -> None:
        self._channel = channel_name(channel)
        # Whatever was pasted along with them, neither may break out of its line of the protocol.
        self._login = channel_name(login)
        self._token = "".join(c for c in token.strip().removeprefix("oauth:") if c.isascii() and c.isalnum())
        self._server = server or TwitchServer()
        self.address = self._channel or channel.strip()
        self.can_send = bool(self._login and self._token)
        self._talk: _Talk | None = None
        self._sent_at: deque[float] = deque()
        self._sends = asyncio.Lock()

    @override
    async def run(self, listener: ChatListener) -> None:
        server = self._server
        if not self._channel:
            raise ConnectionLost(ErrorCode.CHANNEL_UNKNOWN, tries_again=False, channel=self.address)
        try:
            async with asyncio.timeout(server.connect_s):
                reader, writer = await asyncio.open_connection(
                    server.host,
                    server.port,
                    ssl=server.tls,
                    ssl_handshake_timeout=_if(server.tls, server.connect_s),
                )
        except ssl.SSLCertVerificationError:
            raise ConnectionLost(ErrorCode.UNTRUSTED_SERVER, host=server.host) from None
        except (OSError, TimeoutError):
            raise ConnectionLost(ErrorCode.UNREACHABLE, host=server.host) from None
        nick = self._login if self.can_send else f"justinfan{random.randint(10_000, 99_999)}"
        self._talk = talk = _Talk(server, writer, self._channel, nick, listener)
        try:
            await talk.run(reader, self._token if self.can_send else "")
        except OSError:
            raise ConnectionLost(ErrorCode.UNREACHABLE, host=server.host) from None
        finally:
            self._talk = None
            talk.close()

    @override
    async def send(self, message: Message, reply: Reply) -> None:
        if not self.can_send:
            raise Unavailable("chat", ErrorCode.READ_ONLY)
        if reply.is_private:
            raise Unavailable("chat", ErrorCode.PUBLIC_ONLY)
        talk = self._talk
        if talk is None or not talk.is_joined or reply.translation is None:
            raise Unavailable("chat", ErrorCode.SOURCE_CLOSED)
        # One line: a line break would begin a command of the protocol.
        text = " ".join(reply.translation.text.split())
        line = text if talk.has_threads and text[:1] not in "/." else f"{mention(message.buyer_name)} {text}"
        if len(line) > MOST_CHARACTERS:
            raise Unavailable("chat", ErrorCode.TOO_LONG, most=MOST_CHARACTERS - (len(line) - len(text)))
        async with self._sends:
            await self._wait_for_room()
            await talk.say(line, message.external_id)

    async def _wait_for_room(self) -> None:
        """Stay below what Twitch allows; raises `Unavailable(TOO_MANY)` where that would take too long."""
        now = asyncio.get_running_loop().time()
        while self._sent_at and now - self._sent_at[0] >= SENDS_WITHIN_S:
            self._sent_at.popleft()
        if len(self._sent_at) >= SENDS:
            wait_s = SENDS_WITHIN_S - (now - self._sent_at[0])
            if wait_s > _MOST_WAIT_TO_SEND_S:
                raise Unavailable("chat", ErrorCode.TOO_MANY)
            await asyncio.sleep(wait_s)
            self._sent_at.popleft()
        self._sent_at.append(asyncio.get_running_loop().time())


class _Talk:
    """One talk with the server, from the greeting to the cut."""

    def __init__(
        self,
        server: TwitchServer,
        writer: asyncio.StreamWriter,
        channel: str,
        nick: str,
        listener: ChatListener,
    ) -> None:
        self.is_joined = False
        self.has_threads = False
        self._server, self._writer, self._listener = server, writer, listener
        self._channel, self._nick = channel, nick
        self._run_id, self._count = uuid.uuid4().hex[:12], 0
        self._answer: asyncio.Future[ErrorCode | None] | None = None
        self._token = ""

    async def run(self, reader: asyncio.StreamReader, password: str) -> None:
        """Read until the connection is cut; always raises `ConnectionLost` or OSError, unless cancelled."""
        self._put(f"CAP REQ :{_CAPABILITIES}")
        if password:
            self._put(f"PASS oauth:{password}")
        self._put(f"NICK {self._nick}")
        self._put(f"USER {self._nick} 0 * :livedesk")
        cutter = LineCutter()
        join_by = asyncio.get_running_loop().time() + self._server.join_s
        is_asked = False
        while True:
            wait_s = self._server.answer_s if is_asked else self._server.silence_s
            if not self.is_joined:
                wait_s = max(0.0, join_by - asyncio.get_running_loop().time())
            try:
                async with asyncio.timeout(wait_s):
                    data = await reader.read(_CHUNK)
            except TimeoutError:
                if not self.is_joined:  # Twitch says nothing about a channel that is not there
                    raise ConnectionLost(
                        ErrorCode.CHANNEL_UNKNOWN, wait_s=30.0, channel=self._channel
                    ) from None
                if is_asked:
                    raise ConnectionLost(ErrorCode.UNREACHABLE, host=self._server.host) from None
                is_asked = True
                self._put("PING :livedesk")
                continue
            if not data:
                raise ConnectionLost(ErrorCode.UNREACHABLE, host=self._server.host)
            is_asked = False
            for line in cutter.cut(data):
                if message := read_message(line):
                    self._take(message)

    async def say(self, line: str, to: str) -> None:
        """Write to the channel and wait for what the server makes of it; raises `Unavailable`."""
        self._answer = answer = asyncio.get_running_loop().create_future()
        self._token = f"sent-{uuid.uuid4().hex[:12]}"
        thread = f"@reply-parent-msg-id={to} " if self.has_threads and _is_id(to) else ""
        try:
            self._put(f"{thread}PRIVMSG #{self._channel} :{line}")
            if not self.has_threads:
                self._put(
                    f"PING :{self._token}"
                )  # another server answers in order, and says only what was wrong
            async with asyncio.timeout(self._server.send_s):
                failure = await answer
        except TimeoutError:
            failure = ErrorCode.CANNOT_SEND
        finally:
            self._answer = None
        if failure:
            raise Unavailable("chat", failure)

    def close(self) -> None:
        """Leave; whoever waits for an answer gets one."""
        self.is_joined = False
        self._answered(ErrorCode.SOURCE_CLOSED)
        if not self._writer.transport.is_closing():
            self._put(f"PART #{self._channel}")
        self._writer.close()

    def _put(self, line: str) -> None:
        self._writer.write(" ".join(line.splitlines()).encode("utf-8", "replace") + b"\r\n")

    def _answered(self, failure: ErrorCode | None) -> None:
        if self._answer and not self._answer.done():
            self._answer.set_result(failure)

    # --- what the server says ---

    def _take(self, message: IrcMessage) -> None:
        match message.command:
            case "PING":
                self._put(f"PONG :{message.text}")
            case "PONG" if message.text == self._token:
                self._answered(None)
            case "CAP":
                self._capabilities(message)
            case "001":
                self._put(f"JOIN #{self._channel}")
            case "JOIN" | "366":
                self._joined(message)
            case "PRIVMSG":
                self._said(message)
            case "CLEARMSG" | "CLEARCHAT":
                self._cleared(message)
            case "USERSTATE":
                self._answered(None)
            case "NOTICE":
                self._noticed(message)
            case "ERROR" if "password" in message.text.lower():
                raise ConnectionLost(ErrorCode.ACCESS_REFUSED, tries_again=False)
            case "RECONNECT":
                raise ConnectionLost(ErrorCode.UNREACHABLE, host=self._server.host)
            case "PART" | "KICK" if self.is_joined and self._nick in (message.nick, *message.params[1:2]):
                raise ConnectionLost(ErrorCode.CHANNEL_UNKNOWN, wait_s=30.0, channel=self._channel)
            case _:
                self._failed(message)

    def _capabilities(self, message: IrcMessage) -> None:
        if "ACK" in message.params:
            self.has_threads = "twitch.tv/tags" in message.text and "twitch.tv/commands" in message.text
        self._put("CAP END")

    def _joined(self, message: IrcMessage) -> None:
        if message.command == "366" or message.nick.lower() == self._nick.lower():
            self.is_joined = True
            self._listener.connected()

    def _said(self, message: IrcMessage) -> None:
        if len(message.params) < 2 or message.params[0].lower() != f"#{self._channel}":
            return
        text = message.text
        if text.startswith(_ACTION):
            text = text.removeprefix(_ACTION).rstrip("\x01")
        self._count += 1
        self._listener.received(
            ChatReceived(
                source=TWITCH,
                external_id=message.tags.get("id") or f"{self._run_id}-{self._count}",
                buyer_name=message.tags.get("display-name") or message.nick,
                text=text,
                buyer_key=message.tags.get("user-id") or message.nick,
            )
        )

    def _cleared(self, message: IrcMessage) -> None:
        """A moderator took back a line, or all of a user; that the whole chat was wiped takes no question back."""
        if line := message.tags.get("target-msg-id"):
            self._listener.withdrawn(ChatWithdrawn(TWITCH, line))
        elif user := message.tags.get("target-user-id"):
            self._listener.withdrawn(ChatWithdrawn(TWITCH, buyer_key=user))

    def _noticed(self, message: IrcMessage) -> None:
        text, number = message.text.lower(), message.tags.get("msg-id", "")
        if any(words in text for words in _REFUSED_LOGIN):
            raise ConnectionLost(ErrorCode.ACCESS_REFUSED, tries_again=False)
        if number in ("msg_channel_suspended", "tos_ban"):
            raise ConnectionLost(ErrorCode.CHANNEL_UNKNOWN, tries_again=False, channel=self._channel)
        if number in ("msg_ratelimit", "msg_slowmode", "msg_duplicate"):
            self._answered(ErrorCode.TOO_MANY)
        elif number.startswith("msg_") or number in ("no_permission", "unrecognized_cmd"):
            self._answered(ErrorCode.CANNOT_SEND)

    def _failed(self, message: IrcMessage) -> None:
        if message.command in _NICK_TAKEN:
            # The last connection under this name is still there; the server drops it soon.
            raise ConnectionLost(ErrorCode.TOO_MANY)
        if message.command in _NO_CHANNEL:
            raise ConnectionLost(ErrorCode.CHANNEL_UNKNOWN, tries_again=False, channel=self._channel)
        if message.command in _PASSWORD_WRONG:
            raise ConnectionLost(ErrorCode.ACCESS_REFUSED, tries_again=False)
        if message.command in _CANNOT_SEND:
            self._answered(ErrorCode.CANNOT_SEND)


def channel_name(typed: str) -> str:
    """Return the channel that a person typed, as a name or a link: "https://www.twitch.tv/Lumio" is "lumio"."""
    name = typed.strip().split("?")[0].rstrip("/").rsplit("/", 1)[-1]
    return "".join(c for c in name.lstrip("#@").lower() if c.isascii() and (c.isalnum() or c == "_"))


def _is_id(text: str) -> bool:
    """Whether `text` may stand in a tag as it is; ids that livedesk made up are nothing to Twitch."""
    return len(text) == 36 and all(c.isalnum() or c == "-" for c in text)


def _if(tls: ssl.SSLContext | None, timeout_s: float) -> float | None:
    return timeout_s if tls else None


def _tls() -> ssl.SSLContext:
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
