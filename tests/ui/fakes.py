"""Stand-ins for what the window gets from the application."""

from pathlib import Path

from livedesk.app.answers import AnswerErrands
from livedesk.app.leads import followups
from livedesk.core.catalogue.importing.mapping import Mapping
from livedesk.core.ids import Language, SessionId, Sku
from livedesk.core.leads.followup import FollowUp
from livedesk.core.leads.lead import Lead
from livedesk.core.links import HostAddress, LinkKind
from livedesk.core.logistics.asking import RouteWish
from livedesk.core.ports import NearestText, Phonetics
from livedesk.core.records import Microphone
from livedesk.core.settings import Settings
from livedesk.core.translation.route import Pair, Route, find_route
from livedesk.core.typing_compat import override
from livedesk.ui.connections.platforms_services import ChatServices
from livedesk.ui.connections.services import NetworkServices
from livedesk.ui.leads.services import LeadServices
from livedesk.ui.report.services import ReportForm, ReportServices
from livedesk.ui.services import AppServices


class FakeNetwork(NetworkServices):
    """Has the addresses and photos it is given and records every call in `calls`."""

    def __init__(self) -> None:
        self.known: tuple[HostAddress, ...] = ()
        self.photos: dict[str, bytes] = {}
        self.scenes: tuple[str, ...] = ()
        self.calls: list[tuple[object, ...]] = []

    @override
    def open_audience(self) -> None:
        self.calls.append(("open_audience",))

    @override
    def close_audience(self) -> None:
        self.calls.append(("close_audience",))

    @override
    def addresses(self) -> tuple[HostAddress, ...]:
        return self.known

    @override
    def new_key(self) -> str:
        self.calls.append(("new_key",))
        return f"key-{len(self.calls)}"

    @override
    def retry(self, kind: LinkKind) -> None:
        self.calls.append(("retry", kind))

    @override
    def obs_scenes(self) -> tuple[str, ...]:
        return self.scenes

    @override
    def photo(self, name: str) -> bytes:
        return self.photos.get(name, b"")


class FakeChats(ChatServices):
    """Records every call in `calls`."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []

    @override
    def start_replay(self, path: Path, speed: float) -> None:
        self.calls.append(("start_replay", path, speed))

    @override
    def stop_replay(self) -> None:
        self.calls.append(("stop_replay",))


class FakeReports(ReportServices):
    """Records every call in `calls`."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []

    @override
    def list_shows(self) -> None:
        self.calls.append(("list_shows",))

    @override
    def make(self, session: SessionId) -> None:
        self.calls.append(("make", session))

    @override
    def save(self, session: SessionId, form: ReportForm, path: Path) -> None:
        self.calls.append(("save", session, form, path))


class FakeLeads(LeadServices):
    """Has the real sentences of letters and records every export in `calls`."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []

    @override
    def export_leads(self, path: Path, leads: tuple[Lead, ...]) -> None:
        self.calls.append(("export_leads", path, leads))

    @override
    def followups(self) -> dict[Language, FollowUp]:
        return followups()


class FakeServices(AppServices):
    """Keeps settings in memory, serves the pictures it is given and records every other call in `calls`."""

    def __init__(self) -> None:
        self.kept = Settings()
        self.pictures: dict[str, bytes] = {}
        self.installed: frozenset[Pair] | None = None
        self.listed: frozenset[Pair] = frozenset()
        self.plugged: tuple[Microphone, ...] = ()
        self.calls: list[tuple[object, ...]] = []
        self.connected = FakeNetwork()
        self.noted = FakeLeads()
        self.replays = FakeChats()
        self.reported = FakeReports()

    @property
    @override
    def answers(self) -> AnswerErrands:
        return AnswerErrands()

    @property
    @override
    def leads(self) -> FakeLeads:
        return self.noted

    @property
    @override
    def network(self) -> FakeNetwork:
        return self.connected

    @property
    @override
    def reports(self) -> FakeReports:
        return self.reported

    @property
    @override
    def chats(self) -> FakeChats:
        return self.replays

    @override
    def settings(self) -> Settings:
        return self.kept

    @override
    def save_settings(self, settings: Settings) -> None:
        self.kept = settings

    @override
    def route(self, source: Language, target: Language) -> Route | None:
        if self.installed is None:
            return None
        return find_route(source, target, self.installed, self.listed)

    @override
    def microphones(self) -> tuple[Microphone, ...]:
        return self.plugged

    @override
    def recordings(self) -> Path:
        return Path("recordings")

    @override
    def catch_up(self) -> None:
        self.calls.append(("catch_up",))

    @override
    def picture(self, name: str) -> bytes:
        return self.pictures.get(name, b"")

    @override
    def add_pictures(self, sku: Sku, files: tuple[Path, ...]) -> None:
        self.calls.append(("add_pictures", sku, files))

    @override
    def paste_picture(self, sku: Sku, data: bytes) -> None:
        self.calls.append(("paste_picture", sku, data))

    @override
    def search_aids(self) -> tuple[Phonetics | None, NearestText | None]:
        return None, None

    @override
    def open_sample_booth(self) -> None:
        self.calls.append(("open_sample_booth",))

    @override
    def open_booth(self, folder: Path) -> None:
        self.calls.append(("open_booth", folder))

    @override
    def install_model(self, folder: Path) -> None:
        self.calls.append(("install_model", folder))

    @override
    def look_for_models(self) -> None:
        self.calls.append(("look_for_models",))

    @override
    def download_model(self, name: str) -> None:
        self.calls.append(("download_model", name))

    @override
    def cancel_model(self, name: str) -> None:
        self.calls.append(("cancel_model", name))

    @override
    def remove_model(self, name: str) -> None:
        self.calls.append(("remove_model", name))

    @override
    def resume_session(self) -> None:
        self.calls.append(("resume_session",))

    @override
    def close_unfinished_session(self) -> None:
        self.calls.append(("close_unfinished_session",))

    @override
    def export_session(self, format_name: str, languages: tuple[Language, ...], path: Path) -> None:
        self.calls.append(("export_session", format_name, languages, path))

    @override
    def write_file(self, path: Path, data: bytes) -> None:
        self.calls.append(("write_file", (path, data)))

    @override
    def import_terms(self, path: Path) -> None:
        self.calls.append(("import_terms", path))

    @override
    def export_terms(self, path: Path) -> None:
        self.calls.append(("export_terms", path))

    @override
    def read_table(self, path: Path, sheet: str = "") -> None:
        self.calls.append(("read_table", path, sheet))

    @override
    def check_import(self, mapping: Mapping, pictures: Path | None) -> None:
        self.calls.append(("check_import", mapping, pictures))

    @override
    def apply_import(self) -> None:
        self.calls.append(("apply_import",))

    @override
    def cancel_import(self) -> None:
        self.calls.append(("cancel_import",))

    @override
    def export_catalogue(self, path: Path) -> None:
        self.calls.append(("export_catalogue", path))

    @override
    def find_places(self, text: str) -> None:
        self.calls.append(("find_places", text))

    @override
    def plan_route(self, wish: RouteWish) -> None:
        self.calls.append(("plan_route", wish))

    @override
    def qr_modules(self, text: str) -> tuple[tuple[bool, ...], ...]:
        self.calls.append(("qr_modules", text))
        return ((True, False), (False, True)) if len(text) < 600 else ()

    @override
    def receive_pasted(self, buyer_name: str, text: str) -> None:
        self.calls.append(("receive_pasted", buyer_name, text))
