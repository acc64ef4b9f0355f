"""A streaming zipformer that fits on a page, in the form that icefall exports for sherpa-onnx.

It hears three tones as three tokens: a low one as 你, a middle one as 好, a high one as "▁OK". Its encoder measures
the loudness in three bands of the spectrum, its decoder remembers the last token, its joiner answers the loudest
band's token unless that was the last one. The states of a real encoder are passed on unchanged, in the right shapes.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

TOKENS = ("<blk>", "<sos/eos>", "<unk>", "你", "好", "▁OK")
TONES_HZ = {"你": 300.0, "好": 1000.0, "▁OK": 3200.0}

_BANDS = ((9, 13), (27, 31), (54, 58))
"""The mel bins (of 80 between 20 and 7,600 Hz) around each tone."""

_CHUNK, _PADDING, _STEP = 32, 7, 4
_LAYERS, _DIMS, _LEFT, _ATTENTION, _KERNEL, _HEADS = 1, 8, 16, 8, 5, 2
_CONTEXT = 2
_QUIET, _LOUDEST = -2.0, 1000.0
"""Mean log energy of a band: below the first nothing is heard; nothing reaches the second."""
_FLOATS, _IDS = TensorProto.FLOAT, TensorProto.INT64


def write_zipformer(folder: Path, *, kind: str = "zipformer", is_int8_named: bool = False) -> Path:
    """Write the model's four files into `folder`, which is made, and return it.

    `kind` is "zipformer" or "zipformer2"; the two differ in what their encoders remember.
    """
    folder.mkdir(parents=True)
    ending = ".int8.onnx" if is_int8_named else ".onnx"
    onnx.save(_encoder(kind), folder / f"encoder-epoch-99-avg-1{ending}")
    onnx.save(_decoder(), folder / "decoder-epoch-99-avg-1.onnx")
    onnx.save(_joiner(), folder / f"joiner-epoch-99-avg-1{ending}")
    lines = "".join(f"{token} {number}\n" for number, token in enumerate(TOKENS))
    (folder / "tokens.txt").write_text(lines, encoding="utf-8")
    return folder


def change_metadata(file: Path, **values: str) -> None:
    """Overwrite what `file` says about itself; an empty value takes the entry away."""
    model = onnx.load(file)
    known = {entry.key: entry.value for entry in model.metadata_props} | values
    del model.metadata_props[:]
    helper.set_model_props(model, {key: value for key, value in known.items() if value})
    onnx.save(model, file)


def _encoder(kind: str) -> onnx.ModelProto:
    bands = np.zeros((80, len(_BANDS)), dtype=np.float32)
    for place, (first, last) in enumerate(_BANDS):
        bands[first:last, place] = 1 / (last - first)
    starts, ends, axes, steps = ([0], [_CHUNK], [1], [_STEP])
    nodes = [
        helper.make_node("Slice", ["x", "starts", "ends", "axes", "steps"], ["frames"]),
        helper.make_node("MatMul", ["frames", "bands"], ["encoder_out"]),
    ]
    inputs = [_tensor("x", _FLOATS, ["N", _CHUNK + _PADDING, 80])]
    outputs = [_tensor("encoder_out", _FLOATS, ["N", _CHUNK // _STEP, len(_BANDS)])]
    for name, values, shape in _STATES[kind]:
        nodes.append(helper.make_node("Identity", [name], [f"new_{name}"]))
        inputs.append(_tensor(name, values, shape))
        outputs.append(_tensor(f"new_{name}", values, shape))
    numbers = {"starts": starts, "ends": ends, "axes": axes, "steps": steps}
    constants = [numpy_helper.from_array(np.array(v, dtype=np.int64), name) for name, v in numbers.items()]
    constants.append(numpy_helper.from_array(bands, "bands"))
    return _model("encoder", nodes, inputs, outputs, constants, model_type=kind, **_METADATA[kind])


_COMMON = {
    "version": 1,
    "model_author": "livedesk's tests",
    "encoder_dims": _DIMS,
    "num_encoder_layers": _LAYERS,
    "cnn_module_kernels": _KERNEL,
    "left_context_len": _LEFT,
    "T": _CHUNK + _PADDING,
    "decode_chunk_len": _CHUNK,
}
_METADATA: dict[str, dict[str, object]] = {
    "zipformer": _COMMON | {"attention_dims": _ATTENTION},
    "zipformer2": _COMMON | {"query_head_dims": 4, "value_head_dims": 3, "num_heads": _HEADS},
}

_STATES: dict[str, list[tuple[str, int, list[int | str]]]] = {
    "zipformer": [
        ("cached_len_0", _IDS, [_LAYERS, "N"]),
        ("cached_avg_0", _FLOATS, [_LAYERS, "N", _DIMS]),
        ("cached_key_0", _FLOATS, [_LAYERS, _LEFT, "N", _ATTENTION]),
        ("cached_val_0", _FLOATS, [_LAYERS, _LEFT, "N", _ATTENTION // 2]),
        ("cached_val2_0", _FLOATS, [_LAYERS, _LEFT, "N", _ATTENTION // 2]),
        ("cached_conv1_0", _FLOATS, [_LAYERS, "N", _DIMS, _KERNEL - 1]),
        ("cached_conv2_0", _FLOATS, [_LAYERS, "N", _DIMS, _KERNEL - 1]),
    ],
    "zipformer2": [
        ("cached_key_0", _FLOATS, [_LEFT, "N", 4 * _HEADS]),
        ("cached_nonlin_attn_0", _FLOATS, [1, "N", _LEFT, 3 * _DIMS // 4]),
        ("cached_val1_0", _FLOATS, [_LEFT, "N", 3 * _HEADS]),
        ("cached_val2_0", _FLOATS, [_LEFT, "N", 3 * _HEADS]),
        ("cached_conv1_0", _FLOATS, ["N", _DIMS, _KERNEL // 2]),
        ("cached_conv2_0", _FLOATS, ["N", _DIMS, _KERNEL // 2]),
        ("embed_states", _FLOATS, ["N", 128, 3, 19]),
        ("processed_lens", _IDS, ["N"]),
    ],
}
"""Name, kind and shape of each state of one stack of layers, in the order sherpa-onnx wants them."""


def _decoder() -> onnx.ModelProto:
    nodes = [
        helper.make_node("Slice", ["y", "starts", "ends", "axes"], ["last_column"]),
        helper.make_node("Squeeze", ["last_column", "axes"], ["last"]),
        helper.make_node("OneHot", ["last", "depth", "off_on"], ["decoder_out"], axis=-1),
    ]
    constants = [
        numpy_helper.from_array(np.array([_CONTEXT - 1], dtype=np.int64), "starts"),
        numpy_helper.from_array(np.array([_CONTEXT], dtype=np.int64), "ends"),
        numpy_helper.from_array(np.array([1], dtype=np.int64), "axes"),
        numpy_helper.from_array(np.array(len(TOKENS), dtype=np.int64), "depth"),
        numpy_helper.from_array(np.array([0.0, 1.0], dtype=np.float32), "off_on"),
    ]
    return _model(
        "decoder",
        nodes,
        [_tensor("y", _IDS, ["N", _CONTEXT])],
        [_tensor("decoder_out", _FLOATS, ["N", len(TOKENS)])],
        constants,
        vocab_size=len(TOKENS),
        context_size=_CONTEXT,
    )


def _joiner() -> onnx.ModelProto:
    first = TOKENS.index("你")
    hears = np.zeros((len(_BANDS), len(TOKENS)), dtype=np.float32)
    for place in range(len(_BANDS)):
        hears[place, first + place] = 1.0
    forbids = np.diag([0.0, 0.0, 0.0] + [-_LOUDEST] * len(_BANDS)).astype(np.float32)
    bias = np.array([_QUIET, -_LOUDEST, -_LOUDEST, 0, 0, 0], dtype=np.float32)
    nodes = [
        helper.make_node("MatMul", ["encoder_out", "hears"], ["heard"]),
        helper.make_node("MatMul", ["decoder_out", "forbids"], ["forbidden"]),
        helper.make_node("Add", ["heard", "forbidden"], ["both"]),
        helper.make_node("Add", ["both", "bias"], ["logit"]),
    ]
    constants = [
        numpy_helper.from_array(hears, "hears"),
        numpy_helper.from_array(forbids, "forbids"),
        numpy_helper.from_array(bias, "bias"),
    ]
    return _model(
        "joiner",
        nodes,
        [
            _tensor("encoder_out", _FLOATS, ["N", len(_BANDS)]),
            _tensor("decoder_out", _FLOATS, ["N", len(TOKENS)]),
        ],
        [_tensor("logit", _FLOATS, ["N", len(TOKENS)])],
        constants,
        joiner_dim=len(_BANDS),
    )


def _tensor(name: str, kind: int, shape: list[int | str]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def _model(
    name: str,
    nodes: list[onnx.NodeProto],
    inputs: list[onnx.ValueInfoProto],
    outputs: list[onnx.ValueInfoProto],
    constants: list[onnx.TensorProto],
    **metadata: object,
) -> onnx.ModelProto:
    graph = helper.make_graph(nodes, name, inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    helper.set_model_props(model, {key: str(value) for key, value in metadata.items()})
    return model
