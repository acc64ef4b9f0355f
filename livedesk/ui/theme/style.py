"""The one style sheet. Widgets pick a look by `role`, set with `set_role`; no other module sets a style."""

from PySide6.QtWidgets import QWidget

from livedesk.ui.theme.tokens import CARD_RADIUS, RADIUS, Colours


def set_role(widget: QWidget, role: str) -> None:
    """Give `widget` one of the looks below: primary, danger, quiet, chip, field, title, mute, small..."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def sheet(c: Colours) -> str:
    """Return the style sheet for the colours `c`."""
    return f"""
QMainWindow, QDialog {{ background: {c.background}; }}
QToolTip {{ background: {c.panel}; color: {c.ink}; border: 1px solid {c.line}; padding: 4px 8px; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-weight: 600; }}
QLabel[role="brand"] {{ font-size: 15px; font-weight: 700; }}
QLabel[role="mute"] {{ color: {c.mute}; }}
QLabel[role="small"] {{ color: {c.mute}; font-size: 12px; }}
QLabel[role="warn"] {{ color: {c.warn}; font-size: 12px; }}
QLabel[role="status"] {{ color: {c.ink}; font-size: 12px; }}
QLabel[role="failed"] {{ color: {c.live}; font-size: 12px; font-weight: 600; }}
QLabel[role="key"] {{ background: {c.background}; color: {c.ink}; border: 1px solid {c.line}; border-radius: 4px;
  padding: 1px 6px; font-size: 12px; }}
QLabel[role="heading"] {{ font-size: 19px; font-weight: 600; }}
QFrame[role="panel"] {{ background: {c.panel}; }}
QFrame[role="bar"] {{ background: {c.panel}; border: none; border-bottom: 1px solid {c.line}; }}
QFrame[role="strip"] {{ background: {c.panel}; border: none; border-top: 1px solid {c.line}; }}
QFrame[role="card"] {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {CARD_RADIUS}px; }}
QFrame[role="hairline"] {{ background: {c.line}; border: none; }}
QFrame[role="column-left"] {{ background: {c.background}; border: none; border-right: 1px solid {c.line}; }}
QFrame[role="column-right"] {{ background: {c.background}; border: none; border-left: 1px solid {c.line}; }}
QFrame[role="notice-info"] {{ background: {c.accent_soft}; border: none; border-left: 4px solid {c.accent};
  border-bottom: 1px solid {c.line}; }}
QFrame[role="notice-warning"] {{ background: {c.warn_soft}; border: none; border-left: 4px solid {c.warn};
  border-bottom: 1px solid {c.line}; }}
QFrame[role="notice-error"] {{ background: {c.panel}; border: none; border-left: 4px solid {c.live};
  border-bottom: 1px solid {c.line}; }}
QFrame[role="offer"] {{ background: {c.accent_soft}; border: 1px solid {c.accent};
  border-radius: {RADIUS}px; }}
QFrame[role="composer"] {{ background: {c.panel}; border: none; border-top: 1px solid {c.line}; }}

QPushButton, QToolButton {{ background: {c.panel}; color: {c.ink}; border: 1px solid {c.line};
  border-radius: {RADIUS}px; padding: 6px 14px; min-height: 18px; }}
QToolButton {{ padding: 6px 8px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {c.mute}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {c.selection}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {c.accent}; }}
QPushButton:checked, QToolButton:checked {{ background: {c.accent_soft}; border-color: {c.accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {c.faint}; background: {c.background}; }}
QPushButton[role="primary"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
  font-weight: 600; }}
QPushButton[role="primary"]:hover {{ border-color: {c.ink}; }}
QPushButton[role="primary"]:disabled {{ background: {c.line}; color: {c.mute}; border-color: {c.line}; }}
QPushButton[role="danger"] {{ background: {c.live}; color: {c.on_live}; border-color: {c.live};
  font-weight: 600; }}
QPushButton[role="quiet"], QToolButton[role="quiet"] {{ background: transparent; border-color: transparent; }}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover {{ background: {c.selection}; }}
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus {{ border-color: {c.accent}; }}
QToolButton[role="bare"] {{ background: transparent; border: 1px solid transparent; padding: 0; min-height: 0; }}
QToolButton[role="bare"]:hover {{ background: {c.selection}; }}
QToolButton[role="bare"]:focus {{ border-color: {c.accent}; }}
QPushButton[role="chip"] {{ border-radius: 13px; padding: 3px 12px; }}
QPushButton[role="chip-meant"] {{ border-radius: 13px; padding: 3px 12px; background: {c.accent_soft};
  color: {c.accent}; }}
QPushButton[role="pill"] {{ background: {c.ink}; color: {c.background}; border-color: {c.ink};
  border-radius: 14px; padding: 4px 14px; font-weight: 600; }}
QPushButton[role="pill"]:focus {{ border-color: {c.accent}; }}
QPushButton[role="chip"]:checked {{ background: {c.accent_soft}; color: {c.accent}; font-weight: 600; }}
QPushButton[role="doubt"] {{ background: {c.warn_soft}; color: {c.warn}; border-color: transparent;
  border-radius: 11px; padding: 1px 10px; font-size: 12px; font-weight: 600; }}
QPushButton[role="doubt"]:hover, QPushButton[role="doubt"]:focus {{ border-color: {c.warn}; }}
QPushButton[role="strip"] {{ background: transparent; color: {c.mute}; border-color: transparent;
  padding: 1px 8px; font-size: 12px; }}
QPushButton[role="strip"]:hover {{ color: {c.ink}; background: {c.selection}; }}
QPushButton[role="strip"]:focus {{ border-color: {c.accent}; }}
QWidget[role="strip-item"] {{ background: transparent; border: 1px solid transparent; border-radius: 6px; }}
QWidget[role="strip-item"]:hover {{ border-color: {c.line}; }}
QWidget[role="strip-item"]:focus {{ border-color: {c.accent}; }}
QPushButton::menu-indicator, QToolButton::menu-indicator {{ image: none; width: 0; }}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox {{ background: {c.panel};
  color: {c.ink}; border: 1px solid {c.line}; border-radius: {RADIUS}px; padding: 6px 10px;
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus {{ border-color: {c.accent}; }}
QLineEdit[role="quiet"] {{ background: transparent; border-color: transparent; }}
QLineEdit[role="quiet"]:hover {{ border-color: {c.line}; }}
QLineEdit[role="quiet"]:focus {{ background: {c.panel}; border-color: {c.accent}; }}
QPlainTextEdit[role="inline"] {{ padding: 1px 10px; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox QAbstractItemView {{ background: {c.panel}; border: 1px solid {c.line}; padding: 4px;
  selection-background-color: {c.selection}; selection-color: {c.ink}; }}

QCheckBox, QRadioButton {{ spacing: 8px; border: 1px solid transparent; border-radius: 4px; padding: 1px 2px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {c.accent}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 14px; height: 14px; background: {c.panel};
  border: 1px solid {c.mute}; border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {c.accent}; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; }}
QRadioButton::indicator:checked {{ border: 5px solid {c.accent}; width: 6px; height: 6px; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {c.line}; }}

QListView, QTreeView, QTableView {{ background: transparent; border: none; outline: none; }}
QListView::item {{ border: none; }}
QListWidget[role="rows"]::item, QTreeView[role="rows"]::item {{ padding: 5px 8px; border-radius: 4px; }}
QListWidget[role="rows"]::item:hover, QTreeView[role="rows"]::item:hover {{ background: {c.panel}; }}
QListWidget[role="rows"]::item:selected, QTreeView[role="rows"]::item:selected {{ background: {c.accent_soft};
  color: {c.ink}; }}
QListWidget[role="pictures"]::item {{ border: 2px solid transparent; border-radius: {RADIUS}px; }}
QListWidget[role="pictures"]::item:selected {{ border-color: {c.accent}; }}
QTableView::item {{ padding: 0 10px; border: none; border-bottom: 1px solid {c.line}; }}
QTableView::item:selected {{ background: {c.selection}; color: {c.ink}; }}
QTableView QLineEdit, QTableView QComboBox {{ border-radius: 0; padding: 0 10px; border-color: {c.accent}; }}
QHeaderView QComboBox {{ border-radius: {RADIUS}px; padding: 4px 22px 4px 8px; border-color: {c.line};
  color: {c.mute}; }}
QHeaderView QComboBox[role="used"] {{ color: {c.ink}; border-color: {c.accent}; }}
QHeaderView QComboBox:focus {{ background: {c.accent_soft}; border-color: {c.accent}; }}
QTableCornerButton::section {{ background: transparent; border: none; border-bottom: 1px solid {c.line}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: transparent; color: {c.mute}; border: none; border-bottom: 1px solid {c.line};
  padding: 6px 13px; font-size: 12px; }}
QMenu {{ background: {c.panel}; color: {c.ink}; border: 1px solid {c.line}; border-radius: {RADIUS}px;
  padding: 6px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.selection}; }}
QMenu::item:disabled {{ color: {c.faint}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 6px 8px; }}
QProgressBar {{ background: {c.line}; border: none; border-radius: 3px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
QFrame[role="model"] {{ background: transparent; border: none; border-bottom: 1px solid {c.line}; }}
QSplitter::handle {{ background: {c.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {c.line}; border-radius: 4px; min-height: 32px; margin: 1px 2px; }}
QScrollBar::handle:vertical:hover {{ background: {c.faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; }}
QScrollBar::handle:horizontal {{ background: {c.line}; border-radius: 4px; min-width: 32px;
  margin: 2px 1px; }}
"""
