"""Puts the desk together from its parts, with or without a window, and takes it apart again."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from livedesk.adapters.engines.langid import LanguageId
from livedesk.adapters.engines.registry import Engines
from livedesk.adapters.models.installed import find_models
from livedesk.adapters.models.manifest import Manifest, read_manifest
from livedesk.adapters.store import settings_file
from livedesk.adapters.store.database import OpenedDatabase, open_database
from livedesk.adapters.store.instance_lock import InstanceLock
from livedesk.adapters.store.reading import StoreReader
from livedesk.adapters.store.sink import SqlSink
from livedesk.adapters.store.tape_file import TapeWriter
from livedesk.adapters.text.script import Simplified
from livedesk.adapters.text.sentences import Sentencex
from livedesk.app import paths as places
from livedesk.app.kept_code import KeptCode
from livedesk.app.network import Network, NetworkParts
from livedesk.app.paths import Paths
from livedesk.app.photos import Photos
from livedesk.app.reports import note_bug
from livedesk.app.speech import Instead, SpeechParts, wanted_of
from livedesk.app.terms import stored_beside_the_catalogue, stored_terms
from livedesk.core.events import Event, NoticeRaised
from livedesk.core.ids import Language
from livedesk.core.ports import Interruption
from livedesk.core.records import Notice, NoticeCode, NoticeLevel
from livedesk.core.session.booth import Booth
from livedesk.core.settings import Settings
from livedesk.core.translation.model import InstalledModel
from livedesk.runtime.clock import SystemClock
from livedesk.runtime.desk import Closed, Desk
from livedesk.runtime.errands import Errands
from livedesk.runtime.inbox import Inbox
from livedesk.runtime.job_lane import JobLane
from livedesk.runtime.listening import ListeningLane
from livedesk.runtime.net_lane import NetLane
from livedesk.runtime.pipeline import TranslationLane
from livedesk.runtime.store_lane import StoreLane
from livedesk.runtime.terminology import Terminology
from livedesk.runtime.translating import Translator

ASR_DEADLINE_S = 5.0
STORE_DEADLINE_S = 5.0
MT_DEADLINE_S = 5.0
ERRANDS_DEADLINE_S = 5.0
DOWNLOADS_DEADLINE_S = 5.0
NET_DEADLINE_S = 5.0

LANGUAGES = tuple(
    Language(code)
    for code in (
        "zh",
        "en",
        "es",
        "fr",
        "pt",
        "ru",
        "ar",
        "de",
        "it",
        "ja",
        "ko",
        "vi",
        "th",
        "id",
        "tr",
        "hi",
        "nl",
        "pl",
        "uk",
        "fa",
        "ur",
        "he",
        "el",
        "bn",
        "sw",
    )
)
"""The languages that buyers' messages are told apart in, also where no model reads them: then the row says so."""


@dataclass(slots=True)
class Wired:
    """A desk with its lanes, and what the rest of `app/` needs of its parts."""

    paths: Paths
    settings: Settings
    lock: InstanceLock
    database: OpenedDatabase
    reader: StoreReader
    inbox: Inbox
    desk: Desk
    translation: TranslationLane
    store: StoreLane
    errands: Errands
    downloads: JobLane
    imports: JobLane
    net: NetLane
    terms: Terminology
    listening: ListeningLane
    network: Network
    """Does nothing before its `start`: only a desk that is shown, or serves, is on the network."""
    bugs: list[BaseException] = field(default_factory=list)

    def start(self) -> None:
        """Start all threads but the listening one, and tell the desk what is known already."""
        self.desk.start()
        self.desk.subscribe(self.store.receive)
        self.desk.subscribe(self._learn)
        self.desk.subscribe(self.listening.receive)
        self.store.start()
        self.translation.start()
        self.errands.start()
        self.downloads.start()
        self.imports.start()
        self.net.start()

    def listen(self) -> None:
        """Open the microphone and load the speech model, on their own thread."""
        self.listening.start()

    def _learn(self, event: Event) -> None:
        """Tell the translator of new names and lines, on the desk; it takes them in before its next line."""
        self.terms.receive(event)
        if self.terms.is_outdated:
            self.inbox.wake()

    def directions(self) -> list[tuple[Language, Language]]:
        """Return the directions of the languages in use, the host's first."""
        return directions(self.settings)

    def stop(self) -> Closed:
        """Stop all threads within their deadlines: the host's last words go to the desk, and all to the store."""
        in_time = self.listening.stop(ASR_DEADLINE_S)
        closed = self.desk.stop()
        self.network.stop()
        in_time = self.net.stop(NET_DEADLINE_S) and in_time
        in_time = self.imports.stop(ERRANDS_DEADLINE_S) and in_time
        in_time = self.downloads.stop(DOWNLOADS_DEADLINE_S) and in_time  # keeps what came so far
        in_time = self.errands.stop(ERRANDS_DEADLINE_S) and in_time
        in_time = self.translation.stop(MT_DEADLINE_S) and in_time
        in_time = self.store.stop(STORE_DEADLINE_S) and in_time
        self.lock.release()
        return Closed(closed.left, closed.in_time and in_time)


def wire(
    base: Paths,
    settings: Settings,
    *,
    model_folders: list[Path] | None = None,
    tape: Path | None = None,
    instead: Instead | None = None,
) -> Wired:
    """Open everything below `base` and return the desk, not yet started.

    Raises `UserFacing`: ALREADY_RUNNING, FOLDER_NOT_WRITABLE, DATABASE_NEWER...; a damaged database is kept aside
    and a notice says so.
    """
    with ExitStack() as undo:
        lock = undo.enter_context(InstanceLock(base.base))
        database = open_database(base.database)
        undo.callback(database.close)
        recorder = TapeWriter(tape) if tape else None
        inbox = Inbox()
        terms, told = stored_terms(StoreReader(database))
        translator = translator_maker(base, settings.engine, settings.threads, model_folders, inbox, terms)
        undo.pop_all()  # from here on `Wired.stop` gives everything back
    parts = _Parts(lock, database, recorder, inbox, translator, terms)
    wired = _assemble(base, settings, parts, model_folders, instead)
    wired.desk.post(told)
    for fact in stored_beside_the_catalogue(wired.reader):
        wired.desk.post(fact)
    return wired


@dataclass(frozen=True, slots=True)
class _Parts:
    """What `wire` opened."""

    lock: InstanceLock
    database: OpenedDatabase
    tape: TapeWriter | None
    inbox: Inbox
    translator: Callable[[], Translator]
    terms: Terminology


def _assemble(
    base: Paths, settings: Settings, parts: _Parts, folders: list[Path] | None, instead: Instead | None
) -> Wired:
    bugs: list[BaseException] = []

    def on_bug(error: BaseException) -> None:
        note_bug(bugs, base.reports, error)

    clock = instead.clock if instead else SystemClock()
    state = Booth(settings.host_language, settings.audience_languages, settings.caption_mode)
    photos = Photos(base.photos)
    # The lanes and the desk know each other through `post` and `receive` only.
    store = StoreLane(
        lambda: SqlSink(parts.database, clock, photos.drop),
        lambda given: desk.post(given),
        on_bug,
        parts.tape,
    )
    desk = Desk(state, clock, parts.inbox, on_bug, store.record if parts.tape else None)
    translation = TranslationLane(parts.inbox, parts.translator, directions(settings), desk.post, on_bug)
    hears = SpeechParts(base, desk.subscribe, folders, instead).equipment()
    on_end = instead.on_end if instead else lambda: None
    if parts.database.kept_aside:
        kept: dict[str, str | int] = {"path": str(parts.database.kept_aside)}
        desk.post(NoticeRaised(Notice(NoticeCode.DATABASE_KEPT_ASIDE, NoticeLevel.ERROR, kept)))
    net = NetLane(on_bug)
    network = Network(
        NetworkParts(desk, net, lambda: wired.settings, base.pictures, KeptCode(base.code), photos, on_bug)
    )
    wired = Wired(
        paths=base,
        settings=settings,
        lock=parts.lock,
        database=parts.database,
        reader=StoreReader(parts.database),
        inbox=parts.inbox,
        desk=desk,
        translation=translation,
        store=store,
        errands=Errands(desk.post, on_bug),
        downloads=JobLane("downloads", desk.post, on_bug),
        imports=JobLane("imports", desk.post, on_bug),
        net=net,
        terms=parts.terms,
        listening=ListeningLane(hears, wanted_of(settings), clock, desk.post, on_bug, on_end),
        network=network,
        bugs=bugs,
    )
    return wired


def directions(settings: Settings) -> list[tuple[Language, Language]]:
    """Return which way lines go: host to audience for captions and replies, and back for chat."""
    host = settings.host_language
    others = [language for language in settings.audience_languages if language != host]
    return [(host, language) for language in others] + [(language, host) for language in others]


def load_settings(base: Paths) -> tuple[Settings, bool]:
    """Return the settings and whether a broken file was kept aside for them."""
    return settings_file.load(base.settings)


def translator_maker(
    base: Paths,
    engine: str,
    threads: int,
    model_folders: list[Path] | None = None,
    interruption: Interruption | None = None,
    terms: Terminology | None = None,
) -> Callable[[], Translator]:
    """Return what builds a translator over the models that are installed when it is called."""

    def make() -> Translator:
        manifest, models = installed_models(base, model_folders)
        engines = Engines(models, engine, base.cache / "models", threads, manifest.pairs, interruption)
        return Translator(engines, LanguageId(LANGUAGES), Sentencex(), Simplified(), terms)

    return make


def installed_models(
    base: Paths, model_folders: list[Path] | None = None
) -> tuple[Manifest, list[InstalledModel]]:
    """Return the manifest and the models found; `model_folders` replaces the usual places."""
    manifest = read_manifest(places.manifest())
    folders = model_folders if model_folders is not None else places.model_folders(base)
    return manifest, find_models(folders, manifest)
