"""Strategies for options as api.md allows them: every field of the description, every form of its values."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from PIL import ImageColor

from removebg.schemas import Options


def percentages(lowest: int = 0, highest: int = 100) -> SearchStrategy[str]:
    """Give percentages, with decimals and without."""
    whole = st.integers(lowest, highest).map(lambda value: f"{value}%")
    return whole | st.floats(lowest, highest, allow_subnormal=False).map(lambda value: f"{value:.2f}%")


def pixels(most: int, least: int = 0) -> SearchStrategy[str]:
    """Give lengths in pixels."""
    return st.integers(least, most).map(lambda value: f"{value}px")


def near(side: int) -> SearchStrategy[str]:
    """Give a place on the first half of a side of so many pixels."""
    return percentages(0, 45) | pixels(side * 2 // 5)


def far(side: int) -> SearchStrategy[str]:
    """Give a place on its second half."""
    return percentages(55, 100) | pixels(side, side * 3 // 5)


def words(word: SearchStrategy[str], *counts: int) -> SearchStrategy[str]:
    """Give so many words, with a space between them."""
    return st.one_of([st.tuples(*[word] * count).map(" ".join) for count in counts])


def hexadecimal(digits: int) -> SearchStrategy[str]:
    """Give a colour of so many digits, with # and without."""
    return st.from_regex(rf"\A#?[0-9a-fA-F]{{{digits}}}\Z")


BOOLEANS = st.sampled_from(["true", "false"])
COLOURS = st.one_of([hexadecimal(digits) for digits in (3, 4, 6, 8)]) | st.sampled_from(sorted(ImageColor.colormap))
MARGINS = words(percentages(0, 50) | pixels(500) | st.just("0"), 1, 2, 4)
POSITIONS = st.sampled_from(["original", "center"]) | words(percentages(), 1, 2)


def fields(width: int, height: int) -> dict[str, SearchStrategy[str]]:
    """Give a strategy for the value of each option, for a picture of so many pixels."""
    choices = {
        name: schema["enum"] for name, schema in Options.model_json_schema()["properties"].items() if "enum" in schema
    }
    made = {name: st.sampled_from(values) for name, values in choices.items()}
    return made | {
        "bg_color": COLOURS,
        "crop": BOOLEANS,
        "crop_margin": MARGINS,
        "scale": st.just("original") | percentages(10, 100),
        "position": POSITIONS,
        "roi": st.tuples(near(width), near(height), far(width), far(height)).map(" ".join),
        "semitransparency": BOOLEANS,
        "add_shadow": BOOLEANS,
        "shadow_opacity": st.integers(0, 100).map(str),
        "type": st.text(max_size=9),
        "type_level": st.sampled_from(["none", "1", "2", "latest"]),
        # Closed-form matting takes seconds, and changes nothing of what comes after it.
        "refine": st.just("none"),
    }


def valid_options(width: int, height: int) -> SearchStrategy[dict[str, str]]:
    """Give any combination of options, each of them valid, for a picture of so many pixels."""
    return st.fixed_dictionaries({}, optional=fields(width, height))
