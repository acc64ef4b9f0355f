"""Opens the forms for the cards, and the one window in which a card is shown on air."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QWidget

from livedesk.core.events import Command
from livedesk.core.logistics.trace import Batch
from livedesk.ui.actions import ActionId, action_text, shortcut_text
from livedesk.ui.bridge import Bridge
from livedesk.ui.cards.card_window import CardWindow
from livedesk.ui.cards.labels import Tongues
from livedesk.ui.cards.route_dialog import RouteDialog
from livedesk.ui.cards.scene import Scene
from livedesk.ui.cards.trace_dialog import TraceDialog
from livedesk.ui.catalogue.panel import CataloguePanel
from livedesk.ui.catalogue.product_menu import MenuEntry, Products
from livedesk.ui.i18n import Translator
from livedesk.ui.services import AppServices
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.theme import AppTheme


class CardsDesk(QObject):
    """One form of each kind at a time: asked for again, it opens anew for the product at hand."""

    def __init__(
        self,
        theme: AppTheme,
        bridge: Bridge,
        post: Callable[[Command], None],
        preferences: Preferences,
        services: AppServices,
        translator: Translator,
        catalogue: CataloguePanel,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme, self._bridge, self._post = theme, bridge, post
        self._preferences, self._services, self._catalogue = preferences, services, catalogue
        self._window = window
        self._tongues = Tongues(translator)
        self._batches: tuple[Batch, ...] = ()
        self.on_air: CardWindow | None = None
        bridge.batches_changed.connect(self._take_batches)
        for action, opens in (
            (ActionId.SHIPPING_ROUTE, self.open_route_for),
            (ActionId.TRACE_BATCH, self.open_trace_for),
        ):
            text = partial(action_text, action)
            catalogue.actions_of.more.append(MenuEntry(text, opens, shortcut_text(action), is_for_one=True))

    @Slot()
    def open_route(self) -> None:
        """Open the shipping route of the selected product, else of the first one on air."""
        self.open_route_for(self._catalogue.actions_of.chosen)

    @Slot()
    def open_trace(self) -> None:
        """Open the batches of the selected product, else of the first one on air."""
        self.open_trace_for(self._catalogue.actions_of.chosen)

    def open_route_for(self, products: Products) -> None:
        """Open the form for a shipping route."""
        self._open(
            RouteDialog(
                self._theme,
                self._bridge,
                self._catalogue.state,
                self._preferences,
                self._services,
                self._tongues,
                products[0].sku if products else None,
                self._window,
            )
        )

    def open_trace_for(self, products: Products) -> None:
        """Open the form for batches."""
        dialog = TraceDialog(
            self._theme,
            self._catalogue.state,
            self._post,
            self._services,
            self._tongues,
            self._batches,
            products[0].sku if products else None,
            self._window,
        )
        self._bridge.batches_changed.connect(dialog.take_batches)
        self._open(dialog)

    def show_on_air(self, scene: Scene) -> None:
        """Show a card in the window on air, which stays where it was put."""
        if self.on_air is None:
            self.on_air = CardWindow(self._theme, self._window)
        self.on_air.view.show_scene(scene)
        self.on_air.show()
        self.on_air.raise_()

    def _open(self, dialog: RouteDialog | TraceDialog) -> None:
        for already in self._window.findChildren(type(dialog)):
            if already is not dialog and already.isVisible():
                already.close()
        dialog.on_air_wanted.connect(self.show_on_air)
        _front(dialog)

    @Slot(object)
    def _take_batches(self, batches: tuple[Batch, ...]) -> None:
        self._batches = batches


def _front(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
