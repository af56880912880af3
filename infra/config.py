"""Every name and number of how Fix Shots is served, with its unit and its reason; the local server reads them too."""

from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SITE_FOLDER = ROOT / "static_site"
FUNCTION_FOLDER = ROOT / "functions"
MODEL_FILE = FUNCTION_FOLDER / "model" / "isnet-general-use.int8.onnx"

STACK_NAME = "FixShots"
STAGE = "prod"
PREFIX = "/v1.0"
"""Of every address of the API; the version is remove.bg's."""


class Domain(NamedTuple):
    """The site's own name, and the certificate that proves it.

    Parameters
    ----------
    name : such as ``fixshots.example``; a DNS record for it has to point to the distribution
    certificate_arn : of AWS Certificate Manager in us-east-1, where CloudFront looks for it
    """

    name: str
    certificate_arn: str


# Time: whoever waits waits longer than whom it waits for, so that a failure is told by the one who knows it best.

FUNCTION_TIMEOUT_SECONDS = 28
"""Under the gateway's, so that no answer is computed, and paid for, that nobody waits for."""

TIMEOUT_SECONDS = 29
"""How long API Gateway waits for Lambda, by default."""

ORIGIN_TIMEOUT_SECONDS = 30
"""How long CloudFront waits for either origin, by default."""

PICTURE_SECONDS = 3
"""An assumption, on the safe side: on two cores of a development machine with VNNI a matte took 0.3 s, a cutout of 12
megapixels 1.1 s (`make bench`); Lambda's are slower. Not yet measured on AWS."""

# Size.

MEMORY_MB = 3008
"""About 1.7 CPUs, and the most that a new AWS account may ask for."""

PUBLISHER_MEMORY_MB = 512
"""Of CDK's function that publishes the site: its default is 128, and the model's 44 MB are sent in parts at once."""

MAX_REQUEST_BYTES = 10 * 1024 * 1024
"""What API Gateway itself takes; not adjustable."""

# Load: what the throttle lets through finds a free environment. README says what to raise first, and by how much.

RESERVED_CONCURRENCY = 20
"""Environments at once, which is also the ceiling of the bill. An account has 1,000 (a new one perhaps fewer) and must
keep 100 that are not reserved."""

POST_RATE_PER_SECOND = 4
"""Pictures a second, lasting: 345,600 a day."""

POST_BURST = RESERVED_CONCURRENCY - POST_RATE_PER_SECOND * PICTURE_SECONDS
"""Pictures at once on top of those at work."""

RATE_PER_SECOND = 20
"""Requests a second of all other kinds: they take milliseconds, but an environment each."""

BURST = 40
"""Requests at once, of all other kinds."""

RETRY_AFTER_SECONDS = PICTURE_SECONDS
"""What a caller who was turned away is told to wait: by then a picture is done."""

GATEWAY_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "*",
    "Cache-Control": "no-store",
}
"""Of each answer that the gateway gives by itself. The function's own answers have the same: scripts of any site may
read both."""

# Watching. No figure holds anything of a user.

LOG_RETENTION = "ONE_WEEK"
"""As CDK names it: long enough to look into a failure. No line is written for a request that went well, and none holds
an address."""

ALARM_MINUTES = 5
"""The time over which each alarm adds up."""

ALARM_ERRORS = 5
"""Failures of the function in that time; a refused picture is no failure."""

ALARM_THROTTLES = 1
"""Requests in that time that found no free environment: the gateway's throttle should turn them away before."""

ALARM_P95_SECONDS = 10
"""Three times a picture: either its CPU share or the pictures have changed."""

ALARM_CONCURRENCY_SHARE = 0.8
"""Of RESERVED_CONCURRENCY: time to raise it."""

# Cost: list prices in dollars, us-east-1, x86_64, without any free tier. For the dashboard's estimate.

LAMBDA_GB_SECOND_DOLLARS = 0.000_016_666_7
LAMBDA_REQUEST_DOLLARS = 0.20e-6
GATEWAY_REQUEST_DOLLARS = 3.50e-6
