"""Adapter shelf: spreadsheets.

Holds: reading tables from .xlsx, .xls, .ods and text files, the pictures in them, and writing the catalogue as one.
May import: livedesk.core, python-calamine, xlrd, XlsxWriter, charset-normalizer, Pillow.
Runs on: errands only, and the command line.
Never: hands a file to a parser before its size is known; decides what a column means; runs a formula.
"""
