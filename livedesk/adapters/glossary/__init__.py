"""Adapter shelf: finding terms and remembered lines quickly, and the user's terms as a file.

Holds: the phrase matcher on pyahocorasick, the nearest text on rapidfuzz, the CSV form of the user's terms.
May import: livedesk.core, ahocorasick, rapidfuzz.
Runs on: mt (matching); errands and main of the command line (files).
Never: imports another shelf, decides what a term means.
"""
