"""Kinds of terms and what can be wrong with a file of them, as a person reads it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.core.translation.terms import TermKind
from livedesk.core.translation.terms_file import TermsFault, TermsProblem

_KINDS: dict[TermKind, object] = {
    TermKind.USER: QT_TRANSLATE_NOOP("glossary", "Word"),
    TermKind.PRODUCT: QT_TRANSLATE_NOOP("glossary", "Product"),
    TermKind.BRAND: QT_TRANSLATE_NOOP("glossary", "Brand"),
    TermKind.MATERIAL: QT_TRANSLATE_NOOP("glossary", "Material"),
    TermKind.CATEGORY: QT_TRANSLATE_NOOP("glossary", "Category"),
    TermKind.CERTIFICATE: QT_TRANSLATE_NOOP("glossary", "Certificate"),
    TermKind.CODE: QT_TRANSLATE_NOOP("glossary", "Article number"),
}
_FAULTS: dict[TermsFault, object] = {
    TermsFault.UNREADABLE: QT_TRANSLATE_NOOP("glossary", "It cannot be read."),
    TermsFault.NO_LANGUAGES: QT_TRANSLATE_NOOP(
        "glossary", "The heading must name two languages or more, such as zh and en."
    ),
    TermsFault.UNKNOWN_COLUMN: QT_TRANSLATE_NOOP(
        "glossary", "No language is called “{value}”; the column was left out."
    ),
    TermsFault.ONE_LANGUAGE: QT_TRANSLATE_NOOP("glossary", "“{value}” stands there in one language only."),
    TermsFault.UNKNOWN_KIND: QT_TRANSLATE_NOOP("glossary", "“{value}” is no kind of term."),
    TermsFault.TWICE: QT_TRANSLATE_NOOP("glossary", "“{value}” is there twice; the first one counts."),
    TermsFault.TOO_LONG: QT_TRANSLATE_NOOP("glossary", "“{value}…” is too long for a term."),
    TermsFault.TOO_MANY: QT_TRANSLATE_NOOP(
        "glossary", "A list may hold {value} terms; the rest was left out."
    ),
}


def kind_text(kind: TermKind) -> str:
    """Return what a kind of term is called."""
    return QCoreApplication.translate("glossary", str(_KINDS[kind]))


def problem_text(problem: TermsProblem) -> str:
    """Return what is wrong with a line of a file: "Line 7: “红米” stands there in one language only."."""
    text = QCoreApplication.translate("glossary", str(_FAULTS[problem.fault])).format(value=problem.value)
    if not problem.line:
        return text
    return QCoreApplication.translate("glossary", "Line {line}: {text}").format(line=problem.line, text=text)
