"""The page of the rules: what buyers may send, which words hide a message, and who is muted or blocked."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from livedesk.core.chat.moderation import Bar, BarredBuyer, ChatRules, Moderation
from livedesk.core.events import BarBuyer, SetChatRules
from livedesk.core.typing_compat import override
from livedesk.ui.connections.page import ConnectionsPage
from livedesk.ui.names import source_name
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GRID
from livedesk.ui.widgets.elided_label import ElidedLabel
from livedesk.ui.widgets.tick_box import TickBox

_KEEP_AFTER_MS = 800
_WORDS_PX = 148


class RulesPage(ConnectionsPage):
    """Every change counts at once; words do so when one stops typing."""

    @override
    def _build(self) -> None:
        self._heading, self._words_label, self._words_hint = QLabel(self), QLabel(self), QLabel(self)
        self._barred_label, self._nobody = QLabel(self), QLabel(self)
        self.questions, self.photos, self.links = TickBox(self), TickBox(self), TickBox(self)
        self._hints = [QLabel(self) for _ in range(3)]
        self.words = QPlainTextEdit(self)
        self._barred = QGridLayout()
        self.allows: dict[str, QPushButton] = {}
        self._shown: tuple[BarredBuyer, ...] = ()
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(_KEEP_AFTER_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    @staticmethod
    @override
    def title() -> str:
        return QCoreApplication.translate("RulesPage", "Chat rules")

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("Chat rules"))
        self.questions.setText(self.tr("Take questions from phones"))
        self.photos.setText(self.tr("Take photos from phones"))
        self.links.setText(self.tr("Show messages with links"))
        texts = (
            self.tr("Without it phones still show captions and products. On platforms the chat goes on."),
            self.tr(
                "A broken part, a design to copy. Photos are made small, and lose where they were taken."
            ),
            self.tr("Otherwise a message with a link is hidden; only you see that it is there."),
        )
        for hint, text in zip(self._hints, texts, strict=True):
            hint.setText(text)
        self._words_label.setText(self.tr("Words that hide a message, one a line"))
        self.words.setAccessibleName(self._words_label.text())
        self._words_hint.setText(
            self.tr("Capitals do not matter. Hidden messages are kept; only you see them.")
        )
        self._barred_label.setText(self.tr("Muted and blocked buyers"))
        self._nobody.setText(self.tr("Nobody. Mute or block a buyer in the chat: right-click the message."))
        self._shown = ()
        self._show(self._state.moderation)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._keep.isActive():
            self._keep_words()

    # --- building ---

    def _lay_out(self) -> None:
        set_role(self._heading, "heading")
        for label in (self._words_label, self._barred_label):
            set_role(label, "title")
        for label in (*self._hints, self._words_hint, self._nobody):
            set_role(label, "small")
            label.setWordWrap(True)
        self.words.setFixedHeight(_WORDS_PX)
        self.words.setTabChangesFocus(True)
        self._barred.setHorizontalSpacing(GAP_S)
        self._barred.setVerticalSpacing(GAP_S)
        self._barred.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self._heading)
        for tick, hint in zip((self.questions, self.photos, self.links), self._hints, strict=True):
            pair = QVBoxLayout()
            pair.setSpacing(GRID)
            pair.addWidget(tick)
            pair.addWidget(hint)
            column.addLayout(pair)
        column.addSpacing(GAP_S)
        for widget in (self._words_label, self.words, self._words_hint):
            column.addWidget(widget)
        column.addSpacing(GAP_S)
        column.addWidget(self._barred_label)
        column.addWidget(self._nobody)
        column.addLayout(self._barred)
        column.addStretch(1)

    def _connect(self) -> None:
        for tick in (self.questions, self.photos, self.links):
            tick.clicked.connect(self._change)
        self.words.textChanged.connect(self._keep.start)
        self._keep.timeout.connect(self._keep_words)
        self._state.moderation_changed.connect(self._show)

    # --- showing ---

    def _show(self, moderation: Moderation) -> None:
        rules = moderation.rules
        self.questions.setChecked(rules.takes_questions)
        self.photos.setChecked(rules.takes_photos)
        self.links.setChecked(rules.allows_links)
        if not self._keep.isActive() and _read(self.words.toPlainText()) != rules.words:
            self.words.blockSignals(True)
            self.words.setPlainText("\n".join(rules.words))
            self.words.blockSignals(False)
        self._nobody.setVisible(not moderation.barred)
        if moderation.barred != self._shown:
            self._show_barred(moderation.barred)

    def _show_barred(self, barred: tuple[BarredBuyer, ...]) -> None:
        self._shown = barred
        while (item := self._barred.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.allows.clear()
        for row, each in enumerate(barred):
            name = ElidedLabel(self, minimum_px=120)
            source = source_name(each.buyer.partition(":")[0])
            called = each.name or self.tr("Without a name")
            name.set_text(f"{called} · {source}")
            how = QLabel(self.tr("muted") if each.bar is Bar.MUTED else self.tr("blocked"), self)
            set_role(how, "mute")
            allow = QPushButton(self.tr("Allow again"), self)
            allow.setAutoDefault(False)
            allow.setAccessibleName(self.tr("Allow {name} again").format(name=each.name))
            allow.clicked.connect(partial(self._allow, each))
            for place, widget in enumerate((name, how, allow)):
                self._barred.addWidget(widget, row, place)
            self.allows[each.buyer] = allow

    # --- doing ---

    def _change(self) -> None:
        self._post(SetChatRules(self._rules()))

    def _keep_words(self) -> None:
        self._keep.stop()
        if self._rules() != self._state.moderation.rules:
            self._post(SetChatRules(self._rules()))

    def _rules(self) -> ChatRules:
        return replace(
            self._state.moderation.rules,
            words=_read(self.words.toPlainText()),
            allows_links=self.links.isChecked(),
            takes_questions=self.questions.isChecked(),
            takes_photos=self.photos.isChecked(),
        )

    def _allow(self, each: BarredBuyer, _checked: bool = False) -> None:
        self._post(BarBuyer(each.buyer, None))


def _read(text: str) -> tuple[str, ...]:
    """Return the words as the desk keeps them: tidy, each once."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))
