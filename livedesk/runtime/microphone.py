"""The microphone that is heard: the chosen one, the computer's own while that is gone, or none. Thread `asr`."""

from collections.abc import Callable

from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.errors import Unavailable
from livedesk.core.events import DismissNotice, HealthReported, Input, NoticeRaised
from livedesk.core.ports import AudioBlock, AudioSource
from livedesk.core.records import Health, HealthState, Microphone, Notice, NoticeCode, NoticeLevel, Part

RETRY_S = 2.0
"""How long after a failure the microphone is tried again."""

LOOK_S = 5.0
"""How often, while another microphone stands in, it is asked whether the chosen one is back."""

MakeSource = Callable[[str], AudioSource]
"""Makes a source, not yet opened, for a `Microphone.id`; "" is the computer's own choice."""

Look = Callable[[], tuple[Microphone, ...]]
"""Lists the microphones that are there now; raises `Unavailable`. May take a moment."""


class MicrophoneInput:
    """Keeps a source open and says how it is.

    `wait` waits for so many seconds, or less where the lane is called; `stopped` is told when the sound stops, before
    any other begins: what is in hand then is all there will be.
    """

    def __init__(
        self,
        make: MakeSource,
        look: Look,
        *,
        now: Callable[[], float],
        wait: Callable[[float], object],
        post: Callable[[Input], None],
        stopped: Callable[[], None],
    ) -> None:
        self.anchor = 0.0
        """When sample 0 of the open source was taken in (seconds since 1970)."""
        self._make = make
        self._look = look
        self._now = now
        self._wait = wait
        self._post = post
        self._stopped = stopped
        self._wanted: str | None = None
        self._source: AudioSource | None = None
        self._used = ""
        self._heard = ""
        self._try_at = 0.0
        self._look_at = 0.0
        self._failure: Unavailable | None = None
        self._is_told = False

    @property
    def is_open(self) -> bool:
        """Whether sound comes in."""
        return self._source is not None

    def use(self, microphone: str | None) -> None:
        """Hear this `Microphone.id` from now on ("" the computer's own choice), None: nothing at all."""
        if microphone == self._wanted and (microphone is None or self._source):
            return
        self.close()
        self._wanted, self._heard, self._failure, self._try_at = microphone, "", None, 0.0
        self._clear()
        if microphone is None:
            self._report(HealthState.OFF)

    def read(self, timeout_s: float) -> AudioBlock | None:
        """Return the next sound, None where there is none after `timeout_s`; raises `EOFError` at a file's end."""
        source = self._source or self._opened()
        if source is None:
            self._wait(timeout_s)
            return None
        try:
            block = source.read(timeout_s)
        except EOFError:
            self.close()
            self._wanted = None
            raise
        except Unavailable as error:
            self.close()  # tried again at once, unless it was opened a moment ago
            self._fail(error, is_new=True)
            return None
        if block:
            # A sound card that runs fast would make sound come from the future.
            end_s = (block.start + len(block.samples)) / SAMPLE_RATE
            self.anchor = min(self.anchor, self._now() - end_s)
        return block

    def look_for_chosen(self) -> None:
        """Go back to the chosen microphone if another stands in and it is there again; looking takes a moment."""
        wanted, now = self._wanted, self._now()
        if not wanted or not self._source or self._used == wanted or now < self._look_at:
            return
        self._look_at = now + LOOK_S
        try:
            is_back = any(each.id == wanted for each in self._look())
        except Unavailable:
            return  # what stands in goes on
        if is_back:
            self.close()
            self._try_at = 0.0

    def tell(self) -> None:
        """Say with a notice what keeps the microphone from being heard, if anything does: the show is live."""
        if self._failure:
            self._is_told = True
            params: dict[str, str | int] = {"code": self._failure.code, **self._failure.params}
            self._notify(NoticeCode.MICROPHONE_FAILED, NoticeLevel.ERROR, params)

    def report_silence(self, code: str) -> None:
        """Say with the error code that nothing is heard, or ("") that it is again."""
        if self._source:
            self._report(HealthState.BEHIND if code else HealthState.OK, code)

    def close(self) -> None:
        """Let the microphone go."""
        if self._source:
            self._source.close()
            self._source = None
            self._stopped()

    def _opened(self) -> AudioSource | None:
        """Open the chosen microphone or, where that fails, the computer's own; None where neither opens."""
        wanted, now = self._wanted, self._now()
        if wanted is None or now < self._try_at:
            return None
        self._try_at = now + RETRY_S
        if not self._failure:
            self._report(HealthState.STARTING)
        try:
            return self._open(wanted)
        except Unavailable as error:
            failure = error
        if wanted:
            try:
                return self._open("", failure)
            except Unavailable:
                pass  # the chosen one's failure is what the user can do something about
        self._fail(failure, is_new=False)
        return None

    def _open(self, microphone: str, instead_of: Unavailable | None = None) -> AudioSource:
        source = self._make(microphone)
        source.open()
        self._source, self._used, self._failure = source, microphone, None
        self.anchor = self._now()
        self._look_at = self.anchor + LOOK_S
        before, self._heard = self._heard, source.name
        self._clear()
        if instead_of:
            params = {"microphone": source.name, "missing": instead_of.params.get("microphone", "")}
            self._notify(NoticeCode.MICROPHONE_CHANGED, NoticeLevel.WARNING, params)
        elif before not in ("", source.name):
            self._notify(NoticeCode.MICROPHONE_CHANGED, NoticeLevel.INFO, {"microphone": source.name})
        self._report(HealthState.OK)
        return source

    def _fail(self, failure: Unavailable, *, is_new: bool) -> None:
        self._failure = failure
        self._report(HealthState.FAILED, failure.code)
        if is_new:
            self.tell()

    def _clear(self) -> None:
        """Take back what was said about a failure that is over."""
        if self._is_told:
            self._is_told = False
            self._post(DismissNotice(NoticeCode.MICROPHONE_FAILED))

    def _report(self, state: HealthState, code: str = "") -> None:
        name = self._source.name if self._source else ""
        if self._failure:
            name = str(self._failure.params.get("microphone", ""))
        self._post(HealthReported(Health(Part.MICROPHONE, state, code=code, detail=name)))

    def _notify(self, code: NoticeCode, level: NoticeLevel, params: dict[str, str | int]) -> None:
        self._post(NoticeRaised(Notice(code, level, params)))
