"""Put what matting on the device needs into static_site/vendor/: the model and onnxruntime-web, named by their hash."""

import gzip
import hashlib
import importlib.metadata
import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple

from infra.config import MODEL_FILE, ROOT

RUNTIME = ROOT / "node_modules" / "onnxruntime-web" / "dist"

LIST = "on-device.json"
"""What the page reads before anything else: name, size and SHA-256 of each part."""


class Part(NamedTuple):
    """One file that the page fetches when matting on the device was chosen.

    Parameters
    ----------
    source : file in RUNTIME, or a path
    compressed : whether it is published as gzip. CloudFront compresses nothing over 10 MB, and of WebAssembly three
        quarters are saved; of the model, whose weights look like noise, too little to pay for
    """

    source: str | Path
    compressed: bool = False


BUILDS = {
    "wasm": {
        "runtime": Part("ort.wasm.min.mjs"),
        "loader": Part("ort-wasm-simd-threaded.mjs"),
        "binary": Part("ort-wasm-simd-threaded.wasm", compressed=True),
    },
    "webgpu": {
        "runtime": Part("ort.jspi.min.mjs"),
        "loader": Part("ort-wasm-simd-threaded.jspi.mjs"),
        "binary": Part("ort-wasm-simd-threaded.jspi.wasm", compressed=True),
    },
}
"""onnxruntime-web for each processor, loaded only when it is used. Of the builds with WebGPU, the one that needs
JavaScript Promise Integration is the smallest, and the only one that runs no text as code, which our policy forbids."""


def publish(part: Part, vendor: Path) -> dict[str, str | int]:
    """Copy one part under a name with its hash, unless it is there already.

    Returns
    -------
    dict
        ``file``, ``bytes`` and ``sha256`` of what is published.
    """
    source = RUNTIME / part.source
    # Without a date in it, which would give the same content another name each time.
    data = gzip.compress(source.read_bytes(), 9, mtime=0) if part.compressed else source.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    path = vendor / f"{source.stem}.{digest[:8]}{source.suffix}{'.gz' if part.compressed else ''}"
    if not path.is_file() or path.stat().st_size != len(data):
        path.write_bytes(data)
    return {"file": path.name, "bytes": len(data), "sha256": digest}


def fill(vendor: Path) -> int:
    """Publish all parts, their list and onnxruntime's licence; remove what an older list named. Returns bytes."""
    listed: dict[str, Any] = {"model": publish(Part(MODEL_FILE), vendor)}
    for name, build in BUILDS.items():
        listed[name] = {role: publish(part, vendor) for role, part in build.items()}
    text = json.dumps(listed, indent=2) + "\n"
    for path in (*vendor.glob("*.onnx"), *vendor.glob("ort*.mjs"), *vendor.glob("ort*.gz")):
        if path.name not in text:
            path.unlink()
    (vendor / LIST).write_text(text, encoding="utf-8")
    package = Path(str(importlib.metadata.distribution("onnxruntime").locate_file("onnxruntime")))
    # The npm package has neither; WebAssembly and the Python package are built from the same sources.
    shutil.copyfile(package / "LICENSE", vendor / "onnxruntime-license.txt")
    shutil.copyfile(package / "ThirdPartyNotices.txt", vendor / "onnxruntime-third-party-notices.txt")
    return sum(path.stat().st_size for path in vendor.iterdir() if path.name in text)
