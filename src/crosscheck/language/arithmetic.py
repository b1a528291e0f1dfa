"""How are the networks' matrices multiplied, fast and alike in any company?

numpy's OpenBLAS needs a third of the time of thinc's BLIS (90 against 30 GFLOP/s for 3000 x 288 by 288 x 288 on one core).
OpenBLAS rounds products of very few rows differently, so these are padded: a sentence gives the same numbers alone and among others.
"""

from __future__ import annotations

from typing import Any

import numpy as np

FEWEST_ROWS = 16
"""Below about 5 rows OpenBLAS takes other kernels; a margin costs nothing."""


def product(left: Any, right: Any, out: Any = None) -> Any:
    """left @ right, whose rows do not depend on how many they are."""
    rows = left.shape[0]
    if rows >= FEWEST_ROWS:
        return np.matmul(left, right, out=out)
    padded = np.zeros((FEWEST_ROWS, left.shape[1]), dtype=left.dtype)
    padded[:rows] = left
    found = np.ascontiguousarray((padded @ right)[:rows])
    if out is None:
        return found
    out[:] = found
    return out
