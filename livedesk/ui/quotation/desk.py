"""Opens the quotation for the products at hand, and hands its text to the reply box."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from livedesk.ui.actions import ActionId, action_text, shortcut_text
from livedesk.ui.catalogue.panel import CataloguePanel
from livedesk.ui.catalogue.product_menu import MenuEntry, Products
from livedesk.ui.chat.panel import ChatPanel
from livedesk.ui.i18n import Translator
from livedesk.ui.quotation.dialog import QuotationDialog
from livedesk.ui.services import AppServices
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.theme import AppTheme


class QuotationDesk(QObject):
    """One quotation at a time: asked for again, the open one takes the further products."""

    def __init__(
        self,
        theme: AppTheme,
        preferences: Preferences,
        services: AppServices,
        translator: Translator,
        catalogue: CataloguePanel,
        chat: ChatPanel,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme, self._preferences, self._services = theme, preferences, services
        self._translator, self._catalogue, self._chat, self._window = translator, catalogue, chat, window
        catalogue.actions_of.more.append(
            MenuEntry(lambda: action_text(ActionId.QUOTE), self.open_for, shortcut_text(ActionId.QUOTE))
        )

    @Slot()
    def open(self) -> None:
        """Open the quotation for the selected products, else for those on air."""
        self.open_for(self._catalogue.actions_of.chosen)

    def open_for(self, products: Products) -> None:
        """Open the quotation, or bring it to the front, with `products` on it."""
        skus = tuple(product.sku for product in products)
        already = [d for d in self._window.findChildren(QuotationDialog) if d.isVisible()]
        if already:
            dialog = already[0]
            for sku in skus:
                if sku not in {row.sku for row in dialog.rows}:
                    dialog.add(sku)
        else:
            dialog = QuotationDialog(
                self._theme,
                self._catalogue.state,
                self._preferences,
                self._services,
                self._translator,
                skus,
                self._window,
            )
            dialog.answer_wanted.connect(self._put_into_reply)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    @Slot(str)
    def _put_into_reply(self, text: str) -> None:
        dialog = self.sender()
        if self._chat.put_into_reply(text):
            self._window.activateWindow()
        elif isinstance(dialog, QuotationDialog):
            dialog.say_no_message()
