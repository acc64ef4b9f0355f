"""Making the card of a batch: its events from production to sale, kept as they are typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from livedesk.core.catalogue.product import in_language
from livedesk.core.events import Command, PutBatch, RemoveBatch
from livedesk.core.ids import Sku
from livedesk.core.logistics.trace import (
    Batch,
    TraceDoubt,
    TraceEvent,
    TraceKind,
    check,
    in_order,
    qr_text,
)
from livedesk.core.typing_compat import override
from livedesk.ui.cards.card_form import CardForm, today
from livedesk.ui.cards.event_row import EventRow, event_doubt_text
from livedesk.ui.cards.labels import Tongue, Tongues, event_kind, once
from livedesk.ui.cards.scene import TraceScene
from livedesk.ui.catalogue.product_text import title_text
from livedesk.ui.glossary.notes import Note
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.services import AppServices
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GRID
from livedesk.ui.widgets.picker import Picker

_IDLE_MS = 400
"""A pause in typing after which the batch is kept."""
MOST_EVENTS = 12
"""More lines are not read from afar."""
_MOST_CHARACTERS = 40
_HARMLESS = frozenset({TraceDoubt.OUT_OF_ORDER})


class TraceDialog(CardForm):
    """There is nothing to save: every batch with a code of its own is kept."""

    def __init__(
        self,
        theme: AppTheme,
        state: CatalogueState,
        post: Callable[[Command], None],
        services: AppServices,
        tongues: Tongues,
        batches: tuple[Batch, ...],
        sku: Sku | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, services, parent)
        self._state, self._post, self._tongues = state, post, tongues
        self._batches = batches
        self._kept: Batch | None = None
        self._removed: Batch | None = None
        self.rows: list[EventRow] = []
        self.product, self.batch, self.code = Picker(self), Picker(self), QLineEdit(self)
        self.add, self.remove = QPushButton(self), QPushButton(self)
        self.note = Note("notice-info", self)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        for product in state.products:
            self.product.addItem(title_text(product), product.sku)
        if sku is not None:
            self.product.pick(sku)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._product_chosen()

    @property
    def sku(self) -> Sku | None:
        """The product whose batch this is, None while the catalogue is empty."""
        sku = self.product.currentData()
        return Sku(sku) if sku else None

    def batch_now(self) -> Batch:
        """Return the batch as written, its events in order."""
        events = in_order([row.event_now() for row in self.rows])
        return Batch(self.code.text().strip(), self.sku or Sku(""), events)

    @override
    def file_name(self) -> str:
        kept = "".join(c for c in self.code.text() if c.isalnum() or c in "-_")
        return f"batch-{kept}"

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self.tr("Where a batch has been"))
        self.heading.setText(self.tr("Where a batch has been"))
        self.set_labels(
            {"product": self.tr("Product"), "batch": self.tr("Batch"), "code": self.tr("Batch code")}
        )
        self.code.setPlaceholderText(self.tr("As printed on the carton"))
        self.add.setText(self.tr("Add an event"))
        self.remove.setText(self.tr("Remove this batch"))
        self.note.button.setText(self.tr("Undo"))
        if self.batch.count():
            self.batch.setItemText(self.batch.count() - 1, self.tr("New batch"))
        for row in self.rows:
            row.retranslate()
        self._refresh()

    @Slot(object)
    def take_batches(self, batches: tuple[Batch, ...]) -> None:
        """Take the batches as the desk has them."""
        self._batches = batches
        self._list_batches(self._kept.code if self._kept else "")
        self._refresh()

    @override
    def done(self, result: int) -> None:
        self.keep()
        super().done(result)

    # --- building ---

    def _lay_out(self) -> None:
        self.code.setMaxLength(_MOST_CHARACTERS)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
        self.add_row("product", self.product)
        self.add_row("batch", self.batch)
        self.add_row("code", self.code)
        self._events = QVBoxLayout()
        self._events.setSpacing(GRID)
        self.left.addLayout(self._events)
        self.left.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.left.addWidget(self.note)
        self.buttons.insertWidget(1, self.remove)

    def _connect(self) -> None:
        self.product.activated.connect(self._product_chosen)
        self.batch.activated.connect(self._batch_chosen)
        self.code.textEdited.connect(self._edited)
        self.add.clicked.connect(self._add_next)
        self.remove.clicked.connect(self._remove_batch)
        self.note.wanted.connect(self._undo_removal)
        self._idle.timeout.connect(self.keep)

    # --- choosing ---

    @Slot()
    def _product_chosen(self) -> None:
        self.keep()
        own = [batch for batch in self._batches if batch.sku == self.sku]
        self._show(own[-1] if own else None)

    @Slot()
    def _batch_chosen(self) -> None:
        self.keep()
        code = self.batch.currentData()
        self._show(next((batch for batch in self._batches if batch.code == code), None))
        if not code:
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, batch: Batch | None) -> None:
        """Show a batch, None for a new one."""
        self._kept = batch
        self.code.setText(batch.code if batch else "")
        for row in self.rows:
            self._events.removeWidget(row)
            row.deleteLater()
        self.rows = []
        for event in batch.events if batch else (TraceEvent(TraceKind.PRODUCTION, "", ""),):
            self._add(event)
        self._list_batches(batch.code if batch else "")
        self._refresh()

    def _list_batches(self, chosen: str) -> None:
        self.batch.clear()
        for batch in self._batches:
            if batch.sku == self.sku:
                self.batch.addItem(batch.code, batch.code)
        self.batch.addItem(self.tr("New batch"), "")
        self.batch.pick(chosen)

    # --- writing ---

    @Slot()
    def keep(self) -> None:
        """Keep the batch as it now is, if it has a code that is no other batch's."""
        self._idle.stop()
        batch = self.batch_now()
        if batch == self._kept or not self._is_code_free() or not batch.code or not batch.sku:
            return
        before, self._kept = self._kept, batch
        if before is not None and before.code != batch.code:
            self._post(RemoveBatch(before.code))
        self._post(PutBatch(batch))

    def _is_code_free(self) -> bool:
        code = self.code.text().strip()
        own = self._kept.code if self._kept else None
        return code == own or all(batch.code != code for batch in self._batches)

    @Slot()
    def _edited(self) -> None:
        self._idle.start()
        self._refresh()

    @Slot()
    def _add_next(self) -> None:
        """Add the event that usually follows the last one."""
        kinds = list(TraceKind)
        last = self.rows[-1].event_now() if self.rows else None
        number = min(kinds.index(last.kind) + 1, len(kinds) - 1) if last else 0
        self._add(TraceEvent(kinds[number], "", last.place if last else ""))
        self._edited()
        self.rows[-1].on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, event: TraceEvent) -> None:
        row = EventRow(self._theme, event, self)
        row.changed.connect(self._edited)
        row.removed.connect(partial(self._remove_row, row))
        self.rows.append(row)
        self._events.addWidget(row)

    def _remove_row(self, row: EventRow) -> None:
        self.rows.remove(row)
        self._events.removeWidget(row)
        row.deleteLater()
        self._edited()

    @Slot()
    def _remove_batch(self) -> None:
        self.keep()
        if self._kept is not None:
            self._removed = self._kept
            self._post(RemoveBatch(self._kept.code))
            self.note.tell(self.tr("Batch {code} removed.").format(code=self._kept.code))
            self._show(None)

    @Slot()
    def _undo_removal(self) -> None:
        if self._removed is not None:
            self.keep()
            self._post(PutBatch(self._removed))
            self.product.pick(self._removed.sku)
            self._show(self._removed)

    # --- showing ---

    def _refresh(self) -> None:
        batch = self.batch_now()
        said: list[str] = []
        by_event: dict[int, list[TraceDoubt]] = {}
        doubts = check(batch, today())
        for index, doubt in doubts:
            if index is None:
                said.append(event_doubt_text(doubt))
            else:
                by_event.setdefault(index, []).append(doubt)
        places = list(batch.events)
        for row in self.rows:
            event = row.event_now()
            # Equal events share their doubts: what is said of one holds for the other.
            row.show_doubts(by_event.get(places.index(event), []))
        if self.sku is None:
            said.insert(0, self.tr("There is no product yet: add one to the catalogue first."))
        if batch.code and not self._is_code_free():
            said.append(self.tr("Another batch has this code, so this one is not kept: choose another code."))
        scene, is_readable = self._scene(batch)
        if scene is not None and not is_readable:
            said.append(self.tr("Too much text for a QR code: shorten the notes."))
        self.add.setEnabled(len(self.rows) < MOST_EVENTS)
        self.remove.setVisible(self._kept is not None)
        self.doubts.setText("\n".join(said))
        is_sound = {doubt for _, doubt in doubts} <= _HARMLESS and self._is_code_free()
        self.show_card(scene, is_ready=is_sound and self.sku is not None)

    def _scene(self, batch: Batch) -> tuple[TraceScene | None, bool]:
        """Return the card, and whether its QR code could be made."""
        product = self._state.product(self.sku)
        tongues = self._tongues.of(self._state.languages)
        if product is None:
            return None, True
        names = once(*(in_language(product.names, tongue.language) for tongue in tongues))
        modules = self._services.qr_modules(_scanned(batch, names[-1] if names else "", tongues[-1]))
        return TraceScene(names, batch, modules, tongues), bool(modules)


def _scanned(batch: Batch, name: str, tongue: Tongue) -> str:
    """Return the text behind the QR code, in the buyers' language."""
    return qr_text(batch, name, {kind: event_kind(kind, tongue) for kind in TraceKind})
