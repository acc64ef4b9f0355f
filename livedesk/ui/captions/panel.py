"""The live panel: what is on air, what the host says in both languages, and the box to type for the host."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from livedesk.core.events import AcceptFigures, Command, CorrectCaption
from livedesk.core.ids import Language, SessionId
from livedesk.core.records import Caption, Session, SessionState
from livedesk.core.settings import CAPTION_SCALE_MAX, CAPTION_SCALE_MIN
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.bridge import Bridge
from livedesk.ui.captions.as_heard_menu import AsHeardMenu
from livedesk.ui.captions.delegate import CHANGED, CHECKED, SIDE_PX, CaptionDelegate
from livedesk.ui.captions.host_line import HostLine
from livedesk.ui.captions.list_model import CaptionModel
from livedesk.ui.captions.start_page import StartPage
from livedesk.ui.captions.state_line import StateLine
from livedesk.ui.lines.editing import LineEditing
from livedesk.ui.lines.list_model import LineRole
from livedesk.ui.lines.pill import NewestPill
from livedesk.ui.lines.view import LinesView
from livedesk.ui.services import AppServices
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL


class LivePanel(QWidget):
    """The middle column. `on_air` is the widget with the cards of the pinned products."""

    report_requested = Signal()
    export_requested = Signal()

    def __init__(
        self,
        theme: AppTheme,
        bridge: Bridge,
        post: Callable[[Command], None],
        services: AppServices,
        on_air: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._post = post
        self._session_id: SessionId | None = None
        self._session: Session | None = None
        self._is_start_wanted = False
        self._model = CaptionModel(self)
        self._delegate = CaptionDelegate(theme, self._model, self)
        self._view = LinesView(self._model, self._delegate, at_bottom=True)
        self._pill = NewestPill(self._view)
        self._editing = LineEditing(self._view, self._delegate)
        self._start = StartPage(theme, post)
        self._hint = QLabel()
        self._languages = QToolButton()
        self._state_line = StateLine(theme, post)
        self._host_line = HostLine(post)
        self._arrange(on_air)
        self._view.part_clicked.connect(self._part_clicked)
        self._editing.corrected.connect(self._corrected)
        self._view.following_changed.connect(self._model.set_following)
        self._view.top_reached.connect(self._model.reveal_earlier, Qt.ConnectionType.QueuedConnection)
        self._state_line.report_requested.connect(self.report_requested)
        self._state_line.export_requested.connect(self.export_requested)
        self._state_line.new_show_requested.connect(self._want_start)
        self._languages.clicked.connect(self._choose_language)
        bridge.session_changed.connect(self._session_changed)
        bridge.captions_changed.connect(self._captions_changed)
        theme.changed.connect(self._recolour)
        self.set_scale(services.settings().caption_scale)
        self.retranslate()
        self._show_page()

    def _arrange(self, on_air: QWidget) -> None:
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        set_role(self._hint, "mute")
        set_role(self._languages, "quiet")
        self._languages.setVisible(False)
        top = QVBoxLayout()
        top.setContentsMargins(GAP_XL, GAP_M, GAP_XL, GAP_S)
        top.setSpacing(GAP_S)
        top.addWidget(on_air)
        top.addWidget(self._languages, 0, Qt.AlignmentFlag.AlignRight)
        # The text of captions starts where cards and host box start: rows have a side of their own.
        captions = QWidget()
        middle = QHBoxLayout(captions)
        middle.setContentsMargins(GAP_XL - SIDE_PX, 0, GAP_XL - SIDE_PX, 0)
        middle.addWidget(self._view)
        self._pages = QStackedLayout()
        for page in (self._start, self._hint, captions):
            self._pages.addWidget(page)
        self._captions_page = captions
        bottom = QVBoxLayout()
        bottom.setContentsMargins(GAP_XL, GAP_S, GAP_XL, GAP_L)
        bottom.setSpacing(GAP_M)
        bottom.addWidget(self._state_line)
        bottom.addWidget(self._host_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._pages, 1)
        column.addLayout(bottom)

    @property
    def model(self) -> CaptionModel:
        """The captions."""
        return self._model

    @property
    def view(self) -> LinesView:
        """The list of captions."""
        return self._view

    @property
    def editing(self) -> LineEditing:
        """What puts captions right."""
        return self._editing

    @property
    def host_line(self) -> HostLine:
        """The box for the host's lines."""
        return self._host_line

    @property
    def start_page(self) -> StartPage:
        """The page shown before a show."""
        return self._start

    @property
    def state_line(self) -> StateLine:
        """The line shown while the show is paused or over."""
        return self._state_line

    def focus_host_line(self) -> None:
        """Put the cursor into the host's box."""
        self._host_line.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_scale(self, scale: float) -> None:
        """Draw captions `scale` times as large, within what the settings allow."""
        self._delegate.set_scale(max(CAPTION_SCALE_MIN, min(CAPTION_SCALE_MAX, scale)))
        self._view.relayout()

    def accept_figures(self) -> None:
        """Say that the oldest doubtful figures are right; if they are out of sight, show them first."""
        caption = self._model.oldest_doubtful()
        if caption is None:
            return
        row = self._model.reveal(caption.segment)
        if self._view.is_row_visible(row):
            self._post(AcceptFigures(caption.segment))
        else:
            self._view.setCurrentIndex(self._model.index(row))

    def correct(self) -> None:
        """Put the selected caption right, or the newest final one."""
        index = self._view.currentIndex()
        if not (index.isValid() and self._view.selectionModel().isSelected(index)):
            index = self._newest(lambda caption: caption.is_final and not caption.gap_s)
        self._editing.begin(index)

    def undo_correction(self) -> None:
        """Offer to write what was heard instead of what was made of it, in the selected caption or the newest."""
        index = self._view.currentIndex()
        if not (index.isValid() and self._view.selectionModel().isSelected(index)):
            index = self._newest(lambda caption: caption.is_final and bool(caption.corrections))
        if index.isValid():
            self._view.scrollTo(index)
            self._offer_as_heard(index, 0)

    def show_figures(self) -> None:
        """Select the oldest caption with doubtful figures and bring it into sight."""
        caption = self._model.oldest_doubtful()
        if caption is not None:
            self._view.setCurrentIndex(self._model.index(self._model.reveal(caption.segment)))

    def retranslate(self) -> None:
        """Write the texts in the language of the window."""
        self._view.setAccessibleName(self.tr("Captions"))
        self._write_hint()
        self._name_language()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._view.relayout()
        super().changeEvent(event)

    def _session_changed(self, session: Session) -> None:
        if session.id != self._session_id:
            self._session_id = session.id
            self._is_start_wanted = False
            self._model.clear()
        self._session = session
        audience = session.audience_languages
        if self._model.language not in audience:
            self._model.set_language(audience[0] if audience else None)
        self._languages.setVisible(len(audience) > 1)
        self._name_language()
        self._host_line.set_state(session.state)
        if session.state is SessionState.ENDED:
            self._host_line.field.clearFocus()  # or Qt hands the keyboard to any neighbour
        self._host_line.setVisible(session.state is not SessionState.ENDED)
        self._write_hint()
        self._show_page()

    def _write_hint(self) -> None:
        is_rehearsal = self._session is not None and self._session.is_rehearsal
        self._hint.setText(
            self.tr("Rehearsing. Speak, or type a line below: it appears here in both languages.")
            if is_rehearsal
            else self.tr("On air. Speak, or type a line below: it appears here in both languages.")
        )

    def _captions_changed(self, captions: list[Caption]) -> None:
        was_empty = self._model.total == 0
        self._model.put(captions)
        if was_empty:
            self._show_page()

    def _show_page(self) -> None:
        state = self._session.state if self._session else SessionState.IDLE
        if self._session:
            self._state_line.show_session(self._session, self._model.total)
        if state is SessionState.IDLE or self._is_start_wanted:
            self._pages.setCurrentWidget(self._start)
        elif self._model.total or state is not SessionState.LIVE:
            self._pages.setCurrentWidget(self._captions_page)
        else:
            self._pages.setCurrentWidget(self._hint)

    def _want_start(self) -> None:
        self._is_start_wanted = True
        self._show_page()

    def _part_clicked(self, index: QModelIndex, part: str) -> None:
        if part == CHECKED:
            caption: Caption = index.data(LineRole.RECORD)
            self._post(AcceptFigures(caption.segment))
        elif part.startswith(CHANGED):
            self._offer_as_heard(index, int(part.removeprefix(CHANGED).split("/")[0]))

    def _offer_as_heard(self, index: QModelIndex, number: int) -> None:
        """Open a menu beside correction `number` of a final caption, with all its corrections to take back."""
        caption: Caption = index.data(LineRole.RECORD)
        if not (caption.is_final and number < len(caption.corrections)):
            return
        menu = AsHeardMenu(caption, self._post, self)
        rect = self._delegate.part_rect(index, self._view.viewport().width(), f"{CHANGED}{number}")
        row = self._view.visualRect(index)
        menu.popup(self._view.viewport().mapToGlobal(row.topLeft() + rect.bottomLeft()))
        menu.setActiveAction(menu.actions()[number + 1])

    def _newest(self, is_wanted: Callable[[Caption], bool]) -> QModelIndex:
        rows = range(self._model.rowCount() - 1, -1, -1)
        found = next((row for row in rows if is_wanted(self._model.record(row))), None)
        return self._model.index(found) if found is not None else QModelIndex()

    def _corrected(self, caption: Caption, text: str) -> None:
        language = self._model.language
        if language is not None:
            self._post(CorrectCaption(caption.segment, language, text))

    def _name_language(self) -> None:
        language = self._model.language
        if language is not None:
            text = self.tr("Shown in {language}").format(language=words.language_own_name(language))
            self._languages.setText(f"{text} ▾")
            self._languages.setAccessibleName(text)

    def _choose_language(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for language in self._session.audience_languages if self._session else ():
            action = menu.addAction(words.language_own_name(language))
            action.setData(language)
            action.setCheckable(True)
            action.setChecked(language == self._model.language)
        menu.triggered.connect(self._language_chosen)
        menu.popup(self._languages.mapToGlobal(self._languages.rect().bottomLeft()))

    def _language_chosen(self, action: QAction) -> None:
        self._model.set_language(Language(str(action.data())))
        self._name_language()

    def _recolour(self) -> None:
        self._view.relayout()
