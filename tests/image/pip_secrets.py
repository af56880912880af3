"""The machine's own way to the package index, as secrets of a build: read while pip runs, and in no layer."""

import ast
import ssl
import subprocess
import sys
from pathlib import Path

PIP_OPTIONS = ("index-url", "extra-index-url", "trusted-host", "proxy")
"""What pip may be told in a build. Folders of this machine are not there, so options that name one are left out."""

CA_IN_BUILD = "/run/secrets/ca.pem"
"""Where functions/Dockerfile mounts the secret `ca`."""

DEBIANS_CA_BUNDLE = "/etc/ssl/certs/ca-certificates.crt"

TIMEOUT_SECONDS = 180


def pip_settings() -> dict[str, str]:
    """Read pip's options, from its files and its environment, by their names without the section."""
    command = [sys.executable, "-m", "pip", "config", "list"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    pairs = [line.partition("=") for line in lines]
    # pip lists its environment last, and that wins over its files.
    return {name.rpartition(".")[2]: str(ast.literal_eval(value)) for name, _, value in pairs}


def machine_values(settings: dict[str, str]) -> dict[str, str]:
    """Choose the options for the build; addresses of files are dropped."""
    chosen = {}
    for name in PIP_OPTIONS:
        words = [word for word in settings.get(name, "").split() if not word.startswith("file:")]
        if words:
            chosen[name] = " ".join(words)
    return chosen


def write_pip_conf(path: Path) -> None:
    """Write the secret `pip_conf`."""
    options = {**machine_values(pip_settings()), "cert": CA_IN_BUILD, "timeout": str(TIMEOUT_SECONDS)}
    path.write_text("[global]\n" + "".join(f"{name} = {options[name]}\n" for name in options))


def ca_bundle() -> Path:
    """Give the file of certificate authorities that pip trusts here.

    Raises
    ------
    FileNotFoundError
        When there is none.
    """
    candidates = [
        pip_settings().get("cert"),
        ssl.get_default_verify_paths().cafile,
        "/etc/ssl/certs/ca-certificates.crt",
    ]
    for candidate in candidates:
        if candidate and Path(candidate).is_file():
            return Path(candidate)
    raise FileNotFoundError("no bundle of certificate authorities was found; install ca-certificates")
