"""numpy, loaded without threads of its own.

Its algebra (OpenBLAS) starts a thread for each further processor as it is loaded, and each of them
looks for work for a tenth of a second of its processor before it sleeps. Nothing here multiplies
matrices of fractions, which is all they are for.
"""

from __future__ import annotations

import os
import sys

__all__: list[str] = []

_THREADS = "OPENBLAS_NUM_THREADS"

if "numpy" not in sys.modules and _THREADS not in os.environ:
    os.environ[_THREADS] = "1"
    try:
        import numpy  # noqa: F401 - loaded here for the others
    finally:
        del os.environ[_THREADS]
