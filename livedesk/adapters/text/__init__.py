"""Adapter shelf: libraries that read text.

Holds: sentence splitting (sentencex), Traditional to Simplified Chinese (OpenCC), the sound of Chinese (pypinyin),
    its spoken numbers (cn2an), which of its characters often stand side by side (a list).
May import: livedesk.core, sentencex, opencc, pypinyin, cn2an.
Runs on: mt, asr.
Never: imports another shelf, decides a rule of translation.
"""
