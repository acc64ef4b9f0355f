"""How a buyer's message looks: who and when, the host's language, the original, and the replies beneath."""

from collections.abc import Hashable, Iterable, Mapping

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from livedesk.core.catalogue.product import Product
from livedesk.core.chat.moderation import Bar, HiddenWhy
from livedesk.core.ids import BuyerId, Language, MessageId, Sku
from livedesk.core.records import (
    LineWarning,
    Message,
    MessageState,
    Reason,
    Reply,
    ReplyState,
    Translation,
)
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.catalogue.product_text import title_text
from livedesk.ui.chat.list_model import ChatModel
from livedesk.ui.chat.photos import SIDE_PX, ChatPhotos
from livedesk.ui.chat.words import bar_text, hidden_text
from livedesk.ui.leads.words import country_name
from livedesk.ui.lines.delegate import Box, LineDelegate, RowLayout
from livedesk.ui.lines.figure_spans import doubt_spans
from livedesk.ui.lines.list_model import Index, LineRole
from livedesk.ui.lines.styles import text_style
from livedesk.ui.lines.text_block import TextBlock, TextStyle
from livedesk.ui.names import intent_text
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_S, GRID, RADIUS, Step

BADGE, TRANSLATE, RETRY, MORE, PRODUCT = "badge", "translate", "retry", "more", "product"
PHOTO, SHOW = "photo", "show"
"""Names of the clickable parts; RETRY is followed by a colon and the reply's id, PRODUCT by one and the SKU."""
_TRANSLATION_LINES, _ORIGINAL_LINES, _REPLY_LINES = 6, 4, 4
_NAME_CHARACTERS = 80
_HEADER_PX = 20
_SOURCE_PX = 56
"""With less room than this, a source that does not fit is left out."""
_BAR_PX = 3.0
_CHIP_PX = 180
_MOST_CHIPS, _MOST_INTENTS = 4, 2
_LEAST_NAME_PX = 40
_AS_IT_IS = (Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE)


class ChatDelegate(LineDelegate):
    """Paints `ChatModel` rows."""

    def __init__(
        self, theme: AppTheme, model: ChatModel, photos: ChatPhotos, parent: QObject | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._photos = photos
        self._bars: dict[BuyerId, Bar] = {}
        self._expanded: set[MessageId] = set()
        self._products: dict[Sku, Product] = {}
        self.forget()

    def toggle_expanded(self, message: MessageId) -> None:
        """Show all of a long message, or its beginning again; the view must be told that the row changed."""
        self._expanded ^= {message}

    def collapse_all(self) -> None:
        """Forget which messages were opened: another session began."""
        self._expanded.clear()

    def set_products(self, products: Iterable[Product]) -> None:
        """Take the catalogue, whose products messages speak of."""
        self._products = {product.sku: product for product in products}

    def set_bars(self, bars: Mapping[BuyerId, Bar]) -> None:
        """Take who is muted or blocked; the view must be told to lay out anew."""
        self._bars = dict(bars)

    @override
    def forget(self) -> None:
        super().forget()
        theme = self.theme
        self._name = text_style(theme, Step.BODY, bold=True, max_lines=1)
        self._badge = text_style(theme, Step.SMALL, "mute", bold=True, max_lines=1)
        self._small = text_style(theme, Step.SMALL, "mute", max_lines=1)
        self._time = text_style(theme, Step.SMALL, "mute", tabular=True, max_lines=1)
        self._check = text_style(theme, Step.BODY, "ok", bold=True, max_lines=1)
        self._main = text_style(theme, Step.LARGE, max_lines=_TRANSLATION_LINES)
        self._whole_main = text_style(theme, Step.LARGE)
        self._waiting = text_style(theme, Step.LARGE, "faint", max_lines=1)
        self._original = text_style(theme, Step.BODY, "mute", max_lines=_ORIGINAL_LINES)
        self._whole_original = text_style(theme, Step.BODY, "mute")
        self._reply = text_style(theme, Step.BODY, max_lines=_REPLY_LINES)
        self._reply_below = text_style(theme, Step.BODY, "mute", max_lines=_REPLY_LINES)
        self._note = text_style(theme, Step.SMALL, "warn", max_lines=3)
        self._reason = text_style(theme, Step.SMALL, "mute", max_lines=3)
        self._link = text_style(theme, Step.SMALL, "accent", bold=True, max_lines=1)

    @override
    def row_key(self, index: Index) -> tuple[Hashable, object]:
        message: Message = index.data(LineRole.RECORD)
        spoken_of = tuple(self._products.get(sku) for sku in message.products)
        replies, bar = self._model.shown_replies(message.id), self._bars.get(message.buyer)
        return message.id, (message, replies, message.id in self._expanded, spoken_of, bar)

    @override
    def lay_out(self, index: Index, width: int) -> RowLayout:
        message: Message = index.data(LineRole.RECORD)
        layout = RowLayout(height=GAP_S)
        if message.hidden is not None:
            self._add_hidden(layout, message, message.hidden, width)
        else:
            self._add_shown(layout, message, width)
        line = QRectF(0, layout.height - 1, width, 1)
        layout.boxes.append(Box(line, fill=self.theme.colour("line")))
        return layout

    def _add_shown(self, layout: RowLayout, message: Message, width: int) -> None:
        room = width - 2 * GAP_L
        self._add_header(layout, message, width)
        if message.text:
            self._add_lines(layout, message, room)
            self._add_more(layout, message, room)
        self._add_photo(layout, message)
        self._add_chips(layout, message, room)
        for reply in self._model.shown_replies(message.id):
            self._add_reply(layout, reply, room)
        layout.height += GAP_S + GRID

    @override
    def paint_selected(self, painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, self.theme.colour("accent_soft"))
        painter.fillRect(QRectF(0, 0, _BAR_PX, rect.height()), self.theme.colour("accent"))

    # --- who and when ---

    def _add_header(self, layout: RowLayout, message: Message, width: int) -> None:
        y = layout.height
        time = words.format_time_of_day(message.received_at)
        right = width - GAP_L - self._natural_width(time, self._time)
        self._place(layout, time, self._time, right, y, width - GAP_L - right)
        if message.is_answered:
            right -= GAP_L
            self._place(layout, "✓", self._check, right, y, GAP_L)
        badge = self._badge_text(message)
        badge_width = self._natural_width(badge, self._badge) + 3 * GRID
        name = message.buyer_name[:_NAME_CHARACTERS]
        left_room = right - GAP_S - GAP_L
        name_width = min(self._natural_width(name, self._name), left_room - badge_width - GAP_S)
        self._place(layout, name, self._name, GAP_L, y, name_width)
        x = GAP_L + name_width + GAP_S
        self._add_badge(layout, badge, x, y, badge_width)
        x += badge_width + GAP_S
        source = self._source_text(message)
        if right - GAP_S - x >= min(_SOURCE_PX, self._natural_width(source, self._small)):
            self._place(layout, source, self._small, x, y, right - GAP_S - x)
        layout.height += _HEADER_PX + GRID

    def _source_text(self, message: Message) -> str:
        """Return where a message comes from, and what became of its buyer where that is anything."""
        bar = self._bars.get(message.buyer)
        parts = [bar_text(bar) if bar else "", words.source_name(message.source, message.platform)]
        parts.append(country_name(message.country) if message.country else "")
        return " · ".join(part for part in parts if part)

    def _badge_text(self, message: Message) -> str:
        text = words.language_badge(message.language)
        return text if message.is_language_sure or message.language is None else f"{text} ?"

    def _add_badge(self, layout: RowLayout, text: str, x: float, y: float, width: float) -> None:
        box = QRectF(x, y + 1, width, _HEADER_PX - 2)
        layout.boxes.append(
            Box(box, fill=self.theme.colour("panel"), outline=self.theme.colour("line"), radius=GRID)
        )
        self._place(layout, text, self._badge, x + 1.5 * GRID, y, width - 2 * GRID)
        layout.parts[BADGE] = box.toRect().adjusted(-2, -GRID, 2, GRID)

    def _place(
        self, layout: RowLayout, text: str, style: TextStyle, x: float, y: float, width: float
    ) -> None:
        block = TextBlock(text, width + 1, style)
        layout.blocks.append((x, y + (_HEADER_PX - block.line_height) / 2, block))

    @staticmethod
    def _natural_width(text: str, style: TextStyle) -> float:
        return QFontMetricsF(style.font).horizontalAdvance(text) + 1

    # --- what it says ---

    def _add_lines(self, layout: RowLayout, message: Message, room: float) -> None:
        translation = message.translation
        is_open = message.id in self._expanded
        main = self._whole_main if is_open else self._main
        if message.state is MessageState.WAITING:
            self._add(layout, TextBlock("…", room, self._waiting))
            self._add_original(layout, message, room, ())
        elif message.state is MessageState.TRANSLATED and translation is not None:
            if translation.reason in _AS_IT_IS:
                self._add(layout, TextBlock(message.text, room, main, language=message.language))
                return
            self._add_translated(layout, translation, room, main)
            self._add_original(layout, message, room, translation.warnings)
        else:
            self._add(layout, TextBlock(message.text, room, main, language=message.language))
            self._add_why(layout, message, room)

    def _add_translated(
        self, layout: RowLayout, translation: Translation, room: float, style: TextStyle
    ) -> None:
        marks = doubt_spans(translation.text, translation.language, translation.warnings)
        language = translation.language
        self._add(layout, TextBlock(translation.text, room, style, language=language, marks=marks))
        layout.set_editable(room)
        if translation.is_corrected and not translation.warnings:
            self.add_note(
                layout, TextBlock(self.tr("✓ hand-checked"), room, self._reason), GAP_L, GAP_L + room
            )
        self._add_doubts(layout, translation, GAP_L, room)

    def _add_original(
        self, layout: RowLayout, message: Message, room: float, warnings: tuple[LineWarning, ...]
    ) -> None:
        style = self._whole_original if message.id in self._expanded else self._original
        language = message.language
        marks = doubt_spans(message.text, language or Language(""), warnings, is_source=True)
        self._add(layout, TextBlock(message.text, room, style, language=language, marks=marks))

    @override
    def editable_text(self, index: Index) -> str:
        message: Message = index.data(LineRole.RECORD)
        return message.translation.text if message.translation and not message.translation.reason else ""

    @override
    def editable_font(self, index: Index) -> QFont:
        return self._main.font

    def _add_doubts(self, layout: RowLayout, translation: Translation, x: float, room: float) -> None:
        if translation.warnings:
            text = "; ".join(words.warning_text(w) for w in translation.warnings)
            self._add(layout, TextBlock(text, room, self._note), x)

    def _add_why(self, layout: RowLayout, message: Message, room: float) -> None:
        """Add why there is no translation, and the link that asks for one."""
        reason = message.translation.reason if message.translation else None
        if message.state is MessageState.SKIPPED:
            text, link = words.reason_text(Reason.SKIPPED), self.tr("Translate now")
        else:
            text = words.reason_text(reason) if reason else words.message_state_text(message.state)
            link = "" if reason is Reason.NO_PATH else self.tr("Try again")
        why = TextBlock(text, room, self._reason)
        self._add_with_link(layout, why, link, TRANSLATE, GAP_L)
        if reason is not None:
            layout.editable = QRect(round(GAP_L), round(layout.height - why.height), round(room), why.height)

    def _add_hidden(self, layout: RowLayout, message: Message, why: HiddenWhy, width: int) -> None:
        """Add the one line that stands for a hidden message: whose it is, why, and the link that shows it again."""
        y, link = layout.height, self.tr("Show")
        right = width - GAP_L - self._natural_width(link, self._link) - 1
        self._add_link(
            layout, link, SHOW, right, y + (_HEADER_PX - QFontMetricsF(self._link.font).height()) / 2
        )
        layout.tips[SHOW] = message.text
        room = right - GAP_S - GAP_L
        text, name = hidden_text(why), message.buyer_name[:_NAME_CHARACTERS]
        text_width = min(self._natural_width(text, self._small), room)
        left, natural = room - text_width - GAP_S, self._natural_width(name, self._small)
        x = float(GAP_L)
        if left >= min(natural, _LEAST_NAME_PX):
            self._place(layout, name, self._small, x, y, min(left, natural))
            x += min(left, natural) + GAP_S
        self._place(layout, text, self._small, x, y, text_width)
        layout.height += _HEADER_PX + GAP_S

    @override
    def full_text(self, index: Index, width: int) -> str:
        message: Message = index.data(LineRole.RECORD)
        return message.text if message.hidden is not None else super().full_text(index, width)

    def _add_photo(self, layout: RowLayout, message: Message) -> None:
        if message.photo:
            box = QRectF(GAP_L, layout.height + GRID, SIDE_PX, SIDE_PX)
            layout.boxes.append(Box(box, fill=self.theme.colour("line"), radius=RADIUS))
            layout.parts[PHOTO] = box.toRect()
            layout.tips[PHOTO] = self.tr("Show the photo large")
            layout.height += GRID + SIDE_PX

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        rect: QRect = option.rect
        area = self.row_layout(index, rect.width()).parts.get(PHOTO)
        if area is None:
            return
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._photos.thumbnail(index.data(LineRole.RECORD).photo, ratio)
        if pixmap is not None:
            painter.drawPixmap(area.topLeft() + rect.topLeft(), pixmap)

    def _add_more(self, layout: RowLayout, message: Message, room: float) -> None:
        is_open = message.id in self._expanded
        if not is_open and not any(block.is_elided for x, _, block in layout.blocks if x == GAP_L):
            return
        text = self.tr("Show less") if is_open else self.tr("Show all")
        self._add_link(layout, text, MORE, GAP_L, layout.height)
        layout.height += TextBlock(text, room, self._link).height

    def _add_chips(self, layout: RowLayout, message: Message, room: float) -> None:
        """Add a quiet tag for what the message asks, and a chip for each product it speaks of.

        A click on a product shows it in the catalogue.
        """
        x, top = float(GAP_L), layout.height + GRID
        tags = [(intent_text(intent), None) for intent in message.intents[:_MOST_INTENTS]]
        spoken_of = [self._products.get(sku) for sku in message.products[:_MOST_CHIPS]]
        for text, product in (*tags, *((title_text(p), p) for p in spoken_of if p is not None)):
            style = self._small if product is None else self._link
            width = min(self._natural_width(text, style), _CHIP_PX, room - 4 * GRID) + 4 * GRID
            if x > GAP_L and x + width > GAP_L + room:
                x, top = float(GAP_L), top + _HEADER_PX + GRID
            box = QRectF(x, top, width, _HEADER_PX)
            self._add_chip(layout, box, text, product)
            self._place(layout, text, style, x + 2 * GRID, top, width - 4 * GRID)
            x += width + GRID
            layout.height = round(top) + _HEADER_PX

    def _add_chip(self, layout: RowLayout, box: QRectF, text: str, product: Product | None) -> None:
        radius = _HEADER_PX / 2
        if product is None:
            layout.boxes.append(Box(box, outline=self.theme.colour("line"), radius=radius))
            return
        layout.boxes.append(Box(box, fill=self.theme.colour("selection"), radius=radius))
        part = f"{PRODUCT}:{product.sku}"
        layout.parts[part] = box.toRect()
        layout.tips[part] = self.tr("Show it in the catalogue: {product}").format(product=text)

    def _add(self, layout: RowLayout, block: TextBlock, x: float = GAP_L) -> None:
        layout.blocks.append((x, layout.height, block))
        layout.height += block.height

    def _add_with_link(self, layout: RowLayout, block: TextBlock, link: str, part: str, x: float) -> None:
        """Add a small text and a link, behind it where there is room."""
        top = layout.height
        self._add(layout, block, x)
        if not link:
            return
        beside = block.last_line_width + GAP_S
        if beside + self._natural_width(link, self._link) <= block.width:
            self._add_link(layout, link, part, x + beside, top + block.height - block.line_height)
        else:
            self._add_link(layout, link, part, x, layout.height)
            layout.height += block.line_height

    def _add_link(self, layout: RowLayout, text: str, part: str, x: float, y: float) -> None:
        block = TextBlock(text, self._natural_width(text, self._link) + 1, self._link)
        layout.blocks.append((x, y, block))
        area = QRect(round(x), round(y), round(block.width), block.height)
        layout.parts[part] = area.adjusted(-GRID, -GRID, GRID, GRID)

    # --- replies ---

    def _add_reply(self, layout: RowLayout, reply: Reply, room: float) -> None:
        layout.height += GAP_S
        top, x, narrow = layout.height, GAP_L + GAP_S + 2, room - GAP_S - 2
        line = reply.translation
        if line is not None and line.text and line.text != reply.text:
            self._add(layout, TextBlock(line.text, narrow, self._reply, language=line.language), x)
            self._add_doubts(layout, line, x, narrow)
            self._add(layout, TextBlock(reply.text, narrow, self._reply_below), x)
        else:
            self._add(layout, TextBlock(reply.text, narrow, self._reply), x)
        state = words.reply_state_text(reply.state)
        if reply.state is ReplyState.FAILED:
            text = words.join_sentences(f"{state}.", words.failure_text(reply.failure))
            link = f"{RETRY}:{reply.id}"
            self._add_with_link(layout, TextBlock(text, narrow, self._note), self.tr("Retry"), link, x)
        else:
            parts = [state, self.tr("private") if reply.is_private else ""]
            if reply.state is ReplyState.SENT:
                parts.append(words.format_time_of_day(reply.changed_at))
            self._add(layout, TextBlock(" · ".join(p for p in parts if p), narrow, self._reason), x)
        colour = "warn" if reply.state is ReplyState.FAILED else "accent"
        bar = QRectF(GAP_L, top + 2, 2, layout.height - top - 4)
        layout.boxes.append(Box(bar, fill=self.theme.colour(colour)))
