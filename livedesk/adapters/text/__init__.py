"""Adapter shelf: libraries that read text.

Holds: sentence splitting (sentencex), Traditional to Simplified Chinese (OpenCC).
May import: livedesk.core, sentencex, opencc.
Runs on: mt.
Never: imports another shelf, decides a rule of translation.
"""
