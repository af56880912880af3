"""Tests of infra/."""

import os

# Said by CDK's own runtime, once for each process that loads it; it works on Node 20 all the same.
os.environ.setdefault("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20")
