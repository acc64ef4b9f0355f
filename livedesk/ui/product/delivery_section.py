"""How soon and how packed: lead times by quantity, the carton with its volume."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from livedesk.core.catalogue.product import LeadTime, Product
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.product import readers
from livedesk.ui.product.field import Field
from livedesk.ui.product.rows_editor import Column, RowsEditor
from livedesk.ui.product.section import Section
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_S

_PACKING = ("pieces_per_carton", "length_cm", "width_cm", "height_cm", "gross_weight_kg", "net_weight_kg")
_SHOWN_CBM = Decimal("0.0001")


class DeliverySection(Section):
    """The carton's volume is computed as one types its sides."""

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead_times = RowsEditor(
            theme,
            (
                Column(readers.count_or_none, readers.write_count, 2),
                Column(readers.count_or_none, readers.write_count, 3),
            ),
            self,
        )
        self._heading, self._packing_heading, self.volume = QLabel(self), QLabel(self), QLabel(self)
        set_role(self._heading, "title")
        set_role(self._packing_heading, "title")
        set_role(self.volume, "mute")
        self.volume.setWordWrap(True)
        self.packing: dict[str, Field] = {}
        for name in _PACKING:
            if name == "pieces_per_carton":
                field = Field(QLineEdit(self), readers.count_or_none, readers.write_count, self)
            else:
                field = Field(QLineEdit(self), readers.decimal_or_none, readers.write_decimal, self)
            self.packing[name] = field
            self.bind(f"packing.{name}", field, partial(_packing, name), partial(_with_packing, name))
        self.bind("lead_times", self.lead_times, _lead_rows, _with_leads)
        self.column.addWidget(self._heading)
        self.column.addWidget(self.lead_times)
        self.column.addSpacing(GAP_S)
        self.column.addWidget(self._packing_heading)
        self.row(*((self.packing[name], 1) for name in ("length_cm", "width_cm", "height_cm")))
        self.row(
            *((self.packing[name], 1) for name in ("pieces_per_carton", "gross_weight_kg", "net_weight_kg"))
        )
        self.column.addWidget(self.volume)
        self.column.addStretch()
        self.edited.connect(self._tell_volume)
        self.retranslate()

    @override
    def show_product(self, product: Product) -> None:
        super().show_product(product)
        self._tell_volume()

    @override
    def retranslate(self) -> None:
        figure, count = self.tr("Write a figure, such as 32.5."), self.tr("Write a whole number, such as 24.")
        self._heading.setText(self.tr("Lead time"))
        self._packing_heading.setText(self.tr("Carton"))
        self.lead_times.set_texts(
            (self.tr("From quantity"), self.tr("Days of production")),
            self.tr("Remove the lead time"),
            self.tr("A lead time needs a quantity and a number of days."),
            self.tr("Write whole numbers, such as 500 and 30."),
            ("500", "30"),
        )
        for name, text, unreadable in (
            ("pieces_per_carton", self.tr("Pieces per carton"), count),
            ("length_cm", self.tr("Length, cm"), figure),
            ("width_cm", self.tr("Width, cm"), figure),
            ("height_cm", self.tr("Height, cm"), figure),
            ("gross_weight_kg", self.tr("Gross weight, kg"), figure),
            ("net_weight_kg", self.tr("Net weight, kg"), figure),
        ):
            self.packing[name].set_texts(text, "", unreadable)
        self._tell_volume()

    def _tell_volume(self) -> None:
        packing = self.product.packing if self.product else None
        cbm = packing.carton_cbm if packing else None
        if packing is None or cbm is None:
            self.volume.setText(self.tr("With three sides filled in, the volume of a carton stands here."))
            return
        shown = words.format_figure(str(cbm.quantize(_SHOWN_CBM, ROUND_HALF_UP)))
        text = self.tr("One carton has {volume} m³ (CBM).").format(volume=shown)
        if packing.pieces_per_carton:
            per_cbm = int(packing.pieces_per_carton / cbm)
            more = self.tr("About {count} pieces go into one m³.").format(count=words.format_count(per_cbm))
            text = words.join_sentences(text, more)
        self.volume.setText(text)


def _packing(name: str, product: Product) -> object:
    return getattr(product.packing, name)


def _with_packing(name: str, product: Product, value: Any) -> Product:
    return replace(product, packing=replace(product.packing, **{name: value}))


def _lead_rows(product: Product) -> tuple[tuple[object, ...], ...]:
    return tuple((lead.min_quantity, lead.days) for lead in product.lead_times)


def _with_leads(product: Product, rows: tuple[tuple[Any, ...], ...]) -> Product:
    leads = (LeadTime(quantity, days) for quantity, days in rows)
    return replace(product, lead_times=tuple(sorted(leads, key=_by_quantity)))


def _by_quantity(lead: LeadTime) -> int:
    return lead.min_quantity
