"""Are weights that are held in 16 bits the same numbers in 32?"""

from __future__ import annotations

import numpy as np

from crosscheck.language.encoding import full


def test_numbers_are_the_same_in_32_bits() -> None:
    """All that 16 bits can hold, with both zeros and the smallest ones, bit for bit as numpy makes them."""
    every = np.arange(2**16, dtype=np.uint16).view(np.float16)
    held = every[np.isfinite(every)].reshape(-1, 2, 4)
    assert full(held).tobytes() == held.astype(np.float32).tobytes()
    assert full(held).shape == held.shape
