"""What the glossary window shows, kept from the start, since that window is opened later."""

from PySide6.QtCore import QObject, Signal

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.records import Product, Session
from livedesk.core.translation.terms import Term
from livedesk.ui.bridge import Bridge


class GlossaryState(QObject):
    """The user's terms, the catalogue and the languages in use, as the desk last told them."""

    terms_changed = Signal()
    catalogue_changed = Signal()
    languages_changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.terms: tuple[Term, ...] = ()
        self.products: tuple[Product, ...] = ()
        self.booth_name: dict[Language, str] = {}
        self.host_language = ZH
        self.audience_languages: tuple[Language, ...] = (EN,)
        bridge.glossary_changed.connect(self._take_terms)
        bridge.catalogue_changed.connect(self._take_products)
        bridge.booth_named.connect(self._take_name)
        bridge.session_changed.connect(self._take_session)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in use, the host's first, then any other that a term of the user's is in."""
        in_use = (self.host_language, *self.audience_languages)
        others = sorted({language for term in self.terms for language in term.texts})
        return tuple(dict.fromkeys((*in_use, *others)))

    def _take_terms(self, terms: tuple[Term, ...]) -> None:
        before = self.languages
        self.terms = terms
        if self.languages != before:
            self.languages_changed.emit()
        self.terms_changed.emit()

    def _take_products(self, products: tuple[Product, ...]) -> None:
        self.products = products
        self.catalogue_changed.emit()

    def _take_name(self, name: dict[Language, str]) -> None:
        if name != self.booth_name:
            self.booth_name = name
            self.catalogue_changed.emit()

    def _take_session(self, session: Session) -> None:
        spoken = session.host_language, session.audience_languages
        if spoken != (self.host_language, self.audience_languages):
            self.host_language, self.audience_languages = spoken
            self.languages_changed.emit()
