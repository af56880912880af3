"""Imports go one way, as the layout says: handler -> app -> the workers -> errors and limits."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]

MAY_IMPORT = {
    "handler": {"app", "matting"},
    "app": {"schemas", "codec", "matting", "cutout", "errors", "limits"},
    "schemas": {"errors", "limits"},
    "codec": {"photo", "errors", "limits"},
    "matting": {"errors", "limits"},
    "cutout": {"photo"},
    "photo": set(),
    "errors": set(),
    "limits": set(),
}
"""What each module of functions/removebg may import of the others."""

WITHOUT_WEB = {"codec", "matting", "cutout", "photo", "errors", "limits"}
"""Modules that know nothing of HTTP."""

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
    assert set(found) == set(MAY_IMPORT)
    for module, names in found.items():
        siblings = {name.removeprefix("removebg.") for name in names if name.startswith("removebg.")}
        assert siblings <= MAY_IMPORT[module], module


def test_pixels_know_nothing_of_http_and_only_the_handler_knows_of_aws() -> None:
    for module, names in modules("functions/removebg").items():
        packages = {name.partition(".")[0] for name in names}
        if module in WITHOUT_WEB:
            assert not packages & {"fastapi", "starlette", "pydantic"}, module
        assert bool(packages & AWS_EVENTS) == (module == "handler"), module


def test_the_function_never_imports_what_builds_its_model_nor_the_infrastructure() -> None:
    for module, names in modules("functions/removebg").items():
        assert not {name.partition(".")[0] for name in names} & {"model", "infra", "tests"}, module


def test_only_the_local_server_imports_the_function() -> None:
    importers = {
        module for module, names in modules("infra").items() if any(name.startswith("removebg") for name in names)
    }
    assert importers == {"local"}
