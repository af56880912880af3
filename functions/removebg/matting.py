"""One ISNet session: an RGB picture in, its matte out."""

import os
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from PIL import Image

from removebg.cpus import available_cpus
from removebg.errors import UnknownForeground
from removebg.limits import MAX_HAZE_ALPHA, MIN_CONFIDENCE, MODEL_SIDE_PIXELS
from removebg.resample import resample

MODEL_FOLDER = Path(__file__).parents[1] / "model"
"""Where `make model` puts its files, and where the image has them."""

MODEL_FILES = {"int8": "isnet-general-use.int8.onnx", "float32": "isnet-general-use.onnx"}
"""The same network, quantised and not. README says how true and how fast the small one is."""

MODEL_VARIABLE = "FIX_SHOTS_MODEL"
"""The environment variable that chooses between them; int8 when it is not set."""

MODEL_SIZE = (MODEL_SIDE_PIXELS, MODEL_SIDE_PIXELS)

STRIP_ROWS = 128
"""Rows that are brought to floats at a time: few enough to stay in the processor's cache."""


class ModelMissing(Exception):
    """There is no model file to build a session from."""


class ModelCorrupt(Exception):
    """The model file is not one that onnxruntime can read."""


def chosen_model() -> Path:
    """Give the model file that the operator chose.

    Raises
    ------
    ModelMissing
        When the choice is none of MODEL_FILES.
    """
    name = os.environ.get(MODEL_VARIABLE) or "int8"
    if name not in MODEL_FILES:
        raise ModelMissing(f"{MODEL_VARIABLE} is {name}; it may be {' or '.join(MODEL_FILES)}")
    return MODEL_FOLDER / MODEL_FILES[name]


class IsnetSession:
    """ISNet General Use, loaded and warmed once, used for one picture at a time.

    Parameters
    ----------
    model_path : a file that `make model` built, verified then, not at every start; the chosen one when not given

    Raises
    ------
    ModelMissing
        When there is no such file.
    ModelCorrupt
        When it can't be read.
    """

    def __init__(self, model_path: Path | None = None) -> None:
        model_path = model_path or chosen_model()
        if not model_path.is_file():
            raise ModelMissing(f"no model at {model_path}; run `make model`")
        self._cpus = available_cpus()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._cpus
        options.inter_op_num_threads = 1
        # Memory planned ahead by the pattern of the last run: 400 MB more at its peak, and no faster. Without an arena
        # at all a run took a fifth longer.
        options.enable_mem_pattern = False
        # Threads that wait for the next operator by spinning gained nothing, and burn the CPU between requests.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(model_path, options, providers=["CPUExecutionProvider"])
        except Exception as error:
            # onnxruntime has a class of its own for each way in which a file can be broken.
            raise ModelCorrupt(f"{model_path} can't be read; remove it and run `make model`") from error
        self._input_name = self._session.get_inputs()[0].name
        # Kept, because 12 MB anew for each picture cost more time than filling them.
        self._tensor = np.zeros((1, 3, *MODEL_SIZE), np.float32)
        # The first run allocates and packs; it belongs to start-up, not to somebody's request.
        self._run(self._tensor)

    def matte(self, image: Image.Image, region: tuple[float, float, float, float] | None = None) -> Image.Image:
        """Separate subject from background.

        Pre- and postprocessing are rembg's (rembg.sessions.dis_general_use), so that the same weights
        give the same matte, but for two things: levels are rounded where rembg cuts them off, which leaves
        most of a subject at 254 and so a little see-through, and the haze over the background is cleared.

        Parameters
        ----------
        image : mode RGB, any size
        region : left, top, right, bottom in pixels of the image; nothing outside it is looked at

        Returns
        -------
        Mode L, 1024 x 1024, stretched over the region: 255 is subject, 0 is background, between them the
        share of the subject in the pixel.

        Raises
        ------
        UnknownForeground
            When the model is not confident of any pixel.
        """
        try:
            confidence = self._run(as_tensor(resample(image, MODEL_SIZE, region, self._cpus), self._tensor))
        finally:
            self._tensor.fill(0)
        lowest, highest = float(confidence.min()), float(confidence.max())
        # Without this check, stretching makes a matte out of noise.
        if not highest >= MIN_CONFIDENCE or highest == lowest:
            raise UnknownForeground("No clear subject was found. Try a photo in which the subject stands out.")
        scale = 255 / (highest - lowest)
        confidence *= scale
        confidence += 0.5 - lowest * scale  # the cast cuts off, so a half more rounds
        levels = confidence.astype(np.uint8)
        levels *= levels > MAX_HAZE_ALPHA
        return Image.fromarray(levels)

    def predict(self, image: Image.Image, *_: object, **__: object) -> list[Image.Image]:
        """Give the matte at the image's own size, as rembg's sessions do, so that rembg can work with this one."""
        return [self.matte(image.convert("RGB")).resize(image.size, Image.Resampling.LANCZOS)]

    def _run(self, tensor: NDArray[np.float32]) -> NDArray[np.float32]:
        """Run the network: float32 (1, 3, 1024, 1024), -0.5 to 0.5, to float32 (1024, 1024), 0 to 1."""
        (answer,) = self._session.run(None, {self._input_name: tensor})
        confidence: NDArray[np.float32] = answer[0, 0]
        return confidence


def as_tensor(image: Image.Image, tensor: NDArray[np.float32]) -> NDArray[np.float32]:
    """Turn a picture of the model's size into its input: divided by its own maximum, centred on zero.

    Parameters
    ----------
    image : mode RGB, 1024 x 1024
    tensor : float32 of shape (1, 3, 1024, 1024); written over

    Returns
    -------
    The tensor, -0.5 to 0.5.
    """
    pixels = np.asarray(image)
    brightest = np.float32(max(float(pixels.max()), 1e-6))
    for top in range(0, image.height, STRIP_ROWS):
        for channel, plane in enumerate(tensor[0]):
            strip = plane[top : top + STRIP_ROWS]
            np.divide(pixels[top : top + STRIP_ROWS, :, channel], brightest, out=strip)
            strip -= 0.5
    return tensor
