"""Core shelf: the figures of a line and of its translation, read, compared, and repaired where that is certain.

Holds: the grammars of Chinese and English figures, units and currencies; what agrees with what.
May import: livedesk.core and the standard library.
Runs on: any thread.
Never: guesses a figure; writes a sentence for a person.
"""

from livedesk.core.translation.figures.comparing import compare
from livedesk.core.translation.figures.figure import Figure, Figures, Strength
from livedesk.core.translation.figures.reading import read
from livedesk.core.translation.figures.repairing import Repair, repair
from livedesk.core.translation.figures.stating import states

__all__ = ["Figure", "Figures", "Repair", "Strength", "compare", "read", "repair", "states"]
