"""What the window asks for its leads, done on the errands thread."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from livedesk.adapters.leads.files import leads_file
from livedesk.adapters.leads.followup_files import read_followups
from livedesk.adapters.leads.table import LeadWords
from livedesk.adapters.store.files import write_whole
from livedesk.app import paths as places
from livedesk.app.wiring import Wired
from livedesk.core.catalogue.product import Product, in_language
from livedesk.core.events import NoticeRaised
from livedesk.core.ids import Language, Sku
from livedesk.core.leads.followup import FollowUp
from livedesk.core.leads.lead import Lead, LeadScore, ScoreReason
from livedesk.core.records import Notice, NoticeCode, NoticeLevel
from livedesk.core.typing_compat import override
from livedesk.ui.leads import export_words, words
from livedesk.ui.leads.services import LeadServices
from livedesk.ui.names import language_name


class LeadErrands(LeadServices):
    """Writes leads to files, in the language of the window."""

    def __init__(self, wired: Wired) -> None:
        self._wired = wired

    @override
    def export_leads(self, path: Path, leads: tuple[Lead, ...]) -> None:
        # The texts are looked up here, on the window's thread; the frozen booth may be read from any.
        products = {product.sku: product for product in self._wired.desk.booth.products}
        words = _window_words(products, self._wired.settings.host_language)
        self._wired.errands.run(lambda: self._write(path, leads, words), NoticeCode.LEADS_FAILED)

    @override
    def followups(self) -> dict[Language, FollowUp]:
        return followups()

    def _write(self, path: Path, leads: tuple[Lead, ...], words: LeadWords) -> None:
        write_whole(path, leads_file(path, leads, words))
        notice = Notice(NoticeCode.EXPORTED, NoticeLevel.INFO, {"path": str(path)})
        self._wired.desk.post(NoticeRaised(notice))


@cache
def followups() -> dict[Language, FollowUp]:
    """Return the sentences of follow-up letters."""
    return read_followups(places.resources() / "followup")


def _window_words(products: Mapping[Sku, Product], language: Language) -> LeadWords:
    names = {sku: in_language(product.names, language) for sku, product in products.items()}
    return LeadWords(
        headings=export_words.headings(),
        scores={score: words.score_text(score) for score in LeadScore},
        reasons={reason: words.reason_text(reason) for reason in ScoreReason},
        country=words.country_name,
        language=language_name,
        product=lambda sku: names.get(sku, ""),
        **export_words.labels(),
    )
