"""The HTTP headers of every page and file of the site: what CloudFront sends, and the local server too."""

from fnmatch import fnmatch

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        # WebAssembly may be compiled; text still may not be run as code.
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        # blob: is how a chosen photo and a finished cutout are shown.
        "img-src 'self' blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        # The one policy lets the page start its own workers, by address.
        "trusted-types fix-shots",
    ]
)

HSTS_SECONDS = 63_072_000
"""Two years: what browsers' preload lists ask for at least is one."""

SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    # Isolation from other origins; WebAssembly threads need it as well.
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": f"max-age={HSTS_SECONDS}; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
}

REVALIDATE = "no-cache"
"""Cache-Control of files whose name stays the same when they change: kept, but asked about each time."""

HASH_NAMED = "*." + 8 * "[0-9a-f]" + ".*"
"""Files with a hash of their content in their name, such as `ort.0f1e2d3c.wasm`: new content, new name."""

IMMUTABLE = "public, max-age=31536000, immutable"
"""Cache-Control of those files: kept for a year, and never asked about."""


def cache_control(name: str) -> str:
    """Return the Cache-Control of a file of that name."""
    return IMMUTABLE if fnmatch(name, HASH_NAMED) else REVALIDATE
