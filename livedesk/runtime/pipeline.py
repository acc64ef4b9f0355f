"""The translation lane: the `mt` thread that owns the models, fed by the inbox, answering to the desk."""

import threading
from collections.abc import Callable, Sequence
from functools import partial

from livedesk.core.events import HealthReported, Input, NoticeRaised
from livedesk.core.ids import Language
from livedesk.core.ports import NoEngine
from livedesk.core.records import Health, HealthState, Notice, NoticeCode, NoticeLevel, Part, Reason
from livedesk.runtime.affinity import on
from livedesk.runtime.inbox import Inbox
from livedesk.runtime.translating import Translator
from livedesk.runtime.worker import Worker

Direction = tuple[Language, Language]


class TranslationLane:
    """Runs a `Translator` on the thread `mt`.

    `make` builds the translator on that thread (models are loaded and used by one thread only); `directions`
    are opened before the first line, so that it is as quick as the next. `post` hands facts to the desk.
    """

    def __init__(
        self,
        inbox: Inbox,
        make: Callable[[], Translator],
        directions: Sequence[Direction],
        post: Callable[[Input], None],
        on_bug: Callable[[BaseException], None],
    ) -> None:
        self._inbox = inbox
        self._make = make
        self._directions = directions
        self._post = post
        self._on_bug = on_bug
        self._has_new_models = threading.Event()
        self._worker = Worker("mt", self._work, self._failed, wake=inbox.wake)

    def start(self) -> None:
        """Start the thread; the models load there."""
        self._worker.start()

    def stop(self, deadline_s: float) -> bool:
        """Stop after the line in hand; return whether that was in time."""
        return self._worker.stop(deadline_s)

    def reload(self, directions: Sequence[Direction]) -> None:
        """Make the translator anew before the next line: a model was installed or the languages changed."""
        self._directions = directions
        self._has_new_models.set()
        self._inbox.wake()

    def _failed(self, error: BaseException) -> None:
        self._report(HealthState.FAILED, code=Reason.ENGINE_FAILED)
        self._notify(NoticeCode.WORKER_FAILED, NoticeLevel.ERROR, {"part": Part.TRANSLATION})
        self._on_bug(error)

    @on("mt")
    def _work(self, stop: threading.Event) -> None:
        translator = self._open()
        try:
            while not stop.is_set():
                batch = self._inbox.take(partial(self._is_called, stop, translator))
                if self._has_new_models.is_set():
                    self._has_new_models.clear()
                    translator.close()
                    translator = self._open()
                translator.refresh()
                for result in translator.translate(batch) if batch else ():
                    self._post(result)
        finally:
            translator.close()

    def _is_called(self, stop: threading.Event, translator: Translator) -> bool:
        """Whether there is something else to do than to wait for a line."""
        return stop.is_set() or self._has_new_models.is_set() or translator.is_outdated

    def _open(self) -> Translator:
        """Build the translator, open the directions in use and say how that went."""
        self._report(HealthState.STARTING)
        translator = self._make()
        for source, target in self._directions:
            pair: dict[str, str | int] = {"source": source, "target": target}
            try:
                engine = translator.engine(source, target)
            except NoEngine as error:
                if error.code:
                    self._report(HealthState.FAILED, code=error.code)
                    self._notify(
                        NoticeCode.MODEL_BROKEN,
                        NoticeLevel.ERROR,
                        {"code": error.code, "model": error.detail},
                    )
                else:
                    self._report(HealthState.OFF, code=Reason.NO_MODEL)
                    self._notify(NoticeCode.NO_MODEL, NoticeLevel.WARNING, pair)
                return translator
            if not engine.is_listed:
                self._notify(NoticeCode.UNLISTED_MODEL, NoticeLevel.WARNING, {"model": engine.model})
        self._report(HealthState.OK)
        return translator

    def _report(self, state: HealthState, code: str = "") -> None:
        self._post(HealthReported(Health(Part.TRANSLATION, state, code=code)))

    def _notify(self, code: NoticeCode, level: NoticeLevel, params: dict[str, str | int]) -> None:
        self._post(NoticeRaised(Notice(code, level, params)))
