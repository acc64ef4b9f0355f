"""Certificates with the day they expire, the customs code, and fields of the user's own."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from livedesk.core.catalogue.product import Certificate, CustomField, Product
from livedesk.core.typing_compat import override
from livedesk.ui.product import readers
from livedesk.ui.product.field import Field
from livedesk.ui.product.rows_editor import Column, RowsEditor
from livedesk.ui.product.section import Section
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_S


class PapersSection(Section):
    """An expired certificate is said so in amber, as every doubt is: nobody should promise it on air."""

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings = [QLabel(self) for _ in range(2)]
        for heading in self._headings:
            set_role(heading, "title")
        line, text = readers.one_line, readers.write_text
        self.certificates = RowsEditor(
            theme, (Column(line, text, 3), Column(readers.day, text, 2, is_required=False)), self
        )
        self.custom = RowsEditor(theme, (Column(line, text, 2), Column(line, text, 3)), self)
        self.hs_code = Field(QLineEdit(self), readers.one_line, parent=self)
        self.bind("certificates", self.certificates, _certificate_rows, _with_certificates)
        self.bind_plain("hs_code", self.hs_code)
        self.bind("custom", self.custom, _custom_rows, _with_custom)
        self.column.addWidget(self._headings[0])
        self.column.addWidget(self.certificates)
        self.row((self.hs_code, 1)).addStretch(1)
        self.column.addSpacing(GAP_S)
        self.column.addWidget(self._headings[1])
        self.column.addWidget(self.custom)
        self.column.addStretch()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._headings[0].setText(self.tr("Certificates"))
        self._headings[1].setText(self.tr("Fields of your own"))
        self.certificates.set_texts(
            (self.tr("Certificate"), self.tr("Valid until")),
            self.tr("Remove the certificate"),
            self.tr("A certificate needs a name."),
            self.tr("Write the day with the year first, such as 2027-03-31."),
            ("CE", "2027-03-31"),
        )
        self.hs_code.set_texts(self.tr("HS code"), self.tr("The customs tariff number, 6 to 10 digits"))
        self.custom.set_texts(
            (self.tr("Name of the field"), self.tr("What it says")),
            self.tr("Remove the field"),
            self.tr("A field needs a name and a text."),
            self.tr("A field needs a name and a text."),
            (self.tr("Plug type"), self.tr("EU, UK, US")),
        )


def _certificate_rows(product: Product) -> tuple[tuple[object, ...], ...]:
    return tuple((certificate.name, certificate.expires) for certificate in product.certificates)


def _with_certificates(product: Product, rows: tuple[tuple[Any, ...], ...]) -> Product:
    return replace(product, certificates=tuple(Certificate(name, expires) for name, expires in rows))


def _custom_rows(product: Product) -> tuple[tuple[object, ...], ...]:
    return tuple((field.name, field.value) for field in product.custom)


def _with_custom(product: Product, rows: tuple[tuple[Any, ...], ...]) -> Product:
    return replace(product, custom=tuple(CustomField(name, value) for name, value in rows))
