"""`make screenshots`: draws every window, light and dark, in English and Chinese, into a folder.

The show in the pictures is written (see `scene.py`); windows, words, theme and rules are the real ones.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from livedesk.app import paths as places
from livedesk.app.window import load_icons, load_translation, make_application
from livedesk.core.events import Command, JobChanged, LeadsChanged, LinkChanged
from livedesk.core.records import Microphone
from livedesk.core.settings import Theme
from livedesk.ui.actions import ActionId
from livedesk.ui.bridge import Bridge
from livedesk.ui.connections.dialog import Page
from livedesk.ui.i18n import Translator
from livedesk.ui.leads.dialog import LeadsDialog
from livedesk.ui.main_window import MainWindow
from livedesk.ui.report.dialog import ReportDialog
from livedesk.ui.settings.dialog import SettingsDialog
from livedesk.ui.theme.theme import AppTheme
from tests.screenshots import answers, jobs, leads, phones, platforms, reports, surfaces
from tests.screenshots.scene import DRAFT, MICROPHONE, Scene

SIZES = ((1280, 800), (1920, 1080))
SMALLEST = (1024, 640)
_PLATFORMS_SIZE = (860, 860)
SETTLE_MS = 250
DECODING_MS = 600
SCENES = ("first-start", "idle", "live", "ended", "trouble")


class Studio:
    """One application, one theme; a window for each picture."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._app = make_application()
        self._theme = AppTheme(self._app, load_icons())
        self._translator = Translator(self._app, load_translation)
        self.drawn: list[Path] = []

    def draw_all(self) -> None:
        """Draw every scene and every dialog in each theme and language."""
        for theme in (Theme.LIGHT, Theme.DARK):
            self._theme.use(theme)
            for language in ("en", "zh_CN"):
                self._translator.use(language)
                suffix = f"{theme.value}-{language}"
                for scene in SCENES:
                    for size in (SMALLEST, *SIZES) if scene == "live" else SIZES[:1]:
                        self._draw_scene(scene, size, suffix)
                self._draw_dialogs(suffix)
                self._draw_products(suffix)
                self._draw_work(suffix)
                self._draw_report(suffix)
                self._draw_leads(suffix)
                self._draw_surfaces(suffix)
                self._draw_platforms(suffix)
                self._draw_answers(suffix)
                self._draw_phones(suffix)

    def _draw_scene(self, scene: str, size: tuple[int, int], suffix: str) -> None:
        window = self._window(scene, size)
        self._save(window, f"desk-{scene}-{size[0]}x{size[1]}-{suffix}")
        window.deleteLater()

    def _draw_dialogs(self, suffix: str) -> None:
        window = self._window("live", SIZES[0])
        window.actions_table[ActionId.SHORTCUTS].trigger()
        self._settle()
        self._save(window, f"shortcuts-{suffix}")
        window.actions_table[ActionId.SHORTCUTS].trigger()
        for action in (ActionId.GLOSSARY, ActionId.SETTINGS, ActionId.EXPORT, ActionId.ABOUT):
            window.actions_table[action].trigger()
            self._settle()
            for dialog in window.findChildren(QDialog):
                if dialog.isVisible():
                    self._save(dialog, f"{action.value}-{suffix}")
                    if isinstance(dialog, SettingsDialog):
                        self._draw_sound_page(dialog, suffix)
                    dialog.close()
        window.deleteLater()

    def _draw_sound_page(self, dialog: SettingsDialog, suffix: str) -> None:
        dialog.show_sound()
        self._settle()
        self._save(dialog, f"{ActionId.SETTINGS.value}-sound-{suffix}")

    def _draw_products(self, suffix: str) -> None:
        """Draw the catalogue being edited: before the show in the middle, during it in its own column."""
        for size in SIZES:
            window = self._window("idle", size)
            window.catalogue.switch_view()
            window.products.edit(window.catalogue.state.products[2].sku)
            for page in range(len(window.products.form.sections)) if size == SIZES[0] else (2,):
                window.products.form.show_page(page)
                self._settle()
                self._save(window, f"product-{page}-{size[0]}x{size[1]}-{suffix}")
            window.deleteLater()
        window = self._window("live", SIZES[0])
        window.products.edit_together(window.catalogue.state.products[:8])
        window.products.edit_show()
        self._settle()
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                self._save(dialog, f"{type(dialog).__name__}-{suffix}")
                dialog.close()
        window.products.edit_offer(window.catalogue.state.products[2].sku)
        self._settle()
        self._save(window, f"offer-{suffix}")
        window.deleteLater()

    def _draw_work(self, suffix: str) -> None:
        """Draw the windows in which something is prepared beside the desk: models, an import, a quotation."""
        window = self._window("idle", SIZES[0])
        bridge = window.findChild(Bridge)
        assert bridge is not None
        for job in jobs.models():
            bridge.receive(JobChanged(job))
        window.open_models()
        self._settle()
        self._save_dialogs(window, f"models-{suffix}")
        importing = window.imports.open()
        self._settle()
        self._save(importing, f"import-1-{suffix}")
        importing.open_file(Path(jobs.PRICE_LIST))
        bridge.receive(JobChanged(jobs.table_read()))
        self._settle()
        self._save(importing, f"import-2-{suffix}")
        importing.next.click()
        bridge.receive(JobChanged(jobs.table_checked()))
        self._settle()
        self._save_dialogs(window, f"import-3-{suffix}")
        window.quotations.open_for(window.catalogue.state.products[2:5])
        self._settle()
        self._save_dialogs(window, f"quotation-{suffix}")
        window.deleteLater()

    def _draw_answers(self, suffix: str) -> None:
        """Draw the chat with canned answers, photos and hidden messages, and the list of answers."""
        window = self._window("live", SIZES[0])
        services = window._services
        assert isinstance(services, surfaces.StudioServices)
        services.connected.photos[answers.PHOTO] = answers.photo()
        for event in answers.events():
            self._bridge_of(window).receive(event)
        self._settle()
        window.chat.show_message(answers.ASKED)
        window.chat.take_canned(1)
        self._settle()
        self._save(window, f"chat-canned-{suffix}")
        window.actions_table[ActionId.EDIT_CANNED].trigger()
        self._settle()
        self._save_dialogs(window, f"canned-answers-{suffix}")
        window.deleteLater()

    def _draw_platforms(self, suffix: str) -> None:
        """Draw the page of the platforms, before and while chats are on."""
        window = self._window("live", SIZES[0])
        window.connections.open_page(Page.PLATFORMS)
        self._settle()
        self._save_dialogs(window, f"platforms-off-{suffix}")
        window.preferences.apply(platforms.settings(window.preferences.settings))
        for event in platforms.links():
            self._bridge_of(window).receive(event)
        page = window.connections.open_page(Page.PLATFORMS)
        page.window().resize(*_PLATFORMS_SIZE)
        self._settle()
        self._save_dialogs(window, f"platforms-on-{suffix}")
        window.deleteLater()

    def _draw_phones(self, suffix: str) -> None:
        """Draw the page of the phones, closed, open and failed, and that of the rules."""
        window = self._window("live", SIZES[0])
        services = window._services
        assert isinstance(services, surfaces.StudioServices)
        services.connected.known = phones.ADDRESSES
        for name, events in (
            ("closed", ()),
            ("failed", (phones.a_port_in_use(),)),
            ("open", phones.a_full_hall()),
        ):
            for event in events:
                self._bridge_of(window).receive(event)
            services.installed = phones.models()
            window.connections.open_page(Page.PHONES)
            self._settle()
            self._save_dialogs(window, f"phones-{name}-{suffix}")
        window.connections.open_page(Page.RULES)
        self._settle()
        self._save_dialogs(window, f"rules-{suffix}")
        self._save(window, f"desk-with-phones-{suffix}")
        window.deleteLater()

    def _draw_report(self, suffix: str) -> None:
        """Draw the report of a show, its end too, and what stands there before the first show."""
        for name, jobs_told in (("report-none", (reports.no_shows(),)), ("report", reports.made())):
            window = self._window("first-start", SIZES[0])
            window.reports.open()
            for job in jobs_told:
                self._bridge_of(window).receive(JobChanged(job))
            self._settle()
            for dialog in window.findChildren(ReportDialog):
                self._save(dialog, f"{name}-{suffix}")
                bar = dialog.view.verticalScrollBar()
                if bar.maximum():
                    bar.setValue(round(bar.maximum() * 0.8))
                    self._settle()
                    self._save(dialog, f"{name}-below-{suffix}")
                dialog.close()
            window.deleteLater()

    def _draw_leads(self, suffix: str) -> None:
        """Draw the leads: none yet, what was said, and the letter to write."""
        window = self._window("live", SIZES[0])
        window.leads.open()
        self._settle()
        self._save_dialogs(window, f"leads-none-{suffix}")
        self._bridge_of(window).receive(LeadsChanged(leads.LEADS))
        window.leads.open()
        self._settle()
        for dialog in window.findChildren(LeadsDialog):
            if dialog.isVisible():
                dialog.resize(1120, 760)
                self._settle()
                self._save(dialog, f"leads-{suffix}")
                dialog.choose(leads.LEADS[1].id)
                dialog.detail.letter_chip.click()
                self._settle()
                self._save(dialog, f"leads-letter-{suffix}")
                dialog.close()
        window.deleteLater()

    def _bridge_of(self, window: MainWindow) -> Bridge:
        bridge = window.findChild(Bridge)
        assert bridge is not None
        return bridge

    def _draw_surfaces(self, suffix: str) -> None:
        """Draw the stage in a show, and the page on which overlay, OBS and stage are set up."""
        window = self._window("live", SIZES[0])
        bridge = self._bridge_of(window)
        for link in surfaces.links():
            bridge.receive(LinkChanged(link))
        window.preferences.apply(surfaces.settings(window.preferences.settings))
        stage = window.stage.open()
        for size in surfaces.STAGES:
            stage.resize(*size)
            self._settle(DECODING_MS)
            self._save(stage, f"stage-{size[0]}x{size[1]}-{suffix}")
        stage.close()
        window.connections.open_page(Page.VIDEO)
        self._settle()
        self._save_dialogs(window, f"video-{suffix}")
        window.deleteLater()

    def _save_dialogs(self, window: MainWindow, name: str) -> None:
        """Save the dialogs that are open, and close them."""
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                self._save(dialog, name)
                dialog.close()

    def _window(self, name: str, size: tuple[int, int]) -> MainWindow:
        bridge, services, scene = Bridge(), surfaces.StudioServices(), Scene(places.sample_booth())
        pictures = places.sample_booth() / "pictures"
        services.pictures = {path.name: path.read_bytes() for path in pictures.glob("*.svg")}

        def post(command: Command) -> None:
            for event in scene.post(command):
                bridge.receive(event)

        services.plugged = (Microphone("Built-in", "Built-in", is_default=True), Microphone("RX", MICROPHONE))
        window = MainWindow(self._theme, bridge, post, services, self._translator)
        bridge.setParent(window)
        window.resize(*size)
        window.show()
        for event in scene.events(name):
            bridge.receive(event)
        if name == "live":
            self._settle()
            window.chat.next_unanswered()
            window.chat.focus_reply()
            window.chat.composer.edit.setPlainText(DRAFT[0])
        self._settle(DECODING_MS)
        return window

    def _settle(self, settle_ms: int = SETTLE_MS) -> None:
        """Let the window lay out and draw; its pictures and the preview of a reply take longer."""
        loop = QEventLoop()
        QTimer.singleShot(settle_ms, loop.quit)
        loop.exec()

    def _save(self, widget: QWidget, name: str) -> None:
        path = self._out / f"{name}.png"
        widget.grab().save(str(path))
        self.drawn.append(path)


def main(argv: list[str]) -> int:
    """Draw into the folder given and list the pictures."""
    out = Path(argv[0] if argv else "out/screenshots")
    out.mkdir(parents=True, exist_ok=True)
    studio = Studio(out)
    studio.draw_all()
    for path in studio.drawn:
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
