"""A report as it is read: headings, figures, tables and charts in their order, for whoever shows them.

The words are those of the reader's language; whoever makes the page brings them.
"""

from dataclasses import dataclass
from enum import StrEnum

from livedesk.core.ids import Language, MessageId
from livedesk.core.report.drawing import Drawing


class Mark(StrEnum):
    """How loud a row, a figure or a word is."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTE = "mute"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Heading:
    """Begins a part of the page."""

    text: str
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or two."""

    text: str
    mark: Mark = Mark.PLAIN


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, large, with what it counts below, and more about it."""

    value: str
    label: str
    detail: str = ""
    mark: Mark = Mark.PLAIN


@dataclass(frozen=True, slots=True)
class Figures:
    """Some figures in a row."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table: lines of text, each from left or right by its own script."""

    lines: tuple[str, ...] = ()
    mark: Mark = Mark.PLAIN

    @property
    def text(self) -> str:
        """All lines as one."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `share` of the table's width goes to it."""

    title: str
    share: float
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `message` is what it speaks of, to go there. One that `goes_on` is about the same as the row above."""

    cells: tuple[Cell, ...]
    mark: Mark = Mark.PLAIN
    message: MessageId | None = None
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; `rest` says what is left out below."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    name: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing under its title, with what its shapes mean."""

    title: str
    drawing: Drawing
    keys: tuple["Key", ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """What a shape of a chart means, beside a small drawing of it."""

    drawing: Drawing
    text: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Charts that stand beside each other where there is room."""

    charts: tuple[Chart, ...]


Block = Heading | Paragraph | Figures | Table | Chart | Beside


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report. `tag` is a word that must not be missed: this was a rehearsal."""

    title: str
    subtitle: str
    tag: str
    language: Language
    blocks: tuple[Block, ...]
    footer: str
