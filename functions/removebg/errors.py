"""What can go wrong in a way that a caller sees, and how it is told: the one table of errors.

    FixShotsError
      MissingSource            missing_source             400
      MultipleSources          multiple_sources           400
      MalformedBody            malformed_body             400  ours
      InvalidImageUrl          invalid_image_url          400
      FailedToReadImage        failed_to_read_image       400
      InvalidFileType          invalid_file_type          400
      InvalidDimensions        invalid_dimensions         400
      FileTooLarge             file_too_large             400
      ResolutionTooHigh        resolution_too_high        400
      UnknownForeground        unknown_foreground         400
      InvalidSize              invalid_size               400
      InvalidFormat            invalid_format             400
      InvalidChannels          invalid_channels           400
      InvalidBgColor           invalid_bg_color           400
      MultipleBgSources        multiple_bg_sources        400
      InvalidCrop              invalid_crop               400  ours
      InvalidCropMargin        invalid_crop_margin        400
      InvalidScale             invalid_scale              400
      InvalidPosition          invalid_position           400
      InvalidRoi               invalid_roi                400
      RoiExceedsBounds         roi_exceeds_bounds         400
      RoiRegionEmpty           roi_region_empty           400
      InvalidSemitransparency  invalid_semitransparency   400
      InvalidShadow            invalid_shadow             400  ours
      InvalidRefine            invalid_refine             400  ours
      NotFound                 not_found                  404  ours
      MethodNotAllowed         method_not_allowed         405  ours
      ResultTooLarge           result_too_large           413  ours
      InternalError            internal_error             500  ours

Codes are remove.bg's, but for those marked as ours. The table is read by the OpenAPI description, by api.html and by
the tests. A detail never holds a byte of the caller's picture or its name.
"""

from typing import ClassVar


class FixShotsError(Exception):
    """A failure that the caller is told of.

    Parameters
    ----------
    detail : what is wrong with this request and what to do about it, in a sentence
    """

    status: ClassVar[int] = 400
    code: ClassVar[str]
    title: ClassVar[str]

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail

    def as_json(self) -> dict[str, list[dict[str, str]]]:
        """Return the answer's body in remove.bg's shape."""
        error = {"title": self.title, "code": self.code}
        if self.detail:
            error["detail"] = self.detail
        return {"errors": [error]}


class MissingSource(FixShotsError):
    """The request has no picture in it."""

    code = "missing_source"
    title = "No image given"


class MultipleSources(FixShotsError):
    """The request has more than one picture in it."""

    code = "multiple_sources"
    title = "Multiple image sources given"


class MalformedBody(FixShotsError):
    """The body is not what its Content-Type says, or is of a type that we do not read."""

    code = "malformed_body"
    title = "The request body could not be read"


class InvalidImageUrl(FixShotsError):
    """The caller gave an address: the function fetches nothing."""

    code = "invalid_image_url"
    title = "Image addresses are not fetched"


class FailedToReadImage(FixShotsError):
    """The picture is broken: truncated, corrupt, or not decodable base64."""

    code = "failed_to_read_image"
    title = "Failed to read image"


class InvalidFileType(FixShotsError):
    """The bytes are not those of a supported image format."""

    code = "invalid_file_type"
    title = "Unsupported file type"


class InvalidDimensions(FixShotsError):
    """A side of the picture is empty or longer than any format of ours can hold."""

    code = "invalid_dimensions"
    title = "Invalid image dimensions"


class FileTooLarge(FixShotsError):
    """The picture's file has more bytes than a request can carry."""

    code = "file_too_large"
    title = "File too large"


class ResolutionTooHigh(FixShotsError):
    """The picture has more pixels than we decode."""

    code = "resolution_too_high"
    title = "Resolution too high"


class UnknownForeground(FixShotsError):
    """The model saw no subject."""

    code = "unknown_foreground"
    title = "Could not identify foreground in image"


class InvalidSize(FixShotsError):
    """`size` is not one of the sizes."""

    code = "invalid_size"
    title = "Invalid size"


class InvalidFormat(FixShotsError):
    """`format` is not one of the formats."""

    code = "invalid_format"
    title = "Invalid format"


class InvalidChannels(FixShotsError):
    """`channels` is not one of the channels."""

    code = "invalid_channels"
    title = "Invalid channels"


class InvalidBgColor(FixShotsError):
    """`bg_color` is neither a hexadecimal colour nor a CSS name."""

    code = "invalid_bg_color"
    title = "Invalid background colour"


class MultipleBgSources(FixShotsError):
    """The request has more than one background in it."""

    code = "multiple_bg_sources"
    title = "Multiple background sources given"


class InvalidCrop(FixShotsError):
    """`crop` is neither true nor false."""

    code = "invalid_crop"
    title = "Invalid crop"


class InvalidCropMargin(FixShotsError):
    """`crop_margin` is not 1, 2 or 4 lengths, or one is too large."""

    code = "invalid_crop_margin"
    title = "Invalid crop margin"


class InvalidScale(FixShotsError):
    """`scale` is neither `original` nor 10% to 100%."""

    code = "invalid_scale"
    title = "Invalid scale"


class InvalidPosition(FixShotsError):
    """`position` is neither a word nor one or two percentages."""

    code = "invalid_position"
    title = "Invalid position"


class InvalidRoi(FixShotsError):
    """`roi` is not four lengths."""

    code = "invalid_roi"
    title = "Invalid region of interest"


class RoiExceedsBounds(FixShotsError):
    """`roi` reaches past the picture's edge."""

    code = "roi_exceeds_bounds"
    title = "Region of interest exceeds the image"


class RoiRegionEmpty(FixShotsError):
    """`roi` has no width or no height."""

    code = "roi_region_empty"
    title = "Region of interest is empty"


class InvalidSemitransparency(FixShotsError):
    """`semitransparency` is neither true nor false."""

    code = "invalid_semitransparency"
    title = "Invalid semitransparency"


class InvalidShadow(FixShotsError):
    """A shadow field is wrong, or asks for a shadow that is not built."""

    code = "invalid_shadow"
    title = "Invalid shadow"


class InvalidRefine(FixShotsError):
    """`refine` is not one of the ways to refine."""

    code = "invalid_refine"
    title = "Invalid refine"


class NotFound(FixShotsError):
    """No such address."""

    status = 404
    code = "not_found"
    title = "Not found"


class MethodNotAllowed(FixShotsError):
    """The address exists, the method does not."""

    status = 405
    code = "method_not_allowed"
    title = "Method not allowed"


class ResultTooLarge(FixShotsError):
    """The answer would not fit through AWS Lambda."""

    status = 413
    code = "result_too_large"
    title = "The result is too large to be sent"


class InternalError(FixShotsError):
    """Our fault. The answer says no more than that, so that nothing of the request can leak through it."""

    status = 500
    code = "internal_error"
    title = "Something went wrong on our side"
