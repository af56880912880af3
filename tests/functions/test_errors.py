"""The table of errors at the top of errors.py is the table in force."""

import re

from removebg import errors
from removebg.errors import FixShotsError
from removebg.schemas import FIELD_ERRORS, Options


def test_the_drawn_table_names_every_error_with_code_and_status() -> None:
    drawn = set(re.findall(r"^ {6}(\w+) +(\w+) +(\d{3})(?:  ours)?$", errors.__doc__ or "", re.MULTILINE))
    real = {(error.__name__, error.code, str(error.status)) for error in FixShotsError.__subclasses__()}
    assert drawn == real


def test_every_option_has_an_error_of_its_own() -> None:
    assert set(FIELD_ERRORS) == set(Options.model_fields)


def test_an_error_is_told_in_removebgs_shape() -> None:
    told = errors.InvalidSize("Too big.").as_json()
    assert told == {"errors": [{"title": "Invalid size", "code": "invalid_size", "detail": "Too big."}]}
