"""rembg's own ISNet session on our float32 weights: the reference that tests and benchmarks hold us against."""

import os
from pathlib import Path
from typing import Any

import onnxruntime

from removebg.matting import MODEL_FILES, MODEL_FOLDER


def rembg_session(home: Path) -> Any:
    """Make rembg's session; `home` is an empty folder in which it finds our weights as if downloaded."""
    weights = home / "models" / "isnet-general-use" / "isnet-general-use.onnx"
    weights.parent.mkdir(parents=True)
    weights.symlink_to(MODEL_FOLDER / MODEL_FILES["float32"])
    os.environ["REMBG_HOME"] = str(home)
    from rembg.sessions.dis_general_use import DisSession

    return DisSession("isnet-general-use", onnxruntime.SessionOptions())
