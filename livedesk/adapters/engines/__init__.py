"""Adapter shelf: translation engines and language identification.

Holds: CTranslate2 and transformers engines for MarianMT folders, tokenising, conversion.
May import: livedesk.core, ctranslate2, sentencepiece, safetensors, torch and transformers (only inside the reference engine).
Runs on: mt.
Never: imports another shelf, decides a rule of translation.
"""
