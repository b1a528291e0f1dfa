"""How are matrices multiplied while training, so that what is fitted is what reads?"""

from __future__ import annotations

from typing import Any

from thinc.backends import NumpyOps

from crosscheck.language.arithmetic import product


class SteadyOps(NumpyOps):  # type: ignore[misc]  # thinc is not typed for subclassing
    """thinc's operations with numpy's matrix product."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        return product(x.T if trans1 else x, y.T if trans2 else y, out)


def make_steady(model: Any) -> None:
    """Every layer of a network multiplies this way from now on."""
    ops = SteadyOps()
    for layer in model.walk():
        layer.ops = ops
