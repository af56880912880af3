"""The target of coverage-guided fuzzing: any bytes are a photo, or a typed refusal.

Run by fuzz.py as ``python -m tests.proof.fuzz_decode CORPUS ...`` with libFuzzer's own options. What guides it is the
Python half of the decoders: our own code and Pillow's readers of headers and tags. Their C is as it was installed.
"""

import sys

import atheris  # type: ignore[import-untyped]

with atheris.instrument_imports(include=["PIL", "pillow_heif", "removebg"], enable_loader_override=False):
    from removebg.decode import decode
    from removebg.errors import FixShotsError


def decode_any(data: bytes) -> None:
    """Decode once for a cutout and once for a matte; whatever is raised but a typed refusal is a fault."""
    for matte_only in (False, True):
        try:
            photo = decode(data, matte_only)
        except FixShotsError:
            continue
        if photo.rgb.mode != "RGB" or (photo.alpha is not None and photo.alpha.size != photo.rgb.size):
            raise AssertionError(f"{photo.rgb} with {photo.alpha} is no photo")


if __name__ == "__main__":
    atheris.Setup(sys.argv, decode_any)
    atheris.Fuzz()
