"""Build time only: puts one verified ISNet model in place. The function never imports this package."""
