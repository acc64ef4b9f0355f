"""Reads the canned answers that livedesk brings: one list of them, and their texts in one file for each language."""

import tomllib
from pathlib import Path

from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.chat.intent import Intent
from livedesk.core.ids import CannedId, Language


def read_answers(folder: Path) -> tuple[CannedAnswer, ...]:
    """Return the answers in `folder` in their order, each with every text there is."""
    listed = tomllib.loads((folder / "answers.toml").read_text("utf-8"))
    files = sorted((folder / "texts").glob("*.toml"))
    texts = {Language(path.stem): tomllib.loads(path.read_text("utf-8")) for path in files}
    return tuple(
        CannedAnswer(
            CannedId(name),
            {language: words[name] for language, words in texts.items() if name in words},
            tuple(map(Intent, answer["intents"])),
        )
        for name, answer in listed.items()
    )
