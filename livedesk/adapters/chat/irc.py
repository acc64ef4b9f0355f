"""The grammar of IRC messages with tags, as Twitch speaks it (RFC 1459, IRCv3 message-tags).

Own code rather than a library: what a chat reader needs is the one rule of the grammar below. The libraries that are
kept up (irc, pydle) bring an event loop or client of their own with channel and user lists, and their maintained
forms still need the limits (length of a line, bytes that are no UTF-8) put around them.
"""

from dataclasses import dataclass, field

MOST_LINE_BYTES = 16_384
"""Twitch sends at most 8,191 bytes of tags and 512 of message; anything longer is no message."""

_ESCAPES = {":": ";", "s": " ", "\\": "\\", "r": "\r", "n": "\n"}


@dataclass(frozen=True, slots=True)
class IrcMessage:
    """One message: `:nick!user@host COMMAND params`, with its tags."""

    command: str
    params: tuple[str, ...] = ()
    nick: str = ""
    tags: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The last param: what a PRIVMSG or NOTICE says."""
        return self.params[-1] if self.params else ""


def read_message(line: str) -> IrcMessage | None:
    """Return the message on one line, without its end; None where there is none on it."""
    tags: dict[str, str] = {}
    nick = ""
    if line.startswith("@"):
        head, _, line = line[1:].partition(" ")
        tags = {
            key: _unescaped(value) for key, _, value in (t.partition("=") for t in head.split(";")) if key
        }
        line = line.lstrip(" ")
    if line.startswith(":"):
        prefix, _, line = line[1:].partition(" ")
        nick = prefix.partition("!")[0]
        line = line.lstrip(" ")
    head, has_text, text = line.partition(" :")
    words = head.split()
    if not words:
        return None
    return IrcMessage(words[0].upper(), (*words[1:], *([text] if has_text else [])), nick, tags)


def _unescaped(value: str) -> str:
    """Return a tag's value: "\\s" is a blank, "\\:" a semicolon; a backslash before anything else is dropped."""
    if "\\" not in value:
        return value
    found: list[str] = []
    signs = iter(value)
    for sign in signs:
        if sign == "\\":
            after = next(signs, "")
            found.append(_ESCAPES.get(after, after))
        else:
            found.append(sign)
    return "".join(found)


class LineCutter:
    """Cuts a stream of bytes into lines. A line that is too long is left out, and costs no memory."""

    def __init__(self) -> None:
        self._rest = b""
        self._is_skipping = False

    def cut(self, data: bytes) -> list[str]:
        """Return the lines that `data` completes, without their ends; bytes that are no UTF-8 become a mark."""
        *whole, self._rest = (self._rest + data).split(b"\n")
        if self._is_skipping and whole:
            whole, self._is_skipping = whole[1:], False
        if len(self._rest) > MOST_LINE_BYTES:
            self._rest, self._is_skipping = b"", True
        elif self._is_skipping:
            self._rest = b""
        lines = (
            line.rstrip(b"\r").decode("utf-8", "replace") for line in whole if len(line) <= MOST_LINE_BYTES
        )
        return [line for line in lines if line]
