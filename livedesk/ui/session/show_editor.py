"""The run of show being written: its steps in order, what each is about, how long it takes, what to say."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QStringListModel, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.catalogue.product import Product
from livedesk.core.events import Command, SetShow
from livedesk.core.ids import Language, Sku
from livedesk.core.records import ShowItem
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.catalogue.product_text import title_text
from livedesk.ui.product import readers
from livedesk.ui.product.field import Field
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.session.show_rows import item_title
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL
from livedesk.ui.widgets.picker import Picker

_SIZE = (860, 600)
_STEPS_PX = 280
_PRODUCTS_PX, _SCRIPT_PX = 96, 150
_NEW_MINUTES = 5.0
_MOST_MINUTES = 24 * 60
_SKU = Qt.ItemDataRole.UserRole + 1


class ShowEditor(QDialog):
    """Every change is posted at once, also during a show; *Undo* takes the last ones back."""

    def __init__(
        self, state: CatalogueState, post: Callable[[Command], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(*_SIZE)
        self._state, self._post = state, post
        self.items: tuple[ShowItem, ...] = ()
        self._undo: list[tuple[ShowItem, ...]] = []
        self._heading, self._hint, self._products_label = QLabel(self), QLabel(self), QLabel(self)
        self.steps, self.products = QListWidget(self), QListWidget(self)
        self.add, self.remove, self.up, self.down, self.undo = (QPushButton(self) for _ in range(5))
        self.language = Picker(self)
        self._language = Field(self.language, parent=self)
        self.title = Field(QLineEdit(self), readers.one_line, parent=self)
        self.minutes = Field(QLineEdit(self), readers.decimal_or_none, readers.write_decimal, self)
        self.script = Field(QPlainTextEdit(self), readers.lines, parent=self)
        self.product = QLineEdit(self)
        self._known = QStringListModel(self)
        self.drop = QPushButton(self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_session()
        self.steps.setCurrentRow(0)

    # --- texts ---

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setWindowTitle(self.tr("Run of show"))
        self._heading.setText(self.tr("Run of show"))
        self._hint.setText(self.tr("Steps in their order. A change counts at once, also on air."))
        self.steps.setAccessibleName(self.tr("Steps"))
        for button, text in (
            (self.add, self.tr("Add a step")),
            (self.remove, self.tr("Remove")),
            (self.up, self.tr("Up")),
            (self.down, self.tr("Down")),
            (self.undo, self.tr("Undo")),
            (self.drop, self.tr("Take it out of the step")),
        ):
            button.setText(text)
        self.up.setToolTip(self.tr("Move the step up (Alt+Up)"))
        self.down.setToolTip(self.tr("Move the step down (Alt+Down)"))
        self._language.set_texts(self.tr("Language"))
        self.title.set_texts(self.tr("Title"))
        self.minutes.set_texts(self.tr("Minutes"), "", self.tr("Write a figure, such as 5 or 2.5."))
        self.script.set_texts(self.tr("Script"), self.tr("What the host says"))
        self._products_label.setText(self.tr("Products"))
        self.products.setAccessibleName(self.tr("Products of the step"))
        self.product.setPlaceholderText(self.tr("Add a product: number, name or SKU"))
        self.product.setAccessibleName(self.tr("Add a product"))
        self._show_steps()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # a field took it; the dialog does not close
        else:
            super().keyPressEvent(event)

    # --- building ---

    def _lay_out(self) -> None:
        set_role(self._heading, "heading")
        set_role(self._hint, "mute")
        set_role(self._products_label, "small")
        for rows in (self.steps, self.products):
            set_role(rows, "rows")
            rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.steps.setMinimumWidth(_STEPS_PX)
        self.products.setFixedHeight(_PRODUCTS_PX)
        self.script.editor.setFixedHeight(_SCRIPT_PX)
        for button in (self.add, self.remove, self.up, self.down, self.undo, self.drop):
            button.setAutoDefault(False)
            set_role(button, "" if button is self.add else "quiet")
        top = _row(GAP_M, (self._heading, 1), (self.undo, 0))
        columns = QHBoxLayout()
        columns.setSpacing(GAP_XL)
        columns.addLayout(self._steps_column(), 2)
        columns.addLayout(self._step_column(), 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_L)
        column.setSpacing(GAP_M)
        column.addLayout(top)
        column.addWidget(self._hint)
        column.addLayout(columns, 1)

    def _steps_column(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(GAP_S)
        left.addWidget(self.steps, 1)
        left.addLayout(_row(GAP_S, (self.add, 0), (self.up, 0), (self.down, 0), (self.remove, 0)))
        return left

    def _step_column(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(GAP_S)
        right.addLayout(_row(GAP_M, (self._language, 1), (self.title, 3), (self.minutes, 1)))
        right.addWidget(self._products_label)
        right.addWidget(self.products)
        right.addLayout(_row(GAP_S, (self.product, 1), (self.drop, 0)))
        right.addWidget(self.script)
        right.addStretch(1)
        return right

    def _connect(self) -> None:
        completer = QCompleter(self._known, self.product)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.product.setCompleter(completer)
        self.product.returnPressed.connect(self._add_product)
        completer.activated.connect(self._add_product, Qt.ConnectionType.QueuedConnection)
        self.steps.currentRowChanged.connect(self._show_step)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.undo.clicked.connect(self._take_back)
        self.drop.clicked.connect(self._drop_product)
        self.language.activated.connect(self._show_step)
        for field in (self.title, self.minutes, self.script):
            field.finished.connect(self._edited)
        self._state.session_changed.connect(self._show_session)
        self._state.changed.connect(self._show_products)
        self._show_products()

    # --- showing ---

    @property
    def _item(self) -> ShowItem | None:
        row = self.steps.currentRow()
        return self.items[row] if 0 <= row < len(self.items) else None

    @property
    def _shown_language(self) -> Language:
        return Language(str(self.language.currentData() or self._state.languages[0]))

    @Slot()
    def _show_session(self) -> None:
        languages = self._state.languages
        if [self.language.itemData(row) for row in range(self.language.count())] != list(languages):
            self.language.clear()
            for language in languages:
                self.language.addItem(words.language_own_name(language), language)
        session = self._state.session
        if session is not None and session.show != self.items:
            self.items = session.show
            self._show_steps()

    @Slot()
    def _show_products(self) -> None:
        self._known.setStringList([_entry(product) for product in self._state.products])

    def _show_steps(self) -> None:
        row = self.steps.currentRow()
        self.steps.blockSignals(True)
        self.steps.clear()
        host = self._state.languages[0]
        for number, item in enumerate(self.items, start=1):
            minutes = self.tr("{minutes} min").format(minutes=f"{item.minutes:g}")
            title = item_title(item, host) or self.tr("Untitled step")
            self.steps.addItem(f"{number}  {title}  ·  {minutes}")
        self.steps.setCurrentRow(min(max(row, 0), len(self.items) - 1))
        self.steps.blockSignals(False)
        self._show_step()

    @Slot()
    def _show_step(self) -> None:
        item = self._item
        row = self.steps.currentRow()
        for widget in (self.title, self.minutes, self.script, self.products, self.product, self.remove):
            widget.setEnabled(item is not None)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < len(self.items) - 1)
        self.undo.setEnabled(bool(self._undo))
        language = self._shown_language
        self.title.show_value(item.title.get(language, "") if item else "")
        self.script.show_value(item.script.get(language, "") if item else "")
        self.minutes.show_value(readers.decimal_or_none(f"{item.minutes:g}") if item else None)
        self.products.clear()
        for sku in item.skus if item else ():
            product = self._state.product(sku)
            entry = QListWidgetItem(title_text(product) if product else sku, self.products)
            entry.setData(_SKU, sku)
        self.drop.setEnabled(self.products.count() > 0)

    # --- doing ---

    def _put(self, items: tuple[ShowItem, ...], row: int) -> None:
        if items != self.items:
            self._undo.append(self.items)
            self.items = items
            self._post(SetShow(items))
        self._show_steps()
        self.steps.setCurrentRow(row)

    def _put_item(self, item: ShowItem) -> None:
        row = self.steps.currentRow()
        self._put((*self.items[:row], item, *self.items[row + 1 :]), row)

    @Slot()
    def _edited(self) -> None:
        item, language = self._item, self._shown_language
        if item is None:
            return
        minutes = self.minutes.value
        self._put_item(
            replace(
                item,
                title=_with(item.title, language, str(self.title.value or "")),
                script=_with(item.script, language, str(self.script.value or "")),
                minutes=min(max(float(str(minutes)), 0.0), float(_MOST_MINUTES))
                if minutes is not None
                else 0.0,
            )
        )

    @Slot()
    def _add(self) -> None:
        row = self.steps.currentRow() + 1
        self._put((*self.items[:row], ShowItem({}, _NEW_MINUTES), *self.items[row:]), row)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _remove(self) -> None:
        row = self.steps.currentRow()
        if self._item is not None:
            self._put((*self.items[:row], *self.items[row + 1 :]), min(row, len(self.items) - 2))

    @Slot()
    def _move_up(self) -> None:
        self._move(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.steps.currentRow()
        if self._item is None or not 0 <= row + step < len(self.items):
            return
        items = list(self.items)
        items.insert(row + step, items.pop(row))
        self._put(tuple(items), row + step)

    @Slot()
    def _take_back(self) -> None:
        if self._undo:
            self.items = self._undo.pop()
            self._post(SetShow(self.items))
            self._show_steps()

    @Slot()
    def _add_product(self) -> None:
        item, product = self._item, self._found(self.product.text())
        if item is None or product is None:
            return
        self.product.clear()
        if product.sku not in item.skus:
            self._put_item(replace(item, skus=(*item.skus, product.sku)))

    def _found(self, text: str) -> Product | None:
        """Return the product that `text` names: an entry of the list, a number, or a SKU."""
        wanted = text.strip().casefold()
        for product in self._state.products:
            if wanted in (_entry(product).casefold(), product.sku.casefold(), str(product.number)):
                return product
        return None

    @Slot()
    def _drop_product(self) -> None:
        item = self._item
        entry = self.products.currentItem() or self.products.item(self.products.count() - 1)
        if item is not None and entry is not None:
            gone = Sku(entry.data(_SKU))
            self._put_item(replace(item, skus=tuple(sku for sku in item.skus if sku != gone)))


def _row(gap: int, *widgets: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    for widget, stretch in widgets:
        row.addWidget(widget, stretch)
    return row


def _entry(product: Product) -> str:
    return f"{title_text(product)} ({product.sku})"


def _with(texts: dict[Language, str], language: Language, text: str) -> dict[Language, str]:
    kept = {key: value for key, value in texts.items() if key != language}
    return kept | {language: text} if text else kept
