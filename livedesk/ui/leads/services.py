"""What the window of the leads asks of the application; `app/` provides it, tests bring a fake."""

from pathlib import Path
from typing import Protocol

from livedesk.core.ids import Language
from livedesk.core.leads.followup import FollowUp
from livedesk.core.leads.lead import Lead


class LeadServices(Protocol):
    """Files of leads. Every call returns at once."""

    def export_leads(self, path: Path, leads: tuple[Lead, ...]) -> None:
        """Write leads to an .xlsx, .csv or .vcf file; a notice says that it is there, or why not."""
        ...

    def followups(self) -> dict[Language, FollowUp]:
        """Return the sentences of follow-up letters by language."""
        ...
