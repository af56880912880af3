"""Imports go one way, as the layout says: handler -> app -> the workers -> errors and limits."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]

LAYERS = [
    {"bands"},
    {"errors", "limits", "photo", "cpus", "numba_cache", "gateway", "forget", "bombs", "resample"},
    {"request_log", "lengths", "body", "pyramid", "matting", "decode", "png", "backdrop"},
    {"encode", "foreground", "pictures", "schemas", "layout", "refine"},
    {"cutout", "subject", "openapi"},
    {"answer"},
    {"responses"},
    {"app"},
    {"handler"},
]
"""The modules of functions/removebg from the ground up: each imports from layers below its own, and no others."""

WITHOUT_WEB = {
    "errors",
    "limits",
    "photo",
    "cpus",
    "numba_cache",
    "forget",
    "bombs",
    "resample",
    "request_log",
    "lengths",
    "decode",
    "encode",
    "matting",
    "refine",
    "layout",
    "cutout",
    "subject",
    "bands",
    "png",
    "foreground",
    "pyramid",
    "backdrop",
}
"""Modules of pixels and geometry: they know nothing of HTTP, nor of requests."""

AWS_EVENTS = {"mangum"}


def imports_of(path: Path) -> set[str]:
    """All module names that a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def modules(folder: str) -> dict[str, set[str]]:
    """The imports of every file below a folder, by the file's path without its ending."""
    base = ROOT / folder
    return {str(path.relative_to(base).with_suffix("")): imports_of(path) for path in base.rglob("*.py")}


def test_each_module_of_the_function_imports_only_those_below_it() -> None:
    found = modules("functions/removebg")
    del found["__init__"]
    assert set(found) == set().union(*LAYERS)
    below: set[str] = set()
    for layer in LAYERS:
        for module in layer:
            siblings = {name.removeprefix("removebg.") for name in found[module] if name.startswith("removebg.")}
            assert siblings <= below, module
        below |= layer


def test_pixels_know_nothing_of_http_and_only_the_handler_knows_of_aws() -> None:
    for module, names in modules("functions/removebg").items():
        packages = {name.partition(".")[0] for name in names}
        if module in WITHOUT_WEB:
            assert not packages & {"fastapi", "starlette", "pydantic"}, module
            assert not names & {"removebg.body", "removebg.schemas"}, module
        assert bool(packages & AWS_EVENTS) == (module == "handler"), module


def test_the_function_never_imports_what_builds_its_model_nor_the_infrastructure() -> None:
    for module, names in modules("functions/removebg").items():
        assert not {name.partition(".")[0] for name in names} & {"model", "infra", "tests"}, module


def test_only_the_local_server_imports_the_function() -> None:
    importers = {
        module for module, names in modules("infra").items() if any(name.startswith("removebg") for name in names)
    }
    assert importers == {"local"}


INFRA_LAYERS = [
    {"config", "headers", "readiness", "acknowledgements", "offline"},
    {"gateway_answers", "rest_proxy", "monitoring", "on_device", "licences"},
    {"api", "site", "local", "vendor"},
    {"stack"},
    {"app"},
]
"""The modules of infra/ from the ground up: the template above, the local server beside it."""


def test_each_module_of_the_infrastructure_imports_only_those_below_it() -> None:
    found = modules("infra")
    del found["__init__"]
    assert set(found) == set().union(*INFRA_LAYERS)
    below: set[str] = set()
    for layer in INFRA_LAYERS:
        for module in layer:
            siblings = {name.removeprefix("infra.") for name in found[module] if name.startswith("infra.")}
            assert siblings <= below, module
        below |= layer


def test_the_local_server_starts_without_cdk() -> None:
    for module in ("config", "headers", "offline", "readiness", "rest_proxy", "local"):
        assert not [name for name in modules("infra")[module] if name.startswith("aws_cdk")], module
