"""What a container may do: what Lambda lets a function do, and no more."""

CPUS = 2
"""Lambda shows two at our memory, and gives the time of 1.7."""

USER = 993
"""Lambda's own user, and the image's."""

DISK = ("--read-only", "--read-only-tmpfs=false")
TMP = "size=512m"
"""All that Lambda lets a function write to: how /tmp is mounted."""

RIGHTS = ("--user", f"{USER}:{USER}", "--cap-drop", "all", "--security-opt", "no-new-privileges")
LIMITS = ("--ulimit", "nofile=1024:1024", "--ulimit", "nproc=1024:1024")
# Lambda has no shared memory: there is no /dev/shm.
MEMORY = ("--ipc", "none")
# This process's network has the loopback interface only: see __main__.py. Names are asked for at port 53 of it.
NETWORK = ("--network", "host", "--dns", "127.0.0.1", "--http-proxy=false", "--pull", "never")


def sandbox(memory_mb: int, runtime_api: str, tmp: str = TMP) -> list[str]:
    """Give the options of `podman run`.

    Parameters
    ----------
    memory_mb : as in the function's configuration
    runtime_api : host and port that the runtime asks for events
    tmp : options of /tmp's mount
    """
    variables = {
        "AWS_LAMBDA_RUNTIME_API": runtime_api,
        "AWS_LAMBDA_FUNCTION_NAME": "fix-shots",
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(memory_mb),
        "AWS_REGION": "us-east-1",
    }
    given = [part for name in variables for part in ("--env", f"{name}={variables[name]}")]
    bounds = ["--memory", f"{memory_mb}m", "--memory-swap", f"{memory_mb}m", "--cpus", str(CPUS)]
    return [*DISK, "--tmpfs", f"/tmp:{tmp}", *RIGHTS, *LIMITS, *MEMORY, *NETWORK, *bounds, *given]
