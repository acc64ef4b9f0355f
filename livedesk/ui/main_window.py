"""The desk window: what I sell, what is said, what they ask, between the top bar and the status strip.

It is as long as the list of what a person can do, each connected to who does it.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMainWindow, QPushButton, QSplitter, QVBoxLayout, QWidget

from livedesk.core.events import Command, ContinueSession, EndSession, PauseSession
from livedesk.core.records import HealthState, NoticeLevel, Part, Session, SessionState
from livedesk.core.settings import Settings
from livedesk.core.typing_compat import override
from livedesk.ui.actions import ActionId, Actions
from livedesk.ui.bridge import Bridge
from livedesk.ui.captions.on_air_cards import OnAirCards
from livedesk.ui.captions.panel import LivePanel
from livedesk.ui.cards.desk import CardsDesk
from livedesk.ui.catalogue.panel import CataloguePanel
from livedesk.ui.chat.canned_dialog import CannedDialog
from livedesk.ui.chat.panel import ChatPanel
from livedesk.ui.connections.desk import ConnectionsDesk
from livedesk.ui.glossary.dialog import GlossaryDialog
from livedesk.ui.glossary.state import GlossaryState
from livedesk.ui.i18n import Translator
from livedesk.ui.importing.desk import ImportDesk
from livedesk.ui.leads.desk import LeadsDesk
from livedesk.ui.models.dialog import ModelsDialog
from livedesk.ui.models.state import ModelsState
from livedesk.ui.notices.banner import Banner
from livedesk.ui.notices.row import NoticeRow
from livedesk.ui.product.product_desk import ProductDesk
from livedesk.ui.quotation.desk import QuotationDesk
from livedesk.ui.report.desk import ReportDesk
from livedesk.ui.services import AppServices
from livedesk.ui.session.choosers import choose_folder
from livedesk.ui.session.export_dialog import ExportDialog
from livedesk.ui.session.run_of_show import RunOfShow
from livedesk.ui.session.shortcuts_overlay import ShortcutsOverlay
from livedesk.ui.session.status_strip import StatusStrip
from livedesk.ui.session.top_bar import TopBar
from livedesk.ui.settings.about import AboutDialog
from livedesk.ui.settings.dialog import SettingsDialog
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.stage.desk import StageDesk
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme

MINIMUM = (1024, 640)
_OPENING = (1440, 900)
"""What the desk asks for when it opens; it takes what the screen has, less a margin."""
_SCREEN_MARGIN_PX = 80
_LEFT_MIN, _MIDDLE_MIN, _RIGHT_MIN = 264, 400, 320
_MIDDLE_MAX = 1080
"""Wider lines are hard to read from where a host stands."""
_ROOM_FOR_TWO_NOTICES = 720
_WIDTHS = ((1024, 264, 320), (1280, 300, 380), (1920, 364, 460))
"""Of the window, its left and its right column when it opens; the captions take the rest."""


class MainWindow(QMainWindow):
    """Puts the panels together and connects the actions; `closing` tells the application to shut down."""

    closing = Signal()

    def __init__(
        self,
        theme: AppTheme,
        bridge: Bridge,
        post: Callable[[Command], None],
        services: AppServices,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._post = post
        self._services = services
        self._session: Session | None = None
        self._may_close = False
        self._shares_width = True
        self.actions_table = Actions(self, theme)
        self.preferences = Preferences(theme, translator, services, self)
        self.setMinimumSize(*MINIMUM)
        room = self.screen().availableSize() - QSize(_SCREEN_MARGIN_PX, _SCREEN_MARGIN_PX)
        self.resize(QSize(*_OPENING).boundedTo(room))
        self.setWindowIcon(theme.icon("app"))
        self._bridge, self._glossary = bridge, GlossaryState(bridge, self)
        self._models = ModelsState(bridge, self)
        self._build_panels(bridge)
        self.quotations = QuotationDesk(
            theme, self.preferences, services, translator, self.catalogue, self.chat, self
        )
        self.cards = CardsDesk(
            theme, bridge, post, self.preferences, services, translator, self.catalogue, self
        )
        self.connections = ConnectionsDesk(theme, bridge, post, self.preferences, services, self)
        self.stage = StageDesk(theme, bridge, self.preferences, services, self)
        self.top_bar.phones.follow(self.connections.state)
        self.top_bar.phones.clicked.connect(self.connections.open_phones)
        self.reports = ReportDesk(theme, bridge, services, self.chat, self)
        self.leads = LeadsDesk(theme, bridge, post, services.leads, self.chat, self)
        self._build_close_question()
        self._lay_out()
        self._connect_actions()
        bridge.session_changed.connect(self._show_session)
        bridge.health_changed.connect(self.status_strip.show_health)
        bridge.level_changed.connect(self.status_strip.show_level)
        self.preferences.changed.connect(self._settings_changed)
        self.live.set_scale(services.settings().caption_scale)
        self._enable_actions()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.actions_table.retranslate()
        self._end_and_close.setText(self.tr("End show and close"))
        self._keep_going.setText(self.tr("Keep going"))
        self._show_title()
        is_rehearsal = self._session is not None and self._session.is_rehearsal
        self._close_question.set_text(
            self.tr("The rehearsal is still running.")
            if is_rehearsal
            else self.tr("The show is still on air."),
            "",
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_running() and not self._may_close:
            event.ignore()
            self.top_bar.cancel_question()
            self.retranslate()
            self._close_question.show()
            self._keep_going.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        event.accept()
        self.products.keep()
        self.closing.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shares_width:
            self._shares_width = False
            self._share_width()
        self.columns.setFocus(Qt.FocusReason.OtherFocusReason)  # no control: single keys work from the start

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.banner.set_most_rows(2 if self.height() >= _ROOM_FOR_TWO_NOTICES else 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that no panel wanted answers the question on show with no, or dismisses the top notice."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.top_bar.cancel_question():
            return
        elif not self._close_question.isHidden():
            self._close_question.hide()
        else:
            self.banner.dismiss_top()

    # --- building ---

    def _build_panels(self, bridge: Bridge) -> None:
        theme, post, services = self._theme, self._post, self._services
        self.top_bar = TopBar(theme, self.actions_table, post)
        self.banner = Banner(theme, bridge, self.actions_table, post)
        self.catalogue = CataloguePanel(theme, bridge, post, services)
        self.run_of_show = RunOfShow(theme, bridge, post)
        on_air = OnAirCards(theme, bridge, post, services)
        self.live = LivePanel(theme, bridge, post, services, on_air)
        self.chat = ChatPanel(theme, bridge, post, services)
        self.products = ProductDesk(theme, post, services, self.catalogue, self.live, self.chat, self)
        self.imports = ImportDesk(theme, bridge, post, services, self.catalogue, self)
        self.catalogue.import_wanted.connect(self.imports.open)
        self.status_strip = StatusStrip(theme, self.actions_table)

    def _build_close_question(self) -> None:
        self._end_and_close, self._keep_going = QPushButton(), QPushButton()
        set_role(self._end_and_close, "danger")
        self._close_question = NoticeRow(
            self._theme, NoticeLevel.ERROR, (self._end_and_close, self._keep_going), can_dismiss=False
        )
        self._end_and_close.clicked.connect(self._close_for_good)
        self._keep_going.clicked.connect(self._close_question.hide)
        self._close_question.hide()

    def _lay_out(self) -> None:
        self.left = QSplitter(Qt.Orientation.Vertical)
        self.left.setChildrenCollapsible(False)
        self.left.setHandleWidth(1)
        self.left.addWidget(self.products.left)
        self.left.addWidget(self.run_of_show)
        self.left.setStretchFactor(0, 1)
        self.left.setMinimumWidth(_LEFT_MIN)
        middle = QWidget()
        middle.setMinimumWidth(_MIDDLE_MIN)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        self.products.middle.setMaximumWidth(_MIDDLE_MAX)
        row.addWidget(self.products.middle, 1000)
        row.addStretch(1)
        self.chat.setMinimumWidth(_RIGHT_MIN)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setHandleWidth(1)
        self.columns.setChildrenCollapsible(False)
        for panel, stretch in ((self.left, 1), (middle, 8), (self.chat, 1)):
            self.columns.addWidget(panel)
            self.columns.setStretchFactor(self.columns.count() - 1, stretch)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top_bar, self._close_question, self.banner):
            column.addWidget(widget)
        column.addWidget(self.columns, 1)
        column.addWidget(self.status_strip)
        self.setCentralWidget(central)
        self.overlay = ShortcutsOverlay(self)
        self.status_strip.figures_wanted.connect(self.live.show_figures)
        self.live.report_requested.connect(self.reports.open)
        self.live.export_requested.connect(self._open_export)
        self.chat.canned_wanted.connect(self._open_canned)
        self.run_of_show.edit_wanted.connect(self.products.edit_show)

    def _connect_actions(self) -> None:
        does: dict[ActionId, Callable[[], object]] = {
            ActionId.GO_LIVE: self.live.start_page.live_button.click,
            ActionId.REHEARSE: self.live.start_page.rehearse_button.click,
            ActionId.PAUSE: self._pause_or_continue,
            ActionId.END_SHOW: self.top_bar.ask_to_end,
            ActionId.SHOW_NEXT: self.run_of_show.next_item,
            ActionId.SHOW_PREVIOUS: self.run_of_show.previous_item,
            ActionId.HOST_LINE: self.live.focus_host_line,
            ActionId.FIGURES_CHECKED: self.live.accept_figures,
            ActionId.CORRECT: self._correct,
            ActionId.MICROPHONE: self.preferences.switch_microphone,
            ActionId.CATCH_UP: self._services.catch_up,
            ActionId.AS_HEARD: self.live.undo_correction,
            ActionId.LARGER: self.preferences.larger,
            ActionId.SMALLER: self.preferences.smaller,
            ActionId.STANDARD_SIZE: self.preferences.standard_size,
            ActionId.SEARCH: self.catalogue.focus_search,
            ActionId.PIN: self.products.pin,
            ActionId.SOLD_OUT: self.catalogue.toggle_sold_out_selected,
            ActionId.OFFER: self.catalogue.actions_of.offer,
            ActionId.QUOTE: self.quotations.open,
            ActionId.SHIPPING_ROUTE: self.cards.open_route,
            ActionId.TRACE_BATCH: self.cards.open_trace,
            ActionId.NEW_PRODUCT: self.catalogue.actions_of.new,
            ActionId.EDIT_PRODUCT: self.catalogue.actions_of.edit,
            ActionId.REMOVE_PRODUCT: self.catalogue.actions_of.remove,
            ActionId.UNDO_CATALOGUE: self.products.undo,
            ActionId.REDO_CATALOGUE: self.products.state.redo,
            ActionId.SWITCH_VIEW: self.catalogue.switch_view,
            ActionId.EDIT_SHOW: self.products.edit_show,
            ActionId.OPEN_BOOTH: self._choose_booth,
            ActionId.SAMPLE_BOOTH: self._services.open_sample_booth,
            ActionId.NEXT_UNANSWERED: self.chat.next_unanswered,
            ActionId.REPLY: self.chat.focus_reply,
            ActionId.SEND_REPLY: self.chat.send_reply,
            ActionId.RETRY: self.chat.retry,
            ActionId.TRANSLATE_MESSAGE: self.chat.translate_selected,
            ActionId.PASTE_MESSAGE: self.chat.focus_paste,
            ActionId.EDIT_CANNED: self._open_canned,
            ActionId.HIDE_MESSAGE: self.chat.switch_hidden,
            ActionId.REPORT: self.reports.open,
            ActionId.EXPORT: self._open_export,
            ActionId.IMPORT_PRODUCTS: self.imports.open,
            ActionId.EXPORT_PRODUCTS: self.imports.export,
            ActionId.INSTALL_MODEL: self.open_models,
            ActionId.LEADS: self.leads.open,
            ActionId.MAKE_LEAD: self.leads.make,
            ActionId.GLOSSARY: self._open_glossary,
            ActionId.CONNECTIONS: self.connections.open,
            ActionId.STAGE: self.stage.switch,
            ActionId.QUESTIONS: self.connections.switch_questions,
            ActionId.SETTINGS: self._open_settings,
            ActionId.SWITCH_THEME: self.preferences.switch_theme,
            ActionId.SWITCH_LANGUAGE: self.preferences.switch_language,
            ActionId.SHORTCUTS: self.overlay.toggle,
            ActionId.ABOUT: self._open_about,
            ActionId.RESUME_SESSION: self._services.resume_session,
            ActionId.CLOSE_UNFINISHED: self._services.close_unfinished_session,
        }
        for action, function in does.items():
            self.actions_table[action].triggered.connect(partial(_call, function))

    def keep_columns(self) -> None:
        """Leave the columns as wide as they are when the window is shown first."""
        self._shares_width = False

    def _share_width(self) -> None:
        narrow, wide = _WIDTHS[:2] if self.width() <= _WIDTHS[1][0] else _WIDTHS[1:]
        share = min(1.0, (self.width() - narrow[0]) / (wide[0] - narrow[0]))
        left = round(narrow[1] + share * (wide[1] - narrow[1]))
        right = round(narrow[2] + share * (wide[2] - narrow[2]))
        self.columns.setSizes([left, self.width() - left - right, right])

    # --- showing ---

    def _show_session(self, session: Session) -> None:
        was_running = self._is_running()
        self._session = session
        self.top_bar.show_session(session)
        self.status_strip.show_session(session)
        if was_running and not self._is_running():
            self._close_question.hide()
        self._enable_actions()
        self._show_title()

    def _is_running(self) -> bool:
        return self._session is not None and self._session.state in (SessionState.LIVE, SessionState.PAUSED)

    def _enable_actions(self) -> None:
        is_running = self._is_running()
        for action in (
            ActionId.GO_LIVE,
            ActionId.REHEARSE,
            ActionId.RESUME_SESSION,
            ActionId.CLOSE_UNFINISHED,
        ):
            self.actions_table[action].setEnabled(not is_running)
        for action in (ActionId.PAUSE, ActionId.END_SHOW):
            self.actions_table[action].setEnabled(is_running)
        self.actions_table[ActionId.EXPORT].setEnabled(self._session is not None and bool(self._session.id))

    def _show_title(self) -> None:
        name = self._session.name if self._session else ""
        self.setWindowTitle(name or "livedesk")

    def _settings_changed(self, settings: Settings) -> None:
        self.live.set_scale(settings.caption_scale)

    # --- doing ---

    def _pause_or_continue(self) -> None:
        if self._session is not None:
            is_paused = self._session.state is SessionState.PAUSED
            self._post(ContinueSession() if is_paused else PauseSession())

    def _close_for_good(self) -> None:
        self._may_close = True
        self._post(EndSession())
        self.close()

    def _choose_booth(self) -> None:
        choose_folder(self, self.tr("Open a booth folder"), self._services.open_booth)

    def open_models(self, name: str = "") -> None:
        """Open the list of models; with a `name`, where that one is in sight."""
        make = partial(ModelsDialog, self._theme, self._models, self.preferences, self._services, self)
        self._open_once(ModelsDialog, make)
        if name:
            for dialog in self.findChildren(ModelsDialog):
                dialog.show_model(name)

    def _open_export(self) -> None:
        if self._session is not None and self._session.id:
            self._open_once(ExportDialog, partial(ExportDialog, self._services, self._session, self))

    def _correct(self) -> None:
        """Put right what is selected: the message if the chat has the keyboard, else a caption."""
        if self.chat.view.hasFocus() and self.chat.selected is not None:
            self.chat.correct()
        else:
            self.live.correct()

    def _open_glossary(self) -> None:
        make = partial(
            GlossaryDialog, self._theme, self._bridge, self._glossary, self._post, self._services, self
        )
        self._open_once(GlossaryDialog, make)

    def _open_canned(self) -> None:
        make = partial(CannedDialog, self.chat.answers, self._post, self._services.answers.ours, self)
        self._open_once(CannedDialog, make)

    def _open_settings(self) -> None:
        self._open_once(SettingsDialog, self._make_settings)

    def _make_settings(self) -> SettingsDialog:
        """Return the settings, open at the page where something is wrong."""
        health = {part: self.status_strip.health(part) for part in Part}
        dialog = SettingsDialog(self._theme, self.preferences, self._bridge, health, self)
        dialog.models_wanted.connect(self.actions_table[ActionId.INSTALL_MODEL].trigger)
        if any(health[part].state is HealthState.FAILED for part in (Part.MICROPHONE, Part.SPEECH)):
            dialog.show_sound()
        return dialog

    def _open_about(self) -> None:
        self._open_once(AboutDialog, partial(AboutDialog, self._theme, self))

    def _open_once(self, kind: type[QDialog], make: Callable[[], QDialog]) -> None:
        """Bring the window of this kind to the front, or open it."""
        open_already = [dialog for dialog in self.findChildren(kind) if dialog.isVisible()]
        dialog = open_already[0] if open_already else make()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()


def _call(function: Callable[[], object], _checked: bool = False) -> None:
    """Call `function` without what `QAction.triggered` hands over."""
    function()
