"""The Lambda entry: Mangum around the app. The only file that knows of AWS events."""

from mangum import Mangum

from removebg.app import create_app
from removebg.matting import IsnetSession

handler = Mangum(create_app(IsnetSession()), lifespan="off")
