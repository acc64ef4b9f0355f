"""Core shelf: from the rows of an exporter's table to products, and back to rows.

Holds: pure rules: which column says what, how a cell is read, what an import would change.
May import: livedesk.core and the standard library.
Runs on: any thread.
Never: reads a file; guesses a figure; blanks a field that the table does not fill in.
"""
