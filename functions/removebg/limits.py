"""Every bound of the function, with its unit in its name and its reason beside it."""

LAMBDA_PAYLOAD_BYTES = 6_291_456
"""6 MiB: what AWS Lambda takes as a synchronous request and gives as an answer, counted on the JSON event."""

LAMBDA_ENVELOPE_BYTES = 16_384
"""Room within that payload for what is not the body: headers, paths, the JSON around them."""

MAX_RESULT_BYTES = (LAMBDA_PAYLOAD_BYTES - LAMBDA_ENVELOPE_BYTES) * 3 // 4
"""Largest picture in an answer, before base64 makes 4 bytes of 3. About 4.7 MB."""

MAX_FILE_BYTES = LAMBDA_PAYLOAD_BYTES * 3 // 4
"""Largest picture that a request can carry, for the same reason."""

MAX_PHOTO_PIXELS = 50_000_000
"""remove.bg's own ceiling; at 4 bytes a pixel it decodes to 200 MB. Checked before decoding."""

MAX_PHOTO_SIDE_PIXELS = 65_500
"""What JPEG and our encoders can hold; longer sides are decompression bombs more often than photos."""

MAX_DECODER_BYTES = 1_000_000_000
"""Memory that decoding may take. The largest photo takes half of it; past it are pictures hidden in pictures."""

MAX_JPEG_SCANS = 100
"""Passes over a JPEG's pixels; progressive photos have about 10. Without a bound, 4 MB can keep a decoder busy for
hours. It is libtiff's own bound, too."""

MODEL_SIDE_PIXELS = 1024
"""ISNet sees every photo at this size, whatever it is sent."""

MIN_CONFIDENCE = 0.5
"""Raw maximum of the matte, 0 to 1, under which there is no subject. A frozen pond gave 0.41, every subject 1.00."""

MAX_HAZE_ALPHA = 4
"""Levels of the matte, of 255, up to which it is noise and becomes 0. ISNet leaves it on 1 to 7 % of a photo's pixels:
too thin to be seen, but with the background's colours under it."""

MIN_SUBJECT_ALPHA = 16
"""Alpha, of 255, from which a pixel counts when the subject is measured: below it is the model's noise."""

SIZE_PIXELS = {
    "preview": 250_000,
    "small": 250_000,
    "regular": 250_000,
    "medium": 1_500_000,
    "hd": 4_000_000,
    "full": 25_000_000,
    "4k": 25_000_000,
    "50MP": 50_000_000,
    "auto": 25_000_000,
}
"""Most pixels of an answer for each `size`, as remove.bg's description gives them."""

MAX_CROP_MARGIN_SHARE = 0.5
"""Of the subject's side; remove.bg's bound."""

MAX_CROP_MARGIN_PIXELS = 500
"""remove.bg's bound."""

MAX_AUTO_ATTEMPTS = 5
"""How often `size=auto` encodes, each time smaller, before it gives up. Three were the most that any photo took."""

REFINE_SIDE_PIXELS = 1024
"""Longest side at which closed-form matting runs: it takes seconds and hundreds of megabytes there, and grows faster
than the number of pixels."""
