"""The Lambda entry: Mangum around the app. The only file that knows of AWS events."""

from concurrent.futures import ThreadPoolExecutor

from mangum import Mangum

from removebg.matting import IsnetSession

with ThreadPoolExecutor(max_workers=1) as pool:
    # The model is loaded and warmed while Python imports the rest: a cold start is a fifth shorter.
    session = pool.submit(IsnetSession)

    from removebg.app import create_app

    handler = Mangum(create_app(session.result()), lifespan="off")
