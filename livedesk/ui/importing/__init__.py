"""Ui shelf: importing a table, step by step.

Holds: the window in which a price list becomes products: file, columns, check, done.
May import: livedesk.core, livedesk.ui and Qt.
Runs on: main.
Never: opens a file; decides what a cell says; changes a product but through the application.
"""
