"""What every page of the product form has in common: fields bound to parts of the product."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from livedesk.core.catalogue.product import Product
from livedesk.core.typing_compat import override
from livedesk.ui.product.field import Field
from livedesk.ui.product.rows_editor import RowsEditor
from livedesk.ui.theme.tokens import GAP_L, GAP_M

AnyField = Field | RowsEditor


@dataclass(frozen=True, slots=True)
class _Binding:
    name: str
    field: AnyField
    get: Callable[[Product], Any]
    put: Callable[[Product, Any], Product]


class Section(QWidget):
    """A page of fields; `edited` carries the product as the operator now has it."""

    edited = Signal(object)  # Product

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.product: Product | None = None
        self._bindings: list[_Binding] = []
        self.refusal: Callable[[Product, Product], str] = _nothing
        """Says why the second product, made of the first one here, cannot be; "" where it can."""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP_L)

    def bind(
        self,
        name: str,
        field: AnyField,
        get: Callable[[Product], Any],
        put: Callable[[Product, Any], Product],
    ) -> None:
        """Show in `field` what `get` finds in the product; `put` makes the product with another value.

        `name` is the field of `Product` that problems are told of.
        """
        binding = _Binding(name, field, get, put)
        self._bindings.append(binding)
        field.finished.connect(partial(self._finished, binding))

    def bind_plain(self, name: str, field: AnyField) -> None:
        """Show in `field` the product's field `name` as it is."""

        def put(product: Product, value: Any) -> Product:
            return replace(product, **{name: value})

        self.bind(name, field, attrgetter(name), put)

    def row(self, *fields: tuple[QWidget, int]) -> QHBoxLayout:
        """Put fields side by side, each with its stretch, below what is there."""
        layout = QHBoxLayout()
        layout.setSpacing(GAP_M)
        for field, stretch in fields:
            layout.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)  # a problem below one moves no other
        self.column.addLayout(layout)
        return layout

    def show_product(self, product: Product) -> None:
        """Show `product` in every field."""
        self.product = product
        for binding in self._bindings:
            binding.field.show_value(binding.get(product))

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say beside each field what is wrong with it, by the name of the product's field."""
        for binding in self._bindings:
            binding.field.set_problem(problems.get(binding.name, ""))

    @property
    def problem_count(self) -> int:
        """How many fields say that something is wrong."""
        return sum(1 for binding in self._bindings if binding.field.problem)

    def focus_problem(self) -> bool:
        """Put the cursor into the first field that something is wrong with; return whether there is one."""
        for binding in self._bindings:
            if binding.field.problem:
                field = binding.field
                target = field.editors(0)[0] if isinstance(field, RowsEditor) else field.editor
                target.setFocus()
                return True
        return False

    def let_go(self) -> None:
        """Forget what was typed and not taken: another product is to be shown."""
        for binding in self._bindings:
            binding.field.forget()

    def keep(self) -> None:
        """Take what is being typed as finished."""
        for binding in self._bindings:
            binding.field.keep()

    def retranslate(self) -> None:
        """Set every text in the window's language."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _finished(self, binding: _Binding) -> None:
        if self.product is not None:
            edited = binding.put(self.product, binding.field.value)
            why = self.refusal(self.product, edited)
            binding.field.hold(why)
            if not why and edited != self.product:
                self.product = edited
                self.edited.emit(edited)


def _nothing(_before: Product, _edited: Product) -> str:
    return ""
