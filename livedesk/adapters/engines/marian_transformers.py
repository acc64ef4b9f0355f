"""The reference translation engine: a MarianMT folder on the transformers library and torch, in float32.

Needs the extra `torch`. Same tokeniser as the engine on CTranslate2, so that the two differ in the library only.
"""

import torch
from transformers import GenerationConfig, MarianMTModel
from transformers.utils import logging as transformers_logging

from livedesk.adapters.engines.marian_engine import MarianEngine
from livedesk.adapters.engines.marian_files import PAD, UNK, MarianFolder, broken
from livedesk.core.ids import Language
from livedesk.core.typing_compat import override

_BATCH_LINES = 32


class MarianTransformers(MarianEngine):
    """One MarianMT model on transformers; see `core.ports.TranslationEngine` for the contract.

    `threads` sets torch's threads, which are one number for the whole process. Opening raises `UserFacing`
    MODEL_FOREIGN or MODEL_BROKEN.
    """

    engine = "transformers"

    def __init__(
        self,
        folder: MarianFolder,
        target: Language,
        *,
        is_listed: bool,
        threads: int,
        has_placeholders: bool = False,
    ) -> None:
        super().__init__(folder, target, is_listed=is_listed, has_placeholders=has_placeholders)
        torch.set_num_threads(threads)
        transformers_logging.disable_progress_bar()
        try:
            # float32 whatever the file holds; float16 is slower than float32 on most processors.
            self._net: MarianMTModel | None = MarianMTModel.from_pretrained(
                folder.path, dtype=torch.float32, use_safetensors=True, local_files_only=True
            )
        except (OSError, RuntimeError, ValueError) as error:
            raise broken(folder.name, "model.safetensors", error) from error
        self._net.eval()
        self._pad_id = folder.config.pad_id
        self._source_pad_id = folder.source_tokens.index(PAD)
        self._target_tokens = folder.target_tokens
        self._target_ids = {token: index for index, token in enumerate(folder.target_tokens)}
        self._start_id = folder.config.decoder_start_id
        # The model's own settings (beams, lengths, forced end) are replaced, not merged.
        self._net.generation_config = GenerationConfig(
            num_beams=1,
            do_sample=False,
            use_cache=True,
            suppress_tokens=[folder.config.pad_id, folder.target_tokens.index(UNK)],
            pad_token_id=folder.config.pad_id,
            eos_token_id=folder.config.eos_id,
            decoder_start_token_id=folder.config.decoder_start_id,
        )

    @override
    def _generate(self, inputs: list[list[str]], cap: int, prefixes: list[list[str]]) -> list[list[str]]:
        by_length = sorted(range(len(inputs)), key=lambda index: len(inputs[index]))
        outputs: list[list[str]] = [[]] * len(inputs)
        alone = [index for index in by_length if prefixes and prefixes[index]]
        for index in alone:  # rows of one call begin alike
            (outputs[index],) = self._batch([inputs[index]], cap, prefixes[index])
        together = [index for index in by_length if index not in alone]
        for start in range(0, len(together), _BATCH_LINES):
            batch = together[start : start + _BATCH_LINES]
            for index, output in zip(batch, self._batch([inputs[i] for i in batch], cap, []), strict=True):
                outputs[index] = output
        return outputs

    def _batch(self, inputs: list[list[str]], cap: int, prefix: list[str]) -> list[list[str]]:
        assert self._net is not None
        ids = [self._tokenizer.ids(tokens) for tokens in inputs]
        longest = max(map(len, ids))
        padded = torch.tensor([[*row, *[self._source_pad_id] * (longest - len(row))] for row in ids])
        mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in ids])
        begun = torch.tensor([[self._start_id, *(self._target_ids[token] for token in prefix)]] * len(ids))
        with torch.inference_mode():
            rows = self._net.generate(
                input_ids=padded,
                attention_mask=mask,
                decoder_input_ids=begun,
                max_new_tokens=cap - len(prefix),
            )
        # Column 0 is the start token; shorter rows are filled with <pad> after their </s>.
        return [[self._target_tokens[i] for i in row[1:] if i != self._pad_id] for row in rows.tolist()]

    @override
    def _free(self) -> None:
        self._net = None
