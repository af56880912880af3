"""What can go wrong in an environment like Lambda's: it is said, and the next request is right."""

import os
import signal
import threading

import pytest

from infra.config import MEMORY_MB
from tests.events import matte_event
from tests.image.asking import cutout_event, picture
from tests.image.environment import Environment, RuntimeExited, answer_of
from tests.image.store import Store
from tests.photos import encoded, photo

MATTE = matte_event(encoded(photo("coffee")))
REFINED = cutout_event(encoded(photo("coffee").resize((300, 200))), refine="alpha_matting")

FILL_TMP = """
import os
try:
    with open("/tmp/filler", "wb") as file:
        while True:
            file.write(bytes(1 << 16))
            file.flush()
except OSError as error:
    print(os.strerror(error.errno))
"""


@pytest.mark.parametrize("mount", ["ro,size=512m", "size=512k"], ids=["read-only", "full"])
def test_without_room_in_tmp_only_refine_fails_and_says_so(store: Store, environment: Environment, mount: str) -> None:
    right = answer_of(environment.invoke(MATTE))["body"]
    with Environment(store, tmp=mount) as without:
        assert without.execute(FILL_TMP).strip() in ("Read-only file system", "No space left on device")
        assert answer_of(without.invoke(MATTE))["body"] == right
        refused = answer_of(without.invoke(REFINED))
        assert (refused["statusCode"], "internal_error" in refused["body"]) == (500, True)
        assert answer_of(without.invoke(MATTE))["body"] == right
        assert without.starts == 1


def test_a_process_killed_in_a_request_is_followed_by_a_right_one(store: Store) -> None:
    with Environment(store) as killed:
        right = answer_of(killed.invoke(MATTE))["body"]
        os.kill(killed.pid, signal.SIGSTOP)
        # By then the event is waiting for it.
        threading.Timer(0.2, os.kill, (killed.pid, signal.SIGKILL)).start()
        with pytest.raises(RuntimeExited):
            killed.invoke(MATTE)
        assert answer_of(killed.invoke(MATTE))["body"] == right
        assert killed.starts == 2


def test_a_process_that_ran_out_of_memory_is_followed_by_a_healthy_one(store: Store) -> None:
    with Environment(store, memory_mb=MEMORY_MB // 3) as small:
        with pytest.raises(RuntimeExited) as ended:
            small.invoke(cutout_event(encoded(photo("coffee").resize((7000, 7000)), quality=70), size="50MP"))
        assert ended.value.code == 137
        picture(answer_of(small.invoke(matte_event(encoded(photo("coffee"))))))
        assert small.starts == 2
