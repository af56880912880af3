"""Build time only: puts one verified ISNet model in place. The function never imports this package."""

import os

# Before onnxruntime is imported, or it reports its use to its makers: removebg says more.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
