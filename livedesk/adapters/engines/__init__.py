"""Adapter shelf: translation engines and language identification.

Holds: CTranslate2 and transformers engines for MarianMT folders, tokenising, conversion, language identification.
May import: livedesk.core, numpy, ctranslate2, sentencepiece, safetensors, filelock, py3langid; torch for reference.
Runs on: mt.
Never: imports another shelf, decides a rule of translation.
"""
