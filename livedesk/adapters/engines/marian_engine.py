"""What both translation engines do alike: tokens in and out, the length cap, refusing after closing."""

from abc import abstractmethod
from collections.abc import Sequence

from livedesk.adapters.engines.marian_files import EOS, MarianFolder
from livedesk.adapters.engines.marian_tokenizer import MarianTokenizer, length_cap
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.ids import Language
from livedesk.core.ports import EngineLine, TranslationEngine
from livedesk.core.typing_compat import override

_NOTHING = EngineLine(text="", tokens=(), hit_limit=False)


class MarianEngine(TranslationEngine):
    """A `core.ports.TranslationEngine` without the library; a subclass adds `_generate` and `_free`.

    A line of more tokens than the model has positions is cut there and comes back with `hit_limit`. A line without
    any token (nothing but characters that the model's normalisation removes) comes back empty; the model is
    not asked, since it would invent something.
    """

    engine = ""

    def __init__(
        self, folder: MarianFolder, target: Language, *, is_listed: bool, has_placeholders: bool
    ) -> None:
        self.model = folder.name
        self.is_listed = is_listed
        self.has_placeholders = has_placeholders
        self._tokenizer = MarianTokenizer(folder, target)
        self._max_positions = folder.config.max_positions
        self._is_closed = False

    @override
    def translate(self, lines: Sequence[str], prefixes: Sequence[Sequence[str]] = ()) -> list[EngineLine]:
        if self._is_closed:
            raise Unavailable("translation", ErrorCode.STOPPED, model=self.model)
        pieces = [self._tokenizer.encode(line) for line in lines]
        asked = [index for index, line in enumerate(pieces) if any(piece != "▁" for piece in line)]
        results = [_NOTHING] * len(pieces)
        if asked:
            room = self._max_positions - self._tokenizer.extra_tokens
            inputs = [self._tokenizer.model_input(pieces[index][:room]) for index in asked]
            caps = [length_cap(len(pieces[index]), self._max_positions) for index in asked]
            begun = (
                [list(prefixes[index][: cap - 1]) for index, cap in zip(asked, caps, strict=True)]
                if prefixes
                else []
            )
            outputs = self._generate_or_fail(inputs, max(caps), begun)
            for index, cap, output in zip(asked, caps, outputs, strict=True):
                results[index] = self._line(output, cap, was_cut=len(pieces[index]) > room)
        return results

    @override
    def close(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            self._free()

    def _line(self, output: list[str], cap: int, *, was_cut: bool) -> EngineLine:
        """Return what `output` says. The library has one cap for all lines of a call, the longest; mend that here."""
        output = output[:cap]
        is_ended = EOS in output
        tokens = tuple(output[: output.index(EOS)] if is_ended else output)
        return EngineLine(self._tokenizer.decode(tokens), tokens, hit_limit=was_cut or not is_ended)

    def _generate_or_fail(
        self, inputs: list[list[str]], cap: int, prefixes: list[list[str]]
    ) -> list[list[str]]:
        try:
            return self._generate(inputs, cap, prefixes)
        except (RuntimeError, ValueError, IndexError, MemoryError) as error:
            # What CTranslate2 and torch raise. Kept as a code: the desk goes on without translation.
            raise Unavailable(
                "translation", ErrorCode.ENGINE_FAILED, model=self.model, detail=str(error)
            ) from error

    @abstractmethod
    def _generate(self, inputs: list[list[str]], cap: int, prefixes: list[list[str]]) -> list[list[str]]:
        """Return the greedy output tokens for each of `inputs`, `cap` at most, with `</s>` where it was reached.

        Where there are `prefixes`, each output begins with its own; they are part of it and of `cap`. A hard prefix,
        not CTranslate2's biased search: that needs a beam and cannot be interrupted (4.8: "The callback function is
        not compatible with beam_size > 1 or prefix_bias_beta > 0"), and transformers has nothing like it.
        `<unk>` and `<pad>` are never chosen (Marian's own decoder forbids `<unk>` too); repeated n-grams are
        allowed, since forbidding them destroys "500 pcs ... 500 pcs".
        """

    @abstractmethod
    def _free(self) -> None:
        """Give the model's memory back."""
