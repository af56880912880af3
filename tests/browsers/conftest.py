"""The browser and the server of the end-to-end tests."""

from tests.e2e.conftest import base_url as base_url
from tests.e2e.conftest import browser_type_launch_args as browser_type_launch_args
