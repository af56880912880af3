"""Each field is read as remove.bg reads it, and a bad value is told by the field's own error."""

import pytest

from removebg.errors import FixShotsError
from removebg.lengths import Length, Margins
from removebg.schemas import FIELD_ERRORS, Options, read_options


def test_every_field_has_an_error_of_its_own() -> None:
    assert set(FIELD_ERRORS) == set(Options.model_fields)


def test_the_defaults_are_removebgs() -> None:
    options = read_options({})
    assert (options.size, options.format, options.channels) == ("preview", "auto", "rgba")
    assert (options.crop, options.scale, options.position, options.semitransparency) == (False, None, None, True)
    assert options.shadow == 0


def test_unknown_fields_are_ignored() -> None:
    assert read_options({"of_the_future": "1"}) == read_options({})


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("fff", (255, 255, 255, 255)),
        ("#81d4fa", (129, 212, 250, 255)),
        ("81d4fa77", (129, 212, 250, 119)),
        ("f008", (255, 0, 0, 136)),
        ("green", (0, 128, 0, 255)),
        ("LightBlue", (173, 216, 230, 255)),
    ],
)
def test_colours_are_hexadecimal_or_css_names(text: str, colour: tuple[int, int, int, int]) -> None:
    assert read_options({"bg_color": text}).bg_color == colour


def test_margins_are_css_like() -> None:
    one, two = Length(1, "px"), Length(2, "%")
    three, four = Length(3, "px"), Length(4, "px")
    assert read_options({"crop_margin": "1px"}).crop_margin == Margins(one, one, one, one)
    assert read_options({"crop_margin": "1px 2%"}).crop_margin == Margins(one, two, one, two)
    assert read_options({"crop_margin": "1px 2% 3px 4px"}).crop_margin == Margins(one, two, three, four)
    assert read_options({"crop_margin": 0}).crop_margin == Margins(*[Length(0, "px")] * 4)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("scale", "80%", 0.8),
        ("scale", "original", None),
        ("position", "center", (0.5, 0.5)),
        ("position", "20%", (0.2, 0.2)),
        ("position", "0% 100%", (0.0, 1.0)),
        ("position", "original", None),
        ("crop", "true", True),
        ("crop", "false", False),
        ("semitransparency", "false", False),
    ],
)
def test_a_field_is_read_from_text(field: str, text: str, value: object) -> None:
    assert getattr(read_options({field: text}), field) == value


@pytest.mark.parametrize(
    ("fields", "shadow"),
    [
        ({"add_shadow": "true"}, 0.5),
        ({"shadow_type": "drop", "shadow_opacity": "100"}, 1.0),
        ({"shadow_type": "none", "shadow_opacity": "100"}, 0.0),
    ],
)
def test_a_shadow_is_asked_for_in_two_ways(fields: dict[str, object], shadow: float) -> None:
    assert read_options(fields).shadow == shadow


BAD_VALUES = [
    ("size", "tiny"),
    ("format", "gif"),
    ("channels", "cmyk"),
    ("bg_color", "12345"),
    ("bg_color", "nocolour"),
    ("bg_color", "hsl(0,1%,1%)"),
    ("bg_color", True),
    ("crop", "maybe"),
    ("crop_margin", "1px 2px 3px"),
    ("crop_margin", "501px"),
    ("crop_margin", "51%"),
    ("crop_margin", "-1px"),
    ("crop_margin", "1em"),
    ("scale", "5%"),
    ("scale", "101%"),
    ("scale", "10px"),
    ("scale", "\u0665\u0660%"),  # 50 in other digits
    ("position", "left"),
    ("position", "0% 0% 0%"),
    ("position", "101%"),
    ("roi", "0% 0% 100%"),
    ("roi", "a b c d"),
    ("semitransparency", "half"),
    ("add_shadow", "perhaps"),
    ("shadow_type", "3D"),
    ("shadow_type", "auto"),
    ("shadow_opacity", "101"),
    ("shadow_opacity", "dark"),
    ("refine", "magic"),
    ("type", ["a"]),
    ("type_level", {}),
]


@pytest.mark.parametrize(("field", "value"), BAD_VALUES)
def test_a_bad_value_is_told_by_the_fields_error_and_not_repeated(field: str, value: object) -> None:
    with pytest.raises(FixShotsError) as raised:
        read_options({field: value})
    assert type(raised.value) is FIELD_ERRORS[field]
    assert raised.value.detail.startswith(f"{field}: ")
    assert "Value error" not in raised.value.detail


def test_the_bad_values_cover_every_field() -> None:
    assert {field for field, _ in BAD_VALUES} == set(Options.model_fields)
