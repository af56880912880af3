"""The request's fields and their bounds: what the caller may ask for, and how it is read."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, ValidationError, WithJsonSchema

from removebg import errors
from removebg.body import Fields
from removebg.errors import FixShotsError
from removebg.lengths import Margins, Roi, parse_colour, parse_margins, parse_position, parse_roi, parse_scale


def from_text(parse: Callable[[str], object]) -> PlainValidator:
    """Let a field be read from text by `parse`, which raises ValueError with words for the caller."""

    def read(value: object) -> object:
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise ValueError("text is expected")
        return parse(str(value).strip())

    return PlainValidator(read)


def text_schema(*examples: str) -> WithJsonSchema:
    """Describe a field as text, for OpenAPI."""
    return WithJsonSchema({"type": "string", "examples": list(examples)})


Size = Literal["auto", "preview", "small", "regular", "medium", "hd", "full", "4k", "50MP"]
Format = Literal["auto", "png", "jpg", "webp", "zip"]
Position = tuple[float, float] | None


class Options(BaseModel):
    """What the caller wants of the answer. Unknown fields are ignored, as remove.bg ignores them."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    size: Size = Field("preview", description="Most pixels of the answer; auto is the largest that can be sent.")
    format: Format = Field("auto", description="auto is PNG where there is transparency, else JPG.")
    channels: Literal["rgba", "alpha"] = Field("rgba", description="alpha is the matte alone, 8-bit grey.")
    bg_color: Annotated[
        tuple[int, int, int, int] | None, from_text(parse_colour), text_schema("fff", "#81d4fa77", "green")
    ] = Field(None, description="Background: 3, 4, 6 or 8 hexadecimal digits or a CSS name.")
    crop: bool = Field(False, description="Cut away what is empty around the subject.")
    crop_margin: Annotated[Margins, from_text(parse_margins), text_schema("0", "30px", "10% 5%")] = Field(
        parse_margins("0"), description="Room left around it: 1, 2 or 4 lengths in px, or % of the subject."
    )
    scale: Annotated[float | None, from_text(parse_scale), text_schema("original", "80%")] = Field(
        None, description="Size of the subject in the picture, 10% to 100%."
    )
    position: Annotated[Position, from_text(parse_position), text_schema("original", "center", "0% 100%")] = Field(
        None, description="Place of the subject; center when scale is given, else original."
    )
    roi: Annotated[Roi, from_text(parse_roi), text_schema("0% 0% 100% 100%", "10px 10px 300px 200px")] = Field(
        parse_roi("0% 0% 100% 100%"), description="Only inside this region can there be a subject."
    )
    semitransparency: bool = Field(True, description="false makes the inside of the subject opaque.")
    add_shadow: bool = Field(False, description="The same as shadow_type=drop.")
    shadow_type: Literal["none", "drop"] = Field("none", description="drop is a soft shadow below the subject.")
    shadow_opacity: int = Field(50, ge=0, le=100, description="Per cent.")
    refine: Literal["none", "alpha_matting"] = Field(
        "none", description="Ours: alpha_matting takes seconds and is for hair and fur."
    )
    type: Annotated[str, from_text(str), text_schema("auto")] = Field("auto", description="Accepted and not used.")
    type_level: Annotated[str, from_text(str), text_schema("1")] = Field(
        "1", description="none leaves out the X-Type header."
    )

    @property
    def shadow(self) -> float:
        """Opacity of the drop shadow, 0 to 1; 0 when there is none."""
        return self.shadow_opacity / 100 if self.add_shadow or self.shadow_type == "drop" else 0.0


FIELD_ERRORS: dict[str, type[FixShotsError]] = {
    "size": errors.InvalidSize,
    "format": errors.InvalidFormat,
    "channels": errors.InvalidChannels,
    "bg_color": errors.InvalidBgColor,
    "crop": errors.InvalidCrop,
    "crop_margin": errors.InvalidCropMargin,
    "scale": errors.InvalidScale,
    "position": errors.InvalidPosition,
    "roi": errors.InvalidRoi,
    "semitransparency": errors.InvalidSemitransparency,
    "add_shadow": errors.InvalidShadow,
    "shadow_type": errors.InvalidShadow,
    "shadow_opacity": errors.InvalidShadow,
    "refine": errors.InvalidRefine,
    "type": errors.MalformedBody,
    "type_level": errors.MalformedBody,
}
"""The error that tells of a bad value, for each field of Options."""


def read_options(fields: Fields) -> Options:
    """Validate the options; the first wrong one is told by the error of its field."""
    try:
        return Options.model_validate(fields)
    except ValidationError as error:
        first: Any = error.errors(include_url=False, include_context=False, include_input=False)[0]
        field = str(first["loc"][0])
        # pydantic's own message names what is allowed; what was sent stays out of it.
        raise FIELD_ERRORS[field](f"{field}: {first['msg'].removeprefix('Value error, ')}.") from None
