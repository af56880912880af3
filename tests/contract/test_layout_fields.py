"""crop, crop_margin, scale, position and roi, over HTTP: where the subject goes, and that the headers tell it truly."""

import base64

import numpy as np
import pytest

from tests.contract.conftest import CutOut, assert_near, code_of, picture_of, seen_subject, told_subject
from tests.photos import NAMES, decoded, photo

CUP = (75, 16, 481, 392)
"""The cup of coffee and its saucer, in the photo's pixels: seen, and within two pixels on any engine."""

CUP_SIZE = (CUP[2] - CUP[0], CUP[3] - CUP[1])


@pytest.mark.parametrize("name", NAMES)
def test_the_headers_tell_where_the_subject_is_to_two_pixels(cut_out: CutOut, name: str) -> None:
    answer = cut_out(name, size="full")
    assert_near(told_subject(answer), seen_subject(picture_of(answer)))


def test_a_json_answer_tells_the_same_place_as_the_headers(cut_out: CutOut) -> None:
    answer = cut_out("coffee", accept="application/json", size="full")
    told = answer.json()["data"]
    assert set(told) == {"result_b64"} | {f"foreground_{name}" for name in ("top", "left", "width", "height")}
    for name in ("top", "left", "width", "height"):
        assert int(answer.headers[f"x-foreground-{name}"]) == told[f"foreground_{name}"]
    assert_near(told_subject(answer), CUP)
    assert_near(seen_subject(decoded(base64.b64decode(told["result_b64"]))), CUP)


@pytest.mark.parametrize("name", NAMES)
def test_crop_leaves_nothing_empty_around_the_subject(cut_out: CutOut, name: str) -> None:
    image = picture_of(cut_out(name, size="full", crop="true"))
    assert_near(seen_subject(image), (0, 0, *image.size))


def test_crop_margin_is_left_on_each_side_past_the_photos_edge_too(cut_out: CutOut) -> None:
    answer = cut_out("coffee", size="full", crop="true", crop_margin="30px 10% 0 50px")
    image = picture_of(answer)
    tenth = round(CUP_SIZE[0] * 0.1)
    assert_near(image.size, (50 + CUP_SIZE[0] + tenth, 30 + CUP_SIZE[1]))
    assert_near(seen_subject(image), (50, 30, 50 + CUP_SIZE[0], 30 + CUP_SIZE[1]))
    assert_near(told_subject(answer), seen_subject(image))


def test_crop_margin_without_crop_changes_nothing(cut_out: CutOut) -> None:
    assert cut_out("coffee", crop_margin="30px").content == cut_out("coffee").content


def test_a_scaled_subject_fills_its_share_of_the_picture_in_the_middle(cut_out: CutOut) -> None:
    answer = cut_out("coffee", size="full", scale="50%")
    image = picture_of(answer)
    assert image.size == (600, 400)
    # It is wider than high, but the picture is more so: the height is what limits.
    half = CUP_SIZE[0] * 200 / CUP_SIZE[1] / 2
    assert_near(seen_subject(image), (round(300 - half), 100, round(300 + half), 300))
    assert_near(told_subject(answer), seen_subject(image))


@pytest.mark.parametrize(
    ("position", "left", "top"),
    [
        ("original", CUP[0], CUP[1]),
        ("center", (600 - CUP_SIZE[0]) // 2, (400 - CUP_SIZE[1]) // 2),
        ("0%", 0, 0),
        ("100% 0%", 600 - CUP_SIZE[0], 0),
        ("0% 100%", 0, 400 - CUP_SIZE[1]),
    ],
)
def test_position_moves_the_whole_subject(cut_out: CutOut, position: str, left: int, top: int) -> None:
    answer = cut_out("coffee", size="full", position=position)
    image = picture_of(answer)
    assert image.size == (600, 400)
    assert_near(seen_subject(image), (left, top, left + CUP_SIZE[0], top + CUP_SIZE[1]))
    assert_near(told_subject(answer), seen_subject(image))


def test_position_wins_over_the_centre_that_scale_implies(cut_out: CutOut) -> None:
    image = picture_of(cut_out("coffee", size="full", scale="50%", position="0% 100%"))
    left, _, _, bottom = seen_subject(image)
    assert_near((left, bottom), (0, 400))


def test_outside_the_roi_everything_is_background(cut_out: CutOut) -> None:
    answer = cut_out("astronaut", size="full", roi="0% 0% 50% 400px")
    alpha = np.asarray(picture_of(answer))[..., 3]
    assert alpha[:, 256:].max() == alpha[400:].max() == 0
    # Her face is within it.
    assert alpha[100:140, 200:240].min() > 250
    assert told_subject(answer)[2:] <= (256, 400)


def test_the_corners_of_a_roi_may_come_in_any_order(cut_out: CutOut) -> None:
    assert cut_out("coffee", roi="500px 390px 0% 0%").content == cut_out("coffee", roi="0% 0% 500px 390px").content


@pytest.mark.parametrize(
    ("roi", "code"),
    [
        ("0px 0px 601px 400px", "roi_exceeds_bounds"),
        ("0% 0% 100% 101%", "roi_exceeds_bounds"),
        ("50% 0% 50% 100%", "roi_region_empty"),
        ("0px 0px 600px 0%", "roi_region_empty"),
    ],
)
def test_a_roi_that_is_none_is_refused_by_its_own_code(cut_out: CutOut, roi: str, code: str) -> None:
    assert photo("coffee").size == (600, 400)
    assert code_of(cut_out("coffee", roi=roi)) == (400, code)
