"""The letters of the exercises as SymPy symbols: parameters, values, and the variable x."""

from __future__ import annotations

import sympy

a, b, c, d, f, g, h, k, m, n, p, q, r, s, t, u, v, w, x, y, z, W = sympy.symbols(
    "a b c d f g h k m n p q r s t u v w x y z W", real=True
)
W_1, W_2, a_1, z_1, z_2, d_1, d_2 = sympy.symbols("W_1 W_2 a_1 z_1 z_2 d_1 d_2", real=True)
