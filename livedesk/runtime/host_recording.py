"""Keeps the host's sound while the show runs, for those who asked. A failure is told and costs nothing else."""

from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.captions.live_time import LiveStretch
from livedesk.core.errors import Unavailable
from livedesk.core.events import Input, NoticeRaised
from livedesk.core.ids import SessionId
from livedesk.core.ports import AudioBlock
from livedesk.core.records import Notice, NoticeCode, NoticeLevel

_GAP_S = 0.05
"""Sound further apart than this within a stretch has silence put between, so that times stay right."""


class Track(Protocol):
    """A file of the host's sound; both methods raise `Unavailable("recording", ...)`."""

    def write(self, block: AudioBlock) -> None:
        """Add a block, behind silence for what was lost before it."""
        ...

    def close(self) -> None:
        """Finish the file."""
        ...


class HostRecorder:
    """Writes one track for each session; `open_track` begins a new file for it. For the `asr` thread."""

    def __init__(self, open_track: Callable[[SessionId], Track], post: Callable[[Input], None]) -> None:
        self._open_track = open_track
        self._post = post
        self._session: SessionId | None = None
        self._track: Track | None = None
        self._stretch_since = 0.0
        self._written_until = 0.0

    def write(self, live: LiveStretch, samples: memoryview, began_at: float) -> None:
        """Add sound of the show that was taken in from `began_at` (seconds since 1970) on."""
        try:
            if self._session != live.session:
                self.close()
                self._session = live.session
                self._track = self._open_track(live.session)
            gap_s = began_at - self._written_until if self._stretch_since == live.since else 0.0
            lost = round(gap_s * SAMPLE_RATE) if gap_s > _GAP_S else 0
            if self._track:
                self._track.write(AudioBlock(samples, 0, lost))
        except Unavailable as error:
            self._track = None
            params: dict[str, str | int] = {"code": error.code, **error.params}
            self._post(NoticeRaised(Notice(NoticeCode.RECORDING_FAILED, NoticeLevel.WARNING, params)))
        self._stretch_since, self._written_until = live.since, began_at + len(samples) / SAMPLE_RATE

    def close(self) -> None:
        """Finish the file, if one is open; the same session then gets another."""
        track, self._track, self._session = self._track, None, None
        if track:
            with suppress(Unavailable):  # what could be written is written
                track.close()
