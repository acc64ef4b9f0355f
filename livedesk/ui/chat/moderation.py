"""What an operator does about a message and its buyer: hide, mute, block, make a lead, delete everything."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from livedesk.core.chat.moderation import Bar, ChatRules, Moderation
from livedesk.core.events import BarBuyer, BuyerForgotten, Command, ForgetBuyer, HideMessage, MakeLead
from livedesk.core.ids import BuyerId
from livedesk.core.records import Message
from livedesk.ui.actions import ActionId, shortcut_text
from livedesk.ui.bridge import Bridge
from livedesk.ui.chat.forget_question import ForgetQuestion

_NAME_CHARACTERS = 40


class ChatModeration(QObject):
    """Opens the menu of a message and posts what is chosen there."""

    bars_changed = Signal()
    """The rules, or who is muted or blocked, are different."""
    photo_wanted = Signal(object)  # Message

    def __init__(self, bridge: Bridge, post: Callable[[Command], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._post = parent, post
        self.question = ForgetQuestion(parent)
        self.question.confirmed.connect(self._forget)
        self.bars: dict[BuyerId, Bar] = {}
        self.rules = ChatRules()
        bridge.moderation_changed.connect(self._moderation_changed)
        bridge.buyer_forgotten.connect(self._buyer_forgotten)

    def switch_hidden(self, message: Message) -> None:
        """Hide a message, or bring it back."""
        self._post(HideMessage(message.id, message.hidden is None))

    def open_menu(self, message: Message, at: QPoint) -> None:
        """Open the menu of a message at a place on the screen."""
        menu = self.menu(message)
        menu.popup(at)

    def menu(self, message: Message) -> QMenu:
        """Return what can be done about `message`; the menu deletes itself when it closes."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        hide = self.tr("Hide the message") if message.hidden is None else self.tr("Show the message again")
        self._add(menu, hide, lambda: self.switch_hidden(message), ActionId.HIDE_MESSAGE)
        if message.photo:
            self._add(menu, self.tr("Show the photo large"), lambda: self.photo_wanted.emit(message))
        lead = self.tr("Make a lead of the buyer")
        self._add(menu, lead, lambda: self._post(MakeLead(message.id)), ActionId.MAKE_LEAD)
        menu.addSeparator()
        name = message.buyer_name[:_NAME_CHARACTERS]
        bar = self.bars.get(message.buyer)
        if bar is Bar.MUTED:
            self._add(menu, self.tr("Unmute {name}").format(name=name), self._bars(message, None))
        else:
            self._add(menu, self.tr("Mute {name}").format(name=name), self._bars(message, Bar.MUTED))
        if bar is Bar.BLOCKED:
            self._add(menu, self.tr("Unblock {name}").format(name=name), self._bars(message, None))
        else:
            self._add(menu, self.tr("Block {name}").format(name=name), self._bars(message, Bar.BLOCKED))
        menu.addSeparator()
        everything = self.tr("Delete everything of {name}…").format(name=name)
        self._add(menu, everything, lambda: self.question.ask(message.buyer, name))
        return menu

    def _add(self, menu: QMenu, text: str, does: Callable[[], object], key: ActionId | None = None) -> None:
        text = text.replace("&", "&&")
        action = menu.addAction(f"{text}\t{shortcut_text(key)}" if key else text)
        action.triggered.connect(lambda _checked=False: does())

    def _bars(self, message: Message, bar: Bar | None) -> Callable[[], object]:
        return lambda: self._post(BarBuyer(message.buyer, bar))

    @Slot(object)
    def _forget(self, buyer: BuyerId) -> None:
        self._post(ForgetBuyer(buyer))

    @Slot(object)
    def _moderation_changed(self, moderation: Moderation) -> None:
        self.rules = moderation.rules
        self.bars = {barred.buyer: barred.bar for barred in moderation.barred}
        self.bars_changed.emit()

    @Slot(object)
    def _buyer_forgotten(self, event: BuyerForgotten) -> None:
        self.question.forget(event.buyer)
