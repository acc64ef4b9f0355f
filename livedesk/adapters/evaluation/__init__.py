"""Adapter shelf: measures translations against references.

Holds: the reader of evaluation files, BLEU and chrF by sacrebleu.
May import: livedesk.core and sacrebleu (the extra `evaluate`).
Runs on: main, for the command line.
Never: translates, takes part in a show.
"""
