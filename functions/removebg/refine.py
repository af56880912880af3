"""Closed-form matting for hair and fur, as rembg does it, on our session.

rembg is imported only when it is asked for: it brings pymatting, scipy and numba with it, seconds that no other
request may pay for.
"""

from contextlib import redirect_stdout
from warnings import catch_warnings

from PIL import Image

from removebg.forget import returning_freed_memory
from removebg.limits import REFINE_SIDE_PIXELS
from removebg.matting import IsnetSession
from removebg.numba_cache import seed_numba_cache

WINDOW_PIXELS = 3
"""Closed-form matting looks at windows of 3 x 3 pixels; in a smaller picture it divides by none."""


def refine_matte(session: IsnetSession, image: Image.Image, region: tuple[float, float, float, float]) -> Image.Image:
    """Matte a picture and solve its soft edge anew (Levin, Lischinski and Weiss, 2008).

    Parameters
    ----------
    session : asked for the matte that the trimap is made of
    image : mode RGB
    region : left, top, right, bottom in its pixels; larger ones are shrunk first, so that time and memory stay bounded

    Returns
    -------
    Mode L, of the region's proportions, at most REFINE_SIDE_PIXELS long.

    Raises
    ------
    UnknownForeground
        When the model is not confident of any pixel.
    """
    width, height = region[2] - region[0], region[3] - region[1]
    shrink = min(1.0, REFINE_SIDE_PIXELS / max(width, height))
    size = (max(1, round(width * shrink)), max(1, round(height * shrink)))
    small = image.resize(size, Image.Resampling.LANCZOS, box=region)
    if min(size) < WINDOW_PIXELS:
        return session.matte(small).resize(size, Image.Resampling.LANCZOS)
    seed_numba_cache()
    # pymatting prints how its solver fares, numba warns that Lambda has no shared memory; both would be logged.
    with returning_freed_memory(), redirect_stdout(None), catch_warnings(action="ignore"):
        import rembg

        cutout: Image.Image = rembg.remove(small, session=session, alpha_matting=True)
    return cutout.getchannel("A")
