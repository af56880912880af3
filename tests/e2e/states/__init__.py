"""Every page, and every state that the tool can be in.

They are what is checked for accessibility and photographed; a new state needs a function in one of these files, and
no more.
"""

from typing import Literal

from tests.e2e.states import cutting_out, editing, exporting, on_device, pages
from tests.e2e.states.pages import PAGES
from tests.e2e.states.table import STATES

__all__ = ["PAGES", "SCHEMES", "STATES", "cutting_out", "editing", "exporting", "on_device", "pages"]

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
