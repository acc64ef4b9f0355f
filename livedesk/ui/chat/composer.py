"""The reply box: bound to one message, with a live preview in the buyer's language.

It is long because everything that one reply can be in is shown in one place.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from livedesk.core.catalogue.product import Product, in_language
from livedesk.core.chat.fill import GAP
from livedesk.core.chat.reply import SENDABLE_REASONS
from livedesk.core.chat.suggesting import Suggestion
from livedesk.core.events import Command, DraftReply, SendReply
from livedesk.core.ids import ZH, Language, MessageId
from livedesk.core.records import LineWarning, Message, Reply, WarningKind
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.actions import ActionId, shortcut_text
from livedesk.ui.chat.drafts import Draft, Drafts, Prepared
from livedesk.ui.chat.preview import Preview
from livedesk.ui.chat.reply_edit import ReplyEdit
from livedesk.ui.chat.suggestion_row import SuggestionRow
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S
from livedesk.ui.widgets.elided_label import ElidedLabel

PREVIEW_DELAY_MS = 300


class Composer(QFrame):
    """Posts `DraftReply` while one types and `SendReply` on request; keeps a draft for each message."""

    sent = Signal(object)  # MessageId
    left = Signal()
    language_wanted = Signal()
    canned_wanted = Signal(int)
    """The key of a canned answer, from 1."""

    def __init__(
        self, theme: AppTheme, post: Callable[[Command], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._post = post
        self._drafts = Drafts()
        self._message: Message | None = None
        self._reply: Reply | None = None
        self._host_language = ZH
        self._assumed_product: Product | None = None
        self._seen_doubt: Reply | None = None
        self._asked: dict[MessageId, tuple[str, Language, str]] = {}
        self._is_binding = False
        self._build(theme)
        self._arrange()
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(PREVIEW_DELAY_MS)
        self._delay.timeout.connect(self._ask_for_preview)
        self._edit.textChanged.connect(self._edited)
        self._edit.sent.connect(self.send)
        self._edit.left.connect(self.left)
        self._edit.canned_wanted.connect(self.canned_wanted)
        self._suggestions.chosen.connect(self.take)
        self._language.clicked.connect(self.language_wanted)
        self._private.toggled.connect(self._private_toggled)
        self._send.clicked.connect(self.send)
        self._as_written.clicked.connect(self._send_as_written)
        self.retranslate()

    def _build(self, theme: AppTheme) -> None:
        self._target = ElidedLabel()
        self._language = QPushButton()
        self._edit = ReplyEdit()
        self._suggestions = SuggestionRow(theme)
        self._preview = Preview(theme)
        self._assumed = QLabel()
        self._trouble = QLabel()
        self._hint = QLabel()
        self._private, self._send, self._as_written = QPushButton(), QPushButton(), QPushButton()
        set_role(self, "composer")
        set_role(self._target, "mute")
        set_role(self._language, "chip")
        set_role(self._assumed, "warn")
        set_role(self._trouble, "warn")
        set_role(self._hint, "mute")
        set_role(self._send, "primary")
        for label in (self._assumed, self._trouble, self._hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._private.setCheckable(True)

    def _arrange(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(GAP_S)
        header.addWidget(self._target)
        header.addWidget(self._language)
        header.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        buttons.addWidget(self._private)
        buttons.addStretch(1)
        buttons.addWidget(self._as_written)
        buttons.addWidget(self._send)
        self._bound = QWidget()
        column = QVBoxLayout(self._bound)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addLayout(header)
        column.addWidget(self._assumed)
        column.addWidget(self._suggestions)
        column.addWidget(self._edit)
        column.addWidget(self._preview)
        column.addWidget(self._trouble)
        column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GAP_L, GAP_S, GAP_L, GAP_M)
        outer.addWidget(self._hint)
        outer.addWidget(self._bound)

    # --- what tests and the panel look at ---

    @property
    def edit(self) -> ReplyEdit:
        """The field."""
        return self._edit

    @property
    def suggestions(self) -> SuggestionRow:
        """The canned answers."""
        return self._suggestions

    @property
    def preview(self) -> Preview:
        """The preview."""
        return self._preview

    @property
    def send_button(self) -> QPushButton:
        """Sends in the buyer's language."""
        return self._send

    @property
    def as_written_button(self) -> QPushButton:
        """Sends what was typed, untranslated."""
        return self._as_written

    @property
    def private_button(self) -> QPushButton:
        """Makes the reply a private one."""
        return self._private

    @property
    def language_button(self) -> QPushButton:
        """Shows the buyer's language and lets one correct it."""
        return self._language

    @property
    def target_text(self) -> str:
        """To whom the reply goes."""
        return self._target.whole_text

    @property
    def assumed_text(self) -> str:
        """Which product the canned answers speak of though the buyer named none, "" where that is sure."""
        return self._assumed.text() if self._assumed.isVisibleTo(self._bound) else ""

    @property
    def trouble_text(self) -> str:
        """Why the reply cannot go in the buyer's language, "" while it can."""
        return self._trouble.text() if self._trouble.isVisibleTo(self._bound) else ""

    # --- binding ---

    def bind(self, message: Message | None, reply: Reply | None) -> None:
        """Answer `message`, whose unsent reply so far is `reply`; None puts the box away."""
        is_same = message is not None and self._message is not None and message.id == self._message.id
        self._message, self._reply = message, reply
        if not is_same:
            self._delay.stop()
            self._load_draft()
        if self._text() and self._fresh_reply() is None:
            self._delay.start()
        self._refresh()

    def show_assumed(self, product: Product | None) -> None:
        """Say that the canned answers speak of `product` only because it went on air last; None: no need to."""
        self._assumed_product = product
        text = self.tr("No product is named. The answers speak of {product}, which went on air last.")
        name = in_language(product.names, self._host_language) if product else ""
        self._assumed.setText(text.format(product=name) if product else "")
        self._assumed.setVisible(product is not None)

    def add_text(self, text: str) -> None:
        """Put `text` below what is written already, to be read before it is sent."""
        written = self._text()
        self._edit.setPlainText(f"{written}\n{text}" if written else text)
        self._edit.moveCursor(self._edit.textCursor().MoveOperation.End)

    def take(self, chosen: Suggestion) -> None:
        """Put a canned answer into the box to be read; one that nobody changed makes way for the next."""
        if self._message is None:
            return
        written = self._text()
        kept = self._drafts.get(self._message.id).prepared
        if written and (kept is None or written != kept.text.strip()):
            self.add_text(chosen.filled.text)
        else:
            language = self._message.language
            prepared = Prepared(chosen.filled.text, chosen.prepared, language)
            self._drafts.keep(
                self._message.id, Draft(chosen.filled.text, self._private.isChecked(), prepared)
            )
            self._load_draft()
            self._ask_for_preview()
            self._refresh()
        self._edit.select_first(GAP)

    def set_host_language(self, language: Language) -> None:
        """Say which language replies are typed in."""
        self._host_language = language

    def follow(self, reply: Reply) -> None:
        """Take what became of a reply, of the bound message or another."""
        if self._drafts.follow(reply) and self._message and reply.message == self._message.id:
            self._load_draft()

    def forget_message(self, message: MessageId) -> None:
        """Forget what was typed to a message that is deleted."""
        self._drafts.forget(message)
        self._asked.pop(message, None)

    def forget(self) -> None:
        """Forget all drafts: another session began."""
        self._drafts.clear()
        self._asked.clear()
        self.bind(None, None)

    def _load_draft(self) -> None:
        draft = self._drafts.get(self._message.id) if self._message else Draft()
        self._is_binding = True
        self._edit.setPlainText(draft.text)
        self._edit.moveCursor(self._edit.textCursor().MoveOperation.End)
        self._private.setChecked(draft.is_private)
        self._is_binding = False

    # --- typing ---

    def _text(self) -> str:
        return self._edit.toPlainText().strip()

    def _keep_draft(self) -> None:
        if self._message and not self._is_binding:
            prepared = self._drafts.get(self._message.id).prepared
            draft = Draft(self._edit.toPlainText(), self._private.isChecked(), prepared)
            self._drafts.keep(self._message.id, draft)

    def _edited(self) -> None:
        if self._is_binding:
            return
        self._keep_draft()
        self._delay.start()
        self._refresh()

    def _private_toggled(self) -> None:
        self._keep_draft()

    def _prepared(self) -> str:
        """Return what people wrote beforehand in the buyer's language, if it is just what the box holds."""
        assert self._message is not None
        prepared = self._drafts.get(self._message.id).prepared
        return prepared.of(self._text(), self._message.language) if prepared else ""

    def _has_gap(self) -> bool:
        return GAP in self._edit.toPlainText()

    def _ask_for_preview(self) -> None:
        if self._message is None or self._message.language is None or self._has_gap():
            return
        language, prepared = self._message.language, self._prepared()
        wanted = (self._text(), language, prepared)
        known = (self._reply.text, self._reply.language, "") if self._reply else ("", language, "")
        if self._asked.get(self._message.id, known) != wanted:
            self._asked[self._message.id] = wanted
            self._post(DraftReply(self._message.id, self._text(), prepared))

    # --- sending ---

    def send(self) -> None:
        """Send the reply in the buyer's language, or put the focus on what stands in the way."""
        if self._message is None or not self._text():
            self._edit.setFocus()
        elif self._message.language is None:
            self._language.setFocus()
        elif self._has_gap():
            self._edit.select_first(GAP)
        elif self._is_unsendable():
            self._as_written.setFocus()
        elif self._doubt() and not self._has_seen_doubt():
            self._seen_doubt = self._fresh_reply()
            self._refresh()
        else:
            self._post_reply(as_written=False)

    def _send_as_written(self) -> None:
        if self._message is not None and self._text() and not self._edit.select_first(GAP):
            self._post_reply(as_written=True)

    def _post_reply(self, *, as_written: bool) -> None:
        assert self._message is not None
        message = self._message.id
        self._delay.stop()
        self._post(
            SendReply(
                message,
                self._text(),
                is_private=self._private.isChecked(),
                as_written=as_written,
                figures_checked=self._has_seen_doubt(),
                prepared="" if as_written else self._prepared(),
            )
        )
        self._seen_doubt = None
        self._drafts.keep(message, Draft())
        self._asked.pop(message, None)
        self._reply = None
        self._load_draft()
        self._refresh()
        self.sent.emit(message)

    def _fresh_reply(self) -> Reply | None:
        """Return the unsent reply if it holds the words in the box, for the language the buyer reads."""
        reply, message = self._reply, self._message
        if reply is None or message is None:
            return None
        return reply if (reply.text.strip(), reply.language) == (self._text(), message.language) else None

    def _is_unsendable(self) -> bool:
        fresh = self._fresh_reply()
        line = fresh.translation if fresh else None
        return line is not None and line.reason not in SENDABLE_REASONS

    def _doubt(self) -> LineWarning | None:
        """Return the figures that differ between what was typed and its translation."""
        fresh = self._fresh_reply()
        warnings = fresh.translation.warnings if fresh and fresh.translation else ()
        return next((w for w in warnings if w.kind is WarningKind.FIGURES), None)

    def _has_seen_doubt(self) -> bool:
        """Whether sending was tried already with the figures that differ now."""
        fresh, seen = self._fresh_reply(), self._seen_doubt
        return (
            fresh is not None
            and seen is not None
            and (fresh.id, fresh.revision) == (seen.id, seen.revision)
            and self._doubt() is not None
        )

    # --- what is seen ---

    def retranslate(self) -> None:
        """Write the texts in the language of the window."""
        self._edit.setAccessibleName(self.tr("Reply"))
        self._private.setText(self.tr("Private"))
        self._private.setAccessibleName(self.tr("Only this buyer sees the reply"))
        self._private.setToolTip(self.tr("Only this buyer sees the reply, where the platform allows it"))
        self._as_written.setText(self.tr("Send as written"))
        self._as_written.setAccessibleName(self.tr("Send as written"))
        self._as_written.setToolTip(self.tr("The buyer gets exactly what you typed, untranslated"))
        self._hint.setText(
            self.tr("Choose a message to answer, or press {key} for the next unanswered one.").format(
                key=shortcut_text(ActionId.NEXT_UNANSWERED)
            )
        )
        self.show_assumed(self._assumed_product)
        self._refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _refresh(self) -> None:
        message = self._message
        if message is not None:
            self._refresh_bound(message)
        self._bound.setVisible(message is not None)
        self._hint.setVisible(message is None)

    def _refresh_bound(self, message: Message) -> None:
        self._target.set_text(self.tr("to {name}").format(name=message.buyer_name))
        fresh = self._fresh_reply()
        has_text = bool(self._text())
        self._preview.show_reply(
            self._reply if has_text else None, self._host_language, is_stale=fresh is None
        )
        self._refresh_language(message)
        is_unsendable = self._is_unsendable()
        # The one that goes first, lest both be measured and the column grow.
        for button in (self._send, self._as_written) if is_unsendable else (self._as_written, self._send):
            button.setVisible((button is self._as_written) == is_unsendable)
        self._send.setEnabled(has_text and message.language is not None)
        reason = fresh.translation.reason if fresh and fresh.translation else None
        if message.language is None:
            self._trouble.setText(self.tr("The buyer's language is not known yet. Choose it to reply."))
        elif is_unsendable and reason is not None:
            self._trouble.setText(words.failure_text(reason))
        elif self._has_gap():
            self._trouble.setText(self.tr("Put in what is missing at {gap}, then send.").format(gap=GAP))
        elif self._has_seen_doubt():
            self._trouble.setText(self.tr("Check the figures. If they are right, send once more."))
        has_trouble = message.language is None or is_unsendable or self._has_gap() or self._has_seen_doubt()
        self._trouble.setVisible(has_trouble)

    def _refresh_language(self, message: Message) -> None:
        if message.language is None:
            name, send = self.tr("language?"), self.tr("Send")
            self._edit.setPlaceholderText(self.tr("Type the reply…"))
        else:
            own = words.language_own_name(message.language)
            name = own if message.is_language_sure else f"{own} ?"
            is_same = message.language == self._host_language
            send = self.tr("Send") if is_same else self.tr("Send in {language}").format(language=own)
            self._edit.setPlaceholderText(
                self.tr("Reply in {language}…").format(language=words.language_own_name(self._host_language))
            )
        self._language.setText(f"{name} ▾")
        self._language.setAccessibleName(self.tr("Language of the message: {language}").format(language=name))
        self._language.setToolTip(self.tr("Wrong language? Choose the right one (L)"))
        self._send.setText(f"{send}  {shortcut_text(ActionId.SEND_REPLY)}")
        self._send.setAccessibleName(send)
