"""The facts of one lead, each kept as soon as the operator leaves its field."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.ids import Language, Sku
from livedesk.core.leads.lead import Lead, LeadScore, ScoreReason
from livedesk.core.leads.scoring import set_by_hand
from livedesk.ui.leads import words
from livedesk.ui.leads.state import LeadsState
from livedesk.ui.names import language_name, source_name
from livedesk.ui.product.field import Field
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_M, GAP_S, GRID
from livedesk.ui.widgets.picker import Picker

LANGUAGES = tuple(
    map(Language, "zh en es fr pt ru ar de it ja ko vi th id tr hi nl pl uk fa ur he el bn sw".split())  # noqa: SIM905 - a list of codes
)
_LINES_PX = 68
_BY_RULES = ""


class LeadForm(QWidget):
    """Shows a lead; `changed` says what the operator made of it, and what that was made from."""

    changed = Signal(object, object)  # Lead, Lead

    def __init__(self, state: LeadsState) -> None:
        super().__init__()
        self._state = state
        self._lead: Lead | None = None
        self.name, self.company = Field(QLineEdit()), Field(QLineEdit())
        self.country, self.language = Field(Picker()), Field(Picker(), read=_language, write=_code)
        self.contacts = Field(QPlainTextEdit(), read=self._read_contacts, write=words.contacts_text)  # type: ignore[arg-type]  # of what `read` returns
        self.items = Field(QPlainTextEdit(), read=self._read_items, write=words.items_text)  # type: ignore[arg-type]  # as above
        self.notes = Field(QPlainTextEdit())
        self.tags = Field(QLineEdit(), read=_tags, write=_comma)
        self.score, self._score_label = Picker(), QLabel()
        self.reasons, self.origin = QLabel(), QLabel()
        self._lay_out()
        for field in self._fields().values():
            field.finished.connect(partial(self._keep, field))
        self.score.activated.connect(self._set_score)
        state.names_changed.connect(self._show)

    def show_lead(self, lead: Lead) -> None:
        """Show `lead`; what is being typed into the same one stays."""
        if self._lead is not None and lead.id != self._lead.id:
            self.keep()
            for field in self._fields().values():
                field.forget()
        self._lead = lead
        self._show()

    def keep(self) -> None:
        """Take what was typed as finished."""
        for field in self._fields().values():
            field.keep()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._fill_pickers()
        self.name.set_texts(self.tr("Name"))
        self.company.set_texts(self.tr("Company"))
        self.country.set_texts(self.tr("Country"))
        self.language.set_texts(self.tr("Language"))
        self.contacts.set_texts(self.tr("Contacts, one a line"))
        self.contacts.set_placeholder("maria@example.com\nWhatsApp: +34 600 123 456")
        self.items.set_texts(
            self.tr("Products, one a line"),
            "",
            self.tr("Write an article number of your catalogue and, if known, how many: JZ-03 x 500"),
        )
        self.items.set_placeholder("JZ-03 × 500")
        self.notes.set_texts(self.tr("Notes"))
        self.notes.set_placeholder(self.tr("What was agreed, what to send"))
        self.tags.set_texts(self.tr("Tags, with commas between"))
        self._score_label.setText(self.tr("How likely to order"))
        self.score.setAccessibleName(self._score_label.text())
        self._show()

    # --- showing ---

    def _fields(self) -> dict[str, Field]:
        return {
            "name": self.name,
            "company": self.company,
            "country": self.country,
            "language": self.language,
            "contacts": self.contacts,
            "items": self.items,
            "notes": self.notes,
            "tags": self.tags,
        }

    @Slot()
    def _show(self) -> None:
        lead = self._lead
        if lead is None:
            return
        for name, field in self._fields().items():
            field.show_value(getattr(lead, name))
        is_by_hand = ScoreReason.SET_BY_HAND in lead.score_reasons
        self.score.setItemText(0, self.tr("By the rules: {score}").format(score=words.score_text(lead.score)))
        if is_by_hand:
            self.score.setItemText(0, self.tr("By the rules"))
        self.score.pick(lead.score.value if is_by_hand else _BY_RULES)
        reasons = [r for r in lead.score_reasons if not is_by_hand or r is ScoreReason.SET_BY_HAND]
        self.reasons.setText(
            "\n".join(map(words.reason_text, reasons)) or self.tr("Nothing was asked for yet.")
        )
        self.origin.setText(self._origin(lead))

    def _origin(self, lead: Lead) -> str:
        parts = []
        if lead.buyer:
            parts.append(
                self.tr("From {source}, {time}.").format(
                    source=source_name(lead.source), time=words.moment_text(lead.created_at)
                )
            )
        else:
            parts.append(self.tr("Made by hand, {time}.").format(time=words.moment_text(lead.created_at)))
        if lead.consented_at is not None:
            parts.append(
                self.tr("Agreed on {time} to: “{text}”").format(
                    time=words.moment_text(lead.consented_at), text=lead.consent
                )
            )
        return "\n".join(parts)

    def _fill_pickers(self) -> None:
        country, language = self.country.editor, self.language.editor
        assert isinstance(country, Picker)
        assert isinstance(language, Picker)
        _fill(country, [("", self.tr("Not known")), *words.countries()])
        _fill(language, [("", self.tr("Not known")), *((code, language_name(code)) for code in LANGUAGES)])
        _fill(
            self.score,
            [(_BY_RULES, self.tr("By the rules")), *((s.value, words.score_text(s)) for s in LeadScore)],
        )

    # --- changing ---

    def _keep(self, field: Field) -> None:
        if self._lead is None:
            return
        name = next(name for name, each in self._fields().items() if each is field)
        self._change(replace(self._lead, **{name: field.value}))  # type: ignore[arg-type]  # by name from the record

    @Slot()
    def _set_score(self) -> None:
        if self._lead is not None:
            value = self.score.currentData()
            self._change(set_by_hand(self._lead, LeadScore(value) if value else None))

    def _change(self, edited: Lead) -> None:
        base = self._lead
        if base is None or edited == base:
            return
        self._lead = edited
        self.changed.emit(edited, base)

    def _read_contacts(self, text: str) -> object:
        return words.read_contacts(text, self._lead.country if self._lead else "")

    def _read_items(self, text: str) -> object:
        known = {item.sku for item in self._lead.items} if self._lead else set()
        return words.read_items(text, lambda sku: Sku(sku) in self._state.products or sku in known)

    def _lay_out(self) -> None:
        set_role(self._score_label, "small")
        for label in (self.reasons, self.origin):
            set_role(label, "small")
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for field in (self.contacts, self.items, self.notes):
            assert isinstance(field.editor, QPlainTextEdit)
            field.editor.setTabChangesFocus(True)
            field.editor.setFixedHeight(_LINES_PX)
        for field in (self.country, self.language):
            assert isinstance(field.editor, Picker)
            field.editor.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.editor.setMinimumContentsLength(8)
        score = QVBoxLayout()
        score.setSpacing(GRID)
        for widget in (self._score_label, self.score, self.reasons):
            score.addWidget(widget)
        score.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_M)
        grid.setVerticalSpacing(GAP_S)
        places = {
            self.name: (0, 0, 2),
            self.company: (0, 2, 2),
            self.country: (1, 0, 1),
            self.language: (1, 1, 1),
        }
        places |= {
            self.tags: (1, 2, 2),
            self.contacts: (2, 0, 2),
            self.items: (2, 2, 2),
            self.notes: (3, 0, 2),
        }
        for field, (row, column, span) in places.items():
            grid.addWidget(field, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(score, 3, 2, 1, 2)
        grid.addWidget(self.origin, 4, 0, 1, 4)
        for column in range(4):
            grid.setColumnStretch(column, 1)


def _fill(picker: Picker, entries: list[tuple[str, str]]) -> None:
    picked = picker.currentData()
    picker.clear()
    for value, text in entries:
        picker.addItem(text, value)
    picker.setCurrentIndex(max(0, picker.findData(picked)))


def _language(text: str) -> object:
    return Language(text) if text else None


def _code(value: object) -> str:
    return str(value) if value else ""


def _tags(text: str) -> object:
    parts = (part.strip() for part in text.replace("\uff0c", ",").split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def _comma(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else ""
