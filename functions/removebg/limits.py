"""Every bound of the function, with its unit in its name and its reason beside it."""

LAMBDA_PAYLOAD_BYTES = 6_291_456
"""6 MiB: what AWS Lambda takes as a synchronous request and gives as an answer, counted on the JSON event."""

LAMBDA_ENVELOPE_BYTES = 16_384
"""Room within that payload for what is not the body: headers, paths, the JSON around them."""

MAX_RESULT_BYTES = (LAMBDA_PAYLOAD_BYTES - LAMBDA_ENVELOPE_BYTES) * 3 // 4
"""Largest answer before base64, which makes 4 bytes of 3. About 4.7 MB."""

MAX_PHOTO_PIXELS = 50_000_000
"""remove.bg's own ceiling; at 4 bytes a pixel it decodes to 200 MB. Checked before decoding."""

MAX_PHOTO_SIDE_PIXELS = 65_500
"""What JPEG and our encoders can hold; longer sides are decompression bombs more often than photos."""

MODEL_SIDE_PIXELS = 1024
"""ISNet sees every photo at this size, whatever it is sent."""

MIN_CONFIDENCE = 0.5
"""Raw maximum of the matte, 0 to 1, under which there is no subject. A frozen pond gave 0.41, every subject 1.00."""

SIZE_PIXELS = {
    "preview": 250_000,
    "small": 250_000,
    "regular": 250_000,
    "medium": 1_500_000,
    "hd": 4_000_000,
    "full": 25_000_000,
    "4k": 25_000_000,
    "50MP": 50_000_000,
}
"""Most pixels of an answer for each `size`, as remove.bg's description gives them; `auto` has no fixed one."""
