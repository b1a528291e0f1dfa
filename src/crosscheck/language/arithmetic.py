"""How are the networks' matrices multiplied, fast and alike in any company?

thinc multiplies with its own BLIS; numpy's OpenBLAS needs a third of the time (90 against 30 GFLOP/s for 3000 x 288 by 288 x 288 on one core).
OpenBLAS rounds products of very few rows differently, so these are padded: a sentence gives the same numbers alone and among others.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from thinc.backends import NumpyOps

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


class SteadyOps(NumpyOps):  # type: ignore[misc]  # thinc is not typed for subclassing
    """thinc's operations with numpy's matrix product."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        return product(x.T if trans1 else x, y.T if trans2 else y, out)


def make_steady(model: Any) -> None:
    """Every layer of a network multiplies this way from now on."""
    ops = SteadyOps()
    for layer in model.walk():
        layer.ops = ops
