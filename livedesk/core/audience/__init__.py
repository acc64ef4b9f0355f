"""Core shelf: what buyers see on their phones and in the video, and what they may send.

Holds: the audience's numbers, the content of the phone page and the overlay by language, limits of rate and size.
May import: livedesk.core.
Runs on: any thread; it is pure.
Never: puts into a view what is for the operator only (hidden messages, private answers of others, error texts).
"""
