"""The one Lambda function of Fix Shots: a photo in, its subject cut out, nothing kept."""

import os

# onnxruntime's Linux wheels report their use to their makers unless this is set before they are imported. The image
# sets it as well, and tests/image listens; this is for `make dev`, for tests, and for whoever imports us elsewhere.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
