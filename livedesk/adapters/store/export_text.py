"""A session as a transcript to read: captions, chat and replies by time, each in the wanted languages."""

from datetime import datetime

from livedesk.adapters.store.export_lines import Kind, Languages, Line, clock, lines_of, start_of, tidy
from livedesk.adapters.store.export_words import ExportWords
from livedesk.core.events import SessionRestored

_INDENT = " " * 7


def transcript(data: SessionRestored, languages: Languages, words: ExportWords) -> str:
    """Return the transcript; replies that were only drafted are left out, those not sent are marked."""
    lines = [line for line in lines_of(data) if not line.is_draft]
    start = start_of(data, lines)
    heading = tidy(data.session.name) or data.session.id
    if data.session.is_rehearsal:
        heading += f" ({words.rehearsal})"
    date = datetime.fromtimestamp(start).astimezone().strftime("%Y-%m-%d %H:%M")
    blocks = [_block(line, line.at - start, languages, words) for line in lines]
    return "\n".join([heading, date, "", *blocks]) + "\n"


def _block(line: Line, after_s: float, languages: Languages, words: ExportWords) -> str:
    if line.gap_s:
        return f"{clock(after_s):<{len(_INDENT)}}({words.gap_of(line.gap_s)})"
    rows = [f"{clock(after_s):<{len(_INDENT)}}{_speaker(line, words)}"]
    for language, text in line.texts(languages):
        if tidy(text):
            rows.append(f"{_INDENT}[{language or '?'}] {tidy(text)}")
    if line.has_photo:
        rows.append(f"{_INDENT}({words.photo})")
    reasons = line.reasons(languages)
    if reasons:
        rows.append(f"{_INDENT}({words.untranslated}: {', '.join(words.code(code) for code in reasons)})")
    for translation in line.translated(languages):
        for warning in translation.warnings:
            rows.append(f"{_INDENT}(! {words.check}: {words.code(warning.kind.value)} {warning.detail})")
    return "\n".join(rows)


def _speaker(line: Line, words: ExportWords) -> str:
    if line.kind == Kind.CAPTION:
        return words.host
    name = tidy(line.name)
    if line.kind == Kind.MESSAGE:
        return name
    marks = [words.private] * line.is_private + [words.not_sent] * line.is_unsent
    return words.reply_to.replace("{name}", name) + (f" ({', '.join(marks)})" if marks else "")
