"""The translation lane: the `mt` thread that owns the models, fed by the inbox, answering to the desk."""

import threading
import time
from collections.abc import Callable, Sequence
from functools import partial

from livedesk.core.errors import UserFacing
from livedesk.core.events import HealthReported, Input, NoticeRaised
from livedesk.core.ids import Language
from livedesk.core.ports import GaveWay, NoEngine
from livedesk.core.records import Health, HealthState, Notice, NoticeCode, NoticeLevel, Part, Reason
from livedesk.core.translation.request import TranslateRequest, TranslateResult
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
                    if translator:
                        translator.close()
                    translator = self._open()
                if translator:
                    translator.refresh()
                if batch:
                    self._translate(translator, batch)
        finally:
            if translator:
                translator.close()

    def _translate(self, translator: Translator | None, batch: Sequence[TranslateRequest]) -> None:
        """Answer every line of `batch`, without a translator with a reason; one that met a bug costs only itself."""
        started = time.perf_counter()
        try:
            results = (
                translator.translate(batch) if translator else [_without_answer(request) for request in batch]
            )
        except GaveWay:
            self._inbox.put_back()
            return
        except Exception as error:  # noqa: BLE001 - a thread's top: the other lines still get their turn
            if len(batch) > 1:
                for request in batch:
                    self._translate(translator, [request])
                return
            self._on_bug(error)
            results = [_without_answer(request) for request in batch]
        self._inbox.took(batch, (time.perf_counter() - started) * 1000)
        for result in results:
            self._post(result)

    def _is_called(self, stop: threading.Event, translator: Translator | None) -> bool:
        """Whether there is something else to do than to wait for a line."""
        is_outdated = translator is not None and translator.is_outdated
        return stop.is_set() or self._has_new_models.is_set() or is_outdated

    def _open(self) -> Translator | None:
        """Build the translator, open the directions in use and say how that went; None where none can be built."""
        self._report(HealthState.STARTING)
        try:
            translator = self._make()
        except UserFacing as error:
            self._report(HealthState.FAILED, code=error.code)
            self._notify(NoticeCode.MODEL_BROKEN, NoticeLevel.ERROR, {"code": error.code, **error.params})
            return None
        except Exception as error:  # noqa: BLE001 - a thread's top: lines still get their reason
            self._failed(error)
            return None
        self._open_directions(translator)
        return translator

    def _open_directions(self, translator: Translator) -> None:
        """Open what is in use; a language without a model costs only its own lines."""
        opened = 0
        failure = ""
        is_told = False
        for source, target in self._directions:
            try:
                engine = translator.engine(source, target)
            except NoEngine as error:
                failure = failure or error.code
                if error.code:
                    params: dict[str, str | int] = {"code": error.code, "model": error.detail}
                    self._notify(NoticeCode.MODEL_BROKEN, NoticeLevel.ERROR, params)
                elif not is_told:  # the first in use matters most, and one sentence is enough
                    is_told = True
                    self._tell_missing(error, (source, target))
                continue
            opened += 1
            if not engine.is_listed:
                self._notify(NoticeCode.UNLISTED_MODEL, NoticeLevel.WARNING, {"model": engine.model})
        if failure:
            self._report(HealthState.FAILED, code=failure)
        elif opened or not self._directions:
            self._report(HealthState.OK)
        else:
            self._report(HealthState.OFF, code=Reason.NO_MODEL)

    def _tell_missing(self, error: NoEngine, direction: Direction) -> None:
        source, target = error.missing[0] if error.missing else direction
        self._notify(NoticeCode.NO_MODEL, NoticeLevel.WARNING, {"source": source, "target": target})

    def _report(self, state: HealthState, code: str = "") -> None:
        self._post(HealthReported(Health(Part.TRANSLATION, state, code=code)))

    def _notify(self, code: NoticeCode, level: NoticeLevel, params: dict[str, str | int]) -> None:
        self._post(NoticeRaised(Notice(code, level, params)))


def _without_answer(request: TranslateRequest) -> TranslateResult:
    """Return what there is to say where nobody has looked at a line."""
    language = request.source or next(iter(request.hints), request.target)
    return TranslateResult(request, "", language, False, Reason.ENGINE_FAILED)
