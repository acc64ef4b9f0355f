"""Opens ONNX files with onnxruntime, on one thread; a file that is damaged becomes a code."""

from pathlib import Path
from typing import TYPE_CHECKING

from livedesk.core.errors import ErrorCode, UserFacing

if TYPE_CHECKING:
    import onnxruntime


def open_session(file: Path, model: str) -> "onnxruntime.InferenceSession":
    """Return `file` of `model`, ready to run; raises `UserFacing` SPEECH_MODEL_BROKEN or SPEECH_ENGINE_MISSING."""
    try:
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as failures
    except ImportError as error:
        raise UserFacing(ErrorCode.SPEECH_ENGINE_MISSING, model=model, detail=str(error)) from error
    options = onnxruntime.SessionOptions()
    options.inter_op_num_threads = options.intra_op_num_threads = 1
    options.log_severity_level = 4
    try:
        content = file.read_bytes()  # onnxruntime cannot open every path on Windows
        return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except (
        OSError,
        failures.Fail,
        failures.InvalidArgument,
        failures.InvalidGraph,
        failures.InvalidProtobuf,
        failures.NotImplemented,
        failures.RuntimeException,
    ) as error:
        raise UserFacing(
            ErrorCode.SPEECH_MODEL_BROKEN, model=model, file=file.name, detail=str(error)
        ) from error
