"""Adapter shelf: voice detection and speech recognition.

Holds: Silero voice detector, Whisper on CTranslate2, streaming zipformers on sherpa-onnx, which models are installed.
May import: livedesk.core, numpy, ctranslate2, onnxruntime, sherpa_onnx.
Runs on: asr.
Never: imports another shelf, decodes an audio file, reaches a network, decides which words are shown.
"""
