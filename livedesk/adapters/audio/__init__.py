"""Adapter shelf: sound from microphones and files.

Holds: microphones (PortAudio by sounddevice), sound files (libsndfile), resampling (soxr), levels, the recording.
May import: livedesk.core, numpy, sounddevice, soundfile, soxr.
Runs on: asr; the callback on PortAudio's thread; `devices.look` on errands.
Never: imports another shelf, recognises speech, waits in the callback.
"""
