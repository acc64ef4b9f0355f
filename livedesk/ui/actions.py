"""Everything a person can do, once: menu, buttons, tooltips and the shortcuts overlay all read this table.

Keys marked `is_local` are handled by the widget that has the focus (Enter in the host's line); they are listed
but not bound. All others are bound to the window, and `ShortcutGuard` keeps them away from a widget that needs
the key itself. The module is as long as the list of actions.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence, Qt
from PySide6.QtWidgets import QWidget

from livedesk.ui.shortcut_guard import ShortcutGuard
from livedesk.ui.theme.theme import AppTheme


class ActionId(StrEnum):
    """One thing a person can do."""

    GO_LIVE = "go_live"
    REHEARSE = "rehearse"
    PAUSE = "pause"
    END_SHOW = "end_show"
    SHOW_NEXT = "show_next"
    SHOW_PREVIOUS = "show_previous"
    EDIT_SHOW = "edit_show"
    HOST_LINE = "host_line"
    SEND_CAPTION = "send_caption"
    FIGURES_CHECKED = "figures_checked"
    CORRECT = "correct"
    MICROPHONE = "microphone"
    CATCH_UP = "catch_up"
    AS_HEARD = "as_heard"
    LARGER = "larger"
    SMALLER = "smaller"
    STANDARD_SIZE = "standard_size"
    SEARCH = "search"
    PIN = "pin"
    SOLD_OUT = "sold_out"
    OFFER = "offer"
    QUOTE = "quote"
    SHIPPING_ROUTE = "shipping_route"
    TRACE_BATCH = "trace_batch"
    NEW_PRODUCT = "new_product"
    EDIT_PRODUCT = "edit_product"
    UNDO_CATALOGUE = "undo_catalogue"
    REDO_CATALOGUE = "redo_catalogue"
    REMOVE_PRODUCT = "remove_product"
    MOVE_PRODUCT = "move_product"
    SWITCH_VIEW = "switch_view"
    OPEN_BOOTH = "open_booth"
    SAMPLE_BOOTH = "sample_booth"
    NEXT_UNANSWERED = "next_unanswered"
    REPLY = "reply"
    SEND_REPLY = "send_reply"
    RETRY = "retry"
    TRANSLATE_MESSAGE = "translate_message"
    MESSAGE_LANGUAGE = "message_language"
    PASTE_MESSAGE = "paste_message"
    CANNED = "canned"
    EDIT_CANNED = "edit_canned"
    HIDE_MESSAGE = "hide_message"
    EXPORT = "export"
    IMPORT_PRODUCTS = "import_products"
    EXPORT_PRODUCTS = "export_products"
    REPORT = "report"
    INSTALL_MODEL = "install_model"
    GLOSSARY = "glossary"
    LEADS = "leads"
    MAKE_LEAD = "make_lead"
    CONNECTIONS = "connections"
    STAGE = "stage"
    QUESTIONS = "questions"
    SETTINGS = "settings"
    SWITCH_THEME = "switch_theme"
    SWITCH_LANGUAGE = "switch_language"
    SHORTCUTS = "shortcuts"
    DISMISS = "dismiss"
    ABOUT = "about"
    RESUME_SESSION = "resume_session"
    CLOSE_UNFINISHED = "close_unfinished"


class Group(StrEnum):
    """Where an action is listed."""

    SHOW = "show"
    CAPTIONS = "captions"
    CATALOGUE = "catalogue"
    CHAT = "chat"
    DESK = "desk"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One row of the table. `keys` in Qt's portable form; the first is the one shown."""

    id: ActionId
    group: Group
    text: object
    keys: tuple[str, ...] = ()
    icon: str = ""
    is_local: bool = False


_GROUPS: dict[Group, object] = {
    Group.SHOW: QT_TRANSLATE_NOOP("actions", "Show"),
    Group.CAPTIONS: QT_TRANSLATE_NOOP("actions", "Captions"),
    Group.CATALOGUE: QT_TRANSLATE_NOOP("actions", "Catalogue"),
    Group.CHAT: QT_TRANSLATE_NOOP("actions", "Chat"),
    Group.DESK: QT_TRANSLATE_NOOP("actions", "Desk"),
}

_A, _G = ActionId, Group
SPECS: tuple[ActionSpec, ...] = (
    ActionSpec(_A.GO_LIVE, _G.SHOW, QT_TRANSLATE_NOOP("actions", "Go live"), ("Ctrl+G",), "live"),
    ActionSpec(_A.REHEARSE, _G.SHOW, QT_TRANSLATE_NOOP("actions", "Rehearse"), ("Ctrl+Shift+R",), "rehearse"),
    ActionSpec(_A.PAUSE, _G.SHOW, QT_TRANSLATE_NOOP("actions", "Pause or continue"), ("Space",), "pause"),
    ActionSpec(_A.END_SHOW, _G.SHOW, QT_TRANSLATE_NOOP("actions", "End show"), ("Ctrl+E",), "stop"),
    ActionSpec(
        _A.SHOW_NEXT,
        _G.SHOW,
        QT_TRANSLATE_NOOP("actions", "Next item of the run of show"),
        ("Alt+Right", "PgDown"),
        "next",
    ),
    ActionSpec(
        _A.SHOW_PREVIOUS,
        _G.SHOW,
        QT_TRANSLATE_NOOP("actions", "Previous item of the run of show"),
        ("Alt+Left", "PgUp"),
        "previous",
    ),
    ActionSpec(
        _A.EDIT_SHOW,
        _G.SHOW,
        QT_TRANSLATE_NOOP("actions", "Edit the run of show…"),
        ("Ctrl+Shift+S",),
        "edit",
    ),
    ActionSpec(_A.HOST_LINE, _G.CAPTIONS, QT_TRANSLATE_NOOP("actions", "Type a host line"), ("Ctrl+L",)),
    ActionSpec(
        _A.SEND_CAPTION,
        _G.CAPTIONS,
        QT_TRANSLATE_NOOP("actions", "Send the host line as a caption"),
        ("Enter",),
        "send",
        is_local=True,
    ),
    ActionSpec(
        _A.FIGURES_CHECKED,
        _G.CAPTIONS,
        QT_TRANSLATE_NOOP("actions", "The marked figures are right"),
        ("F",),
        "check",
    ),
    ActionSpec(
        _A.CORRECT, _G.CAPTIONS, QT_TRANSLATE_NOOP("actions", "Put the translation right"), ("E",), "edit"
    ),
    ActionSpec(
        _A.MICROPHONE, _G.CAPTIONS, QT_TRANSLATE_NOOP("actions", "Microphone on or off"), ("M",), "microphone"
    ),
    ActionSpec(
        _A.CATCH_UP,
        _G.CAPTIONS,
        QT_TRANSLATE_NOOP("actions", "Catch up with the host"),
        ("Ctrl+Shift+C",),
        "next",
    ),
    ActionSpec(
        _A.AS_HEARD,
        _G.CAPTIONS,
        QT_TRANSLATE_NOOP("actions", "Take back a change to what was heard"),
        ("H",),
    ),
    ActionSpec(_A.LARGER, _G.CAPTIONS, QT_TRANSLATE_NOOP("actions", "Larger captions"), ("Ctrl+=", "Ctrl++")),
    ActionSpec(_A.SMALLER, _G.CAPTIONS, QT_TRANSLATE_NOOP("actions", "Smaller captions"), ("Ctrl+-",)),
    ActionSpec(
        _A.STANDARD_SIZE, _G.CAPTIONS, QT_TRANSLATE_NOOP("actions", "Standard caption size"), ("Ctrl+0",)
    ),
    ActionSpec(
        _A.SEARCH, _G.CATALOGUE, QT_TRANSLATE_NOOP("actions", "Search products"), ("Ctrl+F",), "search"
    ),
    ActionSpec(_A.PIN, _G.CATALOGUE, QT_TRANSLATE_NOOP("actions", "Put on air or take off"), ("P",), "pin"),
    ActionSpec(
        _A.SOLD_OUT,
        _G.CATALOGUE,
        QT_TRANSLATE_NOOP("actions", "Mark sold out or available"),
        ("S",),
        "sold-out",
    ),
    ActionSpec(_A.OFFER, _G.CATALOGUE, QT_TRANSLATE_NOOP("actions", "Offer on air…"), ("O",), "tag"),
    ActionSpec(_A.QUOTE, _G.CATALOGUE, QT_TRANSLATE_NOOP("actions", "Quotation…"), ("Q",), "quotation"),
    ActionSpec(
        _A.SHIPPING_ROUTE, _G.CATALOGUE, QT_TRANSLATE_NOOP("actions", "Shipping route…"), ("W",), "route"
    ),
    ActionSpec(
        _A.TRACE_BATCH, _G.CATALOGUE, QT_TRANSLATE_NOOP("actions", "Where a batch has been…"), ("B",), "trace"
    ),
    ActionSpec(
        _A.NEW_PRODUCT, _G.CATALOGUE, QT_TRANSLATE_NOOP("actions", "New product"), ("Ctrl+N",), "plus"
    ),
    ActionSpec(
        _A.EDIT_PRODUCT, _G.CATALOGUE, QT_TRANSLATE_NOOP("actions", "Edit the product"), ("F2",), "edit"
    ),
    ActionSpec(
        _A.REMOVE_PRODUCT,
        _G.CATALOGUE,
        QT_TRANSLATE_NOOP("actions", "Remove the product"),
        ("Del",),
        "trash",
        is_local=True,
    ),
    ActionSpec(
        _A.MOVE_PRODUCT,
        _G.CATALOGUE,
        QT_TRANSLATE_NOOP("actions", "Move the product up or down"),
        ("Alt+Up", "Alt+Down"),
        is_local=True,
    ),
    ActionSpec(
        _A.UNDO_CATALOGUE,
        _G.CATALOGUE,
        QT_TRANSLATE_NOOP("actions", "Undo the last change of the catalogue"),
        ("Ctrl+Z",),
        "undo",
    ),
    ActionSpec(
        _A.REDO_CATALOGUE,
        _G.CATALOGUE,
        QT_TRANSLATE_NOOP("actions", "Do it again"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "redo",
    ),
    ActionSpec(
        _A.SWITCH_VIEW,
        _G.CATALOGUE,
        QT_TRANSLATE_NOOP("actions", "List or grid"),
        ("Ctrl+Shift+G",),
        "grid",
    ),
    ActionSpec(
        _A.OPEN_BOOTH,
        _G.CATALOGUE,
        QT_TRANSLATE_NOOP("actions", "Open a booth folder…"),
        ("Ctrl+O",),
        "folder",
    ),
    ActionSpec(
        _A.IMPORT_PRODUCTS,
        _G.CATALOGUE,
        QT_TRANSLATE_NOOP("actions", "Import a table…"),
        ("Ctrl+Shift+O",),
        "import",
    ),
    ActionSpec(
        _A.EXPORT_PRODUCTS, _G.CATALOGUE, QT_TRANSLATE_NOOP("actions", "Export the catalogue…"), (), "export"
    ),
    ActionSpec(
        _A.SAMPLE_BOOTH, _G.CATALOGUE, QT_TRANSLATE_NOOP("actions", "Open the sample booth"), (), "catalogue"
    ),
    ActionSpec(
        _A.NEXT_UNANSWERED, _G.CHAT, QT_TRANSLATE_NOOP("actions", "Next unanswered message"), ("N",), "chat"
    ),
    ActionSpec(_A.REPLY, _G.CHAT, QT_TRANSLATE_NOOP("actions", "Reply to the message"), ("Ctrl+R",)),
    ActionSpec(
        _A.SEND_REPLY,
        _G.CHAT,
        QT_TRANSLATE_NOOP("actions", "Send the reply"),
        ("Ctrl+Enter", "Ctrl+Return"),
        "send",
    ),
    ActionSpec(
        _A.RETRY,
        _G.CHAT,
        QT_TRANSLATE_NOOP("actions", "Try the failed reply again"),
        ("Ctrl+Shift+Enter", "Ctrl+Shift+Return"),
        "retry",
    ),
    ActionSpec(
        _A.TRANSLATE_MESSAGE,
        _G.CHAT,
        QT_TRANSLATE_NOOP("actions", "Translate the message now"),
        ("T",),
        "translate",
    ),
    ActionSpec(
        _A.MESSAGE_LANGUAGE,
        _G.CHAT,
        QT_TRANSLATE_NOOP("actions", "Choose the message's language"),
        ("L",),
        "language",
        is_local=True,
    ),
    ActionSpec(
        _A.PASTE_MESSAGE,
        _G.CHAT,
        QT_TRANSLATE_NOOP("actions", "Paste a buyer's message"),
        ("Ctrl+M",),
        "copy",
    ),
    ActionSpec(
        _A.CANNED,
        _G.CHAT,
        QT_TRANSLATE_NOOP("actions", "Canned answer 1 to 9, while writing too"),
        ("1", "Alt+1"),
        is_local=True,
    ),
    ActionSpec(_A.EDIT_CANNED, _G.CHAT, QT_TRANSLATE_NOOP("actions", "Canned answers…"), (), "edit"),
    ActionSpec(
        _A.HIDE_MESSAGE, _G.CHAT, QT_TRANSLATE_NOOP("actions", "Hide the message or bring it back"), ("X",)
    ),
    ActionSpec(
        _A.EXPORT, _G.DESK, QT_TRANSLATE_NOOP("actions", "Export the show…"), ("Ctrl+Shift+E",), "export"
    ),
    ActionSpec(_A.REPORT, _G.DESK, QT_TRANSLATE_NOOP("actions", "Show report"), ("Ctrl+D",), "report"),
    ActionSpec(
        _A.INSTALL_MODEL,
        _G.DESK,
        QT_TRANSLATE_NOOP("actions", "Install a model…"),
        ("Ctrl+I",),
        "translate",
    ),
    ActionSpec(_A.LEADS, _G.CHAT, QT_TRANSLATE_NOOP("actions", "Leads…"), ("Ctrl+K",), "lead"),
    ActionSpec(
        _A.MAKE_LEAD, _G.CHAT, QT_TRANSLATE_NOOP("actions", "Make a lead of the buyer"), ("K",), "lead"
    ),
    ActionSpec(_A.GLOSSARY, _G.DESK, QT_TRANSLATE_NOOP("actions", "Glossary…"), ("Ctrl+T",), "glossary"),
    ActionSpec(_A.CONNECTIONS, _G.DESK, QT_TRANSLATE_NOOP("actions", "Connections…"), ("Ctrl+J",), "connect"),
    ActionSpec(_A.STAGE, _G.SHOW, QT_TRANSLATE_NOOP("actions", "Stage window"), ("F9",), "stage"),
    ActionSpec(
        _A.QUESTIONS,
        _G.SHOW,
        QT_TRANSLATE_NOOP("actions", "Take or pause questions from phones"),
        ("Ctrl+Shift+J",),
        "phone",
    ),
    ActionSpec(_A.SETTINGS, _G.DESK, QT_TRANSLATE_NOOP("actions", "Settings…"), ("Ctrl+,",), "settings"),
    ActionSpec(
        _A.SWITCH_THEME, _G.DESK, QT_TRANSLATE_NOOP("actions", "Light or dark"), ("Ctrl+Shift+T",), "moon"
    ),
    ActionSpec(
        _A.SWITCH_LANGUAGE,
        _G.DESK,
        QT_TRANSLATE_NOOP("actions", "English or Chinese"),
        ("Ctrl+Shift+L",),
        "language",
    ),
    ActionSpec(
        _A.SHORTCUTS, _G.DESK, QT_TRANSLATE_NOOP("actions", "Keyboard shortcuts"), ("?", "F1"), "keyboard"
    ),
    ActionSpec(
        _A.DISMISS,
        _G.DESK,
        QT_TRANSLATE_NOOP("actions", "Close the notice or the question"),
        ("Esc",),
        "close",
        is_local=True,
    ),
    ActionSpec(_A.ABOUT, _G.DESK, QT_TRANSLATE_NOOP("actions", "About livedesk"), (), "info"),
    ActionSpec(_A.RESUME_SESSION, _G.SHOW, QT_TRANSLATE_NOOP("actions", "Resume the show"), (), "play"),
    ActionSpec(_A.CLOSE_UNFINISHED, _G.SHOW, QT_TRANSLATE_NOOP("actions", "Close it"), (), "check"),
)
_BY_ID = {spec.id: spec for spec in SPECS}


def group_text(group: Group) -> str:
    """Return the heading of a group."""
    return QCoreApplication.translate("actions", str(_GROUPS[group]))


def action_text(action: ActionId) -> str:
    """Return what the action does, in the language of the window."""
    return QCoreApplication.translate("actions", str(_BY_ID[action].text))


def shortcut_text(action: ActionId) -> str:
    """Return the action's first key as this computer writes it ("Ctrl+F", "⌘F"), "" for none."""
    keys = _BY_ID[action].keys
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


def with_shortcut(text: str, action: ActionId) -> str:
    """Return `text` with the action's key, as tooltips show it: "Go live (Ctrl+G)"."""
    keys = shortcut_text(action)
    return f"{text} ({keys})" if keys else text


class Actions(QObject):
    """The actions as Qt knows them, built once for one window; connect to `actions[ActionId.PIN].triggered`."""

    def __init__(self, window: QWidget, theme: AppTheme) -> None:
        super().__init__(window)
        self._theme = theme
        ours = {QKeySequence(key).toString() for spec in SPECS if not spec.is_local for key in spec.keys}
        self._guard = ShortcutGuard(ours, self)
        self._actions = {spec.id: self._build(spec, window) for spec in SPECS}
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()

    def __getitem__(self, action: ActionId) -> QAction:
        """Return the action called `action`."""
        return self._actions[action]

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        for action_id, action in self._actions.items():
            text = action_text(action_id)
            action.setText(text)
            action.setToolTip(with_shortcut(text.rstrip("…"), action_id))

    def _build(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(window)
        action.setObjectName(spec.id)
        action.setAutoRepeat(
            spec.id in (ActionId.SHOW_NEXT, ActionId.SHOW_PREVIOUS, ActionId.NEXT_UNANSWERED)
        )
        if not spec.is_local:
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        window.addAction(action)
        return action

    def _recolour(self) -> None:
        for spec in SPECS:
            if spec.icon:
                self._actions[spec.id].setIcon(self._theme.icon(spec.icon))
