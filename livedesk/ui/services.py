"""What the window asks of the application beyond desk commands; `app/` provides it, tests bring a fake."""

from pathlib import Path
from typing import Protocol

from livedesk.core.catalogue.importing.mapping import Mapping
from livedesk.core.ids import Language, Sku
from livedesk.core.logistics.asking import RouteWish
from livedesk.core.ports import NearestText, Phonetics
from livedesk.core.records import Microphone
from livedesk.core.settings import Settings
from livedesk.core.translation.route import Route
from livedesk.ui.chat.services import AnswerServices
from livedesk.ui.connections.platforms_services import ChatServices
from livedesk.ui.connections.services import NetworkServices
from livedesk.ui.leads.services import LeadServices
from livedesk.ui.report.services import ReportServices


class AppServices(Protocol):
    """Files, models and settings, which `ui` never touches itself. Every call returns at once.

    What a call leads to comes back as events (a notice, a new catalogue, a restored session).
    """

    @property
    def network(self) -> NetworkServices:
        """What connects the desk to phones, platforms and OBS."""
        ...

    @property
    def chats(self) -> ChatServices:
        """What plays recorded chat."""
        ...

    @property
    def answers(self) -> AnswerServices:
        """The canned answers that livedesk brings."""
        ...

    @property
    def leads(self) -> LeadServices:
        """What writes leads to files."""
        ...

    @property
    def reports(self) -> ReportServices:
        """What makes and writes the reports of shows."""
        ...

    def settings(self) -> Settings:
        """Return the settings in use."""
        ...

    def save_settings(self, settings: Settings) -> None:
        """Keep `settings` and use them from now on."""
        ...

    def route(self, source: Language, target: Language) -> Route | None:
        """Return how lines get from `source` to `target`, which differ; None until the models were looked for."""
        ...

    def microphones(self) -> tuple[Microphone, ...]:
        """Return the microphones as they were when last looked for, and look again; at first there are none."""
        ...

    def recordings(self) -> Path:
        """Return the folder where recordings of the host go."""
        ...

    def catch_up(self) -> None:
        """Leave out the sound that is still to be recognised; a gap says how much."""
        ...

    def picture(self, name: str) -> bytes:
        """Return the file of a product picture (SVG, PNG, JPEG, WebP), b"" where there is none."""
        ...

    def add_pictures(self, sku: Sku, files: tuple[Path, ...]) -> None:
        """Take these files in as pictures of the product `sku`; a job PICTURES_JOB ends with `PicturesTaken`."""
        ...

    def paste_picture(self, sku: Sku, data: bytes) -> None:
        """Take the picture in `data`, in any usual format, in as one of the product `sku`, as `add_pictures`."""
        ...

    def search_aids(self) -> tuple[Phonetics | None, NearestText | None]:
        """Return what finds products by sound and by likeness; it is loaded when it is first asked something."""
        ...

    def open_sample_booth(self) -> None:
        """Load the sample booth into the catalogue."""
        ...

    def open_booth(self, folder: Path) -> None:
        """Load a booth folder into the catalogue."""
        ...

    def look_for_models(self) -> None:
        """Look which models there are; the job LIST_JOB ends with a `ModelList`."""
        ...

    def install_model(self, folder: Path) -> None:
        """Install a model from a folder or USB stick: a job MODEL_JOB with the folder's name, then a new list."""
        ...

    def download_model(self, name: str) -> None:
        """Fetch a listed model, on from where an earlier try stopped: a job MODEL_JOB, then a new list."""
        ...

    def cancel_model(self, name: str) -> None:
        """Stop fetching a model; what came so far is kept."""
        ...

    def remove_model(self, name: str) -> None:
        """Delete a model of the user's and what is left of its download: a job MODEL_JOB, then a new list."""
        ...

    def resume_session(self) -> None:
        """Go on with the unfinished session."""
        ...

    def close_unfinished_session(self) -> None:
        """Mark the unfinished session as ended; it stays stored."""
        ...

    def export_session(self, format_name: str, languages: tuple[Language, ...], path: Path) -> None:
        """Write the session as "srt", "vtt", "txt", "csv" or "xlsx"; no languages means all."""
        ...

    def write_file(self, path: Path, data: bytes) -> None:
        """Write what the window has made, a picture or a page, whole or not at all; EXPORTED says where."""
        ...

    def import_terms(self, path: Path) -> None:
        """Add the terms of a table to the user's list; what was wrong with it comes as `TermsImported`."""
        ...

    def export_terms(self, path: Path) -> None:
        """Write the user's terms to a table."""
        ...

    def read_table(self, path: Path, sheet: str = "") -> None:
        """Read a table to import, the one that looks like a catalogue where `sheet` is "".

        This and the next two are jobs IMPORT_JOB named by `ImportStep`; what comes of them is the job's result, see
        `core.catalogue.importing.job`.
        """
        ...

    def check_import(self, mapping: Mapping, pictures: Path | None) -> None:
        """Work out what importing the table that was read would do; `pictures` is a folder, named by SKU."""
        ...

    def apply_import(self) -> None:
        """Do what was checked, as one step of undo."""
        ...

    def cancel_import(self) -> None:
        """Stop reading, checking or importing; nothing comes of it."""
        ...

    def export_catalogue(self, path: Path) -> None:
        """Write the catalogue to an .xlsx or .csv file; a notice says that it is there."""
        ...

    def find_places(self, text: str) -> None:
        """Look up the cities that `text` may mean: a job PLACES_JOB named `text` ends with `PlacesFound`."""
        ...

    def plan_route(self, wish: RouteWish) -> None:
        """Plan a shipping route: a job ROUTE_JOB ends with `RoutePlanned`."""
        ...

    def qr_modules(self, text: str) -> tuple[tuple[bool, ...], ...]:
        """Return the rows of a QR code, dark is True; () where the text is too long for a card."""
        ...

    def receive_pasted(self, buyer_name: str, text: str) -> None:
        """Take a message that the operator pasted from a platform."""
        ...
