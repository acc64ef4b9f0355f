"""`livedesk leads`: the stored leads on the command line, listed or written to a file."""

import json
from pathlib import Path

from livedesk.adapters.leads.files import leads_file
from livedesk.adapters.leads.table import LeadWords
from livedesk.adapters.leads.write_vcard import Version
from livedesk.adapters.store.database import open_database
from livedesk.adapters.store.files import write_whole
from livedesk.adapters.store.reading import StoreReader
from livedesk.app.paths import Paths
from livedesk.core.catalogue.product import Product, in_language
from livedesk.core.ids import EN, Sku
from livedesk.core.leads.lead import Lead, LeadScore
from livedesk.core.wire import encode


def export_leads(base: Paths, path: Path, score: LeadScore | None = None, vcard: Version = "3.0") -> int:
    """Write the stored leads, of one score or all, to .xlsx, .csv or .vcf. Raises `UserFacing`, `Unavailable`."""
    leads, products = _stored(base)
    wanted = [lead for lead in leads if score is None or lead.score is score]
    names = {sku: in_language(product.names, EN) for sku, product in products.items()}
    write_whole(path, leads_file(path, wanted, LeadWords(product=lambda sku: names.get(sku, "")), vcard))
    print(path)
    return 0


def list_leads(base: Paths, score: LeadScore | None = None, *, as_json: bool = False) -> int:
    """Print the stored leads, of one score or all. Raises `Unavailable`."""
    leads, _ = _stored(base)
    wanted = [lead for lead in leads if score is None or lead.score is score]
    if as_json:
        print(json.dumps([encode(lead) for lead in wanted], ensure_ascii=False))
        return 0
    for lead in wanted:
        contacts = "  ".join(contact.value for contact in lead.contacts)
        items = ", ".join(f"{i.sku} x {i.quantity}" if i.quantity else i.sku for i in lead.items)
        facts = (f"{lead.score.value:4}", lead.name, lead.company, lead.country, contacts, items)
        print("  ".join(filter(None, facts)))
    if not wanted:
        print("No leads yet. Buyers become leads in the desk, or when they ask for a quote on their phones.")
    return 0


def _stored(base: Paths) -> tuple[tuple[Lead, ...], dict[Sku, Product]]:
    if not base.database.exists():
        return (), {}
    database = open_database(base.database)
    try:
        reader = StoreReader(database)
        return reader.load_leads(), {product.sku: product for product in reader.load_catalogue()}
    finally:
        database.close()
