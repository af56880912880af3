"""The table of states that the tool can be in: for each a function that brings a new page there."""

from collections.abc import Callable

from playwright.sync_api import Page

Reach = Callable[[Page], None]

STATES: dict[str, Reach] = {}
"""From a state's name to the function that reaches it, in the order in which this package imports them."""


def state(reach: Reach) -> Reach:
    """Put a function into the table, under its own name."""
    STATES[reach.__name__] = reach
    return reach
