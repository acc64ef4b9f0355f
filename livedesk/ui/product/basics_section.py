"""What the product is: its pictures, number, SKU, brand, category, tags, and what is left of it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCompleter, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from livedesk.core.catalogue.pictures import PICTURES_JOB, PicturesTaken
from livedesk.core.catalogue.product import Product
from livedesk.core.catalogue.revise import with_text
from livedesk.core.catalogue.typed import NotReadable
from livedesk.core.ids import Sku
from livedesk.core.jobs import Job, JobState
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.product import readers
from livedesk.ui.product.field import Field
from livedesk.ui.product.picture_strip import PictureStrip
from livedesk.ui.product.section import Section
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.product.stock_row import StockRow
from livedesk.ui.services import AppServices
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_S, GRID

_PATTERNS = "*.jpg *.jpeg *.png *.webp *.heic *.heif *.bmp *.gif *.tif *.tiff *.svg"


class BasicsSection(Section):
    """The first page of the form."""

    def __init__(
        self,
        theme: AppTheme,
        state: CatalogueState,
        services: AppServices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state, self._services = state, services
        self.pictures = PictureStrip(services, self)
        self.add, self.paste, self.cover, self.remove = (QPushButton(self) for _ in range(4))
        self.picture_note = QLabel(self)
        self.number = Field(QLineEdit(self), readers.count_or(0), _write_number, self)
        self.sku = Field(QLineEdit(self), self._read_sku, parent=self)
        self.brand = Field(QLineEdit(self), readers.one_line, parent=self)
        self.category = Field(QLineEdit(self), readers.one_line, parent=self)
        self.tags = Field(QLineEdit(self), readers.words, readers.write_words, self)
        self.stock = StockRow(state, self)
        self._lay_out()
        self._bind()
        self._connect()
        self.retranslate()
        self._pick_changed()

    @override
    def show_product(self, product: Product) -> None:
        is_other = self.product is None or self.product.sku != product.sku
        super().show_product(product)
        self.pictures.show_pictures(product.pictures)
        self.stock.show_product(product)
        if is_other:
            self._tell("")
            self._suggest()
        self._pick_changed()

    @override
    def retranslate(self) -> None:
        count = self.tr("Write a whole number, such as 500.")
        self.number.set_texts(self.tr("Number"), self.tr("What buyers type to ask about it"), count)
        self.sku.set_texts(
            self.tr("SKU"),
            self.tr("Your own article number"),
            self.tr("A product needs a SKU that no other one has."),
        )
        self.brand.set_texts(self.tr("Brand"))
        self.category.set_texts(self.tr("Category"), self.tr("“Kitchen > Juicers” makes a branch of its own"))
        self.tags.set_texts(self.tr("Tags"), self.tr("Set apart by commas"))
        self.add.setText(self.tr("Add pictures…"))
        self.paste.setText(self.tr("Paste"))
        self.cover.setText(self.tr("Make it the cover"))
        self.remove.setText(self.tr("Remove"))
        self.pictures.retranslate()

    # --- building ---

    def _lay_out(self) -> None:
        set_role(self.picture_note, "small")
        self.picture_note.setWordWrap(True)
        self.picture_note.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for button in (self.add, self.paste, self.cover, self.remove):
            set_role(button, "quiet")
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addWidget(self.pictures)
        self.column.addLayout(buttons)
        self.column.addWidget(self.picture_note)
        self.column.addSpacing(GAP_S)
        self.row((self.number, 1), (self.sku, 2), (self.brand, 2))
        self.row((self.category, 3), (self.tags, 2))
        self.column.addWidget(self.stock)
        self.column.addStretch()

    def _bind(self) -> None:
        for name, field in (("number", self.number), ("brand", self.brand), ("tags", self.tags)):
            self.bind_plain(name, field)
        self.bind("sku", self.sku, _sku, _with_sku)
        self.bind("category", self.category, self._category, self._with_category)
        self.bind_plain("stock", self.stock.count)

    def _connect(self) -> None:
        self.pictures.ordered.connect(self._ordered)
        self.pictures.files_given.connect(self._take_files)
        self.pictures.picture_given.connect(self._take_picture)
        self.pictures.currentRowChanged.connect(self._pick_changed)
        self.add.clicked.connect(self._choose_files)
        self.paste.clicked.connect(self.pictures.paste)
        self.cover.clicked.connect(self._make_cover)
        self.remove.clicked.connect(self.pictures.remove_current)
        self._state.job_changed.connect(self._show_job)

    def _read_sku(self, text: str) -> Sku:
        """Read a SKU; that of another product would put the two into one."""
        sku = Sku(readers.required_line(text))
        is_own = self.product is not None and self.product.sku == sku
        if not is_own and self._state.product(sku) is not None:
            raise NotReadable(text)
        return sku

    def _category(self, product: Product) -> str:
        return product.category.get(self._state.languages[0], "")

    def _with_category(self, product: Product, text: str) -> Product:
        return with_text(product, "category", self._state.languages[0], text)

    def _suggest(self) -> None:
        """Offer the categories there are, so that one is not written in two ways."""
        language = self._state.languages[0]
        known = {p.category.get(language, "") for p in self._state.products} - {""}
        completer = QCompleter(sorted(known), self.category.editor)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        assert isinstance(self.category.editor, QLineEdit)
        self.category.editor.setCompleter(completer)  # the old one is the field's, which deletes it

    # --- pictures ---

    @Slot(object)
    def _ordered(self, names: tuple[str, ...]) -> None:
        if self.product is not None and names != self.product.pictures:
            self.product = replace(self.product, pictures=names)
            self.pictures.show_pictures(names)
            self.edited.emit(self.product)
            self._pick_changed()

    @Slot(object)
    def _take_files(self, files: tuple[Path, ...]) -> None:
        if self.product is not None:
            self._services.add_pictures(self.product.sku, files)

    @Slot(object)
    def _take_picture(self, data: bytes) -> None:
        if self.product is not None:
            self._services.paste_picture(self.product.sku, data)

    @Slot()
    def _choose_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Add pictures"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(f"({_PATTERNS})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._files_chosen)
        dialog.open()

    @Slot(list)
    def _files_chosen(self, files: list[str]) -> None:
        self._take_files(tuple(map(Path, files)))

    @Slot()
    def _make_cover(self) -> None:
        self.pictures.move_current(0)

    @Slot()
    def _pick_changed(self) -> None:
        row = self.pictures.currentRow()
        self.remove.setEnabled(row >= 0)
        self.cover.setEnabled(row > 0)
        if not self.pictures.count() and not self.picture_note.text():
            self._tell("")

    @Slot(object)
    def _show_job(self, job: Job) -> None:
        if job.kind != PICTURES_JOB or self.product is None or job.params.get("sku") != self.product.sku:
            return
        if job.state is JobState.RUNNING:
            number = words.format_count(min(job.done + 1, job.total))
            text = self.tr("Taking in picture {number} of {total}…")
            self._tell(text.format(number=number, total=words.format_count(job.total)))
        elif job.state is JobState.FAILED:
            self._tell(words.failure_text(job.code), is_bad=True)
        elif isinstance(job.result, PicturesTaken):
            refused = [words.failure_text(r.code, {"file": r.file}) for r in job.result.refused]
            self._tell("\n".join(refused), is_bad=bool(refused))

    def _tell(self, text: str, *, is_bad: bool = False) -> None:
        if not text and self.product is not None and not self.product.pictures:
            text = self.tr("Drag pictures here, or paste one. They are made smaller by themselves.")
        set_role(self.picture_note, "warn" if is_bad else "small")
        self.picture_note.setText(text)
        self.picture_note.setVisible(bool(text))


def _write_number(value: object) -> str:
    return str(value) if value else ""


def _sku(product: Product) -> str:
    return product.sku


def _with_sku(product: Product, sku: Sku) -> Product:
    return replace(product, sku=sku)
