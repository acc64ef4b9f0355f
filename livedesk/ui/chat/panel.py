"""The chat panel: what buyers ask, newest last, and the box in which they are answered.

Its length is that of what can be done with a message.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QKeyCombination,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.catalogue.product import Product
from livedesk.core.events import (
    BuyerForgotten,
    Command,
    CorrectMessage,
    RetryReply,
    SetMessageLanguage,
    TranslateMessage,
)
from livedesk.core.ids import Language, MessageId, ReplyId, SessionId, Sku
from livedesk.core.records import Message, MessageState, Reply, Session, SessionState
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.actions import ActionId, shortcut_text, with_shortcut
from livedesk.ui.bridge import Bridge
from livedesk.ui.chat.answers import Answers
from livedesk.ui.chat.composer import Composer
from livedesk.ui.chat.delegate import (
    BADGE,
    MORE,
    PHOTO,
    PRODUCT,
    RETRY,
    SHOW,
    TRANSLATE,
    ChatDelegate,
)
from livedesk.ui.chat.language_menu import LanguageMenu
from livedesk.ui.chat.list_model import ChatModel
from livedesk.ui.chat.moderation import ChatModeration
from livedesk.ui.chat.paste_row import PasteRow
from livedesk.ui.chat.photo_view import PhotoView
from livedesk.ui.chat.photos import ChatPhotos
from livedesk.ui.chat.suggestion_row import KEYS
from livedesk.ui.lines.editing import LineEditing
from livedesk.ui.lines.list_model import LineRole
from livedesk.ui.lines.pill import NewestPill
from livedesk.ui.lines.view import LinesView
from livedesk.ui.services import AppServices
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GRID

_SHIFT = Qt.KeyboardModifier.ShiftModifier


class ChatPanel(QWidget):
    """The right column."""

    product_wanted = Signal(object)  # Sku: a product that a message speaks of, clicked or asked for with G
    canned_wanted = Signal()
    """The list of canned answers is to be edited."""

    def __init__(
        self,
        theme: AppTheme,
        bridge: Bridge,
        post: Callable[[Command], None],
        services: AppServices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._post = post
        self._session: Session | None = None
        self._session_id: SessionId | None = None
        self._model = ChatModel(self)
        self._photos = ChatPhotos(services.network.photo, self)
        self._delegate = ChatDelegate(theme, self._model, self._photos, self)
        self._answers = Answers(bridge, self)
        self._moderation = ChatModeration(bridge, post, self)
        self._view = LinesView(self._model, self._delegate, at_bottom=False)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._pill = NewestPill(self._view)
        self._editing = LineEditing(self._view, self._delegate)
        self._paste_row = PasteRow(services.receive_pasted)
        self._composer = Composer(theme, post)
        self._title, self._count, self._empty_text = QLabel(), QLabel(), QLabel()
        self._paste, self._empty_paste = QToolButton(), QPushButton()
        self._arrange()
        self._connect(bridge)
        self._recolour()
        self.retranslate()
        self._show_page()

    def _arrange(self) -> None:
        set_role(self._title, "title")
        set_role(self._count, "mute")
        set_role(self._paste, "quiet")
        set_role(self._empty_text, "mute")
        self._empty_text.setWordWrap(True)
        header = QHBoxLayout()
        header.setContentsMargins(GAP_L, GRID, GAP_M, GAP_S)  # in line with the catalogue's title
        header.setSpacing(GAP_S)
        header.addWidget(self._title, 1)
        header.addWidget(self._count)
        header.addWidget(self._paste)
        empty = QWidget()
        empty_column = QVBoxLayout(empty)
        empty_column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_L)
        empty_column.setSpacing(GAP_M)
        empty_column.addWidget(self._empty_text)
        empty_column.addWidget(self._empty_paste, 0, Qt.AlignmentFlag.AlignLeft)
        empty_column.addStretch(1)
        self._pages = QStackedLayout()
        self._pages.addWidget(empty)
        self._pages.addWidget(self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addWidget(self._paste_row)
        column.addWidget(self._moderation.question)
        column.addLayout(self._pages, 1)
        column.addWidget(self._composer)

    def _connect(self, bridge: Bridge) -> None:
        self._view.part_clicked.connect(self._part_clicked)
        self._editing.corrected.connect(self._corrected)
        self._view.doubleClicked.connect(self.focus_reply)
        self._view.following_changed.connect(self._model.set_following)
        self._view.top_reached.connect(self._model.reveal_earlier, Qt.ConnectionType.QueuedConnection)
        self._view.selectionModel().selectionChanged.connect(self._selection_changed)
        self._composer.sent.connect(self._reply_posted)
        self._composer.left.connect(self._leave_composer)
        self._composer.language_wanted.connect(self.choose_language)
        self._paste_row.closed.connect(self._view.setFocus)
        self._paste.clicked.connect(self.focus_paste)
        self._empty_paste.clicked.connect(self.focus_paste)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._open_message_menu)
        self._composer.canned_wanted.connect(self._composer.suggestions.choose)
        self._composer.suggestions.edit_wanted.connect(self.canned_wanted)
        self._answers.changed.connect(self._offer_answers)
        self._photos.decoded.connect(self._view.viewport().update)
        self._moderation.photo_wanted.connect(self._show_photo)
        self._moderation.bars_changed.connect(self._bars_changed)
        self._moderation.question.closed.connect(self._view.setFocus)
        bridge.buyer_forgotten.connect(self._buyer_forgotten)
        for number in range(1, KEYS + 1):
            key = QShortcut(QKeySequence(str(number)), self)
            key.activated.connect(partial(self.take_canned, number))
        bridge.session_changed.connect(self._session_changed)
        bridge.catalogue_changed.connect(self._catalogue_changed)
        bridge.messages_changed.connect(self._messages_changed)
        bridge.replies_changed.connect(self._replies_changed)
        self._theme.changed.connect(self._recolour)
        self._view.viewport().installEventFilter(self)

    # --- what tests look at ---

    @property
    def model(self) -> ChatModel:
        """The messages."""
        return self._model

    @property
    def view(self) -> LinesView:
        """The list of messages."""
        return self._view

    @property
    def editing(self) -> LineEditing:
        """What puts messages right."""
        return self._editing

    @property
    def composer(self) -> Composer:
        """The reply box."""
        return self._composer

    @property
    def paste_row(self) -> PasteRow:
        """The row for a pasted message."""
        return self._paste_row

    @property
    def count_text(self) -> str:
        """What the head says."""
        return self._count.text()

    @property
    def answers(self) -> Answers:
        """The canned answers."""
        return self._answers

    @property
    def moderation(self) -> ChatModeration:
        """What is done about messages and buyers."""
        return self._moderation

    @property
    def selected(self) -> Message | None:
        """The message that the reply box answers."""
        found: Message | None = self._view.selected_record()
        return found

    # --- what shortcuts do ---

    @property
    def _answerable(self) -> Message | None:
        """The selected message if it is in sight: a hidden one is shown before it is answered."""
        message = self.selected
        return message if message is not None and message.hidden is None else None

    def focus_reply(self) -> None:
        """Put the cursor into the reply box, of the next unanswered message if none is selected."""
        if self._answerable is None:
            self.next_unanswered()
        if self._answerable is not None:
            self._composer.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_into_reply(self, text: str) -> bool:
        """Add `text` to the reply to the selected message, else to the next unanswered one; False: there is none."""
        self.focus_reply()
        if self._answerable is None:
            return False
        self._composer.add_text(text)
        return True

    def take_canned(self, number: int) -> None:
        """Put the canned answer with this key into the reply box; first select what it would answer."""
        if self._answerable is None:
            self.next_unanswered()
        elif self._composer.isVisible():
            self._composer.suggestions.choose(number)

    def switch_hidden(self) -> None:
        """Hide the selected message, or bring it back."""
        if self.selected is not None:
            self._moderation.switch_hidden(self.selected)

    def show_message(self, message: MessageId) -> None:
        """Select a message that something else speaks of, and bring it into sight."""
        self._select(message)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_unanswered(self) -> None:
        """Select the next message that wants an answer."""
        current = self.selected
        message = self._model.next_open(current.id if current else None)
        if message is not None:
            self._select(message.id)

    def send_reply(self) -> None:
        """Send what the reply box holds."""
        self._composer.send()

    def retry(self) -> None:
        """Try the failed reply to the selected message again, or the newest failed one."""
        current = self.selected
        reply = self._model.failed_reply(current.id if current else None)
        if reply is not None:
            self._post(RetryReply(reply.id))

    def translate_selected(self) -> None:
        """Ask for the translation that the selected message lacks."""
        message = self.selected
        if message is not None and message.state in (MessageState.SKIPPED, MessageState.UNTRANSLATED):
            self._post(TranslateMessage(message.id))

    def correct(self) -> None:
        """Put the translation of the selected message right."""
        if self.selected is not None:
            self._editing.begin(self._view.currentIndex())

    def choose_language(self) -> None:
        """Open the menu in which the selected message gets another language."""
        button = self._composer.language_button
        if self.selected is not None:
            self._open_language_menu(self.selected, button.mapToGlobal(button.rect().bottomLeft()))

    def focus_paste(self) -> None:
        """Open the row for a pasted message."""
        self._paste_row.open()

    # --- what is seen ---

    def retranslate(self) -> None:
        """Write the texts in the language of the window."""
        self._title.setText(self.tr("Chat"))
        self._view.setAccessibleName(self.tr("Buyers' messages"))
        paste = self.tr("Paste a buyer's message")
        for button in (self._paste, self._empty_paste):
            button.setAccessibleName(paste)
            button.setToolTip(with_shortcut(paste, ActionId.PASTE_MESSAGE))
        self._empty_paste.setText(f"{paste}  {shortcut_text(ActionId.PASTE_MESSAGE)}")
        self._show_count()
        self._show_page()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._view.relayout()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and self._view.hasFocus():
            match event.key():
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self.focus_reply()
                    return
                case Qt.Key.Key_L:
                    self.choose_language()
                    return
                case Qt.Key.Key_G if self.selected is not None and self.selected.products:
                    self.product_wanted.emit(self.selected.products[0])
                    return
                case Qt.Key.Key_Menu if self.selected is not None:
                    self.open_menu()
                    return
                case Qt.Key.Key_Escape if self.selected is not None:
                    self._view.clearSelection()
                    return
        is_shift_f10 = event.keyCombination() == QKeyCombination(_SHIFT, Qt.Key.Key_F10)
        if is_shift_f10 and self._view.hasFocus() and self.selected is not None:
            self.open_menu()
            return
        super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the message that is answered in sight while the reply box takes more of the column."""
        if isinstance(event, QResizeEvent) and self.selected is not None:
            index = self._view.currentIndex()
            was_in_sight = 0 <= self._view.visualRect(index).top() < event.oldSize().height()
            if was_in_sight and event.size().height() < event.oldSize().height():
                # After the view has taken its new size in.
                QTimer.singleShot(0, self, self._show_selected)
        return super().eventFilter(watched, event)

    def _show_selected(self) -> None:
        if self.selected is not None:
            self._view.scrollTo(self._view.currentIndex())

    def _show_count(self) -> None:
        unanswered = self._session.unanswered if self._session else 0
        texts = [self.tr("Photos on") if self._moderation.rules.takes_photos else ""]
        texts.append(self.tr("%n unanswered", "messages", unanswered) if unanswered else "")
        self._count.setText(" · ".join(text for text in texts if text))

    def _show_page(self) -> None:
        self._pages.setCurrentIndex(1 if self._model.total else 0)
        is_running = self._is_running()
        host = words.language_own_name(self._session.host_language) if self._session else ""
        if is_running:
            text = self.tr(
                "No messages yet. They appear here as buyers write, translated into {language}. "
                "You can also paste one from a platform."
            )
        else:
            text = self.tr("During a show, buyers' messages appear here, translated into your language.")
        self._empty_text.setText(text.format(language=host))
        self._empty_paste.setVisible(is_running)
        self._composer.setVisible(self._model.total > 0)

    def _is_running(self) -> bool:
        return self._session is not None and self._session.state in (SessionState.LIVE, SessionState.PAUSED)

    def _recolour(self) -> None:
        self._paste.setIcon(self._theme.icon("plus", "mute"))
        self._view.relayout()

    # --- what the desk says ---

    def _session_changed(self, session: Session) -> None:
        if session.id != self._session_id:
            self._session_id = session.id
            self._model.clear()
            self._delegate.collapse_all()
            self._composer.forget()
            self._moderation.question.cancel()
        self._session = session
        self._composer.set_host_language(session.host_language)
        self._paste_row.set_running(is_running=self._is_running())
        self._show_count()
        self._show_page()

    @Slot(object)
    def _catalogue_changed(self, products: tuple[Product, ...]) -> None:
        self._delegate.set_products(products)
        if self._model.total:
            self._view.relayout()

    def _messages_changed(self, messages: list[Message]) -> None:
        was_empty = self._model.total == 0
        self._model.put(messages)
        if was_empty:
            self._show_page()
        current = self.selected
        if current is not None and any(m.id == current.id for m in messages):
            self._bind(current)

    def _replies_changed(self, replies: list[Reply]) -> None:
        current = self.selected
        for reply in self._model.put_replies(replies):
            self._composer.follow(reply)
            if current is not None and reply.message == current.id:
                self._bind(current)

    # --- selecting and answering ---

    def _select(self, message: MessageId) -> None:
        row = self._model.reveal(message)
        if row >= 0:
            index = self._model.index(row)
            self._view.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self._view.scrollTo(index)

    def _selection_changed(self) -> None:
        message = self.selected
        self._view.hold(is_held=message is not None)
        self._bind(message)

    def _bind(self, message: Message | None) -> None:
        message = message if message is not None and message.hidden is None else None
        self._composer.bind(message, self._model.draft(message.id) if message else None)
        self._offer_answers()

    def _offer_answers(self) -> None:
        message = self._answerable
        if message is not None:
            offered = self._answers.for_message(message)
            self._composer.suggestions.offer(offered, self._answers.host_language)
            meant = (each.assumed for each in offered if each.is_meant)
            self._composer.show_assumed(next(filter(None, meant), None))

    def _bars_changed(self) -> None:
        self._delegate.set_bars(self._moderation.bars)
        self._show_count()
        if self._model.total:
            self._view.relayout()

    @Slot(object)
    def _buyer_forgotten(self, event: BuyerForgotten) -> None:
        current = self.selected
        if current is not None and current.id in event.messages:
            self._view.selectionModel().clear()  # else Qt would select the next buyer's, and the reply box with it
        for message in event.messages:
            self._composer.forget_message(message)
        self._photos.forget(event.photos)
        self._model.forget(event.messages)
        self._view.relayout()
        self._show_page()

    def _open_message_menu(self, at: QPoint) -> None:
        index = self._view.indexAt(at)
        if index.isValid():
            self._moderation.open_menu(index.data(LineRole.RECORD), self._view.viewport().mapToGlobal(at))

    def open_menu(self) -> None:
        """Open the menu of the selected message below its first line."""
        if self.selected is not None:
            top = self._view.visualRect(self._view.currentIndex()).topLeft()
            below = top + QPoint(GAP_L, 8 * GRID)
            self._moderation.open_menu(self.selected, self._view.viewport().mapToGlobal(below))

    def _reply_posted(self, message: MessageId) -> None:
        following = self._model.next_open(message)
        if following is not None:
            self._select(following.id)
        else:
            self._view.clearSelection()

    def _leave_composer(self) -> None:
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _part_clicked(self, index: QModelIndex, part: str) -> None:
        message: Message = index.data(LineRole.RECORD)
        if part == TRANSLATE:
            self._post(TranslateMessage(message.id))
        elif part == BADGE:
            rect = self._view.visualRect(index)
            below = self._view.viewport().mapToGlobal(rect.topLeft() + QPoint(GAP_L, 8 * GRID))
            self._open_language_menu(message, below)
        elif part == PHOTO:
            self._show_photo(message)
        elif part == SHOW:
            self._moderation.switch_hidden(message)
        elif part.startswith(PRODUCT):
            self.product_wanted.emit(Sku(part.partition(":")[2]))
        elif part == MORE:
            self._delegate.toggle_expanded(message.id)
            self._model.tell_changed(message.id)
        elif part.startswith(RETRY):
            self._post(RetryReply(ReplyId(int(part.partition(":")[2]))))

    def _show_photo(self, message: Message) -> None:
        PhotoView(self._photos.whole(message.photo), message.buyer_name, self).show()

    def _open_language_menu(self, message: Message, at: QPoint) -> None:
        audience = self._session.audience_languages if self._session else ()
        menu = LanguageMenu(message, (*audience, *self._model.languages()), self)
        menu.chosen.connect(self._language_chosen)
        menu.popup(at)

    def _corrected(self, message: Message, text: str) -> None:
        self._post(CorrectMessage(message.id, text))

    def _language_chosen(self, message: MessageId, language: Language) -> None:
        self._post(SetMessageLanguage(message, language))
