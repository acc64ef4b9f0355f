"""Where products are edited: in the middle before and after a show, in the catalogue's column during one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from livedesk.core.catalogue.product import Product
from livedesk.core.events import Command, PinProduct, UnpinProduct
from livedesk.core.ids import Sku
from livedesk.ui.catalogue.panel import CataloguePanel
from livedesk.ui.chat.panel import ChatPanel
from livedesk.ui.product.bulk_dialog import BulkDialog
from livedesk.ui.product.form import ProductForm
from livedesk.ui.product.quick_edit import QuickEdit
from livedesk.ui.services import AppServices
from livedesk.ui.session.show_editor import ShowEditor
from livedesk.ui.theme.theme import AppTheme


class ProductDesk(QObject):
    """`left` holds the catalogue and what takes its place, `middle` the live panel and what takes its place.

    Nothing ever covers captions and chat while a show runs: one that begins closes the form, and what was typed in it
    is kept.
    """

    def __init__(
        self,
        theme: AppTheme,
        post: Callable[[Command], None],
        services: AppServices,
        catalogue: CataloguePanel,
        live: QWidget,
        chat: ChatPanel,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._post, self._services, self._window = theme, post, services, parent
        self._catalogue, self._live, self._chat = catalogue, live, chat
        self.state = catalogue.state
        self.left, self.middle = QStackedWidget(), QStackedWidget()
        self._form: ProductForm | None = None
        self.quick = QuickEdit(theme, self.state, post)
        self.left.addWidget(catalogue)
        self.left.addWidget(self.quick)
        self.middle.addWidget(live)
        actions = catalogue.actions_of
        actions.edit_wanted.connect(self.edit)
        actions.offer_wanted.connect(self.edit_offer)
        actions.bulk_wanted.connect(self.edit_together)
        catalogue.selected_changed.connect(self._follow)
        chat.product_wanted.connect(self.show_product)
        self.quick.closed.connect(self._close_quick)
        self.state.session_changed.connect(self._session_changed)
        self.state.renamed.connect(self._renamed)

    @property
    def form(self) -> ProductForm:
        """The form, made when it is first wanted: its many fields would hold up the opening of the desk."""
        if self._form is None:
            self._form = ProductForm(self._theme, self.state, self._post, self._services)
            self._form.closed.connect(self.close_form)
            self._form.product_wanted.connect(self._catalogue.show_product)
            self.middle.addWidget(self._form)
        return self._form

    @property
    def is_editing(self) -> bool:
        """Whether the form is open."""
        return self._form is not None and self.middle.currentWidget() is self._form

    # --- opening ---

    @Slot(object)
    def edit(self, sku: Sku) -> None:
        """Open the product where it can be edited now."""
        if self.state.is_running:
            self.quick.edit(sku)
            self.left.setCurrentWidget(self.quick)
            return
        self._catalogue.show_product(sku)
        self.form.edit(sku)
        self.middle.setCurrentWidget(self.form)
        product = self.state.product(sku)
        if product is not None and not any(product.names.values()):
            self.form.focus_name()
        else:
            self.form.chips[self.form.pages.currentIndex()].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def edit_offer(self, sku: Sku) -> None:
        """Open the offer for the product."""
        self.left.setCurrentWidget(self.quick)
        self.quick.edit(sku, is_offer=True)

    @Slot(object)
    def edit_together(self, products: tuple[Product, ...]) -> None:
        """Open what can be set for several products."""
        _open(BulkDialog(self.state, products, self._window))

    @Slot()
    def edit_show(self) -> None:
        """Open the run of show to be written."""
        already = [dialog for dialog in self._window.findChildren(ShowEditor) if dialog.isVisible()]
        _open(already[0] if already else ShowEditor(self.state, self._post, self._window))

    @Slot(object)
    def show_product(self, sku: Sku) -> None:
        """Select the product in the catalogue, which a message speaks of."""
        self._close_quick()
        self._catalogue.show_product(sku)

    @Slot()
    def undo(self) -> None:
        """Take back the last change of the catalogue, what is being typed included."""
        self._keep_form()
        self.state.undo()

    @Slot()
    def pin(self) -> None:
        """Put on air or take off what is selected: in the chat, the products that the message speaks of."""
        message = self._chat.selected
        session = self.state.session
        if message is None or not message.products or not self._chat.view.hasFocus() or session is None:
            self._catalogue.pin_selected()
            return
        is_on_air = all(sku in session.pinned for sku in message.products)
        for sku in message.products:
            if (sku in session.pinned) is is_on_air:
                self._post(UnpinProduct(sku) if is_on_air else PinProduct(sku))

    # --- closing ---

    @Slot()
    def close_form(self) -> None:
        """Show the live panel again; the keyboard goes back to the list."""
        if self.is_editing:
            self.form.keep()
            self.middle.setCurrentWidget(self._live)
            self._catalogue.focus_list()

    def keep(self) -> None:
        """Take what is being typed as finished: the window closes."""
        self._keep_form()
        self.quick.keep()

    def _keep_form(self) -> None:
        if self._form is not None:
            self._form.keep()

    @Slot()
    def _close_quick(self) -> None:
        if self.left.currentWidget() is self.quick:
            self.left.setCurrentWidget(self._catalogue)
            self._catalogue.focus_list()

    @Slot()
    def _session_changed(self) -> None:
        if self.state.is_running:
            self.close_form()

    @Slot(object)
    def _follow(self, sku: Sku | None) -> None:
        """Let the form follow the list, so that one goes through the catalogue with the arrow keys."""
        if self.is_editing and sku is not None and sku != self.form.sku:
            self.form.edit(sku)

    @Slot(object, object)
    def _renamed(self, before: Sku, now: Sku) -> None:
        self._catalogue.renamed(before, now)


def _open(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
