"""Ui shelf: everything that connects the desk to others, in one window.

Holds: the window and its pages: phones, rules of the chat, platforms, OBS and overlay; what they show and ask.
May import: livedesk.core, livedesk.ui, Qt.
Runs on: main only.
Never: opens a socket, a file or a model; switches anything on by itself.
"""
