"""What the window asks of the application, done on the errands thread; see `ui.services.AppServices`.

The module is as long as the list of what a window can ask.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from livedesk.adapters.audio.devices import look
from livedesk.adapters.booth.fault import Fault, broken
from livedesk.adapters.chat.pasted import PastedSource
from livedesk.adapters.chat.practice import PracticeSource
from livedesk.adapters.glossary.csv_file import read_terms, write_terms
from livedesk.adapters.glossary.fuzzy import FuzzyNearest
from livedesk.adapters.pictures.folder import kept_picture
from livedesk.adapters.qr.modules import qr_modules
from livedesk.adapters.store import settings_file
from livedesk.adapters.store.export import ExportWords, export_session
from livedesk.adapters.store.files import write_whole
from livedesk.adapters.text.phonetics import Pinyin
from livedesk.app import paths as places
from livedesk.app.answers import AnswerErrands
from livedesk.app.booth import open_booth, open_tape
from livedesk.app.chat_errands import ChatErrands
from livedesk.app.importer import Importer
from livedesk.app.leads import LeadErrands
from livedesk.app.model_jobs import ModelJobs
from livedesk.app.network_errands import NetworkErrands
from livedesk.app.picture_errands import PictureErrands, clean_up_pictures
from livedesk.app.report_errands import ReportErrands
from livedesk.app.route_errands import RouteErrands
from livedesk.app.speech import wanted_of
from livedesk.app.wiring import Wired, installed_models
from livedesk.core.catalogue.importing.mapping import Mapping
from livedesk.core.errors import Unavailable
from livedesk.core.events import (
    CatalogueLoaded,
    ChangeLanguages,
    DismissNotice,
    Event,
    GlossaryChanged,
    HealthChanged,
    NoticeRaised,
    SessionChanged,
    SessionRestored,
    SetCaptionMode,
    TermsRead,
)
from livedesk.core.ids import Language, Sku
from livedesk.core.logistics.asking import RouteWish
from livedesk.core.ports import NearestText, Phonetics
from livedesk.core.records import (
    HealthState,
    Microphone,
    Notice,
    NoticeCode,
    NoticeLevel,
    Part,
    Product,
    Session,
    SessionState,
)
from livedesk.core.session.tape_lines import TapeLine
from livedesk.core.settings import Settings
from livedesk.core.translation.route import Pair, Route, find_route
from livedesk.core.translation.terms import Term
from livedesk.core.typing_compat import override
from livedesk.runtime.player import Player
from livedesk.ui.export_words import code_texts, export_texts
from livedesk.ui.services import AppServices


class Services(AppServices):
    """Also plays the tape of the booth that is open whenever a rehearsal starts, at `rehearsal_speed`."""

    def __init__(self, wired: Wired, copy: Callable[[str], None], rehearsal_speed: float = 1.0) -> None:
        """`copy` puts a text on the clipboard; it is called on the desk thread and returns at once."""
        self._wired = wired
        self._copy = copy
        self._speed = rehearsal_speed
        self._session: Session | None = None
        self._terms: tuple[Term, ...] = ()
        self._played = ""
        self._tape: tuple[TapeLine, ...] = ()
        self._unfinished: SessionRestored | None = None
        self._directions: tuple[frozenset[Pair], frozenset[Pair]] | None = None
        self._models = ModelJobs(wired, self._models_changed)
        self._microphones: tuple[Microphone, ...] = ()
        self._heard = ""
        self._is_looking = False
        self._pasted = PastedSource(self._hand_over, wired.desk.clock.now)
        self._pictures = PictureErrands(wired)
        self._importer = Importer(wired)
        self._reports = ReportErrands(wired)
        self._routes = RouteErrands(wired)
        self._sounds, self._alike = Pinyin(), FuzzyNearest()
        self._network = NetworkErrands(wired)
        self._leads = LeadErrands(wired)
        self._answers = AnswerErrands()
        self._chats = ChatErrands(wired)
        wired.network.chats.use_clipboard(copy)

    def start(self, booth: Path | None) -> None:
        """Load the catalogue (of `booth`, else the stored one) and offer to go on with an unfinished session."""
        self._wired.desk.add_source(self._pasted)
        self._wired.desk.add_source(PracticeSource())
        self._wired.desk.subscribe(self._receive)
        self._importer.start()
        self._run(self._look_for_unfinished, NoticeCode.STORE_FAILED)
        if booth is not None:
            self.open_booth(booth)
        else:
            self._run(self._load_stored, NoticeCode.CATALOGUE_FAILED)
        self._run(self._look_for_models, NoticeCode.MODEL_BROKEN)

    # --- AppServices ---

    @property
    @override
    def answers(self) -> AnswerErrands:
        return self._answers

    @property
    @override
    def leads(self) -> LeadErrands:
        return self._leads

    @property
    @override
    def network(self) -> NetworkErrands:
        return self._network

    @property
    @override
    def reports(self) -> ReportErrands:
        return self._reports

    @property
    @override
    def chats(self) -> ChatErrands:
        return self._chats

    @override
    def settings(self) -> Settings:
        return self._wired.settings

    @override
    def save_settings(self, settings: Settings) -> None:
        before, self._wired.settings = self._wired.settings, settings
        self._run(lambda: settings_file.save(self._wired.paths.settings, settings), NoticeCode.STORE_FAILED)
        spoken = settings.host_language, settings.audience_languages
        if spoken != (before.host_language, before.audience_languages):
            self._wired.desk.post(ChangeLanguages(*spoken))
            self._wired.translation.reload(self._wired.directions())
        if settings.caption_mode is not before.caption_mode:
            self._wired.desk.post(SetCaptionMode(settings.caption_mode))
        self._wired.listening.reload(wanted_of(settings))
        self._wired.network.apply(settings)

    @override
    def route(self, source: Language, target: Language) -> Route | None:
        if self._directions is None:
            return None
        return find_route(source, target, *self._directions)

    @override
    def microphones(self) -> tuple[Microphone, ...]:
        if not self._is_looking:
            self._is_looking = True
            self._run(self._look_for_microphones, NoticeCode.MICROPHONE_FAILED)
        return self._microphones

    @override
    def catch_up(self) -> None:
        self._wired.listening.catch_up()

    @override
    def recordings(self) -> Path:
        return self._wired.paths.recordings

    @override
    def picture(self, name: str) -> bytes:
        return kept_picture(self._wired.paths.pictures, name)

    @override
    def add_pictures(self, sku: Sku, files: tuple[Path, ...]) -> None:
        self._pictures.add(sku, files)

    @override
    def paste_picture(self, sku: Sku, data: bytes) -> None:
        self._pictures.add(sku, (data,))

    @override
    def search_aids(self) -> tuple[Phonetics | None, NearestText | None]:
        return self._sounds, self._alike

    @override
    def open_sample_booth(self) -> None:
        self.open_booth(places.sample_booth())

    @override
    def open_booth(self, folder: Path) -> None:
        self._run(lambda: self._load_booth(folder), NoticeCode.CATALOGUE_FAILED)

    @override
    def look_for_models(self) -> None:
        self._models.look()

    @override
    def install_model(self, folder: Path) -> None:
        self._models.install(folder)

    @override
    def download_model(self, name: str) -> None:
        self._models.download(name)

    @override
    def cancel_model(self, name: str) -> None:
        self._models.cancel(name)

    @override
    def remove_model(self, name: str) -> None:
        self._models.remove(name)

    @override
    def resume_session(self) -> None:
        unfinished, self._unfinished = self._unfinished, None
        if unfinished:
            self._wired.desk.post(unfinished)

    @override
    def close_unfinished_session(self) -> None:
        unfinished, self._unfinished = self._unfinished, None
        if unfinished is None:
            return
        ended_at = self._wired.desk.clock.now()
        ended = replace(unfinished.session, state=SessionState.ENDED, ended_at=ended_at, running_since=None)
        self._wired.store.receive(SessionChanged(ended))
        if self._session:
            self._wired.store.receive(SessionChanged(self._session))  # the store goes on with the desk's own
        self._wired.desk.post(DismissNotice(NoticeCode.UNFINISHED_SESSION))

    @override
    def export_session(self, format_name: str, languages: tuple[Language, ...], path: Path) -> None:
        session = self._session
        if session is not None:
            words = ExportWords(**export_texts(), codes=code_texts())
            self._run(
                lambda: self._export(session, format_name, languages, path, words), NoticeCode.EXPORT_FAILED
            )

    @override
    def write_file(self, path: Path, data: bytes) -> None:
        self._run(lambda: self._write(path, data), NoticeCode.EXPORT_FAILED)

    @override
    def import_terms(self, path: Path) -> None:
        self._run(
            lambda: self._wired.desk.post(TermsRead(path.name, *read_terms(path))), NoticeCode.TERMS_NOT_READ
        )

    @override
    def export_terms(self, path: Path) -> None:
        self._run(lambda: self._write_terms(path), NoticeCode.TERMS_NOT_WRITTEN)

    @override
    def read_table(self, path: Path, sheet: str = "") -> None:
        self._importer.read(path, sheet)

    @override
    def check_import(self, mapping: Mapping, pictures: Path | None) -> None:
        self._importer.check(mapping, pictures)

    @override
    def apply_import(self) -> None:
        self._importer.apply()

    @override
    def cancel_import(self) -> None:
        self._importer.cancel()

    @override
    def export_catalogue(self, path: Path) -> None:
        def export() -> None:
            self._importer.export(path)
            self._raise(NoticeCode.EXPORTED, NoticeLevel.INFO, {"path": str(path)})

        self._run(export, NoticeCode.EXPORT_FAILED)

    @override
    def find_places(self, text: str) -> None:
        self._routes.find(text)

    @override
    def plan_route(self, wish: RouteWish) -> None:
        self._routes.plan(wish)

    @override
    def qr_modules(self, text: str) -> tuple[tuple[bool, ...], ...]:
        return qr_modules(text)

    @override
    def receive_pasted(self, buyer_name: str, text: str) -> None:
        self._wired.desk.post(self._pasted.received(buyer_name, text))

    # --- errands ---

    def _load_stored(self) -> None:
        products = self._wired.reader.load_catalogue()
        if products:
            clean_up_pictures(self._wired.paths.pictures, products)
            self._sounds.syllables("一")  # loads its dictionaries here rather than in the window
            name = self._wired.reader.load_booth_name()
            self._wired.desk.post(CatalogueLoaded(products, name=name))

    def _look_for_unfinished(self) -> None:
        # A show may have begun since the window opened: it is not one that was cut off. Asked of the desk itself (one
        # read of a frozen record): what it tells may still be on its way here, while the store has it already.
        running = self._wired.desk.booth.session.id
        self._unfinished = self._wired.reader.unfinished_session(but=running)
        if self._unfinished:
            params: dict[str, str | int] = {"name": self._unfinished.session.name}
            self._raise(NoticeCode.UNFINISHED_SESSION, NoticeLevel.WARNING, params)

    def _look_for_models(self) -> None:
        """Find out which directions there are models for, and for which there could be."""
        manifest, models = installed_models(self._wired.paths)
        self._directions = frozenset((m.source, m.target) for m in models), manifest.pairs

    def _look_for_microphones(self) -> None:
        """Find out which microphones there are; the one that is heard stays listed though the system may hide it."""
        try:
            heard = next((each for each in self._microphones if each.name == self._heard), None)
            self._microphones = look(heard)
        except Unavailable:
            self._microphones = ()  # whoever wants one hears why when it is opened
        finally:
            self._is_looking = False

    def _load_booth(self, folder: Path) -> None:
        booth = open_booth(folder)
        self._tape = open_tape(folder) if (folder / "tape.jsonl").exists() else ()
        self._copy_pictures(booth.pictures_dir, booth.products)
        self._sounds.syllables("一")
        self._wired.desk.post(CatalogueLoaded(booth.products, booth.show, booth.name))

    def _copy_pictures(self, source: Path, products: tuple[Product, ...]) -> None:
        for product in products:
            if product.picture:
                try:
                    picture = (source / product.picture).read_bytes()
                except OSError as error:
                    raise broken(f"{source.name}/{product.picture}", Fault.UNREADABLE) from error
                write_whole(self._wired.paths.pictures / product.picture, picture)

    def _models_changed(self) -> None:
        """Take new models into use from the next line on, and leave those that are gone."""
        self._look_for_models()
        self._wired.translation.reload(self._wired.directions())
        self._wired.listening.reload(wanted_of(self._wired.settings), has_new_models=True)

    def _export(
        self,
        session: Session,
        format_name: Any,
        languages: tuple[Language, ...],
        path: Path,
        words: ExportWords,
    ) -> None:
        data = self._wired.reader.load_session(session.id)
        export_session(data, format_name, languages or "both", path, words)
        self._raise(NoticeCode.EXPORTED, NoticeLevel.INFO, {"path": str(path)})

    def _write(self, path: Path, data: bytes) -> None:
        write_whole(path, data)
        self._raise(NoticeCode.EXPORTED, NoticeLevel.INFO, {"path": str(path)})

    def _write_terms(self, path: Path) -> None:
        write_terms(path, self._terms)
        self._raise(NoticeCode.EXPORTED, NoticeLevel.INFO, {"path": str(path)})

    def _run(self, job: Callable[[], None], failure: NoticeCode) -> None:
        self._wired.errands.run(job, failure)

    def _raise(self, code: NoticeCode, level: NoticeLevel, params: dict[str, str | int]) -> None:
        self._wired.desk.post(NoticeRaised(Notice(code, level, params)))

    # --- on the desk thread ---

    def _receive(self, event: Event) -> None:
        if isinstance(event, GlossaryChanged):
            self._terms = event.terms
        if isinstance(event, HealthChanged) and event.health.part is Part.MICROPHONE:
            self._heard = event.health.detail if event.health.state is not HealthState.FAILED else ""
        if not isinstance(event, SessionChanged):
            return
        self._session = session = event.session
        is_new = session.id != self._played
        if session.state is SessionState.LIVE and session.is_rehearsal and is_new and self._tape:
            player = Player(self._wired.desk, self._tape, self._speed)
            self._wired.desk.spawn(lambda: self._play(player))
        if session.id:
            self._played = session.id

    async def _play(self, player: Player) -> None:
        """Let the tape speak for the host; until it ends nothing is recognised."""
        self._wired.listening.hold(True)
        try:
            await player.play()
        finally:
            self._wired.listening.hold(False)

    def _hand_over(self, text: str) -> None:
        self._copy(text)
        self._raise(NoticeCode.REPLY_COPIED, NoticeLevel.INFO, {})
