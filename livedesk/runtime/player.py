"""Plays a booth's tape into the desk: the rehearsal. Host lines arrive as a recogniser would deliver them,
and chat from one source of its own: its buyers are never mistaken for those who are really connected.

A host line grows word by word (Chinese: two characters at a time) over the time it takes to say it, and ends with
an endpoint. Pausing the session holds the tape; ending it stops it.
"""

import asyncio
import re
from collections.abc import Iterator, Sequence

from livedesk.core.chat.sources import PRACTICE
from livedesk.core.events import (
    ChatReceived,
    GoToShowItem,
    Hypothesis,
    Input,
    MarkSoldOut,
    PinProduct,
    SendReply,
    UnpinProduct,
)
from livedesk.core.records import Origin, SessionState
from livedesk.core.session.tape_lines import (
    ChatLine,
    HostLine,
    PinLine,
    ReplyLine,
    ShowLine,
    SoldOutLine,
    TapeLine,
)
from livedesk.runtime.desk import Desk
from livedesk.runtime.inbox import Inbox

HYPOTHESIS_EVERY_S = 0.7
_CHECK_EVERY_S = 0.1
_UNITS = re.compile(r"(?:(?![㐀-鿿])[\w.,'-])+\s*|(?:[㐀-鿿]|[^\w\s]){1,2}\s*|\s+")


class Player:
    """One run of a tape at `speed` times its own pace."""

    def __init__(self, desk: Desk, lines: Sequence[TapeLine], speed: float = 1.0) -> None:
        self._desk = desk
        self._steps = sorted(_steps(lines), key=lambda step: step[0])
        self._speed = speed

    @property
    def duration_s(self) -> float:
        """Length of the tape at its own pace."""
        return self._steps[-1][0] if self._steps else 0.0

    async def play(self) -> None:
        """Play to the end, or until the session ends; runs on the desk."""
        session_id = self._desk.booth.session.id
        played_s = 0.0
        for at_s, step in self._steps:
            # Waits in short stretches, so that a pause holds the tape within a tenth of a second.
            while played_s < at_s:
                stretch_s = min(_CHECK_EVERY_S * self._speed, at_s - played_s)
                await asyncio.sleep(stretch_s / self._speed)
                session = self._desk.booth.session
                if session.id != session_id or session.state is SessionState.ENDED:
                    return
                if session.state is SessionState.LIVE:
                    played_s += stretch_s
            given = self._reply(step) if isinstance(step, ReplyLine) else step
            if given:
                self._desk.take(given)

    async def settle(self, inbox: Inbox, at_most_s: float) -> None:
        """Wait until everything asked for is translated, at most `at_most_s`."""
        waited_s = 0.0
        while waited_s < at_most_s and (len(inbox) or self._desk.booth.is_waiting):
            await asyncio.sleep(_CHECK_EVERY_S)
            waited_s += _CHECK_EVERY_S

    def _reply(self, line: ReplyLine) -> SendReply | None:
        message = self._desk.booth.chat.find(PRACTICE, line.to_external_id)
        return SendReply(message.id, line.text) if message else None


def _steps(lines: Sequence[TapeLine]) -> Iterator[tuple[float, Input | ReplyLine]]:
    utterance = 0
    for line in lines:
        match line:
            case HostLine():
                utterance += 1
                yield from _spoken(line, utterance)
            case ChatLine():
                key = f"{line.name}@{line.source}"
                yield (
                    line.at_s,
                    ChatReceived(PRACTICE, line.external_id, line.name, line.text, key, platform=line.source),
                )
            case PinLine():
                yield line.at_s, PinProduct(line.sku) if line.is_pinned else UnpinProduct(line.sku)
            case SoldOutLine():
                yield line.at_s, MarkSoldOut(line.sku, True)
            case ShowLine():
                yield line.at_s, GoToShowItem(line.index)
            case ReplyLine():
                yield line.at_s, line


def _spoken(line: HostLine, utterance: int) -> Iterator[tuple[float, Hypothesis]]:
    units = _UNITS.findall(line.text)
    steps = max(1, int(line.seconds / HYPOTHESIS_EVERY_S))
    for step in range(1, steps + 1):
        at_s = line.at_s + line.seconds * step / steps
        text = line.text if step == steps else "".join(units[: len(units) * step // steps])
        if text:
            yield (
                at_s,
                Hypothesis(
                    utterance, step, text, line.at_s, at_s, is_endpoint=step == steps, origin=Origin.TAPE
                ),
            )
