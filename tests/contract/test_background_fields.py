"""bg_color, bg_image_file, the shadow and semitransparency, over HTTP: what is behind the subject."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from tests.contract.conftest import CutOut, code_of, picture_of
from tests.photos import encoded

SKY = (slice(0, 12), slice(300, 500))
"""A part of the photo of the astronaut, reduced to a preview, that is background: rows and columns."""


def pixels_of(image: Image.Image) -> NDArray[np.int16]:
    """Give the pixels as numbers that can be subtracted."""
    return np.asarray(image).astype(np.int16)


@pytest.mark.parametrize(("image_format", "white"), [("png", "white"), ("jpg", "fff"), ("webp", "#FFFFFF")])
def test_white_is_exactly_white_in_every_format(cut_out: CutOut, image_format: str, white: str) -> None:
    image = picture_of(cut_out("astronaut", bg_color=white, format=image_format))
    assert np.asarray(image.convert("RGBA"))[SKY].min() == 255


@pytest.mark.parametrize(("colour", "expected"), [("81d4fa", (129, 212, 250)), ("Green", (0, 128, 0))])
def test_a_colour_fills_what_was_removed_and_nothing_is_see_through(
    cut_out: CutOut, colour: str, expected: tuple[int, int, int]
) -> None:
    pixels = np.asarray(picture_of(cut_out("astronaut", bg_color=colour, format="png")))
    assert (pixels[SKY] == (*expected, 255)).all()
    assert pixels[..., 3].min() == 255


def test_a_see_through_colour_leaves_the_picture_see_through(cut_out: CutOut) -> None:
    image = picture_of(cut_out("astronaut", bg_color="81d4fa77"))
    assert image.format == "PNG"
    assert (np.asarray(image)[SKY] == (129, 212, 250, 0x77)).all()


def test_the_subject_on_a_colour_is_the_subject_of_the_cutout(cut_out: CutOut) -> None:
    cutout = pixels_of(picture_of(cut_out("astronaut")))
    coloured = pixels_of(picture_of(cut_out("astronaut", bg_color="81d4fa", format="png")))
    inside = cutout[..., 3] == 255
    assert inside.mean() > 0.3
    assert (cutout[inside] == coloured[inside]).all()


def test_a_background_picture_fills_the_canvas_centred_in_its_own_proportions(cut_out: CutOut) -> None:
    # Three bands, twice as wide as high: of the outer ones, the square answer shows a half each.
    bands = Image.new("RGB", (1000, 500), "red")
    bands.paste("blue", (333, 0, 667, 500))
    bands.paste("lime", (667, 0, 1000, 500))
    answer = cut_out("astronaut", background=encoded(bands, "PNG"))
    image = picture_of(answer)
    assert (image.format, image.size) == ("JPEG", (500, 500))
    row = pixels_of(image)[4]
    for column, colour in ((40, (255, 0, 0)), (130, (0, 0, 255)), (370, (0, 0, 255)), (460, (0, 255, 0))):
        assert np.abs(row[column] - colour).max() < 12, column


def test_a_broken_background_picture_is_told_as_any_broken_picture(cut_out: CutOut) -> None:
    assert code_of(cut_out("coffee", background=b"no picture")) == (400, "invalid_file_type")


@pytest.mark.parametrize("fields", [{"add_shadow": "true"}, {"shadow_type": "drop"}])
def test_a_drop_shadow_is_dark_and_of_half_opacity_unless_told_otherwise(
    cut_out: CutOut, fields: dict[str, str]
) -> None:
    without, shadowed = (pixels_of(picture_of(cut_out("coffee", **more))) for more in ({}, fields))
    added = (without[..., 3] == 0) & (shadowed[..., 3] > 0)
    assert added.sum() > 1000
    assert shadowed[added][:, :3].max() == 0
    assert 100 < shadowed[added][:, 3].max() <= 128
    inside = without[..., 3] == 255
    assert (shadowed[inside] == without[inside]).all()


def test_shadow_opacity_is_the_shadows(cut_out: CutOut) -> None:
    plain, faint, dark = (
        pixels_of(picture_of(cut_out("coffee", shadow_type="drop", shadow_opacity=opacity)))[..., 3].sum()
        for opacity in ("0", "20", "100")
    )
    assert plain == pixels_of(picture_of(cut_out("coffee")))[..., 3].sum()
    assert plain < faint < dark


def test_a_subject_without_semitransparency_is_opaque_inside(cut_out: CutOut) -> None:
    soft, solid = (
        pixels_of(picture_of(cut_out("chelsea", semitransparency=value)))[..., 3] for value in ("true", "false")
    )
    # Beside what has become opaque, resampling may ring by a few levels.
    assert (solid - soft).min() > -20
    assert (solid == 255).sum() > (soft == 255).sum()
    # Its edge stays soft.
    assert ((solid > 20) & (solid < 235)).sum() > 50
