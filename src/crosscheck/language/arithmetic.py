"""How are the networks' matrices multiplied, fast and alike in any company?

thinc multiplies with its own BLIS; numpy's OpenBLAS needs a third of the time (90 against 30 GFLOP/s for 3000 x 288 by 288 x 288 on one core).
OpenBLAS rounds products of very few rows differently, so these are padded: a sentence gives the same numbers alone and among others.
"""

from __future__ import annotations

from typing import Any

from thinc.backends import NumpyOps

FEWEST_ROWS = 16
"""Below about 5 rows OpenBLAS takes other kernels; a margin costs nothing."""


class SteadyOps(NumpyOps):  # type: ignore[misc]  # thinc is not typed for subclassing
    """thinc's operations with numpy's matrix product."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        left, right = x.T if trans1 else x, y.T if trans2 else y
        rows = left.shape[0]
        if rows >= FEWEST_ROWS:
            return self.xp.matmul(left, right, out=out)
        padded = self.xp.zeros((FEWEST_ROWS, left.shape[1]), dtype=left.dtype)
        padded[:rows] = left
        product = self.xp.ascontiguousarray((padded @ right)[:rows])
        if out is None:
            return product
        out[:] = product
        return out


def make_steady(model: Any) -> None:
    """Every layer of a network multiplies this way from now on."""
    ops = SteadyOps()
    for layer in model.walk():
        layer.ops = ops
