"""The catalogue as the window's editors see it: what the desk told last, with what was posted since."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.core.catalogue.pictures import PICTURES_JOB, PicturesTaken
from livedesk.core.catalogue.product import Product, sku_key
from livedesk.core.catalogue.revise import duplicate, free_sku
from livedesk.core.events import (
    Command,
    MarkSoldOut,
    PutProducts,
    RedoCatalogue,
    RemoveProducts,
    UndoCatalogue,
)
from livedesk.core.ids import EN, ZH, Language, Sku
from livedesk.core.jobs import Job, JobState
from livedesk.core.records import Session, SessionState
from livedesk.ui.bridge import Bridge


class CatalogueState(QObject):
    """Every change an editor makes goes through here, and is posted at once: there is nothing to save.

    Posts say what the product was before (`PutProducts.based_on`), so that an edit never blanks what a translation
    or another editor filled in meanwhile.
    """

    changed = Signal()
    """Some product is different."""
    renamed = Signal(object, object)  # Sku, Sku: what it was called, and is called now
    session_changed = Signal()
    history_changed = Signal()
    job_changed = Signal(object)  # Job

    def __init__(
        self, bridge: Bridge, post: Callable[[Command], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._post = post
        self.products: tuple[Product, ...] = ()
        self._by_sku: dict[Sku, Product] = {}
        self.session: Session | None = None
        self.can_undo = self.can_redo = False
        bridge.catalogue_changed.connect(self.take_products)
        bridge.catalogue_history_changed.connect(self._take_history)
        bridge.session_changed.connect(self.take_session)
        bridge.job_changed.connect(self._take_job)

    # --- what there is ---

    def product(self, sku: Sku | None) -> Product | None:
        """Return the product as it now is, None where the catalogue has none of that SKU."""
        return None if sku is None else self._by_sku.get(sku)

    def rivals(self, sku: Sku, *versions: Product) -> tuple[Product, ...]:
        """Return the products but `sku` that may want a number or a SKU of one of its `versions`.

        Whether they do is for `checks.check` to say; it is spared the thousands that have nothing in common.
        """
        numbers = {version.number for version in versions}
        skus = {sku_key(version.sku) for version in versions} | {
            sku_key(v.sku) for version in versions for v in version.variants
        }
        return tuple(
            product
            for product in self._by_sku.values()
            if (product.number in numbers or sku_key(product.sku) in skus or product.variants)
            and product.sku != sku
        )

    @property
    def is_running(self) -> bool:
        """Whether a show or a rehearsal is on."""
        return self.session is not None and self.session.state in (SessionState.LIVE, SessionState.PAUSED)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The host's language, then those of the audience."""
        if self.session is None:
            return (ZH, EN)
        return tuple(dict.fromkeys((self.session.host_language, *self.session.audience_languages)))

    def is_sold_out(self, sku: Sku) -> bool:
        """Whether the product carries the sold-out mark."""
        return self.session is not None and sku in self.session.sold_out

    # --- what an editor does ---

    def put(self, base: Product, edited: Product) -> None:
        """Change a product: `base` is what the editor showed, `edited` what it shows now."""
        self.put_all([(base, edited)])

    def put_all(self, changes: Iterable[tuple[Product, Product]]) -> None:
        """Change several products as one step of undo."""
        real = [(base, edited) for base, edited in changes if base != edited]
        if not real:
            return
        for base, edited in real:
            self._by_sku.pop(base.sku, None)
            self._by_sku[edited.sku] = edited
            if base.sku != edited.sku:
                self.renamed.emit(base.sku, edited.sku)
        self.changed.emit()
        self._post(PutProducts(tuple(e for _, e in real), based_on=tuple(b for b, _ in real)))

    def new(self) -> Sku:
        """Add a product to fill in, with the terms of the last one; return its SKU."""
        like = self.products[-1] if self.products else None
        product = Product(
            sku=free_sku("NEW-", frozenset(self._by_sku)),
            number=self._free_number(),
            names={},
            category={},
            tiers=(),
        )
        if like is not None:
            terms = {name: getattr(like, name) for name in ("currency", "incoterm", "incoterm_place", "unit")}
            product = replace(product, **terms)
        return self._add(product)

    def duplicate(self, sku: Sku) -> Sku | None:
        """Add a copy of a product; return the SKU of the copy."""
        product = self.product(sku)
        if product is None:
            return None
        return self._add(duplicate(product, frozenset(self._by_sku), self._free_number()))

    def remove(self, skus: Sequence[Sku]) -> None:
        """Take products out of the catalogue; undo brings them back."""
        known = tuple(sku for sku in skus if sku in self._by_sku)
        if known:
            for sku in known:
                del self._by_sku[sku]
            self.changed.emit()
            self._post(RemoveProducts(known))

    def mark_sold_out(self, sku: Sku, *, is_sold_out: bool) -> None:
        """Set or clear the sold-out mark."""
        self._post(MarkSoldOut(sku, is_sold_out))

    @Slot()
    def undo(self) -> None:
        """Take back the last change of the catalogue."""
        if self.can_undo:
            self._post(UndoCatalogue())

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        if self.can_redo:
            self._post(RedoCatalogue())

    def _add(self, product: Product) -> Sku:
        self._by_sku[product.sku] = product
        self.changed.emit()
        self._post(PutProducts((product,)))
        return product.sku

    def _free_number(self) -> int:
        return max((product.number for product in self._by_sku.values()), default=0) + 1

    # --- what the desk tells ---

    @Slot(object)
    def take_products(self, products: tuple[Product, ...]) -> None:
        """Take the catalogue as the desk has it."""
        if products is not self.products:
            self.products = products
            self._by_sku = {product.sku: product for product in products}
            self.changed.emit()

    @Slot(object)
    def take_session(self, session: Session) -> None:
        """Take the show as the desk has it."""
        self.session = session
        self.session_changed.emit()

    @Slot(bool, bool)
    def _take_history(self, can_undo: bool, can_redo: bool) -> None:
        self.can_undo, self.can_redo = can_undo, can_redo
        self.history_changed.emit()

    @Slot(object)
    def _take_job(self, job: Job) -> None:
        # Here and not in the form: pictures that come after it was closed belong to the product all the same.
        if job.kind == PICTURES_JOB and job.state is JobState.DONE and isinstance(job.result, PicturesTaken):
            product = self.product(job.result.sku)
            if product is not None and job.result.names:
                pictures = tuple(dict.fromkeys((*product.pictures, *job.result.names)))
                self.put(product, replace(product, pictures=pictures))
        self.job_changed.emit(job)
