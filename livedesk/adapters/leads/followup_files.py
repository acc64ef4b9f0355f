"""Reads the sentences of follow-up letters: one file for each language."""

import tomllib
from pathlib import Path

from livedesk.core.ids import Language
from livedesk.core.leads.followup import FollowUp


def read_followups(folder: Path) -> dict[Language, FollowUp]:
    """Return the sentences in `folder` by language ("es.toml")."""
    found = {}
    for path in sorted(folder.glob("*.toml")):
        found[Language(path.stem)] = FollowUp(**tomllib.loads(path.read_text("utf-8")))
    return found
