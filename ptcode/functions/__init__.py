"""A function of the book is one SymPy expression: values, slopes, formulas follow from it."""

from ptcode.functions.catalogue import (
    ACTIVATIONS,
    COSTS,
    CURVES,
    OPERATIONS,
    SURFACES,
    satisfies_domain,
    theta_1,
    theta_2,
)
from ptcode.functions.chain_rule import differentiate, local_derivative
from ptcode.functions.composition import Kind, Parts, chain, decompose
from ptcode.functions.function import Function, theta, u, v, x
from ptcode.functions.slopes import Tangent, Verdict, landmarks, tangent_at
from ptcode.functions.tree import from_tree, to_tree
from ptcode.functions.writing import write

__all__ = [
    "ACTIVATIONS",
    "COSTS",
    "CURVES",
    "OPERATIONS",
    "SURFACES",
    "Function",
    "Kind",
    "Parts",
    "Tangent",
    "Verdict",
    "chain",
    "decompose",
    "differentiate",
    "from_tree",
    "landmarks",
    "local_derivative",
    "satisfies_domain",
    "tangent_at",
    "theta",
    "theta_1",
    "theta_2",
    "to_tree",
    "u",
    "v",
    "write",
    "x",
]
