"""A build reaches the package index as this machine does, and is told nothing else of it."""

from pathlib import Path

from tests.image.pip_secrets import ca_bundle, machine_values, write_pip_conf


def test_addresses_of_an_index_are_passed_on() -> None:
    settings = {"index-url": "https://pypi.example/simple", "trusted-host": "pypi.example", "user": "true"}
    assert machine_values(settings) == {"index-url": "https://pypi.example/simple", "trusted-host": "pypi.example"}


def test_folders_of_this_machine_are_not() -> None:
    settings = {"extra-index-url": "file:///srv/a https://b.example/simple", "find-links": "/srv/wheels"}
    assert machine_values(settings) == {"extra-index-url": "https://b.example/simple"}


def test_the_secret_names_the_authorities_where_the_build_has_them(tmp_path: Path) -> None:
    write_pip_conf(tmp_path / "pip.conf")
    written = (tmp_path / "pip.conf").read_text()
    assert "cert = /run/secrets/ca.pem\n" in written
    assert str(ca_bundle()) not in written
    assert b"BEGIN CERTIFICATE" in ca_bundle().read_bytes()
